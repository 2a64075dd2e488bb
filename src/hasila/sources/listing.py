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


@dataclass(slots=True)
class Listing:
    """The rows of a ``documents.csv`` by file, and what is ``wrong``: with one file, or (``None``) with the whole."""

    source: str
    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    wrong: list[tuple[str | None, Failure]] = field(default_factory=list)

    def complain(self, message: str, line: int | None = None, file: str | None = None) -> None:
        """Keep one thing that is wrong, to be said when the folder (or that file of it) is read."""
        self.wrong.append((file, Failure(source=self.source, message=message, line=line)))


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
    for line, row, surplus in _rows(text):
        name = row.get("file", "").strip()
        file = os.path.normpath(name).replace(os.sep, "/")
        if not name:
            found.complain("names no file; write the article's name in the column file", line)
        elif surplus:
            found.complain("has more values than columns; put a value that holds a comma in quotation marks", line, file)
        elif file in lines:
            found.complain(f"{name} is listed again; the row on line {lines[file]} counts; remove one of them", line, file)
        elif file.startswith("../") or not (folder / file).is_file():
            found.complain(f"{name} is not in this folder; correct the name or remove the row", line, file)
        else:
            lines[file] = line
            found.rows[file] = _known(row, line, file, found)


def _rows(text: str) -> Iterator[tuple[int, dict[str, str], bool]]:
    """The rows, each with the line that it begins on, and whether it has surplus values. Columns may stand in any order."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        header = [column.strip().lower() for column in next(reader, [])]
        if "file" not in header:
            raise SourceError(f"has no column named file; its first line must read file,{','.join(KNOWN)}")
        line = reader.line_num + 1
        for values in reader:
            if any(value.strip() for value in values):
                yield line, dict(zip(header, values, strict=False)), len(values) > len(header)
            line = reader.line_num + 1
    except csv.Error as error:
        raise SourceError(
            f"is broken from line {line} on ({error}); correct the quotation marks; its rows from there aren't used"
        ) from None


def _known(row: dict[str, str], line: int, file: str, found: Listing) -> dict[str, str]:
    known = {column: row[column].strip() for column in KNOWN if row.get(column, "").strip()}
    if "published" in known:
        try:
            known["published"] = edtf(known["published"])
        except ValueError:
            wrong = known.pop("published")
            found.complain(f"published is no date: {wrong!r}; write 2016-07-20, 2016-07 or 2016 ({file} is read without it)", line, file)
    return known
