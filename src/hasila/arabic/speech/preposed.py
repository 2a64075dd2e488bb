"""Subjects before their verb of saying (``الوزارة، مستندة إلى سجلاتها، تقدر أن``): where their clause opens, and who stands there.

A verb before its subject is the rule in Arabic; what stands before a verb is told by the clause's conjunctions and marks.
"""

from dataclasses import dataclass
from itertools import compress

from hasila.arabic.speech.adverb import is_adverb, may_be_adverb
from hasila.arabic.speech.cue import Cue, feminine
from hasila.arabic.speech.draft import conjoined
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.lookalike import on_its_side
from hasila.arabic.speech.noun import Speaker, is_feminine
from hasila.arabic.speech.office import OfficeReader
from hasila.arabic.speech.put import is_numbered
from hasila.arabic.speech.relative import WHO_IS
from hasila.arabic.speech.word import HEADS, IN, OF_IT, WHAT, is_verb
from hasila.text import FINITE, Found, Known, Text, analyse

_connector, _adverbial, _relative = listed("connector"), listed("adverbial"), listed("relative")
PRONOUNS = {"وهو": "ه", "وهي": "ها", "وهم": "هم", "فهو": "ه", "فهي": "ها", "فهم": "هم"}
_DOTS = frozenset(["..", "...", "…"])  # between the halves of a headline
_OPENING = _DOTS | {"،", ":"}  # marks behind which a clause may open
_going_on, _clausal = listed("going_on"), listed("adversative", "contrast", "complementizer")
_FAR = 60  # tokens looked back: a bound, so that text without any sentence stays linear
_TENSE = frozenset(["قد", "فقد", "كان", "كانت", "كانوا"])  # between a subject and its verb: المرصد كان قدر
_BEFORE_VERB = _TENSE | {"،", "لا", "لم", "فلا", "فلم"}
_JOINING = frozenset("وف")
_cardinal, _governs = listed("cardinal"), listed("preposition")
_STILL, _NOT = frozenset(["يزال", "تزال", "يزالون", "زال", "زالت", "زالوا"]), frozenset(["لا", "ما", "لم", "ولا", "وما"])
_AND_NOT = frozenset(["فلم", "فلا", "فقد"])
_THERE = frozenset(waw + form for waw in ("", "و", "ف") for form in ("هناك", "هنالك", "ثمه"))
_IT_IS, _BY_IT = frozenset(["وهو", "هو", "وهذا", "وذلك"]), frozenset(["به", "فيه", "عليه", "منه", "معه", "له"])
_HEARD = frozenset(["account_noun", "hearsay"])
_LEAST_NOUN, _LONGEST = 3, 25
_LONGEST_DESCRIBED, _LONGEST_WHAT, _UNNAMED = 7, 7, frozenset(["role", "hearsay"])


@Known
def _may_part(form: str) -> bool:
    """Whether a clause may open behind a word of this form (none past the text's end)."""
    return form in _DOTS or form == "ما" or _clausal[form]


def past_disputed(text: Text, what: int, end: int) -> int | None:
    """Past the verb of disputing and its pronoun in ``وهو ما ينفيه``, ``وهو ما اعترض عليه``, to who does; None where none stands there."""
    hit = text.words[what + 1].entries.get("stance_verb") if what + 2 < end else None
    if hit is None or hit.tag not in FINITE or text.forms[what - 1] not in _IT_IS:
        return None
    return what + 2 if hit.pronoun else what + 3 if text.forms[what + 2] in _BY_IT else None


