"""Corrections: a sentence that names the old figure beside the new one supersedes it.

Records decide, words only tell a correction from two accounts: two figures of one comparable set in one sentence, a
word that corrects (``صحح``, ``تعديل``, ``خطأ``), opposes (``وليس``, ``بدلا من``) or tells what was before (``بعدما كان``).
A speaker corrects himself, and, with a word that corrects, reports without a speaker and those of the same article;
nobody corrects another one by contradicting him: that is a conflict, unless a state's own body, with a word that corrects, denies
the number that one man told of its means. A number that was right before is only told again,
so it supersedes nothing but its own telling, and that only where it states no time of its own.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from hasila.balance.account import Account
from hasila.balance.dossier import Dossier
from hasila.balance.period import Holding
from hasila.balance.side import Sides
from hasila.text import Text

Force = Literal["corrects", "opposes", "was"]
_CORRECTING = ("correct_verb", "corrected")
_NEAR, _FAR, _GAP = 4, 40, 4  # tokens from a word of correcting to its number, between the two numbers, and between their sentences


class Hint(NamedTuple):
    """Two neighbours in one sentence whose words may make them a correction.

    ``plain`` is what the words alone make of them, ``first`` and ``other`` what they do where only the number of that one is
    told by another document too: whether the other one is the new figure, and how it is told; None: no correction.
    ``of_state``: whether each is told by the state whose figure it is.
    """

    subject: tuple[str, str, str, bool]
    one: Account
    next: Account
    of_state: tuple[bool, bool]
    plain: "Told | None"
    first: "Told | None"
    other: "Told | None"


Told = tuple[bool, Force]


def hints(dossier: Dossier, told: list[Account]) -> Iterator[Hint]:
    """What one reading's text tells of its figures."""
    by_subject: dict[tuple[str, str, str, bool], list[Account]] = defaultdict(list)
    for account in told:
        if account.is_point:
            by_subject[account.subject].append(account)
    for subject, group in by_subject.items():
        for one, other in pairwise(sorted(group, key=lambda a: (a.figure.start, a.figure.end))):
            if _named(one) == _named(other) or _apart(one.holding, other.holding):
                continue
            text = dossier.text(one.n)
            first, last = text.token_at(one.figure.start), text.token_at(other.figure.end - 1)
            if _told_together(text, first, last):
                found = [_old_and_new(text, one, other, first, last, known) for known in (None, 0, 1)]
                if any(found):
                    yield Hint(subject, one, other, (_is_own(dossier, one), _is_own(dossier, other)), *found)


def superseded(told: list[Account], hinted: list[Hint]) -> dict[str, str]:
    """Id of each superseded figure → id of the figure that takes its place; ``hinted`` in the order of the documents."""
    older: dict[tuple[object, ...], list[Account]] = defaultdict(list)
    for account in told:
        if account.is_point:
            older[account.subject, _named(account)].append(account)
    gone: dict[str, str] = {}
    for hint in sorted(hinted, key=lambda hint: hint.subject):
        known = [any(a.n != hint.one.n for a in older[hint.subject, _named(side)]) for side in (hint.one, hint.next)]
        found = hint.plain if known[0] == known[1] else hint.first if known[0] else hint.other
        if found:
            later, force = found
            new, old = (hint.next, hint.one) if later else (hint.one, hint.next)
            gone[old.id] = new.id
            own = hint.of_state[later] and force == "corrects"
            for account in older[hint.subject, _named(old)]:
                if account.id != new.id and force != "was" and _reaches(new, old, account, force == "corrects", own):
                    gone[account.id] = new.id
    return gone


def _is_own(dossier: Dossier, account: Account) -> bool:
    """Whether a body of the state whose figure it is tells it."""
    return account.about is not None and account.about in Sides(dossier).of(account.n, account.figure.speaker)


def _named(account: Account) -> tuple[float, ...]:
    """The numbers that an account names, whatever it says of them: ``قد يصل إلى 800`` names what ``لا 800`` corrects."""
    return tuple(sorted({end for end in account.value[:2] if end is not None}))


def _reaches(new: Account, old: Account, account: Account, firm: bool, of_state: bool) -> bool:
    """Whether the correction speaks of this older figure; ``of_state``: a state corrects what is told of itself."""
    if account.places and old.places and not set(account.places) & set(old.places):
        return False
    dates = (account.holding.order, new.holding.order)
    own = account.speaker_id == new.speaker_id and (new.named or firm or account.n == new.n)
    own = own or (of_state and account.speaker is not None and account.speaker.type == "person")
    return dates[0] <= dates[1] and (own or (firm and (account.speaker is None or account.n == new.n)))


