"""Incidents: what one blow or one day took is a part of what an undertaking adds up to, and no point of its series.

``قتل 12 شخصا في تفجير``, ``المجزرة التي أودت بحياة 50``, ``دمرت الطائرات أمس 4 عربات``. A total is told over a stretch (``منذ``), of many
blows (``في غارات``), or with a verb of amount (``بلغ عدد القتلى``). Tolls of one incident can still be held against each other.
"""

from functools import cached_property

from hasila.arabic.figure.joining import joins_verb
from hasila.arabic.figure.segment import Segments
from hasila.arabic.figure.zone import MAY_BE_VERB, RELATIVES
from hasila.arabic.time.day import DAY_LENGTH
from hasila.balance.blow import Blows
from hasila.balance.day import Days, find_days, is_long
from hasila.balance.dossier import Dossier
from hasila.balance.occasion import Occasions, assaults, befalls
from hasila.balance.raised import raises
from hasila.balance.sequel import Sequels
from hasila.balance.stretch import Stretches
from hasila.balance.sum import Sums
from hasila.codebook import Codebook
from hasila.records import Figure, Reading
from hasila.text import Word, clause, last_in, one_in

_BEFORE, _BEHIND, _ONE, _NEXT, _IN_IT, _TOLD, _TOLL, _ITSELF = 24, 8, 12, 4, 6, 60, 8, 2
_JOINED = 6  # tokens from one number to what is joined to it
_BEFALLEN = frozenset(("person", "target", "strike", "sortie", "km2"))
_UNITS = (None, "km2")
_SIGNS = ("incident", "bombardment", "spot", "at_once", "last_time", "first_toll")
_OF = "من"
_THAT = frozenset(("ذلك", "تلك", "هذا", "هذه"))
_WHICH, _SO = frozenset(("ما", "مما", "الامر")), "ف"


def incidents(dossier: Dossier, n: int, reading: Reading) -> frozenset[int]:
    """Which figures of reading ``n``, by their places in it, are told of one incident; none where nobody is fought."""
    kinds = _befalling(dossier.codebook)
    told = [i for i, figure in enumerate(reading.figures) if figure.role == "total" and figure.unit in _UNITS and figure.indicator in kinds]
    if not told:
        return frozenset()
    text = dossier.text(n)
    if not (text.where(befalls) or text.where(assaults) or any(text.where(cls) for cls in _SIGNS)):
        return frozenset()
    incidents = _Incidents(dossier, n, reading)
    found: list[int] = []
    struck = False  # whether the last one found is told of a blow, and not only because it raises the sum behind it
    for i in told:
        figure, behind = reading.figures[i], reading.figures[i + 1] if i + 1 < len(reading.figures) else None
        before = reading.figures[found[-1]] if found else None
        goes_on = before is not None and incidents.goes_on(before, figure) and (struck or not incidents.adds(before, figure))
        if goes_on or incidents.tell(figure):
            found.append(i)
            struck = True
        elif behind is not None and incidents.adds(figure, behind):
            found.append(i)
            struck = False
    return frozenset(found)


