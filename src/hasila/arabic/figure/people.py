"""People: of what country those are whom the words of a clause tell of.

``عدد التونسيين``, ``الملتحقين بالتنظيم من فرنسا``, ``900 من رعايا كندا``, ``يحملون الجنسية الأردنية``, ``من مواطنيها``; of none where
several nations are joined (``من فرنسا وبلجيكا``).
"""

from bisect import bisect_left

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.elsewhere import is_nation
from hasila.arabic.figure.nation import nations_of
from hasila.arabic.figure.party import Party
from hasila.arabic.figure.zone import MAY_BE_VERB
from hasila.text import FINITE, Text, Word

SEVERAL = ""  # told to be of no one country
MOST_OF_THEM = frozenset(("جلهم", "معظمهم", "اغلبهم", "اغلبيتهم", "غالبيتهم", "اكثرهم"))
FROM = frozenset(("من", "ومن", "فمن"))
_NATION = ("nationality", "nation_people")
_LANDS = (*_NATION, "country", "foreigner")
_OTHERS = frozenset(("ودول", "والدول", "وبلدان", "والبلدان", "وغيرها", "وغيرهم", "وغيرهما", "وجنسيات", "ومناطق"))
_PEOPLE = frozenset(("fighter", "civilian"))
_MANY = frozenset(("plural", "dual_or_plural"))
_PLURALS = ("ين", "ون", "وا", "وها")  # قادمين, سافروا
_TRAVEL = "سفر"
_FOLLOW = frozenset(("يليهم", "تلاهم", "يتبعهم", "ويليهم", "ثم", "وبعدهم", "بعدهم"))
_TELLERS = ("assess_verb", "speech_verb")
_OPENERS = frozenset(("ان", "وان", "بان", "فان", "لكن", "اما", "واما"))
_ARTICLES = ("ال", "لل")
_TO, _OF_HEAD, _PASSING, _SENTENCES = "ل", 3, 3, 1
_HOME = frozenset(("البلاد", "بلادهم", "بلدهم"))
_ITS = {"ه": False, "ها": True}


def home_at(text: Text, actors: Actors, i: int, first: int) -> str | None:
    """The country whose people are told of by the word at token ``i``, the phrase of which begins no sooner than at ``first``;
    :data:`SEVERAL` where it is joined to another; None where it tells of nobody's people.
    """
    country = _country(actors, i)
    if country is not None:
        return _joined(text, actors, i, country.last, first, country.id) if _are_from(text, actors, country, first) else None
    nation = nation_of(text, i)
    if nation is not None:
        return _joined(text, actors, i, i + 1, first, nation) if _are_of(text, actors, i, first) else None
    hit = text.words[i].entries.get("citizen")
    if hit is not None and hit.pronoun in _ITS:
        return _whose(text, actors, i, hit.pronoun)
    return _whose(text, actors, i, None) if text.forms[i] in _HOME and _leaves(text, i - 1) else None


def nation_of(text: Text, i: int) -> str | None:
    """The nation that a word names by its adjective or its people."""
    found = text.derived(nations_of).get(i)
    if found is not None:
        return str(found.hit.value)
    hit = text.word(i).entries.get("nation_people")
    return str(hit.value) if hit is not None else None


def joins_another(text: Text, actors: Actors, i: int) -> bool:
    """Whether و joins another nation, land or part of the world at token ``i``, of which no number of its own is told."""
    if i >= len(text):
        return False
    form = text.forms[i]
    if form in _OTHERS:
        return True
    party = _country(actors, i)
    if form[:1] != "و" or not (party is not None or _names_land(text.words[i])):
        return False
    behind = party.last if party is not None else i + 1
    return text.kinds[behind] != "digits" and text.form(behind) not in ("(", ":") and "cardinal" not in text.word(behind).entries


def _names_land(word: Word) -> bool:
    return any(hit is not None and hit.clitics.startswith("و") for cls in _LANDS if (hit := word.entries.get(cls)) is not None)


def _joined(text: Text, actors: Actors, i: int, end: int, first: int, nation: str) -> str:
    """The nation, or :data:`SEVERAL` where another is joined to it, or it to another."""
    return SEVERAL if _goes_with(text, actors, i, first) or joins_another(text, actors, end) else nation


def _country(actors: Actors, i: int) -> Party | None:
    """The country named from token ``i`` on; no adjective's."""
    party = actors.at(i)
    return party if party is not None and party.first == i and party.type == "country" and party.mention is not None else None


