"""The scorecard as one page that stands alone: HTML without script, without anything to fetch, every figure linked to its quote."""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING

from hasila.balance.account import MEMBERS
from hasila.balance.answer import answer
from hasila.balance.campaign import as_operation, find_campaigns
from hasila.balance.card import Balance, as_line, coverage, line_ids
from hasila.balance.dossier import open_dossier
from hasila.balance.meeting import as_meeting
from hasila.balance.party import as_party
from hasila.balance.shelf import Readings
from hasila.codebook import Codebook
from hasila.export.label import Labels, short, visible
from hasila.export.page import chart
from hasila.export.page.party import Roster
from hasila.export.page.quote import Quotes
from hasila.export.page.section import Sections
from hasila.records import Document, Reading

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_ARABIC = "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufeff"
_ARABIC_RUN = re.compile(f"\xab?[{_ARABIC}](?:[^A-Za-z\u201c\u201d(){{}};]*[{_ARABIC}])?(?:[ \\d]*\xbb)?")
_LATIN_RUN = re.compile(r"[A-Za-z](?:[^\u0600-\u06ff«»()؛،]*[A-Za-z0-9])?")


def page(readings: Sequence[Reading] | Readings, codebook: Codebook, language: str = "ar") -> str:
    """The whole page of a scorecard of these readings, in Arabic or (``en``) with English labels; quotes stay as they are.

    The same readings give the same page; those of a ledger's shelf are fetched as they are needed. Charts are drawn where
    ``hasila[chart]`` is installed; without it the page is whole, with its tables, and says how to get them.
    """
    held = Balance(open_dossier(readings, codebook))
    lines = [as_line(held, id, language) for id in line_ids(held)]
    told = coverage(held)
    labels, quotes = Labels(codebook, language == "en"), Quotes(held.dossier.readings)
    sections, roster = Sections(labels, quotes), Roster(labels, quotes, held.dossier)
    members = held.figures.lines(MEMBERS)
    shown = {
        "answer": sections.answer(answer(held, language)),
        "lines": [sections.line(line) for line in lines if any(line[name] for name in _TOLD)],
        "parties": roster.parties(as_party(held.dossier, party, members) for party in held.parties),
        "meetings": sections.meetings(as_meeting(held.dossier, meeting) for meeting in held.meetings),
        "operations": roster.operations(as_operation(held.dossier, campaign) for campaign in find_campaigns(held.dossier)),
        "coverage": sections.coverage(told),
        "unused": sections.unused(told),
    }
    sources = quotes.close()
    documents = [quotes.readings.document(n) for n in range(len(quotes.readings))]
    return (
        _environment(language)
        .get_template("page.html.j2")
        .render(
            **shown,
            sources=sources,
            days=_span(documents),
            title=codebook.label.en if language == "en" else codebook.label.ar,
            codebook=codebook.id,
            documents=len(documents),
            labels=labels,
            english=language == "en",
            charts=not chart.missing(),
            style=_style(),
            policy=_policy(_style()),
            names=_names(documents),
            listed={source.n for source in sources},
        )
    )


_TOLD = ("objectives", "series", "assessments", "conflicts")


def _span(documents: Sequence[Document]) -> tuple[str, str] | None:
    """The first and the last day on which the documents were published."""
    days = sorted(document.published for document in documents if document.published)
    return (days[0], days[-1]) if days else None


def _names(documents: Sequence[Document]) -> list[str]:
    """A short name for each document: its file's, and its whole path only where two files are called the same."""
    told = Counter(short(document.source) for document in documents)
    return [name if told[name := short(document.source)] == 1 else document.source for document in documents]


@cache
def _style() -> str:
    return files("hasila.export.page").joinpath("template/style.css").read_text(encoding="utf-8")


def _policy(style: str) -> str:
    """The page's own rule for browsers: nothing may be fetched, nothing may run, and this one style sheet applies."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _environment(language: str) -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    made = Environment(
        loader=PackageLoader("hasila.export.page", "template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"say": partial(_say, language), "plainly": visible, "web": _web, "head": _head, "drawn": Markup}
    made.globals["short"] = short
    return made


def _say(language: str, text: object) -> "Markup":
    """Text for the page, escaped; runs of the other script stand apart, so that they can't turn what is around them.

    >>> str(_say("en", "according to منير الهمامي (60)"))
    'according to <bdi lang="ar" dir="rtl">منير الهمامي</bdi> (60)'
    >>> str(_say("en", "عملية «الموجة 2» in 2015"))
    '<bdi lang="ar" dir="rtl">عملية «الموجة 2»</bdi> in 2015'
    >>> str(_say("ar", "<script>"))
    '&lt;<bdi lang="en" dir="ltr">script</bdi>&gt;'
    """
    from markupsafe import Markup, escape

    from hasila.balance.wording import plain

    found, attributes = (_ARABIC_RUN, 'lang="ar" dir="rtl"') if language == "en" else (_LATIN_RUN, 'lang="en" dir="ltr"')
    words, out, last = visible(plain(str(text))), [], 0
    for run in found.finditer(words):
        out += [escape(words[last : run.start()]), Markup(f"<bdi {attributes}>"), escape(run[0]), Markup("</bdi>")]
        last = run.end()
    return Markup("").join([*out, escape(words[last:])])


def _head(words: str) -> str:
    """Words as a heading has them: with a capital, where their script has such."""
    return words[:1].upper() + words[1:]


def _web(url: str | None) -> str | None:
    """An address that a page may link to; None for any other scheme than that of the web.

    >>> _web("https://example.org/a"), _web("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    return visible(url).strip() if url and re.match(r"\s*https?://[^\s]+\s*$", url, re.IGNORECASE) else None
