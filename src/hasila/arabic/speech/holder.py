"""Holders: who holds an office, named behind it and what it is for (``المنسق الأميركي للتحالف الجنرال فلان``), be the name listed or not.

A name that no list knows is told by its place: bare words behind a definite noun are no adjectives of it.
"""

from dataclasses import dataclass

from hasila.arabic.name import Mention
from hasila.arabic.speech.bound import BoundReader
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.mark import CLOSERS
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.thing import is_adjective
from hasila.arabic.speech.word import ACTING, IN, may_name

_title = listed("title")
_LONGEST_OFFICE = 12
_AFFAIRS = ACTING | {"شوون"}  # وزير المالية وزير شؤون الاستثمار فلان
_RANKS = frozenset(
    ["كبير", "كبيره", "بارز", "بارزه", "رفيع", "رفيعه", "معارض", "معارضه", "مستقل", "مستقله", "مشارك", "متقاعد", "اخر", "اخري"]
)
_LEAST_NAME, _MOST_NAMES = 2, 4
_POSTED = frozenset(["الي", "لدي", "في", "علي"])
_HONOURS = frozenset(["شيخ", "الشيخ", "سيد", "السيد", "ملا", "حاج", "الحاج"])
_given_name = listed("given_name", "given_name_common")


@dataclass(slots=True, eq=False)
class HolderReader(BoundReader):
    """Reads who holds the offices that the phrases of one text tell."""

    def _holder(self, first: int, i: int, limit: int) -> Mention | None:
        """Who holds the office, named after what it is for and further titles (``المنسق الأميركي للتحالف الجنرال فلان``)."""
        start = i
        if self._of_field(first, i) and self.text.kinds[i + 1] == "word" and i + 1 not in self.named:
            i += 2  # سألنا الخبير في شؤون الطاقة فلان
        i = self._past_title(i - 1) if i > first + 1 else i  # متحدث باسمه الفريق أول فلان
        i = self._past_post(i, limit)
        for _ in range(_LONGEST_OFFICE):
            if i >= limit:
                return None
            mention = self.named.get(i)
            if mention and self.names.type(mention) == "person":
                return mention if mention.first == i and not mention.skip else None
            bound = (
                self.text.forms[i].startswith("ل")
                or (_title[self.text.forms[i]] and self.text.has(i, "title"))
                or self.text.forms[i - 1].startswith("ل")
            )
            bound = bound or (i > start and (self.text.forms[i].startswith("ال") or self.text.forms[i] in _AFFAIRS))
            if not (bound or self._at_body(i)) or self.text.kinds[i] != "word":
                return None
            i = mention.last if mention else self._past_title(i)
        return None

    def _past_title(self, i: int) -> int:
        """Past one word, or past the title of more (``الفريق أول``, ``الليفتنانت جنرال``) that begins with it."""
        title = self.text.find(i, "title") if _title[self.text.forms[i]] else None
        return title.stop if title else i + 1

    def _past_post(self, i: int, limit: int) -> int:
        """Past where an office is held, or with whom (``السفير الأميركي لدى العراق فلان``, ``المبعوث الخاص إلى التحالف فلان``)."""
        post = self.named.get(i + 1) if i + 1 < limit and self.text.forms[i] in _POSTED else None
        return post.last if post and post.first == i + 1 and not post.skip and self.names.type(post) != "person" else i

    def _unknown_holder(self, first: int, i: int, limit: int) -> tuple[int, int] | None:
        """``سألنا الباحث في شؤون الجماعات المسلحة فلان الفلاني``: a name that no list knows as a whole, its given name apart."""
        forms = self.text.forms
        if forms[i - 1] in CLOSERS:
            return self._behind_quotation(i, limit)
        if i + 2 >= limit or not self._of_field(first, i):
            return None
        at = i + 2
        while at < limit and forms[at].startswith("ال") and self.text.kinds[at] == "word" and at not in self.named:
            at += 1
        if at >= limit or not _given_name[forms[at]] or forms[at].startswith("ال"):
            return None
        stop = at + 1
        while stop < min(limit, at + _MOST_NAMES) and self.text.kinds[stop] == "word" and may_name(forms[stop]):
            stop += 1
        return (at, stop) if stop - at >= _LEAST_NAME else None

    def _behind_quotation(self, i: int, limit: int) -> tuple[int, int] | None:
        """``الناطقة باسم حملة «الفجر» فلانة الفلانية``: who holds an office, named behind a name in quotation marks."""
        forms = self.text.forms
        while i < limit and _title[forms[i]] and self.text.has(i, "title"):
            i = self._past_title(i)
        stop = i
        while stop < min(limit, i + _MOST_NAMES) and self.text.kinds[stop] == "word" and (may_name(forms[stop]) or self._joins(stop, i)):
            stop += 1
        bare = stop - i >= _LEAST_NAME and not forms[i].startswith(("ال", "و", "ب", "ل")) and not self._adjoins(i)
        return (i, stop) if bare else None

    def _joins(self, k: int, first: int) -> bool:
        """``جيهان شيخ أحمد``, ``ليلوى العبد الله``: whether what may be no name goes on with the one that begins at ``first``."""
        return k > first and (self.text.forms[k] in _HONOURS or "name_joint" in self.text.words[k].entries)

    def _bare_holder(self, first: int, last: int) -> int | None:
        """Where a name that no list knows begins at the end of a role (``الناطق باسم وزارة الصحة الليبية فلان الفلاني``).

        Behind a definite noun what stands without an article is no adjective of it.
        """
        forms, kinds = self.text.forms, self.text.kinds
        i = last - 1
        while i > first and kinds[i] == "word" and i not in self.named and may_name(forms[i]) and not forms[i].startswith(("ال", "بال")):
            i -= 1
        begin = i + 1
        if not _LEAST_NAME <= last - begin <= _MOST_NAMES or forms[begin].startswith(("و", "ب", "ل")) or begin <= first + 1:
            return None
        names = all(not self._adjoins(k) and "counted_noun" not in self.text.words[k].entries for k in range(begin, last))
        return begin if names and (forms[i].startswith("ال") or forms[i] in ACTING or i in self.named) else None

    def _unlisted_name(self, comma: int, end: int) -> int | None:
        """The end of two to four bare words between commas after a role, which name who holds it."""
        text = self.text
        if text.forms[comma] != "،":
            return None
        close = next((i for i in range(comma + 1, min(comma + 6, end)) if text.forms[i] == "،"), None)
        if close is None or not 2 <= close - comma - 1 <= 4:
            return None
        bare = all(text.kinds[i] == "word" and may_name(text.forms[i]) for i in range(comma + 1, close))
        return close if bare and not text.forms[comma + 1].startswith(("ال", "و", "ب", "ل")) else None

    def _adjoins(self, i: int) -> bool:
        return is_adjective(self.text, i) or self.text.forms[i] in _RANKS or self.text.has(i, "title_adjective")

    def _with_rest(self, first: int, person: Mention, stop: int) -> Speaker:
        """The person with the rest of his name, which no list knows, up to where the phrase ends (``جيمس إلدرين، إن``)."""
        text, named = self.text, self._named(first, person)
        alone = person.last - person.first == 1 and 0 < stop - person.last < _LEAST_NAME + 1 and text.forms[stop] != IN
        bare = alone and all(text.kinds[i] == "word" and self._may_be_last(i) for i in range(person.last, stop))
        return named._replace(last=stop) if bare and _given_name[text.forms[person.first]] else named

    def _may_be_last(self, i: int) -> bool:
        """Whether a word may be a last name: no list knows it but with clitics, and its ال is no article (``إلدر``)."""
        form, text = self.text.forms[i], self.text
        if form.startswith("ال") and text.stored[text.stored_starts[i]] != "إ":
            return False
        return may_name(form) and (form.startswith("ال") or not any(not hit.clitics for hit in text.words[i].entries.values()))
