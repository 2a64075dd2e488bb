"""What sentences teach, tried on sentences that they do not hold."""

import json
from dataclasses import replace
from importlib.resources import files

import pytest

from hasila import Codebook, Document, load_codebook, read
from hasila.codebook.learn import ENOUGH, Clause, Taught, learnt, of_dimension

COALITION = load_codebook("coalition")
UNTAUGHT = replace(COALITION, id="untaught")
TAUGHT = json.loads((files("hasila.codebook") / "taught" / "coalition.json").read_text(encoding="utf-8"))


def indicators(text: str, codebook: Codebook = COALITION) -> list[str | None]:
    """The indicators of a text's figures."""
    return [figure.indicator for figure in read(Document(text=text, source="a.txt", id="a"), codebook).figures]


def clause(words: str, counted: str | None, number: str, unit: str | None = None) -> Clause:
    told = words.split()
    at = told.index(number)
    return Clause(counted, told, unit, at, at + 1 + bool(counted))


def test_chances_are_of_the_numbers_own_dimension_and_add_up() -> None:
    told = clause("شن التحالف 90 غاره", "غاره", "90")
    found = Taught.of(TAUGHT, of_dimension(COALITION, None)).chances(told)
    assert sum(found.values()) == pytest.approx(1)
    assert max(found, key=found.__getitem__) == "airstrikes"
    assert "cost" not in found and "territory_lost" not in found


def test_a_share_is_never_learnt() -> None:
    assert learnt(clause("خسر التنظيم 40 من اراضيه", None, "40", "%"), COALITION) is None


def test_a_noun_that_no_sentence_counts_is_of_no_indicator_however_clear_the_rest() -> None:
    told = clause("شنت مقاتلات التحالف الدولي غارات، ونفذ الطيران 90 ورشه جويه علي مواقع التنظيم في العراق", "ورشه", "90")
    found = Taught.of(TAUGHT, of_dimension(COALITION, None)).chances(told)
    assert max(found.values()) > ENOUGH["count"] and max(found, key=found.__getitem__) == "airstrikes"
    assert learnt(told, COALITION) is None


def test_a_codebook_that_nothing_was_taught_of_goes_by_its_matches_alone() -> None:
    assert learnt(clause("شن التحالف 90 غاره", "غاره", "90"), UNTAUGHT) is None


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("حياة 60 مدنيا انتهت تحت قنابل التحالف الدولي.", "civilian_deaths"),
        ("غيرت 40 دولة نصوصها الجنائية من أجل مقاتلي داعش الأجانب.", "laws_passed"),
        ("من 90 بلدا جاؤوا إلى صفوف داعش.", "source_countries"),
    ],
)
def test_what_no_match_fits_is_read_by_what_was_learnt_where_the_text_is_on_the_undertaking(text: str, indicator: str) -> None:
    assert (indicators(text, UNTAUGHT), indicators(text)) == ([None], [indicator])


def test_a_text_on_something_else_is_left_alone() -> None:
    text = "حياة 60 مدنيا انتهت تحت قنابل طيران البلد."
    assert indicators(text) == indicators(text, UNTAUGHT)
