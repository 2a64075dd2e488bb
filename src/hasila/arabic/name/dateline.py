"""The dateline that begins a press text: ``جنيف - …``, ``تونس (وات) - …``, ``لندن - «الحياة»: …``, and the byline, which is no name."""

from hasila.arabic.name.ending import closing
from hasila.arabic.name.listed import listed_at
from hasila.arabic.name.role import Roles
from hasila.arabic.name.sighting import Sighting, bare

_DASHES = frozenset("-–—ـ_/")
_WITHIN = 3
_BYLINE = 8
_DATE = 8


def dateline_at(roles: Roles, i: int) -> tuple[list[Sighting], int]:
    """The names of the dateline that begins at token ``i``, and the token at which the article goes on (``i``: no dateline)."""
    if "byline" in roles[i].senses:
        return [], _past_colon(roles, i)
    town = _town(roles, i)
    if town is None:
        return [], i
    found, j = [town], town.last
    j = _past_date(roles, j)
    if roles[j].form == "(":
        stop = _close(roles, j)
        if stop:
            found.append(_medium(roles, j + 1, stop - 1))
            j = stop
    if roles[j].form in _DASHES or roles[j].form == "،":
        j += 1
    if roles.opens(j):
        stop = closing(roles, j)
        if stop and roles[stop].form in (":", "-", "–"):
            found.append(_medium(roles, j + 1, stop - 1))
            j = stop
    elif "byline" in roles[j].senses:
        j = _past_colon(roles, j)
    else:
        medium = _unquoted(roles, j)
        if medium:
            found.append(medium)
            j = medium.last
    return found, j


def _past_date(roles: Roles, j: int) -> int:
    """``واشنطن 8 أغسطس 2015 (…) -``: the token after a date that a bracket or dash follows, else ``j``."""
    k = j
    while k < j + _DATE and (roles[k].form.isdigit() or "month" in roles[k].senses or roles[k].form in ("/", "،")):
        k += 1
    return k if roles[k].form in _DASHES or roles[k].form == "(" else j


def _unquoted(roles: Roles, j: int) -> Sighting | None:
    """``القاهرة - أ ش أ: …``, ``عدن - الأيام: …``: an agency or a paper before the colon."""
    agency = roles.phrase(j, "agency")
    stop = agency[1] if agency else j + 1
    named = agency or (roles[j].definite and not roles[j].lead and not roles[j].ordinary)
    return _medium(roles, j, stop) if named and roles[stop].form in (":", "-", "–") and roles[stop - 1].word else None


def _town(roles: Roles, i: int) -> Sighting | None:
    """A town before a dash or a bracket; an unlisted one too, if it could be a name."""
    listed, lists = listed_at(roles, i), roles[i].lists
    if listed and listed.skip == 0 and listed.type in ("place", "country"):
        after = roles[_past_date(roles, listed.last)].form
        if after in _DASHES or after == "(" or after == ":" or (after == "،" and i == 0):
            place = Sighting(i, listed.last, 0, "place", listed.core, id=listed.id)
            if listed.type == "country":
                place.short = True
            return place
    city = (roles.phrase(i, "city") or roles.phrase(i, "capital")) if "city" in lists or "capital" in lists else None
    if city and city[0].skip == 0 and (roles[city[1]].form in _DASHES or roles[city[1]].form == "("):
        core = tuple(bare(roles[n].form) for n in range(i, city[1]))
        return Sighting(i, city[1], 0, "place", core, id="_".join(core) if "city" in roles[i].senses else f"{city[0].value}_capital")
    if i > 0:
        return None
    k = i
    while k < i + _WITHIN and roles[k].word and not roles[k].stop and not roles[k].ordinary and not roles[k].lead:
        k += 1
    plain = k > i and not any(roles[n].senses.keys() & {"title", "body_head", "common_noun", "event_noun"} for n in range(i, k))
    if plain and (roles[k].form in ("-", "–", "—") or (roles[k].form == "(" and _close(roles, k))):
        return Sighting(i, k, 0, "place", tuple(bare(roles[n].form) for n in range(i, k)))
    return None


def _close(roles: Roles, j: int) -> int:
    for k in range(j + 1, min(j + 6, len(roles))):
        if roles[k].form == ")":
            return k + 1 if k > j + 1 else 0
    return 0


def _past_colon(roles: Roles, i: int) -> int:
    for k in range(i, min(i + _BYLINE, len(roles))):
        if roles[k].form == ":":
            return k + 1
    return i


def _medium(roles: Roles, first: int, last: int) -> Sighting:
    known = listed_at(roles, first)
    if known and known.type == "organization" and known.last == last:
        return known
    return Sighting(first, last, 0, "organization", tuple(bare(roles[k].form) for k in range(first, last)))
