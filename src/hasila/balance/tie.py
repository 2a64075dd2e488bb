"""Ties between coalitions and countries: who leads one, joined it, or is left out of it, each with the words that say so."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from hasila.balance.cast import Cast, Known, Sighting
from hasila.balance.country import country_names
from hasila.balance.dossier import Dossier
from hasila.codebook import Actor, Codebook
from hasila.text import Text

TieKind = Literal["leads", "joined", "excluded"]
_FAR = 80  # tokens before a word of leaving out in which the coalition was named
_BACK, _AHEAD = 14, 10  # tokens in which a coalition stands before, and the first country after, the word that ties them
_STARTS = frozenset(["lead_noun", "lead_verb", "take_part", "comprise", "left_out", "left_out_verb", "outside", "uninvited"])
_JOINTS = frozenset(["،", ",", "و", "كل", "من", "كلا", "ايضا", "كذلك", "لا"])
_NOT = frozenset(["لا", "لم", "لن", "ولا", "ولم", "ولن", "فلا", "فلم"])


@dataclass(frozen=True, slots=True)
class Tie:
    """``who`` leads, joined or is left out of ``coalition`` (an id), as the stored [start, end) of reading ``n`` says."""

    kind: TieKind
    coalition: str
    who: str
    n: int
    start: int
    end: int


def is_coalition(actor: Actor) -> bool:
    """Whether an actor of the codebook is a coalition: a party that others lead or belong to."""
    return actor.kind == "party" and bool(actor.leads or actor.members)


def is_bare(text: Text, first: int, last: int) -> bool:
    """Whether the tokens [first, last) are no more than ``تحالف`` without article: some coalition, not the one known.

    >>> from hasila.text import prepare
    >>> [is_bare(prepare(words), 0, 1) for words in ("تحالف جديد", "التحالف")]
    [True, False]
    """
    hit = text.words[first].entries.get("coalition")
    return last - first == 1 and hit is not None and not hit.article


def main_coalition(dossier: Dossier, n: int) -> str | None:
    """The coalition that reading ``n`` names most often; where it names none, the one that most of its figures are about."""
    counts: Counter[str] = Counter()
    for entity in dossier.reading(n, "entities").entities:
        actor = dossier.actor(entity.id)
        if actor and is_coalition(actor):
            counts[actor.id] += max(len(entity.places), 1)
    if not counts:
        actors = {actor.id for actor in dossier.codebook.actors if is_coalition(actor)}
        counts.update(figure.about for figure in dossier.reading(n, "figures").figures if figure.about in actors)
    return min(counts, key=lambda id: (-counts[id], id != dossier.codebook.subject, id), default=None)


def led_by(leader: str) -> str:
    """The id of a coalition that has no name but its leader's."""
    return f"coalition_led_by_{leader}"


def find_ties(dossier: Dossier, n: int) -> Iterator[Tie]:
    """Every tie that reading ``n`` tells."""
    text, cast = dossier.text(n), dossier.casts[n]
    coalitions = {actor.id for actor in dossier.codebook.actors if is_coalition(actor)}
    seeker = _Seeker(text, cast, coalitions, dossier.codebook, main_coalition(dossier, n))
    for kind, coalition, who, first, last in seeker.found():
        start, end = text.place(first, last)
        yield Tie(kind, coalition, who, n, start, end)


