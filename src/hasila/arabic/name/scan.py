"""One pass over a text, from left to right: the names that say for themselves that they are names."""

from collections.abc import Callable
from itertools import compress
from operator import attrgetter, contains

from hasila.arabic.name.actor import Actors
from hasila.arabic.name.body import body_at
from hasila.arabic.name.dateline import dateline_at
from hasila.arabic.name.ending import closing
from hasila.arabic.name.frame import aged
from hasila.arabic.name.listed import listed_at, seat_at, sure_at
from hasila.arabic.name.merged import merged, merged_at
from hasila.arabic.name.person import PERSONAL, person_at
from hasila.arabic.name.role import (
    BODY,
    CLOSING,
    DIRECTION,
    EVENT,
    GLUED,
    HINTS,
    LISTED,
    NAMES,
    NATION,
    OPENING,
    OPERATION,
    PERSON,
    QUOTE,
    REALM,
    SEAT,
    SITE,
    SPEECH,
    STARTS,
    TITLE,
    TOWN,
    Role,
    Sense,
    role,
)
from hasila.arabic.name.roles import Roles
from hasila.arabic.name.sighting import Sighting, bare
from hasila.arabic.name.site import direction_at, listed_sites, operation_at, site_at
from hasila.arabic.name.town import lone_town
from hasila.codebook import Codebook
from hasila.text import Known, Word

Rule = Callable[[Roles, int], Sighting | None]
_REACH = 14
_starts, _hints, _ahead = attrgetter("starts"), attrgetter("hints"), attrgetter("ahead")
_last = attrgetter("last")
_LEADING = SPEECH | NATION  # a word that leads one to expect a person
_HOLDING = EVENT | SITE  # a noun behind which names may stand that it is no part of
_LOOSE = GLUED | QUOTE  # what may tell of names that begin nowhere else
_JOINED = ("person", "place")
_COMMAS = ("،", ",")
_BEFORE = 6  # tokens of a name and the marks behind it
_BETWEEN = CLOSING | {"،"}


