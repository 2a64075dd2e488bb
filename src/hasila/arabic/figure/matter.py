"""What a sentence is said to be about, before who tells it: ``وعن قتلى التنظيم، قال المصدر إن``, ``وفي ما يتعلق بضحايا آب، أوضح أن``."""

from hasila.text import Text

_ABOUT = frozenset(("عن", "حول", "بشان", "بخصوص", "بصدد", "بالنسبه"))
_AS_TO, _TO_WHAT = frozenset(("فيما", "ما", "وفيما")), frozenset(("يتعلق", "يخص", "يتصل"))
_AS_FOR, _ON, _SIDE = frozenset(("اما", "واما")), "علي", frozenset(("صعيد", "مستوي"))
_LONGEST = 12
_COMMA = "،"


def matter(text: Text, first: int, stop: int) -> tuple[int, int] | None:
    """The tokens of what a sentence that begins at ``first`` is said to be about, up to its comma, which stands before ``stop``.

    >>> from hasila.text import prepare
    >>> matter(prepare("وعن قتلى التنظيم، قال المصدر إن الحصيلة 90"), 0, 8), matter(prepare("قال المصدر، عن القتلى، إنهم 90"), 0, 8)
    ((1, 3), None)
    """
    start = _opening(text, first)
    if start is None:
        return None
    comma = next((i for i in range(start, min(first + _LONGEST, stop)) if text.forms[i] == _COMMA), None)
    return (start, comma) if comma is not None else None


def _opening(text: Text, first: int) -> int | None:
    """The token behind the words that lead up to a matter; None where there are none."""
    forms = text.forms
    at = first + (forms[first] in _AS_FOR)
    front, behind = forms[at].removeprefix("و"), text.form(at + 1)
    if front in _ABOUT:
        return at + 1
    if front == _ON and behind in _SIDE:
        return at + 2
    at += front == "في"
    return at + 2 if forms[at] in _AS_TO and text.form(at + 1) in _TO_WHAT else None