@dataclass(slots=True, eq=False)
class PreposedReader(OfficeReader):
    """Reads the subjects before the verbs of saying of one text."""

    def before(self, cue: Cue, left: int, *, told: bool) -> Speaker | None:
        """The subject between ``left`` and the verb, None where nothing there can be one."""
        end, left = cue.first, left if left > cue.first - _FAR else cue.first - _FAR
        if self.text.forms[end - 1] in _STILL and self.text.forms[end - 2] in _NOT:
            end -= 2  # الوزارة التي لا تزال تتحدث عن
        if on_its_side[self.text.forms[end - 1]]:
            end -= 1 if self.text.forms[end - 1].startswith("ب") else 2  # المرصد من جهته رصد
        connected = _connector[self.text.forms[end - 1]] and self.text.has(end - 1, "connector")
        if cue.skip or (connected and self.text.forms[end - 1] not in _TENSE):
            return None
        if _relative[self.text.forms[end - 1]] or (self.text.forms[end - 1] == "من" and self.text.forms[end - 2] in WHO_IS):
            return None if self._tells_of_many(end - 1, cue) or self._tells_of_another(end - 1, cue) else self.taken_up(end - 1)
        if self.text.forms[end - 1] in PRONOUNS:
            return None  # وهو يقول
        if self.text.forms[end - 1] == "ان":
            return self._before_that(end - 1, left)
        while end > left and self._goes_with_verb(end - 1):
            end -= 1
        for first in self._openings(left, end):
            if end - first > _LONGEST or first >= end:
                continue
            if (self.opens_no_phrase(first) and self.named.get(first) is None) or _relative[self.text.forms[first]]:
                continue
            if self.plausible(first) or self.is_accusative(first) or (told and self._alone(first, end)):
                mention, joined = self.named.get(first), self._is_conjoined(first)
                skip = mention.skip if mention and mention.first == first else int(joined)
                found = self.phrase(first, end, whole=True, skip=skip)
                if found is None:
                    continue
                if self.text.forms[cue.first - 1] == "،" and self._is_clause(found):
                    continue
                if is_numbered(self.text, cue, first):
                    return None
                if found.kind == "account" and self._is_no_subject(found, cue):
                    continue  # أعلن المرصد حصيلة مغايرة، فقد وثق
                if found.kind == "place" and not feminine(self.text, cue):
                    return None  # بغداد - أعلن: where it is told
                maker = self._maker(first, first + 1, end) if found.kind == "account" else None
                made = self.phrase(maker[0], end, whole=False, skip=maker[1]) if maker else None
                if made:
                    return made._replace(start=first, account=True)
                return found._replace(start=first)
        return self._told_of_by_what(left, end)

    def _tells_of_another(self, relative: int, cue: Cue) -> bool:
        """``الرجل الذي تقول زوجته إنه بريء``: whether a verb of the other gender tells that somebody else says so of whom الذي takes up."""
        pronoun = self.text.forms[relative]
        return pronoun.endswith("الذي" if feminine(self.text, cue) else "التي")

    def _goes_with_verb(self, i: int) -> bool:
        """Whether a word right before a verb tells its tense, when or how."""
        form = self.text.forms[i]
        adverbial = _adverbial[form] and self.text.has(i, "adverbial")
        return form in _BEFORE_VERB or adverbial or (may_be_adverb[form] and self._is_manner(i))

    def _told_of_by_what(self, left: int, end: int) -> Speaker | None:
        """``يقل عما صرح به مسؤول أمريكي تحدث عن``: the indefinite subject of what ما takes up, whom the verb goes on to describe."""
        text, forms = self.text, self.text.forms
        for first in range(max(left, end - _LONGEST_DESCRIBED), end):
            head = text.words[first].entries.get("source_noun") or text.words[first].entries.get("hearsay")
            if head is None or head.article or head.clitics or head.pronoun or first in self.named:
                continue
            what = any(forms[i] in WHAT for i in range(max(left, first - _LONGEST_WHAT), first - 1))
            found = self.phrase(first, end, whole=True) if what else None
            return found if found is not None and found.last == end and found.kind in _UNNAMED else None
        return None

    def _tells_of_many(self, relative: int, cue: Cue) -> bool:
        """``المدنيين الذين أقر بقتلهم``: whether الذين takes up those of whom a verb in the singular tells, its subject another."""
        return self.text.forms[relative].endswith("الذين") and not self.text.forms[cue.first].endswith(("وا", "ون"))

    def _is_no_subject(self, found: Speaker, cue: Cue) -> bool:
        """Whether an indefinite paper in ة stands before a verb in the masculine, which has another subject."""
        return is_feminine(self.text, found) and not (self.text.forms[found.first].startswith("ال") or feminine(self.text, cue))

    def _is_clause(self, found: Speaker) -> bool:
        """``فيما قال الوزير إن 90 مدنيا قتلوا، أكد أن``: whether a number and its verb stand there, a clause of its own."""
        first, text = found.first, self.text
        counted = text.kinds[first] == "digits" or _cardinal[text.forms[first]]
        return counted and any(is_verb(text.forms[i]) for i in range(first + 1, found.last) if i not in self.named)

    def _is_manner(self, i: int) -> bool:
        """Whether a word before a verb is an adverb, and no adjective of who stands in the accusative (``لكن مصدرا عربيا قال``)."""
        return i not in self.named and is_adverb(self.text, i) and not self.text.forms[i - 1].endswith("ا")

    def _before_that(self, that: int, left: int) -> Speaker | None:
        """``سبق للمدير أن صرح``: who has done so before."""
        forms = self.text.forms
        at = next((i for i in range(that - 2, max(left, that - _LONGEST) - 1, -1) if forms[i].removeprefix("و") == "سبق"), None)
        if at is None or not forms[at + 1].startswith("ل"):
            return None
        mention = self.named.get(at + 1)
        lam = 2 if forms[at + 1].startswith("لل") else 1
        return self.phrase(at + 1, that, whole=True, skip=mention.skip if mention else lam)

    def _is_conjoined(self, i: int) -> bool:
        """Whether ف or و stands before a definite subject, or و joins one to what stands before it."""
        form = self.text.forms[i]
        return form.startswith("فال") or (form.startswith("وال") and conjoined(self.text, i)) or self._joined(i)

    def _joined(self, i: int) -> bool:
        """Whether و or ف joins a listed role, body or paper (``والنقابة``, ``فقائمة الحضور``) to what stands before it."""
        form = self.text.forms[i]
        if form[:1] not in _JOINING:
            return False
        return any(hit.clitics == form[0] for cls, hit in self.text.words[i].entries.items() if cls in HEADS)

    def _alone(self, first: int, end: int) -> bool:
        """Whether what stands before the verb can only be its subject: one word, or definite ones with no better one behind a pause."""
        text = self.text
        if end - first == 1:
            return text.kinds[first] == "word"
        pause = next((i for i in range(end - 1, first, -1) if text.forms[i] in _OPENING), None)
        return text.forms[first].startswith("ال") and (pause is None or not self.plausible(pause + 1))

    def _openings(self, left: int, end: int) -> list[int]:
        """Where a clause may open before the verb: after its conjunctions, then after each comma."""
        text = self.text
        for i in compress(range(left, end), map(_may_part.__getitem__, text.forms[left:end])):
            if text.forms[i] == "ما":  # وهو ما ينفيه ضابط قال إن
                left = past_disputed(text, i, end) or left
                continue
            opener = text.find(i, "adversative") or text.find(i, "contrast") or text.find(i, "complementizer")
            stops = opener and opener.hit.clitics != "ك"  # كان is no كأن
            left = opener.stop if opener and stops else i + 1 if text.forms[i] in _DOTS else left
        left = next((i + 1 for i in range(end - 1, left, -1) if text.forms[i] == "،" and self._is_joined_by_fa(i + 1)), left)
        near = (i for i in (end - 1, end - 2) if i > left and self._is_heard(i))
        starts = [left, *(i + 1 for i in range(left, end) if text.forms[i] in _OPENING), *near]
        found = []
        for first in starts:
            while first < end and self._is_no_word(first):
                first += 1
            opener = self._opener(first)
            while opener and opener.stop < end:
                first = opener.stop
                opener = self._opener(first)
            found.append(first)
        return found

    def _is_joined_by_fa(self, i: int) -> bool:
        """``الحصيلة موضع خلاف، فعضو المجلس يتحدث عن 90``: whether ف and who speaks open a clause of their own."""
        if not self.text.forms[i].startswith("ف"):
            return False
        mention, entries = self.named.get(i), self.text.words[i].entries
        if mention is not None:
            return mention.first == i and mention.skip == 1
        return any(cls in entries and entries[cls].clitics == "ف" for cls in HEADS)

    def _is_heard(self, i: int) -> bool:
        """Whether an unnamed source or a paper stands at a token, and not what somebody has of one (``نسخة منه``)."""
        heard = self.named.get(i) is None and not _HEARD.isdisjoint(self.text.words[i].entries)
        before, definite = self.text.forms[i - 1], self.text.forms[i].startswith("ال")
        governed = before == IN or (definite and _governs[before])  # وفي التصريح نفسه، قال; اتفقوا على بيان يكرر
        return heard and self.text.forms[i + 1] not in OF_IT and not governed

    def _is_no_word(self, i: int) -> bool:
        """A mark that opens no quotation, a number before one (``17:40 - المنظمة``), or ``هناك`` before a subject."""
        kinds = self.text.kinds
        if self.text.forms[i] in _THERE:
            return True
        return (kinds[i] == "mark" and i not in self.quotations) or (kinds[i] == "digits" and kinds[i + 1] == "mark")

    def _opener(self, i: int) -> Found | None:
        """A conjunction, or a verb that stands before the subject of another (``ما زالت الوزارة تقر``)."""
        return self.text.find(i, "connector") or (self.text.find(i, "going_on") if _going_on[self.text.forms[i]] else None)

    def leads(self, i: int) -> bool:
        """Whether a speaker opens the clause at a token, be it behind a conjunction (``لكن المرصد``, ``غير أن مسؤولا``)."""
        opener = self.text.find(i, "adversative") or self._opener(i)
        first = opener.stop if opener is not None else i
        return first < len(self.text.words) and (self.plausible(first) or (first > i and self.is_accusative(first)))

    def is_accusative(self, i: int) -> bool:
        """``لكن مصدرا``: an indefinite noun of who speaks, in the accusative that أن and its sisters govern."""
        form = self.text.forms[i]
        if not form.endswith("ا") or not self.text.forms[i - 1].endswith("ن"):
            return False
        entries = analyse(form[:-1]).entries if len(form) > _LEAST_NOUN else {}
        return any(cls in entries and not entries[cls].clitics and not entries[cls].article for cls in HEADS)

    def _suffers(self, i: int) -> bool:
        """``أما القتلى فقدر عددهم``: whether those spoken of have died or are lost, and no longer speak."""
        hit = self.text.words[i].entries.get("counted_noun")
        return hit is not None and hit.value == "victim" and "source_noun" not in self.text.words[i].entries

    def topic(self, cue: Cue, begin: int) -> Speaker | None:
        """Whom ``أما`` puts before a verb with ف (``أما المعارضة فترى أن``)."""
        at = cue.first - (self.text.forms[cue.first - 1] in _AND_NOT)
        if not self.text.forms[at].startswith("ف") or (at == cue.first and not cue.skip):
            return None
        for i in range(at - 2, max(begin - 1, cue.first - _LONGEST), -1):
            if self.text.forms[i] in ("اما", "واما"):
                mute = self._suffers(i + 1) or is_numbered(self.text, cue, i + 1)
                return None if mute else self.phrase(i + 1, at, whole=True)
        return None
