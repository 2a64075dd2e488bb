"""Unlike: what keeps a figure from going on with those told before it: other dead, another thing or war, or one of many."""

from collections.abc import Sequence
from itertools import pairwise

from hasila.arabic.figure.draft import STATES, Draft, counts_dead_ones, kind_of
from hasila.arabic.figure.each import is_each
from hasila.arabic.figure.elsewhere import is_elsewhere
from hasila.arabic.figure.fired import is_fired
from hasila.arabic.figure.holder import ENEMY_STRENGTH
from hasila.arabic.figure.side import DEAD
from hasila.arabic.figure.taken import is_taken
from hasila.arabic.figure.toll import ATTACK_DEATHS
from hasila.arabic.figure.wounded import are_no_dead
from hasila.codebook import Codebook
from hasila.codebook.match import is_never
from hasila.text import Text

_DEAD = frozenset(DEAD.values())
_LOST = _DEAD | {ATTACK_DEATHS}
_LOSSES_REACH = 10


def without_states(draft: Draft, told: Sequence[Draft], codebook: Codebook) -> Sequence[Draft]:
    """Those told before that a number can go on with: so many states there are not (``20 ألفا من 90 دولة، وتقول كذا 18 ألفا``)."""
    low = draft.low if draft.low is not None else draft.high
    if draft.unit is not None or low is None or low <= STATES:
        return told
    return [d for d in told if d.indicator is None or (i := codebook.indicator(d.indicator)) is None or i.unit != "state"]


def are_others_dead(text: Text, draft: Draft, series: Draft) -> bool:
    """Whether grammar or their noun tells that those counted are the dead of another side than those they would go on with."""
    if series.indicator not in _DEAD:  # بقي 900 مسلح. والحصيلة المؤكدة هي 90 قتيلا
        return series.indicator == ENEMY_STRENGTH and counts_dead_ones(text, draft)
    if draft.loser is not None:
        return series.indicator != DEAD[draft.loser]
    if series.indicator == DEAD["civil"] and _are_losses_of_force(text, draft):
        return True
    return kind_of(text, draft) == "civilian" and draft.like is None and series.indicator != DEAD["civil"]


def _are_losses_of_force(text: Text, draft: Draft) -> bool:
    """Whether its clause tells of a force's losses: ``خسائر قواته لم تتجاوز 90 قتيلا``."""
    words = text.words[max(draft.after, draft.first - _LOSSES_REACH) : draft.first]
    return any("bereft_noun" in one.entries and "fighting_force" in other.entries for one, other in pairwise(words))


def is_none_of_it(text: Text, draft: Draft, codebook: Codebook) -> bool:
    """Whether what goes on with a figure told before can't be of its indicator."""
    return (
        is_taken(text, draft, draft.indicator)
        or (draft.indicator in _LOST and are_no_dead(text, draft))
        or is_each(text, draft, draft.indicator)
        or _is_of_else(text, draft, codebook)
        or is_fired(text, draft, draft.indicator)
        or _is_never(text, draft, codebook)
    )


def _is_never(text: Text, draft: Draft, codebook: Codebook) -> bool:
    """Whether its own clause has a word that its codebook rules out: ``وخلفت الحرب 90 قتيلا``, behind the dead of an epidemic."""
    indicator = codebook.indicator(draft.indicator)
    return indicator is not None and is_never(indicator, text.forms[draft.segment : draft.clause[1]], codebook)


def _is_of_else(text: Text, draft: Draft, codebook: Codebook) -> bool:
    """Whether a figure that goes on with what was told is of something else (``و90 من فصائل أخرى``)."""
    indicator = codebook.indicator(draft.indicator)
    return indicator is not None and codebook.enemy is not None and is_elsewhere(text, draft, indicator, codebook)
