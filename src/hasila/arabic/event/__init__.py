"""Events: what happened or was set to happen."""

from collections.abc import Sequence

from hasila.arabic.name import Names
from hasila.records import Event, Statement, Time
from hasila.text import Text


def find_events(text: Text, names: Names, times: Sequence[Time], statements: Sequence[Statement]) -> list[Event]:
    """Every event that an analyst would put on a timeline."""
    return []