def _apart(one: Holding, other: Holding) -> bool:
    """Whether both state times that don't meet: a number that changed (``457 بعد أن كان 352 في أبريل``), not one corrected."""
    stated = not one.assumed and not other.assumed
    return stated and one.days is not None and other.days is not None and not one.days.meets(other.days)


def _old_and_new(text: Text, one: Account, other: Account, first: int, last: int, known: int | None) -> "Told | None":
    """Whether the other of two neighbours is the new figure, and how that is told; None where no word makes them a correction.

    ``known`` is the only one of both, 0 or 1, whose number another document tells too.
    """
    begin, end = text.sentence(first)
    firm = any(text.has(i, cls) for i in range(max(begin, first - 40), min(end, last + 12)) for cls in _CORRECTING)
    between, then = text.token_at(one.figure.end - 1) + 1, text.token_at(other.figure.start)
    if any(text.has(i, "revise") for i in range(between, then)) or _corrects(text, between, then):  # 141 ثم رفع الحصيلة إلى 200
        return True, "corrects"
    right = _is_right(text, first, between), _is_right(text, then, last + 1)
    if right[0] != right[1] and (one.speaker_id == other.speaker_id or _takes_back(text, first, last)):
        return right[1], "corrects"
    of_two = None not in (one.speaker, other.speaker) and one.speaker_id != other.speaker_id  # 38، وليس 45 كما يقول غيره
    if not of_two and any(_opposes(text, i, between, then) for i in range(between, then + 1)):
        return False, "corrects" if firm else "opposes"
    if any(_opposes(text, i, first, first) for i in range(max(begin, first - 3), first)) and firm:
        return True, "corrects"
    if firm and known is not None:
        return known == 0, "corrects"
    if one.speaker_id == other.speaker_id and other.holding.assumed and any(text.has(i, "formerly") for i in range(between, then)):
        return False, "was"
    return None


def _told_together(text: Text, first: int, last: int) -> bool:
    """Whether one sentence tells both numbers, or the next one the right number of what the one before told."""
    begin, end = text.sentence(first), text.sentence(last)
    if begin == end:
        return True
    return 0 <= end[0] - begin[1] <= _GAP and _means(text, last, end[0]) and last - first < _FAR


def _means(text: Text, last: int, begin: int) -> bool:
    """Whether a number stands behind a word for the right one, or for what was meant."""
    near = range(max(begin, last - _NEAR - 2), last)
    return any(text.has(i, "right_one") or text.has(i, "you_mean") for i in near)


def _corrects(text: Text, between: int, then: int) -> bool:
    """Whether a verb of correcting leads to the second number: ``أعلنت 104 ثم عادت لتصحح: 96``; or its speaker says what was meant."""
    words = (text.words[i].entries for i in range(max(between, then - _NEAR), then))
    verbs = (entries.get("correct_verb") for entries in words if "total_verb" not in entries)  # تراجع is no تُراجِع
    if any(hit is not None and hit.tag in ("past", "present") for hit in verbs):
        return True
    return any(text.has(i, "you_mean") for i in range(max(between, then - 2), then))


def _is_right(text: Text, first: int, last: int) -> bool:
    """Whether a number, the tokens [first, last), is told to be the right one: ``والعدد الصحيح هو 480``, ``و480 هو العدد الصحيح``."""
    start, end = text.sentence(first)
    before = next((i for i in range(first - 1, max(start, first - _NEAR) - 1, -1) if text.has(i, "right_one")), None)
    if before is not None:
        return "،" not in text.forms[before:first]
    behind = next((i for i in range(last, min(end, last + _NEAR)) if text.has(i, "right_one")), None)
    return behind is not None and text.form(last) in ("هو", "هي")


def _takes_back(text: Text, first: int, last: int) -> bool:
    """Whether the paper corrects itself: it says so near by, in a heading or what it adds."""
    return any(text.has(i, "take_back") for i in range(max(0, first - _FAR), min(len(text), last + _FAR)))


def _opposes(text: Text, i: int, before: int, after: int) -> bool:
    """Whether a word of opposition stands at token ``i``; ``لا`` only right between the two numbers."""
    found = text.find(i, "instead_of")
    return found is not None and (text.form(i) not in ("لا", "ولا") or (i - before <= 1 and after - i <= 2))
