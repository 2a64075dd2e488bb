"""Fellows: others whom و joins to those counted. Their noun, and whose they are, tells nothing of these.

``90 مدنيا و30 مسلحا من تنظيم كذا``: civilians, and a band's men.
"""

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.govern import Governors
from hasila.text import Text

_REACH = 8  # tokens from one figure to the next
_OF, _AND = "من", "و"


def leave_fellows(text: Text, draft: Draft, governors: Governors, words: list[str], first: int) -> None:
    """Blank, in place, the nouns of the figures right beside it in a row, and what those are of; ``words`` begin at token ``first``."""
    if draft.noun is None or draft.noun < draft.first:
        return
    drafts, n = governors.drafts, draft.nth
    if n + 1 < len(drafts) and _are_joined(text, draft, drafts[n + 1]):
        _blank(text, drafts[n + 1], words, first)
    if n and _are_joined(text, drafts[n - 1], draft):
        _blank(text, drafts[n - 1], words, first)


def _are_joined(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether و joins the second to the first, each with its noun behind it, and nothing but whose the first are stands between."""
    if before.sentence != draft.sentence or draft.first - before.end > _REACH or before.unit != draft.unit:
        return False
    if before.noun is None or draft.noun is None or before.noun < before.first or draft.noun < draft.first:
        return False
    if text.form(before.noun) == text.form(draft.noun) or not is_joined(text, draft):
        return False
    between = text.forms[before.end : draft.first - (text.forms[draft.first - 1] == _AND)]
    return not between or between[0] == _OF


def is_joined(text: Text, draft: Draft) -> bool:
    """Whether و stands right before a figure, as a word or as its first letter."""
    return text.forms[draft.first - 1] == _AND or text.stored[draft.start - 1 : draft.start] == _AND


def _blank(text: Text, draft: Draft, words: list[str], first: int) -> None:
    stop = draft.end
    if text.forms[stop] == _OF:
        stop += 2
    for i in range(max(draft.first, first), min(stop, first + len(words))):
        words[i - first] = ""