@dataclass(slots=True)
class _Seeker:
    text: Text
    cast: Cast
    coalitions: set[str]
    codebook: Codebook
    main: str | None
    full: list[Sighting] | None = None

    def found(self) -> Iterator[tuple[TieKind, str, str, int, int]]:
        text, at = self.text, self._starts()
        for i in at["lead_noun"]:
            hit = text.words[i].entries["lead_noun"]
            if hit.clitics.endswith("ب") and not hit.article:
                yield from self._led(i)
        for i in at["lead_verb"]:
            if text.words[i].entries["lead_verb"].pronoun:
                yield from self._led(i)
        for i in at["take_part"]:
            yield from self._joined(i)
        for i in at["comprise"]:
            kind: TieKind = "excluded" if text.form(i - 1) in _NOT else "joined"
            yield from self._after(i, kind, i)
        for cls in ("left_out", "left_out_verb"):
            for i in at[cls]:
                found = text.find(i, cls)
                if found:
                    yield from self._after(i, "excluded", found.stop - 1)
        for i in at["outside"]:
            yield from self._outside(i)
        for i in at["uninvited"]:
            if text.form(i - 1) in _NOT:
                yield from self._uninvited(i)

    def _starts(self) -> dict[str, list[int]]:
        """The tokens at which a tie can be told, by the class of their word."""
        at: dict[str, list[int]] = {cls: [] for cls in _STARTS}
        for i, word in enumerate(self.text.words):
            if not _STARTS.isdisjoint(word.classes):
                for cls in word.classes:
                    if cls in at:
                        at[cls].append(i)
        return at

    def _coalition(self, first: int, last: int) -> Sighting | None:
        """The last coalition named in the tokens [first, last)."""
        named = [s for s in self.cast.sightings(self.text, first, last) if s.known.id in self.coalitions]
        return next((self._meant(s) for s in reversed(named) if not self._bare(s.first, s.last)), None)

    def _meant(self, seen: Sighting) -> Sighting:
        """The coalition that ``التحالف`` alone means: the one last named more fully."""
        if seen.last - seen.first > 1:
            return seen
        if self.full is None:
            self.full = [s for s in self.cast.throughout(self.text) if s.known.id in self.coalitions and s.last - s.first > 1]
        at = bisect_left(self.full, seen.first, key=lambda s: s.first) - 1
        return Sighting(seen.first, seen.last, self.full[at].known) if at >= 0 else seen

    def _bare(self, first: int, last: int) -> bool:
        return is_bare(self.text, first, last)

    def _led(self, i: int) -> Iterator[tuple[TieKind, str, str, int, int]]:
        begin, end = self.text.sentence(i)
        leaders = self._run(i + 1, min(end, i + 1 + _AHEAD), reach=2) or self._adjective(i + 1, end)
        if not leaders:
            return
        first = max(begin, i - _BACK)
        around = next((s for s in self.cast.sightings(self.text, first, leaders[0].last) if s.first < i < s.last), None)
        if around and around.known.id in self.coalitions:  # the name itself tells who leads: التحالف بقيادة فرنسا
            yield from (("leads", around.known.id, leader.known.id, around.first, leader.last) for leader in leaders)
            return
        known = self._coalition(first, i)
        some = self._some_coalition(first, i)
        if known and (some is None or known.last > some):
            at, coalition = known.first, known.known.id
        elif some is not None:
            at, coalition = some, self._unnamed(leaders[0].known.id)
        else:
            return
        for leader in leaders:
            yield "leads", coalition, leader.known.id, at, leader.last

    def _some_coalition(self, first: int, i: int, reach: int = 4) -> int | None:
        """Where ``تحالف`` or, after one was told, ``آخر`` stands just before token ``i``."""
        for j in range(i - 1, max(first, i - reach) - 1, -1):
            if self._bare(j, j + 1):
                return j
            if self.text.form(j).removeprefix("و") in ("اخر", "ثان", "ثالث", "رابع") and any(
                "coalition" in self.text.words[k].entries for k in range(first, j)
            ):
                return j
        return None

    def _unnamed(self, leader: str) -> str:
        """The coalition that is known to be led by this one, if just one is; else one by its leader."""
        owners = [actor.id for actor in self.codebook.actors if is_coalition(actor) and leader in actor.leads]
        return owners[0] if len(owners) == 1 else led_by(leader)

    def _adjective(self, i: int, end: int) -> list[Sighting]:
        """``بقيادة أمريكية``: the country of an adjective that stands right there."""
        hit = self.text.find(i, "nationality") if i < end else None
        if hit is None or hit.hit.article:
            return []
        code = str(hit.hit.value)
        return [Sighting(i, i + 1, Known(code, "country", country_names().get(code, (code, code))[0]))]

    def _run(self, first: int, last: int, reach: int) -> list[Sighting]:
        """The countries and bodies told one after another, the first within ``reach`` tokens."""
        run: list[Sighting] = []
        for seen in self.cast.sightings(self.text, first, last):
            limit = run[-1].last if run else first + reach
            if seen.first > limit and (not run or any(not self._joint(j) for j in range(limit, seen.first))):
                break
            if seen.known.type not in ("country", "organization") or seen.known.id in self.coalitions:
                break
            if run and seen.first == limit and not self.text.form(seen.first).startswith("و"):
                break
            run.append(seen)
        return run

    def _joint(self, j: int) -> bool:
        return self.text.form(j).removeprefix("و") in _JOINTS or self.text.form(j) in _JOINTS

    def _countries(self, first: int, last: int, reach: int) -> list[Sighting]:
        return [seen for seen in self._run(first, last, reach) if seen.known.type == "country"]

    def _joined(self, i: int) -> Iterator[tuple[TieKind, str, str, int, int]]:
        """``انضمت السويد والنرويج إلى التحالف``: the countries beside the verb, the coalition after إلى, في or ل."""
        text = self.text
        begin, end = text.sentence(i)
        if text.form(i - 1) in _NOT:
            return
        after = self._countries(i + 1, min(end, i + 40), reach=3)
        stop = after[-1].last if after else i + 1
        target = self._target(stop, min(end, stop + 4))
        if target is None:
            return
        who = after or self._before(begin, i)
        for seen in who:
            yield "joined", target.known.id, seen.known.id, min(i, who[0].first), max(target.last, who[-1].last)

    def _target(self, first: int, last: int) -> Sighting | None:
        """The coalition that is named right after, with nothing convened (a meeting, a session) before it."""
        for seen in self.cast.sightings(self.text, first, last + 4):
            if seen.first > last or any(self.text.has(j, "convening") for j in range(first, seen.first)):
                return None
            if seen.known.id in self.coalitions:
                return self._meant(seen)
        return None

    def _before(self, begin: int, i: int) -> list[Sighting]:
        """The country right before the verb (``وكانت تركيا انضمت إلى التحالف``)."""
        seen = list(self.cast.sightings(self.text, max(begin, i - 6), i))
        near = seen[-1:] if seen and i - seen[-1].last <= 2 else []
        return [s for s in near if s.known.type == "country"]

    def _outside(self, i: int) -> Iterator[tuple[TieKind, str, str, int, int]]:
        """``وبقيت الجزائر خارجه``: the country before, out of the coalition told just before, or named right after."""
        text = self.text
        begin, end = text.sentence(i)
        who = self._before(begin, i)
        hit = text.words[i].entries.get("outside")
        named = self._target(i + 1, min(end, i + 2)) if hit and not hit.pronoun else self._coalition(max(begin, i - _FAR), i)
        some = self._some_coalition(max(begin, i - _FAR), i, reach=_FAR) if hit and hit.pronoun else None
        if named and who and (some is None or named.last > some):
            yield "excluded", named.known.id, who[0].known.id, min(who[0].first, named.first), max(i + 1, named.last)

    def _uninvited(self, i: int) -> Iterator[tuple[TieKind, str, str, int, int]]:
        """``أما إيران وسوريا فلم تدعيا``: the countries told right before, out of the coalition named before, or the article's."""
        begin, _ = self.text.sentence(i)
        for first in range(max(begin, i - 8), i - 1):
            who = self._countries(first, i, reach=1)
            if who and i - who[-1].last <= 2:
                known = self._coalition(max(0, i - _FAR), who[0].first)
                coalition = known.known.id if known else self.main
                if coalition:
                    yield from (("excluded", coalition, seen.known.id, who[0].first, i + 1) for seen in who)
                return

    def _after(self, i: int, kind: TieKind, last_word: int) -> Iterator[tuple[TieKind, str, str, int, int]]:
        """The countries told after the word, of the coalition named before it (or in the sentence before)."""
        text = self.text
        begin, end = text.sentence(i)
        inverted = self._target(last_word + 1, min(end, last_word + 4)) if self.text.has(i, "comprise") else None
        if inverted:  # يضم التحالف مصر والأردن
            who = self._countries(inverted.last, min(end, inverted.last + 40), reach=6)
            yield from ((kind, inverted.known.id, seen.known.id, i, who[-1].last) for seen in who)
            return
        who = self._countries(last_word + 1, min(end, last_word + 40), reach=3 if kind == "excluded" else 6)
        if not who:
            return
        known = self._coalition(max(begin, i - _FAR), i)
        if known is None and kind == "excluded":
            known = self._coalition(max(0, i - _FAR), begin)
        if known is None or (kind == "joined" and i - known.last > 3):
            return
        for seen in who:
            yield kind, known.known.id, seen.known.id, min(i, known.first), who[-1].last
