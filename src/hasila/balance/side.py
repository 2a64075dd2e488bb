"""Sides: whom a speaker, an assessor or a holder belongs to, by the titles that stand before a name and by its own words."""

from collections import defaultdict

from hasila.balance.cast import Known
from hasila.balance.dossier import Dossier
from hasila.balance.name import key, phrase
from hasila.codebook import Codebook
from hasila.records import Reading
from hasila.text import Text

_TITLES = ("title", "independent_role", "overseer")
_KNOWN = 20_000  # speakers of readings whose sides are remembered at a time
_COMMAS = ("،", ",")
_REACH = 12  # tokens before a name in which its title may stand


class Sides:
    """The bodies and countries that each speaker belongs to, gathered over all documents by ``see``."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._people: dict[str, set[str]] = defaultdict(set)
        self._titles: dict[str, set[str]] = defaultdict(set)
        self._known: dict[tuple[int, str], tuple[str, ...]] = {}

    def see(self, n: int, reading: Reading) -> None:
        """Read the titles of the persons of reading ``n``."""
        for entity in reading.entities:
            if entity.type == "person":
                person = self._dossier.same.get(entity.id, entity.id)
                for place in entity.places[:3]:
                    self._people[person].update(self._titled(n, person, *place))

    def _titled(self, n: int, person: str, start: int, end: int) -> list[str]:
        """The sides named between a title and the name at [start, end), or in the title right after it; titles are kept."""
        text, cast = self._dossier.text(n), self._dossier.casts[n]
        if not 0 <= start < end <= len(text.stored):
            return []
        name, last = text.tokens(start, end)
        begin, stop = title_before(text, name), title_after(text, last)
        found = []
        for first, after in ((begin, name), (last, stop)):
            if first < after:
                self._titles[person].add(text.exact(first, after))
                found += cast.sides(text, first, after)
        return found

    def titles(self, who: Known | None) -> tuple[str, ...]:
        """The titles that anyone gives him."""
        return tuple(sorted(self._titles.get(who.id, ()))) if who else ()

    def of(self, n: int, words: str | None) -> tuple[str, ...]:
        """The ids of the sides of whoever these words of reading ``n`` name, himself first, sorted after that."""
        if not words:
            return ()
        if (n, words) not in self._known:
            if len(self._known) > _KNOWN:
                self._known.clear()
            cast = self._dossier.casts[n]
            self._known[n, words] = self.joined(cast.who(words), cast.own_sides(words))
        return self._known[n, words]

    def joined(self, who: Known | None, own: tuple[str, ...]) -> tuple[str, ...]:
        """The same of somebody whose own words name these sides."""
        if who is None:
            return own
        sides = {*own, *self._people.get(who.id, ()), *_stands_for(who)}
        actor = self._dossier.actor(who.id)
        if actor:
            label = phrase(actor.label.ar)
            sides |= {str(hit.hit.value) for hit in (label.find(i, "nationality") for i in range(len(label))) if hit}
        return who.id, *sorted(sides - {who.id})


def _stands_for(who: Known) -> tuple[str, ...]:
    """The state of somebody whom everybody knows to speak for one.

    >>> _stands_for(Known("باراك_أوباما", "person", "باراك أوباما"))
    ('us',)
    """
    found = phrase(who.name).find(0, "statesman") if who.type == "person" else None
    return (str(found.hit.value),) if found else ()


def title_before(text: Text, name: int) -> int:
    """The token where the title begins that ends at the name; the name's own where no title stands there.

    >>> text = phrase("وقال وزير الخارجية الفرنسي جان بلان")
    >>> title_before(text, 4), title_before(phrase("وقال وزير الخارجية الفرنسي، جان بلان"), 5)
    (1, 1)
    """
    first = max(text.sentence(name)[0], name - _REACH) if name < len(text) else name
    begin = name
    for i in range(name - 1, first - 1, -1):
        if any(text.has(i, cls) for cls in _TITLES):
            begin = i
        elif _is_within(text, i, name):
            continue
        elif (text.kind(i) == "mark" and text.form(i) not in "«»\"'“”()") or text.has(i, "speech_verb"):
            break
    return begin


def _is_within(text: Text, i: int, name: int) -> bool:
    """Whether a mark does not part a title from its name: ``د. أحمد``, ``المتحدث باسم الجيش، جان بلان``."""
    if text.form(i) == ".":
        return len(text.form(i - 1)) == 1
    return i == name - 1 and text.form(i) in _COMMAS and not text.form(name).startswith("و")


def title_after(text: Text, last: int) -> int:
    """The token where the title ends that begins right after a name; the name's end where none stands there.

    >>> text = phrase("جان بلان، وزير الخارجية الفرنسي، في مؤتمر")
    >>> title_after(text, 2)
    6
    """
    first = last + 1 if text.form(last) in ("،", ",", "(") else last
    if not any(text.has(first, cls) for cls in _TITLES):
        return last
    stop, end = first + 1, text.sentence(first)[1]
    while stop < min(end, first + _REACH) and text.kind(stop) != "mark" and not text.has(stop, "speech_verb"):
        stop += 1
    return stop


def assessor_kind(codebook: Codebook, sides: tuple[str, ...], words: str | None, titles: tuple[str, ...] = ()) -> str:
    """Whose judgement it is: ``author``, ``party``, ``opponent``, ``overseer``, ``independent`` or ``other``.

    A name decides by the codebook's actors; an office of oversight by the lexicon; a country by whether it leads or belongs to
    a party; a role, or the title that a person is given, by the codebook's words for assessors.
    """
    if not words:
        return "author"
    if any(_has(told, "overseer") for told in (words, *titles)):
        return "overseer"
    himself = codebook.actor(sides[0]) if sides else None
    if himself and himself.kind in ("observer", "media"):
        return "independent"
    role = next((role for role in (_role(codebook, told) for told in (words, *titles)) if role), None)
    if role != "opponent" and any(_has(told, "independent_role") for told in (words, *titles)):
        return "independent"
    if role in ("expert", "observer", "media") and not (himself and himself.kind == "party"):
        return "independent"
    kinds = {actor.kind for actor in (codebook.actor(id) for id in sides) if actor}
    members = {id for actor in codebook.actors if actor.kind == "party" for id in (*actor.leads, *actor.members)}
    if role != "opponent" and ("party" in kinds or members & set(sides)):
        return "party"
    if kinds & {"opponent", "armed_group"}:
        return "opponent"
    return role or ("independent" if kinds & {"observer", "media"} else "other")


def _has(words: str, cls: str) -> bool:
    text = phrase(words)
    return any(text.has(i, cls) for i in range(len(text)))


def _role(codebook: Codebook, words: str) -> str | None:
    """The kind that the first listed word of a role tells (``خبراء``: expert); the longest listed words decide."""
    form = f" {key(words)} "
    best: tuple[int, int, str] | None = None
    for assessor in codebook.assessors:
        for word in assessor.words:
            listed = key(word)
            for spelled in (listed, "ال" + listed):
                at = form.find(f" {spelled} ")
                if at >= 0 and (best is None or (at, -len(spelled)) < best[:2]):
                    best = (at, -len(spelled), assessor.kind)
    return best[2] if best else None
