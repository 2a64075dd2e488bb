"""Judgement: stated aims, and judgements on whether they were met."""

from collections.abc import Sequence

from hasila.arabic.judgement.aim import find_aims
from hasila.arabic.judgement.assess import assess
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.name import Names
from hasila.codebook import Codebook
from hasila.records import Assessment, Event, Figure, Objective, Statement, Time
from hasila.text import Text


def find_judgements(
    text: Text, names: Names, times: Sequence[Time], statements: Sequence[Statement], codebook: Codebook
) -> tuple[list[Objective], list[Assessment]]:
    """Every stated aim, dated where a date stands in its words, and every judgement on an aim, an effort or the whole."""
    ground = Ground(text, names, statements, codebook)
    objectives = find_aims(ground, times)
    return objectives, assess(ground, objectives)


def find_objectives(
    text: Text,
    names: Names,
    times: Sequence[Time],
    statements: Sequence[Statement],
    events: Sequence[Event],  # noqa: ARG001 - what the reading has so far; a meeting's agenda may one day lean on it
    codebook: Codebook,
) -> list[Objective]:
    """The aims of :func:`find_judgements` alone."""
    return find_aims(Ground(text, names, statements, codebook), times)


def find_assessments(
    text: Text,
    names: Names,
    statements: Sequence[Statement],
    objectives: Sequence[Objective],
    figures: Sequence[Figure],  # noqa: ARG001 - what the reading has so far; a share met may one day tell a verdict
    codebook: Codebook,
) -> list[Assessment]:
    """The judgements of :func:`find_judgements` alone, on aims found before."""
    return assess(Ground(text, names, statements, codebook), objectives)
