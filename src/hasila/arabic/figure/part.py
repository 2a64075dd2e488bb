"""Parts: the figures that are told of a whole (``قتل 90 بينهم 28 مدنيا``, ``57 منها``, ``نصفهم``), and which whole that is."""

from collections.abc import Sequence

from hasila.arabic.figure.draft import STATES, Draft, counts_dead_ones, is_joined, kind_of
from hasila.arabic.figure.oneof import follows_one
from hasila.arabic.figure.picked import AS_FOR, is_all_left, is_owned_up
from hasila.arabic.figure.share import is_second_share
from hasila.arabic.figure.spell import SAW
from hasila.arabic.figure.topic import topic_of
from hasila.arabic.figure.zone import MAY_BE_VERB
from hasila.text import Text, last_in, one_in

_REACH = 10
_BACK_TO_WHOLE = ("ها", "هم", "هما", "هن")
_ARMED = frozenset(("fighter", "soldier"))
_HUMAN = (None, "victim", "civilian", "fighter", "soldier")
OF_THEM = frozenset(("منهم", "منها", "منهن", "منهما"))
_SOME_OF_THEM = frozenset(("منها", "منهم", "منهن"))
_NAMED = frozenset(("organization", "country", "city", "region", "nationality", "fighting_force"))
_RELATIVES = frozenset(("من", "ما", "الذين", "الذي", "التي", "اللواتي", "اللاتي", "اللذين", "اللتين"))
_REST_REACH, _AMONG_REACH, _THEY_REACH = 5, 5, 6
OTHERS = frozenset(("اخرين", "اخرون"))
THEY, ALONE = frozenset(("هم", "وهم", "هن", "وهن")), frozenset(("وحدها", "وحده", "لوحدها", "بمفردها"))
_TIMES, _PAST = frozenset(("month", "each_time")), ("الماض", "المنصرم", "الجار", "الفايت", "الحال")
# Before whose it is, and من with the whole: كانت حصة لندن من الغارات 90.
LOTS = frozenset(
    f"{joined}{form}{whose}" for joined in ("", "و") for form in ("حص", "نصيب", "قسط") for whose in ("", "ه", "ته", "تها", "ها")
)
# Where most of what was told befell, and who comes next.
NEXT = frozenset(
    f"{joined}{form}" for joined in ("", "و") for form in ("تليها", "يليها", "تليه", "يليه", "تلتها", "تلته", "تلاها", "تلاه", "تبعتها")
)
TOPS = NEXT | frozenset(
    f"{joined}{form}"
    for joined in ("", "و")
    for form in (
        "الاكثر",
        "الاشد",
        "تصدرت",
        "تصدر",
        "اعلي",
        "اولا",
        "ثانيا",
        "اكثرهم",
        "المرتبه",
        "بالمرتبه",
        "الصداره",
        "بالصداره",
        "صداره",
    )
)
_DEAD_NOUNS = frozenset(("dead_noun", "hurt_noun"))
_THOSE = frozenset(("تلك", "هذه", "هولاء", "اوليك"))
_THOSE_PEOPLE = frozenset(("هولاء", "اوليك"))
_BEFALLEN = frozenset(("raid", "target", "vehicle", "victim", "civilian"))


def opens_part(text: Text, drafts: Sequence[Draft], n: int) -> bool:
    """``بينهم 28 مدنيا``, ``منها 3262 مبنى``, ``57 منها``, ``نصفهم``: what points to a whole."""
    draft = drafts[n]
    if draft.type == "fraction" and any(form.endswith(_BACK_TO_WHOLE) for form in text.forms[draft.first : draft.last]):
        return True
    openers = text.where("part_opener")
    if openers and (_is_opened(text, draft, openers) or (n and _follows_one(text, drafts, n))):
        return True
    rest = text.where("the_rest")
    if rest and draft.unit is None and one_in(rest, draft.end, draft.end + _REST_REACH) and _is_rest_told(text, draft):
        return True
    is_some = draft.noun is not None and ((draft.noun - 1 == draft.last and _is_some_of(text, draft.noun)) or _is_of_those(text, draft))
    if is_some or (text.where("rest_head") and _is_of_rest(text, draft)) or (text.where("among_word") and _is_among(text, drafts, n)):
        return True
    if _is_lot(text, draft) or (n and (_tops(text, drafts[n - 1], draft) or _makes_up(text, drafts, n))):
        return True
    if n and (_saw_alone(text, drafts, n) or _are_of_the_dead(text, drafts, n) or _is_of_between(text, drafts, n)):
        return True
    if text.forms[draft.end] not in _SOME_OF_THEM:
        return False
    if n and draft.type == "percent" and is_second_share(text, drafts[n - 1], draft):
        return False
    is_whole = n + 1 < len(drafts) and drafts[n + 1].first == draft.end + 1  # 90 غارة منها 40
    return not text.glued(draft.end) and not is_whole


