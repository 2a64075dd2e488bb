"""Interviews: turns of questions and answers, whose answers are the words of who gives them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hasila.arabic.name import Mention
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.arabic.speech.turn import Label, Turn, find_turns, named
from hasila.text import Text
from hasila.text.mark import DASHES

_interviewer = listed("interviewer")

_PARTING = DASHES | {"/"}
_YOU = ("كم", "تم", "كما")  # the pronouns of who is asked
_LEAST_YOU = 5
_FEWEST_WORDS = 3
_LEAST_TURNS = 2
_HEAD_LINES = 12
_BYLINE = 4
_LONGEST_DATELINE = 9
_MOST_TELLERS = 50  # more take part in no panel
_LONGEST_REST = 2  # words of a name that no list knows
_NEAR = 16


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer at the tokens [first, last), its words from ``content`` on, and who gives it."""

    first: int
    last: int
    content: int
    speaker: Speaker


def find_answers(speakers: SpeakerReader) -> list[Answer]:
    """The answers of an interview, in order; none where the text is no interview or names nobody who answers.

    A question fills a line of its own; two of them, each answered in the lines that follow, make an interview, if a person is
    introduced as the one who answers, or the lines say who speaks in them (``فلان: …``).
    """
    turns = speakers.text.derived(find_turns)
    asked = [n for n, turn in enumerate(turns) if turn.asks]
    answered = [n for n in asked if n + 1 < len(turns) and not turns[n + 1].asks]
    return list(_Interview(speakers, turns, asked, answered).answers()) if len(answered) >= _LEAST_TURNS else []


