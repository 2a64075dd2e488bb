"""Foes: the armed group whose dead, means or money a figure is of (``مقتل 90 من مسلحي التنظيم``).

It is the owner of what is counted, else the one named nearest in the sentence before the number, else behind it, else the last one told
of before; in a text about a country outside the theatre an enemy told of long before isn't meant.
"""

from bisect import bisect_right

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.known import known
from hasila.arabic.figure.land import Lands
from hasila.arabic.figure.party import Party
from hasila.text import one_in

_KILLED = "enemy_killed"
_NAMED = 4


class Foes:
    """Those of a text who are fought, ready to be asked which of them a figure is of."""

    def __init__(self, actors: Actors, lands: Lands, main: str | None):
        """``main`` is the undertaking that the text tells of."""
        self.text, self.codebook, self.actors, self.lands, self.main = actors.text, actors.codebook, actors, lands, main
        self._foes = [party for party in actors.all if actors.is_foe(party)]  # in the order of their naming
        self.places = [party.first for party in self._foes]

    def foe(self, draft: Draft) -> str | None:
        """The armed group: the owner, the nearest in the sentence before it, else behind it, else the last one told before."""
        owner = draft.owner
        if owner and (self.actors.is_foe(owner) or (draft.indicator == "enemy_killed" and owner.type == "organization")):
            return owner.id
        first, last = draft.sentence
        foes, places = self._foes, self.places
        n = bisect_right(places, draft.first)
        if n and places[n - 1] >= first:
            found: Party | None = foes[n - 1]
        elif n < len(foes) and places[n] < last:
            found = foes[n]
        else:
            found = self.actors.before(first, self.actors.is_foe)
            if draft.indicator == _KILLED and self._is_at_home(draft, found is None or found.first < self._before(first)):
                return None
        return found.id if found else self.codebook.enemy if self.main else None

    def _before(self, first: int) -> int:
        """Where the sentence before the one that begins here begins."""
        return self.text.sentence(first - 1)[0] if first else 0

    def _is_not_there(self, first: int, last: int) -> bool:
        """Whether a sentence tells of neither the undertaking nor the theatre, nor names a foe."""
        named, theatre = self.actors.between(first, last), self.codebook.theatre
        return not any(self.actors.is_joint(p) or self.actors.is_foe(p) or self._land(p) in theatre for p in named)

    def _is_at_home(self, draft: Draft, is_far: bool) -> bool:
        """Whether those who fell are told of as fought at home, in a country outside the theatre: ``قضت مصالح الأمن على 90 إرهابيا``.

        ``is_far``: no foe was told of in the sentence before.
        """
        text, (first, last) = self.text, draft.sentence
        if not self._is_not_there(first, last) or one_in(text.where("strike_noun"), first, last):
            return False
        bands = known(self.codebook).bands
        if any(band in form for form in text.forms[draft.segment : draft.end + _NAMED] for band in bands):  # 90 داعشيا
            return False
        if one_in(text.where("home_topic"), first, last) or one_in(text.where("home_soil"), first, last):
            return True
        if (
            one_in(text.where("own_guard"), first, last)
            and self.lands.country is not None
            and self.lands.country not in self.codebook.theatre
        ):
            return True
        forces = one_in(text.where("own_guard"), first, last) or one_in(text.where("home_force"), first, last)
        if not (is_far and forces):
            return False
        lands = {land for p in self.actors.between(first, last) if (land := self._land(p)) is not None}
        return self.lands.is_abroad() or (bool(lands) and lands.isdisjoint(known(self.codebook).striking))

    def _land(self, party: Party) -> str | None:
        """The country that somebody is, belongs to or lies in."""
        if party.type == "country":
            return party.id
        if party.type == "organization":
            return self.actors.state(party.id)
        return self.actors.land(party.mention) if party.mention is not None else None
