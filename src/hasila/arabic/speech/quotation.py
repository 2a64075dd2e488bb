"""Quotation marks: which opens, which closes, in every style that the Arabic press types."""

from bisect import bisect_right

from hasila.text import Text, find_marks

_ANGLE = frozenset("«»‹›")
_MARKS = _ANGLE | frozenset('"“”„‟″〝〞')


def find_quotations(text: Text) -> dict[int, int]:
    """The token of each opening mark → the token of its closing mark; a mark left alone at the end of its line opens nothing.

    What a colon leads to may run over several lines, where no other quotation stands in it.

    A mark that hangs on the word after it opens, one that hangs on the word before it closes: editors turn ” and “
    about, and type » for «. Ask for it with :meth:`Text.derived`.

    >>> from hasila.text import prepare
    >>> find_quotations(prepare('قال "إن الحرب على "داعش"" طويلة'))
    {5: 7, 1: 8}
    """
    pairs: dict[int, int] = {}
    open_marks: list[int] = []
    lines, line = sorted(text.lines), 0
    marks = text.derived(find_marks)
    for i in sorted(i for form in marks.keys() & _MARKS for i in marks[form]):
        passed = bisect_right(lines, i)
        if passed > line:
            if not (len(open_marks) == 1 and text.forms[open_marks[0] - 1] == ":" and _closes(text, i)):
                open_marks.clear()
            line = passed
        if open_marks and _closes(text, i):
            pairs[open_marks.pop()] = i
        else:
            open_marks.append(i)
    return pairs


def _closes(text: Text, i: int) -> bool:
    if text.forms[i] == "«":
        return False
    if i and text.starts[i] == text.ends[i - 1]:
        return True
    return text.kinds[i + 1] in ("", "mark") or text.starts[i + 1] != text.ends[i]
