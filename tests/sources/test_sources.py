import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hasila.records import Document
from hasila.sources import Failure, Located, count, documents

TEXT = "شاركت 60 دولة في المؤتمر.\r\nثم انفض.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, content: str | bytes = TEXT) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def rows(name: str, *lines: Any) -> None:
    put(name, "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))


def got(*paths: str, **options: Any) -> list[Document]:
    return [found for found in documents(paths, **options) if isinstance(found, Document)]


def failed(*paths: str) -> list[str]:
    return [str(found) for found in documents(paths) if isinstance(found, Failure) and not found.note]


def test_the_stored_text_is_the_decoded_text() -> None:
    put("a.txt", b"\xef\xbb\xbf" + TEXT.encode())
    assert [d.text for d in got("a.txt")] == [TEXT]


def test_source_is_the_path_as_typed_and_the_location_is_where_it_lies(here: Path) -> None:
    put("articles/a.txt")
    first, second = got("./articles//a.txt"), got(str(here / "articles" / "a.txt"))
    assert first[0].source == "articles/a.txt"
    assert isinstance(first[0], Located) and isinstance(second[0], Located)
    assert first[0].location == second[0].location
    assert len(first[0].id) == 16 and first[0].id != second[0].id


def test_a_file_reached_twice_is_read_once() -> None:
    put("articles/a.txt")
    Path("link.txt").symlink_to("articles/a.txt")
    assert [d.source for d in got("articles/a.txt", "articles", "link.txt")] == ["articles/a.txt"]


def test_a_folder_is_read_in_order_with_its_subfolders_without_hidden_files() -> None:
    for name in ("b.txt", "a.txt", "sub/c.TXT", ".hidden.txt", ".git/d.txt", "x.png"):
        put(f"in/{name}")
    rows("in/more.jsonl", {"id": "1", "text": TEXT})
    found = list(documents(["in"]))
    assert [d.source for d in found if isinstance(d, Document)] == ["in/a.txt", "in/b.txt", "in/more.jsonl#1", "in/sub/c.TXT"]
    assert [str(f) for f in found if isinstance(f, Failure) and f.note] == ["in: files that are no articles were passed over (.png: 1)"]
    assert not failed("in")
    assert count(["in"]) == 3  # the last line of the .jsonl has no newline


def test_documents_csv() -> None:
    put("in/a.txt")
    put("in/sub/b.txt")
    put(
        "in/documents.csv",
        '\ufeffFile,published,publisher,title\na.txt,2016-07-20,"جريدة, الأولى",عنوان\nsub/b.txt,2016,,\n'.encode("utf-8"),
    )
    a, b = got("in")
    assert (a.published, a.publisher, a.title, a.author) == ("2016-07-20", "جريدة, الأولى", "عنوان", None)
    assert b.published == "2016"
    assert got("in/a.txt")[0].published == "2016-07-20", "a file given by name is the same document"
    assert got("in/a.txt", "in/documents.csv") and not failed("in/a.txt", "in/documents.csv")
    assert "give its folder" in failed("in/documents.csv")[0]


def test_documents_csv_in_windows_1256() -> None:
    put("in/a.txt")
    put("in/documents.csv", "file,publisher\na.txt,جريدة الصباح اليومية\n".encode("windows-1256"))
    assert got("in")[0].publisher == "جريدة الصباح اليومية"


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("name,published\na.txt,2016\n", "in/documents.csv: has no column named file"),
        ("", "has no column named file"),
        ("file,published\na.txt,2016\ngone.txt,2016\n", "line 3: gone.txt is not in this folder"),
        ("file,published\na.txt,2016\n../a.txt,2016\n", "line 3: ../a.txt is not in this folder"),
        ("file,published\na.txt,20 يوليو\n", "line 2: published is no date"),
        ("file,published\na.txt,2016-02-30\n", "line 2: published is no date"),
        ("file,published\na.txt,2016\na.txt,2017\n", "line 3: a.txt is listed again; the row on line 2 counts"),
        ("file,published\na.txt,2016\n,2017\n", "line 3: names no file"),
        ("file,published\na.txt,2016,more\n", "line 2: has more values than columns"),
        ('file,published\na.txt,2016\nb.txt,"2017\n', "is broken from line 3 on"),
        (b"file\n\xff\xfe\xfa", "is no Arabic text"),
        (b"\x89PNG\0\xff", "is not a text"),
    ],
)
def test_a_broken_documents_csv_is_named_and_the_articles_are_read(table: str | bytes, says: str) -> None:
    put("in/a.txt")
    put("in/documents.csv", table)
    assert len(failed("in")) == 1
    assert says in failed("in")[0]
    assert [d.text for d in got("in")] == [TEXT]


def test_a_wrong_row_leaves_the_others() -> None:
    put("in/a.txt")
    put("in/b.txt")
    put("in/documents.csv", "file,published\na.txt,2016-13\nb.txt,2015\n")
    assert [d.published for d in got("in")] == [None, "2015"]
    assert not failed("in/b.txt"), "a file is not blamed for another's row"


