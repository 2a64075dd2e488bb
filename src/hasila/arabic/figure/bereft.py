"""Who lost those counted, told by grammar: the foe, or a force that fights it.

``خسر`` and ``تكبد`` have the loser for their subject, ``كبد`` and ``كلف`` for their object; ``خسائر`` and ``قتلى`` have him behind them in
the genitive; of those who fell it is told whose they were (:mod:`hasila.arabic.figure.fallen`).
(W. Wright, A Grammar of the Arabic Language, II, §§ 22 to 26, 75.)
"""

from collections.abc import Callable

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.assailed import kills
from hasila.arabic.figure.belated import is_numbered
from hasila.arabic.figure.beside import beside_one
from hasila.arabic.figure.draft import Draft, Side
from hasila.arabic.figure.fallen import MAY_BE_LOST, Fallen
from hasila.arabic.figure.inset import unbroken
from hasila.arabic.figure.number_of import is_number
from hasila.arabic.figure.part import OF_THEM
from hasila.arabic.figure.segment import has_lost, may_lose
from hasila.arabic.figure.side import DEAD, OPENERS, SURE
from hasila.arabic.figure.subject import Subjects
from hasila.arabic.figure.zone import COMMAS, RELATIVES
from hasila.codebook import Codebook, Indicator
from hasila.text import FINITE, Known, Text, Word, analyse, feminine_verb, last_in

# what the words of such a clause may be taken for
_OPEN = frozenset(
    (None, *DEAD.values(), "enemy_strength", "troops_deployed", "foreign_fighters", "enemy_recruits", "attack_deaths",
     "people_freed")
)  # fmt: skip
_OF_AMOUNT = frozenset(("total_verb", "bound_verb", "count_verb", "assess_verb", "level_verb", "function"))
_FELL = frozenset(("own_dead", "foes_dead", "died"))
_TELLS = frozenset(("bereft_verb", "bereft_noun", *_FELL))
_BARE = ("cardinal", "range")
_DEPTH, _PREDICATE_REACH, _NUMBERED, _VERB_REACH = 3, 18, 20, 5
_THEIR_DEATH = frozenset(("استشهادهم", "هلاكهم", "وفاتهم", "موتهم"))
_AGAINST = frozenset(("مقابل", "ومقابل", "لقاء"))
_PAUSES = frozenset("،,؛.:")
_BOUND = frozenset(("ضد", "مع", "علي", "الي", "امام", "بمشاركه", "لدي", "حول", "باتجاه", "نحو"))
_THEY = frozenset(("انهم", "بانهم", "وانهم", "وبانهم"))
_THIS = frozenset(("هذه", "هذا", "تلك"))
_BUT_IT = frozenset(("لكنها", "لكنه", "ولكنها", "ولكنه", "انها", "انه", "فيما", "بينما"))
_TO, _AND = "الي", "و"
_KILLED = ("قتيل", "قتلي")
_OUR = "نا"
_BOUNDS = ("approximator", "comparative")
_AMONG = frozenset(("من", "في", "ضمن"))
_GAVE = frozenset(("فقدوا", "خسروا", "ضحوا", "دفعوا", "قدموا", "بذلوا", "وهبوا", "فارقوا", "لفظوا"))
_LIVES = frozenset(("حياه", "ارواح", "حيات", "انفاس", "دماء"))


