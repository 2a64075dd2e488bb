"""What a verb of saying credits, and to whom."""

from dataclasses import dataclass, field, replace

from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.back import AS, IT_IS, BackReader
from hasila.arabic.speech.carry import carries, heads_clause, tells_matter
from hasila.arabic.speech.complement import is_complement
from hasila.arabic.speech.cue import Cue, feminine
from hasila.arabic.speech.deed import is_deed, past_deed
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.frame import LOOSE, Frame, find_frame
from hasila.arabic.speech.held import find_held
from hasila.arabic.speech.issued import IN_IT, is_paper, issuer, joined, maker
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker, is_feminine
from hasila.arabic.speech.phrase import FOR_THEM
from hasila.arabic.speech.postposed import read_inset, read_postposed
from hasila.arabic.speech.preposed import PRONOUNS
from hasila.arabic.speech.put import BACK, counts_at_once, is_put, is_taken_back
from hasila.arabic.speech.relay import read_relay
from hasila.arabic.speech.sense import is_taken_up
from hasila.arabic.speech.speaker import PUT_AT
from hasila.arabic.speech.tally import goes_back, read_apposed, read_predicate, read_tally
from hasila.arabic.speech.within import CLOSERS
from hasila.arabic.speech.word import IN, PAPERS, WHAT
from hasila.text import FINITE

_sized = listed("sized_noun")
_relative, _going_on_verb = listed("relative"), listed("going_on_verb")
_APART = frozenset(["relay", "count", "held"])
_BETWEEN = "بين"  # the preposition, unless أن follows
_OBJECT_OR_BY = frozenset(["object", "by"])
_WERE = frozenset(["قد", "كان", "كانت"])
_DENIED = frozenset(["لا", "ولا", "لم", "ولم"])
_TOLD_BY = frozenset(["that", "colon", "quote", "preposition"])
_LEAST_ACCUSATIVE, _RECENT = 4, 6
_THEIRS = frozenset(["ه", "ها", "هم"])
_BRINGING = frozenset(["report", "announce"])
_WHEN = frozenset(["حين", "حينما", "عندما"])
_OF_HERS, _NISBA = ("ها", "هم", "نا"), ("يه", "ي")
_LONGEST_TELLER = 20
_COUNTS_AS = frozenset(["يعد", "تعد"])  # المدينة تعد «عاصمة الثقافة»
# replied, whose past is spelled like nouns and prepositions
_REPLIED = {f"{joined}{form}": len(joined) for joined in ("", "و", "ف") for form in ("رد", "ردت", "ردوا", "عقب", "عقبت", "عقبوا")}
_REPLIED |= {"ليرد": 1, "لترد": 1}
_adding, _rebuttal = listed("adding_verb"), listed("rebuttal")
_about, _there = listed("about_what"), listed("available_adjective")


