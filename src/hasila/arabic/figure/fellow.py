"""Fellows: others whom و joins to those counted. Their noun, and whose they are, tells nothing of these.

``90 مدنيا و30 مسلحا من تنظيم كذا``: civilians, and a band's men.
"""

from hasila.arabic.figure.draft import Draft, is_joined
from hasila.arabic.figure.govern import Governors
from hasila.text import Text

_REACH, _PHRASE = 8, 2  # tokens from one figure to the next, and of what joins them
_OF, _AND = "من", "و"


def leave_fellows(text: Text, draft: Draft, governors: Governors, words: list[str], first: int) -> None:
    """Blank, in place, the nouns of the figures in a row with it, and what those are of; ``words`` begin at token ``first``."""
    if not draft.has_noun_behind:
        return
    drafts, n = governors.drafts, draft.nth
    while n + 1 < len(drafts) and _are_joined(text, drafts[n], drafts[n + 1], governors):
        n += 1
        blank(words, first, drafts[n].first, _past_whose(text, drafts[n].end, governors))
    n = draft.nth
    while n and _are_joined(text, drafts[n - 1], drafts[n], governors):
        n -= 1
        blank(words, first, drafts[n].first, drafts[n + 1].first)


def _are_joined(text: Text, before: Draft, draft: Draft, governors: Governors) -> bool:
    """Whether و joins the second to the first, each with its noun behind it, and nothing but whose the first are stands between."""
    if before.sentence != draft.sentence or draft.first - before.end > _REACH or before.unit != draft.unit:
        return False
    if before.noun is None or draft.noun is None or not (before.has_noun_behind and draft.has_noun_behind):
        return False
    stop = _joint(text, draft)
    if stop is None or text.form(before.noun) == text.form(draft.noun):
        return False
    return before.end == stop or text.forms[before.end] == _OF or _past_whose(text, before.end, governors) == stop


def _joint(text: Text, draft: Draft) -> int | None:
    """Where what joins a figure to the one before stands: و, or ``إضافة إلى`` and the like; None where nothing does."""
    if is_joined(text, draft):
        return draft.first - (text.forms[draft.first - 1] == _AND)
    added = text.find(draft.first - _PHRASE, "besides")
    return draft.first - _PHRASE if added is not None and added.stop == draft.first else None


def _past_whose(text: Text, end: int, governors: Governors) -> int:
    """The token behind the name of whose men those counted are, where it stands right behind them or behind من."""
    at = end + 1 if text.forms[end] == _OF else end
    name = governors.names.at(at)
    return name.last if name is not None and name.first == at else at + (at > end)


def blank(words: list[str], first: int, start: int, stop: int) -> None:
    """Blank, in place, the words of the tokens [start, stop); ``words`` begin at token ``first``."""
    for i in range(max(start, first), min(stop, first + len(words))):
        words[i - first] = ""
