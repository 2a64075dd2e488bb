"""What a figure measures, by the codebook: counted noun, unit and the words of its clause together.

A figure whose own words say nothing goes on with the series that was being told: a part with its whole's, a bare number or a
pronoun (``عددهم 46``) with the last one's, the same noun told again with that which it was told of before.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.bare import INSERTED, was_before
from hasila.arabic.figure.counted import is_noun
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.elsewhere import is_nation
from hasila.arabic.figure.fitting import fitting
from hasila.arabic.figure.govern import Governors
from hasila.arabic.figure.guess import may_be
from hasila.arabic.figure.hush import hush
from hasila.arabic.figure.inset import behind_insets
from hasila.arabic.figure.leave import LED, OPENS, left_out
from hasila.arabic.figure.part import is_human
from hasila.arabic.figure.reach import last_in, one_in
from hasila.arabic.figure.segment import Segments
from hasila.arabic.figure.zone import FINITE
from hasila.codebook import Codebook, Indicator
from hasila.codebook.learn import Clause, learnt
from hasila.codebook.match import is_barred
from hasila.text import Hit, Text, Word, clause, fold_word, lexeme

_BEFORE, _AFTER = 30, 14
_UNIT = "0"  # keeps its place among the words
_QUOTES = frozenset("«(")
_THAT = frozenset(("ان", "وان", "بان", "وبان"))
_BY = ("بنسبه", "بمعدل", "بمقدار")
_SOME = frozenset(("منهم", "منهن"))
_RIGHT_REACH = 4
_AS_IF = -2  # as sure of whose it is as by so many words
# Those counted right behind one of these didn't die with those counted before them: ``قتل ستة جنود وجرح عشرة``.
# nor did those who went home.
_HURT = frozenset(
    (
        "عاد",
        "عادت",
        "عادوا",
        "رجع",
        "رجعوا",
        "غادر",
        "فر",
        "استسلم",
        "هرب",
        "فرار",
        "هروب",
        "نزوح",
        "استسلام",
        "نجوا",
        "جرح",
        "اصيب",
        "اصابه",
        "فقد",
        "فقدان",
        "اعتقل",
        "اعتقال",
        "خطف",
        "اسر",
        "شرد",
        "نزح",
        "نجا",
        "انقذ",
    )
)
_HURT_REACH = 4
_WERE_HURT = frozenset(("جرحوا", "اصيبوا", "جرحت", "اصيبت", "جرحن", "اسروا", "فقدوا", "اعتقلوا", "نجوا"))
_FINITE = ("past", "present")
_FROM = frozenset(("من", "ومن"))
_WHENCE_REACH = 4
_SPREAD = frozenset(("بمعدل", "بمتوسط", "بواقع", "اي", "ومعدل", "وبمعدل", "ومتوسط", "وبمتوسط"))
_ASIDE = frozenset(("في", "علي", "الي", "منذ", "خلال", "بعد", "قبل", "عند", "قرب", "شرق", "غرب", "شمال", "جنوب", "وفي", "وعلي"))
_THEIRS = ("هم", "ها", "ه")
_OTHERS = frozenset(("اخرين", "اخرون"))
_DEAD = frozenset(("قتيل", "قتلى", "ضحية", "ضحايا", "وفاة"))


def indicator_of(
    text: Text,
    draft: Draft,
    governors: Governors,
    segments: Segments,
    codebook: Codebook,
    fits: Callable[[Draft, Indicator, int], bool],
    since: int = 0,
) -> str | None:
    """The id of the indicator that the figure belongs to by its own words, None where nothing in the codebook fits.

    The words asked are those of its sentence before it, and those behind it up to the end of the next clause, but none past a
    colon, and what else is told of it further on; none before token ``since``. ``fits`` says whether the one whose people or
    things are counted can be he whom the indicator is about, which needed so many words. Those that fit as well, needing as many
    words, are noted as ``rivals``.
    """
    (start, end), number, stop, pause, forms = draft.sentence, draft.first, draft.end, draft.clause[1], text.forms
    opening = draft.segment
    if stop + 1 >= pause and pause < end:
        behind = clause(text, min(max(stop + 1, behind_insets(text, stop)), end - 1))[1]
        # what is told of some of them isn't told of all: كذا مقاتل، قتل منهم كذا
        pause = pause if not _SOME.isdisjoint(forms[stop:behind]) else behind
    alone = (draft.unit == "%" and _is_change(text, draft)) or (number == opening and _opens(text, draft))
    first = max(start, number - _BEFORE, since, opening if alone else 0)
    last = stop if forms[stop] == ":" else segments.verb_after(stop, min(end, stop + _AFTER, pause))
    thats, causes, accounts, goes_on = governors.thats, governors.causes, governors.accounts, True
    if thats[n := bisect_left(thats, stop)] < last:
        last, goes_on = thats[n], False
    if causes[n := bisect_left(causes, stop)] < last:
        last = causes[n]
    words = governors.undated(first, last) if draft.sentence in governors.dated else forms[first:last]
    if goes_on:
        words += governors.words_on(draft, last)
    counted = fold_word(draft.counted) if draft.counted else _implied(text, draft)
    if counted in _OTHERS and draft.other is not None:
        counted = _like_others(text, draft, draft.other) or counted
    if accounts:
        for i in accounts[bisect_left(accounts, first) : bisect_left(accounts, first + len(words))]:
            words[i - first] = ""
    hush(text, draft, governors, words, first)
    at, unit = number - first, draft.unit
    if draft.type == "money":
        unit = unit_of(draft)
        if draft.noun is not None and number <= draft.noun < first + len(words):  # a unit tells no more: جنيه is no form of جنى
            words[draft.noun - first] = _UNIT
    if opening == number and forms[opening - 1] in _QUOTES:  # للولايات المتحدة «3600 جندي»
        opening = segments.start(opening - 1)
    moved = 0
    is_behind = draft.noun is not None and draft.noun < number
    if (is_behind or OPENS[forms[opening]] or forms[number][0] in LED) and (attached := left_out(text, draft, governors, opening)):
        place = at if draft.noun is None or draft.noun > number else max(0, draft.noun - first)
        words[place:place] = attached
        moved = len(attached)
    draft.words = told = Clause(counted, words, unit, at + moved, stop - first + moved)
    own = (own_clause(text, draft, segments) if forms[draft.segment] in INSERTED else draft.segment) - first
    without = governors.tellers.untold(governors.told[draft.nth], told, first, last, codebook) if not moved else None
    if without is not None and (found := fitting(draft, without, own, codebook, fits)) is not None:
        return found
    return fitting(draft, told, own, codebook, fits)


def _like_others(text: Text, draft: Draft, other: Draft) -> str | None:
    """The fighters beside whom others are counted that died, by a verb right before them: ``اعتقلت 20 عنصرا وقتلت 90 آخرين``."""
    if other.noun is None or other.counted is None or not text.forms[draft.first - 1].removeprefix("و").startswith("قتل"):
        return None
    hit = text.words[other.noun].entries.get("counted_noun")
    if hit is None or hit.value != "fighter":
        return None
    return fold_word(other.counted)


def learnt_indicator(
    text: Text, draft: Draft, codebook: Codebook, fits: Callable[[Draft, Indicator, int], bool], actors: Actors
) -> str | None:
    """The indicator that the words of its clause speak for by what sentences have taught, where no match fits and grammar allows it."""
    words = draft.words
    found = learnt(words, codebook) if words is not None else None
    indicator = codebook.indicator(found) if found is not None else None
    if indicator is not None and text.forms[draft.first - 1].removeprefix("و") in _HURT and _counts_dead(indicator):
        return None
    if indicator is None or words is None or not fits(draft, indicator, _AS_IF) or not may_be(text, draft, indicator, codebook, actors):
        return None
    return None if is_barred(indicator, words.counted, words.words, words.unit, codebook) else indicator.id


def unit_of(draft: Draft) -> str | None:
    """The figure's unit; of money whose currency is open, that it is money."""
    return "money" if draft.type == "money" and (draft.unit is None or draft.unit[0] == "/") else draft.unit


