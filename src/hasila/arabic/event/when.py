"""When an event was: the date of its clause or sentence that is its own, else that of what it goes on with."""

from bisect import bisect_left
from dataclasses import dataclass

from hasila.arabic.event.circumstance import NO_NOUN
from hasila.arabic.event.clause import Clause
from hasila.arabic.event.eve import counted_day
from hasila.arabic.event.extent import ExtentReader
from hasila.arabic.event.status import to_come
from hasila.arabic.event.trigger import Trigger

_MEANWHILE = frozenset(["خلال", "اثناء", "في", "هامش", "هوامش", "ختام", "افتتاح", "اعمال", "اشغال", "فعاليات"])
_ADDED = frozenset(["والذي", "والتي", "والذين"])
_FOR_YEAR = frozenset(["لعام", "للعام", "لسنه", "للسنه"])


@dataclass(slots=True, eq=False)
class WhenReader(ExtentReader):
    """Tells when the events of one text were. ``published`` is the day of the document."""

    published: str | None = None

    def _when(
        self, trigger: Trigger, first: int, clause: Clause, sentence: tuple[int, int], holder: Trigger | None
    ) -> tuple[str | None, tuple[int, int] | None]:
        """The date of an event, and the tokens beside its own clause's that tell when and where a meeting is held."""
        text, kind = self.text, trigger.type
        aside = self.told.own_aside(trigger.at, sentence[1]) if kind == "meeting" else None
        held = self.told.date(*aside) if aside else None
        time = (None if holder else held) or self._time(first, trigger, clause, sentence) or held
        if time is None and kind in ("meeting", "operation"):
            added = clause.last + (text.forms[clause.last] == "،")
            time = self.told.date(added, min(added + 25, sentence[1])) if text.forms[added] in _ADDED else None
        if time is None and kind == "meeting" and not holder and text.forms[trigger.at - 1] in _MEANWHILE:
            time = self.told.date(clause.first, trigger.at)
            aside = aside or ((clause.first, trigger.at) if time and trigger.pronoun else None)
        if time is None and kind == "meeting" and not self.told.dated(*sentence):
            time = counted_day(text, trigger.at, self.published)
        return time, aside

    def _own_time(self, trigger: Trigger, time: str | None, first: int, last: int) -> tuple[str | None, bool]:
        """The date, if it is not that of what was agreed or pledged, and whether it is yet to come."""
        if trigger.type == "pledge" and self._budgeted(time, first, last):
            return None, False
        coming = to_come(time, self.published)
        if coming and trigger.type in ("agreement", "pledge") and trigger.form == "verb" and trigger.tag == "past":
            return None, True  # اتفقوا على الاجتماع غدا
        return time, coming

    def _budgeted(self, time: str | None, first: int, last: int) -> bool:
        """``تعهد بمليون يورو لعام 2018``: whether the year is that for which money is given."""
        near = (dated for dated in self.told.dates if first <= dated.first < last)
        return any(dated.value == time and self.text.forms[dated.first] in _FOR_YEAR for dated in near)

    def _time(self, first: int, trigger: Trigger, clause: Clause, sentence: tuple[int, int]) -> str | None:
        """The clause's date; where the sentence opens with one, it goes before a date that a relative clause tells."""
        fronted = self.told.fronted(sentence[0], trigger.at)
        last = clause.last
        if fronted:
            relatives = self.text.where("relative")
            nth = bisect_left(relatives, trigger.at + 1)
            last = min(relatives[nth], last) if nth < len(relatives) else last
        if trigger.clitics == "س":
            return self.told.latest(first if first < trigger.at else trigger.at, last) or fronted
        noun = NO_NOUN if trigger.form == "verb" else trigger.at
        told = self.told.date(first if first < trigger.at else trigger.at, last, noun) or fronted
        return self.told.date(trigger.at, last, noun) if told is None and first < trigger.at else told

    def _verb_of(self, trigger: Trigger, first: int) -> int | None:
        """The verb that has its subject after it."""
        return trigger.at if trigger.form in ("verb", "light") and trigger.at == first else None
