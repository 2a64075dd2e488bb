"""Placing: which words a phrase of crediting tells the source of: its clause, or a part of another's words."""

from dataclasses import dataclass, replace

from hasila.arabic.speech.clause import ClauseReader
from hasila.arabic.speech.complement import is_complement
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft, conjoined
from hasila.arabic.speech.excerpt import excerpt
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.within import clause_end, joined_before, read_within, set_apart
from hasila.records import StatementType
from hasila.text.mark import DASHES

_relative, _of_state = listed("relative"), listed("account_adjective", "available_adjective")
_NEAR, _LONGEST_DESCRIPTION, _LONGEST_REST = 5, 10, 4


@dataclass(frozen=True, slots=True, eq=False)
class PlacingReader(ClauseReader):
    """Places the phrases of one text that credit a clause."""

    def placed(
        self,
        cue: Cue,
        speaker: Speaker,
        via: Speaker | None,
        kind: StatementType,
        begin: int,
        left: int,
        drafts: list[Draft],
        stop: int = 0,
    ) -> Draft | None:
        """The channel of the statement that the phrase stands in, else a statement of its own; ``stop``: where the phrase ends.

        It is told where the speaker does not end it, who was named before.
        """
        stop = stop or speaker.last
        outer = drafts[-1] if drafts and drafts[-1].cue.first >= begin and drafts[-1].cue.form != "credit" else None
        if outer and self._parts_from_its_words(outer, cue, stop) and not speaker.personal:
            own = speaker.kind == "account" or self._same(speaker, outer.speaker)
            drafts[-1] = outer if outer.via or own else replace(outer, via=speaker)
            return None
        if outer and cue.first > outer.content:
            within = self._within_words(cue, speaker, via, kind, outer, stop)
            if within or self._is_nameless(speaker) or speaker.account or self._same(speaker, outer.speaker):
                return within
            if outer.via is None and not speaker.personal:
                drafts[-1] = replace(outer, via=speaker)
                return None
        if (cue.first == begin and self._is_afterthought(speaker, drafts, stop)) or self._is_second(cue, speaker, drafts):
            drafts[-1] = replace(drafts[-1], via=drafts[-1].via or speaker)
            return None
        first = self.coordinated(cue, stop, self.clause_start(cue, left, begin))
        last = drafts[-1] if drafts and drafts[-1].cue.first >= begin else None
        if last and last.cue.form == "credit" and last.first == last.cue.first and first <= last.content + 1:  # وبحسب … فقد
            first = joined_before(self.text, last.content, cue.first - (self.text.forms[cue.first - 1] == "،")) or first
        if outer and first == left:
            first = outer.cue.first if cue.first < outer.content else outer.first  # ألمانيا، التي …، تعهدت على لسان وزيرتها
        skip = self.clitic(cue, first)
        return Draft(cue=cue, first=first, skip=skip, content=stop, speaker=speaker, via=via, type=kind)

    def _within_words(self, cue: Cue, speaker: Speaker, via: Speaker | None, kind: StatementType, outer: Draft, stop: int) -> Draft | None:
        """What a phrase of crediting within the words of ``outer`` tells of for itself: a clause in their middle, or apart from them."""
        own = self._own_words(cue, stop)
        if own is not None:
            return Draft(cue=cue, first=cue.first, skip=cue.skip, content=own, speaker=speaker, via=via, type=kind)
        inner = self._relative_before(cue, outer.content)
        if inner is not None and not speaker.personal:
            return Draft(cue=cue, first=inner, skip=0, content=stop, speaker=speaker, via=via, type=kind, nested=True)
        if self._is_nameless(speaker):
            return None  # قال الوزير إن العدد، وفق المعطيات المتوفرة، 90
        apart = set_apart(self.text, cue, speaker, outer)
        if apart is not None:
            until = clause_end(self.text, cue.first, stop)
            return Draft(cue, apart, int(conjoined(self.text, apart)), stop, speaker, kind, via, nested=True, until=until)
        if via is not None or self._same(speaker, outer.speaker):
            return None
        return read_within(self.text, cue, speaker, outer, kind, stop)

    def _parts_from_its_words(self, outer: Draft, cue: Cue, stop: int) -> bool:
        """``تحدث القائد، حسب ما نقلته القناة، عن``: whether the phrase stands between commas, dashes or brackets behind who speaks, before
        what he says.
        """
        forms = self.text.forms
        opening = forms[cue.first - 1]
        closing = ")" if opening == "(" else opening
        set_off = (opening in ("،", "(") or opening in DASHES) and closing in forms[stop : stop + _LONGEST_REST]
        unsaid = stop < outer.content or outer.content == cue.first - 1
        return set_off and unsaid and outer.cue.finite and outer.cue.first < outer.speaker.last <= cue.first

    def _is_nameless(self, speaker: Speaker) -> bool:
        """``المعطيات المتوفرة``, ``آخر الإحصاءات``: whether a paper is told by its state alone, so that who cites it has it himself."""
        if speaker.kind != "account" or speaker.first != max(speaker.start, speaker.first):
            return False
        return all(_of_state[form] for form in self.text.forms[speaker.first + 1 : speaker.last])

    def _own_words(self, cue: Cue, stop: int) -> int | None:
        """``قال إن العدد 90، كما جاء في تقرير للمركز، الصادر أمس، أن العدد 30``: أن behind a paper, whose words it opens."""
        if "account" not in cue.frames:
            return None
        text = self.text
        if text.forms[stop] == "،":
            stop = next((i + 1 for i in range(stop + 1, stop + _LONGEST_DESCRIPTION) if text.forms[i] == "،"), stop)
        return stop if is_complement(text, stop) else None

    def _is_second(self, cue: Cue, speaker: Speaker, drafts: list[Draft]) -> bool:
        """``وفق ما أكدت الوزارة، بحسب الوكالة``: whether a phrase of crediting stands right behind another, and tells its channel."""
        last = drafts[-1] if drafts else None
        if last is None or last.cue.form != "credit" or last.via is not None or speaker.personal or last.cue.first <= last.first:
            return False
        return cue.first - last.content == 1 and self.text.forms[last.content] == "،" and not self._same(speaker, last.speaker)

    def _is_afterthought(self, speaker: Speaker, drafts: list[Draft], stop: int) -> bool:
        """``قال إن الخطة نجحت. بحسب ما نقلته الوكالة.``: whether the channel of the sentence before is a sentence of its own."""
        text = self.text
        begin, end = text.sentence(stop - 1)
        if not drafts or speaker.personal or not begin or end - stop > 1:
            return False
        return drafts[-1].cue.first >= text.sentence(begin - 1)[0] and not self._same(speaker, drafts[-1].speaker)

    def _relative_before(self, cue: Cue, content: int) -> int | None:
        """Where a relative clause begins that the phrase stands in, with nothing but its verb before it (``التي قتل فيها بحسب``)."""
        for i in range(cue.first - 1, max(content, cue.first - _NEAR) - 1, -1):
            if _relative[self.text.forms[i]]:
                return i + 1
            if self.text.kinds[i] != "word":
                return None
        return None

    def _same(self, one: Speaker, other: Speaker) -> bool:
        return excerpt(self.text, one.first, one.last, one.skip) == excerpt(self.text, other.first, other.last, other.skip)
