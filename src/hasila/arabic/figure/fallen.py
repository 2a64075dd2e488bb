"""Whose those were that fell: of a force that fights the foe, or his own.

It is told by ``من`` or ``في صفوف``, at the number or at the word of their death, by a pronoun, or by the word for them or for their
death alone (``استشهد``).
"""

from collections.abc import Iterable

from hasila.arabic.figure.clashed import clashed
from hasila.arabic.figure.draft import Draft, Side, counts_bodies, kind_of
from hasila.arabic.figure.part import OF_THEM, is_human
from hasila.arabic.figure.picked import AS_FOR
from hasila.arabic.figure.side import GUNMEN, OPENERS
from hasila.arabic.figure.theirs import ITS, OTHER, Theirs
from hasila.text import FINITE, Known, Text, Word, one_in

_MEN = frozenset(("man", "foe_man", "dead_noun"))
_FIGHTERS = ("fighter", "soldier")
_BEHIND = 4
_AMONG = frozenset(("في", "من", "ضمن", "لدي"))
_OF = frozenset(("من", "ومن"))
_IN = frozenset(("في", "وفي", "بين", "ضمن"))
# in whose ranks, by a pronoun
_RANKS = {f"{form}{pronoun}": pronoun for form in ("صفوف", "قوات", "مقاتلي", "عناصر") for pronoun in ("ه", "ها")}
_RANKS_REACH = 8
_RANKS_BEHIND = 2
_BODIES = frozenset(("جثه", "جثث", "جثامين", "جثمان", "رفات", "جثتين"))
_CLOSING = frozenset(')»"”،')
_ARE = frozenset(("هم", "وهم", "كانوا", "جميعهم", "كلهم"))
_BELONG = frozenset(("ينتمون", "ينتمي", "تابعون", "تابعين", "منتمون", "منتمين"))
_TO = ("الي", "ل")
_TOLD_OF = 40
_AND = "و"
_THEM = "هم"


class Fallen(Theirs):
    """Asked with the actors and subjects of one text."""

    def are_of_force(self, noun: int) -> bool:
        """``90 من قوات كذا``: whether a number counts some of a force, by the noun for that."""
        return self.text.forms[noun - 1] in _OF and "fighting_force" in self.text.words[noun].entries

    def are_of_its(self, noun: int) -> bool:
        """``خسر كذا 90 من أفراده``: whether a number counts some of those whom a body has, by a pronoun that points to it."""
        hit = self.text.words[noun].entries.get("its_man")
        return hit is not None and hit.pronoun in ITS and self.text.forms[noun - 1] in _OF

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
        if "own_dead" in entries and is_fighter:
            return "force"
        return clashed(self.text, self.sides, draft, at) if is_fighter else None

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
        if hit.pronoun in ITS:
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
            are_gunmen = draft.noun is not None and self.text.forms[draft.noun].startswith(GUNMEN)
            return self.sides.of(draft.owner) or ("foe" if are_gunmen and draft.owner.id not in self.actors.known else None)
        text, noun = self.text, draft.noun
        if noun is not None and noun < draft.first and text.forms[noun - 1] in AS_FOR:  # أما مسلحو كذا فقتل منهم 90
            return self.sides.at(noun) or self.sides.at(noun + 1)
        lost = text.words[draft.end].entries.get("bereft_verb") if draft.end < draft.sentence[1] else None
        if lost is not None and lost.pronoun == _THEM and lost.value == "subject":  # 90 مقاتلا فقدتهم القوات
            return self.sides.at(draft.end + 1)
        hit = text.words[noun].entries.get("counted_noun") if noun is not None else None
        if noun is not None and hit is not None and hit.pronoun in ITS:
            slays = text.words[at].entries.get("killer_verb")
            killer = self.sides.at(at + 1) if slays is not None and slays.tag in FINITE else None
            return OTHER[killer] if killer is not None else self.pointed_to(noun, hit.pronoun, are_men=True)
        if noun is not None and noun >= draft.first and self.are_of_force(noun):
            return self.sides.at(noun)
        if noun is not None and noun >= draft.first and self._are_a_forces(noun):
            return self.sides.at(noun + 1) or "force"
        if noun is not None and noun >= draft.first and any("ally_adjective" in word.entries for word in text.words[noun + 1 : noun + 3]):
            return "force"  # 900 من المقاتلين الأكراد
        if noun is not None and noun + 1 == draft.end and self._is_armed_body(draft.end):
            return self.sides.at(draft.end + 1)
        stop = min(draft.end + _BEHIND, draft.sentence[1])
        stop = next((i for i in range(draft.end, stop) if text.kinds[i] == "digits" or self._joins_number(i)), stop)
        before = (i for i in range(at + 1, draft.first) if not self._is_of_others(i))
        return self._behind((*range(draft.end - 1, stop), *before))

    def _is_armed_body(self, i: int) -> bool:
        """``19 عنصرا في قوات كذا``: whether في stands at a token before an armed body, whose members those are, and no place."""
        if self.text.forms[i] not in _IN:
            return False
        party = self.actors.at(i + 1)
        return party.type == "organization" if party is not None else "fighting_force" in self.text.word(i + 1).entries

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
                side = self.in_ranks(i + 1) or self._of_men(i + 1)
                if side is not None:
                    return side
        return None

    def _of_men(self, i: int) -> Side | None:
        """The side of those who have the men told of at a token for their own: ``قتلوا من جنودها``."""
        hit = self.text.word(i).entries.get("counted_noun")
        if hit is None or hit.pronoun not in ITS or hit.value not in _FIGHTERS:
            return None
        return self._teller(i, hit.pronoun) or self.pointed_to(i, hit.pronoun, are_men=True)

    def _is_of_others(self, i: int) -> bool:
        """Whether a preposition tells whose others are that were counted before: ``30 مدنيا، 90 من كذا و20 جنديا``."""
        return any(self.text.kinds[n] == "digits" or self.text.has(n, "cardinal") for n in (i - 1, i - 2))


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
