"""Cues: the words that may credit something to somebody."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, cast

from hasila.arabic.speech.listed import listed
from hasila.records import StatementType
from hasila.text import Hit, Known, Text, Word, analyse

_OPENERS = frozenset([":", "«", '"', "“", "”"])
_RELAY = frozenset(["relay"])
_WHOM, _TELLS_WHOM = frozenset(["whom"]), frozenset(["say whom", "say by whom"])
_COUNT, _OF, _BARE = frozenset(["count"]), frozenset(["of"]), frozenset[str]()
_CREDITS: dict[str, tuple[StatementType, frozenset[str]]] = {
    "told": ("say", frozenset(["account"])),  # جاء في البيان: only an account says so
    "own": ("say", frozenset(["own"])),
    "within": ("say", frozenset(["within"])),
    "drawn": ("report", frozenset(["drawn"])),
    "aside": ("report", frozenset(["aside"])),
}
_SPOKEN_OF = frozenset(["about", "to"])
_DAMMA, _CALL = "ُ", "call_for to whom"
_OF_TWO_SENSES = frozenset([_CALL, "say whom"])
_DENIALS = frozenset(["لم", "ولم", "لا", "ولا"])
_TAKEN_UP = frozenset(["ما", "كما", "بما", "مما"])
_IT_IS = frozenset(["وهو", "وهي", "وهم"])
_BEFORE_SUBJUNCTIVE = frozenset(["ان", "لان", "كي", "لكي", "حتي", "سوف", "قد", "فقد", "الا"])

_WAS = frozenset(["كان", "كانت"])
_FRONTED = 6
_kept, _sized = listed("described_verb"), listed("sized_noun")
_INVITED = frozenset(["اليه", "اليها", "اليهم", "اليهما"])
_LONGEST_HOST = 6


class Cue(NamedTuple):
    """A word or phrase of saying at the tokens [first, last), its ``skip`` clitics left out.

    ``form`` is ``past``, ``present``, ``participle``, ``noun``, ``spoken_of`` or ``credit``; ``frames`` are what the word may govern
    beside أن, a colon and a quotation (see ``speech.yaml``). ``pronoun``: its object is told before it (``ما أعلنه``).
    ``own``: in the first person, of who answers (``أتوقع أن``).
    """

    first: int
    last: int
    skip: int
    type: StatementType
    form: str
    frames: frozenset[str] = frozenset()
    pronoun: bool = False
    own: bool = False

    @property
    def finite(self) -> bool:
        return self.form in ("past", "present")


@lru_cache(maxsize=1000)
def _governing(value: str) -> tuple[StatementType, frozenset[str]]:
    """The type of statement and the frames that the lists give a verb."""
    kind, *frames = value.split()
    return cast(StatementType, kind), frozenset(frames)


def find_cues(text: Text) -> list[Cue]:
    """The cues of a text in order: verbs, circumstantial participles, nouns of saying, and phrases that credit a clause.

    >>> from hasila.text import prepare
    >>> [(cue.form, cue.type) for cue in find_cues(prepare("أعلن الوزير الخطة، مضيفا أن التنفيذ بدأ"))]
    [('past', 'announce'), ('participle', 'say')]
    """
    found: dict[int, Cue] = {}
    stop = 0
    for i in text.where("credit"):
        credit = text.find(i, "credit")
        if i < stop:
            continue
        if credit and not credit.hit.article and credit.hit.clitics in ("", "و", "ف"):
            value = credit.hit.value
            kind, frames = _CREDITS.get(value, (value, _BARE))
            found[i] = Cue(i, credit.stop, credit.hit.skip, kind, "credit", frames)
            stop = credit.stop
    for i in text.where("credited_noun"):
        last = _credited(text, i)
        if last:
            found[i] = Cue(i, last, 1, "say", "credit", _OF)
    for cls in ("relay_verb", "speech_verb"):
        for i, hit in _verbs(text, cls):
            if i in found or (cls == "relay_verb" and hit.tag not in ("past", "present")):
                continue
            kind, frames = _governing(hit.value)
            if hit.tag == "present" and _denied_litotes(text, i):
                kind = "say"
            frames = _RELAY if cls == "relay_verb" else frames
            own = hit.tag == "present" and text.forms[i][hit.skip] in "ان"
            whom = _is_whom_told(text, i, hit)
            found[i] = Cue(i, i + 1, hit.skip, kind, hit.tag, frames - _WHOM if whom else frames, bool(hit.pronoun) and not whom, own)
    for i, hit in _verbs(text, "held_verb"):
        if i not in found:
            kind, frames = _governing(f"{hit.value} held")
            whom = _is_whom_told(text, i, hit)
            found[i] = Cue(i, i + 1, hit.skip, kind, hit.tag, frames - _WHOM if whom else frames, bool(hit.pronoun) and not whom)
    for i, hit in _verbs(text, "counting_verb"):
        if i not in found and hit.tag != "participle" and not hit.pronoun:
            found[i] = Cue(i, i + 1, hit.skip, "report", hit.tag, _COUNT)
    for i, hit in _verbs(text, "giving_verb"):
        if i in found or (hit.tag == "participle" and not text.has(i + 1, str(hit.value))):
            continue
        found[i] = Cue(i, i + 1, hit.skip, "say", hit.tag, frozenset(["noun", str(hit.value)]))
    for i in text.where(_is_spoken_of):
        noun = text.words[i].entries["spoken_of"]
        if i not in found and (text.forms[i - 1] == "الي" or noun.clitics == "ب"):
            found[i] = Cue(i, i + 1, noun.skip, noun.value, "spoken_of", _SPOKEN_OF)
    for i in text.where(_is_noun):
        noun = text.words[i].entries["speech_noun"]
        if i not in found:
            found[i] = Cue(i, i + 1, noun.skip, noun.value, "noun")
    return [found[i] for i in sorted(found)]


def _credited(text: Text, i: int) -> int:
    """The token at which who is credited begins (``، والكلام لفلان``, ``، والعهدة على فلان``), 0 where nobody is."""
    hit = text.words[i].entries["credited_noun"]
    if not hit.article or hit.clitics != "و" or text.kinds[i - 1] != "mark":
        return 0
    if hit.value == "upon":
        return next((k + 1 for k in range(i + 1, i + 4) if text.form(k) == "علي"), 0)
    after = text.form(i + 1)
    return i + 2 if after in ("ل", "لـ") else i + 1 if after.startswith("ل") else 0


def _is_spoken_of(word: Word) -> bool:
    """Whether a word is a noun of saying that another verb can put its words in."""
    return "spoken_of" in word.entries


def _is_noun(word: Word) -> bool:
    """Whether a word is a noun of saying whose speaker can follow it."""
    hit = word.entries.get("speech_noun")
    return hit is not None and not hit.pronoun and not hit.article


def _verbs(text: Text, cls: str) -> Iterator[tuple[int, Hit]]:
    """The verbs of a list that may be cues where they stand."""
    excluded, words = text.found("no_cue"), text.words
    for i in text.where(_ASKED[cls]):
        hit = words[i].entries[cls]
        if i not in excluded and _is_cue(text, i, hit):
            yield i, hit


def _relays(word: Word) -> bool:
    """Whether a word may be a verb of passing on what others say."""
    return _may_say(word, "relay_verb") and word.entries["relay_verb"].tag != "participle"


def _says(word: Word) -> bool:
    """Whether a word may be a verb of saying, or a participle of one."""
    return _may_say(word, "speech_verb")


def _holds(word: Word) -> bool:
    """Whether a word may be a verb that says something with أن alone, and is none that does so otherwise."""
    return "speech_verb" not in word.entries and _may_say(word, "held_verb")


def _gives(word: Word) -> bool:
    """Whether a word may be a verb that has a noun of saying for its object."""
    return _may_say(word, "giving_verb")


def _counts(word: Word) -> bool:
    """Whether a word may be a verb of counting, and none of saying."""
    return "speech_verb" not in word.entries and _may_say(word, "counting_verb")


_ASKED = {"relay_verb": _relays, "speech_verb": _says, "held_verb": _holds, "counting_verb": _counts, "giving_verb": _gives}


def _may_say(word: Word, cls: str) -> bool:
    """Whether a word of a list may be a cue in some place."""
    hit = word.entries.get(cls)
    if hit is None:
        return False
    if hit.tag == "present":
        return "litotes" in word.classes or not hit.clitics.endswith(("ل", "س"))
    return hit.tag == "past" or (hit.tag == "participle" and not hit.article and not hit.pronoun and hit.clitics in ("", "و", "ف"))


def is_taken_up(text: Text, i: int) -> bool:
    """``ما أعلنه``, ``التي قدرها``: the pronoun of the verb takes up what stands before it."""
    return text.has(i - 1, "relative") or text.forms[i - 1] in _TAKEN_UP or text.forms[i - 2] in _IT_IS


def _is_cue(text: Text, i: int, hit: Hit) -> bool:
    if hit.pronoun and not (is_taken_up(text, i) or _tells_whom(hit) or (_tells_object(hit) and text.kinds[i + 1] == "word")):
        return False
    if hit.value in _OF_TWO_SENSES and _in_other_sense(text, i, hit):
        return False
    if hit.tag == "past":
        if _is_passive(text, i, hit.skip):
            return False
        if hit.pronoun:
            return True
        return not (_governs[text.forms[i - 1]] or _counted(text, i, hit) or _kept_back(text, i)) and _placed(text, i, hit)
    if hit.tag == "present":
        before = text.forms[i - 1]
        if before in _DENIALS and hit.clitics == "" and _saved(text, i):
            return True
        if _denied_litotes(text, i):
            return True
        if before == "ان" and text.forms[i - 2] == "قبل":  # قبل أن يضيف
            return text.has(i + 1, "complementizer") or text.forms[i + 1] in _OPENERS
        subjunctive = before in _BEFORE_SUBJUNCTIVE or hit.clitics.endswith(("ل", "س"))
        return not subjunctive and not _governs[before] and _placed(text, i, hit)
    return _circumstantial(text, i, hit)


def _tells_object(hit: Hit) -> bool:
    """``قدرتهم المنظمة بألف``, ``ألف نازح أحصتهم الوزارة``: a verb of counting, whose pronoun is what it counts."""
    return str(hit.value).startswith("report object")


def _tells_whom(hit: Hit) -> bool:
    """``أبلغتنا الوزارة أن``, ``صارحهم بأن``: a verb whose pronoun is who is told."""
    return hit.value in _TELLS_WHOM


def _is_whom_told(text: Text, i: int, hit: Hit) -> bool:
    """Whether the verb's pronoun is who is told, and takes up nothing that stands before it (``ما أبلغه``)."""
    return hit.pronoun != "" and _tells_whom(hit) and not is_taken_up(text, i)


