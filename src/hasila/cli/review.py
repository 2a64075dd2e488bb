"""``hasila review``."""

import getpass
import os
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hasila.cli.desk import COLUMNS, HEADS, Desk, Item, Pile, plain, summary
from hasila.cli.option import LEDGER, Format, FormatOption, LedgerOption
from hasila.cli.screen import console, print_csv, print_json, print_table
from hasila.errors import CodebookError, ReviewError

if TYPE_CHECKING:
    from hasila.ledger import Act, Ledger

Kind = StrEnum("Kind", ["figures", "assessments", "objectives", "events", "statements", "times", "numbers", "entities"])
Shown = StrEnum("Shown", ["open", "accepted", "rejected", "corrected", "lost", "all"])


def review(
    record: Annotated[str | None, typer.Argument(metavar="[RECORD]", help="The id of a record, or how it begins.")] = None,
    accept: Annotated[bool, typer.Option("--accept", help="It is right.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="It is wrong: the balance goes without it.")] = False,
    set_: Annotated[list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help="Correct a field; may be repeated.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="It stands again as it was read.")] = False,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A remark, alone or with one of these.")] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who reviews.  [default: $HASILA_REVIEWER, else the user]")] = None,
    document: Annotated[str | None, typer.Option("--document", metavar="SOURCE", help="Of this document alone.")] = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="Of this kind alone.")] = None,
    indicator: Annotated[str | None, typer.Option("--indicator", metavar="ID", help="Figures of this indicator alone.")] = None,
    show: Annotated[Shown, typer.Option("--show", help="By what reviews came to; lost: no longer read so.")] = Shown.open,
    listed: Annotated[bool, typer.Option("--list", help="List the records, ask nothing.")] = False,
    ledger: LedgerOption = LEDGER,
    format: FormatOption = Format.table,
) -> None:
    """Accept, reject, correct or remark on records.

    Without RECORD it goes through the records one by one, each in its sentence, and asks. What is said is kept with
    name and moment, survives another reading, and can be undone; see hasila history. The balance follows it.

    \b
    Example:
      hasila review --kind figures --indicator civilian_deaths
      hasila review 3fa2c1 --set low=17 --set high=17 --note "الخبر يقول 17"
    """
    from hasila.ledger import Ledger

    act = _act(record, accept, reject, set_ or [], undo, note)
    who = by or os.environ.get("HASILA_REVIEWER") or getpass.getuser()
    with Ledger.open(ledger, create=False) as opened:
        if record and act:
            done = opened.review(record, act, who, _fields(set_ or []), note=note, source=document, lines=_lines(opened))
            print(f"{done.record} {done.act}: {summary(done)}")
            return
        found = Pile(opened, show.value, document, lambda item: _wanted(item, record, kind, indicator))
        if record and next(iter(found), None) is None:
            raise ReviewError(f"{record}: no {show.value} record's id begins so; --show all looks at the others too")
        if listed or format is not Format.table:
            _print(found, format)
        else:
            Desk(opened, who, _lines(opened)).go_through(found)


def _act(record: str | None, accept: bool, reject: bool, fields: list[str], undo: bool, note: str | None) -> "Act | None":
    said: list[Act] = [act for act, on in (("accept", accept), ("reject", reject), ("correct", bool(fields)), ("undo", undo)) if on]  # type: ignore[misc]
    if len(said) > 1:
        raise typer.BadParameter(f"{said[0]} and {said[1]} exclude each other", param_hint="'--accept'")
    act: Act | None = said[0] if said else "note" if note else None
    if act and not record:
        raise typer.BadParameter("say which record: its id stands in hasila review --list", param_hint="'RECORD'")
    return act


def _fields(typed: list[str]) -> dict[str, str]:
    pairs = [item.partition("=") for item in typed]
    wrong = next((name for name, sign, _ in pairs if not sign), None)
    if wrong is not None:
        raise typer.BadParameter(f"{wrong!r}: write FIELD=VALUE, such as low=17", param_hint="'--set'")
    return {name.strip(): value for name, _, value in pairs}


def _lines(opened: "Ledger") -> list[str]:
    """The lines of the codebook that the ledger was read with; none where its file is not at hand."""
    from hasila.codebook import load_codebook

    try:
        return [line.id for codebook in opened.codebooks() for line in load_codebook(codebook).lines]
    except CodebookError:
        return []


def _wanted(item: Item, record: str | None, kind: Kind | None, indicator: str | None) -> bool:
    if record and not item.id.startswith(record.lower()):
        return False
    return (kind is None or item.kind == kind.value) and (indicator is None or getattr(item.record, "indicator", None) == indicator)


def _print(found: Pile, format: Format) -> None:
    from hasila.balance import Rows

    if format is Format.json:
        print_json(Rows(lambda: map(plain, found), lambda: len(found)))
    elif format is Format.csv:
        print_csv(COLUMNS, map(plain, found))
    else:
        rows = [[row[name] for name in COLUMNS[:6]] for row in map(plain, found)]
        print_table(console(), f"records ({len(rows)})", HEADS, rows, empty=True)
