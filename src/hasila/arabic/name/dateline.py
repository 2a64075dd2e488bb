"""The dateline that begins a press text: ``جنيف - …``, ``تونس (وات) - …``, ``لندن - «الحياة»: …``, and the byline, which is no name."""

from hasila.arabic.name.ending import closing
from hasila.arabic.name.listed import listed_at
from hasila.arabic.name.roles import Roles
from hasila.arabic.name.sighting import Sighting, bare
from hasila.text.mark import DASHES

_PARTING = DASHES | frozenset("_/")
_WITHIN = 4
_TOWN = 3
_BYLINE = 8
_DATE = 8
_MARKS = 2
_NO_TOWN = frozenset(("title", "body_head", "common_noun", "event_noun", "medium_tail"))
_ENDS = DASHES | frozenset(":/")


def dateline_at(roles: Roles, i: int) -> tuple[list[Sighting], int]:
    """The names of the dateline that begins at token ``i``, and the token at which the article goes on (``i``: no dateline)."""
    if "byline" in roles.at[i].senses:
        medium = _credited(roles, i)
        return ([medium], medium.last) if medium else ([], _past_colon(roles, i))
    before = _before_town(roles, i)
    town = _listed(roles, before.last + 1) if before else _town(roles, i)
    if town is None:
        return [], i
    found, j = [before, town] if before else [town], town.last
    for another in _chained(roles, j):
        found.append(another)
        j = another.last
    j = _past_date(roles, j)
    j = _in_brackets(roles, j, found)
    after = j
    while j - after < _MARKS and (roles.at[j].form in _PARTING or roles.at[j].form == "،"):
        j += 1
    j = _in_brackets(roles, j, found) if j > after else j
    return found, _behind(roles, j, found, after)


def _behind(roles: Roles, j: int, found: list[Sighting], after: int) -> int:
    """The token after the medium or the byline that follows the dash at token ``j``; a medium is added to ``found``."""
    if roles.opens(j):
        stop = closing(roles, j)
        if stop and (roles.at[stop].form in _ENDS or _line_ends(roles, stop)):
            found.append(_medium(roles, j + 1, stop - 1))
            return stop
    elif "byline" in roles.at[j].senses:
        return _past_colon(roles, j)
    elif j > after or roles.at[j].form == ":":
        medium = _unquoted(roles, j + (roles.at[j].form == ":"))
        if medium:
            found.append(medium)
            return medium.last
    return j


def _in_brackets(roles: Roles, j: int, found: list[Sighting]) -> int:
    """``(وات)``: the token after the bracket that opens at token ``j``, if one does; the medium in it is added to ``found``."""
    stop = _close(roles, j) if roles.at[j].form == "(" else 0
    if stop and "byline" not in roles.at[j + 1].senses:
        found.append(_medium(roles, j + 1, stop - 1))
    return stop or j


def _chained(roles: Roles, j: int) -> list[Sighting]:
    """``الخرطوم - القضارف - كسلا: …``: further places, each behind a dash and before a mark."""
    found: list[Sighting] = []
    while roles.at[j].form in _PARTING or roles.at[j].form == "،":
        place = _listed(roles, j + 1)
        if place is None or j + 1 in roles.text.lines or "agency" in roles.at[j + 1].senses:
            break
        following = roles.at[place.last].form
        if not (following in _PARTING or following in (":", "(") or _line_ends(roles, place.last)):
            break
        if following not in (":", "(") and roles.at[j].form == "،":
            break
        found.append(place)
        j = place.last
    return found


def _listed(roles: Roles, i: int) -> Sighting | None:
    """A listed place, doubtful elsewhere or not; a country as the place of its dateline."""
    listed, lists = listed_at(roles, i), roles.at[i].lists
    if listed and listed.skip == 0 and listed.type in ("place", "country"):
        return Sighting(i, listed.last, 0, "place", listed.core, id=listed.id, short=listed.type == "country")
    city = (roles.phrase(i, "city") or roles.phrase(i, "capital")) if "city" in lists or "capital" in lists else None
    if city is None or city[0].skip:
        return None
    core = tuple(bare(roles.at[n].form) for n in range(i, city[1]))
    return Sighting(i, city[1], 0, "place", core, id="_".join(core) if "city" in roles.at[i].senses else f"{city[0].value}_capital")


def _before_town(roles: Roles, i: int) -> Sighting | None:
    """``النخيل نيوز / بغداد``: the medium may stand before its town."""
    k = i
    while k < i + _WITHIN and roles.at[k].word and not roles.at[k].stop:
        k += 1
    if k == i or not (roles.at[k].form in _PARTING and _medial(roles, i, k)) or _listed(roles, k + 1) is None:
        return None
    return _medium(roles, i, k)


