"""What a source yields: a document that knows where it lies, or one line on what could not be read."""

import hashlib
import os
import re
from dataclasses import dataclass
from datetime import date

from hasila.records import Document

KNOWN = ("published", "publisher", "author", "title", "url")

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Located(Document):
    """A document with its ``location``: the resolved absolute path (and ``#id`` for a row), one however it was spelled."""

    location: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What could not be read of a source, and what to do about it; ``note`` where it is only good to know."""

    source: str
    message: str
    line: int | None = None
    note: bool = False

    def __str__(self) -> str:
        where = self.source if self.line is None else f"{self.source}, line {self.line}"
        return f"{where}: {self.message}"


def named(path: str) -> str:
    """A path as it was typed, normalised, the same on every system: what ``source`` says.

    >>> named("./articles//a.txt"), named("articles/../b.txt")
    ('articles/a.txt', 'b.txt')
    """
    plain = os.path.normpath(path).replace(os.sep, "/")
    return plain.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def resolved(path: str | os.PathLike[str]) -> str:
    """Where a file lies, one however its path was spelled; bytes of a name that are no UTF-8 are written out (``\\xff``)."""
    return os.path.realpath(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def identifier(source: str) -> str:
    """The id of a document that carries none: it stays the same as long as its source does.

    >>> identifier("articles/a.txt")
    'ac42b1b248f931f9'
    """
    return hashlib.sha256(source.encode()).hexdigest()[:16]


def sound(text: str) -> str:
    """The text with halves of surrogate pairs (an emoji cut in two) as U+FFFD, one for one, so that offsets hold.

    >>> sound("صورة \\ud83d") == "صورة \\ufffd"
    True
    """
    return _SURROGATE.sub("\ufffd", text)


def edtf(value: str) -> str:
    """A date of publication as EDTF; the time of day is dropped. ValueError where it is no date.

    >>> edtf("2016-07-20"), edtf("2016-07"), edtf("2016"), edtf("2016-07-20T15:41:00+03:00")
    ('2016-07-20', '2016-07', '2016', '2016-07-20')
    """
    value = value.strip()
    moment = _MOMENT.fullmatch(value)
    value = moment[1] if moment else value
    match = _DATE.fullmatch(value)
    if not match:
        raise ValueError(value)
    date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    return value
