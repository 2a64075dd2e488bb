"""Recalls: the figure told before that a word of the text takes up, whose series the next number goes on with."""

from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.heading import same_as_before
from hasila.arabic.figure.picked import ROLLS
from hasila.arabic.figure.pronoun import OPPOSING, SHARES, stood_for
from hasila.arabic.figure.renumbered import estimated, renumbered
from hasila.arabic.figure.retold import AMOUNTS, countered, formerly, retold, set_against
from hasila.codebook import Codebook
from hasila.text import Text, Word, fold_word, one_in

_REACH = 8  # of the words below
_NAMES = frozenset(("اسم", "اسما", "اسماء"))
_STATES = frozenset(("state", "participant"))


def recalled(text: Text, draft: Draft, told: Sequence[Draft], codebook: Codebook) -> Draft | None:
    """The one of those ``told`` before that a pronoun, a verb of estimating, or a noun for its number or share stands for.

    No sum of money goes on with people or things (``قتل 24 شخصا، علما بأن الكلفة ارتفعت إلى 10 مليارات``).
    """
    first, found, takes_up = draft.first, None, text.where(_takes_up)
    if takes_up and one_in(takes_up, first - _REACH, first):
        found = estimated(text, draft, told) or renumbered(text, draft, told)
    is_amount = draft.type in AMOUNTS
    if found is None and (first - told[-1].end <= OPPOSING or (is_amount and draft.type in SHARES)):
        found = stood_for(text, draft, told)
    if found is None and is_amount:
        found = retold(text, draft, told, by_pronoun=True)
    if found is None and draft.counted is not None and fold_word(draft.counted) in _NAMES:
        found = _listed_anew(text, draft, told, codebook)
    found = found or formerly(text, draft, told) or set_against(text, draft, told) or countered(text, draft, told, codebook)
    found = found or (same_as_before(text, draft, told) if draft.naming else None)
    return None if found is not None and draft.type == "money" and found.unit != draft.unit else found


def _listed_anew(text: Text, draft: Draft, told: Sequence[Draft], codebook: Codebook) -> Draft | None:
    """The states told of just before whose names a list has (``إلا أن القائمة لا تحوي غير 61 اسما``)."""
    if not one_in(text.where(_is_roll), draft.sentence[0], draft.first):
        return None
    start = text.sentence(draft.sentence[0] - 1)[0] if draft.sentence[0] else 0
    for d in reversed(told):
        indicator = codebook.indicator(d.indicator) if d.first >= start and d.role == "total" and d.unit is None else None
        if indicator is not None and indicator.unit in _STATES:
            return d
    return None


def _is_roll(word: Word) -> bool:
    return word.form.removeprefix("و") in ROLLS


def _takes_up(word: Word) -> bool:
    """Whether a word may take up a number told before: a verb of estimating with its object, ``العدد``."""
    entries = word.entries
    heads = (entries.get("value_head"), entries.get("count_head"))
    return ("assess_verb" in entries and entries["assess_verb"].pronoun != "") or any(hit is not None and hit.article for hit in heads)
