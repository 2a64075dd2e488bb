"""Progress on standard error, for whoever watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hasila.cli.screen import complain
from hasila.export.label import visible

if TYPE_CHECKING:
    from rich.progress import Progress

    from hasila.records import Document

_LONG = 500_000  # characters: what takes some seconds to read is named while it is read


@contextmanager
def progress(paths: list[str], bar: bool = True) -> "Iterator[Callable[[Document], None]]":
    """What to tell of each document before it is read: shows a bar of all, and what long text is being read since when.

    Without ``bar`` (results are printed on the same screen meanwhile) long texts are named alone. Nothing is shown where
    standard error is no terminal.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
    elif not bar:
        yield lambda document: complain(f"reading {_told(document)} …") if _told(document) else None
    else:
        with _bar() as shown:
            yield _Count(shown, paths).begin


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    return Progress(*columns, console=Console(file=sys.stderr, markup=False), transient=True, redirect_stdout=False)


class _Count:
    """How many documents have been begun."""

    def __init__(self, bar: "Progress", paths: list[str]) -> None:
        from hasila.sources import count

        self._bar, self._begun = bar, 0
        self._task = bar.add_task("", total=count(paths))

    def begin(self, document: "Document") -> None:
        self._bar.update(self._task, completed=self._begun, description=_told(document))
        self._begun += 1


def _told(document: "Document") -> str:
    """A long text by its name and length; nothing of others."""
    length = len(document.text)
    return f"{visible(document.source)} ({length / 1e6:.1f} million characters)" if length >= _LONG else ""
