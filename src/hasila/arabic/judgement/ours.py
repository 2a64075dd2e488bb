"""Judgements in the words of those concerned: what we did to those who are fought, what others did for us and to us."""

from collections.abc import Iterator

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.line import find_lines
from hasila.arabic.judgement.measure import number_in
from hasila.arabic.judgement.polarity import FAR, NEAR, Judged, clitics, is_judged, unreal
from hasila.arabic.judgement.rules import Rule
from hasila.text import Found, Hit

_WHAT = frozenset(("ما", "الذي", "التي", "الذين", "بما", "مما"))
_HIM = frozenset(("ه", "ها", "هم"))
_OVER_THEM = frozenset(("عليه", "عليها", "عليهم", "منه", "منها", "منهم"))
_THEIRS = "هم"
_SHORT = 4
_REACH = 12


def _by_us(ground: Ground) -> Iterator[Judged]:
    """``هزمنا التنظيم``, ``كل هدف وضعناه بلغناه``, in somebody's own words."""
    text = ground.text
    for i, found in text.found("we_did").items():
        if _told(ground, i, found.hit) and (_done_to_them(ground, i, found) or (is_judged(ground, i) and _can_be_done(ground, i, found))):
            yield Judged(i, i, clitics(ground, i), found.hit.value)


def _told(ground: Ground, i: int, hit: Hit) -> bool:
    """Whether what we did is told as a fact of its own, in somebody's words."""
    return ground.statement(i) is not None and not unreal(ground, i, hit) and ground.text.form(i - 1) not in _WHAT


def _done_to_them(ground: Ground, i: int, found: Found) -> bool:
    """Whether it was done to those who are fought: named after it, or meant by its pronoun (``هزمناهم``)."""
    beaten = found.hit.pronoun in _HIM and "we_harmed" in ground.text.words[i].entries
    if beaten or ground.text.form(found.stop - 1) in _OVER_THEM:
        return _fights(ground)
    return ground.foe_within(i + 1, max(i + NEAR, found.stop + 2)) is not None


def _fights(ground: Ground) -> bool:
    """Whether the text names those who are fought, or the undertaking against them."""
    return bool(ground.camps.foes) or ground.camps.followed > 0


def _can_be_done(ground: Ground, i: int, found: Found) -> bool:
    """Whether what we did is an aim, or belongs to a line of effort; an aim that its pronoun takes up stands before."""
    right = min(ground.right(i), i + FAR)
    if found.hit.pronoun in _HIM:
        left = ground.left(i)
        return ground.word("aim_noun", left, i) is not None or ground.word("aim_head", left, i) is not None
    return (
        right == i + 1
        or ground.word("aim_noun", i + 1, right) is not None
        or bool(find_lines(ground, i + 1, right))
        or (ground.text.form(i + 1) in ("في", "عن"))
        or ground.listed("task_put", i + 1, right) is not None
    )


def _by_harm(ground: Ground) -> Iterator[Judged]:
    """``قلصنا حرية حركتهم``, ``أفقدناهم زمام المبادرة``: what is theirs is those's who are fought; a number of them is a figure."""
    text = ground.text
    for i in text.where("we_harmed"):
        hit = text.words[i].entries.get("we_harmed")
        if hit is None or not _fights(ground) or not _told(ground, i, hit):
            continue
        stop = min(ground.right(i), i + 1 + _SHORT)
        theirs = any(_is_theirs(ground, k) for k in range(i + 1, stop))
        if (hit.pronoun == _THEIRS or theirs) and number_in(ground, i + 1, stop) is None:
            yield Judged(i, i, clitics(ground, i), "met")


def _is_theirs(ground: Ground, k: int) -> bool:
    """Whether a word is what belongs to those who are fought: with their pronoun, which is none of ours."""
    form, strength = ground.text.form(k), ground.text.words[k].entries.get("foe_strength")
    plural = form.endswith(_THEIRS) and len(form) > _SHORT
    return plural or (strength is not None and strength.pronoun in _HIM) or form in ("عنهم", "عليهم", "منهم")


def _by_those_left(ground: Ground) -> Iterator[Judged]:
    """``خلصونا من داعش وتركونا بلا ماء``: people were helped, and then left alone."""
    text = ground.text
    for i, found in text.found("left_us").items():
        if ground.statement(i) is None or unreal(ground, i):
            continue
        begin = max(text.sentence(i)[0], i - _REACH)
        helped = ground.listed("helped_us", begin, i)
        if helped is not None:
            yield Judged(i, helped, clitics(ground, helped), "partly_met", (helped, ground.right(i)))
        elif ground.followed or found.stop > i + 1:
            yield Judged(i, i, clitics(ground, i), "not_met")


# The rules for what those say who did it, and whom it was done for.
OURS: tuple[Rule[Judged], ...] = (
    (("we_did",), _by_us),
    (("we_harmed",), _by_harm),
    (("left_us",), _by_those_left),
)
