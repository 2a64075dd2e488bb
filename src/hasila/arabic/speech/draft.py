"""A statement before its end is known."""

from collections.abc import Mapping
from typing import NamedTuple

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.phrase import Speaker
from hasila.records import StatementType
from hasila.text import Text

_LONGEST_CONNECTOR = 3


class Draft(NamedTuple):
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


def find_connectors(text: Text) -> Mapping[int, int]:
    """The token after each connector (``بعد أن``) → the token that it begins at, the nearest where several end there."""
    return {found.stop: i for i, found in text.found("connector").items() if found.stop - i <= _LONGEST_CONNECTOR}


def ends_connector(text: Text, i: int) -> bool:
    """Whether a connector ends with token ``i``."""
    return i + 1 in text.derived(find_connectors)


def conjoined(text: Text, i: int) -> bool:
    """Whether token ``i`` begins with the conjunction و, not with a root's own.

    >>> from hasila.text import prepare
    >>> [conjoined(prepare(word), 0) for word in ("وقتل", "وزير", "ووزير", "والتقى")]
    [True, False, True, True]
    """
    form = text.form(i)
    hit = text.words[i].entries.get("initial_waw")
    return form.startswith("و") and len(form) > 3 and not (hit and not hit.clitics)
