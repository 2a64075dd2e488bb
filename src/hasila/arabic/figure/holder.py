"""Whose men those are that a number counts, told by grammar: the foe's or a force's; and whether they are foreigners in a foe's ranks.

Whoever has, holds or numbers so many men is the subject of the verb (``يضم``, ``يحتفظ بـ``), stands behind ``لدى`` or ل, or in the genitive
of their number (``عدد مقاتلي كذا``, ``قوام كذا``); or the men are told to be of him (``300 من كذا``, ``يقاتلون في صفوف كذا``).
"""

from bisect import bisect_left
from collections.abc import Callable
from itertools import compress

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.belated import is_numbered
from hasila.arabic.figure.bereft import CUTS, tells_loss
from hasila.arabic.figure.draft import Draft, Side
from hasila.arabic.figure.elsewhere import is_nation
from hasila.arabic.figure.homeland import homeland_of
from hasila.arabic.figure.inset import unbroken
from hasila.arabic.figure.nation import nations_of
from hasila.arabic.figure.side import SURE, Sides
from hasila.arabic.figure.zone import RELATIVES
from hasila.codebook import Codebook, Indicator
from hasila.text import FINITE, Known, Text, Word, last_in, one_in

ENEMY_STRENGTH, _FOREIGN = "enemy_strength", "foreign_fighters"
_OF_FOE = frozenset((_FOREIGN, "enemy_recruits", "people_freed"))
_OPEN_JOINED = frozenset((None, "enemy_recruits"))
_COUNTRIES, _OF_STATES = "source_countries", frozenset((None, "member_states"))
_THEIRS = frozenset(("بهم", "بها", "به", "اليهم", "اليه", "اليها", "صفوفه", "صفوفها", "صفوفهم"))
_ITS = ("ه", "ها")
_BEHIND, _DESCRIBED, _STATES_BEHIND, _NEAR = 6, 3, 4, 2
_WITH = frozenset(("لدي", "ولدي", "عند", "مع", "وعند"))
_AMONG = frozenset(("في", "ضمن", "داخل"))
_PAPERS = ("جنسي", "جواز")


