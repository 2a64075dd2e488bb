"""Parts and their whole: what one sentence tells of a total, after it."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from hasila.balance.account import Account
from hasila.balance.bound import bounds
from hasila.balance.dossier import Dossier
from hasila.text import Text


def exceeding(dossier: Dossier, told: list[Account], gone: dict[str, str]) -> Iterator[tuple[Account, ...]]:
    """Wholes whose parts, told after them in their sentence, come to more than they do; once for all reprints."""
    seen: set[tuple[Any, ...]] = set()
    by_reading: dict[int, list[Account]] = defaultdict(list)
    for account in told:
        by_reading[account.n].append(account)
    for n in sorted(by_reading):
        here = sorted(by_reading[n], key=lambda a: (a.figure.start, a.figure.end))
        if not any(a.figure.role == "part" for a in here):
            continue
        for whole, parts in _wholes(dossier, here):
            shares = [p for p in parts if p.figure.unit == "%" and whole.figure.unit != "%"]
            counts = [p for p in parts if p.figure.unit == whole.figure.unit and p.id not in gone and _same_things(p, whole)]
            least = sum(max(bounds(p)[0], 0.0) for p in counts)
            over = bool(counts) and least > bounds(whole)[1]
            mark = (dossier.groups[n], whole.value, tuple(p.value for p in parts))
            if (over or sum(max(bounds(p)[0], 0.0) for p in shares) > 100) and whole.id not in gone and mark not in seen:
                seen.add(mark)
                yield whole, *(counts if over else shares)


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
