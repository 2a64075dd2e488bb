"""Frames: what a verb of saying governs, without which it is no cue."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

from hasila.arabic.name import Mention
from hasila.arabic.speech.another import is_anothers, is_other_verb, is_papers, may_be_anothers
from hasila.arabic.speech.bearing import their_people
from hasila.arabic.speech.complement import is_complement
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.mark import OPENERS
from hasila.arabic.speech.setin import (
    PREPOSITIONS,
    WHO_IS,
    opens_circumstance,
    past_aside,
    past_brackets,
    past_description,
    past_inset,
    relative,
)
from hasila.arabic.speech.word import HEADED, IN, WHAT, charged_by, is_accusative_role, is_verb
from hasila.text import Known, Text, analyse

_set_against, _relayed = listed("contrast", "adversative"), listed("relayed")

_FAR = 45
LOOSE = frozenset(["object", "preposition"])  # kinds of frames that open no clause
TOLD = frozenset(["that", "colon", "quote"])  # those behind which somebody's words follow
STOPS = frozenset("!؟?؛;…")
_QUOTES = frozenset('«»‹›"“”„‟″〝〞')
_MARKS = OPENERS | STOPS | _QUOTES | frozenset("(،.")
_OBJECTS = frozenset(["object", "account"])
_ANOTHERS = frozenset(["speech_verb", "relayed", "said_of"])
_AT_WHAT = frozenset(["لا", "بين", "يقارب", "يقرب", "يناهز", "يزيد", "يتجاوز", "يفوق", "يتراوح", "يساوي", "مجموعه", "قيمته", "نسبته"])
_LONGEST_NAME = 7
_issued = listed("issued_word")
_results = listed("event_result")
_MOST_COMMAS = 3
_LEAST_TOLD = 4
_BEGINNING = frozenset(["لا", "لن", "لم", "ما", "نحن", "انا", "سوف", "هذا", "هذه", "ليس", "هناك", "قد", "لقد", "كل", "تقريبا"])
_LEAST_WITH_BY = 4
# why something is done, which no verb governs: أقرت الدول قانونا لمنع السفر بقصد القتال
_TO_THE_END = frozenset(["بقصد", "بهدف", "بغرض", "بغيه", "بدافع", "بداعي", "بحجه", "بذريعه", "بسبب", "بفضل", "بموجب", "بمقتضي"])
# lists of words that may begin with a ب of their own (بلاغ, برنامج)
_LISTED = (
    "body_noun",
    "source_noun",
    "account_noun",
    "adverbial",
    "preposition",
    "connector",
    "occasion",
    "counted_noun",
    "common_noun",
)


@dataclass(slots=True, unsafe_hash=True)  # as a cue is, and for the same reason
class Frame:
    """``kind`` is ``that``, ``colon``, ``quote``, ``preposition``, ``object``, ``noun`` or ``relay``; it stands at token ``at``.

    ``relayed`` is the token after نقلا عن, where the verb's subject passes on another's words.
    """

    kind: str
    at: int
    relayed: int | None = None


def find_frame(text: Text, named: Mapping[int, Mention], quotations: Mapping[int, int], cue: Cue, end: int) -> Frame | None:
    """The frame of a cue among the tokens up to ``end``, looking no further than its own clause.

    >>> from hasila.text import prepare
    >>> from hasila.arabic.speech.cue import find_cues
    >>> text = prepare("أعلن الوزير في بيان أن الخطة نجحت")
    >>> find_frame(text, {}, {}, find_cues(text)[0], len(text))
    Frame(kind='that', at=4, relayed=None)
    """
    forms, frames = text.forms, cue.frames
    past, commas, relayed, loose = cue.last, 0, None, None
    limit = end if end < past + _FAR else past + _FAR
    table = _matters[frames]
    for i in compress(range(past, limit), map(table.__getitem__, forms[past:limit])):
        if i < past:
            continue
        form = forms[i]
        matter = table[form]
        if matter == "comma":
            commas += 1
            if commas > _MOST_COMMAS or (_set_against[forms[i + 1]] and _sets_against(text, i + 1)):
                break
            relaying = text.find(i + 1, "relayed") if _relayed[forms[i + 1]] else None
            if relaying is not None:
                relayed = past = relaying.stop
                continue
            inset = (_may_describe[forms[i + 1]] and past_aside(text, i, limit)) or past_inset(text, i, limit)
            commas -= cue.finite and not inset and opens_circumstance(text, named, frames, i, limit)
            past = inset or i + 1
            continue
        if matter == "mark":
            close = quotations.get(i)
            opened = _opened_by(text, named, cue, i, close, limit)
            if opened:
                return Frame(opened, i, relayed)
            if form == "؛" and is_complement(text, i + 1):
                continue  # أوضح المتحدث، في بيان؛ أن
            if form in STOPS or (form == "." and i + 1 == limit):
                break
            past = past_brackets(forms, i, limit) if form == "(" else i + 1 if close is None else close + 1
            continue
        word = text.words[i]
        entries = word.entries
        if matter == "unsure" and i not in named:
            if _begins_anothers(text, cue, i):
                break
            if "relayed" in word.classes and (relaying := text.find(i, "relayed")) is not None:
                relayed = past = relaying.stop
                continue
        if "complementizer" in entries and i not in named and is_complement(text, i):
            if forms[i - 1] == "علي" and cue.finite and "on" not in frames:
                break  # على أن يرتفع: on the condition that
            if forms[i - 1] == "من" and "of" not in frames and not WHAT.isdisjoint(forms[cue.last : i - 1]):
                break  # نفى ما ذكره المركز من أن
            return Frame("that", i, relayed)
        if "noun" in frames:
            if not frames.isdisjoint(entries):
                return Frame("noun", i)
        elif PREPOSITIONS.get(form) in frames or ("by" in frames and form[0] == "ب" and is_by(text, named, i)):
            if _is_governed_before(forms, cue, i):
                continue
            at_body = form[0] == "ب" and "body_noun" in entries and i > cue.last  # رحب مسؤول بوزارة الخارجية بالقرار
            if form != IN and not at_body:
                return Frame("preposition", _preposition_with_that(text, i, limit), relayed)
            loose = loose or Frame("preposition", i, relayed)  # a place, if أن follows (يرى محللون في لندن أن)
    else:
        i = limit if limit > past else past
    if loose:
        return loose
    return Frame("object", i, relayed) if cue.last < i and not _OBJECTS.isdisjoint(frames) else None


def _opened_by(text: Text, named: Mapping[int, Mention], cue: Cue, i: int, close: int | None, limit: int) -> str:
    """The kind of frame that a mark opens, which ``close`` closes: ``colon``, ``quote`` or none."""
    form = text.forms[i]
    if form == ":" and not _is_clock(text, i):
        return "colon"
    if close is not None and not (i + 1 in named and named[i + 1].last >= close) and not _is_name(text, cue, i, close):
        return "quote"
    return "quote" if form == "(" and cue.finite and _is_told_in_brackets(text, i, limit) else ""


def _begins_anothers(text: Text, cue: Cue, i: int) -> bool:
    """Whether what another says begins at a word."""
    entries = text.words[i].entries
    if "said_of" in entries or ("speech_verb" in entries and (is_other_verb(text, i) or is_papers(text, cue, i))):
        return True
    return may_be_anothers[text.forms[i]] and is_anothers(text, i)


def _is_governed_before(forms: list[str], cue: Cue, i: int) -> bool:
    """Whether a preposition belongs to the word before it, and not to the verb."""
    if forms[i] == "عن" and (_issued[forms[i - 1]] or (i > cue.last and _results[forms[i - 1]])):
        return True  # كشف تقرير صادر عن المعهد أن; عبرت الشاحنة الطريق وأسفر ذلك عن
    charged = charged_by[forms[i - 1]] and forms[i - 1].startswith("ال")  # الفريق المعني بملف
    return forms[i].startswith("باسم") or (forms[i][0] == "ب" and charged)


def _sets_against(text: Text, i: int) -> bool:
    """``لا تعلن الوزارة خسائرها، إلا أن مسؤولا أبلغ``: whether what another does is set against the verb's clause behind a comma."""
    return text.has(i, "contrast") or text.has(i, "adversative")


