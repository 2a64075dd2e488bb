"""Shares and sums told anew: what another voice puts in the place of one just told, without a word of what it is of.

``وترفع بغداد النسبة إلى 60 بالمئة``, ``ووضعها مركز مستقل عند 700 مليون``, ``أما الباحثون فتوصلوا إلى 98 مليارا``.
"""

from collections.abc import Sequence

from hasila.arabic.figure.bare import SET_AGAINST
from hasila.arabic.figure.bereft import tells_loss
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.known import known
from hasila.arabic.figure.renumbered import was_before
from hasila.arabic.figure.side import OPENERS
from hasila.codebook import Codebook, Indicator
from hasila.text import FINITE, Known, Text, Word, analyse, find_lines, fold_word, last_in, lexeme, one_in

AMOUNTS = frozenset(("percent", "fraction", "money", "measure"))
_AS_TOLD = frozenset(("total", "increment"))
_REACH, _SENTENCES = 9, 2
_OF = frozenset(("من", "منها", "منه"))
_AT = frozenset(("ما", "بما", "وما"))
_TO = frozenset(("الي", "عند"))
_THEM = frozenset(("ها", "ه"))
_BUT = frozenset(("لكن", "ولكن", "الا", "غير", "بيد", "فيما", "بينما", "حين", "مقابل", "وبينما"))
_COUNTS = frozenset(("cardinal", "range"))
_AFTER = frozenset(("بعدما", "بعد", "فيما", "بينما", "حين", "وقد"))
_TELLING = frozenset(("speech_verb", "assess_verb", "reassess_verb", "conclude_verb", "total_verb", "amount_verb", "level_verb",
                      "comparison_verb", "comparison_verb_on", "auxiliary", "function"))  # fmt: skip


def retold(text: Text, draft: Draft, told: Sequence[Draft], by_pronoun: bool = False) -> Draft | None:
    """The figure ``told`` before whose share or sum a number of such an amount tells anew; None where it doesn't, or says what it is of.

    ``by_pronoun``: only where a verb's pronoun stands for it.
    """
    takes_up = text.where(_takes_up)
    if not told or not takes_up or text.forms[draft.last] in _OF:
        return None
    opening = max(draft.segment, draft.first - _REACH)
    if _comes_to(text, opening) and text.forms[opening].startswith("و"):  # النسبة أكبر، وتصل إلى 60 في المئة
        opening = max(draft.sentence[0], draft.first - _REACH)
    at = last_in(takes_up, opening, draft.last)
    if at is not None and (_comes_to(text, at) or at == draft.first - 1):  # النسبة تصل إلى 60 في المئة, المجموع بلغ 9 ملايين
        at = last_in(takes_up, opening, at) if one_in(takes_up, opening, at) else at
    if at is None or not (_has_it(text, at) or (not by_pronoun and _means_it(text, draft, at))):
        return None
    start = draft.sentence[0]
    for _ in range(_SENTENCES):
        start = text.sentence(start - 1)[0] if start else 0
    base = (draft.unit or "").partition("/")[0]
    kept = (d for d in reversed(told) if d.first >= start and (d.unit or "").partition("/")[0] == base and not was_before(text, d))
    return next((d for d in kept if d.indicator), None)


def countered(text: Text, draft: Draft, told: Sequence[Draft], codebook: Codebook) -> Draft | None:
    """The count of dead told just before, against which another voice sets this one, of dead too: ``فيما تحدث النائب عن عشرين شهيدا``."""
    start = draft.sentence[0]
    if not _is_set_against(text, start, draft.first):
        return None
    last = next((d for d in reversed(told) if d.first >= start and d.indicator and d.unit is None), None)
    if last is None or draft.unit is not None or not _is_set_against(text, last.end, draft.first):
        return None
    said = [text.words[k].entries.get("speech_verb") for k in range(last.end, draft.first)]
    indicator = codebook.indicator(last.indicator)
    if indicator is None or not any(hit is not None and hit.tag in FINITE for hit in said) or _tells_of_living(text, draft):
        return None
    return last if counts_dead(indicator, codebook) else None


def _is_set_against(text: Text, first: int, last: int) -> bool:
    return any(one_in(text.where(cls), first, last) for cls in ("contrast", "adversative"))


def counts_dead(indicator: Indicator, codebook: Codebook) -> bool:
    """Whether the dead are what is counted."""
    return indicator.id in known(codebook).dead


def _tells_of_living(text: Text, draft: Draft) -> bool:
    """Whether its own clause, which أن opens, tells of nobody dead and of no number told: ``بينما قال القائد إن في المدينة 300 مسلح``."""
    first, last = draft.segment, draft.clause[1]
    if text.forms[first - 1] not in OPENERS or last_in(text.where(_tells_dead), first, last) is not None:
        return False
    heads = (word.entries.get(cls) for word in text.words[first : draft.first] for cls in ("count_head", "value_head"))
    return not any(hit is not None and (hit.article or hit.pronoun) for hit in heads)


