"""Blows: the words for an attack, a raid or an explosion, and whether one of them means one blow or many.

``هجوم`` and ``انفجار`` mean one, ``غارات`` many, ``اعتداءات باريس`` one that a city has its name for, ``أعنف الغارات`` the worst of many;
``قصف`` means one where nothing tells whose it is (``قصف على الحي``, ``قصف لطائرات كذا``), else all of it (``قصف التحالف``).
"""

from collections.abc import Iterator, Set

from hasila.balance.cast import Cast
from hasila.records import Figure
from hasila.text import Text, Word, clause, one_in
from hasila.text.word import Hit

_EACH = frozenset(("كل", "اي", "عدد"))
_BOMBING, _TO = "قصف", "لل"  # قصف للتحالف
_NAMED = 5
_OF_FORCES = ("force_head", "strike_noun")


class Blows:
    """The blows of a text, at ``places``.

    >>> from hasila.text import prepare
    >>> blows = Blows(prepare("قتل 900 في غارات"), Cast(), frozenset())
    >>> blows.places, blows.are_many(1)
    ([3], True)
    """

    def __init__(self, text: Text, cast: Cast, counted: Set[int]) -> None:
        """``cast`` knows the text's names, ``counted`` are the tokens of its numbers and of what they count."""
        self.text, self._cast, self._counted = text, cast, counted
        self.places = text.where("incident")
        raids = [i for i in text.where(_bombards) if self._is_nobodys(i)]
        self.places = sorted((*self.places, *raids)) if raids else self.places

    def is_cause(self, at: int) -> bool:
        """Whether what is told before a blow was brought about by it: ``بلغم``, ``جراء انفجار``."""
        before = self.text.word(at - 1).entries
        return self._hit(at).clitics.endswith("ب") or "brought_by" in before or "dead_noun" in before

    def is_single(self, at: int, figure: Figure) -> bool:
        """Whether a word of blows means one: a singular that nobody counts, two at once (``تفجيران``), some that a city has its
        name for (``اعتداءات باريس``), or the worst of them (``أعنف الغارات``)."""
        hit = self._hit(at)
        if (at in self._counted and hit.tag != "dual") or self.text.forms[at - 1] in _EACH:
            return False
        if hit.tag == "plural":
            return self.text.has(at - 1, "worst") or self._is_city(at + 1)
        if hit.value in ("blow", "bombardment"):
            return True
        of_fighters = figure.indicator in ("enemy_killed", "own_losses")
        return not hit.article and (not of_fighters or not self.text.form(at + 1).startswith("ال") or self._is_city(at + 1))

    def is_the_one(self, at: int) -> bool:
        """Whether a blow with its article stands there: ``قتل في الغارة 12``, not ``هجمات 11 أيلول``."""
        return self._hit(at).article

    def is_named_one(self, at: int, first: int) -> bool:
        """Whether an assault that is told by its name is taken up again before a number: ``هجوم كذا الذي استشهد فيه سبعة``."""
        hit = self._hit(at)
        named = hit.value == "assault" and hit.tag != "plural" and not hit.article and self.text.form(at + 1) != "علي"
        return named and one_in(self.text.where("in_it"), max(at, first - 2), first)

    def are_many(self, first: int) -> bool:
        """Whether many blows stand in the clause of a number."""
        return self.many_in(*clause(self.text, first))

    def many_in(self, start: int, stop: int) -> bool:
        """Whether many blows stand in the tokens [start, stop)."""
        found = (i for i in self.places if start <= i < stop and self._hit(i).tag == "plural")
        return any("shell" not in self.text.words[i].entries for i in found)

    def one_in(self, start: int, stop: int) -> bool:
        """Whether a blow that stands alone is told in the tokens [start, stop)."""
        return any(self._hit(i).tag != "plural" and i not in self._counted for i in self.places if start <= i < stop)

    def others(self, start: int, stop: int) -> Iterator[str]:
        """The ids of the bodies that are named in the tokens [start, stop)."""
        return (seen.known.id for seen in self._cast.sightings(self.text, start, stop) if seen.known.type == "organization")

    def _is_city(self, i: int) -> bool:
        seen = self._cast.sightings(self.text, i, i + 1)
        return self.text.has(i, "capital") or any(one.known.type == "place" for one in seen)

    def _is_nobodys(self, i: int) -> bool:
        """Whether a word of bombing is told with neither an article nor whose it is."""
        hit, behind = self.text.words[i].entries["bombardment"], self.text.word(i + 1)
        forces = (found for cls in _OF_FORCES if (found := behind.entries.get(cls)) is not None)
        if hit.article or hit.pronoun or behind.form.startswith("ال") or any(not found.clitics for found in forces):
            return False
        if behind.form.startswith(_TO):
            return True
        return all(seen.first != i + 1 for seen in self._cast.sightings(self.text, i + 1, min(i + _NAMED, len(self.text))))

    def _hit(self, at: int) -> Hit:
        """What the lists say of the blow at a token."""
        found = self.text.find(at, "incident") or self.text.find(at, "bombardment")
        assert found is not None
        return found.hit


def _bombards(word: Word) -> bool:
    return "bombardment" in word.entries and word.form.endswith(_BOMBING)
