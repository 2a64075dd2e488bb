"""``hasila search``."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hasila.cli.option import LEDGER, Format, FormatOption, LedgerOption
from hasila.cli.screen import console, print_csv, print_json
from hasila.export.label import visible

if TYPE_CHECKING:
    from rich.text import Text

    from hasila.ledger import Page

_COLUMNS = ("document", "title", "published", "start", "end", "exact", "snippet")


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words, and phrases in quotation marks.")],
    ledger: LedgerOption = LEDGER,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many documents.")] = 20,
    format: FormatOption = Format.table,
) -> None:
    """Find the documents that hold all these words.

    Hamza, ة and ه, ى and ي, vowel marks and digits of both scripts make no difference, nor does what is written onto
    a word (و ف ب ل ك ال) or how it is inflected (غارة finds غارات and غارتين); words in quotation marks are sought as
    they are. A hit is told by its document and its place in it, in characters.

    \b
    Example:
      hasila search غارات الموصل
      hasila search '"مجلس الأمن"'
    """
    from hasila.ledger import Ledger
    from hasila.ledger.search import terms

    asked = " ".join(words)
    if not terms(asked):
        raise typer.BadParameter("no word to search for", param_hint="'WORDS'")
    with Ledger.open(ledger, create=False) as opened:
        pages = opened.search(asked, limit)
    found = [_plain(page) for page in pages]
    if format is Format.json:
        print_json(found)
    elif format is Format.csv:
        print_csv(_COLUMNS, ({**page, **hit} for page in found for hit in page["hits"]))
    else:
        screen = console()
        if not pages:
            screen.print("documents (0)", style="bold")
        for page in pages:
            known = " · ".join(item for item in (page.title, page.published) if item)
            screen.print(f"{visible(page.source)}:{page.hits[0].start}  {visible(known)}".rstrip(), style="bold")
            screen.print(_marked(page))
            screen.print()


def _plain(page: "Page") -> dict[str, Any]:
    hits = [{"start": hit.start, "end": hit.end, "exact": hit.exact} for hit in page.hits]
    known = {"document": page.source, "title": page.title, "published": page.published}
    return {**known, "snippet": page.snippet, "snippet_start": page.start, "hits": hits}


def _marked(page: "Page") -> "Text":
    """The snippet with its hits in bold."""
    from rich.text import Text

    text, at = Text("  "), page.start
    stop = page.start + len(page.snippet)
    for hit in page.hits:
        if at <= hit.start < stop:  # the end of a huge hit lies beyond what is shown
            end = min(hit.end, stop)
            text.append(visible(page.snippet[at - page.start : hit.start - page.start]))
            text.append(visible(page.snippet[hit.start - page.start : end - page.start]), style="bold reverse")
            at = end
    return text.append(visible(page.snippet[at - page.start :]))
