"""Where aims are listed: a plan's points, a meeting's agenda; and every place where an aim is told."""

from collections.abc import Iterator
from itertools import compress

from hasila.arabic.judgement.action import IS, REACH, action, definite, is_action, joins, past_marks, verbal
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.head import HEADS
from hasila.arabic.judgement.intent import INTENTS
from hasila.arabic.judgement.purpose import PURPOSES
from hasila.arabic.judgement.resolve import RESOLVES
from hasila.arabic.judgement.rules import Rules
from hasila.arabic.judgement.sign import COMMA, HALTS, PARTICIPLE, SIGNS, VERBAL
from hasila.arabic.judgement.subject import subject_before
from hasila.arabic.judgement.told import RULES, Told
from hasila.arabic.judgement.word import RELATIVES
from hasila.arabic.speech.listed import listed
from hasila.text import Known, analyse, first_in

_turn = listed("turn")
_adjunct = listed("adjunct")

_BACK = 40
_LEADS = frozenset(
    (":", "هي", "هو", "وهي", "وهو", "هما", "وهما", "تشمل", "يشمل", "تتضمن", "يتضمن", "شملت", "تضمنت", "اولها", "ابرزها", "اهمها", "التاليه")
)
_ORDINAL = frozenset(
    (
        *(
            "اولا",
            "ثانيا",
            "ثالثا",
            "رابعا",
            "خامسا",
            "سادسا",
            "الاول",
            "الثاني",
            "الثالث",
            "الرابع",
            "الخامس",
            "الاخير",
            "اولهما",
            "ثانيهما",
        ),
        *("الاولي", "الثانيه", "الثالثه", "الرابعه", "الخامسه", "الاخيره", "اولها", "ثانيها", "ثالثها", "رابعها", "خامسها", "اخيرا"),
    )
)
_SINGULAR = frozenset(("استراتيجيه", "خطه", "برنامج", "خارطه", "خريطه"))
_PAUSES = frozenset(("،", ",", "علي", "الي", "في"))
_BULLETS = "-–—•*·▪■●"
_LONG = 30
_MANY = 12


def _by_plan(ground: Ground) -> Iterator[Told]:
    """``استراتيجية من ثلاث نقاط: …``, ``أقروا أربعة محاور هي …``: the points, to the list's end."""
    text, forms = ground.text, ground.text.forms
    leads = text.found("list_lead")
    for i in text.where("plan_noun"):
        if "plan_noun" not in text.words[i].entries:
            continue
        for k in range(i + 1, min(text.sentence(i)[1], i + (_MANY if RELATIVES.isdisjoint(forms[i + 1 : i + REACH]) else 2 * REACH))):
            form = forms[k]
            ordered = form == "،" and forms[k + 1] in _ORDINAL
            foremost = leads.get(k) if leads and form != ":" else None
            if foremost is not None:
                k = foremost.stop - 1
            if (form in _LEADS and (form == ":" or not _alone(ground, i))) or ordered or foremost is not None:
                while forms[k + 1] in _LEADS:
                    k += 1
                pieces = _lines(ground, k + 1) or _points(ground, k + 1)
                aim = past_marks(ground, k + 1)
                holder = _planner(ground, i)
                if len(pieces) > 1:
                    yield Told(pieces[0][0], 0, i, holder, points=True, pieces=pieces)
                elif is_action(ground, aim) or definite(ground, aim):
                    yield Told(aim, 0, i, holder, points=True)
                break
            if SIGNS[forms[k]] & VERBAL and form not in IS and k > i + 1 and forms[k - 1] not in RELATIVES:
                break


def _planner(ground: Ground, i: int) -> tuple[int, int] | None:
    """The words after the verb of aiming that governs a plan at ``i``, up to a comma (``يعمل التحالف، وفق البيان، على``)."""
    begin = max(ground.text.sentence(i)[0], i - _MANY)
    verb = ground.word("goal_verb", begin, i)
    if verb is None:
        verb = ground.word("draw_up_verb", begin, i)
    if verb is None:
        return None
    if verb + 1 >= i or "cardinal" in ground.text.word(verb + 1).entries or ground.text.form(verb + 1).startswith("لل"):
        return subject_before(ground, verb)  # حدد للحملة غايتين
    stop = next((k for k in range(verb + 1, i) if ground.text.forms[k] in _PAUSES), i)
    return (verb + 1, stop) if stop > verb + 1 else None


def _alone(ground: Ground, i: int) -> bool:
    """Whether the plan is one thing (``الخطة هي``), not several points."""
    form = ground.text.forms[i]
    return form in _SINGULAR or form.removeprefix("و").removeprefix("ال") in _SINGULAR


@Known
def _PARTS(form: str) -> bool:
    """Whether a form may part the points of a list, or end it: a mark, a turn, و before an action."""
    word = analyse(form)
    return word.kind == "mark" or "turn" in word.classes or form[:1] == "و"