def test_jsonl() -> None:
    rows(
        "d.jsonl", {"id": "x", "text": TEXT, "published": "2016-07-20T10:00:00Z", "title": "عنوان", "seen": 4}, "", {"id": 7, "text": "نص"}
    )
    first, second = got("d.jsonl")
    assert (first.id, first.source, first.published, first.title, first.text) == ("x", "d.jsonl#x", "2016-07-20", "عنوان", TEXT)
    assert second.id == "7"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"id": "b", "text": ', "is not JSON"),
        ("[" * 100_000, "nested too deep"),
        ('{"id": ' + "9" * 5000 + ', "text": "نص"}', "number too long"),
        ('["b"]', "is not a JSON object"),
        ('"b"', "is not a JSON object"),
        ({"id": "b"}, "has no text"),
        ({"id": "b", "text": 5}, "text is no string"),
        ({"id": "b", "text": " \n"}, "text is empty"),
        ({"id": "b", "text": "ن\0"}, "NUL"),
        ({"text": "نص"}, "has no id"),
        ({"id": "", "text": "نص"}, "has no id"),
        ({"id": ["b"], "text": "نص"}, "id is no string"),
        ({"id": True, "text": "نص"}, "id is no string"),
        ({"id": "b\nc", "text": "نص"}, "control characters"),
        ({"id": "a", "text": "نص"}, "stands on line 1 already"),
    ],
)
def test_a_broken_line_is_named_and_the_others_are_read(line: Any, says: str) -> None:
    rows("d.jsonl", {"id": "a", "text": TEXT}, line, {"id": "z", "text": TEXT})
    assert len(failed("d.jsonl")) == 1
    assert failed("d.jsonl")[0].startswith("d.jsonl, line 2: ")
    assert says in failed("d.jsonl")[0]
    assert [d.id for d in got("d.jsonl")] == ["a", "z"]


@pytest.mark.parametrize(("name", "value"), [("published", "أمس"), ("published", "2016-02-31"), ("title", 5), ("url", ["x"])])
def test_a_row_with_wrong_metadata_is_read_without_it(name: str, value: Any) -> None:
    rows("d.jsonl", {"id": "a", "text": TEXT, name: value})
    assert f"{name} is no" in failed("d.jsonl")[0]
    assert getattr(got("d.jsonl")[0], name) is None


def test_a_line_that_is_not_utf8() -> None:
    put("d.jsonl", '{"id": "a", "text": "نص"}\n'.encode() + '{"id": "b", "text": "نص"}\n'.encode("windows-1256"))
    assert failed("d.jsonl") == ["d.jsonl, line 2: is not UTF-8; save the file as UTF-8"]
    put("e.jsonl", '{"id": "a", "text": "نص"}\n'.encode("utf-16"))
    assert "UTF-16" in failed("e.jsonl")[0]


def test_half_a_surrogate_pair_is_replaced_one_for_one() -> None:
    rows("d.jsonl", '{"id": "a", "text": "قال \\ud83d ثم"}')
    assert got("d.jsonl")[0].text == "قال \ufffd ثم"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", "", "is empty"),
        ("a.txt", " \n\t\u200a\n", "is empty"),
        ("a.txt", b"\x89PNG\0\0\xff", "is not a text"),
        ("a.jsonl", "", "is empty"),
        ("a.jsonl", "\n \n", "is empty"),
        ("a.pdf", b"%PDF", "is a document with a layout"),
        ("a.html", "<p>", "is a web page"),
        ("a.csv", "x", "is a table"),
    ],
)
def test_a_bad_file_is_named_and_the_next_is_read(name: str, content: str | bytes, says: str) -> None:
    put(name, content)
    put("good.txt")
    assert failed(name, "good.txt")[0].startswith(f"{name}: {says}")
    assert [d.source for d in got(name, "good.txt")] == ["good.txt"]


def test_what_is_not_there(here: Path) -> None:
    (here / "empty").mkdir()
    put("images/x.png", b"")
    Path("dangling.txt").symlink_to("nowhere.txt")
    assert failed("gone.txt") == ["gone.txt: is not there; check the path"]
    assert failed("dangling.txt") == ["dangling.txt: is not there; check the path"]
    assert failed("empty")[0].startswith("empty: holds no article (it is empty)")
    assert failed("images")[0].startswith("images: holds no article (.png: 1)")


def test_what_may_not_be_read() -> None:
    put("in/a.txt")
    put("in/shut/b.txt")
    Path("in/b.txt").write_text(TEXT)
    Path("in/b.txt").chmod(0)
    Path("in/shut").chmod(0)
    if os.access("in/b.txt", os.R_OK):
        pytest.skip("permissions don't bind this user")
    said = failed("in")
    Path("in/shut").chmod(0o700)
    assert sorted(said) == ["in/b.txt: may not be read; change its permissions", "in/shut: may not be read; change its permissions"]


def test_a_name_that_is_no_unicode() -> None:
    with open(b"\xff.txt", "wb") as file:  # noqa: PTH123 - bytes
        file.write(TEXT.encode())
    assert [d.source for d in got(".")] == ["\ufffd.txt"]


def test_standard_input_and_a_date_for_those_without() -> None:
    put("a.txt")
    put("documents.csv", "file,published\na.txt,2015\n")
    found = got("-", "a.txt", published="2016-07", stdin=io.BytesIO(TEXT.encode("windows-1256", "ignore")))
    assert [(d.source, d.published) for d in found] == [("-", "2016-07"), ("a.txt", "2015")]


def test_rows_come_one_at_a_time() -> None:
    rows("d.jsonl", *({"id": str(n), "text": TEXT} for n in range(1000)), "broken")
    stream = iter(documents(["d.jsonl"]))
    assert isinstance(next(stream), Document)


def test_ids_are_the_same_under_every_hash_seed() -> None:
    for n in range(5):
        put(f"in/{n}.txt")
    code = "from hasila.sources import documents; print([(d.id, d.source) for d in documents(['in'])])"
    said = {subprocess.run([sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": s}, capture_output=True).stdout for s in "01"}
    assert len(said) == 1 and b"in/4.txt" in said.pop()
