"""Words as they are stored, for a record: less the clitics that they begin with, which most have none of."""

from hasila.text import Text


def begin(text: Text, first: int, skip: int) -> int:
    """Where the stored words from token ``first`` on begin, ``skip`` folded characters left out.

    >>> from hasila.text import prepare
    >>> begin(prepare("قال وزيرٌ ولاجئ"), 2, 1)
    11
    """
    if not skip:
        return text.stored_starts[first]
    offsets, start = text.folded.offsets, text.starts[first] + skip
    return start if offsets is None else offsets[start]


def excerpt(text: Text, first: int, last: int, skip: int = 0) -> str:
    """The stored words of the tokens [first, last) without ``skip`` folded characters at their start.

    >>> from hasila.text import prepare
    >>> excerpt(prepare("وقال الوزيرُ أمس"), 0, 2, 1)
    'قال الوزيرُ'
    """
    return text.folded.stored[begin(text, first, skip) if skip else text.stored_starts[first] : text.stored_ends[last - 1]]
