"""Parties: those in a text who can be what a figure is about, in the order of their naming.

Bodies, operations and countries by name, and the nations of offices and forces (``الرئيس الأمريكي``, ``الطائرات الروسية``).
"""

import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from hasila.arabic.figure.known import known
from hasila.arabic.figure.nation import nations_of
from hasila.arabic.name import Mention, Names
from hasila.codebook import Codebook
from hasila.records import Entity
from hasila.text import Known, Text, Word, analyse, fold_word

_PEOPLE = frozenset(("victim", "civilian", "fighter"))
_FINANCIAL, _OF_STATES = ("المالي", "الماليه"), frozenset(("force_head", "fighting_force", "state_organ"))
_TYPES = frozenset(("organization", "country", "operation"))
_FIRST = attrgetter("first")
_LOOK_BACK = 60
_CLITICS = 3  # characters that may be joined before an article
NAMES = 100_000  # how many are remembered


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


class Parties:
    """The parties of a text, found by the tokens that name them."""

    def __init__(self, text: Text, names: Names, codebook: Codebook):
        """Index them once, so that each figure costs the size of its sentence."""
        self.text, self.names, self.codebook = text, names, codebook
        self.known = known(codebook).actors
        named, nations = self._named(), list(self._nations())
        self.all = sorted([*named, *nations], key=_FIRST) if nations else named
        self.firsts = list(map(_FIRST, self.all))
        self._firsts = [*self.firsts, sys.maxsize]

    def _named(self) -> list[Party]:
        agencies, entities, mentions, actors = set(self.text.where("agency")), self.names.entities, self.names.mentions, self.known
        each = [(entity.id, entity.type, self._kind(entity)) if entity.type in _TYPES else None for entity in entities]
        parties = [Party(one.first, one.last, told[0], told[1], told[2], one.skip, one) for one in mentions if (told := each[one.entity])]
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
        for i in text.derived(nations_of):
            hit = text.words[i].entries.get("nationality")
            if hit is None or not hit.article or hit.clitics:
                continue
            clitics, article, _ = text.forms[i - 1].partition("ال")
            if not article or len(clitics) >= _CLITICS or names.at(i) is not None or names.at(i - 1) is not None:
                continue
            if text.forms[i].endswith(_FINANCIAL) and _IS_NO_FORCE[text.words[i - 1]]:
                continue
            if text.words[i - 1].value("counted_noun") not in _PEOPLE:
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


@lru_cache(maxsize=NAMES)
def head(name: str) -> Word:
    """The first word of a name."""
    return analyse(fold_word(name.split(" ")[0]))


@Known
def _IS_NO_FORCE(word: Word) -> bool:
    """Whether a word names neither a force nor what rules a country: المؤسسات المالية are banks."""
    return _OF_STATES.isdisjoint(word.entries)


@Known
def _IS_PRESS(name: str) -> bool:
    """Whether a name begins with a class noun of the press."""
    return "press_head" in head(name).entries
