"""Who lost those counted, told by grammar: the foe, or a force that fights it.

``خسر`` and ``تكبد`` have the loser for their subject, ``كبد`` and ``كلف`` for their object; ``خسائر`` and ``قتلى`` have him behind them in
the genitive. Of those who fell it is told whose they were: ``من``, ``في صفوف``, a pronoun, or the word for them or for their death
alone (``استشهد``). (W. Wright, A Grammar of the Arabic Language, II, §§ 22 to 26, 75.)
"""

from collections.abc import Callable, Iterable

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.assailed import kills, side_of_doer
from hasila.arabic.figure.avowed import Avowed
from hasila.arabic.figure.draft import Draft, Side
from hasila.arabic.figure.inset import unbroken
from hasila.arabic.figure.party import Party
from hasila.arabic.figure.picked import AS_FOR
from hasila.arabic.figure.reach import last_in
from hasila.arabic.figure.segment import has_lost, may_lose
from hasila.arabic.figure.side import DEAD, EITHER, OPENERS, SURE, Sides
from hasila.arabic.figure.subject import Subjects
from hasila.arabic.figure.zone import RELATIVES
from hasila.codebook import Codebook, Indicator
from hasila.text import FINITE, Known, Text, Word, analyse

# what the words of such a clause may be taken for
_OPEN = frozenset(
    (None, *DEAD.values(), "enemy_strength", "troops_deployed", "foreign_fighters", "enemy_recruits", "attack_deaths",
     "people_freed")
)  # fmt: skip
_OF_AMOUNT = frozenset(("total_verb", "bound_verb", "count_verb", "assess_verb", "level_verb", "function"))
_OTHER: dict[Side, Side] = {"foe": "force", "force": "foe"}
_FELL = frozenset(("own_dead", "foes_dead", "died"))
_TELLS = frozenset(("bereft_verb", "bereft_noun", *_FELL))
_MEN = frozenset(("man", "foe_man", "dead_noun"))
_FIGHTERS, _BARE = ("fighter", "soldier"), ("cardinal", "range")
_DEPTH, _BEHIND, _PREDICATE_REACH, _NUMBERED = 3, 4, 18, 12
_AGAINST = frozenset(("مقابل", "ومقابل", "لقاء"))
_PAUSES = frozenset("،,؛.:")
_OF, _IN = frozenset(("من", "ومن")), frozenset(("في", "وفي", "بين", "ضمن"))
_BOUND = frozenset(("ضد", "مع", "علي", "الي", "امام", "بمشاركه", "لدي", "حول", "باتجاه", "نحو"))
_THEY = frozenset(("انهم", "بانهم", "وانهم", "وبانهم"))
_THIS = frozenset(("هذه", "هذا", "تلك"))
_BUT_IT = frozenset(("لكنها", "لكنه", "ولكنها", "ولكنه", "انها", "انه", "فيما", "بينما"))
# in whose ranks, by a pronoun
_RANKS = {f"{form}{pronoun}": pronoun for form in ("صفوف", "قوات", "مقاتلي", "عناصر") for pronoun in ("ه", "ها")}
_RANKS_REACH, _RANKS_BEHIND = 8, 2
_TO, _AND = "الي", "و"
_OUR, _THEM, _ITS = "نا", "هم", ("ه", "ها")
_NAMED_BEFORE = 2  # tokens from the end of a name to what is told of it behind a relative


