"""The report as DOCX, from right to left in Arabic, with real endnotes: a word processor numbers them and leads both ways."""

import io
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hasila.export.endnote import Endnotes, parted, referred
from hasila.export.label import visible
from hasila.export.material import Material
from hasila.export.note import note
from hasila.export.output import file_at
from hasila.export.package import needed, settled
from hasila.export.report import Block, Grid, Heading, Line, Note, Report, Words
from hasila.export.section import compose

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_LETTERS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # that XML can't hold
_AFTER_BIDI = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc",
    "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr",
)  # fmt: skip


def write(material: Material, target: Path, force: bool = False) -> None:
    """Write the report to ``target``."""
    docx = needed("docx", "python-docx", "docx")
    with file_at(target, force) as path:
        report = compose(material)
        document = docx.Document()
        _prepare(document, report)
        write_words(document.add_heading(level=0), report.title)
        endnotes = Endnotes(document)
        for block in report.blocks:
            _add(document, report, block)
        write_words(document.add_heading(level=1), report.head("notes"))
        for number, evidence in enumerate(report.notes, 1):
            write_words(endnotes.add(number), " ".join(note(report, evidence)))
        endnotes.keep()
        whole = io.BytesIO()
        document.save(whole)
        path.write_bytes(settled(whole.getvalue()))


def _prepare(document: "Document", report: Report) -> None:
    """Title, language and direction: paragraphs take theirs from the style Normal, on which all others are based."""
    from docx.oxml import OxmlElement

    known = document.core_properties
    known.title, known.author, known.comments = visible(report.title), "Hasila", ""
    known.language = report.material.language
    if report.english:
        return
    properties = document.styles["Normal"].element.get_or_add_pPr()
    properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
    section = document.sections[0]._sectPr
    section.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange")


def _add(document: "Document", report: Report, block: Block) -> None:
    if isinstance(block, Heading):
        write_words(document.add_heading(level=block.level), block.text)
    elif isinstance(block, Line):
        _write(document.add_paragraph(style="List Bullet" if block.item else None), report, block.words)
    else:
        _grid(document, report, block)


def _grid(document: "Document", report: Report, grid: Grid) -> None:
    """A table whose first row is repeated on every page."""
    from docx.enum.table import WD_TABLE_DIRECTION
    from docx.oxml import OxmlElement

    table = document.add_table(rows=1 + len(grid.rows), cols=len(grid.heads), style="Table Grid")
    table.table_direction = WD_TABLE_DIRECTION.LTR if report.english else WD_TABLE_DIRECTION.RTL
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    heads: tuple[Words, ...] = tuple((head,) for head in grid.heads)
    for row, words in zip(table.rows, (heads, *grid.rows), strict=True):
        for cell, told in zip(row.cells, words, strict=True):
            _write(cell.paragraphs[0], report, told, bold=words is heads)


def _write(paragraph: "Paragraph", report: Report, words: Words, bold: bool = False) -> None:
    for before, part in zip(("", *words), words, strict=False):
        if isinstance(part, Note):
            if isinstance(before, Note):
                parted(paragraph, report.material.labels.listed(("", "")))
            referred(paragraph, part.number, part.first)
        else:
            write_words(paragraph, part, bold)


def write_words(paragraph: Any, words: str, bold: bool = False) -> None:
    """Words in runs of one script, Arabic ones from right to left; what is of no script goes with the word before it."""
    for arabic, told in groupby(_scripts(_UNFIT.sub("\ufffd", visible(words))), key=lambda part: part[0]):
        run = paragraph.add_run("".join(part for _, part in told))
        run.font.rtl = True if arabic else None
        run.bold = run.font.cs_bold = bold or None


def _scripts(words: str) -> Iterator[tuple[bool, str]]:
    """The words and what is between them, each with whether it is of Arabic script."""
    arabic = bool(_LETTERS.search(words))
    for part in re.split(r"(\s+)", words):
        if _LETTERS.search(part):
            arabic = True
        elif any(letter.isalpha() for letter in part):
            arabic = False
        yield arabic, part