class Scan:
    """The state of the pass: what was sighted, and whether a title still waits for its name."""

    def __init__(self, roles: Roles, codebook: Codebook) -> None:
        self.roles = roles
        self.actors = Actors(codebook, roles)
        self.found: list[Sighting] = []
        self.expecting = 0  # the token before which another name may be joined to the last
        self.titled = -1
        self.led = 0  # the token before which a title or the last name leads one to expect a name
        self.rank = False
        self.comma = -1
        self.towns: list[Sighting] = []
        self.aged = aged(roles)
        self.presented = _presented(roles) | self.aged.keys()
        self.acting = set(compress(range(roles.end), map(self.actors.names.__getitem__, roles.forms)))
        self.marked = self.presented | self.acting

    def run(self) -> list[Sighting]:
        """All sightings, in order, none overlapping another."""
        after, end, lines = 0, self.roles.end, self.roles.text.lines
        for start in self._starts():
            if start < after:
                continue
            after = start
            while after < end:  # as long as a title or the name before leads one to expect a name
                if after in lines:
                    dateline = self._dateline(after)
                    if dateline > after:
                        after = dateline
                        break
                after = self._step(after)
                if after >= self.led:
                    break
        return self._without_namesakes() if self.towns else self.found

    def _starts(self) -> list[int]:
        """The tokens at which something may begin, whatever was sighted before; nothing does elsewhere."""
        roles, tokens = self.roles, range(len(self.roles))
        starts = {0, *self.marked, *[i for i in roles.text.lines if "byline" in roles[i].senses]}
        starts.update(compress(tokens, map(_starts, roles)), roles.text.where(_merged))
        begun = compress(tokens, map(contains, map(_ahead, roles), roles.forms[1:]))
        starts.update([i for i in begun if i not in starts and (i in roles.text.lines or roles.trigger(i) & STARTS)])
        for i in compress(tokens, map(_hints, roles)):
            alone = roles[i].alone & HINTS
            if alone == SPEECH:
                if roles[i + 1].unlisted or roles[i + 1].given:
                    starts.add(i + 1)
            elif self._hinted(i, alone):
                starts.update((i - 1, i, i + 1))
        return sorted(starts)

    def _hinted(self, i: int, alone: int) -> bool:
        """Whether the word at token ``i`` tells of a name there or beside it."""
        if alone & QUOTE and self._opens_medium(i):
            return True
        if alone & NATION:
            if self.roles[i - 1].plain and self._foreign_town(i - 1):
                return True
            return self.roles[i + 1].unlisted and self._compatriot(i + 1)
        return bool(alone & SPEECH) and (self.roles[i + 1].unlisted or self.roles[i + 1].given > 0)

    def _dateline(self, i: int) -> int:
        """Read the dateline that the line of token ``i`` may begin with; the token to go on from."""
        names, after = dateline_at(self.roles, i)
        self.found += names
        self._forget()
        return after

    def _sighted(self, sighting: Sighting) -> None:
        """Note a sighting."""
        self.found.append(sighting)
        if sighting.type in _JOINED:
            self._join(sighting)

    def _join(self, sighting: Sighting) -> None:
        """Note whether another name may be joined to the last: persons by a comma, persons and places by و."""
        form = self.roles[sighting.last].form
        reach = 1 if form[0] == "و" else 2 if form == "،" and sighting.type == "person" else 0
        self.expecting = sighting.last + reach
        if self.titled < 0:
            self.led = self.expecting

    def _without_namesakes(self) -> list[Sighting]:
        """The sightings, but for towns whose name a person of the text bears."""
        people = {word for sighting in self.found if sighting.type == "person" for word in sighting.core}
        namesakes = {id(town) for town in self.towns if len(town.core) == 1 and town.core[0] in people}
        return [sighting for sighting in self.found if id(sighting) not in namesakes]

    def _step(self, i: int) -> int:
        """Read what stands at token ``i``; the token to go on from."""
        roles = self.roles
        here = roles[i]
        trigger = roles.trigger(i) if here.ahead else here.alone
        led = i < self.led
        if led or trigger & TITLE:
            self._watch(i, here)
        cue = self._cue(i) if here.word and (led or roles[i - 1].alone & _LEADING) else ""
        if cue and not (trigger & TOWN or PERSONAL[here, cue]):
            cue = ""
        if not (trigger & NAMES or cue or i in self.marked):
            return self._apart(i, here) if here.plain or here.alone & _LOOSE else i + 1
        if trigger & _HOLDING:
            after = self._inside(i, here, trigger)
            if after:
                return after
        plainly = trigger == LISTED and not cue and i not in self.marked
        sighting = sure_at(roles, i) if plainly else self._longest(i, here, trigger, cue)
        if sighting is None:
            return self._apart(i, here) if here.plain or here.alone & _LOOSE else i + 1
        self.found.append(sighting)
        if sighting.type in _JOINED:
            self._lead_on(i, here, sighting)
        after = sighting.last
        return after if roles[after].word else self._again(sighting)

    def _lead_on(self, i: int, here: Role, sighting: Sighting) -> None:
        """Note what a person or place at token ``i`` leads one to expect behind it."""
        if sighting.type == "person":
            self._forget()
        elif here.trigger & TOWN and not sighting.head and (here.alone & TOWN or self.roles.forms[i + 1] in here.ahead):
            self.towns.append(sighting)
        self._join(sighting)

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

    def _watch(self, i: int, here: Role) -> None:
        """Note a title; forget it where its phrase ends."""
        title = here.senses.get("title")
        if title and self._is_title(i, here, title):
            self.titled, self.rank, self.comma, self.led = i, title.value == "rank" or title.definite, -1, self.roles.end
        elif self.titled < 0:
            return
        elif self.comma < 0 and self.rank and _INDEFINITE[here] and "honorific" not in self.roles[i - 1].senses:
            self._forget()
        elif self.comma < 0 and here.form in _COMMAS:
            self.comma = i
        elif i - self.titled > _REACH or _ENDS[here]:
            self._forget()

    def _forget(self) -> None:
        """Wait no longer for the name that belongs to a title."""
        self.titled, self.led = -1, self.expecting

    def _is_title(self, i: int, here: Role, title: Sense) -> bool:
        """Whether a word that can be a title is one here: no adjective, nor what leads on to another title."""
        if title.value == "lead" and (self.titled >= 0 or title.definite):
            return False
        return not (here.nisba and not here.definite and self.roles[i - 1].ordinary and not self.roles[i - 1].definite)  # مؤتمر صحفي

    def _longest(self, i: int, here: Role, trigger: int, cue: str) -> Sighting | None:
        roles = self.roles
        actor = self.actors.at(i) if i in self.acting else None
        options = [actor] if actor else []
        presented = i in self.presented
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
        if actor and best is not actor and best.type == actor.type and self._international(actor.last, best.last):
            actor.last = best.last
            return actor
        return best

    def _with_town(self, i: int, cue: str, options: list[Sighting]) -> list[Sighting]:
        """What token ``i`` may be, and the town that it may be: behind a town's office no person."""
        town = lone_town(self.roles, i, cue, self.found[-1] if self.found else None)
        if town is None:
            return options
        if "local_office" in self.roles[i - 1].senses:
            options = [option for option in options if option.type != "person"]
        return [*options, town]

    def _international(self, first: int, last: int) -> bool:
        """``قوات التحالف الدولية``: an adjective that tells no actor from another."""
        return all(self.roles[k].form in ("الدولي", "الدوليه") for k in range(first, last))

    def _cue(self, i: int) -> str:
        """What leads one to expect a person's name at token ``i``."""
        before = self.roles[i - 1]
        if 0 <= self.titled < i:
            if self.comma >= 0:
                return "apart" if i == self.comma + 1 or (i == self.comma + 2 and self.roles.opens(i - 1)) else ""
            if "honorific" in before.senses:
                return "honour"
            if not self.rank:
                return "title"
            return "rank" if i == self.titled + 1 or (i == self.titled + 2 and before.nation != "") else "title"
        if i < self.expecting and self.found[-1].type == "person":
            return "list"
        if before.alone & SPEECH:
            return "speech"
        return "nation" if before.alone & NATION and self._compatriot(i) else ""

    def _compatriot(self, i: int) -> bool:
        """``وتقدم السلوفاكي …``: an adjective of nationality that stands for a man, for it follows no noun."""
        before, verb = self.roles[i - 1], self.roles[i - 2]
        if not (before.definite and before.nation not in ("", "*") and before.form.endswith(("ي", "يه")) and self.roles[i].unlisted):
            return False
        return not (verb.definite or verb.nation or verb.given or (verb.ordinary and not verb.stop) or before.lead)

    def _opens_medium(self, i: int) -> bool:
        """``ذكرت «…»``, ``قال لـ(…)``: a quotation or bracket that a verb of reporting leads one to read as a medium's name."""
        before = self.roles[i - 1]
        return before.form == "ل" if self.roles[i].form == "(" else self.roles.opens(i) and "report_verb_media" in before.senses

    def _apart(self, i: int, here: Role) -> int:
        """Names inside one token that the web glued, and media in quotation marks."""
        if here.trigger & GLUED:
            for sighting in merged_at(i, here.form) if merged(here.form) else ():
                self._sighted(sighting)
        elif here.trigger & QUOTE and self._opens_medium(i):
            stop = closing(self.roles, i)
            if stop and stop - i <= 4 and (self.roles[i + 1].definite or self.roles[i - 1].form in ("ل", "صحيفه", "قناه", "تصريح")):
                core = tuple(bare(self.roles[k].form) for k in range(i + 1, stop - 1))
                self._sighted(Sighting(i + 1, stop - 1, 0, "organization", core))
                return stop
        elif here.plain and self._foreign_town(i):
            self._sighted(Sighting(i, i + 1, 0, "place", (here.form,)))
        elif i < self.expecting and here.plain and self._listed_beside(i, here):
            self._sighted(Sighting(i, i + 1, 1, "place", (bare(here.form[1:]),)))
        return i + 1

    def _foreign_town(self, i: int) -> bool:
        """``في لوند السويدية``: a definite adjective after a word without the article makes that word a proper name."""
        following = self.roles[i + 1]
        if not following.definite or following.lead or following.nation in ("", "*") or not following.form.endswith("يه"):
            return False
        return bool(self.roles[i - 1].senses.keys() & {"place_preposition", "direction"})

    def _listed_beside(self, i: int, here: Role) -> bool:
        """``بين كسلا وأروما``: an unlisted name joined by و to a town's, before a mark or another و."""
        last = self.found[-1] if self.found else None
        if last is None or last.last != i or last.type != "place" or not here.form.startswith("و") or len(here.form) < 5:
            return False
        if "direction" in role(here.form[1:-1]).senses:
            return False  # شرقي الفرات وغربه
        following = self.roles[i + 1]
        if "dual_place_head" in self.roles[last.first - 1].senses and not following.definite:
            return True
        return (not following.word and following.form not in OPENING) or (following.form.startswith("و") and not following.stop)

    def _again(self, sighting: Sighting) -> int:
        """Another name of the same body in brackets or quotation marks right behind it."""
        j = sighting.last
        if sighting.type not in ("organization", "operation", "person", "place"):
            return j
        if self.roles[j].form == "(" and self.roles[j + 1].form != ")":
            for k in range(j + 1, min(j + 5, len(self.roles))):
                if self.roles[k].form == ")":
                    if sighting.type in ("organization", "person") and self._nameable(sighting, j + 1, k):
                        self._alias(sighting, j + 1, k)
                        return k + 1
                    return j
        elif self.roles.text.kind(j) == "latin" and sighting.type == "organization":
            self._alias(sighting, j, j + 1)
            return j + 1
        elif self.roles.opens(j) and sighting.type == "organization":
            stop = closing(self.roles, j)
            if stop and stop - j <= 4 and self._nameable(sighting, j + 1, stop - 1):
                self._alias(sighting, j + 1, stop - 1)
                return stop
        return j

    def _nameable(self, sighting: Sighting, first: int, last: int) -> bool:
        """Whether the words in brackets can be a name: no adjective, no date, no particle."""
        words = [self.roles[k] for k in range(first, last)]
        if sighting.type != "person" and "person" in words[0].senses:
            return False  # حكومة «نتنياهو»
        if any(here.form in CLOSING or here.form in OPENING for here in words):
            return False
        if len(words) == 1 and self.roles.text.kind(first) == "word":
            return (
                (words[0].plain and not words[0].nisba)
                or words[0].given > 0
                or words[0].definite
                or bool(words[0].senses.keys() & {"agency", "person"})
            )
        if all(here.ordinary and not here.definite for here in words):
            return False
        return not any(here.form.isdigit() or (here.word and here.stop and len(here.form) > 1) for here in words)

    def _alias(self, sighting: Sighting, first: int, last: int) -> None:
        core = tuple(bare(self.roles[k].form) for k in range(first, last))
        if core and not all(form.isdigit() for form in core):
            self._sighted(Sighting(first, last, 0, sighting.type, core, same=sighting))


