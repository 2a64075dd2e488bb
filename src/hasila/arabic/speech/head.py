"""What can be credited, told by the head of a noun phrase: persons, offices, bodies, their papers, capitals, and names that no list knows.

An adverb, a pronoun, a verb, a masdar, a time, a direction or a thing is nobody's name: what begins with one credits nobody.
"""

from dataclasses import dataclass, field

from hasila.arabic.speech.adverb import NAMES, is_adverb, is_person
from hasila.arabic.speech.owner import OwnerReader
from hasila.arabic.speech.word import BY_ADJECTIVE
from hasila.text import Known, analyse

_QUANTITIES = frozenset(["vague_opener", "cardinal", "ample", "quantifier"])
_TIMES = frozenset(["unit_one", "unit_many", "unit_pair", "month", "weekday", "day_word"])
_THINGS = frozenset(["event_word", "event_masdar", "act_masdar", "common_noun", "direction", "elative", "bare_adjective", "adverbial"])
_SPEECHLESS = _TIMES | _THINGS
_TENSED = frozenset(["past", "present", "masdar"])
_JOINED_PRESENT = ("وت", "وي")
_ACCUSATIVE = ("اءه", "اءها", "اءهم", "اءهما")  # أبلغت حلفاءها: in the nominative this is حلفاؤها
_BODILY = frozenset(["النيابيه", "البرلمانيه", "الوزاريه", "الامميه", "الاتحاديه"])


@Known
def _bearing(form: str) -> str:
    """What a word of this form, which no list knows as who speaks, is: ``somebody``, ``nobody``, a ``quantity`` of others, or ``open``."""
    entries = analyse(form).entries
    if form in BY_ADJECTIVE or any(not entries[cls].clitics for cls in NAMES & entries.keys()):
        return "somebody"
    if is_person[form]:
        return "somebody"
    if not _QUANTITIES.isdisjoint(entries):
        return "quantity"
    tensed = any(hit.tag in _TENSED and (not hit.clitics or form.startswith(_JOINED_PRESENT)) for hit in entries.values())
    if "function" in entries or tensed or not _SPEECHLESS.isdisjoint(entries) or form.endswith(_ACCUSATIVE):
        return "nobody"
    return "open"


@dataclass(slots=True, eq=False)
class HeadReader(OwnerReader):
    """Asks of the phrases of one text whether they are somebody; ``_called`` are the words of the persons that it names."""

    _called: frozenset[str] | None = field(init=False, default=None)

    def creditable(self, first: int, last: int) -> bool:
        """Whether the phrase at the tokens [first, last), whose head no list knows as who speaks, can be credited."""
        text = self.text
        if first in self.quotations or (first + 1 in self.quotations and "function" not in text.words[first].entries):
            return True  # مشروع «فاتورة الحرب»
        form, mention = text.forms[first], self.named.get(first)
        bearing = _bearing[form]
        if bearing in ("quantity", "nobody") and form in self._persons():
            return True
        if bearing == "quantity":
            return first + 1 < last and (is_person[text.forms[first + 1]] or self._goes_on(first + 1, last))
        if mention is not None and self.names.type(mention) == "place":
            return bearing == "somebody" or last == mention.last
        if bearing == "nobody":
            return first + 1 < last and text.forms[first + 1] in _BODILY
        return bearing == "somebody" or not is_adverb(text, first)

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
