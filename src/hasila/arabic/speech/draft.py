"""A statement before its end is known."""

from dataclasses import dataclass

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.phrase import Speaker
from hasila.records import StatementType
from hasila.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A statement that starts at token ``first`` without ``skip`` clitics, its content at ``content``.

    ``relayed`` is the token after نقلا عن that the draft has used up, -1 where there is none. ``nested``: its verb stands
    in the middle of another clause (``خطاب أعلن فيه``). ``until`` is the token after its last where that is known, else -1.
    """

    cue: Cue
    first: int
    skip: int
    content: int
    speaker: Speaker
    via: Speaker | None = None
    type: StatementType
    relayed: int = -1
    nested: bool = False
    until: int = -1


def ends_connector(text: Text, i: int) -> bool:
    """Whether a connector ends with token ``i`` (``بعد أن``)."""
    return any((found := text.find(i - back, "connector")) and found.stop == i + 1 for back in (0, 1, 2) if i >= back)


def conjoined(text: Text, i: int) -> bool:
    """Whether token ``i`` begins with the conjunction و, not with a root's own.

    >>> from hasila.text import prepare
    >>> [conjoined(prepare(word), 0) for word in ("وقتل", "وزير", "ووزير", "والتقى")]
    [True, False, True, True]
    """
    form = text.form(i)
    hit = text.words[i].entries.get("initial_waw")
    return form.startswith("و") and len(form) > 3 and not (hit and not hit.clitics)
