"""Where the description of an unnamed speaker begins: a relative clause without pronoun, which Arabic puts after an indefinite noun."""

from collections.abc import Mapping
from functools import lru_cache

from hasila.arabic.name import Mention
from hasila.arabic.speech.word import NEAR_NAME, OWN_NAME, is_verb
from hasila.text import Text, analyse

_NISBA = ("ي", "يه", "ين", "ون", "يان")
_NOUNS = frozenset(["common_noun", "counted_noun", "source_noun", "body_noun", "account_noun"])
_LEAST_SHAPED = 4
_DENIALS = frozenset(["لم", "لا", "لن"])
_ENTITLED = ("مخول", "مصرح", "مفوض", "مسموح", "راغب")
BELONGING = "تابع"


def described(text: Text, named: Mapping[int, Mention], first: int, stop: int) -> int:
    """The token at which a verb begins to tell of the speaker at ``first`` (``مسؤول أوروبي حضر الجلسة``), ``stop`` where none does.

    A definite noun needs a pronoun for that, and has none here (W. Wright, A Grammar of the Arabic Language, II, § 172).
    """
    head = text.words[first].entries.get("source_noun") or analyse(text.forms[first].removesuffix("ا")).entries.get("source_noun")
    if head is None or head.article or head.pronoun:
        return stop
    for i in range(first + 1, stop):
        if i in named or text.kinds[i] != "word" or (text.forms[i] == BELONGING and belongs(text, i)):
            continue
        if (
            _withholds(text, i)
            or _tells(text.forms[i])
            or (i > first + 1 and looks_verbal(text.forms[i]) and _complete(text, named, i - 1))
        ):
            return i
    return stop


def _withholds(text: Text, i: int) -> bool:
    """``مصدر لم يذكر اسمه``, ``ضابط غير مخول بالتصريح``: whether it is told that somebody names himself not, or may not speak."""
    if text.forms[i] == "غير":
        return text.forms[i + 1].startswith(_ENTITLED)
    return text.forms[i] in _DENIALS and not OWN_NAME.isdisjoint(text.forms[i + 2 : i + 2 + NEAR_NAME])


def belongs(text: Text, i: int) -> bool:
    """``فريق تابع للأمم المتحدة``: whether ``تابع`` is no verb, but tells with ل to whom the noun before it belongs."""
    return text.kinds[i - 1] == "word" and text.forms[i + 1].startswith("ل")


@lru_cache(maxsize=100_000)
def _tells(form: str) -> bool:
    """Whether a word is listed as a verb that tells of a speaker himself, or is its participle in the accusative (``طالبا``)."""
    hit = analyse(form).entries.get("described_verb")
    if hit is None or hit.clitics or hit.article:
        return False
    return hit.tag in ("past", "present") or (hit.tag == "participle" and form.endswith("ا"))


@lru_cache(maxsize=100_000)
def looks_verbal(form: str) -> bool:
    """Whether a word is a listed verb and no noun, or has a past's ending or third form (``عملت``, ``واكب``)."""
    entries = analyse(form).entries
    if form.endswith("ت") and not form.endswith("ات") and len(form) >= _LEAST_SHAPED and _NOUNS.isdisjoint(entries):
        return True
    if entries:
        return _NOUNS.isdisjoint(entries) and is_verb(form)
    stem = form.removesuffix("ت")
    return len(stem) == _LEAST_SHAPED and stem[1] == "ا" and stem[0] != "م" and not stem.endswith(("ي", "ه"))


def _complete(text: Text, named: Mapping[int, Mention], i: int) -> bool:
    """Whether a phrase may be complete with token ``i``: an adjective, a definite noun or a name, and no noun in construct."""
    form = text.forms[i]
    if "preposition" in text.words[i].entries:
        return False
    return i in named or form.startswith(("ال", "لل", "بال")) or form.endswith(_NISBA) or "title_adjective" in text.words[i].entries
