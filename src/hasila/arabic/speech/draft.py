"""A statement before its end is known."""

from dataclasses import dataclass

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.records import StatementType
from hasila.text import Text

_LONGEST_CONNECTOR = 3
_connector = listed("connector")


@dataclass(slots=True, unsafe_hash=True)  # as a cue is, and for the same reason
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
    type: StatementType
    via: Speaker | None = None
    relayed: int = -1
    nested: bool = False
    until: int = -1

    @property
    def aside(self) -> bool:
        """Whether it tells only of a number within another's words."""
        return self.nested and self.until >= 0


def connector_before(text: Text, i: int) -> int | None:
    """The token that begins the connector (``بعد أن``) which ends right before token ``i``, None where none does."""
    forms = text.forms
    for first in range(i - 1, max(-1, i - 1 - _LONGEST_CONNECTOR), -1):
        if _connector[forms[first]] and (found := text.find(first, "connector")) is not None and found.stop == i:
            return first
    return None


def conjoined(text: Text, i: int) -> bool:
    """Whether token ``i`` begins with the conjunction و, not with a root's own.

    >>> from hasila.text import prepare
    >>> [conjoined(prepare(word), 0) for word in ("وقتل", "وزير", "ووزير", "والتقى")]
    [True, False, True, True]
    """
    form = text.forms[i]
    hit = text.words[i].entries.get("initial_waw")
    return form.startswith("و") and len(form) > 3 and not (hit and not hit.clitics)
