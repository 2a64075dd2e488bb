"""Left: who is left of a foe's men is his strength, whatever was told before of those who fell or came to him.

``قتل تسعة من التنظيم، وقالت القائدة إن من بقي من مسلحيه لا يتجاوز 700``, ``لم يبق من التنظيم سوى 700 مقاتل``, ``يبقي عددهم عند 700``,
``خسر التنظيم نصف المدينة، ولا يزال يتحصن فيها 700 مقاتل``.
"""

from collections.abc import Sequence

from hasila.arabic.figure.bereft import CUTS, tells_loss
from hasila.arabic.figure.draft import Draft, kind_of
from hasila.arabic.figure.holder import IS_FOREIGNER
from hasila.arabic.figure.inset import unbroken
from hasila.arabic.figure.part import OF_THEM, is_human
from hasila.arabic.figure.side import Sides
from hasila.arabic.figure.subject import Subjects
from hasila.text import Text, Word, last_in, one_in

_BEHIND = 3  # tokens behind those counted to a word that tells that they fell
_ITS = ("ه", "ها")
_OF_IT = {f"{form}{pronoun}": pronoun for form in ("من", "ل", "لدي") for pronoun in _ITS}
_FOREIGN = "foreign_fighters"
_MEN_OF_FOE = frozenset(("enemy_killed", "enemy_strength", "enemy_recruits", _FOREIGN))


class Left:
    """Asked with the sides and subjects of one text."""

    def __init__(self, text: Text, sides: Sides, subjects: Subjects):
        """Find the words of being left."""
        self.text, self.sides, self.subjects = text, sides, subjects
        self.places, there = text.where(_tells_left), (text.where("stay_verb"), text.where("holdout_verb"))
        if any(there):
            self.places = sorted({*self.places, *there[0], *there[1]})

    def are_foes(self, draft: Draft, told: Sequence[Draft]) -> bool:
        """Whether a number counts who is left of a foe's men; ``told`` are the figures before it."""
        at = self._at(draft)
        if at is None or not self._live(draft, at) or any(map(IS_FOREIGNER.__getitem__, self.text.words[at : draft.end + 1])):
            return False
        sides = [side for i in range(draft.segment, draft.end) if (side := self.sides.at(i)) is not None]
        if sides:
            return sides[-1] == "foe"
        if draft.owner is not None:
            return self.sides.of(draft.owner) == "foe"
        return self._are_of_those_told(draft, at, told)

    def _live(self, draft: Draft, at: int) -> bool:
        """Whether people are counted; who holds out or is still there bears arms, is not told of as a foreigner, and nobody as dead."""
        if _tells_left(self.text.words[at]):
            return is_human(self.text, draft)
        near = self.text.words[at : min(draft.end + _BEHIND, draft.sentence[1])]
        return draft.indicator != _FOREIGN and kind_of(self.text, draft) == "fighter" and not any(map(tells_loss, near))

    def _at(self, draft: Draft) -> int | None:
        """The word of being left that tells of those counted: before them in their segment, no other verb and no owning up between."""
        at = last_in(self.places, draft.segment, draft.first)
        if (
            at is None
            or one_in(self.text.where("own_up"), at, draft.first)
            or any(CUTS[self.text.forms[i]] for i in unbroken(self.text, at + 1, draft.first))
        ):
            return None
        return at

    def _are_of_those_told(self, draft: Draft, at: int, told: Sequence[Draft]) -> bool:
        """Whether a pronoun between tells whose they are: ``المتبقين منهم`` of a foe's men told before, ``بقي له`` a foe."""
        for i in range(at, draft.first):
            form = self.text.forms[i]
            if form in OF_THEM:
                return bool(told) and told[-1].first >= draft.sentence[0] and told[-1].indicator in _MEN_OF_FOE
            pronoun = _OF_IT.get(form) or self._pronoun(i)
            if pronoun is not None:
                party = self.subjects.antecedent(i, pronoun)
                return party is not None and self.sides.of(party) == "foe"
        return False

    def _pronoun(self, i: int) -> str | None:
        """Whose the fighters are that stand at a token: ``مقاتليه``."""
        hit = self.text.words[i].entries.get("counted_noun")
        return hit.pronoun if hit is not None and hit.value == "fighter" and hit.pronoun in _ITS else None


def _tells_left(word: Word) -> bool:
    """Whether a word tells of being left; ``سابق`` is an adjective, for behind س no verb loses its last letter (سأبقي)."""
    return ("left_verb" in word.entries or "left_ones" in word.entries) and "title_adjective" not in word.entries