class _Interview:
    """The turns of one text, those that ask by their numbers, and of these the ones with an answer behind them."""

    def __init__(self, speakers: SpeakerReader, turns: list[Turn], asked: list[int], answered: list[int]) -> None:
        self.speakers, self.text, self.names = speakers, speakers.text, speakers.names
        self.turns, self.asked, self.answered = turns, asked, answered
        self.often = self._often()
        self.told: Speaker | None = None
        self.tellers: list[Speaker] = []
        self.interviewee = self._interviewee(turns[: min(asked[0], _HEAD_LINES)])

    def answers(self) -> Iterator[Answer]:
        """The answers in order: every turn behind a question, of one or more lines."""
        stops = [*self.asked, len(self.turns)]
        at = 0
        for n in self.answered:
            while stops[at] <= n:
                at += 1
            yield from self._answer(self.turns[n + 1 : self._last(n + 1) if stops[at] == len(self.turns) else stops[at]])

    def _last(self, n: int) -> int:
        """Where the answers to the last question end: behind one turn and others with a label; page furniture may follow."""
        n += 1
        while n < len(self.turns) and (label := self.turns[n].label) and self._teller(label):
            n += 1
        return n

    def _answer(self, lines: Sequence[Turn]) -> Iterator[Answer]:
        """The answers between two questions: one, or more where each names who gives it."""
        opened: list[tuple[int, int, Speaker | None]] = []
        for turn in lines:
            teller = self._teller(turn.label) if turn.label else None
            if teller is not None and turn.label is not None:
                opened.append((turn.opening, turn.label[1] + 1, teller))
            elif not opened:
                opened.append((turn.opening, turn.opening, self.interviewee))
        ends = [*(first for first, _, _ in opened[1:]), lines[-1].last]
        for (first, content, speaker), last in zip(opened, ends, strict=True):
            if speaker is not None and last - content >= _FEWEST_WORDS:
                yield Answer(first, last, content, speaker)

    def _often(self) -> frozenset[str]:
        """The labels that open more than one answer."""
        told = Counter(named(self.text, turn.label) for turn in self.turns if turn.label and not turn.asks)
        return frozenset(label for label, times in told.items() if times >= _LEAST_TURNS)

    def _teller(self, label: Label) -> Speaker | None:
        """Who speaks behind a label: whom it names, or the one interviewed; None where it is no label of a turn."""
        (first, last), text = label, self.text
        if text.has(first, "answering_label"):
            behind = next((i for i in range(first + 1, last) if text.kinds[i] == "word"), last)
            self.told = (self._labelled(behind, last) if behind < last else None) or self.interviewee or self.told
            return self.told
        return self._labelled(first, last)

    def _labelled(self, first: int, last: int) -> Speaker | None:
        text, person = self.text, self.interviewee
        last = next((i for i in range(first + 1, last) if text.forms[i] == "("), last)
        words = {text.forms[i] for i in range(first, last) if text.kinds[i] == "word"}
        if person is not None and words.issubset(text.forms[person.first : person.last]):
            return person
        before = next((teller for teller in self.tellers if words.issubset(text.forms[teller.first : teller.last])), None)
        mention = self._person_in(first, last)
        if before is not None or mention is not None:
            return before or self._introduced(mention, last) if mention else before
        if {"source_noun", "body_noun"} & text.words[first].entries.keys():
            return person if last - first == 1 and person is not None else self.speakers.phrase(first, last, whole=True)
        return Speaker(first, first, last, 0, "person") if named(text, (first, last)) in self.often else None

    def _introduced(self, mention: Mention, last: int) -> Speaker:
        """The person whom a label names: to its end, if the name goes on there, else by the fullest name before."""
        text, rest = self.text, range(mention.last, last)
        found = self._in_full(mention) if len(self.tellers) < _MOST_TELLERS else self._by_name(mention)
        if 0 < len(rest) <= _LONGEST_REST and all(text.kinds[i] == "word" and not text.has(i, "function") for i in rest):
            found = Speaker(mention.first, mention.first, last, mention.skip, "person")
        if len(self.tellers) < _MOST_TELLERS:
            self.tellers.append(found)
        return found

    @staticmethod
    def _by_name(mention: Mention) -> Speaker:
        return Speaker(mention.first, mention.first, mention.last, mention.skip, "person")

    def _in_full(self, mention: Mention) -> Speaker:
        """The person by the fullest name before this mention."""
        names, entity = self.names, mention.entity
        told = [m for m in names.within(0, mention.last) if m.entity == entity]
        full = max(told, key=lambda m: m.last - m.first, default=mention)
        return self._by_name(full)

    def _person_in(self, first: int, last: int) -> Mention | None:
        return next((m for m in self.names.within(first, last) if self.names.type(m) == "person"), None)

    def _interviewee(self, head: Sequence[Turn]) -> Speaker | None:
        """Who is introduced in the lines before the questions: behind a word of interviewing, else the first person named there.

        Those who only wrote it (``حاورها فلان``, ``عمان - فلان``) are passed over.
        """
        lines = [(turn.first, turn.last) for turn in head if not self._is_byline(turn)]
        if not self._introduces(head):
            return None
        for introduced in (self._person_behind, self._role_behind):
            for i in filter(self._asks_somebody, (i for first, last in lines for i in range(first, last))):
                found = introduced(i, min(i + _NEAR, self._line_end(i)))
                if found:
                    return found
        person = next((person for first, last in lines if (person := self._person_in(first, last))), None)
        if person is not None:
            return self._by_name(person)
        title = lines[0][0] if lines else 0
        return self.speakers.phrase(title, lines[0][1], whole=False) if lines and self.text.has(title, "source_noun") else None

    def _asks_somebody(self, i: int) -> bool:
        """``حوار مع``, ``التقت``: whether whom one talks with is named behind token ``i``."""
        entries = self.text.words[i].entries
        verb = entries.get("interview_verb")
        return ("interview_noun" in entries and self.text.forms[i + 1] == "مع") or (verb is not None and not verb.pronoun)

    def _line_end(self, i: int) -> int:
        return next((k for k in range(i + 1, min(i + _NEAR, len(self.text.words))) if k in self.text.lines), len(self.text.words))

    def _person_behind(self, i: int, stop: int) -> Speaker | None:
        person = self._person_in(i + 1, stop)
        return self._by_name(person) if person else None

    def _role_behind(self, i: int, stop: int) -> Speaker | None:
        role = next((k for k in range(i + 1, stop) if self.text.has(k, "source_noun")), None)
        return self.speakers.phrase(role, stop, whole=False) if role is not None else None

    def _introduces(self, head: Sequence[Turn]) -> bool:
        """Whether the text is told as a talk with somebody: a list of questions answers itself."""
        text, last = self.text, head[-1].last if head else 0
        if any(turn.label for turn in self.turns if turn.asks):
            return True
        if any(text.has(i, cls) for cls in ("interview_noun", "interview_verb", "interviewer") for i in range(last)):
            return True
        if head and head[0].label and self._person_in(*head[0].label):
            return True
        return any(_addresses(text, i) for n in self.asked for i in range(self.turns[n].opening, self.turns[n].last))

    def _is_byline(self, turn: Turn) -> bool:
        """``حاورها: فلان``, ``عمان - فلان``."""
        text, first, last = self.text, turn.first, turn.last
        if any((_interviewer[text.forms[i]] and text.has(i, "interviewer")) for i in range(first, min(first + _BYLINE, last))):
            return True
        place = self.names.at(first)
        return last - first <= _LONGEST_DATELINE and place is not None and text.forms[place.last] in _PARTING


def _addresses(text: Text, i: int) -> bool:
    """Whether a word speaks to who is asked: a verb or noun with a pronoun of the second person, or one of seeing and thinking."""
    form = text.forms[i]
    return text.has(i, "asked_view") or (len(form) >= _LEAST_YOU and form.endswith(_YOU))
