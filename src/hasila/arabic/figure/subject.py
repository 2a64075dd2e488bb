"""Who owns what is counted, and who is the subject of the clause that a figure stands in."""

from bisect import bisect_left
from collections.abc import Sequence

from hasila.arabic.figure.bare import BEING
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.owner import Owners
from hasila.arabic.figure.party import Party
from hasila.text import FINITE, Word, feminine_verb, last_in, one_in

_MASDAR_REACH = 6
_DEEDS = frozenset(("deed", "troop_move", "work_noun", "take_part"))
_WITH = ("لدي", "ولدي", "عند", "وعند")
_TELLING = ("predict", "report", "warn", "say", "deny", "accuse")


class Subjects(Owners):
    """The owners and subjects of a text's figures, told by grammar alone."""

    def subject(self, draft: Draft) -> Party | None:
        """Who is the subject of the figure's segment: the first named there whom no preposition governs, or whose means are told of.

        In a list (``تعهدت كذا بـ100 وكذا بـ50``) the last figure's subject gives way to the next name.
        """
        start = draft.segment
        if draft.after > start:
            found = next((p for p in self.actors.between(draft.after, draft.first) if self._is_subject(p, draft)), None)
            if found is not None:
                return found
        owner = (self._owner_of_means(start, draft) if self.means else None) or (self._orderer(start, draft) if self.orders else None)
        if owner is not None:
            return owner
        named = [p for p in self.actors.between(start, draft.first) if self._is_subject(p, draft)]
        if named:
            return named[-1] if self.actors.heads_relative(named[-1]) else self._doer(named) or named[0]
        return self.possessor(start, draft) or (self._unnamed(start, draft) if self.unnamed else None) or self._meant(draft)

    def _doer(self, named: Sequence[Party]) -> Party | None:
        """Who does what somebody else announces, behind the masdar for it: ``أعلنت المنظمة إرسال كندا 60 جنديا``."""
        for party in named[1:]:
            if not party.skip and _names_deed(self.text.words[party.first - 1]):
                return party
        return None

    def _meant(self, draft: Draft) -> Party | None:
        """Whom the pronoun of أن stands for, where nobody else is named: ``أعلنت كندا أنها أنفقت``."""
        if not self.text.form(draft.segment - 1).endswith(("ه", "ها")):
            return None
        party = self.told_before(draft)
        return party if party is not None and party.first >= draft.sentence[0] and self.goes_on(draft, party) else None

    def _orderer(self, start: int, draft: Draft) -> Party | None:
        """Who orders or allows what a masdar tells: ``غداة موافقة الرئيس الأميركي على إرسال 90 جنديا``."""
        text, at = self.text, last_in(self.orders, start, draft.first)
        party = self.actors.at(at + 1) if at is not None else None
        if at is None or party is None or party.first != at + 1 or party.skip:
            return None
        stop = min(party.last + _MASDAR_REACH, draft.first)
        return party if any("troop_move" in text.words[i].entries for i in range(party.last, stop)) else None

    def possessor(self, start: int, draft: Draft) -> Party | None:
        """Who has so many, by the predicate that the clause begins with: ``لدى فرنسا 300 جندي``, ``لفرنسا 300 جندي``."""
        forms = self.text.forms
        start += forms[start] in BEING
        if forms[start] not in _WITH and forms[start][0] not in "لو":
            return None
        for party in self.actors.between(start, min(start + 2, draft.first)):
            if forms[party.first - 1] in _WITH or (party.first == start and self._receives(party)):
                return party
        return None

    def _owner_of_means(self, start: int, draft: Draft) -> Party | None:
        """Whose means are told of: the nearest before the number, with a name behind it or a pronoun (``ميزانية كذا``, ``طائراته``)."""
        means = self.means
        for j in reversed(means[bisect_left(means, start) : bisect_left(means, draft.first)]):
            hit = self.text.words[j].entries.get("means")
            if hit is None:
                continue
            if hit.pronoun in ("ه", "ها"):
                return self.antecedent(j, hit.pronoun)
            party = self.actors.at(j + 1)
            if party is not None and party.first == j + 1 and not party.skip and not hit.article and not self.actors.is_fought(party):
                return party
        return None

    def _unnamed(self, start: int, draft: Draft) -> Party | None:
        """One told of without a name: those who meet stand for their body, the army and the government for the text's country."""
        unnamed = self.unnamed
        for j in unnamed[bisect_left(unnamed, start) : bisect_left(unnamed, draft.first)]:
            if self.names.at(j) is not None:
                continue
            if j in self.members:
                return self.actors.before(j, self.actors.is_joint)
            country = self.country()
            if country is not None:
                return Party(j, j + 1, country, "country", "country")
        return None

    def _is_subject(self, party: Party, draft: Draft | None = None) -> bool:
        known = self._told.get(party.first)
        if known is None:
            actors = self.actors
            is_else = party.kind == "media" or actors.is_oblique(party) or actors.is_source(party) or actors.is_fought(party)
            known = self._told[party.first] = not is_else
        return known and (draft is None or not self._only_tells(party, draft))

    def named_between(self, before: Draft, draft: Draft) -> bool:
        """Whether a subject of its own stands between a figure and the one before (``كذا بمليارين، ثم كذا بمليار``)."""
        return any(self._is_subject(party) for party in self.actors.between(before.end, draft.first))

    def _only_tells(self, party: Party, draft: Draft) -> bool:
        """Whether he announces what befell others (``أعلنت كذا وفاة 8 أشخاص``); of his own soldiers he tells as theirs.

        What a body foresees, counts or warns of (``توقع البنك بقاء الأسعار``) is not its own.
        """
        if party.type == "organization" and draft.indicator is None and not self.actors.is_organ(party):
            hit = self.text.words[party.first - 1].entries.get("speech_verb")
            if hit and hit.tag in FINITE and str(hit.value).split(" ")[0] in _TELLING:
                return True
        if party.kind == "party" or draft.indicator == "own_losses":
            return False
        return one_in(self.text.where("mishap"), party.last, draft.first)

    def told_before(self, draft: Draft) -> Party | None:
        """The last subject told before the figure's segment: an elliptic clause goes on with him."""
        return self.actors.before(draft.segment, self._is_subject)

    def goes_on(self, draft: Draft, party: Party) -> bool:
        """Whether the segment is opened by a pronoun that agrees with the one told of (``أعلنت الشركة أنها``)."""
        form = self.text.form(draft.segment - 1)
        if not form.startswith(("ا", "با", "لا", "لكن")) or not form.endswith(("ه", "ها")):
            return False
        return form.endswith("ها") == self.actors.is_feminine(party)

    def agreeing(self, draft: Draft) -> Party | None:
        """Who was told of in the sentence and agrees with the verb that opens the segment (``وقدرت كذا …، ووجهت نداء``)."""
        start, first = draft.segment, draft.sentence[0]
        verb = self.text.form(start)
        if start <= first or not verb.startswith(("و", "ف")):
            return None
        feminine = feminine_verb[verb]
        after = self.text.form(start + 1)
        if after.startswith("ال") and after.endswith(("ه", "ات")) == feminine:  # its own subject: فقفز الدولار
            return None
        found = self.actors.before(start, lambda p: not self.actors.is_oblique(p) and self.actors.is_feminine(p) == feminine)
        return found if found is not None and found.first >= first and not self._by_source_word(found) else None


def _names_deed(word: Word) -> bool:
    """Whether an indefinite masdar names what somebody does, who then stands behind it."""
    bare = (cls for cls, hit in word.entries.items() if not (hit.article or hit.pronoun) and (hit.tag == "masdar" or cls in _DEEDS))
    return next(bare, None) is not None
