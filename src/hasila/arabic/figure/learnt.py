"""Learnt: what sentences and news have taught that the words around a figure speak for, where no rule tells it or against one."""

from collections.abc import Callable

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.alive import are_alive
from hasila.arabic.figure.continued import HURT
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.guess import may_be
from hasila.arabic.figure.holder import ENEMY_STRENGTH, IS_FOREIGNER
from hasila.arabic.figure.retold import counts_dead
from hasila.codebook import Codebook, Indicator
from hasila.codebook.learn import SURE, Clause, learnt, outvoted
from hasila.codebook.match import is_barred
from hasila.text import Known, Text, analyse, one_in

LEARNT_OF = ("total", "rate")  # the roles that sentences teach of
_ODDS = 8.0  # how many times likelier an indicator has to be than the one that rules found
_ODDS_SIDED = 40.0  # and where grammar says whose men were lost, or live, or which figure it goes on with
_FOREIGN, _NATION = "foreign_fighters", frozenset(("nationality", "nation_people"))
_RECRUITS, _STOCKS = "enemy_recruits", frozenset((_FOREIGN, ENEMY_STRENGTH))
_NEAR_BEFORE, _NEAR_BEHIND = 8, 2
_MOST, _TERROR = 6, "ارهاب"
_DEATH = frozenset(("died", "dead_noun", "life", "killer_verb"))
_AS_IF = -2  # as sure of whose it is as by so many words


def learnt_indicator(
    text: Text, draft: Draft, codebook: Codebook, fits: Callable[[Draft, Indicator, int], bool], actors: Actors
) -> str | None:
    """The indicator that the words of its clause speak for by what sentences have taught, where no match fits and grammar allows it."""
    words = draft.words
    found = learnt(words, codebook) if words is not None else None
    indicator = codebook.indicator(found) if found is not None else None
    if indicator is not None and text.forms[draft.first - 1].removeprefix("و") in HURT and counts_dead(indicator, codebook):
        return None
    if indicator is not None and counts_dead(indicator, codebook) and are_alive(text, draft):
        return None
    if indicator is None or words is None or not fits(draft, indicator, _AS_IF) or not may_be(text, draft, indicator, codebook, actors):
        return None
    if is_barred(indicator, words.counted, words.words, words.unit, codebook) and learnt(words, codebook, SURE) is None:
        return None
    return indicator.id


def likelier_indicator(
    text: Text, draft: Draft, before: Draft | None, codebook: Codebook, fits: Callable[[Draft, Indicator, int], bool], actors: Actors
) -> str | None:
    """The indicator that the words of its clause speak for far more than for the one that rules found, where grammar allows it; so does
    what goes on in the sentence of one that was found so.
    """
    if draft.words is None or draft.indicator is None or _may_be_anybodys(text, draft) or (draft.counted is None and draft.unit is None):
        return None
    is_open = draft.loser is None and draft.holder is None and draft.series is None
    odds = _ODDS if is_open else _ODDS_SIDED
    found = outvoted(draft.words, codebook, draft.indicator, odds) if draft.role in LEARNT_OF else None
    if found is not None and draft.untold is not None and outvoted(draft.untold, codebook, draft.indicator, odds) != found:
        found = None  # it is who tells it that speaks for it
    if found is None and before is not None and before.outvoted == draft.indicator and before.sentence == draft.sentence:
        found = before.indicator
    indicator, other = codebook.indicator(found), codebook.indicator(draft.indicator)
    if indicator is None or other is None or not fits(draft, indicator, _AS_IF):
        return None
    dead, other_dead = counts_dead(indicator, codebook), counts_dead(other, codebook)
    if dead != other_dead and other_dead == any(map(_tells_death.__getitem__, draft.words.words)):
        return None
    nation = _FOREIGN in (found, draft.indicator) and _tells_nation_near(draft.untold or draft.words)
    if {found, draft.indicator} == _STOCKS and (found == _FOREIGN) != nation:
        return None  # whether a foe's men are foreigners is told by what they are called
    if found == _FOREIGN and draft.indicator == _RECRUITS and not nation:
        return None  # so are those who join him
    return indicator.id if may_be(text, draft, indicator, codebook, actors) else None


def _tells_nation_near(words: Clause) -> bool:
    """Whether a word at a number says of what nation those counted are, or that they are foreigners."""
    near = words.words[max(0, words.at - _NEAR_BEFORE) : words.stop + _NEAR_BEHIND]
    return any(map(_tells_nation.__getitem__, near))


@Known
def _tells_nation(form: str) -> bool:
    """Whether a form says of what nation somebody is, or that he is a foreigner."""
    word = analyse(form)
    return "country" not in word.entries and (IS_FOREIGNER[word] or not _NATION.isdisjoint(word.entries))


@Known
def _tells_death(form: str) -> bool:
    """Whether a form tells that somebody died."""
    return not _DEATH.isdisjoint(analyse(form).entries)


def _may_be_anybodys(text: Text, draft: Draft) -> bool:
    """Whether those counted may be anybody's: most of them only, or all that violence killed, but for terror."""
    if one_in(text.where("most_of_them"), draft.end, draft.end + _MOST):
        return True
    first, last = draft.sentence
    return one_in(text.where("all_violence"), first, last) and not any(_TERROR in form for form in text.forms[first:last])
