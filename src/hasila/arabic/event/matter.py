"""What a meeting, an accord or a body is about or for: those named there take no part in it, nor is it held there."""

from bisect import bisect_left

from hasila.text import Text, Word

_QUOTES = frozenset("«»“”\"'")
_HELD = frozenset(("happened", "hosted"))


def leads_to_matter(word: Word) -> bool:
    """Whether a word leads to what something is about or for (``حول``, ``لبحث``, ``لمحاربة``), or against whom (``ضد``)."""
    if "event_matter" in word.entries:
        return True
    purpose = word.entries.get("act_masdar") or word.entries.get("event_talk")
    return purpose is not None and purpose.clitics.endswith("ل")


def find_matter(text: Text, at: int, last: int) -> list[tuple[int, int]]:
    """The stretches of the tokens [at, last) that tell what the event named at ``at`` is about or for.

    >>> from hasila.text import prepare
    >>> text = prepare("اجتماع لبحث الحرب على القراصنة في الصومال بمشاركة كينيا")
    >>> find_matter(text, 0, len(text.words))
    [(1, 7)]
    """
    openers = text.where(leads_to_matter)
    found: list[tuple[int, int]] = []
    for i in openers[bisect_left(openers, at + 1) : bisect_left(openers, last)]:
        if not found or i >= found[-1][1]:
            found.append((i, next((k for k in range(i + 1, last) if _ends(text, k)), last)))
    return found


def _ends(text: Text, k: int) -> bool:
    """Whether what a thing is about ends before token ``k``: at a mark, or where its parties or its being held are told."""
    if text.kinds[k] == "mark":
        return text.forms[k] not in _QUOTES
    entries = text.words[k].entries
    held = entries.get("event_light")
    return "event_joined" in entries or (held is not None and held.value in _HELD and held.tag in ("past", "present"))
