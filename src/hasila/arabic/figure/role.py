"""The part that a figure plays: a total, an increment, a part, a rate, a target or a forecast."""

from collections.abc import Mapping, Sequence

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.reach import last_in
from hasila.records import Role, Statement, Time
from hasila.text import Found, Text

_REACH = 10
_BREAKS = frozenset('،؛:«"')
_BACK_TO_WHOLE = ("ها", "هم", "هما", "هن")
_QAD = frozenset(("قد", "وقد", "فقد"))
_MAY = 5
_WANTED = ("مطلوبه", "المطلوبه", "مطلوب", "المطلوب", "مستهدفه", "المستهدفه", "متفق")
_SCORED = frozenset(("سجل", "سجلت", "وسجل", "احرز", "احرزت", "واحرز", "ادرك", "هز"))
# A number right behind one of these comes on top of one told before.
_MORE = ("زياده", "بزياده", "اضافه", "باضافه")
_HUMAN = ("victim", "civilian", "fighter", "soldier")
# UCUM units of the periods that a rate is told in.
_PERIODS = {"PT1H": "/h", "P1D": "/d", "P1W": "/wk", "P1M": "/mo", "P1Y": "/a"}


def settle_roles(text: Text, drafts: Sequence[Draft], times: Sequence[Time], owner: Sequence[int], statements: Sequence[Statement]) -> None:
    """Give each draft its role; a part opens a run of parts that lasts to the end of its enumeration."""
    sets = {text.token_at(t.start): t for t in times if t.type == "SET"}
    openers, others, foretold = text.found("part_opener"), text.found("other_ones"), _foretold(text)
    whole: Draft | None = None
    part: Draft | None = None
    human: Draft | None = None
    for draft in drafts:
        rate = _period(text, draft, sets) if sets else None
        if rate:
            draft.role = "rate"
            _carry_period(draft, rate)
        elif _opens_part(text, draft, openers) or (part is not None and _continues(text, part, draft)):
            draft.role, part = "part", draft
            of = human if text.forms[draft.first - 1].endswith(("هم", "هن")) else whole
            draft.whole = of if of is not None and of.sentence == draft.sentence else None
            continue
        else:
            told = owner[draft.first]
            is_predicted = told >= 0 and statements[told].type == "predict"
            is_other = draft.end in others or draft.last in others or (draft.unit is None and text.forms[draft.first - 1] in _MORE)
            draft.role = "increment" if is_other else _foretold_role(text, draft, foretold) or ("forecast" if is_predicted else "total")
        whole, part = draft, None
        human = draft if _is_human(text, draft) else human


def _is_human(text: Text, draft: Draft) -> bool:
    """Whether people are counted, for all that is known: ``هم`` points back to them."""
    if draft.unit is not None or draft.noun is None:
        return draft.unit is None
    hit = text.words[draft.noun].entries.get("counted_noun")
    return hit is None or hit.value in _HUMAN


def _foretold_role(text: Text, draft: Draft, foretold: tuple[list[int], dict[int, Role]]) -> Role | None:
    """Target or forecast by a word before it, or by قد with a verb in the present beside it (Wright II, § 184: perhaps)."""
    forms, behind = text.forms, draft.end
    start = max(draft.sentence[0], draft.first - _MAY)
    if (forms[behind] in _QAD and _perhaps(forms, behind)) or (
        not _QAD.isdisjoint(forms[start : draft.first]) and _may_be(forms, start, draft.first)
    ):
        return "forecast"
    if forms[behind] in _WANTED and draft.unit != "%":
        return "target"
    tokens, roles = foretold
    if not tokens or tokens[0] >= draft.first:
        return None
    at = last_in(tokens, max(draft.sentence[0], draft.first - _REACH), draft.first)
    if at is not None and _BREAKS.isdisjoint(forms[at : draft.first]) and not _hits(forms, at, draft.first):
        return roles[at]
    return None


def _perhaps(forms: Sequence[str], i: int) -> bool:
    """Whether قد stands at ``i`` before a form that begins as verbs in the present do."""
    return forms[i] in _QAD and forms[i + 1][:1] in ("ي", "ت")


def _may_be(forms: Sequence[str], start: int, first: int) -> bool:
    """Whether قد with a verb in the present stands before a number, no pause between."""
    at = next(j for j in range(first - 1, start - 1, -1) if forms[j] in _QAD)
    return _perhaps(forms, at) and _BREAKS.isdisjoint(forms[at:first])


def _hits(forms: Sequence[str], at: int, first: int) -> bool:
    """Whether a word of aim is of what is shot at: ``تستهدف 12 موقعا``, ``سجل الهدف أمام 40 ألف متفرج``."""
    return (at == first - 1 and forms[at].endswith("ستهدف")) or forms[at - 1] in _SCORED


def _foretold(text: Text) -> tuple[list[int], dict[int, Role]]:
    """The words of a text, in order and with their roles, that say of the number behind them that it is aimed at or forecast."""
    roles: dict[int, Role] = {}
    for cls in ("bound_verb", "total_verb"):
        for i in text.where(cls):
            hit = text.words[i].entries.get("bound_verb") or text.words[i].entries.get("total_verb")
            if hit and hit.clitics.endswith("س"):
                roles[i] = "forecast"
    roles.update((i, "forecast") for i in text.where("forecast_verb") if "forecast_verb" in text.words[i].entries)
    roles.update((i, "forecast") for i in text.where("forecast_word"))
    roles.update((i, "target") for i in text.where("aim_word"))
    return sorted(roles), roles


def _opens_part(text: Text, draft: Draft, openers: Mapping[int, Found]) -> bool:
    """``بينهم 28 مدنيا``, ``منها 3262 مبنى``, ``57 منها``, ``نصفهم``, ``12 من أصل 80``: what points to a whole."""
    if draft.type == "fraction" and any(form.endswith(_BACK_TO_WHOLE) for form in text.forms[draft.first : draft.last]):
        return True
    if openers:
        for j in (draft.first - 1, draft.first - 2):
            if j in openers and openers[j].stop in (draft.first, draft.first - 1):
                return True
    behind = text.forms[draft.end]
    if behind == "من" and text.has(draft.end + 1, "whole_head") and text.kind(draft.end + 2) == "digits":
        return True
    return behind in ("منها", "منهم", "منهن") and not text.glued(draft.end)


def _continues(text: Text, before: Draft, draft: Draft) -> bool:
    """A figure joined to a part by و or a comma, with no verb or full stop between, is a part too."""
    if before.sentence != draft.sentence or draft.first - before.end > 4:
        return False
    first, last = before.end, draft.first
    joined = text.stored[draft.start - 1 : draft.start] == "و" or any(form in ("و", "،") for form in text.forms[first:last])
    return joined and not any(hit.tag in ("past", "present") for word in text.words[first:last] for hit in word.entries.values())


def _period(text: Text, draft: Draft, sets: dict[int, Time]) -> str | None:
    """The period of a rate told right behind the figure (``1000 مقاتل شهريا``)."""
    for i in range(draft.end, min(draft.end + 4, draft.sentence[1])):
        if i in sets:
            return _PERIODS.get(sets[i].value or "")
        if text.kinds[i] == "mark" and text.forms[i] not in '»"':
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
