"""Dates in relative clauses: of what happened to those counted, or only of what is described (``الأراضي التي خسرها في 2014``)."""

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.govern import STANDING
from hasila.arabic.figure.joining import joins_verb
from hasila.arabic.figure.since import Since
from hasila.arabic.figure.zone import COMMAS, MAY_BE_VERB, RELATIVES
from hasila.text import Word, last_in, one_in

SHARES = ("percent", "fraction")
AFTER = frozenset(("بعد", "عقب", "اثر", "غداه"))
_ATTENDANCE = "meeting_attendance"
_SAT = frozenset(("جلس", "جلست", "جلسوا", "تحلق", "تحلقوا", "التف", "التفوا"))
_WERE = frozenset(f"{joined}{form}" for joined in ("", "و", "ف") for form in ("كان", "كانت", "كانوا"))
_HAPPENING = ("place_event", "event_word", "strike_noun")
# Verbs whose subject comes to or holds a number: behind its relative clause the number is theirs
# (``تضم المدرسة التي بنيت في 2010 نحو 80 معلما``).
_OF_NUMBER = ("total_verb", "comprise")
STRETCHES = frozenset(("الفتره", "المده", "الاسبوع", "الشهر", "العام", "السنه", "اليوم", "الليله", "المرحله", "الايام", "الاشهر"))
_GOVERNOR_REACH = 3
_OF_WHAT = "مما"


