"""Words, analysed once: what a folded form can be, read as proclitics + listed word + suffixed pronoun.

News repeats itself, so each distinct form keeps its analysis and a known word costs one look-up.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from hasila.lexicon import table
from hasila.text.known import Known

_PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "نا", "كم", "ه", "ي", "ك")
_LEAST = 2


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A distinct token: its folded ``form``, its ``kind``, and what the word lists say of it.

    ``kind`` is ``word``, ``latin``, ``digits`` or ``mark``. ``entries`` maps a class to its hit, the split that cuts
    least first; ``phrases`` are the listed phrases that this word can begin, by the form that must follow it, the longest
    first, each with all the forms that follow; ``classes`` are the classes of words and phrases.
    """

    form: str
    kind: str
    entries: dict[str, Hit]
    phrases: dict[str, list[tuple[list[str], str, Hit]]]
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Split:
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
    return tuple(s for s in _cut(form) if len(s.stem) >= _LEAST or not s.skip)


def _cut(form: str) -> Iterator[Split]:
    yield Split("", False, 0, form)
    if form.startswith("ال"):
        yield Split("", True, 2, form[2:])
    start = 0
    if form[:1] in ("و", "ف"):
        start = 1
        yield Split(form[0], False, 1, form[1:])
        if form.startswith("ال", 1):
            yield Split(form[0], True, 3, form[3:])
    if form[start : start + 1] in ("ب", "ل", "ك", "س"):
        clitics = form[: start + 1]
        rest = start + 1
        yield Split(clitics, False, rest, form[rest:])
        if form.startswith("لل", start):
            yield Split(clitics, True, start + 2, form[start + 2 :])
        elif form.startswith("ال", rest):
            yield Split(clitics, True, rest + 2, form[rest + 2 :])


def _with_pronoun(split: Split, pronouns: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(stem, pronoun) readings of a split; ت before a pronoun may stand for ة (``مدينته``: ``مدينة`` + ه)."""
    for pronoun in pronouns:
        stem = split.stem[: -len(pronoun)]
        if len(stem) > _LEAST:
            yield stem, pronoun
            if stem[-1] == "ت":
                yield stem[:-1] + "ه", pronoun
            elif stem[-1] == "ا":
                yield stem[:-1] + "ي", pronoun


def _kind(form: str) -> str:
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
    kind = _kind(form)
    if kind == "digits":
        return Word(form, kind, {}, {}, (kind,))
    listed, phrased = table().words, table().phrases
    entries: dict[str, Hit] = {}
    phrases: list[tuple[list[str], str, Hit]] = []
    cuts = splits(form) if kind == "word" else (Split("", False, 0, form),)
    for cut in cuts:
        for entry in listed.get(cut.stem, ()):
            if entry.cls not in entries and _allowed(entry.tag, cut):
                entries[entry.cls] = Hit(entry.value, entry.tag, cut.clitics, cut.article, cut.skip)
        for rest, entry in phrased.get(cut.stem, ()):
            phrases.append((list(rest), entry.cls, Hit(entry.value, entry.tag, cut.clitics, cut.article, cut.skip)))
    pronouns = [pronoun for pronoun in _PRONOUNS if form.endswith(pronoun)] if kind == "word" else []
    if pronouns:
        for cut in cuts:
            for stem, pronoun in _with_pronoun(cut, pronouns):
                for entry in listed.get(stem, ()):
                    if entry.cls in table().pronouns and entry.cls not in entries and _allowed(entry.tag, cut):
                        entries[entry.cls] = Hit(entry.value, entry.tag, cut.clitics, cut.article, cut.skip, pronoun)
    phrases.sort(key=lambda row: -len(row[0]))
    following: dict[str, list[tuple[list[str], str, Hit]]] = {}
    for row in phrases:
        following.setdefault(row[0][0], []).append(row)
    classes = dict.fromkeys([*entries, *(cls for _, cls, _ in phrases)])
    return Word(form, kind, entries, following, tuple(classes))


def _allowed(tag: str, cut: Split) -> bool:
    """Whether these proclitics can stand before such a form: س before a present verb only, ب ل ك ال never before a finite verb."""
    if cut.clitics.endswith("س"):
        return tag == "present"
    if tag == "present":
        return not cut.article and not cut.clitics.endswith(("ب", "ك"))
    if tag == "past":
        return not cut.article and cut.clitics in ("", "و", "ف")
    return True


SHAPE = re.compile(r"([^\W\d_a-z]+|\d+(?:[.,٫٬]\d+)*|[a-z]+|\.{2,}|[^\s\w]|_)")
