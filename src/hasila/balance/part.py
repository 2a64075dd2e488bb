"""Parts and their whole: what one sentence tells of a total, after it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from hasila.balance.account import Account
from hasila.balance.bound import bounds
from hasila.balance.dossier import Dossier
from hasila.text import Text


class Suspect(NamedTuple):
    """A whole and the parts that are told of it."""

    whole: Account
    parts: tuple[Account, ...]


def suspects(dossier: Dossier, here: list[Account]) -> Iterator[Suspect]:
    """Of one reading's figures the wholes whose parts, told after them in their sentence, come to more than they do."""
    here = sorted(here, key=lambda a: (a.figure.start, a.figure.end))
    if any(a.figure.role == "part" for a in here):
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
    """Each total with the parts of its indicator that its sentence tells after it."""
    text = dossier.text(here[0].n)
    whole: Account | None = None
    parts: list[Account] = []
    for account in here:
        role = account.figure.role
        if role == "total":
            if whole and parts:
                yield whole, parts
            whole, parts = account, []
        elif role == "part" and whole and account.figure.indicator == whole.figure.indicator and one_sentence(text, whole, account):
            parts.append(account)
    if whole and parts:
        yield whole, parts


def _same_things(part: Account, whole: Account) -> bool:
    """Whether a part without indicator is of what its whole counts (``250 مدرعة`` is no part of ``فوج``)."""
    return bool(part.figure.indicator) or part.figure.counted is None or (part.sort == whole.sort and bool(part.sort))


def one_sentence(text: Text, one: Account, other: Account) -> bool:
    """Whether one sentence tells both."""
    return text.sentence(text.token_at(one.figure.start)) == text.sentence(text.token_at(other.figure.start))
