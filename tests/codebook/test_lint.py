"""What is said of a codebook that loads: entries that never match, that overlap, that nobody uses; examples that fail."""

from pathlib import Path

import pytest

from hasila.codebook import shipped
from hasila.codebook.finding import Finding
from hasila.codebook.lint import lint
from hasila.codebook.load import open_codebook
from hasila.codebook.read import read_codebook
from hasila.codebook.trial import failures, find, uncountable, unmatched
from hasila.reading import read
from hasila.records import Document

HEAD = """\
codebook: floods
label: {ar: الفيضانات, en: Floods}
vocabulary:
  death: [قتل, مقتل, هلك]
  harm: [أصيب, جرح]
lines:
  - id: people
    label: {ar: الناس, en: People}
    words: [ضحايا, harm]
"""
DEAD = """\
indicators:
  - id: dead
    label: {ar: قتلى, en: Dead}
    line: people
    unit: person
    counts: [شخص, أشخاص]
    with: [death]
"""
HURT = """\
  - id: hurt
    label: {ar: جرحى, en: Hurt}
    line: people
    unit: person
    counts: [شخص, أشخاص]
    with: [harm]
"""
GOOD = HEAD + DEAD + HURT
EXAMPLE = GOOD + "examples:\n  - {text: "


def said(text: str) -> list[Finding]:
    codebook, problems, marks = read_codebook(text, "floods.yaml")
    assert problems == [] and codebook is not None
    return [*failures(codebook, read), *lint(codebook, marks), *uncountable(codebook, marks, read)]


def test_nothing_is_said_of_a_right_one() -> None:
    assert said(GOOD) == []


@pytest.mark.parametrize(
    ("text", "level", "line", "says"),
    [
        (GOOD.replace("[قتل,", "[قتل، مات,"), "error", 4, "'قتل، مات' can never match"),
        (GOOD.replace("counts: [شخص, أشخاص]\n    with: [death]", "counts: [سنة]\n    with: [death]"), "warning", 15, "'سنة' is never what"),
        (GOOD.replace("with: [harm]", "with: [قتل]"), "error", 17, "'hurt' can never win: whatever fits it fits 'dead' as well"),
        (GOOD.replace("with: [harm]", "with: [harm, هلك]"), "warning", 17, "'dead' and 'hurt' fit the same figure equally (شخص + هلك)"),
        (GOOD.replace("[أصيب, جرح]", "[أصيب, جرح]\n  rain: [مطر]"), "warning", 6, "nothing uses the vocabulary's 'rain'"),
        (GOOD.replace("lines:\n", "lines:\n  - {id: land, label: {ar: أرض, en: Land}}\n"), "warning", 7, "nothing uses the line 'land'"),
        (GOOD.replace("[أصيب, جرح]", "[أصيب, ائتمان]"), "warning", 5, "'ائتمان' also finds 'يتم', 'سيتم'"),
        (GOOD + "actors:\n" + "".join(
            f"  - {{id: {id}, label: {{ar: ل, en: L}}, type: organization, kind: party, names: [لجنة الإغاثة]}}\n" for id in ("one", "two")
        ), "error", 25, "'لجنة الإغاثة' is a name of 'one' too"),
        (EXAMPLE + "أصيب 9 أشخاص., indicator: dead}\n", "error", 24, "wanted dead; there came hurt (9 أشخاص)"),
        (EXAMPLE + "قتل 9 أشخاص.}\n", "error", 24, "wanted no indicator; there came dead (9 أشخاص)"),
        (EXAMPLE + "قتل 9 أشخاص., indicator: dead, value: 8}\n", "error", 24, "there is no figure of 8; there came dead (9 أشخاص)"),
        (EXAMPLE + "قتل 9 أشخاص., indicator: dead, about: sd}\n", "error", 24, "wanted dead of sd; there came dead (9 أشخاص)"),
        (EXAMPLE + "هطل المطر., indicator: null}\n", "error", 24, "no figure is read here at all, so it tests nothing"),
        (GOOD.replace("unit: person", "unit: percent", 1), "error", 11, "the unit 'percent' would only count things; write 'unit: \"%\"'"),
        (GOOD.replace("unit: person", "unit: USA", 1), "error", 11, "no money is read in 'USA'; write 'money' for any, or 'USD'"),
        (GOOD.replace("unit: person", "unit: شخص", 1), "error", 11, "no number is read in 'شخص'"),
        (GOOD.replace("vocabulary:", "theatre:\n  - SD\nvocabulary:"), "error", 4, "'theatre' has 'SD', which is no country; did you mean"),
    ],
)  # fmt: skip
def test_each_fault_is_told_with_its_line(text: str, level: str, line: int, says: str) -> None:
    found = [finding for finding in said(text) if says in finding.says]
    assert [(finding.level, finding.line) for finding in found] == [(level, line)], said(text)


