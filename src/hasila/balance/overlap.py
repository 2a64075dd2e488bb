"""Overlap: whether two accounts are told of one time, one place and one sort of thing, so that they can contradict each other."""

from operator import attrgetter

from hasila.arabic.time.day import DAY_LENGTH
from hasila.balance.account import Account
from hasila.balance.arm import is_harm
from hasila.balance.bound import bounds, named
from hasila.balance.contrast import faces
from hasila.balance.country import country_names
from hasila.balance.dossier import Dossier
from hasila.balance.period import Period, period

_START = attrgetter("figure.start")
_EVENT = 14  # days: a longer period's figure stands at its end
_LATELY = 31  # days: what is told of so many days at most may be a part of what has added up
_REPORTED = 62  # days: what a report sets against what holds at its date, which may be the stand of the month before last
_SENDING = {"state", "delegation"}
_OF_PEOPLE = {"child", "woman"}  # some of those who are told of without their age or sex
_GUESTS = 1.1  # the bodies that come to a meeting beside the states are few
_REACH = 10  # times as much or as little: of another stretch of time, another ground, one blow
_OTHER = 20  # times as much or as little some days later, in another article: the toll of a blow, of a town
STEP = 1.1  # times as much that a total, or a share of a country, grows in a week at most
_SPEED = 3  # times as fast as before that a total may grow
_DIGITS = 2  # digits of a number that its rounding keeps at least
NEAR = 7  # days: a figure that is assumed to hold at its report's date is no more exact than that


def times_meet(one: Account, other: Account, accumulates: bool) -> bool:
    """Whether both are told of one time: totals where they stand, those of a few days (a meeting's) on any of these.

    One that is only assumed to hold when it was published may lie some days apart from the other.
    """
    a, b = one.holding, other.holding
    if a.extent is None or b.extent is None:
        return False
    if a.stretch and b.stretch:
        return a.stretch.meets(b.stretch)
    near = NEAR if a.assumed or b.assumed else 0
    if accumulates or max(_length(a.stretch), _length(b.stretch)) > _EVENT:
        return a.days is not None and b.days is not None and a.days.meets(b.days, near)
    return a.extent.meets(b.extent, near)


def told_together(one: Account, other: Account) -> bool:
    """Whether one holds when it is told and the other lately to that, as two that a text sets against each other."""
    a, b = one.holding, other.holding
    if a.extent is None or b.extent is None:
        return False
    is_now = one.is_current or other.is_current or ((one.is_recent or other.is_recent) and not _far(one, other, _OTHER))
    return is_now and a.days is not None and b.days is not None and a.days.meets(b.days, _REPORTED)


def apart(one: Account, other: Account) -> bool:
    """Whether the days at which two stand are different ones."""
    a, b = one.holding.extent, other.holding.extent
    return a is not None and b is not None and not a.meets(b)


def _has_run_on(one: Account, other: Account) -> bool:
    """Whether both run since about one day and stand at different ones: ``منذ 27 أبريل``, ``منذ أواخر نيسان حتى أمس``."""
    a, b, first, last = one.holding.begins, other.holding.begins, one.holding.days, other.holding.days
    if a is None or b is None or first is None or last is None or not (one.holding.since or other.holding.since):
        return False
    return abs(a - b) <= _LATELY and not first.meets(last)


def rounds(dossier: Dossier, one: Account, other: Account) -> bool:
    """Whether one is but the rounded number in the title of the other's text: ``نصف مليون مصاب``, and below it 503,484."""
    if dossier.groups[one.n] != dossier.groups[other.n] or bool(one.sentence) == bool(other.sentence):
        return False
    title, told = (other, one) if one.sentence else (one, other)
    (low, high), (least, most) = named(title), named(told)
    return low == high and least == most and low > 0 and low == round(least, _DIGITS - len(str(int(least))))


def told_at_once(one: Account, other: Account) -> bool:
    """Whether both are assumed to hold at the dates of their reports, which lie within a week of each other."""
    a, b = one.holding, other.holding
    return a.assumed and b.assumed and a.extent is not None and b.extent is not None and a.extent.meets(b.extent, NEAR)


def grown(one: Account, other: Account, tolerance: float) -> bool:
    """Whether a running total that stands some days later may be the earlier one, grown since."""
    if not apart(one, other):
        return False
    first, last = sorted((one, other), key=lambda a: a.holding.order)
    if bounds(last)[1] < bounds(first)[0]:
        return False
    least, most, tolerance = named(first)[0], named(last)[1], growth(one, other, tolerance)
    return least > 0 and 1 / tolerance <= most / least <= tolerance  # nobody says "more than five" of what was eight before


