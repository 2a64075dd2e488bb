"""Stated aims: how far each reaches, whose it is, and the lines it belongs to."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress
from operator import attrgetter

from hasila.arabic.judgement.action import clitics_of, is_action, joins
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.holder import find_holder
from hasila.arabic.judgement.line import choose_lines, find_lines, lines_of_aim
from hasila.arabic.judgement.listing import find_told
from hasila.arabic.judgement.sign import FINITE, LEADS, PARTICIPLE, SIGNS, VERBAL
from hasila.arabic.judgement.told import Told
from hasila.arabic.speech.excerpt import begin
from hasila.records import Objective, Time
from hasila.text import Known, analyse, first_in
from hasila.text.mark import DASHES

_start = attrgetter("start")
_NO_SEEKERS = frozenset(("ساعه", "الساعه", "الماضي", "الماضيه", "الماضيين"))
_STRUCK = ("target", "vehicle")
_NEAR_BY, _CLOSE_TO = frozenset(("قرب", "بقرب", "بجوار", "حول")), ["بالقرب", "من"]
_JOINING, _JOINED = ("انضمام", "التحاق"), 4
_SCARE = 3
_LONG = 45
_QUOTED = 8
_GLOSS = 6
_MEETS = frozenset(
    (
        *("تواجه", "يواجه", "واجه", "واجهت", "تعترض", "يعترض", "اعترضت", "اعترض", "لقي", "لقيت", "تلقي", "يلقي", "تثير", "يثير", "اثار"),
        *("اثارت", "صادف", "صادفت", "تصادف", "يصادف", "تكتنف", "يكتنف", "وتواجه", "ويواجه", "وواجهت", "ولقيت", "ولقي", "واثارت", "وتثير"),
    )
)
_BARE = ("ات", "ا", "يل")  # تحديات, ترحيبا, عراقيل
_STAGE = ("بعد", "قبل")
_BRACKETS = frozenset("()")
_POINTING = frozenset(("وهذا", "وهذه", "وهو", "وهي", "وهم", "وهناك", "وثمه"))
_LEAST = 4
_AGAIN = frozenset(("والي", "وعلي"))
_DANGLING = frozenset(("علي", "الي", "ثم", "وعلي", "والي", "وثم", "،"))
_CLOSING = frozenset(("»", "”", '"'))
_ENDING = frozenset(("؛", ":", "(", ")", "،", ","))
_OPENING = frozenset(("turn", "clause_opener"))
_SO = frozenset(("فقد", "فان", "فانه", "فانها", "فانهم", "فلم", "فلن"))
_CONCERNING = frozenset(("بشان", "حول", "بخصوص", "ازاء", "حيال"))


def find_aims(ground: Ground, times: Sequence[Time]) -> list[Objective]:
    """Every stated aim of a text, in order; of two that overlap the one told first."""
    text, forms, named = ground.text, ground.text.forms, ground.text.where("aim_told")
    found: list[Objective] = []
    covered = 0
    for aim in find_told(ground):
        row = ground.statement(aim.marker)
        if aim.first < covered or (row is not None and row[2].type == "deny") or _is_none(ground, aim):
            continue
        for first, last in aim.pieces or _pieces(ground, aim):
            skip = aim.skip if first == aim.first else _clitics(ground, first)
            while last > first and forms[last - 1] in _DANGLING:
                last -= 1
            first, last = ground.trimmed(first, last)
            bare = last - first == 1 and not aim.pieces and not forms[first].startswith("ال")
            if first >= last or bare or (named and first_in(named, first, last) is not None):
                continue
            skip -= skip > 0 and forms[first][skip - 1 : skip + 1] == "لل"  # للسيطرة: its second ل is the article's
            first -= not skip and _quoted(ground, first, last)
            covered = covered if covered > last else last
            holder = find_holder(ground, aim)
            start, end = begin(text, first, skip), text.stored_ends[last - 1]
            due, exact = _due(times, start, end), text.folded.stored[start:end]
            found += [
                Objective(start=start, end=end, exact=exact, holder=holder, line=line, time=due)
                for line in lines_of_aim(ground, first, last, point=aim.points)
            ]
    return found


def _is_none(ground: Ground, aim: Told) -> bool:
    """Whether no party is told to be after something: the word is part of an operation's name (``العزم الصلب``), an hour
    (``24 ساعة``, no ``ساعٍ``) or a target's (``موقعين مخصصين لإطلاق كذا``), says where it was (``قرب سد كذا``) or who would join a foe.
    """
    text, at, first = ground.text, aim.marker, aim.first
    forms = text.forms
    named = ground.named.get(at)
    if forms[at] in _NO_SEEKERS:
        return True
    if named is not None and at > named.first and ground.names.type(named) == "operation" and not forms[first].startswith("ل"):
        return True
    before = text.words[at - 1].entries.get("counted_noun") if forms[at].startswith("مخصص") else None
    if (before is not None and before.value in _STRUCK) or forms[first - 1] in _NEAR_BY or forms[first - 2 : first] == _CLOSE_TO:
        return True
    return forms[first].endswith(_JOINING) and ground.foe_within(first + 1, first + _JOINED) is not None


def _clitics(ground: Ground, first: int) -> int:
    """The characters of و, ب or ل before a further part of an aim, which may be any noun."""
    form = ground.text.forms[first]
    done = ground.text.words[first].entries.get("act_masdar")
    joined = form.startswith("وال") and len(form) > 5
    return clitics_of(ground, first) or int(joined or (done is not None and done.pronoun != "" and done.clitics == "و"))


def _due(times: Sequence[Time], start: int, end: int) -> str | None:
    """The value of the first date inside the aim's words."""
    for n in range(bisect_left(times, start, key=_start), len(times)):
        time = times[n]
        if time.end > end:
            return None
        if time.type == "DATE":
            return time.value
    return None


