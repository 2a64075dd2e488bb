"""Whose those were that fell: of a force that fights the foe, or his own.

It is told by ``من`` or ``في صفوف``, at the number or at the word of their death, by a pronoun, or by the word for them or for their
death alone (``استشهد``).
"""

from collections.abc import Iterable

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.assailed import kills, side_of_doer
from hasila.arabic.figure.avowed import Avowed
from hasila.arabic.figure.draft import Draft, Side, counts_bodies, kind_of
from hasila.arabic.figure.part import OF_THEM, is_human
from hasila.arabic.figure.party import Party
from hasila.arabic.figure.picked import AS_FOR
from hasila.arabic.figure.side import EITHER, OPENERS, Sides
from hasila.arabic.figure.subject import Subjects
from hasila.text import FINITE, Known, Text, Word, last_in, one_in

_OTHER: dict[Side, Side] = {"foe": "force", "force": "foe"}
_MEN = frozenset(("man", "foe_man", "dead_noun"))
_FIGHTERS = ("fighter", "soldier")
_BEHIND = 4
_AMONG = frozenset(("في", "من", "ضمن", "لدي"))
_OF, _IN = frozenset(("من", "ومن")), frozenset(("في", "وفي", "بين", "ضمن"))
# in whose ranks, by a pronoun
_RANKS = {f"{form}{pronoun}": pronoun for form in ("صفوف", "قوات", "مقاتلي", "عناصر") for pronoun in ("ه", "ها")}
_RANKS_REACH, _RANKS_BEHIND = 8, 2
_BODIES = frozenset(("جثه", "جثث", "جثامين", "جثمان", "رفات", "جثتين"))
_CLOSING = frozenset(')»"”،')
_ARE = frozenset(("هم", "وهم", "كانوا", "جميعهم", "كلهم"))
_BELONG, _TO = frozenset(("ينتمون", "ينتمي", "تابعون", "تابعين", "منتمون", "منتمين")), ("الي", "ل")
_TOLD_OF = 40
_AND = "و"
_THEM, _ITS = "هم", ("ه", "ها")
_TELLERS, _FEMININE = frozenset(("media", "observer")), ("ه", "ات")


