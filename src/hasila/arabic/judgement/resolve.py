"""Where an aim is told by resolve: ``عزم``, ``التزام``, ``اتفاق``."""

from collections.abc import Iterator

from hasila.arabic.judgement.action import REACH, is_action
from hasila.arabic.judgement.governed import governed_aim
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.resolver import BETWEEN, is_sum
from hasila.arabic.judgement.rules import Rule
from hasila.arabic.judgement.sign import COMMA, HALTS, LEADS, SIGNS
from hasila.arabic.judgement.told import Told

_OWN = frozenset(("بلاده", "بلادها", "علي"))
_RESOLVES_ON = frozenset(("علي", "الي", "في", "بين"))


def _by_resolve(ground: Ground) -> Iterator[Told]:
    """``عزمها التحول إلى``, ``التزام المانحين بدعم``, ``جرى الاتفاق على إنشاء``."""
    text, forms = ground.text, ground.text.forms
    for i in text.where("resolve_noun"):
        resolve = text.words[i].entries.get("resolve_noun")
        described = forms[i + 1].startswith("ال") and forms[i + 2] in _RESOLVES_ON
        renewed = is_action(ground, i + 1, "ب") and ground.word("speech_verb", ground.left(i), i) is not None
        governs = described or renewed or forms[i + 1] in _RESOLVES_ON
        if resolve is None or (resolve.article and not governs):
            continue
        for k in range(i + 1, min(text.sentence(i)[1], i + (REACH if forms[i + 1] == "بين" else 6))):
            flags = SIGNS[forms[k]]
            if flags & (HALTS | COMMA):
                break
            if not flags & LEADS:
                continue
            aim = governed_aim(ground, k) if forms[k] == "علي" else None
            plain = resolve.value == "resolve" and is_action(ground, k)
            if aim is None and (plain or is_action(ground, k, "ب", shaped=k == i + 2)):
                aim = k
            if aim is not None and (resolve.value == "resolve" or _resolved(ground, i)):
                skip = 1 if forms[aim][:1] == "ب" and is_action(ground, aim, "ب", shaped=True) else 0
                owned = k > i + 1 and forms[i + 1] not in _OWN and forms[i + 1] not in BETWEEN
                yield Told(aim, skip, i, (i + 1, k) if owned else None, points=True)
                break


def _resolved(ground: Ground, i: int) -> bool:
    """Whether the agreeing or pledging at ``i`` is a body's or an undertaking's, and no sum of money."""
    if is_sum(ground, i):
        return False
    return ground.party(ground.left(i), min(ground.right(i), i + REACH))


# The rules for every aim told by resolve.
RESOLVES: tuple[Rule[Told], ...] = ((("resolve_noun",), _by_resolve),)
