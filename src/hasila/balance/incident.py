"""Incidents: what one blow or one day took is a part of what an undertaking adds up to, and no point of its series.

``قتل 12 شخصا في تفجير``, ``المجزرة التي أودت بحياة 50``, ``دمرت الطائرات أمس 4 عربات``. A total is told over a stretch (``منذ``), of many
blows (``في غارات``), or with a verb of amount (``بلغ عدد القتلى``). Tolls of one incident can still be held against each other.
"""

from functools import cached_property

from hasila.arabic.figure.govern import COMMAS, FINITE, RELATIVES
from hasila.arabic.figure.reach import last_in, one_in
from hasila.arabic.figure.segment import Segments
from hasila.balance.brief import brief_spans, raises, within
from hasila.balance.dossier import Dossier
from hasila.codebook import Codebook
from hasila.records import Figure, Reading
from hasila.text import Word, clause

_BEFORE, _BEHIND, _ONE, _VERB = 24, 8, 12, 9
_BEFALLEN = frozenset(("person", "target", "strike", "sortie"))
_DAY = 10  # characters of a date that tells the day
_EACH = frozenset(("كل", "اي", "عدد"))
_THAT = frozenset(("ذلك", "تلك", "هذا", "هذه"))
_IN_IT = _THAT.union(
    f"{joined}{form}{pronoun}"
    for joined in ("", "و")
    for form in ("في", "خلال", "اثناء", "جراء", "بسبب", "اثر", "نتيج")
    for pronoun in (("ها", "ه") if form != "نتيج" else ("تها", "ته"))
)
_STRUCK = frozenset(("القصف", "العمليه", "الاستهداف", "التفجير", "الاشتباك"))
_LONG = frozenset(("منذ", "ومنذ", "مذ", "حتي", "وحتي", "لغايه"))
_TAKEN = 6
_COMMAS = frozenset(COMMAS)
_WHICH = frozenset(("ما", "مما", "الامر"))


def incidents(dossier: Dossier, n: int, reading: Reading) -> frozenset[int]:
    """Which figures of reading ``n``, by their places in it, are told of one incident; none where nobody is fought."""
    kinds = _befalling(dossier.codebook)
    told = [i for i, figure in enumerate(reading.figures) if figure.role == "total" and not figure.unit and figure.indicator in kinds]
    if not told:
        return frozenset()
    text = dossier.text(n)
    if not (text.where(_is_blow) or text.where(_befalls) or text.where(_assaults)):
        return frozenset()
    incidents = _Incidents(dossier, n, reading)
    found: list[int] = []
    for i in told:
        figure, behind = reading.figures[i], reading.figures[i + 1] if i + 1 < len(reading.figures) else None
        goes_on = bool(found) and incidents.goes_on(reading.figures[found[-1]], figure)
        if goes_on or incidents.tell(figure) or (behind is not None and incidents.adds(figure, behind)):
            found.append(i)
    return frozenset(found)


def _befalling(codebook: Codebook) -> frozenset[str]:
    """The indicators that add up what befell people and things in a fight, or tell what somebody's blows did."""
    if codebook.enemy is None:
        return frozenset()
    adding = (i for i in codebook.indicators if i.accumulates or (i.about == "doer" and i.better == "lower"))
    return frozenset(i.id for i in adding if i.unit in _BEFALLEN)


