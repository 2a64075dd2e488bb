"""What was typed → documents: files, folders, standard input, each document once."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from hasila.errors import SourceError
from hasila.records import Document
from hasila.sources import folder, jsonl, text
from hasila.sources.document import Failure, Located, identifier, named
from hasila.sources.listing import NAME, Listing, listing

STDIN = "-"
_OTHER_KINDS = {
    "a table": (".csv", ".tsv", ".xls", ".xlsx"),
    "JSON, but not one object a line": (".json",),
    "a web page": (".htm", ".html", ".xml"),
    "a document with a layout": (".pdf", ".doc", ".docx", ".odt", ".rtf"),
    "an archive": (".zip", ".gz", ".warc", ".tar"),
    "a database": (".db",),
}
_KIND_OF = {ending: kind for kind, endings in _OTHER_KINDS.items() for ending in endings}


@dataclass(frozen=True, slots=True)
class _File:
    """A file to be read: its path (None: standard input), its name, and what its folder knows about it."""

    path: Path | None
    source: str
    known: dict[str, str]


def documents(paths: Sequence[str], published: str | None = None, stdin: BinaryIO | None = None) -> Iterator[Document | Failure]:
    """The documents of these paths, one at a time, and a :class:`Failure` for whatever can't be read.

    ``published`` is the date of documents that carry none. ``-`` is standard input (or ``stdin``). A file that is
    reached twice is read once, as it was reached first.
    """
    seen: set[str] = set()
    for file in _files(paths):
        if isinstance(file, Failure):
            yield file
            continue
        location = STDIN if file.path is None else os.path.realpath(file.path)
        if location in seen:
            continue
        seen.add(location)
        for found in _read(file, stdin):
            dated = isinstance(found, Document) and published and not found.published
            yield replace(found, published=published) if dated and isinstance(found, Document) else found


def count(paths: Sequence[str]) -> int:
    """About how many documents these paths hold (lines of ``.jsonl`` files are counted), for a progress bar."""
    total = 0
    for file in _files(paths):
        if isinstance(file, Failure):
            continue
        if file.path and file.path.suffix.lower() == ".jsonl" and file.path.is_file() and os.access(file.path, os.R_OK):
            with file.path.open("rb") as lines:
                total += sum(block.count(b"\n") for block in iter(lambda: lines.read(1 << 20), b""))
        else:
            total += 1
    return total


def _files(paths: Sequence[str]) -> Iterator[_File | Failure]:
    """The files that the paths stand for, in order."""
    for typed in paths:
        if typed == STDIN:
            yield _File(None, STDIN, {})
            continue
        try:
            yield from _found(Path(typed), named(typed), len(paths) == 1)
        except OSError as error:
            yield Failure(source=named(typed), message=text.unreadable(error))


def _found(path: Path, source: str, alone: bool) -> Iterator[_File | Failure]:
    """The files that one path stands for; ``alone``: nothing else was asked for."""
    if path.is_dir():
        yield from _folder(path, source)
    elif path.name == NAME:
        if alone:
            yield Failure(source=source, message="tells about articles and is none itself; give its folder")
    elif (kind := _KIND_OF.get(path.suffix.lower())) and path.exists():
        yield Failure(source=source, message=f"is {kind}; give its articles as .txt or .jsonl files")
    else:
        yield from _single(path, source)


def _folder(path: Path, source: str) -> Iterator[_File | Failure]:
    """The articles of a folder, each with what the nearest ``documents.csv`` that lists it says."""
    listings = {path: listing(path, source)}
    yield from (failure for _, failure in listings[path].wrong)
    for found in folder.articles(path, source):
        if isinstance(found, Failure):
            yield found
            continue
        article, name = found
        if article.parent not in listings:
            inner = listings[article.parent] = listing(article.parent, name.rpartition("/")[0])
            yield from (failure for _, failure in inner.wrong)
        inside = article.relative_to(path).as_posix()
        known = listings[article.parent].rows.get(article.name)
        yield _File(article, name, known if known is not None else listings[path].rows.get(inside, {}))


def _single(path: Path, source: str) -> Iterator[_File | Failure]:
    """A file given by name: its folder's ``documents.csv`` counts all the same, so that it is the same document."""
    beside: Listing = listing(path.parent, source.rpartition("/")[0] or ".")
    name = os.path.basename(os.path.normpath(path))  # noqa: PTH119 - "a/../b" is normalised, which pathlib doesn't
    yield from (failure for file, failure in beside.wrong if file in (None, name))
    yield _File(path, source, beside.rows.get(name, {}))


def _typed(stdin: BinaryIO | None) -> bytes:
    if stdin is None and sys.stdin is None:
        raise SourceError("is closed; pipe an article into it, or give a file")
    return (stdin or sys.stdin.buffer).read()


def _read(file: _File, stdin: BinaryIO | None) -> Iterator[Document | Failure]:
    try:
        if file.path is None:
            found = text.stored(_typed(stdin))
            yield Located(text=found, source=STDIN, id=identifier(STDIN), location=STDIN)
        elif file.path.suffix.lower() == ".jsonl":
            yield from jsonl.rows(file.path, file.source, file.known)
        else:
            yield text.article(file.path, file.source, file.known)
    except SourceError as error:
        yield Failure(source="standard input" if file.path is None else file.source, message=str(error))
    except (OSError, MemoryError) as error:
        yield Failure(source=file.source, message=f"can't be read ({error})")
