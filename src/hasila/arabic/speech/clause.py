"""Clauses: where the one begins that a phrase of crediting belongs to."""

from dataclasses import dataclass

from hasila.arabic.name import Names
from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import conjoined
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.quantity import is_number
from hasila.arabic.speech.relative import WHO_IS
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.arabic.speech.tally import tells_their_aim
from hasila.arabic.speech.within import goes_on_behind, is_joined, past_phrase
from hasila.text import Text

_planned = listed("event_plan")
_relative, _contrast, _adversative = listed("relative"), listed("contrast"), listed("adversative")
_hurt = listed("hurt_word")
_JOINING = frozenset("وف")
_FAR = 400  # tokens looked back for the clause's head: a bound for text without any sentence
_YEAR = 4  # digits
_TOLD_HURT = 3  # tokens: بلغ عدد الجرحى
_TENSED, _WHERE = frozenset(["وقد", "ولقد"]), frozenset(["حيث", "اذ"])
WHICH = frozenset(["ما", "لما", "مما", "الذي", "التي"])
TAKING_UP = frozenset(["به", "بها", "عنه", "عنها", "اليه", "اليها", "عليه", "عليها", "فيه", "فيها", "له", "لها", "لي", "لنا"])


@dataclass(frozen=True, slots=True, eq=False)
class ClauseReader:
    """Finds the clauses of one text that phrases of crediting belong to."""

    text: Text
    names: Names
    speakers: SpeakerReader

    def clitic(self, cue: Cue, first: int) -> int:
        if first == cue.first:
            return cue.skip
        return int(conjoined(self.text, first))

    def coordinated(self, cue: Cue, last: int, first: int) -> int:
        """Where the coordinated clause begins that a phrase stands in the middle of, ``first`` where it stands at the end of all.

        ``يضم الحلف 60 دولة، ونفذت طائراته، طبقا للوزارة، ألف غارة``, ``المدينة التي يتحصن فيها، وفق الجيش، ألف``,
        ``وتنشر 90 جنديا، وهي عملية تكلف مليونا بحسب تقرير``.
        """
        text, forms, apart = self.text, self.text.forms, self.text.forms[cue.first - 1] == "،"
        if first >= cue.first - 1:
            return first
        last = past_phrase(text, last)
        if not goes_on_behind(text, cue.first, last):
            plan = next((i for i in range(cue.first - 1, first, -1) if self._is_plan(i, first)), None)
            if plan is not None:
                return plan
            aside = next((i for i in range(cue.first - 1, first, -1) if forms[i] == "،"), first)
            return aside + 1 if not apart and aside > first and forms[aside + 1] in WHO_IS and forms[aside + 2] not in WHICH else first
        at = cue.first - apart
        opener = at - 2 - (forms[at - 1] in TAKING_UP)
        if opener > first and (_relative[forms[opener]] or forms[opener] in _WHERE):
            return opener + 1
        for i in range(at - 1, first, -1):
            if is_number(text, i) and not (text.kinds[i] == "digits" and len(forms[i]) == _YEAR):
                break  # وجرح 60، بحسب المرصد، في الغارات
            if (forms[i][:1] == "و" and forms[i] in _TENSED) or is_joined(text, i):
                return i
        return first

    def _sets_against(self, i: int) -> bool:
        """Whether a conjunction that sets one clause against another stands at a token."""
        form = self.text.forms[i]
        return (_contrast[form] and self.text.has(i, "contrast")) or (_adversative[form] and self.text.has(i, "adversative"))

    def _parts(self, i: int) -> bool:
        """``استعاد الجيش 30 بلدة في حين نزح، وفق المنظمة، ألف``: whether a conjunction without a comma opens a verb's clause."""
        against = self.text.find(i, "contrast")
        return against is not None and is_finite(self.text.forms[against.stop])

    def _tells_hurt(self, first: int, i: int) -> bool:
        """``سقط 70 جنديا، فيما أصيب 90، بحسب الوزارة``: whether a conjunction only goes on with those hurt beside the dead just counted."""
        against = self.text.find(i, "contrast")
        if against is None or not any(_hurt[form] for form in self.text.forms[against.stop : against.stop + _TOLD_HURT]):
            return False
        return any(is_number(self.text, k) for k in range(first, i))

    def _is_plan(self, i: int, first: int) -> bool:
        """``يوجد 90 جنديا، ومن المقرر إرسال 40 بحسب الوزارة``: what is due, joined to what is now, which the source need not have told."""
        text, form = self.text, self.text.forms[i]
        if text.forms[i - 1] != "،" or not form.startswith("و") or not (form == "ومن" or _planned[form]):
            return False
        due = text.find(i, "event_plan") is not None or _planned[text.forms[i + 1]]
        return due and any(text.kinds[k] == "digits" for k in range(first, i - 1))

    def clause_start(self, cue: Cue, left: int, begin: int) -> int:
        """Where the clause of a crediting phrase begins: the phrase itself at the clause's head, else the clause before it."""
        text, first = self.text, max(left, begin, cue.first - _FAR)
        if first < cue.first - 1 and text.forms[cue.first - 1][:1] in _JOINING and is_finite(text.forms[cue.first - 1]):
            return cue.first - 1  # وأصيب بحسب النقابة عشرون
        own = cue.first - 2
        if own - 2 > first and text.forms[own + 1] == "،" and tells_their_aim(text, own):
            return own  # 600 جندي غايتهم، على قول الوزير، حماية الحقل
        for i in range(first, cue.first):
            at = i + (text.forms[i] == "،")
            if text.forms[i] == "؛":
                first = i + 1
            elif (self._sets_against(at) if at > i else _contrast[text.forms[i]] and self._parts(i)) and not self._tells_hurt(first, at):
                first = at
        connector = text.find(first, "connector")
        while connector and connector.stop <= cue.first:
            first = connector.stop
            connector = text.find(first, "connector")
        while first < cue.first and text.kinds[first] == "mark" and first not in self.speakers.quotations:
            first += 1
        return first