def _is_told_in_brackets(text: Text, opening: int, limit: int) -> bool:
    """``أضاف الجنرال (لا نتوقع انهيارا سريعا)``: whether brackets stand for quotation marks, a clause in them."""
    first = text.forms[opening + 1]
    if not (first in _BEGINNING or is_verb(first) or is_complement(text, opening + 1)):
        return False
    close = next((i for i in range(opening + 2, limit) if text.forms[i] == ")"), limit)
    return close - opening > _LEAST_TOLD and not is_complement(text, close + 1)


def _is_clock(text: Text, colon: int) -> bool:
    """Whether a colon parts hours and minutes."""
    return text.kinds[colon - 1] == "digits" and text.glued(colon + 1) and text.kinds[colon + 1] == "digits"


@Known
def _may_describe(form: str) -> bool:
    """Whether what is told of a speaker may begin with a word of this form (none past the text's end)."""
    return form in WHO_IS or relative[form]


@Known
def _matters(frames: frozenset[str]) -> Known[str, str]:
    """The table that tells, for verbs that govern these frames, how a form may be one or end the search for one, if it does.

    It is a ``comma``, another ``mark``, a word that the verb ``may govern``, or ``unsure``: one that may belong to another verb.
    """
    by, nouns = "by" in frames, frames if "noun" in frames else frozenset[str]()

    def matters(form: str) -> str:
        if form in _MARKS:
            return "comma" if form == "،" else "mark"
        word = analyse(form)
        if may_be_anothers[form] or not _ANOTHERS.isdisjoint(word.classes):
            return "unsure"
        governed = PREPOSITIONS.get(form) in frames or (by and form.startswith("ب"))
        return "may govern" if governed or "complementizer" in word.classes or not nouns.isdisjoint(word.entries) else ""

    return Known(matters)