def _quoted(ground: Ground, first: int, last: int) -> bool:
    """Whether the range begins inside a quotation that it closes."""
    forms = ground.text.forms
    if forms[first - 1] == '"' and forms[ground.text.sentence(first)[0] : first].count('"') % 2 == 0:
        return False  # the mark closes what stands before
    return forms[first - 1] in ("«", "“", '"') and not _CLOSING.isdisjoint(forms[first:last])


def _end(ground: Ground, first: int) -> int:
    """Where the aim's phrase ends: at a mark, a verb with و or the opening of another clause."""
    forms, kinds = ground.text.forms, ground.text.kinds
    stop = min(ground.text.sentence(first)[1], first + _LONG)
    depth = 0
    for k in compress(range(first + 1, stop), map(_MAY_END.__getitem__, forms[first + 1 : stop])):
        if kinds[k] == "word":
            if _other_clause(ground, k):
                return k
            continue
        form = forms[k]
        if form in ("»", "”") and depth == 0 and k - first > _SCARE:
            return k
        depth += (form in ("«", "“")) - (form in ("»", "”") and depth > 0)
        if form in ("،", ",") and (forms[k + 1] in _CONCERNING or (depth and not _CLOSING.isdisjoint(forms[k : k + _QUOTED]))):
            continue
        if form in _BRACKETS and _glossed(ground, k, first, stop):
            continue
        if form in _ENDING or form.startswith("..") or _other_clause(ground, k) or (form in DASHES and _ends_aside(ground, k)):
            return k
    if (met := _met_with(ground, first, stop)) is not None:
        return met
    while stop > first + 1 and forms[stop - 1] in (".", "!", "؟", "?", "،"):
        stop -= 1
    return stop


def _met_with(ground: Ground, first: int, stop: int) -> int | None:
    """``تواجه جهود الأمم المتحدة لإحياء السلام في اليمن تحديات``: where what the effort met with begins, bare behind a definite noun."""
    forms = ground.text.forms
    if _MEETS.isdisjoint(forms[ground.left(first) : first]):
        return None
    for k in range(first + 2, stop):
        if (k - 1 in ground.named or forms[k - 1].startswith("ال")) and k not in ground.named and _MET_WITH[forms[k]]:
            return k
    return None


@Known
def _MET_WITH(form: str) -> bool:
    """Whether a form may be a bare noun for what an effort met with."""
    return form.endswith(_BARE) and not form.startswith(("ال", "لل", "و", "ب")) and "function" not in analyse(form).entries


@Known
def _MAY_END(form: str) -> bool:
    """Whether an aim's phrase may end before a form: no word, و with a verb, or what may open another clause."""
    word = analyse(form)
    return (
        word.kind != "word"
        or form in _POINTING
        or "failure_verb" in word.entries
        or SIGNS[form] & (FINITE | PARTICIPLE | VERBAL) > 0
        or form in _SO
        or not _OPENING.isdisjoint(word.classes)
    )


def _glossed(ground: Ground, bracket: int, first: int, stop: int) -> bool:
    """Whether short brackets only gloss a name (``الرقة (شمالي سوريا) والموصل``), so that the phrase goes on behind them."""
    forms, close = ground.text.forms, bracket
    if forms[bracket] == "(":
        close = next((k for k in range(bracket + 1, min(bracket + _GLOSS, stop)) if forms[k] == ")"), bracket)
    opened = "(" in forms[max(first, close - _GLOSS) : close]
    return opened and forms[close] == ")" and forms[close + 1][:1] == "و" and not ground.finite(close + 1)


def _fails(ground: Ground, k: int) -> bool:
    """Whether token ``k`` is what the aim's own bearer is said to be (``الحملة للقضاء على كذا فاشلة في``)."""
    hit = ground.text.words[k].entries.get("failure_verb")
    bare = hit is not None and hit.tag == "participle" and not hit.article and not hit.clitics
    return bare and ground.text.forms[k + 1] in ("في", "عن")


