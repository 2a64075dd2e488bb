"""Incidents: what one blow or one day took is a part of what an undertaking adds up to, and no point of its series.

``قتل 12 شخصا في تفجير``, ``المجزرة التي أودت بحياة 50``, ``دمرت الطائرات أمس 4 عربات``. A total is told over a stretch (``منذ``), of many
blows (``في غارات``), or with a verb of amount (``بلغ عدد القتلى``). Tolls of one incident can still be held against each other.
"""

from bisect import bisect_left
from functools import cached_property
from itertools import islice, takewhile

from hasila.arabic.figure.joining import joins_verb
from hasila.arabic.figure.reach import last_in, one_in
from hasila.arabic.figure.segment import Segments
from hasila.arabic.figure.zone import COMMAS, FINITE, RELATIVES
from hasila.balance.dossier import Dossier
from hasila.balance.occasion import Occasions, befalls, is_short
from hasila.balance.period import period
from hasila.balance.raised import raises
from hasila.codebook import Codebook
from hasila.records import Figure, Reading
from hasila.text import Text, Word, clause
from hasila.text.word import Hit

_BEFORE, _BEHIND, _ONE, _VERB, _NEXT, _IN_IT, _TOLD = 24, 8, 12, 9, 4, 6, 60
_BRACKETED, _JOINED = 6, 6  # خلال الـ(24) ساعة; tokens from one number to what is joined to it
_BEFALLEN = frozenset(("person", "target", "strike", "sortie", "km2"))
_UNITS = (None, "km2")
_SIGNS = ("incident", "spot", "at_once", "last_time", "first_toll")
_FEW_DAYS = 3
_OF, _AS = "من", "كما"
_SETTING_OFF, _SHORT = frozenset((*COMMAS, "(", ")", "-", "–", "—")), 3
_INSERTS, _GOVERNED, _TOLL, _ITSELF, _FAR_VERB, _PLACED_DAY = 4, 3, 8, 2, 18, 2
_DAY = 10  # characters of a date that tells the day
_EACH = frozenset(("كل", "اي", "عدد"))
_THAT = frozenset(("ذلك", "تلك", "هذا", "هذه"))
_WHICH = frozenset(("ما", "مما", "الامر"))
_WITHIN = frozenset(("خلال", "وخلال", "طوال", "طيله", "مدي", "مدار"))