def _tells_dead(word: Word) -> bool:
    return "dead_noun" in word.entries or tells_loss(word)


def formerly(text: Text, draft: Draft, told: Sequence[Draft]) -> Draft | None:
    """The figure of its sentence that a bare number was before, or that is compared with it: ``وصل إلى 30 ألف مقاتل بعدما كان 12 ألفا``,
    ``بلغ عددهم 30 ألف مقاتل مقابل 12 ألفا قبل عام``.
    """
    last = told[-1]
    if last.sentence != draft.sentence or last.noun is None or last.indicator is None or last.role != "total":
        return None
    if (draft.has_noun_behind and draft.like is None) or draft.type not in _COUNTS or draft.unit is not None:
        return None
    between = text.forms[last.end : draft.first]
    if was_before(text, draft):
        is_former = not _AFTER.isdisjoint(between)
    else:
        heads = text.where("count_head")
        is_former = not SET_AGAINST.isdisjoint(between[-2:]) and bool(heads) and one_in(heads, last.sentence[0], last.first)
    return last if is_former and last.unit is None and not any(map(TELLS_ELSE.__getitem__, between[:-1])) else None


def set_against(text: Text, draft: Draft, told: Sequence[Draft]) -> Draft | None:
    """The figure of its sentence against which another voice sets this one, bare or of a pronoun: ``فيما يقول المرصد إنهم 90``."""
    last = draft.like or told[-1]
    if last.sentence != draft.sentence or last.noun is None or last.indicator is None or last.unit is not None:
        return None
    is_bare = draft.noun is None or draft.like is not None or _is_its_number(text, draft.noun)
    if not is_bare or draft.type not in _COUNTS or draft.role != "total" or _BUT.isdisjoint(between := text.forms[last.end : draft.first]):
        return None
    return None if any(map(TELLS_ELSE.__getitem__, between)) else last


def _is_its_number(text: Text, noun: int) -> bool:
    hit = text.words[noun].entries.get("count_head")
    return hit is not None and hit.pronoun != ""


@Known
def TELLS_ELSE(form: str) -> bool:
    """Whether a word is a verb of its own, none of telling, estimating or amount."""
    entries = analyse(form).entries
    return _TELLING.isdisjoint(entries) and any(hit.tag in FINITE for hit in entries.values())


def _takes_up(word: Word) -> bool:
    entries = word.entries
    return "value_head" in entries or "reassess_verb" in entries or "conclude_verb" in entries


def _comes_to(text: Text, at: int) -> bool:
    return "conclude_verb" in text.words[at].entries


def _has_it(text: Text, at: int) -> bool:
    """Whether a verb at token ``at`` has a pronoun for what was told: ``قدرها``."""
    verb = text.words[at].entries.get("reassess_verb")
    return verb is not None and verb.tag in FINITE and verb.pronoun in _THEM


def _means_it(text: Text, draft: Draft, at: int) -> bool:
    """Whether the word at token ``at`` stands for the amount told before: a definite noun, or a verb of coming to a sum."""
    head, conclusion = (text.words[at].entries.get(cls) for cls in ("value_head", "conclude_verb"))
    if head is not None and (head.article or head.pronoun in _THEM):
        return text.forms[at - 1] not in _AT
    is_conclusion = conclusion is not None and conclusion.tag in FINITE
    return is_conclusion and draft.type == "money" and text.forms[draft.first - 1] in _TO


def settle_titles(text: Text, drafts: Sequence[Draft]) -> None:
    """Give the totals of a title the indicator, where they have none, and the role that the same numbers of the same things have below.

    A title says no more than it has room for: ``مقتل 31 وزيرا``, of which the text tells that they are 31 others.
    """
    stop = text.derived(find_lines)[0][1]
    for n, draft in enumerate(drafts):
        if draft.first >= stop or draft.end > stop:
            return
        if draft.role == "total" and draft.counted is not None:
            sort = lexeme(fold_word(draft.counted))
            same = next((d for d in drafts[n + 1 :] if _is_same(d, draft, sort)), None)
            if same is not None:
                draft.role, draft.indicator = same.role, draft.indicator or same.indicator
                draft.time = draft.time or same.time


def _is_same(told: Draft, draft: Draft, sort: str) -> bool:
    """Whether a figure of the indicator, of any where the other has none, is of the same number and the same things."""
    if told.indicator is None or draft.indicator not in (None, told.indicator) or told.role not in _AS_TOLD:
        return False
    same = (told.low, told.high, told.unit) == (draft.low, draft.high, draft.unit)
    return same and told.counted is not None and lexeme(fold_word(told.counted)) == sort