class Bereft:
    """Asked with the actors and subjects of one text; ``places`` are the words there that tell of men lost, dead or killed."""

    def __init__(self, text: Text, actors: Actors, subjects: Subjects):
        """The text with those named in it, and who is the subject of what."""
        self.text, self.actors, self.subjects, self.places = text, actors, subjects, text.where(tells_loss)
        self.sides = Sides(text, actors)
        self.avowed = Avowed(text, actors, self.sides)
        self.any = bool(self.places or text.where("dead_noun") or text.where("price"))

    def loser(self, draft: Draft) -> Side | None:
        """Whose the men were that a figure without a unit counts as lost; None if it counts no such men, or the text leaves open whose."""
        text = self.text
        if not self._are_men(draft):
            return None
        if "count_head" in text.word(draft.end).entries:
            return self._numbered(draft)
        at = None if self._is_against(draft) else last_in(self.places, draft.segment, draft.first)
        if at is None and (told := self._told_dead(draft)) is not None:
            return self._fallen(draft, told)
        if at is None or (may_lose(text.words[at]) and not has_lost(text, at)):
            return self._among(draft) or self._given(draft) or self._fallen(draft, self._death_behind(draft)) or self.avowed.told(draft)
        entries = text.words[at].entries
        admitted = self.avowed.admitted(draft, at)
        if admitted is not None:
            return admitted
        if not _FELL.isdisjoint(entries) and "bereft_noun" not in entries:
            return self._afflicted(draft, at) or self._fallen(draft, at) or self.avowed.told(draft)
        if not self._is_object(draft, at):
            return None
        if "bereft_noun" not in entries:
            return self._of_verb(draft, at)
        # بلغ عدد القتلى 90 من مقاتلي كذا
        return self._of_noun(draft, at) or (self._fallen(draft, at) if draft.has_noun_behind else None)

    def tells_death(self, draft: Draft) -> bool:
        """Whether the nearest word of loss before those counted, or one right behind them, tells that they died, or lives are counted."""
        if draft.first > draft.segment and "life" in self.text.words[draft.first - 1].entries:
            return True
        at = last_in(self.places, draft.segment, draft.first)
        told = at is not None and not _FELL.isdisjoint(self.text.words[at].entries) and self._is_object(draft, at)
        return told or self._death_behind(draft) is not None

    def _told_dead(self, draft: Draft) -> int | None:
        """The word that tells of the dead whom a number goes on with: the noun for them, or what ``مقابل`` sets it against.

        ``بلغ عدد القتلى 90 من مقاتلي كذا``, ``قتل 40 داعشيا، مقابل 90 من قوات كذا``.
        """
        if self._is_against(draft):
            return last_in(self.places, draft.sentence[0], draft.after)
        dead = self.text.where("dead_noun")
        return last_in(dead, draft.segment, draft.first) if dead else None

    def _is_against(self, draft: Draft) -> bool:
        """Whether a number is set against one told before."""
        return self.text.forms[draft.first - 1] in _AGAINST and draft.has_noun_behind and draft.after > draft.sentence[0]

    def _numbered(self, draft: Draft) -> Side | None:
        """The side of those whose number is the subject behind its verb and what that comes to: ``ارتفع إلى 90 عدد قتلى كذا``."""
        first, stop = draft.end + 1, min(draft.end + _NUMBERED, draft.sentence[1])
        if last_in(self.places, first, stop) is None:
            return None
        at = next((i for i in range(first, stop) if self.text.forms[i] in _PAUSES or self.text.forms[i] in RELATIVES), stop)
        return next((side for i in range(first, at) if (side := self.sides.at(i)) is not None), None)

    def _are_men(self, draft: Draft) -> bool:
        """Whether men are counted who can be a force's or the foe's, all of them dead or gone."""
        noun = draft.noun
        if noun is None:
            are_men = draft.type in _BARE
        else:
            are_men = _MAY_BE_LOST[self.text.words[noun]] or self._are_of_force(noun) or self._are_of_its(noun)
        told = self.text.words[draft.first : draft.end + _DEPTH]
        stop = next((n for n in range(draft.end - draft.first, len(told)) if told[n].form[0] == _AND), len(told))
        return are_men and not any(map(_HURT.__getitem__, told[:stop]))  # 90 قتيلا و300 جريح

    def _are_of_force(self, noun: int) -> bool:
        """``90 من قوات كذا``: whether a number counts some of a force, by the noun for that."""
        return self.text.forms[noun - 1] in _OF and "fighting_force" in self.text.words[noun].entries

    def _are_of_its(self, noun: int) -> bool:
        """``خسر كذا 90 من أفراده``: whether a number counts some of those whom a body has, by a pronoun that points to it."""
        hit = self.text.words[noun].entries.get("its_man")
        return hit is not None and hit.pronoun in _ITS and self.text.forms[noun - 1] in _OF

    def _are_a_forces(self, noun: int) -> bool:
        """``90 من مقاتلي الجيش``: whether those counted are of a force that is told by its noun alone."""
        hit = self.text.word(noun + 1).entries.get("fighting_force")
        return self.text.forms[noun - 1] in _OF and hit is not None and hit.article

    def _is_object(self, draft: Draft, at: int) -> bool:
        """Whether the number is what the word at ``at`` tells the loss of: no other verb stands between them, and no clause."""
        words = self.text.words
        bound = draft.first - 1
        if self.text.forms[bound] in _BOUND and not self._is_amount(draft, bound):
            return False
        by_noun = "bereft_noun" in words[at].entries
        between = (words[i] for i in unbroken(self.text, at + 1, draft.first))
        return not any(CUTS[word.form] or (not by_noun and "count_head" in word.entries) for word in between)

    def _is_amount(self, draft: Draft, bound: int) -> bool:
        """Whether a preposition leads to what a verb of amount comes to, or of changing one: ``وصل عدد قتلى كذا، منذ آب، إلى 90``,
        ``رفع المرصد حصيلة قتلى كذا إلى 90``.
        """
        before = self.text.words[draft.segment if self.text.forms[bound] == _TO else bound - 1 : bound]
        return any("total_verb" in word.entries or "change" in word.entries for word in before)

    def _of_verb(self, draft: Draft, at: int) -> Side | None:
        hit = self.text.words[at].entries["bereft_verb"]
        if hit.tag not in FINITE:
            return None
        return self._subject(draft, at) if hit.value == "subject" else self._object(draft, at)

    def _subject(self, draft: Draft, at: int) -> Side | None:
        """The side of a verb's subject: who stands right behind it, else before it in its clause, else who was told of before."""
        form = self.text.forms[at]
        if form.endswith(_OUR):
            return "force"
        described = self.sides.described(at)
        if described is not None:
            return self.sides.of(described)
        return self.sides.at(at + 1) or next(self.sides.among(draft.segment, at), None) or self._meant(draft, at)

    def _meant(self, draft: Draft, verb: int) -> Side | None:
        """The side of whom a verb without a subject goes on with, if it agrees with him; ``هذه القوات`` are those told of."""
        heads = self.text.where("armed_force")
        at = last_in(heads, draft.sentence[0], draft.segment) if heads else None
        if at is not None and self.text.forms[at - 1] in _THIS and self.actors.next(at + 1, draft.segment) is None:
            return "force"
        named = self.actors.between(draft.sentence[0], draft.first)
        if self.text.forms[draft.segment - 1] in _THEY and not any(map(self.actors.is_foe, named)):
            return "force"  # قالت القائدة إنهم فقدوا 90 مقاتلا
        feminine = self._is_feminine(verb)
        kept = self._kept(draft, feminine)
        if kept is not None:
            return kept
        party = self.subjects.told_before(draft)
        if party is None or party.first < draft.sentence[0]:
            return None
        agrees = self.text.forms[verb].endswith("وا") or self.actors.is_feminine(party) == feminine
        return self.sides.of(party) if agrees else None

    def _is_feminine(self, verb: int) -> bool:
        """Whether a verb of losing is in the feminine: by its ending in the past, by its beginning else (``تكبد`` is no ``تخسر``)."""
        form, entries = self.text.forms[verb], self.text.words[verb].entries
        told = entries.get("bereft_verb") or entries.get("loser_verb")
        return form.endswith("ت") if told is not None and told.tag == "past" else form.removeprefix("و").startswith("ت")

    def _kept(self, draft: Draft, feminine: bool) -> Side | None:
        """The side of the subject of the clause before, which a verb joined to it keeps: ``تعلن القوات سقوط جيوب كذا وتخسر 90 مقاتلا``.

        It is the first there, behind the last أن, that no other word governs and the verb agrees with.
        """
        forms, segment, first = self.text.forms, draft.segment, draft.sentence[0]
        if segment <= first or not (forms[segment][0] == "و" or forms[segment - 1] in _BUT_IT):
            return None
        begin = next((i + 1 for i in range(segment - 2, first - 1, -1) if forms[i] in OPENERS), first)
        return next((side for side, agrees in self.sides.subjects(begin, segment, feminine) if agrees), None)

    def _given(self, draft: Draft) -> Side | None:
        """The side of who gave so many dead: ``قدمت القوات في سبيل ذلك 90 قتيلا``, ``دفعت القوات ثمنا بلغ 90 مقاتلا``."""
        verbs = self.text.where("loser_verb")
        at = last_in(verbs, draft.segment, draft.first) if verbs else None
        if at is None or draft.noun is None or not ("dead_noun" in self.text.words[draft.noun].entries or self._is_price(draft, at)):
            return None
        is_verb = self.text.words[at].entries["loser_verb"].tag in FINITE
        return self._subject(draft, at) if is_verb and self._is_object(draft, at) else None

    def _afflicted(self, draft: Draft, at: int) -> Side | None:
        """The side of whom a death is told to have struck: ``مني التنظيم بمقتل 90 من أفراده``."""
        verbs = self.text.where("struck_with")
        verb = last_in(verbs, draft.segment, at) if verbs else None
        if verb is None or not any(hit.clitics.endswith("ب") for hit in self.text.words[at].entries.values()):
            return None
        return self.sides.at(verb + 1) or next(self.sides.among(draft.segment, at), None)

    def _is_price(self, draft: Draft, at: int) -> bool:
        """Whether men are the price that is paid by the verb at ``at``."""
        return any("price" in word.entries for word in self.text.words[at + 1 : draft.first])

    def _object(self, draft: Draft, at: int) -> Side | None:
        """The side of a verb's object: its pronoun, or the one of two behind it who isn't its subject."""
        pronoun = self.text.words[at].entries["bereft_verb"].pronoun
        if pronoun:
            return "force" if pronoun == _OUR else self._pointed_to(at, pronoun)
        found = list(self.sides.among(at + 1, draft.first))
        is_first = at <= draft.segment or self.text.forms[at - 1] in OPENERS
        return found[1] if is_first and len(found) > 1 else found[0] if found else None

    def _of_noun(self, draft: Draft, at: int) -> Side | None:
        """The side of whom a noun of loss has behind it, else that of the verb that it is the object of (``مني التنظيم بخسارة 90``)."""
        hit, text = self.text.words[at].entries["bereft_noun"], self.text
        if hit.pronoun:
            return "force" if hit.pronoun == _OUR else self._pointed_to(at, hit.pronoun)
        behind = self.sides.at(at + 1)
        if behind is not None:
            return behind
        verb = last_in(self.places, draft.segment, at)
        if verb is not None and "bereft_verb" in text.words[verb].entries:
            return self._of_verb(draft, verb)
        found = next(self.sides.among(draft.segment, at), None) if hit.clitics.endswith("ب") else None
        return found or self.avowed.of_teller(draft, at, hit)

    def _fallen(self, draft: Draft, at: int | None) -> Side | None:
        """Whose those were that are told of as fallen."""
        if at is None or (draft.noun is not None and self._are_of_its(draft.noun) and not _MAY_BE_LOST[self.text.words[draft.noun]]):
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
        hit = man.get("counted_noun")
        is_fighter = "man" in man or (hit is not None and hit.value in _FIGHTERS)
        return "force" if "own_dead" in entries and is_fighter else None

    def _among(self, draft: Draft) -> Side | None:
        """The side of those in whose ranks the dead are told of: ``أوقعت الغارات في صفوفه 90 قتيلا``, ``أوقعت 90 قتيلا في صفوفه``."""
        if draft.noun is None or "dead_noun" not in self.text.words[draft.noun].entries:
            return None
        behind = self._behind(range(draft.end - 1, min(draft.end + _RANKS_BEHIND, draft.sentence[1])))
        if behind is not None:
            return behind
        ranks = range(draft.first - 1, max(draft.segment, draft.first - _RANKS_REACH), -1)
        at = next((i for i in ranks if self.text.forms[i - 1] in _IN and _is_ranks(self.text, i)), None)
        return self._in_ranks(at) if at is not None else None

    def _in_ranks(self, i: int) -> Side | None:
        """The side of those whose ranks are told of, by name or by a pronoun."""
        pronoun = _RANKS.get(self.text.forms[i])
        return self._in_its(i, pronoun) if pronoun is not None else self.sides.at(i)

    def _death_behind(self, draft: Draft) -> int | None:
        """The word right behind those counted that tells that they fell: ``90 فردا من القوات قتلوا``."""
        text = self.text
        for i in range(draft.end, min(draft.end + _PREDICATE_REACH, draft.sentence[1])):
            word = text.words[i]
            if not _FELL.isdisjoint(word.entries):
                return i if word.form.endswith("وا") or i == draft.end else None
            if CUTS[word.form]:
                return None
        return None

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
            return _OTHER[killer] if killer is not None else self._pointed_to(noun, hit.pronoun, are_men=True)
        if noun is not None and noun >= draft.first and self._are_of_force(noun):
            return self.sides.at(noun)
        if noun is not None and noun >= draft.first and self._are_a_forces(noun):
            return self.sides.at(noun + 1) or "force"
        if noun is not None and noun >= draft.first and any("ally_adjective" in word.entries for word in text.words[noun + 1 : noun + 3]):
            return "force"  # 900 من المقاتلين الأكراد
        stop = min(draft.end + _BEHIND, draft.sentence[1])
        stop = next((i for i in range(draft.end, stop) if text.kinds[i] == "digits"), stop)
        before = (i for i in range(at + 1, draft.first) if not self._is_of_others(i))
        return self._behind((*range(draft.end - 1, stop), *before))

    def _behind(self, places: Iterable[int]) -> Side | None:
        """The side of whom من or in whose ranks stands at one of these tokens."""
        text = self.text
        for i in places:
            form = text.forms[i]
            if form in _OF or (form in _IN and _is_ranks(text, i + 1)):
                side = self._in_ranks(i + 1)
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
        feminine = pronoun == "ها"
        party = self.actors.before(i, lambda p: self.actors.is_feminine(p) == feminine and self.sides.of(p) is not None)
        is_open = feminine and not self._is_feminine_foe_told(i)
        if is_open and (party is None or self.text.forms[party.first] in EITHER) and self._is_force_told(i):
            return "force"  # أعلنت القوات مقتل 90 من داعش، بينما أحصى المركز 30 قتيلا في صفوفها
        if party is not None and party.first >= start:
            return self.sides.of(party)
        return self._pointed_to(i, pronoun) or ("force" if is_open else None)

    def _is_force_told(self, i: int) -> bool:
        """Whether a force that no name has is told of before a token in its sentence."""
        return any("fighting_force" in word.entries for word in self.text.words[self.text.sentence(i)[0] : i])

    def _is_feminine_foe_told(self, i: int) -> bool:
        """Whether a foe told before a token is feminine for sure: ``العصابة الإرهابية``."""
        actors, forms = self.actors, self.text.forms
        if actors.before(i, lambda p: actors.is_foe(p) and actors.is_feminine(p) and forms[p.first] not in EITHER) is not None:
            return True
        return any(forms[n].endswith("ه") and self.sides.at(n) == "foe" for n in range(self.text.sentence(i)[0], i))

    def _pointed_to(self, i: int, pronoun: str, are_men: bool = False) -> Side | None:
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


