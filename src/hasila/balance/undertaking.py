"""What the answer says first: whose undertaking it is, how it grew, how often it met, what it aimed at."""

from collections import defaultdict
from collections.abc import Iterator

from hasila.arabic.time.day import DAY_LENGTH
from hasila.balance.account import MEMBERS, Account
from hasila.balance.aim import Aim, holder_name
from hasila.balance.card import Balance
from hasila.balance.choice import growth
from hasila.balance.credit import credit_of
from hasila.balance.meeting import Meeting, concerned, seat
from hasila.balance.party import Party, foundings, quotes_at
from hasila.balance.voice import Voice
from hasila.balance.wording import after_min, count, lam

Clause = tuple[str, list[str]]
_AIMS, _SIDES, _LONG = 3, 2, 90  # aims and counts of those attending that are told at most; characters of an aim
_HOLDING_BACK = ("degrade", "leave", "divide")


def founded(balance: Balance, voice: Voice) -> Iterator[Clause]:
    """The coalition whose undertaking it is, who leads it, and since when there is one."""
    party = _subject(balance)
    if party is None:
        return
    quotes = _tie_quotes(balance, party, "leads")
    leads = voice.listed([voice.name(id) for id in sorted(party.leads)]) if quotes else ""
    dates = foundings(balance.dossier, party)[:1]
    if not leads and not dates:
        return
    text = voice.name(party.id)
    text += voice.say(f"، بقيادة {leads}", f", led by {leads}") if leads else ""
    if dates:
        verb = "تأسست" if text.split()[0].endswith("ة") else "تأسس"
        text += voice.say(
            f"، {verb} في {voice.day(dates[0]['time'])}",
            f", founded {'on' if len(dates[0]['time']) == DAY_LENGTH else 'in'} {voice.day(dates[0]['time'])}",
        )
        quotes = [*quotes, *dates[0]["quotes"]]
    yield text[:1].upper() + text[1:] + ".", quotes


def _subject(balance: Balance) -> Party | None:
    return next((party for party in balance.parties if party.id == balance.dossier.codebook.subject), None)


def members(balance: Balance, voice: Voice) -> Iterator[Clause]:
    """How many members it has now, and how few they were when first counted."""
    subject = balance.dossier.codebook.subject
    points = [same[0] for line in balance.figures.lines(MEMBERS) if line.key[1] == subject for same in line.points]
    steps = growth(balance.dossier, points)
    if len(steps) == 1:
        told = voice.told(steps[0], place=False)
        yield voice.say(f"ويبلغ عدد الدول الأعضاء {told}.", f"Member states: {told}."), [steps[0].id]
    elif steps:
        first, last = (voice.told(account, place=False, case="obl") for account in steps)
        text = voice.say(f"وارتفع عدد الدول الأعضاء {after_min(first)} إلى {last}.", f"Member states rose from {first} to {last}.")
        yield text, [account.id for account in reversed(steps)]


def _tie_quotes(balance: Balance, party: Party, kind: str) -> list[str]:
    ties = sorted((t for t in party.ties if t.kind == kind), key=lambda t: (t.n, t.start))
    return [id for tie in ties[:5] for id in quotes_at(balance.dossier, tie.n, tie.start, tie.end)]


def _entity_quotes(balance: Balance, party: Party) -> list[str]:
    dossier = balance.dossier
    for n in sorted(party.seen):
        for id, entity in zip(dossier.ids(n, "entities"), dossier.reading(n, "entities").entities, strict=True):
            if entity.id == party.id:
                return [id]
    return []


def coalitions(balance: Balance, voice: Voice) -> Iterator[Clause]:
    """The other coalitions, and who is left out of which."""
    subject = balance.dossier.codebook.subject
    others = [party for party in balance.parties if party.kind == "coalition" and party.id != subject] if subject else []
    parts, quotes = [], [id for party in others for id in (_tie_quotes(balance, party, "leads") or _entity_quotes(balance, party))[:1]]
    if others and quotes:
        names = voice.listed([voice.name(party.id) for party in others])
        counted = {1: "تحالف آخر", 2: "تحالفان آخران"}.get(len(others)) or count(len(others), "تحالف آخر", "تحالفات أخرى")
        verb = "تُذكر" if 3 <= len(others) <= 10 else "يُذكر"
        parts.append(voice.say(f"و{verb} إلى جانبه {counted}: {names}", f"Other coalitions told of: {names}"))
    for party in balance.parties:
        left_out = _tie_quotes(balance, party, "excluded") if party.kind == "coalition" and party.excluded else []
        if left_out:
            names = voice.listed([voice.name(id) for id in sorted(party.excluded)])
            parts.append(voice.say(f"وبقي خارج {voice.name(party.id)}: {names}", f"left out of {voice.name(party.id)}: {names}"))
            quotes += left_out
    if parts:
        text = voice.say("؛ ", "; ").join(parts)
        yield text[:1].upper() + text[1:] + ".", quotes


