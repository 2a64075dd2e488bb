"""Actors: what sort of body or state one who is named in a text is.

Whether he is a body of several states (``التحالف``) or an organ of one (``وزارة الدفاع الأمريكية``), which state that is, and what
gender a verb takes with him.
"""

from functools import lru_cache

from hasila.arabic.figure.party import NAMES, Party, head
from hasila.arabic.figure.standing import Standing
from hasila.arabic.name import Mention, Names
from hasila.codebook import Codebook
from hasila.text import Text, analyse, fold_word

_MASCULINE = frozenset(("iq", "lb", "ma", "jo", "sd", "ye", "so"))
# Heads of the names of armed bodies that take a feminine verb, their ending apart.
_FEMININE_BODIES = frozenset(("ميليشيا", "مليشيا", "فصايل", "كتايب", "سرايا", "عصايب", "عشاير", "فرق", "قوي", "الوحدات", "القوي"))
_FEMININE_NAMES = frozenset(("الامم", "داعش", "طالبان", "حماس", "قسد", "يونيفيل", "مينوسما"))
_LANDS = ("capital", "city", "town")
_CODE = 2


class Actors(Standing):
    """The parties of a text that also tell what sort of body each is, and of which state."""

    def __init__(self, text: Text, names: Names, codebook: Codebook):
        """What is found of a name is kept, for it is asked again."""
        super().__init__(text, names, codebook)
        self._state: dict[str, str | None] = {}
        self._heads: dict[tuple[int, str], bool] = {}

    def is_joint(self, party: Party) -> bool:
        """Whether it is a body of several states or parties, by the noun that heads its name."""
        if party.type != "organization" or party.kind in ("observer", "media", "opponent", "armed_group"):
            return False
        actor = self.known.get(party.id)
        if actor is not None and (actor.leads or actor.id == self.codebook.subject):
            return True
        return self.has_head(party, "joint_head") and self.state(party.id) is None

    def fights_jointly(self, party: Party) -> bool:
        """Whether it is a body of several states, and none that only helps or watches (``بعثة الأمم المتحدة``)."""
        return self.is_joint(party) and not self.has_head(party, "helping_head")

    def has_head(self, party: Party, cls: str) -> bool:
        """Whether a name of its entity begins with a noun of the class."""
        if party.mention is None:
            return False
        key = party.mention.entity, cls
        if key not in self._heads:
            entity = self.names.entity(party.mention)
            self._heads[key] = any(cls in head(name).entries for name in (entity.name, *entity.mentions) if name)
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

    def is_feminine(self, party: Party) -> bool:
        """The gender that a verb or a pronoun takes with it."""
        if party.type == "country":
            return party.id not in _MASCULINE
        head = self.text.forms[party.first][party.skip :]
        if head.endswith(("ه", "ات")) or head in _FEMININE_NAMES or head in _FEMININE_BODIES:
            return True
        return not party.skip and self.text.forms[party.first - 1] in _FEMININE_BODIES  # فصائل كذا

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


@lru_cache(maxsize=NAMES)
def _nation(name: str) -> str | None:
    for word in name.split():
        hit = analyse(fold_word(word)).entries.get("nationality")
        if hit:
            return str(hit.value)
    return None
