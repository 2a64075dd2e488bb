import json
import os
import random
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from hasila import load_codebook, read
from hasila.errors import LedgerError
from hasila.ledger import Added, Ledger, reading_from_json, schema
from hasila.ledger import engine as ledger_engine
from hasila.records import Assessment, Document, Entity, Event, Figure, Number, Objective, Reading, Statement, Time, as_json
from hasila.sources import Located

TEXT = "أعلن الوزير أن 60 دولة شاركت في اجتماع باريس، وأن الهدف الأول لم يتحقق."


def document(name: str, text: str = TEXT, **known: str) -> Located:
    return Located(text=text, source=name, id=f"id-{name}", location=f"/there/{name}", **known)


def full(found: Document) -> Reading:
    """A reading with a record of every kind."""
    at: dict[str, Any] = {"start": 15, "end": 22, "exact": found.text[15:22]}
    aim = Objective(**at, holder=None, line="military", time="2016")
    return Reading(
        document=found,
        numbers=(Number(**at, type="cardinal", low=60.0, high=None, modifier="at_least", unit=None, rule="digits"),),
        times=(Time(**at, type="DATE", value=None, rule="none"),),
        figures=(
            Figure(**at, low=60.5, high=60.5, modifier="exact", role="total", counted="دولة", unit=None, indicator="member_states",
                   about="global_coalition", place=None, time=None, speaker="الوزير", via=None),
        ),
        entities=(Entity(name="باريس", type="place", id="paris", mentions=("باريس",), places=((39, 44),)),),
        statements=(Statement(**at, speaker="الوزير", via=None, cue="أعلن", type="announce", direct=False),),
        events=(Event(**at, type="meeting", trigger="اجتماع", status="happened", time=None, place="باريس", participants=("الوزير",)),),
        objectives=(aim, replace(aim, line="financing")),
        assessments=(
            Assessment(**at, assessor=None, line="military", verdict="not_met", objective=1),
            Assessment(**at, assessor=None, line="overall", verdict="not_met"),
        ),
        coverage={"tokens": 14, "numbers_unused": []},
    )  # fmt: skip


def plain(found: Reading) -> Reading:
    """With its document as the ledger knows it: without a location."""
    known = {name: getattr(found.document, name) for name in Document.__dataclass_fields__}
    return replace(found, document=Document(**known))


def dump(path: Path) -> str:
    with sqlite3.connect(path) as connection:
        return "\n".join(connection.iterdump())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "hasila.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger.open(path) as opened:
        yield opened


def test_a_reading_comes_back_from_its_json() -> None:
    reading = plain(full(document("a")))
    assert reading_from_json(reading.document, json.loads(json.dumps(as_json(reading)))) == reading
    real = plain(read(document("b"), load_codebook("coalition")))
    assert reading_from_json(real.document, json.loads(json.dumps(as_json(real)))) == real


def test_what_is_kept_comes_back(ledger: Ledger) -> None:
    reading = full(document("a", published="2016-07", publisher="جريدة", author="كاتب", title="عنوان", url="http://x"))
    assert ledger.add([reading], "coalition") == Added(new=1)
    (stored,) = ledger.readings()
    assert stored.reading == plain(reading)
    assert (stored.version, stored.codebook) == (1, "coalition")


def test_narrow_rows_carry_the_ids_of_the_json(path: Path, ledger: Ledger) -> None:
    reading = full(document("a"))
    ledger.add([reading], "coalition")
    whole = as_json(reading)
    with sqlite3.connect(path) as connection:
        kept = connection.execute("SELECT kind, id FROM record").fetchall()
        figures = connection.execute("SELECT id, indicator, low FROM figure").fetchall()
    ids = [(kind, row["record" if kind == "entities" else "id"]) for kind in whole if isinstance(whole[kind], list) for row in whole[kind]]
    assert sorted(kept) == sorted(ids)
    assert figures == [(whole["figures"][0]["id"], "member_states", 60.5)]


