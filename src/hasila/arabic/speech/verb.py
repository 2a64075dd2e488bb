"""What a verb of saying credits, and to whom, by the clause it stands in and what it governs."""

from dataclasses import dataclass, field, replace

from hasila.arabic.speech.back import IT_IS
from hasila.arabic.speech.complement import is_complement
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.deed import is_deed
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.finite import FiniteReader
from hasila.arabic.speech.frame import LOOSE, Frame
from hasila.arabic.speech.held import find_held
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.postposed import read_inset, read_postposed
from hasila.arabic.speech.put import BACK
from hasila.arabic.speech.relay import read_relay
from hasila.arabic.speech.sense import is_taken_up
from hasila.arabic.speech.tally import goes_back, read_apposed, read_predicate, read_tally
from hasila.arabic.speech.word import AS, WHAT
from hasila.text import FINITE

_relative, _going_on_verb = listed("relative"), listed("going_on_verb")
_APART = frozenset(["relay", "count", "held"])
_BETWEEN = "بين"  # the preposition, unless أن follows
_LEAST_ACCUSATIVE = 4
_LONGEST_TELLER = 20
_COUNTS_AS = frozenset(["يعد", "تعد"])  # المدينة تعد «عاصمة الثقافة»
_rebuttal, _about = listed("rebuttal"), listed("about_what")


