"""Whose figure it is: the doer, the struck side, or the body that the clause is about."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from hasila.arabic.figure.draft import Draft
from hasila.arabic.name import Mention, Names
from hasila.codebook import Codebook
from hasila.records import Statement
from hasila.text import Text, analyse, clause, fold_word

_ENEMY_KINDS = ("opponent", "armed_group")
_LOCATIVE = frozenset(
    ("في", "الي", "من", "داخل", "علي", "عبر", "قرب", "عن", "باتجاه", "نحو", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي")
)
# Indicators of a state's own means are told of the state, not of the ministry that counts them.
_OF_THE_STATE = frozenset(("cost", "troops_deployed", "foreign_fighters"))
_OF_THE_COALITION = frozenset(("member_states", "meeting_attendance", "meetings_held", "territory_freed", "people_freed"))
_OF_THE_ENEMY = frozenset(("attack_deaths", "attack_injuries"))


class Abouts:
    """The actors of a text, ready to be asked whose a figure is."""

    def __init__(self, text: Text, names: Names, codebook: Codebook):
        """Keep the mentions that can act: bodies, and countries that don't merely say where."""
        self.text, self.names, self.codebook = text, names, codebook
        self.kinds = {actor.id: actor.kind for actor in codebook.actors}
        self.indicators = {indicator.id: indicator for indicator in codebook.indicators}
        self.names_of = {actor.id: actor.names for actor in codebook.actors}
        self.actors = [m for m in names.mentions if self._acts(m)]
        self.places = [m.first for m in self.actors]

    def about(self, draft: Draft, indicator: str | None, statement: Statement | None) -> str | None:
        """The id of whose figure it is; None where nobody stands before it or in its sentence."""
        nation = self._nation(draft) if indicator is None or indicator in _OF_THE_STATE else None
        if nation:
            return nation
        role = self.indicators[indicator].about if indicator in self.indicators else None
        if role == "struck" or indicator in _OF_THE_ENEMY:
            return self._nearest(draft, statement, self._is_enemy) or self.codebook.enemy
        if role is None:
            return self._nearest(draft, statement, self._is_no_enemy) or self._main()
        if indicator in _OF_THE_COALITION:
            return self._nearest(draft, statement, self._is_coalition) or self._main()
        found = self._nearest(draft, statement, self._is_side if role == "doer" else self._is_no_enemy) or self._main()
        return self._state_of(found) if found and indicator in _OF_THE_STATE else found

    def _id(self, mention: Mention) -> str:
        return self.names.entity(mention).id

    def _acts(self, mention: Mention) -> bool:
        """A body acts; a country unless a preposition makes it a place; both unless another name holds them."""
        kind = self.names.type(mention)
        if kind == "organization":
            return True
        return kind == "country" and not self._is_locative(mention)

    def _is_locative(self, mention: Mention) -> bool:
        clitics = self.text.form(mention.first)[: mention.skip]
        if clitics.endswith(("ب", "ل")) or self.text.form(mention.first - 1) in _LOCATIVE:
            return True
        before = self.names.at(mention.first - 1) if clitics.startswith("و") else None
        return before is not None and self.names.type(before) == "country" and self._is_locative(before)

    def _is_enemy(self, mention: Mention) -> bool:
        return self.kinds.get(self._id(mention)) in _ENEMY_KINDS

    def _is_no_enemy(self, mention: Mention) -> bool:
        return not self._is_enemy(mention) and self.kinds.get(self._id(mention)) not in ("observer", "media")

    def _is_side(self, mention: Mention) -> bool:
        """A coalition or a state: whoever can strike, join and meet."""
        return self.names.type(mention) == "country" or self.kinds.get(self._id(mention)) == "party"

    def _nearest(self, draft: Draft, statement: Statement | None, wanted: Callable[[Mention], bool]) -> str | None:
        """The nearest fitting actor before the figure in its sentence, else the first behind it, else the last one told before."""
        first, last = self.text.sentence(draft.first)
        inside = self.actors[bisect_left(self.places, first) : bisect_left(self.places, last)]
        speaker = statement.speaker if statement else None
        fitting = [m for m in inside if wanted(m) and not self._is_speaker(m, speaker)]
        fitting = fitting or [m for m in inside if wanted(m) and self.kinds.get(self._id(m)) not in ("observer", "media")]
        chosen = self._chosen(fitting, draft)
        if chosen:
            return chosen
        told = self.actors[max(0, bisect_left(self.places, first) - 6) : bisect_left(self.places, first)]
        return next((self._id(m) for m in reversed(told) if wanted(m) and m.first != first and not self._is_speaker(m, speaker)), None)

    def _chosen(self, mentions: Sequence[Mention], draft: Draft) -> str | None:
        """In the figure's clause before in its sentence, before the figure before behind it."""
        first, last = clause(self.text, draft.first)
        near = [m for m in mentions if first <= m.first < last] or mentions
        before = [m for m in near if m.first <= draft.first]
        return self._id(before[-1]) if before else self._id(near[0]) if near else None

    def _is_speaker(self, mention: Mention, speaker: str | None) -> bool:
        entity = self.names.entity(mention)
        return speaker is not None and speaker in (entity.name, *entity.mentions)

    def _main(self) -> str | None:
        """The undertaking that the codebook is about, where the text names it or the one it is against."""
        known = {self.codebook.subject, self.codebook.enemy}
        return self.codebook.subject if any(e.id in known for e in self.names.entities) else None

    def _nation(self, draft: Draft) -> str | None:
        """The country whose people or means are counted (``3 آلاف تونسي``, ``615 جنديا أمريكيا``)."""
        for i in (draft.noun, draft.end):
            found = self.text.find(i, "nationality") if i is not None else None
            if found and not found.hit.article and not found.hit.clitics:
                return str(found.hit.value)
        return None

    def _is_coalition(self, mention: Mention) -> bool:
        """An undertaking of several states."""
        return self.names.type(mention) == "organization" and self.kinds.get(self._id(mention)) == "party"

    def _state_of(self, actor: str) -> str:
        """The state that a body belongs to, by the nationality in one of its names; the body itself where none stands there."""
        for name in self.names_of.get(actor, ()):
            for word in name.split():
                hit = analyse(fold_word(word)).entries.get("nationality")
                if hit:
                    return str(hit.value)
        return actor
