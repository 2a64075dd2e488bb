"""Segments: the part of a sentence that has one subject, told apart by the words that begin a clause of their own.

A clause is opened by أن and its sisters, by فيما, بينما and the like, or by و with a verb (Wright II, §§ 183, 187).
"""

from bisect import bisect_left
from functools import lru_cache

from hasila.text import Text, Word, analyse

_REACH = 60
_LEAST = 5
_STOPS = frozenset("؛;:«(")
_CLOSERS = {")": "(", "»": "«"}
_VERB_TAGS = ("past", "present")
_OPEN_FORMS = frozenset(("وقد", "وكان", "وكانت", "فقد"))
_FORMS = 200_000


class Segments:
    """The segments of a text, each found once.

    >>> from hasila.text import prepare
    >>> text = prepare("قال الجيش إن المقاتلات نفذت 20 غارة ودمرت 5 دبابات")
    >>> segments = Segments(text)
    >>> text.form(segments.start(5)), text.form(segments.start(8))
    ('المقاتلات', 'ودمرت')
    """

    def __init__(self, text: Text):
        """Nothing is looked for before it is asked for."""
        self.text = text
        self.openers = text.found("segment_opener")
        self.turns, self.verbs = text.where(_turns), text.where(_joins_verb)
        self._starts: dict[int, int] = {}

    def start(self, i: int) -> int:
        """The first token of the segment that token ``i`` stands in."""
        found = self._starts.get(i)
        if found is None:
            found = self._starts[i] = self._start(i)
        return found

    def _start(self, i: int) -> int:
        """What stands in brackets or quotation marks before the token is passed over."""
        forms, openers, turns = self.text.forms, self.openers, self.turns
        start = max(self.text.sentence(i)[0], i - _REACH)
        awaited = ""
        for j in reversed(turns[bisect_left(turns, start) : bisect_left(turns, i)]):
            form = forms[j]
            if awaited:
                awaited = "" if form == awaited else awaited
                continue
            awaited = _CLOSERS.get(form, "")
            if form in _STOPS:
                return j + 1
            opener = openers.get(j)
            if opener and opener.stop <= i and not opener.hit.clitics.endswith(("ك", "ل")):
                return opener.stop
            if joins_verb(form):
                return j
        return start

    def joins_verb(self, first: int, last: int) -> bool:
        """Whether a verb is joined by و or ف in the tokens [first, last)."""
        return self.verb_after(first, last) < last

    def verb_after(self, first: int, last: int) -> int:
        """The first verb joined by و or ف in the tokens [first, last), else ``last``."""
        verbs = self.verbs
        n = bisect_left(verbs, first)
        return verbs[n] if n < len(verbs) and verbs[n] < last else last


@lru_cache(maxsize=_FORMS)
def joins_verb(form: str) -> bool:
    """Whether a word form is و or ف with a finite verb: a listed one, or a form that only verbs have (``وتقدمت``).

    >>> joins_verb("وتقدمت"), joins_verb("والمدينه")
    (True, False)
    """
    if form[:1] not in ("و", "ف"):
        return False
    if form in _OPEN_FORMS:
        return True
    listed = list(analyse(form).entries.values())
    masdar = any(hit.tag == "masdar" for hit in listed)  # واستعادة is spelled like واستعاده
    if any(hit.clitics[:1] in ("و", "ف") and hit.tag in _VERB_TAGS and not (masdar and hit.pronoun) for hit in listed):
        return True
    if listed or form[0] != "و":
        return False
    if len(form) < _LEAST or form.startswith("وال"):
        return False
    feminine = form.endswith("ت") and not form.endswith(("ات", "يت"))
    present = form.startswith(("وي", "وت")) and not form.endswith(("ه", "ات")) and form[-2] != "ي"
    return feminine or present


def _joins_verb(word: Word) -> bool:
    return joins_verb(word.form)


def _turns(word: Word) -> bool:
    """Whether a word or mark has to do with where segments begin."""
    return "segment_opener" in word.classes or word.form in _STOPS or word.form in _CLOSERS or joins_verb(word.form)
