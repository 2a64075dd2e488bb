"""The answer: one paragraph that says what the upshot is, by whom and as of when, each clause standing on its quotes."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from hasila.balance.account import Account
from hasila.balance.aim import Aim, holder_name
from hasila.balance.bound import named
from hasila.balance.card import Balance, line_ids
from hasila.balance.cast import country_names
from hasila.balance.conflict import Conflict
from hasila.balance.meeting import Meeting, concerned
from hasila.balance.party import Party, foundings, quotes_at
from hasila.balance.voice import KINDS, VERDICTS, Voice
from hasila.balance.wording import count, day

_Clause = tuple[str, list[str]]
_TOLD_ELSEWHERE = ("member_states", "meeting_attendance", "meetings_held")
_SERIES, _CONFLICTS, _SPEAKERS, _STEPS, _QUOTES = 8, 4, 3, 4, 20  # how many the paragraph tells of each at most


def answer(balance: Balance, language: str) -> list[dict[str, Any]]:
    """The clauses of the answer, none without a quote."""
    voice = Voice(balance.dossier, language)
    tellers = (_undertaking, _coalitions, _meetings, _series, _flows, _conflicts, _verdicts, _opposed)
    clauses = (clause for tell in tellers for clause in tell(balance, voice))
    return [{"text": text, "quotes": list(dict.fromkeys(quotes))[:_QUOTES]} for text, quotes in clauses if quotes]


def _undertaking(balance: Balance, voice: Voice) -> Iterator[_Clause]:
    """The coalition whose undertaking it is, who leads it, and how many members it is told to have."""
    subject = balance.dossier.codebook.subject
    party = next((p for p in balance.parties if p.id == subject), None)
    if party is None:
        return
    quotes = _tie_quotes(balance, party, "leads")
    leads = voice.listed([voice.name(id) for id in sorted(party.leads)])
    if leads and quotes:
        yield voice.say(f"{voice.name(party.id)}، بقيادة {leads}.", f"{voice.name(party.id)}, led by {leads}."), quotes
    for date in foundings(balance.dossier, party)[:1]:
        when = day(date["time"], voice.language)
        yield voice.say(f"وتاريخ التأسيس {when}.", f"Founded: {when}."), date["quotes"]
    points = _points(balance, "member_states", party.id)
    if not points:
        return
    steps = _growth(points)
    told = voice.say("، ثم ", ", then ").join(voice.told(account, place=False) for account in steps)
    yield voice.say(f"وعدد الدول الأعضاء {told}.", f"Member states: {told}."), [account.id for account in steps]


def _points(balance: Balance, indicator: str, about: str) -> list[Account]:
    """The dated points of an indicator about somebody, in the order of time."""
    same = [p[0] for line in balance.lines if line.key[:2] == (indicator, about) for p in line.points]
    return sorted((a for a in same if a.holding.time), key=lambda a: (a.holding.order, a.value[0] or 0, a.id))


def _growth(points: list[Account]) -> list[Account]:
    """The first point and each that tells of more than all before it; of many, the first and the last ones."""
    steps: list[Account] = []
    for account in points:
        if not steps or named(account) > named(steps[-1]):
            steps.append(account)
    return steps if len(steps) <= _STEPS else [steps[0], *steps[1 - _STEPS :]]


def _tie_quotes(balance: Balance, party: Party, kind: str) -> list[str]:
    ties = sorted((t for t in party.ties if t.kind == kind), key=lambda t: (t.n, t.start))
    return [id for tie in ties[:5] for id in quotes_at(balance.dossier, tie.n, tie.start, tie.end)]


def _entity_quotes(balance: Balance, party: Party) -> list[str]:
    dossier = balance.dossier
    for n in sorted(party.seen):
        for id, entity in zip(dossier.ids(n, "entities"), dossier.readings[n].entities, strict=True):
            if entity.id == party.id:
                return [id]
    return []


def _coalitions(balance: Balance, voice: Voice) -> Iterator[_Clause]:
    """The other coalitions, and who is left out of which."""
    subject = balance.dossier.codebook.subject
    others = [p for p in balance.parties if p.kind == "coalition" and p.id != subject]
    quotes = [id for p in others for id in (_tie_quotes(balance, p, "leads") or _entity_quotes(balance, p))[:1]]
    if others and quotes and subject:
        names = voice.listed([voice.name(p.id) for p in others])
        number = len(others)
        told = {1: "ويُذكر تحالف آخر", 2: "ويُذكر تحالفان آخران"}.get(number) or "و" + voice.happened(
            "يُذكر" if number > 10 else "تُذكر", number, "تحالف آخر", "تحالفات أخرى"
        ).replace("تُذكرت", "تُذكر")
        yield voice.say(f"{told}: {names}.", f"Other coalitions told of: {names}."), quotes
    for party in balance.parties:
        if party.kind == "coalition" and party.excluded:
            names = voice.listed([voice.name(id) for id in sorted(party.excluded)])
            text = voice.say(f"وبقي خارج {voice.name(party.id)}: {names}.", f"Left out of {voice.name(party.id)}: {names}.")
            yield text, _tie_quotes(balance, party, "excluded")


def _meetings(balance: Balance, voice: Voice) -> Iterator[_Clause]:
    """How many meetings are told of, and the latest one with its attendance."""
    subject = balance.dossier.codebook.subject
    own = [m for m in balance.meetings if subject in (None, *concerned(balance.dossier, m))]
    held = [m for m in own if m.status != "planned"]
    planned = len(own) - len(held)
    if not own:
        return
    dated = [m for m in held or own if m.best.event.time]
    last = (dated or own)[-1]
    if held:
        text = voice.say("و" + voice.happened("رُصد", len(held), "اجتماع", "اجتماعات"), f"Meetings told of: {len(held)}")
    else:
        text = voice.say("و" + voice.happened("ذُكر", planned, "اجتماع مقرر", "اجتماعات مقررة"), f"Meetings planned: {planned}")
    text += _latest(last, len(held or own), voice)
    attendance = sorted(last.attendance, key=lambda a: (a.n, a.figure.start))
    told = list({(a.value, a.speaker_id): f"{voice.amount(a, 'obl')} {voice.by(a)}" for a in attendance}.values())[:_SPEAKERS]
    if told:
        text += voice.say("، بحضور ", ", attended by ") + voice.listed(told)
    if held and planned:
        text += voice.say(f"، فضلًا عن {count(planned, 'اجتماع مقرر', 'اجتماعات مقررة', 'obl')}", f", and {planned} planned")
    yield text + ".", [last.best.id, *(a.id for a in attendance), *(m.best.id for m in own)]


def _latest(meeting: Meeting, held: int, voice: Voice) -> str:
    places = next((s.places for s in sorted(meeting.sittings, key=lambda s: (s.n, s.event.start)) if s.places), ())
    where = voice.listed([voice.name(id) for id in places])
    date = day(meeting.best.event.time, voice.language)
    if not where and not date:
        return ""
    head = voice.say("، آخرها" if held > 1 else "", ", the latest" if held > 1 else ",")
    if not voice.english and held == 2:
        head = "، آخرهما"
    return head + (voice.say(f" في {where}", f" in {where}") if where else "") + (f" ({date})" if date else "")


def _series(balance: Balance, voice: Voice) -> Iterator[_Clause]:
    """The latest points of the main indicators: those with most evidence, each point with its speaker and its date."""
    groups: dict[tuple[str, str, str, bool], list[Account]] = defaultdict(list)
    for line in balance.lines:
        indicator, about, unit, _, rate, _, _ = line.key
        if indicator not in _TOLD_ELSEWHERE and _concerns(balance, about) and line.points and not rate:
            groups[indicator, about, unit, rate].append(line.points[-1][0])
    order = {indicator.id: rank for rank, indicator in enumerate(balance.dossier.codebook.indicators)}
    ranked = sorted(groups, key=lambda k: (-balance.dossier.evidence({a.n for a in groups[k]}), -len(groups[k]), order.get(k[0], 99), k))
    for k in sorted(ranked[:_SERIES], key=lambda k: (order.get(k[0], 99), k)):
        wide = [a for a in groups[k] if all(place in country_names() for place in a.places)] or groups[k]
        latest = sorted(wide, key=lambda a: (a.holding.time is not None, a.holding.order, a.id), reverse=True)[:_SPEAKERS]
        told = voice.say("، و", "; ").join(voice.told(a) for a in latest)
        yield f"{voice.label(k[0])}: {told}.", [a.id for a in latest]


def _flows(balance: Balance, voice: Voice) -> Iterator[_Clause]:
    """Rates of one thing in one unit side by side: as many killed a month as recruited a month."""
    rates: dict[tuple[str, str], dict[str, Account]] = defaultdict(dict)
    for line in balance.lines:
        indicator, about, unit, _, rate, _, _ = line.key
        if rate and "/" in unit and line.points and _concerns(balance, about):
            latest = line.points[-1][0]
            known = rates[about, unit].get(indicator)
            if known is None or (latest.holding.order, latest.id) > (known.holding.order, known.id):
                rates[about, unit][indicator] = latest
    for key in sorted(rates):
        if len(rates[key]) > 1:
            told = [f"{voice.label(indicator)} {voice.told(account)}" for indicator, account in sorted(rates[key].items())]
            joined = voice.say("، و", "; ").join(told)
            yield voice.say(f"وجنبًا إلى جنب: {joined}.", f"Side by side: {joined}."), [a.id for a in rates[key].values()]


def _concerns(balance: Balance, about: str) -> bool:
    """Whether a figure about this one is the undertaking's: its coalition's, its enemy's, its leaders' or members'."""
    codebook = balance.dossier.codebook
    subject = codebook.actor(codebook.subject)
    return subject is None or about in (subject.id, codebook.enemy, *subject.leads, *subject.members)


