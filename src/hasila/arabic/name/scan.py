"""One pass over a text, from left to right: the names that say for themselves that they are names."""

from collections.abc import Callable
from operator import attrgetter

from hasila.arabic.name.actor import Actors
from hasila.arabic.name.again import again_at
from hasila.arabic.name.beside import lone_place_at, medium_at
from hasila.arabic.name.body import body_at
from hasila.arabic.name.dateline import dateline_at
from hasila.arabic.name.ending import ends_names
from hasila.arabic.name.expectation import LEADING, Expectation
from hasila.arabic.name.forename import forenames, heirs
from hasila.arabic.name.frame import aged, presented
from hasila.arabic.name.listed import listed_at, realm_at, seat_at, sure_at
from hasila.arabic.name.merged import merged, merged_at
from hasila.arabic.name.operation import operation_at
from hasila.arabic.name.person import PERSONAL, person_at
from hasila.arabic.name.role import (
    ABOUT,
    BODY,
    DIRECTION,
    EVENT,
    GLUED,
    LISTED,
    NAMES,
    OPERATION,
    PERSON,
    QUOTE,
    QUOTES,
    REALM,
    SEAT,
    SITE,
    TITLE,
    TOWN,
    Role,
)
from hasila.arabic.name.roles import Roles
from hasila.arabic.name.sighting import Sighting
from hasila.arabic.name.site import direction_at, listed_sites, site_at
from hasila.arabic.name.start import starts_of
from hasila.arabic.name.town import lone_town
from hasila.codebook import Codebook
from hasila.text import Known

Rule = Callable[[Roles, int], Sighting | None]
_last = attrgetter("last")
_HOLDING = EVENT | SITE  # a noun behind which names may stand that it is no part of
_FURTHER = SITE | DIRECTION | OPERATION | SEAT | PERSON | TOWN  # what may tell of a name that other words end
_LOOSE = GLUED | QUOTE  # what may tell of names that begin nowhere else
_JOINED = ("person", "place")

_EPITHETS = frozenset(
    f"ال{word}{ending}"
    for word in ("دولي", "ارهابي", "متطرف", "متشدد", "تكفيري", "اجرامي", "مجرم", "جهادي", "مسلح", "محظور", "مارق")
    for ending in ("", "ه")
)


