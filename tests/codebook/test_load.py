"""The loader: what a codebook holds, and what is said of a wrong one."""

from dataclasses import replace
from pathlib import Path

import pytest

from hasila import Document, read
from hasila.codebook import check_codebook, load_codebook, shipped
from hasila.errors import CodebookError

GOOD = """\
codebook: floods
label: {ar: الفيضانات, en: Floods}
vocabulary:
  victim: [ضحية, قتيل]
lines:
  - id: relief
    label: {ar: إغاثة, en: Relief}
    words: [إغاثة]
indicators:
  - id: deaths
    label: {ar: الوفيات, en: Deaths}
    line: relief
    unit: person
    accumulates: true
    counts: [victim]
"""


def write(folder: Path, text: str) -> str:
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_shipped_ones_are_right() -> None:
    for name in shipped():
        assert check_codebook(name) == []
        assert load_codebook(name).id == name


def test_the_coalition_knows_its_subject_and_its_enemy() -> None:
    codebook = load_codebook("coalition")
    subject, enemy = codebook.actor(codebook.subject), codebook.actor(codebook.enemy)
    assert subject is not None and subject.names[0].startswith("التحالف الدولي") and "التحالف" in subject.short
    assert enemy is not None and enemy.kind == "opponent"
    assert codebook.theatre == ("iq", "sy") and codebook.since == 2014
    assert [line.id for line in codebook.lines][-1] == "overall"


@pytest.mark.parametrize(("since", "indicator"), [(2014, None), (2000, "own_losses"), (None, "own_losses")])
def test_a_war_before_the_undertaking_began_is_another_one(since: int | None, indicator: str | None) -> None:
    document = Document(text="خسرت الولايات المتحدة 4500 جندي في حرب 2003.", source="a.txt", id="a")
    figures = read(document, replace(load_codebook("coalition"), since=since)).figures
    assert [figure.indicator for figure in figures] == [indicator]


def test_an_own_one_is_read_with_its_vocabulary(tmp_path: Path) -> None:
    indicator = load_codebook(write(tmp_path, GOOD)).indicators[0]
    assert indicator.matches[0].counts == ("ضحية", "قتيل")
    assert indicator.accumulates and indicator.tolerance == 1.5


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("    line: relief", "    line: aid"), "own.yaml:12: there is no line 'aid'; write one of relief"),
        (("    line: relief", "    line: relif"), "own.yaml:12: there is no line 'relif'; did you mean 'relief'?"),
        (("    accumulates", "    acumulates"), "own.yaml:14: an indicator has no 'acumulates'; did you mean 'accumulates'?"),
        (("accumulates: true", "accumulates: maybe"), "own.yaml:14: 'accumulates' can't be 'maybe'; write one of true, false"),
        (
            ("counts: [victim]", "counts: [victims]"),
            "own.yaml:15: no 'victims' in the vocabulary; add it there or write the Arabic words; did you mean 'victim'?",
        ),
        (("counts: [victim]", "counts: victim"), "own.yaml:15: 'counts' is a list; write 'counts: [first, second]'"),
        (("    counts: [victim]", "    tolerance: 0.5"), "own.yaml:15: 'tolerance' is a factor of at least 1"),
        (("    unit: person\n", ""), "own.yaml:10: an indicator needs 'unit'; add 'unit: …'"),
        (("{ar: الوفيات, en: Deaths}", "Deaths"), "own.yaml:11: a label is in both languages"),
        (("id: deaths", "id: Deaths"), "own.yaml:10: the id 'Deaths' must be of small Latin letters"),
        (("codebook: floods", "codebook: [floods"), "own.yaml:2: not YAML"),
        (("codebook: floods", "codebook: floods\nenemy: rain"), "own.yaml:2: there is no actor 'rain'; add it"),
        (("codebook: floods", "codebook: floods\nsince: lately"), "own.yaml:2: 'since' is a whole number; write 'since: 2014'"),
        ((GOOD, ""), "own.yaml:1: the file is empty; begin with 'codebook: its-name'"),
        (("codebook: floods", "codebook: floods\n? [a, b]\n: c"), "own.yaml:1: a key must be one word"),
        (
            ("counts: [victim]", "counts: [victim]\nexamples:\n  - {text: س, value: many}"),
            "own.yaml:17: 'value' is a number; write 'value: 60'",
        ),
        ((GOOD, "just words"), "own.yaml:1: a codebook is written as 'key: value' lines"),
    ],
)
def test_a_wrong_one_is_told_its_line_and_what_to_write(tmp_path: Path, change: tuple[str, str], complaint: str) -> None:
    path = write(tmp_path, GOOD.replace(*change))
    with pytest.raises(CodebookError) as error:
        load_codebook(path)
    assert complaint in str(error.value)
    assert complaint in check_codebook(path)[0]


def test_what_is_not_there_is_told_what_is() -> None:
    with pytest.raises(CodebookError, match=r"no codebook 'coaliton': write the path of a .yaml file or one of .*coalition"):
        load_codebook("coaliton")
    with pytest.raises(CodebookError, match=r"nowhere.yaml: no such file"):
        load_codebook("nowhere.yaml")


def test_the_documented_one_is_right(tmp_path: Path) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "codebook.md").read_text(encoding="utf-8")
    path = write(tmp_path, page.split("```yaml\n")[1].split("```")[0])
    assert check_codebook(path) == []
    codebook = load_codebook(path)
    assert codebook.enemy is None
    assert codebook.subject == "relief_committee"
    assert len(codebook.indicators[0].matches) == 2


def test_entries_without_an_id_are_told_one_by_one(tmp_path: Path) -> None:
    twice = "indicators:\n" + 2 * "  - {label: {ar: ق, en: D}, line: relief, unit: person, counts: [قتيل]}\n"
    problems = check_codebook(write(tmp_path, GOOD[: GOOD.index("indicators:")] + twice))
    assert sum("an indicator needs 'id'" in problem for problem in problems) == 2


@pytest.mark.parametrize(
    "text", ["a: &x [*x]", "&r [*r]", "? {a: b}\n: c", "- 1", "examples: [1, {text: س, value: [1, x]}]", "[" * 3000, "\x00"]
)
def test_nothing_breaks_the_loader(tmp_path: Path, text: str) -> None:
    assert check_codebook(write(tmp_path, text))
