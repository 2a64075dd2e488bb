"""There: a place that a noun with the article means again (``في المدينة``, ``داخل البلدة``), and both of two (``في البلدين``)."""

from bisect import bisect_left

from hasila.arabic.figure.water import is_water
from hasila.arabic.figure.zone import DIRECTIONS, MAY_BE_VERB
from hasila.arabic.name import Mention, Names, last_together
from hasila.text import Hit, Text, Word

_REACH = 200  # tokens in which the place was told
_SEAT = 5  # tokens from whom a place tells the seat of to its name
_THE = "ال"
_POCKETS = frozenset(("جيب", "جيوب", "معقل", "معاقل", "جيبهم"))
_COMING, _SHELTERS = "قادم", frozenset(("مخيم", "مخيمات", "معسكر", "مستشفي", "مشفي", "سجن", "مركز"))
_OF_ROWS = frozenset(("dual_place_head", "plural_place_head"))
_SEATED = ("title", "body_head", "talk", "occasion", "medium_head")


class There:
    """The places that the nouns of a text mean again: ``nouns`` are their tokens, ``governed`` those that a word of place governs."""

    def __init__(self, text: Text, names: Names):
        """Nothing is looked for where no such noun stands."""
        self.text, self.names = text, names
        self.nouns = [i for i in text.where(_means_again) if names.at(i) is None]
        self.governed = [i for i in self.nouns if self._is_where(i)] if self.nouns else []
        self._meant: dict[int, str | None] = {}

    def behind(self, first: int, last: int) -> int | None:
        """The first governed one in the tokens [first, last)."""
        n = bisect_left(self.governed, first)
        return self.governed[n] if n < len(self.governed) and self.governed[n] < last else None

    def place(self, i: int) -> str | None:
        """The place that the noun at token ``i`` means, as it stands where it was told last; None where it was not."""
        if i not in self._meant:
            self._meant[i] = self.text.exact(i, i + 1, self._skip(i)) if self._both(i) else self._told(i)
        return self._meant[i]

    def _both(self, i: int) -> bool:
        return "both_places" in self.text.words[i].entries

    def _skip(self, i: int) -> int:
        hit = self.text.words[i].entries["both_places"]
        return len(hit.clitics)

    def _is_where(self, i: int) -> bool:
        """Whether a word of place governs the noun, and no word behind tells another one by it (``المدينة القديمة``)."""
        text = self.text
        hit = text.words[i].entries.get("named_before") or text.words[i].entries["both_places"]
        behind = text.forms[i + 1]
        is_governed = hit.clitics.endswith("ب") or (not hit.clitics and "named_in" in text.words[i - 1].entries)
        return is_governed and not behind.startswith("ال")

    def _told(self, i: int) -> str | None:
        """The last place named before that the noun can mean: no capital and nobody's seat, if there is another."""
        spare, noun = None, self.text.words[i].entries["named_before"]
        if noun.value == "pocket":
            return self._pocket(i)
        for mention in reversed(self.names.within(max(0, i - _REACH), i)):
            if self.names.type(mention) != "place":
                spare = spare or (self._town_of(mention) if noun.value == "town" else None)
                continue
            first = self._opening(mention, noun, self.text.forms[i][len(noun.clitics) + len(_THE) :])
            if first is None or is_water(self.text, mention) or self._is_seat(mention):
                continue
            if noun.value == "area":
                named = self._row(mention)
            else:
                named = self.text.exact(first, mention.last, mention.skip if first == mention.first else 0)
            if "capital" not in self.text.words[mention.last - 1].entries and not self._is_way(mention):
                return named
            spare = spare or named
        return spare

    def _pocket(self, i: int) -> str | None:
        """The places that a pocket was told of by before token ``i``: ``جيب كذا``, ``آخر معاقلهم في كذا``; none where it wasn't."""
        text = self.text
        for at in range(i - 1, max(0, i - _REACH) - 1, -1):
            if text.forms[at].removeprefix(_THE) in _POCKETS:
                named = self.names.within(at + 1, min(at + _SEAT, text.sentence(at)[1]))
                place = next((m for m in named if self.names.type(m) == "place" and not is_water(text, m)), None)
                if place is not None:
                    last = last_together(text, self.names, place)
                    return text.exact(place.first, last.last, place.skip)
        return None

    def _row(self, mention: Mention) -> str:
        """The places joined by و of which this one is the last: all of them are the area (``هجين والشعفة والسوسة``)."""
        head = self._first_of_row(mention)
        return self.text.exact(head.first, mention.last, head.skip)

    def _first_of_row(self, mention: Mention) -> Mention:
        """The first of the places joined by و of which this one is the last."""
        head = mention
        while self.text.forms[head.first].startswith("و") and head.skip and head.first:
            before = self.names.at(head.first - 1)
            if before is None or self.names.type(before) != "place":
                break
            head = before
        return head

    def _is_in_row_of_parts(self, mention: Mention) -> bool:
        """Whether the noun of two or many places before a row says that they are no towns: ``حيي كذا وكذا``."""
        before = self.text.word(self._first_of_row(mention).first - 1).entries
        return not _OF_ROWS.isdisjoint(before) and "towns_head" not in before

    def _town_of(self, body: Mention) -> str | None:
        """The town that a body is called by: ``مجلس كذا``."""
        words, towns = self.text.words, range(body.first + 1, body.last)
        town = next((i for i in towns if "city" in words[i].entries and "capital" not in words[i].entries), None)
        return self.text.exact(town, town + 1) if town is not None and self.names.type(body) == "organization" else None

    def _opening(self, mention: Mention, noun: Hit, form: str) -> int | None:
        """Where the name begins that the noun can mean: a town's where it stands in that of a spot of it (``ملعب كذا``)."""
        text, first = self.text, mention.first
        head = next((j for j in (first, first - 1) if "place_head" in text.words[j].entries), None)
        is_town = noun.value == "town"
        if is_town and text.forms[first] in DIRECTIONS:  # مدينة كذا شمالي البلاد: no town is called by where it lies
            return None
        if is_town and head is None and self._is_in_row_of_parts(mention):
            return None
        if head is None or noun.value == "area":
            return first if noun.value != "spot" else None
        if text.forms[head].endswith(form) or (is_town and "town_head" in text.words[head].entries):
            return first
        inner = head + 1
        is_in = is_town and "free_place_head" in text.words[head].entries and "city" in text.words[inner].entries
        return inner if is_in and inner == mention.last - 1 else None

    def _is_way(self, mention: Mention) -> bool:
        """Whether somebody only comes from a place, or is taken to a camp: ``دخل الجيش كذا قادما من كذا``, ``نقلوا إلى مخيم كذا``."""
        forms, first = self.text.forms, mention.first
        if forms[first - 1] == "من":
            return _COMING in forms[first - 2]
        return forms[first - 1] == "الي" and forms[first] in _SHELTERS

    def _is_seat(self, mention: Mention) -> bool:
        """Whether a place only tells where somebody speaks, sits or wrote from: ``المتحدث في كذا``, ``مركز بكذا``, a dateline."""
        text, first = self.text, mention.first
        if first in text.lines and text.kinds[mention.last] == "mark":
            return True
        if not mention.skip and text.forms[first - 1].startswith(_THE):  # زار الوزير كذا
            return False
        for j in range(first - 1, max(-1, first - 1 - _SEAT), -1):
            entries = text.words[j].entries
            if "armed_force" not in entries and any(cls in entries for cls in _SEATED):
                return True
            if text.kinds[j] == "mark" or "place_event" in entries or MAY_BE_VERB[text.words[j]]:
                return False
        return False


def _means_again(word: Word) -> bool:
    both = word.entries.get("both_places")
    return "named_before" in word.entries or (both is not None and both.article)
