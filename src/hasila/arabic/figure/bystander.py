"""Bystanders: people told of by what they are to a text or by their trade, who neither died there nor fight.

``استند إلى شهادات 90 ناجيا``, ``قابل الفريق 90 طالبا``, ``سحبت جوازات سفر 90 شخصا``: no word of their own clause says that they fell,
were hurt, or joined anybody.
"""

from hasila.arabic.figure.draft import Draft, is_joined
from hasila.text import Text, one_in

_OF_THE_DEAD = frozenset(("civilian_deaths", "attack_deaths", "enemy_killed", "own_losses", "attack_injuries"))
_PEOPLE = _OF_THE_DEAD | {"enemy_strength", "enemy_recruits", "foreign_fighters", "troops_deployed"}
_HARM = ("died", "mishap", "dead_noun", "befall_verb", "slay_verb", "strike_noun", "hurt_word", "toll_verb")
_JOIN = ("recruit_word", "joining_word")
_BEHIND, _OWNED = 10, 2
_ADDED = frozenset(("الي", "عن", "جانب"))  # إضافة إلى، فضلا عن، إلى جانب
_MEMBER, _WITHIN = ("عضو", "اعضاء"), frozenset(("في", "ب", "داخل"))


def is_bystander(text: Text, draft: Draft, indicator: str) -> bool:
    """Whether those counted are told of by a noun for such people, or only what is theirs is told of."""
    is_behind = text.has(draft.last, "bystander")
    if is_behind and draft.unit is None and (draft.noun is None or draft.noun < draft.first):
        return True  # none of those told before: شنت 90 غارة، مضيفا أن هناك 30 شاهدا
    if indicator not in _PEOPLE:
        return False
    if text.where("their_thing") and _is_theirs(text, draft):
        return True
    if draft.noun is None or not ("bystander" in text.words[draft.noun].entries or sit(text, draft)):
        return False
    return not _befell(text, draft, _HARM if indicator in _OF_THE_DEAD else _JOIN)


def _is_theirs(text: Text, draft: Draft) -> bool:
    """Whether what belongs to so many stands right before their number, and none of them is told to have died."""
    first = draft.first - ("approximator" in text.words[draft.first - 1].entries)
    found = (text.find(i, "their_thing") for i in range(max(draft.segment, first - _OWNED), first))
    if not any(it is not None and it.stop == first and not it.hit.article for it in found):
        return False
    named = draft.noun is not None and "dead_noun" in text.words[draft.noun].entries
    return not named and not one_in(text.where("died"), draft.end, min(draft.clause[1], draft.end + _BEHIND))


def sit(text: Text, draft: Draft) -> bool:
    """Whether those counted are members of an organ of one state: ``430 عضوا في البرلمان``, ``90 عضو كونغرس``."""
    at = draft.end + (text.forms[draft.end] in _WITHIN)
    return draft.noun is not None and text.forms[draft.noun].startswith(_MEMBER) and text.has(at, "state_organ")


def _befell(text: Text, draft: Draft, classes: tuple[str, ...]) -> bool:
    """Whether a word of one of the classes stands in the clause of those counted, which those told before share only if joined to them."""
    is_added = is_joined(text, draft) or text.forms[draft.first - 1] in _ADDED
    start = draft.segment if is_added else max(draft.segment, draft.after)
    stop = max(draft.end, min(draft.clause[1], draft.sentence[1], draft.end + _BEHIND))
    return any(one_in(places, start, stop) for cls in classes if (places := text.where(cls)))
