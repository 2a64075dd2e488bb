"""What stands in a report: answer, then line by line aims, series, verdicts and conflicts, then meetings and coverage."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from hasila.balance.answer import answer
from hasila.balance.card import as_line, coverage, line_ids
from hasila.balance.conflict import as_conflict
from hasila.balance.meeting import as_meeting
from hasila.balance.point import as_series
from hasila.export.material import Material
from hasila.export.report import Block, Grid, Heading, Line, Note, Report, Words
from hasila.export.roster import operations, parties

Row = dict[str, Any]


def compose(material: Material) -> Report:
    """The report of a ledger's material."""
    report, held = Report(material), material.balance
    report.blocks.append(Heading(1, report.head("answer")))
    for clause in answer(held, material.language):
        report.blocks.append(Line((clause["text"], *report.cited(clause["quotes"])), item=True))
    report.blocks.append(Line((report.word("assumed"),)))
    lines = [as_line(held, id, material.language) for id in line_ids(held)]
    for line in (*lines, _elsewhere(report, lines)):
        if any(line[name] for name in ("objectives", "series", "assessments", "conflicts")):
            report.blocks.append(Heading(1, line["label"]))
            report.blocks += [*_aims(report, line), *_series(report, line), *_verdicts(report, line), *_conflicts(report, line)]
    report.blocks += [*parties(report), *_meetings(report), *operations(report), *_coverage(report)]
    return report


def _elsewhere(report: Report, lines: Sequence[Row]) -> Row:
    """What belongs to no line of effort, so that a report leaves nothing out."""
    own = {indicator.id for indicator in report.material.codebook.indicators if indicator.line in {line["line"] for line in lines}}
    held = report.material.balance
    return {
        "label": report.word("elsewhere"),
        "objectives": [],
        "assessments": [],
        "series": [as_series(held.dossier, line, held.gone) for line in held.ordered if line.key[0] not in own],
        "conflicts": [as_conflict(held.dossier, c) for c in held.conflicts if c.accounts[0].figure.indicator not in own],
    }


def _aims(report: Report, line: Row) -> Iterator[Block]:
    if line["objectives"]:
        yield Heading(2, report.head("objectives"))
    for row in line["objectives"]:
        whose = report.material.labels.whose(row["holder"], row["holder_name"])
        holder = f"{whose}{'*' if row['holder_assumed'] else ''}" if whose else ""
        told = " · ".join(part for part in (report.quoted(row["exact"]), holder, report.material.labels.spread(row["status"])) if part)
        yield Line((told, *report.cited([row["id"], *row["quotes"], *row["assessments"]])), item=True)


def _series(report: Report, line: Row) -> Iterator[Block]:
    """A table for all that speakers tell of one thing in one unit."""
    labels = report.material.labels
    if line["series"]:
        yield Heading(2, report.head("series"))
    heads = tuple(map(report.word, ("as_of", "value", "exact", "speaker", "place")))
    for (indicator, about, unit, rate), held in groupby(line["series"], key=lambda r: (r["indicator"], r["about"], r["unit"], r["rate"])):
        name = report.material.balance.dossier.name(about, report.material.language)
        rows = tuple(row for series in held for row in _points(report, series))
        if rows:
            per = report.word("rate") if rate and "/" not in (unit or "") else ""
            yield Heading(3, " · ".join(part for part in (labels.indicator(indicator), name, labels.unit(unit), per) if part))
            yield Grid(heads, rows)


def _points(report: Report, series: Row) -> Iterator[tuple[Words, ...]]:
    """A row a figure; what is no point of the series says what it is."""
    kinds = (("points", ""), ("beside", "role"), ("superseded", "superseded"))
    for row, kind in ((row, kind) for name, kind in kinds for row in series[name]):
        aside = report.word(row["role"] if kind == "role" else kind) if kind else ""
        value = report.value(row, series["unit"]) + (f" ({aside})" if aside else "")
        place = report.where({**series, "place_assumed": row.get("place_assumed", series["place_assumed"])})
        exact: Words = (report.quoted(row["exact"]), *report.cited(row["quotes"]))
        yield (report.when(row),), (value,), exact, (report.material.labels.speaker(series),), (place,)


def _verdicts(report: Report, line: Row) -> Iterator[Block]:
    if line["assessments"]:
        counts = (f"{report.word(verdict)}: {times}" for verdict, times in line["verdicts"].items() if times)
        yield Heading(2, f"{report.head('verdicts')} ({report.material.labels.listed(counts)})")
    for row in line["assessments"]:
        whose, kind = report.material.labels.whose(row["assessor"], row["assessor_name"]), report.word(row["assessor_kind"])
        told = f"{report.word(row['verdict'])} · {f'{whose} ({kind})' if whose else kind} · {report.quoted(row['exact'])}"
        yield Line((told, *report.cited([row["id"]])), item=True)


def _conflicts(report: Report, line: Row) -> Iterator[Block]:
    if line["conflicts"]:
        yield Heading(2, report.head("conflicts"))
    heads = tuple(map(report.word, ("as_of", "value", "exact", "speaker")))
    for row in line["conflicts"]:
        about = report.material.balance.dossier.name(row["about"], report.material.language)
        what = (report.word(row["kind"]), report.material.labels.indicator(row["indicator"]), about, report.where(row))
        yield Heading(3, " · ".join(part for part in what if part))
        yield Grid(heads, tuple(_figure(report, figure) for figure in row["figures"]))


def _figure(report: Report, row: Row) -> tuple[Words, ...]:
    role = f" ({report.word(row['role'])})" if row["role"] != "total" else ""
    exact: Words = (report.quoted(row["exact"]), *report.cited([row["id"]]))
    return (report.when(row),), (report.value(row) + role,), exact, (report.material.labels.speaker(row),)


def _meetings(report: Report) -> Iterator[Block]:
    """The meetings, each in the words that date it best, with who was counted there."""
    held = report.material.balance
    if held.meetings:
        yield Heading(1, report.head("meetings"))
        heads = tuple(map(report.word, ("time", "place", "host", "exact", "attendance")))
        yield Grid(heads, tuple(_meeting(report, as_meeting(held.dossier, meeting)) for meeting in held.meetings))


def _meeting(report: Report, row: Row) -> tuple[Words, ...]:
    status = f" ({report.word(row['status'])})" if row["status"] != "happened" else ""
    host = f"{report.material.labels.whose(row['host_id'], row['host'])}{'*' if row['host_assumed'] else ''}" if row["host"] else ""
    name = report.material.labels.places(row)
    told: Words = (report.quoted(row["exact"]), *report.cited([row["id"], *row["quotes"]]))
    counted: list[str | Note] = []
    for id in row["attendance"]:
        evidence = report.material.evidence(id)
        counted += [report.quoted(evidence.exact), *report.cited([id]), " "] if evidence else []
    return (report.when(row) + status,), (name,), (host,), told, tuple(counted)


def _coverage(report: Report) -> Iterator[Block]:
    """What the report stands on, and what could not be used: counts of records and documents."""
    labels = report.material.labels
    yield Heading(1, report.head("coverage"))
    yield Line((f"{report.word('codebook')}: {report.material.codebook.id}",), item=True)
    for name, value in coverage(report.material.balance).items():
        if value not in (0, [], {}) or name == "documents":
            parts = (f"{report.word(key)}: {times}" for key, times in value.items() if times) if isinstance(value, dict) else ()
            told = labels.listed(parts) if parts else len(value) if isinstance(value, list) else value
            yield Line((f"{report.word(name)}: {told}",), item=True)
