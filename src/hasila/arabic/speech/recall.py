"""Whom a verb without a subject goes back to: whose deed was told before it, else the last who spoke."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import takewhile

from hasila.arabic.speech.agreeing import DOERS, FAR, TOPICS, Agreeing, adverbials, pronoun, relative, tells_it
from hasila.arabic.speech.antecedent import agrees, is_finite
from hasila.arabic.speech.cue import Cue, feminine
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.lead import honour_of_his
from hasila.arabic.speech.listed import listed, or_accusative
from hasila.arabic.speech.lookalike import on_its_side
from hasila.arabic.speech.mark import CLOSERS
from hasila.arabic.speech.noun import Speaker, is_feminine
from hasila.arabic.speech.word import NAMED, WAS, WHAT
from hasila.text import Known, analyse, find_lines, one_in

_complementizer = listed("complementizer")
_appears = listed("appearing_verb")
_adding = listed("adding_verb")
_public = listed("public_verb")
_stating = listed("stating_verb")
_spoken = or_accusative(listed("spoken_noun", "occasion", "account_noun"))
_preposition = listed("preposition")
_TENSED = frozenset(["قد", "فقد", "وقد", "لقد", "ولقد", "لا", "ولا", "فلا", "لم", "ولم", "فلم", "لن", "ولن"])
_NOT = frozenset(["لا", "لم", "لن", "ما", "قد", "ليس", "ليست"])
_WHEN = frozenset(["عندما", "حين", "حينما", "لما", "اذ", "حيث", "يوم"])
_THEN = frozenset(["ثم"])
_ALSO = frozenset(["كما"])  # كما أوضح أن
_BY_IT = frozenset(["به", "بها"])
_ASKING = frozenset("؟?")
_BUT_HE = frozenset(["لكنه", "لكنها", "لكنهم", "انه", "انها", "انهم"])  # also إلا أنه, غير أنها
_NEAR_VERB = 15  # tokens from a sentence's head to its first verb
_THIS = frozenset(["هذا", "هذه", "تلك", "ذلك"])
_UNTITLED = frozenset(["person", "role", "hearsay"])  # people, be they known by name or not


@Known
def _governs(form: str) -> bool:
    """Whether a word of this form (none past the text's end) governs the noun behind it, which is no subject (``وخلال اللقاء أشار``)."""
    adverbial = analyse(form).entries.get("adverbial") if form else None
    return _preposition[form] or (adverbial is not None and adverbial.value == "governing")


@dataclass(slots=True, eq=False)
class Recall(Agreeing):
    """Finds the subjects of the verbs and participles of one text that have none beside them."""

    def _set_off(self, cue: Cue, begin: int) -> Speaker | None:
        """``وكان التحالف، الذي تقول الخارجية إنه أكبر، قد اعترف``: the subject of كان, which a relative clause parts from its verb."""
        forms = self.text.forms
        if forms[begin] not in WAS or forms[cue.first - 1] != "قد" or forms[cue.first - 2] != "،":
            return None
        found = self.speakers.subject(begin + 1, cue.first)
        parted = found is not None and forms[found.last] == "،" and relative[forms[found.last + 1]]
        return found if parted else None

    def subject_or_last(self, cue: Cue) -> Speaker | None:
        """The subject of the sentence's first verb (``واستعرض الوزير …، وقال``), else the last speaker who agrees with the verb."""
        begin = self.text.sentence(cue.first)[0]
        asked = self._asked(begin) if begin and self.text.forms[begin - 1] in _ASKING and cue.first == begin else None
        if asked:
            return asked
        came = self._comer(begin, cue.first) if self.text.forms[cue.first].startswith("ل") and cue.skip else None
        if came:
            return came
        described = self.described(begin, cue) or self._honoured(cue) or self._set_off(cue, begin)
        if described:
            return described
        then = self._teller_then(cue, begin)
        if then:
            return then
        left = self.untold(begin)
        other = (self._set_against(left, cue.first) if self.drafts else None) or self._taker_up(left, cue.first)
        if other:
            return other
        begin += begin < cue.first - 2 and self.text.forms[begin] in _TENSED
        if cue.first - begin > 2 and self.near(begin) is None and self.text.kinds[begin] == "word":
            governed = _governs[self.text.forms[begin]]  # وفي المقر قال إن
            verb = self._past_fronted(begin, cue.first)
            found = None if governed and verb == begin else self.speakers.subject(verb + 1, cue.first) or self._topic(begin, cue.first)
            alike = found is not None and feminine(self.text, cue) == is_feminine(self.text, found)
            if found and found.kind != "account" and (found.kind in ("person", "role") or self.last is None or alike):
                return found
            doer = self._doer_of_it(begin, cue.first)
            if doer:
                return doer
        near = self.latest
        if near is not None and near.cue.form == "credit" and begin <= near.cue.first < cue.first and self._credits_on(near, cue, begin):
            return near.speaker.referred_to
        told = [draft.speaker for draft in self.recent]
        fitting = next((s for s in told if not s.personal and is_feminine(self.text, s)), None) if self.clash(cue) else None
        return fitting or self._last_doer(begin, cue) or self.last

    def _past_fronted(self, begin: int, end: int) -> int:
        """``من جانبه استعرض الوزير ما تحقق، فذكر``, ``وفي كلمته عرض``: the first verb behind what tells when, where or whose turn it is.

        ``begin`` where nothing does, or where nobody who may go on to speak is its subject.
        """
        forms = self.text.forms
        if not (_governs[forms[begin]] or on_its_side[forms[begin]] or adverbials[forms[begin]] or forms[begin] in _THEN):
            return begin
        for i in range(begin + 1, min(end - 1, begin + _NEAR_VERB)):
            if relative[forms[i]] or _complementizer[forms[i]]:
                return begin
            if is_finite(forms[i]):
                return i if _public[forms[i]] or tells_it[forms[i]] or self._is_persons(i + 1, end) else begin
        return begin

    def _is_persons(self, i: int, end: int) -> bool:
        """Whether the subject at a token is a person, by name or by office, who may go on to speak."""
        found = self.speakers.subject(i, end)
        return found is not None and found.personal

    def _credits_on(self, near: Draft, cue: Cue, begin: int) -> bool:
        """``ورد في وثيقة للوزارة، ويتحدث عن``, ``وبحسب المسؤول، فإن …، لكنه أقر``: whether a phrase tells its subject."""
        if "account" in near.cue.frames and cue.skip:
            return True
        opens = near.first == near.cue.first <= begin + 1
        joined = cue.skip > 0 or self.text.forms[cue.first - 1].removeprefix("و") in _BUT_HE
        return opens and joined and agrees(self.text, near.speaker, pronoun(self.text, cue))

    def _honoured(self, cue: Cue) -> Speaker | None:
        """``برئاسة معالي الوزير فلان. وأكد معاليه أن``: the last person named, where nobody has spoken for whom the honour may stand."""
        if not honour_of_his[self.text.forms[cue.last]] or (self.last is not None and self.last.personal):
            return None
        person = self.speakers.honoured(cue.first)
        return Speaker(-1, person.first, person.last, person.skip, "person") if person else None

    def _last_doer(self, begin: int, cue: Cue) -> Speaker | None:
        """``وشنت القوات ألف غارة. وتقول إنها``: the subject of the sentence before, where nobody has spoken in this paragraph.

        A verb of adding goes back to who has spoken already, be he credited in a phrase alone.
        """
        text = self.text
        joined = cue.skip > 0 or text.forms[cue.first - 1] in _ALSO
        if not begin or not joined or cue.first - begin > 1 or cue.own:
            return None
        adds, lines = _adding[text.forms[cue.first]], text.derived(find_lines)
        paragraph = lines[bisect_right(lines, (begin - 1, len(text.words))) - 1][0]
        before = max(text.sentence(begin - 1)[0], paragraph)
        near = self.near(paragraph)
        if near is not None and near.cue.first > before and self._cites(near, before):
            near = next((draft for draft in self.recent[1:] if draft.cue.first >= paragraph), None)
        goes_on = begin not in text.lines or (near is not None and near.speaker.kind == "person")  # a new paragraph goes on with a person
        if near is not None and goes_on and near.cue.first >= before:
            return self._credited(near, cue, paragraph, before, adds=adds)
        if (adds and not self._states(before, begin)) or (near is not None and near.cue.first >= before):
            return None
        found = self._subject_of(before, begin, public=near is not None or begin in text.lines)
        if found is None or text.kinds[found.first] == "digits":  # قتل 50 مدنيا. وأوضح أن
            return None
        return found.referred_to if found.kind in TOPICS and agrees(text, found, pronoun(text, cue)) else None

    def _credited(self, near: Draft, cue: Cue, paragraph: int, before: int, *, adds: bool) -> Speaker | None:
        """``الخسائر كبيرة، بحسب الوزارة. وأضافت أن``: who is credited in a phrase alone, where nobody has spoken in the paragraph."""
        credited = near.cue.form == "credit" and near.cue.first >= before
        last_named = near.speaker.kind in _UNTITLED and not near.speaker.account and (adds or near.cue.first > near.first)
        alone = credited and (self.last is None or last_named or (adds and self._is_alone(paragraph)))
        return near.speaker.referred_to if alone and agrees(self.text, near.speaker, pronoun(self.text, cue)) else None

    def _is_alone(self, paragraph: int) -> bool:
        """Whether nobody has spoken in a paragraph but in phrases of crediting."""
        here = takewhile(lambda draft: draft.cue.first >= paragraph, self.recent)
        return not any(draft.cue.finite for draft in here)

    def _states(self, begin: int, end: int) -> bool:
        """``أدلى الناطق فلان أمس بتصريح صحفي.``: whether a sentence tells that its subject made a statement, and no word of it."""
        forms = self.text.forms[begin:end]
        return _stating[forms[0].removeprefix("و")] and any(_spoken[form] for form in forms)

    def _subject_of(self, begin: int, end: int, *, public: bool) -> Speaker | None:
        """The subject of a sentence's first verb, behind or before it; none where another word opens the sentence.

        ``public``: of what a person does before he speaks (``زار الوزير الجبهة. وقال إن``).
        """
        text = self.text
        for i in range(begin, min(end - 1, begin + _NEAR_VERB)):
            if relative[text.forms[i]] or _complementizer[text.forms[i]]:
                return None
            if is_finite(text.forms[i]):
                if public and not _public[text.forms[i]]:
                    return None
                return self.speakers.subject(i + 1, end) or self._topic(begin, end)
        return (
            self.speakers.subject(begin + 1, end)
            if not public and text.kinds[begin] == "word" and not _governs[text.forms[begin]]
            else None
        )

    def _teller_then(self, cue: Cue, begin: int) -> Speaker | None:
        """``ما أعلنه الجيش في آب، عندما قال``: whose word is told of in the sentence, where ``عندما`` tells how he said it."""
        near = self.latest
        if self.text.forms[cue.first - 1] not in _WHEN or near is None or near.cue.first < begin or not near.cue.pronoun:
            return None
        return near.speaker.referred_to if agrees(self.text, near.speaker, pronoun(self.text, cue)) else None

    def _comer(self, begin: int, end: int) -> Speaker | None:
        """``خرج الوزير ليعلن``: the subject of the verb of coming forward."""
        at = next((i for i in range(end - 2, max(begin, end - FAR) - 1, -1) if _appears[self.text.forms[i]]), None)
        return self.speakers.subject(at + 1, end) if at is not None else None

    def _asked(self, begin: int) -> Speaker | None:
        """``وسئل الوزير: هل نجحت الخطة؟ فأجاب:``: who is asked in the sentence before token ``begin``."""
        first, last = self.text.sentence(begin - 1)
        at = next((i for i in range(first, min(last, first + FAR)) if self.text.has(i, "asked_verb")), None)
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
            if relative[forms[i]]:
                agreed = (forms[i] == "التي") == feminine(self.text, cue) and is_finite(forms[i + 1])
                return self.speakers.taken_up(i) if agreed and i > begin else None
        return None

    def _set_against_who_told(self, left: int, cue: Cue) -> Speaker | None:
        """``تحدث X عن …، لكن Y سارعت إلى النفي، مؤكدة``: the new subject who takes a stand, and with whom the participle agrees."""
        stances = self.text.where("stance_verb")
        found = self._set_against(left, cue.first) if self.drafts and stances and one_in(stances, left, cue.first) else None
        alike = found is not None and found.kind in TOPICS and is_feminine(self.text, found) == self.text.forms[cue.first].endswith("ه")
        return found if alike else None

    def _topic(self, begin: int, end: int) -> Speaker | None:
        """``المرصد لا يوافق على الرقم، ويوثق``: the subject that stands before its verb."""
        connector = self.text.find(begin, "connector")
        first = connector.stop if connector else begin
        found = self.speakers.subject(first, end)
        verb = found.last + (self.text.forms[found.last] in CLOSERS) if found and found.last < end else end  # معطيات «الأفق» تذهب
        after = self.text.forms[verb] if verb < end else ""
        return found if after and (after in _NOT or is_finite(after)) else None

    def _doer(self, begin: int, end: int) -> Speaker | None:
        """The subject of the verb before a participle, the nearest that has one and is in no relative clause."""
        text = self.text
        for i in range(end - 2, max(begin, end - FAR) - 1, -1):
            if i > begin and (text.kinds[i] != "word" or text.has(i - 1, "relative") or self._is_what(i)):
                continue
            if text.forms[i] in _THIS or (
                i > begin and not (is_finite(text.forms[i]) or (text.forms[i - 1] == "،" and not text.forms[i].startswith("ال")))
            ):
                continue
            if i > begin and (i in self.speakers.named or text.has(i - 1, "preposition") or text.has(i - 1, "complementizer")):
                continue
            subject = self.speakers.subject(i + 1, end)
            if subject and subject.kind not in NAMED and text.forms[subject.first].endswith("ين") and text.forms[subject.first] != "الامين":
                continue  # صارح الحاضرين: no subject stands in the accusative
            if subject and (i == begin or subject.kind in DOERS or text.forms[subject.first].startswith("ال")):
                return subject
        return None

    def _is_what(self, i: int) -> bool:
        """``بما وصفه "تقدما"``: whether a verb tells of what ما stands for, and its subject is that of the verb before ما."""
        before, form = self.text.forms[i - 1], self.text.forms[i]
        return before in WHAT and (before != "ما" or form.endswith(("ه", "ها", "هم")))

    def _holder_before(self, begin: int, cue: Cue) -> Speaker | None:
        """``إلا أن رئيس المجلس في المدينة فلان خالفه، مقدرا``: the person whose title stands before the sentence's first verb."""
        verb = next((i for i in range(begin + 1, min(cue.first, begin + _NEAR_VERB)) if is_finite(self.text.forms[i])), None)
        found = self.speakers.before(replace(cue, first=verb, skip=0), begin, told=False) if verb is not None else None
        return found if found and found.kind == "person" else None

    def of_sentence(self, begin: int, cue: Cue) -> Speaker | None:
        """Whose circumstance a participle tells: the speaker of the sentence, else the first that it names."""
        left = self.untold(begin)
        other = self._taker_up(left, cue.first) or self._set_against_who_told(left, cue)
        if other:
            return other
        told = [draft for draft in self.recent if draft.cue.first >= begin]
        if told:
            outer = (draft for draft in told if not (self.inner(draft) or self._cites(draft, begin) or self.in_relative(draft)))
            return next(outer, told[0]).speaker
        subject = self._doer(begin, cue.first)
        if subject:
            return subject
        topic = self._holder_before(begin, cue)
        if topic:
            return topic
        for mention in self.names.within(begin, cue.first):
            if self.names.type(mention) in NAMED:
                return Speaker(mention.first, mention.first, mention.last, mention.skip, self.names.type(mention))
        adds = cue.first == begin + 1 and _adding[self.text.forms[begin]]  # وأضاف قائلا
        return (self._last_doer(begin, replace(cue, first=begin, last=begin + 1, skip=1, form="past")) if adds else None) or self.last
