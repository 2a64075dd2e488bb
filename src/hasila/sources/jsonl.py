"""A ``.jsonl`` file: one document a line (``id``, ``text``, and what is known about it), read line by line."""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hasila.errors import SourceError
from hasila.records import Document
from hasila.sources.document import KNOWN, Failure, Located, edtf, resolved, sound
from hasila.sources.text import unreadable

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def rows(path: Path, source: str, known: dict[str, str]) -> Iterator[Document | Failure]:
    """The documents of the file, and a failure for each line that gives none. A row's own metadata go before ``known``."""
    seen: dict[str, int] = {}
    location = resolved(path)
    empty = True
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if number == 1:
                    if line.startswith(_UTF16):
                        yield Failure(source=source, message="is UTF-16; save it as UTF-8, as JSON must be")
                        return
                    line = line.removeprefix(b"\xef\xbb\xbf")
                if not line.strip():
                    continue
                empty = False
                yield from _row(line, number, source, location, known, seen)
    except OSError as error:
        yield Failure(source=source, message=unreadable(error))
        return
    if empty:
        yield Failure(source=source, message="is empty; give one JSON object a line, or leave it out")


def _row(line: bytes, number: int, source: str, location: str, known: dict[str, str], seen: dict[str, int]) -> Iterator[Document | Failure]:
    def failure(message: object) -> Failure:
        return Failure(source=source, message=str(message), line=number)

    try:
        row = _parsed(line)
        key = _key(row)
        if key in seen:
            raise SourceError(f"id {key!r} stands on line {seen[key]} already; give each row its own")
        text = _text(row)
    except SourceError as error:
        yield failure(error)
        return
    seen[key] = number
    own: dict[str, str] = {}
    for name in (*KNOWN, "language"):
        try:
            own |= _metadata(row, name)
        except SourceError as error:
            yield failure(error)
    yield Located(text=text, source=f"{source}#{key}", id=key, location=f"{location}#{key}", **(known | own))


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise SourceError("is not UTF-8; save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        raise SourceError(f"is not JSON ({error.msg} at column {error.colno}); write one object a line") from None
    except (RecursionError, ValueError):
        raise SourceError("is no JSON that can be read (nested too deep, or a number too long)") from None
    if not isinstance(row, dict):
        raise SourceError('is not a JSON object; write {"id": …, "text": …}')
    return row


def _key(row: dict[str, Any]) -> str:
    key = row.get("id")
    if isinstance(key, int) and not isinstance(key, bool):
        key = str(key)
    if key is None or key == "":
        raise SourceError("has no id; give each row its own")
    if not isinstance(key, str):
        raise SourceError("id is no string; write it in quotation marks")
    if sound(key) != key or any(unicodedata.category(c) in ("Cc", "Zl", "Zp") for c in key):
        raise SourceError(f"id {key!a} holds control characters; give it a plain one")
    return key


def _text(row: dict[str, Any]) -> str:
    if row.get("text") is None:
        raise SourceError("has no text; give the article in text")
    text = row["text"]
    if not isinstance(text, str):
        raise SourceError("text is no string; write the article in quotation marks")
    if not text.strip():
        raise SourceError("text is empty; give the article, or leave the row out")
    if "\0" in text:
        raise SourceError("text holds NUL characters; it is no text")
    return sound(text)


def _metadata(row: dict[str, Any], name: str) -> dict[str, str]:
    """One thing known about the document, if the row says it."""
    value = row.get(name)
    if name == "published" and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None or value == "":
        return {}
    if not isinstance(value, str):
        raise SourceError(f"{name} is no string; write it in quotation marks (the row is read without it)")
    if name == "published":
        try:
            return {name: edtf(value)}
        except ValueError:
            raise SourceError(f"published is no date: {value!r}; write 2016-07-20, 2016-07 or 2016 (the row is read without it)") from None
    return {name: sound(value).replace("\0", "\ufffd").strip()}
