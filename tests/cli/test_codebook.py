"""`hasila codebook` as a user runs it: real files, the real program."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hasila.cli.app import app

ARTICLE = "جرح عمال قبل أن تبني الوزارة 40 مدرسة في الريف. وزرعت البلدية 30 شجرة."


def hasila(*words: str) -> Result:
    return CliRunner().invoke(app, list(words), env={"COLUMNS": "200"})


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_one_passes_its_check_and_is_never_overwritten(here: Path) -> None:
    written = hasila("codebook", "new", "schools")
    assert written.exit_code == 0 and "hasila codebook check schools.yaml" in written.stdout
    text = (here / "schools.yaml").read_text(encoding="utf-8")
    assert text.count("#") > 20, "it is commented"
    checked = hasila("codebook", "check", "schools.yaml")
    assert (checked.exit_code, checked.stdout) == (0, "schools.yaml: 2 indicators, 4 examples, 0 errors, 0 warnings\n")
    again = hasila("codebook", "new", "schools")
    assert again.exit_code == 2 and "schools.yaml: is there already, and is left as it is" in again.stderr
    assert (here / "schools.yaml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("Schools",), "the name 'Schools' must be of small Latin letters"),
        (("schools", "schools.txt"), "a codebook's file ends in .yaml; write schools.txt.yaml"),
        (("schools", "nowhere/schools.yaml"), "can't be written"),
    ],
)
def test_a_start_that_cannot_be_made_says_what_to_write(here: Path, words: tuple[str, ...], says: str) -> None:
    ran = hasila("codebook", "new", *words)
    assert ran.exit_code == 2 and says in ran.stderr
    assert list(here.iterdir()) == []


def test_it_can_be_begun_in_a_folder(here: Path) -> None:
    (here / "mine").mkdir()
    assert hasila("codebook", "new", "schools", "mine").exit_code == 0
    assert (here / "mine" / "schools.yaml").exists()


def test_errors_are_told_by_line_and_fail_the_check(here: Path) -> None:
    hasila("codebook", "new", "schools")
    path = here / "schools.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("accumulates:", "acumulates:"), encoding="utf-8")
    ran = hasila("codebook", "check", "schools.yaml")
    assert ran.exit_code == 1
    assert "an indicator has no 'acumulates'; did you mean 'accumulates'?" in ran.stdout
    line = next(n for n, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if "acumulates" in text)
    told = json.loads(hasila("codebook", "check", "schools.yaml", "--json").stdout)
    assert told["errors"] == 1
    assert [(finding["kind"], finding["line"]) for finding in told["findings"]] == [("form", line)]


def test_a_failing_example_says_what_came_instead(here: Path) -> None:
    hasila("codebook", "new", "schools")
    path = here / "schools.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("indicator: null", "indicator: schools_built"), encoding="utf-8")
    ran = hasila("codebook", "check", "schools.yaml", "--json")
    told = json.loads(ran.stdout)
    assert ran.exit_code == 1 and [finding["kind"] for finding in told["findings"]] == ["example"]
    assert "wanted schools_built; there came no indicator" in told["findings"][0]["says"]


def test_it_is_tried_on_articles(here: Path) -> None:
    hasila("codebook", "new", "schools")
    (here / "article.txt").write_text(ARTICLE, encoding="utf-8")
    ran = hasila("codebook", "check", "schools.yaml", "--on", "article.txt", "--json")
    told = json.loads(ran.stdout)
    assert ran.exit_code == 0 and told["errors"] == 0
    assert told["on"] == {"documents": 1, "indicators": {"schools_built": 1}, "without_indicator": {"شجرة": 1}, "shared": []}
    assert [finding["says"] for finding in told["findings"]] == [
        "the indicator 'cost' matched nothing in 1 document",
        "the actor 'school_fund' matched nothing in 1 document",
    ]
    table = hasila("codebook", "check", "schools.yaml", "--on", "article.txt").stdout
    assert "figures in 1 document" in table and "شجرة" in table


def test_the_words_that_each_entry_found_are_told(here: Path) -> None:
    hasila("codebook", "new", "schools")
    (here / "article.txt").write_text(ARTICLE, encoding="utf-8")
    ran = hasila("codebook", "check", "schools.yaml", "--on", "article.txt", "--words", "--json")
    assert json.loads(ran.stdout)["on"]["words"] == {"مدرسة": ["مدرسه"], "بنى": ["تبني"], "يبني": ["تبني"]}
    assert "مدرسه" in hasila("codebook", "check", "schools.yaml", "--on", "article.txt", "--words").stdout


def test_an_article_that_cannot_be_read_fails_the_check() -> None:
    hasila("codebook", "new", "schools")
    ran = hasila("codebook", "check", "schools.yaml", "--on", "nowhere.txt")
    assert ran.exit_code == 1 and "nowhere.txt" in ran.stderr


@pytest.mark.parametrize("name", ["coalition", "donors", "general"])
def test_those_that_ship_are_checked_by_name(name: str) -> None:
    ran = hasila("codebook", "check", name)
    assert ran.exit_code == 0
    assert ran.stdout.startswith(f"{name}.yaml: ") and ran.stdout.endswith(" 0 errors, 0 warnings\n")


def test_no_such_codebook_says_what_there_is() -> None:
    ran = hasila("codebook", "check", "donor")
    assert ran.exit_code == 2 and "did you mean 'donors'?" in ran.stderr
    assert "coalition, donors, general" in hasila("codebook", "check", "rain").stderr


def test_an_editor_gets_the_schema() -> None:
    ran = hasila("codebook", "schema")
    kept = Path(__file__).resolve().parents[2] / "docs" / "codebook.schema.json"
    assert ran.exit_code == 0 and json.loads(ran.stdout) == json.loads(kept.read_text(encoding="utf-8"))


def test_the_codebook_of_ones_own_is_read_with(here: Path) -> None:
    hasila("codebook", "new", "schools")
    (here / "article.txt").write_text(ARTICLE, encoding="utf-8")
    ran = hasila("read", "article.txt", "--codebook", "schools.yaml", "--format", "jsonl")
    assert ran.exit_code == 0
    assert [figure["indicator"] for figure in json.loads(ran.stdout)["figures"]] == ["schools_built", None]
