"""Asides: phrases that credit the clause in which they stand (``بحسب الوزارة``, ``وفق ما أعلنه فلان``, ``والعهدة على فلان``)."""

from dataclasses import dataclass, replace
from functools import lru_cache

from hasila.arabic.speech.again import past_again, selfsame
from hasila.arabic.speech.antecedent import agrees, antecedent, is_finite
from hasila.arabic.speech.bearing import is_sound_plural
from hasila.arabic.speech.clause import TAKING_UP, WHICH
from hasila.arabic.speech.complement import is_complement
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.described import described
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker, holds_office
from hasila.arabic.speech.phrase import FOR_THEM
from hasila.arabic.speech.placing import PlacingReader
from hasila.arabic.speech.postposed import closers
from hasila.arabic.speech.word import HEADED, ISSUED, NAMED
from hasila.records import StatementType
from hasila.text import analyse, is_feminine

_ASIDES = frozenset(["admit", "confirm"])
_THEIRS = frozenset(["ه", "ها", "هم"])
_NEAR_TOLD, _RECENT, _NEAR_BOOKS = 8, 6, 4
_ADJECTIVES = 2  # between a paper and whose it is
_LONGEST_NAME, _LONGEST_QUOTED = 4, 7  # tokens to the closing mark
_LONGEST_PHRASE = 20
_GROUND = "بناء"  # بناء على: in the clause what somebody does something on the ground of
# في حساب الدولة الختامي: an account at a bank or on a site, and nobody's reckoning
_ACCOUNT = ("حساب", "حسابات")
_BOOKS = frozenset(book + of for book in ("الختامي", "الجاري", "المصرفي", "البنكي", "الرسمي", "الشخصي") for of in ("", "ه"))
_FROM_HIM = frozenset(["عنه", "عنها", "عنهم"])
_PEOPLE = ("ين", "ات")
_PHRASE_ENDS = frozenset(["،", ".", "؛", "فان", "فقد", "ان", ":"])
_STANDS = frozenset(["جاء", "جاءت", "ورد", "وردت"])  # ما جاء اليوم في بيان
_LEARNT, _FROM = frozenset(["علم", "استفيد", "استقي"]), frozenset(["من", "لدي", "عن"])  # حسبما علم لدى المصالح
_BEFORE_LAM = ("وفقا", "طبقا", "تبعا", "وفاقا", "استنادا")
_as_told, _preposition, _adverbial = listed("as_told"), listed("preposition"), listed("adverbial")
_leading, _relayed, _relative = listed("leading_word"), listed("relayed"), listed("relative")
_STATES = frozenset(["دول", "دوله", "بلدان", "بلد"])
_WHENCE = frozenset(["المنشا", "المصدر", "الاصل", "القدوم", "الاقامه", "التصدير", "الجنسيه", "العبور", "الانطلاق", "المغادره", "العوده"])
_FARTHEST_RELATIVE = 25
_telling = listed("speech_verb", "relay_verb", "published_verb")


@lru_cache(maxsize=100_000)
def _is_glued(form: str) -> bool:
    """``ماذكر``: ما written together with its verb of saying."""
    hit = analyse(form[2:]).entries.get("speech_verb") if form.startswith("ما") and len(form) > 4 else None
    return hit is not None and hit.tag == "past" and not hit.clitics and "speech_verb" not in analyse(form).entries