def _are_from(text: Text, actors: Actors, party: Party, first: int) -> bool:
    """Whether people are from a country: behind من, whoever has its people in the genitive, or who left it or sent them."""
    i, forms = party.first, text.forms
    if i <= first - 1 or i == 0:
        return False
    if party.skip:
        return _goes_with(text, actors, i, first)
    entries = text.words[i - 1].entries
    if forms[i - 1] in FROM:
        return is_whence(text, actors, i - 1, first)
    if "citizen" in entries:
        return not (entries["citizen"].article or entries["citizen"].pronoun)
    return _leaves(text, i - 1) or "exporting" in entries


def _goes_with(text: Text, actors: Actors, i: int, first: int) -> bool:
    """Whether و joins a nation or country at token ``i`` to one whose people are told of."""
    if i <= first or text.forms[i][:1] != "و":
        return False
    party = actors.at(i - 1)
    before = party.first if party is not None and party.type == "country" else i - 1
    return before >= first and home_at(text, actors, before, first) is not None


def is_whence(text: Text, actors: Actors, i: int, first: int) -> bool:
    """Whether من at token ``i`` tells where people come from: behind them, behind a verb or behind the band that they came to, and no
    word of passing through or of coming back (``عبروا من تركيا``).
    """
    if passes(text, max(first, i - _PASSING), i):
        return False
    if i <= first or text.has(i - 2, "bound_after"):  # 900 شخص على الأقل من كذا
        return True
    before = text.words[i - 1]
    if before.kind != "word" or before.form.endswith(_PLURALS) or MAY_BE_VERB[before] or "foreigner" in before.entries:
        return True
    party = actors.at(i - 1)
    if party is not None and party.last == i:
        return actors.is_foe(party)
    return is_people(before) or "joining_word" in before.entries or "foe_noun" in before.entries or "nationality" in before.entries


def passes(text: Text, first: int, last: int) -> bool:
    """Whether a word of passing through or coming back stands in the tokens [first, last)."""
    places = text.where("passing")
    n = bisect_left(places, first)
    return n < len(places) and places[n] < last


def _leaves(text: Text, i: int) -> bool:
    return i >= 0 and "leaving_home" in text.words[i].entries


def is_people(word: Word) -> bool:
    """Whether a word is one for fighters or for people of any sort."""
    hit = word.entries.get("counted_noun")
    return "citizen" in word.entries or (hit is not None and hit.value in _PEOPLE)


def _are_of(text: Text, actors: Actors, i: int, first: int) -> bool:
    """Whether a nation is that of people told of: they are counted or do something by its name, or are described by it."""
    word, before = text.words[i], text.words[i - 1]
    if "nationality_noun" in (text.words[i - 2] if before.form.endswith(_TRAVEL) else before).entries:
        return True  # من حملة الجنسية التونسية, جواز السفر التونسي
    if _goes_with(text, actors, i, first):
        return True
    if i > first and is_people(before) and _is_definite(before) == _is_definite(word):
        return _may_be_counted(text, i - 1, first)
    return is_nation(word) and _may_be_counted(text, i, first)


def _is_definite(word: Word) -> bool:
    return next((hit.article for hit in word.entries.values()), False) or word.form.startswith(_ARTICLES)


def _may_be_counted(text: Text, i: int, first: int) -> bool:
    """Whether people at token ``i`` may be who is counted: behind a head of numbers, behind من, or as the subject, not of an estimate."""
    word, before = text.words[i], text.words[i - 1]
    clitics = next((hit.clitics for hit in word.entries.values()), "")
    if clitics.endswith(_TO):
        return any("count_head" in text.words[j].entries for j in range(max(first, i - _OF_HEAD), i))
    if clitics.endswith(("ب", "ك")):
        return False
    if i <= first:
        return True
    if before.form in FROM or "count_head" in before.entries or before.form in _OPENERS or before.kind != "word":
        return True
    tells = any((hit := before.entries.get(cls)) is not None and hit.tag in FINITE for cls in _TELLERS)
    if tells or before.form in _FOLLOW:
        return not tells
    return any(hit.tag in FINITE for hit in before.entries.values()) or (not before.entries and MAY_BE_VERB[before])


def _whose(text: Text, actors: Actors, i: int, pronoun: str | None) -> str | None:
    """The country that a pronoun of people stands for, or whose land is left: named last before, itself or by an organ of it."""
    start = text.sentence(i)[0]
    for _ in range(_SENTENCES):
        start = text.sentence(start - 1)[0] if start else 0

    def is_meant(party: Party) -> bool:
        if party.type == "organization" and actors.state(party.id) is None:
            return False
        agrees = pronoun is None or actors.is_feminine(party) == _ITS[pronoun] or party.type == "country"
        return party.type in ("country", "organization") and agrees and not actors.is_oblique(party)

    party = actors.before(i, is_meant)
    if party is None or party.first < start:
        return None
    return party.id if party.type == "country" else actors.state(party.id)
