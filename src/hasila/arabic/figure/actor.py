"""Those in a text who can be what a figure is about, and what part they play where they stand."""

import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from operator import attrgetter
from typing import NamedTuple

from hasila.arabic.figure.reach import ends_of_phrases
from hasila.arabic.name import Mention, Names
from hasila.codebook import Codebook
from hasila.codebook.schema import Actor
from hasila.records import Entity
from hasila.text import Known as Table
from hasila.text import Text, Word, analyse, fold_word

_OBLIQUE = frozenset(
    ("في", "الي", "من", "داخل", "علي", "عبر", "قرب", "عن", "باتجاه", "نحو", "مع", "ضد", "بين", "لدي", "امام", "خارج", "حول", "بشان", "تجاه",
     "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "سوي", "باستثناء", "الا", "لدعم", "لمساعده",
     "بقياده", "بحضور", "برياسه", "مقر", "رغم", "بدعم")
)  # fmt: skip
_RELATIVES = ("الذي", "التي", "الذين")
_MASCULINE = frozenset(("iq", "lb", "ma", "jo", "sd", "ye", "so"))
_FEMININE_NAMES = frozenset(("الامم", "داعش", "طالبان", "حماس", "قسد", "يونيفيل", "مينوسما"))
_PEOPLE = frozenset(("victim", "civilian", "fighter"))
_INSIDE = frozenset(("في", "وفي", "داخل", "وسط", "مدينه", "بمدينه", "العاصمه", "بالعاصمه", "شرق", "غرب", "شمال", "جنوب", "قرب"))
_LANDS = ("capital", "city", "town")
_TYPES = frozenset(("organization", "country", "operation"))
_ENTITY, _FIRST = attrgetter("entity"), attrgetter("first")
_CODE = 2
_LOOK_BACK = 60
_REACH = 3
_CHAIN = 3  # nouns in the genitive one of the other: قتال مسلحي تنظيم
_AGAINST = frozenset(("ضد", "علي"))
_NAMES = 100_000
_CODEBOOKS = 16


@dataclass(slots=True, unsafe_hash=True)  # asked for its fields often, which a named tuple takes ten times as long to tell
class Party:
    """One who is named, or meant by a nationality (``الرئيس الأمريكي``): tokens [first, last), ``skip`` characters of clitics."""

    first: int
    last: int
    id: str
    type: str
    kind: str
    skip: int = 0
    mention: Mention | None = None


class Known(NamedTuple):
    """What is asked of a codebook again and again: its ``actors`` by id, the ids of the indicators of those ``struck`` and of those
    ``of_subject``, of those who lead its subject, and of the indicators of what is spent (``costs``) and what an enemy has
    (``funds``); and the names of one word that armed ``bands`` have.
    """

    actors: dict[str, Actor]
    struck: frozenset[str]
    of_subject: frozenset[str]
    leaders: frozenset[str]
    costs: frozenset[str]
    funds: frozenset[str]
    bands: frozenset[str]


_KNOWN: dict[int, tuple[Codebook, Known]] = {}


def known(codebook: Codebook) -> Known:
    """What is asked of this codebook; by identity, for hashing a codebook is slow."""
    row = _KNOWN.get(id(codebook))
    if row is None or row[0] is not codebook:
        if len(_KNOWN) >= _CODEBOOKS:
            _KNOWN.clear()
        actors = {actor.id: actor for actor in codebook.actors}
        struck, of_subject = (frozenset(i.id for i in codebook.indicators if i.about == about) for about in ("struck", "subject"))
        subject = codebook.actor(codebook.subject)
        leaders = frozenset(subject.leads if subject else ())
        moneys = [i for i in codebook.indicators if i.unit == "money"]
        costs = frozenset(i.id for i in moneys if i.accumulates and i.better == "lower")
        funds = frozenset(i.id for i in moneys if i.about == "struck")
        names = (name for actor in codebook.actors if actor.kind in ("opponent", "armed_group") for name in actor.names)
        bands = frozenset(fold_word(name) for name in names if " " not in name)
        row = _KNOWN[id(codebook)] = (codebook, Known(actors, struck, of_subject, leaders, costs, funds, bands))
    return row[1]


