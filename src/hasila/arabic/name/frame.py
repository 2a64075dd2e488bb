"""Persons by what stands around them alone: frames of words and marks in which nothing but a name stands.

- ``قال مدير المرصد، W W، إن``: an office, a comma, two to five words that no list knows, a comma or إنّ;
- ``قال مدير المرصد W W إن``: a word without the article after a definite one is no adjective and no complement of it;
- ``W W W (13 عاما)``: an age in brackets.
"""

import re

from hasila.arabic.name.addressed import addressed
from hasila.arabic.name.role import CHILD, CLOSING, JOINTS, Role, is_another, is_given
from hasila.arabic.name.roles import Roles
from hasila.arabic.name.sighting import Sighting
from hasila.arabic.name.title import IN_WHOM

_LEAST, _MOST = 2, 5
_LONGEST_DAY = 3  # tokens: يوم أمس الأربعاء
_BEFORE = 6  # tokens of a name and the marks behind it
_BETWEEN = CLOSING | {"،"}
THAT = frozenset(("ان", "بان", "انه", "انها", "فان", "بانه", "بانها"))
_JOINTS = JOINTS | {"بو"}
_HERS = "ت"  # what a verb of hers ends with
_ALI = "علي"  # before إنّ it is the preposition, unless the text tells the two apart
_VERBAL = re.compile(r"[يت]...|س[يت]..|[ون]...")
_YEARS = frozenset(("عاما", "عام", "سنه", "سنوات", "اعوام", "ربيعا", "شهرا", "اشهر"))
_NO_NAME = frozenset(
    """
    title body_head place_head plural_place_head definite_body family_end weekday month country capital office_noun direction event_noun
    body_adjective common_noun speech_verb source_noun counted_noun
    """.split()  # noqa: SIM905
)
_ELSEWHERE = frozenset(("country", "capital", "region", "organization"))
# sound plurals, and nouns with a pronoun: no name begins with one
_PLURAL = re.compile(r".{3,}(?:ون|ين|ات|تين|تان|ها|هم|هن|هما|نا)$")


def framed_at(roles: Roles, i: int, cue: str) -> Sighting | None:
    """The person whose name fills a frame from token ``i`` on; ``cue`` as in :func:`hasila.arabic.name.person.person_at`."""
    here, apart, before = roles.at[i], cue == "apart", roles.at[i - 1 - (roles.at[i - 1].form in CLOSING)]
    if cue in ("title", "rank", "honour") and not (before.definite or before.nation or "title" in before.senses or _within(roles, i - 1)):
        return None
    if _led_in(here) and not (apart or here.given == 2 or (here.given and not here.definite)):
        return None
    plural = _PLURAL.match(here.form) and not ((apart or here.unlisted) and exotic(here.form))
    if not here.given and (plural or here.nation or (here.ordinary and (here.definite or here.form.endswith(("ا", "ه"))))):
        return None
    stop, ordinary = _run(roles, i)
    that = stop
    stop = next((k for k in range(i + 1, stop) if addressed(roles, i, k)), stop)
    if stop < i + _LEAST or (apart and here.form.endswith(_HERS) and not here.given and roles.at[i + 1].form.endswith("ا")):
        return None  # مدير كذا، لعبت دورا
    told, comma = roles.at[_past_day(roles, that)].form in THAT, roles.at[stop].form == "،"
    if apart:
        told = told or roles.at[stop].form == ":"  # قالت مديرة المركز، فلانة الفلانية:
        framed = told or (comma and (not ordinary or here.given > 0 or roles.at[stop + 1].form in THAT))
    elif cue == "speech":
        office = roles.at[stop].senses.get("title")
        strange = any(roles.at[k].given or exotic(roles.at[k].form) for k in range(i, stop))
        framed = not ordinary and ((told and strange) or (office is not None and not (office.clitics or office.definite)))
    elif cue == "nation":
        framed = not ordinary and any(exotic(roles.at[k].form) for k in range(i, stop)) and not any(map(_verbal, roles.at[i:stop]))
    else:
        foreign = not ordinary and any(roles.at[k].given or exotic(roles.at[k].form) for k in range(i, stop))
        framed = (told or (foreign and (comma or addressed(roles, i, stop)))) and not any(_verbal(roles.at[k]) for k in range(i + 2, stop))
    return Sighting(i, stop, 0, "person", tuple(roles.forms[i:stop])) if framed else None


def may_begin(here: Role, cue: str) -> bool:
    """Whether a word can be the first in a frame, whatever follows."""
    if not cue or cue == "list" or (_led_in(here) and not (here.given or cue == "apart")):
        return False
    return _part(here) or _doubtful(here)


def _within(roles: Roles, i: int) -> bool:
    """``القيادية فيها``: in or of whom an office is, told by a pronoun right behind it."""
    return roles.at[i].form in IN_WHOM and roles.at[i - 1].definite


def _led_in(here: Role) -> bool:
    """Whether the article or what may be a clitic stands at a word's head, so that it begins a phrase rather than a name."""
    return here.definite or (here.form[0] in "وفبلك" and not (here.unlisted and exotic(here.form)))


def _verbal(here: Role) -> bool:
    """Whether an unlisted word could be a verb, with which the sentence goes on."""
    return not (here.given or here.definite or exotic(here.form)) and _VERBAL.match(here.form) is not None


