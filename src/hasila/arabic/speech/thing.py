"""Where the noun phrase of who speaks is over, because a thing, an object or a deed begins."""

from dataclasses import dataclass

from hasila.arabic.speech.lead import LeadReader
from hasila.arabic.speech.listed import listed
from hasila.text import Text

_preposition = listed("preposition")
_NISBA = ("يه", "ي", "ين", "ون")
_FIELD = frozenset(["في", "لدي", "عن"])
_UNNAMED = frozenset(["hearsay", "account_noun"])
_LONGEST_RELATIVE = 8
_NOUNS = frozenset(["account_noun", "event_word", "event_masdar", "counted_noun", "sized_noun", "place_noun"])
_OBJECTS = _NOUNS | {"body_noun", "act_masdar", "common_noun"}
_CHARGED_WITH = {"over": "علي", "about": "عن", "of": "من"}
_published = listed("published_verb")
_measured = listed("mishap", "count_head")
_tells = listed("source_noun", "hearsay", "account_noun")
_charged = listed("in_charge")


@dataclass(slots=True, eq=False)
class ThingReader(LeadReader):
    """Asks the words of one text whether they are things that are done, owned or charged."""

    def _goes_public(self, first: int, i: int, stop: int) -> bool:
        """``ورقة وزعت على الصحفيين،``: what tells which paper it is, up to the comma, belongs to it."""
        text = self.text
        head = text.words[first].entries.get("account_noun")
        if head is None or head.article or not first < i <= first + 2 or not _published[text.forms[i]]:
            return False
        return text.has(i, "published_verb") and text.forms[stop] == "،" and stop - i < _LONGEST_RELATIVE

    def _is_owned(self, i: int) -> bool:
        """``تقدير لوكالة``: an indefinite paper whose owner, and no paper spoken to, stands behind ل."""
        hit = self.text.words[i].entries.get("account_noun") if self.text.forms[i + 1].startswith("ل") else None
        return hit is not None and not hit.article and not hit.pronoun

    def _of_field(self, first: int, i: int) -> bool:
        """``الخبير في شؤون الطاقة فلان``: what a role is concerned with, and no place, goes on to the name."""
        if not first < i <= first + 2 or self.text.forms[i] not in _FIELD or not self.text.has(first, "source_noun"):
            return False
        mention = self.named.get(i + 1)
        if self.text.forms[i] == "عن":
            return mention is None  # النائبة عن المعارضة
        return mention is None or self.names.type(mention) == "organization"

    def _of_charge(self, first: int, i: int) -> bool:
        """``الضابط المشرف على الملف``: what one is in charge of belongs to a role that is nothing without it."""
        if i - 1 < first or not _charged[self.text.forms[i - 1]]:
            return False
        hit = self.text.words[i - 1].entries.get("in_charge")
        form = self.text.forms[i]
        return hit is not None and (form.startswith("ب") if hit.value == "by" else form == _CHARGED_WITH.get(hit.value))

    def _at_body(self, i: int) -> bool:
        """``بوزارة الطاقة والتعدين``: whether a word tells at which body an office is held."""
        text, form = self.text, self.text.forms[i]
        body = text.words[i].entries.get("body_noun")
        if body and body.clitics == "ب":
            return True
        held = range(max(0, i - 4), i)
        return form.startswith(("ال", "وال", "لل")) and any(
            (hit := text.words[k].entries.get("body_noun")) is not None and hit.clitics == "ب" for k in held
        )

    def _begins_masdar(self, first: int, i: int) -> bool:
        """After people or accounts without a name what is no adjective is the object (``يؤكد شهود عيان انتشال الجثث``); so is what
        befell somebody or is measured, right behind them (``أكد ضابط مقتل 30``, ``يقدر ناشطون عدد القتلى``).
        """
        text = self.text
        if i - first == 1 and _measured[text.forms[i]] and _tells[text.forms[first]] and not text.forms[first].startswith("ال"):
            return True
        unnamed = text.forms[first].endswith("ون") or "hearsay" in text.words[first].entries
        plain = text.forms[i] != "عيان" and not text.forms[i].endswith((*_NISBA, "ات", "ا"))
        if plain and not text.forms[first].startswith("ال") and self.named.get(first) is None and is_adjective(text, i - 1):
            return i - first > 1 and "title_adjective" not in text.words[i].entries  # وثقت لجان محلية مقتل ثلاثة
        return unnamed and plain and not text.has(i - 1, "preposition") and self.named.get(i - 1) is None and i - first > 1

    def _begins_object(self, first: int, i: int) -> bool:
        """A masculine word after a feminine head (``اللجنة الحصار``), or a noun after a title (``الوزير الخطة``), is no adjective."""
        text = self.text
        named = self.named.get(first)
        if named and named.last == i and self.names.type(named) == "place":
            return True  # دعت واشنطن الطرفين
        unnamed = text.forms[first].endswith("ون") or not _UNNAMED.isdisjoint(text.words[first].entries)
        if unnamed and not text.forms[first].startswith("ال") and is_adjective(text, i - 1):
            return i - first > 1  # قدرت مصادر محلية الخسائر
        closed = i - first > 2 and (i - 1 in self.named or (text.forms[i - 1].startswith("ال") and is_adjective(text, i - 1)))
        if closed and not is_adjective(text, i) and not _OBJECTS.isdisjoint(text.words[i].entries) and self._is_thing(i):
            return True  # انتقد مدير المستشفى الوطني الحكومة
        titled = "source_noun" in text.words[first].entries and text.forms[first].startswith("ال")
        if titled and i == first + 2 and text.forms[i - 1].startswith("ال") and is_adjective(text, i - 1):
            return not is_adjective(text, i) and not text.has(i, "title_adjective")  # رفض المتحدث الرسمي التعليق
        if titled and i == first + 1:
            return not text.forms[i].endswith(("ي", "يه", "ين", "ون")) and not text.has(i, "title_adjective")
        if (
            i == first + 1
            and text.forms[first].startswith("ال")
            and (not is_adjective(text, i) or "place_noun" in text.words[i].entries)
            and not _NOUNS.isdisjoint(text.words[i].entries)
        ):
            return True  # صحح الجيش الرقم
        feminine = text.forms[first].endswith("ه") and text.forms[i - 1].endswith("ه")
        if feminine and i - 1 > first and not text.forms[i - 1].startswith("ال") and not is_adjective(text, i - 1):
            return False  # لجنة حماية الأموال
        return feminine and not text.forms[i].endswith(("ه", "ا", "ي", "ات"))

    def _is_thing(self, i: int) -> bool:
        """Whether a noun is no title or office of the name that may follow it."""
        entries = self.text.words[i].entries
        return "title" not in entries and "source_noun" not in entries and "title_adjective" not in entries


def is_adjective(text: Text, i: int) -> bool:
    """Whether a word has the ending of a relative adjective or a sound plural, and is no preposition."""
    return text.forms[i].endswith(_NISBA) and not _preposition[text.forms[i]]
