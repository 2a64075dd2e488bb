"""When what goes on began and ended, as a text tells it elsewhere: ``عند بدء العملية``, ``العملية التي انطلقت في أيار وانتهت في آب``."""

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.govern import STANDING
from hasila.arabic.figure.joining import joins_verb
from hasila.arabic.figure.then import Then
from hasila.arabic.figure.zone import COMMAS, MAY_BE_VERB
from hasila.arabic.time.day import DAY_LENGTH
from hasila.records import Time
from hasila.text import Text, Word, last_in, one_in

_AT = frozenset(("عند", "لدي", "مع", "وعند", "ولدي", "ومع", "ساعه", "لحظه", "يوم", "قبل", "وقبل", "قبيل", "وقبيل", "عشيه", "وعشيه", "غداه"))
_EVE = frozenset(("عشيه", "وعشيه", "قبيل", "وقبيل"))
_ON = "علي"
_DEEDS = ("event_word", "strike_noun", "place_event", "campaign")
_OFFENSIVE = "الهجوم"
_UP_TO = frozenset(("حتي", "الي"))
_FROM_NOUN = 8  # tokens from ``على انطلاق العملية``, or from ``أطلقت القوات عملية كذا``, to its date
_FROM_VERB, _TO_NOUN = 5, 3  # tokens from the verb of beginning or ending to its date; from the date to ``تاريخ انطلاق الهجوم``
_LAUNCHED = frozenset((*STANDING, "meeting_attendance"))  # what stands so at a beginning, or was so many then, and isn't counted on from it
_BACK = 400  # tokens looked back for when it began


class Begun(Then):
    """The governors of a text that also tell in which stretch of time a figure stands by when that began, or ended."""

    def _at_its_beginning(self, draft: Draft) -> str | None:
        """The date when that began which a figure holds at the beginning of: ``كان في المدينة عند بدء العملية 900 مسلح``."""
        at = last_in(self.text.derived(find_beginnings), max(draft.segment, draft.sentence[0]), draft.clause[1])
        if at is None or self._divided(min(at, draft.first), max(at, draft.first), draft):
            return None
        begun = (time.value for token, time in reversed(self._dates_in(max(0, at - _BACK), at)) if self._is_beginning(token, time))
        return next((value for value in begun if value is not None and "/" not in value), None)

    def _is_beginning(self, token: int, time: Time) -> bool:
        """Whether a date is told as when something began."""
        text = self.text
        launch = last_in(text.where("launch_verb"), max(text.sentence(token)[0], token - _FROM_VERB), token)
        if launch is not None and not any(map(MAY_BE_VERB.__getitem__, text.words[launch + 1 : token])):  # قذائف أطلقها قتلت الأربعاء 11
            return True
        nouns, stop = text.where("beginning_noun"), text.tokens(time.start, time.end)[1]
        if one_in(nouns, stop, stop + _TO_NOUN) or (self._is_running(token) and one_in(nouns, token - _FROM_VERB, token)):
            return True
        return self._is_past_beginning(token)

    def _is_past_beginning(self, date: int) -> bool:
        """``بعد تسعة أيام على انطلاق العملية في آب``: whether a date is when that began since which time has gone by."""
        forms, noun = self.text.forms, last_in(self.text.where("beginning_noun"), date - _FROM_NOUN, date)
        return noun is not None and forms[noun - 1] == _ON and COMMAS[0] not in forms[noun:date]

    def _from_launch(self, draft: Draft, value: str) -> str:
        """A date towards now, if it only says when that began in which so many fell: ``وكانت الحملة انطلقت في أيار، وقتل فيها 900``."""
        if "/" in value or draft.indicator in _LAUNCHED or (len(value) == DAY_LENGTH and self._is_news(value)):
            return value
        before = self._dates_in(draft.sentence[0], draft.first)
        if not before or before[-1][1].value != value:
            return value
        date = before[-1][0]
        is_apart = date < draft.segment or any(
            MAY_BE_VERB[word] or word.form in COMMAS for word in self.text.words[self._stop(date) : draft.first]
        )
        began = self._is_past_beginning(date) or (is_apart and self._is_launch(date))
        return f"{value}/.." if began else value

    def _is_launch(self, date: int) -> bool:
        """Whether a date is that of a verb that what goes on for long began: ``انطلقت الحملة على الجيب في أيار``."""
        text, first = self.text, self.segments.start(date)
        verb = last_in(text.where("launch_verb"), max(first, date - _FROM_NOUN), date)
        if verb is None or any(map(MAY_BE_VERB.__getitem__, text.words[verb + 1 : date])):
            return False
        return one_in(text.where(_lasts), max(text.sentence(date)[0], verb - _FROM_VERB), date)

    def _of_ended(self, draft: Draft) -> str | None:
        """The stretch of time of what began and ended in its sentence, where no other date is its own."""
        text, (begin, end) = self.text, draft.sentence
        verb = last_in(text.where(_finishes), begin + 1, end)
        began = self._dates_in(begin, verb) if verb is not None else []
        if verb is None or not began or not one_in(text.where("launch_verb"), max(begin, began[-1][0] - _FROM_VERB), began[-1][0]):
            return None
        ended = self._dates_in(verb + 1, min(end, verb + 1 + _FROM_VERB))
        if len(ended) != 1 or self._stop(began[-1][0]) != verb or began[-1][0] <= draft.first < ended[0][0]:
            return None
        if not _ends(text, verb) or self._has_own(draft, began[-1][0], ended[0][0]):
            return None
        first, last = began[-1][1].value or "", ended[0][1].value or ""
        return f"{first}/{last}" if first and first < last and "/" not in first + last else None

    def _has_own(self, draft: Draft, began: int, ended: int) -> bool:
        """Whether a date stands in its clause that is none of these two, nor another's."""
        rows = (token for token, _ in self._dates_in(*draft.clause) if token not in (began, ended))
        return any(not self._is_of_else(token, draft) for token in rows)


def _lasts(word: Word) -> bool:
    """Whether a word names what goes on for long: a campaign, an operation, a battle, the offensive."""
    event, place = word.entries.get("event_word"), word.entries.get("place_event")
    if (event is not None and event.value == "operation") or (place is not None and place.value == "battle"):
        return True
    return "campaign" in word.entries or word.form == _OFFENSIVE


def _ends(text: Text, verb: int) -> bool:
    """Whether a verb says that something ended, or lasted up to a date."""
    return text.words[verb].entries["finish_verb"].value == "end" or not _UP_TO.isdisjoint(text.forms[verb + 1 : verb + 1 + _TO_NOUN])


def _finishes(word: Word) -> bool:
    """Whether a word joins a verb of ending."""
    return "finish_verb" in word.entries and joins_verb(word.form)


def find_beginnings(text: Text) -> list[int]:
    """Where a text tells that something was so at the beginning of what goes on: ``عند بدء العملية``, ``مع انطلاق الهجوم``."""
    begun = [i for i in text.where("beginning_noun") if text.forms[i - 1] in _AT and _is_deed(text.word(i + 1))]
    return sorted({*begun, *(i for i in text.where(_is_eve) if _is_deed(text.word(i + 1)) and _lasts(text.word(i + 1)))})


def _is_eve(word: Word) -> bool:
    return word.form in _EVE


def _is_deed(word: Word) -> bool:
    return word.form.startswith("ال") and any(cls in word.entries for cls in _DEEDS)
