"""``hasila codebook``: check one, begin one, and what an editor needs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hasila.cli.failing import Failures, readings
from hasila.cli.progress import progress
from hasila.cli.screen import as_line, console, print_json, print_table
from hasila.cli.value import Command, Commands
from hasila.export.label import visible

if TYPE_CHECKING:
    from hasila.codebook.finding import Finding
    from hasila.codebook.trial import Finds

codebook = typer.Typer(cls=Commands, no_args_is_help=True, rich_markup_mode=None, help="Check a codebook, or begin one of your own.")


@codebook.command(cls=Command)
def check(
    name: Annotated[str, typer.Argument(metavar="FILE|NAME", help="A codebook's file, or the name of one that ships.")],
    on: Annotated[list[str] | None, typer.Option("--on", metavar="PATH", help="Articles to try it on; can be given again.")] = None,
    words: Annotated[bool, typer.Option("--words", help="With --on: which words of the articles each entry found.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Say what is wrong in a codebook, by line, and what to write.

    Runs the examples in the file, and looks for entries that never match, that overlap, or that nobody uses.
    With --on, it also says what the codebook found in those articles: entries that matched nothing, figures that
    two indicators fit, and what was counted without an indicator.

    Exit status: 0 no errors (warnings may be), 1 errors, 2 no such codebook.

    \b
    Example:
      hasila codebook check floods.yaml
      hasila codebook check donors --on articles/ --words
    """
    from hasila.codebook.lint import lint
    from hasila.codebook.load import open_codebook, source_of
    from hasila.codebook.reach import reach
    from hasila.codebook.trial import failures, find, uncountable, unmatched
    from hasila.reading import read

    book, problems, marks = open_codebook(name)
    failed, finds = Failures(), None
    if problems or book is None:
        found = [_problem(problem.removeprefix(f"{source_of(name)[0]}:")) for problem in problems]
    else:
        found = [*failures(book, read), *lint(book, marks), *uncountable(book, marks, read)]
        found.sort(key=lambda finding: (finding.line, finding.kind, finding.says))
        if on:
            with progress(on) as begin:
                finds = find(book, readings(on, book, None, failed, begin), read)
            found += unmatched(book, marks, finds)
    reached = reach(book, finds.forms) if book is not None and finds is not None and words else None
    errors = sum(finding.level == "error" for finding in found)
    told = {
        "codebook": book.id if book else None,
        "file": source_of(name)[0],
        "indicators": len(book.indicators) if book else 0,
        "examples": len(book.examples) if book else 0,
        "errors": errors,
        "warnings": len(found) - errors,
    }
    if as_json:
        print_json({**told, "findings": [_row(finding) for finding in found], "on": _found(finds, reached)})
    else:
        _print(told, found, finds, reached)
    if errors or failed.count:
        raise typer.Exit(1)


@codebook.command(cls=Command)
def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its name, in small Latin letters: school_building.")],
    path: Annotated[str | None, typer.Argument(metavar="PATH", help="Where to write it.  [default: NAME.yaml]")] = None,
) -> None:
    """Write a commented codebook to begin with.

    It is complete and right as it is; a file that is there already is left alone.

    \b
    Example:
      hasila codebook new floods
      hasila codebook check floods.yaml
    """
    from hasila.codebook.start import start_codebook

    target = start_codebook(name, path)
    print(f"{visible(target)} is written; try it: hasila codebook check {visible(target)}")


@codebook.command(cls=Command)
def schema() -> None:
    """Print the JSON Schema of a codebook's file, for editors that check and complete YAML.

    \b
    Example:
      hasila codebook schema > codebook.schema.json
    """
    from hasila.codebook.form import json_schema

    print(as_line(json_schema(), indent=1))


def _problem(problem: str) -> "Finding":
    """What the loader said behind the file's name (``14: …``), as a finding."""
    from hasila.codebook.finding import Finding

    line, _, says = problem.partition(": ")
    return Finding("error", "form", int(line) if line.isdigit() else 1, says)


def _row(finding: "Finding") -> dict[str, Any]:
    return {"level": finding.level, "kind": finding.kind, "line": finding.line, "says": finding.says}


def _found(finds: "Finds | None", reached: dict[str, list[str]] | None) -> dict[str, Any] | None:
    if finds is None:
        return None
    return {
        "documents": finds.documents,
        "indicators": dict(sorted(finds.indicators.items())),
        "without_indicator": dict(finds.spare_nouns()),
        "shared": [dict(zip(("indicator", "other", "document", "exact"), row, strict=True)) for row in finds.shared],
    } | ({"words": reached} if reached is not None else {})


def _print(told: dict[str, Any], found: Sequence["Finding"], finds: "Finds | None", reached: dict[str, list[str]] | None) -> None:
    screen = console()
    if finds is not None:
        rows = [(id, count) for id, count in sorted(finds.indicators.items(), key=lambda item: (-item[1], item[0]))]
        amount_read = f"{finds.documents} document{'s' * (finds.documents != 1)}"
        print_table(screen, f"figures in {amount_read}", ("indicator", "figures"), rows, empty=True)
        print_table(screen, "counted without an indicator", ("noun or unit", "figures"), finds.spare_nouns())
    if reached is not None:
        print_table(screen, "what each entry found", ("entry", "words"), reached.items())
    file, amount = visible(told["file"]), (told["indicators"], told["examples"], told["errors"], told["warnings"])
    rows_found = [(f"{file}:{finding.line}", finding.level, finding.kind, finding.says) for finding in found]
    print_table(screen, "", ("where", "level", "kind", "what to do"), rows_found)
    print(f"{file}: " + ", ".join(f"{n} {what}" for n, what in zip(amount, ("indicators", "examples", "errors", "warnings"), strict=True)))
