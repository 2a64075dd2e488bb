"""Strikers: who struck, whose raids, sorties or dead civilians a figure counts.

``نفذ التحالف 40 غارة``, ``ثلثاها أميركية``: the subject, the doer told in the sentence, else the coalition that the text was speaking of.
"""

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.bomber import Bombers
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.known import known
from hasila.arabic.figure.nation import nations_of
from hasila.arabic.figure.part import is_verb
from hasila.arabic.figure.party import Party
from hasila.arabic.figure.subject import Subjects
from hasila.text import clause, last_in

OF_THE_STRIKER = frozenset(("airstrikes", "sorties", "strike_share", "civilian_deaths"))
_AND_ALLIES = ("وحلفا", "وشركا", "والتحالف", "وقوات التحالف", "وطايرات التحالف", "والدول الحليفه", "ودول التحالف")
_LED_BY = frozenset(("تقوده", "تقودها"))
_FLOWN, _DEFENCE = frozenset(("airstrikes", "sorties")), frozenset(("الدفاع", "الجيش", "الاركان", "للدفاع"))
_PLANES, _OF_NO_NATION = ("warplane", "air_arm"), "air_force"
_SHARE_REACH = 6
# what a share is of, what is done with it, and how many it is
_OF_IT = frozenset(("منها", "من", "ب"))
_OF_SHARES = frozenset(("deed", "total_verb", "approximator", "rate_noun"))
_THEY = "ون"
_HOMES = frozenset(("بلاده", "بلادها", "بلادهم", "بلادنا", "بلادي", "بلده", "بلدها"))


