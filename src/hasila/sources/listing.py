"""``documents.csv``: what a folder knows about its articles (``file,published,publisher,author,title,url``)."""

import csv
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hasila.errors import SourceError
from hasila.sources.document import KNOWN, Failure, edtf, named
from hasila.sources.encoding import decode

NAME = "documents.csv"
# Spaces, and the direction marks that come along when a name is copied from an Arabic page: nobody sees them.
_BLANK = " \t\n\r\xa0\u061c\ufeff\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@dataclass(slots=True)
class Listing:
    """The rows of a ``documents.csv`` by file, and what is ``wrong``: with one file, or (``None``) with the whole."""

    source: str
    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    wrong: list[tuple[str | None, Failure]] = field(default_factory=list)

    def complain(self, message: str, line: int | None = None, file: str | None = None, note: bool = False) -> None:
        """Keep one thing that is wrong, to be said when the folder (or that file of it) is read."""
        self.wrong.append((file, Failure(source=self.source, message=message, line=line, note=note)))


def listing(folder: Path, source: str) -> Listing:
    """The folder's ``documents.csv``; empty where there is none. Rows that are right count, whatever the others are."""
    path = folder / NAME
    found = Listing(named(f"{source}/{NAME}"))
    if not os.path.lexists(path):
        return found
    try:
        text, _ = decode(path.read_bytes())
        _read(text, folder, found)
    except SourceError as error:
        found.complain(str(error))
    except OSError as error:
        found.complain(f"can't be read ({error.strerror}); the articles are read without it")
    return found


def _read(text: str, folder: Path, found: Listing) -> None:
    lines: dict[str, int] = {}
    for line, row, surplus in _rows(text, found):
        name = row.get("file", "")
        file = os.path.normpath(name).replace(os.sep, "/")
        if not name:
            found.complain("names no file; write the article's name in the column file", line)
        elif surplus:
            found.complain("has more values than columns; put a value that holds a comma in quotation marks", line, file)
        elif file in lines:
            found.complain(f"{name} is listed again; the row on line {lines[file]} counts; remove one of them", line, file)
        elif not _is_inside(folder, file):
            found.complain(f"{name} is not in this folder; correct the name or remove the row", line, file)
        else:
            lines[file] = line
            found.rows[file] = _known(row, line, file, found)


def _is_inside(folder: Path, file: str) -> bool:
    try:
        return not file.startswith(("../", "/")) and (folder / file).is_file()
    except OSError:  # a name that no file can have
        return False


def _rows(text: str, found: Listing) -> Iterator[tuple[int, dict[str, str], bool]]:
    """The rows, each with the line that it begins on, and whether it has surplus values. Columns may stand in any order."""
    first = text.partition("\n")[0]
    # Where the comma is the decimal sign, spreadsheets write semicolons; what they call Unicode text has tabs.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    line = 1
    try:
        header = [column.strip(_BLANK).lower() for column in next(reader, [])]
        if "file" not in header:
            raise SourceError(f"has no column named file; its first line must read file,{','.join(KNOWN)}")
        _check_header(header, found)
        line = reader.line_num + 1
        for values in reader:
            if any(value.strip() for value in values):
                yield line, dict(zip(header, (value.strip(_BLANK) for value in values), strict=False)), len(values) > len(header)
            line = reader.line_num + 1
    except csv.Error as error:
        raise SourceError(
            f"is broken from line {line} on ({error}); correct the quotation marks; its rows from there aren't used"
        ) from None


def _check_header(header: list[str], found: Listing) -> None:
    """Columns that aren't used are named: who writes date for published would miss every date."""
    known = ("file", *KNOWN)
    for column in dict.fromkeys(header):
        if column in known and header.count(column) > 1:
            found.complain(f"has {header.count(column)} columns named {column}; the last counts; remove the others", 1)
    if unused := [column for column in header if column and column not in known]:
        found.complain(f"columns that aren't used: {', '.join(unused)}; those that are: {', '.join(known)}", 1, note=True)


def _known(row: dict[str, str], line: int, file: str, found: Listing) -> dict[str, str]:
    known = {column: row[column] for column in KNOWN if row.get(column)}
    if "published" in known:
        try:
            known["published"] = edtf(known["published"])
        except ValueError:
            wrong = known.pop("published")
            found.complain(f"published is no date: {wrong!r}; write 2016-07-20, 2016-07 or 2016 ({file} is read without it)", line, file)
    return known
