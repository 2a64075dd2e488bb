"""What a word is as the head of a noun phrase, told by its form alone: somebody, nobody, a quantity, or a name that no list knows."""

from hasila.arabic.speech.word import BY_ADJECTIVE, HEADED
from hasila.text import Known, analyse

NAMES = frozenset(["given_name", "given_name_common", "statesman", "organization", "capital", "country", "convened_noun"])
_PEOPLE = frozenset(["victim", "civilian", "fighter", "comrade", "soldier", "state"])
_OF_THEM = frozenset(
    [
        "احدهم",
        "احدهما",
        "احداهن",
        "احداهما",
        "احداها",
        "بعضهم",
        "بعضهن",
        "جميعهم",
        "كلهم",
        "معظمهم",
        "اغلبهم",
        "غالبيتهم",
        "كثيرون",
        "اخرون",
    ]
)
_QUANTITIES = frozenset(["vague_opener", "cardinal", "cardinal_bound", "ample", "quantifier"])
_TIMES = frozenset(["unit_one", "unit_many", "unit_pair", "month", "weekday", "day_word"])
_THINGS = frozenset(["event_word", "event_masdar", "act_masdar", "common_noun", "direction", "elative", "complemented", "adverbial"])
_SPEECHLESS = _TIMES | _THINGS
_TENSED = frozenset(["past", "present", "masdar"])
_LEAST_PLURAL = 6  # letters, with an article
_JOINED_PRESENT = ("وت", "وي")
_THEIR_PEOPLE = ("وه", "وها", "وهم", "وهما")
_ACCUSATIVE = ("اءه", "اءها", "اءهم", "اءهما")  # أبلغت حلفاءها: in the nominative this is حلفاؤها


@Known
def their_people(form: str) -> bool:
    """``باحثوه``: whether a word of this form (none past the text's end) is people who work for somebody, by his pronoun.

    A sound plural loses its ن before it.
    """
    theirs = next((ending for ending in _THEIR_PEOPLE if form.endswith(ending)), None)
    return theirs is not None and "source_noun" in analyse(form.removesuffix(theirs) + "ون").entries


@Known
def is_sound_plural(form: str) -> bool:
    """``المقيمين``, ``للمراقبين``: whether a word of this form is people, by their sound plural."""
    return form.endswith(("ين", "ون")) and len(form) > _LEAST_PLURAL


@Known
def is_many(form: str) -> bool:
    """``الخبراء``, ``المحققين``: whether a word of this form is definite people, more than two, whom no الذي takes up."""
    if not form.startswith("ال"):
        return False
    entries = analyse(form).entries
    people = (entries.get(cls) for cls in ("counted_noun", "bystander"))
    return is_sound_plural[form] or any(hit is not None and hit.tag == "plural" for hit in people)


@Known
def is_person(form: str) -> bool:
    """Whether a word of this form (none past the text's end) tells who speaks by an office, a body, hearsay or people."""
    entries = analyse(form).entries if form else {}
    counted = entries.get("counted_noun")
    if "hearsay" in entries or not HEADED.isdisjoint(entries) or (counted is not None and not counted.pronoun and counted.value in _PEOPLE):
        return True
    return their_people[form]


@Known
def bearing(form: str) -> str:
    """What a word of this form, which no list knows as who speaks, is: ``somebody``, ``nobody``, a ``quantity`` of others, or ``open``."""
    entries = analyse(form).entries
    if form in BY_ADJECTIVE or any(not entries[cls].clitics for cls in entries.keys() & NAMES):
        return "somebody"
    if is_person[form] or form in _OF_THEM:
        return "somebody"
    if not _QUANTITIES.isdisjoint(entries):
        return "quantity"
    tensed = any(hit.tag in _TENSED and (not hit.clitics or form.startswith(_JOINED_PRESENT)) for hit in entries.values())
    if "function" in entries or tensed or not _SPEECHLESS.isdisjoint(entries) or form.endswith(_ACCUSATIVE):
        return "nobody"
    return "open"