def test_adding_again_changes_nothing(path: Path) -> None:
    readings = [full(document(name)) for name in "abc"]
    with Ledger.open(path) as ledger:
        assert ledger.add(readings, "coalition") == Added(new=3)
    before = dump(path)
    with Ledger.open(path) as ledger:
        assert ledger.add([*readings, *readings], "coalition") == Added(unchanged=6)
    assert dump(path) == before


def test_a_changed_document_is_a_new_version_and_the_old_one_stays(path: Path, ledger: Ledger) -> None:
    ledger.add([full(document("a")), full(document("b"))], "coalition")
    assert ledger.add([full(document("a", TEXT + " انتهى"))], "coalition") == Added(changed=1)
    assert ledger.add([full(document("a", TEXT + " انتهى", published="2016"))], "coalition") == Added(changed=1)
    assert [(s.reading.document.source, s.version, s.reading.document.published) for s in ledger.readings()] == [
        ("a", 3, "2016"),
        ("b", 1, None),
    ]
    with sqlite3.connect(path) as connection:
        kept = connection.execute("SELECT number, text FROM version JOIN document ON document.id = document WHERE source = 'a'").fetchall()
    assert kept == [(1, TEXT), (2, TEXT + " انتهى"), (3, TEXT + " انتهى")]


def test_another_spelling_of_the_path_is_the_same_document(ledger: Ledger) -> None:
    ledger.add([full(document("a"))], "coalition")
    other = replace(document("a"), source="./other/a", id="other")
    assert ledger.add([full(other)], "coalition") == Added(unchanged=1)
    assert [s.reading.document.source for s in ledger.readings()] == ["a"]


def test_a_better_reader_adds_a_reading(ledger: Ledger) -> None:
    ledger.add([full(document("a"))], "coalition")
    assert ledger.add([replace(full(document("a")), times=())], "coalition") == Added(changed=1)
    (stored,) = ledger.readings()
    assert stored.version == 1 and stored.reading.times == ()


def test_each_codebook_has_its_reading(ledger: Ledger) -> None:
    ledger.add([full(document("a"))], "coalition")
    ledger.add([replace(full(document("a")), figures=())], "donors")
    assert ledger.codebooks() == ["coalition", "donors"]
    assert [len(s.reading.figures) for s in ledger.readings()] == [1, 0]
    assert [len(s.reading.figures) for s in ledger.readings("donors")] == [0]


def test_the_order_of_adding_changes_no_result(tmp_path: Path) -> None:
    readings = [full(document(f"{n:03}", f"{TEXT} رقم {n}")) for n in range(250)]
    found = []
    for seed in (1, 2):
        random.Random(seed).shuffle(readings)
        with Ledger.open(tmp_path / f"{seed}.db") as ledger:
            ledger.add(readings, "coalition")
            found.append((list(ledger.readings()), ledger.search("دولة", 300)))
    assert found[0] == found[1]
    assert len(found[0][0]) == len(found[0][1]) == 250


def test_a_stop_keeps_whole_batches(path: Path) -> None:
    def stopping() -> Iterator[Reading]:
        for n in range(150):
            yield full(document(str(n)))
        raise KeyboardInterrupt

    with Ledger.open(path) as ledger, pytest.raises(KeyboardInterrupt):
        ledger.add(stopping(), "coalition")
    with Ledger.open(path) as ledger:
        assert len(list(ledger.readings())) == 100
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("العراق", ["العراق", "العراق"]),
        ("عراق", ["عراق", "عراق"]),
        ("الأمم", ["الأُمَمُ"]),
        ("المتحده", ["المتحدة"]),
        ('"الامم المتحدة"', ["الأُمَمُ المتحدة"]),
        ("٦٠", ["60"]),
        ("دولة 60", ["60", "دولة"]),
        ("NATO", ["Nato"]),
    ],
)
def test_search_finds_words_however_they_are_spelled(ledger: Ledger, words: str, exact: list[str]) -> None:
    text = "قالت الأُمَمُ المتحدة إن 60 دولة في Nato معنية بالعراق، وللعراق رأي والعراق بلد."
    ledger.add([full(document("a", text)), full(document("b", TEXT.replace("60 دولة", "بلدان")))], "coalition")
    (page,) = ledger.search(words)
    assert page.source == "a"
    assert all(text[hit.start : hit.end] == hit.exact for hit in page.hits)
    assert set(exact) <= {hit.exact for hit in page.hits}
    assert text[page.start :].startswith(page.snippet)
    assert page.start <= page.hits[0].start < page.start + len(page.snippet)