def growth(one: Account, other: Account, tolerance: float) -> float:
    """How many times as much a running total may be some days later: within a week no more than the time that it has run allows.

    Where nobody says since when it runs, it may have begun a week before.
    """
    a, b = one.holding.days, other.holding.days
    if a is None or b is None or None in (a.last, b.last):
        return tolerance
    first, last = sorted(((a.last or 0), (b.last or 0)))
    begins = [day for day in (one.holding.begins, other.holding.begins) if day is not None]
    run = first - min(begins) if begins else _EVENT
    if last - first > NEAR or run <= 0:
        return tolerance
    return min(tolerance, max(STEP, 1 + _SPEED * (last - first) / run))


def updated(one: Account, other: Account, tolerance: float, accumulates: bool) -> bool:
    """Whether another number some days later is no contradiction but a new state, or of something else.

    A speaker tells a new state, and so does one article, unless it sets two speakers' numbers beside each other that lie far
    apart. Beside a dated number an article's own may be an old one, unless it says since when it counts. What another article tells
    many times over is of another thing.
    """
    is_one_voice = one.speaker_id is not None and one.speaker_id == other.speaker_id
    if not apart(one, other):
        return is_one_voice and accumulates and _has_run_on(one, other)
    if is_one_voice:
        return True
    dated = one.holding.assumed != other.holding.assumed and not (one.holding.since or other.holding.since)
    if dated and not (one.speaker and other.speaker):
        stand, new = (other, one) if one.holding.assumed else (one, other)
        return not accumulates or new.speaker is not None or bounds(new)[0] <= bounds(stand)[1]  # an old one is no greater
    if one.n != other.n:
        return _far(one, other, _OTHER)
    return dated and not _far(one, other, tolerance) and not (accumulates and _has_fallen(one, other))


def _has_fallen(one: Account, other: Account) -> bool:
    """Whether the later of two allows no number as great as the earlier one's least."""
    first, last = sorted((one, other), key=lambda a: a.holding.order)
    return bounds(last)[1] < bounds(first)[0]


def _far(one: Account, other: Account, tolerance: float) -> bool:
    """Whether the numbers named lie further apart than is tolerated."""
    (a, b), (c, d) = named(one), named(other)
    smaller, greater = (b, c) if b < c else (d, a)
    return greater > tolerance * smaller


def _length(days: Period | None) -> int:
    return 0 if days is None or days.first is None or days.last is None else days.last - days.first


def part_of(dossier: Dossier, one: Account, other: Account) -> bool:
    """Whether the first tells of a part of the other's time, places, forces or people, or of one blow, so that it may well be less."""
    a, b = one.holding.stretch, other.holding.stretch
    shorter = (
        b.covers(a) and not a.covers(b) and not same_stretch(one, other)
        if a and b
        else one.figure.unit != "%" and (_is_within(one, other) or (bool(a) and _length(a) <= _LATELY and _adds_up(dossier, one)))
    ) or _begins_later(one, other)  # a share is a stand
    places, wider = set(one.places), set(other.ground)
    within = all(place in wider or dossier.lies_in(place, other.ground) for place in places)
    smaller = (one.arm and not other.arm) or (one.incident and not other.incident) or (one.sort in _OF_PEOPLE and not other.sort)
    return shorter or smaller or bool(places and wider and places != wider and within)


def _is_within(one: Account, other: Account) -> bool:
    """Whether one is told of what befell within a month and the other of all since before that: ``خلال آب``, ``منذ مطلع العام``."""
    a, began = one.holding.days, other.holding.begins
    return one.lasting and a is not None and began is not None and other.holding.stretch is None and (a.first or 0) > began


def _begins_later(one: Account, other: Account) -> bool:
    """Whether both are told of all since a day, and the first since one that is months behind: ``منذ مطلع العام``, ``منذ آب 2014``."""
    a, b = period(one.holding.since), period(other.holding.since)
    if one.figure.unit == "%" or a is None or b is None or a.first is None or b.last is None:
        return False
    return a.first - b.last > _REPORTED