def test_examples_may_tell_which_figure_is_meant() -> None:
    assert said(EXAMPLE + "قتل 9 أشخاص وأصيب 20 شخصا., indicator: hurt, value: 20}\n") == []
    assert said(EXAMPLE + "قتل ما بين 5 و7 أشخاص., indicator: dead, value: [5, 7]}\n") == []
    assert said(EXAMPLE + "قتل أكثر من 60 شخصا في الخرطوم., indicator: dead, value: [60, null]}\n") == []


def test_indicators_told_apart_by_who_was_struck_do_not_overlap() -> None:
    struck = GOOD.replace("with: [harm]", "with: [death]\n    about: struck")
    assert [finding for finding in said(struck) if finding.kind in ("overlap", "never")] == []


def test_words_can_be_bound_to_the_number() -> None:
    text = "قتل في المدينة القديمة وما حولها من القرى والبلدات 9 أشخاص."
    for within, wanted in ((0, "dead"), (4, None)):
        bound, problems, _ = read_codebook(
            GOOD.replace("    with: [death]\n", f"    with: [death]\n    within: {within}\n" if within else "    with: [death]\n"), "f.yaml"
        )
        assert bound is not None and problems == []
        assert [figure.indicator for figure in read(Document(text=text, source="t", id="t"), bound).figures] == [wanted]


def test_articles_tell_what_matched_nothing_and_what_two_indicators_fit() -> None:
    codebook, _, marks = read_codebook(GOOD, "floods.yaml")
    assert codebook is not None
    texts = ("وجرح قبل أن يقتل 9 أشخاص في السيل وزرعت البلدية 30 شجرة.",)
    readings = [read(Document(text=text, source=f"{n}.txt", id=str(n)), codebook) for n, text in enumerate(texts)]
    finds = find(codebook, readings, read)
    assert finds.documents == 1 and finds.indicators == {"dead": 1}
    assert finds.spare_nouns() == [("شجرة", 1)]
    assert finds.shared == [("dead", "hurt", "0.txt", "9 أشخاص")]
    assert [(finding.kind, finding.line) for finding in unmatched(codebook, marks, finds)] == [("shared", 11), ("unmatched", 17)]


@pytest.mark.parametrize("name", shipped())
def test_the_shipped_ones_pass_their_own_check(name: str) -> None:
    codebook, problems, marks = open_codebook(name)
    assert problems == [] and codebook is not None
    assert [*failures(codebook, read), *lint(codebook, marks), *uncountable(codebook, marks, read)] == []
    tested = {example.indicator for example in codebook.examples}
    assert {indicator.id for indicator in codebook.indicators} <= tested, "each indicator has an example of its own"
    assert sum(not example.indicator for example in codebook.examples) >= 8, "and there are some that must get none"


def test_the_schema_for_editors_says_what_the_reader_takes() -> None:
    import json

    from hasila.codebook.form import FORM, json_schema

    kept = Path(__file__).resolve().parents[2] / "docs" / "codebook.schema.json"
    assert json.loads(kept.read_text(encoding="utf-8")) == json_schema()
    assert set(json_schema()["$defs"]["indicator"]["properties"]) == set(FORM["indicator"])
    assert json_schema()["$defs"]["actor"]["properties"]["kind"]["enum"] == [
        "party",
        "opponent",
        "observer",
        "body",
        "armed_group",
        "media",
    ]
