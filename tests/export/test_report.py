"""The report: nothing stands in it without a note, and every note can be reached and left."""

import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.table import WD_TABLE_DIRECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from hasila.export import document, markdown, sheet
from hasila.export.report import Grid, Heading, Line, Note
from hasila.export.section import compose
from shelf import article, examples, material

EVIL = (
    "قال المتحدث إن 17 مدنيا قتلوا في غارات للتحالف الدولي على <script>الموصل</script> | يوم *20* يوليو 2016 [هنا](x) &amp; `هناك`.\n"
    "وقال محللون إن التحالف الدولي فشل في حماية المدنيين\x1b[2J \u202eتماما."
)


def wording(language: str = "ar") -> str:
    return "".join(markdown.pieces(examples(language)))


def endnotes(written: Document) -> dict[int, Any]:
    root = written.part.part_related_by(RELATIONSHIP_TYPE.ENDNOTES)
    found = docx.oxml.parse_xml(root.blob)
    return {int(note.get(qn("w:id"))): note for note in found if note.get(qn("w:type")) is None}


def text_of(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Document:
    path = tmp_path_factory.mktemp("report") / "r.docx"
    document.write(examples(), path)
    return docx.Document(str(path))


def test_every_claim_has_a_note() -> None:
    report = compose(examples())
    *claims, _coverage = _by_heading(report.blocks)
    assert len(claims) >= 10
    rows = [words for _, blocks in claims for block in blocks for words in _claims(block)]
    assert len(rows) > 200 and all(any(isinstance(part, Note) for part in words) for words in rows)


def _by_heading(blocks: list[Any]) -> list[tuple[str, list[Any]]]:
    found: list[tuple[str, list[Any]]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            found.append((block.text, []))
        else:
            found[-1][1].append(block)
    return found


def _claims(block: Any) -> list[tuple[Any, ...]]:
    if isinstance(block, Line) and block.item:
        return [block.words]
    return [tuple(part for cell in row for part in cell) for row in block.rows] if isinstance(block, Grid) else []


def test_parties_and_operations_are_told_with_their_notes() -> None:
    blocks = dict(_by_heading(compose(examples("en")).blocks))
    (parties,), (operations,) = blocks["Parties"], blocks["Operations"]
    named = [str(row[0][0]) for row in parties.rows]
    assert named[:2] == ["Global Coalition Against ISIS (coalition)", "Islamic Military Counter Terrorism Coalition (coalition)"]
    words = "".join(str(part) for part in parties.rows[1][4] if not isinstance(part, Note))
    assert words.startswith("left out: Iraq, Iran, Syria, Algeria, Oman “") and "عمان والجزائر”" in words
    assert "Operation Inherent Resolve" in [row[0][0] for row in operations.rows]
    assert all(any(isinstance(part, Note) for part in row[0]) for row in (*parties.rows, *operations.rows))


def test_every_point_conflict_verdict_aim_and_meeting_is_told() -> None:
    report, held = compose(examples()), examples().balance
    noted = {evidence.id for evidence in report.notes}
    assert {account.id for line in held.lines for point in line.points for account in point} <= noted
    assert {account.id for conflict in held.conflicts for account in conflict.accounts} <= noted
    assert {one.id for one in held.assessments} | {told.id for aim in held.aims for told in aim.told} <= noted
    assert {sitting.id for meeting in held.meetings for sitting in meeting.sittings} <= noted


@pytest.mark.parametrize("language", ["ar", "en"])
def test_marks_and_notes_of_markdown_belong_together(language: str) -> None:
    text = wording(language)
    marks = re.findall(r"\[\^(\d+)\](?!:)", text)
    notes = re.findall(r"^\[\^(\d+)\]:", text, re.M)
    assert [int(number) for number in notes] == list(range(1, len(notes) + 1))
    assert set(marks) == set(notes) and list(dict.fromkeys(marks)) == notes
    assert ('<div dir="rtl">' in text) == (language == "ar")


def test_a_note_says_the_words_the_sentence_the_source_the_date_and_the_place() -> None:
    found = article(
        "قال المتحدث إن 17 مدنيا قتلوا في غارات التحالف. ثم مضى.", title="عنوان", publisher="صحيفة", url="https://example.org/1"
    )
    text = "".join(markdown.pieces(material(found)))
    start = found.text.index("17 مدنيا")
    assert (
        "«17 مدنيا». الجملة: «قال المتحدث إن 17 مدنيا قتلوا في غارات التحالف.». المصدر: صحيفة، «عنوان»، 1 أغسطس/آب 2016. "
        f"<https://example.org/1>. `a.txt:{start}-{start + 8}`"
    ) in text


def test_a_text_is_neither_markup_nor_a_table_nor_a_command() -> None:
    text = "".join(markdown.pieces(material(article(EVIL, url="javascript:alert(1)", title="`x`"))))
    for escaped in (r"\<script\>", r"\<\/script\>", r"\|", r"\*20\*", r"\[هنا\](x)", r"\&amp;", r"\`هناك\`", r"«\`x\`»"):
        assert escaped.replace(r"\/", "/") in text
    assert "<javascript" not in text and not set("\x1b\u202e") & set(text)
    (row,) = [line for line in text.splitlines() if line.startswith("| ") and "17" in line]
    assert len(re.findall(r"(?<!\\)\|", row)) == 6


def test_docx_has_an_endnote_for_every_mark_and_leads_back(written: Document) -> None:
    report, notes = compose(examples()), endnotes(written)
    body = written.element.body
    references = [int(mark.get(qn("w:id"))) for mark in body.iter(qn("w:endnoteReference"))]
    assert references == list(range(1, len(report.notes) + 1)) == list(notes)
    for number, evidence in enumerate(report.notes, 1):
        assert " ".join(evidence.exact.split()) in " ".join(text_of(notes[number]).split())
        assert f"{evidence.document.source}:{evidence.start}-{evidence.end}" in text_of(notes[number])
        assert len(list(notes[number].iter(qn("w:endnoteRef")))) == 1
    names = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    fields = re.findall(r"NOTEREF (\S+)", "".join(code.text for code in body.iter(qn("w:instrText"))))
    assert fields and set(fields) <= names == {f"_Note{number}" for number in notes}
    kinds = [char.get(qn("w:fldCharType")) for char in body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"] * len(fields)


def test_docx_reads_from_right_to_left(written: Document) -> None:
    assert written.styles["Normal"].element.pPr.find(qn("w:bidi")) is not None
    assert written.sections[0]._sectPr.find(qn("w:bidi")) is not None
    assert written.tables and all(table.table_direction == WD_TABLE_DIRECTION.RTL for table in written.tables)
    for run in (run for paragraph in written.paragraphs for run in paragraph.runs):
        assert bool(run.font.rtl) or not re.search("[\u0621-\u064a]", run.text)
    assert written.styles["endnote text"].style_id == "EndnoteText"
    assert {written.settings.element.find(qn("w:endnotePr")).find(qn("w:numFmt")).get(qn("w:val"))} == {"decimal"}


def test_docx_tells_what_markdown_tells(written: Document) -> None:
    report = compose(examples())
    assert [p.text for p in written.paragraphs if p.style and str(p.style.name).startswith("Heading 1")][:-1] == [
        block.text for block in report.blocks if isinstance(block, Heading) and block.level == 1
    ]
    grids = [block for block in report.blocks if isinstance(block, Grid)]
    assert [(len(t.rows), len(t.columns)) for t in written.tables] == [(1 + len(g.rows), len(g.heads)) for g in grids]


def test_an_english_report_reads_from_left_to_right(tmp_path: Path) -> None:
    document.write(examples("en"), tmp_path / "r.docx")
    written = docx.Document(str(tmp_path / "r.docx"))
    assert written.styles["Normal"].element.pPr is None or written.styles["Normal"].element.pPr.find(qn("w:bidi")) is None
    assert written.tables[0].table_direction == WD_TABLE_DIRECTION.LTR
    assert "What is the upshot?" in [p.text for p in written.paragraphs]


def test_letters_that_xml_can_not_hold_break_no_report(tmp_path: Path) -> None:
    document.write(material(article(EVIL, title="قال\x0b\x1bأمس")), tmp_path / "r.docx")
    assert endnotes(docx.Document(str(tmp_path / "r.docx")))


@pytest.mark.parametrize("room", [document, sheet])
def test_the_same_ledger_gives_the_same_bytes(tmp_path: Path, room: Any) -> None:
    for name in ("one", "two"):
        room.write(material(article(EVIL)), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    with zipfile.ZipFile(tmp_path / "one") as package:
        assert package.testzip() is None and {part.date_time[0] for part in package.infolist()} == {1980}


def test_nothing_read_makes_a_report_that_claims_nothing(tmp_path: Path) -> None:
    assert compose(material()).notes == []
    document.write(material(), tmp_path / "r.docx")
    assert endnotes(docx.Document(str(tmp_path / "r.docx"))) == {}
