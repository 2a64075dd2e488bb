"""What is counted for the one thing that a codebook follows: whose it is, and what of it contradicts what."""

import pytest

from hasila import Document, balance, read
from hasila.codebook.key import keys, sought
from hasila.codebook.lint import lint
from hasila.codebook.read import read_codebook

TEXT = """\
codebook: fever
label: {ar: الحمى, en: Fever}
subject: relief
theatre: [sd, td]
lines: [{id: care, label: {ar: الرعاية, en: Care}}]
indicators:
  - id: dead
    label: {ar: الوفيات, en: Deaths}
    line: care
    unit: person
    accumulates: true
    better: lower
    about: subject
    counts: [وفاة, وفيات, مريض]
    never: [حرب, قتيل]
    or:
      - {counts: [مريض, مرضى], with: [مات, أودى]}
  - id: treated
    label: {ar: من عولجوا, en: Treated}
    line: care
    unit: person
    accumulates: true
    better: higher
    about: subject
    counts: [مصاب, طفل]
    with: [عالج, استقبل]
  - id: pledged
    label: {ar: التعهدات, en: Pledges}
    line: care
    unit: money
    about: doer
    with: [تعهد, تعهدات]
actors:
  - {id: relief, label: {ar: خطة الإغاثة, en: Relief}, type: organization, kind: party, names: [خطة الإغاثة]}
"""
BOOK, _, MARKS = read_codebook(TEXT, "fever.yaml")
assert BOOK is not None


def told(*texts: str, day: int = 12) -> list[dict[str, object]]:
    """The conflicts of articles of one day, or of days one after the other."""
    assert BOOK is not None
    documents = [Document(text=text, source=f"{n}.txt", id=str(n), published=f"2024-05-{day + n}") for n, text in enumerate(texts)]
    return balance.conflicts([read(document, BOOK) for document in documents], BOOK)


def about(text: str) -> list[tuple[str | None, str | None]]:
    """The indicator of each figure, and whose it is."""
    assert BOOK is not None
    figures = read(Document(text=text, source="a", id="a", published="2024-05-12"), BOOK).figures
    return [(figure.indicator, figure.about) for figure in figures]


@pytest.mark.parametrize(
    "text",
    [
        "سجلت منظمة الصحة العالمية 900 وفاة بالحمى في السودان.",
        "قالت اليونيسف إن الحمى أودت بحياة 900 مريض.",
        "أعلن وزير الصحة السوداني تسجيل 900 وفاة.",
        "وقالت صحيفة الراية إن عدد الوفيات بلغ 900.",
    ],
)
def test_who_tells_of_the_dead_has_none_of_them(text: str) -> None:
    assert about(text) == [("dead", "relief")]


def test_what_a_body_did_itself_is_its_share() -> None:
    assert about("عالجت منظمة أطباء بلا حدود 900 مصاب.") == [("treated", "msf")]
    assert about("عالجت الفرق 900 مصاب.") == [("treated", "relief")]


def test_another_countrys_are_its_own() -> None:
    assert about("سجلت الوزارة 900 وفاة في مصر.") == [("dead", "eg")]


def test_accounts_of_one_thing_conflict_whoever_tells_them() -> None:
    ministry, doctors = (
        "قالت وزارة الصحة السودانية إن الوفيات بلغت 90 وفاة.",
        "قالت منظمة الصحة العالمية إن الوفيات في السودان بلغت 140 وفاة.",
    )
    (one,) = told(f"{ministry} لكن {doctors}")
    assert (one["kind"], one["about"], one["about_name"]) == ("differ", "relief", "خطة الإغاثة")


def test_shares_of_two_bodies_and_dead_of_two_countries_do_not_conflict() -> None:
    assert told("عالجت منظمة أطباء بلا حدود 900 مصاب.", "عالجت اليونيسف 300 مصاب.") == []
    assert told("قال طبيب في السودان إن الوفيات بلغت 90 وفاة.", "قال مسؤول في تشاد إن الوفيات بلغت 20 وفاة.") == []


def test_nothing_goes_on_that_the_codebook_rules_out() -> None:
    dead = "قالت المنظمة إن الحمى أودت بحياة 90 مريضا في السودان."
    assert [indicator for indicator, _ in about(f"{dead} وخلفت الحرب 900 قتيل.")] == ["dead", None]


def test_a_sum_of_pledges_is_the_donors() -> None:
    assert about("تعهدت كندا بمبلغ 90 مليون دولار. وقال مركز إن حجم التعهدات بلغ 300 مليون دولار.") == [
        ("pledged", "ca"),
        ("pledged", "donors"),
    ]


@pytest.mark.parametrize(
    ("entry", "form", "found"),
    [
        ("أودى", "اودت", True),
        ("تلقى", "تتلق", True),
        ("تلقى", "يتلقي", True),
        ("تعهد", "يتعهد", True),
        ("توفي", "يتوفي", True),
        ("توفي", "وفي", False),
        ("قتلى", "قتلت", False),
        ("مستشفى", "مستشفت", False),
        ("أتى", "باتت", False),
    ],
)
def test_a_weak_verb_is_found_in_its_short_forms(entry: str, form: str, found: bool) -> None:
    assert bool(set(sought(entry)[0]) & set(keys(form))) is found


def test_a_codebook_that_follows_nobody_is_warned() -> None:
    loose, _, marks = read_codebook(TEXT.replace("subject: relief\n", "", 1), "fever.yaml")
    assert loose is not None and BOOK is not None
    assert [finding.line for finding in lint(loose, marks) if finding.kind == "subject"] == [12]
    assert [finding for finding in lint(BOOK, MARKS) if finding.kind == "subject"] == []


def test_the_answer_does_not_begin_with_and() -> None:
    assert BOOK is not None
    reading = read(
        Document(text="قالت منظمة الصحة العالمية إن الوفيات في السودان بلغت 140 وفاة.", source="a", id="a", published="2024-05-12"), BOOK
    )
    assert not balance.scorecard([reading], BOOK)["answer"][0]["text"].startswith("و")
