"""Who does the bombing: he whose raids they are, who flies them, or of whose nation they are."""

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.nation import nations_of
from hasila.arabic.figure.party import Party
from hasila.arabic.figure.picked import AS_FOR
from hasila.text import FINITE, Text, last_in

_AGENT_REACH, _AGENT_FAR, _BLAME_REACH = 2, 16, 5
_BLAME = frozenset(("مسووليه", "المسووليه"))
_UNNAMED = ("مجهول", "جهات", "جهه", "اطراف", "فصايل", "الفصايل", "ميليشي", "مليشي", "الميليشي", "المليشي")
_LETS = frozenset(("وكان", "وكانت", "كان", "كانت", "وقد", "قد", '"', "«"))  # before who kills


class Bombers:
    """Those of a text who do the bombing, told by the words right before their names."""

    def __init__(self, text: Text, actors: Actors):
        """Nothing is looked for before it is asked for."""
        self.text, self.actors = text, actors
        self._places: frozenset[int] | None = None

    @property
    def places(self) -> frozenset[int]:
        """Where those stand who do the bombing: they have a word of it just before them, or in their own name."""
        if self._places is None:
            self._places = self._find()
        return self._places

    def _find(self) -> frozenset[int]:
        text = self.text
        words = {i for cls in ("strike_noun", "strike_verb", "agent_phrase") for i in text.where(cls)}
        near = words.union(i + n for i in words for n in range(1, _AGENT_REACH + 1))
        return frozenset(p.first for p in self.actors.all if p.first in near and self._bombs(p))

    def _bombs(self, party: Party) -> bool:
        """Whether a strike is told to be his: ``غارات التحالف``, ``نفذتها روسيا``, ``على يد الجيش``."""
        text = self.text
        if self.actors.is_foe(party):
            return False
        if party.mention is None:
            entries = text.words[party.first].entries
            if "strike_noun" in entries or "bombing_power" not in entries:
                return "strike_noun" in entries
        for j in range(party.first - 1, max(-1, party.first - 1 - _AGENT_REACH), -1):
            entries = text.words[j].entries
            where = j < party.first - 1 and "function" in text.words[party.first - 1].entries  # غارة في سوريا
            if "strike_noun" in entries and not where and not text.form(party.first)[: party.skip].endswith("ب"):
                return True
            hit = entries.get("strike_verb")
            if hit and hit.tag in FINITE and not party.skip and not where:  # نفذت في سوريا
                return True
            found = text.find(j, "agent_phrase")
            if found and found.stop == party.first:
                return True
            if text.kind(j) == "mark" or self.actors.at(j) is not None:
                return False
        return False

    def can_bomb(self, party: Party) -> bool:
        """A coalition, a state that is no mere place, or whoever the text says bombs."""
        state = party.type == "country" and not self.actors.is_oblique(party)
        return state or self.actors.is_joint(party) or party.first in self.places

    def flies(self, draft: Draft, subject: Party) -> bool:
        """Whether blows or sorties are counted of which an armed force is the subject, whatever the verb (``وجه سلاح الجو 50 ضربة``)."""
        if (
            (draft.noun not in self.text.found("strike_noun") and draft.indicator != "sorties")
            or subject.kind == "observer"
            or self.actors.is_foe(subject)
        ):
            return False
        return self.actors.has_head(subject, "force_head")

    def killer(self, draft: Draft) -> Party | None:
        """The force or state, no foe, that is the subject of the verb which tells of those killed: ``تسبب الجيش بمقتل 50 مدنيا``."""
        verbs, actors = self.text.where("toll_verb"), self.actors
        verb = last_in(verbs, draft.segment, draft.first) if verbs else None
        if verb is None or self.text.words[verb].entries["toll_verb"].tag not in FINITE:
            return None
        behind = actors.at(verb + 1)
        is_behind = behind is not None and behind.first == verb + 1
        named = [behind] if is_behind else actors.between(draft.segment, verb) or self._as_for(draft)
        found = next((p for p in named if p and not (actors.is_oblique(p) or actors.is_source(p) or p.kind in ("media", "observer"))), None)
        if found is None or actors.is_foe(found):
            return None
        if not is_behind and any(form not in _LETS for form in self.text.forms[draft.segment : found.first]):
            return None  # هجوم دعمته الولايات المتحدة تسبب بمقتل 50 مدنيا
        is_force = found.type == "country" or actors.has_head(found, "force_head") or actors.has_head(found, "fighting_force")
        return found if is_force else None

    def _as_for(self, draft: Draft) -> list[Party]:
        """Whom أما puts before the verb that ف joins: ``أما «كذا» فقد «قتلت 54 مدنيا»``."""
        first = draft.sentence[0]
        if self.text.forms[first] not in AS_FOR or not self.text.forms[draft.segment].startswith("ف"):
            return []
        return self.actors.between(first, draft.segment)[:1]

    def blamed(self, draft: Draft) -> Party | None:
        """Who is told to answer for those killed, no foe: ``حمل التقرير الجيش مسؤولية مقتل 50 مدنيا``, ``يتحمل الجيش مسؤولية مقتل``."""
        forms = self.text.forms
        at = next((i for i in range(draft.first - 1, max(draft.segment, draft.first - _BLAME_REACH), -1) if forms[i] in _BLAME), None)
        found = self.actors.before(at, lambda p: p.last == at) if at is not None else None
        return found if found is not None and not self.actors.is_foe(found) else None

    def is_nobody(self, draft: Draft) -> bool:
        """Whether those who killed are told and not named: ``قتل 50 مدنيا على يد مجهولين``, ``تسببت الفصائل بمقتل 50 مدنيا``."""
        verbs, text = self.text.where("toll_verb"), self.text
        verb = last_in(verbs, draft.segment, draft.first) if verbs else None
        if verb is not None and text.forms[verb + 1].startswith(_UNNAMED) and self.actors.at(verb + 1) is None:
            return True
        at = next((i for i in text.where("agent_phrase") if draft.end <= i < draft.sentence[1]), None)
        found = text.find(at, "agent_phrase") if at is not None and at - draft.end <= _AGENT_FAR else None
        return found is not None and text.forms[found.stop].startswith(_UNNAMED) and self.actors.at(found.stop) is None

    def slayer(self, draft: Draft) -> Party | None:
        """Who is told right behind those killed to have killed them: ``90 مدنيا قتلتهم قوات كذا``; no foe."""
        at = draft.end
        verb = self.text.word(at).entries.get("toll_verb") if self.text.where("toll_verb") else None
        if verb is None or not verb.pronoun:
            return None
        found = self.actors.at(at + 1)
        return found if found is not None and found.first == at + 1 and not self.actors.is_foe(found) else None

    def nation(self, first: int, last: int, near: int) -> str | None:
        """The nation whose the strikes told of in [first, last) are (``غارة أميركية``), those nearest to token ``near``; None of none."""
        nations = self.text.derived(nations_of)
        strikes = self.text.where("strike_noun") if nations else ()
        told = [i for i in strikes if first <= i < last and i + 1 in nations and not nations[i + 1].hit.clitics]
        return str(nations[min(told, key=lambda i: abs(i - near)) + 1].hit.value) if told else None
