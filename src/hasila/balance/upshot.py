"""What the answer says then: what was reported on each line of effort, where accounts differ, and how it was judged."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from hasila.balance.account import Account
from hasila.balance.bound import bounds, named
from hasila.balance.card import Balance, line_ids
from hasila.balance.choice import differing, headline, in_theatre
from hasila.balance.conflict import Conflict
from hasila.balance.credit import credit_of
from hasila.balance.voice import KINDS, VERDICTS, Voice
from hasila.balance.wording import after_min, bare, count, lam, quantity, quantity_en

Clause = tuple[str, list[str]]
_TOLD_BEFORE = ("member_states", "meeting_attendance", "meetings_held")
_LINES, _INDICATORS, _CONFLICTS = 4, 2, 3  # lines, indicators of a line, and conflicts that are told at most
_ENDS = 6  # accounts at either end of a conflict that are looked at
_PLAIN = 3  # judgements of a line from which on it says something that they all agree
_WATCHING = ("independent", "overseer")


@dataclass(frozen=True, slots=True)
class Told:
    """An indicator's accounts to tell: the latest, or the party's own and the watchdog's where they differ."""

    indicator: str
    about: str
    accounts: tuple[Account, ...]
    evidence: int


@dataclass(frozen=True, slots=True)
class Report:
    """What is told of which lines, in order."""

    balance: Balance
    lines: list[tuple[str, list[Told]]]

    @property
    def differing(self) -> set[tuple[str, str]]:
        """The indicators, and about whom, of which differing accounts are told already."""
        return {(told.indicator, told.about) for _, row in self.lines for told in row if len(told.accounts) > 1}

    def clauses(self, voice: Voice) -> Iterator[Clause]:
        """A clause a line."""
        for line, row in self.lines:
            told = [self._said(voice, one) for one in row]
            head = voice.say(f"وفي «{voice.line(line)}»", voice.line(line))
            yield f"{head}: {voice.say('؛ و', '; ').join(told)}.", [a.id for one in row for a in one.accounts]

    def _said(self, voice: Voice, told: Told) -> str:
        codebook = self.balance.dossier.codebook
        whose = f" ({voice.name(told.about)})" if told.about and told.about not in (codebook.subject, codebook.enemy) else ""
        accounts = voice.against(*told.accounts) if len(told.accounts) > 1 else voice.told(told.accounts[0])
        return f"{voice.label(told.indicator)}{whose} {accounts}"


def reported(balance: Balance) -> Report:
    """For each line that most is reported on its main indicators: those of which most documents tell."""
    codebook = balance.dossier.codebook
    by_line: dict[str, list[Told]] = defaultdict(list)
    for known in codebook.indicators:
        groups = _subjects(balance, known.id) if known.id not in _TOLD_BEFORE else {}
        found = [told for key in sorted(groups) if (told := _told(balance, known.id, key[0], groups[key]))]
        if found:
            latest = sorted(
                found, key=lambda told: (told.accounts[0].holding.order, told.about == codebook.subject, told.about), reverse=True
            )
            by_line[known.line].append(max(latest, key=lambda told: told.evidence))
    best = {line: _main(row) for line, row in by_line.items()}
    most = max((told.evidence for row in best.values() for told in row), default=0)
    by_line = {line: kept for line, row in best.items() if (kept := [told for told in row if told.evidence > 1 or most == 1])}
    lines = line_ids(balance)
    main = sorted(by_line, key=lambda line: (-max(told.evidence for told in by_line[line]), -len(by_line[line]), lines.index(line)))[
        :_LINES
    ]
    order = main[:1] + [line for line in lines if line in main[1:]]
    return Report(balance, [(line, by_line[line]) for line in order])


