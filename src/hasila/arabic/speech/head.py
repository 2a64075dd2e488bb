"""What can be credited, told by the head of a noun phrase: persons, offices, bodies, their papers, capitals, and names that no list knows.

An adverb, a pronoun, a verb, a masdar, a time, a direction or a thing is nobody's name: what begins with one credits nobody.
"""

from dataclasses import dataclass, field

from hasila.arabic.speech.adverb import is_adverb
from hasila.arabic.speech.bearing import bearing, is_person
from hasila.arabic.speech.owner import OwnerReader

_BODILY = frozenset(["النيابيه", "البرلمانيه", "الوزاريه", "الامميه", "الاتحاديه"])


@dataclass(slots=True, eq=False)
class HeadReader(OwnerReader):
    """Asks of the phrases of one text whether they are somebody; ``_called`` are the words of the persons that it names."""

    _called: frozenset[str] | None = field(init=False, default=None)

    def creditable(self, first: int, last: int) -> bool:
        """Whether the phrase at the tokens [first, last), whose head no list knows as who speaks, can be credited."""
        text = self.text
        if first in self.quotations or (first + 1 in self.quotations and "function" not in text.words[first].entries):
            return True  # مشروع «فاتورة الحرب»
        if self.is_one_of_them(first):
            return True
        form, mention = text.forms[first], self.named.get(first)
        bears = bearing[form]
        if bears in ("quantity", "nobody") and form in self._persons():
            return True
        if bears == "quantity":
            return first + 1 < last and (is_person[text.forms[first + 1]] or self._goes_on(first + 1, last))
        if mention is not None and self.names.type(mention) == "place":
            return bears == "somebody" or last == mention.last
        if bears == "nobody":
            return first + 1 < last and text.forms[first + 1] in _BODILY
        return bears == "somebody" or not is_adverb(text, first)

    def _goes_on(self, i: int, last: int) -> bool:
        """Whether a quantity's noun is somebody: ``عدة``, ``كثير من``."""
        i += self.text.forms[i] == "من"
        return i < last and (i in self.named or is_person[self.text.forms[i]])

    def _persons(self) -> frozenset[str]:
        """The words of the persons that the text names, by one of which they are called again."""
        if self._called is None:
            persons = (m for m in self.names.mentions if self.names.type(m) == "person")
            self._called = frozenset(self.text.forms[i] for m in persons for i in range(m.first, m.last))
        return self._called