def _points(ground: Ground, first: int) -> tuple[tuple[int, int], ...]:
    """The points of a list, which commas part; و before an action parts them too. Nothing if they are no nouns."""
    text, forms = ground.text, ground.text.forms
    end = min(text.sentence(first)[1], first + _MANY * REACH) if first < len(text.words) else first
    bounds = [first]
    for k in compress(range(first, end), map(_PARTS.__getitem__, forms[first:end])):
        form = forms[k]
        if form in (":", "(", "!") or (form == "." and k + 1 < end) or k in ground.turns or form.startswith(".."):
            end = k
            break
        if form in ("،", ",") and forms[k - 1].removeprefix("و") in _ORDINAL:
            continue
        if form in ("،", "؛", ",", "-", "–", "—") and k > bounds[-1]:
            if _breaks(ground, k + 1):
                end = k
                break
            bounds.append(k + 1)
        elif k > bounds[-1] + 1 and (joins(ground, k) or (form[:1] == "و" and form[1:] in _ORDINAL)):
            bounds.append(k)
    items = [_item(ground, start, stop) for start, stop in zip(bounds, [*bounds[1:], end], strict=True)]
    found = tuple(item for item in items if item is not None)
    acts = [any(action(ground, k, shaped=True) for k in item[:1]) for item in found]
    return found if len(found) == len(items) and (2 * sum(acts) >= len(acts) if acts[0] else 2 * sum(acts) > len(acts) > 2) else ()


def _breaks(ground: Ground, k: int) -> bool:
    """Whether a list ends before token ``k``: another clause opens. ``وكشف`` is taken for the action, not the verb."""
    if joins(ground, k):
        return False
    opener = ground.openers.get(k)
    return (
        verbal(ground, k)
        or SIGNS[ground.text.forms[k]] & PARTICIPLE > 0
        or ground.finite(k)
        or (_turn[ground.text.forms[k]] and ground.text.has(k, "turn"))
        or opener is not None
        or ground.text.forms[k] in ("التي", "الذي")
    )


def _item(ground: Ground, start: int, stop: int) -> tuple[int, int] | None:
    """A point without its number; None if it is no noun phrase."""
    text = ground.text
    while start < stop and (text.kinds[start] in ("mark", "digits") or text.forms[start].removeprefix("و") in _ORDINAL):
        start += 1
    start, stop = ground.trimmed(start, stop)
    if (
        not start < stop <= start + _LONG
        or verbal(ground, start)
        or (_adjunct[ground.text.forms[start]] and ground.text.has(start, "adjunct"))
    ):
        return None
    return start, stop


def _lines(ground: Ground, first: int) -> tuple[tuple[int, int], ...]:
    """The points of a list that stand on lines of their own, behind a bullet or a number."""
    text = ground.text
    found: list[tuple[int, int]] = []
    k = first
    while k in text.lines and len(found) < _MANY and _numbered(ground, k):
        stop = min(text.sentence(k)[1], k + _LONG)
        item = _item(ground, k, stop)
        if item is None:
            break
        found.append(item)
        k = stop
        while k < len(text.words) and k not in text.lines and k < stop + 2:
            k += 1
    return tuple(found)


def _numbered(ground: Ground, k: int) -> bool:
    text = ground.text
    return (text.kinds[k] == "mark" and text.forms[k] in _BULLETS) or text.kinds[k] == "digits" or text.forms[k] in _ORDINAL


def _by_agenda(ground: Ground) -> Iterator[Told]:
    """``سيتناول الاجتماع وضع``, ``تتصدر جدول أعماله محاربة``: a meeting's agenda that is an action."""
    text = ground.text
    for cls in ("agenda_verb", "agenda_noun"):
        for i, found in text.found(cls).items():
            begin, end = text.sentence(i)
            meeting = _meets(ground, begin if begin > i - _BACK else i - _BACK, end if end < i + 8 else i + 8)
            if meeting is None:
                continue
            for k in range(found.stop, end if end < found.stop + 5 else found.stop + 5):
                listed = _points(ground, k + 1) if text.forms[k] == ":" and is_action(ground, k + 1) else ()
                if len(pieces := tuple(piece for piece in listed if is_action(ground, piece[0]))) > 1:
                    yield Told(pieces[0][0], 0, i, meeting, points=True, pieces=pieces)
                    break
                if SIGNS[text.forms[k]] & (HALTS | COMMA):
                    break
                if (is_action(ground, k) and not definite(ground, k)) or (text.forms[k] in ("بحث", "مناقشه") and is_action(ground, k + 1)):
                    yield Told(k, 0, i, meeting)
                    break


def _meets(ground: Ground, first: int, last: int) -> tuple[int, int] | None:
    """A meeting, or those who meet, in the range."""
    k = first_in(ground.meetings, first, last)
    if k is None:
        return None
    text = ground.text
    form, after = text.forms[k], text.forms[k + 1]
    described = not form.startswith("ال") and text.kinds[k + 1] == "word" and (after.endswith(("ي", "يه")) or after.startswith("لل"))
    return k, k + 1 + (described and k + 1 not in ground.named and not verbal(ground, k + 1))


_RULES = Rules[Told](
    (
        *RULES,
        *RESOLVES,
        *PURPOSES,
        *INTENTS,
        *HEADS,
        (("plan_noun",), _by_plan),
        (("agenda_verb", "agenda_noun"), _by_agenda),
    )
)


def find_told(ground: Ground) -> list[Told]:
    """Every place where an aim is told, in the order of the aims; of two at one place a list first."""
    return sorted(_RULES.apply(ground), key=lambda aim: (aim.first, not aim.pieces, aim.marker))