@dataclass(slots=True, eq=False)
class VerbReader(BackReader):
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
            frame = find_frame(text, speakers.named, speakers.quotations, cue, end)
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
        return frame.kind == "that" and forms[frame.at][:1] != "ب" and _relative[forms[before]] and self.text.has(before, "relative")

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

    def _participle(self, cue: Cue, frame: Frame, begin: int) -> Draft | None:
        if frame.kind == "object" and not self._governs(cue):
            return None
        if self.told and self.told[0].first >= begin and not self._tells_of_another(self.told[0], begin):
            (verb, teller), self.told = self.told, None
            return Draft(cue=cue, first=verb.first, skip=verb.skip, content=frame.at, speaker=teller, type=cue.type)
        if self._goes_on_saying(cue, begin) and (adder := self.of_sentence(begin, cue)):
            return Draft(cue=cue, first=cue.first - 1, skip=1, content=frame.at, speaker=adder, type=cue.type)
        first, replier = self._replier(begin, cue)
        if replier is not None:
            skip = _REPLIED[self.text.forms[first]]
            return Draft(cue=cue, first=first, skip=skip, content=frame.at, speaker=replier, type=cue.type)
        speaker = self._doer_told_of(begin, cue) or self.of_sentence(begin, cue)
        return self._draft(cue, frame, speaker, cue.first) if speaker else None

    def _goes_on_saying(self, cue: Cue, begin: int) -> bool:
        """``، وتابع قائلا``, ``، واستطرد قائلا إن``: whether a verb of adding, which has no subject, goes with the participle behind it."""
        at = cue.first - 1
        return (
            at > begin and _adding[self.text.forms[at]] and self.text.forms[at].startswith(("و", "ف")) and self.text.kinds[at - 1] == "mark"
        )

    def _replier(self, begin: int, cue: Cue) -> tuple[int, Speaker | None]:
        """``اتهم النائب الوزير، فرد الوزير قائلا``: the verb of replying that the participle goes with, and its subject or None."""
        forms = self.text.forms
        if forms[cue.first - 1] == "،":
            return 0, None
        for i in range(cue.first - 2, max(begin, cue.first - _LONGEST_TELLER) - 1, -1):
            if forms[i] == "،":
                break
            if forms[i] in _REPLIED and self.speakers.plausible(i + 1):
                return i, self.speakers.subject(i + 1, cue.first)
        return 0, None

    def _doer_told_of(self, begin: int, cue: Cue) -> Speaker | None:
        """``ذكرت الإذاعة أن الوزير رفض العرض، مشيرا إلى``: whose deed is told, where the participle can't go with who tells it."""
        last, masculine = self.drafts[-1] if self.drafts else None, self.text.forms[cue.first].endswith("ا")
        if last is None or last.cue.first < begin or not last.cue.finite or not masculine or not is_complement(self.text, last.content):
            return None
        if last.speaker.personal or not (feminine(self.text, last.cue) and is_feminine(self.text, last.speaker)):
            return None
        first = last.content + 1
        if not self.speakers.plausible(first):
            return None
        stop = next((i for i in range(first + 1, cue.first) if is_finite(self.text.forms[i])), cue.first)
        found = self.speakers.phrase(first, stop, whole=True)
        return found if found and found.personal else None

    def _tells_of_another(self, told: Cue, begin: int) -> bool:
        """``قال الوزير إن المبادئ التي أقرها المجلس تهدف …، مضيفا``, ``إن ما سجله``: in a relative clause of what another says."""
        within = any(begin <= draft.content <= told.first for draft in self.drafts[-_RECENT:])
        forms, before = self.text.forms, told.first - 1
        what = forms[before] in WHAT and forms[before - 1] not in IT_IS  # وهذا ما أوضحه المبعوث، قائلا
        return within and (_relative[forms[before]] or what)

    def _governs(self, cue: Cue) -> bool:
        """``، مؤكدا مقتل خمسة``: after a comma, with an object right after it."""
        text, after = self.text, cue.last
        free = "weak" not in cue.frames and "account" not in cue.frames and text.forms[cue.first - 1] == "،"
        return free and text.kinds[after] == "word" and not self.speakers.opens_no_phrase(after)

    def _finite(self, cue: Cue, frame: Frame, left: int, end: int) -> Draft | None:
        text, told = self.text, frame.kind in ("that", "colon", "quote")
        after = None if counts_at_once(self.text, cue, frame) else self.speakers.after(cue, frame, end)
        relative = _relative[text.forms[cue.first - 1]] and text.has(cue.first - 1, "relative")
        if cue.form == "present" and "whom" in cue.frames and not (cue.skip or cue.pronoun) and is_paper[text.forms[cue.first - 1]]:
            after = None  # تقريرا يتهم الجيش بـ: the paper accuses him
        if text.forms[cue.first - 1] in _DENIED and after and after.start >= 0 and not self.speakers.plausible(after.start):
            return None  # لا ينكر عاقل أن: everybody
        if after is None and not cue.skip:
            if not told and (relative or text.forms[cue.first - 1] in _WERE) and is_taken_back(self.text, cue, frame, relative=relative):
                return None
            leads = text.forms[cue.first - 1] == "،" and self.speakers.plausible(left)  # اللجنة، مستندة إلى شهادات الأهالي، قالت إن
            shows = frame.kind in _TOLD_BY or cue.frames >= PUT_AT or "account" in cue.frames
            issued = not relative and not leads and shows
            paper = (self._brought_out(cue) or issuer(text, self.speakers, left, cue.first)) if issued else None
            if paper:
                return self._draft(cue, frame, paper, cue.first)
        elif after is None and text.forms[cue.last] in IN_IT and (paper := self._whose_paper(cue)):
            return self._draft(cue, frame, paper, cue.first)
        elif after is None and (paper := joined(text, self.speakers, text.sentence(cue.first)[0], cue.first)):
            return self._draft(cue, frame, paper, cue.first, nested=frame.kind == "object")
        if after is not None and frame.kind == "colon" and self._is_measured(after):
            after = None  # المرصد يحصي ضحايا الغارات: ألف
        after = self._whose(cue, after) if after is not None and after.kind == "account" and after.first >= cue.last else after
        ahead = not cue.skip and (after is None or self._looks_ahead(cue, frame, after, relative=relative))
        before = (self._holder_told(cue, relative=relative) or self.speakers.before(cue, left, told=told)) if ahead else None
        if before and (self.has_it(before) or (frame.kind == "object" and "account" in cue.frames and not before.account)):
            return None  # الفريق أظهر مستواه
        if before:
            return self._draft(cue, frame, before, before.start if before.start >= 0 else cue.first)
        if frame.kind == "noun":
            return self._given(cue, frame, after)
        if frame.kind == "object" and "account" in cue.frames and not (after and after.account):
            return None
        meant = self._meant(cue) if after is None and frame.kind in _TOLD_BY else None
        if meant:
            return self._draft(cue, frame, meant, cue.first - (text.forms[cue.first - 1] in PRONOUNS))
        topic = self.speakers.topic(cue, self.text.sentence(cue.first)[0]) if after is None else None
        if topic:
            return self._draft(cue, frame, topic, topic.start)
        after = after or self.who_agrees(cue)
        if (
            after is None
            and frame.kind != "object"
            and "whom" not in cue.frames
            and self.speakers.stands(cue, frame)
            and not is_put(self.text, cue)
            and not self._goes_on_to_count(cue)
            and not self._puts(cue)
        ):
            return None
        if after is None and self._foreshadows(cue):
            return None
        speaker = after or (self.subject_or_last(cue) if carries(self.text, cue, frame) else self.who_agrees(cue))
        if speaker is None:
            return None
        antecedent = cue.pronoun and relative and text.kinds[cue.first - 2] == "word"
        nested = frame.kind == "object" and not heads_clause(self.text, cue)
        return self._draft(cue, frame, speaker, cue.first - 2 if antecedent else cue.first, nested=nested)

    def _foreshadows(self, cue: Cue) -> bool:
        """``واستمرار القتال ينذر بكارثة ويهدد بتشريد 300``: a verb of threatening that goes on with what no one said in its sentence."""
        begin = self.text.sentence(cue.first)[0]
        if cue.type != "warn" or cue.form != "present" or "by" not in cue.frames or cue.first <= begin + 1:
            return False
        return not (self.drafts and self.drafts[-1].cue.first >= begin) and self._topic(begin, cue.first) is None

    def _holder_told(self, cue: Cue, *, relative: bool) -> Speaker | None:
        """``بحسب فلان مدير المركز الإعلامي للقوات الذي رأى``, ``المتحدث باسم الجيش الذي قال``: the man just credited, whom الذي takes up.

        His office and its body may stand between him and الذي, which is masculine as he is.
        """
        last, end = self.drafts[-1] if self.drafts else None, cue.first - 1
        if not relative or last is None or self.text.forms[end] != "الذي" or not last.speaker.personal:
            return None
        first, role = last.speaker.last, last.speaker.kind != "person"
        if not max(0, end - _LONGEST_TELLER) <= first <= end or (role and is_feminine(self.text, last.speaker)):
            return None
        between = range(first, end)
        office = not between or role or "source_noun" in self.text.words[first].entries
        plain = all(self.text.kinds[i] == "word" and not is_finite(self.text.forms[i]) for i in between)
        return last.speaker._replace(start=-1) if office and plain else None

    def _is_measured(self, found: Speaker) -> bool:
        """``فاتورة الحرب``, ``ضحايا تموز``: whether the noun of a number, and nobody's body, heads a phrase."""
        head = found.start if found.start >= 0 else found.first
        return _sized[self.text.forms[head]] and "body_noun" not in self.text.words[head].entries

    def _brought_out(self, cue: Cue) -> Speaker | None:
        """``أوردت البعثة مطلع الشهر حصيلة تتحدث عن مقتل 90``: who brought out the paper before a verb."""
        last, forms = self.drafts[-1] if self.drafts else None, self.text.forms
        paper = cue.first - 1 - (not is_paper[forms[cue.first - 1]])
        if last is None or not is_paper[forms[paper]] or forms[paper - 1] in IN or not last.cue.finite or last.speaker.account:
            return None
        between = range(last.cue.last, paper)
        near = (
            last.type in _BRINGING
            and last.cue.first >= self.text.sentence(cue.first)[0]
            and last.until < 0
            and len(between) <= _LONGEST_TELLER
        )
        clause = any(self.text.kinds[i] == "mark" or is_complement(self.text, i) for i in between)
        return last.speaker._replace(start=-1) if near and not clause else None

    def has_it(self, paper: Speaker) -> bool:
        """``قال إن المعطيات المتوفرة لديه تشير إلى``: whether a paper is only there in another's words, who has it himself.

        So is one of those who work for him (``قال إن تقديرات أجهزته تضع العدد عند``).
        """
        text, last = self.text, self.drafts[-1] if self.drafts else None
        if paper.kind != "account" or last is None or not 0 <= last.content < paper.start or not is_complement(text, last.content):
            return False
        if text.forms[last.content + 1].startswith("لدي"):
            return paper.start - last.content <= _LONGEST_TELLER  # مضيفا أن لدى الجانب الروسي معطيات تفيد
        if last.content != paper.start - 1:
            return False
        state = range(paper.first + 1, paper.last)
        if state and all(_there[text.forms[i]] or text.forms[i].startswith("لدي") for i in state):
            return True
        return last.type != "deny" and (self._is_his(paper) or self._is_nobodys(paper))

    def _is_his(self, paper: Speaker) -> bool:
        """``تقديرات أجهزته``, ``سجلات قواتها``: whether a paper is of those who are somebody's by a pronoun."""
        text, last = self.text, paper.last - 1
        pronoun = text.stored[text.stored_ends[last] - 1] == "ه" or text.forms[last].endswith(_OF_HERS)
        return last > paper.first and pronoun and not text.forms[last].startswith("ال")

    def _is_nobodys(self, paper: Speaker) -> bool:
        """``التقديرات``, ``البيانات المقدمة إلى اللجنة``: whether nothing tells whose a definite paper is."""
        forms = self.text.forms[paper.first : paper.last]
        return all(form.startswith("ال") for form in forms) and not any(form.endswith(_NISBA) for form in forms[1:])

    def _whose(self, cue: Cue, paper: Speaker) -> Speaker:
        """``وأوضح بيان صادر عنها أن``: whose an indefinite paper is by a pronoun behind it, else the paper itself."""
        pronoun = self.nominal.of_theirs(paper.first)[0]
        begin = self.text.sentence(cue.first)[0]
        return (self.nominal.meant(pronoun, begin, cue.first, self.drafts) if pronoun in _THEIRS else None) or paper

    def _whose_paper(self, cue: Cue) -> Speaker | None:
        """``تقرير نشره المركز وقال فيه``: who has made the paper that his words stand in."""
        return maker(self.text, self.speakers, self.text.sentence(cue.first)[0], cue.first, self.text.forms[cue.last])

    def _meant(self, cue: Cue) -> Speaker | None:
        """``وقال بيانهم إن``, ``وهو يصف الخطة بأنها``: for whom the pronoun of a paper behind a verb, or one right before it, stands."""
        text = self.text
        bare = text.stored[text.stored_ends[cue.last] - 1] == "ة"  # تحدث شريطة عدم كشف اسمه: no pronoun
        own = None if bare else text.words[cue.last].entries.get("own_paper")
        theirs = text.forms[cue.last + 1] in FOR_THEM
        pronoun = "" if own is None or own.clitics else text.forms[cue.last + 1][1:] if theirs else own.pronoun
        pronoun = pronoun or PRONOUNS.get(text.forms[cue.first - 1], "")
        begin = text.sentence(cue.first)[0]
        found = self.nominal.meant(pronoun, begin, cue.first - 1, self.drafts) if pronoun in _THEIRS else None
        return found or (Speaker(cue.last, cue.last, cue.last + 1, 0, "account", True) if own is not None and theirs else None)

    def _goes_on_to_count(self, cue: Cue) -> bool:
        """``تناول العميد فلان الكلفة، فقدر عدد القتلى بألف``: a verb with ف behind what a person does, its object a number."""
        text, begin = self.text, self.text.sentence(cue.first)[0]
        if not (text.forms[cue.first].startswith("ف") and cue.skip and cue.frames >= PUT_AT and _sized[text.forms[cue.last]]):
            return False
        found = self.speakers.subject(begin + 1, cue.first) if cue.first - begin > 2 else None
        return found is not None and found.kind == "person" and not feminine(text, cue)

    def _puts(self, cue: Cue) -> bool:
        """``قال الوزير إن الخسائر كبيرة. وقدر عدد القتلى بألف``: whether a verb, its object the noun of a number, goes with who spoke."""
        begin = self.text.sentence(cue.first)[0]
        if self.text.forms[cue.first - 1] in _WHEN and cue.frames >= PUT_AT and _sized[self.text.forms[cue.last]]:
            return True  # وذهب الوزير أبعد من ذلك حين قدر عدد القتلى بألف
        opens = (cue.skip and cue.first == begin and begin not in self.text.lines) or tells_matter(self.text, cue)
        hit = self.text.words[cue.last].entries.get("counted_noun")
        dead = hit is not None and hit.article and hit.value == "victim"
        if not (opens and cue.frames >= PUT_AT and (dead or _sized[self.text.forms[cue.last]])):
            return False
        last = self.drafts[-1] if self.drafts else None
        told = last is not None and last.cue.finite and last.cue.first >= self.text.sentence(begin - 1)[0]
        return told and last is not None and feminine(self.text, cue) == feminine(self.text, last.cue)

    def _looks_ahead(self, cue: Cue, frame: Frame, after: Speaker, *, relative: bool) -> bool:
        """Whether what follows the verb may be no subject of its own, so that one before it goes first."""
        if self.speakers.may_be_paper(cue, frame) or self.text.forms[cue.first - 1] == "قد" or self.was(cue):
            return True
        if frame.kind == "object" and self._gives_number(cue, after):
            return True
        addressing = "whom" in cue.frames and cue.type == "say" and not (relative or cue.pronoun)
        if addressing and (self.text.kinds[cue.first - 1] == "word" or self._set_apart(cue)):
            return True  # مسؤول أبلغ الوزير أن
        joined = self.text.kinds[cue.first - 1] == "word" or self.text.forms[cue.first - 1] in CLOSERS
        informed = joined and cue.type == "report" and "by" in cue.frames and not relative and after.start in (cue.last, cue.last + 1)
        if informed and (cue.last in self.speakers.quotations or PAPERS & {self.text.forms[cue.last], self.text.forms[cue.last][2:]}):
            return True  # مصدر أفاد «الميدان» بأن
        return (relative and after.kind == "body") or (frame.kind == "colon" and after.kind == "account")  # الوزارة تعلن حصيلة جديدة:

    def _gives_number(self, cue: Cue, after: Speaker) -> bool:
        """``غير أن الوزارة أوردت حصيلة أدنى``: whether an indefinite paper right behind a verb is its object, the subject before it."""
        first = after.start
        if not after.account or first != cue.last or after.first != first or self.text.kinds[cue.first - 1] != "word":
            return False
        return is_paper[self.text.forms[first]] and cue.type in _BRINGING

    def _set_apart(self, cue: Cue) -> bool:
        """``لكن مسؤولا، فضل عدم كشف اسمه، أبلغ الوكالة أن``: whether an accusative before a comma waits for its verb."""
        if self.text.forms[cue.first - 1] != "،":
            return False
        near = range(cue.first - 2, max(self.text.sentence(cue.first)[0], cue.first - _LONGEST_TELLER), -1)
        return any(self.speakers.is_accusative(i) for i in near)

    def _given(self, cue: Cue, frame: Frame, after: Speaker | None) -> Draft | None:
        """``جدد الوزير التأكيد على``, ``وجهت اللجنة انتقادات``: what is said is told by the noun."""
        hit = next(self.text.words[frame.at].entries[cls] for cls in cue.frames if cls in self.text.words[frame.at].entries)
        alone = frame.at == cue.last and heads_clause(self.text, cue)
        speaker = after or (self.subject_or_last(cue) if alone else None)
        if speaker is None:
            return None
        return Draft(cue=cue, first=cue.first, skip=cue.skip, content=frame.at, speaker=speaker, type=hit.value)

    def _draft(self, cue: Cue, frame: Frame, speaker: Speaker, first: int, *, nested: bool = False) -> Draft:
        via, kind = None, cue.type
        if frame.relayed is not None:
            source = self.speakers.phrase(frame.relayed, frame.at, whole=True)
            if source:
                via, speaker, kind = speaker, source, "report"
        elif cue.type == "say" and "to" in cue.frames and speaker.account:
            kind = "report"
        elif cue.type == "report" and _OBJECT_OR_BY.isdisjoint(cue.frames) and speaker.personal:
            kind = "say"
        skip = cue.skip if first == cue.first else speaker.skip if speaker.first == first else 0
        content = max(cue.last, speaker.last if speaker.first >= cue.last else 0) if frame.kind == "object" else frame.at
        relayed = frame.relayed or -1
        until = past_deed(self.text, cue, content) if frame.kind == "object" and cue.type == "announce" else -1
        return Draft(cue, first, skip, content, speaker, kind, via, relayed, nested, until=until)
