"""On which side somebody is, by name or by the noun for him: the foe's, or that of a force that fights it."""

from collections.abc import Iterator

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Side
from hasila.arabic.figure.known import known
from hasila.arabic.figure.party import Party
from hasila.arabic.figure.zone import MAY_BE_VERB, RELATIVES
from hasila.text import Known, Text, Word, analyse

DEAD: dict[Side, str] = {"foe": "enemy_killed", "force": "own_losses", "civil": "civilian_deaths"}
SURE = -3  # as sure of whose those counted are as if a match had needed so many words
_OWNED = 4  # tokens within which he stands whose a force is
_DEPTH = 3
_NAMED_BEFORE = 2  # tokens from the end of a name to what is told of it behind a relative
_GENITIVE = frozenset(("ranks", "strength", "count_head", "fighting_force"))
_QUOTES = frozenset('«"“(')
_THIS = frozenset(("هذه", "هذا", "تلك"))
_ONE_OF = frozenset(("احد", "احدي", "بعض", "معظم", "مختلف", "عدد"))
EITHER = frozenset(("داعش",))
GUNMEN = ("مسلحي", "مسلحو")
OPENERS = frozenset(("ان", "وان", "بان", "وبان", "لكن", "فان", "لان"))


class Sides:
    """Asked with the actors of one text."""

    def __init__(self, text: Text, actors: Actors):
        """The text with those named in it."""
        self.text, self.actors = text, actors
        self._foes = known(actors.codebook).bands

    def among(self, first: int, last: int) -> Iterator[Side]:
        """The sides of those told of in the tokens [first, last), none of them behind a preposition or in another's genitive."""
        i = first
        while i < last:
            side = self.at(i) if not self._is_governed(i, first) else None
            if side is not None:
                yield side
                party = self.actors.at(i)
                i = party.last if party is not None else i + 2
            else:
                i += 1

    def described(self, verb: int) -> Party | None:
        """Who is named right before the relative that a verb stands behind: ``كذا الذي خسر 90 مقاتلا``, ``كذا الذي يضم 900``."""
        if self.text.forms[verb - 1] not in RELATIVES:
            return None
        party = self.actors.before(verb - 1, _any)
        return party if party is not None and party.last >= verb - _NAMED_BEFORE else None

    def subjects(self, first: int, last: int, feminine: bool) -> Iterator[tuple[Side, bool]]:
        """The sides of those told of in the tokens [first, last) who may be subjects there, each with whether a verb agrees with him."""
        i = first
        while i < last:
            party = self.actors.at(i)
            side = None if self._is_governed(i, first) or self._is_genitive(i, first) else self.at(i)
            if side is not None:
                yield side, self._agrees(i, party, feminine)
            i = party.last if party is not None else i + 1

    def _agrees(self, i: int, party: Party | None, feminine: bool) -> bool:
        """Whether a verb of that gender may have him for its subject: the foe's short name takes both."""
        form = self.text.forms[i]
        if form in EITHER:
            return True
        return (self.actors.is_feminine(party) if party is not None else form.endswith(("ه", "ات"))) == feminine

    def _is_genitive(self, i: int, first: int) -> bool:
        """Whether a noun right before a name, or before its quotation mark, has it in its genitive: ``جيوب «كذا»``."""
        i -= self.text.forms[i - 1] in _QUOTES
        return i > first and not _LETS[self.text.forms[i - 1]]

    def _is_governed(self, i: int, first: int) -> bool:
        """Whether something before a word governs it: a preposition, or a noun that it is the genitive of."""
        party = self.actors.at(i)
        if party is not None:
            actors = self.actors
            return party.first != i or actors.is_oblique(party) or actors.is_fought(party) or actors.is_source(party)
        hit = next(iter(self.text.words[i].entries.values()), None)
        if hit is not None and hit.clitics.endswith(("ب", "ل")):
            return True
        return i > first and not _LETS[self.text.forms[i - 1]]

    def at(self, i: int, depth: int = 0) -> Side | None:
        """The side of who is told of at token ``i``: a name, a noun for a foe or a force, or whose men stand there."""
        text = self.text
        i += text.forms[i] in _ONE_OF  # في صفوف إحدى كتائب كذا
        if text.forms[i] in _QUOTES or text.forms[i] in _THIS:
            i += 1
        party = self.actors.at(i)
        if party is not None and party.first == i:
            if self._is_of_band(party):
                return None
            if (side := self.of(party)) is not None:
                return side
        if text.has(i, "armed_band"):
            return "foe"
        word = text.word(i)
        described = next((text.word(n) for n in (i + 1, i + 2) if "foe_adjective" in text.word(n).entries), None)
        if described is not None and described.entries["foe_adjective"].article == _is_definite(word):
            return "foe"
        if depth < _DEPTH and not _GENITIVE.isdisjoint(word.entries):
            inner = self.at(i + 1, depth + 1)
            if inner is not None:
                return "foe" if inner == "force" and self._are_gunmen(i) else inner
        if "foe_noun" in word.entries:
            return "foe"
        if "fighting_force" not in word.entries:
            return None
        return "foe" if self._belongs_to_foe(i) or (_MILITIA[word.form] and self._is_foes_militia(i)) else "force"

    def _is_foes_militia(self, i: int) -> bool:
        """``المليشيات``, where the foe told of last before was called so: both sides call the other's men by that word."""
        foe = self.actors.before(i, self.actors.is_foe)
        return foe is not None and _MILITIA[self.text.forms[foe.first][foe.skip :]]

    def _are_gunmen(self, i: int) -> bool:
        """``مسلحي جماعة كذا``: whether a word that is said of others' men alone stands before a body that no list knows."""
        party = self.actors.at(i + 1)
        return self.text.forms[i].startswith(GUNMEN) and party is not None and party.id not in self.actors.known

    def _belongs_to_foe(self, i: int) -> bool:
        """Whether a foe stands under ل behind a definite noun for a force and its adjective: ``القوة العسكرية للتنظيم``."""
        forms = self.text.forms
        party = self.actors.next(i + 1, i + _OWNED)
        if party is None or not self.actors.is_foe(party) or not all(form.startswith("ال") for form in forms[i : party.first]):
            return False
        return forms[party.first].startswith("لل") or forms[party.first][: party.skip].endswith("ل")

    def of(self, party: Party) -> Side | None:
        """The side of one who is named: a state's men are a force."""
        if self.actors.is_foe(party):
            return "foe"
        if self._is_named_foe(party):
            return "foe"
        if party.id not in self.actors.known and not self._foes.isdisjoint(self.text.forms[party.first + 1 : party.last]):
            return "foe"  # جيش داعش, no التحالف ضد داعش
        if party.kind in ("media", "observer") or party.type not in ("organization", "country"):
            return None
        is_force = (
            party.type == "country" or party.kind == "party" or self.actors.has_head(party, "force_head") or self.actors.is_joint(party)
        )
        return (
            "force" if is_force or self.actors.has_head(party, "fighting_force") or self._is_armed(party) or self.commands(party) else None
        )

    def _is_of_band(self, party: Party) -> bool:
        """``كتائب جماعة كذا``: whether an unlisted force is named by a band that it is of, whose side nothing tells."""
        i = party.first + 1
        i += self.text.forms[i] in _QUOTES
        of_band = i < party.last and self.text.words[i].value("body_head") == "armed" and "body_noun" in self.text.words[i].entries
        return of_band and party.id not in self.actors.known and self._foes.isdisjoint(self.text.forms[i : party.last])

    def _is_named_foe(self, party: Party) -> bool:
        """``جماعة كذا الإرهابية``: whether an armed body's name ends with an adjective that makes a foe of it."""
        words = self.text.words
        return words[party.first].value("body_head") == "armed" and "foe_adjective" in words[party.last - 1].entries

    def commands(self, party: Party) -> bool:
        """Whether a body is named by the force that it is over: ``وزارة البيشمركة``, ``قيادة القوات``."""
        head = self.text.words[party.first].entries
        over = any("fighting_force" in word.entries for word in self.text.words[party.first + 1 : party.last])
        return over and ("state_organ" in head or "body_head" in head)

    def _is_armed(self, party: Party) -> bool:
        """Whether a body is told to be an armed one: ``مجلس منبج العسكري``."""
        return any("armed_adjective" in word.entries for word in self.text.words[party.first + 1 : party.last])


def _any(_: Party) -> bool:
    return True


def _is_definite(word: Word) -> bool:
    return word.form.removeprefix("و").startswith("ال")


@Known
def _LETS(form: str) -> bool:
    """Whether the noun behind a word can be a subject or object: behind a verb, a mark, or what opens a clause."""
    word = analyse(form)
    return word.kind == "mark" or form in OPENERS or MAY_BE_VERB[word] or form.startswith("ال")


@Known
def _MILITIA(form: str) -> bool:
    """Whether a word of this form is militias."""
    return form.removeprefix("ال").startswith(("ميليشي", "مليشي"))
