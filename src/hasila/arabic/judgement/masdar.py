"""Masdars: the nouns of action that an aim can be told by, listed or known by their pattern alone."""

from dataclasses import dataclass

from hasila.text import Known, analyse, splits

_CLITICS = frozenset(("", "و", "ب", "ل", "وب", "ول"))


@dataclass(frozen=True, slots=True)
class Action:
    """A masdar behind ``clitics`` (و, ب, ل), which take ``skip`` characters, and whether it has ال.

    ``behind``: the clitics without و. ``listed``: it stands in the list; else only its pattern shows it.
    """

    clitics: str
    skip: int
    article: bool
    behind: str
    listed: bool


def _masdar(form: str) -> Action | None:
    """The masdar that a folded form is; None for one with a pronoun.

    >>> _masdar("ولحمايه").behind, _masdar("حمايتها")
    ('ل', None)
    """
    word = analyse(form) if form else None
    if word is None or word.kind != "word":
        return None
    hit = word.entries.get("act_masdar")
    if hit is None:
        return _shape(form)
    if hit.skip and not hit.article and any(other.tag and not other.skip for other in word.entries.values()):
        return None  # بحث is no ب with حث
    return None if hit.pronoun else Action(hit.clitics, hit.skip, hit.article, hit.clitics.removeprefix("و"), True)


def _shape(form: str) -> Action | None:
    """The masdar that a folded form has the pattern of, after و and ب or ل.

    Wright, A Grammar of the Arabic Language, I, §§ 202-210: the derived stems' masdars have patterns of their own.
    """
    for split in splits(form):
        if split.clitics in _CLITICS and _derived(split.stem):
            return Action(split.clitics, split.skip, split.article, split.clitics.removeprefix("و"), False)
    return None


def _derived(stem: str) -> bool:
    """Whether a stem has the pattern of a masdar of the second, third, fourth, seventh, eighth or tenth stem."""
    match len(stem):
        case 5 if stem[0] == "ت":
            return stem[3] == "ي" or stem.endswith("يه")
        case 5 if stem[0] == "ا":
            return stem[3] == "ا" or (stem[2] == "ا" and stem[4] == "ه")
        case 6 if stem[0] == "ا":
            return stem[4] == "ا" and (stem[2] == "ت" or stem[1] == "ن")
        case 6 if stem[0] == "م":
            return stem[2] == "ا" and stem[5] == "ه"
        case 7 | 8:
            return stem.startswith("است") and "ا" in stem[4:]
    return False


MASDARS = Known(_masdar)
