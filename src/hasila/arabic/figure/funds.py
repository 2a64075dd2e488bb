"""Funds: what a foe spends himself is no cost of fighting him, and what others get, or give to others, is none of his money."""

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.known import known
from hasila.arabic.figure.subject import Subjects
from hasila.codebook import Indicator
from hasila.text import FINITE, last_in

_FREED_OF, _STEM, _BACK = frozenset(("المحرر", "المستع", "محرره", "مستعاد")), 6, 5  # المناطق المحررة من كذا


def is_anothers(draft: Draft, indicator: Indicator, actors: Actors, subjects: Subjects) -> bool:
    """Whether so much is spent by a foe, and no cost, or got by others, and none of his funds."""
    whose = known(actors.codebook)
    if indicator.id in whose.costs:
        return bool(actors.text.where("spend_verb")) and _is_spent_by_foe(draft, actors, subjects)
    if indicator.id not in whose.funds:
        return False
    return (bool(actors.text.where("get_verb")) and _is_got_by_others(draft, actors)) or _is_given(draft, actors)


def _is_spent_by_foe(draft: Draft, actors: Actors, subjects: Subjects) -> bool:
    """Whether a foe spends so much himself: ``ينفق التنظيم 9 ملايين``, ``نفقات التنظيم``; what he costs others he does not."""
    at = last_in(actors.text.where("spend_verb"), max(draft.segment, draft.after), draft.first)
    if at is None:
        return False
    spender = actors.next(at + 1, at + 2)
    if spender is None and actors.text.words[at].entries["spend_verb"].tag in FINITE:
        spender = subjects.subject(draft)
    return spender is not None and actors.is_foe(spender) and not actors.is_fought(spender)


def _is_given(draft: Draft, actors: Actors) -> bool:
    """Whether a foe is named only as from whom land was freed, or so much is given by others and not to him:
    ``قدمت هولندا 9 ملايين لصندوق المناطق المحررة من كذا``.
    """
    forms = actors.text.forms
    foes = [p for p in actors.between(*draft.sentence) if actors.is_foe(p)]
    if foes and all(_FREED_OF.intersection(form[:_STEM] for form in forms[max(0, p.first - _BACK) : p.first]) for p in foes):
        return True
    if _funds_others(draft, actors):
        return True
    gives = actors.text.where("give_verb")
    at = last_in(gives, draft.segment, draft.first) if gives else None
    if at is None or actors.text.words[at].entries["give_verb"].tag not in FINITE:
        return False
    giver = actors.at(at + 1)
    if giver is None or giver.first != at + 1 or actors.is_foe(giver):
        return False
    return not any(forms[p.first][: p.skip].endswith("ل") or forms[p.first - 1] == "الي" for p in foes)


def _funds_others(draft: Draft, actors: Actors) -> bool:
    """Whether what is funded is done against a foe, or for others: ``تمويل الحملة على كذا``, ``تمويل مشاريع الاستقرار``."""
    text = actors.text
    places = text.where("funding")
    at = last_in(places, draft.segment, min(draft.clause[1], draft.end + _BACK)) if places else None
    if at is None or "funded_thing" not in text.word(at + 1).entries:
        return False
    whose = actors.next(at + 2, at + 3)
    return whose is None or not actors.is_foe(whose)  # تمويل عمليات كذا


def _is_got_by_others(draft: Draft, actors: Actors) -> bool:
    """Whether a force that is no foe gets so much: ``حصل سلاح الجو على 60% من أموال الحرب على كذا أي 2 مليار``."""
    at = last_in(actors.text.where("get_verb"), draft.segment, draft.first)
    if at is None or actors.text.words[at].entries["get_verb"].tag not in FINITE:
        return False
    named = actors.at(at + 1) or actors.before(at, lambda p: p.last == at)
    return named is not None and not actors.is_foe(named) and actors.has_head(named, "force_head")