def _credited(roles: Roles, i: int) -> Sighting | None:
    """``خاص - بريد الوادي``: the medium that a line of its own gives as the source."""
    if "line_credit" not in roles.at[i].senses or not (roles.at[i + 1].form in _PARTING or roles.at[i + 1].form == ":"):
        return None
    k = i + 2
    while k < i + 2 + _WITHIN and roles.at[k].word and not roles.at[k].stop and not roles.at[k].given and k not in roles.text.lines:
        k += 1
    return _medium(roles, i + 2, k) if k > i + 2 and _line_ends(roles, k) else None


def _line_ends(roles: Roles, j: int) -> bool:
    return j in roles.text.lines or j >= len(roles)


def _medial(roles: Roles, first: int, last: int) -> bool:
    """Whether words name a medium by their first (راديو, وكالة) or their last (نيوز, نت)."""
    tail = roles.at[last - 1].senses.get("medium_tail")
    return ("medium_head" in roles.at[first].senses and last > first + 1) or (tail is not None and not tail.clitics and last > first + 1)


def _past_date(roles: Roles, j: int) -> int:
    """``واشنطن 8 أغسطس 2015 (…) -``: the token after a date that a bracket or dash follows, else ``j``."""
    k = j
    while k < j + _DATE and (roles.at[k].form.isdigit() or "month" in roles.at[k].senses or roles.at[k].form in ("/", "،")):
        k += 1
    k -= k > j + 1 and roles.at[k - 1].form == "/"  # a stroke between the date and the text is no part of it
    return k if roles.at[k].form in _PARTING or roles.at[k].form == "(" else j


def _unquoted(roles: Roles, j: int) -> Sighting | None:
    """``القاهرة - أ ش أ: …``, ``عدن - الأيام: …``, ``كسلا - راديو الشرق``: an agency, a paper or a station before a mark."""
    agency = roles.phrase(j, "agency")
    stop = agency[1] if agency else j + 1
    named = agency or (roles.at[j].definite and not roles.at[j].lead and not roles.at[j].ordinary and not roles.at[j].stop)
    if named and (roles.at[stop].form in _ENDS or _line_ends(roles, stop)) and roles.at[stop - 1].word:
        return _medium(roles, j, stop)
    k = j
    while k < j + _WITHIN and roles.at[k].word and not roles.at[k].stop and (k == j or k not in roles.text.lines):
        k += 1
    if (
        k == j + 2
        and _line_ends(roles, k)
        and all(roles.at[n].definite and not roles.at[n].lead for n in (j, j + 1))
        and not roles.at[j + 1].adjective
    ):
        return _medium(roles, j, k)  # «الرأي العام» is a paper, no subject
    ends = roles.at[k].form in _ENDS or _line_ends(roles, k)
    return _medium(roles, j, k) if ends and k > j and _medial(roles, j, k) else None


def _town(roles: Roles, i: int) -> Sighting | None:
    """A town before a dash or a bracket; an unlisted one too, if it could be a name."""
    listed = _listed(roles, i)
    if listed:
        after = roles.at[_past_date(roles, listed.last)].form
        if after in _PARTING or after == "(" or (listed_at(roles, i) and (after == ":" or (after == "،" and i == 0))):
            return listed
    if i > 0:
        return None
    k = i
    while k < i + _TOWN and roles.at[k].word and not roles.at[k].stop and not roles.at[k].ordinary and not roles.at[k].lead:
        k += 1
    plain = k > i and not any(roles.at[n].senses.keys() & _NO_TOWN for n in range(i, k))
    if plain and (roles.at[k].form in DASHES or (roles.at[k].form == "(" and _close(roles, k))):
        return Sighting(i, k, 0, "place", tuple(bare(roles.at[n].form) for n in range(i, k)))
    return None


def _close(roles: Roles, j: int) -> int:
    for k in range(j + 1, min(j + 6, len(roles))):
        if roles.at[k].form == ")":
            return k + 1 if k > j + 1 else 0
    return 0


def _past_colon(roles: Roles, i: int) -> int:
    for k in range(i, min(i + _BYLINE, len(roles))):
        if roles.at[k].form == ":":
            return k + 1
    return i


def _medium(roles: Roles, first: int, last: int) -> Sighting:
    known = listed_at(roles, first)
    if known and known.type == "organization" and known.last == last:
        return known
    return Sighting(first, last, 0, "organization", tuple(bare(roles.at[k].form) for k in range(first, last)))
