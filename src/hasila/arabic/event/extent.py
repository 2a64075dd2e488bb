"""How far an event reaches: from its verb, or the subject or small number before it, to the end of its clause.

A list of what was agreed on belongs to it (``اتفقوا على ما يلي: …``), and what a blow did (``ضربات أصابت قوات، وأودت بحياة …``).
"""

from bisect import bisect_left
from dataclasses import dataclass

from hasila.arabic.event.clause import Clause
from hasila.arabic.event.trigger import Trigger
from hasila.arabic.event.venue import VenueReader
from hasila.arabic.speech.draft import conjoined
from hasila.arabic.speech.listed import listed
from hasila.text import find_marks

_cardinal = listed("cardinal")
_source_lead = listed("source_lead")
_LONGEST_LIST = 80
_WHAT = frozenset(["ما", "لما"])
_TO_MEETING = 14  # tokens from a meeting to the verb of its relative clause


@dataclass(slots=True, eq=False)
class ExtentReader(VenueReader):
    """Tells at which tokens the events of one text begin and end."""

    def subject_start(self, trigger: Trigger, clause: Clause) -> int:
        """The verb, or its subject where that stands before it at the clause's head."""
        first = clause.first
        connector = self.text.find(first, "connector")
        while connector and connector.stop <= trigger.at:
            first = connector.stop
            connector = self.text.find(first, "connector")
        if (held := self._meeting_of(trigger)) is not None:
            return held
        mention = self.told.speakers.named.get(first)
        if first < trigger.at <= first + 20 and self._taken_up(first, trigger):
            return first
        if first < trigger.at <= first + 12 and mention and mention.first == first and self.names.type(mention) != "place":
            return first
        return trigger.at

    def _meeting_of(self, verb: Trigger) -> int | None:
        """``اجتماع الأعضاء والذي انعقد أمس``: the meeting that a relative clause tells to have been held."""
        text = self.text
        if verb.form != "verb" or verb.type != "meeting" or not text.has(verb.at - 1, "relative"):
            return None
        for i in range(verb.at - 2, max(text.sentence(verb.at)[0], verb.at - _TO_MEETING) - 1, -1):
            hit = text.words[i].entries.get("event_word")
            if hit is not None and hit.value == "meeting":
                return i
        return None

    def phrase_start(self, trigger: Trigger, clause: Clause) -> int:
        """The noun, with the small number before it."""
        before = trigger.at - 1
        if before >= clause.first and (
            self.text.kinds[before] == "digits" or (_cardinal[self.text.forms[before]] and self.text.has(before, "cardinal"))
        ):
            return before
        return trigger.at

    def end(self, trigger: Trigger, first: int, clause: Clause, stop: int) -> int:
        """The token before which an event ends that begins at ``first`` in a clause of a sentence that ends before ``stop``."""
        last = self._before_next(first if first > trigger.at else trigger.at, clause.last)
        while last - 1 > trigger.at and "complementizer" in self.text.words[last - 1].entries:
            last -= 1
        last = self._before_source(trigger.at, last)
        if trigger.type == "agreement" and self.text.forms[clause.last] == ":" and last == clause.last:
            last = self._listed(clause.last, stop)
        if trigger.type in ("strike", "attack") and last == clause.last:
            last = self._with_result(last, stop)
        return last

    def before_credit(self, at: int, last: int) -> int:
        """Where a clause begins that says who told of it, which its date is of too: ``قتل 40 في غارات، بحسب ما أعلن المرصد أمس``."""
        text = self.text
        for cls in ("as_told", "source_word"):
            places = text.where(cls)
            for i in places[bisect_left(places, at + 1) : bisect_left(places, last)] if places else ():
                if cls == "as_told" or text.forms[i + 1] in _WHAT:
                    marks = "mark" in text.kinds[i:last]
                    return last if marks else i - (text.kinds[i - 1] == "mark")
        return last

    def _taken_up(self, first: int, verb: Trigger) -> bool:
        """``القوات التي دخلت … ستنسحب``: whether a force with its relative clause stands before the verb as its subject."""
        text = self.text
        if verb.form != "verb" or verb.clitics != "س" or not text.forms[first].startswith("ال"):
            return False
        force = {"event_force", "event_armed_men", "event_decider"} & text.words[first].entries.keys()
        return bool(force) and any(text.has(i, "relative") for i in range(first + 1, min(first + 4, verb.at)))

    def _before_next(self, first: int, last: int) -> int:
        """Where a list of other things begins after the date: at a comma with و that opens no adverbial."""
        commas = self.text.derived(find_marks).get("،", ())
        for nth in range(bisect_left(commas, first + 3), bisect_left(commas, last - 1)):
            comma = commas[nth]
            if conjoined(self.text, comma + 1) and self.told.date(first, comma):
                return last if self.text.forms[comma + 1].startswith(("وب", "ول")) else comma
        return last

    def _before_source(self, first: int, last: int) -> int:
        """The last comma, where a source is told behind it (``، وفق ما أعلنت الوزارة``) or a quotation is (``قال … أمس، «…»``)."""
        commas = self.text.derived(find_marks).get("،", ())
        nth = bisect_left(commas, last) - 1
        if nth < 0 or commas[nth] <= first:
            return last
        behind = commas[nth] + 1
        sourced = _source_lead[self.text.forms[behind]] and self.text.has(behind, "source_lead")
        return commas[nth] if sourced or behind in self.quotations else last

    def _listed(self, colon: int, end: int) -> int:
        """The end of the list after a colon that tells what was agreed."""
        while end > colon + 1 and self.text.kinds[end - 1] == "mark":
            end -= 1
        return min(end, colon + _LONGEST_LIST)

    def _with_result(self, last: int, end: int) -> int:
        """With what it did, joined by و (``ضربات أصابت قوات، وأودت بحياة …``)."""
        at = last + (self.text.forms[last] == "،")
        hit = self.text.words[at].entries.get("event_result") if at < end else None
        if hit is None or hit.clitics != "و":
            return last
        return next((i for i in range(at, min(at + 25, end)) if self.text.kinds[i] == "mark"), last)