class Relatives(Since):
    """The governors of a text that also tell what a date in a relative clause is of."""

    def _is_left(self, date: int, draft: Draft) -> bool:
        """Whether a date is in a relative clause that is over before the figure (``المصانع التي بنيت في 2012 تضم 30``)."""
        relative = self._relative_in(self.segments.start(date), date)
        if relative is None or self._is_account(relative) or self.text.forms[relative - 1] in STRETCHES:
            return False
        if draft.indicator == _ATTENDANCE and (
            self.text.forms[relative + 1] in _SAT or "attending_verb" in self.text.words[relative + 1].entries
        ):
            return False
        if self.text.forms[relative - 1] in COMMAS and self._is_in_aside_of_since(date):
            return False
        if self._launches(relative) or self._began_then(relative, date):
            return True
        if draft.type in SHARES and self._is_of_share_before(relative, draft):
            return True
        if draft.indicator in STANDING and not self._is_of_counted(relative) and self._tells_of_present(relative, date):
            return True
        if self._is_happening(relative, 0) or self._is_of_counted(relative):
            return False
        if self._is_of_number(relative, date):
            return True
        return any(self._is_past(i) for i in range(date + 1, draft.first))

    def _is_of_counted(self, relative: int) -> bool:
        """Whether a relative clause says what those did or bore whose number is told: ``بلغ عدد العمال الذين وصلوا في آب 300``."""
        forms, words = self.text.forms, self.text.words
        if "measured_head" in words[relative - 1].entries:  # عدد الذين
            return True
        described = forms[relative - 2].startswith("ال") and forms[relative - 1].startswith("ال")  # عدد المقاتلين الأجانب الذين
        return "measured_head" in words[relative - 2 - described].entries

    def _is_of_number(self, relative: int, date: int) -> bool:
        """Whether a verb before a relative clause with a date comes to or holds the number behind it; it has run since a منذ in that."""
        text, first = self.text, self.segments.start(date)
        return not one_in(text.where("since_word"), relative, date) and any(one_in(text.where(cls), first, relative) for cls in _OF_NUMBER)

    def _is_of_share_before(self, relative: int, draft: Draft) -> bool:
        """Whether a relative clause describes what another share before is of: ``62% من الأراضي التي خسرها في 2014 و30%``."""
        before = self.drafts[draft.nth - 1] if draft.nth else None
        return before is not None and before.type in SHARES and draft.sentence[0] <= before.first < relative < draft.first

    def _tells_of_present(self, relative: int, date: int) -> bool:
        """Whether a verb in the present stands before a relative clause: ``يشارك في التحالف الذي أعلن عنه في أيلول 40 دولة``."""
        words = self.text.words[self.segments.start(date) : relative]
        return any(hit.tag == "present" for word in words for hit in word.entries.values())

    def _is_past(self, i: int) -> bool:
        """Whether a relative clause is over at a token: at a verb that و doesn't join to its own, or a comma without one behind it."""
        form, after = self.text.forms[i : i + 2]
        if form in COMMAS:
            return not joins_verb(after)
        return MAY_BE_VERB[self.text.words[i]] and not joins_verb(form)

    def _is_background(self, date: int) -> bool:
        """Whether a date stands in a relative clause that only describes something (``الأراضي التي خسرها في 2014``)."""
        first = self.segments.start(date)
        n = self._relative_in(first, date)
        return n is not None and not self._is_account(n) and not self._is_happening(n, 0)

    def _is_relative(self, date: int, draft: Draft) -> bool:
        """Whether a relative pronoun stands between figure and date: it is then of something else (``الأراضي التي خسرها في 2014``).

        What befell the counted is dated by it (``سقوط خمسة قتلى في التفجير الذي وقع أمس``).
        """
        if date < draft.first:
            return self._is_left(date, draft)
        if (
            draft.noun is not None and self.text.forms[draft.end] in _WERE and self._has_verb_before(draft)
        ):  # حرروا 9 أشخاص كانوا أسرى في 2014
            return True
        if draft.type in SHARES and self.text.forms[draft.end] == _OF_WHAT:  # 62% مما سيطر عليه في 2014
            return True
        if RELATIVES.isdisjoint(self.text.forms[draft.end : date]):
            return False
        found = [n for n in range(draft.end, date) if self.text.forms[n] in RELATIVES]
        return len(found) > 1 or not (self._is_happening(found[0], draft.end) or self._was_after(found[0], draft))

    def _has_verb_before(self, draft: Draft) -> bool:
        """Whether a finite verb has those counted for its object or subject, so that a verb behind them only describes them."""
        return any(map(MAY_BE_VERB.__getitem__, self.text.words[max(draft.segment, draft.first - _GOVERNOR_REACH) : draft.first]))

    def _was_after(self, relative: int, draft: Draft) -> bool:
        """Whether a number is told as one that was, behind a dated deed (``كانوا 30 بعد الدفعة التي وصلت أمس``)."""
        forms = self.text.forms
        return not (AFTER.isdisjoint(forms[draft.end : relative]) or _WERE.isdisjoint(forms[draft.clause[0] : draft.first]))

    def _launches(self, relative: int) -> bool:
        """Whether a relative clause says when what goes on began: a number is of since then (``العملية التي أطلقت في آب``)."""
        return "launch_verb" in self.text.word(relative + 1).entries

    def _began_then(self, relative: int, date: int) -> bool:
        """Whether the last verb before a date in a relative clause says that what goes on began then: ``التي تتواصل بعدما بدأت في آب``."""
        launches = self.text.where("launch_verb")
        at = last_in(launches, relative, date) if launches else None
        return at is not None and not any(map(MAY_BE_VERB.__getitem__, self.text.words[at + 1 : date]))

    def _is_happening(self, relative: int, least: int) -> bool:
        """Whether a relative clause describes what happened, or tells that it did."""
        if self._launches(relative):
            return False
        words = self.text.words[max(least, relative - 2) : relative]
        return _occurs(self.text.word(relative + 1)) or any(cls in word.entries for word in words for cls in _HAPPENING)

    def _is_account(self, relative: int) -> bool:
        """Whether a relative clause describes an account: it then says when that came out (``الأرقام التي نشرت في مايو``)."""
        return any("account_noun" in word.entries for word in self.text.words[max(0, relative - 5) : relative])

    def _relative_in(self, first: int, last: int) -> int | None:
        """The first relative pronoun in the tokens [first, last)."""
        forms = self.text.forms
        return None if RELATIVES.isdisjoint(forms[first:last]) else next(n for n in range(first, last) if forms[n] in RELATIVES)


def _occurs(word: Word) -> bool:
    """Whether a verb says that something was held, began or ended."""
    hit = word.entries.get("event_light")
    return hit is not None and hit.value != "decided" and "speech_verb" not in word.entries