class Bereft(Fallen):
    """Asked with the actors and subjects of one text; ``places`` are the words there that tell of men lost, dead or killed."""

    def __init__(self, text: Text, actors: Actors, subjects: Subjects):
        """The text with those named in it, and who is the subject of what."""
        super().__init__(text, actors, subjects)
        self.places = text.where(tells_loss)
        self.any = bool(self.places or text.where("dead_noun") or text.where("price") or text.where(_is_of_theirs) or text.where(_gives))

    def loser(self, draft: Draft) -> Side | None:
        """Whose the men were that a figure without a unit counts as lost; None if it counts no such men, or the text leaves open whose."""
        text = self.text
        told_to_be = self.told_to_be(draft) or beside_one(text, draft, self.sides)
        if told_to_be is not None:
            return told_to_be
        if self._are_soldiers(draft):
            return "force"
        if not self._are_men(draft):
            return self._numbered_loosely(draft)
        if (head := _head_behind(text, draft)) is not None:
            return self._numbered(draft, head)
        if draft.owner is not None and draft.has_noun_behind and text.forms[draft.noun or 0].startswith(_KILLED):
            return self.sides.of(draft.owner)  # سقوط 90 قتيلا لكذا
        at = None if self._is_against(draft) else last_in(self.places, draft.segment, draft.first)
        if at is None and (told := self._told_dead(draft)) is not None:
            return self.fallen(draft, told)
        if at is None or (may_lose(text.words[at]) and not has_lost(text, at)):
            return self.among(draft) or self._given(draft) or self.fallen(draft, self._death_behind(draft)) or self.avowed.told(draft)
        entries = text.words[at].entries
        admitted = self.avowed.admitted(draft, at)
        if admitted is not None:
            return admitted
        if not _FELL.isdisjoint(entries) and "bereft_noun" not in entries:
            return self._afflicted(draft, at) or self.fallen(draft, at) or self.avowed.told(draft)
        if not self._is_object(draft, at):
            return None
        if "bereft_noun" not in entries:
            return self._of_verb(draft, at)
        # بلغ عدد القتلى 90 من مقاتلي كذا
        return self._of_noun(draft, at) or (self.fallen(draft, at) if draft.has_noun_behind else None)

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

    def _numbered(self, draft: Draft, head: int) -> Side | None:
        """The side of those whose number is the subject behind its verb and what that comes to: ``ارتفع إلى 90 عدد قتلى كذا``."""
        first, stop = head + 1, min(head + _NUMBERED, draft.sentence[1])
        if last_in(self.places, first, stop) is None and last_in(self.text.where(_is_of_theirs), first, stop) is None:
            return None
        at = next((i for i in range(first, stop) if self._ends_whose(i)), stop)
        return next((side for i in range(first, at) if (side := self.sides.at(i)) is not None), None)

    def _ends_whose(self, i: int) -> bool:
        """Whether a token behind a number's noun ends what tells whose they are: what he did (``عدد قتلى هجمات كذا``), and where it was."""
        text = self.text
        if text.forms[i] == "في":
            return "ranks" not in text.word(i + 1).entries
        return text.forms[i] in _PAUSES or text.forms[i] in RELATIVES or kills(text.words[i])

    def _are_men(self, draft: Draft) -> bool:
        """Whether men are counted who can be a force's or the foe's, all of them dead or gone."""
        noun = draft.noun
        if noun is None or (noun < draft.first and self.text.forms[noun + 1] in RELATIVES):  # عدد الذين قتلوا من عناصرها بلغ 90
            are_men = draft.type in _BARE
        else:
            are_men = MAY_BE_LOST[self.text.words[noun]] or self.are_of_force(noun) or self.are_of_its(noun)
        told = self.text.words[draft.first : draft.end + _DEPTH]
        stop = next((n for n in range(draft.end - draft.first, len(told)) if told[n].form[0] == _AND), len(told))
        return are_men and not any(map(_HURT.__getitem__, told[:stop]))  # 90 قتيلا و300 جريح

    def _numbered_loosely(self, draft: Draft) -> Side | None:
        """``ارتفع عدد قتلى الجيش إلى 36 شخصا``: the side of those whose dead are numbered, who are told of as persons alone."""
        text, noun = self.text, draft.noun
        if noun is None or text.words[noun].value("counted_sort") != "person" or text.words[noun].value("counted_noun") != "civilian":
            return None
        at = last_in(self.places, draft.segment, draft.first)
        while at is not None and "died" in text.words[at].entries and "bereft_noun" not in text.words[at].entries:
            at = last_in(self.places, draft.segment, at)  # قتلى كذا الذين سقطوا
        if at is None or "dead_noun" not in text.words[at].entries or "count_head" not in text.words[at - 1].entries:
            return None
        party = self.actors.at(at + 1)
        if party is not None and self.actors.is_joint(party):
            return None  # حصيلة قتلى التحالف: those whom it killed as well
        return self.in_ranks(at + 2) if text.forms[at + 1] in _AMONG else self.sides.at(at + 1)

    def _are_soldiers(self, draft: Draft) -> bool:
        """``عدد القتلى العسكريين 90``: whether the dead who are numbered are soldiers, by the adjective behind them."""
        words, noun = self.text.words, draft.noun
        if noun is None or noun >= draft.first or "dead_noun" not in words[noun].entries:
            return False
        hit = words[noun + 1].entries.get("counted_noun")
        return hit is not None and hit.value == "soldier" and hit.article

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
        feminine = feminine_verb[self.text.forms[verb]]
        kept = self._kept(draft, feminine)
        if kept is not None:
            return kept
        party = self.subjects.told_before(draft)
        if party is None or party.first < draft.sentence[0]:
            return None
        agrees = self.text.forms[verb].endswith("وا") or self.actors.is_feminine(party) == feminine
        return self.sides.of(party) if agrees else None

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
            return "force" if pronoun == _OUR else self.pointed_to(at, pronoun)
        found = list(self.sides.among(at + 1, draft.first))
        is_first = at <= draft.segment or self.text.forms[at - 1] in OPENERS
        return found[1] if is_first and len(found) > 1 else found[0] if found else None

    def _of_noun(self, draft: Draft, at: int) -> Side | None:
        """The side of whom a noun of loss has behind it, else that of the verb that it is the object of (``مني التنظيم بخسارة 90``)."""
        hit, text = self.text.words[at].entries["bereft_noun"], self.text
        if hit.pronoun:
            return "force" if hit.pronoun == _OUR else self._teller(at, hit.pronoun) or self.pointed_to(at, hit.pronoun)
        behind = self.in_ranks(at + 2) if text.forms[at + 1] == "من" else self.sides.at(at + 1)  # القتلى من عناصرها
        if behind is not None:
            return behind
        verb = last_in(self.places, draft.segment, at)
        if verb is not None and "bereft_verb" in text.words[verb].entries:
            return self._of_verb(draft, verb)
        found = next(self.sides.among(draft.segment, at), None) if hit.clitics.endswith("ب") else None
        return found or self.avowed.of_teller(draft, at, hit)

    def _death_behind(self, draft: Draft) -> int | None:
        """The word right behind those counted that tells that they fell: ``90 فردا من القوات قتلوا``."""
        text = self.text
        for i in range(draft.end, min(draft.end + _PREDICATE_REACH, draft.sentence[1])):
            word = text.words[i]
            if not _FELL.isdisjoint(word.entries):
                if ("killer_verb" in word.entries and self._has_number(i + 1)) or text.forms[i + 1] in OF_THEM:
                    return None  # دخل 30 مسلحا وقتلوا 4 مدنيين, 90 مقاتلا قتل منهم 4
                return i if word.form.endswith("وا") or i == draft.end else None
            if word.form in _GAVE and _LIFE[text.forms[i + 1]]:
                return i  # 90 فردا من القوات فقدوا حياتهم
            if CUTS[word.form]:
                return None
        return None

    def _has_number(self, i: int) -> bool:
        """Whether a number, or a bound with its number behind it, stands at a token; ``حتى الآن`` is none."""
        text, bound = self.text, any(self.text.has(i, cls) for cls in _BOUNDS)
        near = range(i, i + 1 + 2 * bound)
        return text.has(i, "vague") or any(is_number(text, k) for k in near)


