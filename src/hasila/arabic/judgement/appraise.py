"""How the appraising words of a clause judge, where its voice makes it a judgement (see :mod:`stance`)."""

from bisect import bisect_left

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.measure import number_in
from hasila.arabic.judgement.polarity import unreal
from hasila.arabic.judgement.sign import AHEAD, SIGNS
from hasila.arabic.judgement.word import NOT_YET
from hasila.arabic.speech.listed import listed
from hasila.records import Verdict
from hasila.text import Known, analyse, last_in

_outdone = listed("outdone")
_persisting = listed("persisting")

_FLIPPED: dict[Verdict, Verdict] = {"met": "not_met", "not_met": "met", "partly_met": "not_met"}
_JUDGED = frozenset(("aim_noun", "effort_noun", "worth"))
_ONLY = frozenset(("فقط", "وحسب", "فحسب"))
_LEAST = 3
_NEED = frozenset(("حاجه", "داع", "ضروره", "مانع", "شك", "سرا", "سر", "صدفه"))
_IN_SPITE, _LEADING = frozenset(("رغم", "برغم", "بالرغم", "ورغم", "وبرغم", "وبالرغم")), frozenset(("علي", "وعلي", "وقت", "الوقت", "«", '"'))
_MODAL_VERBS = frozenset(
    ("يمكن", "يزال", "تزال", "يجوز", "يعني", "تعني", "يستبعد", "يتوقع", "يريد", "تريد", "يعرف", "يقول", "تقول", "ينفي", "تنفي")
)
_SPOKEN = 8
_WITH_IT = frozenset(("به", "بها", "بهم", "بهما"))
_SUBMITS = frozenset(("تقدم", "تقدمت"))


def weigh_clause(ground: Ground, first: int, last: int, *, wide: bool) -> Verdict | None:
    """How the appraising words of a clause judge together; None where it has none.

    ``wide``: what was not done, and verbs, count too.
    """
    appraising = ground.appraising
    first = _past_concession(ground, first, last)
    place, end = bisect_left(appraising, first), bisect_left(appraising, last)
    if place == end or _ahead(ground.text.forms[first : first + _LEAST if first + _LEAST < last else last]):
        return None
    found = [one for k in appraising[place:end] if (one := _appraised(ground, k, first, wide=wide)) is not None]
    if not found:
        return None
    verdict: Verdict = found[0] if found.count(found[0]) == len(found) else "partly_met"
    forms = ground.text.forms[first:last]
    if verdict != found[-1] and "ثم" in forms:
        verdict = found[-1]
    hedged = verdict == "met" and (not _ONLY.isdisjoint(forms) or ground.listed("hedge", first, last) is not None)
    return "partly_met" if hedged else verdict


def _past_concession(ground: Ground, first: int, last: int) -> int:
    """Where a clause goes on behind what it is told in spite of (``رغم كل الانتكاسات، …``); ``first`` where it begins with none."""
    forms = ground.text.forms
    if forms[first] not in _IN_SPITE and forms[first] not in _LEADING:
        return first
    led = first + (forms[first] in _LEADING and first + 1 < last)
    if forms[led] not in _IN_SPITE or "،" not in forms[led:last]:
        return first
    comma = forms.index("،", led)
    return comma + 1 if last - comma > _LEAST else first


def _ahead(forms: list[str]) -> bool:
    """Whether one of the forms tells what is to come."""
    return any(map(AHEAD.__and__, map(SIGNS.__getitem__, forms)))


def attempted(ground: Ground, first: int, last: int) -> bool:
    """Whether a plan, an effort, an aim or a result is named in the range: what can be judged at all."""
    return any(map(_ATTEMPTED.__getitem__, ground.text.forms[first:last]))


@Known
def _ATTEMPTED(form: str) -> bool:
    """Whether a form names what can be judged."""
    if not form:
        return False
    entries = analyse(form).entries
    hit = entries.get("undertaking")
    return not _JUDGED.isdisjoint(entries) or (hit is not None and hit.value not in ("body", "whose"))


def _appraised(ground: Ground, k: int, first: int, *, wide: bool) -> Verdict | None:
    text = ground.text
    short = ground.short_of.get(k)
    if short is not None:
        return short.hit.value  # type: ignore[no-any-return]
    entries = text.words[k].entries
    hit = entries.get("appraisal") or (entries.get("appraisal_noun") if wide else None)
    if _outdone[text.forms[k - 1]] and text.has(k - 1, "outdone"):
        return None  # what another could not do
    if text.forms[k] in _SUBMITS and _SUBMITTED[text.forms[k + 1]]:
        hit = None  # تقدم بخطة
    if hit is not None and not unreal(ground, k, hit) and not hit.clitics.endswith("ل"):
        value: Verdict = hit.value
        return _FLIPPED[value] if _undone(ground, k, first) else value
    verb = entries.get("appraise_verb")
    masdar = verb is not None and verb.tag == "past" and "act_masdar" in entries and _as_noun(ground, k)
    if (
        verb is not None
        and verb.tag in ("past", "present")
        and not masdar
        and not verb.clitics.endswith("س")
        and not unreal(ground, k, verb)
    ):
        return _by_verb(ground, k, first, verb.value, wide=wide)
    return _missing(ground, k, first) if wide else None


