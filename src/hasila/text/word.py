"""Words, analysed once: what a folded form can be, read as proclitics + listed word + suffixed pronoun.

News repeats itself, so each distinct form keeps its analysis and a known word costs one look-up.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from hasila.lexicon import Listed, table
from hasila.text.glue import cut, denied
from hasila.text.known import Known

_PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "نا", "كم", "ه", "ي", "ك")
FINITE = ("past", "present")  # the tags of finite verbs
_MINE = "ي"  # a finite verb takes ني for an object (W. Wright, A Grammar of the Arabic Language, I, § 185)
_LAST_OF_PRONOUNS = frozenset(pronoun[-1] for pronoun in _PRONOUNS)
_LEAST = 2
_CONJUNCTIONS, _PREPOSITIONS = frozenset("وف"), frozenset("بلكس")
_UNGOVERNED = "الي"  # no preposition governs إلى: بالي is a name
_BEGINNINGS = _CONJUNCTIONS | _PREPOSITIONS | {"ا"}  # of words that anything may be cut off


@dataclass(slots=True, unsafe_hash=True)  # not frozen, for a frozen one takes thrice as long to make; nothing changes one
class Hit:
    """What a list says of a word: ``value`` and ``tag`` (see :class:`hasila.lexicon.Listed`), and how it is split.

    ``clitics`` are the conjunction and preposition in front (``و``, ``ب``, ``ول``, …), ``article`` whether ال stands
    there, ``skip`` how many folded characters both take, ``pronoun`` the suffixed pronoun.
    """

    value: Any
    tag: str = ""
    clitics: str = ""
    article: bool = False
    skip: int = 0
    pronoun: str = ""


@dataclass(slots=True, eq=False)
class Word:
    """A distinct token: its folded ``form``, its ``kind``, and what the word lists say of it.

    ``kind`` is ``word``, ``latin``, ``digits`` or ``mark``. ``entries`` maps a class to its hit, the split that cuts
    least first; ``phrases`` are the listed phrases that this word can begin, by the form that must follow it, the longest
    first, each with all the forms that follow; ``classes`` are the classes of words and phrases. ``cut`` is where two words
    were glued into this one, 0 for every other.
    """

    form: str
    kind: str
    entries: dict[str, Hit]
    phrases: dict[str, list[tuple[list[str], str, Hit]]]
    classes: tuple[str, ...]
    cut: int = 0

    def value(self, cls: str) -> object:
        """What a class of the lists says of the word: of a counted noun what kind of people or thing it is; None where it is none."""
        hit = self.entries.get(cls)
        return hit.value if hit is not None else None


class Split(NamedTuple):
    """One way to cut a form: ``clitics`` + ال (``article``) + ``stem``, where the stem begins at ``skip``."""

    clitics: str
    article: bool
    skip: int
    stem: str


@lru_cache(maxsize=200_000)
def splits(form: str) -> tuple[Split, ...]:
    """Every way to cut proclitics off a folded form, the one that cuts least first.

    >>> [(s.clitics, s.article, s.stem) for s in splits("وبالعراق")]
    [('', False, 'وبالعراق'), ('و', False, 'بالعراق'), ('وب', False, 'العراق'), ('وب', True, 'عراق')]
    >>> [(s.clitics, s.article, s.stem) for s in splits("للدول")]
    [('', False, 'للدول'), ('ل', False, 'لدول'), ('ل', True, 'دول')]
    """
    found = [Split("", False, 0, form)]
    if form[:1] in _BEGINNINGS:
        found += [Split(form[:n], article, skip, form[skip:]) for n, article, skip in _cuts(form) if len(form) - skip >= _LEAST]
    return tuple(found)


@lru_cache(maxsize=10_000)
def spelt(stem: str) -> frozenset[str]:
    """The forms that :func:`splits` can cut to a stem: the stem behind every proclitic.

    >>> form = "وبالعراق"
    >>> all(form in spelt(split.stem) for split in splits(form)), "للعراق" in spelt("عراق"), len(spelt("عراق"))
    (True, True, 33)
    """
    return frozenset([conjunction + before + stem for conjunction in ("", "و", "ف") for before in _BEFORE_STEM])


_BEFORE_STEM = ("", "ال", "ب", "ل", "ك", "س", "بال", "لال", "كال", "سال", "لل")


def _cuts(form: str) -> Iterator[tuple[int, bool, int]]:
    """How many letters the clitics take, whether the article stands behind them, and where the stem begins."""
    if form.startswith("ال"):
        yield 0, True, 2
    start = 0
    if form[0] in _CONJUNCTIONS:
        start = 1
        yield 1, False, 1
        if form.startswith("ال", 1):
            yield 1, True, 3
    if form[start : start + 1] in _PREPOSITIONS and form[start + 1 :] != _UNGOVERNED:
        rest = start + 1
        yield rest, False, rest
        if form.startswith("لل", start):
            yield rest, True, start + 2
        elif form.startswith("ال", rest):
            yield rest, True, rest + 2


def _with_pronoun(split: Split) -> Iterator[tuple[str, str]]:
    """(stem, pronoun) readings of a split; ت before a pronoun may stand for ة (``مدينته``: ``مدينة`` + ه)."""
    if not split.stem.endswith(_PRONOUNS):
        return
    for pronoun in _PRONOUNS:
        if not split.stem.endswith(pronoun):
            continue
        stem = split.stem[: -len(pronoun)]
        if len(stem) > _LEAST:
            yield stem, pronoun
            if stem[-1] == "ت":
                yield stem[:-1] + "ه", pronoun
            elif stem[-1] == "ا":
                yield stem[:-1] + "ي", pronoun


def _kind(form: str) -> str:
    if not form:
        return "mark"
    if form[0].isdecimal():
        return "digits"
    if not form[0].isalpha():
        return "mark"
    return "latin" if "a" <= form[0] <= "z" else "word"


def analyse(form: str) -> Word:
    """The analysis of a folded form.

    >>> word = analyse("وبيناير")
    >>> word.entries["month"].value, word.entries["month"].clitics
    (1, 'وب')
    """
    return ANALYSED[form]


@Known
def ANALYSED(form: str) -> Word:
    """The analyses of all forms met so far."""
    word = _analysed(form)
    if word.kind == "word":
        word.cut = denied(form, _classes) or (0 if word.classes else cut(form, _classes))
    return word


@lru_cache(maxsize=50_000)
def _classes(form: str) -> tuple[str, ...]:
    return _analysed(form).classes


def _analysed(form: str) -> Word:
    kind = _kind(form)
    if kind == "digits":
        return Word(form, kind, {}, {}, (kind,))
    cuts = splits(form) if kind == "word" else (Split("", False, 0, form),)
    entries: dict[str, Hit] = {}
    phrases: list[tuple[list[str], str, Hit]] = []
    listed, phrased = table().words, table().phrases
    for one in cuts:
        _enter(entries, listed.said(one.stem), one)
        for rest, entry in phrased.beginning(one.stem):
            phrases.append((list(rest), entry.cls, Hit(entry.value, entry.tag, one.clitics, one.article, one.skip)))
    if kind == "word" and form[-1] in _LAST_OF_PRONOUNS:
        _enter_with_pronouns(entries, cuts)
    if not phrases:
        return Word(form, kind, entries, {}, tuple(entries))
    following: dict[str, list[tuple[list[str], str, Hit]]] = {}
    for row in sorted(phrases, key=lambda row: -len(row[0])):
        following.setdefault(row[0][0], []).append(row)
    classes = tuple(dict.fromkeys([*entries, *[cls for _, cls, _ in phrases]]))
    return Word(form, kind, entries, following, classes)


def _enter(entries: dict[str, Hit], listed: Iterable[Listed], split: Split, pronoun: str = "") -> None:
    """Keep what the lists say of a stem, of each class the first."""
    for entry in listed:
        if entry.cls not in entries and _allowed(entry.tag, split):
            entries[entry.cls] = Hit(entry.value, entry.tag, split.clitics, split.article, split.skip, pronoun)


def _enter_with_pronouns(entries: dict[str, Hit], cuts: Iterable[Split]) -> None:
    listed, bearing = table().words, table().pronouns
    for one in cuts:
        for stem, pronoun in _with_pronoun(one):
            told = [entry for entry in listed.said(stem) if entry.cls in bearing]
            if pronoun == _MINE:
                told = [entry for entry in told if entry.tag not in FINITE]
            _enter(entries, told, one, pronoun)


def _allowed(tag: str, cut: Split) -> bool:
    """Whether these proclitics can stand before such a form: س before a present verb only, ب ل ك ال never before a finite verb."""
    if not cut.skip:
        return True
    if cut.clitics.endswith("س"):
        return tag == "present"
    if tag == "present":
        return not cut.article and not cut.clitics.endswith(("ب", "ك"))
    if tag == "past":
        return not cut.article and cut.clitics in ("", "و", "ف")
    return True


SHAPE = re.compile(r"([^\W\d_a-z]+|\d+(?:[.,٫٬]\d+)*|[a-z]+|\.{2,}|[^\s\w]|_)")
