"""Judgements by contrast: what was done of one thing and not of another (``كسب المدن ولم يكسب أهلها``, ``ربح الحرب وخسر السلام``)."""

from collections.abc import Iterator
from itertools import pairwise

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.polarity import FAR, NEAR, Judged, clitics, is_judged, is_weighed, unreal
from hasila.arabic.judgement.rules import Rule
from hasila.arabic.judgement.sign import AHEAD, SIGNS
from hasila.arabic.judgement.word import RELATIVES, denies
from hasila.records import Verdict
from hasila.text import Hit, Known, Word, analyse

_REACH = 14
_LEAST = 3
_LONGEST = 4
_WEAK = str.maketrans("", "", "اويءئؤ")
_PERSONS = frozenset("يتنا")
_ENDINGS = ("ناهم", "ناها", "ناه", "وها", "وهم", "وه", "تها", "تهم", "ته", "نا", "تم", "تا", "وا", "ون", "ها", "هم", "ان", "ت", "ه", "ن")
_DENYING = frozenset(("لم", "ولم", "فلم", "لا", "ولا", "فلا", "ما", "لن", "غير", "دون", "عدم"))
_TELLING = ("silent_verb", "speech_verb")
_BETWEEN = frozenset(("بينما", "فيما", "اما"))
_INDEED = frozenset(("قد", "لقد", "فقد", "وقد"))
_DOING = ("achieve_verb", "we_did", "success_verb")
_CLOSED = frozenset((".", "،", "!", "؟", "?", "؛", "»", '"', "”", ""))
_WEIGHTY = ("due_verb", "yield_verb", "achieve_verb", "gather_verb", "beat_verb", "weaken_verb", "appraise_verb")
_BEATING = ("beat_verb", "weaken_verb", "due_verb")
_FIRST = ("appraise_verb", "weaken_verb", "lose_verb", "success_verb", "beat_verb", "near_verb")
_WEIGHING = frozenset(_FIRST)


@Known
def _ROOTS(form: str) -> frozenset[str]:
    """The letters that a verb's forms share, by each reading of its first and last letters; none for what is no word.

    >>> sorted(_ROOTS["ينتزعها"] & _ROOTS["انتزعت"]), sorted(_ROOTS["هزمنا"] & _ROOTS["نهزم"])
    (['نتزع'], ['هزم'])
    """
    if len(form) < _LEAST or not form.isalpha() or form.startswith("ال"):
        return frozenset()
    bare = form[1:] if form[0] in "وف" and len(form) > _LONGEST else form
    stems = {bare}
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _LEAST - 1:
            stems.add(bare.removesuffix(ending))
    stems |= {stem[1:] for stem in stems if stem[:1] in _PERSONS}
    roots = {stem.translate(_WEAK) for stem in stems}
    return frozenset(root for root in roots if len(root) >= _LEAST - 1)


def _by_denial(ground: Ground) -> Iterator[Judged]:
    """``خسر الأرض ولم يخسر أتباعه``: a verb affirmed of one thing and denied of another."""
    forms = ground.text.forms
    for i in ground.text.where(denies):
        if forms[i] == "فلا" and (bare := _but_not(ground, i)) is not None:
            yield bare
        if not _MAY_WEIGH[forms[i + 1]] or i + 1 in ground.named:
            continue
        k = _affirmed(ground, i)
        if k is None or unreal(ground, k):
            continue
        struck = ground.followed and ground.text.words[k].entries.get("weaken_verb")
        if not struck and not is_weighed(ground, k, max(ground.left(k), k - FAR), min(ground.right(i), i + NEAR)):
            continue
        line = "military" if ground.text.has(k, "weaken_verb") else None
        k -= ground.text.forms[k - 1] in _INDEED
        yield Judged(i, k, clitics(ground, k), _contrasted(ground, k, i), line=line, parted=None if forms[i - 1] == "ما" else i)


@Known
def _MAY_WEIGH(form: str) -> bool:
    """Whether a form (none past the text's end) may be a verb whose denial weighs something: no idle one, and none only of saying."""
    if form[:1] not in _PERSONS:
        return False
    entries = analyse(form).entries.keys()
    return "idle_verb" not in entries and (entries.isdisjoint(_TELLING) or not entries.isdisjoint(_WEIGHTY))


def _affirmed(ground: Ground, i: int) -> int | None:
    """The token, before the negation at ``i`` and set against it, of the verb that is denied there."""
    text, forms = ground.text, ground.text.forms
    roots = _ROOTS[forms[i + 1]]
    begin = max(text.sentence(i)[0], i - _REACH)
    others = list(map(roots.isdisjoint, map(_ROOTS.__getitem__, forms[begin:i])))
    for k in range(i - 1, begin - 1, -1) if False in others else ():
        if not others[k - begin] and k not in ground.named:
            apart = forms[i][0] in "وف" or forms[i - 1] == "ما" or not _BETWEEN.isdisjoint(forms[k:i])
            apart = apart or any(j in ground.turns for j in range(k + 1, i))
            denied = not _DENYING.isdisjoint(forms[k - 2 if k - 2 > begin else begin : k])
            return k if apart and not denied and not SIGNS[forms[k]] & AHEAD and ground.statement(k) == ground.statement(i) else None
    return _nearly(ground, i, begin)