class Actors:
    """The parties of a text: bodies, operations, countries, and the nations of offices and forces."""

    def __init__(self, text: Text, names: Names, codebook: Codebook):
        """Index them once, so that each figure costs the size of its sentence."""
        self.text, self.names, self.codebook = text, names, codebook
        self.known = known(codebook).actors
        self._state: dict[str, str | None] = {}
        self._heads: dict[tuple[int, str], bool] = {}
        self._oblique: dict[int, bool] = {}
        named, nations = self._named(), list(self._nations())
        self.all = sorted([*named, *nations], key=_FIRST) if nations else named
        self.firsts = list(map(_FIRST, self.all))
        self._firsts = [*self.firsts, sys.maxsize]
        self._sources = {*text.where("source_word"), *text.where(_counts)}

    def _named(self) -> list[Party]:
        agencies, entities, mentions, actors = set(self.text.where("agency")), self.names.entities, self.names.mentions, self.known
        kinds = [self._kind(entity) if entity.type in _TYPES else "" for entity in entities]
        parties = [
            Party(one.first, one.last, (entity := entities[one.entity]).id, entity.type, kinds[one.entity], one.skip, one)
            for one in compress(mentions, map(kinds.__getitem__, map(_ENTITY, mentions)))
        ]
        for party in parties if agencies else ():
            if party.first in agencies and party.id not in actors:
                party.kind = "media"
        return parties

    def _kind(self, entity: Entity) -> str:
        """What kind of party one is; of those whom the codebook doesn't know the press is known by its class nouns."""
        actor = self.known.get(entity.id)
        if actor is not None:
            return actor.kind
        return "media" if _IS_PRESS[entity.name] else entity.type

    def _nations(self) -> Iterator[Party]:
        """A definite nationality outside a name, behind a definite noun: ``الطائرات الروسية``, ``الوفد الأمريكي``."""
        text, names = self.text, self.names
        for i in text.where("nationality"):
            hit = text.words[i].entries.get("nationality")
            if hit is None or not hit.article or hit.clitics:
                continue
            clitics, article, _ = text.forms[i - 1].partition("ال")
            if not article or len(clitics) >= _REACH or names.at(i) is not None or names.at(i - 1) is not None:
                continue
            counted = text.words[i - 1].entries.get("counted_noun")
            if not (counted and counted.value in _PEOPLE):
                yield Party(i - 1, i + 1, str(hit.value), "country", "country", len(clitics))

    def between(self, first: int, last: int) -> list[Party]:
        """Those named in the tokens [first, last)."""
        firsts = self._firsts
        n = bisect_left(firsts, first)
        return self.all[n : bisect_left(firsts, last, n)] if firsts[n] < last else []

    def before(self, i: int, wanted: Callable[[Party], bool]) -> Party | None:
        """The last wanted one named before token ``i``."""
        parties, n = self.all, bisect_left(self.firsts, i)
        for k in range(n - 1, max(-1, n - 1 - _LOOK_BACK), -1):
            if wanted(parties[k]):
                return parties[k]
        return None

    def next(self, first: int, last: int) -> Party | None:
        """The first one named in the tokens [first, last), or who covers their first."""
        n = bisect_left(self._firsts, first + 1)
        if n and (before := self.all[n - 1]).last > first:
            return before
        return self.at(self._firsts[n]) if self._firsts[n] < last else None

    def at(self, i: int) -> Party | None:
        """Who is named at token ``i``."""
        n = bisect_left(self.firsts, i + 1) - 1
        return self.all[n] if n >= 0 and self.all[n].last > i else None

    def is_foe(self, party: Party) -> bool:
        """Whether it is an armed group, or the one that the undertaking is against."""
        return party.kind in ("opponent", "armed_group")

    def is_joint(self, party: Party) -> bool:
        """Whether it is a body of several states or parties, by the noun that heads its name."""
        if party.type != "organization" or party.kind in ("observer", "media", "opponent", "armed_group"):
            return False
        actor = self.known.get(party.id)
        if actor is not None and (actor.leads or actor.id == self.codebook.subject):
            return True
        return self.has_head(party, "joint_head") and self.state(party.id) is None

    def has_head(self, party: Party, cls: str) -> bool:
        """Whether a name of its entity begins with a noun of the class."""
        if party.mention is None:
            return False
        key = party.mention.entity, cls
        if key not in self._heads:
            entity = self.names.entity(party.mention)
            self._heads[key] = any(cls in _head(name).entries for name in (entity.name, *entity.mentions) if name)
        return self._heads[key]

    def is_organ(self, party: Party) -> bool:
        """Whether a body that the codebook doesn't know is one of a state, by its head or by an adjective of rank (``البنك المركزي``)."""
        if party.mention is None or party.type != "organization" or party.id in self.known:
            return False
        if self.has_head(party, "state_organ") or self.has_head(party, "bare_body"):
            return not self._names_with(party, "wide_adjective")
        return self.has_head(party, "state_kind") and self._names_with(party, "rank_adjective")

    def _names_with(self, party: Party, cls: str) -> bool:
        """Whether a word of the class stands in the name."""
        return any(cls in word.entries for word in self.text.words[party.first : party.last])

    def land(self, mention: Mention) -> str | None:
        """The country (ISO 3166-1) of a country or of a place that the lists know."""
        entity = self.names.entity(mention)
        if entity.type == "country":
            return entity.id
        lands = self.text.derived(_lands)
        return next((lands[i] for i in range(mention.last - 1, mention.first - 1, -1) if i in lands), None)

    def is_inside(self, mention: Mention) -> bool:
        """Whether the name says where something is (``في كذا``, ``بكذا``)."""
        return self.text.forms[mention.first - 1] in _INSIDE or self.text.forms[mention.first].endswith("ب", 0, mention.skip)

    def is_oblique(self, party: Party) -> bool:
        """Whether a preposition governs the name: it then says where, whence, with or against whom.

        Before a relative clause that doesn't count: there it is what the clause is about.
        """
        known = self._oblique.get(party.first)
        if known is None:
            known = self._oblique[party.first] = self._is_governed(party)
        return known

    def _is_governed(self, party: Party) -> bool:
        if self.heads_relative(party):
            return False
        forms, first = self.text.forms, party.first
        before = forms[first - 1]
        if _PREPOSITION[before]:
            return True
        if not party.skip:
            return _is_construct(before) and self._is_led(first - 1) and not self._opens_clause(first - 1)
        clitics = forms[first][: party.skip]
        if clitics.endswith(("ب", "ل", "ك")):
            return True
        joined = self.at(first - 1) if clitics.startswith("و") else None
        return joined is not None and joined.last == first and self.is_oblique(joined)

    def _is_led(self, i: int) -> bool:
        """Whether a preposition stands before a word or begins it."""
        hit = next(iter(self.text.words[i].entries.values()), None)
        return _PREPOSITION[self.text.forms[i - 1]] or (hit is not None and hit.clitics.endswith(("ب", "ل")))

    def _opens_clause(self, i: int) -> bool:
        """Whether a word ends what opens a clause (``في حين``)."""
        return self.text.forms[i] in ends_of_phrases("segment_opener") and self.text.has(i - 1, "segment_opener")

    def heads_relative(self, party: Party) -> bool:
        """Whether a relative clause follows the name."""
        forms = self.text.forms
        after = party.last + (forms[party.last] in ("،", "»", '"'))
        return forms[after] in _RELATIVES

    def is_fought(self, party: Party) -> bool:
        """Whether a foe is named as whom one fights: ``ضد مسلحي التنظيم``, ``قتال التنظيم``; what is told there is told of others."""
        if not self.is_foe(party):
            return False
        forms, i = self.text.forms, party.first
        for j in range(i - 1, max(-1, i - 1 - _CHAIN), -1):
            if forms[j] in _AGAINST or "fighting_noun" in self.text.words[j].entries:
                return True
            if not _is_construct(forms[j]):
                return False
        return False

    def is_source(self, party: Party) -> bool:
        """Whether the name only says who counted (``بحسب كذا``, ``أحصى كذا``)."""
        text, sources, first = self.text, self._sources, party.first
        if sources.isdisjoint(range(first - _REACH, first)):
            return False
        for j in range(first - 1, max(-1, first - 1 - _REACH), -1):
            if j in sources:
                return True
            if text.kinds[j] == "mark" and text.forms[j] not in '«"':
                return False
        return False

    def is_feminine(self, party: Party) -> bool:
        """The gender that a verb or a pronoun takes with it."""
        if party.type == "country":
            return party.id not in _MASCULINE
        head = self.text.forms[party.first][party.skip :]
        return head.endswith(("ه", "ات")) or head in _FEMININE_NAMES

    def state(self, id: str) -> str | None:
        """The state that a body belongs to, by the nationality in one of its names; None where none stands there."""
        if id not in self._state:
            actor = self.known.get(id)
            names = [*actor.names] if actor else []
            names += [name for e in self.names.entities if e.id == id and e.type == "organization" for name in (e.name, *e.mentions)]
            self._state[id] = next((nation for name in names if (nation := _nation(name))), None)
        return self._state[id]