def _follows_one(text: Text, drafts: Sequence[Draft], n: int) -> bool:
    """Whether so many of a whole are joined to one of it: ``قتل 90 مدنيا، بينهم صحفي، و40 طفلا``."""
    return follows_one(text, drafts[n]) and whole_of(text, drafts, n) is not None and not are_no_part(text, drafts, n)


def _tops(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether so many of the dead told before fell where most, or next most, did: ``بغداد الأكثر تضررا بـ90 قتيلا، تليها نينوى بـ40``."""
    if before.sentence != draft.sentence or draft.noun is None or _DEAD_NOUNS.isdisjoint(text.words[draft.noun].entries):
        return False
    return not TOPS.isdisjoint(text.forms[max(before.end, draft.first - _REACH) : draft.first])


def _makes_up(text: Text, drafts: Sequence[Draft], n: int) -> bool:
    """Whether so many are of those whom a whole is made up of, told one by one: ``خمسة مختطفين، هم أم وأطفالها الأربعة``."""
    whole, draft = drafts[n - 1], drafts[n]
    while n > 1 and whole.role == "part" and drafts[n - 2].sentence == whole.sentence:
        n -= 1
        whole = drafts[n - 1]
    if whole.sentence != draft.sentence or (draft.low or 0) >= (whole.low or 0) or draft.type != "cardinal" or whole.type != "cardinal":
        return False
    at = next((i for i in range(whole.end, min(whole.end + _THEY_REACH, draft.first)) if text.forms[i] in THEY), None)
    if at is None or text.kinds[at - 1] != "mark" or draft.first - at > _REACH:
        return False
    return not any(is_verb(text, i) or text.kinds[i] == "mark" for i in range(at + 1, draft.first))


def _saw_alone(text: Text, drafts: Sequence[Draft], n: int) -> bool:
    """Whether one place alone saw so many of the dead told before: ``إن بغداد وحدها شهدت مقتل 90``, ``سجلت بغداد وحدها 90 قتيلا``."""
    draft = drafts[n]
    near = text.forms[max(draft.sentence[0], draft.first - _AMONG_REACH) : draft.first]
    if ALONE.isdisjoint(near) or SAW.isdisjoint(near) or draft.unit is not None:
        return False
    alone = next(i for i in range(draft.first - 1, draft.sentence[0], -1) if text.forms[i] in ALONE)
    if not _TIMES.isdisjoint(text.words[alone - 1].entries) or text.forms[alone - 1].startswith(_PAST):
        return False  # a month's own sum: في آب وحده 90
    return any(before.unit is None and (before.low or 0) > (draft.low or 0) and _are_dead(text, before) for before in drafts[:n])


def _are_of_the_dead(text: Text, drafts: Sequence[Draft], n: int) -> bool:
    """Whether so many of the dead told before are told of: ``مقتل 900 مسلح، موضحا أن 36 من القتلى كانوا قياديين``."""
    draft = drafts[n]
    at = draft.last - (text.forms[draft.last] != "من")
    hit = text.word(at + 1).entries.get("dead_noun")
    if text.forms[at] != "من" or hit is None or not hit.article:
        return False
    return any(before.unit is None and (before.low or 0) > (draft.low or 0) and _are_dead(text, before) for before in drafts[:n])


def _is_of_between(text: Text, drafts: Sequence[Draft], n: int) -> bool:
    """Whether a smaller number of people is of the larger one behind ``من بين`` in its sentence: ``فمن بين 900 مسلح قتلوا 21 قائدا``."""
    whole, draft = drafts[n - 1], drafts[n]
    if whole.sentence != draft.sentence or whole.unit is not None or draft.unit is not None or kind_of(text, whole) == "state":
        return False
    at = whole.first - 1
    return text.forms[at] == "بين" and text.forms[at - 1].lstrip("فو") == "من" and (draft.low or 0) < (whole.low or 0)


def _are_dead(text: Text, draft: Draft) -> bool:
    """Whether the dead are counted, by their noun, by the word before their number, or as so many lives (``أودى بحياة 900``)."""
    before = text.words[draft.first - 1].entries
    return counts_dead_ones(text, draft) or "died" in before or "life" in before or text.has(draft.end, "died")


def _is_lot(text: Text, draft: Draft) -> bool:
    """Whether a number is somebody's lot of a whole that stands behind من: ``كانت حصة لندن من الغارات 90 غارة``."""
    forms, first = text.forms, draft.first
    if draft.type != "cardinal" or draft.unit is not None:
        return False
    start = max(draft.clause[0], first - _REACH)
    if LOTS.isdisjoint(forms[start:first]):
        return False
    at = max(i for i in range(start, first) if forms[i] in LOTS)
    return any(forms[i] in OF_THEM or (forms[i] == "من" and forms[i + 1].startswith("ال")) for i in range(at + 1, first))


def _is_rest_told(text: Text, draft: Draft) -> bool:
    """Whether the others are told of right behind, joined by و: ``عشر دول تعمل والباقي يتفرج``."""
    behind = range(draft.end, min(draft.sentence[1], draft.end + _REST_REACH))
    return any(text.forms[i][:1] == "و" and text.has(i, "the_rest") for i in behind)


def _is_among(text: Text, drafts: Sequence[Draft], n: int) -> bool:
    """Whether those counted are told to be among others who died: ``ستة أطفال وخمس نساء بين القتلى``, ``من بين الضحايا 40 طفلا``."""
    draft = drafts[n]
    if _follows_dead(text, draft):
        return True
    if n + 1 < len(drafts) and drafts[n + 1].first == draft.end and text.stored[drafts[n + 1].start - 1] == "و":
        return _is_among(text, drafts, n + 1)
    return draft.noun is not None and text.has(draft.end, "among_word") and _leads_to_dead(text, draft.end)


def _follows_dead(text: Text, draft: Draft) -> bool:
    """Whether the dead among whom so many were are told right before the number, with no more than a word or two between."""
    at = last_in(text.where("among_word"), max(draft.clause[0], draft.first - _AMONG_REACH), draft.first)
    return at is not None and _leads_to_dead(text, at)


def _leads_to_dead(text: Text, among: int) -> bool:
    """Whether the dead that are known stand right behind a word of being among others."""
    found = text.find(among, "among_word")
    if found is not None and text.forms[found.stop] in _THOSE_PEOPLE:  # بين هؤلاء 91 طفلا
        return True
    hit = text.word(found.stop).entries.get("dead_noun") if found is not None else None
    return hit is not None and hit.article


def _is_of_rest(text: Text, draft: Draft) -> bool:
    """Whether the others of a whole are who did or has it: ``أما بقية الدول فنفذت 90 غارة``."""
    at = last_in(text.where("rest_head"), max(draft.sentence[0], draft.first - _REACH), draft.first)
    if at is None or draft.type not in ("cardinal", "percent"):
        return False
    return text.forms[at - 1] in AS_FOR or at in (draft.clause[0], draft.sentence[0])


def _is_some_of(text: Text, noun: int) -> bool:
    """Whether so many of the states that are meant are told of: ``ثلاث من الدول المعلنة``."""
    if text.forms[noun - 1] != "من":
        return False
    hit = text.words[noun].entries.get("counted_noun")
    return hit is not None and hit.value == "state" and hit.article


def _is_of_those(text: Text, draft: Draft) -> bool:
    """Whether so many of what befell are told of, as of those told before: ``40 من تلك الغارات``, ``30 من هؤلاء الضحايا``."""
    last, noun = draft.last, draft.noun
    if noun != last + 2 or text.forms[last] != "من" or text.forms[last + 1] not in _THOSE:
        return False
    hit = text.words[noun].entries.get("counted_noun")
    return hit is not None and hit.value in _BEFALLEN and hit.article


def _is_opened(text: Text, draft: Draft, openers: Sequence[int]) -> bool:
    """Whether a word of parts leads to the number: right before it, or with no more than its clause's verb's phrase between
    (``عاد منهم إلى القرية 40``). In a relative clause it is that clause's own (``عدد من بقوا منهم يبلغ 40``).
    """
    last = draft.first
    at = last_in(openers, max(draft.clause[0], last - _REACH), last)
    if at is None or in_relative(text, at) or is_owned_up(text, draft) or _are_left(text, draft, at) or topic_of(text, draft) is not None:
        return False
    found = text.find(at, "part_opener")
    stop = found.stop if found is not None else at + 1
    if stop >= last - 1:
        return True
    return text.forms[at] in OF_THEM and is_verb(text, at - 1) and not any(is_verb(text, i) for i in range(stop, last))


def _are_left(text: Text, draft: Draft, at: int) -> bool:
    """Whether it is all who are left of those told: ``المتبقون منهم 300``, ``لم يبق منهم سوى 300``."""
    hit = text.words[at - 1].entries.get("left_ones")
    return (hit is not None and hit.article) or is_all_left(text, draft)


def in_relative(text: Text, at: int) -> bool:
    """Whether a relative pronoun and its verb stand right before a token; behind who is named من says of whom (``مسلحا من كذا``)."""
    if text.forms[at - 2] not in _RELATIVES:
        return False
    return is_verb(text, at - 1) or not (text.forms[at - 1].startswith("ال") or text.words[at - 1].entries.keys() & _NAMED)


def is_verb(text: Text, i: int) -> bool:
    """Whether a listed verb in the past or the present stands at a token."""
    return MAY_BE_VERB[text.word(i)]


def whole_of(text: Text, drafts: Sequence[Draft], n: int) -> Draft | None:
    """The figure of its sentence that a part is of: the last that is no part itself, for ``هم`` the last of people."""
    draft = drafts[n]
    of_people = text.forms[draft.first - 1].endswith(("هم", "هن")) or text.forms[draft.end] in ("منهم", "منهن")
    for m in range(n - 1, -1, -1):
        whole = drafts[m]
        if whole.sentence != draft.sentence:
            break
        if whole.role != "part" and (not of_people or is_human(text, whole)) and not are_too_many(text, whole, draft):
            return whole
    return None


def are_no_part(text: Text, drafts: Sequence[Draft], n: int) -> bool:
    """Whether those whom و joins to a part cannot be one too: more than the whole are, or fighters where that counts civilians.

    ``قتل 90 مدنيا بينهم 12 طفلا و40 من مقاتلي كذا``.
    """
    draft, whole = drafts[n], whole_of(text, drafts, n)
    if whole is None or whole.unit is not None or draft.unit is not None or not is_joined(text, draft):
        return False
    if draft.low is not None and whole.high is not None and draft.low > whole.high:
        return True
    return kind_of(text, whole) == "civilian" and kind_of(text, draft) in _ARMED


def are_too_many(text: Text, states: Draft, draft: Draft) -> bool:
    """Whether states were counted, and so many there are not: ``31 ألف مقاتل من 86 دولة، و5 آلاف من الدول الأوروبية``."""
    return (draft.low or 0) > STATES and kind_of(text, states) == "state"


def is_human(text: Text, draft: Draft) -> bool:
    """Whether people are counted, for all that is known: ``هم`` points back to them."""
    if draft.unit is not None or draft.noun is None:
        return draft.unit is None
    return kind_of(text, draft) in _HUMAN
