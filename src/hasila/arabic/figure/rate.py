"""Rates: so many in each hour, day, week, month or year, told behind the number or before it.

``1000 مقاتل شهريا``, ``بمعدل يومي يصل إلى 12 مليونا``, ``يجني يوميا 12 مليونا``; and what a rate just told is likened to.
"""

from collections.abc import Container, Sequence
from operator import attrgetter

from hasila.arabic.figure.bare import SET_AGAINST
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.modal import is_present
from hasila.records import Role, Time
from hasila.text import Text, Word, last_in

_UNIT = attrgetter("unit")
PERIOD_REACH = 4
_AGAINST_REACH = 3
_WAS_REACH, _WAS, _AFTER = 8, frozenset(("كان", "كانت")), ("بعدما", "بعد", "فيما", "بينما", "وكان", "وكانت")
_MEAN_REACH, _DOER_REACH = 4, 3
_THAT_IS, _JOINED = "اي", ("و", "ل")
_MEANS = frozenset(("متوسط", "معدل", "ومتوسط", "ومعدل", "المتوسط", "المعدل"))
_HEAD_REACH, _BEFORE_REACH = 6, 8  # tokens from where a clause begins to its subject, and from a period to the amount
# UCUM units of the periods that a rate is told in.
_PERIODS = {"PT1M": "/min", "PT1H": "/h", "P1D": "/d", "P1W": "/wk", "P1M": "/mo", "P1Y": "/a"}


def rate_like(text: Text, drafts: Sequence[Draft], n: int) -> Role | None:
    """``56 مليونا في الشهر مقابل 80 مليونا``: what a rate is likened to is a rate."""
    draft, before = drafts[n], drafts[n - 1]
    if before.sentence != draft.sentence or before.unit is None:
        return None
    base, _, period = before.unit.partition("/")
    if (draft.unit or "") != base:
        return None
    near = text.forms[max(before.end, draft.first - _AGAINST_REACH) : draft.first]
    if not _moves(text, before, draft) and SET_AGAINST.isdisjoint(near) and not _was(text, before, draft):
        return None
    carry_period(draft, f"/{period}" if period else "/a")
    return "rate"


