"""Asides: words of a sentence that say nothing of what its numbers are of."""

import sys
from collections.abc import Sequence

from hasila.text import Text, Word

_SINCE = 2  # منذ بدء الهجوم
AND_THAT = frozenset(("وان", "وانه", "وانها", "وانهم", "وبان"))


def find_thats(text: Text) -> Sequence[int]:
    """The words that join another statement (``وأن``, ``مبينا أن``), in order, one past all of the text last."""
    return [*text.where(_joins_that), sys.maxsize]


def find_causes(text: Text) -> Sequence[int]:
    """The words behind which a cause is told (``بسبب``), in order, one past all of the text last."""
    return [*text.where("cause_word"), sys.maxsize]


def find_accounts(text: Text) -> Sequence[int]:
    """The accounts that somebody tells by, which say nothing of what is measured (``بحسب آخر التقديرات``), nor does an attack from
    whose beginning on something is counted (``منذ بدء الهجوم``).

    >>> from hasila.text import prepare
    >>> find_accounts(prepare("قتل 90 مدنيا منذ بدء الهجوم"))
    [5]
    """
    behind = {j for i in text.where("source_word") for j in (i + 1, i + 2) if j < len(text)}
    since = [i for i in text.where("assault_noun") if i > 1 and "since_word" in text.words[i - _SINCE].entries]
    return sorted([j for j in behind if "account_noun" in text.words[j].entries] + since)


def tells_fall(word: Word) -> bool:
    """Whether a word tells of a fall: it may be a town that falls, and nobody who dies."""
    return "fall_word" in word.entries


def _joins_that(word: Word) -> bool:
    """Whether a word joins a statement, or tells in the accusative what its speaker says besides (Wright II, § 44, حال)."""
    if word.form in AND_THAT:
        return True
    hit = word.entries.get("speech_verb")
    return hit is not None and hit.tag == "participle" and "segment_opener" in word.entries