def met(balance: Balance, voice: Voice) -> Iterator[Clause]:
    """How many meetings are told of, and the latest one with its attendance."""
    subject = balance.dossier.codebook.subject
    own = [m for m in balance.meetings if subject in (None, *concerned(balance.dossier, m))]
    held = [m for m in own if m.status != "planned"]
    planned = len(own) - len(held)
    if not own:
        return
    last = ([m for m in held or own if m.best.event.time] or own)[-1]
    if held:
        text = voice.say("و" + voice.happened("رُصد", len(held), "اجتماع", "اجتماعات"), f"Meetings told of: {len(held)}")
    else:
        text = voice.say("و" + voice.happened("ذُكر", planned, "اجتماع مقرر", "اجتماعات مقررة"), f"Meetings planned: {planned}")
    text += _latest(last, len(held or own), voice)
    sides = _attending(balance, last)
    if sides:
        told = [f"{voice.amount(account, 'obl')} {voice.by(account)}" for account in sides]
        text += voice.say("، بحضور ", ", attended by ") + voice.say("، أو ", ", or ").join(told)
    if held and planned:
        text += voice.say(f"، فضلًا عن {count(planned, 'اجتماع مقرر', 'اجتماعات مقررة', 'obl')}", f", and {planned} planned")
    yield text + ".", [last.best.id, *(a.id for a in sides), *(m.best.id for m in own)]


def _attending(balance: Balance, meeting: Meeting) -> list[Account]:
    """How many attended, as different people tell it; those first who can be named, each number once."""
    totals = [a for a in meeting.attendance if a.figure.role == "total"]
    ranked = sorted(totals, key=lambda a: (credit_of(balance.dossier, a) != "named", a.n, a.figure.start))
    once = {(a.sort, a.value): a for a in reversed(ranked)}
    sort = ranked[0].sort if ranked else ""
    return [a for a in ranked if once.get((sort, a.value)) is a][:_SIDES]


def _latest(meeting: Meeting, held: int, voice: Voice) -> str:
    where = voice.listed([voice.name(id) for id in seat(voice.dossier, meeting)])
    date = voice.day(meeting.best.event.time)
    if not where and not date:
        return ""
    head = voice.say("، آخرها" if held > 1 else "", ", the latest" if held > 1 else ",")
    if not voice.english and held == 2:
        head = "، آخرهما"
    return head + (voice.say(f" في {where}", f" in {where}") if where else "") + (f" ({date})" if date else "")


def main_aims(balance: Balance, voice: Voice) -> Iterator[Clause]:
    """The aims that most documents tell of, one a line of effort: the undertaking's own, where it has told any."""
    subject = balance.dossier.codebook.subject
    own = [aim for aim in balance.aims if aim.first.holder == subject and subject]
    known = own or [aim for aim in balance.aims if aim.first.holder in balance.dossier.names]
    telling: dict[str, set[int]] = defaultdict(set)
    for aim in known:
        telling[aim.first.objective.line].update(told.n for told in aim.told)
    ranked = sorted(known, key=lambda aim: _rank(balance, aim, len(telling[aim.first.objective.line])))
    lines = list(dict.fromkeys(aim.first.objective.line for aim in ranked))[:_AIMS]
    chosen = [next(aim for aim in ranked if aim.first.objective.line == line) for line in lines]
    if not chosen:
        return
    told = [_quoted(voice, aim) if own else _held(balance, voice, aim) for aim in chosen]
    whose = voice.name(subject) if own and subject else ""
    head = {1: ("والهدف المعلن", "The stated aim"), 2: ("والهدفان المعلنان", "The stated aims")}.get(len(chosen))
    head = head or ("وأبرز الأهداف المعلنة", "The main stated aims")
    of = voice.say(f" {lam(whose)}", f" of {whose}") if whose else ""
    yield f"{voice.say(*head)}{of}: {voice.say('، و', ', ').join(told)}.", [t.id for aim in chosen for t in aim.told]


def _rank(balance: Balance, aim: Aim, line: int) -> tuple[object, ...]:
    """Sorts the aim first that most documents tell, that was judged, of a line with many aims, that is general and told in full."""
    exact = aim.first.objective.exact
    particular = any(character.isdigit() for character in exact)
    evidence = balance.dossier.evidence({told.n for told in aim.told})
    return -evidence, not aim.assessed, particular, len(exact) > _LONG, aim.first.assumed, -line, -len(exact), aim.first.id


def opposed_aims(balance: Balance, voice: Voice) -> Iterator[Clause]:
    """Two aims that pull against each other, side by side with their holders: the plainest pair."""
    by_id = {aim.first.id: aim for aim in balance.aims}
    names = balance.dossier.names
    pairs = [
        (by_id[id], by_id[other])
        for id in sorted(balance.against)
        if by_id[id].first.stance in _HOLDING_BACK
        for other in balance.against[id]
        if by_id[id].first.holder in names or by_id[other].first.holder in names
    ]
    if pairs:
        pair = min(pairs, key=lambda p: (sum(len(a.first.words) for a in p), p[0].first.id, p[1].first.id))
        one, other = (_held(balance, voice, aim) for aim in pair)
        yield (
            voice.say(f"ويتقابل هدفان: {one} مقابل {other}.", f"Two aims stand opposed: {one} against {other}."),
            [a.first.id for a in pair],
        )


def _held(balance: Balance, voice: Voice, aim: Aim) -> str:
    known = aim.first.holder in balance.dossier.types or balance.dossier.actor(aim.first.holder)
    holder = holder_name(balance.dossier, aim.first, voice.language) if known else None
    return _quoted(voice, aim) + (f" ({holder})" if holder else "")


def _quoted(voice: Voice, aim: Aim) -> str:
    words = " ".join(aim.first.objective.exact.replace("«", "").replace("»", "").split())
    if len(words) > _LONG:
        words = words[:_LONG].rsplit(" ", 1)[0] + " …"
    return voice.say(f"«{words}»", f"“{words}”")