def _moves(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether an amount is told to have moved from one number to the other (``من 40 مليونا شهريا في الصيف إلى 28 مليونا``)."""
    return text.forms[before.first - 1] == "من" and text.forms[draft.first - 1] == "الي"


def _was(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether it is told right behind a rate what that had been: ``200 شهريا بعدما كان يراوح بين 900 وألف``."""
    forms = text.forms[before.end : draft.first]
    return len(forms) <= _WAS_REACH and not _WAS.isdisjoint(forms) and any(form in _AFTER for form in forms)


def period_behind(text: Text, draft: Draft, sets: dict[int, Time]) -> str | None:
    """The period of a rate told right behind the figure (``1000 مقاتل شهريا``)."""
    for i in range(draft.end, min(draft.end + PERIOD_REACH, draft.sentence[1])):
        if i in sets:
            return _PERIODS.get(sets[i].value or "")
        if text.kinds[i] == "mark" and text.forms[i] not in '»"':
            return None
    return None


def period_of_mean(text: Text, draft: Draft, adjectives: Sequence[int]) -> str | None:
    """The period of a mean told before the figure (``بمعدل يومي يصل إلى 12 مليونا``, ``إيرادات التنظيم الشهرية``), or of what is done
    in each (``يجني يوميا 12 مليونا``).
    """
    if text.forms[draft.first - 1] == _THAT_IS:
        return _period_of_meant(text, draft, adjectives)
    at = last_in(adjectives, max(draft.sentence[0], draft.first - PERIOD_REACH - _MEAN_REACH), draft.last)
    if at is None:
        return None
    words = text.words
    near = at >= draft.first - PERIOD_REACH
    is_mean = "mean_noun" in words[at - 1].entries or (text.forms[at][:2] == "ال" and "mean_noun" in words[at - 2].entries)
    if not (is_mean and near) and not (text.forms[at].endswith("ا") and _is_done_each(text, at, draft)):
        return None
    return str(words[at].entries["rate_adjective"].value)


def _period_of_meant(text: Text, draft: Draft, adjectives: Sequence[int]) -> str | None:
    """The period of what ``أي`` puts in a number: ``ما يدخل خزينته شهريا باق عند مستواه، أي 35 مليونا``."""
    stop = draft.first - 1 - (text.kinds[draft.first - 2] == "mark")
    at = last_in(adjectives, max(draft.sentence[0], draft.after), stop)
    if at is None or "mark" in text.kinds[at:stop] or not (text.forms[at].endswith("ا") or any(map(_is_means, text.words[at - 2 : at]))):
        return None
    return str(text.words[at].entries["rate_adjective"].value)


def period_of_head(text: Text, draft: Draft, adjectives: Sequence[int], since: int) -> str | None:
    """The period of the mean that is the subject of the number's clause, whatever stands between, behind token ``since``:
    ``الكلفة اليومية للعمليات التي تخوضها كذا ضد كذا تتراوح بين 7 و10 ملايين``.
    """
    at = last_in(adjectives, max(draft.segment, since), draft.first)
    if at is None or text.forms[at][:2] != "ال" or at - draft.segment > _HEAD_REACH:
        return None
    mean = at - 1
    while mean >= draft.segment and "mean_noun" not in text.words[mean].entries and text.forms[mean].startswith("ال"):
        mean -= 1
    mean -= "mean_noun" not in text.words[mean].entries
    if mean < draft.segment or "mean_noun" not in text.words[mean].entries or (draft.unit is None and text.forms[mean] not in _MEANS):
        return None
    if text.words[mean].entries["mean_noun"].clitics.endswith(("ب", "ل", "ك")):
        return None
    return str(text.words[at].entries["rate_adjective"].value)


def period_before(text: Text, draft: Draft, sets: dict[int, Time]) -> str | None:
    """The period in each of which something is done, told before the number: ``يجني كل شهر من النفط 35 مليونا``."""
    first = max(draft.sentence[0], draft.after, draft.first - PERIOD_REACH - _MEAN_REACH)
    at = _nearest(text, draft, sets, first)
    return None if at is None or not _is_done_each(text, at, draft) else _PERIODS.get(sets[at].value or "")


def period_ahead(text: Text, draft: Draft, sets: dict[int, Time], since: int) -> str | None:
    """The period told before an amount, no mark or other number between: ``دخله في اليوم الواحد بما يعادل 5 ملايين``."""
    first = max(draft.segment, since + (since > 0), draft.first - _BEFORE_REACH)  # one right behind a figure is that one's
    at = _nearest(text, draft, sets, first) if draft.type in ("money", "measure") else None
    return None if at is None or "mark" in text.kinds[at : draft.first] else _PERIODS.get(sets[at].value or "")


def _nearest(text: Text, draft: Draft, sets: Container[int], first: int) -> int | None:
    """The nearest period before a number, unless a word joins what stands between to what went before
    (``يجتمعون كل شهر ولديهم 35 مليونا``).
    """
    at = next((i for i in range(draft.first - 1, first - 1, -1) if i in sets), None)
    return None if at is None or any(form[0] in _JOINED for form in text.forms[at + 1 : draft.first + 1]) else at


def _is_done_each(text: Text, at: int, draft: Draft) -> bool:
    """Whether a verb stands right before an adverb of period, or past its subject, and nothing parts it from the number."""
    between = text.words[at + 1 : draft.first]
    if "mark" in text.kinds[at : draft.first] or any(is_present(word) for word in text.words[at + 1 : draft.first - 2]):
        return False
    if any("complementizer" in word.entries and word.form.startswith("و") for word in between):
        return False  # يموت 23 يوميا وأن 400 أصيبوا
    return any(
        is_present(word) or "past" in {hit.tag for hit in word.entries.values()}
        for word in text.words[max(draft.sentence[0], at - _DOER_REACH) : at]
    )


def _is_means(word: Word) -> bool:
    """Whether a word is one for what somebody has or takes in, or for a mean."""
    return "fund_noun" in word.entries or "mean_noun" in word.entries


def carry_period(draft: Draft, period: str) -> None:
    """Write the period into the unit (UCUM); a yearly sum of money stays in its currency, as budgets are told."""
    if draft.unit is None:
        draft.unit = period
    elif draft.unit.startswith("[") or (draft.unit.isupper() and period != "/a"):
        draft.unit += period


def settle_barrels(drafts: Sequence[Draft]) -> None:
    """An output told once as barrels a day is meant so throughout the article."""
    daily = {unit for unit in set(map(_UNIT, drafts)) if unit and unit.startswith("[bbl") and "/" in unit}
    if len(daily) == 1:
        rate = daily.pop()
        for draft in drafts:
            if draft.unit == rate.partition("/")[0]:
                draft.unit = rate
