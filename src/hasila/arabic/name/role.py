"""What a word can be to a name: its senses in the lists of names, and whether it can stand inside one at all."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hasila.arabic.name.sense import LISTS, TOWNS, Sense, senses_of
from hasila.text import Known, analyse, splits

KUNYA = frozenset(("ابو", "ابا", "ابي"))
JOINTS = KUNYA | {"عبد", "بن", "ابن", "بنت", "ولد", "ال"}
CHILD = frozenset(("بن", "بنت"))  # whatever stands before one is a name
OPENING = frozenset('«"“”‹„')
CLOSING = frozenset('»"“”›')
QUOTES = OPENING | CLOSING
# What a name may have between its words: ``التحالف العربي - الدولي``.
INSIDE = QUOTES | frozenset("-–")

_NISBA = re.compile(r".+ي(?:ه|ين|ون|تين|تان|ات)?$")
# Forms of derived nouns that no personal name has: تفعيل, استفعال, انفعال, افتعال, sound plurals, nouns with a pronoun.
_DERIVED = re.compile(r"ت..ي.ه?$|است..?ا.ه?$|ان..ا.$|ا.ت.ا.ه?$|م.{3,}(?:ون|ين)$|...+ات$|...+(?:ها|هم|هما|هن)$|..+يه$|...+ته$")
_PLAIN = frozenset(
    ("given_name", "given_name_common", "name_joint", "place_part", "agency", "place_alias", "medium_tail", "party_noun", *TOWNS)
)
_ARTICLE = re.compile(r"[وف]?(?:[بك]?ال|لل)(?=..)")


Phrase = tuple[list[str], Sense]  # the forms that go on a listed phrase, and its first word's sense


@dataclass(slots=True, eq=False)
class Role:
    """What a folded form can be to a name.

    ``stop``: it ends every name (particle, verb, mark, number). ``ordinary``: a word of the language, no name by itself.
    ``definite``: with the article, behind ``lead`` characters of clitics. ``nation``: an adjective of nationality or of a
    region (value: ISO code or ``"*"``). ``plain``: an unlisted word without the article, as names are. ``given``: 2 for a
    given name, 1 for one that is an ordinary word too. ``owned``: a noun with a suffixed pronoun. ``trigger``: which rules it
    can start (bits), 0 for most words; ``alone``: those of them that need no listed phrase behind it; ``ahead``: those that it can
    start before a form or a quotation mark that adds to them. ``phrases``: the listed phrases that it can begin, by the form that
    must follow and by their class. ``unlisted``: ``plain``, whatever its pattern. ``lists``: the lists of names that hold it or a
    phrase that it begins. ``stems``: what is left of it in every way of cutting its proclitics off. ``adjective``: with the article,
    and an adjective by its list or its ending. ``starts``: whether it may begin a name or an office, whatever stands beside it;
    ``hints``: whether its neighbours have to be looked at to tell.
    """

    form: str
    senses: dict[str, Sense]
    phrases: dict[str, dict[str, list[Phrase]]]
    stop: bool
    ordinary: bool
    definite: bool
    lead: int
    nation: str
    nisba: bool
    plain: bool
    given: int
    word: bool
    owned: bool
    trigger: int
    alone: int
    unlisted: bool
    lists: tuple[str, ...]
    stems: tuple[str, ...]
    adjective: bool
    starts: bool
    hints: bool
    ahead: dict[str, int]


LISTED, BODY, SITE, DIRECTION, OPERATION, SEAT, REALM, PERSON, TITLE, EVENT, QUOTE, GLUED, TOWN, SPEECH, NATION = (
    1 << n for n in range(15)
)
# what a name, or the event that it names, can begin with
NAMES = LISTED | BODY | SITE | DIRECTION | OPERATION | SEAT | REALM | PERSON | TOWN | EVENT
STARTS = NAMES | TITLE
# what may tell of a name with the word before or behind it
HINTS = QUOTE | SPEECH | NATION
ABOUT = "عن"
_LEAST_GLUED = 6
_MOST_GLUED = 30


_STARTED = dict.fromkeys(LISTS, LISTED) | dict.fromkeys(TOWNS, TOWN) | {"direction": DIRECTION}
_STARTED_ALONE = _STARTED | {
    "operation_head": OPERATION,
    "capital_noun": SEAT,
    "country_noun": REALM,
    "title": TITLE,
    "event_noun": EVENT,
    "speech_verb": SPEECH,
    "crediting_word": SPEECH,
    "given_name": PERSON,
    "town_part": SITE,
    "dual_place_head": SITE,
    "plural_place_head": SITE,
}


def _begun_by(classes: Iterable[str], rules: Mapping[str, int] = _STARTED) -> int:
    """The rules that a word or phrase of these classes can start by standing in a list."""
    bits = 0
    for cls in classes:
        bits |= rules.get(cls, 0)
    return bits


def _trigger(form: str, kind: str, senses: dict[str, Sense]) -> int:
    """The rules that a word can start by itself."""
    if kind != "word":
        return QUOTE if form in OPENING or form == "(" else LISTED if "organization" in senses else 0
    bits = _begun_by(senses, _STARTED_ALONE)
    for cls, bit, definite in _HEADS:
        if cls in senses and senses[cls].definite == definite:
            bits |= bit
    if form in KUNYA or form[1:] in KUNYA or form in ("عبد", "وعبد"):
        bits |= PERSON
    if not senses and _LEAST_GLUED <= len(form) <= _MOST_GLUED:
        bits |= GLUED
    return bits


# what a head starts with the article, or only without it
_HEADS = (
    ("definite_body", BODY, True),
    ("numbered_body", BODY, True),
    ("office_body", BODY, True),
    ("body_head", BODY, False),
    ("service_head", BODY, False),
    ("place_head", SITE, False),
)


def _adjectival(form: str, senses: dict[str, Sense], nation: str, nisba: bool) -> bool:
    """Whether a definite form is an adjective."""
    if "family_end" in senses or "iyya_noun" in senses:
        return False
    if nation or "body_adjective" in senses:
        return True
    return nisba and form.endswith(("ي", "يه")) and "title" not in senses


def role(form: str) -> Role:
    """The role of a folded form.

    >>> role("للعراق").senses["country"].value, role("والأمريكيين".replace("أ", "ا")).nation
    ('iq', 'us')
    >>> role("غريغوريان").plain, role("تنسيق").plain, role("في").stop
    (True, False, True)
    """
    return ROLES[form]


def accusative(form: str) -> dict[str, Sense]:
    """The senses of a noun without the ا that an object or a predicate ends with (``محافظا``); none of a form without it.

    >>> accusative("وزيرا")["title"].value, accusative("وزير")
    ('office', {})
    """
    return ROLES[form[:-1]].senses if form.endswith("ا") else {}


def is_given(here: Role) -> bool:
    """Whether a word is a given name, with clitics or not."""
    return bool(here.given or here.senses.keys() & {"given_name", "given_name_common"})


def is_another(here: Role) -> bool:
    """``وعمر``: whether a word is another given name, joined by و."""
    sense = here.senses.get("given_name") or here.senses.get("given_name_common")
    return sense is not None and sense.clitics == "و"


def is_unknown(here: Role) -> bool:
    """Whether a word with the article is in no list: ``الناها بنت مكناس``, ``سلطان العرادة``."""
    return here.definite and not (here.senses or here.lead)


def credits(here: Role, link: str) -> bool:
    """Whether a word leads to who is credited with this link: ``for`` (``وفقا لفلان``), ``from`` (``نقلا عن فلان``).

    >>> credits(role("ووفقا"), "for"), credits(role("وفق"), "for")
    (True, False)
    """
    sense = here.senses.get("crediting_word")
    return sense is not None and sense.value == link


@Known
def ROLES(form: str) -> Role:
    """The roles of all forms met so far."""
    senses, phrases, verb, other = senses_of(form)
    kind = analyse(form).kind
    article = _ARTICLE.match(form)
    sure = None if article and "nationality" in senses else senses.get("given_name")  # وزير الدفاع التركي, but تركي الفيصل
    given = 2 if sure and not sure.clitics and "function" not in senses else 1 if "given_name_common" in senses else 0
    nationality = senses.get("nationality") or senses.get("nation_people")
    nation = nationality.value if nationality else "*" if "wide_adjective" in senses else ""
    stop = kind != "word" or (not given and ("function" in senses or verb))
    listed = not senses.keys() <= _PLAIN
    word = form[article.end() :] if article else form
    nisba = bool(_NISBA.match(word)) and len(word) > 2
    plain = kind == "word" and not (listed or article or stop or (_DERIVED.match(form) and not given))
    lead = len(article[0]) - 2 if article else 0
    owned = bool(word_hits := analyse(form).entries) and all(hit.pronoun for hit in word_hits.values())
    ordinary = other and given < 2
    begun = {cls for _, cls, _ in phrases}
    alone = _trigger(form, kind, senses)
    if nation not in ("", "*") and article and not lead and form.endswith(("يه", "ي")):
        alone |= NATION
    trigger = alone | _begun_by(begun) if kind == "word" else alone
    following: dict[str, dict[str, list[Phrase]]] = {}
    for rest, cls, sense in phrases:
        following.setdefault(rest[0], {}).setdefault(cls, []).append((rest, sense))
    ahead: dict[str, int] = {}
    if trigger != alone:
        ahead = dict.fromkeys(QUOTES, trigger) | {behind: alone | _begun_by(classes) for behind, classes in following.items()}
    lists = tuple([cls for cls in LISTS if cls in senses or cls in begun]) if senses or begun else ()
    return Role(
        form,
        senses,
        following,
        stop,
        ordinary,
        bool(article),
        lead,
        nation,
        nisba,
        plain,
        given,
        kind == "word",
        owned,
        trigger,
        alone,
        not (listed or article or stop),
        lists,
        tuple([split.stem for split in splits(form)]) if kind == "word" else (),
        bool(article) and not (lead or stop or form.startswith("لل")) and _adjectival(form, senses, nation, nisba),
        bool(alone & STARTS),
        bool(alone & HINTS),
        ahead,
    )
