"""Parts and their whole: what one sentence tells of a total, after it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from hasila.balance.account import Account
from hasila.balance.bound import bounds
from hasila.balance.dossier import Dossier
from hasila.text import Text

_FAR, _NEAR, _APART = 12, 3, 7  # tokens from a whole to its first part, from the word that tells it, and from one part to the next


class Suspect(NamedTuple):
    """A whole and the parts that are told of it."""

    whole: Account
    parts: tuple[Account, ...]


def suspects(dossier: Dossier, here: list[Account]) -> Iterator[Suspect]:
    """Of one reading's figures the wholes whose parts, told after them in their sentence, come to more than they do."""
    here = sorted(here, key=lambda a: (a.figure.start, a.figure.end))
    if len(here) > 1:
        for whole, parts in _wholes(dossier, here):
            if _beyond(whole, parts, {}):
                yield Suspect(whole, tuple(parts))


def exceeding(dossier: Dossier, suspected: Iterable[Suspect], gone: Mapping[str, str]) -> Iterator[tuple[Account, ...]]:
    """Those, each with the parts that exceed it, that stand when what was superseded is left out; once for all reprints."""
    seen: set[tuple[Any, ...]] = set()
    for whole, parts in suspected:
        found = _beyond(whole, parts, gone)
        mark = (dossier.groups[whole.n], whole.value, tuple(p.value for p in parts))
        if found and mark not in seen:
            seen.add(mark)
            yield whole, *found


def _beyond(whole: Account, parts: Sequence[Account], gone: Mapping[str, str]) -> list[Account]:
    """The parts that come to more than their whole, or the shares that come to more than all of it."""
    shares = [p for p in parts if p.figure.unit == "%" and whole.figure.unit != "%"]
    counts = [p for p in parts if p.figure.unit == whole.figure.unit and p.id not in gone and _same_things(p, whole)]
    if whole.id in gone:
        return []
    if counts and sum(max(bounds(p)[0], 0.0) for p in counts) > bounds(whole)[1]:
        return counts
    return shares if sum(max(bounds(p)[0], 0.0) for p in shares) > 100 else []


def _wholes(dossier: Dossier, here: list[Account]) -> Iterator[tuple[Account, list[Account]]]:
    """Each total with the parts of its indicator that its sentence tells after it, also where these are read as totals."""
    text = dossier.text(here[0].n)
    whole: Account | None = None
    parts: list[Account] = []
    last: Account | None = None
    for account in here:
        role = account.figure.role
        if whole and last and role == "total" and _told_apart(text, whole, last, account, bool(parts)):
            parts.append(account)
        elif role == "total":
            if whole and parts:
                yield whole, parts
            whole, parts = account, []
        elif role == "part" and whole and _of(account, whole) and _goes_on(text, whole, parts[-1] if parts else whole, account):
            parts.append(account)
        last = account
    if whole and parts:
        yield whole, parts


def _goes_on(text: Text, whole: Account, before: Account, account: Account) -> bool:
    """Whether a part stands in its whole's sentence, or in the list that a colon opens behind it (``دمر 90 هدفا، منها:``)."""
    if whole.sentence == account.sentence:
        return True
    behind = text.token_at(whole.figure.end - 1) + 1
    if ":" not in text.forms[behind : behind + _APART]:
        return False
    return text.token_at(account.figure.start) - text.token_at(before.figure.end - 1) <= _FAR


def _told_apart(text: Text, whole: Account, before: Account, account: Account, listed: bool) -> bool:
    """``19400 ضربة، بواقع 11900 في العراق و8300 في سوريا``: what is told of a whole behind a word or colon, then one joined by و."""
    if not _of(account, whole) or whole.sentence != account.sentence:
        return False
    first, last = text.token_at(before.figure.end - 1) + 1, text.token_at(account.figure.start)
    if before is whole:
        opened = text.form(last - 1) == ":" or any(text.has(i, "told_apart") for i in range(max(first, last - _NEAR), last))
        return opened and last - first <= _FAR
    return listed and text.stored[account.figure.start - 1] == "و" and last - first <= _APART


def _of(part: Account, whole: Account) -> bool:
    """Whether a figure may tell a part of the whole: of its indicator, or of none and of its sort."""
    own = part.figure.indicator
    if own == whole.figure.indicator:
        return True
    return own is None and _same_things(part, whole)


def _same_things(part: Account, whole: Account) -> bool:
    """Whether a part without indicator is of what its whole counts (``250 مدرعة`` is no part of ``فوج``)."""
    counted = part.figure.counted
    grouped = counted is None or (not part.sort and part.figure.exact.endswith(counted) and f" من {counted}" in part.figure.exact)
    return bool(part.figure.indicator) or grouped or (part.sort == whole.sort and bool(part.sort))