def incidents(dossier: Dossier, n: int, reading: Reading) -> frozenset[int]:
    """Which figures of reading ``n``, by their places in it, are told of one incident; none where nobody is fought."""
    kinds = _befalling(dossier.codebook)
    told = [i for i, figure in enumerate(reading.figures) if figure.role == "total" and figure.unit in _UNITS and figure.indicator in kinds]
    if not told:
        return frozenset()
    text = dossier.text(n)
    if not (text.where(befalls) or text.where(_assaults) or any(text.where(cls) for cls in _SIGNS)):
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
        self.blows, self.verbs = self.text.where("incident"), self.text.where(befalls)
        self._adding = _adding(dossier.codebook)
        self.spans = {(f.start, f.end): self.text.tokens(f.start, f.end) for f in reading.figures}
        stops = {last for _, last in self.spans.values()}
        firsts = (first for first, _ in self.spans.values())
        self.firsts = sorted(i for i in firsts if not (self.text.forms[i - 1] == _OF and i - 1 in stops))  # 12 شخصا من عائلتين
        self.parts = {self.spans[f.start, f.end][0] for f in reading.figures if f.role == "part"}
        self.counted = frozenset(i for span in self.spans.values() for i in range(*span))

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
        told = (t for t in self._reading.times if is_short(t.value or "") or (t.type in ("DATE", "TIME") and _is_day(t.value or "")))
        return sorted({*map(self.text.token_at, (t.start for t in told)), *self.text.where("short_while")})

    def goes_on(self, before: Figure, figure: Figure) -> bool:
        """Whether a number is told along with an incident's (``قتل 12 مسلحا أمس وتدمير 3 عربات``), or is another telling of it:
        ``والعدد تجاوز 200``, ``فيما تحدث ناشطون عن 120 قتيلا``.
        """
        (one, behind), (first, _) = self._span(before), self._span(figure)
        if self.text.sentence(one) != self.text.sentence(first):
            return False
        if figure.indicator != before.indicator:
            return self._is_joined(behind, first) and not self._is_summed(first)
        bare = figure.counted is None or figure.counted not in figure.exact
        return bare or (figure.speaker != before.speaker and not self._is_summed(first))

    def adds(self, figure: Figure, behind: Figure) -> bool:
        """Whether a number raises the sum told right behind it."""
        return raises(self.text, figure, behind, self._span(figure)[1], self._span(behind)[0])

    def tell(self, figure: Figure) -> bool:
        """Whether a number is told of one blow, of one of many, or of one day."""
        first, last = self._span(figure)
        if _is_long(figure.time, self._dossier.printed(self._n, 0)) and not one_in(self.days, *clause(self.text, first)):
            return False
        if self.blows and (self._is_led(figure, first) or self._is_brought(figure, first, last)):
            return True
        if self._is_first_toll(first, last):
            return True
        if self._is_in_it(figure, first, last) or self._is_of_one(first) or self._is_outcome(first) or self._is_of_day(first, last):
            return True
        if figure.indicator not in self._adding or self._adds_up(first, first) or self._rises(first):
            return False
        if self.days and self.occasions.is_skirmish(first, last, self.days):
            return True
        return not self._is_of_many(first) and self.occasions.tell(first, last)

    def _span(self, figure: Figure) -> tuple[int, int]:
        return self.spans[figure.start, figure.end]

    def _is_joined(self, behind: int, first: int) -> bool:
        """Whether no more than a masdar or verb joined by و stands between two numbers: ``12 مسلحا من داعش وتدمير 3 عربات``."""
        text = self.text
        if first - behind > _JOINED or not first - behind or any(kind == "mark" for kind in text.kinds[behind:first]):
            return False
        return text.forms[first - 1][:1] == "و" and (not joins_verb(text.forms[first - 1]) or befalls(text.words[first - 1]))

    def _zones(self, first: int) -> list[tuple[int, int]]:
        """The stretches that are told of a number: its clause, and behind commas, past its parts, what brought it about and when."""
        text, (start, stop) = self.text, clause(self.text, first)
        found, end = [(start, stop)], text.sentence(first)[1]
        for _ in range(_INSERTS):
            i = stop + 1
            if i >= end or text.forms[stop] not in _SETTING_OFF:
                break
            last = clause(text, i)[1]
            if self._goes_on_at(i):
                found.append((i, last))
            elif not self._is_set_in(i, last):
                break
            stop = last
        return found

    def _goes_on_at(self, i: int) -> bool:
        """Whether the blow, or when it was, is told from a token on, behind what was set into the clause."""
        text = self.text
        leads = i in self.days or _leads_on(text.words[i]) or text.has(i, "brought_by")
        return leads and not text.has(i, "segment_opener")

    def _is_set_in(self, i: int, last: int) -> bool:
        """Whether parts, a source or some words in brackets or between commas stand in the tokens [i, last)."""
        text, mark = self.text, self.text.forms[i - 1]
        if text.has(i, "part_opener") or mark == "(" or text.has(i, "source_word"):
            return True
        return (text.forms[i] == _AS and _tells(text.words[i + 1])) or (last - i <= _SHORT and text.forms[last] == mark)

    def _is_apart(self, first: int, last: int) -> bool:
        """Whether another number stands in the tokens [first, last) than a part of what is told, and what else one blow did."""
        text, n = self.text, bisect_left(self.firsts, first)
        others = (i for i in takewhile(last.__gt__, islice(self.firsts, n, None)) if i not in self.parts)
        return any(not (befalls(text.words[i - 1]) and joins_verb(text.forms[i - 1])) for i in others)

    def _is_led(self, figure: Figure, first: int) -> bool:
        """Whether one blow before it is what the number is told of: in its segment, or in a relative clause of that blow."""
        text = self.text
        at = last_in(self.blows, max(text.sentence(first)[0], first - _BEFORE), first - 1)
        if at is None or one_in(self.firsts, at + 1, first) or self._is_new_sum(at, first):
            return False
        if not (self._is_single(at, figure) or self._is_named_one(at, first)):
            return False
        if not RELATIVES.isdisjoint(text.forms[at + 1 : first]):
            turn = self.segments.verb_after(at, first)
            return turn == first or befalls(text.words[turn])
        segment = self.segments.start(first)
        if at < segment:
            return self.occasions.chained(first) <= at and not self._adds_up(first, at) and not self._is_of_many(first)
        return not self._adds_up(first, at) and not one_in(text.where(_is_when), max(segment, at - 1), at)

    def _is_brought(self, figure: Figure, first: int, last: int) -> bool:
        """Whether one blow behind it brought the number about: ``في هجوم``, ``بلغم``, ``، بينهم طفلان، جراء انفجار``."""
        text = self.text
        for start, stop in self._zones(first):
            at = next((i for i in self.blows if max(start, last) <= i < min(stop, max(start, last) + _BEHIND)), None)
            if at is not None:
                causes = _hit(text, at).clitics.endswith("ب") or text.has(at - 1, "brought_by")
                return causes and self._is_single(at, figure) and not self._is_apart(last, at) and not self._adds_up(first, at)
        return False

    def _is_in_it(self, figure: Figure, first: int, last: int) -> bool:
        """Whether those counted fell in one blow that is taken up again: ``محاولة تسلل، وإن ستة قتلوا فيها``, ``جراء ذلك القصف``."""
        text = self.text
        at = next((i for i in text.where("in_it") if first - _NEXT < i < first or last <= i < last + _IN_IT), None)
        if at is None or self._adds_up(first, at):
            return False
        if text.forms[at] in _THAT:
            return text.has(at + 1, "incident") or text.has(at + 1, "bombardment")
        if not befalls(text.words[at - 1]):
            return False
        start = text.sentence(first)[0]
        start = text.sentence(start - 1)[0] if start else 0
        blow = last_in(self.blows, max(start, first - _TOLD), first)
        return blow is not None and self._is_single(blow, figure) and not one_in(text.where("campaign"), blow, first)

    def _is_of_one(self, first: int) -> bool:
        """``شن 80 غارة، كان آخرها قرب السد حيث دمرت 4 عربات``: of one of the many told before."""
        at = last_in(self.text.where("one_of_many"), max(self.text.sentence(first)[0], first - _ONE), first)
        return at is not None and not one_in(self.firsts, at + _ITSELF, first)

    def _is_outcome(self, first: int) -> bool:
        """Whether the number's clause tells what one assault told before it led to: ``هاجم كذا حاجزا، ما أدى إلى مقتل 5``."""
        start = clause(self.text, first)[0]
        if self.text.forms[start] not in _WHICH or not start:
            return False
        at = last_in(self.text.where(_assaults), max(self.text.sentence(first)[0], start - _BEFORE), start)
        return at is not None and not one_in(self.firsts, at, start) and not self._adds_up(first, at)

    def _is_of_day(self, first: int, last: int) -> bool:
        """Whether a verb of hitting, before it or right behind, has the day on which it was, and nobody tells of that day's account."""
        text, segment, stop = self.text, self.segments.start(first), clause(self.text, first)[1]
        if self._is_of_raids(first, last):
            return True
        verb = last_in(self.verbs, max(segment, first - _VERB), first)
        verb = self._across(segment, first) if verb is None else verb
        start = segment if verb is not None else next((i for i in self.verbs if last <= i < min(stop, last + _NEXT)), None)
        if start is None or self._adds_up(first, first) or any(map(_amounts, text.words[segment:first])):
            return False
        if any(start <= i < stop and not one_in(self.firsts, min(i, last), max(i, first)) for i in self.days):
            return True
        zones = self._zones(first)[1:] if self.days else []
        return any(one_in(self.days, *zone) and not self._is_apart(last, zone[1]) for zone in zones)

    def _across(self, segment: int, first: int) -> int | None:
        """The verb that a day between commas right before a number parts from it: ``قتل كذا في كذا، ليلة الأحد، 12 شخصا``."""
        forms = self.text.forms
        if forms[first - 1] not in COMMAS:
            return None
        comma = next((i for i in range(first - 2, max(segment, first - _VERB) - 1, -1) if forms[i] in COMMAS), None)
        if comma is None or not one_in(self.days, comma + 1, comma + 1 + _PLACED_DAY):
            return None
        return last_in(self.verbs, max(segment, first - _FAR_VERB), first)

    def _is_of_raids(self, first: int, last: int) -> bool:
        """Whether raids behind the noun of a death have the day on which they were: ``مقتل 12 في غارات استهدفت أمس البلدة``."""
        text = self.text
        if not self.days or not any("mishap" in word.entries for word in text.words[max(0, first - _GOVERNED) : first]):
            return False
        for start, stop in self._zones(first):
            raid = next((i for i in text.where("strike_noun") if max(start, last) <= i < stop), None)
            day = next((i for i in self.days if raid is not None and raid < i < stop), None)
            if raid is not None and day is not None and text.has(raid - 1, "brought_by"):
                told = any(_tells(word) for word in text.words[raid:day])
                return not (told or self._is_apart(last, day) or self._adds_up(first, day))
        return False

    def _is_first_toll(self, first: int, last: int) -> bool:
        """Whether it is told to be no more than the first count of what was hit: ``أعلنت في حصيلة أولى مقتل 12``."""
        tolls = self.text.where("first_toll")
        at = next((i for i in tolls if first - _TOLL <= i < last + _TOLL), None) if tolls else None
        if at is None or not self.text.has(at, "first_toll") or self.text.sentence(at) != self.text.sentence(first):
            return False
        if one_in(self.text.where("campaign"), min(at, first), max(at, last) + _NEXT):
            return False
        return not self._is_apart(min(at, last), max(at, first)) and not self._adds_up(first, first)

    def _is_single(self, at: int, figure: Figure) -> bool:
        """Whether a word of blows means one: a singular that nobody counts, or some that a city has its name for (``اعتداءات باريس``),
        or the worst of them (``أعنف الغارات``)."""
        hit = _hit(self.text, at)
        if at in self.counted or self.text.forms[at - 1] in _EACH:
            return False
        if hit.tag == "plural":
            return self.text.has(at - 1, "worst") or self._is_city(at + 1)
        if hit.value == "blow":
            return True
        of_fighters = figure.indicator in ("enemy_killed", "own_losses")
        return not hit.article and (not of_fighters or not self.text.form(at + 1).startswith("ال") or self._is_city(at + 1))

    def _is_named_one(self, at: int, first: int) -> bool:
        """Whether an assault that is told by its name is taken up again before a number: ``هجوم كذا الذي استشهد فيه سبعة``."""
        hit = _hit(self.text, at)
        named = hit.value == "assault" and hit.tag != "plural" and not hit.article and self.text.form(at + 1) != "علي"
        return named and one_in(self.text.where("in_it"), max(at, first - 2), first)

    def _is_city(self, i: int) -> bool:
        seen = self._dossier.casts[self._n].sightings(self.text, i, i + 1)
        return self.text.has(i, "capital") or any(one.known.type == "place" for one in seen)

    def _adds_up(self, first: int, at: int) -> bool:
        """Whether a word in its clause, or before that in its segment, says that the number was added up."""
        start, stop = min(self.segments.start(first), at), max(clause(self.text, first)[1], at)
        return any(not self._is_within(i) for i in self.text.where(_sums) if start <= i < stop)

    def _is_within(self, i: int) -> bool:
        """Whether a word that sums up what was in a stretch stands before one blow or some days at most: ``خلال هجوم``, ``خلال يومين``."""
        return i + 1 in self.blows or (self.text.forms[i] in _WITHIN and one_in(self.days, i + 1, i + _BRACKETED))

    def _is_summed(self, first: int) -> bool:
        """Whether a number was added up, amounts to so much, or is of many blows."""
        return self._adds_up(first, first) or self._rises(first) or self._is_of_many(first)

    def _is_new_sum(self, at: int, first: int) -> bool:
        """Whether a verb behind a blow leads to what all of them come to: ``ليبلغ عدد القتلى 900``, ``وبذلك يرتفع العدد إلى 900``."""
        hits = [word.entries["total_verb"] for word in self.text.words[at:first] if "total_verb" in word.entries]
        return any(self.text.form(first - 1) == "الي" or hit.clitics.endswith("ل") for hit in hits)

    def _rises(self, first: int) -> bool:
        """Whether a verb before a number leads to a new total."""
        return any("total_verb" in word.entries for word in self.text.words[self.segments.start(first) : first])

    def _is_of_many(self, first: int) -> bool:
        """Whether many blows stand in the clause of a number."""
        text, (start, stop) = self.text, clause(self.text, first)
        return any(_hit(text, i).tag == "plural" for i in self.blows if start <= i < stop)


