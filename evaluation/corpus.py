"""Hold the balance of a corpus of your own against what you know to be in it.

usage: python evaluation/corpus.py FOLDER [FOLDER ...] [--misses]

A folder holds ``articles/`` with its ``documents.csv``, a ``codebook.yaml`` where the articles are not on the coalition, and
``truth.yaml``:

  points:     each number that a series should show: file, exact (verbatim, the nth one), indicator, low, high,
              time (every EDTF value that is right), speaker (every right name as the text has it; null for the article's
              own word). One marked ``optional: true`` costs nothing, drawn or not; so does one of a single blow or day
              (``incident: true``), which is no point, but may be in a conflict.
  conflicts:  indicator, kind, figures (file, exact, nth): what can't all be true
  reprints:   lists of files that are one text; the points of the first alone are listed

A point is right if a drawn one that stands on its words has its number, indicator, time and speaker; a drawn one that
stands on no listed words, or under another indicator than they have, is false. With ``--misses`` each is shown.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

from hasila import Document, balance, load_codebook, read
from hasila.balance.cast import Cast, common_cast
from hasila.balance.name import key
from hasila.sources import documents
from hasila.text import analyse
from merit import same_name
from planted import Row, Span, Struck, figure_span, name, overlap
from told import BOOK, place

CAST = common_cast(BOOK)
FIELDS = ("number", "indicator", "time", "speaker")
Drawn = tuple[Row, Row]  # a line of the series, a point of it


def struck(folder: Path) -> Struck:
    """The balance of the folder's articles, by the folder's codebook if it has one."""
    own = folder / "codebook.yaml"
    codebook = load_codebook(str(own)) if own.exists() else BOOK
    found = list(documents([str(folder / "articles")]))
    broken = [item for item in found if not isinstance(item, Document)]
    if broken:
        raise SystemExit(str(broken[0]))
    return Struck([read(item, codebook) for item in found if isinstance(item, Document)], codebook)


def right(truth: Row, line: Row, point: Row, cast: Cast = CAST) -> dict[str, bool]:
    """Which fields of a drawn point are as they should be."""
    return {
        "number": (point["low"], point["high"]) == (truth["low"], truth["high"]),
        "indicator": line["indicator"] == truth["indicator"],
        "time": bool({point["time"], point.get("period")} & _times(truth)),
        "speaker": any(same_speaker(speaker, line, cast) for speaker in truth["speaker"]),
    }


def _times(truth: Row) -> set[str]:
    """The right times; a period's point stands at its end."""
    return {end for time in map(str, truth["time"]) for end in (time, time.rpartition("/")[2]) if end}


def same_speaker(known: str | None, line: Row, cast: Cast = CAST) -> bool:
    """Whether a line's speaker is the known one: by a shorter or a longer name, with or without a clitic, by id or a capital.

    >>> same_speaker("المرصد", {"speaker": "x", "speaker_name": "المرصد السوري لحقوق الإنسان"})
    True
    >>> same_speaker("البنتاغون", {"speaker": "pentagon", "speaker_name": "وزارة الدفاع الأمريكية"})
    True
    >>> same_speaker("واشنطن", {"speaker": "us", "speaker_name": "الولايات المتحدة"})
    True
    >>> same_speaker("كيري", {"speaker": None, "speaker_name": None})
    False
    """
    if known is None or line["speaker"] is None:
        return known is line["speaker"]
    meant, seat = cast.who(known), analyse(key(known)).entries.get("capital")
    ids = {meant.id if meant else None, seat.value if seat else None}
    return same_name(key(known), key(line["speaker_name"])) or line["speaker"] in ids


