"""Whose number is told by ل behind it and what it is called: ``العدد الإجمالي لقتلى كذا``, ``الرقم الفعلي للجنود``."""

from hasila.text import Text

_HEADS = frozenset(("count_head", "value_head"))


def is_of_number(text: Text, i: int) -> bool:
    """Whether ل stands at a noun and leads back, past definite adjectives, to the noun of a number.

    >>> from hasila.text import prepare
    >>> [is_of_number(prepare(words), 2) for words in ("العدد الإجمالي لقتلى الجيش", "الجسر الجديد لقتلى الجيش")]
    [True, False]
    """
    if not text.forms[i].startswith("ل"):
        return False
    head = i - 1
    while head > 0 and text.forms[head].startswith("ال") and not _is_head(text, head):
        head -= 1
    return head >= 0 and _is_head(text, head)


def counted_of(text: Text, behind: int, last: int) -> int | None:
    """The noun in the construct that ل leads to, from the token behind a number's noun on: ``لقتلى`` in ``العدد الرسمي لقتلى كذا``."""
    while behind < last and text.forms[behind].startswith("ال"):
        behind += 1
    entries = text.words[behind].entries if behind < last else {}
    hit = entries.get("counted_noun") or entries.get("bereft_noun")
    return behind if hit is not None and hit.clitics == "ل" and not hit.article else None


def is_number(text: Text, i: int) -> bool:
    """Whether digits or a word for a number stand at a token (none past the text's end)."""
    return text.kind(i) == "digits" or text.has(i, "cardinal")


def _is_head(text: Text, i: int) -> bool:
    return not _HEADS.isdisjoint(text.words[i].entries)