def _ends_aside(ground: Ground, dash: int) -> bool:
    """Whether a dash closes an aside that was opened before the aim (``قال - بشأن كذا - إن``)."""
    return dash + 1 in ground.that or dash + 2 in ground.that


@Known
def _MAY_JOIN(form: str) -> bool:
    """Whether a form may be و with a further action."""
    return SIGNS[form] & LEADS > 0 and form[:1] == "و"


def _other_clause(ground: Ground, k: int) -> bool:
    if ground.text.forms[k] in _STAGE and ground.text.forms[k - 1] == "ما":
        return False  # مرحلة ما بعد الحرب
    opener = ground.openers.get(k)
    if ground.text.forms[k] == "ثم" and "act_masdar" in ground.text.words[min(k + 1, len(ground.text.words) - 1)].entries:
        return False
    if ground.text.forms[k] in _POINTING or _fails(ground, k):
        return True
    strong = opener is not None and opener.hit.value != "none" and ground.text.forms[k] not in ("قبل", "حيث")
    saying = SIGNS[ground.text.forms[k]] & PARTICIPLE > 0
    return strong or saying or k in ground.turns or (ground.finite(k) and not is_action(ground, k)) or _main_verb(ground, k)


def _main_verb(ground: Ground, k: int) -> bool:
    """Whether the verb of the clause follows whose subject the aim is part of: no relative clause begins bare after a definite noun."""
    text = ground.text
    if text.forms[k] in _SO:
        return True
    flags = SIGNS[text.forms[k]]
    entries = text.words[k].entries
    if not flags & VERBAL or flags & LEADS or k in ground.named or "function" in entries or text.has(k, "aim_means"):
        return False
    if not any(hit.tag == "past" for hit in entries.values()):
        return False  # جعل الشركاء يساهمون
    before = k - 1 - (text.kinds[k - 1] == "mark")
    definite = before in ground.named or (text.forms[before].startswith("ال") and len(text.forms[before]) > _LEAST)
    return definite and not text.has(before, "relative")


def _pieces(ground: Ground, aim: Told) -> list[tuple[int, int]]:
    """The aim, cut at commas and و before further actions where these belong to other lines (points: always)."""
    forms = ground.text.forms
    parts = [(aim.first, _end(ground, aim.first))]
    while forms[at := _past_gloss(forms, parts[-1][1])] in ("،", "؛") and (further := _further(ground, at + 1)) is not None:
        parts.append((further, _end(ground, further)))
    cuts = [first for first, _ in parts]
    whole: list[tuple[int, int]] = []
    for first, last in parts:
        joined = compress(range(first + 1, last), map(_MAY_JOIN.__getitem__, forms[first + 1 : last]))
        told_again = range(first + 1, last - 1) if not _AGAIN.isdisjoint(forms[first:last]) else ()
        again = [k + 1 for k in told_again if forms[k] in _AGAIN and is_action(ground, k + 1)]
        if forms[first][:1] in ("ل", "و"):
            again += [k for k in range(first + 1, last - 1) if forms[k].startswith("ول") and is_action(ground, k, "ل")]
        starts = sorted([first, *again, *[k for k in joined if joins(ground, k)]])
        fresh = {*cuts, *again}
        for start, stop in zip(starts, [*starts[1:], last], strict=True):
            shared = bool(whole) and whole[-1][1] == start == whole[-1][0] + 1  # إضعاف وهزيمة التنظيم
            if shared or (whole and start not in fresh and not aim.points and not _differs(ground, whole[-1], (start, stop))):
                whole[-1] = (whole[-1][0], stop)
            else:
                whole.append((start, stop))
    return whole


def _past_gloss(forms: list[str], k: int) -> int:
    """The token behind short brackets at token ``k``, or that token."""
    if forms[k] != "(" or ")" not in forms[k + 1 : k + _GLOSS]:
        return k
    return forms.index(")", k + 1) + 1


def _further(ground: Ground, k: int) -> int | None:
    """Where a further aim begins after a comma, with the first one's preposition told again, ``فضلا عن``, or neither."""
    besides = ground.text.find(k, "besides")
    if besides is not None:
        k = besides.stop
    elif ground.text.forms[k].removeprefix("و") in ("علي", "الي", "ثم") or (ground.text.forms[k] == "مع" and is_action(ground, k + 1)):
        k += 1
    return k if any(is_action(ground, k, clitic, shaped=True) for clitic in ("", "ب", "ل")) else None


def _differs(ground: Ground, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two joined actions belong to different lines."""
    lines, others = find_lines(ground, *one), find_lines(ground, *other)
    return bool(lines and others) and not set(choose_lines(ground, *one)) & set(choose_lines(ground, *other))
