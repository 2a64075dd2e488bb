"""How far a noun phrase that tells who speaks grows: until it is definite and an indefinite word follows (``وزير الطاقة``
in ``أعلن وزير الطاقة خطة``).

Marks, relatives and whatever else is never part of one end it before that.
"""

from dataclasses import dataclass
from itertools import compress

from hasila.arabic.name import Mention
from hasila.arabic.speech.frame import is_by
from hasila.arabic.speech.holder import HolderReader
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import LONGEST_NAME
from hasila.arabic.speech.thing import is_adjective
from hasila.arabic.speech.word import (
    ABOUT,
    ACTING,
    HEADED,
    IN,
    ISSUED,
    NOTICE,
    PHRASE_ENDS,
    PHRASE_MARKS,
    is_accusative_role,
    is_paper_told,
    is_verb,
    may_end_phrase,
)
from hasila.text import Known, analyse

_occasion, _informant = listed("occasion"), listed("informant", "hearsay")
# stress, and objects, which are no part of who speaks
_NO_PART = frozenset(["انفسهم", "انفسهن", "انفسهما", "ذلك", "هذا", "هذه", "تلك"])
# whom one tells it: قال الوزير لمجموعة من الصحفيين
_TOLD_TO = frozenset(["لمجموعه", "لعدد", "لوفد", "لحشد", "لجمع", "لصحفيين", "لصحافيين", "لمراسلين", "لمراسل", "لمراسلي"])
_ONE_OF = frozenset(["احد", "احدي", "عدد", "بعض"])
_OWNED = ("ها", "هم", "هما")  # the pronouns that no noun ends in, as ه for ة does
_FIELDS = frozenset(["الشان", "الشوون", "شوون"])  # what an expert knows about (في الشأن الروسي)
_OVER = "علي"
_cardinal, _preposition = listed("cardinal"), listed("preposition")
_ADJECTIVES = 2
_LONGEST_INFORMER = 4  # tokens: مسؤول أمني تونسي كبير
_LONGEST_CHARGE = 4  # tokens: على ملف شؤون النازحين


@Known
def _their_paper(form: str) -> bool:
    """Whether a word of this form (none past the text's end) is a paper of somebody's: تقريرهم; none is mine (مركز بحثي)."""
    hit = analyse(form).entries.get("own_paper") if form else None
    return hit is not None and hit.pronoun not in ("", "ي")


def _informs(form: str) -> bool:
    """``دبلوماسي أوروبي لـ"الحياة"``: whether a word of this form is somebody unnamed, who tells an outlet."""
    return _informant[form] and not form.startswith("ال")


@Known
def _ends(form: str) -> tuple[str, ...]:
    """The classes of what ends a phrase that a word of this form (none past the text's end) may begin."""
    return tuple(cls for cls in analyse(form).classes if cls in PHRASE_ENDS) if form else ()


@Known
def _may_be_named(form: str) -> bool:
    """Whether a word of this form (none past the text's end) may be a name that no list knows, for it is known as nothing else."""
    if form.removeprefix("ل") in _ONE_OF or form.startswith("ال") or form == "" or is_accusative_role[form]:
        return False
    return HEADED.isdisjoint(analyse(form).entries)


@Known
def _is_bound(form: str) -> bool:
    """Whether a word of this form may tell where a phrase ends, or what it is: a mark, a number, with ال or a preposition."""
    if form in _NO_PART or form in _TOLD_TO or _their_paper[form] or _preposition[form] or form.startswith(("ب", "ال", "لل", "وال")):
        return True
    return analyse(form).kind in ("mark", "digits")


