"""Judgement: stated aims, and judgements on whether they were met."""

from collections.abc import Sequence

from hasila.arabic.name import Names
from hasila.codebook import Codebook
from hasila.records import Assessment, Event, Figure, Objective, Statement, Time
from hasila.text import Text


def find_objectives(
    text: Text, names: Names, times: Sequence[Time], statements: Sequence[Statement], events: Sequence[Event], codebook: Codebook
) -> list[Objective]:
    """Every stated aim."""
    return []


def find_assessments(
    text: Text,
    names: Names,
    statements: Sequence[Statement],
    objectives: Sequence[Objective],
    figures: Sequence[Figure],
    codebook: Codebook,
) -> list[Assessment]:
    """Every judgement on whether an aim, an effort or the whole has been met."""
    return []
