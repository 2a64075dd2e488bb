"""The part that a figure plays: a total, an increment, a part, a rate, a target or a forecast."""

from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft
from hasila.records import Role, Statement, Time
from hasila.text import Text

_REACH = 10
_HUMAN = ("victim", "civilian", "fighter", "soldier")
# UCUM units of the periods that a rate is told in.
_PERIODS = {"PT1H": "/h", "P1D": "/d", "P1W": "/wk", "P1M": "/mo", "P1Y": "/a"}


def settle_roles(text: Text, drafts: Sequence[Draft], times: Sequence[Time], owner: Sequence[int], statements: Sequence[Statement]) -> None:
    """Give each draft its role; a part opens a run of parts that lasts to the end of its enumeration."""
    sets = {text.token_at(t.start): t for t in times if t.type == "SET"}
    whole: Draft | None = None
    part: Draft | None = None
    human: Draft | None = None
    for draft in drafts:
        rate = _period(text, draft, sets)
        if rate:
            draft.role = "rate"
            _carry_period(draft, rate)
        elif _opens_part(text, draft) or (part is not None and _continues(text, part, draft)):
            draft.role, part = "part", draft
            of = human if text.form(draft.first - 1).endswith(("هم", "هن")) else whole
            draft.whole = of if of is not None and text.sentence(of.first) == text.sentence(draft.first) else None
            continue
        else:
            kind = owner[draft.first]
            draft.role = _role_of(text, draft, statements[kind] if kind >= 0 else None)
        whole, part = draft, None
        human = draft if _is_human(text, draft) else human


def _is_human(text: Text, draft: Draft) -> bool:
    """Whether people are counted, for all that is known: ``هم`` points back to them."""
    hit = text.words[draft.noun].entries.get("counted_noun") if draft.noun is not None else None
    return draft.unit is None and (hit is None or hit.value in _HUMAN)


def _role_of(text: Text, draft: Draft, statement: Statement | None) -> Role:
    """Increment, target or forecast by the words around; else a total."""
    start, _ = text.sentence(draft.first)
    if text.has(draft.end, "other_ones") or text.has(draft.last, "other_ones"):
        return "increment"
    for i in range(draft.first - 1, max(start, draft.first - _REACH) - 1, -1):
        if text.form(i) in ("،", "؛", ":", "«", '"'):
            break
        if text.has(i, "aim_word"):
            return "target"
        if text.has(i, "forecast_word") or "forecast_verb" in text.words[i].entries:
            return "forecast"
        hit = text.words[i].entries.get("bound_verb") or text.words[i].entries.get("total_verb")
        if hit and hit.clitics.endswith("س"):
            return "forecast"
    if statement is not None and statement.type == "predict":
        return "forecast"
    return "total"


def _opens_part(text: Text, draft: Draft) -> bool:
    """``بينهم 28 مدنيا``, ``منها 3262 مبنى``, ``57 منها``, ``نصفهم``, ``12 من أصل 80``: what points to a whole."""
    if draft.type == "fraction" and any(text.form(i).endswith(("ها", "هم", "هما", "هن")) for i in range(draft.first, draft.last)):
        return True
    for j in (draft.first - 1, draft.first - 2):
        found = text.find(j, "part_opener")
        if found and found.stop in (draft.first, draft.first - 1):
            return True
    if text.form(draft.end) == "من" and text.has(draft.end + 1, "whole_head") and text.kind(draft.end + 2) == "digits":
        return True
    return text.form(draft.end) in ("منها", "منهم", "منهن") and not text.glued(draft.end)


def _continues(text: Text, before: Draft, draft: Draft) -> bool:
    """A figure joined to a part by و or a comma, with no verb or full stop between, is a part too."""
    if text.sentence(before.first) != text.sentence(draft.first) or draft.first - before.end > 4:
        return False
    between = range(before.end, draft.first)
    joined = text.stored[draft.start - 1 : draft.start] == "و" or any(text.form(i) in ("و", "،") for i in between)
    return joined and not any(hit.tag in ("past", "present") for i in between for hit in text.words[i].entries.values())


def _period(text: Text, draft: Draft, sets: dict[int, Time]) -> str | None:
    """The period of a rate told right behind the figure (``1000 مقاتل شهريا``)."""
    end = text.sentence(draft.first)[1]
    for i in range(draft.end, min(draft.end + 4, end)):
        if i in sets:
            return _PERIODS.get(sets[i].value or "")
        if text.kind(i) == "mark" and text.form(i) not in '»"':
            return None
    return None


def _carry_period(draft: Draft, period: str) -> None:
    """Write the period into the unit (UCUM); a yearly sum of money stays in its currency, as budgets are told."""
    if draft.unit is None:
        draft.unit = period
    elif draft.unit.startswith("[") or (draft.unit.isupper() and period != "/a"):
        draft.unit += period


def settle_barrels(drafts: Sequence[Draft]) -> None:
    """An output told once as barrels a day is meant so throughout the article."""
    daily = {d.unit for d in drafts if d.unit and d.unit.startswith("[bbl") and "/" in d.unit}
    if len(daily) == 1:
        rate = daily.pop()
        for draft in drafts:
            if draft.unit == rate.partition("/")[0]:
                draft.unit = rate
