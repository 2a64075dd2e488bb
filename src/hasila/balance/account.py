"""Accounts: figures set where they can be compared, each with its speaker, its places and the time it holds at."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from hasila.balance.arm import is_arm, is_outside, sender_of, side_of
from hasila.balance.bereaved import whose_dead
from hasila.balance.cast import Known
from hasila.balance.denial import is_denied
from hasila.balance.dossier import Dossier
from hasila.balance.followed import home, is_followed
from hasila.balance.gathering import is_of_another
from hasila.balance.incident import incidents
from hasila.balance.lasting import began, is_lasting
from hasila.balance.name import phrase
from hasila.balance.others import is_beside, is_of_other_foe, is_other_body, sort_of
from hasila.balance.otherwar import is_of_other_war
from hasila.balance.owning import owned_up_to
from hasila.balance.period import Holding, holding, period
from hasila.balance.recalled import recalled
from hasila.records import Figure, Reading, Role
from hasila.text import Text

POINTS = ("total", "rate")
ATTENDANCE = "meeting_attendance"
MEMBERS = "member_states"
FOREIGNERS = "foreign_fighters"
_LEADERS = 3  # tokens behind those who came to what they lead
_LATELY = 3  # days before its report in which what was said then is told as what holds


@dataclass(frozen=True, slots=True)
class Account:
    """A figure of an indicator as one document tells it.

    ``places`` are the ids of the places that the text states (empty: none stated). ``sort`` is the sort of thing
    counted (states, delegates, …; "" where that is open). ``named`` is whether its speaker can be told from others,
    ``foreign`` whether so many attended a meeting that is not the undertaking's, or are bodies beside the states, or it is of a band
    that is not the enemy, of another war, or a deed of a state that acts beside the undertaking, ``side`` whom it is compared with
    for whose it is,
    ``arm`` whether it is of a part only of these forces, or of a share of what is followed,
    ``incident`` whether it is of one blow or day, ``denied`` whether it is told only to be denied. ``sides`` are the bodies and
    countries that the words for the speaker name;
    ``lasting`` is whether it is told of all that befell within its month or day (``خلال آب``) and of nothing before that;
    ``sentence`` is the token that its sentence begins with, ``published`` the day of its document, ``scene`` the town that its
    document tells of, ``home`` the country of the theatre that the document tells of, if it tells what is followed without a place.
    """

    n: int
    id: str
    figure: Figure
    about: str | None
    sort: str
    places: tuple[str, ...]
    speaker: Known | None
    named: bool
    holding: Holding
    sides: tuple[str, ...]
    sentence: int
    foreign: bool = False
    incident: bool = False
    denied: bool = False
    side: str | None = None
    arm: bool = False
    published: str | None = None
    lasting: bool = False
    scene: tuple[str, ...] = ()
    home: tuple[str, ...] = ()

    @property
    def ground(self) -> tuple[str, ...]:
        """Where it is told of when it is compared: its places, else the country that its document tells of."""
        return self.places or self.home

    @property
    def is_current(self) -> bool:
        """Whether it holds when it is told: assumed to, or told of the day of its report (``أقر اليوم الاثنين بمقتل 90``)."""
        return self.holding.assumed or (self.holding.time is not None and self.holding.time == self.published)

    @property
    def is_recent(self) -> bool:
        """Whether it is told of a day right before its report, on which it mostly was but told (``في بيان صدر أمس``)."""
        told, now = self.holding.days, period(self.published)
        if told is None or now is None or told.first is None or now.first is None:
            return False
        return told.first == told.last and 0 <= now.first - told.first <= _LATELY

    @property
    def is_point(self) -> bool:
        """Whether it stands for how much there was, and not beside that or for another's meeting."""
        return self.figure.role in POINTS and not self.foreign

    @property
    def is_drawn(self) -> bool:
        """Whether it is a point of a series: not of one incident, nor denied, nor one that only names a decade (``ملايين الدولارات``)."""
        return self.is_point and not (self.incident or self.denied or self.figure.modifier == "vague")

    @property
    def role(self) -> Role:
        """What its number is to the series: the toll of one incident is a part."""
        return "part" if self.incident else self.figure.role

    @property
    def subject(self) -> tuple[str, str, str, bool]:
        """What must agree before two figures can be compared: indicator, about, unit, and whether it is a rate."""
        return self.figure.indicator or "", self.side or "", self.figure.unit or "", self.figure.role == "rate"

    @property
    def value(self) -> tuple[float | None, float | None, str]:
        """The number as told."""
        return self.figure.low, self.figure.high, self.figure.modifier

    @property
    def speaker_id(self) -> str | None:
        """Who tells it; None: the article itself."""
        return self.speaker.id if self.speaker else None