@dataclass(slots=True, eq=False)
class ChunkReader(HolderReader):
    """Tells how far the noun phrases of one text grow."""

    def _chunk(self, first: int, stop: int, *, whole: bool) -> tuple[int, Mention | None]:
        """(end of the noun phrase, the person it runs into): it grows until it is definite and an indefinite word follows."""
        text, forms, i, definite = self.text, self.text.forms, first, False
        public = not whole and "account_noun" in text.words[first].entries
        while i < stop:
            mention, form = self.named.get(i), forms[i]
            if mention and mention.first == i and (mention.skip == 0 or i == first):
                if self.names.type(mention) == "person":
                    return mention.last, mention
                if not (definite or whole) and self._is_described(first, i):
                    break
                bounded = definite and not whole and forms[i - 1].startswith("ال") and i - 1 not in self.named
                if bounded and (self.names.type(mention) == "place" or is_adjective(text, i - 1)):
                    break  # زار مدير المستشفى الوطني مدينة
                i, definite = mention.last, True
                continue
            if mention and mention.first == i and (self._is_joined_body(first, mention) or self._is_of_body(first, i)):
                i, definite = mention.last, True
                continue
            bound = mention is not None or _is_bound[form]
            if form == "ال" and first < i < stop - 1 and text.kinds[i + 1] == "digits":
                i, definite = i + 2, True  # أعضاء التحالف الـ83
                if whole:
                    continue
                break
            quoted = self._quoted_person(i) if bound and i in self.quotations else None
            if quoted is not None:
                return quoted.last, quoted
            if bound and i in self.quotations:
                if self.quotations[i] >= stop or self.quotations[i] - i > LONGEST_NAME or "occasion" in text.words[first].entries:
                    break
                if definite and not whole and i - 1 in self.named and "source_noun" in text.words[first].entries:
                    break  # أدان أطباء السودان «الجريمة البشعة»
                i, definite = self.quotations[i] + 1, True
                continue
            if bound and self._parts(first, i, definite=definite):
                break
            if bound and form.startswith("باسم"):
                definite = False
            elif form in ACTING:
                definite = True
            elif bound and self._is_governed(i, mention):
                charged = self._of_charge(first, i)
                belongs = charged or self._of_field(first, i)
                if charged and definite and not whole:
                    i = self._past_charge(i, stop)
                    continue
                if (definite or i == first or (form == _OVER and not belongs)) and not (whole and belongs):
                    break
            elif bound and form.startswith(("ال", "لل", "وال")):
                if not whole and (definite or i - first > 1) and self._begins_object(first, i):
                    break
                definite = True
            elif not whole and self._is_past_role(first, i):
                break
            elif public and self._goes_public(first, i, stop):
                return stop, None
            elif not whole and (definite or (i > first and self._is_past_noun(first, i))):
                break
            elif i > first and form.endswith(_OWNED):
                definite = True  # وزير خارجيتها
            i += 1
        return i, None

    def _is_past_noun(self, first: int, i: int) -> bool:
        """Whether a verb or masdar stands at a token, and no noun that only looks like one (``أحد قادتها``)."""
        verbal = is_verb(self.text.forms[i]) or self._begins_masdar(first, i)
        return verbal and not (i == first + 1 and self.is_one_of_them(first))

    def _quoted_person(self, opening: int) -> Mention | None:
        """``المتحدث باسم الجيش «فلان الفلاني»``: the person whose name alone stands between quotation marks."""
        mention = self.named.get(opening + 1)
        person = mention is not None and mention.first == opening + 1 and self.names.type(mention) == "person"
        return mention if mention is not None and person and mention.last == self.quotations[opening] else None

    def _is_joined_body(self, first: int, mention: Mention) -> bool:
        """``بحسب مصدر عسكري ووزارة الدفاع``: whether و joins a body, with all of its name, to who is unnamed."""
        role = self.text.words[first].entries.get("source_noun") or self.text.words[first].entries.get("hearsay")
        unnamed = role is not None and not role.article and not role.pronoun
        joined = self.text.forms[mention.first][: mention.skip] == "و"
        return unnamed and joined and self.names.type(mention) == "organization"

    def _is_of_body(self, first: int, i: int) -> bool:
        """``الأمين العام لوزارة الدفاع``, ``القيادة العامة لشرطة كذا``: whether ل tells which body a definite office or part is of,
        and not the outlet that is told."""
        words, head = self.text.words, self.text.words[first].entries
        role = head.get("source_noun") or (head.get("body_noun") if i > first + 1 else None)
        body = words[i].entries.get("body_noun")
        if role is None or not role.article or body is None or body.clitics != "ل" or body.article or is_paper_told(words[i]):
            return False
        return all(map(self._adjoins, range(first + 1, i)))

    def _is_described(self, first: int, i: int) -> bool:
        """``تتهم منظمات غير حكومية التحالف``: whether an adjective that a plural without the article agrees with stands before a name."""
        forms = self.text.forms
        if i - first > 1 and forms[i - 2] == "غير":
            return True
        return i - first > 1 and forms[first].endswith("ات") and forms[i - 1].endswith("يه") and not forms[i - 1].startswith("ال")

    def _past_charge(self, i: int, stop: int) -> int:
        """``قدر الفريق المعني بملف النازحين عدد القتلى``: past what one is in charge of, up to its first definite word."""
        near = range(i, min(stop, i + _LONGEST_CHARGE))
        return next((k + 1 for k in near if self.text.forms[k].startswith(("ال", "بال"))), i + 1)

    def _is_past_role(self, first: int, i: int) -> bool:
        """``عارض مسؤول عسكري كبير تقديرات الوزارة``: behind an unnamed role and its adjectives a noun is the object."""
        forms, role = self.text.forms, self.text.words[first].entries.get("source_noun")
        if i - first < _ADJECTIVES or role is None or role.article or role.pronoun or forms[i - 1] == "عام" or i in self.named:
            return False
        return all(map(self._adjoins, range(first + 1, i))) and not self._adjoins(i) and self.text.kinds[i] == "word"

    def _parts(self, first: int, i: int, *, definite: bool) -> bool:
        """Whether a token is no part of the noun phrase before it: a mark, a number, stress, an object."""
        form, kind = self.text.forms[i], self.text.kinds[i]
        return (
            kind == "mark"
            or (definite and kind == "digits")
            or (i > first and (form in _NO_PART or form in _TOLD_TO or _their_paper[form]))
        )

    def _is_governed(self, i: int, mention: Mention | None) -> bool:
        """Whether a token is a preposition, or begins with ب."""
        form = self.text.forms[i]
        return _preposition[form] or ((mention is not None or form[0] == "ب") and is_by(self.text, self.named, i))

    def _hard_stop(self, first: int, limit: int) -> int:
        """Where the phrase ends at the latest; what ends others is no end within a name."""
        named, start = self.named, max(first + 1, min(self.quotations.get(first, 0), limit))
        for i in compress(range(start, limit), map(may_end_phrase.__getitem__, self.text.forms[start:limit])):
            if self._ends_phrase(i) and (i not in named or named[i].first == i):
                return i
        return limit

    def _ends_phrase(self, i: int) -> bool:
        text, form = self.text, self.text.forms[i]
        if (
            form == IN
            and ((_occasion[text.forms[i + 1]] and text.has(i + 1, "occasion")) or _their_paper[text.forms[i + 1]])
            and text.forms[i + 1] not in _FIELDS
        ):
            return True
        if form == "ل" and i + 1 in self.quotations and any(map(_informs, text.forms[max(i - _LONGEST_INFORMER, 0) : i])):
            return True
        return (
            form in PHRASE_MARKS
            or form in NOTICE
            or form in ISSUED
            or (form in ABOUT and (text.kinds[i + 1] == "digits" or _cardinal[text.forms[i + 1]]))
            or any(text.has(i, cls) for cls in _ends[form])
            or is_paper_told(text.words[i])
        )

    def _before_apposition(self, first: int, stop: int) -> int:
        """Where a role follows an unlisted name (``فلان الفلاني مبعوث …``); names in it are not who speaks."""
        words, form = self.text.words, self.text.forms[first]
        if first in self.named or not _may_be_named[form] or first in self.quotations:
            return stop
        if _cardinal[form] and self.text.has(first, "cardinal"):
            return stop
        for i in range(first + 1, min(first + 5, stop)):
            role = words[i].entries.get("source_noun")
            if role and not role.article and not role.clitics:
                return i
        return stop