def _in_other_sense(text: Text, i: int, hit: Hit) -> bool:
    """Whether a verb says nothing by its sense here: دعا that invites, يبلغ that comes to a size."""
    if hit.value == _CALL:
        return text.has(i - 1, "relative") and _invites(text, i)
    return hit.tag == "present" and _sized[text.forms[i + 1]]  # يبلغ عدد السكان


def _invites(text: Text, i: int) -> bool:
    """``المؤتمر الذي دعت إليه فرنسا``: the pronoun takes up what one is called to, which is an invitation."""
    for form in text.forms[i + 1 : i + 1 + _LONGEST_HOST]:
        if form in _INVITED:
            return True
        if form in ("الي", "،"):
            break
    return False


def _is_passive(text: Text, i: int, skip: int) -> bool:
    """Whether a past is vocalized as a passive (``ذُكر``), which leaves unsaid whose word it is; ``نُقل عن`` names its source."""
    second = text.stored_starts[i] + 1
    return _DAMMA in text.folded.stored[second : second + 1 + 2 * skip] and "relay_verb" not in text.words[i].entries


def _counted(text: Text, i: int, hit: Hit) -> bool:
    """``ألف طالب``: people who are counted say nothing, though their noun looks like a verb."""
    if hit.clitics or hit.pronoun or "source_noun" not in text.words[i].entries:
        return False
    return text.kinds[i - 1] == "digits" or text.has(i - 1, "cardinal")