@dataclass(slots=True, eq=False)
class VerbReader(FiniteReader):
    """Reads the verbs of saying of one text; ``tallies`` are the numbers within other statements that somebody counted."""

    tallies: list[Draft] = field(default_factory=list)

    def _has_subject(self, cue: Cue, left: int) -> bool:
        """``قدرتهم المنظمة بألف``, ``وواشنطن قدرتهم بألف``."""
        return self.speakers.plausible(cue.last) or self.speakers.before(cue, left, told=False) is not None

    def _is_object(self, cue: Cue) -> bool:
        """``ما اعتبره دليلا``: an indefinite accusative behind a verb that has its first object, which is no subject."""
        form, papers = self.text.forms[cue.last], self.text.words[cue.last].entries.get("account_noun")
        if "regard_verb" in self.text.words[cue.first].entries and papers is not None and not papers.article and not papers.pronoun:
            return True  # ما اعتبره حصيلة مشرفة
        return form.endswith("ا") and len(form) > _LEAST_ACCUSATIVE and cue.last not in self.speakers.named

    def verb(self, cue: Cue, begin: int, left: int, end: int) -> Draft | None:
        """The statement of a verb or participle in the sentence [begin, end), its subject no earlier than ``left``."""
        text, frames, speakers = self.text, cue.frames, self.speakers
        if cue.form in FINITE and not (cue.pronoun or cue.skip) and goes_back(text, cue.last, end):
            tally = read_tally(text, self.speakers, cue, begin, end)
            if tally:
                self.tallies.append(tally)
                return None
        if _APART.isdisjoint(frames):
            frame = speakers.frame(cue, end)
        elif "relay" in frames and self._as_relayed(cue) and cue.first - 1 > begin:
            credit = replace(cue, first=cue.first - 1, skip=0, form="credit")
            return self.nominal.told_by(credit, cue.first, begin, left, end, self.drafts)
        elif "relay" in frames:
            return read_relay(text, speakers, cue, end, self.last)
        else:
            frame = find_held(text, cue, end) if "count" not in frames else None  # what counts is read as a count
            if frame is None:
                return None
        if frame is not None and (frame.kind == "colon" or _going_on_verb[text.forms[cue.first]]) and is_deed(text, cue, frame):
            return None
        if cue.pronoun or frame is None or frame.kind in LOOSE or self._names(cue, frame):
            return self._loosely(cue, frame, begin, left, end)
        return self._with_frame(cue, frame, begin, left, end)

    def _as_relayed(self, cue: Cue) -> bool:
        """``كما نقلت الوكالة``: whether كما credits what stands before it; ``كما نقل عن مسعفين أن`` goes on with another's words."""
        return self.text.forms[cue.first - 1].removeprefix("و") in AS and self.text.forms[cue.last] != "عن"

    def _loosely(self, cue: Cue, frame: Frame | None, begin: int, left: int, end: int) -> Draft | None:
        """The statement of a verb that governs no clause, or whose object is told before it."""
        text, loose = self.text, frame is None or frame.kind in LOOSE or self._names(cue, frame)
        if cue.pronoun and text.forms[cue.first - 2] == "علي" and _rebuttal[text.forms[cue.first - 3].removeprefix("و")]:
            self.remember(cue, end)
            return None  # ردا على ما قاله الوزير، أوضح النائب أن
        if loose and cue.form in FINITE:
            said = read_postposed(text, self.speakers, cue, end)
            inset = None if said or (frame and frame.kind != "object") else read_inset(text, self.speakers, cue, left, end)
            if said or inset:
                return said or inset
        if cue.pronoun and (frame is None or frame.kind == "object"):
            frame = self._matter(cue, end) or frame
        if cue.pronoun and (frame is None or frame.kind == "object"):
            tally = read_tally(text, self.speakers, cue, begin, end) or read_predicate(text, self.speakers, cue, left, end)
            tally = tally or read_apposed(text, self.speakers, cue, end)
            if tally:
                self.tallies.append(tally)
                return None
            self.remember(cue, end)
            return self.taken_up(cue, begin, left, end)
        if cue.pronoun and (self._is_object(cue) or not (is_taken_up(text, cue.first) or self._has_subject(cue, left))):
            return None  # مبلغ قدره مليون
        if cue.pronoun and frame is not None and self._is_anothers(cue, frame):
            return None
        if loose and text.forms[cue.last] in BACK and text.forms[cue.first - 2] in IT_IS:
            return self.taken_up(cue, begin, left, end)  # وهو ما اعترف به الوزير
        if frame is not None and not (loose and text.forms[cue.first - 1].removeprefix("و") in AS):
            return self._with_frame(cue, frame, begin, left, end)
        if self._says_nothing(cue, frame, end):
            return None
        told = self.as_told(cue, begin, left, end)
        if frame is None and told is None and cue.form in FINITE:
            self.remember(cue, self.going_on(cue, end))
        return told if told or frame is None else self._finite(cue, frame, left, end)

    def _is_anothers(self, cue: Cue, frame: Frame) -> bool:
        """``أعلن ناطق باسم القوات التي تقرها الدولة أن``: whether a verb in a relative clause has its object in the pronoun, and أن is
        another's.
        """
        forms, before = self.text.forms, cue.first - 1
        return frame.kind == "that" and forms[frame.at][:1] != "ب" and _relative[forms[before]]

    def _matter(self, cue: Cue, end: int) -> Frame | None:
        """``ما أورده المركز، ومقره المدينة، بشأن مقتل ثلاثة``: what somebody has told of, where his word is taken up by ما."""
        forms = self.text.forms
        if forms[cue.first - 1] not in WHAT or not self.speakers.plausible(cue.last):
            return None
        at = next((i for i in range(cue.last + 1, min(end, cue.last + _LONGEST_TELLER)) if _about[forms[i]]), None)
        return Frame("preposition", at) if at is not None else None

    def _names(self, cue: Cue, frame: Frame | None) -> bool:
        """``كما أعلن «نادي الأسير»``: whether what stands in quotation marks right behind a verb names who says so."""
        if frame is None or frame.kind != "quote" or frame.at != cue.last or self.text.forms[cue.first - 1].removeprefix("و") not in AS:
            return False
        return self.speakers.plausible(cue.last)

    def _with_frame(self, cue: Cue, frame: Frame, begin: int, left: int, end: int) -> Draft | None:
        if frame.kind == "quote" and frame.at == cue.last and self.text.forms[cue.first][cue.skip :] in _COUNTS_AS:
            return None
        if ("revised_noun" in cue.frames or self.text.forms[cue.first].endswith(_BETWEEN)) and self._says_nothing(cue, frame, end):
            return None
        if cue.form == "participle":
            return self._given(cue, frame, self.of_sentence(begin, cue)) if frame.kind == "noun" else self._participle(cue, frame, begin)
        return self._finite(cue, frame, left, end)

    def _says_nothing(self, cue: Cue, frame: Frame | None, end: int) -> bool:
        """Whether a verb has another sense where it lacks what it must govern (``رفع``, ``بين``)."""
        if "revised_noun" in cue.frames and not (frame and self._revises(cue, frame, end)):
            return True
        if self.text.forms[cue.first][cue.skip :] != _BETWEEN:
            return False
        quoted = frame is not None and frame.kind == "quote" and is_complement(self.text, frame.at + 1)  # بيّن البلاغ «أن الميناء مغلق»
        quoted = quoted and not self.text.forms[cue.first - 1].startswith(_BETWEEN)  # لقاء بينه وبين الممثلين
        return not quoted and (frame is None or frame.kind != "that")

    def _revises(self, cue: Cue, frame: Frame, end: int) -> bool:
        """``رفعت الوزارة حصيلة القتلى إلى 30``: the noun has a subject before it and a number after it."""
        text, after = self.text, range(frame.at + 1, min(end, frame.at + 10))
        if frame.kind != "noun" or frame.at == cue.last:
            return False
        corrected = text.forms[cue.first].find("صحح") >= 0
        return corrected or any(text.kinds[i] == "digits" or text.has(i, "cardinal") or text.forms[i] == "الي" for i in after)
