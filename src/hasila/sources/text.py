"""A text file, or standard input: one article each."""

import stat
from pathlib import Path

from hasila.errors import SourceError
from hasila.sources.document import Located, identifier, resolved
from hasila.sources.encoding import decode


def stored(data: bytes) -> str:
    """The text of these bytes; :class:`SourceError` where they are no text, or without a letter or digit."""
    text, _ = decode(data)
    if not any(map(str.isalnum, text)):
        raise SourceError("is empty; give an article with text, or leave it out")
    return text


def content(path: Path) -> bytes:
    """The bytes of a file; :class:`SourceError` where it can't be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode) and not stat.S_ISFIFO(path.stat().st_mode):
            raise SourceError("is no file that can be read; give a text")
        return path.read_bytes()
    except OSError as error:
        raise SourceError(unreadable(error)) from None


def unreadable(error: OSError) -> str:
    """Why a file can't be read, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "is not there; check the path"
    if isinstance(error, PermissionError):
        return "may not be read; change its permissions"
    return f"can't be read ({error.strerror})"


def article(path: Path, source: str, known: dict[str, str]) -> Located:
    """The article in a text file, with what its folder knows about it."""
    text = stored(content(path))
    return Located(text=text, source=source, id=identifier(source), location=resolved(path), **known)
