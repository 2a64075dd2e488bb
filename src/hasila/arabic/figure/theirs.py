"""Whom a pronoun behind ranks, dead or men means: ``في صفوفها``, ``قتلاه``, ``عناصره``."""

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.assailed import kills, side_of_doer
from hasila.arabic.figure.avowed import Avowed
from hasila.arabic.figure.draft import Side
from hasila.arabic.figure.party import Party
from hasila.arabic.figure.side import EITHER, Sides
from hasila.arabic.figure.subject import Subjects
from hasila.text import FINITE, Text, last_in

OTHER: dict[Side, Side] = {"foe": "force", "force": "foe"}
ITS = ("ه", "ها")
_TELLERS = frozenset(("media", "observer"))
_FEMININE = ("ه", "ات")
_SUBJECT_REACH = 3  # tokens from a body and its adjective to the verb


class Theirs:
    """The sides that pronouns of a text mean, ready to be asked."""

    def __init__(self, text: Text, actors: Actors, subjects: Subjects):
        """The text with those named in it, and who is the subject of what."""
        self.text, self.actors, self.subjects = text, actors, subjects
        self.sides = Sides(text, actors)
        self.avowed = Avowed(text, actors, self.sides)

    def _in_its(self, i: int, pronoun: str) -> Side | None:
        """Whose the ranks are in which men fell: not his who struck (``هجمات كذا أوقعت 90 في صفوفه``) but the last who agrees."""
        places, start = self.text.where(kills), self.text.sentence(i)[0]
        at = last_in(places, start, i) if places else None
        struck_by = side_of_doer(self.text, at, self.sides) if at is not None else None
        if struck_by is not None:
            return OTHER.get(struck_by)
        teller = self._teller(i, pronoun)
        if teller is not None:
            return teller
        feminine = pronoun == "ها"
        party = self.actors.before(i, lambda p: self.actors.is_feminine(p) == feminine and self.sides.of(p) is not None)
        is_open = feminine and not self._is_feminine_foe_told(i)
        if is_open and (party is None or self.text.forms[party.first] in EITHER) and self._is_force_told(i):
            return "force"  # أعلنت القوات مقتل 90 من داعش، بينما أحصى المركز 30 قتيلا في صفوفها
        if party is not None and party.first >= start:
            return self.sides.of(party)
        return self.pointed_to(i, pronoun) or ("force" if is_open else None)

    def _teller(self, i: int, pronoun: str) -> Side | None:
        """The side of who tells of those who fell of his own: ``أعلنت الوزارة أن عدد القتلى من عناصرها 90``, nobody told of between."""
        text, actors = self.text, self.actors
        verbs = text.where("speech_verb")
        verb = last_in(verbs, text.sentence(i)[0], i) if verbs else None
        if verb is None or text.words[verb].entries["speech_verb"].tag not in FINITE:
            return None
        at = verb + 1
        if actors.at(at) is None and "state_organ" not in text.words[at].entries:
            at = self._subject_before(verb)
        party, form = actors.at(at), text.forms[at]
        last = max(verb + 1, party.last if party is not None else at + 1)
        if actors.between(last, i) or any("foe_noun" in word.entries for word in text.words[last:i]):
            return None
        if party is not None:
            is_own = party.kind not in _TELLERS and actors.is_feminine(party) == (pronoun == "ها")
            return ("foe" if actors.is_foe(party) else "force") if is_own else None
        is_own = "state_organ" in text.words[at].entries and form.endswith(_FEMININE) == (pronoun == "ها")
        return "force" if is_own else None

    def _subject_before(self, verb: int) -> int:
        """Where who tells it stands right before the verb (``السلطات الكردية أعلنت``), else right behind it."""
        start = max(self.text.sentence(verb)[0], verb - _SUBJECT_REACH)
        for i in range(verb - 1, start - 1, -1):
            party = self.actors.at(i)
            if party is not None:
                return party.first if party.last == verb else verb + 1
            if "state_organ" in self.text.words[i].entries:
                return i
            if not self.text.forms[i].startswith("ال"):
                break
        return verb + 1

    def _is_force_told(self, i: int) -> bool:
        """Whether a force that no name has is told of before a token in its sentence."""
        return any("fighting_force" in word.entries for word in self.text.words[self.text.sentence(i)[0] : i])

    def _is_feminine_foe_told(self, i: int) -> bool:
        """Whether a foe told before a token is feminine for sure: ``العصابة الإرهابية``."""
        actors, forms = self.actors, self.text.forms
        if actors.before(i, lambda p: actors.is_foe(p) and actors.is_feminine(p) and forms[p.first] not in EITHER) is not None:
            return True
        return any(forms[n].endswith("ه") and self.sides.at(n) == "foe" for n in range(self.text.sentence(i)[0], i))

    def pointed_to(self, i: int, pronoun: str, are_men: bool = False) -> Side | None:
        """The side of whom a pronoun points to; ``are_men``: whose men are called his own, a force's where he is no foe."""
        party = self._meant_by(i, pronoun) if pronoun in ITS else None
        if are_men and (party is None or self.sides.of(party) is None):
            party = self._having(i, pronoun)
            return None if party is None else "foe" if self.actors.is_foe(party) else "force"
        return self.sides.of(party) if party is not None else None

    def _meant_by(self, i: int, pronoun: str) -> Party | None:
        """Whom a pronoun points to; not the foe of the sentence before where somebody else of it who fights him agrees as well:
        ``خسرت قوات كذا 90 في المعركة ضد داعش. لكن المرصد أحصى 70 من عناصرها``.
        """
        party = self.subjects.antecedent(i, pronoun)
        if party is None or party.first >= self.text.sentence(i)[0] or not self.avowed.is_against(party):
            return party
        other = self._having(party.first, pronoun)
        return party if other is None or self.sides.of(other) is None else other

    def _having(self, i: int, pronoun: str) -> Party | None:
        """The last body before that agrees with a pronoun and can have men, also one that a number is credited to."""
        feminine, actors = pronoun == "ها", self.actors
        start = self.text.sentence(i)[0]
        return actors.before(
            i,
            lambda p: (
                p.first >= start and p.type == "organization" and p.kind not in ("media", "observer") and actors.is_feminine(p) == feminine
            ),
        )