@pytest.mark.parametrize("words", ["غارة", "غارات", "الغارة", "غارتين"])
def test_search_finds_every_inflected_form_of_a_word(ledger: Ledger, words: str) -> None:
    text = "نفذت الطائرات غارة ثم غارتين، وتوالت الغارات؛ وبغارات أخرى انتهى اليوم. وجرى قتال غارق في الدخان."
    ledger.add([full(document("a", text)), full(document("b", TEXT))], "coalition")
    (page,) = ledger.search(words)
    assert [hit.exact for hit in page.hits][:2] == ["غارة", "غارتين"]
    assert [hit.exact.removeprefix("ال") for hit in page.hits][2:] == ["غارات", "غارات"]
    (literal,) = ledger.search('"غارة"')
    assert [hit.exact for hit in literal.hits] == ["غارة"]


def test_a_snippet_is_bounded_though_a_word_is_not(ledger: Ledger) -> None:
    huge = "غارات" + "ا" * 50_000
    ledger.add([full(document("a", f"نفذت الطائرات {huge} ثم غارة على {'ب' * 50_000} بعد ذلك."))], "coalition")
    (page,) = ledger.search("غارة")
    assert "غارة" in page.snippet and len(page.snippet) < 600
    (page,) = ledger.search(huge)
    assert huge.startswith(page.snippet.partition("غارات")[1]) and len(page.snippet) < 800


def test_search_sees_current_versions_only_and_is_not_injected(ledger: Ledger) -> None:
    ledger.add([full(document("a", TEXT))], "coalition")
    ledger.add([full(document("a", TEXT.replace("باريس", "لندن")))], "coalition")
    assert ledger.search("باريس") == []
    assert len(ledger.search("لندن")) == 1
    assert ledger.search('"دولة شاركت') != [] and ledger.search('"شاركت دولة"') == []
    assert ledger.search("NOT OR folded:x* (") == []
    with pytest.raises(LedgerError, match="no word"):
        ledger.search("؟ !")


def test_the_tables_are_those_of_the_migrations(ledger: Ledger) -> None:
    with ledger._engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "version_table": schema.VERSION_TABLE,
                "include_object": lambda _, name, kind, *__: not (kind == "table" and name.startswith("search")),
            },
        )
        assert compare_metadata(context, schema.metadata) == []
    assert ScriptDirectory(str(ledger_engine._MIGRATION)).get_current_head() == schema.HEAD


def test_the_ledger_is_in_wal_and_holds_foreign_keys(ledger: Ledger) -> None:
    with ledger._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def refused(where: object, says: str, create: bool = True) -> None:
    with pytest.raises(LedgerError, match=says) as caught:
        Ledger.open(str(where), create=create)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_something_else_stays_as_it_is(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("ملاحظات")
    refused(text, "is no ledger but another kind of file")
    assert text.read_text() == "ملاحظات"
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"SQLite format 3\x00" + b"x" * 5000)
    refused(broken, "is no ledger, or is damaged")


