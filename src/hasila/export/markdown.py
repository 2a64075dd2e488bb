"""The report as Markdown (CommonMark with tables and footnotes, as GitHub and Pandoc read it)."""

import re
from collections.abc import Iterator

from hasila.export.label import visible
from hasila.export.material import Material
from hasila.export.note import note
from hasila.export.report import Block, Grid, Heading, Line, Note, Words
from hasila.export.section import compose

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|&~$#^]")
_BEGINS = re.compile(r"(\s*)(=|(?:[-+]|\d+[.)])(?=\s|$)|---)")
_WEB = re.compile(r"https?://[^\s<>`]+$")


def pieces(material: Material) -> Iterator[str]:
    """The report as text, block by block."""
    report = compose(material)
    if not report.english:
        yield '<div dir="rtl">\n\n'
    yield f"# {plain(report.title)}\n"
    before: Block | None = None
    for block in report.blocks:
        yield ("" if isinstance(block, Line) and block.item and isinstance(before, Line) and before.item else "\n") + _block(block)
        before = block
    yield f"\n## {report.word('notes')}\n\n"
    for number, evidence in enumerate(report.notes, 1):
        yield f"[^{number}]: {_note(note(report, evidence))}\n"
    if not report.english:
        yield "\n</div>\n"


def plain(text: str) -> str:
    r"""Text that Markdown takes for nothing but text.

    >>> print(plain("1. *قال* <b>"), plain("- [أ](b)"))
    1\. \*قال\* \<b\> \- \[أ\](b)
    """
    escaped = _SPECIAL.sub(r"\\\g<0>", visible(text))
    begins = _BEGINS.match(escaped)
    return f"{escaped[: begins.end() - 1]}\\{escaped[begins.end() - 1 :]}" if begins else escaped


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * (block.level + 1)} {plain(block.text)}\n"
    if isinstance(block, Line):
        return f"{'- ' if block.item else ''}{_words(block.words)}\n"
    return _grid(block)


def _grid(grid: Grid) -> str:
    rows = [map(plain, grid.heads), ("---" for _ in grid.heads), *(map(_words, row) for row in grid.rows)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _words(words: Words) -> str:
    """Words with the marks of their notes, which would run together without a space between them."""
    pairs = zip(("", *words), words, strict=False)
    parts = (f"{' ' * isinstance(a, Note)}[^{b.number}]" if isinstance(b, Note) else plain(b) for a, b in pairs)
    return "".join(parts).strip()


def _note(told: list[str]) -> str:
    """A note in one line: an address of the web as a link, the place in the ledger's document as code."""
    *words, place = told
    shown = [f"<{part}>" if _WEB.match(part) else plain(part) for part in words]
    return ". ".join([*shown, f"`{place}`" if "`" not in place else plain(place)])
