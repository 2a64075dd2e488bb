"""When, where and by whom: the circumstances that a clause tells of its event."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from operator import attrgetter

from hasila.arabic.event.clause import NISBA, WHO, agrees, find_turns
from hasila.arabic.name import Mention, Names
from hasila.arabic.speech.excerpt import excerpt
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.records import Time
from hasila.text import FINITE, Text, Word
from hasila.text.mark import DASHES

_event_word, _preposition = listed("event_word"), listed("preposition")

_first, _value = attrgetter("first"), attrgetter("value")
_BEFALLING = frozenset(["event_death", "event_hurt"])
NO_NOUN = -9  # where none names the event: an aside is no verb's own
_TARGETS = frozenset(["بحلول", "حتي", "افق", "لغايه"])
_LANDS, _AFTER_CITY = ("place", "country"), DASHES | frozenset("(:/")
_HEADLINES = 4  # lines that may stand before the dateline, or be it
_HELD = frozenset(["happened", "hosted", "begun"])
_OWN_REACH = 16  # tokens from a meeting to the relative clause that tells of its being held
_OWN_ASIDE = 5  # tokens from a noun to the relative clause that is its own
_SHORTEST = 4  # letters of a name behind لل
_SEATS = frozenset(["العاصمه", "عاصمه", "عاصمتها", "عاصمته", "المدينه", "منتجع", "جزيره", "ولايه", "محافظه", "ضاحيه", "قريه", "قاعده"])
_DONE = frozenset(["تم", "تمت", "يتم", "تتم", "سيتم", "ستتم", "جري", "جرت"])
_SEATED = frozenset(["مقر", "بمقر", "مبني", "بمبني", "مكتب"])
_TITLE = 5  # tokens from a title to the country that its bearer is sent to
_OTHERS = frozenset(("اخرون", "اخرين", "اخران", "اخريات"))
_IN = frozenset(
    ["في", "ب", "قرب", "داخل", "شمال", "جنوب", "شرق", "غرب", "وسط", "قباله", "مدينه", "بلده", "الي", "علي", "ريف", "محيط", "ضواحي"]
)


@dataclass(slots=True, eq=False)  # as a trigger is, and for the same reason
class Dated:
    """A time expression at the tokens [first, last)."""

    first: int
    last: int
    value: str


@dataclass(slots=True, eq=False)
class Circumstances:
    """Reads the circumstances of one text's events; ``dates`` are its dated expressions, in order, ``starts`` where each begins."""

    text: Text
    names: Names
    dates: list[Dated]
    city: Mention | None
    speakers: SpeakerReader
    starts: list[int] = field(init=False)
    _covered: set[int] = field(init=False)
    _asides: list[tuple[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = list(map(_first, self.dates))
        self._asides = self.text.derived(find_turns).asides
        self._covered = set()
        for dated in self.dates:
            self._covered.update(range(dated.first, dated.last))

    def dated(self, first: int, last: int) -> bool:
        """Whether a time expression begins in the tokens [first, last)."""
        starts = self.starts
        nth = bisect_left(starts, first)
        return nth < len(starts) and starts[nth] < last

    def date(self, first: int, last: int, noun: int | None = None) -> str | None:
        """The first date in the tokens [first, last) that is no target date (``بحلول 2020``); a span of days goes before a day.

        A date in an aside (``كندا، التي استقبلتهم أمس، …``) tells of something else, unless the aside is that of the ``noun``
        that names the event, which is ``first`` where none is given.
        """
        starts = self.starts
        begin = bisect_left(starts, first)
        if begin == len(starts) or starts[begin] >= last:
            return None
        end, found, forms = bisect_left(starts, last, begin), None, self.text.forms
        for dated in self.dates[begin:end]:
            if forms[dated.first - 1] in _TARGETS or forms[dated.first] in _TARGETS or self._aside(dated.first, first, noun or first):
                continue
            narrows = found is not None and dated.value.startswith(f"{found}-")  # قبل عامين، في 22 يناير 2015
            if found is None or narrows or ("/" in dated.value and "/" not in found and ".." not in dated.value):
                found = dated.value
        return found

    def own_aside(self, noun: int, end: int) -> tuple[int, int] | None:
        """The tokens of the relative clause, set off by a comma, that tells of a meeting's being held (``مؤتمر …، الذي انعقد أمس``)."""
        text, relatives = self.text, self.text.where("relative")
        if "event_word" not in text.words[noun].entries:
            return None
        for i in relatives[bisect_right(relatives, noun) : bisect_left(relatives, end if end < noun + _OWN_REACH else noun + _OWN_REACH)]:
            if text.forms[i - 1] == "،" and text.forms[i][0] != "و" and agrees(text.forms, noun, i) and _is_held(text.word(i + 1)):
                return i, next((j for j in range(i + 1, end) if text.kinds[j] == "mark"), end)
        return None

    def latest(self, first: int, last: int) -> str | None:
        """The latest date in the tokens [first, last): a relative clause may tell an earlier one of who is to act."""
        begin, end = bisect_left(self.starts, first), bisect_left(self.starts, last)
        return max((dated.value for dated in self.dates[begin:end]), default=None)

    def _aside(self, i: int, first: int, noun: int) -> bool:
        """Whether token ``i`` stands in a relative clause between commas, opened since ``first``, that is not the noun's own."""
        asides = self._asides
        if not asides:
            return False
        nth = bisect_right(asides, (i, i)) - 1
        if nth < 0 or i >= asides[nth][1] or asides[nth][0] <= max(first, noun) < asides[nth][1] or asides[nth][0] <= first:
            return False
        return not (0 < asides[nth][0] - noun <= _OWN_ASIDE or self.holds(noun, asides[nth][0]))

    def holds(self, at: int, relative: int) -> bool:
        """``مؤتمر أصدقاء كذا حول كذا، الذي اختتم أعماله``: a relative that agrees with the noun, and a verb that holds or ends it."""
        text = self.text
        if at < 0 or "event_word" not in text.words[at].entries or not agrees(text.forms, at, relative):
            return False
        hit = text.word(relative + 1).entries.get("event_light")
        return hit is not None and hit.tag == "past"

    def covers(self, i: int) -> bool:
        """Whether token ``i`` belongs to a date."""
        return i in self._covered

    def fronted(self, sentence: int, before: int) -> str | None:
        """The date that heads the sentence and so governs it (``وفي 25 أبريل الماضي، …``)."""
        nth = bisect_left(self.starts, sentence)
        if nth == len(self.starts) or self.starts[nth] >= before or self.starts[nth] > sentence + 2:
            return None
        behind = self.dates[nth + 1 : nth + 2]
        narrows = behind and behind[0].first < before and behind[0].value.startswith(f"{self.dates[nth].value}-")
        return (behind[0] if narrows else self.dates[nth]).value

    def place(self, first: int, last: int, *, left: bool = False, bare: bool = True, governed: bool = True) -> Mention | None:
        """The place that the tokens [first, last) tell: after في or another word of place, else the first named.

        ``left``: the place that was left stands after من. ``bare``: a place named without such a word will do, ``governed``: also
        one behind another preposition (``فوق العراق``).
        """
        loose = None
        for mention in self.names.within(first, last):
            if self.names.type(mention) not in ("place", "country") or mention.tells_ban(self.text):
                continue
            clitics = self.text.forms[mention.first][: mention.skip]
            if clitics in ("ب", "وب") or self._in(mention.first - 1, left):
                return mention
            if loose is None and bare and self.names.type(mention) == "place" and (governed or not self._governed(mention)):
                loose = mention
        return loose

    def foreign(self, noun: int, last: int) -> int:
        """Where a relative clause begins that tells of another than the event's noun, with which its pronoun doesn't agree; else ``last``.

        ``اجتماعات مع المرشح، الذي تعهد بكذا في أوكرانيا``: that is not where they met.
        """
        text = self.text
        hit = text.words[noun].entries.get("event_word")
        many = hit is None or hit.tag == "plural" or text.forms[noun].endswith(("ه", "ات")) or "حرب" in text.forms[noun]
        relatives = text.where("relative")
        for i in relatives[bisect_right(relatives, noun) : bisect_left(relatives, last)]:
            if hit is None or (text.forms[i] == WHO) == many:
                return i
        return last

    def _governed(self, mention: Mention) -> bool:
        """Whether a preposition that tells no place governs a name."""
        return mention.skip > 0 or self.text.has(mention.first - 1, "preposition") or self.text.has(mention.first - 1, "adverbial")

    def unlisted(self, i: int) -> bool:
        """Whether token ``i`` is a bare word that no list knows, as a small town's name is."""
        text = self.text
        return text.kinds[i] == "word" and not text.words[i].classes and len(text.forms[i]) > 2 and not text.forms[i].startswith("ال")

    def _in(self, i: int, left: bool) -> bool:
        """Whether a word of place governs the name after token ``i``, a seat and its adjective between (``في العاصمة النمساوية``)."""
        forms = self.text.forms
        if forms[i] in _IN:
            return forms[i] != "الي" or not any("event_envoy" in word.entries for word in self.text.words[max(0, i - _TITLE) : i])
        if left and forms[i] == "من":
            return True
        seat = i - (forms[i].startswith("ال") and forms[i].endswith(NISBA))
        return (forms[seat] in _SEATS and forms[seat - 1] in _IN) or (forms[seat].startswith("ب") and forms[seat][1:] in _SEATS)

    def participants(
        self, first: int, last: int, verb: int | None, place: Mention | None, matter: Sequence[tuple[int, int]] = ()
    ) -> tuple[str, ...]:
        """Who takes part: the subject of the verb, then the persons, bodies and countries named; the place left out.

        ``matter``: the stretches that tell what it is about or for, whose names are left out too.
        """
        found: dict[str, None] = {}
        subject, out = None, place
        if verb is not None and self.speakers.plausible(verb + 1) and not self._suffered(verb) and not self._no_party(verb):
            subject = self.speakers.subject(verb + 1, self._before_noun(verb + 1, last))
        if subject and not (place and place.first == subject.first) and self.text.forms[subject.first] not in _OTHERS:
            found[excerpt(self.text, subject.first, subject.last, subject.skip)] = None
        for mention in self.names.within(first, last):
            if mention is place or self.names.type(mention) in ("place", "operation"):
                continue
            if subject and subject.first <= mention.first < subject.last:
                continue
            joined = out is not None and mention.first == out.last and self.text.forms[mention.first].startswith("و")
            if self.names.type(mention) == "country" and (joined or self.text.forms[mention.first - 1] in _IN or self._bounds(mention)):
                out = mention  # في سوريا والعراق
                continue
            if self.text.forms[mention.first - 1] in _SEATED:
                continue
            if any(begin <= mention.first < end for begin, end in matter):
                continue
            found[self._bare(mention)] = None
        return tuple(found)

    def _no_party(self, verb: int) -> bool:
        """``تم الإعلان عن``, ``تستضيف العاصمة السعودية الرياض``: whether what stands behind a verb is an act, or a place's own noun."""
        forms = self.text.forms
        return forms[verb].removeprefix("و") in _DONE or forms[verb + 1] in _SEATS

    def _bounds(self, mention: Mention) -> bool:
        """``قرب الحدود مع مالي``: whether a country only tells of which border something is near."""
        at = mention.first - (self.text.forms[mention.first - 1] == "مع")
        return any(form.removeprefix("ال") == "حدود" for form in self.text.forms[max(0, at - 2) : at])

    def _bare(self, mention: Mention) -> str:
        """A name as it stands, without the ل that hides its article (``للتحالف``)."""
        told = excerpt(self.text, mention.first, mention.last, mention.skip)
        return f"ال{told[2:]}" if told.startswith("لل") and len(told) > _SHORTEST else told

    def _suffered(self, verb: int) -> bool:
        """``قتل 50 مدنيا``, ``أصيب خمسة``: those counted after the verb are whom it befell, and a meeting is what is held."""
        text = self.text
        if _event_word[text.forms[verb + 1]] and text.has(verb + 1, "event_word"):
            return True  # عقد المؤتمر
        if _BEFALLING.isdisjoint(text.words[verb].entries):
            return False
        return text.kinds[verb + 1] == "digits" or text.has(verb + 1, "cardinal")

    def _before_noun(self, first: int, last: int) -> int:
        """Where the noun of the event or a preposition begins, which are no part of an unnamed subject."""
        text = self.text
        last = next(compress(range(first + 1, last), map(_event_word.__getitem__, text.forms[first + 1 : last])), last)
        if text.forms[first].startswith("ال") or first in self.speakers.named:
            return last
        named, found = self.speakers.named, compress(range(first + 1, last), map(_preposition.__getitem__, text.forms[first + 1 : last]))
        return next((i for i in found if i not in named), last)


def _is_held(word: Word) -> bool:
    """Whether a verb says that a meeting was held, hosted, opened or closed."""
    light, verb = word.entries.get("event_light"), word.entries.get("event_verb")
    if light is not None and light.tag in FINITE and light.value in _HELD:
        return True
    return verb is not None and verb.tag in FINITE and str(verb.value).startswith("meeting")


def circumstances(text: Text, names: Names, times: Sequence[Time], quotations: Mapping[int, int]) -> Circumstances:
    """The circumstances of a text, with its dates and the city of its dateline at hand."""
    told = [time for time in times if time.value and time.type in ("DATE", "TIME")]
    spans = zip(text.spans(told), map(_value, told), strict=True)
    dates = [Dated(first, last, value if "/" in value else value.split("T")[0]) for (first, last), value in spans]
    dates.sort(key=_first)
    return Circumstances(text, names, dates, _dateline(text, names), SpeakerReader(text, names, quotations))


def _dateline(text: Text, names: Names) -> Mention | None:
    """The city at the head of the text or of one of its next lines, before a dash, a bracket or a colon."""
    for first in (0, *sorted(text.lines)[:_HEADLINES]):
        mention = next(iter(names.within(first, min(len(text.words), first + 1))), None)
        if mention and mention.first == first and names.type(mention) in _LANDS and text.forms[mention.last] in _AFTER_CITY:
            return mention
    return None
