"""Parts: the figures that are told of a whole, and which whole that is."""

from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.reach import last_in, one_in
from hasila.text import Text, fold_word, lexeme

_REACH = 10
_BACK_TO_WHOLE = ("ها", "هم", "هما", "هن")
_HUMAN = ("victim", "civilian", "fighter", "soldier")
OF_THEM = frozenset(("منهم", "منها", "منهن", "منهما"))
_SOME_OF_THEM = frozenset(("منها", "منهم", "منهن"))
_RELATIVES = frozenset(("من", "ما", "الذين", "الذي", "التي", "اللواتي", "اللاتي", "اللذين", "اللتين"))
_THAT = frozenset(("ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "بانهم", "فيما", "بينما", "لكن"))
_FINITE = frozenset(("past", "present"))
# Behind one of these what a whole is made up of is told one by one.
BEFORE_LIST = frozenset(":(")
SHARED_OUT = frozenset(("بواقع", "موزعين", "موزعه", "موزعون", "يتوزعون", "تتوزع", "توزعوا", "توزعت", "مقسمين", "مقسمه"))
_MADE_UP = frozenset(("هم", "وهم", "هي", "وهي", "هما"))
_LINKS = frozenset(("علي", "بين", "الي"))
_JOINED_BY = frozenset(("و", "وعن", "وعلي", "ومن", "وب", "وفي", "والي"))  # with the preposition told again
_PAUSE = 1  # a comma
_MUCH = 4 / 3  # how far what a list comes to may be off its whole
# What is left of a whole (لا تشارك سوى 9 دول), and where a selection of it is listed (تضم القائمة 17 دولة عربية).
ONLY = frozenset(("سوي", "الا"))
_NOT = frozenset(("لم", "ولم", "لا", "ولا", "فلم", "ما", "وما"))
_LEFT = frozenset(("يبق", "يتبق", "تبق", "تتبق", "يبقي", "يتبقي", "تبقي", "تتبقي", "بقي", "بقيت"))
ROLLS = frozenset(("القايمه", "اللايحه", "الكشف", "الجدول"))
# Whom or what a relative clause picks: عدد الطلعات التي انطلقت من السفن.
PICKING = frozenset(("التي", "الذين", "اللواتي", "اللاتي"))
_AS_FOR = frozenset(("اما", "واما"))
_REST_REACH, _AMONG_REACH = 5, 5
# Before whose it is, and من with the whole: كانت حصة لندن من الغارات 90.
_LOTS = frozenset(
    f"{joined}{form}{whose}" for joined in ("", "و") for form in ("حص", "نصيب", "قسط") for whose in ("", "ه", "ته", "تها", "ها")
)
PART_WORDS = SHARED_OUT | _MADE_UP | ONLY | ROLLS | _LOTS
_THOSE = frozenset(("تلك", "هذه", "هولاء", "اوليك"))
_BEFALLEN = frozenset(("raid", "target", "vehicle", "victim", "civilian"))
_TOLD, _NEAR, _LISTED = 6, 4, 10
_THE_SUM = frozenset(("المجموع", "الاجمالي", "الكل", "مجموعها", "مجموعهم", "اجماليها", "اجماليهم"))
_SHARE_REACH = 6
_BESIDES = frozenset(("فضلا", "اضافه", "علاوه", "وفضلا", "واضافه", "وعلاوه", "ثم"))
_SHARES = frozenset(("percent", "fraction"))


def opens_part(text: Text, drafts: Sequence[Draft], n: int) -> bool:
    """``بينهم 28 مدنيا``, ``منها 3262 مبنى``, ``57 منها``, ``نصفهم``: what points to a whole."""
    draft = drafts[n]
    if draft.type == "fraction" and any(form.endswith(_BACK_TO_WHOLE) for form in text.forms[draft.first : draft.last]):
        return True
    openers = text.where("part_opener")
    if openers and _is_opened(text, draft, openers):
        return True
    rest = text.where("the_rest")
    if rest and draft.unit is None and one_in(rest, draft.end, draft.end + _REST_REACH) and _is_rest_told(text, draft):
        return True
    is_some = draft.noun is not None and ((draft.noun - 1 == draft.last and _is_some_of(text, draft.noun)) or _is_of_those(text, draft))
    if is_some or (text.where("rest_head") and _is_of_rest(text, draft)) or (text.where("among_word") and _is_among(text, drafts, n)):
        return True
    if _is_lot(text, draft):
        return True
    if text.forms[draft.end] not in _SOME_OF_THEM:
        return False
    if n and draft.type == "percent" and _is_second_share(text, drafts[n - 1], draft):
        return False
    is_whole = n + 1 < len(drafts) and drafts[n + 1].first == draft.end + 1  # 90 غارة منها 40
    return not text.glued(draft.end) and not is_whole


def _is_lot(text: Text, draft: Draft) -> bool:
    """Whether a number is somebody's lot of a whole that stands behind من: ``كانت حصة لندن من الغارات 90 غارة``."""
    forms, first = text.forms, draft.first
    if draft.type != "cardinal" or draft.unit is not None:
        return False
    at = next((i for i in range(first - 1, max(draft.clause[0], first - _REACH) - 1, -1) if forms[i] in _LOTS), None)
    return at is not None and any(forms[i] in OF_THEM or (forms[i] == "من" and forms[i + 1].startswith("ال")) for i in range(at + 1, first))


def _is_second_share(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether two shares joined by و are each of a place of its own: ``40 في المئة من الأراضي في الشرق و20 في المئة منها في الغرب``."""
    joined = text.stored[draft.start - 1 : draft.start] == "و" or text.forms[draft.first - 1] in _JOINED_BY
    if not joined or before.type != "percent" or before.sentence != draft.sentence:
        return False
    return "في" in text.forms[before.end : draft.first] and text.forms[draft.end + 1] == "في"


def goes_on_sharing(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether a share that و joins to another is of the whole that the first says: ``60% من الكلفة للوقود و25% للذخائر``."""
    if draft.type not in _SHARES or before.type not in _SHARES or before.noun is None or draft.noun is not None:
        return False
    if before.sentence != draft.sentence:
        return False
    forms, first = text.forms, draft.first
    return text.stored[draft.start - 1 : draft.start] == "و" or forms[first - 1] == "و" or not _BESIDES.isdisjoint(forms[first - 3 : first])


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
    hit = text.word(found.stop).entries.get("dead_noun") if found is not None else None
    return hit is not None and hit.article


def _is_of_rest(text: Text, draft: Draft) -> bool:
    """Whether the others of a whole are who did or has it: ``أما بقية الدول فنفذت 90 غارة``."""
    at = last_in(text.where("rest_head"), max(draft.sentence[0], draft.first - _REACH), draft.first)
    if at is None or draft.type not in ("cardinal", "percent"):
        return False
    return text.forms[at - 1] in _AS_FOR or at in (draft.clause[0], draft.sentence[0])


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
    if at is None or in_relative(text, at) or _is_owned_up(text, draft):
        return False
    found = text.find(at, "part_opener")
    stop = found.stop if found is not None else at + 1
    if stop >= last - 1:
        return True
    return text.forms[at] in OF_THEM and is_verb(text, at - 1) and not any(is_verb(text, i) for i in range(stop, last))


def _is_owned_up(text: Text, draft: Draft) -> bool:
    """Whether it is all that somebody owns up to, or counted, of what others count: ``ولا يعترف منهم سوى بعشرين``."""
    first, forms = draft.first, text.forms
    if ONLY.isdisjoint(forms[max(draft.clause[0], first - _NEAR) : first]):
        return False
    return any(
        "own_up" in word.entries or "tally_verb" in word.entries for word in text.words[max(draft.clause[0], first - _REACH) : first]
    )


def in_relative(text: Text, at: int) -> bool:
    """Whether a relative pronoun and its verb stand right before a token."""
    return text.forms[at - 2] in _RELATIVES and (is_verb(text, at - 1) or not text.forms[at - 1].startswith("ال"))


def is_verb(text: Text, i: int) -> bool:
    """Whether a listed verb in the past or the present stands at a token."""
    return any(hit.tag in _FINITE for hit in text.word(i).entries.values())


def continues(text: Text, before: Draft, draft: Draft) -> bool:
    """A figure joined to a part by و or a comma, with no verb or full stop between, is a part too."""
    # one without a noun of its own goes on with the list past the places that are told (870 قتيلا في كذا وكذا، و640 في كذا)
    reach = _LISTED if draft.like is not None else _NEAR
    if before.sentence != draft.sentence or draft.first - before.end > reach:
        return False
    first, last = before.end, draft.first
    joined = text.stored[draft.start - 1 : draft.start] == "و" or any(form in ("و", "،") for form in text.forms[first:last])
    if not joined or any(form.removeprefix("و") in _THAT for form in text.forms[first:last]):
        return False
    verbs = [i for i in range(first, last) if is_verb(text, i)]
    if any("segment_opener" in text.words[i].entries for i in range(first, last)):
        return False
    return not verbs or (verbs == [last - 1] and text.forms[last - 1][:1] == "و" and _is_more_of_them(text, before, draft))


def _is_more_of_them(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether a second verb says what became of others of the same people: ``عاد منهم 40، وقتل 20``."""
    at = last_in(text.where("part_opener"), max(before.clause[0], before.first - _NEAR), before.first)
    if at is None or text.forms[at] not in OF_THEM or not is_verb(text, at - 1) or draft.unit is not None:
        return False
    hit = text.words[draft.noun].entries.get("counted_noun") if draft.noun is not None else None
    return hit is None or hit.value in ("fighter", "person")


def whole_of(text: Text, drafts: Sequence[Draft], n: int) -> Draft | None:
    """The figure of its sentence that a part is of: the last that is no part itself, for ``هم`` the last of people."""
    draft = drafts[n]
    of_people = text.forms[draft.first - 1].endswith(("هم", "هن")) or text.forms[draft.end] in ("منهم", "منهن")
    for m in range(n - 1, -1, -1):
        whole = drafts[m]
        if whole.sentence != draft.sentence:
            break
        if whole.role != "part" and (not of_people or is_human(text, whole)):
            return whole
    return None


def is_human(text: Text, draft: Draft) -> bool:
    """Whether people are counted, for all that is known: ``هم`` points back to them."""
    if draft.unit is not None or draft.noun is None:
        return draft.unit is None
    hit = text.words[draft.noun].entries.get("counted_noun")
    return hit is None or hit.value in _HUMAN


def divided(text: Text, drafts: Sequence[Draft], n: int) -> Draft | None:
    """The whole before a list of what it is made up of: ``50 غارة، بواقع 30 هنا و20 هناك``, ``20 عضوا: 12 رجلا و8 نساء``."""
    draft, forms = drafts[n], text.forms
    at = draft.first - 1 - (forms[draft.first - 1] in _LINKS)
    word = forms[at]
    listed = word in BEFORE_LIST or word in SHARED_OUT or word in _MADE_UP
    if not n or not (listed or (draft.like is not None and _is_placed(text, drafts, n))):
        return None
    whole, run = drafts[n - 1], _list_from(text, drafts, n)
    if whole.sentence != draft.sentence or whole.role != "total" or at - whole.end > (1 if word in SHARED_OUT else 2) + _PAUSE:
        return None
    if len(run) < 2 or any(d.unit != whole.unit or d.type not in ("cardinal", "money", "measure") for d in run):
        return None
    least, most = sum(d.low or 0 for d in run), whole.high or whole.low or 0
    return whole if word in SHARED_OUT or most / _MUCH <= least <= most * _MUCH else None


def _is_placed(text: Text, drafts: Sequence[Draft], n: int) -> bool:
    """Whether a number without a noun of its own stands right behind its whole, before its place: ``90 غارة، 60 هنا و30 هناك``."""
    draft, whole = drafts[n], drafts[n - 1]
    if text.forms[draft.first - 1] != "،" or draft.first - 1 != whole.end:
        return False
    hit = text.word(draft.last).entries.get("function")
    return hit is not None and hit.value == "preposition"


def _list_from(text: Text, drafts: Sequence[Draft], n: int) -> list[Draft]:
    """The figures joined to one another from the ``n``-th on."""
    run = [drafts[n]]
    for draft in drafts[n + 1 :]:
        if not continues(text, run[-1], draft):
            break
        run.append(draft)
    return run


def narrowed(text: Text, drafts: Sequence[Draft], n: int) -> Draft | None:
    """The larger total of the same things told before what a word of exception or a list picks from it."""
    draft, before = drafts[n], text.forms[drafts[n].first - 1]
    if (
        draft.unit is not None
        or _is_all_left(text, draft)
        or not (before in ONLY or before in ROLLS or (n > 0 and _is_picked(text, draft)))
    ):
        return None
    return None if _is_owned_up(text, draft) else _larger(text, drafts, n)


def _is_all_left(text: Text, draft: Draft) -> bool:
    """Whether a number is all that is left of somebody's (``لم يبق له سوى 400 مسلح``): a whole of its own."""
    forms, first = text.forms, draft.first
    if forms[first - 1] not in ONLY:
        return False
    return any(
        forms[i].removeprefix("و") in _LEFT and forms[i - 1] in _NOT for i in range(max(draft.sentence[0] + 1, first - _REACH), first - 1)
    )


def _is_picked(text: Text, draft: Draft) -> bool:
    """Whether what is counted stands before its number with a relative clause and its verb: ``عدد الغارات التي استهدفت النفط``."""
    forms, last, first = text.forms, draft.first - 2, max(draft.clause[0], draft.first - _REACH)
    for i in range(last, first, -1) if not PICKING.isdisjoint(forms[first + 1 : last + 1]) else ():
        if forms[i] in PICKING:
            if draft.counted is not None and _has_no_head(text, i):
                return True
            head = text.words[i - 1].entries.get("counted_noun")
            if draft.counted is None:
                return head is not None and head.article
            return "ال" in forms[i - 1][:3] and lexeme(forms[i - 1]) == lexeme(fold_word(draft.counted))
    return False


def _has_no_head(text: Text, i: int) -> bool:
    """Whether a relative pronoun stands for some of those just told, with no noun before it: ``أما الذين يقصفون``."""
    return text.forms[i - 1] in _AS_FOR


def _larger(text: Text, drafts: Sequence[Draft], n: int) -> Draft | None:
    """The last larger total of the same things, in the sentence or the one before."""
    draft = drafts[n]
    start = draft.sentence[0]
    start = text.sentence(start - 1)[0] if start else 0
    if draft.counted is None:
        return None
    sort = lexeme(fold_word(draft.counted))
    for m in range(n - 1, max(-1, n - _TOLD), -1):
        whole = drafts[m]
        if whole.first < start:
            break
        if whole.role == "total" and whole.counted and lexeme(fold_word(whole.counted)) == sort and (whole.low or 0) > (draft.low or 0):
            return whole
    return None


def settle_share(text: Text, drafts: Sequence[Draft], n: int) -> None:
    """A count whose share of the whole is told behind it is a part: ``40 غارة، أي 78 في المئة من المجموع``."""
    share, count, forms = drafts[n], drafts[n - 1], text.forms
    if forms[share.end] != "من" or forms[share.end + 1] not in _THE_SUM or count.role != "total" or count.unit == "%":
        return
    if share.first - count.end <= _SHARE_REACH and "اي" in forms[count.end : share.first]:
        count.role, count.whole = "part", _larger(text, drafts, n - 1)