def own_clause(text: Text, draft: Draft, segments: Segments) -> int:
    """Where the figure's own clause begins; that of a circumstance (``التحالف، وقد صار 70 عضوا، ماض``) is its host's."""
    start = draft.segment
    if text.forms[start] in INSERTED and text.kinds[start - 1] == "mark" and start > draft.sentence[0]:
        return segments.start(start - 1)
    return start


def _is_change(text: Text, draft: Draft) -> bool:
    """Whether a share is how much something changed that its own clause tells before its verb: ``وأن الإنتاج تراجع بنسبة 90%``."""
    at = draft.first - 2
    if text.forms[at + 1] not in _BY or at <= draft.segment:
        return False
    hit = text.words[at].entries.get("total_verb") or text.words[at].entries.get("change")
    return hit is not None and hit.tag in FINITE


def _opens(text: Text, draft: Draft) -> bool:
    """Whether a number opens the clause of أن with its own verb right behind it (``وأن 40 دولة تتقاسم``)."""
    if text.forms[draft.first - 1] not in _THAT or draft.end >= len(text):
        return False
    word = text.word(draft.end)
    return any(hit.tag == "present" for hit in word.entries.values()) or (not word.entries and word.form[:1] in "يت")


def _implied(text: Text, draft: Draft) -> str | None:
    """What a bare number counts: the last noun of the kind that is counted, before it in its segment (``الجنود البالغ عددهم 46``)."""
    if draft.type not in ("cardinal", "range") or (draft.unit is not None and draft.unit[0] != "/"):
        return None
    if draft.noun is None and draft.last in text.found("count_head"):  # يقدر بـ45 ألفا عدد من قتلوا من مقاتلي كذا
        told = text.where("counted_noun")
        n = bisect_left(told, draft.last)
        return text.form(told[n]) if n < len(told) and told[n] < draft.sentence[1] else None
    start = draft.sentence[0] if draft.noun is not None else draft.segment
    nouns = text.where("counted_noun")
    first, last = bisect_left(nouns, start), bisect_left(nouns, draft.first)
    before = nouns[first:last][::-1]
    if draft.noun is not None and draft.noun < draft.first:
        head = text.words[draft.noun].entries.get("count_head")
        if head is not None and not head.pronoun:  # عدد من قتلوا من مسلحي كذا
            inner = nouns[bisect_left(nouns, draft.noun) : last]
            before = [*(i for i in inner if text.forms[i - 1] == "من"), *inner, *before]
    found = (i for i in before if _is_counted(text.words[i].entries["counted_noun"]) and not _is_aside(text, i))
    counted = next((text.form(i) for i in found), None)
    return counted or _implied_nation(text, draft) or _taken_up(text, draft)


