"""``hasila scorecard``."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hasila.cli.conflicts import conflict_table
from hasila.cli.option import LEDGER, Lang, LedgerOption, StoredCodebookOption
from hasila.cli.screen import console, cut, print_json, print_table, visible
from hasila.cli.series import series_table
from hasila.cli.stored import stored

if TYPE_CHECKING:
    from rich.console import Console

    from hasila.codebook import Codebook


class CardFormat(StrEnum):
    """How to print the scorecard."""

    table = "table"
    json = "json"


_WORDS = {
    "documents": ("الوثائق", "documents"),
    "objectives": ("الأهداف", "aims"),
    "series": ("السلاسل", "series"),
    "assessments": ("الأحكام", "judgements"),
    "conflicts": ("التعارضات", "conflicts"),
    "coverage": ("التغطية", "coverage"),
    "aim": ("الهدف", "aim"),
    "holder": ("صاحبه", "holder"),
    "status": ("الأحكام عليه", "judged"),
    "indicator": ("المؤشر", "indicator"),
    "about": ("عن", "about"),
    "place": ("المكان", "place"),
    "speaker": ("القائل", "speaker"),
    "time": ("حتى", "as of"),
    "value": ("القيمة", "value"),
    "words": ("النص", "words"),
    "verdict": ("الحكم", "verdict"),
    "assessor": ("المقيِّم", "assessor"),
    "conflict": ("التعارض", "conflict"),
    "kind": ("النوع", "kind"),
    "document": ("الوثيقة", "document"),
    "met": ("تحقق", "met"),
    "partly_met": ("تحقق جزئيًا", "partly met"),
    "not_met": ("لم يتحقق", "not met"),
}


def scorecard(
    ledger: LedgerOption = LEDGER,
    format: Annotated[CardFormat, typer.Option("--format", help="How to print.")] = CardFormat.table,
    lang: Annotated[Lang, typer.Option("--lang", help="The language of labels and of the answer.")] = Lang.ar,
    codebook: StoredCodebookOption = None,
) -> None:
    """Print the balance: the answer first, then each line with its aims, series, judgements and conflicts.

    A time with a * is assumed: the text states none, so the document's date stands in.

    \b
    Example:
      hasila scorecard --lang en
    """
    from hasila import balance

    readings, book = stored(ledger, codebook)
    card = balance.scorecard(readings, book, lang.value)
    if format is CardFormat.json:
        print_json(card)
    else:
        _print(card, book, lang)


def _print(card: dict[str, Any], book: "Codebook", lang: Lang) -> None:
    from rich.rule import Rule
    from rich.text import Text

    def word(name: str) -> str:
        return _WORDS[name][lang is Lang.en] if name in _WORDS else name

    screen = console()
    screen.print(Text(visible(" ".join(clause["text"] for clause in card["answer"]))))
    screen.print()
    labels = {known.id: getattr(known.label, lang.value) for known in book.indicators}
    for line in card["lines"]:
        if any(line[name] for name in ("objectives", "series", "assessments", "conflicts")):
            screen.print(Rule(Text(visible(line["label"]), style="bold"), align="left", characters="─"))
            _print_line(screen, line, labels, word)
    _print_coverage(screen, card, word)


def _print_line(screen: "Console", line: dict[str, Any], labels: dict[str, str], word: Any) -> None:
    def labelled(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**row, "indicator": labels.get(row["indicator"], row["indicator"])} for row in rows]

    def table(title: str, columns: str, rows: Iterable[Sequence[Any]], more: str = "") -> None:
        print_table(screen, word(title) + more, [word(name) for name in columns.split()], rows)

    table("objectives", "aim holder status", (_aim(row, word) for row in line["objectives"]))
    table("series", "indicator about place speaker time value words documents", series_table(labelled(line["series"])))
    spread = "، ".join(f"{word(verdict)}: {times}" for verdict, times in line["verdicts"].items() if times)
    table("assessments", "verdict assessor kind words document", (_judgement(row, word) for row in line["assessments"]), f" ({spread})")
    table("conflicts", "conflict time value words speaker document", conflict_table(labelled(line["conflicts"])))


def _aim(row: dict[str, Any], word: Any) -> Sequence[Any]:
    return cut(row["exact"]), row.get("holder_name") or row["holder"], _spread(row.get("status") or {}, word)


def _judgement(row: dict[str, Any], word: Any) -> Sequence[Any]:
    assessor = row.get("assessor_name") or row["assessor"]
    return word(row["verdict"]), assessor, row.get("assessor_kind"), cut(row["exact"]), row["document"]


def _spread(status: dict[str, dict[str, int]], word: Any) -> str:
    """Who judged an aim how: by the kind of the assessor, never one number."""
    return "؛ ".join(
        f"{kind}: " + "، ".join(f"{word(verdict)} {times}" for verdict, times in verdicts.items() if times)
        for kind, verdicts in status.items()
        if any(verdicts.values())
    )


def _print_coverage(screen: "Console", card: dict[str, Any], word: Any) -> None:
    """What the balance stands on, and what it could not use."""
    rows = [("codebook", card["codebook"]), ("documents", card["documents"])]
    for name, value in card["coverage"].items():
        if name != "documents" and value not in (0, [], {}):
            told = [f"{key}: {times}" for key, times in value.items()] if isinstance(value, dict) else value
            rows.append((name, len(told) if name == "reprint_groups" else told))
    print_table(screen, word("coverage"), ("", ""), rows)