def _lands(text: Text) -> dict[int, str]:
    """By token the country that a listed place lies in."""
    places = {i: found.hit.value for cls in reversed(_LANDS) for i, found in text.found(cls).items()}
    return {i: land for i, land in places.items() if isinstance(land, str) and len(land) == _CODE}


def _counts(word: Word) -> bool:
    """Whether a word is a finite verb of counting."""
    hit = word.entries.get("count_verb")
    return hit is not None and hit.tag in ("past", "present")


@lru_cache(maxsize=_NAMES)
def _is_construct(form: str) -> bool:
    """Whether a word is no verb and without article: the name behind it is then its genitive (``على معاقل التنظيم``)."""
    if not form or form.startswith("ال"):
        return False
    word = analyse(form)
    return word.kind == "word" and all(hit.tag not in ("past", "present") for hit in word.entries.values())


@Table
def _PREPOSITION(form: str) -> bool:
    """Whether a word governs the name behind it."""
    return form in _OBLIQUE or (form[:1] in ("و", "ف") and form[1:] in _OBLIQUE)


@lru_cache(maxsize=_NAMES)
def _head(name: str) -> Word:
    """The first word of a name."""
    return analyse(fold_word(name.split(" ")[0]))


@Table
def _IS_PRESS(name: str) -> bool:
    """Whether a name begins with a class noun of the press."""
    return "press_head" in _head(name).entries


@lru_cache(maxsize=_NAMES)
def _nation(name: str) -> str | None:
    for word in name.split():
        hit = analyse(fold_word(word)).entries.get("nationality")
        if hit:
            return str(hit.value)
    return None