def same_stretch(one: Account, other: Account) -> bool:
    """Whether the two ends of what is told agree as far as each is told: ``2014-08`` may well mean the eighth of that month."""
    ends = (one.figure.time or "").split("/"), (other.figure.time or "").split("/")
    return len(ends[0]) == len(ends[1]) == 2 and all(a.startswith(b) or b.startswith(a) for a, b in zip(*ends, strict=True) if a and b)


def _adds_up(dossier: Dossier, account: Account) -> bool:
    indicator = dossier.codebook.indicator(account.figure.indicator)
    return indicator is not None and indicator.accumulates


def comparable(dossier: Dossier, one: Account, other: Account) -> bool:
    """Whether speakers or documents differ, the sorts counted agree, and the places can be the same."""
    if one.speaker_id == other.speaker_id and one.n == other.n:
        return False
    return (
        kin(one, other)
        and not _are_guests(one, other)
        and not (one.arm and other.arm and one.about != other.about and one.side == dossier.codebook.subject)
        and on_one_ground(dossier, one, other)
    )


def on_one_ground(dossier: Dossier, one: Account, other: Account) -> bool:
    """Whether the places that both are told of can be the same."""
    return not (one.ground and other.ground) or bool(dossier.meet(one.ground, other.ground))


def kin(one: Account, other: Account) -> bool:
    """Whether the sorts counted agree, and it is clear whom or where both are told of."""
    if one.sort and other.sort and one.sort != other.sort and {one.sort, other.sort} != _SENDING:
        return False
    return one.about is not None or bool(one.places and one.places == other.places)


def _are_guests(one: Account, other: Account) -> bool:
    """Whether those beyond so many states that sent delegations may be the bodies that come to a meeting beside the states."""
    if {one.sort, other.sort} != _SENDING:
        return False
    states, sent = (one, other) if one.sort == "state" else (other, one)
    return bounds(states)[0] <= bounds(sent)[1] and bounds(sent)[0] <= _GUESTS * bounds(states)[1]


def explained(dossier: Dossier, one: Account, other: Account) -> bool:
    """Whether the smaller one tells of a part only of the other's time or places."""
    for part, whole in ((one, other), (other, one)):
        if part_of(dossier, part, whole):
            return part.figure.unit == "%" or (bounds(part)[0] <= bounds(whole)[1] and named(part)[0] <= named(whole)[1])
    a, b = one.holding.stretch, other.holding.stretch
    if same_stretch(one, other):
        return False
    if a is None or b is None:
        return one.arm != other.arm and (a is None) != (b is None) and _adds_up(dossier, one)  # of some in all, and of all in some months
    return not (a.covers(b) and b.covers(a))


def local(dossier: Dossier, one: Account, other: Account) -> bool:
    """Whether one is a town's running total, not contrasted in one sentence with the one without place, and not more than it.

    Where that one's text, another one, tells of this town alone, it is the town's too; so is one that runs since the very day on which
    the town's does: since its battle began.
    """
    if bool(one.places) == bool(other.places) or (one.n == other.n and one.sentence == other.sentence) or _run_together(one, other):
        return False
    part, whole = (one, other) if one.places else (other, one)
    wide = set(country_names()) | set(dossier.codebook.theatre)
    wide |= set(whole.scene if one.n != other.n else ())
    return not set(part.places) & wide and bounds(part)[0] <= bounds(whole)[1]


def _run_together(one: Account, other: Account) -> bool:
    """Whether both run since one day."""
    since = one.holding.since
    return since is not None and len(since) == DAY_LENGTH and since == other.holding.since


def of_a_town(dossier: Dossier, one: Account, other: Account, accumulates: bool) -> bool:
    """Whether one may be a town's only, as what befell in some time may be and a stand is not."""
    return (accumulates or _is_of_time(one) or _is_of_time(other)) and local(dossier, one, other)


def _is_of_time(account: Account) -> bool:
    """Whether it is told of what befell in some time, and is no stand: of a part of the places it may be less."""
    holding = account.holding
    return account.figure.unit != "%" and (account.lasting or bool(holding.stretch) or holding.since is not None)


def of_other_reach(dossier: Dossier, one: Account, other: Account) -> bool:
    """Whether two numbers lie so far apart that they must be of more and of less, as the sum and one blow's toll: unless a text sets them
    against each other, or a party owns up to few of the dead whom others count.
    """
    if not _far(one, other, _REACH) or is_harm(dossier.codebook.indicator(one.figure.indicator)):
        return False
    first, last = sorted((one, other), key=_START)
    return one.n != other.n or not faces(dossier, first, last)