def _is_long(time: str | None, published: str | None) -> bool:
    """Whether a number is told of the days since a day long past: of more than one blow."""
    if not time or not time.endswith("/..") or not published:
        return False
    since, now = period(time[:-3]), period(published)
    return since is not None and now is not None and (now.first or 0) - (since.last or 0) > _FEW_DAYS


def _is_day(value: str) -> bool:
    """Whether a time is a day, or some days at most (``بين الجمعة والأحد``)."""
    if len(value) >= _DAY and not {"/", "X", "W"} & set(value):
        return True
    days = period(value) if "/" in value and "." not in value else None
    return days is not None and None not in (days.first, days.last) and (days.last or 0) - (days.first or 0) < _FEW_DAYS


def _hit(text: Text, at: int) -> Hit:
    """What the lists say of the blow at a token."""
    found = text.find(at, "incident")
    assert found is not None
    return found.hit


def _assaults(word: Word) -> bool:
    hit = word.entries.get("assault_verb")
    return hit is not None and hit.tag in FINITE


def _amounts(word: Word) -> bool:
    """Whether a word is a verb of amount, or of telling what others did."""
    if "befall_verb" in word.entries or "function" in word.entries:  # بين
        return False
    hit = word.entries.get("speech_verb")
    return "total_verb" in word.entries or (hit is not None and hit.tag in FINITE)


def _tells(word: Word) -> bool:
    """Whether a word leads to who told it."""
    hit = word.entries.get("speech_verb")
    return "source_word" in word.entries or (hit is not None and hit.tag in FINITE and "befall_verb" not in word.entries)


def _leads_on(word: Word) -> bool:
    """Whether a word behind a comma leads to the blow, or to when it was: ``بقصف``, ``بعد``."""
    hit = word.entries.get("strike_noun")
    return "before_or_after" in word.entries or (hit is not None and hit.clitics.endswith("ب"))


def _sums(word: Word) -> bool:
    return "added_up" in word.entries


def _is_when(word: Word) -> bool:
    return "before_or_after" in word.entries