def is_named(speaker: Known) -> bool:
    """Whether a speaker can be told from others: not ``مصادر``, nor a body told without whose it is (``وزارة الدفاع``).

    >>> is_named(Known("x", "organization", "مصادر أمنية")), is_named(Known("y", "organization", "وزارة الدفاع"))
    (False, False)
    >>> is_named(Known("z", "organization", "وزارة الدفاع الأمريكية"))
    True
    """
    text = phrase(speaker.name)
    common = ("body_head", "office_noun", "definite_body", "title")
    return not text.has(0, "unnamed") and not all(any(text.has(i, cls) for cls in common) for i in range(len(text)))


def _sort(text: Text, figure: Figure) -> str:
    """The same of a figure: who leads a delegation stands for it (``61 وزيرا ورئيس وفد``)."""
    sort = sort_of(figure.counted)
    if sort != "delegate" or figure.indicator != ATTENDANCE:
        return sort
    last = text.token_at(figure.end - 1)
    for i in range(last + 1, min(last + 1 + _LEADERS, len(text))):
        head, led = text.words[i - 1].entries.get("counted_sort"), text.words[i].entries.get("counted_sort")
        if head is not None and led is not None and (head.value, led.value) == ("delegate", "delegation"):
            return "delegation"
    return sort


def places_of(dossier: Dossier, n: int, place: str | None) -> tuple[str, ...]:
    """The ids of the places that a place string names, sorted; the theatre's for ``في البلدين``."""
    if not place:
        return ()
    text = phrase(place)
    both = any(text.has(i, "both_places") for i in range(min(len(text), 3)))
    if both:
        theatre = tuple(sorted(dossier.codebook.theatre))
        return theatre if len(theatre) == 2 else ()
    return tuple(sorted({known.id for known in dossier.casts[n].where(place)}))


def accounts(dossier: Dossier, n: int, reading: Reading) -> Iterator[Account]:
    """Every figure of reading ``n``: also those without an indicator, whose parts can be added up."""
    struck, own, scene = incidents(dossier, n, reading), _own_voice(dossier, n, reading), _scene(dossier, dossier.text(n), reading)
    land = home(dossier, reading)
    for i, (id, figure) in enumerate(zip(dossier.ids(n, "figures"), reading.figures, strict=True)):
        told = _account(dossier, n, reading, id, figure, own, i in struck, scene)
        is_at_home = land and is_followed(dossier, dossier.codebook.indicator(figure.indicator))
        yield replace(told, home=land) if is_at_home else told


def _account(
    dossier: Dossier, n: int, reading: Reading, id: str, figure: Figure, own: Known | None, incident: bool, scene: tuple[str, ...]
) -> Account:
    cast, text = dossier.casts[n], dossier.text(n)
    speaker = (recalled(dossier, n, reading, figure) or cast.who(figure.speaker)) if figure.speaker else own
    about = dossier.same.get(figure.about, figure.about) if figure.about else None
    indicator, sides = dossier.codebook.indicator(figure.indicator), cast.own_sides(figure.speaker)
    about = sender_of(dossier, indicator, whose_dead(dossier, n, reading, figure, about), sides)
    whole = indicator is not None and indicator.id != ATTENDANCE and owned_up_to(text, figure, reading.times)
    covers = "/" in (figure.time or "").removesuffix("/..")  # what is owned up to of a stretch of time is no count up to now
    time, place = (None, None) if whole and not covers else (figure.time, figure.place)
    places = places_of(dossier, n, place)
    if _is_seat(dossier, text, figure, places):
        places = ()
    if figure.indicator == FOREIGNERS:  # where they came from is whose they are, no place where so many were
        places = tuple(id for id in places if id in dossier.codebook.theatre or dossier.country_of(id) in dossier.codebook.theatre)
    return Account(
        n=n,
        id=id,
        figure=figure,
        about=about,
        sort="" if whole else _sort(text, figure),  # who owns up to no more than two children counts all the dead
        places=places,
        speaker=speaker,
        named=speaker is not None and (dossier.actor(speaker.id) is not None or is_named(speaker)),
        holding=holding(time, None if not time and began(text, reading, figure) else dossier.printed(n, figure.start)),
        sides=sides,
        sentence=_sentence(text, figure.start),
        foreign=is_outside(dossier, indicator, about) or _is_of_others(dossier, n, reading, figure, about, places),
        incident=incident and not whole,
        denied=figure.indicator is not None and figure.role in POINTS and is_denied(text, figure),
        side=side_of(dossier, indicator, about, places),
        arm=is_arm(dossier, indicator, about),
        published=dossier.readings.document(n).published,
        lasting=is_lasting(text, reading, figure),
        scene=scene,
    )