def _taken_up(text: Text, draft: Draft) -> str | None:
    """The noun before a number that its verb's subject is (``اجتمع وزراء التحالف، وكانوا عشرين``)."""
    noun = draft.noun
    return text.form(noun) if noun is not None and noun < draft.first and "counted_noun" in text.words[noun].entries else None


def _is_counted(hit: Hit) -> bool:
    """Whether a noun can be what a number told behind it counts: no place, and no definite singular (``تنظيم كذا الإرهابي``)."""
    return hit.value != "place" and not (hit.article and hit.tag == "singular")


def _implied_nation(text: Text, draft: Draft) -> str | None:
    """The plural of a nation told before a number that a pronoun takes it up for: ``بريطانيون عددهم 470``, or
    that its clause describes (``التونسيون الناشطون هناك لا يزيدون على 470``)."""
    nations = text.where(is_nation)
    at = last_in(nations, draft.sentence[0], draft.noun or draft.first) if nations else None
    if at is None:
        return None
    return text.forms[at] if draft.noun is not None or text.forms[at + 1].startswith("ال") else None


def _is_aside(text: Text, i: int) -> bool:
    """Whether a noun stands behind a preposition of place or time, or in the genitive of what does (``منذ بداية الحملة``)."""
    forms = text.forms
    return forms[i - 1] in _ASIDE or (forms[i - 2] in _ASIDE and text.kinds[i - 1] == "word" and not forms[i].endswith(_THEIRS))


def continued(text: Text, draft: Draft, told: Sequence[Draft], codebook: Codebook) -> Draft | None:
    """The figure whose series this one goes on with, where its own words name none; ``told`` are those before it."""
    if (
        draft.type in ("percent", "fraction", "measure")
        or text.has(draft.end, "currency_shared")
        or (draft.first == draft.segment and _opens(text, draft))
    ):
        return None
    if draft.whole is not None:
        return draft.whole if draft.whole.unit == draft.unit else None
    if text.forms[draft.first - 1].removeprefix("و") in _HURT:
        return None
    if draft.like is not None:
        return draft.like
    if draft.role == "increment":
        return None
    if _are_dead(text, draft):
        are_those = draft.noun is not None and text.words[draft.noun].entries["dead_noun"].article  # القتلى لا يزيدون على ألف
        found = (d for d in reversed(told) if _of_the_dead(text, d, codebook, are_those or d.sentence == draft.sentence))
        return next(found, None)
    averaged = next((d for d in reversed(told) if _averages(text, d, draft)), None) if draft.role == "rate" else None
    if averaged is not None:
        return averaged
    whole = _contingent(text, draft, told) if draft.unit is None and told else None
    if whole is not None:
        return whole
    last = next((d for d in reversed(told[-4:]) if d.unit == draft.unit and d.indicator and not was_before(text, d)), None)
    if last is None:
        return None
    right = _is_right(text, draft)
    if not (right or _near(text, last, draft)):
        return None
    if draft.counted is None:
        return last if draft.unit is None and not _went(text, draft.end) else None
    if last.counted is None:
        return last if right else None
    same = lexeme(fold_word(draft.counted)) == lexeme(fold_word(last.counted)) and _WERE_HURT.isdisjoint(
        text.forms[draft.end : draft.end + _HURT_REACH]
    )
    return last if same and not _has_predicate(text, draft.end) else None


