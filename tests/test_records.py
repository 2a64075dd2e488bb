"""Records have ids that survive a re-run, and JSON in the contract's form."""

from hasila import Document, as_json, load_codebook, read
from hasila.records import KINDS, Assessment, Objective, Reading, Time, record_ids

TEXT = "أعلنت الوزارة أمس مقتل 12 شخصا في المدينة. وقال المدير إن الهدف وقف القتال."


def reading(**parts: object) -> Reading:
    empty = dict.fromkeys(KINDS, ())
    return Reading(document=Document(text=TEXT, source="a.txt", id="a"), **{**empty, **parts})  # type: ignore[arg-type]


def test_ids_are_the_same_in_every_run_and_differ_between_records() -> None:
    document = Document(text=TEXT, source="a.txt", id="a", published="2018-02-14")
    once, again = (as_json(read(document, load_codebook("coalition"))) for _ in range(2))
    assert once == again
    ids = [r["record" if kind == "entities" else "id"] for kind in KINDS for r in once[kind]]
    assert len(ids) == len(set(ids)) > 0


def test_two_lines_of_one_aim_have_ids_of_their_own() -> None:
    aims = tuple(Objective(start=54, end=64, exact=TEXT[54:64], holder=None, line=line, time=None) for line in ("military", "overall"))
    assert len(set(record_ids(reading(objectives=aims), "objectives"))) == 2


def test_an_assessment_names_its_objective_by_id() -> None:
    aim = Objective(start=54, end=64, exact=TEXT[54:64], holder=None, line="military", time=None)
    judged = Assessment(start=0, end=6, exact=TEXT[:6], assessor=None, line="military", verdict="met", objective=0)
    whole = as_json(reading(objectives=(aim,), assessments=(judged,)))
    assert whole["assessments"][0]["objective"] == whole["objectives"][0]["id"]


def test_equal_records_are_one_in_a_set() -> None:
    first, second = (Time(start=0, end=3, exact="أمس", type="DATE", value=None, rule="day") for _ in range(2))
    assert first is not second and {first} == {second}