def of_loser(draft: Draft, indicator: str | None, codebook: Codebook, fits: Callable[[Draft, Indicator, int], bool]) -> str | None:
    """The indicator of a foe's or of a force's dead, where grammar tells whose they were and words alone did not."""
    if draft.loser is None or indicator not in _OPEN:
        return indicator
    found = codebook.indicator(DEAD[draft.loser])
    return found.id if found is not None and fits(draft, found, SURE) else indicator


def _head_behind(text: Text, draft: Draft) -> int | None:
    """The noun of number behind a number, or behind a comma where a verb of amount stands before: ``ارتفع إلى 90، عدد قتلى كذا``."""
    at = draft.end
    if text.forms[at] in COMMAS and draft.noun is None and is_numbered(text, at + 1):
        at += any("total_verb" in word.entries for word in text.words[max(draft.segment, draft.first - _VERB_REACH) : draft.first])
    return at if "count_head" in text.word(at).entries else None


def _gives(word: Word) -> bool:
    return word.form in _GAVE


@Known
def _LIFE(form: str) -> bool:
    """Whether a word of this form is life, or that of those told of before: ``الحياة``, ``بأرواحهم``."""
    bare = form.removeprefix("ب").removeprefix("ال")
    return bare.removesuffix("هم") in _LIVES


def tells_loss(word: Word) -> bool:
    """Whether a word tells of men lost, dead or killed."""
    return not _TELLS.isdisjoint(word.entries)


def _is_of_theirs(word: Word) -> bool:
    """Whether a word is the killing of those told before: ``وثق المرصد مقتلهم``."""
    if word.form in _THEIR_DEATH:
        return True
    hit = word.entries.get("event_word")
    return hit is not None and hit.value == "killing" and hit.pronoun == "هم"


@Known
def _HURT(word: Word) -> bool:
    """Whether a word is one for those who live: the wounded, or captives."""
    return "hurt_noun" in word.entries


@Known
def CUTS(form: str) -> bool:
    """Whether a word parts what stands before it from what stands behind: a verb of its own, but for one of amount, or a relative."""
    if form in RELATIVES:
        return True
    entries = analyse(form).entries
    if not entries or not _OF_AMOUNT.isdisjoint(entries):
        return False
    return all(hit.tag in FINITE for hit in entries.values())