def of_loser(draft: Draft, indicator: str | None, codebook: Codebook, fits: Callable[[Draft, Indicator, int], bool]) -> str | None:
    """The indicator of a foe's or of a force's dead, where grammar tells whose they were and words alone did not."""
    if draft.loser is None or indicator not in _OPEN:
        return indicator
    found = codebook.indicator(DEAD[draft.loser])
    return found.id if found is not None and fits(draft, found, SURE) else indicator


def tells_loss(word: Word) -> bool:
    """Whether a word tells of men lost, dead or killed."""
    return not _TELLS.isdisjoint(word.entries)


def _is_ranks(text: Text, i: int) -> bool:
    return "ranks" in text.word(i).entries or text.form(i) in _RANKS


@Known
def _MAY_BE_LOST(word: Word) -> bool:
    """Whether a word is one for men who can be a force's or the foe's."""
    hit = word.entries.get("counted_noun")
    return (hit is not None and hit.value in _FIGHTERS) or not _MEN.isdisjoint(word.entries)


@Known
def _HURT(word: Word) -> bool:
    """Whether a word is one for those who live: the wounded, or captives."""
    return "hurt_noun" in word.entries


def _is_civil(word: Word) -> bool:
    hit = word.entries.get("counted_noun")
    return hit is not None and hit.value == "civilian" and hit.article


@Known
def CUTS(form: str) -> bool:
    """Whether a word parts what stands before it from what stands behind: a verb of its own, but for one of amount, or a relative."""
    if form in RELATIVES:
        return True
    entries = analyse(form).entries
    if not entries or not _OF_AMOUNT.isdisjoint(entries):
        return False
    return all(hit.tag in FINITE for hit in entries.values())