class Strikers:
    """Those of a text who strike, ready to be asked which of them a figure is of."""

    def __init__(self, actors: Actors, subjects: Subjects, main: str | None):
        """``main`` is the undertaking that the text tells of."""
        self.text, self.actors, self.subjects, self.main = actors.text, actors, subjects, main
        self.nations = self.text.derived(nations_of)
        self.bombers = Bombers(self.text, actors)

    def striker(self, draft: Draft) -> str | None:
        """Who struck: the subject, the doer told in the sentence, else the coalition that the text was speaking of."""
        first, last = draft.sentence
        sharer = self.sharer(draft) or self._of_all(draft) or self._whose_part(draft)
        if sharer is not None:
            return sharer
        subject = self.subjects.subject(draft)
        killer = self.bombers.killer(draft) or self.bombers.blamed(draft)
        if killer is not None:
            return killer.id
        if draft.indicator == "civilian_deaths" and self.bombers.is_nobody(draft):
            return None
        subject = subject or self._going_on(draft)
        if subject is not None and self.main is not None and self._is_with_allies(subject):
            return self.main
        if subject is not None and (self.bombers.can_bomb(subject) or self.bombers.flies(draft, subject)):
            return (self._tellers_own(draft) if subject.id == _OF_NO_NATION else None) or subject.id
        nation = self.bombers.nation(draft.segment, draft.clause[1] if draft.unit is None else last, draft.first)
        if nation is not None and (subject is None or not self.actors.is_foe(subject)):
            return nation
        doers = [p for p in self.actors.between(first, last) if p.first in self.bombers.places]
        if subject is not None and self.actors.is_foe(subject) and draft.indicator == "civilian_deaths" and not doers:
            return subject.id
        if doers:
            return min(doers, key=lambda p: abs(p.first - draft.first)).id
        own = self._tellers_own(draft) if draft.indicator in _FLOWN and self._tells_of_planes(draft) else None
        if own is not None:
            return own
        found = self.actors.before(last, self.actors.fights_jointly) or self.actors.before(last, lambda p: p.first in self.bombers.places)
        return found.id if found else self.main

    def people(self, draft: Draft) -> str | None:
        """The nation whose people are the subject of the verb right before a number: ``شن الأميركيون 66``."""
        at = draft.first - 1
        hit = self.nations[at].hit if at in self.nations else None
        is_doer = hit is not None and hit.article and self.text.forms[at].endswith(_THEY) and at > draft.segment - 1
        return str(hit.value) if hit is not None and is_doer and is_verb(self.text, at - 1) else None

    def _tellers_own(self, draft: Draft) -> str | None:
        """Whose army or ministry of defence tells of planes without saying whose: its nation's (``أعلنت وزارة الدفاع الروسية أن الطيران
        نفذ 90 غارة``); who leads the undertaking tells of its planes.
        """
        forms, first = self.text.forms, draft.sentence[0]
        at = next((i for i in range(draft.segment - 1, first, -1) if i in self.nations and forms[i - 1] in _DEFENCE), None)
        nation = str(self.nations[at].hit.value) if at is not None else None
        return nation if nation not in known(self.actors.codebook).leaders else None

    def _tells_of_planes(self, draft: Draft) -> bool:
        """Whether planes are named between where its clause begins and the number."""
        return any(self.text.has(i, cls) for i in range(draft.segment, draft.first) for cls in _PLANES)

    def _going_on(self, draft: Draft) -> Party | None:
        """Who goes on striking, where a verb without a subject of its own is joined: ``نفذت القوات كذا 90 طلعة ووجهت 300 ضربة``."""
        if draft.unit is not None or draft.indicator == "civilian_deaths":
            return None
        found = self.subjects.agreeing(draft)
        return found if found is not None and self.bombers.flies(draft, found) else None

    def _is_with_allies(self, subject: Party) -> bool:
        """Whether the state that leads the undertaking strikes with those it leads: ``نفذت الولايات المتحدة وحلفاؤها``,
        ``قتلت الضربات التي تقودها الولايات المتحدة``.
        """
        state = subject.id if subject.type == "country" else self.actors.state(subject.id)
        if state not in known(self.actors.codebook).leaders:
            return False
        return self.text.forms[subject.last].startswith(_AND_ALLIES) or self.text.forms[subject.first - 1] in _LED_BY

    def _of_all(self, draft: Draft) -> str | None:
        """Whose raids all of them are of which so many were somebody's: ``من مجموع 900 غارة نفذها التحالف``."""
        at = draft.first - 1
        found = self.text.find(at, "whole_head") if self.text.forms[at - 1] == "من" else None
        if found is None or found.hit.value != "whole":
            return None
        last = min(draft.clause[1], draft.end + _SHARE_REACH)
        return next((p.id for p in self.actors.between(draft.end, last) if self.actors.is_joint(p)), None)

    def _whose_part(self, draft: Draft) -> str | None:
        """Whose a share is by the noun of a share before it: ``بلغت حصة واشنطن من الغارات 85%``, ``الحصة الأميركية``."""
        portions = self.text.where("portion") if draft.unit == "%" else ()
        at = last_in(portions, draft.segment, draft.first) if portions else None
        if at is None:
            return None
        if at + 1 in self.nations:
            return str(self.nations[at + 1].hit.value)
        seat = self.text.word(at + 1).value("capital")
        if seat is not None:
            return str(seat)
        party = self.actors.at(at + 1)
        if party is None or party.first != at + 1 or self.actors.is_foe(party) or self.actors.is_joint(party):
            return None
        return self.actors.state(party.id) or party.id

    def sharer(self, draft: Draft) -> str | None:
        """Whose a share of the raids just told is: who is named behind it (``ثلثاها أميركية``, ``نصفها نفذته طائرات فرنسا``)."""
        if draft.unit != "%" or draft.whole is None or draft.whole.unit is not None or draft.indicator not in OF_THE_STRIKER:
            return None
        taker = self._taker(draft, draft.whole)
        if taker is not None:
            return taker
        last = min(clause(self.text, draft.end)[1], draft.end + _SHARE_REACH)
        nation = next((i for i in range(draft.end, last) if i in self.nations), None)
        if nation is not None:
            return str(self.nations[nation].hit.value)
        return next((p.id for p in self.actors.between(draft.end, last) if self.bombers.can_bomb(p)), None)

    def _taker(self, draft: Draft, whole: Draft) -> str | None:
        """Who is the subject of the verb right before a share, which is the share's object: ``تولت بلاده 70% منها``."""
        at = draft.first - 1
        if self.text.forms[at] in _HOMES:
            return self._home(at) if is_verb(self.text, at - 1) else None
        party = next((p for p in self.actors.between(whole.end, draft.first) if self._takes(p.first)), None)
        if party is None or not self._leads_to(party.last, draft.first) or self.actors.is_foe(party) or self.actors.is_joint(party):
            people = next((i for i in range(whole.end, draft.first) if i in self.nations and self._takes(i)), None)
            if people is not None and self._leads_to(people + 1, draft.first):
                return str(self.nations[people].hit.value)  # نفذ الأميركيون 79 بالمئة منها
            return self._who_took(draft) if whole.sentence != draft.sentence else None
        return self.actors.state(party.id) or party.id

    def _takes(self, i: int) -> bool:
        """Whether a verb, or a noun of shares, stands right before who takes one: ``تولت كذا``, ``حصة كذا``."""
        return "portion" in self.text.words[i - 1].entries or is_verb(self.text, i - 1)

    def _leads_to(self, first: int, share: int) -> bool:
        """Whether nothing but what a share is of, or what is done with it, stands between: ``تولت كذا تنفيذ 70%``, ``حصة كذا منها 70%``."""
        return all(word.form in _OF_IT or not _OF_SHARES.isdisjoint(word.entries) for word in self.text.words[first:share])

    def _who_took(self, draft: Draft) -> str | None:
        """Who the clause of a share begins with, a verb behind him: ``أن واشنطن تكفلت بـ70% منها``, ``أن الطيران الفرنسي نفذ 70% منها``."""
        first, stop = draft.segment, draft.first
        verb = next((i for i in range(first + 1, stop) if is_verb(self.text, i)), None)
        if verb is None:
            return None
        party = self.actors.at(first)
        if party is not None and party.first == first and not (self.actors.is_foe(party) or self.actors.is_joint(party)):
            return self.actors.state(party.id) or (party.id if party.type == "country" else None)
        nation = next((i for i in range(first + 1, verb) if i in self.nations), None)
        return str(self.nations[nation].hit.value) if nation is not None else None

    def _home(self, at: int) -> str | None:
        """Whose country is meant by ``بلاده`` at a token: that of who was named last in its sentence."""
        first = self.text.sentence(at)[0]
        told = (self.nations[i].hit for i in range(at - 1, first - 1, -1) if i in self.nations)
        nation = next((hit for hit in told if hit.article), None)  # سوريا is a country too
        if nation is not None:
            return str(nation.value)
        party = self.actors.before(at, lambda p: p.first >= first and self._has_home(p))
        return (self.actors.state(party.id) or party.id) if party is not None else None

    def _has_home(self, party: Party) -> bool:
        """Whether it is a state that is no mere place, or a body of one."""
        if party.type == "country":
            return not self.actors.is_oblique(party)
        return self.actors.state(party.id) is not None
