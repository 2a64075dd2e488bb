"""Where the subject of a verb of saying ends, because its object or who is told begins."""

from dataclasses import dataclass

from hasila.arabic.name import Mention
from hasila.arabic.speech.noun import LONGEST_NAME
from hasila.arabic.speech.preposed import PreposedReader
from hasila.arabic.speech.thing import is_adjective
from hasila.text import Known, analyse

LEAST_ADDRESSED = 5
# whom one calls on or blames, where a definite noun stands before them
PARTIES = frozenset(["الاطراف", "الطرفين", "الجانبين", "الدول", "الناس", "الشعب", "الجميع", "الفصايل", "السلطات", "السكان", "الاهالي"])
_CALLED = frozenset(["باسم", "اسم", "ب", "ل", "من", "في", "اسمه", "يدعي", "يلقب", "لقبه"])
_OBJECTS = frozenset(["act_masdar", "undertaking", "effort_noun", "standing_noun", "work_noun"])
_SOUND = ("ون", "ين")
_FEMININE = ("ه", "ات")
_NON = "غير"


@dataclass(slots=True, eq=False)
class ObjectReader(PreposedReader):
    """Finds the objects behind the subjects of one text's verbs of saying."""

    def _before_object(self, first: int, limit: int) -> int:
        """Where the second of two definite parties begins: whom the first blames or calls on."""
        definite = named = False
        behind = self._behind_indefinite(first, limit)
        if behind is not None:
            return behind
        for i in range(first, limit):
            entries, form = self.text.words[i].entries, self.text.forms[i]
            mention = self.named.get(i)
            party = any(cls in entries and not entries[cls].clitics for cls in ("source_noun", "body_noun"))
            people = form.startswith("ال") and form.endswith("ين") and len(form) > 6 and not self.text.forms[i - 1].endswith("ين")
            if mention is None and definite and form in PARTIES:
                return i
            if mention is None and definite and party and (self._is_rank(i) or self.text.forms[i - 1] == "باسم"):
                continue  # وصف المتحدث باسم الجيش العقيد فلان
            if mention is None and ((definite and (party or people)) or (named and party and form.startswith("ال"))):
                return i
            if mention and definite and self._is_object(mention, i):
                return i
            work = mention is None and not form.startswith("ال") and not _OBJECTS.isdisjoint(entries)
            if work and self.text.forms[i - 1].startswith("ال") and i > first and not any(hit.clitics for hit in entries.values()):
                return i  # وصف التقرير جهود الحكومة بأنها
            if mention is None and i > first + 1 and self._opens_construct(i):
                return i  # وصف الوزير تقارير الصحف بأنها
            definite = definite or form.startswith("ال")
            named = named or (mention is not None and mention.last == i + 1 and i > first)
        return limit

    def _opens_construct(self, i: int) -> bool:
        """``الخارجية تقارير الصحف``: whether a plural without the article, behind a definite word, has a definite one behind it."""
        form, before = self.text.forms[i], self.named.get(i - 1)
        closed = self.text.forms[i - 1].startswith("ال") or (before is not None and before.last == i)
        hits = self.text.words[i].entries.values()
        plural = form.endswith("ات") or "account_noun" in self.text.words[i].entries
        return closed and plural and self.text.forms[i + 1].startswith("ال") and not any(hit.clitics or hit.article for hit in hits)

    def _before_outlet_set_off(self, first: int, limit: int) -> int | None:
        """``أبلغ خبير (كذا تربيون) أن``, ``أبلغت مصادر محلية "كذا نت" أن``: where the name of who is told begins.

        It stands in brackets or quotation marks between somebody unnamed and what he says.
        """
        forms, entries = self.text.forms, self.text.words[first].entries
        if forms[first].startswith("ال") or first in self.named or not ("source_noun" in entries or "hearsay" in entries):
            return None
        closed = forms[limit - 1] == ")"
        near = range(limit - 2, max(first, limit - LONGEST_NAME - 2), -1)
        at = next((i for i in near if self.quotations.get(i) == limit - 1 or (closed and forms[i] == "(")), None)
        if at is None or self._belongs_before(at):
            return None
        return at

    def _belongs_before(self, opening: int) -> bool:
        """``مسؤول في حزب "كذا"``, ``ناشط (فلان)``: whether the name set off is of a body whose kind stands before it, or a person's."""
        before, inside = self.text.words[opening - 1], self.text.words[opening + 1].entries
        body = before.entries.get("body_noun")
        return (body is not None and not body.article) or "given_name" in inside or before.form in _CALLED

    def _behind_indefinite(self, first: int, limit: int) -> int | None:
        """Where the object begins behind a subject that can have no genitive, for its ن or an adjective without article ends it:
        ``اتهم ناشطون الجيش``, ``تتهم منظمات حقوقية الجيش``.
        """
        forms, i = self.text.forms, first + 1
        if self.named.get(first) is not None or forms[first].startswith("ال") or self.text.kinds[first] != "word":
            return None
        while i < limit and (forms[i] == _NON or (self.named.get(i) is None and forms[i][:2] != "ال" and is_adjective(self.text, i))):
            if are_told[forms[i]] and i > first + 1:
                break
            if forms[i].endswith("ه") and not (forms[first].endswith(_FEMININE) or "plural_body" in self.text.words[first].entries):
                return None  # وزير خارجية كذا
            i += 1 + (forms[i] == _NON)  # غير حكومية
        if i >= limit or not (i > first + 1 or forms[first].endswith(_SOUND)):
            return None
        mention = self.named.get(i)
        if mention is not None:
            return i if mention.first == i and not mention.skip else None
        if are_told[forms[i]]:
            return i
        entries = self.text.words[i].entries
        is_body = any(cls in entries and not entries[cls].clitics for cls in ("source_noun", "body_noun"))
        return i if is_body or forms[i].startswith("ال") else None

    def _is_rank(self, i: int) -> bool:
        """Whether a rank stands before the name of the one who holds it."""
        title, holder = self.text.words[i].entries.get("title"), self.named.get(i + 1)
        return title is not None and title.value == "rank" and holder is not None and self.names.type(holder) == "person"

    def _is_object(self, mention: Mention, i: int) -> bool:
        """``أبلغ المبعوث مجلس الأمن``: whether a body or country named after a definite noun is whom the verb is said to."""
        body = self.names.type(mention) in ("country", "organization", "place") and mention.first == i and not mention.skip
        addressed = self.text.forms[i].startswith(("لل", "بال")) or self.text.has(i - 1, "preposition")
        return body and not addressed and self.text.forms[i - 1].startswith("ال")


@Known
def are_told(form: str) -> bool:
    """``صحفيين``: whether a word of this form (none past the text's end) is indefinite people in the accusative, whom somebody tells."""
    role = analyse(form).entries.get("source_noun") if form.endswith("ين") and len(form) > LEAST_ADDRESSED else None
    return role is not None and not (role.article or role.clitics)