def test_the_database_of_another_program_stays_as_it_is(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE document (x)")
    connection.commit()
    connection.close()
    refused(other, "is the database of another program")
    assert "schema_version" not in dump(other)


def test_a_newer_schema(path: Path) -> None:
    Ledger.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE schema_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    refused(path, "was written by a newer Hasila")


def test_missing_folders_and_addresses(tmp_path: Path) -> None:
    refused(tmp_path, "is a folder")
    refused(tmp_path / "gone" / "x.db", "its folder is not there")
    refused(tmp_path / "x.db", "make one with: hasila add", create=False)
    assert not (tmp_path / "x.db").exists()
    (tmp_path / "empty.db").touch()
    refused(tmp_path / "empty.db", "there is no ledger here", create=False)
    refused("postgresql://secret:word@host/x", r"only SQLite ledgers")
    with pytest.raises(LedgerError) as caught:
        Ledger.open("postgresql://secret:word@host/x")
    assert "word@" not in str(caught.value)


def test_a_url(path: Path) -> None:
    with Ledger.open(f"sqlite:///{path}") as ledger:
        ledger.add([full(document("a"))], "coalition")
    assert path.exists()


def test_a_locked_ledger_loses_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_engine, "_PATIENCE", 0.1)
    with Ledger.open(path) as ledger:
        ledger.add([full(document("a"))], "coalition")
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="another program is writing to it"):
            ledger.add([full(document("b"))], "coalition")
        assert len(list(ledger.readings())) == 1
        other.execute("ROLLBACK")
        other.close()
        assert ledger.add([full(document("b"))], "coalition") == Added(new=1)


def test_two_writers_take_turns(path: Path) -> None:
    Ledger.open(path).close()

    def write(name: str) -> None:
        with Ledger.open(path) as ledger:
            for n in range(5):
                ledger.add([full(document(f"{name}{n}"))], "coalition")

    writers = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with Ledger.open(path) as ledger:
        assert len(list(ledger.readings())) == 10


def test_half_a_surrogate_pair_is_refused_whole(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="surrogate"):
        ledger.add([full(document("a")), full(document("b", TEXT + "\ud800"))], "coalition")
    assert list(ledger.readings()) == []


READ_ONLY = """
import os, sys
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)
from hasila.errors import LedgerError
from hasila.ledger import Ledger
for create in (True, False):
    try:
        with Ledger.open(sys.argv[1], create=create) as ledger:
            print(len(list(ledger.readings())))
    except LedgerError as error:
        print(error)
"""


def test_a_read_only_folder_can_be_read_but_not_written(tmp_path: Path) -> None:
    folder = tmp_path / "shut"
    folder.mkdir()
    with Ledger.open(folder / "x.db") as ledger:
        ledger.add([full(document("a"))], "coalition")
    for place in (tmp_path, *list(tmp_path.parents)[:2]):
        place.chmod(0o755)
    folder.chmod(0o555)
    (folder / "x.db").chmod(0o444)
    for name, told in (("x.db", ["may not be written to", "1"]), ("new.db", ["its folder may not be written to", "make one with"])):
        ran = subprocess.run([sys.executable, "-c", READ_ONLY, str(folder / name)], capture_output=True, text=True, env=os.environ)
        if "PermissionError" in ran.stderr or "ModuleNotFound" in ran.stderr:
            pytest.skip("this machine doesn't let another user run the program")
        assert [want in said for want, said in zip(told, ran.stdout.splitlines(), strict=True)] == [True, True], ran.stdout + ran.stderr
    assert sorted(p.name for p in folder.iterdir()) == ["x.db"]
    folder.chmod(0o755)


def test_a_ledger_on_a_read_only_disk_is_opened_without_touching_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(path) as ledger:
        ledger.add([full(document("a"))], "coalition")
    before = path.read_bytes()
    monkeypatch.setattr(os, "access", lambda _, mode: mode == os.R_OK)
    with Ledger.open(path, create=False) as ledger:
        assert len(list(ledger.readings())) == 1
    refused(path, "may not be written to")
    refused(path.parent / "new.db", "its folder may not be written to")
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]