def _conflicts(balance: Balance, voice: Voice) -> Iterator[_Clause]:
    """Where the accounts differ; what is too long to tell is counted."""
    own = [c for c in balance.conflicts if _concerns(balance, c.accounts[0].about or "")]
    for conflict in own[:_CONFLICTS]:
        yield _conflict(conflict, voice), [a.id for a in conflict.accounts]
    rest = own[_CONFLICTS:]
    if rest:
        number = {1: "تعارض آخر", 2: "تعارضان آخران"}.get(len(rest)) or count(len(rest), "تعارض آخر", "تعارضات أخرى")
        text = voice.say(f"ويُضاف إلى ذلك {number} بين الأرقام.", f"Further conflicts between figures: {len(rest)}.")
        yield text, [a.id for c in rest for a in c.accounts]


def _conflict(conflict: Conflict, voice: Voice) -> str:
    sides = list({(a.value, a.speaker_id, a.holding.time): a for a in conflict.accounts}.values())
    told = [voice.told(a, case="obl" if n and len(sides) == 2 else "nom") for n, a in enumerate(sides)]
    heads = {
        "differ": ("وتختلف الروايات في", "Accounts differ on"),
        "gap": ("وتتباعد الروايات في", "Accounts lie far apart on"),
        "falls": ("وتراجعت حصيلة تراكمية في", "A running total falls in"),
        "parts": ("وتزيد الأجزاء على مجموعها في", "Parts exceed their whole in"),
    }
    joint = voice.say(" مقابل ", " against ") if len(told) == 2 else voice.say("، و", "; ")
    return f"{voice.say(*heads[conflict.kind])} «{voice.label(conflict.accounts[0].figure.indicator)}»: {joint.join(told)}."


