"""Who does the bombing: he whose raids they are, who flies them, or of whose nation they are."""

from hasila.arabic.figure.actor import Actors, Party
from hasila.arabic.figure.draft import Draft
from hasila.text import Text, once

_AGENT_REACH = 2
_FINITE = ("past", "present")


class Bombers:
    """Those of a text who do the bombing, told by the words right before their names."""

    def __init__(self, text: Text, actors: Actors):
        """Nothing is looked for before it is asked for."""
        self.text, self.actors = text, actors

    @once
    def places(self) -> frozenset[int]:
        """Where those stand who do the bombing: they have a word of it just before them, or in their own name."""
        text = self.text
        words = {i for cls in ("strike_noun", "strike_verb", "agent_phrase") for i in text.where(cls)}
        near = words.union(i + n for i in words for n in range(1, _AGENT_REACH + 1))
        return frozenset(p.first for p in self.actors.all if p.first in near and self._bombs(p))

    def _bombs(self, party: Party) -> bool:
        """Whether a strike is told to be his: ``غارات التحالف``, ``نفذتها روسيا``, ``على يد الجيش``."""
        text = self.text
        if self.actors.is_foe(party):
            return False
        if party.mention is None:
            return "strike_noun" in text.words[party.first].entries
        for j in range(party.first - 1, max(-1, party.first - 1 - _AGENT_REACH), -1):
            entries = text.words[j].entries
            where = j < party.first - 1 and "function" in text.words[party.first - 1].entries  # غارة في سوريا
            if "strike_noun" in entries and not where and not text.form(party.first)[: party.skip].endswith("ب"):
                return True
            hit = entries.get("strike_verb")
            if hit and hit.tag in _FINITE and not party.skip:
                return True
            found = text.find(j, "agent_phrase")
            if found and found.stop == party.first:
                return True
            if text.kind(j) == "mark" or self.actors.at(j) is not None:
                return False
        return False

    def can_bomb(self, party: Party) -> bool:
        """A coalition, a state that is no mere place, or whoever the text says bombs."""
        state = party.type == "country" and not self.actors.is_oblique(party)
        return state or self.actors.is_joint(party) or party.first in self.places

    def flies(self, draft: Draft, subject: Party) -> bool:
        """Whether blows are counted of which an armed force is the subject, whatever the verb (``وجه سلاح الجو 50 ضربة``)."""
        if draft.noun not in self.text.found("strike_noun") or subject.kind == "observer" or self.actors.is_foe(subject):
            return False
        return self.actors.has_head(subject, "force_head")

    def nation(self, first: int, last: int, near: int) -> str | None:
        """The nation whose the strikes told of in [first, last) are (``غارة أميركية``), those nearest to token ``near``; None of none."""
        nations = self.text.found("nationality")
        strikes = self.text.where("strike_noun") if nations else ()
        told = [i for i in strikes if first <= i < last and i + 1 in nations and not nations[i + 1].hit.clitics]
        return str(nations[min(told, key=lambda i: abs(i - near)) + 1].hit.value) if told else None