class Fallen:
    """Asked with the actors and subjects of one text."""

    def __init__(self, text: Text, actors: Actors, subjects: Subjects):
        """The text with those named in it, and who is the subject of what."""
        self.text, self.actors, self.subjects = text, actors, subjects
        self.sides = Sides(text, actors)
        self.avowed = Avowed(text, actors, self.sides)

    def are_of_force(self, noun: int) -> bool:
        """``90 من قوات كذا``: whether a number counts some of a force, by the noun for that."""
        return self.text.forms[noun - 1] in _OF and "fighting_force" in self.text.words[noun].entries

    def are_of_its(self, noun: int) -> bool:
        """``خسر كذا 90 من أفراده``: whether a number counts some of those whom a body has, by a pronoun that points to it."""
        hit = self.text.words[noun].entries.get("its_man")
        return hit is not None and hit.pronoun in _ITS and self.text.forms[noun - 1] in _OF

    def _are_a_forces(self, noun: int) -> bool:
        """``90 من مقاتلي الجيش``: whether those counted are of a force that is told by its noun alone."""
        hit = self.text.word(noun + 1).entries.get("fighting_force")
        return self.text.forms[noun - 1] in _OF and hit is not None and hit.article

    def fallen(self, draft: Draft, at: int | None) -> Side | None:
        """Whose those were that are told of as fallen."""
        if at is not None and draft.noun is not None and self.text.forms[draft.noun] in _RANKS and self.are_of_its(draft.noun):
            return self.in_ranks(draft.noun)  # مقتل 37 من صفوفها
        if at is None or (draft.noun is not None and self.are_of_its(draft.noun) and not MAY_BE_LOST[self.text.words[draft.noun]]):
            return None  # قتل 12 من أفرادها: a family's, too
        entries = self.text.words[at].entries
        man = self.text.words[draft.noun].entries if draft.noun is not None else {}
        if "foe_man" in man and draft.owner is None:
            return "foe"  # قتل 90 إرهابيا و30 من عناصر القوات
        whose = self._whose(draft, at)
        if whose is not None or draft.noun is None:
            return whose
        if "dead_noun" in man and any(map(_is_civil, self.text.words[draft.segment : draft.first])):
            return "civil"  # عدد الشهداء المدنيين 90 شهيدا
        if "foes_dead" in entries:
            return "foe"
        is_fighter = "man" in man or kind_of(self.text, draft) in _FIGHTERS
        return "force" if "own_dead" in entries and is_fighter else None

    def among(self, draft: Draft) -> Side | None:
        """The side of those in whose ranks the dead are told of: ``أوقعت الغارات في صفوفه 90 قتيلا``, ``أوقعت 90 قتيلا في صفوفه``."""
        if draft.noun is None or "dead_noun" not in self.text.words[draft.noun].entries:
            return None
        behind = self._behind(range(draft.end - 1, min(draft.end + _RANKS_BEHIND, draft.sentence[1])))
        if behind is not None:
            return behind
        ranks = range(draft.first - 1, max(draft.segment, draft.first - _RANKS_REACH), -1)
        at = next((i for i in ranks if self.text.forms[i - 1] in _IN and _is_ranks(self.text, i)), None)
        return self.in_ranks(at) if at is not None else None

    def told_to_be(self, draft: Draft) -> Side | None:
        """The side of whom those counted are told to be right behind their number, where dead are told of:
        ``غالبية القتلى، أي 465 شخصا، هم مقاتلون في كذا``, ``465 منهم من كذا``, ``31 قتيلا ينتمون إلى كذا``.
        """
        forms, i = self.text.forms, draft.end
        if not is_human(self.text, draft) or (draft.noun is not None and "civilian_word" in self.text.words[draft.noun].entries):
            return None
        while forms[i] in _CLOSING and i < draft.sentence[1]:
            i += 1
        is_some = forms[i] in OF_THEM
        i += is_some
        belong = forms[i] in _BELONG
        if belong:
            i += 1 + (forms[i + 1] == _TO[0])
        elif forms[i] in _ARE:
            i += 1
        elif self._are_bodies(draft) and (whose := self._owner_of_bodies(i)) is not None:
            return whose
        elif forms[i] not in _OF and is_some:
            return self._slain(draft)
        elif not is_some and not ((forms[draft.end] in _CLOSING or counts_bodies(self.text, draft)) and forms[i] in _OF):
            return None
        i += forms[i] in _OF
        if not (one_in(self.text.where(TELLS_DEAD), max(0, draft.first - _TOLD_OF), i)):
            return None
        side = self.sides.at(i)
        hit = self.text.word(i).entries.get("counted_noun")
        if side is None and hit is not None and hit.value in _FIGHTERS:
            i += 1 + (forms[i + 1] in _AMONG)
            side = self.sides.at(i)
        return side

    def _are_bodies(self, draft: Draft) -> bool:
        return draft.noun is not None and draft.has_noun_behind and self.text.forms[draft.noun] in _BODIES

    def _owner_of_bodies(self, i: int) -> Side | None:
        """Whose bodies were found: ``3 جثث لجنود``, ``3 جثث لعناصره``, ``3 جثث لمسلحي كذا``."""
        hit = self.text.word(i).entries.get("counted_noun")
        if hit is None or hit.clitics != "ل" or hit.value not in _FIGHTERS:
            return None
        if hit.pronoun in _ITS:
            return self.pointed_to(i, hit.pronoun, are_men=True)
        return self.sides.at(i + 1) or ("force" if hit.value == "soldier" else None)

    def _slain(self, draft: Draft) -> Side | None:
        """The side of those who were struck, some of whom their foe killed: ``قصفت القوات تجمعا لكذا وقتلت 6 منهم``."""
        text, at = self.text, draft.first - 1
        hit = text.words[at].entries.get("killer_verb")
        if hit is None or hit.tag not in FINITE or hit.clitics != _AND:
            return None
        start = draft.sentence[0]
        foe = self.actors.before(at, self.actors.is_foe)
        if foe is None or foe.first < start or one_in(text.where("fighting_force"), foe.last, at) or self.actors.between(foe.last, at):
            return None
        before = foe.first - ("counted_noun" in text.words[foe.first - 1].entries)
        is_subject = before <= start or any(hit.tag in FINITE for hit in text.words[before - 1].entries.values())
        return None if is_subject or text.forms[before - 1] in OPENERS else "foe"

    def in_ranks(self, i: int) -> Side | None:
        """The side of those whose ranks are told of, by name or by a pronoun."""
        pronoun = _RANKS.get(self.text.forms[i])
        return self._in_its(i, pronoun) if pronoun is not None else self.sides.at(i)

    def _whose(self, draft: Draft, at: int) -> Side | None:
        """The side of whom those counted belong to: behind من or in whose ranks, at the number or at the word of their death."""
        if draft.owner is not None:
            return self.sides.of(draft.owner)
        text, noun = self.text, draft.noun
        if noun is not None and noun < draft.first and text.forms[noun - 1] in AS_FOR:  # أما مسلحو كذا فقتل منهم 90
            return self.sides.at(noun) or self.sides.at(noun + 1)
        lost = text.words[draft.end].entries.get("bereft_verb") if draft.end < draft.sentence[1] else None
        if lost is not None and lost.pronoun == _THEM and lost.value == "subject":  # 90 مقاتلا فقدتهم القوات
            return self.sides.at(draft.end + 1)
        hit = text.words[noun].entries.get("counted_noun") if noun is not None else None
        if noun is not None and hit is not None and hit.pronoun in _ITS:
            slays = text.words[at].entries.get("killer_verb")
            killer = self.sides.at(at + 1) if slays is not None and slays.tag in FINITE else None
            return _OTHER[killer] if killer is not None else self.pointed_to(noun, hit.pronoun, are_men=True)
        if noun is not None and noun >= draft.first and self.are_of_force(noun):
            return self.sides.at(noun)
        if noun is not None and noun >= draft.first and self._are_a_forces(noun):
            return self.sides.at(noun + 1) or "force"
        if noun is not None and noun >= draft.first and any("ally_adjective" in word.entries for word in text.words[noun + 1 : noun + 3]):
            return "force"  # 900 من المقاتلين الأكراد
        stop = min(draft.end + _BEHIND, draft.sentence[1])
        stop = next((i for i in range(draft.end, stop) if text.kinds[i] == "digits" or self._joins_number(i)), stop)
        before = (i for i in range(at + 1, draft.first) if not self._is_of_others(i))
        return self._behind((*range(draft.end - 1, stop), *before))

    def _joins_number(self, i: int) -> bool:
        """``قتل خمسة جنود وعشرة من مسلحي كذا``: whether و joins another number, in words."""
        hit = self.text.words[i].entries.get("cardinal")
        return hit is not None and hit.clitics == _AND and not (hit.article or hit.pronoun)

    def _behind(self, places: Iterable[int]) -> Side | None:
        """The side of whom من or in whose ranks stands at one of these tokens."""
        text = self.text
        for i in places:
            form = text.forms[i]
            if form in _OF and _CAME[text.words[i - 1]]:
                continue  # 90 مسلحا تسللوا من سوريا
            if form in _OF or (form in _IN and _is_ranks(text, i + 1)):
                side = self.in_ranks(i + 1)
                if side is not None:
                    return side
        return None

    def _is_of_others(self, i: int) -> bool:
        """Whether a preposition tells whose others are that were counted before: ``30 مدنيا، 90 من كذا و20 جنديا``."""
        return any(self.text.kinds[n] == "digits" or self.text.has(n, "cardinal") for n in (i - 1, i - 2))

    def _in_its(self, i: int, pronoun: str) -> Side | None:
        """Whose the ranks are in which men fell: not his who struck (``هجمات كذا أوقعت 90 في صفوفه``) but the last who agrees."""
        places, start = self.text.where(kills), self.text.sentence(i)[0]
        at = last_in(places, start, i) if places else None
        struck_by = side_of_doer(self.text, at, self.sides) if at is not None else None
        if struck_by is not None:
            return _OTHER.get(struck_by)
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
        party, form = actors.at(verb + 1), text.forms[verb + 1]
        last = party.last if party is not None else verb + 2
        if actors.between(last, i) or any("foe_noun" in word.entries for word in text.words[last:i]):
            return None
        if party is not None:
            is_own = party.kind not in _TELLERS and actors.is_feminine(party) == (pronoun == "ها")
            return ("foe" if actors.is_foe(party) else "force") if is_own else None
        is_own = "state_organ" in text.words[verb + 1].entries and form.endswith(_FEMININE) == (pronoun == "ها")
        return "force" if is_own else None

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
        party = self._meant_by(i, pronoun) if pronoun in _ITS else None
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


def _is_ranks(text: Text, i: int) -> bool:
    return "ranks" in text.word(i).entries or text.form(i) in _RANKS


@Known
def MAY_BE_LOST(word: Word) -> bool:
    """Whether a word is one for men who can be a force's or the foe's."""
    return word.value("counted_noun") in _FIGHTERS or not _MEN.isdisjoint(word.entries)


def TELLS_DEAD(word: Word) -> bool:
    """Whether a word tells of people killed: the noun for them, or their death."""
    return "dead_noun" in word.entries or "died" in word.entries or "killer_verb" in word.entries


@Known
def _CAME(word: Word) -> bool:
    """Whether a word tells what those counted did, other than that they fell: what من leads to is then whence."""
    return word.form.endswith("وا") and "died" not in word.entries and "own_dead" not in word.entries


def _is_civil(word: Word) -> bool:
    hit = word.entries.get("counted_noun")
    return hit is not None and hit.value == "civilian" and hit.article