def _verdicts(balance: Balance, voice: Voice) -> Iterator[_Clause]:
    """Per line of effort: how many aims were stated, and who judged how."""
    for id in line_ids(balance):
        assessed = balance.assessed(id)
        if not assessed:
            continue
        aims = [aim for aim in balance.aims if aim.first.objective.line == id]
        head = voice.say(f"وفي محور «{voice.line(id)}»", f"On “{voice.line(id)}”")
        if aims:
            head += voice.say(" " + voice.happened("أُعلن", len(aims), "هدف", "أهداف"), f", aims stated: {len(aims)}")
        rows = {verdict: [row[1] for row in assessed if row[2].verdict == verdict] for verdict in VERDICTS}
        told = [_judged(balance, voice, verdict, ids) for verdict, ids in rows.items() if ids]
        first = next(len(ids) for ids in rows.values() if ids)
        verb = "صدرت" if 3 <= first <= 10 else "صدر"
        joint = voice.say(f"{'، و' if aims else ' '}{verb} بشأنه ", "; judgements: " if aims else ", judgements: ")
        yield f"{head}{joint}{voice.say('، و', '; ').join(told)}.", [row[1] for row in assessed] + [aim.first.id for aim in aims]


def _judged(balance: Balance, voice: Voice, verdict: str, ids: list[str]) -> str:
    whom = voice.listed([voice.say(*KINDS[kind]) for kind in sorted({balance.kinds[id] for id in ids})])
    number = len(ids)
    return voice.say(f"{count(number, 'حكم', 'أحكام')} {VERDICTS[verdict][0]} ({whom})", f"{number} “{VERDICTS[verdict][1]}” ({whom})")


def _opposed(balance: Balance, voice: Voice) -> Iterator[_Clause]:
    """Two aims that pull against each other, side by side with their holders: the plainest pair."""
    by_id = {aim.first.id: aim for aim in balance.aims}
    pairs = [
        (by_id[id], by_id[other])
        for id in sorted(balance.against)
        if by_id[id].first.stance in ("degrade", "leave", "divide")
        for other in balance.against[id]
    ]
    if pairs:
        pair = min(pairs, key=lambda p: (sum(len(a.first.words) for a in p), p[0].first.id, p[1].first.id))
        one, other = (_quoted(balance, voice, aim) for aim in pair)
        yield (
            voice.say(f"ويتقابل هدفان: {one} مقابل {other}.", f"Two aims stand opposed: {one} against {other}."),
            [a.first.id for a in pair],
        )


def _quoted(balance: Balance, voice: Voice, aim: Aim) -> str:
    holder = holder_name(balance.dossier, aim.first, voice.language)
    words = aim.first.objective.exact.replace("«", "").replace("»", "")
    return f"«{words}»" + (f" ({holder})" if holder else "")