def _adding(codebook: Codebook) -> frozenset[str]:
    """The indicators that add up."""
    return frozenset(i.id for i in codebook.indicators if i.accumulates)


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
        self._adding = _adding(dossier.codebook)
        self._ground = frozenset(i.id for i in dossier.codebook.indicators if i.unit == "km2")
        self.spans = {(f.start, f.end): self.text.tokens(f.start, f.end) for f in reading.figures}
        stops = {last for _, last in self.spans.values()}
        firsts = (first for first, _ in self.spans.values())
        self.firsts = sorted(i for i in firsts if not (self.text.forms[i - 1] == _OF and i - 1 in stops))  # 12 شخصا من عائلتين
        self.parts = {self.spans[f.start, f.end][0] for f in reading.figures if f.role == "part"}
        counted = frozenset(i for span in self.spans.values() for i in range(span[0], span[1] + self._goes_on(span[1], span[1] - 1)))
        self.blows = Blows(self.text, dossier.casts[n], counted)

    @cached_property
    def segments(self) -> Segments:
        """The segments of the text."""
        return Segments(self.text)

    @cached_property
    def occasions(self) -> Occasions:
        """The small places and single moments of the text."""
        return Occasions(self.text, self.segments, self.firsts)

    @cached_property
    def days(self) -> list[int]:
        """The tokens at which a day or a short stretch of time is told."""
        return find_days(self.text, self._reading.times, self._dossier.printed(self._n, 0))

    @cached_property
    def sums(self) -> Sums:
        """The words that say a number was added up."""
        return Sums(self.segments, self.blows, self.days)

    @cached_property
    def stretches(self) -> Stretches:
        """The stretches that are told of a number."""
        return Stretches(self.text, self.days, self.firsts, self.parts)

    @cached_property
    def sequels(self) -> Sequels:
        """What sentences tell that take up the blow of the one before."""
        return Sequels(self.sums)

    @cached_property
    def _dated(self) -> Days:
        """What the text tells of one day."""
        return Days(self.stretches, self.sums)

    def goes_on(self, before: Figure, figure: Figure) -> bool:
        """Whether a number is told along with an incident's (``قتل 12 مسلحا أمس وتدمير 3 عربات``), or is another telling of it:
        ``والعدد تجاوز 200``, ``فيما تحدث ناشطون عن 120 قتيلا``.
        """
        (one, behind), (first, _) = self._span(before), self._span(figure)
        if self.text.sentence(one) != self.text.sentence(first):
            return False
        if figure.indicator != before.indicator:
            return self._is_joined(behind, first) and not self.sums.is_summed(first)
        bare = figure.counted is None or figure.counted not in figure.exact
        return bare or (figure.speaker != before.speaker and not self.sums.is_summed(first))

    def adds(self, figure: Figure, behind: Figure) -> bool:
        """Whether a number raises the sum told right behind it."""
        return raises(self.text, figure, behind, self._span(figure)[1], self._span(behind)[0])

    def tell(self, figure: Figure) -> bool:
        """Whether a number is told of one blow, of one of many, or of one day."""
        first, last = self._span(figure)
        if is_long(figure.time, self._dossier.printed(self._n, 0)) and not one_in(self.days, *clause(self.text, first)):
            return False
        if self.sequels.tell(first, last):
            return True
        is_ground = figure.indicator in self._ground  # no blow frees a place
        if self.blows.places and not is_ground and (self._is_led(figure, first) or self._is_brought(figure, first, last)):
            return True
        if self._is_first_toll(first, last):
            return True
        if self._is_in_it(figure, first, last) or self._is_of_one(first) or self._is_outcome(first) or self._dated.tell(first, last):
            return True
        if figure.indicator not in self._adding or self.sums.adds_up(first, first) or self.sums.rises(first):
            return False
        if self.days and self.occasions.is_skirmish(first, last, self.days):
            return True
        return not self.blows.are_many(first) and self.occasions.tell(first, last)

    def _goes_on(self, i: int, noun: int) -> bool:
        """Whether a second noun that a number counts stands at a token, joined by و (``70 قنبلة وصاروخا``), or what tells that vehicles
        are rigged (``70 عجلة مفخخة``).
        """
        hit = self.text.word(noun).entries.get("counted_noun")
        if hit is not None and hit.value == "vehicle" and "incident" in self.text.word(i).entries:
            return True
        return self.text.form(i)[:1] == "و" and "function" not in self.text.word(i).entries

    def _span(self, figure: Figure) -> tuple[int, int]:
        return self.spans[figure.start, figure.end]

    def _is_joined(self, behind: int, first: int) -> bool:
        """Whether no more than a masdar or verb joined by و stands between two numbers: ``12 مسلحا من داعش وتدمير 3 عربات``."""
        text = self.text
        if first - behind > _JOINED or not first - behind or any(kind == "mark" for kind in text.kinds[behind:first]):
            return False
        return text.forms[first - 1][:1] == "و" and (not joins_verb(text.forms[first - 1]) or befalls(text.words[first - 1]))

    def _is_led(self, figure: Figure, first: int) -> bool:
        """Whether one blow before it is what the number is told of: in its segment, or in a relative clause of that blow."""
        text = self.text
        at = last_in(self.blows.places, max(text.sentence(first)[0], first - _BEFORE), first)
        if (
            at is None
            or (at == first - 1 and not self.blows.is_the_one(at))
            or one_in(self.firsts, at + 1, first)
            or self.sums.is_new_sum(at, first)
        ):
            return False
        if not (self.blows.is_single(at, figure) or self.blows.is_named_one(at, first)):
            return False
        if not RELATIVES.isdisjoint(text.forms[at + 1 : first]):
            turn = self.segments.verb_after(at, first)
            return turn == first or befalls(text.words[turn])
        segment = self.segments.start(first)
        if at < segment:
            return self.occasions.chained(first) <= at and not self.sums.adds_up(first, at) and not self.blows.are_many(first)
        return not self.sums.adds_up(first, at) and not one_in(text.where(_is_when), max(segment, at - 1), at)

    def _is_brought(self, figure: Figure, first: int, last: int) -> bool:
        """Whether one blow behind it brought the number about: ``في هجوم``, ``بلغم``, ``، بينهم طفلان، جراء انفجار``."""
        for start, stop in self.stretches.told_of(first):
            at = next((i for i in self.blows.places if max(start, last) <= i < min(stop, max(start, last) + _BEHIND)), None)
            if at is not None:
                return (
                    self.blows.is_cause(at)
                    and self.blows.is_single(at, figure)
                    and not self.stretches.is_apart(last, at)
                    and not self.sums.adds_up(first, at)
                )
        return False

    def _is_in_it(self, figure: Figure, first: int, last: int) -> bool:
        """Whether those counted fell in one blow that is taken up again: ``محاولة تسلل، وإن ستة قتلوا فيها``, ``جراء ذلك القصف``."""
        text = self.text
        stop = min(last + _IN_IT, text.sentence(first)[1])
        at = next((i for i in text.where("in_it") if first - _NEXT < i < first or last <= i < stop), None)
        if at is None or self.sums.adds_up(first, at) or (figure.time and len(figure.time) < DAY_LENGTH):  # كان آب داميا، إذ قتل خلاله 90
            return False
        if text.forms[at] in _THAT:  # وفي تلك الهجمات: in all of them
            found = text.find(at + 1, "incident") or text.find(at + 1, "bombardment")
            return found is not None and found.hit.tag != "plural"
        if not befalls(text.words[at - 1]):
            return False
        start = text.sentence(first)[0]
        start = text.sentence(start - 1)[0] if start else 0
        start = max(start, first - _TOLD)
        if self.days and self.occasions.fought(start, first, self.days):
            return True
        blow = last_in(self.blows.places, start, first)
        return blow is not None and self.blows.is_single(blow, figure) and not one_in(text.where("campaign"), blow, first)

    def _is_of_one(self, first: int) -> bool:
        """``شن 80 غارة، كان آخرها قرب السد حيث دمرت 4 عربات``: of one of the many told before."""
        at = last_in(self.text.where("one_of_many"), max(self.text.sentence(first)[0], first - _ONE), first)
        return at is not None and not one_in(self.firsts, at + _ITSELF, first)

    def _is_outcome(self, first: int) -> bool:
        """Whether it is told what one assault before it led to: ``هاجم كذا حاجزا، ما أدى إلى مقتل 5``, ``أطلق قذائف، فقتل 5``."""
        text, begin = self.text, self.text.sentence(first)[0]
        turns = range(first - 1, max(begin, first - _ONE), -1)
        start = next((i for i in turns if self._turns_out(i)), None)
        if start is None:
            return False
        at = last_in(text.where(assaults), max(begin, start - _BEFORE), start)
        if at is None or one_in(self.firsts, at, first) or self.blows.many_in(at, first):
            return False
        return not self.sums.adds_up(first, at)

    def _turns_out(self, i: int) -> bool:
        """Whether what a blow led to is told from a token on: ``ما أدى إلى``, ``فقتل``."""
        word = self.text.words[i]
        if word.form[0] == _SO:
            return befalls(word)
        behind = self.text.word(i + 1)
        return word.form in _WHICH and MAY_BE_VERB[behind] and "preposition" not in behind.entries  # ما بين آب وأيلول

    def _is_first_toll(self, first: int, last: int) -> bool:
        """Whether it is told to be no more than the first count of what was hit: ``أعلنت في حصيلة أولى مقتل 12``."""
        tolls = self.text.where("first_toll")
        at = next((i for i in tolls if first - _TOLL <= i < last + _TOLL), None) if tolls else None
        if at is None or not self.text.has(at, "first_toll") or self.text.sentence(at) != self.text.sentence(first):
            return False
        if one_in(self.text.where("campaign"), min(at, first), max(at, last) + _NEXT):
            return False
        return not self.stretches.is_apart(min(at, last), max(at, first)) and not self.sums.adds_up(first, first)


def _is_when(word: Word) -> bool:
    return "before_or_after" in word.entries