class Corpus:
    """A folder's balance beside its truth."""

    def __init__(self, folder: Path) -> None:
        """Read the folder and strike its balance."""
        self.truth: Row = yaml.safe_load((folder / "truth.yaml").read_text(encoding="utf-8"))
        self.struck = struck(folder)
        self.cast = common_cast(self.struck.codebook)
        self.copies = {file for group in self.truth["reprints"] for file in group[1:]}
        self.drawn: list[Drawn] = [(line, point) for line in self.struck.series for point in line["points"]]
        self.known = [(truth, self.span(truth)) for truth in self.truth["points"]]

    def span(self, row: Row) -> Span:
        """Where a listed number stands."""
        return (row["file"], *place(self.struck.texts[row["file"]], row["exact"], row.get("nth") or 1))

    def spans(self, point: Row) -> list[Span]:
        """Where a drawn point stands, copies left out."""
        found = [self.struck.spans[id] for id in point["quotes"]]
        return [span for span in found if span[0] not in self.copies]

    def on(self, span: Span) -> list[Drawn]:
        """The drawn points that stand there."""
        return [(line, point) for line, point in self.drawn if any(overlap(told, span) for told in self.spans(point))]

    def best(self, truth: Row, span: Span) -> tuple[dict[str, bool], Drawn | None]:
        """The drawn point there that is most like the known one, and what of it is right."""
        found = [(right(truth, *drawn, self.cast), drawn) for drawn in self.on(span)]
        return max(found, key=lambda row: sum(row[0].values()), default=({}, None))

    def false(self) -> Iterator[Drawn]:
        """The drawn points that stand on nothing listed."""
        for line, point in self.drawn:
            told = self.spans(point)
            listed = [truth for truth, span in self.known if any(overlap(span, other) for other in told)]
            if told and not any(truth["indicator"] == line["indicator"] for truth in listed):
                yield line, point

    def missed_conflicts(self) -> Iterator[Row]:
        """The listed conflicts of which no drawn one shows two sides."""
        for row in self.truth["conflicts"]:
            sides = [self.tellings(self.span(figure)) for figure in row["figures"]]
            shown = ([figure_span(figure) for figure in conflict["figures"]] for conflict in self.struck.conflicts)
            if not any(sum(any(overlap(span, told) for span in side for told in conflict) for side in sides) >= 2 for conflict in shown):
                yield row

    def tellings(self, span: Span) -> list[Span]:
        """Where a known number is told: there, and wherever else its point has its quotes, as a conflict shows it once for all of them."""
        points = ([self.struck.spans[id] for id in point["quotes"]] for _, point in self.drawn)
        return [span, *(told for spans in points if any(overlap(one, span) for one in spans) for told in spans)]

    def missed_reprints(self) -> list[list[str]]:
        """The listed reprints that are not drawn as one."""
        groups = [set(map(name, group)) for group in balance.reprints(self.struck.readings)]
        return [files for files in self.truth["reprints"] if not any(set(files) <= group for group in groups)]


def count(corpus: Corpus, misses: bool) -> Counter[str]:
    """The counts of a corpus; what is missed is printed if asked for."""
    counts: Counter[str] = Counter()
    for truth, span in corpus.known:
        fields, drawn = corpus.best(truth, span)
        if truth.get("optional") or truth.get("incident"):
            continue
        counts["points"] += 1
        for n, field in enumerate(FIELDS):
            counts[field] += all(fields.get(f, False) for f in FIELDS[: n + 1])
        if misses and not (fields and all(fields.values())):
            wrong = [field for field in FIELDS if not fields.get(field)] if drawn else "no point"
            print(f"- {wrong}  {_told(drawn)}\n    {_known(truth)}\n    {_context(corpus, span)}")
    counts["drawn"] = sum(bool(corpus.spans(point)) for _, point in corpus.drawn)
    for line, point in corpus.false():
        counts["false"] += 1
        if misses:
            print(f"- FALSE {_told((line, point))}\n    {_context(corpus, corpus.spans(point)[0])}")
    counts["conflicts"] = len(corpus.truth["conflicts"])
    counts["shown"] = counts["conflicts"]
    for row in corpus.missed_conflicts():
        counts["shown"] -= 1
        if misses:
            print(f"- NO CONFLICT {row['kind']} {row['indicator']}: {[(f['file'][:2], f['exact']) for f in row['figures']]}")
    counts["reprints"] = len(corpus.truth["reprints"])
    counts["joined"] = counts["reprints"] - len(corpus.missed_reprints())
    return counts


def _told(drawn: Drawn | None) -> str:
    if drawn is None:
        return ""
    line, point = drawn
    return f"{line['indicator']} {point['low']}..{point['high']} {point['time']} {line['speaker_name']}"


def _known(truth: Row) -> str:
    return f"{truth['indicator']} {truth['low']}..{truth['high']} {truth['time']} {truth['speaker']}"


def _context(corpus: Corpus, span: Span) -> str:
    file, start, end = span
    text = corpus.struck.texts[file]
    return f"{file[:2]}: …{text[max(0, start - 260) : start]}⟦{text[start:end]}⟧{text[end : end + 120]}…".replace("\n", " ¶ ")


def report(counts: Counter[str]) -> str:
    """One line of counts."""
    fields = ", ".join(f"{field} {counts[field]}" for field in FIELDS)
    return (
        f"{counts['points']} points: {fields}; drawn {counts['drawn']}, false {counts['false']}; "
        f"conflicts {counts['shown']} of {counts['conflicts']}; reprints {counts['joined']} of {counts['reprints']}"
    )


def main(arguments: list[str]) -> int:
    """Print the counts of each folder, and of all."""
    folders = [Path(argument) for argument in arguments if not argument.startswith("-")]
    if not folders:
        print(__doc__)
        return 2
    total: Counter[str] = Counter()
    for folder in folders:
        found = count(Corpus(folder), "--misses" in arguments)
        print(f"{folder.name}: {report(found)}")
        total += found
    if len(folders) > 1:
        print(f"all: {report(total)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
