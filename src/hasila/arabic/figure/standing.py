"""Standing: what part a name plays where it stands in its clause.

Behind a preposition it says where, whence, with or against whom (``في كذا``, ``ضد مسلحي التنظيم``), behind a word of counting only who
counted (``بحسب كذا``).
"""

from functools import lru_cache

from hasila.arabic.figure.number_of import is_of_number
from hasila.arabic.figure.party import NAMES, Parties, Party
from hasila.arabic.figure.phrase import ends_of_phrases
from hasila.arabic.name import Mention, Names
from hasila.codebook import Codebook
from hasila.text import Known, Text, Word, analyse

_OBLIQUE = frozenset(
    ("في", "الي", "من", "داخل", "علي", "عبر", "قرب", "عن", "باتجاه", "نحو", "مع", "ضد", "بين", "لدي", "امام", "خارج", "حول", "بشان", "تجاه",
     "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "سوي", "باستثناء", "الا", "لدعم", "لمساعده",
     "بقياده", "بحضور", "برياسه", "مقر", "رغم", "بدعم")
)  # fmt: skip
_RELATIVES = ("الذي", "التي", "الذين")
_INSIDE = frozenset(("في", "وفي", "داخل", "وسط", "مدينه", "بمدينه", "العاصمه", "بالعاصمه", "شرق", "غرب", "شمال", "جنوب", "قرب"))
_REACH = 3
_CHAIN = 3  # nouns in the genitive one of the other: قتال مسلحي تنظيم
_BRACKETS = frozenset("(«\"“'")
_AGAINST = frozenset(("ضد", "علي"))


class Standing(Parties):
    """The parties of a text that also tell how each stands in its clause."""

    def __init__(self, text: Text, names: Names, codebook: Codebook):
        """Find once the words that say who counted."""
        super().__init__(text, names, codebook)
        self._oblique: dict[int, bool] = {}
        self._sources = {*text.where("source_word"), *text.where(_counts)}

    def is_inside(self, mention: Mention) -> bool:
        """Whether the name says where something is (``في كذا``, ``بكذا``)."""
        return self.text.forms[mention.first - 1] in _INSIDE or self.text.forms[mention.first].endswith("ب", 0, mention.skip)

    def is_oblique(self, party: Party) -> bool:
        """Whether a preposition governs the name: it then says where, whence, with or against whom.

        Before a relative clause that doesn't count: there it is what the clause is about.
        """
        known = self._oblique.get(party.first)
        if known is None:
            known = self._oblique[party.first] = self._is_governed(party)
        return known

    def _is_governed(self, party: Party) -> bool:
        if self.heads_relative(party):
            return False
        forms, first = self.text.forms, party.first
        before = forms[first - 1]
        if _PREPOSITION[before]:
            return True
        if not party.skip:
            return (
                _is_construct(before)
                and self._is_led(first - 1)
                and not (self._opens_clause(first - 1) or is_of_number(self.text, first - 1))
            )
        clitics = forms[first][: party.skip]
        if clitics.endswith(("ب", "ل", "ك")):
            return True
        joined = self.at(first - 1) if clitics.startswith("و") else None
        return joined is not None and joined.last == first and self.is_oblique(joined)

    def _is_led(self, i: int) -> bool:
        """Whether a preposition stands before a word or begins it."""
        hit = next(iter(self.text.words[i].entries.values()), None)
        return _PREPOSITION[self.text.forms[i - 1]] or (hit is not None and hit.clitics.endswith(("ب", "ل")))

    def _opens_clause(self, i: int) -> bool:
        """Whether a word ends what opens a clause (``في حين``, ``إلى أن``)."""
        if "complementizer" in self.text.words[i].entries:
            return True
        return self.text.forms[i] in ends_of_phrases("segment_opener") and self.text.has(i - 1, "segment_opener")

    def heads_relative(self, party: Party) -> bool:
        """Whether a relative clause follows the name."""
        forms = self.text.forms
        after = party.last + (forms[party.last] in ("،", "»", '"'))
        return forms[after] in _RELATIVES

    def is_fought(self, party: Party) -> bool:
        """Whether a foe is named as whom one fights: ``ضد مسلحي التنظيم``, ``قتال التنظيم``; what is told there is told of others."""
        if not self.is_foe(party):
            return False
        forms, i = self.text.forms, self._first_name(party)
        for j in range(i - 1, max(-1, i - 1 - _CHAIN), -1):
            if forms[j] in _AGAINST or "fighting_noun" in self.text.words[j].entries:
                return True
            if not _is_construct(forms[j]):
                return False
        return False

    def _first_name(self, party: Party) -> int:
        """Where the name begins that a foe's other name in brackets or quotes stands behind: ``تنظيم الدولة في العراق والشام (داعش)``."""
        i = party.first
        if self.text.forms[i - 1] not in _BRACKETS:
            return i
        first = self.at(i - 2)
        while first is not None and first.id != party.id and first.type == "country":  # في العراق والشام
            i = first.first
            first = self.at(i - (2 if self.text.forms[i - 1] == "في" else 1))
        return first.first if first is not None and first.id == party.id else party.first

    def is_source(self, party: Party) -> bool:
        """Whether the name only says who counted (``بحسب كذا``, ``أحصى كذا``)."""
        text, sources, first = self.text, self._sources, party.first
        if sources.isdisjoint(range(first - _REACH, first)):
            return False
        for j in range(first - 1, max(-1, first - 1 - _REACH), -1):
            if j in sources:  # حمل التقرير القوات: what has an article has no genitive
                source = text.words[j].entries.get("source_word")
                return not (j == first - 1 and source is not None and source.article)
            if "complementizer" in text.words[j].entries:  # ذكر التقرير أن القوات
                return False
            if text.kinds[j] == "mark" and text.forms[j] not in '«"':
                return False
        return False


def _counts(word: Word) -> bool:
    """Whether a word is a finite verb of counting."""
    hit = word.entries.get("count_verb")
    return hit is not None and hit.tag in ("past", "present")


@lru_cache(maxsize=NAMES)
def _is_construct(form: str) -> bool:
    """Whether a word is no verb and without article: the name behind it is then its genitive (``على معاقل التنظيم``)."""
    if not form or form.startswith("ال"):
        return False
    word = analyse(form)
    return word.kind == "word" and all(hit.tag not in ("past", "present") for hit in word.entries.values())


@Known
def _PREPOSITION(form: str) -> bool:
    """Whether a word governs the name behind it."""
    return form in _OBLIQUE or (form[:1] in ("و", "ف") and form[1:] in _OBLIQUE)