class Scan:
    """The state of the pass: what was sighted, and what one expects behind it."""

    def __init__(self, roles: Roles, codebook: Codebook) -> None:
        self.roles = roles
        self.actors = Actors(codebook, roles)
        self.found: list[Sighting] = []
        self.expected = Expectation(roles, self.found)
        self.towns: list[Sighting] = []
        self.aged = aged(roles)
        self.presented = presented(roles).union(self.aged, heirs(roles), forenames(roles))
        self.acting = self.actors.begins
        self.marked = self.presented | self.acting

    def run(self) -> list[Sighting]:
        """All sightings, in order, none overlapping another."""
        after, lines = 0, self.roles.text.lines
        for start in starts_of(self.roles, self.marked):
            if start < after:
                continue
            after = start
            while True:  # as long as a title or the name before leads one to expect a name
                if after in lines:
                    dateline = self._dateline(after)
                    if dateline > after:
                        after = dateline
                        break
                after = self._step(after)
                if after >= self.expected.led:
                    break
        return self._without_namesakes() if self.towns else self.found

    def _dateline(self, i: int) -> int:
        """Read the dateline that the line of token ``i`` may begin with; the token to go on from."""
        names, after = dateline_at(self.roles, i)
        self.found += names
        self.expected.forget()
        return after

    def _sighted(self, sighting: Sighting) -> None:
        """Note a sighting."""
        self.found.append(sighting)
        if sighting.type in _JOINED:
            self.expected.join(sighting)

    def _without_namesakes(self) -> list[Sighting]:
        """The sightings, but for towns whose name a person of the text bears."""
        people = {word for sighting in self.found if sighting.type == "person" for word in sighting.core}
        namesakes = {id(town) for town in self.towns if len(town.core) == 1 and town.core[0] in people}
        return [sighting for sighting in self.found if id(sighting) not in namesakes]

    def _step(self, i: int) -> int:
        """Read what stands at token ``i``; the token to go on from."""
        roles, expected, at = self.roles, self.expected, self.roles.at
        here, led = at[i], i < expected.led
        trigger = here.ahead.get(roles.forms[i + 1], here.alone) if here.ahead else here.alone
        if trigger & TITLE:
            expected.entitle(i, here)
        elif led and expected.titled >= 0:
            expected.watch(i, here)
        cue = ""
        if here.word and (led or at[i - 1].alone & LEADING or at[i - 1].form == ABOUT):
            cue = expected.cue(i)
            if cue and not (trigger & TOWN or PERSONAL[here, cue]):
                cue = ""
        marked = i in self.marked
        if not (trigger & NAMES or cue or marked):
            return self._apart(i, here) if here.plain or here.alone & _LOOSE else i + 1
        if trigger & _HOLDING:
            after = self._inside(i, here, trigger)
            if after:
                return after
        plainly = trigger == LISTED and not (cue or marked)
        sighting = sure_at(roles, i) if plainly else self._longest(i, here, trigger, cue)
        if sighting is None:
            return self._apart(i, here) if here.plain or here.alone & _LOOSE else i + 1
        self.found.append(sighting)
        if sighting.type in _JOINED:
            self._lead_on(i, here, sighting)
        following = at[sighting.last]
        again = not following.word and (following.alone & QUOTE or following.form.isalpha())
        return self._again(sighting) if again else sighting.last

    def _again(self, sighting: Sighting) -> int:
        """Note another name of the same body or person right behind it, in brackets or foreign letters; the token to go on from."""
        alias, after = again_at(self.roles, sighting)
        if alias:
            self._sighted(alias)
        return after

    def _lead_on(self, i: int, here: Role, sighting: Sighting) -> None:
        """Note what a person or place at token ``i`` leads one to expect behind it."""
        if sighting.type == "person":
            self.expected.forget()
        elif here.trigger & TOWN and not sighting.head and (here.alone & TOWN or self.roles.forms[i + 1] in here.ahead):
            self.towns.append(sighting)
        self.expected.join(sighting)

    def _inside(self, i: int, here: Role, trigger: int) -> int:
        """The token after the names behind a noun that is no part of them, an event's or one of several places; 0 if there are none."""
        if trigger & EVENT and not here.senses["event_noun"].definite:
            inner = listed_at(self.roles, i + 1)
            if inner and inner.type in ("place", "country") and inner.skip == 0:
                return inner.last
        sites = listed_sites(self.roles, i) if trigger & SITE and "place_head" not in here.senses else []
        for site in sites:
            self._sighted(site)
        return sites[-1].last if sites else 0

    def _longest(self, i: int, here: Role, trigger: int, cue: str) -> Sighting | None:
        roles = self.roles
        actor = self.actors.at(i) if i in self.acting else None
        presented = i in self.presented
        if actor and not (cue or presented or trigger & _FURTHER) and self._ends(actor):
            return actor
        options = [actor] if actor else []
        if presented and i in self.aged:
            options.append(self.aged[i])
        for rule in _RULES[trigger & _RULED]:
            option = rule(roles, i)
            if option and option.core:
                options.append(option)
        if (cue or trigger & PERSON or presented) and PERSONAL[here, cue]:
            person = person_at(roles, i, cue)
            if person:
                options.append(person)
        if trigger & TOWN:
            options = self._with_town(i, cue, options)
        if not options:
            return None
        best = max(options, key=_last) if len(options) > 1 else options[0]
        if actor and best is not actor and best.type == actor.type and self._same(actor.last, best.last):
            actor.last = best.last
            return actor
        return best

    def _ends(self, actor: Sighting) -> bool:
        """Whether no rule can tell of a longer name: what stands behind the actor's goes on with none, nor with a listed phrase."""
        roles, forms = self.roles, self.roles.forms
        if not ends_names[forms[actor.last]] or forms[actor.first - 1] in QUOTES:
            return False
        for k in range(actor.first, actor.last):
            begun = roles.at[k].phrases.get(forms[k + 1])
            if forms[k + 1] in QUOTES or (begun and any(k + 1 + len(longest[0]) > actor.last for longest, *_ in begun.values())):
                return False
        return True

    def _with_town(self, i: int, cue: str, options: list[Sighting]) -> list[Sighting]:
        """What token ``i`` may be, and the town that it may be: behind a town's office no person."""
        town = lone_town(self.roles, i, cue, self.found[-1] if self.found else None)
        if town is None:
            return options
        if "local_office" in self.roles.at[i - 1].senses:
            options = [option for option in options if option.type != "person"]
        return [*options, town]

    def _same(self, first: int, last: int) -> bool:
        """``قوات التحالف الدولية``, ``تنظيم داعش الإرهابي``: adjectives that tell no actor from another."""
        return all(self.roles.at[k].form in _EPITHETS for k in range(first, last))

    def _apart(self, i: int, here: Role) -> int:
        """Names inside one token that the web glued, and media in quotation marks."""
        if here.alone & GLUED:
            for sighting in merged_at(i, here.form) if merged(here.form) else ():
                self._sighted(sighting)
        elif here.alone & QUOTE:
            medium = medium_at(self.roles, i)
            if medium and not self._is_known(medium):
                self._sighted(medium)
                return medium.last + 1
        elif here.plain:
            place = lone_place_at(self.roles, i, self.found[-1] if i < self.expected.joined else None)
            if place:
                self._sighted(place)
        return i + 1

    def _is_known(self, medium: Sighting) -> bool:
        """Whether the lists or the codebook know who bears the whole of a name in quotation marks: ``لـ«داعش»``."""
        first = medium.first
        actor = self.actors.at(first) if first in self.acting else None
        known = actor or sure_at(self.roles, first)
        if known is None or known.last < medium.last:
            return False
        return known.type != "place" or "complementizer" not in self.roles.at[medium.last + 1].senses  # قال لـ«الشرق الأوسط» إن


_BY_BIT = (
    (REALM, realm_at),
    (LISTED, sure_at),
    (BODY, body_at),
    (SITE, site_at),
    (DIRECTION, direction_at),
    (OPERATION, operation_at),
    (SEAT, seat_at),
)
_RULED = REALM | LISTED | BODY | SITE | DIRECTION | OPERATION | SEAT


@Known
def _RULES(trigger: int) -> tuple[Rule, ...]:
    """The rules of these bits."""
    return tuple(rule for bit, rule in _BY_BIT if trigger & bit)
