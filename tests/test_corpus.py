"""A corpus of one's own is held against what is known to be in it: what is right, missed, false and in conflict is counted as such."""

from pathlib import Path

import pytest
import yaml

from corpus import Corpus, count

LEAD = "أعلن التحالف الدولي ضد داعش أن غاراته على الرقة أودت بحياة 120 مدنيا منذ بداية الحملة، في حين وثق المرصد السوري مقتل 900 مدني فيها."
POINT = {"file": "one.txt", "exact": "120 مدنيا", "indicator": "civilian_deaths", "low": 120, "high": 120, "time": ["2017-09-01"]}
OTHER = {"file": "one.txt", "exact": "900 مدني", "indicator": "civilian_deaths", "low": 900, "high": 900, "time": ["2017-09-01"]}
RIGHT = [{**POINT, "speaker": ["التحالف"]}, {**OTHER, "speaker": ["المرصد"]}]
AGAIN = f"{LEAD} وكرر التحالف الدولي ضد داعش أن غاراته على الرقة أودت بحياة 120 مدنيا منذ بداية الحملة."
CLASH = {"indicator": "civilian_deaths", "kind": "differ"}


def counts(folder: Path, points: list[dict[str, object]], lead: str = LEAD, nth: int = 1) -> dict[str, int]:
    articles = folder / "articles"
    articles.mkdir()
    (articles / "one.txt").write_text(f"غارات على الرقة\n\n{lead}\n", encoding="utf-8")
    (articles / "documents.csv").write_text("file,published,publisher\none.txt,2017-09-01,صحيفة\n", encoding="utf-8")
    truth = {"points": points, "conflicts": [{**CLASH, "figures": [{**POINT, "nth": nth}, OTHER]}], "reprints": []}
    (folder / "truth.yaml").write_text(yaml.safe_dump(truth, allow_unicode=True), encoding="utf-8")
    return count(Corpus(folder), misses=False)


def test_what_is_known_is_right(tmp_path: Path) -> None:
    found = counts(tmp_path, RIGHT)
    assert {field: found[field] for field in ("points", "speaker", "drawn", "false", "shown")} == {
        "points": 2, "speaker": 2, "drawn": 2, "false": 0, "shown": 1
    }  # fmt: skip


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("number", {"low": 130}),
        ("indicator", {"indicator": "enemy_killed"}),
        ("time", {"time": ["2016"]}),
        ("speaker", {"speaker": ["كيري"]}),
    ],
)
def test_what_is_otherwise_than_known_is_wrong_from_there_on(tmp_path: Path, field: str, wrong: dict[str, object]) -> None:
    found = counts(tmp_path, [{**RIGHT[0], **wrong}, RIGHT[1]])
    assert (found[field], found["speaker"]) == (1, 1)
    assert found["false"] == (field == "indicator")


def test_what_nobody_listed_is_false(tmp_path: Path) -> None:
    found = counts(tmp_path, RIGHT[:1])
    assert (found["points"], found["speaker"], found["false"]) == (1, 1, 1)


def test_a_conflict_is_shown_wherever_its_number_is_told(tmp_path: Path) -> None:
    for nth in (1, 2):
        folder = tmp_path / str(nth)
        folder.mkdir()
        assert counts(folder, RIGHT, AGAIN, nth)["shown"] == 1


def test_the_toll_of_one_blow_costs_nothing(tmp_path: Path) -> None:
    found = counts(tmp_path, [RIGHT[0], {**RIGHT[1], "low": 1, "incident": True}])
    assert (found["points"], found["speaker"], found["false"]) == (1, 1, 0)
