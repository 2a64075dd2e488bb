"""Circumstances: past when, where and how something was done, to who did it (``نشرته قبل يومين في 3 مارس 2015 المنظمة``)."""

from dataclasses import dataclass

from hasila.arabic.speech.adverb import is_adverb, may_be_adverb
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import NounReader
from hasila.arabic.speech.thing import is_adjective
from hasila.text import Known

_preposition, _adverbial = listed("preposition"), listed("adverbial")
_stepped = listed("time_recent", "time_step")
_LONGEST_CIRCUMSTANCE = 12


@Known
def _dated(form: str) -> bool:
    """Whether a number or a month may follow a word of this form (none past the text's end), so that both tell a date."""
    return form in ("عام", "سنه", "شهر", "مطلع", "منتصف", "اواخر", "نهايه", "بدايه")


@Known
def _this(form: str) -> bool:
    """Whether a word of this form (none past the text's end) is ``هذا`` or ``هذه``."""
    return form in ("هذا", "هذه")


@Known
def _tells_when(form: str) -> bool:
    """Whether a word of this form (none past the text's end) may begin when something was done, or is a comma."""
    return form == "،" or _adverbial[form] or _this[form] or _dated[form] or may_be_adverb[form]


@dataclass(slots=True, eq=False)
class CircumstanceReader(NounReader):
    """Steps over the circumstances of one text's clauses."""

    def past_adverbials(self, i: int, limit: int) -> int:
        """Past ``أمس الثلاثاء 19 يوليو`` and past an aside between commas."""
        text, forms, start = self.text, self.text.forms, i
        if not _tells_when[forms[i]]:
            return i
        if forms[i] == "،":
            close = next((j for j in range(i + 1, min(i + 9, limit)) if forms[j] == "،"), None)
            return self.past_adverbials(close + 1, limit) if close else limit
        adverbials = text.found("adverbial")
        while i < limit:
            adverbial = adverbials.get(i)
            if adverbial and self.opens_person(i):
                break  # صباح النعمان
            if adverbial and adverbial.hit.value == "free":
                i = adverbial.stop
            elif _this[forms[i]] and text.has(i + 1, "unit_one"):
                i += 2  # هذا الأسبوع
            elif may_be_adverb[forms[i]] and i not in self.named and is_adverb(text, i):
                i += 1
            elif i > start and (text.kinds[i] == "digits" or _stepped[forms[i]] or text.has(i, "month")):
                i = adverbial.stop if adverbial else i + 1
            elif _dated[forms[i]] and (text.kinds[i + 1] == "digits" or text.has(i + 1, "month")):
                i += 2  # عام 2015
            else:
                break
        if i == start or forms[i] != "،":
            return i
        return i + 1 if i + 1 < limit and self.plausible(i + 1) else self.past_adverbials(i, limit)  # أعلنت أمس، هيئة الأركان أن

    def past_circumstance(self, i: int, limit: int) -> int:
        """Past when, where and how it was told (``نشرته قبل يومين على موقعها المنظمة``) to the subject; ``i`` where none follows."""
        past = self.past_when_where(i, limit)
        return past if past < limit and self.plausible(past) else i

    def past_when_where(self, i: int, limit: int, till: str = "") -> int:
        """Past when, where and how something was done, up to a preposition ``till`` that tells by whom."""
        start, text = i, self.text
        while i < limit and i - start < _LONGEST_CIRCUMSTANCE and text.forms[i] != till:
            past = self.past_adverbials(i, limit)
            if past == i and (_preposition[text.forms[i]] or (_adverbial[text.forms[i]] and text.has(i, "adverbial"))):
                past = self._past_governed(i + 1, limit)
            elif past == i and text.forms[i].startswith(("بال", "لل")) and i not in self.named:
                past = i + 1
                while past < limit and text.forms[past].startswith("ال") and text.forms[past].endswith(("ين", "ات")):
                    past += 1  # للصحفيين المرافقين
            if past == i:
                break
            i = past
        return i

    def _past_governed(self, i: int, limit: int) -> int:
        """Past the noun that a preposition governs, with what belongs to it."""
        forms, mention = self.text.forms, self.named.get(i)
        if i >= limit or mention:
            return mention.last if mention else limit
        if self.text.kinds[i] == "digits":
            while i < limit and (self.text.kinds[i] == "digits" or self.text.has(i, "month")):
                i += 1
            return i  # في 3 مارس 2015
        bare = not (forms[i].startswith("ال") or forms[i].endswith(("ه", "ها", "هم")))
        i, described = i + 1, False
        while i < limit and i not in self.named and self.text.kinds[i] == "word":
            definite = forms[i].startswith("ال")
            if not (definite and ((bare and not described) or not self.plausible(i))) and not (bare and is_adjective(self.text, i)):
                break
            bare, described = bare and not definite, described or not definite
            i += 1
        return i
