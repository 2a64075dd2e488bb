"""Speakers: the noun phrase that a cue credits, after it or before it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hasila.arabic.name import Mention, Names
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.frame import Frame, is_by, is_other_verb
from hasila.text import Text

_LONGEST = 25
_FAR = 60  # tokens looked back: a bound, so that text without any sentence stays linear
_HEADS = ("source_noun", "body_noun", "account_noun")
_HEARD = frozenset(["account_noun", "hearsay"])
_COUNTED = frozenset(["state", "civilian", "soldier", "fighter"])
_KINDS = {"hearsay": "hearsay", "source_noun": "role", "body_noun": "body", "account_noun": "account"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker at the tokens [first, last) without ``skip`` clitics; the noun phrase that tells it begins at ``start``.

    ``start`` is -1 where it is only referred to. ``kind`` is the entity's type where it is named, else ``role``,
    ``hearsay``, ``body`` or ``account``; ``account``: what speaks is a report or a number of theirs.
    """

    start: int
    first: int
    last: int
    skip: int
    kind: str
    account: bool = False

    @property
    def personal(self) -> bool:
        return self.kind in ("person", "role") and not self.account


@dataclass(frozen=True, slots=True, eq=False)
class SpeakerReader:
    """Reads speakers out of one text."""

    text: Text
    names: Names
    quotations: Mapping[int, int]

    def after(self, cue: Cue, frame: Frame, end: int) -> Speaker | None:
        """The subject that follows a verb, None where the verb stands alone."""
        first = self._past_adverbials(cue.last, frame.at)
        told = frame.kind in ("that", "colon", "quote", "relay") or (frame.kind == "preposition" and not {"whom", "object"} & cue.frames)
        limit = min(frame.at, end)
        if first >= limit or self._opens_no_phrase(first):
            return None
        if not (told and self.text.kind(first) != "digits") and not self._plausible(first):
            return None
        if "whom" in cue.frames and not self._is_subject_of_whom(cue, first, limit):
            return None
        if "whom" in cue.frames:
            limit = self._before_object(first, limit - (cue.type != "call_for"))
        return self.phrase(first, limit, whole=told)

    def phrase(self, first: int, limit: int, *, whole: bool, skip: int = 0) -> Speaker | None:
        """The speaker in a noun phrase that begins at ``first``; ``whole``: all of it up to ``limit`` belongs to the phrase."""
        while self.text.has(first, "quantifier") and first + 1 < limit:
            first += 1
        if self.mute(first):
            return None
        stop = self._before_apposition(first, self._hard_stop(first, limit))
        person = (self._person(first, stop) or self._apposed(stop, limit)) if whole else None
        if person:
            return self._named(first, person)
        mention = self.names.at(first)
        if mention and mention.first == first and self.names.type(mention) != "place":
            return replace(self._named(first, mention), skip=max(skip, mention.skip))
        owner = self._owner(first, stop)
        if owner is not None:
            found = self.phrase(owner[0], limit, whole=whole, skip=owner[1]) if owner[0] < limit else None
            return found and replace(found, start=first, account="spoken_noun" not in self.text.words[first].entries)
        last, named = self._chunk(first, stop, whole=whole)
        if named:
            return self._named(first, named)
        if last <= first:
            return None
        if first in self.quotations and self.quotations[first] == last - 1 and last - first > 2:
            return Speaker(first, first + 1, last - 1, 0, "body")
        skip = skip or (mention.skip if mention and mention.first == first else 0)
        kind = self._kind(first)
        return Speaker(first, first, last, skip, kind, kind == "account")

    def mute(self, i: int) -> bool:
        """Whether what begins here can't speak: a thing, an event, a demonstrative (``أكدت الأحداث أن``, ``هذا يؤكد أن``)."""
        hit = self.text.words[i].entries.get("mute_noun") if i < len(self.text) else None
        return bool(hit and hit.clitics in ("", "و", "ف") and not hit.pronoun and self.names.at(i) is None)

    def stands(self, cue: Cue, frame: Frame) -> bool:
        """Whether a noun phrase stands between the verb and its frame, be it one that can't speak."""
        first = self._past_adverbials(cue.last, frame.at)
        return first < frame.at and not self._opens_no_phrase(first)

    def subject(self, first: int, limit: int) -> Speaker | None:
        """The speaker who may stand at ``first`` as the subject of another verb before it."""
        return self.phrase(first, limit, whole=False) if self._plausible(first) else None

    def before(self, cue: Cue, left: int, *, told: bool) -> Speaker | None:
        """The subject between ``left`` and the verb, None where nothing there can be one."""
        end, left = cue.first, max(left, cue.first - _FAR)
        if cue.skip or (self.text.has(end - 1, "connector") and self.text.form(end - 1) not in ("قد", "فقد")):
            return None
        if self.text.has(end - 1, "relative"):
            return self._antecedent(end - 1)
        while end > left and (self.text.form(end - 1) in ("قد", "فقد", "،") or self.text.has(end - 1, "adverbial")):
            end -= 1
        for first in self._openings(left, end):
            if end - first > _LONGEST or first >= end:
                continue
            alone = end - first == 1 and self.text.kind(first) == "word"
            if self._opens_no_phrase(first) and self.names.at(first) is None:
                continue
            mention = self.names.at(first)
            skip = mention.skip if mention and mention.first == first else 0
            if self._plausible(first) or (told and (alone or self.text.form(first).startswith("ال"))):
                found = self.phrase(first, end, whole=True, skip=skip)
                return found and Speaker(first, found.first, found.last, found.skip, found.kind)
        return None

    def _antecedent(self, relative: int) -> Speaker | None:
        """Who الذي takes up: the name right before it, or before the comma and و."""
        conjoined = self.text.form(relative).startswith("و")
        end = relative - 1 if self.text.form(relative - 1) == "،" else relative
        mention = self.names.at(end - 1)
        if mention is None or mention.last != end or self.names.type(mention) in ("place", "operation"):
            return None
        return replace(self._named(mention.first, mention), start=-1 if conjoined else mention.first)

    def _openings(self, left: int, end: int) -> list[int]:
        """Where a clause may open before the verb: after its conjunctions, then after each comma."""
        text = self.text
        for i in range(left, end):
            adversative = text.find(i, "adversative") or text.find(i, "contrast")
            if adversative or text.has(i, "complementizer"):
                left = adversative.stop if adversative else i + 1
        near = (i for i in (end - 1, end - 2) if i > left and self.names.at(i) is None and _HEARD.intersection(text.words[i].entries))
        starts = [left, *(i + 1 for i in range(left, end) if text.form(i) == "،"), *near]
        found = []
        for first in starts:
            while first < end and self.text.kind(first) == "mark" and first not in self.quotations:
                first += 1
            connector = self.text.find(first, "connector")
            while connector and connector.stop < end:
                first = connector.stop
                connector = self.text.find(first, "connector")
            found.append(first)
        return found

    def _past_adverbials(self, i: int, limit: int) -> int:
        """Past ``أمس الثلاثاء 19 يوليو`` and past an aside between commas."""
        text, start = self.text, i
        if text.form(i) == "،":
            close = next((j for j in range(i + 1, min(i + 9, limit)) if text.form(j) == "،"), None)
            return self._past_adverbials(close + 1, limit) if close else limit
        while i < limit and (self._free(i) or (i > start and (text.kind(i) == "digits" or text.has(i, "month")))):
            i += 1
        return self._past_adverbials(i, limit) if i > start and text.form(i) == "،" else i

    def _free(self, i: int) -> bool:
        adverbial = self.text.find(i, "adverbial")
        return bool(adverbial and adverbial.hit.value == "free")

    def _opens_no_phrase(self, i: int) -> bool:
        text = self.text
        if is_other_verb(text, i):
            return True
        return (
            text.has(i, "preposition")
            or text.has(i, "complementizer")
            or text.has(i, "adverbial")
            or (text.kind(i) == "mark" and i not in self.quotations)
        )

    def _plausible(self, i: int) -> bool:
        """Whether a speaker may begin here, where no أن tells the subject from the object."""
        mention = self.names.at(i)
        if mention:
            return mention.first == i and self.names.type(mention) != "operation"
        if self.text.has(i, "quantifier"):
            return self._plausible(i + 1)
        if self.text.kind(i) == "digits" or self.text.has(i, "cardinal"):
            counted = self.text.words[i + 1].entries.get("counted_noun") if i + 1 < len(self.text) else None
            return bool(counted and counted.value in _COUNTED)
        form = self.text.form(i)
        if form.startswith("ال") and form.endswith(("ين", "ون")) and len(form) > 6:  # people, by their sound plural
            return True
        entries = self.text.words[i].entries if i < len(self.text) else {}
        return any(cls in entries and entries[cls].clitics in ("", "و") for cls in _HEADS)

    def _is_subject_of_whom(self, cue: Cue, first: int, limit: int) -> bool:
        """``دعا غوتيريش إلى`` has its subject there, ``ودعا الأطراف إلى`` and ``وصف الاتفاق بأنه`` only their object."""
        masculine = not self.text.form(cue.first).endswith("ت") and not self.text.form(cue.first)[cue.skip :].startswith("ت")
        if masculine and self.names.at(first) is None and self.text.form(first).endswith("ه"):
            return False
        last, named = self._chunk(first, self._hard_stop(first, limit), whole=False)
        if cue.type == "call_for":
            return bool(named) or self._plausible(first) or last < limit
        return limit - first > 1 and self._plausible(first)

    def _before_object(self, first: int, limit: int) -> int:
        """Where the second of two definite parties begins: whom the first blames or calls on."""
        definite = False
        for i in range(first, limit):
            entries = self.text.words[i].entries
            party = any(cls in entries and not entries[cls].clitics for cls in ("source_noun", "body_noun"))
            if definite and party and self.names.at(i) is None:
                return i
            definite = definite or self.text.form(i).startswith("ال")
        return limit

    def _hard_stop(self, first: int, limit: int) -> int:
        """Where the phrase ends at the latest: a comma, an adverb of time, the occasion or the paper spoken to."""
        text = self.text
        for i in range(first + 1, limit):
            mention = self.names.at(i)
            if mention and mention.first < i:
                continue
            if text.form(i) in ("،", "-", "–", ":") or text.has(i, "adverbial") or text.has(i, "relative") or text.has(i, "credit"):
                return i
            if text.form(i) in ("في", "فى") and text.has(i + 1, "occasion"):
                return i
            entry = text.words[i].entries.get("body_noun")
            if entry and entry.clitics == "ل" and not entry.article and entry.value is True and self._spoken_to(i):
                return i
        return limit

    def _before_apposition(self, first: int, stop: int) -> int:
        """Where a role follows an unlisted name (``فلان الفلاني مبعوث …``); names in it are not who speaks."""
        entries = self.text.words[first].entries
        if self.names.at(first) or any(cls in entries for cls in _HEADS) or self.text.form(first).startswith("ال"):
            return stop
        for i in range(first + 1, min(first + 5, stop)):
            role = self.text.words[i].entries.get("source_noun")
            if role and not role.article and not role.clitics:
                return i
        return stop

    def _apposed(self, comma: int, limit: int) -> Mention | None:
        """The person named after the role and a comma (``الأمين العام، فلان،``), maybe after a second role."""
        if self.text.form(comma) != "،":
            return None
        mention = self.names.at(comma + 1)
        if mention and self.names.type(mention) == "person" and mention.last <= limit:
            return mention
        if "source_noun" not in (self.text.words[comma + 1].entries if comma + 1 < limit else {}):
            return None
        return self._person(comma + 1, self._hard_stop(comma + 1, limit))

    def _spoken_to(self, i: int) -> bool:
        return self.text.form(i)[1:] in ("وكاله", "صحيفه", "قناه", "موقع", "شبكه", "تلفزيون", "اذاعه", "جريده", "مجله")

    def _person(self, first: int, stop: int) -> Mention | None:
        """The person who speaks: the one that the phrase begins with, else the last it names (``وزير خارجية فرنسا فلان``)."""
        last = None
        for mention in self.names.within(first, stop):
            if self.names.type(mention) != "person":
                continue
            if mention.first == first:
                return mention
            if mention.skip == 0:
                last = mention
        return last

    def _owner(self, first: int, stop: int) -> tuple[int, int] | None:
        """Whose account it is: (token, clitics) of X in ``أرقام X``, ``بيان لـX``, ``تقرير صادر عن X``; None where nobody's."""
        text = self.text
        hit = text.words[first].entries.get("account_noun")
        if hit is None or hit.article or hit.pronoun or self.names.at(first):
            return None
        for i in range(first + 1, min(first + 4, stop)):
            if text.form(i) == "عن":
                return i + 1, 0
            if text.form(i) in ("ل", "من"):
                return i + 1, 0
            mention = self.names.at(i)
            if mention and mention.first == i and not hit.article:
                return i, max(mention.skip, 2 if text.form(i).startswith("لل") else 0)
            if text.form(i).startswith("لل") or (
                i == first + 1 and text.form(i).startswith("ل") and len(text.form(i)) > 3 and not hit.article
            ):
                return i, 2 if text.form(i).startswith("لل") else 1
            listed = [text.words[i].entries[cls] for cls in _HEADS if cls in text.words[i].entries]
            if any(entry.clitics == "ل" for entry in listed):
                return i, 1
            if i == first + 1 and not hit.article and (text.form(i).startswith("ال") or any(not e.clitics for e in listed)):
                return i, 0
        return None

    def _chunk(self, first: int, stop: int, *, whole: bool) -> tuple[int, Mention | None]:
        """(end of the noun phrase, the person it runs into): it grows until it is definite and an indefinite word follows."""
        text, i, definite = self.text, first, False
        while i < stop:
            mention = self.names.at(i)
            if mention and mention.first == i and (mention.skip == 0 or i == first):
                if self.names.type(mention) == "person":
                    return mention.last, mention
                i, definite = mention.last, True
                continue
            if i in self.quotations:
                if self.quotations[i] >= stop:
                    break
                i, definite = self.quotations[i] + 1, True
                continue
            if text.kind(i) == "mark":
                break
            if text.form(i).startswith("باسم"):
                definite = False
            elif text.has(i, "preposition") or is_by(text, self.names, i):
                if definite or i == first:
                    break
            elif text.form(i).startswith(("ال", "لل", "وال")):
                if not whole and definite and self._begins_object(first, i):
                    break
                definite = True
            elif definite and not whole:
                break
            i += 1
        return i, None

    def _begins_object(self, first: int, i: int) -> bool:
        """A masculine word after a feminine head (``اللجنة الحصار``), or a noun after a title (``الوزير الخطة``), is no adjective."""
        text = self.text
        if i == first + 1 and "source_noun" in text.words[first].entries and text.form(first).startswith("ال"):
            return not text.form(i).endswith(("ي", "يه", "ين", "ون")) and not text.has(i, "title_adjective")
        feminine = text.form(first).endswith("ه") and text.form(i - 1).endswith("ه")
        return feminine and not text.form(i).endswith(("ه", "ا", "ي", "ات"))

    def _named(self, start: int, mention: Mention) -> Speaker:
        return Speaker(start, mention.first, mention.last, mention.skip, self.names.type(mention))

    def _kind(self, i: int) -> str:
        entries = self.text.words[i].entries
        return next((kind for cls, kind in _KINDS.items() if cls in entries), "body")
