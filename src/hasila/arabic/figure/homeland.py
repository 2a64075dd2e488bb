"""Homelands: the country whose foreign fighters a number is of.

``الأردن (3000)``, ``تلتها تونس بـ2900``, ``900 من لبنان``, ``عدد المقاتلين الفرنسيين 700``, ``عددهم`` of those told of before.
"""

from collections.abc import Iterator, Sequence

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.elsewhere import is_nation
from hasila.arabic.figure.inset import behind_insets, unbroken
from hasila.arabic.figure.joining import joins_verb
from hasila.arabic.figure.nation import nations_of
from hasila.arabic.figure.people import MOST_OF_THEM, SEVERAL, home_at, is_people, joins_another, nation_of, passes
from hasila.arabic.figure.those import home_of_those
from hasila.codebook import Codebook
from hasila.text import Text, Word, one_in

_UNDER = frozenset(("(", "ب", "بواقع", "بعدد", "بنحو", "بحوالي"))
_BEHIND, _QUOTES = 10, frozenset('«»"“”')
# what stands behind one of these is told of others than those counted
_BREAKS = frozenset(("part_opener", "complementizer", "segment_opener", "contrast", "cardinal"))
_SOME = MOST_OF_THEM | {"بعضهم", "نصفهم", "ثلثهم", "ربعهم", "بين", "ضمن", "مقابل", "مقارنه"}


def homeland_of(text: Text, actors: Actors, draft: Draft, codebook: Codebook, told: Sequence[Draft] = ()) -> str | None:
    """The country that those counted are from, by the words for them, behind them or before them, else the one whose share is told in
    brackets or under ب behind its name, else that of those ``told`` before whom a pronoun or their number stands for.

    :data:`SEVERAL` where they are told to be of several; None where nothing is told, or a country that is fought in.
    """
    found = next((home for find in _FINDERS if (home := find(text, actors, draft)) is not None), None)
    if found is None:
        found = SEVERAL if _are_foreign(text, draft) else home_of_those(text, actors, draft, told)
    return None if found in codebook.theatre else found


def _named(text: Text, actors: Actors, draft: Draft) -> str | None:
    """The nation that is counted by its name, or the adjective right behind the noun (``3 آلاف تونسي``, ``900 شاب وفتاة تونسية``)."""
    noun = draft.noun
    if noun is None or noun < min(draft.after, draft.first):
        return None  # 1200 مغربي و900 من لبنان
    at = noun if nation_of(text, noun) is not None else _end(text, draft)
    nation, entries = nation_of(text, at), text.word(at).entries
    hit = entries.get("nationality") or entries.get("nation_people")
    if nation is None or hit is None or hit.clitics:
        return None
    is_definite = at != noun and hit.article and text.forms[noun - 1] != "من"
    if is_definite or (at == noun and hit.article and not is_nation(text.words[noun])):
        return None
    return SEVERAL if joins_another(text, actors, at + 1) else nation


def _end(text: Text, draft: Draft) -> int:
    """The token behind those counted, and behind others of them that و joins: ``900 شاب وفتاة``."""
    end = draft.end
    while text.form(end)[:1] == "و" and is_people(text.word(end)):
        end += 1
    return end


def _behind(text: Text, actors: Actors, draft: Draft) -> str | None:
    """The country told of behind those counted, in their own clause, save where they passed through it or came back from it."""
    first, end = draft.last, _end(text, draft)
    if passes(text, max(draft.segment, draft.after), draft.first):
        return None
    left = actors.at(end) if _leave(text, draft) else None
    if left is not None and left.first == end and left.type == "country":
        return left.id  # غادر 900 شخص فرنسا
    found = (home_at(text, actors, i, first) for i in _on(text, draft, first))
    return next((home for home in found if home is not None), None)


def _leave(text: Text, draft: Draft) -> bool:
    """Whether those counted are told to leave a country."""
    return one_in(text.where("leaving_home"), max(draft.segment, draft.after), draft.first)


def _on(text: Text, draft: Draft, first: int) -> Iterator[int]:
    """The tokens that go on with those counted, up to what is told of others."""
    i, last = first, min(first + _BEHIND, draft.sentence[1])
    while i < last:
        past = behind_insets(text, i)
        if past != i:
            i = past
            continue
        if _turns_away(text.words[i]):
            return
        yield i
        i += 1


def _turns_away(word: Word) -> bool:
    """Whether a word or mark ends what is told of those counted."""
    if word.kind != "word":
        return word.form not in _QUOTES
    return word.form in _SOME or not _BREAKS.isdisjoint(word.entries) or joins_verb(word.form)


def _before(text: Text, actors: Actors, draft: Draft) -> str | None:
    """The country told of before the number, nearest to it, as that of those who are counted."""
    start = max(draft.segment, draft.after)
    ranks = _is_under(text, draft)
    for i in reversed([*unbroken(text, start, draft.last)]):
        home = home_at(text, actors, i, start)
        if home is not None:
            return home
        entries = text.words[i].entries
        if "count_head" in entries:
            return None
        if "foreigner" in entries and not ranks:
            return SEVERAL
    return None


def _is_under(text: Text, draft: Draft) -> bool:
    """Whether a number stands in brackets or under ب: so is told a share."""
    forms, first = text.forms, draft.first
    return forms[first - 1] in _UNDER or forms[first][:1] == "ب"


def _listed(text: Text, actors: Actors, draft: Draft) -> str | None:
    """The last country named before a number in brackets or under ب; not where somebody estimates it (``قدرتهم واشنطن بـ36 ألفا``)."""
    if draft.noun in text.derived(nations_of) or one_in(text.where("assess_verb"), draft.segment, draft.first):
        return None
    if not _is_under(text, draft):
        return None
    named = actors.between(max(draft.after, draft.sentence[0]), draft.first)
    states = (p for p in reversed(named) if p.type == "country" and not actors.is_oblique(p) and not actors.is_source(p))
    return next((p.id for p in states), None)


def _are_foreign(text: Text, draft: Draft) -> bool:
    """Whether those counted are told as foreigners and no more: ``900 أجنبي``, ``900 مقاتل أجنبي``."""
    first = draft.noun if draft.has_noun_behind and draft.noun is not None else draft.last
    return any("foreigner" in word.entries for word in text.words[first : draft.end + 1])


_FINDERS = (_named, _behind, _before, _listed)