class Holders:
    """Asked with the actors of one text."""

    def __init__(self, text: Text, actors: Actors, sides: Sides):
        """The text with those named in it, and on which side they are."""
        self.text, self.actors, self.sides = text, actors, sides

    def holder(self, draft: Draft) -> Side | None:
        """Whose men a figure without a unit counts; None if it counts no men that live, or the text leaves open whose they are."""
        if draft.loser is not None or not self._are_men(draft):
            return None
        deaths = self.text.where(tells_loss)
        if deaths and one_in(deaths, draft.segment, draft.clause[1]):
            return None
        return self.having(draft) or self._belonging(draft)

    def having(self, draft: Draft) -> Side | None:
        """Who is told to have so many men."""
        text, places = self.text, self.text.where(_tells_holding)
        at = last_in(places, draft.segment, draft.first) if places else None
        if at is not None and not any(CUTS[text.forms[i]] for i in unbroken(text, at + 1, draft.first)):
            hit = text.words[at].entries.get("having_verb")
            if hit is None or hit.tag not in FINITE:
                return self._behind_adjectives(at) or self.sides.at(at)
            described = self.sides.described(at)
            if described is not None:  # التحالف يقاتل كذا الذي يضم 900
                return self.sides.of(described)
            return self.sides.at(at + 1) or next(self.sides.among(draft.segment, at), None)
        return "foe" if self.is_its_number(draft) else self._possessor(draft)

    def _behind_adjectives(self, at: int) -> Side | None:
        """Whose a definite force is by من or ل behind its adjectives: ``القوة المتبقية للتنظيم``, ``القوة المتحصنة من كذا``."""
        text, i = self.text, at + 1
        if not text.forms[at].removeprefix("و").startswith("ال"):
            return None
        while text.form(i).startswith("ال") and self.actors.at(i) is None:
            i += 1
        if text.form(i) == "من":
            return self.sides.at(i + 1)
        return self.sides.at(i) if i > at + 1 and text.form(i).startswith("ل") else None

    def is_its_number(self, draft: Draft) -> bool:
        """Whether a number is how many a foe has who was named right before the relative: ``900 أوروبي في كذا، الذي يقدر قوامه بـ9000``."""
        text = self.text
        at = last_in(text.where("count_head"), draft.segment, draft.first)
        hit = text.words[at].entries.get("count_head") if at is not None else None
        if at is None or hit is None:
            return False
        men = text.words[at + 1].entries.get("counted_noun") if at + 1 < draft.first else None  # عدد عناصره
        if hit.pronoun not in _ITS and (men is None or men.pronoun not in _ITS):
            return False
        relative = next((i for i in range(at - 1, draft.segment, -1) if text.forms[i] in RELATIVES), None)
        party = self.actors.before(relative, self.actors.is_foe) if relative is not None else None
        return party is not None and relative is not None and party.last >= relative - _NEAR

    def _are_men(self, draft: Draft) -> bool:
        """Whether men who may bear arms are counted, or nobody says what."""
        if draft.noun is None:
            return draft.type in ("cardinal", "range") and not self._are_others(draft.last)
        return _ARE_MEN[self.text.words[draft.noun]]

    def _are_others(self, i: int) -> bool:
        """Whether the noun of number behind a number is of people or things that are no men: ``ارتفع إلى 90 عدد المحررات``."""
        if not is_numbered(self.text, i) or self.text.forms[i] == "من":
            return False
        noun = self.text.word(i + 1)
        return noun.form not in RELATIVES and noun.form != "من" and not _ARE_MEN[noun]

    def _possessor(self, draft: Draft) -> Side | None:
        """Who has so many, by the predicate that the clause begins with: ``لدى كذا 300 مقاتل``, ``لم يبق لكذا سوى 300``."""
        text = self.text
        for i in unbroken(text, draft.segment, draft.first):
            if text.forms[i] in _WITH:
                return self.sides.at(i + 1)
            if "source_word" in text.words[i].entries:  # وفقا لأرقام وزارة كذا
                continue
            party = self.actors.at(i)
            if party is not None and party.first == i:
                clitics = text.forms[i][: party.skip]
            else:
                clitics = next((hit.clitics for hit in text.words[i].entries.values()), "")
            if clitics.endswith("ل") or text.forms[i].startswith("لل"):
                return self.sides.at(i)
        return None

    def _belonging(self, draft: Draft) -> Side | None:
        """Whose they are by the words behind them: ``300 من كذا``, ``300 رجل يقاتلون في صفوف كذا``."""
        text = self.text
        if draft.owner is not None:
            return self.sides.of(draft.owner)
        if text.forms[draft.end] == "من":
            party = self.actors.at(draft.end + 1)
            return None if party is not None and party.type == "country" else self.sides.at(draft.end + 1)  # 300 مقاتل من تونس
        for i in range(draft.end, min(draft.end + _BEHIND, draft.sentence[1] - 1)):
            if text.forms[i] in _AMONG and "ranks" in text.words[i + 1].entries:
                return self.sides.at(i + 1)
        return None

    def are_foreign(self, draft: Draft, codebook: Codebook) -> bool:
        """Whether foreigners are counted whom the clause tells of beside a foe: ``عدد التونسيين المنضوين تحت لواء كذا``."""
        text = self.text
        if draft.unit is not None:
            return False
        if self._bear_papers(draft):
            return True
        before = range(self._told_from(draft), draft.last)
        near = [
            i for i in compress(before, map(IS_FOREIGNER.__getitem__, text.words[before.start : before.stop])) if self._is_head(i, draft)
        ]
        if any(self._are_its(i - 1) for i in near):
            return True
        near += [i for i in self._described(draft) if IS_FOREIGNER[text.word(i)]]
        nations = text.derived(nations_of)
        if not near or any(i in nations and nations[i].hit.value in codebook.theatre for i in near):
            return False
        return self._tells_of_foe(draft) or (draft.noun is not None and _ARE_FIGHTERS[text.words[draft.noun]])

    def _bear_papers(self, draft: Draft) -> bool:
        """Whether they are told by the papers that they have: ``حملة الجنسيات الأجنبية``, ``300 مسلح يحملون جوازات أوروبية``."""
        places = self.text.where("bearer")
        near = places[bisect_left(places, draft.segment) : bisect_left(places, draft.end + _NEAR)] if places else ()
        return any(self.text.form(i + 1).removeprefix("ال").startswith(_PAPERS) for i in near)

    def _told_from(self, draft: Draft) -> int:
        """Where what is counted begins to be told: at the number that a verb of estimating takes up by its pronoun, else in its segment
        (``عدد الأجانب؛ إذ حدده المركز بـ300``).
        """
        verbs = self.text.where("assess_verb")
        at = last_in(verbs, draft.segment, draft.first) if verbs else None
        if at is None or self.text.words[at].entries["assess_verb"].pronoun not in _ITS:
            return draft.segment
        head = last_in(self.text.where("count_head"), max(draft.sentence[0], draft.after), at)
        return draft.segment if head is None else min(head, draft.segment)

    def _described(self, draft: Draft) -> tuple[int, ...]:
        """What is counted, and the adjective right behind fighters: ``300 مقاتل أوروبي``, or of whom they are: ``من الأوروبيين``."""
        if draft.noun is None:
            return ()
        if draft.noun >= draft.first and self.text.forms[draft.end] == "من" and self.text.form(draft.end + 1).startswith("ال"):
            return draft.noun, draft.noun + 1, draft.end + 1
        return (draft.noun, draft.noun + 1) if draft.noun + 1 == draft.end or draft.noun >= draft.first else (draft.noun,)

    def _are_its(self, i: int) -> bool:
        """Whether a word is of a foe's men, who is meant by a pronoun: ``عدد إرهابييه الأجانب``."""
        hit = self.text.words[i].entries.get("counted_noun")
        return hit is not None and hit.value == "fighter" and hit.pronoun in _ITS

    def have_joined(self, draft: Draft, codebook: Codebook) -> bool:
        """Whether men of a nation, from elsewhere, or of many states are told to have joined a foe: ``التحق بالجهاديين 300 فرنسي``,
        ``300 مقاتل من 90 دولة انضموا إليه``.
        """
        text, nations = self.text, self.text.derived(nations_of)
        if draft.noun is None or draft.unit is not None:
            return False
        nation = nations.get(draft.noun)
        if nation is None and not self._from_states(draft):
            return False
        if nation is not None and nation.hit.value in codebook.theatre:
            return False
        if not one_in(text.where("recruit_word"), draft.segment, draft.clause[1]):
            return False
        if self._tells_of_foe(draft):
            return True
        theirs = next((i for i in range(draft.segment, draft.clause[1]) if text.forms[i] in _THEIRS), None)
        told = self.actors.before(theirs, lambda party: party.type == "organization") if theirs is not None else None
        return told is not None and self.actors.is_foe(told)

    def _from_states(self, draft: Draft) -> bool:
        """Whether people are counted who are told right behind to be of so many states: ``300 مقاتل من أكثر من 90 دولة``."""
        text = self.text
        if draft.noun is None or text.forms[draft.end] != "من":
            return False
        behind = text.words[draft.end + 1 : draft.end + 1 + _STATES_BEHIND]
        return any((hit := word.entries.get("counted_noun")) is not None and hit.value == "state" and not hit.article for word in behind)

    def come_from(self, draft: Draft) -> bool:
        """Whether states are counted that a foe's men are from: ``يضم في صفوفه مرتزقة من 80 دولة``."""
        text, at = self.text, draft.first - 1
        if draft.noun is None or text.forms[at] != "من":
            return False
        men = text.words[max(draft.segment, at - _DESCRIBED) : at]
        if not any("foe_man" in man.entries or man.value("counted_noun") == "fighter" for man in men):
            return False
        told = self.actors.between(draft.segment, draft.clause[1])
        if any(map(self.actors.is_joint, told)) or (draft.segment < at and self.having(draft) == "force"):
            return False
        return any("foe_man" in man.entries for man in men) or any(map(self.actors.is_foe, told))

    def _is_head(self, i: int, draft: Draft) -> bool:
        """Whether a word is whom the clause counts: its first noun, or behind عدد or the noun for fighters."""
        if i == draft.segment:
            return True
        before = self.text.words[i - 1]
        return "count_head" in before.entries or before.value("counted_noun") == "fighter"

    def tells_of_others(self, draft: Draft, codebook: Codebook) -> bool:
        """Whether foreigners, or men who only join, are told of in the figure's clause, or from where those counted come."""
        if homeland_of(self.text, self.actors, draft, codebook) is not None:
            return True
        first, last = draft.segment, draft.clause[1]
        heads = self.text.where("count_head")
        head = last_in(heads, first, draft.first) if heads else None
        if head is not None and _is_people(self.text.word(head + 1)):
            return True
        return any(map(IS_FOREIGNER.__getitem__, self.text.words[first:last])) or one_in(self.text.where("recruit_word"), first, last)

    def _tells_of_foe(self, draft: Draft) -> bool:
        """Whether the foe is named in the figure's clause."""
        first, last = draft.segment, draft.clause[1]
        if any(map(self.actors.is_foe, self.actors.between(first, last))):
            return True
        nouns = self.text.where(_tells_of_foe)
        return bool(nouns) and one_in(nouns, first, last)