def _subjects(balance: Balance, indicator: str) -> dict[tuple[str, str], list[list[Account]]]:
    """The points of an indicator by whom they are about and in which unit, so far as that concerns the undertaking."""
    groups: dict[tuple[str, str], list[list[Account]]] = defaultdict(list)
    for line in balance.figures.lines(indicator):
        _, about, unit, _, rate, _, _ = line.key
        if not rate and line.points and concerns(balance, about):
            groups[about, unit] += line.points
    return groups


def _main(row: list[Told]) -> list[Told]:
    """The indicators of a line that most documents tell of; of those after the first, one of which accounts differ before others."""
    first, *others = sorted(row, key=lambda told: -told.evidence)
    return [first, *sorted(others, key=lambda told: -len(told.accounts))][:_INDICATORS]


def concerns(balance: Balance, about: str | None) -> bool:
    """Whether a figure about this one is the undertaking's: its coalition's, its enemy's, its leaders' or members'; anybody's where it is
    against nobody.
    """
    codebook = balance.dossier.codebook
    subject = codebook.actor(codebook.subject)
    is_anybodys = subject is None or (codebook.enemy is None and not subject.outside)  # who takes part in it, no codebook lists
    return is_anybodys or about in (
        codebook.subject,
        codebook.enemy,
        *(subject.leads if subject else ()),
        *(subject.members if subject else ()),
    )


def _told(balance: Balance, indicator: str, about: str, points: list[list[Account]]) -> Told | None:
    accounts = [same[0] for same in points]
    if 2 * sum(not in_theatre(balance.dossier, a) for a in accounts) >= len(accounts):  # what is mostly told of other places
        return None
    chosen = headline(balance.dossier, accounts)
    if chosen is None:
        return None
    evidence = balance.dossier.evidence({a.n for same in points for a in same})
    return Told(indicator, about, _pair(balance, accounts) or (chosen,), evidence)


def _pair(balance: Balance, accounts: list[Account]) -> tuple[Account, Account] | None:
    """The party's own account and the watchdog's, where they differ."""
    named = [a for a in accounts if a.speaker and credit_of(balance.dossier, a) == "named"]
    kinds = {a.id: balance.kind_of(a) for a in named}
    own = headline(balance.dossier, [a for a in named if kinds[a.id] == "party"])
    other = headline(balance.dossier, [a for a in named if kinds[a.id] in _WATCHING])
    return (own, other) if own and other and differing(balance.dossier, own, other) else None


def rates(balance: Balance, voice: Voice) -> Iterator[Clause]:
    """Two rates of one party in one unit side by side: as many killed a month as recruited a month."""
    found: dict[tuple[str, str], list[Account]] = defaultdict(list)
    for line in balance.figures.rates():
        _, about, unit, *_ = line.key
        if "/" in unit and concerns(balance, about):
            found[about, unit] += [same[0] for same in line.points]
    for key in sorted(found):
        near = _beside(found[key])
        if near:
            same = (near[0].holding.time, near[0].holding.assumed) == (near[1].holding.time, near[1].holding.assumed)
            alone = same and voice.by(near[0]) == voice.by(near[1])
            told = [
                f"{voice.label(a.figure.indicator)} {voice.told(a, when=not same or n > 0, by=not alone or n > 0)}"
                for n, a in enumerate(near)
            ]
            joined = voice.say("، و", "; ").join(told)
            yield voice.say(f"وجنبًا إلى جنب: {joined}.", f"Side by side: {joined}."), [a.id for a in near]


def _beside(accounts: list[Account]) -> tuple[Account, Account] | None:
    """Rates of two indicators: the latest ones that one document tells, else the latest ones."""
    order = sorted(accounts, key=lambda a: (a.holding.order, a.id), reverse=True)
    pairs = [(a, b) for a, b in pairwise(sorted(order, key=lambda a: -a.n)) if a.n == b.n and a.figure.indicator != b.figure.indicator]
    last = {a.figure.indicator: a for a in reversed(order)}
    pairs = pairs or list(pairwise(sorted(last.values(), key=lambda a: (a.holding.order, a.id), reverse=True)))[:1]
    return max(pairs, key=lambda pair: (pair[0].holding.order, pair[0].id), default=None)


