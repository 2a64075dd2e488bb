"""What words are found under, so that one form of a noun or verb in a codebook finds the others."""

from functools import lru_cache

from hasila.text import analyse, fold_word, lexeme, splits

_LEAST, _LEAST_PLURAL = 3, 5
_SEATED = ("اي", "او")
_OBJECTS = ("ها", "هم", "ه")
_ENDINGS = ("وا", "ون", "ان", "تا", "ت")
_FUTURE, _PERSONS = "س", "يتنا"  # what is to come is told by a verb in the present: سعودي is no عودة
_AS_IT_STANDS = ("ات", "نا")


@lru_cache(maxsize=100_000)
def keys(form: str) -> tuple[str, ...]:
    """What a folded word form is found under: for each way to cut it, its light stem as a noun and its stem as a verb.

    A verb's is without the letter of its person, its endings and its object, so that one form of a sound verb finds all.

    >>> bool(set(keys("وانضمت")) & set(keys("ينضم")))
    True
    >>> bool(set(keys("وبالغارات")) & set(keys("غاره")))
    True
    >>> bool(set(keys("سعودي")) & set(keys("عودة")))
    False
    >>> bool(set(keys("جنديا")) & set(keys("يجند")))
    False
    >>> bool(set(keys("الحملة")) & set(keys("تحملت")))
    False
    >>> bool(set(keys("وبعد")) & set(keys("عد"))), bool(set(keys("وزاره")) & set(keys("زار"))), bool(set(keys("عدم")) & set(keys("يعدم")))
    (False, False, False)
    """
    found: dict[str, None] = {}
    for cut in splits(form):
        whole = "uncut" in analyse(cut.stem).entries
        if cut.stem and (cut.clitics[-1:] != _FUTURE or cut.stem[0] in _PERSONS):
            nominal = cut.article or whole
            found.update(dict.fromkeys(noun_keys(cut.stem) if nominal else (*noun_keys(cut.stem), _verb(cut.stem))))
        if whole:  # وبعد: بعد is no ب with عد, nor عدم a form of أعدم
            break
    return tuple(found)


def noun_keys(stem: str) -> tuple[str, ...]:
    """The keys of a noun: its light stem, that of what the accusative's ا leaves, and the word as it stands."""
    noun = lexeme(stem)
    return noun, lexeme(stem[:-1]) if stem.endswith("ا") and len(stem) > 1 else noun, f"={_bare(stem)}"


def counted_keys(stem: str) -> tuple[str, ...]:
    """The keys of a counted noun; a plural whose ء is written ئ or ؤ before its pronoun (``أعضائه``) has that of the plural (``أعضاء``).

    >>> counted_keys("اعضايه")[-1] in counted_keys("اعضاء")
    True
    """
    bare = _bare(stem)
    if bare is not stem and bare.endswith(_SEATED) and len(bare) >= _LEAST_PLURAL:
        return *noun_keys(stem), f"{bare[:-1]}ء"
    return noun_keys(stem)


def _bare(stem: str) -> str:
    """A noun without its pronoun."""
    return next((stem.removesuffix(p) for p in _OBJECTS if stem.endswith(p) and len(stem) - len(p) >= _LEAST), stem)


def _verb(stem: str) -> str:
    """The key of a verb: no object (ها هم ه), no ending (وا ون ان تا ت), no letter of its person (ي ت ن ا)."""
    for endings in (_OBJECTS, _ENDINGS):
        if stem.endswith(endings):
            ending = next((e for e in endings if stem.endswith(e) and len(stem) - len(e) >= _LEAST), "")
            stem = stem.removesuffix(ending)
    return "+" + (stem[1:] if stem[0] in _PERSONS and len(stem) > _LEAST else stem)


@lru_cache(maxsize=20_000)
def sought(entry: str) -> tuple[tuple[str, ...], ...]:
    """The keys of each word of a codebook's entry, uncut; a plural in ات is meant as it stands (ضربات is no ضرب), and what is ours or
    what we did (قواتنا is no قوات).
    """
    return tuple(_sought(_is_short(written), fold_word(written)) for written in entry.split())


def _sought(short: bool, word: str) -> tuple[str, ...]:
    """The keys of a word; a plural in ء keeps it before its pronoun too, however seated: شهدائها is no شهد."""
    if short or word.endswith(_AS_IT_STANDS):
        return (f"={word}",)
    bare = _bare(word)
    if bare != word and bare.endswith(_SEATED) and len(bare) >= _LEAST_PLURAL:
        return tuple(f"={bare[:-1]}{seat}" for seat in ("ي", "و", "ء"))
    return lexeme(word), _verb(word)


def _is_short(written: str) -> bool:
    """Whether the article leaves next to nothing of a word, which is meant as it stands then too: الآن is no أن."""
    return written.startswith("ال") and len(lexeme(fold_word(written))) < _LEAST
