"""The clause around a judgement: from where its subject begins to where it closes, quotations and commas heeded."""

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.polarity import Judged
from hasila.arabic.judgement.word import RELATIVES
from hasila.arabic.speech.listed import listed
from hasila.text import Known, Text, analyse

_adjunct = listed("adjunct")
SUBJECT = 3
_OPENS = frozenset("«“")
_CLOSES = frozenset("»”")
_SHORT = 6
_OF_WHICH = frozenset(("منها", "بينها", "منهم", "بينهم", "ومنها", "وبينها"))
QUOTING = frozenset('«»“”"')


def clause_around(ground: Ground, judged: Judged) -> tuple[int, int, int]:
    """The clause of a judgement: its first token, the clitics to skip there, and the token after its last."""
    text = ground.text
    if judged.whole:
        first, last = ground.trimmed(*judged.whole)
        return first, judged.skip, last
    forms, head = text.forms, judged.head
    last = _closed(ground, judged.at, ground.right(judged.at))
    left = _quoted(ground, min(ground.left(head), head), head)
    left = _opened(ground, left, judged.at)
    if forms[left - 1] == "اما":
        first, skip = left - 1, 0
    elif (
        judged.skip
        or _after_comma(ground, judged, left)
        or (_adjunct[text.forms[left]] and text.has(left, "adjunct"))
        or (left > text.sentence(left)[0] and _adverb(ground, left - 1, head - left))
    ):
        first, skip = head, judged.skip
    else:
        first, skip = left, _conjunction(ground, left)
    if head - 1 - first > 5 and forms[head - 1] in RELATIVES:
        first, skip = first if first > head - 4 else head - 4, 0
    if last - first == 1 and first - 1 in ground.that:
        first, skip = ground.left(first - 2), 0
    first, last = ground.trimmed(first, last)
    return first, skip, last


def _closed(ground: Ground, i: int, last: int) -> int:
    """Where the clause of token ``i`` ends, cut where the quotation closes that it stands in, and before a new subject with its verb."""
    text, forms = ground.text, ground.text.forms
    k = i
    while "،" in forms[k + 1 : last]:
        k = forms.index("،", k + 1)
        if not _OPENS.isdisjoint(forms[i:k]):
            return last
        if forms[k - 1] in _CLOSES or forms[k + 1] in _OF_WHICH or _new_subject(text, k + 1, last):
            return k
    return last


def _new_subject(text: Text, k: int, last: int) -> bool:
    """Whether token ``k`` is و with a definite noun that a finite verb follows soon."""
    if not text.forms[k].startswith("وال") or text.forms[k][1:] in RELATIVES or k + 1 >= last:
        return False
    return any(
        hit.tag in ("past", "present") and not hit.skip
        for word in text.words[k + 1 : min(k + _SHORT, last)]
        for hit in word.entries.values()
    )


def _quoted(ground: Ground, left: int, head: int) -> int:
    """Where a clause begins that is quoted right after who says it (``قال الوزير "نجحنا"``); else ``left``."""
    row = ground.statement(head)
    if row is None or not row[2].direct or row[0] < left - 1:
        return left
    text = ground.text
    mark = next((k for k in range(left + 1, head) if text.forms[k] in QUOTING), left)
    led = mark == left or "act_masdar" in text.words[mark - 1].entries or ground.word("speech_verb", left, mark) is None
    return left if led else mark


def _opened(ground: Ground, left: int, at: int) -> int:
    """Where a quotation opens that nobody is credited with and that a judgement stands in; else ``left``."""
    forms = ground.text.forms
    if ground.statement(at) is not None or QUOTING.isdisjoint(forms[left:at]):
        return left
    marks = [k for k in range(left, at) if forms[k] in QUOTING]
    return marks[-1] if len(marks) % 2 and forms[marks[-1]] not in _CLOSES else left


def _after_comma(ground: Ground, judged: Judged, left: int) -> bool:
    """Whether a measured result follows a comma that closes no relative clause (``طلبت مليونا، لم يصل منها``)."""
    forms = ground.text.forms
    return judged.measured and forms[judged.head - 1] == "،" and RELATIVES.isdisjoint(forms[left : judged.head])


def _adverb(ground: Ground, i: int, before: int) -> bool:
    """Whether token ``i`` leads an adverbial, and is no turn (``لكن``) right before a short subject of ``before`` tokens."""
    return not (before <= SUBJECT and i in ground.turns) and _adjunct[ground.text.forms[i]] and ground.text.has(i, "adjunct")


def _conjunction(ground: Ground, i: int) -> int:
    """How many characters of a conjunction the token has: none where the word can be read without one."""
    form = ground.text.forms[i]
    mention = ground.named.get(i)
    if mention and mention.first == i:
        return int(mention.skip > 0 and form[:1] in ("و", "ف"))
    return _CONJOINED[form]


@Known
def _CONJOINED(form: str) -> int:
    """How many characters of a conjunction a form has that is no name."""
    hits = analyse(form).entries.values() if form else ()
    return int(all(hit.skip for hit in hits) and any(hit.clitics[:1] in ("و", "ف") for hit in hits))