def _contingent(text: Text, draft: Draft, told: Sequence[Draft]) -> Draft | None:
    """The figure that so many of one nation go on with: the last of them told of (``يتحدث آخرون عن 5 آلاف تونسي``), or the last of
    people where the clause only says whence these are (``ومن فرنسا وحدها 1800``).
    """
    of_nation = draft.counted is not None and draft.noun in text.found("nationality")
    start = max(draft.segment, draft.first - _WHENCE_REACH)
    if not of_nation and _FROM.isdisjoint(text.forms[start - 1 : draft.first]):
        return None
    if _has_predicate(text, draft.end):
        return None
    totals = [d for d in reversed(told) if d.indicator and d.unit is None and d.role == "total"]
    if of_nation and draft.counted:
        noun = lexeme(fold_word(draft.counted))
        return next((d for d in totals if d.counted and lexeme(fold_word(d.counted)) == noun), None)
    if any(text.forms[i - 1] in _FROM and text.has(i, "country") for i in range(start, draft.first)):
        return next((d for d in totals if is_human(text, d) and _near(text, d, draft)), None)
    return None


def _has_predicate(text: Text, i: int) -> bool:
    """Whether a verb right behind those counted tells what they did (``66 ألف شخص خرجوا``): that is another story than the last one's."""
    if text.kinds[i] != "word":
        return False
    form, entries = text.forms[i], text.words[i].entries
    if "function" in entries:
        return False
    return (form.endswith("وا") and not is_noun(form)) or any(hit.tag in _FINITE for hit in entries.values())


def _went(text: Text, i: int) -> bool:
    """Whether a verb right behind a number tells that so many left their homes: ``900 ألف نزحوا``."""
    hit = text.word(i).entries.get("displaced_verb")
    return hit is not None and hit.tag in _FINITE


def _is_right(text: Text, draft: Draft) -> bool:
    """Whether a number stands behind a word that says that it is the right one of two that were told."""
    places = text.where(_sets_right)
    return bool(places) and one_in(places, max(draft.sentence[0], draft.first - _RIGHT_REACH), draft.first)


def _sets_right(word: Word) -> bool:
    return "right_one" in word.entries


def _are_dead(text: Text, draft: Draft) -> bool:
    """Whether the noun itself says that those counted are dead (``قتيلا``): it needs no verb, only the story that it goes on with."""
    return draft.noun is not None and "dead_noun" in text.words[draft.noun].entries


def _averages(text: Text, whole: Draft, draft: Draft) -> bool:
    """Whether a rate spreads a sum just told over its time: ``8 مليارات دولار، أي بمعدل 12 مليونا في اليوم``."""
    if whole.sentence != draft.sentence or not whole.indicator or whole.unit != (draft.unit or "").partition("/")[0]:
        return False
    return not _SPREAD.isdisjoint(text.forms[whole.end : draft.first])


def _of_the_dead(text: Text, draft: Draft, codebook: Codebook, near: bool) -> bool:
    """Whether a figure is of an indicator that counts the dead, and of people who don't fight; ``near`` it of whomever."""
    indicator = codebook.indicator(draft.indicator)
    if indicator is None or not _counts_dead(indicator):
        return False
    hit = text.words[draft.noun].entries.get("counted_noun") if draft.noun is not None else None
    return near or (hit is not None and hit.value in ("civilian", "victim"))


def _counts_dead(indicator: Indicator) -> bool:
    """Whether the dead are what is counted."""
    return any(set(match.counts) & _DEAD for match in indicator.matches)


def _near(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether both stand in one sentence, or in two that follow each other."""
    start = draft.sentence[0]
    return before.first >= start or (start > 0 and before.first >= text.sentence(start - 1)[0])
