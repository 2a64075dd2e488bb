"""XLSX: one workbook, a sheet a table, with typed cells, and nothing in a text taken for a formula."""

import io
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hasila.export.material import Material
from hasila.export.output import file_at
from hasila.export.package import needed, settled
from hasila.export.table import Row, Table, flat, tables

if TYPE_CHECKING:
    from openpyxl import Workbook

ROWS, LETTERS = 1_048_576, 32_767  # that a sheet and a cell of it may have (Excel specifications and limits)
_CUT = " …"
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d$")  # the calendar of spreadsheets begins in 1900
_DATED = ("published", "time", "value", "start")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # that XML can't hold
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # what a spreadsheet would read as the code of a character (ST_Xstring)
_FORMULA = ("=", "+", "-", "@", "#")
_WIDE = {"sentence": 80, "exact": 40, "title": 40, "source": 30, "document": 30, "documents": 30, "what": 60, "note": 40, "url": 30}


def write(material: Material, target: Path, force: bool = False) -> int:
    """Write the workbook; the number of cells that were longer than a spreadsheet's cell can be, and are cut, is given back."""
    os.environ.setdefault("OPENPYXL_LXML", "False")  # lxml would tell of a full disk in a way of its own, and in many lines
    openpyxl = needed("openpyxl", "openpyxl", "xlsx")
    with file_at(target, force) as path:
        book = openpyxl.Workbook(write_only=True)
        book.properties.creator = "Hasila"
        long = sum(_sheets(book, table, material.language == "ar") for table in tables(material))
        whole = io.BytesIO()
        book.save(whole)
        path.write_bytes(settled(whole.getvalue()))
    return long


def _sheets(book: "Workbook", table: Table, from_right: bool) -> int:
    """The sheet of a table, and others of its name for the rows that are too many for one; how many cells were cut."""
    rows, number, long = iter(table.rows), 0, 0
    while (first := next(rows, None)) is not None or number == 0:
        number += 1
        sheet = book.create_sheet(table.name if number == 1 else f"{table.name} {number}")
        sheet.sheet_view.rightToLeft = from_right
        sheet.freeze_panes = "A2"
        for n, column in enumerate(table.columns):
            sheet.column_dimensions[_letter(n)].width = _WIDE.get(column, 14)
        here = chain([first] if first is not None else [], islice(rows, ROWS - 2))
        with _filling(sheet):
            sheet.append([_cell(sheet, column, head=True) for column in table.columns])
            for row in _filled(table, here):
                long += sum(len(value) > LETTERS for value in row.values() if isinstance(value, str))
                sheet.append([_cell(sheet, _dated(name, value)) for name, value in row.items()])
    return long


@contextmanager
def _filling(sheet: Any) -> Iterator[None]:
    """A sheet that is closed when it is filled; one that can't be is let go of without openpyxl's many words about it."""
    try:
        yield
        sheet.close()
    except OSError:
        for half in (sheet, sheet._writer):
            with suppress(OSError, AttributeError):
                half.close()
        raise


def _filled(table: Table, rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        yield {column: flat(row.get(column)) for column in table.columns}


def _letter(n: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(n + 1))


def _dated(column: str, value: Any) -> Any:
    """A whole day as a date; what EDTF says besides (months, intervals, durations) stays as it is written."""
    if column in _DATED and isinstance(value, str) and _DAY.match(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value


def _cell(sheet: Any, value: Any, head: bool = False) -> Any:
    """A value as openpyxl takes it: a cell of its own only where a plain value would be taken for something else."""
    if isinstance(value, str):
        value = fitting(value)
    formula = isinstance(value, str) and value.startswith(_FORMULA)
    if not (head or formula or isinstance(value, date)):
        return value
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, value)
    if formula:
        cell.data_type = "s"
        cell.quotePrefix = True  # so that it stays text when somebody edits it
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    elif head:
        cell.font = Font(bold=True)
    return cell


def fitting(text: str) -> str:
    r"""Text as a cell can hold it: what XML can't hold as U+FFFD, and no more letters than a cell has room for.

    >>> fitting("قال\x1bأمس"), fitting("_x0041_"), len(fitting("أ" * 40_000))
    ('قال�أمس', '_x005F_x0041_', 32767)
    """
    text = _ESCAPE.sub("_x005F_", _UNFIT.sub("\ufffd", text))
    return text if len(text) <= LETTERS else text[: LETTERS - len(_CUT)] + _CUT