@dataclass(frozen=True, slots=True, eq=False)
class AsideReader(PlacingReader):
    """Reads the phrases of one text that credit a clause."""

    def credit(self, cue: Cue, begin: int, left: int, end: int, drafts: list[Draft]) -> Draft | None:
        """What a phrase of crediting (``بحسب``, ``وفق ما``, ``جاء في``) credits; None where it names nobody who may speak."""
        text = self.text
        if cue.last >= end or self._is_division(cue):
            return None
        cue = self._past_leading(cue, end)
        again = past_again(text, cue.last)
        if again and drafts:
            return self._told_again(cue, again, begin, left, drafts)
        own = text.words[cue.last].entries.get("own_paper")
        if own and own.pronoun and own.pronoun in _THEIRS and own.clitics in ("", "ل"):
            return self._own_paper(cue, own.pronoun, begin, left, end, drafts)
        theirs, at = self.of_theirs(cue.last) if own else ("", 0)
        if theirs:
            draft = self._own_paper(replace(cue, last=at), theirs, begin, left, end, drafts)
            return draft and replace(draft, cue=cue)
        if "account" in cue.frames and "account_noun" not in text.words[cue.last].entries:
            return None
        if text.forms[cue.last] in WHICH and self.speakers.past_courtesy(cue.last) == cue.last:
            return self.told_by(cue, cue.last + 1, begin, left, end, drafts)
        if text.forms[cue.last - 1] == "ما":  # على ما أوضح
            aside = text.forms[cue.first - 1] == "،" or cue.first == begin or text.forms[cue.last - 2] == "حد"
            return self.told_by(cue, cue.last, begin, left, end, drafts) if aside else None
        if _is_glued(text.forms[cue.last]) or _as_told[text.forms[cue.last - 1]]:
            return self.told_by(cue, cue.last, begin, left, end, drafts)
        aside = cue.first == begin or (text.kinds[cue.first - 1] == "mark" and not self._behind_name(cue.first - 1))
        if (cue.type in _ASIDES or "aside" in cue.frames or text.forms[cue.first] == _GROUND) and not aside:
            return None
        if not _BOOKS.isdisjoint(text.forms[cue.last : cue.last + _NEAR_BOOKS]) and text.forms[cue.last - 1].endswith(_ACCOUNT):
            return None
        return self._by_name(cue, begin, left, end, drafts)

    def _by_name(self, cue: Cue, begin: int, left: int, end: int, drafts: list[Draft]) -> Draft | None:
        """``بحسب الوزارة``, ``وفقا لمدير المرفأ، فلان،``, ``بحسب الوكالة، نقلا عن مصدر``: who is named right behind the phrase."""
        text = self.text
        mention = self.speakers.named.get(cue.last)
        if "of" not in cue.frames and not (mention or cue.last in self.speakers.quotations or self._may_speak(cue.last)):
            return None
        skip = (mention.skip if mention and mention.first == cue.last else 0) or self._lam(cue)
        whole = "of" in cue.frames  # والكلام لمديرها فلان
        limit = next((i for i in range(cue.last, min(end, cue.last + _LONGEST_PHRASE)) if text.forms[i] in _PHRASE_ENDS), end)
        speaker = self.speakers.phrase(cue.last, limit, whole=whole, skip=skip)
        if speaker and speaker.kind == "role" and limit < end and text.forms[limit] == "،" and speaker.last == limit:
            speaker = self.speakers.called(speaker, limit, end) or speaker  # حسب مدير المرفأ، فلان الفلاني،
        passed = self._passed_on_from(speaker, end) if speaker else None
        if passed:
            source, stop = passed
            draft = self.placed(cue, source, speaker, "report", begin, left, drafts, stop)
            return draft and replace(draft, relayed=stop)
        speaker = speaker and self.speakers.together(speaker, limit)
        if speaker is not None and self._is_its_mouth(speaker, cue, drafts):
            return None
        if speaker is None or ("drawn" in cue.frames and (self._is_nameless(speaker) or self._is_ground(speaker, begin, drafts))):
            return None
        kind: StatementType = cue.type if cue.type in _ASIDES else "say" if speaker.personal or cue.type == "say" else "report"
        return self.placed(cue, speaker, None, kind, begin, left, drafts)

    def _is_its_mouth(self, speaker: Speaker, cue: Cue, drafts: list[Draft]) -> bool:
        """``أعلنت الحركة على لسان ناطقها غرق 90``: whether who has the office, and no name, only speaks for the verb's subject."""
        outer = drafts[-1] if drafts else None
        office = speaker.kind == "role" and holds_office[self.text.forms[speaker.first]]
        return office and outer is not None and outer.cue.finite and outer.cue.first < cue.first <= max(outer.content, outer.speaker.last)

    def _passed_on_from(self, channel: Speaker, end: int) -> tuple[Speaker, int] | None:
        """``بحسب الوكالة، نقلا عن مصدر طبي``: whose words the channel passes on, and where the phrase that tells it ends."""
        text, at = self.text, channel.last
        at += at < end and text.forms[at] == "،"
        relayed = text.find(at, "relayed") if at < end and _relayed[text.forms[at]] else None
        if relayed is None or relayed.stop >= end:
            return None
        limit = next((i for i in range(relayed.stop, min(end, relayed.stop + _LONGEST_PHRASE)) if text.forms[i] in _PHRASE_ENDS), end)
        source = self.speakers.phrase(relayed.stop, limit, whole=False)
        return (source, source.last) if source else None

    def _told_again(self, cue: Cue, at: int, begin: int, left: int, drafts: list[Draft]) -> Draft | None:
        """``وفق الأرقام نفسها``, ``بحسب هذه التقديرات``, ``وفقا للأخير``: who spoke last."""
        speaker = drafts[-1].speaker._replace(start=-1, account=True)
        return self.placed(cue, speaker, None, "report", begin, left, drafts, at)

    def of_theirs(self, paper: int) -> tuple[str, int]:
        """``بلاغ لها``, ``تقرير شهري مفصل له``, ``بيان صادر عنه``: the pronoun of whose an indefinite paper is, and where it stands.

        Between them only adjectives stand, indefinite as the paper is; the pronoun is empty where none stands behind it.
        """
        forms = self.text.forms
        for at in range(paper + 1, paper + 2 + _ADJECTIVES):
            if forms[at] in FOR_THEM:
                return forms[at][1:], at
            if self.text.kinds[at] != "word" or forms[at].startswith("ال") or _preposition[forms[at]]:
                break
        verb = self.text.word(paper + 1).entries.get("published_verb")  # but حصيلة أعلنت عنها الوزارة: who is behind it
        put_out = (verb is not None and verb.value == "out") or forms[paper + 1].startswith("صادر")
        return (forms[paper + 2][2:] if put_out and forms[paper + 2] in _FROM_HIM else ""), paper + 2

    def _is_ground(self, speaker: Speaker, begin: int, drafts: list[Draft]) -> bool:
        """``استنادا إلى صور``, ``قدر المعهد العدد استنادا إلى حركة القطارات``: what a conclusion is drawn from, and nobody's word."""
        if speaker.kind == "account" and self.text.has(speaker.start, "evidence_noun"):
            return not selfsame[self.text.forms[speaker.last]]
        if self._works_by(speaker, begin):
            return True
        told = bool(drafts) and drafts[-1].cue.first >= begin and drafts[-1].cue.form != "credit"
        if not told or speaker.first != speaker.start:
            return False
        named = speaker.kind == "organization" and not is_complement(self.text, drafts[-1].content)
        return named or speaker.kind in ("account", "body", "hearsay")

    def _works_by(self, ground: Speaker, begin: int) -> bool:
        """``المركز الذي يتابع الغارات استنادا إلى شهادات محلية، يقدر``: whether a relative clause tells by what somebody works."""
        if ground.kind in NAMED:
            return False
        for i in range(ground.start - 1, max(begin, ground.start - _FARTHEST_RELATIVE), -1):
            if self.text.forms[i] == "،":
                return False
            if _relative[self.text.forms[i]]:
                return True
        return False

    def _behind_name(self, i: int) -> bool:
        """``منظمة «فلان» عبر الهاتف``: whether a mark only closes a name."""
        return i in self.text.derived(closers) and i - self.text.derived(closers)[i] <= _LONGEST_NAME

    def _past_leading(self, cue: Cue, end: int) -> Cue:
        """``بحسب آخر إحصاء``, ``وفق ذات المصدر``: what comes before the noun is no part of who says so."""
        form = self.text.forms[cue.last]
        leads = cue.last + 1 < end and _leading[form.removeprefix("ل") if self._lam(cue) else form]
        return replace(cue, last=cue.last + 1) if leads else cue

    def _own_paper(self, cue: Cue, pronoun: str, begin: int, left: int, end: int, drafts: list[Draft]) -> Draft | None:
        """``بلغ عدد أعضاء الاتحاد، بحسب سجلاته، ألفا``, ``وجاء في بيانها أن``: the papers of who is spoken of before."""
        text, told = self.text, "account" in cue.frames
        if any(draft.cue.first >= begin and draft.content < cue.first for draft in drafts[-_RECENT:]):
            return None  # whose words these are is told already
        near = range(cue.last + 1, min(end, self._past_description(cue.last, end) + _NEAR_TOLD))
        if told and not any(is_complement(text, i) or text.forms[i] == ":" for i in near):
            return None
        speaker = self.meant(pronoun, begin, cue.first, drafts) or (
            None if told else antecedent(text, self.speakers, pronoun, cue.last + 1, end)
        )
        if speaker is None:
            stop = next((i for i in range(cue.last + 1, end) if not text.forms[i].startswith("ال")), end)
            speaker = None if told else Speaker(cue.last, cue.last, stop, 0, "account", True)
        return speaker and self.placed(cue, speaker._replace(account=True), None, "report", begin, left, drafts, cue.last + 1)

    def _past_description(self, paper: int, end: int) -> int:
        """``تقريره الشهري، الذي اطلعت عليه الوكالة، أن``: the comma that closes what is told of a paper, else the paper's own place."""
        forms = self.text.forms
        comma = next((i for i in range(paper + 1, min(end, paper + _NEAR_TOLD)) if forms[i] == "،"), None)
        if comma is None or not (_relative[forms[comma + 1]] or forms[comma + 1] in ISSUED):
            return paper
        return next((i for i in range(comma + 1, min(end, comma + _FARTHEST_RELATIVE)) if forms[i] == "،"), paper)

    def meant(self, pronoun: str, begin: int, at: int, drafts: list[Draft]) -> Speaker | None:
        """For whom a pronoun at ``at`` stands: one of its sentence or of the one before, else the last who spoke and agrees.

        Who has just spoken goes before who is no subject in the pronoun's sentence (``قال المعهد …. وعاد 90 إلى الإقليم، وفق أرقامه``).
        """
        text, found = self.text, antecedent(self.text, self.speakers, pronoun, begin, at)
        if found and (not begin or self._is_subject(found.first, begin)):
            return found
        told = next((draft for draft in drafts[: -_RECENT - 1 : -1] if agrees(text, draft.speaker, pronoun)), None)
        before = text.sentence(begin - 1)[0] if begin else 0
        if told is None or told.cue.first < before:
            found = found or (antecedent(text, self.speakers, pronoun, before, begin) if begin else None)
            return found or (told.speaker.referred_to if told else None)
        return told.speaker.referred_to

    def _is_subject(self, i: int, begin: int) -> bool:
        """Whether a noun phrase stands at the head of its sentence or right behind a verb, which goes on to token ``i``."""
        text = self.text
        while i > begin and not is_finite(text.forms[i - 1]):
            i -= 1
            if text.kinds[i] != "word" or _preposition[text.forms[i]]:
                return False
        return True

    def told_by(self, cue: Cue, verb: int, begin: int, left: int, end: int, drafts: list[Draft]) -> Draft | None:
        """``وفق ما أعلنه المكتب``, ``بحسب ما نقلته الوكالة عن فلان``: who the verb after ما names."""
        text = self.text
        written = text.find(verb, "credit")
        stands = written.stop if written and written.hit.value in ("told", "within") else self._stands(verb, end)
        if stands and stands < end:
            return self._written(cue, stands, begin, left, end, drafts)
        if verb >= end or not (_telling[text.forms[verb]] or _is_glued(text.forms[verb])):
            return None
        if "relay_verb" in text.words[verb].entries and text.forms[verb + 1] in _FROM_HIM:
            return self._passed_on(cue, verb + 2, begin, end, drafts)
        at = self.past_object(verb + 1, end)  # ما صرح به للقناة فلان
        again = past_again(text, at) if at < end and drafts else 0
        if again:
            return self._told_again(cue, again, begin, left, drafts)
        named = at in self.speakers.quotations and self.speakers.quotations[at] - at <= _LONGEST_QUOTED
        if at >= end or (text.kinds[at] == "mark" and not named) or _preposition[text.forms[at]] or _adverbial[text.forms[at]]:
            return self._own_word(cue, verb, begin, left, drafts)
        limit = self._phrase_end(at, min(end, verb + _LONGEST_PHRASE))
        own = described(text, self.speakers.named, at, limit - 1)  # مسؤول طلب عدم الكشف عن هويته
        about = next((i for i in range(at + 1, own) if text.forms[i] == "عن" or _relative[text.forms[i]]), None)
        about = about if about is not None and text.forms[about] == "عن" else None  # ما وثقه المرصد الذي أعرب عن قلقه
        via = self.speakers.phrase(at, about, whole=False) if about else None
        speaker = self.speakers.phrase(about + 1 if about else at, limit, whole=False)
        if speaker is None:
            return None
        if speaker.kind == "role":
            speaker = self.speakers.called(speaker, limit, end) or speaker
        speaker = self.speakers.together(speaker, limit)
        left = self._not_promised(cue, begin, left, drafts)
        return self.placed(cue, speaker, via, "report", begin, left, drafts)

    def _stands(self, verb: int, end: int) -> int:
        """``ما جاء، اليوم الأحد، في بيان``, ``ما علم لدى المصالح``: where it begins in what it stands or who tells it; else 0."""
        forms = self.text.forms
        if forms[verb] not in _STANDS:
            return verb + 2 if forms[verb] in _LEARNT and forms[verb + 1] in _FROM else 0
        at = self.speakers.past_adverbials(verb + 1, end)
        return at + 1 if at < end and forms[at] == "في" else 0

    def _phrase_end(self, first: int, last: int) -> int:
        """Where a phrase in the tokens [first, last) ends by a mark, or by a word that opens a clause."""
        return next((i for i in range(first, last) if self.text.forms[i] in _PHRASE_ENDS), last)

    def _passed_on(self, cue: Cue, at: int, begin: int, end: int, drafts: list[Draft]) -> Draft | None:
        """``قال الوزير، حسبما نقلته عنه القناة، إن``: the channel of the one who speaks."""
        at = self.speakers.past_circumstance(at, end)
        limit = self._phrase_end(at, min(end, at + _LONGEST_PHRASE))
        channel = self.speakers.phrase(at, limit, whole=False) if at < limit else None
        if channel is None:
            return None
        if drafts and drafts[-1].cue.first >= begin:
            drafts[-1] = replace(drafts[-1], via=drafts[-1].via or channel)
            return None
        source = self.meant("ه" if self.text.forms[at - 1] == "عنه" else "ها", begin, cue.first, drafts)
        return self.placed(cue, source, channel, "report", begin, begin, drafts) if source else None

    def past_object(self, at: int, end: int) -> int:
        """Past the pronoun that takes up ما, past who is spoken to, and past when it was told, where the subject follows."""
        forms = self.text.forms
        if at + 1 < end and forms[at] in TAKING_UP:
            at += 1
        at = self.speakers.past_circumstance(at, end)
        if at + 1 < end and (self.speakers.is_addressed(at) or forms[at].startswith("لل")) and self.text.kinds[at + 1] == "word":
            mention = self.speakers.named.get(at)
            people = forms[at].endswith(_PEOPLE)
            at = mention.last if mention and mention.last < end else at + 1
            while people and at + 1 < end and forms[at].startswith("ال") and forms[at].endswith(_PEOPLE):
                at += 1  # للصحفيين المرافقين
            at = self.speakers.past_circumstance(at, end)
        return at

    def _own_word(self, cue: Cue, verb: int, begin: int, left: int, drafts: list[Draft]) -> Draft | None:
        """``استقبل الميناء، بحسب ما أعلنه على موقعه، ألف سفينة``: the verb without a subject goes back to who is spoken of."""
        text = self.text
        entries = text.words[verb].entries
        hit = entries.get("speech_verb") or entries.get("published_verb")
        if hit is None or hit.tag not in ("past", "present"):
            return None
        stem = text.forms[verb][hit.skip :].removesuffix(hit.pronoun)
        speaker = self.meant("ها" if is_feminine(stem, hit.tag) else "ه", begin, cue.first, drafts)
        return speaker and self.placed(cue, speaker, None, "report", begin, left, drafts, verb + 1)

    def _written(self, cue: Cue, at: int, begin: int, left: int, end: int, drafts: list[Draft]) -> Draft | None:
        """``وفق ما جاء في تقرير الهيئة``, ``بحسب ما ورد في بيانها``."""
        entries = self.text.words[at].entries
        own = entries.get("own_paper")
        if own and own.pronoun in _THEIRS:
            return self._own_paper(replace(cue, last=at), own.pronoun, begin, left, end, drafts)
        limit = self._phrase_end(at, min(end, at + _LONGEST_PHRASE))
        may_tell = "account_noun" in entries or self.text.forms[at - 1] in _FROM
        speaker = self.speakers.phrase(at, limit, whole=False) if may_tell else None
        return speaker and self.placed(cue, speaker, None, "report", begin, left, drafts)

    def _not_promised(self, cue: Cue, begin: int, left: int, drafts: list[Draft]) -> int:
        """``تعهدت الشركات بمليون، على ما أوضح المدير``: a pledge that somebody tells of is his statement, not its maker's.

        The token that the statement may reach back to is returned.
        """
        outer = drafts[-1] if drafts and drafts[-1].cue.first >= begin else None
        told_of = self.text.forms[cue.first - 1] == "،" and outer is not None and outer.type == "promise" and outer.cue.finite
        if outer and told_of and not is_complement(self.text, outer.content):
            return drafts.pop().first
        return left

    def _may_speak(self, i: int) -> bool:
        """A listed role, body or account, be it honoured or with a pronoun (قائدها); or people by their sound plural (المقيمين)."""
        i = self.speakers.past_courtesy(i) + self.speakers.pointed(i)
        entries = self.text.words[i].entries
        if "convened_noun" in entries and entries["convened_noun"].article:
            return True
        people = self.text.forms[i].startswith("ال") and is_sound_plural[self.text.forms[i]]
        return people or not HEADED.isdisjoint(entries) or holds_office[self.text.forms[i]]

    def _is_division(self, cue: Cue) -> bool:
        """``بلغ عدد المقاتلين، حسب الدول``, ``بحسب دول المنشأ``: by what a count is broken down, which says nothing; states that an
        adjective describes do (``بحسب الدول المانحة``).
        """
        forms, skip = self.text.forms, self._lam(cue)
        state = forms[cue.last][skip:].removeprefix("ال")
        if state not in _STATES or cue.last + 1 >= len(forms):
            return False
        after = forms[cue.last + 1]
        if skip < 2 and not forms[cue.last].startswith("ال", skip):
            return after in _WHENCE
        return not after.startswith("ال") or _relative[after]

    def _lam(self, cue: Cue) -> int:
        """The ل of ``وفقا لـ``, and of the article that it swallows."""
        if "of" not in cue.frames and not self.text.forms[cue.last - 1].endswith(_BEFORE_LAM):
            return 0
        form = self.text.forms[cue.last]
        return 2 if form.startswith("لل") else int(form.startswith("ل"))
