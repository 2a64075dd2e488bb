"""Whose the men were that somebody tells the loss of without saying whose: his who owns up to it, or who speaks of his fighters alone.

``قال الناطق باسم كذا إن …، معترفا بخسارة 90 مقاتلا``: a participle or masdar of owning up has for its subject that of the clause before
(W. Wright, A Grammar of the Arabic Language, II, § 44). ``أعلنت وحدات كذا أن 90 مقاتلا قتلوا``: an armed body that fights for no state
calls its own men so, and others by whose they are.
"""

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft, Side
from hasila.arabic.figure.party import Party
from hasila.arabic.figure.side import Sides
from hasila.text import FINITE, Hit, Known, Text, analyse, fold_word, last_in, one_in

_BEHIND, _TELLER_REACH, _PREDICATE = 4, 24, 6
_FIGHTER = "مقاتل"
_SOLDIER = "soldier"


class Avowed:
    """Asked with the sides of one text."""

    def __init__(self, text: Text, actors: Actors, sides: Sides):
        """The text with those named in it, and on which side each is."""
        self.text, self.actors, self.sides = text, actors, sides

    def of_teller(self, draft: Draft, at: int, hit: Hit) -> Side | None:
        """The side of the man of a force, or of the foe, who tells of a loss without saying whose: ``أقر القيادي بفقدان 300 مقاتل``."""
        men = self.text.where("force_man")
        if not men or hit.article or self.actors.next(at + 1, draft.first) is not None:
            return None
        man = last_in(men, max(draft.sentence[0], at - _TELLER_REACH), at)
        if man is None:
            return None
        whose = self.actors.next(man + 1, min(man + _BEHIND, at))
        return "foe" if whose is not None and self.actors.is_foe(whose) else "force"

    def admitted(self, draft: Draft, at: int) -> Side | None:
        """The side of who owns up to a loss by a participle or masdar: ``معترفا بخسارة 90``, ``مع إقراره بمقتل 90 مقاتلا``."""
        text = self.text
        hit = text.words[at - 1].entries.get("own_up") if text.where("own_up") else None
        if hit is None or hit.tag in FINITE or self.actors.next(at + 1, draft.first) is not None:
            return None
        if "bereft_noun" not in text.words[at].entries and not self.are_fighters(draft):
            return None
        return self._first_told(draft.sentence[0], at)

    def _first_told(self, first: int, last: int) -> Side | None:
        """The side of the first in a sentence who has one: a name, a noun for a force, or a man of one whom no name follows."""
        party = next((p for p in self.actors.between(first, last) if self.sides.of(p) is not None), None)
        stop = last if party is None else party.first
        if one_in(self.text.where("fighting_force"), first, stop) or one_in(
            self.text.where("force_man"), first, max(first, stop - _BEHIND)
        ):
            return "force"
        return self.sides.of(party) if party is not None else None

    def told(self, draft: Draft) -> Side | None:
        """``force`` where an armed body of no state tells that fighters died, names no foe with them and nobody who killed them."""
        if not self.are_fighters(draft) or not self._fell(draft):
            return None
        stop = min(draft.clause[1] + 1, draft.sentence[1])
        named = list(self.actors.between(draft.sentence[0], stop))
        before = [p for p in named if p.first < draft.first and p.type == "organization"]
        if not before or not self._is_militia(before[-1]) or one_in(self.text.where("strike_noun"), draft.sentence[0], stop):
            return None
        if one_in(self.text.where("foe_noun"), draft.segment, stop):
            return None
        return None if any(self.actors.is_foe(p) and not self.is_against(p) for p in named) else "force"

    def are_fighters(self, draft: Draft) -> bool:
        """Whether soldiers are counted, or fighters by the word that one has for one's own too; ``مسلح`` is said of others."""
        if draft.noun is None or draft.owner is not None:
            return False
        hit = self.text.words[draft.noun].entries.get("counted_noun")
        if hit is None or "foe_adjective" in self.text.word(draft.noun + 1).entries:
            return False
        return hit.value == _SOLDIER or self.text.forms[draft.noun].startswith(_FIGHTER)

    def _fell(self, draft: Draft) -> bool:
        """Whether they died, nobody being told to have killed them: ``مقتل 90``, ``90 مقاتلا قتلوا``."""
        if "mishap" in self.text.words[draft.first - 1].entries:
            return True
        for i in range(draft.end, min(draft.end + _PREDICATE, draft.clause[1])):
            word = self.text.words[i]
            if "died" in word.entries or "own_dead" in word.entries:
                return word.form.endswith("وا")
        return False

    def _is_militia(self, party: Party) -> bool:
        """Whether somebody is an armed body that belongs to no state, or leads one."""
        if party.kind != "party" and not self.sides.commands(party):
            return False
        actor = self.actors.known.get(party.id)
        return not any(map(_NAMES_NATION.__getitem__, actor.names if actor else self.text.forms[party.first : party.last]))

    def is_against(self, party: Party) -> bool:
        """Whether somebody is told of as fought against."""
        return self.actors.is_fought(party) or self.text.forms[party.first - 1] in ("ضد", "مع", "علي")


@Known
def _NAMES_NATION(name: str) -> bool:
    """Whether an adjective of a nation stands in a name (``القوات العراقية``): such a force is that state's."""
    hits = (analyse(fold_word(word)).entries.get("nationality") for word in name.split())
    return any(hit is not None and hit.article for hit in hits)
