"""The day on which a source told a figure long ago, and what is told of now beside a date: neither is what it seems to be of."""

from bisect import bisect_left

from hasila.arabic.figure.dating import Dating
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.zone import COMMAS, MAY_BE_VERB, RELATIVES
from hasila.text import FINITE, Known, Word, clause, one_in

_AS = "كما"
_SOURCED = 30  # how far behind a figure its source may stand
_LINKING = frozenset(("منذ", "حتي", "بين", "قبل", "بعد", "خلال"))
_STANDS = 8
_WERE = frozenset(("كان", "كانت", "كانوا", "وكان", "وكانت", "وكانوا"))
_AND_IT = frozenset(("وهو", "وهي", "وهم"))
_AMOUNTING = frozenset(("البالغ", "البالغه", "والبالغ", "والبالغه"))
_ITS = ("ه", "ها", "هم")


class Cited(Dating):
    """The governors of a text that also tell what holds now though a date stands before it, and what held when its source told it."""

    def _of_the_source(self, draft: Draft) -> str | None:
        """The day, long ago, on which the source behind a figure told it: ``بحسب ما أعلنته الوزارة في أيار الماضي``."""
        text, cites = self.text, self.text.where(_cites)
        n = bisect_left(cites, draft.end)
        at = cites[n] if n < len(cites) and cites[n] < min(draft.sentence[1], draft.end + _SOURCED) else None
        if at is None or not self._is_quoted_by(at, draft):
            return None
        end = clause(text, at + 1)[1]
        dates = self._dates_in(at + 1, end)
        if not dates or self._is_now(draft):
            return None
        date, time = dates[0]
        if text.forms[at] == _AS and self._stop(date) < end:  # كما أعلنت في أيار 300 غارة
            return None
        words = text.words[at:date]
        told = any("account_noun" in word.entries or "published_verb" in word.entries or _tells(word) for word in words)
        if not told or not _LINKING.isdisjoint(text.forms[at:date]) or self._is_news(time.value or ""):
            return None
        return time.value

    def _is_quoted_by(self, source: int, draft: Draft) -> bool:
        """Whether a figure behind which a source stands is its own: only what describes those counted comes between."""
        text, end = self.text, draft.end
        if one_in(self.segments.turns, end, source) or (text.forms[source] == _AS and not _tells(text.words[source + 1])):
            return False
        for i in range(end, source):
            if text.forms[i] in RELATIVES:
                break
            if i > end and MAY_BE_VERB[text.words[i]] and "function" not in text.words[i].entries:
                return False
        return True

    def _stands_now(self, draft: Draft) -> int | None:
        """Where a clause of the present, or one without a verb, begins behind a date (``أسس في 2014، وأعضاؤه 60``)."""
        forms, words, first = self.text.forms, self.text.words, draft.first
        for i in range(first - 1, max(draft.sentence[0], first - _STANDS), -1):
            if forms[i] in _AMOUNTING:
                return i if self._dates_in(draft.sentence[0], i) and not self._is_told_then(draft.sentence[0], i) else None
            is_present = _IS_PRESENT[words[i]] and forms[i - 1] not in _WERE
            if is_present and (forms[i][:1] == "و" or forms[i - 1] in _AND_IT):
                return i if self._dates_in(draft.sentence[0], i) else None
            if is_present and (forms[i - 1] in RELATIVES or self._is_past_before(i, draft)):
                return self._behind_date(i, draft)
            if MAY_BE_VERB[words[i]]:
                return None
            if forms[i - 1] in COMMAS and forms[i][:1] == "و" and forms[i].endswith(_ITS):
                return i if self._dates_in(draft.sentence[0], i) else None
        return None

    def _behind_date(self, verb: int, draft: Draft) -> int | None:
        """A verb in the present behind a date, unless what it says was told then, or stands in the stretch that begins there."""
        dates = self._dates_in(draft.sentence[0], verb)
        if not dates or self._is_running(dates[-1][0]) or self._is_told_then(draft.sentence[0], verb):
            return None
        return verb

    def _is_told_then(self, first: int, last: int) -> bool:
        """Whether a verb of telling and what opens its content stand in the tokens [first, last)."""
        verb = self._telling(first, last)
        return verb is not None and one_in(self.text.where("complementizer"), verb, last)

    def _is_past_before(self, verb: int, draft: Draft) -> bool:
        """Whether a noun right before a verb in the present is described by it, behind a clause of the past with its own date."""
        words, forms = self.text.words, self.text.forms
        if "common_noun" not in words[verb - 1].entries or forms[verb - 1].startswith("ال"):
            return False
        dates = self._dates_in(draft.sentence[0], verb)
        behind = words[self._stop(dates[-1][0]) : verb] if dates else []
        return any(hit.tag == "past" for word in behind for hit in word.entries.values() if "function" not in word.entries)


def _cites(word: Word) -> bool:
    """Whether a word behind a figure leads to its source: ``بحسب``, ``وفق``, no noun of accounts."""
    return word.form == _AS or ("source_word" in word.entries and "account_noun" not in word.entries)


def _tells(word: Word) -> bool:
    hit = word.entries.get("speech_verb")
    return hit is not None and hit.tag in FINITE


@Known
def _IS_PRESENT(word: Word) -> bool:
    return any(hit.tag == "present" for hit in word.entries.values())
