"""Nationalities, without those that are another word (``العجز المالي`` is of money and not of Mali), and من before a country."""

from collections.abc import Mapping

from hasila.text import Found, Text

_MALI, _MONEY = "ml", frozenset(("مالي", "ماليه", "ماليا", "المالي", "الماليه"))
_NAMED = ("country", "capital")
_FROM = frozenset(("من", "ومن"))


def nations_of(text: Text) -> Mapping[int, Found]:
    """The nationalities of a text by their tokens; ``مالي`` only where the text names Mali or its capital.

    >>> from hasila.text import prepare
    >>> [len(nations_of(prepare(words))) for words in ("العجز المالي", "الجيش المالي في باماكو", "الجيش الفرنسي")]
    [0, 1, 1]
    """
    nations = text.found("nationality")
    doubtful = [i for i, found in nations.items() if found.hit.value == _MALI and _stem(text.forms[i]) in _MONEY]
    if not doubtful or any(found.hit.value == _MALI for cls in _NAMED for i, found in text.found(cls).items() if i not in doubtful):
        return nations
    return {i: found for i, found in nations.items() if i not in doubtful}


def is_from_country(text: Text, i: int) -> bool:
    """Whether من stands at a token and leads from a country: ``6 آلاف من تونس``."""
    return text.forms[i] in _FROM and text.has(i + 1, "country")


def _stem(form: str) -> str:
    for clitic in ("و", "ب", "ل"):
        form = form.removeprefix(clitic)
    return "ال" + form[1:] if form.startswith("لم") else form