class _Incidents:
    """The blows and verbs of a text, ready to be asked whether a number is of one of them."""

    def __init__(self, dossier: Dossier, n: int, reading: Reading) -> None:
        self.text, self._dossier, self._n, self._reading = dossier.text(n), dossier, n, reading
        self.blows, self.verbs = self.text.where(_is_blow), self.text.where(_befalls)
        self.ones = sorted(self.text.found("one_of_many"))
        self.spans = {(f.start, f.end): self.text.tokens(f.start, f.end) for f in reading.figures}
        self.firsts = sorted(first for first, _ in self.spans.values())
        self.counted = frozenset(i for span in self.spans.values() for i in range(*span))

    @cached_property
    def segments(self) -> Segments:
        """The segments of the text."""
        return Segments(self.text)

    @cached_property
    def days(self) -> list[int]:
        """The tokens at which a day is told."""
        return [self.text.token_at(t.start) for t in self._reading.times if t.type in ("DATE", "TIME") and _is_day(t.value or "")]

    @cached_property
    def brief(self) -> list[int]:
        """The tokens at which brief stretches are told."""
        return brief_spans(self.text, self._reading)

    def goes_on(self, before: Figure, figure: Figure) -> bool:
        """Whether a number is another telling of an incident's: one without a noun of its own (``والعدد تجاوز 200``), or one that is
        set against it (``فيما قال كذا إن 50 قتلوا فيها، تحدث كذا عن 120 قتيلا``).
        """
        if figure.indicator != before.indicator or self.adds(before, figure):
            return False
        (first, last), at = self._span(before), self._span(figure)[0]
        if self.text.sentence(first) != self.text.sentence(at):
            return False
        bare = figure.counted is None or figure.counted not in figure.exact
        return bare or (self._is_taken_up(first, last) and not self._adds_up(at, at))

    def adds(self, figure: Figure, behind: Figure) -> bool:
        """Whether a number raises the sum told right behind it."""
        return raises(self.text, figure, behind, self._span(figure)[1], self._span(behind)[0])

    def tell(self, figure: Figure) -> bool:
        """Whether a number is told of one blow, of one of many, of one day or a few."""
        first, last = self._span(figure)
        if self.blows and (self._is_led(figure, first) or self._is_brought(figure, first, last)):
            return True
        if self._is_taken_up(first, last) or self._is_outcome(first):
            return True
        return self._is_of_one(first) or self._is_of_day(first, last) or bool(self.brief and self._is_brief(first, last))

    def _is_brief(self, first: int, last: int) -> bool:
        """Whether a brief stretch is told in its clause, and nothing that adds up over a longer one."""
        start, stop = self.segments.start(first), clause(self.text, last - 1)[1]
        near = [i for i in within(self.brief, start, stop) if self._reaches(i, first, last)]
        near = [i for i in near if not any(map(_amounts, self.text.words[i:first]))]
        return bool(near) and _LONG.isdisjoint(self.text.forms[start:stop])

    def _reaches(self, brief: int, first: int, last: int) -> bool:
        """Whether no other number stands between a stretch and this one, or the stretch opens the clause of both."""
        if not one_in(self.firsts, min(brief, last), max(brief, first)):
            return True
        return brief < first and _COMMAS.isdisjoint(self.text.forms[brief:first])

    def _is_taken_up(self, first: int, last: int) -> bool:
        """Whether a pronoun or a demonstrative beside the number takes up one blow told before it.

        ``إن 56 قتلوا فيها``, ``جراء ذلك القصف``.
        """
        forms, start = self.text.forms, self.segments.start(first)
        stop = min(clause(self.text, last - 1)[1], last + _TAKEN)
        at = next((i for i in (*range(last, stop), *range(max(start, first - _TAKEN), first)) if forms[i] in _IN_IT), None)
        if at is None or self._adds_up(first, first):
            return False
        if forms[at] in _THAT:
            return "incident" in self.text.word(at + 1).entries or forms[at + 1] in _STRUCK
        blow = last_in(self.blows, self._back(first), min(at, first))
        blows = [blow, blow - 1] if blow is not None and blow - 1 in self.blows else [blow]  # محاولة تسلل
        return any(i is not None and self._is_meant(i, forms[at].endswith("ها")) for i in blows)

    def _is_meant(self, blow: int, feminine: bool) -> bool:
        """Whether a pronoun of this gender can mean one blow: a singular that nobody counts."""
        if blow in self.counted or self.text.forms[blow - 1] in _EACH:
            return False
        return self.text.words[blow].entries["incident"].tag != "plural" and self.text.forms[blow].endswith("ه") == feminine

    def _is_outcome(self, first: int) -> bool:
        """Whether the number's clause tells what one assault told before it led to: ``هاجم كذا حاجزا، ما أدى إلى مقتل 5``."""
        start = clause(self.text, first)[0]
        if self.text.forms[start] not in _WHICH or not start:
            return False
        least = max(self.text.sentence(first)[0], start - _BEFORE)
        at = last_in(self.text.where(_assaults), least, start)
        return at is not None and not one_in(self.firsts, at, start) and not self._adds_up(first, at)

    def _back(self, first: int) -> int:
        """Where the sentence before that of a token begins."""
        start = self.text.sentence(first)[0]
        return self.text.sentence(start - 1)[0] if start else 0

    def _span(self, figure: Figure) -> tuple[int, int]:
        return self.spans[figure.start, figure.end]

    def _is_led(self, figure: Figure, first: int) -> bool:
        """Whether one blow before it is what the number is told of: in its segment, or in a relative clause of that blow."""
        text = self.text
        at = last_in(self.blows, max(text.sentence(first)[0], first - _BEFORE), first - 1)
        if at is None or not self._is_single(at, figure) or one_in(self.firsts, at + 1, first):
            return False
        if not RELATIVES.isdisjoint(text.forms[at + 1 : first]):
            turn = self.segments.verb_after(at, first)
            return turn == first or _befalls(text.words[turn])
        segment = self.segments.start(first)
        if at < segment or self._adds_up(first, at):
            return False
        return not one_in(text.where(_is_when), max(segment, at - 1), at)

    def _is_brought(self, figure: Figure, first: int, last: int) -> bool:
        """Whether one blow behind it brought the number about: ``في هجوم``, ``بلغم``, ``جراء انفجار``."""
        text, stop = self.text, clause(self.text, first)[1]
        if text.form(stop) in COMMAS and text.has(stop + 1, "brought_by"):
            stop = clause(text, stop + 1)[1]
        at = next((i for i in self.blows if last <= i < min(stop, last + _BEHIND)), None)
        if at is None:
            return False
        causes = text.words[at].entries["incident"].clitics.endswith("ب") or text.has(at - 1, "brought_by")
        return causes and self._is_single(at, figure) and not one_in(self.firsts, last, at) and not self._adds_up(first, at)

    def _is_of_one(self, first: int) -> bool:
        """``شن 80 غارة، كان آخرها قرب السد حيث دمرت 4 عربات``: of one of the many told before."""
        at = last_in(self.ones, max(self.text.sentence(first)[0], first - _ONE), first)
        return at is not None and not one_in(self.firsts, at, first)

    def _is_of_day(self, first: int, last: int) -> bool:
        """Whether a verb of hitting before it has the day on which it was, and nobody tells of that day's account."""
        segment = self.segments.start(first)
        verb = last_in(self.verbs, max(segment, first - _VERB), first)
        if verb is None or self._adds_up(first, first) or any(map(_amounts, self.text.words[segment:first])):
            return False
        stop = clause(self.text, first)[1]
        return any(segment <= i < stop and not one_in(self.firsts, min(i, last), max(i, first)) for i in self.days)

    def _is_single(self, at: int, figure: Figure) -> bool:
        """Whether a word of blows means one: a singular that nobody counts, or some that a city has its name for (``اعتداءات باريس``)."""
        hit = self.text.words[at].entries["incident"]
        if at in self.counted or self.text.forms[at - 1] in _EACH:
            return False
        if hit.tag == "plural":
            return self._is_city(at + 1)
        if hit.value == "blow":
            return True
        of_fighters = figure.indicator in ("enemy_killed", "own_losses")
        return not hit.article and not (of_fighters and self.text.form(at + 1).startswith("ال"))

    def _is_city(self, i: int) -> bool:
        seen = self._dossier.casts[self._n].sightings(self.text, i, i + 1)
        return self.text.has(i, "capital") or any(one.known.type == "place" for one in seen)

    def _adds_up(self, first: int, at: int) -> bool:
        """Whether a word in its clause, or before that in its segment, says that the number was added up."""
        start, stop = min(self.segments.start(first), at), max(clause(self.text, first)[1], at)
        return any(i + 1 not in self.blows for i in self.text.where(_sums) if start <= i < stop)


def _is_day(value: str) -> bool:
    return len(value) >= _DAY and not {"/", "X", "W"} & set(value)


def _is_blow(word: Word) -> bool:
    return "incident" in word.entries


def _befalls(word: Word) -> bool:
    hit = word.entries.get("befall_verb")
    return hit is not None and hit.tag in FINITE


def _assaults(word: Word) -> bool:
    hit = word.entries.get("assault_verb")
    return hit is not None and hit.tag in FINITE


def _amounts(word: Word) -> bool:
    """Whether a word is a verb of amount, or of telling what others did."""
    if "befall_verb" in word.entries or "function" in word.entries:  # بين
        return False
    hit = word.entries.get("speech_verb")
    return "total_verb" in word.entries or (hit is not None and hit.tag in FINITE)


def _sums(word: Word) -> bool:
    return "added_up" in word.entries


def _is_when(word: Word) -> bool:
    return "before_or_after" in word.entries
