"""Senses: what each class that lists a word makes of it in a name."""

import re
from dataclasses import dataclass
from itertools import chain
from typing import Any

from hasila.text import Hit, Word, analyse

# Classes that say something about names; a word that stands in any other list is an ordinary word.
NAMING = frozenset(
    """
    country ambiguous_country country_noun capital capital_noun city region water place_alias direction ambiguous_place place_head
    free_place_head place_part host_verb_stem nationality nation_people wide_adjective title office_noun office_field given_name
    given_name_common name_joint person agency organization body_head weak_head definite_body body_adjective generic_complement
    coordinate_body byline purpose_body named_after_body same_body placed_body simple_body kind_body titled_body feminine_body
    feminine_adjective vague_adjective charged iyya_noun operation operation_head operation_name_cue event_noun report_verb_media
    state_body settlement dual_place_head
    town shy_town local_office numbered_body unit_arm office_body force_noun coordinate_masdar rank_adjective bare_body
    whereabouts place_preposition government_cue demand_noun clause_opening minister honorific
    plural_place_head medium_head medium_tail line_credit federal_adjective site_adjective local_body trade town_part
    party_noun party_end body_work working_body guild guild_body service_head served_body public_service club_name
    """.split()  # noqa: SIM905
)
LISTS = ("organization", "country", "capital", "place_alias", "city", "region", "water", "operation", "person")
TOWNS = ("town", "shy_town")
_UNSPLIT = frozenset(LISTS) - {"place_alias"} | set(TOWNS)
_OF_NAMES = frozenset((*LISTS, *TOWNS))
# a stem this short behind a clitic is more often part of a name (لال: ل + ال)
_TINY = 2
_HELPERS = frozenset(("not_future", "statesman"))  # lists of letters' chance likeness, and of who is one, not of meaning
# بلدية is the municipality, not ب + لدى + ه
_CLASS_NOUNS = ("body_head", "place_head")
_CLOSED = frozenset(("function", "auxiliary", "preposition", "demonstrative", "relative", "pronoun", "negation", "complementizer"))
_TO_THE = re.compile(r"([وف]?)لل(..+)")


@dataclass(slots=True, unsafe_hash=True)  # not frozen, for a frozen one takes thrice as long to make; nothing changes one
class Sense:
    """One list's word: its ``value``, the ``clitics`` in front (``skip`` characters; the article is no clitic here)."""

    value: Any
    skip: int
    clitics: str
    definite: bool


def _sense(hit: Hit) -> Sense:
    return Sense(hit.value, hit.skip - 2 if hit.article else hit.skip, hit.clitics, hit.article)


def _finite(form: str, hit: Hit) -> bool:
    """Whether a hit reads the form as a verb of the third person: what follows a name is told of somebody."""
    return hit.tag == "past" or (hit.tag == "present" and form[hit.skip : hit.skip + 1] != "ا")


def _begun(word: Word) -> list[tuple[list[str], str, Hit]]:
    """The phrases that a word begins, the longest first."""
    return sorted(chain.from_iterable(word.phrases.values()), key=lambda row: -len(row[0]))


def senses_of(form: str) -> tuple[dict[str, Sense], list[tuple[list[str], str, Sense]], bool, bool]:
    """(senses, phrases, is verb, has a sense outside the lists of names) of a form."""
    word = analyse(form)
    own = word.entries.get("whole_word")
    entries = {
        cls: hit
        for cls, hit in word.entries.items()
        if not (own is not None and hit.skip > own.skip and cls in _OF_NAMES)
        and not (hit.article and (hit.pronoun or cls in _UNSPLIT or cls in _CLOSED))
        and not (hit.tag == "present" and not _finite(form, hit))
        and cls not in _HELPERS
        and not (hit.skip and len(form) - hit.skip <= _TINY and cls not in _CLOSED and cls != "place_head")
        and not (hit.skip and cls in _CLOSED and any(c in word.entries and not word.entries[c].skip for c in _CLASS_NOUNS))
    }
    senses = {cls: _sense(hit) for cls, hit in entries.items()}
    phrases = [(rest, cls, _sense(hit)) for rest, cls, hit in _begun(word) if not (hit.article and cls in _UNSPLIT)]
    verb = any(_finite(form, hit) for hit in entries.values())
    other = not entries.keys() <= NAMING
    to_the = _TO_THE.fullmatch(form)
    if to_the:
        whole = analyse("ال" + to_the[2])
        if not whole.entries:
            whole = analyse("الل" + to_the[2])  # للواء: the noun begins with a ل itself
        skip, clitics = len(to_the[1]), to_the[1] + "ل"
        for cls, hit in whole.entries.items():
            if not hit.clitics and not (hit.article and cls in _UNSPLIT):
                senses.setdefault(cls, Sense(hit.value, skip, clitics, True))
        phrases += [(rest, cls, Sense(hit.value, skip, clitics, True)) for rest, cls, hit in _begun(whole) if not hit.clitics]
        other = other or not whole.entries.keys() <= NAMING
    return senses, phrases, verb, other
