"""The part that a figure plays: a total, an increment, a part, a rate, a target or a forecast."""

from bisect import bisect_left
from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.reach import ends_of_phrases, last_in
from hasila.records import Role, Statement, Time
from hasila.text import Known, Text, Word, analyse

_REACH = 10
_BREAKS = frozenset('،؛:«"')
_BACK_TO_WHOLE = ("ها", "هم", "هما", "هن")
_QAD = frozenset(("قد", "وقد", "فقد"))
_MAY = 5
_PERIOD_REACH = 4
_WANTED = ("مطلوبه", "المطلوبه", "مطلوب", "المطلوب", "مستهدفه", "المستهدفه", "متفق")
_SCORED = frozenset(("سجل", "سجلت", "وسجل", "احرز", "احرزت", "واحرز", "ادرك", "هز"))
_OF_THEM = frozenset(("منهم", "منها", "منهن", "منهما"))
_RELATIVES = frozenset(("من", "ما", "الذين", "الذي", "التي", "اللواتي", "اللاتي", "اللذين", "اللتين"))
_THAT = frozenset(("ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "بانهم", "فيما", "بينما", "لكن"))
_FINITE = frozenset(("past", "present"))
# A number right behind one of these comes on top of one told before.
_MORE = ("زياده", "بزياده", "اضافه", "باضافه")
_HINTS = frozenset(("other_ones", "part_opener"))
_HUMAN = ("victim", "civilian", "fighter", "soldier")
# UCUM units of the periods that a rate is told in.
_PERIODS = {"PT1H": "/h", "P1D": "/d", "P1W": "/wk", "P1M": "/mo", "P1Y": "/a"}


def settle_roles(text: Text, drafts: Sequence[Draft], times: Sequence[Time], told: Sequence[Statement | None]) -> None:
    """Give each draft its role; a part opens a run of parts that lasts to the end of its enumeration.

    ``told`` is the statement that each stands in. Where no word that tells roles is within reach there is nothing to ask.
    """
    sets = {text.token_at(t.start): t for t in times if t.type == "SET"}
    hints = text.where(_tells_role)
    telling = frozenset((*hints, *sets))
    forms = text.forms
    part: Draft | None = None
    for n, draft in enumerate(drafts):
        behind = draft.end
        is_told = not telling.isdisjoint(range(draft.first - _REACH, behind + _PERIOD_REACH))
        if not is_told and part is None and draft.type != "fraction" and forms[behind] != "من":  # نصفهم, 12 من أصل 80
            draft.role = _plain_role(told[n])
            continue
        rate = _period(text, draft, sets) if sets else None
        if rate:
            draft.role, part = "rate", None
            _carry_period(draft, rate)
        elif _opens_part(text, drafts, n) or (part is not None and _continues(text, part, draft)):
            draft.role, part = "part", draft
            draft.whole = _whole(text, drafts[:n], draft)
        else:
            draft.role, part = _role(text, draft, hints) or _plain_role(told[n]), None


def _plain_role(told: Statement | None) -> Role:
    return "forecast" if told is not None and told.type == "predict" else "total"


def _tells_role(word: Word) -> bool:
    """Whether a word may have to do with the role of the figures beside it."""
    form = word.form
    if form in _QAD or form in _WANTED or form in _MORE or _FORETOLD[form] is not None:
        return True
    return not _HINTS.isdisjoint(word.entries) or form in ends_of_phrases("part_opener")


def _whole(text: Text, before: Sequence[Draft], draft: Draft) -> Draft | None:
    """The figure of its sentence that a part is of: the last that is no part itself, for ``هم`` the last of people."""
    of_people = text.forms[draft.first - 1].endswith(("هم", "هن"))
    for whole in reversed(before):
        if whole.sentence != draft.sentence:
            break
        if whole.role != "part" and (not of_people or _is_human(text, whole)):
            return whole
    return None


def _is_human(text: Text, draft: Draft) -> bool:
    """Whether people are counted, for all that is known: ``هم`` points back to them."""
    if draft.unit is not None or draft.noun is None:
        return draft.unit is None
    hit = text.words[draft.noun].entries.get("counted_noun")
    return hit is None or hit.value in _HUMAN


def _role(text: Text, draft: Draft, hints: Sequence[int]) -> Role | None:
    """Increment, target or forecast, where a word beside the figure says so."""
    others = text.found("other_ones")
    if draft.end in others or draft.last in others or (draft.unit is None and text.forms[draft.first - 1] in _MORE):
        return "increment"
    return _foretold_role(text, draft, hints)


def _foretold_role(text: Text, draft: Draft, hints: Sequence[int]) -> Role | None:
    """Target or forecast by a word before it, or by قد with a verb in the present beside it (Wright II, § 184: perhaps)."""
    forms, first, behind = text.forms, draft.first, draft.end
    start = max(draft.sentence[0], first - _MAY)
    if _perhaps(forms, behind) or (not _QAD.isdisjoint(forms[start:first]) and _may_be(forms, start, first)):
        return "forecast"
    if forms[behind] in _WANTED and draft.unit != "%":
        return "target"
    start = max(draft.sentence[0], first - _REACH)
    for at in reversed(hints[bisect_left(hints, start) : bisect_left(hints, first)]):
        role = _FORETOLD[forms[at]]
        if role is not None:
            return role if _BREAKS.isdisjoint(forms[at:first]) and not _hits(forms, at, first) else None
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


@Known
def _FORETOLD(form: str) -> Role | None:
    """What a word says of the number behind it: that it is aimed at or forecast."""
    entries = analyse(form).entries
    if "aim_word" in entries:
        return "target"
    hit = entries.get("bound_verb") or entries.get("total_verb")
    is_future = hit is not None and hit.clitics.endswith("س")
    return "forecast" if is_future or "forecast_word" in entries or "forecast_verb" in entries else None


def _opens_part(text: Text, drafts: Sequence[Draft], n: int) -> bool:
    """``بينهم 28 مدنيا``, ``منها 3262 مبنى``, ``57 منها``, ``نصفهم``, ``12 من أصل 80``: what points to a whole."""
    draft = drafts[n]
    if draft.type == "fraction" and any(form.endswith(_BACK_TO_WHOLE) for form in text.forms[draft.first : draft.last]):
        return True
    if _is_opened(text, draft):
        return True
    behind = text.forms[draft.end]
    if behind == "من" and text.has(draft.end + 1, "whole_head") and text.kind(draft.end + 2) == "digits":
        return True
    is_whole = n + 1 < len(drafts) and drafts[n + 1].first == draft.end + 1  # 90 غارة منها 40
    return behind in ("منها", "منهم", "منهن") and not text.glued(draft.end) and not is_whole


def _is_opened(text: Text, draft: Draft) -> bool:
    """Whether a word of parts leads to the number: right before it, or with no more than its clause's verb's phrase between
    (``عاد منهم إلى القرية 40``). In a relative clause it is that clause's own (``عدد من بقوا منهم يبلغ 40``).
    """
    openers, last = text.found("part_opener"), draft.first
    if not openers:
        return False
    at = last_in(text.where("part_opener"), max(draft.clause[0], last - _REACH), last)
    if at is None or _in_relative(text, at):
        return False
    stop = openers[at].stop
    if stop >= last - 1:
        return True
    return text.forms[at] in _OF_THEM and _is_finite(text, at - 1) and not any(_is_finite(text, i) for i in range(stop, last))


def _in_relative(text: Text, at: int) -> bool:
    """Whether a relative pronoun and its verb stand right before a token."""
    return text.forms[at - 2] in _RELATIVES and (_is_finite(text, at - 1) or not text.forms[at - 1].startswith("ال"))


def _is_finite(text: Text, i: int) -> bool:
    """Whether a listed verb in the past or the present stands at a token."""
    return any(hit.tag in _FINITE for hit in text.words[i].entries.values())


def _continues(text: Text, before: Draft, draft: Draft) -> bool:
    """A figure joined to a part by و or a comma, with no verb or full stop between, is a part too."""
    if before.sentence != draft.sentence or draft.first - before.end > 4:
        return False
    first, last = before.end, draft.first
    joined = text.stored[draft.start - 1 : draft.start] == "و" or any(form in ("و", "،") for form in text.forms[first:last])
    if not joined or any(form.removeprefix("و") in _THAT for form in text.forms[first:last]):
        return False
    return not any(_is_finite(text, i) for i in range(first, last))


def _period(text: Text, draft: Draft, sets: dict[int, Time]) -> str | None:
    """The period of a rate told right behind the figure (``1000 مقاتل شهريا``)."""
    for i in range(draft.end, min(draft.end + _PERIOD_REACH, draft.sentence[1])):
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
