"""Pronouns that a number completes: ``إنهم 900``, ``إنها، كما قال، لا تتجاوز 90``."""

from typing import Literal

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.inset import unbroken
from hasila.text import Known, Text, analyse

Kind = Literal["people", "things", "number"]
_KINDS: dict[Kind, tuple[str, ...]] = {
    "people": ("انهم", "بانهم", "هم", "لانهم"),
    "things": ("انها", "بانها", "هي", "لانها"),
    "number": ("انه", "بانه", "هو"),
}
# what each stands for: people, things or money, or a number spoken of before
THEY = {f"{joined}{form}": kind for kind, forms in _KINDS.items() for joined in ("", "و", "ف") for form in forms}
AMOUNT = frozenset(("total_verb", "amount_verb", "comparison_verb", "comparison_verb_on", "level_verb", "auxiliary"))
_TIMES = frozenset(("unit_one", "unit_many", "time_this", "time_step", "time_part", "month", "each_time", "beginning_noun"))
_LIGHT = frozenset(("function", "adverbial", "now_word", "approximator", "range_opener", "count_head", "value_head", "until_now", *AMOUNT))
_STEPS = frozenset(("عند", "حدود", "بما", "ما", "نحو", "يعد", "تعد", "يعدون", "فقط", "علي", "الي", "ب", "عن"))
_STEP_REACH = 8


def completes(text: Text, draft: Draft) -> bool:
    """Whether a number is all that is said of whom ``إنهم`` or ``إنها`` stands for: ``وقال إنهم 900``."""
    for i in reversed([*unbroken(text, draft.sentence[0], draft.first)][-_STEP_REACH:]):
        form = text.forms[i]
        if form in THEY:
            return True
        if not LIGHTLY[form]:
            return False
    return False


@Known
def LIGHTLY(form: str) -> bool:
    """Whether a word between a pronoun and its number tells nothing else of it: a verb of amount, a particle, an adverb."""
    word = analyse(form)
    return not _LIGHT.isdisjoint(word.entries) or word.kind == "mark" or form in _STEPS


@Known
def TELLS_WHEN(form: str) -> bool:
    """Whether a word between a pronoun's verb and its number is one of time: ``إنها وصلت هذا العام إلى 90``."""
    return not _TIMES.isdisjoint(analyse(form).entries)
