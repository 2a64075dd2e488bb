"""Foreign: a foe's men of whom only some are told to be foreigners are his strength, and no foreign fighters.

``1500 مسلح، جلهم من الأجانب``, ``3500 مسلح، ربعهم أجانب``, ``400 من الانتحاريين والأجانب``.
"""

from hasila.arabic.figure.draft import Draft, kind_of
from hasila.arabic.figure.elsewhere import is_nation
from hasila.arabic.figure.holder import ENEMY_STRENGTH, IS_FOREIGNER
from hasila.arabic.figure.indicator import FRACTIONS
from hasila.arabic.figure.people import MOST_OF_THEM
from hasila.text import Text

_MANY_OF_THEM = MOST_OF_THEM | FRACTIONS
_ABOUT = frozenset(("نحو", "حوالي", "زهاء", "قرابه", "اكثر", "اقل", "من"))
_BOTH_REACH = 4  # tokens behind those counted to the foreigners who are joined to them


def are_partly_foreign(text: Text, draft: Draft, before: Draft | None) -> bool:
    """Whether fighters are counted of whom only some are told to be foreigners, right behind them, or whom a number of such men stands
    ``before`` (``إنهم 400 من الانتحاريين والأجانب، وهو رقم يقل عما قاله مسؤول أمريكي تحدث عن 1500 مسلح``).
    """
    if kind_of(text, draft) != "fighter":
        return False
    if before is not None and before.indicator == ENEMY_STRENGTH and draft.segment <= before.end and _are_of_both(text, before):
        return not any("foreigner" in word.entries or is_nation(word) for word in text.words[before.end + _BOTH_REACH : draft.end])
    if not (_are_some_of_them(text, draft) or _are_of_both(text, draft)):
        return False
    return not any(map(IS_FOREIGNER.__getitem__, text.words[draft.segment : draft.end]))


def _are_some_of_them(text: Text, draft: Draft) -> bool:
    """Whether a part of those counted is told of right behind them: ``، ونحو ربعهم``."""
    at = draft.end + (text.forms[draft.end] == "،")
    while text.form(at).removeprefix("و") in _ABOUT:
        at += 1
    return text.form(at).removeprefix("و") in _MANY_OF_THEM


def _are_of_both(text: Text, draft: Draft) -> bool:
    """Whether foreigners are joined by و to men who are none: ``900 من الانتحاريين والأجانب``, ``900 مقاتل محلي وأجنبي``."""
    end = draft.end
    joined = (i for i in range(end, min(end + _BOTH_REACH, draft.sentence[1])) if "foreigner" in text.words[i].entries)
    at = next(joined, None)
    if at is None or text.words[at].entries["foreigner"].clitics != "و":
        return False
    return at == end or "local_adjective" in text.words[at - 1].entries
