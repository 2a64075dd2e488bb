"""What the text before a figure tells of it, where its own words name no indicator: the question that it answers, the foe spoken of."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from hasila.arabic.figure.about import Abouts
from hasila.arabic.figure.draft import Draft, kind_of
from hasila.arabic.figure.guess import is_for_else
from hasila.arabic.figure.indicator import own_clause, unit_of
from hasila.arabic.figure.matter import matter
from hasila.arabic.figure.segment import Segments
from hasila.codebook import Actor, Codebook, Indicator
from hasila.codebook.match import rank_indicators
from hasila.text import Text, fold_word, last_in, one_in

Fits = Callable[[Draft, Indicator, int], bool]
_REACH = 60
_ANSWER = 3  # sentences: نعم. قدر المركز عددهم
_BEHIND, _GIVEN = 10, 6
_MEMBERS = frozenset(("الاعضاء", "اعضايه", "اعضايها"))
_UNITED = ("money", "percent", "fraction", "measure")


def carried(text: Text, draft: Draft, questions: Sequence[int], segments: Segments, codebook: Codebook, abouts: Abouts) -> str | None:
    """The id of the indicator that the figure belongs to by what was asked or spoken of before it; None where there is none.

    ``questions``: the tokens of the marks of question. A clause needn't name the foe, or the undertaking, that the text has been
    telling of (``تراجعت إيراداته``, ``وكان يضم كذا دولة``).
    """
    question = _question(text, draft, questions) if questions else None
    if question is not None:
        first, last = question
        noun = _asked_for(text, first, last)
        found = _told_in(text, draft, draft.sentence[0], text.forms[first:last], noun, segments, codebook, abouts.fits)
        if found is not None:
            return found
    topic = matter(text, draft.sentence[0], draft.segment)
    if topic is not None:
        found = _told_in(
            text, draft, own_clause(text, draft, segments), text.forms[topic[0] : topic[1]], None, segments, codebook, abouts.fits
        )
        if found is not None:
            return found
    id = _meant(text, draft, codebook, abouts)
    meant = codebook.actor(id) if id is not None else None
    if meant is None:
        return None
    return _told_in(text, draft, own_clause(text, draft, segments), _name(meant), None, segments, codebook, abouts.fits)


def _meant(text: Text, draft: Draft, codebook: Codebook, abouts: Abouts) -> str | None:
    """The id of him whom the figure's clause leaves out: the foe for money, shares, ground and estimates of fighters, the undertaking
    for states.
    """
    kind = kind_of(text, draft)
    is_elsewhere = draft.type == "money" and (is_for_else(text, draft) or one_in(text.where("given_away"), draft.segment, draft.first))
    if is_elsewhere or (draft.type == "money" and _is_given(text, draft)):
        return None
    if draft.type in _UNITED or (kind == "fighter" and _is_estimate(text, draft)):
        return codebook.enemy if codebook.enemy is not None and abouts.speaks_of_foe(draft) else None
    is_state = kind == "state" and codebook.subject is not None
    if is_state and abouts.main == codebook.subject and _are_the_members(text, draft):
        return codebook.subject
    return codebook.subject if is_state and abouts.speaks_of_subject(draft) else None


def _is_given(text: Text, draft: Draft) -> bool:
    """Whether a verb of giving governs a sum: it was nothing of the foe's (``تبرعت بـ9 ملايين``)."""
    start = max(draft.segment, draft.first - _GIVEN)
    hits = (word.entries.get("event_verb") for word in text.words[start : draft.first])
    return any(hit is not None and hit.value == "pledge money" for hit in hits)


def _are_the_members(text: Text, draft: Draft) -> bool:
    """Whether it is how many members there are, nobody being named whose: ``أما عدد الأعضاء فصار 75 عضوا``."""
    heads = text.where("count_head")
    at = last_in(heads, draft.segment, draft.first) if heads else None
    return at is not None and text.forms[at + 1] in _MEMBERS and not text.forms[at + 2].startswith("ال")


def _told_in(
    text: Text, draft: Draft, first: int, context: Sequence[str], noun: str | None, segments: Segments, codebook: Codebook, fits: Fits
) -> str | None:
    """What the figure measures if these words are told before token ``first``; ``noun``: what a bare number counts."""
    stop = draft.end
    last = segments.verb_after(stop, min(draft.sentence[1], stop + _BEHIND))
    before = len(context) - first
    words = [*context, *text.forms[first:last]]
    counted = fold_word(draft.counted) if draft.counted else noun
    own = own_clause(text, draft, segments) + before
    found = rank_indicators(counted, words, unit_of(draft), codebook, draft.first + before, stop + before, own)
    return next((indicator.id for rank, indicator in found if fits(draft, indicator, rank)), None)


def _question(text: Text, draft: Draft, questions: Sequence[int]) -> tuple[int, int] | None:
    """The tokens of the question asked right before the figure's sentence, or one or two sentences before."""
    start = draft.sentence[0]
    at = last_in(questions, max(0, start - _REACH), draft.first)
    if at is None:
        return None
    i = at + 1
    for _ in range(_ANSWER):
        if i >= start or i >= len(text):
            return text.sentence(at)[0], at
        i = text.sentence(i)[1]
    return (text.sentence(at)[0], at) if i >= start else None


def _asked_for(text: Text, first: int, last: int) -> str | None:
    """Whose number a question asks for: the first of those it names who are counted."""
    nouns = text.where("counted_noun")
    n = bisect_left(nouns, first)
    return text.forms[nouns[n]] if n < len(nouns) and nouns[n] < last else None


def _is_estimate(text: Text, draft: Draft) -> bool:
    """Whether the number is what somebody puts those at whom the verb's pronoun means: ``تضعه الوكالة عند 15 ألف مقاتل``."""
    verbs = text.where("assess_verb")
    at = last_in(verbs, draft.segment, draft.first) if verbs else None
    return at is not None and bool(text.words[at].entries["assess_verb"].pronoun)


def _name(actor: Actor) -> list[str]:
    """The shortest name of an actor, in folded words."""
    return [fold_word(word) for word in min(actor.names, key=len).split()]
