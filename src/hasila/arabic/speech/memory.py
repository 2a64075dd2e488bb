"""Who spoke last: the speakers told so far, to whom verbs without a subject go back."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import takewhile

from hasila.arabic.speech.antecedent import agrees, is_finite
from hasila.arabic.speech.cue import Cue, feminine
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.taker import TakerReader
from hasila.arabic.speech.word import WAS
from hasila.text import Text, find_lines

_complementizer, _against = listed("complementizer"), listed("adversative", "contrast")
_appears = listed("appearing_verb")
_stance, _claims = listed("stance_verb"), listed("claimed_noun", "account_noun", "rebuttal")
_adverbial, _taken, _adding = listed("adverbial"), listed("taken_noun"), listed("adding_verb")
_relative, _preposition = listed("relative"), listed("preposition")
_WHAT, _NEAR_TOLD = frozenset(["ما", "مما"]), 3
_TENSED = frozenset(["قد", "فقد", "وقد", "لقد", "ولقد", "لا", "ولا", "فلا", "لم", "ولم", "فلم", "لن", "ولن"])
_NOT = frozenset(["لا", "لم", "لن", "ما", "قد", "ليس", "ليست"])
_OF_IT = frozenset(["منه", "منها", "فيه", "فيها", "عليه", "عليها", "به", "بها", "معه", "معها", "معهم", "الراي"])
_ON, _THAT = frozenset(["في", "فى", "علي"]), frozenset(["ذلك", "هذا", "الراي", "الامر"])
_BY_IT = frozenset(["به", "بها"])
_ASKING = frozenset("؟?")
_FAR = 40  # tokens looked back for the verb that a participle goes with
_NEAR_VERB = 15  # tokens from a sentence's head to its first verb
_TOPICS = frozenset(["person", "role", "organization", "country", "body"])
_DOERS = frozenset(["person", "role", "organization", "country"])
_NAMED = frozenset(["person", "organization", "country"])
_UNNAMED, _VERBAL = frozenset(["role", "body"]), frozenset(["past", "present", "participle"])
_RECENT = 6  # speakers remembered


def _pronoun(text: Text, cue: Cue) -> str:
    """The pronoun that a verb's subject would have."""
    return "ها" if feminine(text, cue) else "هم" if text.forms[cue.first].endswith(("وا", "ون")) else "ه"


