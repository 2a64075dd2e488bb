"""What turns a judging word: negation, hedge and rest, and what makes it no judgement at all."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.turn import answered_questions
from hasila.records import Statement, Verdict
from hasila.text import WHAT, Hit, Known, Word, analyse, first_in, is_what

NEAR = 6
FAR = 10
FAR_BACK = 60
VERBAL = ("past", "present", "participle")
# before ما, which then is no negation
_WHAT = frozenset(("قدر", "بقدر", "مثل", "بعد", "عند", "كل", "حسب", "وفق", "كل", "هذا", "ذلك", "ان", "بان", "وان", "لان"))
_TO, _COMING = frozenset(("الي", "من", "في")), frozenset(("الوصول", "التوصل", "التمكن", "النجاح", "الانتهاء", "الاقتراب"))
_ASKING = frozenset(("هل", "ا"))
_unreal = listed("unreal")
_LED = frozenset(("ولم", "ولا", "فلم", "وما", "فقد", "وقد", "ولي"))

_FLIPPED: dict[Verdict, Verdict] = {"met": "not_met", "not_met": "met", "partly_met": "partly_met"}
_MEN = ("مسلح", "عناصر", "مقاتل", "ارهابي", "قاده", "قياده")
_BETWEEN = frozenset(("قد", "اليوم", "الان", "ايضا", "مجددا", "بدوره", "بات", "اصبح", "بدا"))


@dataclass(slots=True, unsafe_hash=True)  # not frozen, for a frozen one takes thrice as long to make; nothing changes one
class Judged:
    """A judgement that turns on token ``at`` and begins no later than ``head`` (its negation); ``skip``: clitics at the head.

    ``whole``: the tokens [first, last) where the words themselves tell the clause. ``row``: the statement it is taken
    from, with its tokens, where that is not the innermost one at ``at``. ``framed``: the statement's verb itself
    judges (``وصفها بأنها فاشلة``). ``measured``: a result is set against what somebody asked for. ``line``: the
    line that it is of where its words tell none but a general one. ``parted``: where what is held against the rest begins.
    """

    at: int
    head: int
    skip: int
    verdict: Verdict
    whole: tuple[int, int] | None = None
    row: tuple[int, int, Statement] | None = None
    framed: bool = False
    measured: bool = False
    line: str | None = None
    parted: int | None = None

    def but(self, verdict: Verdict, *, parted: int | None = None, framed: bool = False) -> "Judged":
        """The same with another verdict."""
        kept = self.parted if parted is None else parted
        within = self.at, self.head, self.skip, verdict, self.whole, self.row
        return Judged(*within, self.framed or framed, self.measured, self.line, kept)


def entry(ground: Ground, i: int, cls: str) -> Hit | None:
    """What the list of the class says of token ``i``, alone."""
    words = ground.text.words
    return words[i].entries.get(cls) if 0 <= i < len(words) else None


def either(ground: Ground, *classes: str) -> list[int]:
    """The tokens that may begin a word of one of the classes, in order."""
    return sorted(set[int]().union(*map(ground.text.where, classes)))


def unreal(ground: Ground, i: int, hit: Hit | None = None) -> bool:
    """Whether the word at ``i`` tells no fact: a wish, a condition, a forecast, a question."""
    text, forms = ground.text, ground.text.forms
    tag = hit.tag if hit else ""
    if hit and tag == "present" and hit.clitics.endswith(("س", "ل")):
        return True
    before = text.words[i - 1].entries.get("unreal") if _unreal[forms[i - 1]] else None
    if tag == "past" and forms[i][:1] == "ت" and forms[i - 1] == "ان":
        return forms[i - 2] not in ("بعد", "منذ")
    if before and (before.value == "any" or (hit and before.value == ("present" if tag == "present" else "noun"))):
        return not (tag == "past" and before.value != "any")
    if not (ground.doubts or ground.questions):
        return False
    begin, end = text.sentence(i)
    if ground.doubts and forms[i - 1] != "،" and first_in(ground.doubts, begin if begin > i - FAR else i - FAR, i - 1) is not None:
        return True
    if forms[end - 1] not in ("؟", "?"):
        return False
    return not _ASKING.isdisjoint(forms[begin if begin > i - FAR_BACK else i - FAR_BACK : i]) or end in text.derived(answered_questions)


def negation(ground: Ground, i: int) -> int | None:
    """Where the negation that undoes the word at ``i`` begins."""
    text, forms = ground.text, ground.text.forms
    if _MAY_UNDO[forms[i - 1]] or _MAY_UNDO[forms[i - 2]] or _MAY_UNDO[forms[i - 3]]:
        for back in (i - 1, i - 2, i - 3):
            found = text.find(back, "undone")
            if found and found.stop in (i, i + 1) and found.hit.clitics in ("", "و", "ف"):
                return None if forms[back] == WHAT and (forms[back - 1] in _WHAT or is_what(text, back)) else back
    if forms[i - 1] in _TO and forms[i - 2] in _COMING:
        return negation(ground, i - 2)  # لم يتم الوصول إلى تحقيقها
    return i - 2 if forms[i - 1] in ("بعد", "قط", "يتم", "تتم") and entry(ground, i - 2, "undone") else None


@Known
def _MAY_UNDO(form: str) -> bool:
    """Whether a form is a negation, or may begin one."""
    return form != "" and "undone" in analyse(form).classes


def clitics(ground: Ground, head: int) -> int:
    """How many characters of a conjunction the head has: none where the word can be read without one."""
    return _clitics(ground.text.forms[head])


@lru_cache(maxsize=50_000)
def _clitics(form: str) -> int:
    hits = analyse(form).entries.values()
    if any(not hit.skip for hit in hits):
        return 0
    return int(any(hit.clitics[:1] in ("و", "ف") for hit in hits) or form[:3] in _LED)


def weigh(ground: Ground, i: int, *, success: bool, hit: Hit | None) -> Judged | None:
    """The judgement of a word of success or failure at ``i`` with what stands around it."""
    forms = ground.text.forms
    head = negation(ground, i)
    first = i if head is None else head
    if unreal(ground, first, hit if head is None else None) or forms[first] in ("لن", "ولن"):
        return None
    if head is not None and hit and hit.tag not in ("past", "present") and forms[head] in ("ما", "لا"):
        return None
    right = ground.right(i)
    verdict: Verdict = "met" if success == (head is None) else "not_met"
    rest = _restricted(ground, i + 1, right)
    hedged = rest and head is not None
    if (verdict == "met" or (rest and success)) and (hedged or ground.listed("hedge", i + 1, min(right, i + FAR)) is not None):
        verdict = "partly_met"
    if forms[first - 1] in ("قد", "فقد", "وقد", "لقد"):
        first -= 1
    return Judged(i, first, clitics(ground, first), verdict)


def _restricted(ground: Ground, first: int, last: int) -> bool:
    """Whether a rest (``إلا``) that is no turn is told in the range."""
    where = ground.text.where("restricted")
    return any(k not in ground.turns for k in where[bisect_left(where, first) : bisect_left(where, last)])


def party_near(ground: Ground, i: int) -> bool:
    """Whether an undertaking or a party to it is named near token ``i`` in its clause, or meant by a pronoun there."""
    return ground.party(max(ground.left(i), i - FAR), min(ground.right(i), i + FAR)) or _party_before(ground, i)


def about_party(ground: Ground, i: int) -> bool:
    """Whether the clause of token ``i`` is about an undertaking or a party to it."""
    return ground.party(max(ground.left(i), i - 2 * FAR), min(ground.right(i), i + FAR)) or _party_before(ground, i)


def is_judged(ground: Ground, i: int) -> bool:
    """Whether the text is about an undertaking that it follows, or the clause of token ``i`` about any, or about its work."""
    if ground.followed or about_party(ground, i):
        return True
    return first_in(ground.text.where(_works), max(ground.left(i), i - FAR), min(ground.right(i), i + NEAR)) is not None


def is_weighed(ground: Ground, i: int, first: int, last: int) -> bool:
    """Whether the clause of token ``i`` is about an undertaking or its work, or [first, last) about those who are fought, or a threat."""
    foe = ground.foe_within(first, last) is not None or ground.word("threat_noun", first, last) is not None
    return foe or about_party(ground, i) or first_in(ground.text.where(_works), first, last) is not None


def _works(word: Word) -> bool:
    """Whether a word names work that can be judged, not its result."""
    return "work_noun" in word.entries and word.entries["work_noun"].value == "any"


def _party_before(ground: Ground, i: int) -> bool:
    """Whether a pronoun of the clause (``أنها لم تنجح``, ``ومع ذلك لم يؤد``) can go back to a party named before it."""
    text, forms = ground.text, ground.text.forms
    left = ground.left(i)
    begin = text.sentence(i)[0]
    if left <= begin + 1 and begin and forms[begin - 1] in ("؟", "?") and ground.party(text.sentence(begin - 1)[0], begin):
        return True
    that = left - 1 in ground.that and forms[left - 1][-1:] in "هام"
    return (that or left - 1 in ground.turns or left - 2 in ground.turns) and ground.party(max(begin, left - 3 * FAR), left)


def of_whom(ground: Ground, judged: Judged) -> Judged:
    """A success or failure of those who are fought is the other way round for those who fight them (``فشل التنظيم في اقتحام``)."""
    return judged.but(_FLIPPED[judged.verdict]) if _foe_acts(ground, judged) else judged


def _foe_acts(ground: Ground, judged: Judged) -> bool:
    """Whether those who are fought are the subject: right behind the verb, or before it at the head of its clause."""
    forms, i = ground.text.forms, judged.at
    if ground.is_foe(i + 1) or (forms[i + 1].startswith(_MEN) and ground.is_foe(i + 2)):
        return True
    k = judged.head - 1
    while k > 0 and forms[k] in _BETWEEN:
        k -= 1
    mention = ground.at(k) if ground.is_foe(k) else None
    return mention is not None and mention.first - ground.left(i) <= 1 + forms[mention.first - 1].startswith(_MEN)