def _is_of_others(dossier: Dossier, n: int, reading: Reading, figure: Figure, about: str | None, places: tuple[str, ...]) -> bool:
    """Whether it tells of another war, foe, alliance or meeting than those that the undertaking is about."""
    return (
        is_of_other_foe(dossier, reading, figure, about)
        or is_of_other_war(dossier, n, reading, figure, about, places)
        or (figure.indicator == MEMBERS and is_other_body(dossier, about))
        or (figure.indicator == ATTENDANCE and (is_beside(dossier, figure) or is_of_another(dossier, n, figure, about)))
    )


def _scene(dossier: Dossier, text: Text, reading: Reading) -> tuple[str, ...]:
    """The town that a document tells of, wherever it was written: the only one in the theatre, else the only one in its headline."""
    places = (entity for entity in reading.entities if entity.type == "place" and entity.id)
    told = {e.id: e for e in places if dossier.country_of(e.id) in dossier.codebook.theatre}
    title = text.place(*text.sentence(0))[1] if len(text) else 0
    towns = [id for id, entity in told.items() if not all(text.token_at(start) in text.lines for start, _ in entity.places)]
    if len(towns) == 1:
        return tuple(towns)
    titled = [id for id in towns if any(start < title for start, _ in told[id].places)]
    return tuple(titled) if len(titled) == 1 else ()


def _is_seat(dossier: Dossier, text: Text, figure: Figure, places: tuple[str, ...]) -> bool:
    """Whether the only place told is where the teller sits, out of the theatre or in a capital: ``أحصى معهد السلام في جنيف 900 قتيل``,
    ``قدر متحدث في بغداد العدد بـ900``.
    """
    if figure.speaker is None or figure.place is None or not places or figure.indicator == ATTENDANCE:
        return False
    is_there = any(dossier.country_of(place) in dossier.codebook.theatre or place in dossier.codebook.theatre for place in places)
    if is_there and not phrase(figure.place).has(0, "capital"):
        return False
    if figure.speaker.endswith(figure.place):
        return True
    told = text.stored[text.stored.rfind(figure.speaker, 0, figure.start) + len(figure.speaker) :]
    return figure.speaker in text.stored[: figure.start] and told.lstrip().startswith((f"في {figure.place}", f"ب{figure.place}"))


def _own_voice(dossier: Dossier, n: int, reading: Reading) -> Known | None:
    """The body that publishes a report of its own, in which it tells of itself as a source: what the text says is what it says.

    A paper or an agency tells what others say.
    """
    publisher = reading.document.publisher
    words = phrase(publisher or "")
    if not publisher or any(words.has(i, "press_head") or words.has(i, "agency") for i in range(len(words))):
        return None
    known = dossier.casts[n].who(publisher)
    if known is None or known.type != "organization":
        return None
    told = (dossier.casts[n].who(statement.speaker) for statement in dossier.reading(n, "statements").statements)
    return known if any(who is not None and who.id == known.id for who in told) else None


def _sentence(text: Text, start: int) -> int:
    """The token that begins the sentence in which a figure stands."""
    i = text.token_at(start)
    return text.sentence(i)[0] if i < len(text) else i


def place_fields(dossier: Dossier, places: tuple[str, ...]) -> dict[str, Any]:
    """``place`` as a name, ``places`` as ids; a missing one is the theatre's, assumed."""
    shown = places or tuple(sorted(dossier.codebook.theatre))
    name = " و".join(dossier.name(id) for id in shown) or None
    return {"place": name, "places": list(shown), "place_assumed": not places}


def number(value: float | None) -> float | int | None:
    """A whole number as an integer.

    >>> number(60.0), number(7.5), number(None)
    (60, 7.5, None)
    """
    if value is None:
        return None
    value = round(float(value), 6)  # 8.3 million is no 8300000.000000001
    return int(value) if value.is_integer() else value
