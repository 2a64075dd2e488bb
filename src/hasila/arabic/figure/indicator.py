"""What a figure measures, by the codebook: counted noun, unit and the words of its clause together.

A figure whose own words say nothing goes on with the series that was being told: a part with its whole's, a bare number or a
pronoun (``عددهم 46``) with the last one's, the same noun told again with that which it was told of before.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from hasila.arabic.figure.bare import was_before
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.govern import FINITE, Governors
from hasila.arabic.figure.reach import one_in
from hasila.arabic.figure.segment import Segments
from hasila.codebook import Codebook, Indicator
from hasila.codebook.match import rank_indicators
from hasila.text import Text, Word, clause, fold_word, lexeme

_BEFORE, _AFTER = 30, 14
_QUOTES = frozenset("«(")
_THAT = frozenset(("ان", "وان", "بان", "وبان"))
_AND_THAT = frozenset(("وان", "وانه", "وانها", "وانهم", "وبان"))
_BY = ("بنسبه", "بمعدل", "بمقدار")
_SOME = frozenset(("منهم", "منهن"))
_RIGHT_REACH = 4
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
_DEAD = frozenset(("قتيل", "قتلى", "ضحية", "ضحايا", "وفاة"))


def indicator_of(
    text: Text,
    draft: Draft,
    governors: Governors,
    segments: Segments,
    codebook: Codebook,
    fits: Callable[[Draft, Indicator], bool],
    since: int = 0,
) -> str | None:
    """The id of the indicator that the figure belongs to by its own words, None where nothing in the codebook fits.

    The words asked are those of its sentence before it, and those behind it up to the end of the next clause, but none past a
    colon, and what else is told of it further on; none before token ``since``. ``fits`` says whether the one whose people or
    things are counted can be he whom the indicator is about. Those that fit as well, needing as many words, are noted as ``rivals``.
    """
    (start, end), stop, pause, forms = draft.sentence, draft.end, draft.clause[1], text.forms
    if stop + 1 >= pause and pause < end:
        behind = clause(text, min(stop + 1, end - 1))[1]
        # what is told of some of them isn't told of all: كذا مقاتل، قتل منهم كذا
        pause = pause if not _SOME.isdisjoint(forms[stop:behind]) else behind
    own = draft.unit == "%" and _is_change(text, draft)
    own = own or (draft.first == draft.segment and _opens(text, draft))
    first = max(start, draft.first - _BEFORE, since, draft.segment if own else 0)
    last = stop if forms[stop] == ":" else segments.verb_after(stop, min(end, stop + _AFTER, pause))
    if not _AND_THAT.isdisjoint(forms[stop:last]):
        last = next(i for i in range(stop, last) if forms[i] in _AND_THAT)
    words = forms[first:last] + governors.words_on(draft, last)
    counted = fold_word(draft.counted) if draft.counted else _implied(text, draft)
    at = draft.first - first
    attached: tuple[str, ...] = ()
    opening = draft.segment
    if opening == draft.first and forms[opening - 1] in _QUOTES:  # للولايات المتحدة «3600 جندي»
        opening = segments.start(opening - 1)
    if forms[draft.first][0] in "بل" or forms[opening][0] in "لو":
        words[at:at] = attached = _attached(text, draft, governors, opening)
    found = rank_indicators(counted, words, draft.unit, codebook, at + len(attached), stop - first + len(attached))
    for n, (rank, indicator) in enumerate(found, 1):
        if fits(draft, indicator):
            if n < len(found):
                draft.rivals = tuple(other.id for weight, other in found[n:] if weight == rank and fits(draft, other))
            return indicator.id
    return None


def _is_change(text: Text, draft: Draft) -> bool:
    """Whether a share is how much something changed that its own clause tells before its verb: ``وأن الإنتاج تراجع بنسبة 90%``."""
    at = draft.first - 2
    if text.forms[at + 1] not in _BY or at <= draft.segment:
        return False
    hit = text.words[at].entries.get("total_verb") or text.words[at].entries.get("change")
    return hit is not None and hit.tag in FINITE


def _opens(text: Text, draft: Draft) -> bool:
    """Whether a number opens the clause of أن with its own verb right behind it (``وأن 40 دولة تتقاسم``)."""
    if text.forms[draft.first - 1] not in _THAT:
        return False
    word = text.words[draft.end]
    return any(hit.tag == "present" for hit in word.entries.values()) or (not word.entries and word.form[:1] in "يت")


def _attached(text: Text, draft: Draft, governors: Governors, i: int) -> tuple[str, ...]:
    """Prepositions that are part of a word, as words of their own: that of the number (``باثنتي عشرة``: ``ب``), and the ل of those
    with whom the clause begins at token ``i``, who have so many (``للولايات المتحدة 3600 جندي``: ``لدى``).
    """
    first, forms = draft.first, text.forms
    if forms[first][0] in "بل" and text.stored_starts[first] < draft.start:
        return (forms[first][0],)
    if forms[i][0] != "ل" and forms[i][:2] != "ول":
        return ()
    mention = governors.names.at(i)
    if mention is None or mention.first != i or mention.last > first:
        return ()
    return ("لدي",) if mention.skip or forms[i].startswith("لل") else ()


def _implied(text: Text, draft: Draft) -> str | None:
    """What a bare number counts: the last noun of the kind that is counted, before it in its segment (``الجنود البالغ عددهم 46``)."""
    if draft.type not in ("cardinal", "range") or (draft.unit is not None and draft.unit[0] != "/"):
        return None
    start = draft.sentence[0] if draft.noun is not None else draft.segment
    nouns = text.where("counted_noun")
    for n in range(bisect_left(nouns, draft.first) - 1, bisect_left(nouns, start) - 1, -1):
        i = nouns[n]
        hit = text.words[i].entries.get("counted_noun")
        if hit and hit.value != "place":
            return text.form(i)
    return None


def continued(text: Text, draft: Draft, told: Sequence[Draft], codebook: Codebook) -> Draft | None:
    """The figure whose series this one goes on with, where its own words name none; ``told`` are those before it."""
    if draft.type in ("percent", "fraction", "measure") or (draft.first == draft.segment and _opens(text, draft)):
        return None
    if draft.whole is not None:
        return draft.whole if draft.whole.unit == draft.unit else None
    if draft.like is not None:
        return None if text.forms[draft.first - 1].removeprefix("و") in _HURT else draft.like
    if draft.role == "increment":
        return None
    if _are_dead(text, draft):
        return next((d for d in reversed(told) if _of_the_dead(text, d, codebook)), None)
    recent, right = told[-4:], _is_right(text, draft)
    last = next((d for d in reversed(recent) if d.unit == draft.unit and d.indicator and not was_before(text, d)), None)
    if last is None or not (right or _near(text, last, draft)):
        return None
    if draft.counted is None:
        return last if draft.unit is None else None
    if last.counted is None:
        return last if right else None
    return last if lexeme(fold_word(draft.counted)) == lexeme(fold_word(last.counted)) else None


def _is_right(text: Text, draft: Draft) -> bool:
    """Whether a number stands behind a word that says that it is the right one of two that were told."""
    return one_in(text.where(_sets_right), max(draft.sentence[0], draft.first - _RIGHT_REACH), draft.first)


def _sets_right(word: Word) -> bool:
    return "right_one" in word.entries


def _are_dead(text: Text, draft: Draft) -> bool:
    """Whether the noun itself says that those counted are dead (``قتيلا``): it needs no verb, only the story that it goes on with."""
    return draft.noun is not None and draft.noun in text.found("dead_noun")


def _of_the_dead(text: Text, draft: Draft, codebook: Codebook) -> bool:
    """Whether a figure is of an indicator that counts the dead, and of people who don't fight."""
    indicator = codebook.indicator(draft.indicator)
    if indicator is None or not any(set(match.counts) & _DEAD for match in indicator.matches):
        return False
    hit = text.words[draft.noun].entries.get("counted_noun") if draft.noun is not None else None
    return hit is not None and hit.value in ("civilian", "victim")


def _near(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether both stand in one sentence, or in two that follow each other."""
    start = draft.sentence[0]
    return before.first >= start or (start > 0 and before.first >= text.sentence(start - 1)[0])
