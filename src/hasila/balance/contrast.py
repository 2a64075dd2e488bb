"""Contrasts: two figures that the text itself sets against each other (``في حين``, ``مقابل``, ``يتعارض مع``)."""

from bisect import bisect_left
from collections.abc import Iterator

from hasila.balance.account import Account
from hasila.balance.bound import named
from hasila.balance.dossier import Dossier
from hasila.text import Text, Word, one_in

_OPENING = 2  # tokens in which a sentence's word of contrast opens it
_BETWEEN = 3  # sentences that may stand between two numbers that are set against each other
_NEAR = 6  # tokens from the noun of a number to it
_THIS = frozenset(f"{joined}{form}" for joined in ("", "ب", "ل", "و") for form in ("هذا", "هذه", "ذلك", "تلك"))
_THE_NUMBER = frozenset(("الرقم", "الارقام"))  # nobody's name stands behind them: they mean those told
_WHICH_IS = frozenset(("وهو", "وهي"))
Pair = tuple[str, str]  # the ids of two figures


def contrasts(dossier: Dossier, told: list[Account]) -> Iterator[Pair]:
    """The pairs of a reading's figures of one subject, of two speakers, between which or with which a contrast is told."""
    if len(told) < 2:
        return
    text = dossier.text(told[0].n)
    words = text.where("set_against")
    if not words and not text.where("told_number") and not text.where(_is_the_number):
        return
    before: dict[tuple[str, str, str, bool], Account] = {}
    faced: dict[str, Account] = {}  # by a number's id the one that it was set against
    stands: dict[tuple[object, ...], Account] = {}  # by subject and speaker his latest stand
    for account in sorted(told, key=lambda a: a.figure.start):
        if not account.is_point:
            continue
        first = before.get(account.subject)
        before[account.subject] = account
        own = account.subject, account.speaker_id
        if own not in stands or _is_later_stand(stands[own], account):
            stands[own] = account
        if first is None:
            continue
        if first.sentence != account.sentence:  # 735، بعدما كانت 685. في المقابل …: what was before is not meant
            latest = stands[first.subject, first.speaker_id]
            first = first if named(latest) == named(first) or latest is account else latest
        if opposes(text, words, first, account) or _opens_against(text, words, first, account):
            yield first.id, account.id
            faced[account.id] = first
            third = faced.get(first.id)  # أقرت بـ600، في المقابل أحصى هذا 4000، بينما أحصى ذاك 2000
            if third is not None and first.sentence == account.sentence and third.speaker_id != account.speaker_id:
                yield third.id, account.id


def _is_later_stand(stand: Account, account: Account) -> bool:
    """Whether a number is its speaker's latest: of two of one day the greater one, of which the other may be a part."""
    now, then = account.holding.order, stand.holding.order
    return now > then or (now == then and named(account)[1] >= named(stand)[1])


def faces(dossier: Dossier, one: Account, other: Account) -> bool:
    """Whether the text sets another speaker's number behind one against it, in its sentence, the next one or some sentences later."""
    text = dossier.text(one.n)
    words = text.where("set_against")
    return opposes(text, words, one, other) or _opens_against(text, words, one, other)


def disputes(dossier: Dossier, one: Account, other: Account) -> bool:
    """Whether the teller of a number speaks of the one told before it, which he puts his in the place of: both are of one thing,
    wherever each says that it was (``شكك المرصد في هذه الحصيلة، مؤكدا مقتل 90 في ريف كذا``).
    """
    if one.n != other.n or one.speaker_id == other.speaker_id:
        return False
    first, last = sorted((one, other), key=lambda account: account.figure.start)
    text = dossier.text(one.n)
    here, there = text.token_at(first.figure.start) + 1, text.token_at(last.figure.start)
    sentence = text.sentence(there)[0]
    return text.sentence(here)[1] >= sentence and _speaks_of_it(text, max(here, sentence), there)


def opposes(text: Text, words: list[int], one: Account, other: Account) -> bool:
    """Whether another speaker's number behind one is set against it; ``words`` are the text's words of contrast."""
    if one.speaker_id == other.speaker_id:
        return False
    return _set_against(text, words, one, other) or _is_told_anew(text, one, other)


def _set_against(text: Text, words: list[int], one: Account, other: Account) -> bool:
    """Whether a word of contrast stands after the first and no later than the second's sentence, which follows the first's or is it.

    One that opens the sentence of both sets them against each other too (``وفيما قال المرصد إنهم 56، تحدث ناشطون عن 120``).
    """
    here, there = text.token_at(one.figure.start), text.token_at(other.figure.start)
    sentence, next = text.sentence(here), text.sentence(there)
    if sentence != next and text.sentence(sentence[1]) != next:
        return False
    if one_in(words, here + 1, there) or one_in(text.where("reset_verb"), here + 1, there) or _speaks_of_it(text, here + 1, there):
        return True
    return sentence == next and one_in(words, sentence[0], sentence[0] + _OPENING)


def _opens_against(text: Text, words: list[int], one: Account, other: Account) -> bool:
    """Whether a word of contrast opens the second's sentence, some sentences behind the first's, that nothing alike stands between:
    ``في المقابل، قال المرصد إن عدد القتلى 900``.
    """
    begin, end = text.sentence(text.token_at(one.figure.start))[1], other.sentence
    if one.speaker_id == other.speaker_id or None in (one.speaker, other.speaker):
        return False
    if not (one_in(words, end, end + _OPENING) or _speaks_of_it(text, end, text.token_at(other.figure.start))):
        return False
    for _ in range(_BETWEEN):
        if begin >= end:
            break
        begin = text.sentence(begin)[1]
    return begin >= end


def _speaks_of_it(text: Text, first: int, last: int) -> bool:
    """Whether the number told before is spoken of in the tokens [first, last), or another one in its place:
    ``شكك في هذه الحصيلة``, ``وهو رقم وصفته القيادة``, ``أوردت الوزارة حصيلة أدنى``.
    """
    nouns = text.where("told_number")
    for i in nouns[bisect_left(nouns, first) : bisect_left(nouns, last)]:
        before = text.forms[i - 1]
        if text.words[i].entries["told_number"].article:
            is_of_it = before in _THIS or text.forms[i] in _THE_NUMBER
        else:
            is_of_it = before in _WHICH_IS or "otherness" in text.word(i + 1).entries
        if is_of_it:
            return True
    return False


def _is_told_anew(text: Text, one: Account, other: Account) -> bool:
    """Whether a number is told of by a definite noun (``إن العدد في المدينة 90``), which means the one told right before."""
    there = text.token_at(other.figure.start)
    begin = text.sentence(there)[0]
    if one.sentence < begin and text.sentence(text.token_at(one.figure.start))[1] != begin:
        return False
    return one_in(text.where(_is_the_number), max(begin, there - _NEAR), there)


def _is_the_number(word: Word) -> bool:
    """Whether a word is the noun of a number with the article: ``العدد``, ``الحصيلة``."""
    hit = word.entries.get("count_head")
    return hit is not None and hit.article
