"""Topping: men who were sent on top of others, beside how many there then were.

``رفعت عدد جنودها إلى 900 بعدما أرسلت 200``, ``أرسلت 200 جندي ليصل عدد جنودها إلى 900``.
"""

from collections.abc import Sequence
from itertools import pairwise

from hasila.arabic.figure.draft import Draft, is_joined, kind_of
from hasila.arabic.figure.nation import nations_of
from hasila.arabic.figure.zone import RELATIVES
from hasila.text import FINITE, Text, Word, fold_word, last_in, lexeme, one_in

_NEAR, _REACH, _THAT = 16, 9, 4
_MEN = ("soldier", "fighter")
_NEW = ("جديد", "جدد")
_SIDE, _WHERE = "جانب", frozenset(("في", "داخل", "قرب", "شمال", "جنوب", "شرق", "غرب", "شرقي", "غربي", "شمالي", "جنوبي"))
_AT = _WHERE | {"علي"}


def are_taken_in(text: Text, draft: Draft) -> bool:
    """Whether those who are new are men whom a band took in: that they are new says no more than that (``جند 900 مقاتل جديد``)."""
    if not text.forms[draft.end].startswith(_NEW) or draft.noun is None or not text.where("recruit_word"):
        return False
    is_man = kind_of(text, draft) in ("fighter", "civilian")
    first = max(draft.sentence[0], draft.first - _REACH)
    return text.has(draft.noun, "recruit_word") or (is_man and one_in(text.where("recruit_word"), first, draft.first))


def is_told_beside(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether as many of the same are told beside those just told, of a place or nation of their own.

    ``900 جندي في الشمال إلى جانب 200 في الجنوب``.
    """
    if before.sentence != draft.sentence or before.unit != draft.unit:
        return False
    is_same = draft.like is before or _sort(before) == _sort(draft) or (_are_men(text, before) and _are_men(text, draft))
    if text.forms[draft.first - 1] != _SIDE:
        return _are_anothers(text, draft) or (is_same and _are_somewhere_else(text, before, draft))
    return is_same and (text.forms[draft.end] in _WHERE or "nationality" in text.words[draft.end].entries)


def _are_somewhere_else(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether men that come on top are where those told of before are not: ``900 جندي في العراق، يضاف إليهم 200 في سوريا``."""
    at = draft.end + text.has(draft.end, "other_ones")
    at += not _is_somewhere(text, at)  # 200 ينتشرون في سوريا
    if not _is_somewhere(text, at):
        return False
    where = [i for i in range(max(before.sentence[0], before.first - _REACH), draft.first) if _is_somewhere(text, i)]
    return bool(where) and all(text.forms[i + 1] != text.forms[at + 1] for i in where)


def _are_anothers(text: Text, draft: Draft) -> bool:
    """Whether men that come on top are of a nation that was not told of before: ``900 أمريكي، يضاف إليهم 200 جندي فرنسي``."""
    nations = text.derived(nations_of)
    own = nations.get(draft.end)
    if own is None or not _are_men(text, draft):
        return False
    others = {nations[i].hit.value for i in range(draft.sentence[0], draft.first) if i in nations}
    return bool(others) and own.hit.value not in others


def are_elsewhere(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether others are as many of the same, joined by و to those of another place: ``900 جندي في الشمال و200 آخرين في الجنوب``.

    They are no addition to those: each place has a number of its own.
    """
    first, behind = draft.first, draft.end + text.has(draft.end, "other_ones")
    if before.sentence != draft.sentence or before.unit != draft.unit or before.role != "total" or first - before.end > _NEAR:
        return False
    between = range(before.end, first - 1)
    if not is_joined(text, draft) or any(_begins_clause(text.words[i]) for i in between):
        return False
    return _is_somewhere(text, behind) and any(_is_somewhere(text, i) for i in between)


def _is_somewhere(text: Text, i: int) -> bool:
    """Whether a place is told from a preposition on: ``في سوريا``, ``على الرقة``, ``قرب الحدود``, not ``في أيار``."""
    time = any(text.has(i + 1, cls) for cls in ("month", "unit_one", "time_this"))
    return text.forms[i] in _AT and text.kinds[i + 1] == "word" and not time


def _begins_clause(word: Word) -> bool:
    return word.form in RELATIVES or any(hit.tag in FINITE for hit in word.entries.values())


def _sort(draft: Draft) -> str:
    return lexeme(fold_word(draft.counted or ""))


def settle_added(text: Text, drafts: Sequence[Draft]) -> None:
    """Those sent right before the number that they brought the force to, or told behind it as sent, are an increment."""
    sent = text.where(_sends)
    if not sent:
        return
    for before, draft in pairwise(drafts):
        if before.sentence != draft.sentence or before.role != "total" or draft.role != "total" or draft.first - before.end > _NEAR:
            continue
        if not (_are_men(text, before) or _are_men(text, draft)) or draft.unit is not None or before.unit is not None:
            continue
        if _least(before) > _least(draft):
            if _are_men(text, draft) and _is_sent_then(text, before, draft, sent):
                draft.role = "increment"
        elif _are_men(text, before) and one_in(text.where("raise_word"), before.end, draft.first) and _is_sent(before, sent):
            before.role = "increment"


def _is_sent_then(text: Text, before: Draft, draft: Draft, sent: Sequence[int]) -> bool:
    """Whether a word of sending stands before the men, behind one that says it was right before (``بعد أن أرسلت``)."""
    at = last_in(sent, before.end, draft.first)
    if at is None:
        return False
    return any(text.has(i, "just_now") for i in range(max(before.end, at - _THAT), at)) and _leads(text, before)


def _leads(text: Text, draft: Draft) -> bool:
    """Whether a verb of amount leads to the number, or what is counted is called a number (``عديد القوات 900``)."""
    start = max(draft.sentence[0], draft.first - _REACH)
    return any("total_verb" in word.entries or "count_head" in word.entries for word in text.words[start : draft.first])


def _is_sent(draft: Draft, sent: Sequence[int]) -> bool:
    return one_in(sent, max(draft.sentence[0], draft.first - _REACH), draft.first)


def _are_men(text: Text, draft: Draft) -> bool:
    return kind_of(text, draft) in _MEN


def _least(draft: Draft) -> float:
    return draft.low or draft.high or 0.0


def _sends(word: Word) -> bool:
    hit = word.entries.get("event_verb") or word.entries.get("event_masdar")
    return hit is not None and str(hit.value).startswith("deployment")
