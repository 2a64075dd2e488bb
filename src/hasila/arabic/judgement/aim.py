"""Stated aims: how far each reaches, whose it is, and the lines it belongs to."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from hasila.arabic.judgement.action import IS, OWNERS, REACH, clitics_of, definite, is_action, joined, verbal
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.line import choose_lines, find_lines
from hasila.arabic.judgement.told import Told, find_told
from hasila.records import Objective, Time

_SCARE = 3
_LONG = 45
_CONCERNING = ("بشان", "حول", "بخصوص", "ازاء", "حيال")
_BOUNDS = ("من", "في", "علي", "الي", "عن", "مع", "خلال", "منذ", "عبر", "بعد", "قبل", "ضد")
_LEADING = ("من", "ايضا", "كذلك", "ومن", "في", "كما", "وقد", "قد", "فقد")
_ADVERBS = ("ايضا", "كذلك", "جاهده", "جاهدا", "حاليا", "حثيثا", "دوما", "اساسا", "بدوره", "بدورها", "قد", "كانت", "كان")


def find_aims(ground: Ground, times: Sequence[Time]) -> list[Objective]:
    """Every stated aim of a text, in order; of two that overlap the one told first."""
    found: list[Objective] = []
    covered = 0
    for aim in find_told(ground):
        if aim.first < covered:
            continue
        for first, last in _pieces(ground, aim):
            skip = aim.skip if first == aim.first else clitics_of(ground, first)
            first, last = ground.trimmed(first, last)
            if first >= last:
                continue
            first -= not skip and _quoted(ground, first, last)
            covered = max(covered, last)
            holder = _holder(ground, aim)
            quote: dict[str, Any] = ground.text.quote(first, last, skip=skip)
            due = _due(times, quote["start"], quote["end"])
            found += [Objective(**quote, holder=holder, line=line, time=due) for line in choose_lines(ground, first, last)]
    return found


def _due(times: Sequence[Time], start: int, end: int) -> str | None:
    """The value of the first date inside the aim's words."""
    for n in range(bisect_left(times, start, key=lambda t: t.start), len(times)):
        time = times[n]
        if time.end > end:
            return None
        if time.type == "DATE":
            return time.value
    return None


def _quoted(ground: Ground, first: int, last: int) -> bool:
    """Whether the range begins inside a quotation that it closes."""
    text = ground.text
    return text.form(first - 1) in ("«", "“") and any(text.form(k) in ("»", "”") for k in range(first, last))


def _end(ground: Ground, first: int) -> int:
    """Where the aim's phrase ends: at a mark, a verb with و or the opening of another clause."""
    text = ground.text
    stop = min(ground.text.sentence(first)[1], first + _LONG)
    depth = 0
    for k in range(first + 1, stop):
        form = text.form(k)
        if form in ("»", "”") and depth == 0 and k - first > _SCARE:
            return k
        depth += (form in ("«", "“")) - (form in ("»", "”") and depth > 0)
        if form in ("،", ",") and text.form(k + 1) in _CONCERNING:
            continue
        if form in ("؛", ":", "(", ")", "،", ",") or form.startswith("..") or _other_clause(ground, k):
            return k
    while stop > first + 1 and text.form(stop - 1) in (".", "!", "؟", "?", "،"):
        stop -= 1
    return stop


def _other_clause(ground: Ground, k: int) -> bool:
    opener = ground.found("clause_opener").get(k)
    strong = opener is not None and opener.hit.value != "none" and ground.text.form(k) not in ("قبل", "حيث")
    return strong or ground.has(k, "turn") or (ground.finite(k) and not is_action(ground, k))


def _pieces(ground: Ground, aim: Told) -> list[tuple[int, int]]:
    """The aim, cut at commas and و before further actions where these belong to other lines (points: always)."""
    text = ground.text
    cuts = [aim.first]
    end = _end(ground, aim.first)
    while text.form(end) in ("،", "؛") and is_action(ground, end + 1):
        cuts.append(end + 1)
        end = _end(ground, end + 1)
    whole: list[tuple[int, int]] = []
    for first, last in zip(cuts, [*cuts[1:], end], strict=True):
        starts = [first, *(k for k in range(first + 1, last) if joined(ground, k) and is_action(ground, k) and not definite(ground, k))]
        for start, stop in zip(starts, [*starts[1:], last], strict=True):
            if whole and start not in cuts and not aim.points and not _differs(ground, whole[-1], (start, stop)):
                whole[-1] = (whole[-1][0], stop)
            else:
                whole.append((start, stop))
    return whole


def _differs(ground: Ground, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two joined actions belong to different lines."""
    lines, others = find_lines(ground, *one), find_lines(ground, *other)
    return bool(lines and others) and not set(choose_lines(ground, *one)) & set(choose_lines(ground, *other))


def _holder(ground: Ground, aim: Told) -> str | None:
    """Whose aim it is: as the marker tells, else the subject before it, else who says it."""
    text = ground.text
    named = _named(ground, *aim.holder) if aim.holder else None
    left = ground.left(aim.marker)
    if named is None and left < aim.marker <= left + REACH and not ground.has(left, "adjunct"):
        verb = ground.finite(left) or verbal(ground, left)
        named = _named(ground, left + verb, aim.marker if not verb else _phrase_end(ground, left + 1, aim.marker))
    if named is not None:
        return named
    row = ground.statement(aim.marker)
    if row:
        return row[2].speaker
    owners = [
        m for m in ground.names.within(max(text.sentence(aim.marker)[0], aim.marker - _LONG), aim.marker) if ground.names.type(m) in OWNERS
    ]
    return text.exact(owners[-1].first, owners[-1].last, owners[-1].skip) if owners else None


def _phrase_end(ground: Ground, first: int, last: int) -> int:
    """Where a verb's subject ends: at a preposition, a mark or a number."""
    text = ground.text
    for k in range(first + 1, last):
        if text.form(k) in _BOUNDS or text.kind(k) != "word" or "cardinal" in text.words[k].entries:
            return k
    return last


def _named(ground: Ground, first: int, last: int) -> str | None:
    """The words of a holder without what leads to it and from it; None if nothing is left or it is no noun phrase."""
    text = ground.text
    first, last = ground.trimmed(first, last)
    while first < last and text.form(first) in _LEADING:
        first += 1
    while last > first and (text.form(last - 1) in _BOUNDS or text.form(last - 1) in IS or text.form(last - 1) in _ADVERBS):
        last -= 1
    while last > first and text.kind(last - 1) == "mark":
        last -= 1
    if not first < last <= first + REACH or (text.form(first)[:2] == "ال" and ground.has(first, "adjunct")):
        return None
    last = next((k for k in range(first + 1, last) if text.form(k) in ("التي", "الذي", "الذين")), last)
    mention = ground.names.at(first)
    return text.exact(first, last, mention.skip if mention and mention.first == first else 0)