@Known
def _SUBMITTED(form: str) -> bool:
    """Whether a form behind a verb of submitting is what is submitted."""
    return form in _WITH_IT or (form != "" and any(hit.clitics == "ب" for hit in analyse(form).entries.values()))


def _as_noun(ground: Ground, k: int) -> bool:
    """Whether a form that is both a past verb and a masdar stands where a noun does: joined, or after a preposition."""
    text = ground.text
    return text.forms[k][:1] in ("و", "ل", "ب") or text.forms[k - 1] in ("في", "من", "علي", "الي", "عن", "اجل", "بعد", "قبل")


def _missing(ground: Ground, k: int, first: int) -> Verdict | None:
    """What is not done (``لم يربح``, ``لا تصل``) or not there (``لا خطة``), in the mouth of who judges."""
    text = ground.text
    if k + 1 >= len(text.words):
        return None
    form, after = text.forms[k].removeprefix("و").removeprefix("ف"), text.words[k + 1].entries
    if form in ("لم", "لما") and "silent_verb" not in after and not text.forms[k - 1].removeprefix("و").startswith("لولا"):
        able = "able_verb" in after or text.forms[k + 1] in ("يعد", "تعد", "ينجح")
        return "met" if able and _foe_leads(ground, k, first) else "not_met"
    if form in ("ليس", "ليست", "ليسوا") and "بل" in text.forms[k + 1 : k + 1 + _SPOKEN]:
        return None
    if form in ("ليس", "ليست") and not _NEED.isdisjoint(text.forms[k + 1 : k + 1 + _LEAST]):
        return None  # ليست هناك حاجة
    if form in ("ليس", "ليست", "ليسوا") and text.forms[k + 1] not in ("فقط", "وحده", "وحدها"):
        return "met" if _foe_leads(ground, k, first) else "not_met"
    if form == "لا" and (_denied(ground, k, first) or (k <= first + 1 and _no_such(ground, k))):
        return "not_met"
    if form == "لا" and ("silent_verb" in after or text.forms[k + 1][:1] in ("ن", "ا")):
        return None
    if form == "لا" and ground.listed("restricted", k + 2, k + 4) is not None:
        return "not_met"
    if form == "لا" and not text.forms[k - 1].endswith("ما") and ("due_verb" in after or "absent_noun" in after or "achieve_verb" in after):
        return "not_met"
    if (
        _persisting[ground.text.forms[k]]
        and ground.text.has(k, "persisting")
        and (_foe_leads(ground, k, first) or ground.foe_within(k, k + 4) is not None)
    ):
        return "not_met"
    return None


def _denied(ground: Ground, k: int, first: int) -> bool:
    """``تركيا لا تضبط حدودها``: what a party named before does not do."""
    after = ground.text.forms[k + 1]
    verb = after[:1] in ("ي", "ت") and len(after) > _LEAST and after not in _MODAL_VERBS
    return verb and ground.party(max(first, k - _SPOKEN), k) and not _foe_leads(ground, k, first)


def _no_such(ground: Ground, k: int) -> bool:
    """``لا غرفة عمليات واحدة``: at the head of a clause, what is not there."""
    after = ground.text.forms[k + 1]
    return (
        ground.text.kinds[k + 1] == "word"
        and after[:1] not in ("ي", "ت", "ن", "ا")
        and after not in ("شك", "بد", "سيما", "بل", "جدال", "خلاف")
    )


def _by_verb(ground: Ground, k: int, first: int, value: str, *, wide: bool) -> Verdict | None:
    foe = _foe_leads(ground, k, first)
    undone = ground.text.forms[k - 1] in NOT_YET
    if undone or ("exceed_verb" in ground.text.words[k].entries and number_in(ground, k + 1, k + _LEAST) is not None):
        return None
    if value in ("foe_down", "foe_up"):
        if not foe:
            return None
        return "met" if value == "foe_down" else "not_met"
    if not wide:
        return None
    lost = value == "not_met" and foe and ground.is_foe(k + 1)  # خسر التنظيم
    struck = not lost and ground.foe_within(k + 1, k + _LEAST) is not None
    if struck and not foe:
        return "met"
    if foe and not struck:
        return "met" if value == "not_met" else "not_met"
    return "met" if value == "met" else "not_met"


def _undone(ground: Ground, k: int, first: int) -> bool:
    near, forms = max(first, k - 3), ground.text.forms
    undone = ground.listed("undone", near, k)
    while undone is not None and forms[undone] == "ما":
        undone = ground.listed("undone", undone + 1, k)
    return undone is not None and ground.listed("restricted", near, k) is None


def _foe_leads(ground: Ground, k: int, first: int) -> bool:
    """Whether those who are fought are the subject of token ``k``: named nearest before it, or right after."""
    begin = first if first > k - _SPOKEN else k - _SPOKEN
    foe, party = last_in(ground.camps.foes, begin, k), ground.camps.subject(begin, k)
    if foe is None and party is None:
        return ground.is_foe(k + 1)
    return foe is not None and (party is None or foe >= party)