def of_holder(
    draft: Draft, indicator: str | None, holders: Holders, codebook: Codebook, fits: Callable[[Draft, Indicator, int], bool]
) -> str | None:
    """The indicator of a foe's men, or of the foreigners among them, where grammar tells whose they are and words alone did not."""
    if indicator in _OF_STATES and draft.noun is not None and holders.come_from(draft):
        found = codebook.indicator(_COUNTRIES)
        return found.id if found is not None else indicator
    if indicator in _OPEN_JOINED and holders.have_joined(draft, codebook):
        found = codebook.indicator(_FOREIGN)
        return found.id if found is not None and fits(draft, found, SURE) else indicator
    if indicator == ENEMY_STRENGTH or (draft.holder == "foe" and (indicator in _OF_FOE or (indicator is None and holders.having(draft)))):
        is_whole = holders.is_its_number(draft)
        is_foreign = not is_whole and holders.are_foreign(draft, codebook)
        if not is_whole and not is_foreign and indicator is not None and holders.tells_of_others(draft, codebook):
            return indicator
        found = codebook.indicator(_FOREIGN if is_foreign else ENEMY_STRENGTH)
        return found.id if found is not None and fits(draft, found, SURE) else indicator
    return indicator


def _tells_holding(word: Word) -> bool:
    return "having_verb" in word.entries or "strength" in word.entries


def _tells_of_foe(word: Word) -> bool:
    return "foe_noun" in word.entries or "foe_adjective" in word.entries


@Known
def _ARE_MEN(word: Word) -> bool:
    """Whether a word is one for men who may bear arms, or for how many there are."""
    return _ARE_FIGHTERS[word] or "man" in word.entries or "count_head" in word.entries or IS_FOREIGNER[word]


@Known
def _ARE_FIGHTERS(word: Word) -> bool:
    """Whether a word is one for fighters."""
    return word.value("counted_noun") == "fighter"


@Known
def IS_FOREIGNER(word: Word) -> bool:
    """Whether a word is one for foreigners, or for people of a nation."""
    return "foreigner" in word.entries or is_nation(word) or "nationality" in word.entries


def _is_people(word: Word) -> bool:
    """Whether a definite plural that is no noun for fighters tells of a people, also of one that no list has: ``القوقازيين``."""
    return word.form.startswith("ال") and word.form.endswith(("ين", "ون")) and "counted_noun" not in word.entries