def is_by(text: Text, named: Mapping[int, Mention], i: int) -> bool:
    """Whether token ``i`` begins with the preposition ب, as far as the lists and names can tell."""
    form, mention = text.forms[i], named.get(i)
    if form in _TO_THE_END:
        return False
    if form == "بما":
        return text.forms[i + 1] in _AT_WHAT  # بما لا يقل عن
    if mention and form != "ب" and not form.startswith("بال"):
        return mention.first == i and mention.skip > 0
    return form[:1] == "ب" and _begins_with_by(form)


@lru_cache(maxsize=100_000)
def _begins_with_by(form: str) -> bool:
    if form == "ب" or form.startswith("بال"):
        return True
    if len(form) < _LEAST_WITH_BY or their_people[form] or is_accusative_role[form]:
        return False
    entries = analyse(form).entries
    return not any(cls in entries and not entries[cls].clitics for cls in _LISTED)


def _preposition_with_that(text: Text, i: int, limit: int) -> int:
    """The same preposition before أن, if it follows in the clause (``حذر مسؤول من الهيئة من أن``); else this one."""
    forms, stop = text.forms, i + 10 if i + 10 < limit else limit
    if forms[i] not in forms[i + 1 : stop]:
        return i
    for j in range(i + 1, stop):
        if forms[j] == "،":
            break
        if forms[j] == forms[i] and is_complement(text, j + 1):
            return j
    return i


def _is_name(text: Text, cue: Cue, i: int, close: int) -> bool:
    """Whether the quotation names who speaks, and is not what is said."""
    after = close + 1
    if text.forms[after] == "(":
        after = past_brackets(text.forms, after, len(text.words))  # مركز «دمشق للأبحاث» (مداد)
    if text.forms[after] == "،" and i == cue.last and past_description(text, after, len(text.words)) is not None:
        return close - i <= _LONGEST_NAME and not HEADED.isdisjoint(text.word(i + 1).entries)
    short = close - i <= 3 or (close - i <= 4 and text.kinds[after] == "word")
    if short and i > cue.last and text.forms[i - 1] not in ("ب", ":", "،"):
        return True
    if close - i > 6 or text.forms[i - 1] in ("ب", ":"):
        return False
    if is_complement(text, after) or text.forms[after] in (":", "عن", "الي", "علي"):
        return True
    if text.forms[after] == "،":
        return any(is_complement(text, j) for j in range(after, min(after + (25 if short else 8), len(text.words))))
    return (
        bool({"object", "by", "whom", "relay"} & cue.frames)
        and text.kinds[after] in ("word", "latin", "digits")
        and not is_other_verb(text, after)
    )