def _nearly(ground: Ground, i: int, begin: int) -> int | None:
    """What the denied verb after ``i`` goes further than: ``أضعفناهم ولم نكسرهم``, ``اقتربت من الهدف ولم تبلغه``."""
    words = ground.text.words
    if ground.text.forms[i][0] not in "وف" and i - 1 not in ground.turns:
        return None
    k = ground.word("near_verb", begin, i)
    if k is None and any(cls in words[i + 1].entries for cls in _BEATING):
        k = ground.word("weaken_verb", begin, i)
        k = None if k is None or words[k].entries["weaken_verb"].tag != "past" else k
    return k if k is not None and ground.statement(k) == ground.statement(i) else None


def _contrasted(ground: Ground, k: int, i: int) -> Verdict:
    """What the contrast of the verbs at ``k`` and after ``i`` comes to: more than another did is a success."""
    forms = ground.text.forms
    if forms[i - 1] != "ما":
        return "partly_met"
    return "partly_met" if "في" in forms[i + 2 : i + _LEAST + 1] and "في" in forms[k:i] else "met"


def _but_not(ground: Ground, i: int) -> Judged | None:
    """``هزمت دولته، أما هو فلا``, where فلا stands at ``i``."""
    forms = ground.text.forms
    if i + 1 < len(forms) and forms[i + 1] not in _CLOSED:
        return None
    begin = max(ground.text.sentence(i)[0], i - 2 * _REACH)
    turn = next((k for k in range(i - 1, max(begin, i - FAR), -1) if forms[k] in _BETWEEN), None)
    done = None if turn is None else next((k for k in range(begin, turn) if _verb(ground, k, _FIRST) is not None), None)
    if done is None or unreal(ground, done) or not is_judged(ground, done):
        return None
    return Judged(done, done, clitics(ground, done), "partly_met", (done, i + 1), parted=turn)


def _by_loss(ground: Ground) -> Iterator[Judged]:
    """``كسب التحالف الأرض وخسر القلوب``: a gain set against a loss."""
    text = ground.text
    verbs = [i for i in text.where(_weighs) if i not in ground.named]
    for first, second in pairwise(verbs):
        if second - first > _REACH or text.sentence(first) != text.sentence(second) or ground.statement(first) != ground.statement(second):
            continue
        gain, loss = _verb(ground, first, _FIRST), _verb(ground, second, ("appraise_verb",))
        if gain is None or loss is None or gain.value in ("foe_up", "foe_down", "undone"):
            continue
        if not _joined(ground, second, loss) and text.forms[first - 1] not in RELATIVES:
            continue
        opposed = {gain.value if gain.value in ("met", "not_met") else "met", loss.value} == {"met", "not_met"}
        denied = not _DENYING.isdisjoint((text.forms[first - 1], text.forms[second - 1]))
        if opposed and not denied and not unreal(ground, first, gain) and is_weighed(ground, first, max(first - FAR, 0), second + NEAR):
            first -= text.forms[first - 1] in _INDEED
            yield Judged(second, first, clitics(ground, first), "partly_met", parted=second)


def _joined(ground: Ground, i: int, hit: Hit) -> bool:
    """Whether the verb at ``i`` goes on after a conjunction or a turn."""
    return hit.clitics[:1] == "و" or any(k in ground.turns for k in range(max(i - 2, 0), i)) or ground.text.forms[i - 1] in _BETWEEN


def _verb(ground: Ground, k: int, classes: tuple[str, ...]) -> Hit | None:
    """What the first of the classes that holds token ``k`` says of it, if it is a finite verb."""
    entries = ground.text.words[k].entries
    hit = next((entries[cls] for cls in classes if cls in entries), None)
    finite = hit is not None and hit.tag in ("past", "present") and not hit.clitics.endswith(("ل", "ب", "س", "ك")) and not hit.article
    return hit if finite else None


def _weighs(word: Word) -> bool:
    """Whether a word is a verb of gain or loss."""
    entries = word.entries
    return not _WEIGHING.isdisjoint(entries) and any(cls in entries and entries[cls].tag in ("past", "present") for cls in _FIRST)


def _by_outdoing(ground: Ground) -> Iterator[Judged]:
    """``أنجز الجيش ما عجزت عنه الشرطة``."""
    text = ground.text
    for i, found in text.found("outdone").items():
        left, right = max(ground.left(i), i - FAR), min(ground.right(i), found.stop + NEAR)
        done = next((k for cls in _DOING for k in (ground.word(cls, left, i), ground.word(cls, found.stop, right)) if k is not None), None)
        if done is not None and _verb(ground, done, _DOING) is not None and not unreal(ground, done) and is_judged(ground, done):
            yield Judged(done, min(done, i), clitics(ground, min(done, i)), "met", (ground.left(min(done, i)), right))


# The rules for what is set against each other.
CONTRASTS: tuple[Rule[Judged], ...] = (
    ((denies,), _by_denial),
    ((_weighs,), _by_loss),
    (("outdone",), _by_outdoing),
)