@dataclass(slots=True, eq=False)
class Memory(TakerReader):
    """What one text has credited so far; ``last`` is the speaker that a verb without one goes back to."""

    last: Speaker | None = None

    def outer(self, draft: Draft, begin: int) -> bool:
        """Whether a later verb may go back to its speaker: not to a person's whom a person tells of (``قال الوزير إن الحزب أكد``)."""
        denied = self.drafts[-1] if self.drafts and draft.speaker.kind == "account" else None
        if denied is not None and denied.type == "deny" and denied.cue.first >= begin:
            return False  # نفت صحة تقرير أفاد بأن
        if self._cites(draft, begin):
            return False
        if not self.inner(draft):
            return True
        teller = next((d.speaker for d in reversed(self.drafts) if d.cue.first >= begin), None)
        if teller is not None and draft.speaker.kind == "account" and not teller.account and teller.kind != "account":
            return False  # قالت الهيئة إن التقديرات تشير إلى …. وأوضحت
        return teller is None or not teller.personal or teller.account

    def _cites(self, draft: Draft, begin: int) -> bool:
        """Whether what a paper says is told of within what somebody says of it: ``نفت الوزارة صحة تقرير نشره المركز وجاء فيه أن``."""
        quoted = draft.speaker.account and draft.speaker.start < 0
        return quoted and any(begin <= other.cue.first < draft.cue.first for other in self.drafts[-_RECENT:])

    def inner(self, draft: Draft) -> bool:
        if draft.cue.form == "noun":
            return True
        return _complementizer[self.text.forms[draft.first - 1]] and self.text.has(draft.first - 1, "complementizer")

    def noticed(self, draft: Draft, begin: int) -> bool:
        """Whether a person tells what unnamed bodies or people have noticed (``قال الوزير إن الأجهزة رصدت``), which is his word."""
        if draft.type != "report" or draft.speaker.kind not in _UNNAMED or draft.speaker.account or not self.inner(draft):
            return False
        teller = next((d for d in reversed(self.drafts) if d.cue.first >= begin), None)
        return teller is not None and teller.cue.form in _VERBAL and teller.speaker.personal

    def was(self, cue: Cue) -> bool:
        """``وكانت المنظمة قدرت``: the subject stands between the two verbs."""
        return not WAS.isdisjoint(self.text.forms[max(0, cue.first - 9) : max(0, cue.first - 1)])

    def subject_or_last(self, cue: Cue) -> Speaker | None:
        """The subject of the sentence's first verb (``واستعرض الوزير …، وقال``), else the last speaker who agrees with the verb."""
        begin = self.text.sentence(cue.first)[0]
        asked = self._asked(begin) if begin and self.text.forms[begin - 1] in _ASKING and cue.first == begin else None
        if asked:
            return asked
        came = self._comer(begin, cue.first) if self.text.forms[cue.first].startswith("ل") and cue.skip else None
        if came:
            return came
        described = self.described(begin, cue)
        if described:
            return described
        left = max(begin, self.drafts[-1].content) if self.drafts else begin
        other = (self._set_against(left, cue.first) if self.drafts else None) or self.taker_up(left, cue.first)
        if other:
            return other
        disputer = self.disputer(begin, cue, _pronoun(self.text, cue)) if _stance[self.text.forms[begin]] and cue.skip else None
        if disputer:
            return disputer
        begin += begin < cue.first - 2 and self.text.forms[begin] in _TENSED
        if cue.first - begin > 2 and not (self.drafts and self.drafts[-1].cue.first >= begin) and self.text.kinds[begin] == "word":
            found = self.speakers.subject(begin + 1, cue.first) or self._topic(begin, cue.first)
            alike = found is not None and feminine(self.text, cue) == self.is_feminine(found)
            if found and found.kind != "account" and (found.kind in ("person", "role") or self.last is None or alike):
                return found
            doer = self._doer_of_it(begin, cue.first)
            if doer:
                return doer
        near = self.drafts[-1] if self.drafts else None
        if (
            near is not None
            and "account" in near.cue.frames
            and near.cue.form == "credit"
            and begin <= near.cue.first < cue.first
            and cue.skip
        ):
            return near.speaker._replace(start=-1)  # ورد في وثيقة للوزارة، ويتحدث عن
        told = [draft.speaker for draft in self.drafts[: -_RECENT - 1 : -1]]
        fitting = next((s for s in told if not s.personal and self.is_feminine(s)), None) if self.clash(cue) else None
        return fitting or self._last_doer(begin, cue) or self.last

    def _last_doer(self, begin: int, cue: Cue) -> Speaker | None:
        """``وشنت القوات ألف غارة. وتقول إنها``: the subject of the sentence before, where nobody has spoken in this paragraph.

        A verb of adding goes back to who has spoken already, be he credited in a phrase alone.
        """
        text = self.text
        if not begin or begin in text.lines or not cue.skip or cue.first - begin > 1 or cue.own:
            return None
        adds, lines = _adding[text.forms[cue.first]], text.derived(find_lines)
        paragraph = lines[bisect_right(lines, (begin - 1, len(text.words))) - 1][0]
        before = max(text.sentence(begin - 1)[0], paragraph)
        near = self.drafts[-1] if self.drafts and self.drafts[-1].cue.first >= paragraph else None
        if near is not None:
            credited = near.cue.form == "credit" and near.cue.first >= before and (adds or self.last is None or not near.speaker.personal)
            alone = credited and (self.last is None or (adds and self._is_alone(paragraph)))
            return near.speaker._replace(start=-1) if alone and agrees(text, near.speaker, _pronoun(text, cue)) else None
        if adds:
            return None
        found = self._subject_of(before, begin)
        return found._replace(start=-1) if found and found.kind in _TOPICS and agrees(text, found, _pronoun(text, cue)) else None

    def _is_alone(self, paragraph: int) -> bool:
        """Whether nobody has spoken in a paragraph but in phrases of crediting."""
        here = takewhile(lambda draft: draft.cue.first >= paragraph, self.drafts[: -_RECENT - 1 : -1])
        return not any(draft.cue.finite for draft in here)

    def _subject_of(self, begin: int, end: int) -> Speaker | None:
        """The subject of a sentence's first verb, behind or before it; none where another word opens the sentence."""
        text = self.text
        for i in range(begin, min(end - 1, begin + _NEAR_VERB)):
            if _relative[text.forms[i]] or _complementizer[text.forms[i]]:
                return None
            if is_finite(text.forms[i]):
                return self.speakers.subject(i + 1, end) or self._topic(begin, end)
        return self.speakers.subject(begin + 1, end) if text.kinds[begin] == "word" and not _preposition[text.forms[begin]] else None

    def _comer(self, begin: int, end: int) -> Speaker | None:
        """``خرج الوزير ليعلن``: the subject of the verb of coming forward."""
        at = next((i for i in range(end - 2, max(begin, end - _FAR) - 1, -1) if _appears[self.text.forms[i]]), None)
        return self.speakers.subject(at + 1, end) if at is not None else None

    def _asked(self, begin: int) -> Speaker | None:
        """``وسئل الوزير: هل نجحت الخطة؟ فأجاب:``: who is asked in the sentence before token ``begin``."""
        first, last = self.text.sentence(begin - 1)
        at = next((i for i in range(first, min(last, first + _FAR)) if self.text.has(i, "asked_verb")), None)
        return self.speakers.subject(at + 1, last) if at is not None else None

    def _doer_of_it(self, begin: int, end: int) -> Speaker | None:
        """``ما أدلى به المبعوث، إذ تحدث عن``: whose deed or word the sentence is about."""
        forms = self.text.forms
        at = next((i for i in range(begin + 2, end - 1) if forms[i] in _BY_IT), None)
        return self.speakers.subject(at + 1, end) if at else None

    def described(self, begin: int, cue: Cue) -> Speaker | None:
        """``الهلال الأحمر الذي تولى الدفن وأحصى``: whom a relative clause tells of, where و joins a verb of counting to its verb."""
        forms = self.text.forms
        if cue.type != "report" or not cue.skip or cue.form != "past":
            return None
        for i in range(cue.first - 2, max(begin, cue.first - _NEAR_VERB) - 1, -1):
            if forms[i] == "،":
                return None
            if _relative[forms[i]]:
                agreed = (forms[i] == "التي") == feminine(self.text, cue) and is_finite(forms[i + 1])
                return self.speakers.taken_up(i) if agreed and i > begin else None
        return None

    def _set_against(self, left: int, end: int) -> Speaker | None:
        """``قال X إن …، لكن Y صحح الرقم، وأكد``: the new subject that a conjunction sets against the one who spoke."""
        text = self.text
        openers = (i for i in range(end - 1, max(left, end - _FAR), -1) if _against[text.forms[i]])
        found = next(((i, told) for i in openers if (told := text.find(i, "adversative") or text.find(i, "contrast"))), None)
        if found is None or text.forms[found[0] - 1] != "،":
            return None
        return self.speakers.subject(found[1].stop, end)

    def _topic(self, begin: int, end: int) -> Speaker | None:
        """``المرصد لا يوافق على الرقم، ويوثق``: the subject that stands before its verb."""
        connector = self.text.find(begin, "connector")
        first = connector.stop if connector else begin
        found = self.speakers.subject(first, end)
        after = self.text.forms[found.last] if found and found.last < end else ""
        return found if after and (after in _NOT or is_finite(after)) else None

    def is_feminine(self, speaker: Speaker) -> bool:
        """By the form of the phrase's head (``وزارة``, ``منظمات``); of a name none is known."""
        return self.text.forms[max(speaker.start, 0) if speaker.start >= 0 else speaker.first].endswith(("ه", "ات"))

    def clash(self, cue: Cue) -> bool:
        """``وأضافت`` cannot go back to a man whose masculine title was told."""
        last = self.last
        if last is None or not last.personal or not feminine(self.text, cue) or last.start < 0:
            return False
        if any(draft.speaker is last and draft.cue.finite and feminine(self.text, draft.cue) for draft in self.drafts[: -_RECENT - 1 : -1]):
            return False  # وقالت عضو اللجنة … وأضافت
        return "source_noun" in self.text.words[last.start].entries and not self.is_feminine(last)

    def _doer(self, begin: int, end: int) -> Speaker | None:
        """The subject of the verb before a participle, the nearest that has one and is in no relative clause."""
        text = self.text
        for i in range(end - 2, max(begin, end - _FAR) - 1, -1):
            if i > begin and (text.kinds[i] != "word" or text.has(i - 1, "relative")):
                continue
            if i > begin and not (is_finite(text.forms[i]) or (text.forms[i - 1] == "،" and not text.forms[i].startswith("ال"))):
                continue
            if i > begin and (i in self.speakers.named or text.has(i - 1, "preposition") or text.has(i - 1, "complementizer")):
                continue
            subject = self.speakers.subject(i + 1, end)
            if (
                subject
                and subject.kind not in _NAMED
                and text.forms[subject.first].endswith("ين")
                and text.forms[subject.first] != "الامين"
            ):
                continue  # صارح الحاضرين: no subject stands in the accusative
            if subject and (i == begin or subject.kind in _DOERS or text.forms[subject.first].startswith("ال")):
                return subject
        return None

    def _holder_before(self, begin: int, cue: Cue) -> Speaker | None:
        """``إلا أن رئيس المجلس في المدينة فلان خالفه، مقدرا``: the person whose title stands before the sentence's first verb."""
        verb = next((i for i in range(begin + 1, min(cue.first, begin + _NEAR_VERB)) if is_finite(self.text.forms[i])), None)
        found = self.speakers.before(replace(cue, first=verb, skip=0), begin, told=False) if verb is not None else None
        return found if found and found.kind == "person" else None

    def of_sentence(self, begin: int, cue: Cue) -> Speaker | None:
        """Whose circumstance a participle tells: the speaker of the sentence, else the first that it names."""
        other = self.taker_up(max(begin, self.drafts[-1].content) if self.drafts else begin, cue.first)
        if other:
            return other
        if _stance[self.text.forms[begin]] and self.drafts and self.drafts[-1].cue.first > begin:
            disputer = self.disputer(begin, cue, "ها" if self.text.forms[cue.first].endswith("ه") else "ه")
            if disputer:
                return disputer
        told = [draft for draft in self.drafts[: -_RECENT - 1 : -1] if draft.cue.first >= begin]
        if told:
            return next((draft for draft in told if not (self.inner(draft) or self._cites(draft, begin))), told[0]).speaker
        subject = self._doer(begin, cue.first)
        if subject:
            return subject
        topic = self._holder_before(begin, cue)
        if topic:
            return topic
        for mention in self.names.within(begin, cue.first):
            if self.names.type(mention) in ("person", "organization", "country"):
                return Speaker(mention.first, mention.first, mention.last, mention.skip, self.names.type(mention))
        return self.last