def _kept_back(text: Text, i: int) -> bool:
    """``رفض نشر اسمه``: right after a verb it is the masdar that this verb governs."""
    return _kept[text.forms[i - 1]] and "masdar_spelled" in text.words[i].classes


@Known
def _governs(form: str) -> bool:
    """Whether a word of this form is a preposition, a negation or حسبما, behind which no verb says anything (none past the ends)."""
    entries = analyse(form).entries if form else {}
    for cls in ("preposition", "negation", "as_told"):
        hit = entries.get(cls)
        if hit and not hit.article and hit.clitics in ("", "و", "ف"):
            return True
    return False


def _denied_litotes(text: Text, i: int) -> bool:
    """``لم يستبعد``: what is not ruled out is said to be possible."""
    return text.forms[i - 1] in _DENIALS and text.has(i, "litotes")


def _saved(text: Text, i: int) -> bool:
    """``لم يعترف إلا بـ``: what is denied but for one thing is said of that thing."""
    return any(text.has(j, "save") for j in range(i + 1, min(i + 8, text.sentence(i)[1])))


def _placed(text: Text, i: int, hit: Hit) -> bool:
    """A verb that looks like a common word (بين, عد) must begin its clause."""
    if "weak" not in str(hit.value) or hit.clitics or hit.pronoun:
        return True
    if text.forms[i].endswith(("ت", "وا")) or _sized[text.forms[i + 1]]:  # no common word looks like these, or governs such a noun
        return True
    begin = text.sentence(i)[0]
    # وفي جنيف قدر الخبراء, وكان تقرير قدر
    fronted = i - begin <= _FRONTED and (text.has(begin, "preposition") or text.forms[begin].removeprefix("و") in _WAS)
    return fronted or i == begin or text.kinds[i - 1] in ("", "mark") or text.has(i - 1, "connector") or text.has(i - 1, "relative")


def _circumstantial(text: Text, i: int, hit: Hit) -> bool:
    """A participle in the accusative, which tells how the main verb was done: قائلا, or موضحة after a comma."""
    form = text.forms[i]
    if _governs[text.forms[i - 1]] or text.has(i - 1, "connector"):
        return False
    if "weak" in str(hit.value):
        return form.endswith("ا") and (text.kinds[i - 1] == "mark" or text.has(i + 1, "complementizer"))
    if form.endswith("ا"):
        return True
    return form.endswith(("ه", "ين")) and (
        text.kinds[i - 1] == "mark" or hit.clitics != "" or text.has(i + 1, "complementizer") or text.forms[i + 1] in _OPENERS
    )
