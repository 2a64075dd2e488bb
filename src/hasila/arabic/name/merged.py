"""Listed names that the web glued: two into one word, or the words of one."""

from functools import lru_cache

from hasila.arabic.name.listed import TYPE, slug
from hasila.arabic.name.role import role
from hasila.arabic.name.sighting import Sighting, bare
from hasila.lexicon import Listed, table

_LEAST_JOINED = 5
_LEAST_HALF = 4  # a half must be a long name itself, so that an ordinary word is never split
_GLUED = frozenset(("country", "organization", "region", "city"))


def _joined(form: str) -> tuple[tuple[str, ...], Listed] | None:
    """The words and the entry of a listed name of several words that the web glued into this form."""
    if len(form) <= _LEAST_JOINED:
        return None
    for cut in range(2, len(form) - 1):
        for rest, entry in table().phrases.beginning(form[:cut]):
            if entry.cls in _GLUED and "".join(rest) == form[cut:]:
                return (form[:cut], *rest), entry
    return None


def _named(form: str) -> bool:
    return any(cls in ("country", "capital", "city", "region", "nationality", "title") for cls in role(form).senses)


@lru_cache(maxsize=100_000)
def glued(form: str) -> int:
    """Where a word that two names were glued into is cut; 0 for every other word.

    >>> glued("سورياوالعراق"), glued("العراقيهبغداد"), glued("الحكومه")
    (5, 8, 0)
    """
    for cut in range(_LEAST_HALF, len(form) - _LEAST_HALF + 1):
        if _named(form[:cut]) and _named(form[cut:]):
            return cut
    return 0


def _written_as_one(form: str) -> tuple[int, tuple[str, ...], Listed] | None:
    """(clitic characters, words, entry) of a listed name of several words written as one (``الولاياتالمتحدة``)."""
    for skip in (0, 1, 2):
        listed = _joined(form[skip:]) if skip == 0 or form[:skip] in ("و", "ف", "ب", "ل", "ك", "وب", "ول") else None
        if listed:
            return skip, *listed
    return None


@lru_cache(maxsize=100_000)
def merged(form: str) -> bool:
    """Whether the web glued two names, or the words of one, into this form."""
    return _written_as_one(form) is not None or glued(form) > 0


def merged_at(i: int, form: str) -> list[Sighting]:
    """The names in a merged form at token ``i``."""
    whole = _written_as_one(form)
    return [_whole_name(i, *whole)] if whole else _halves(i, form)


def _whole_name(i: int, skip: int, words: tuple[str, ...], entry: Listed) -> Sighting:
    kind = TYPE.get(entry.cls, "place")
    core = tuple(bare(word) for word in words)
    return Sighting(i, i + 1, skip, kind, core, id=slug(core) if entry.cls == "city" else str(entry.value))  # type: ignore[arg-type]


def _halves(i: int, form: str) -> list[Sighting]:
    """The names in a token that two were glued into, each with its part of the token."""
    cut = glued(form)
    found = []
    for start, half in ((0, form[:cut]), (cut, form[cut:])):
        for cls in ("country", "capital", "city", "region"):
            sense = role(half).senses.get(cls)
            if sense:
                core = (bare(half[sense.skip :]),)
                kind = "country" if cls == "country" else "place"
                name = str(sense.value) if cls in ("country", "region") else f"{sense.value}_capital" if cls == "capital" else core[0]
                trim = len(form) - start - len(half)
                found.append(Sighting(i, i + 1, start + sense.skip, kind, core, id=name, trim=trim))  # type: ignore[arg-type]
                break
    return found
