"""Segments: the part of a sentence that has one subject, told apart by the words that begin a clause of their own.

A clause is opened by أن and its sisters, by فيما, بينما and the like, or by و with a verb (Wright II, §§ 183, 187).
"""

import sys
from bisect import bisect_left
from collections.abc import Sequence

from hasila.arabic.figure.inset import find_insets
from hasila.arabic.figure.joining import SO_HAS, begins_verbal, joins_verb
from hasila.arabic.figure.phrase import ends_of_phrases
from hasila.text import FINITE, Known, Text, Word, analyse, find_marks, last_in, one_in, shown_numbers

_OPENER = "segment_opener"
_REACH = 60
_TOPIC = 12
_LOSER = 5  # tokens from a verb of losing past its subject to what is set in before its object
_STOPS = frozenset("؛;:«(")
_CLOSERS = {")": "(", "»": "«"}
_BAND = "تنظيم"
_INSTEAD = "المقابل"
_IN = frozenset(("في", "وفي"))
BEHIND_LOST = frozenset(("في", "من", "نحو", "حوالي", "قرابه", "اكثر", "زهاء", "خلال", "منذ", "حتي", "ما", "عشرات", "ميات", "الاف"))


class Segments:
    """The segments of a text, each found once.

    >>> from hasila.text import prepare
    >>> text = prepare("قال الجيش إن المقاتلات نفذت 20 غارة ودمرت 5 دبابات")
    >>> segments = Segments(text)
    >>> text.form(segments.start(5)), text.form(segments.start(8))
    ('المقاتلات', 'ودمرت')
    """

    def __init__(self, text: Text):
        """Find where the text turns from one segment to another, and what hides that from what stands behind."""
        self.text = text
        turns = text.where(_turns)
        forms = text.forms
        self.verbs = [i for i in turns if _JOINS_VERB[forms[i]]]
        lost = [i for i in text.where(may_lose) if has_lost(text, i)]
        if lost:
            self.verbs, turns = ([i for i in found if i not in lost] for found in (self.verbs, turns))
        shown = text.derived(shown_numbers)
        if shown:
            turns = [i for i in turns if i not in shown]
        self._verbs = [*self.verbs, sys.maxsize]
        topics = text.where(_sets_topic)
        if topics:
            self.verbs, turns = self._past_topics(topics, turns)
            self._verbs = [*self.verbs, sys.maxsize]
        meanwhile = [i for i in text.where(_is_time) if _opens_meanwhile(text, i)]
        turns = sorted({*turns, *meanwhile}) if meanwhile else turns
        phrases = [i for i in text.where(_ends_phrase) if text.has(i - 1, _OPENER) and not _is_set_in(text, i)]
        turns = sorted({*turns, *phrases}) if phrases else turns
        self._closed = {closing: opening for opening, closing in text.derived(find_insets) if one_in(turns, opening, closing)}
        self.turns = sorted({*turns, *self._closed}) if self._closed else turns
        self._turns, self._forms, self._sentence = [-1, *self.turns], text.forms, text.sentence

    def _past_topics(self, topics: Sequence[int], turns: Sequence[int]) -> tuple[list[int], list[int]]:
        """The verbs and turns without the verb that ف joins to its topic: the clause begins behind أما."""
        forms, led = self.text.forms, {i: self.verb_after(i + 1, min(i + _TOPIC, len(self.text))) for i in topics}
        led = {i: verb for i, verb in led.items() if verb < min(i + _TOPIC, len(self.text)) and forms[verb][0] == "ف"}
        joined = set(led.values())
        return [i for i in self.verbs if i not in joined], sorted({*turns, *led} - joined)

    def start(self, i: int) -> int:
        """The first token of the segment that token ``i`` stands in.

        What stands in brackets or quotation marks, or is set into the clause, before the token is passed over.
        """
        turns, least = self._turns, self._sentence(i)[0]
        if least < i - _REACH:
            least = i - _REACH
        turn = turns[bisect_left(turns, i) - 1]
        if turn < least:
            return least
        if turn in self._closed:
            return max(least, self.start(self._closed[turn]))
        form = self._forms[turn]
        if form in _CLOSERS:
            return self._before_brackets(turn, least)
        return turn if _BEGINS[form] else turn + 1

    def _before_brackets(self, closer: int, least: int) -> int:
        """The first token of the segment that what ends at ``closer`` interrupts; ``least`` if it doesn't begin past that."""
        begin = last_in(self.text.derived(find_marks).get(_CLOSERS[self.text.forms[closer]], ()), least, closer)
        return least if begin is None else max(least, self.start(begin))

    def joins_verb(self, first: int, last: int) -> bool:
        """Whether a verb is joined by و or ف in the tokens [first, last)."""
        return self.verb_after(first, last) < last

    def verb_after(self, first: int, last: int) -> int:
        """The first verb joined by و or ف in the tokens [first, last), else ``last``."""
        verb = self._verbs[bisect_left(self._verbs, first)]
        return verb if verb < last else last


_JOINS_VERB = Known(joins_verb)


def _sets_topic(word: Word) -> bool:
    """Whether a word names what its clause is about, whose verb ف then joins: no clause of its own (``أما الجيش فخسر 20``)."""
    return word.form in ("اما", "واما")


def may_lose(word: Word) -> bool:
    """Whether a word may be a verb of losing, or the particle of what has happened."""
    return word.form == SO_HAS


def has_lost(text: Text, i: int) -> bool:
    """Whether فقد is a verb of its own (``فقد الجيش 20 جنديا``): a number, a noun or a particle stands behind it, and no verb."""
    word = text.word(i + 1)
    if word.kind == "digits" or word.form.startswith("ال") or "cardinal" in word.entries or word.form in BEHIND_LOST:
        return True
    return "fighting_force" in word.entries or word.form == _BAND


def _opens(word: Word) -> bool:
    """Whether a word or mark by itself opens a segment behind it."""
    hit = word.entries.get(_OPENER)
    return word.form in _STOPS or (hit is not None and not hit.article and not hit.clitics.endswith(("ك", "ل")))


@Known
def _BEGINS(form: str) -> bool:
    """Whether a word is itself the first of the segment that it opens: a verb."""
    return joins_verb(form) and not _opens(analyse(form))


def _turns(word: Word) -> bool:
    """Whether a word or mark by itself has to do with where segments begin."""
    return word.form in _CLOSERS or _opens(word) or joins_verb(word.form)


def _is_time(word: Word) -> bool:
    return word.form == "وقت"


def _opens_meanwhile(text: Text, i: int) -> bool:
    """Whether في وقت opens a clause, a verb behind it (``في وقت تدور معارك``)."""
    return text.forms[i - 1] in _IN and begins_verbal(text, i + 1)


def _is_set_in(text: Text, i: int) -> bool:
    """Whether في المقابل, which ends at a token, stands inside a clause: right behind its verb, or between a verb of losing and its object
    (``وخسرت في المقابل 90 مقاتلا``).
    """
    if text.forms[i] != _INSTEAD:
        return False
    verb = any(hit.tag in FINITE for hit in text.word(i - 2).entries.values())
    return verb or any("bereft_verb" in word.entries for word in text.words[max(0, i - _LOSER) : i - 1])


def _ends_phrase(word: Word) -> bool:
    """Whether a word that opens no segment by itself may do so with the one before it (``في حين``)."""
    return word.form in ends_of_phrases(_OPENER) and not _opens(word)
