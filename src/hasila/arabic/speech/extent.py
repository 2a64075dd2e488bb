"""Where the credited words end."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.complement import is_complement
from hasila.arabic.speech.draft import Draft, conjoined, connector_before
from hasila.arabic.speech.goingon import (
    LOST,
    MAIN,
    NEAR_BACK,
    OF_THEM,
    goes_on_in,
    is_at,
    sized,
    sums_up,
    verb_behind,
)
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.quantity import is_quantity
from hasila.text import Text, find_marks

_relative = listed("relative")
_amount = listed("amount_verb")

_befalls = listed("befall_verb")
_mishap = listed("mishap")
_telling = listed("speech_verb", "relay_verb")
_paper = listed("account_noun")

_TRAILING = frozenset("،؛,;:.…-–!؟?") | {"..", "..."}
_SHORT = 2  # tokens to the closing mark of a word in quotation marks
_conceding = listed("contrast")
_NOT = frozenset(["لا", "لم", "لن"])
_CONCEDED = frozenset(["بينما", "وبينما", "فيما", "وفيما", "حين", "ما"])  # what an opening conjunction ends with
_LONGEST_OPENER = 3
_KINDS = ("body_noun", "named_kind")
_LONGEST_NAME = 6
_LEAST_PARTED = 2  # tokens of a clause behind the phrase that credits it, its comma included
_CLAUSE = 25  # tokens from the verb of a clause to its number
_LONGEST = 400  # tokens: a bound, so that text without any sentence stays linear


@dataclass(frozen=True, slots=True, eq=False)
class Extents:
    """Finds the ends of one text's statements."""

    text: Text
    quotations: Mapping[int, int]
    closers: frozenset[int]
    openers: list[int]
    commas: list[int]
    contrasts: list[int]
    meetings: list[int]

    def end(self, draft: Draft, following: Sequence[Draft]) -> int:
        """The token after the last that the draft credits."""
        content, openers = draft.content, self.openers
        limit, stop = content + _LONGEST, self.text.sentence(draft.cue.first)[1]
        if stop >= limit:
            stop = limit
        elif openers and (nth := bisect_left(openers, content)) < len(openers) and openers[nth] < stop:
            stop = min(self._past_quotation(draft, stop), limit)
        if stop < limit:
            stop = self._past_sum(draft, stop, limit, following)
        cut = stop
        for other in following:
            first = other.first
            if first >= stop:
                break
            if first <= content or other.aside or (first < other.cue.first and other.cue.form == "credit"):
                continue
            if first > content + (self.text.forms[content] == ":") and self._breaks(other):
                cut = first
                break
        cut = self._before_contrast(draft, cut, following)
        if self.meetings:
            cut = self._before_meeting(draft, cut)
        return self._trimmed(draft, cut, connectors=cut < stop)

    def _past_sum(self, draft: Draft, stop: int, limit: int, following: Sequence[Draft]) -> int:
        """``وفي أرقام الوزارة، نفذ الطيران 30 غارة. وبلغت الكلفة مليونا``: past the sentence that tells of the same what it came to.

        It goes on with who is credited before the sentence, unless another speaks there.
        """
        text = self.text
        if stop + 1 >= len(text.words) or stop in text.lines or draft.cue.form != "credit":
            return stop
        begin, end = text.sentence(stop)
        opens = 0 <= draft.cue.first - draft.first <= NEAR_BACK and draft.first == text.sentence(draft.first)[0]
        if begin != stop or not opens or not sums_up(text, begin) or not any(is_quantity(text, i) for i in range(begin, end)):
            return stop
        told = any(begin <= other.cue.first < end for other in following)
        return stop if told else min(end, limit)

    def _past_quotation(self, draft: Draft, stop: int) -> int:
        """The end of the sentence, or of the one where a quotation that is open there closes."""
        for _ in range(8):
            marks = self.openers[bisect_left(self.openers, draft.content) : bisect_left(self.openers, stop)]
            open_mark = next((i for i in marks if self.quotations[i] >= stop), None)
            if open_mark is None:
                return stop
            stop = min(len(self.text.words), self.text.sentence(self.quotations[open_mark])[1])
        return stop

    def _breaks(self, other: Draft) -> bool:
        """Whether a statement ends the one before it: a participle, or a verb joined by و, a comma or a conjunction."""
        text, before = self.text, other.first - 1
        if _relative[text.forms[before]]:
            return text.forms[before].startswith("و")
        if text.forms[before] == "كما" and other.cue.finite and other.content > other.cue.last:
            return True  # قال إن البحر هائج كما أوضح أن
        return other.cue.form == "participle" or other.skip > 0 or text.kinds[before] == "mark" or self._after_connector(other.first)

    def _after_connector(self, first: int) -> bool:
        begin = connector_before(self.text, first)
        if begin is None:
            return False
        found = self.text.find(begin, "connector")
        return self.text.kinds[begin - 1] == "mark" or (found is not None and found.hit.clitics != "") or self._after_connector(begin)

    def _before_contrast(self, draft: Draft, stop: int, following: Sequence[Draft]) -> int:
        """Cut where the author goes on: ``، فيما …``, after a noun of saying any comma; never inside a quotation."""
        cuts, i = self.commas if draft.nested or draft.cue.form == "noun" else self.contrasts, draft.content
        conceded = self.text.forms[draft.first - 1] in _CONCEDED and self._is_conceded(draft)
        if not (cuts or conceded):
            return stop
        if conceded:
            within = self.commas[bisect_left(self.commas, i) : bisect_left(self.commas, stop)]
            cuts = [comma for comma in within if self._begins_main(comma + 1)]
        while True:
            nth = bisect_left(cuts, i)
            if nth == len(cuts) or cuts[nth] >= stop:
                return stop
            past = self._past_insertion(draft, cuts[nth], stop)
            if past:
                i = past
                continue
            quoted = bisect_left(self.openers, i)
            if quoted == len(self.openers) or self.openers[quoted] > cuts[nth]:
                if not self._goes_on_telling(draft, cuts[nth], following):
                    return cuts[nth]
                i = cuts[nth] + 1
            else:
                i = self.quotations[self.openers[quoted]] + 1

    def _past_insertion(self, draft: Draft, comma: int, stop: int) -> int:
        """``إعلان الوزارة أن عدد القتلى، منذ آب، بلغ 90``: past what parts a subject behind أن from its verb, else 0."""
        text = self.text
        if draft.cue.form != "noun" or not is_complement(text, draft.content):
            return 0
        close = next((i for i in range(comma + 2, min(stop, comma + _CLAUSE)) if text.forms[i] == "،"), None)
        told = close is not None and is_finite(text.forms[close + 1]) and not conjoined(text, close + 1)
        return close + 1 if told and close is not None else 0

    def _goes_on_telling(self, draft: Draft, comma: int, following: Sequence[Draft]) -> bool:
        """``قال إن الجيش قتل 30، فيما اعتقل 40``, ``قال إن …، فيما دمر الطيران 30. وأضاف``: whether a speech in أن goes on past a contrast.

        So does who counts those killed (``أحصى مقتل 30، فيما أصيب 40``).

        So does what a phrase of crediting opens (``وبحسب الوزارة، نزح 90، فيما عاد 40``). It does where the clause leaves out who did it,
        or where the same speaker goes on behind it; but not where another is told there.
        """
        text = self.text
        credit = draft.cue.form == "credit"
        whole = is_complement(text, draft.content) or (credit and draft.first == draft.cue.first)
        parts = credit and comma - draft.content > _LEAST_PARTED  # بلغت المساحة، بحسب الجيش، ألف كيلومتر، فيما بلغت الغارات مئة
        found = text.find(comma + 1, "contrast") if whole or parts or draft.cue.finite else None
        if found is None or found.stop >= len(text.words):
            return False
        parted = parts and _amount[text.forms[found.stop]]
        if not (whole or parted or (draft.cue.finite and self._tallies_on(draft, found.stop))):
            return False
        end = self._clause_end(comma, text.sentence(comma)[1])
        if any(comma < other.cue.first < end and other.speaker[1:3] != draft.speaker[1:3] for other in following):
            return False
        over = text.sentence(comma)[1]
        back = next((other for other in following if other.cue.first >= over), None)
        goes_back = back is not None and back.first == over and back.cue.finite  # وأضاف, وقال فلان
        if goes_back and back is not None and text.forms[back.speaker.last - 1] == text.forms[draft.speaker.last - 1]:
            return True
        verb = verb_behind(text, found.stop)
        entries = text.words[verb].entries
        tells = _telling[text.forms[verb]] and "befall_verb" not in entries  # استشهد 30
        function = "function" in entries and text.forms[verb] != LOST
        return not (tells or function) and self._tells_number(verb, end)

    def _tallies_on(self, draft: Draft, verb: int) -> bool:
        """``أحصى مقتل 30، فيما أصيب 40``: whether who tells of those killed goes on to those of another verb.

        That verb has no subject but those counted.
        """
        text = self.text
        killed = any(_mishap[form] for form in text.forms[draft.content : draft.content + 2])  # أعلن عن مقتل 30
        told = killed or "counting_verb" in text.words[draft.cue.first].entries
        return told and _befalls[text.forms[verb]] and is_quantity(text, verb + 1)

    def _clause_end(self, comma: int, end: int) -> int:
        """``قال X إن 30 قتلوا، بينما سقط 90، في حين تحدث Y عن 20``: where the clause behind a comma ends."""
        places = self.text.where("contrast")
        later = places[bisect_right(places, comma + 1) : bisect_left(places, end)]
        return next((i - 1 for i in later if self.text.forms[i - 1] == "،"), end)

    def _tells_number(self, verb: int, end: int) -> bool:
        """``، فيما نفذ الطيران 90 غارة``: whether a finite verb has a number in its clause.

        What has not passed a number (``، فيما لم تتعد الحصيلة الرسمية مئتين``) is the author's measure of what is said, unless
        the verb's subject is only how many they are (``، فيما لا يتجاوز عدد العائدين مئة``).
        """
        text = self.text
        of = text.forms[verb + 1]
        many = sized[of] and not _paper[of] and not of.startswith("ال")
        if (text.forms[verb - 1] in _NOT and not many) or not (is_finite(text.forms[verb]) or text.forms[verb] == LOST):
            return is_quantity(text, verb + 1)
        return any(is_quantity(text, i) for i in range(verb + 1, min(end, verb + _CLAUSE)))

    def _before_meeting(self, draft: Draft, stop: int) -> int:
        """Cut ``دعا إلى وقف النار، وذلك في لقاء حضره كثيرون``; behind أن a meeting may be what is told."""
        if is_complement(self.text, draft.content):
            return stop
        return next((comma for comma in self.meetings if draft.content < comma < stop), stop)

    def _is_conceded(self, draft: Draft) -> bool:
        """``وبينما تقول الحكومة إن …، بلغ``: a statement in the clause before the sentence's main verb."""
        begin = self.text.sentence(draft.cue.first)[0]
        if not draft.cue.finite or not 0 < draft.first - begin <= _LONGEST_OPENER or not _conceding[self.text.forms[begin]]:
            return False
        found = self.text.find(begin, "contrast")
        return found is not None and found.stop == draft.first

    def _begins_main(self, i: int) -> bool:
        """Whether a main clause begins at a token: with a verb, a negation or ف."""
        form = self.text.forms[i]
        return form in MAIN or (not form.startswith("و") and form not in OF_THEM and is_finite(form))

    def _trimmed(self, draft: Draft, stop: int, *, connectors: bool) -> int:
        forms, closers, least = self.text.forms, self.closers, draft.cue.last if draft.cue.last > draft.first + 1 else draft.first + 1
        while stop > least:
            if forms[stop - 1] in _TRAILING and stop - 1 not in closers:
                stop -= 1
                continue
            back = self._connector(stop) if connectors else 0
            if not back:
                return stop
            stop -= back
        return stop

    def _connector(self, stop: int) -> int:
        """How many tokens the connector takes that ends before ``stop``; 0 where none does."""
        if _relative[self.text.forms[stop - 1]]:
            return 1
        begin = connector_before(self.text, stop)
        return 0 if begin is None else stop - begin

    def direct(self, draft: Draft, stop: int) -> bool:
        """Whether words of two or more stand in quotation marks within the content."""
        openers = self.openers
        nth = bisect_left(openers, draft.content - 1)
        while nth < len(openers) and openers[nth] < stop:
            if self.quotations[openers[nth]] - openers[nth] > _SHORT and not self._names(openers[nth]):
                return True
            nth += 1
        return False

    def _names(self, opening: int) -> bool:
        """``تنظيم «الدولة الإسلامية»``, ``عملية "الموج العارم"``: whether a quotation names what the noun before it tells the kind of."""
        text, close = self.text, self.quotations[opening]
        hit = next((h for cls in _KINDS if (h := text.words[opening - 1].entries.get(cls)) is not None), None)
        if hit is None or hit.article or hit.pronoun or close - opening > _LONGEST_NAME:
            return False
        return not is_complement(text, opening + 1) and not is_finite(text.forms[opening + 1])


def extents(text: Text, quotations: Mapping[int, int]) -> Extents:
    """The reader of a text's extents, its quotation marks sorted once."""
    commas = text.derived(find_marks).get("،", [])
    contrasts = [i - 1 for i in text.where("contrast") if text.forms[i - 1] == "،" and not goes_on_in(text, i)]
    unsaid = [i for i in text.where("said_of") if text.forms[i].startswith("و") or text.forms[i - 1] == "،"]
    if unsaid:  # وقيل إن: nobody's word
        contrasts, commas = sorted([*contrasts, *unsaid]), sorted([*commas, *unsaid])
    where = [i - 1 for i in text.where("said_where") if text.forms[i - 1] == "،"]
    talks = [comma for comma in where if is_at(text, comma + 1, "talk")]
    if talks:
        contrasts, commas = sorted([*contrasts, *talks]), sorted([*commas, *talks])
    meetings = [comma for comma in where if is_at(text, comma + 1, "convening")]
    return Extents(text, quotations, frozenset(quotations.values()), sorted(quotations), commas, contrasts, meetings)