def disputed(balance: Balance, voice: Voice, told: set[tuple[str, str]]) -> Iterator[Clause]:
    """The largest conflicts that are not told yet, by the documents and the named speakers that stand in them; the rest is counted."""
    all_told, best = _weightiest(balance)
    largest = [conflict for subject, conflict in best.items() if subject not in told][:_CONFLICTS]
    rest = all_told - len(largest) - len(told & set(best))
    for conflict in largest:
        text, first = _conflict(balance, voice, conflict)
        if rest > 0 and conflict is largest[-1]:
            number = {1: "تعارض آخر", 2: "تعارضان آخران"}.get(rest) or count(rest, "تعارض آخر", "تعارضات أخرى")
            text += voice.say(f" ويُضاف إليها {number}.", f" There are {rest} more.")
        yield text, [*(a.id for a in first), *(a.id for a in conflict.accounts)]


def _weightiest(balance: Balance) -> tuple[int, dict[tuple[str, str], Conflict]]:
    """How many conflicts concern the undertaking, and of each indicator and whom it is about the largest, the largest first."""
    number, best = 0, dict[tuple[str, str], tuple[tuple[object, ...], Conflict]]()
    for key in ("", *balance.figures.keys):
        for conflict in balance.figures.conflicts(key):
            if concerns(balance, conflict.accounts[0].about):
                first = conflict.accounts[0]
                subject = first.figure.indicator or "", first.about or ""
                weight = *_weight(balance, conflict), first.subject
                if subject not in best or weight < best[subject][0]:
                    best[subject] = weight, conflict
                number += 1
    return number, {subject: best[subject][1] for subject in sorted(best, key=lambda subject: best[subject][0])}


def _weight(balance: Balance, conflict: Conflict) -> tuple[bool, bool, int, int, str]:
    """Sorts the conflict first that stands in the theatre, of one place and of plain numbers, by most named speakers, in most documents."""
    dossier = balance.dossier
    speakers = {a.speaker_id for a in conflict.accounts if credit_of(dossier, a) in ("named", "own")}
    outside = not any(in_theatre(dossier, a) for a in conflict.accounts)
    mixed = len({a.places for a in conflict.accounts}) > 1 or sum(a.figure.modifier != "vague" for a in conflict.accounts) < 2
    return outside, mixed, -min(len(speakers), 2), -dossier.evidence({a.n for a in conflict.accounts}), conflict.accounts[0].id


def _conflict(balance: Balance, voice: Voice, conflict: Conflict) -> tuple[str, tuple[Account, ...]]:
    """What is told of a conflict, and the accounts that it is told by."""
    label = voice.say("«{}»", "“{}”").format(voice.label(conflict.accounts[0].figure.indicator))
    if conflict.kind == "parts":
        whole, *parts = conflict.accounts
        head = voice.say(f"وتزيد الأجزاء على المجموع المعلن في {label}: ", f"Parts exceed their whole in {label}: ")
        joint = voice.say("، ومجموع الأجزاء", ", the parts come to")
        return f"{head}{voice.told(whole)}{joint} {_sum(voice, parts)}.", conflict.accounts
    if conflict.kind == "falls":
        first, last = conflict.accounts[0], conflict.accounts[-1]
        before = f"{voice.amount(first, 'obl')}{voice.when(first)}"
        after = voice.told(last, case="obl")
        text = voice.say(
            f"وتراجع رقم تراكمي في {label} {after_min(before)} إلى {after}.", f"A running total of {label} fell from {before} to {after}."
        )
        return text, (first, last)
    heads = {"differ": ("وتختلف الروايات في", "Accounts differ on"), "gap": ("وتتباعد الروايات في", "Accounts lie far apart on")}
    pair = _furthest(balance, conflict)
    return f"{voice.say(*heads[conflict.kind])} {label}: {voice.against(*pair)}.", pair