def _merged(word: Word) -> bool:
    """Whether the web glued two names, or the words of one, into this word."""
    return role(word.form).alone & GLUED > 0 and merged(word.form)


@Known
def _INDEFINITE(here: Role) -> bool:
    """An indefinite noun, which no complement of a definite title is: the sentence has gone on."""
    common = here.senses.get("common_noun")
    return common is not None and not (here.definite or here.given or here.stop or common.clitics)


@Known
def _ENDS(here: Role) -> bool:
    """Whether a word ends the phrase of a title: a mark, a verb, a conjunction that begins a clause."""
    if not here.word:
        return here.form not in OPENING and here.form not in '()»"”'
    function = here.senses.get("function")
    if function and function.value in ("particle", "relative", "negation", "conjunction", "pronoun", "interrogative"):
        return True
    return here.stop and not function


_REALMS = ("sa", "ma", "jo", "bh", "gb")


def _realm(roles: Roles, i: int) -> Sighting | None:
    """``دولة الكويت``; ``المملكة`` alone is the kingdom that the text speaks of most; Saudi Arabia where it speaks of none."""
    noun = roles.sense(i, "country_noun")
    if noun and not noun.definite:
        inner = listed_at(roles, i + 1)
        whole = inner and inner.type == "country" and inner.skip == 0 and "capital" not in roles[i + 1].senses
        return Sighting(i, inner.last, noun.skip, "country", inner.core, id=inner.id) if inner and whole else None
    if noun is None or not noun.definite or not roles[i].form.endswith(("المملكه", "للمملكه")) or roles[i + 1].nation:
        return None
    nations = roles.nations()
    return Sighting(i, i + 1, noun.skip, "country", ("مملكه",), id=max(_REALMS, key=lambda iso: nations[iso]), short=True)


_BY_BIT = (
    (REALM, _realm),
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


def _presented(roles: Roles) -> frozenset[int]:
    """Where a name may begin whose office follows it, with commas or a quotation mark between them."""
    found: list[int] = []
    for office in roles.text.where("title"):
        last = office - 1
        before = roles[last]
        if not (before.plain or before.given or before.form in _BETWEEN):
            continue
        while last > office - 3 and roles[last].form in _BETWEEN:
            last -= 1
        first = last
        while first >= office - _BEFORE and (roles[first].plain or roles[first].given):
            first -= 1
        found += range(first + 1, last)
    for joint in roles.text.where("name_joint"):
        before = roles[joint - 1]
        if roles[joint].form == "بن" and (before.plain or before.given or "given_name" in before.senses):
            found.append(joint - 1)
    return frozenset(found)
