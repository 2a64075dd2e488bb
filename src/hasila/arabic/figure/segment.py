"""Segments: the part of a sentence that has one subject, told apart by the words that begin a clause of their own.

A clause is opened by أن and its sisters, by فيما, بينما and the like, or by و with a verb (Wright II, §§ 183, 187).
"""

from hasila.text import Text

_REACH = 60
_LEAST = 5
_STOPS = frozenset("؛;:«(")
_CLOSERS = {")": "(", "»": "«"}
_VERB_TAGS = ("past", "present")
_OPEN_FORMS = frozenset(("وقد", "وكان", "وكانت", "فقد"))


class Segments:
    """The segments of a text, each found once."""

    def __init__(self, text: Text):
        """Nothing is looked for before it is asked for."""
        self.text = text
        self._starts: dict[int, int] = {}

    def start(self, i: int) -> int:
        """The first token of the segment that token ``i`` stands in."""
        found = self._starts.get(i)
        if found is None:
            found = self._starts[i] = segment_start(self.text, i)
        return found


def segment_start(text: Text, i: int) -> int:
    """The first token of the segment that token ``i`` stands in; what stands in brackets or quotation marks before it is passed over.

    >>> from hasila.text import prepare
    >>> text = prepare("قال الجيش إن المقاتلات نفذت 20 غارة ودمرت 5 دبابات")
    >>> text.form(segment_start(text, 5)), text.form(segment_start(text, 8))
    ('المقاتلات', 'ودمرت')
    """
    start = max(text.sentence(i)[0], i - _REACH)
    awaited = ""
    for j in range(i - 1, start - 1, -1):
        form = text.form(j)
        if awaited:
            awaited = "" if form == awaited else awaited
            continue
        awaited = _CLOSERS.get(form, "")
        if form in _STOPS:
            return j + 1
        opener = text.find(j, "segment_opener")
        if opener and opener.stop <= i and not opener.hit.clitics.endswith(("ك", "ل")):
            return opener.stop
        if joins_verb(text, j):
            return j
    return start


def joins_verb(text: Text, i: int) -> bool:
    """Whether token ``i`` is و or ف with a finite verb: a listed one, or a form that only verbs have (``وتقدمت``)."""
    form = text.form(i)
    if form[:1] not in ("و", "ف") or text.kind(i) != "word":
        return False
    if form in _OPEN_FORMS:
        return True
    listed = list(text.words[i].entries.values())
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
