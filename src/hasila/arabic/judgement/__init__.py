"""Judgement: stated aims, and judgements on whether they were met."""

from collections.abc import Sequence

from hasila.arabic.judgement.aim import find_aims
from hasila.arabic.judgement.assess import assess
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.name import Names
from hasila.codebook import Codebook
from hasila.records import Assessment, Objective, Statement, Time
from hasila.text import Text


def find_judgements(
    text: Text, names: Names, times: Sequence[Time], statements: Sequence[Statement], codebook: Codebook
) -> tuple[list[Objective], list[Assessment]]:
    """Every stated aim, dated where a date stands in its words, and every judgement on an aim, an effort or the whole."""
    ground = Ground(text, names, statements, codebook)
    objectives = find_aims(ground, times)
    return objectives, assess(ground, objectives)
