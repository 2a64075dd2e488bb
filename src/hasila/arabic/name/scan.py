"""One pass over a text, from left to right: the names that say for themselves that they are names."""

from hasila.arabic.name.actor import Actors
from hasila.arabic.name.body import body_at
from hasila.arabic.name.dateline import dateline_at
from hasila.arabic.name.ending import closing
from hasila.arabic.name.listed import glued, halves, joined_at, listed_at, seat_at
from hasila.arabic.name.person import person_at
from hasila.arabic.name.role import (
    BODY,
    CLOSING,
    DIRECTION,
    EVENT,
    GLUED,
    LISTED,
    OPENING,
    OPERATION,
    PERSON,
    QUOTE,
    REALM,
    SEAT,
    SITE,
    TITLE,
    Role,
    Roles,
)
from hasila.arabic.name.sighting import Sighting, bare
from hasila.arabic.name.site import direction_at, operation_at, site_at
from hasila.codebook import Codebook

_REACH = 14


class Scan:
    """The state of the pass: what was sighted, and whether a title still waits for its name."""

    def __init__(self, roles: Roles, codebook: Codebook) -> None:
        self.roles = roles
        self.actors = Actors(codebook, roles)
        self.found: list[Sighting] = []
        self.titled = -1
        self.rank = False
        self.comma = -1
        # where a name may begin whose office follows it
        self.presented = frozenset(office - back for office in roles.text.where("title") for back in range(2, 7))

    def run(self) -> list[Sighting]:
        """All sightings, in order, none overlapping another."""
        i = 0
        while i < len(self.roles):
            if i in self.roles.text.lines:
                names, after = dateline_at(self.roles, i)
                self.found += names
                self.titled = -1
                if after > i:
                    i = after
                    continue
            i = self.step(i)
        return self.found

    def step(self, i: int) -> int:
        """Read what stands at token ``i``; the token to go on from."""
        here = self.roles.all[i]
        if self.titled >= 0 or here.trigger & TITLE:
            self._watch(i, here)
        cue = self._cue(i) if here.word else ""
        if not (here.trigger or cue or i in self.presented or self.actors.may(here.form)):
            return self._apart(i, here)
        if here.trigger & EVENT and not here.senses["event_noun"].definite:
            inner = listed_at(self.roles, i + 1)
            if inner and inner.type in ("place", "country") and inner.skip == 0:
                return inner.last
        sighting = self._longest(i, here, cue)
        if sighting is None:
            return self._apart(i, here)
        if sighting.type == "person":
            self.titled = -1
        self.found.append(sighting)
        return self._again(sighting)

    def _watch(self, i: int, here: Role) -> None:
        """Note a title; forget it where its phrase ends."""
        title = here.senses.get("title")
        if title and not (title.value == "lead" and (self.titled >= 0 or title.definite)):
            self.titled, self.rank, self.comma = i, title.value == "rank" or title.definite, -1
        elif self.titled >= 0 and self.comma < 0 and here.form in ("،", ","):
            self.comma = i
        elif self.titled >= 0 and (i - self.titled > _REACH or _ends(here)):
            self.titled = -1

    def _longest(self, i: int, here: Role, cue: str) -> Sighting | None:
        options = [self.actors.at(i)]
        options += [rule(self.roles, i) for bit, rule in _RULES if here.trigger & bit]
        office = here.senses.get("title")
        titled = office is not None and not (cue == "rank" and here.given and office.value == "office")
        if here.word and not titled and (cue or here.trigger & PERSON or i in self.presented):
            options.append(person_at(self.roles, i, cue))
        best: Sighting | None = None
        for option in options:
            if option and option.core and (best is None or option.last > best.last):
                best = option
        actor = options[0]
        if actor and best is not actor and best is not None and best.type == actor.type and self._international(actor.last, best.last):
            actor.last = best.last
            return actor
        return best

    def _international(self, first: int, last: int) -> bool:
        """``قوات التحالف الدولية``: an adjective that tells no actor from another."""
        return all(self.roles[k].form in ("الدولي", "الدوليه") for k in range(first, last))

    def _cue(self, i: int) -> str:
        """What leads one to expect a person's name at token ``i``."""
        if self.titled >= 0 and i > self.titled:
            if self.comma >= 0:
                return "apart" if i == self.comma + 1 or (i == self.comma + 2 and self.roles.opens(i - 1)) else ""
            near = i == self.titled + 1 or (i == self.titled + 2 and self.roles[i - 1].nation != "")
            return "rank" if self.rank and near else "title"
        return "speech" if "speech_verb" in self.roles[i - 1].senses else ""

    def _apart(self, i: int, here: Role) -> int:
        """Names inside one token that the web glued, and media in quotation marks."""
        if here.trigger & GLUED:
            whole = joined_at(self.roles, i)
            if whole:
                self.found.append(whole)
            elif glued(here.form):
                self.found += halves(self.roles, i)
        elif here.trigger & QUOTE and self.roles.opens(i) and "report_verb_media" in self.roles[i - 1].senses:
            stop = closing(self.roles, i)
            if stop and stop - i <= 4 and (self.roles[i + 1].definite or self.roles[i - 1].form in ("ل", "صحيفه", "قناه", "تصريح")):
                core = tuple(bare(self.roles[k].form) for k in range(i + 1, stop - 1))
                self.found.append(Sighting(i + 1, stop - 1, 0, "organization", core))
                return stop
        elif self._listed_beside(i, here):
            self.found.append(Sighting(i, i + 1, 1, "place", (bare(here.form[1:]),)))
        return i + 1

    def _listed_beside(self, i: int, here: Role) -> bool:
        """``بين الحويجة ورواة``: an unlisted name joined by و to a town's, before a mark or another و."""
        last = self.found[-1] if self.found else None
        if last is None or last.last != i or last.type != "place" or not here.form.startswith("و") or not here.plain or len(here.form) < 5:
            return False
        following = self.roles[i + 1]
        return (not following.word and following.form not in OPENING) or (following.form.startswith("و") and not following.stop)

    def _again(self, sighting: Sighting) -> int:
        """Another name of the same body in brackets or quotation marks right behind it."""
        j = sighting.last
        if sighting.type not in ("organization", "operation", "person", "place"):
            return j
        if self.roles[j].form == "(" and self.roles[j + 1].form != ")":
            for k in range(j + 1, min(j + 5, len(self.roles))):
                if self.roles[k].form == ")":
                    if sighting.type in ("organization", "person") and self._nameable(j + 1, k):
                        self._alias(sighting, j + 1, k)
                        return k + 1
                    return j
        elif self.roles.text.kind(j) == "latin" and sighting.type == "organization":
            self._alias(sighting, j, j + 1)
            return j + 1
        elif self.roles.opens(j) and sighting.type == "organization":
            stop = closing(self.roles, j)
            if stop and stop - j <= 4 and self._nameable(j + 1, stop - 1):
                self._alias(sighting, j + 1, stop - 1)
                return stop
        return j

    def _nameable(self, first: int, last: int) -> bool:
        """Whether the words in brackets can be a name: no adjective, no date, no particle."""
        words = [self.roles[k] for k in range(first, last)]
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
            self.found.append(Sighting(first, last, 0, sighting.type, core, same=sighting))


def _ends(here: Role) -> bool:
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


_RULES = (
    (REALM, _realm),
    (LISTED, listed_at),
    (BODY, body_at),
    (SITE, site_at),
    (DIRECTION, direction_at),
    (OPERATION, operation_at),
    (SEAT, seat_at),
)
