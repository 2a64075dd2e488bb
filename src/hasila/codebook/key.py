"""What words are found under, so that one form of a noun or verb in a codebook finds the others."""

from functools import lru_cache

from hasila.text import FINITE, analyse, fold_word, lexeme, splits

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
    particle = analyse(form).entries.get("function")
    for cut in splits(form):
        if particle is not None and particle.clitics and not cut.clitics:
            found.update(dict.fromkeys(noun_keys(form)))  # وفي is no verb
            continue
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
    """The keys of a counted noun, of a plural in ات also without its article (``بلغت الوفيات 90``); a plural whose ء is written ئ or ؤ
    before its pronoun (``أعضائه``) has that of the plural (``أعضاء``).

    >>> counted_keys("اعضايه")[-1] in counted_keys("اعضاء")
    True
    """
    bare = _bare(stem)
    if bare is not stem and bare.endswith(_SEATED) and len(bare) >= _LEAST_PLURAL:
        return *noun_keys(stem), f"{bare[:-1]}ء"
    if stem.startswith("ال") and stem.endswith(_AS_IT_STANDS):
        return *noun_keys(stem), f"={bare.removeprefix('ال')}"
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
    return tuple((*_sought(_is_short(written), fold_word(written)), *_weak(written)) for written in entry.split())


def _weak(written: str) -> tuple[str, ...]:
    """The keys of those forms of a verb in ى that lose it: the feminine and the plural of the past, and the present behind لم.

    >>> _weak("أودى"), _weak("قتلى")
    (('=اودت', '=اودوا'), ())
    >>> _weak("تلقى")
    ('=تلقت', '=تلقوا', '=يتلق', '=تتلق', '=نتلق')
    """
    word = fold_word(written)
    stem = word[:-1]
    if not word.endswith("ي") or len(stem) < _LEAST or not _is_weak_verb(written, word):
        return ()  # nor of three letters: باتت is no أتى
    if written.startswith("ي"):
        return tuple(f"={person}{stem[1:]}" for person in _PERSONS[:-1]) if len(stem) > _LEAST else ()
    present = stem if stem.startswith("ت") or stem[1:2] == "ا" else stem[1:] if len(stem) > _LEAST else ""  # أودى: يود, wants, too
    jussive = tuple(f"={person}{present}" for person in _PERSONS[:-1]) if present else ()
    return f"={stem}ت", f"={stem}وا", *jussive


def _is_weak_verb(written: str, word: str) -> bool:
    """Whether a word that ends in ى, or is a passive in ي (``توفي``), has the pattern of a verb: قتلى and مبنى have none."""
    tags = [hit.tag for hit in analyse(word).entries.values()]
    if tags and not any(tag in FINITE for tag in tags):
        return False
    if not written.endswith("ى"):
        return len(word) > _LEAST and word.startswith(("ت", "ي")) and not word.startswith("تا")
    return word[0] in "اتي" or (word[1] == "ا" and word[0] != "م")


def _sought(short: bool, word: str) -> tuple[str, ...]:
    """The keys of a word; a plural in ء keeps it before its pronoun too, however seated: شهدائها is no شهد."""
    if short or word.endswith(_AS_IT_STANDS):
        return (f"={word}",)
    bare = _bare(word)
    if bare != word and bare.endswith(_SEATED) and len(bare) >= _LEAST_PLURAL:
        return tuple(f"={bare[:-1]}{seat}" for seat in ("ي", "و", "ء"))
    whole = (f"+{word}",) if word.startswith("ت") and len(word) > _LEAST else ()  # تعهد: يتعهد
    return lexeme(word), _verb(word), *whole


def _is_short(written: str) -> bool:
    """Whether the article leaves next to nothing of a word, which is meant as it stands then too: الآن is no أن."""
    return written.startswith("ال") and len(lexeme(fold_word(written))) < _LEAST
