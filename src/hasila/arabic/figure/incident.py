"""Incidents: what one blow or one day took is a part of what an undertaking adds up to.

``قتل 12 شخصا في تفجير``, ``المجزرة التي أودت بحياة 50``, ``دمرت الطائرات أمس 4 عربات``. A total is told over a stretch (``منذ``), of many
blows (``في غارات``), or with a verb of amount (``بلغ عدد القتلى``).
"""

from collections.abc import Sequence

from hasila.arabic.figure.asof import Timed
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.govern import FINITE, RELATIVES
from hasila.arabic.figure.reach import last_in, one_in
from hasila.codebook import Codebook
from hasila.text import Text, Word

_BEFORE, _BEHIND, _ONE, _VERB = 24, 8, 12, 9
_BEFALLEN = frozenset(("person", "target", "strike", "sortie"))
_DAY = 10  # characters of a date that tells the day
_EACH = frozenset(("كل", "اي", "عدد"))


def settle_incidents(text: Text, drafts: Sequence[Draft], governors: Timed, codebook: Codebook) -> None:
    """Call parts the numbers of one incident, where an undertaking against somebody adds them up."""
    blows, verbs = text.where(_is_blow), text.where(_befalls)
    if codebook.enemy is None or not (blows or verbs):
        return
    kinds = _befalling(codebook)
    incidents = _Incidents(text, drafts, governors, blows, verbs)
    found: list[Draft] = []
    for draft in drafts:
        if draft.role != "total" or draft.unit is not None or draft.indicator not in kinds:
            continue
        if (found and _goes_on(found[-1], draft)) or incidents.tell(draft):
            draft.role = "part"
            found.append(draft)


def _goes_on(before: Draft, draft: Draft) -> bool:
    """Whether a number without a noun of its own is another telling of an incident's: ``والعدد تجاوز 200``."""
    bare = draft.counted is None or draft.like is not None
    return bare and draft.indicator == before.indicator and draft.sentence == before.sentence


def _befalling(codebook: Codebook) -> frozenset[str]:
    """The indicators that add up what befell people and things, or tell what somebody's blows did."""
    adding = (i for i in codebook.indicators if i.accumulates or (i.about == "doer" and i.better == "lower"))
    return frozenset(i.id for i in adding if i.unit in _BEFALLEN)


class _Incidents:
    """The blows and verbs of a text, ready to be asked whether a number is of one of them."""

    def __init__(self, text: Text, drafts: Sequence[Draft], governors: Timed, blows: Sequence[int], verbs: Sequence[int]) -> None:
        self.text, self.governors, self.blows, self.verbs = text, governors, blows, verbs
        self.nouns = frozenset(draft.noun for draft in drafts if draft.like is None)
        self.firsts = [draft.first for draft in drafts]

    def tell(self, draft: Draft) -> bool:
        """Whether a number is told of one blow, of one of many, or of one day."""
        if self.blows and (self._is_led(draft) or self._is_brought(draft)):
            return True
        return self._is_of_one(draft) or self._is_of_day(draft)

    def _is_led(self, draft: Draft) -> bool:
        """Whether one blow before it is what the number is told of: in its segment, or in a relative clause of that blow."""
        text, first = self.text, draft.first
        at = last_in(self.blows, max(draft.sentence[0], first - _BEFORE), first - 1)
        if at is None or not self._is_single(at, draft) or self._parted(at + 1, first):
            return False
        if not RELATIVES.isdisjoint(text.forms[at + 1 : first]):
            turn = self.governors.segments.verb_after(at, first)
            return turn == first or _befalls(text.words[turn])
        if at < draft.segment or self._adds_up(draft, at):
            return False
        return not one_in(text.where(_is_when), max(draft.segment, at - 1), at)

    def _is_brought(self, draft: Draft) -> bool:
        """Whether one blow behind it brought the number about: ``في هجوم``, ``بلغم``, ``جراء انفجار``."""
        text = self.text
        for start, end in self.governors.zones(draft):
            at = next((i for i in self.blows if start <= i < min(end, start + _BEHIND)), None)
            if at is not None:
                hit = text.words[at].entries["incident"]
                causes = hit.clitics.endswith("ب") or text.has(at - 1, "brought_by")
                return causes and self._is_single(at, draft) and not self._parted(draft.end, at) and not self._adds_up(draft, at)
        return False

    def _is_of_one(self, draft: Draft) -> bool:
        """``شن 80 غارة، كان آخرها قرب السد حيث دمرت 4 عربات``: of one of the many told before."""
        at = last_in(self.text.where(_is_of_many), max(draft.sentence[0], draft.first - _ONE), draft.first)
        return at is not None and not self._parted(at, draft.first)

    def _is_of_day(self, draft: Draft) -> bool:
        """Whether a verb of hitting before it has the day on which it was, and nobody tells of that day's account."""
        text, first = self.text, draft.first
        verb = last_in(self.verbs, max(draft.segment, first - _VERB), first)
        if verb is None or self._adds_up(draft, first) or any(map(_amounts, text.words[draft.segment : first])):
            return False
        days = (i for i, t in self.governors.dates_in(draft.segment, draft.clause[1]) if _is_day(t.value or ""))
        return any(not self._parted(min(i, draft.end), max(i, first)) for i in days)

    def _is_single(self, at: int, draft: Draft) -> bool:
        """Whether a word of blows means one: a singular that nobody counts, or some that a city has its name for (``اعتداءات باريس``)."""
        text, hit = self.text, self.text.words[at].entries["incident"]
        if at in self.nouns or text.forms[at - 1] in _EACH or at - 1 in self.firsts:
            return False
        if hit.tag == "plural":
            mention = self.governors.names.at(at + 1)
            return mention is not None and mention.first == at + 1 and self.governors.names.type(mention) == "place"
        return hit.value == "blow" or not (hit.article or draft.indicator in ("enemy_killed", "own_losses"))

    def _parted(self, first: int, last: int) -> bool:
        return one_in(self.firsts, first, last)

    def _adds_up(self, draft: Draft, at: int) -> bool:
        """Whether a word in its clause says that the number was added up."""
        words = self.text.where(_sums)
        start, stop = min(draft.segment, at), max(draft.clause[1], at)
        return any(not self._is_of_blow(i) for i in words if start <= i < stop)

    def _is_of_blow(self, i: int) -> bool:
        return i + 1 in self.blows


def _is_day(value: str) -> bool:
    return len(value) >= _DAY and "/" not in value and "X" not in value and "W" not in value


def _is_blow(word: Word) -> bool:
    return "incident" in word.entries


def _befalls(word: Word) -> bool:
    hit = word.entries.get("befall_verb")
    return hit is not None and hit.tag in FINITE


def _amounts(word: Word) -> bool:
    """Whether a word is a verb of amount, or of telling what others did."""
    if "befall_verb" in word.entries:
        return False
    hit = word.entries.get("speech_verb")
    return "total_verb" in word.entries or (hit is not None and hit.tag in FINITE)


def _sums(word: Word) -> bool:
    return "added_up" in word.entries


def _is_of_many(word: Word) -> bool:
    return "one_of_many" in word.entries


def _is_when(word: Word) -> bool:
    return "before_or_after" in word.entries
