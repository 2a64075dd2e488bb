"""The parties and the operations of a report, each row with the notes that it stands on."""

from collections.abc import Iterator
from typing import Any

from hasila.balance.campaign import as_operation, find_campaigns
from hasila.balance.party import as_party, party_name
from hasila.export.label import clipped
from hasila.export.report import Block, Grid, Heading, Note, Report, Words

Row = dict[str, Any]
_SAYS = 5  # statements of a party, and records of a sentence, that are noted


def parties(report: Report) -> Iterator[Block]:
    """Who takes part: who leads, since when, how many members are told, who joined and who is left out, in whose words."""
    held = report.material.balance
    named = _named(report)
    rows = tuple(_party(report, as_party(held.dossier, party, held.lines), named) for party in held.parties)
    told = tuple(row for row in rows if any(isinstance(part, Note) for cell in row for part in cell))
    if told:
        yield Heading(1, report.head("parties"))
        yield Grid(tuple(map(report.word, ("party", "led", "founded", "members", "told", "statements"))), told)


def _named(report: Report) -> dict[str, str]:
    """Id of an entity → the record that names it first."""
    found: dict[str, str] = {}
    same = report.material.balance.dossier.same
    for _, id, entity in report.material.records("entities"):
        found.setdefault(same.get(entity.id, entity.id), id)
    return found


def _party(report: Report, row: Row, named: dict[str, str]) -> tuple[Words, ...]:
    labels, names = report.material.labels, report.material.balance.dossier

    def name(id: str) -> str:
        return party_name(names, id, report.material.language)

    apart = "; " if report.english else "؛ "
    kind = labels.word("side" if row["kind"] == "party" else row["kind"])
    head: Words = (f"{name(row['id'])} ({kind})", *report.cited([named[row["id"]]] if row["id"] in named else []))
    leads = labels.listed(map(name, row["leads"])) + ("*" if row["leads_assumed"] and row["leads"] else "")
    founded = _joined(((report.when(date), *report.cited(date["quotes"])) for date in row["founded"]), apart)
    members = _joined((_counted(report, told) for told in row["members"]), apart)
    return head, (leads,), founded, members, _joined(_ties(report, row, name), " "), _said(report, row["says"])


def _counted(report: Report, told: Row) -> Words:
    speaker = report.material.labels.speaker(told)
    when = report.when({**told, "assumed": told["assumed"] and told["time"]})
    who = "" if speaker == "—" else report.material.labels.listed([speaker, ""])
    return f"{report.material.labels.amount(told, None, 'دولة')} ({who}{when})", *report.cited(told["quotes"])


def _ties(report: Report, row: Row, name: Any) -> Iterator[Words]:
    """Those whom one sentence tells of stand together."""
    together: dict[tuple[str, str, int], list[Row]] = {}
    for tie in row["told"]:
        together.setdefault((tie["tie"], tie["document"], tie["start"]), []).append(tie)
    for (kind, _, _), ties in together.items():
        longest = max(ties, key=lambda tie: len(tie["exact"]))
        who = report.material.labels.listed(dict.fromkeys(name(tie["who"]) for tie in ties))
        yield f"{report.word(kind)}: {who} {report.quoted(clipped(longest['exact']))}", *report.cited(longest["quotes"][:_SAYS])


def _said(report: Report, ids: list[str]) -> Words:
    return (str(len(ids)), *report.cited(ids[:_SAYS])) if ids else ("",)


def _joined(parts: Any, joint: str) -> Words:
    words: list[str | Note] = []
    for part in parts:
        words += [joint, *part] if words else part
    return tuple(words) or ("",)


def operations(report: Report) -> Iterator[Block]:
    """The operations: whose, since when as each document tells it, where."""
    dossier = report.material.balance.dossier
    rows = [as_operation(dossier, campaign) for campaign in find_campaigns(dossier)]
    if rows:
        yield Heading(1, report.head("operations"))
        heads = tuple(map(report.word, ("operation", "holder", "start", "place")))
        yield Grid(heads, tuple(_operation(report, row) for row in rows))


def _operation(report: Report, row: Row) -> tuple[Words, ...]:
    labels, dossier = report.material.labels, report.material.balance.dossier
    name = dossier.name(row["id"], "en") if report.english and dossier.actor(row["id"]) else row["name"]
    holder = labels.speaker({"speaker": row["holder"], "speaker_name": row["holder_name"]}) if row["holder"] else ""
    starts = labels.listed((report.when(start) for start in row["starts"]), ";")
    return (name, *report.cited(row["quotes"])), (holder,), (starts,), (labels.places(row),)
