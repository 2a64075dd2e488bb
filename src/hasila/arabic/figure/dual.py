"""Duals that count: an indefinite dual of a counted noun says two (``قتيلان``, ``طائرتين``) without a number word.

A definite dual (``البلدين``), one with a pronoun or in the construct only refers (Wright I, § 299); a form that may as
well be a sound plural (``مدنيين``) is left alone, unless the word for two stands behind it.
"""

from collections.abc import Callable, Iterator, Sequence

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.number_of import is_number
from hasila.text import Hit, Text, Word, clause

_NOMINATIVE, _GOVERNING = "ان", ("ب", "ل", "ك")  # a dual that these govern ends in ين
_OF_PEOPLE, _OF_TWO = ("يان", "يين"), ("ان", "ين", "تا")
_COUNTRIES, _DUAL = "بلدان", "dual"
_TWO = frozenset(("اثنين", "اثنان", "اثنتين", "اثنتان"))


def dual_drafts(text: Text, taken: Callable[[], Sequence[bool]]) -> Iterator[Draft]:
    """A draft of two for each counting dual outside the tokens already taken by numbers, times and names.

    Few texts have a dual that counts, so what is ``taken`` is asked for only where there is one.
    """
    places = text.where(_is_dual)
    is_taken = taken() if places else ()
    for i in places:
        is_two, hit = text.forms[i + 1] in _TWO, _counted(text.words[i])
        assert hit is not None
        certain = hit.tag == _DUAL or (not hit.tag and text.forms[i].endswith(_NOMINATIVE))
        if is_taken[i] or not (certain or is_two) or _only_refers(text, i):
            continue
        start, end = text.place(i, i + 1, hit.skip)
        draft = Draft(i, i + 1, text.sentence(i), clause(text, i), start, 2, 2, "exact", None, "cardinal", i + 1 + is_two)
        draft.noun, draft.counted = i, text.stored[start:end]
        yield draft


def _counted(word: Word) -> Hit | None:
    """What the lists say of a word that may be the dual of a counted noun, or of a nation's people (``استشهد فلسطينيان``)."""
    hit = word.entries.get("counted_noun")
    if hit is not None:
        return hit if hit.tag in (_DUAL, "dual_or_plural") else None
    people = word.entries.get("nationality")
    return people if people is not None and word.form.endswith(_OF_PEOPLE) else None


def _is_dual(word: Word) -> bool:
    """Whether a word is an indefinite dual of a counted noun, or looks like one."""
    hit = _counted(word)
    if hit is None or hit.article or hit.pronoun:
        return False
    return not (word.form.endswith(_NOMINATIVE) and hit.clitics.endswith(_GOVERNING))


def _only_refers(text: Text, i: int) -> bool:
    """After a demonstrative, ``كلا`` or a number the dual points back to what is known; no dual is ``بلدان``, the plural, behind a
    preposition (a dual would be ``بلدين``) or in the construct (it would lose its ن).
    """
    if text.form(i).endswith(_COUNTRIES) and (text.form(i + 1).startswith("ال") or _is_preposition(text.word(i - 1))):
        return True
    if "counted_noun" not in text.words[i].entries and (text.kind(i - 1) != "word" or text.form(i - 1).endswith(_OF_TWO)):
        return True  # رجلان سوريان
    return text.form(i - 1) in ("هذين", "هذان", "هاتين", "هاتان", "كلا", "كلتا") or is_number(text, i - 1) or _describes(text, i)


def _describes(text: Text, i: int) -> bool:
    """Whether a form that is a plural too is an adjective of those whose number stands before them: ``4 مدنيين عاملين في المطار``;
    or a dual is one of another: ``طائرتين مسيرتين``.
    """
    hit = _counted(text.words[i])
    if not text.has(i - 1, "counted_noun") or hit is None or hit.clitics:
        return False
    return is_number(text, i - 2) or (_is_dual(text.words[i - 1]) and text.forms[i - 1][-2:] == text.forms[i][-2:])


def _is_preposition(word: Word) -> bool:
    return word.value("function") == "preposition"