def _furthest(balance: Balance, conflict: Conflict) -> tuple[Account, Account]:
    """The two accounts that lie furthest apart: by different speakers who can be named, where there are such."""
    sides = sorted(conflict.accounts, key=lambda a: (named(a), a.id))
    pairs = list(combinations([*sides[:_ENDS], *sides[_ENDS:][-_ENDS:]], 2))

    def fits(pair: tuple[Account, Account]) -> tuple[object, ...]:
        unclear = sum(credit_of(balance.dossier, a) in ("unclear", "common") for a in pair)
        vague = sum(a.figure.modifier == "vague" for a in pair)
        return vague, pair[0].speaker_id == pair[1].speaker_id, unclear, named(pair[0])[0] - named(pair[1])[1]

    return min(pairs, key=fits)


def _sum(voice: Voice, parts: list[Account]) -> str:
    """What parts come to at least."""
    total, first = sum(max(bounds(a)[0], 0.0) for a in parts), parts[0].figure
    if voice.english:
        return quantity_en(total, total, "exact", first.unit)
    return quantity(total, total, "exact", first.unit, None)


def judged(balance: Balance, voice: Voice) -> Iterator[Clause]:
    """How often it was judged met, partly met and not met, by what kind of assessor; of lines what they alone say."""
    rows = [row for line in line_ids(balance) for row in balance.assessed(line)]
    if not rows:
        return
    told = []
    for verdict in VERDICTS:
        kinds = Counter(row.kind for row in rows if row.verdict == verdict)
        if kinds:
            told.append(_spread(voice, verdict, kinds))
    number = len(rows)
    head = voice.say(f"و{'صدرت' if 3 <= number <= 10 else 'صدر'} {count(number, 'حكم', 'أحكام')}: ", f"Judgements: {number}: ")
    text = head + voice.say("، و", "; ").join(told)
    if number == 1:
        text = voice.say("وصدر حكم ", "Judgements: ") + told[0]
    yield f"{text}{_lines(balance, voice)}.", [row.id for row in rows]


def _spread(voice: Voice, verdict: str, kinds: Counter[str]) -> str:
    """A verdict's number, and the kind of assessor that passed most of these, or all kinds where none did."""
    number = sum(kinds.values())
    order = sorted(kinds, key=lambda kind: (-kinds[kind], kind))
    most = order[0] if len(order) > 1 and 2 * kinds[order[0]] > number else None
    arabic = f"أكثرها {lam(KINDS[most][0])}: {kinds[most]}" if most else " و".join(lam(KINDS[kind][0]) for kind in order)
    english = f"most by {KINDS[most][1]}: {kinds[most]}" if most else f"by {voice.listed([KINDS[kind][1] for kind in order])}"
    return voice.say(f"{bare(number)} {VERDICTS[verdict][0]} ({arabic})", f"{number} “{VERDICTS[verdict][1]}” ({english})")


def _lines(balance: Balance, voice: Voice) -> str:
    """The lines of which all judgements agree, where other lines are judged otherwise."""
    verdicts = {line: {row.verdict for row in rows} for line in line_ids(balance) if len(rows := balance.assessed(line)) >= _PLAIN}
    every = {row.verdict for row in balance.assessments}
    if len(every) == 1:
        return ""
    never = [voice.line(line) for line, found in verdicts.items() if "met" not in found and "met" in every]
    always = [voice.line(line) for line, found in verdicts.items() if found == {"met"}]
    text = ""
    for lines, arabic, english in ((always, "كلها بالتحقق", "all “met”"), (never, "لا حكم بالتحقق", "never “met”")):
        if lines:
            names = voice.listed([voice.say(f"«{name}»", f"“{name}”") for name in lines])
            text += voice.say(f"؛ و{arabic} في {names}", f"; {english}: {names}")
    return text
