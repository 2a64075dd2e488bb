"""Who owns what is counted, and who is the subject of the clause that a figure stands in."""

from hasila.arabic.figure.actor import Actors, Party
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.segment import Segments
from hasila.arabic.name import Names
from hasila.text import Text

_OWNER_REACH = 4
# Words that join those counted to whom they belong.
_LINKS = ("من", "تابع", "تابعه", "اعضاء", "دول", "عناصر", "مقاتلي", "صفوف", "قوات")
_FINITE = ("past", "present")


class Subjects:
    """The owners and subjects of a text's figures, told by grammar alone."""

    def __init__(self, text: Text, names: Names, actors: Actors, segments: Segments, country: str | None):
        """``country`` is the one that the text is about."""
        self.text, self.names, self.actors, self.segments, self.country = text, names, actors, segments, country

    def owner(self, draft: Draft) -> Party | None:
        """Whose the counted are: a name in the genitive behind the noun, after من or ل, or the one its pronoun points to."""
        if draft.noun is None or draft.noun < draft.first:
            return None
        text, noun = self.text, draft.noun
        here = self.actors.at(noun)
        if here is not None and here.type == "organization":
            return here
        for j in range(noun + 1, min(noun + 1 + _OWNER_REACH, text.sentence(noun)[1])):
            party = self.actors.at(j)
            if party is not None:
                return self._genitive(party, noun)
            if text.kind(j) != "word" or any(hit.tag in _FINITE for hit in text.words[j].entries.values()):
                break
            if text.form(j) in ("في", "الي", "علي", "التي", "الذين", "الذي"):
                break
        hit = text.words[noun].entries.get("counted_noun")
        return self._antecedent(draft.first, hit.pronoun) if hit and hit.pronoun in ("ه", "ها") and hit.value != "fighter" else None

    def _genitive(self, party: Party, noun: int) -> Party | None:
        """The party, if it is joined to the noun by the construct, من or ل, and is somebody."""
        joined = party.first == noun + 1 and not party.skip
        if party.type == "country" or joined:
            return party if joined and party.mention is not None else None
        linked = self.text.form(party.first - 1) in _LINKS or self.text.form(party.first)[: party.skip].endswith("ل")
        return party if linked else None

    def _antecedent(self, i: int, pronoun: str) -> Party | None:
        """The last one named before that agrees with a pronoun in gender."""
        feminine = pronoun == "ها"
        return self.actors.before(i, lambda p: self.actors.is_feminine(p) == feminine and not self._by_source_word(p) and p.kind != "media")

    def subject(self, draft: Draft) -> Party | None:
        """Who is the subject of the figure's segment: the first named there whom no preposition governs, or whose means are told of.

        In a list (``تعهدت كذا بـ100 وكذا بـ50``) the last figure's subject gives way to the next name.
        """
        start = self.segments.start(draft.first)
        if draft.after > start:
            found = next((p for p in self.actors.between(draft.after, draft.first) if self._is_subject(p, draft)), None)
            if found is not None:
                return found
        owner = self._owner_of_means(start, draft)
        if owner is not None:
            return owner
        named = [p for p in self.actors.between(start, draft.first) if self._is_subject(p, draft)]
        if named:
            return named[-1] if self.actors.heads_relative(named[-1]) else named[0]
        return self._unnamed(start, draft)

    def _owner_of_means(self, start: int, draft: Draft) -> Party | None:
        """Whose means are told of: the nearest before the number, with a name behind it or a pronoun (``ميزانية كذا``, ``طائراته``)."""
        for j in range(draft.first - 1, start - 1, -1):
            hit = self.text.words[j].entries.get("means")
            if hit is None:
                continue
            if hit.pronoun in ("ه", "ها"):
                return self._antecedent(j, hit.pronoun)
            party = self.actors.at(j + 1)
            if party is not None and party.first == j + 1 and not party.skip and not hit.article:
                return party
        return None

    def _unnamed(self, start: int, draft: Draft) -> Party | None:
        """One told of without a name: those who meet stand for their body, the army and the government for the text's country."""
        for j in range(start, draft.first):
            if self.names.at(j) is not None:
                continue
            if self.text.has(j, "member_word"):
                return self.actors.before(j, self.actors.is_joint)
            if self.country is not None and self.text.has(j, "home_force"):
                return Party(j, j + 1, self.country, "country", "country")
        return None

    def _is_subject(self, party: Party, draft: Draft | None = None) -> bool:
        if party.kind == "media" or self.actors.is_oblique(party) or self.actors.is_source(party):
            return False
        return draft is None or not self._only_tells(party, draft)

    def _only_tells(self, party: Party, draft: Draft) -> bool:
        """Whether he announces what befell others (``أعلنت كذا وفاة 8 أشخاص``); of his own soldiers he tells as theirs."""
        if party.kind == "party" or draft.indicator == "own_losses":
            return False
        return any(self.text.has(j, "mishap") for j in range(party.last, draft.first))

    def _by_source_word(self, party: Party) -> bool:
        return any(self.text.has(j, "source_word") for j in range(max(0, party.first - 2), party.first))

    def told_before(self, draft: Draft) -> Party | None:
        """The last subject told before the figure's segment: an elliptic clause goes on with him."""
        return self.agreeing(draft) or self.actors.before(self.segments.start(draft.first), self._is_subject)

    def agreeing(self, draft: Draft) -> Party | None:
        """Who was told of in the sentence and agrees with the verb that opens the segment (``وقدرت كذا …، ووجهت نداء``)."""
        start, first = self.segments.start(draft.first), self.text.sentence(draft.first)[0]
        verb = self.text.form(start)
        if start <= first or not verb.startswith(("و", "ف")):
            return None
        feminine = verb.endswith("ت") or verb[1:2] == "ت"
        found = self.actors.before(start, lambda p: not self.actors.is_oblique(p) and self.actors.is_feminine(p) == feminine)
        return found if found is not None and found.first >= first and not self._by_source_word(found) else None
