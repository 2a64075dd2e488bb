"""Foes: the armed group whose dead, means or money a figure is of (``مقتل 90 من مسلحي التنظيم``).

It is the owner of what is counted, else the one named nearest in the sentence before the number, else behind it, else the last one told
of before; in a text about a country outside the theatre an enemy told of long before isn't meant.
"""

from bisect import bisect_right

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.land import Lands
from hasila.arabic.figure.party import Party
from hasila.text import once


class Foes:
    """Those of a text who are fought, ready to be asked which of them a figure is of."""

    def __init__(self, actors: Actors, lands: Lands, main: str | None):
        """``main`` is the undertaking that the text tells of; nothing is looked for before it is asked for."""
        self.text, self.codebook, self.actors, self.lands, self.main = actors.text, actors.codebook, actors, lands, main

    @once
    def named(self) -> tuple[list[Party], list[int]]:
        """Those who are fought, in the order of their naming, and the tokens that they are named at."""
        foes = [party for party in self.actors.all if self.actors.is_foe(party)]
        return foes, [party.first for party in foes]

    def foe(self, draft: Draft) -> str | None:
        """The armed group: the owner, the nearest in the sentence before it, else behind it, else the last one told before."""
        owner = draft.owner
        if owner and (self.actors.is_foe(owner) or (draft.indicator == "enemy_killed" and owner.type == "organization")):
            return owner.id
        first, last = draft.sentence
        foes, places = self.named
        n = bisect_right(places, draft.first)
        if n and places[n - 1] >= first:
            found: Party | None = foes[n - 1]
        elif n < len(foes) and places[n] < last:
            found = foes[n]
        else:
            found = self.actors.before(first, self.actors.is_foe)
            if (
                draft.indicator == "enemy_killed"
                and (found is None or found.first < self._before(first))
                and self._is_elsewhere(first, last)
            ):
                return None
        return found.id if found else self.codebook.enemy if self.main else None

    def _before(self, first: int) -> int:
        """Where the sentence before the one that begins here begins."""
        return self.text.sentence(first - 1)[0] if first else 0

    def _is_elsewhere(self, first: int, last: int) -> bool:
        """Whether a text about a country outside the theatre tells in this sentence of neither the undertaking nor the theatre."""
        if not self.lands.is_abroad():
            return False
        return not any(self.actors.is_joint(p) or p.id in self.codebook.theatre for p in self.actors.between(first, last))
