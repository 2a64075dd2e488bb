"""What a word's lists say of it, whatever stands around: the tests by which a rule is not even tried at most words.

A test holds for a word where it holds for any of its hits of a class, alone or as the first of a phrase.
"""

from collections.abc import Callable, Iterator

from hasila.text import Hit, Word

Test = Callable[[str, Hit], bool]
_MOST_FIGURES = 4
_DIGITS = Hit(None)


def cued(word: Word, cues: dict[str, Test]) -> bool:
    """Whether the word is of one of the classes, with a form and a hit that fit the test there."""
    if cues.keys().isdisjoint(word.classes):
        return False
    return any(test(word.form, hit) for cls, test in cues.items() for hit in _hits(word, cls))


def _hits(word: Word, cls: str) -> Iterator[Hit]:
    if cls == word.kind == "digits":
        yield _DIGITS
    if cls in word.entries:
        yield word.entries[cls]
    for rows in word.phrases.values():
        yield from (hit for _, listed, hit in rows if listed == cls)


def anyhow(_form: str, _hit: Hit) -> bool:
    """Any word of the class."""
    return True


def article(_form: str, hit: Hit) -> bool:
    """With its article."""
    return hit.article


def bare(_form: str, hit: Hit) -> bool:
    """Without the article."""
    return not hit.article


def figures(low: int, high: int) -> Test:
    """Digits that make a plain whole number in [low, high]."""
    return lambda form, _: form.isdigit() and len(form) <= _MOST_FIGURES and low <= int(form) <= high


def unit(*letters: str) -> Test:
    """One of these units."""
    return lambda _, hit: hit.value in letters


def the_unit(*letters: str) -> Test:
    """One of these units, with its article."""
    return lambda _, hit: hit.article and hit.value in letters


def ends(*letters: str) -> Test:
    """A form that ends so."""
    return lambda form, _: form.endswith(letters)
