"""What is all that is owned up to yet: it holds when that is told, whenever and wherever that befell.

``لم يعترف الجيش حتى تاريخه إلا بمقتل طفلتين في حارم يوم كذا``: the two are his whole count up to now, and no toll of one day.
"""

from collections.abc import Sequence

from hasila.records import Figure, Time
from hasila.text import Text, Word, last_in, one_in

_NOT = frozenset(f"{joined}{form}" for joined in ("", "و", "ف") for form in ("لم", "لا", "لن", "ما"))
_BUT = frozenset(("الا", "سوي", "غير"))
_NEAR, _FAR = 8, 16  # tokens from إلا to the number, and from the verb that is denied to إلا


def owned_up_to(text: Text, figure: Figure, times: Sequence[Time]) -> bool:
    """Whether a number is all that somebody owns up to, or has counted up to now: a denied verb, and a rest behind it."""
    rests = text.where(_is_rest)
    if not rests:
        return False
    first = text.token_at(figure.start)
    begin = text.sentence(first)[0]
    rest = last_in(rests, max(begin, first - _NEAR), first)
    verb = last_in(text.where("owning_verb"), max(begin + 1, rest - _FAR), rest) if rest is not None else None
    if rest is None or verb is None or text.forms[verb - 1] not in _NOT:
        return False
    if one_in(text.where("until_now"), verb, rest):
        return True
    if figure.time and "/" in figure.time and not figure.time.endswith(".."):
        return False  # لا يعترف إلا بمقتل 90 من آب إلى نهاية أيار
    dates = sorted(text.token_at(time.start) for time in times if time.type == "DATE")
    return text.words[verb].entries["owning_verb"].value == "own" and not one_in(dates, verb, first)


def _is_rest(word: Word) -> bool:
    return word.form in _BUT
