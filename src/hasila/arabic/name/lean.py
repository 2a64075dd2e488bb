"""The short forms by which an article goes on naming whom it has named in full."""

from bisect import bisect_right
from functools import lru_cache
from operator import attrgetter

from hasila.arabic.name.further import OF_OFFICES
from hasila.arabic.name.role import CLOSING, ROLES, role
from hasila.arabic.name.roles import Roles
from hasila.arabic.name.sighting import Sighting, bare
from hasila.text import spelt, splits

_SHORT = 2
_begin = attrgetter("first", "skip")
Forms = dict[str, dict[tuple[str, ...], Sighting]]


def short_forms(roles: Roles, found: list[Sighting]) -> list[Sighting]:
    """Names that lean on fuller ones: the family name alone, the bare name without its class noun, the class noun alone."""
    forms = _forms(found)
    firsts = frozenset([*forms, *[sighting.head for sighting in found]])
    end = len(roles)
    begun = {form for first in firsts for form in spelt(first) & roles.distinct if first in ROLES[form].stems}
    leaning = roles.where(begun)
    begins = [sighting.first for sighting in found]
    heads: dict[str, Sighting] = {}
    more: list[Sighting] = []
    n = free = 0
    for i in sorted({*leaning, *roles.text.where("bare_body")}):
        after = bisect_right(begins, i)
        if i >= free and not (after and found[after - 1].last > i):
            seen, n = n, after
            heads.update([(sighting.head, sighting) for sighting in found[seen:n] if sighting.head and not sighting.short])
            limit = begins[n] if n < len(found) else end
            short = _short_at(roles, i, limit, forms, heads) or _bare_at(roles, i)
            if short:
                more.append(short)
                free = short.last
    return sorted([*found, *more], key=_begin) if more else found


def _forms(found: list[Sighting]) -> Forms:
    """What short forms may stand for, by their first words: the words that must follow, and the full name."""
    forms: Forms = {}
    for sighting in found:
        if sighting.type == "person":
            for words in _parts(sighting.core) if len(sighting.core) > 1 else ():
                forms.setdefault(words[0], {}).setdefault(words[1:], sighting)
        elif (sighting.head or sighting.same) and not sighting.short and sighting.type != "country":
            core = sighting.core
            if _distinct(core) or _quotable(sighting):
                forms.setdefault(core[0], {}).setdefault(core[1:], sighting)
    return forms


def _parts(core: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The short forms of a person's name of several words."""
    return (core, core[-1:], core[1:], (core[0], core[-1])) if len(core) > _SHORT else (core, core[-1:])


def _quotable(sighting: Sighting) -> bool:
    """``“النقض”`` for ``محكمة النقض``: words that stand for the body in quotation marks only."""
    return sighting.type == "organization" and sighting.apart and 0 < len(sighting.core) <= _SHORT and sighting.core[0] != sighting.head


@lru_cache(maxsize=100_000)
def _distinct(core: tuple[str, ...]) -> bool:
    """Whether a core names by itself: ``حقوق الإنسان`` without its class noun names no body."""
    return len("".join(core)) > _SHORT and not all(role(word).ordinary or role("ال" + word).ordinary for word in core)


def _short_at(roles: Roles, i: int, limit: int, forms: Forms, heads: dict[str, Sighting]) -> Sighting | None:
    for split in splits(roles.at[i].form):
        for rest, full in _longest_first(forms.get(split.stem, {})):
            stop = i + 1 + len(rest)
            if stop <= limit and all(bare(roles.at[i + 1 + n].form) == word for n, word in enumerate(rest)):
                quoted = roles.opens(i - 1) and roles.at[stop].form in CLOSING and split.skip in (0, 2)
                if not (quoted if full.type == "organization" and not _distinct(full.core) else _leans(roles, i, stop, full)):
                    continue
                skip = split.skip - 2 if split.article else split.skip
                return Sighting(i, stop, skip, full.type, full.core, id=full.id, short=True, same=full)
    article = [s for s in splits(roles.at[i].form) if s.article and s.stem in heads]
    if article and not roles.at[i + 1].nation and roles.at[i].senses.keys() & {"definite_body", "operation_head"}:
        full = heads[article[0].stem]
        if full.type in ("organization", "operation"):
            stop = _with_adjectives(roles, i + 1, limit, full)
            return Sighting(i, stop, article[0].skip - 2, full.type, full.core, id=full.id, short=True, same=full)
    return None


def _with_adjectives(roles: Roles, stop: int, limit: int, full: Sighting) -> int:
    """``القيادة المركزية`` behind ``القيادة المركزية الأمريكية``: the token behind those adjectives of the full name that go on."""
    while stop < limit and roles.at[stop].definite and bare(roles.at[stop].form) in full.core:
        stop += 1
    return stop


def _longest_first(rows: dict[tuple[str, ...], Sighting]) -> list[tuple[tuple[str, ...], Sighting]]:
    return sorted(rows.items(), key=lambda row: -len(row[0]))


def _bare_at(roles: Roles, i: int) -> Sighting | None:
    """``قال الجيش``, ``أن الحكومة أقرت``: a body of the state with no name, where it speaks or acts."""
    noun, before, following = roles.sense(i, "bare_body"), roles.at[i - 1], roles.at[i + 1]
    if noun is None or not noun.definite or noun.clitics or following.definite or following.nation:
        return None
    acts = before.form in ("ان", "بان", "لكن", "فيما", "بينما") and following.word
    if not (acts or before.senses.keys() & {"speech_verb", "source_noun"}):
        return None
    core = (bare(roles.at[i].form),)
    return Sighting(i, i + 1, 0, "organization", core, head=core[0], apart=True)


_COMMON = frozenset(
    [
        "common_noun",
        "office_noun",
        "title",
        "body_head",
        "body_adjective",
        "generic_complement",
        "wide_adjective",
        "counted_noun",
        "iyya_noun",
    ]
)


def _leans(roles: Roles, i: int, stop: int, full: Sighting) -> bool:
    """Whether the short form is one here: a family name that is an ordinary word needs to stand alone."""
    if stop > i + 1:
        return True
    here = roles.at[i]
    if full.type == "person":
        if roles.at[i + 1].form in OF_OFFICES:
            return False  # محمد الأمين, but الأمين العام
        told = here.definite and here.given > 0 and "speech_verb" in roles.at[i - 1].senses and not roles.at[i + 1].definite
        return not here.stop and (told or not here.ordinary) and len(here.form) > 2  # وقدر الخلف عدد القتلى
    if here.stop or "nationality" in here.senses or here.owned or here.senses.keys() & _COMMON:
        return False
    return not here.ordinary
