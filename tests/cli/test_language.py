"""Tables and scorecards name what they tell in the language that was asked for."""

import re

import pytest
from typer.testing import CliRunner

from hasila.cli.app import app

TEXT = (
    "قال متحدث باسم القيادة المركزية الأمريكية إن التحالف الدولي ضد داعش شن 4100 غارة جوية في العراق وسوريا حتى يوليو 2016. "
    "وقال البنتاغون إن التحالف الدولي شن 3000 غارة جوية في العراق وسوريا حتى يوليو 2016. "
    "وعقد وزراء 34 دولة من التحالف الدولي اجتماعا في باريس في 3 يونيو 2015. وانطلقت عملية العزم الصلب في 8 أغسطس 2014."
)
COMMANDS = ("series", "conflicts", "parties", "meetings", "operations")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("l")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run("add", str(folder / "a.txt"), "--ledger", str(folder / "l.db"))
    return str(folder / "l.db")


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, arguments, env={"COLUMNS": "240"})
    assert done.exit_code == 0, done.output
    return done.output


def table(command: str, ledger: str, lang: str) -> str:
    return run(command, "--ledger", ledger, "--lang", lang)


@pytest.mark.parametrize("command", [*COMMANDS, "scorecard"])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_no_id_is_shown_where_there_is_a_label(command: str, lang: str, ledger: str) -> None:
    shown = re.sub(r"\S*\.txt\S*", "", table(command, ledger, lang))
    assert not re.search(r"[a-z]_[a-z]", shown), shown


@pytest.mark.parametrize(
    ("command", "english", "arabic"),
    [
        ("series", "Airstrikes, Global Coalition Against ISIS", "الغارات الجوية، التحالف الدولي ضد داعش"),
        ("conflicts", "US Department of Defense", "وزارة الدفاع الأمريكية"),
        ("parties", "Global Coalition Against ISIS", "التحالف الدولي ضد داعش"),
        ("meetings", "France", "فرنسا"),
        ("operations", "Operation Inherent Resolve", "عملية العزم الصلب"),
    ],
)
def test_names_and_heads_are_in_the_language(command: str, english: str, arabic: str, ledger: str) -> None:
    assert english in table(command, ledger, "en")
    assert arabic in table(command, ledger, "ar")
    assert not re.search(r"\b(speaker|party|holder|host|docs|value)\b", table(command, ledger, "ar"))


def test_json_keeps_the_ids(ledger: str) -> None:
    assert '"indicator": "airstrikes"' in run("series", "--ledger", ledger, "--lang", "en", "--format", "json")
