"""Added: a number that comes on top of one told before (``بزيادة 20``, ``تضاف إليهم 20``, ``26 دولة إلى جانب ثلاث منظمات``).

Others are no addition where they only stand beside one who is named at a meeting, or are told of as being still there.
"""

from hasila.arabic.figure.draft import Draft, is_joined, kind_of
from hasila.arabic.figure.entered import is_entered
from hasila.arabic.figure.foretold import BREAKS
from hasila.text import Text, Word, last_in, one_in

_ADDED_REACH, _BATCH_REACH = 3, 10
_ATTENDER_REACH = 6
_PRESENT = frozenset(("بحضور", "وبحضور", "حضر", "حضرت", "حضره", "حضرته", "يحضر", "تحضر", "يحضره", "تحضره"))
# A number right behind one of these comes on top of one told before.
_MORE = ("زياده", "بزياده", "اضافه", "باضافه")
# and of others beside those: 26 دولة إلى جانب ثلاث منظمات.
_BESIDE = ["الي", "جانب"]
_THINGS = frozenset(("target", "vehicle", "place"))
ADDERS = frozenset((*_MORE, _BESIDE[1]))


def stays(text: Text, i: int) -> bool:
    """Whether others are told of as being still there: no addition to those told of before (``900 آخرين ما زالوا يتحصنون``)."""
    return text.has(i, "stay_verb") or text.has(i + 1, "stay_verb")


def _attends(word: Word) -> bool:
    return word.form in _PRESENT or "event_attend" in word.entries


def joins_attenders(text: Text, draft: Draft) -> bool:
    """Whether others are told of beside one who is named, at a meeting: ``بمشاركة الأردن و22 دولة أخرى`` adds to no number."""
    first = draft.first
    if not is_joined(text, draft):
        return False
    at = last_in(text.where(_attends), max(draft.sentence[0], first - _ATTENDER_REACH), first)
    return at is not None and not any(kind in ("mark", "digits") for kind in text.kinds[at:first])


def is_added(text: Text, draft: Draft) -> bool:
    """Whether the number comes on top: ``بزيادة 20``, ``تضاف إليهم 20``, a batch of fighting men (``الدفعة الجديدة وتضم 20 جنديا``)."""
    first, added, batches = draft.first, text.where("added"), text.where("batch")
    if text.forms[first - 1] in _MORE or (text.forms[first - 2 : first] == _BESIDE and _is_beside_number(text, draft)):
        return True
    if added and one_in(added, max(draft.sentence[0], first - _ADDED_REACH), first):
        return True
    if is_entered(text, draft):
        return True
    batch = last_in(batches, max(draft.sentence[0], first - _BATCH_REACH), first) if batches else None
    if batch is None or draft.noun is None or not BREAKS.isdisjoint(text.forms[batch:first]):
        return False
    if kind_of(text, draft) not in ("fighter", "soldier"):
        return False
    return not any("total_verb" in word.entries or _heads_count(word) for word in text.words[batch:first])


def _is_beside_number(text: Text, draft: Draft) -> bool:
    """Whether others were counted before in its clause; one who is named is only one more (``يشارك الأردن إلى جانب 60 دولة``),
    and things of another sort have a number of their own (``دمر 90 سيارة إلى جانب 30 نفقا``).
    """
    if kind_of(text, draft) in _THINGS:
        return False
    before = range(draft.clause[0], draft.first - len(_BESIDE))
    return any(text.kinds[i] == "digits" or "cardinal" in text.words[i].entries for i in before)


def _heads_count(word: Word) -> bool:
    """Whether a word announces a number of something else than its pronoun's (``عدد القوات``, not ``قوامها``)."""
    hit = word.entries.get("count_head")
    return hit is not None and not hit.pronoun