def _run(roles: Roles, i: int) -> tuple[int, int]:
    """The token after the words from token ``i`` on that can be parts of a name, and how many are ordinary words: at most one may."""
    k, ordinary = i, 0
    while k < i + _MOST and (k == i or k not in roles.text.lines):
        if not (_part(roles.at[k]) or (k > i and (_behind(roles.at[k - 1], roles.at[k]) or surname(roles.at[k])))):
            if ordinary or not _doubtful(roles.at[k]):
                break
            ordinary += 1
        k += 1
    while k > i and (roles.at[k - 1].form in _JOINTS or _on_that(roles, k - 1) or _is_day(roles.at[k - 1]) or _opens_day(roles, k - 1)):
        k -= 1
    return k, ordinary


def _past_day(roles: Roles, k: int) -> int:
    """Past when somebody said so: ``قال وزير المالية فلان الفلاني أمس الأربعاء إن``."""
    stop = k
    while stop < k + _LONGEST_DAY and (_is_day(roles.at[stop]) or roles.text.has(stop, "day_word") or roles.text.has(stop, "day_today")):
        stop += 1
    return stop


def _behind(before: Role, here: Role) -> bool:
    """What goes on a name whatever it means else: the second half of عبد الـ, a father's name."""
    return (before.form == "عبد" and here.definite) or (before.form == "بن" and here.word and "function" not in here.senses)


def _is_day(here: Role) -> bool:
    """``أعلن جيمس ماتيس الخميس أن``: a day that is a family's name too, behind what is a name without it."""
    return here.definite and "weekday" in here.senses


def _opens_day(roles: Roles, k: int) -> bool:
    """``صباح اليوم``: a part of the day that is a given name too, before a day."""
    return k + 1 < _past_day(roles, k + 1) and roles.text.has(k, "day_part")


def _on_that(roles: Roles, i: int) -> bool:
    """``أكد محمد على أن``: the preposition, which never stands before إنّ."""
    told = roles.at[i + 1].form in THAT and roles.text.exact(i + 1, i + 2) != "إن"
    return roles.at[i].form == _ALI and roles.at[i].given < 2 and told


def _part(here: Role) -> bool:
    """Whether a word can stand in a name that its frame tells of."""
    if not here.word or here.stop or here.owned:
        return False
    if here.given or here.form in _JOINTS:
        return True
    if here.senses.keys() & _NO_NAME:
        return False
    if here.definite:
        return not (here.lead or here.ordinary)
    return here.unlisted


def _doubtful(here: Role) -> bool:
    """Whether an ordinary word can be a name too: a noun without article, pronoun or clitics, no adjective in ي."""
    if not here.word or here.stop or here.owned or here.definite or here.nisba or here.senses.keys() & (_NO_NAME - {"common_noun"}):
        return False
    cut = [bool(sense.clitics) for sense in here.senses.values()]
    return not any(cut) or all(cut)


def aged(roles: Roles) -> dict[int, Sighting]:
    """The persons whose age stands in brackets behind their names, by the token at which each begins."""
    found: dict[int, Sighting] = {}
    for d in roles.text.where("digits") if ")" in roles.text.folded.text else ():
        if roles.at[d - 1].form != "(" or roles.at[d + 1].form not in _YEARS or roles.at[d + 2].form != ")":
            continue
        last = first = d - 1
        while first > last - _MOST and first not in roles.text.lines and _part(roles.at[first - 1]):
            first -= 1
        while first < last and _before_name(roles.at[first], roles.at[first + 1]):
            first += 1
        if first < last and _known(roles, first, last):
            joined = is_another(roles.at[first])
            words = (roles.at[first].form[joined:], *(roles.at[k].form for k in range(first + 1, last)))
            found[first] = Sighting(first, last, int(joined), "person", words)
    return found


def _before_name(here: Role, following: Role) -> bool:
    """A definite noun, or a verb of the feminine (``توفيت هبة``), which ends the name's front."""
    if here.given:
        return False
    return here.definite or (here.form.endswith("ت") and following.given > 0)


def _known(roles: Roles, first: int, last: int) -> bool:
    """Whether one of the words is a given name or looks foreign; one alone must be nothing but a given name."""
    if last == first + 1:
        return roles.at[first].given > 1 and not roles.at[first].definite
    return any(roles.at[k].given or exotic(roles.at[k].form) for k in range(first, last))


def surname(here: Role) -> bool:
    """Whether a word is a town's name that can be a person's last too (``كوباني``, ``عفرين``), as families and fighters take them.

    >>> from hasila.arabic.name.role import role
    >>> surname(role("كوباني")), surname(role("بكوباني")), surname(role("بغداد"))
    (True, False, False)
    """
    town = here.senses.get("city")
    return town is not None and not (town.clitics or here.definite or here.senses.keys() & _ELSEWHERE)


def exotic(form: str) -> bool:
    """Whether a form has more long vowels than the patterns of Arabic nouns.

    >>> exotic("كازاروف"), exotic("تقدير")
    (True, False)
    """
    return len(form) >= 5 and sum(letter in "اوي" for letter in form) >= 2


def presented(roles: Roles) -> frozenset[int]:
    """Where a name may begin whose office follows it, with commas or a quotation mark between them."""
    found: list[int] = []
    for office in roles.text.where("title"):
        last = office - 1
        before = roles.at[last]
        if not (before.plain or before.given or before.form in _BETWEEN):
            continue
        while last > office - 3 and roles.at[last].form in _BETWEEN:
            last -= 1
        first = last
        while first >= office - _BEFORE and (roles.at[first].plain or roles.at[first].given):
            first -= 1
        found += range(first + 1, last)
    for joint in roles.text.where("name_joint"):
        if roles.at[joint].form in CHILD:
            before = roles.at[joint - 1]
            unknown = before.unlisted or (before.definite and not before.senses)
            if unknown or is_given(before):
                found.append(joint - 1)
    return frozenset(found)
