"""Files that are there whole or not at all: written beside their place, then moved into it."""

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from hasila.errors import ExportError


@contextmanager
def file_at(target: Path, force: bool = False) -> Iterator[Path]:
    """The path to write a file to, which becomes ``target`` if all goes well; one that is there is only replaced by ``force``.

    Raises :class:`ExportError`, and leaves nothing behind, where it can't be written.
    """
    target = _place(target)
    if target.exists() and not target.is_file():
        raise ExportError(f"{target}: is no file; name one with --output")
    if target.exists() and not force:
        raise ExportError(f"{target}: is there already; --force replaces it")
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    with _told(target):
        try:
            partial.touch()
            yield partial
            _settle(partial)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)


@contextmanager
def folder_at(target: Path, names: Collection[str], force: bool = False) -> Iterator[Path]:
    """The folder to write files of these ``names`` to, which then move to ``target``; other files there stay as they are.

    Where one of them is there already, nothing is written without ``force``.
    """
    target = _place(target)
    if target.exists() and not target.is_dir():
        raise ExportError(f"{target}: is no folder; name one with --output")
    there = sorted(name for name in names if (target / name).exists())
    if there and not force:
        raise ExportError(f"{target}: holds {there[0]} already; --force replaces it")
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    with _told(target):
        try:
            partial.mkdir()
            yield partial
            for name in names:
                _settle(partial / name)
            if target.exists():
                for name in names:
                    (partial / name).replace(target / name)
            else:
                partial.replace(target)
        finally:
            shutil.rmtree(partial, ignore_errors=True)


def _place(target: Path) -> Path:
    """Where a path leads to, so that a link stays one."""
    target = target.resolve()
    if not target.parent.is_dir():
        raise ExportError(f"{target.parent}: is no folder; make it first, or write to another place")
    return target


@contextmanager
def _told(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ExportError(f"{target}: can't be written ({error.strerror or error}); make room, or write to another place") from error


def _settle(path: Path) -> None:
    """Have the system write a file out, so that a disk that is full says so before the old file is gone."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
