"""The program: its commands, and what happens when one can't go on."""

import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from hasila.cli.add import add
from hasila.cli.codebook import codebook
from hasila.cli.conflicts import conflicts
from hasila.cli.export import export
from hasila.cli.history import history
from hasila.cli.meetings import meetings
from hasila.cli.operations import operations
from hasila.cli.parties import parties
from hasila.cli.read import read
from hasila.cli.reprints import reprints
from hasila.cli.review import review
from hasila.cli.scorecard import scorecard
from hasila.cli.screen import complain
from hasila.cli.search import search
from hasila.cli.series import series
from hasila.cli.value import Command, Commands
from hasila.cli.version import release, version
from hasila.errors import CodebookError, HasilaError

_STOPPED, _PIPE_CLOSED = 130, 141


class _Program(Commands):
    """Runs a command; an error is one line on standard error and an exit status, never a trace."""

    def invoke(self, ctx: Any) -> Any:
        try:
            found = super().invoke(ctx)
            sys.stdout.flush()
        except CodebookError as error:
            complain(error)
            raise typer.Exit(2) from None
        except HasilaError as error:
            complain(error)
            raise typer.Exit(1) from None
        except KeyboardInterrupt:
            complain("stopped")
            raise typer.Exit(_STOPPED) from None
        except OSError as error:
            raise typer.Exit(_unwritable(error)) from None
        return found


def _unwritable(error: OSError) -> int:
    """The exit status when nothing more can be printed; what is left is flushed into nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):  # whoever was reading has gone: say nothing
        return _PIPE_CLOSED
    complain(f"{error.filename or 'output'}: can't be written ({error.strerror}); make room, or write to another place")
    return 1


app = typer.Typer(cls=_Program, add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
for command in (read, add, scorecard, series, conflicts, reprints, parties, meetings, operations, search, export, review, history, version):
    app.command(cls=Command)(command)
app.add_typer(codebook, name="codebook")


def _release(wanted: bool) -> None:
    if wanted:
        typer.echo(release())
        raise typer.Exit


@app.callback()
def hasila(
    _version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", callback=_release, is_eager=True)] = False,
) -> None:
    """Read Arabic reporting, keep every figure with its words, strike the balance.

    Exit status: 0 good, 1 some input failed (named on standard error, the rest done), 2 wrong usage.
    """


def main() -> None:
    """Run ``hasila``. What it prints is UTF-8 whatever the locale, and the same bytes on every system."""
    for name, errors in (("stdout", "strict"), ("stderr", "backslashreplace")):
        if getattr(sys, name) is None:  # it was closed
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open as long as the program runs
        if hasattr(getattr(sys, name), "reconfigure"):
            getattr(sys, name).reconfigure(encoding="utf-8", errors=errors, newline="\n")
    try:
        app(prog_name="hasila")
    except OSError as error:  # while it printed a help page
        sys.exit(_unwritable(error))
