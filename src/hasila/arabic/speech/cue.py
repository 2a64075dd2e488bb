"""Cues: the words that may credit something to somebody."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from hasila.arabic.speech.mark import CLOSERS
from hasila.arabic.speech.sense import is_cue, is_denied_litotes, is_whom_told
from hasila.arabic.speech.word import WHAT, charged_by, is_given
from hasila.records import StatementType
from hasila.text import Hit, Known, Sought, Text, Word, is_feminine

_RELAY = frozenset(["relay"])
_WHOM = frozenset(["whom"])
_COUNT, _OF, _BARE = frozenset(["count"]), frozenset(["of"]), frozenset[str]()
_CREDITS: dict[str, tuple[StatementType, frozenset[str]]] = {
    "told": ("say", frozenset(["account"])),  # جاء في البيان: only an account says so
    "own": ("say", frozenset(["own"])),
    "within": ("say", frozenset(["within"])),
    "drawn": ("report", frozenset(["drawn"])),
    "aside": ("report", frozenset(["aside"])),
}
_SPOKEN_OF = frozenset(["about", "to", "by"])
_BEFORE_THAT = {"by": "ب", "to": "الي", "on": "علي", "of": "من", "that": ""}
BEFORE_SPOKEN = frozenset(["الي", "في", "حد", "عند", "علي"])  # ذهب إلى حد القول, لم يتردد في القول, اقتصر على القول
_FAR_HELD = 30
_HOMOGRAPH = "held_homograph"
_HELD = ("held_verb", "told_verb", _HOMOGRAPH)
_HOLDING = frozenset(_HELD)


@dataclass(slots=True, unsafe_hash=True)  # asked for its fields often, which a named tuple takes ten times as long to tell
class Cue:
    """A word or phrase of saying at the tokens [first, last), its ``skip`` clitics left out.

    ``form`` is ``past``, ``present``, ``participle``, ``noun``, ``spoken_of``, ``pointed`` or ``credit``; ``frames`` are what the
    word may govern beside أن, a colon and a quotation (see ``speech.yaml``). ``pronoun``: its object is told before it (``ما أعلنه``).
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


def feminine(text: Text, cue: Cue) -> bool:
    """Whether a finite verb has a feminine subject, or a plural that takes one.

    >>> from hasila.text import prepare
    >>> text = prepare("قالت الوزيرة إن الخطة نجحت")
    >>> feminine(text, find_cues(text)[0])
    True
    """
    form = text.forms[cue.first][cue.skip :]
    return is_feminine(form, cue.form)


@Known
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
    here = text.held(_CUES)  # most texts have few of them
    if not _PHRASES.isdisjoint(here):
        _add_phrases(text, found)
    if _relays in here:
        for i, hit in _verbs(text, "relay_verb"):
            if i not in found and hit.tag in ("past", "present"):
                found[i] = _verb_cue(text, i, hit, _governing[hit.value][0], _RELAY)
    if _says in here:
        for i, hit in _verbs(text, "speech_verb"):
            if i not in found:
                found[i] = _verb_cue(text, i, hit, *_governing[hit.value])
    if _holds in here:
        _add_held(text, found)
    if _gives in here:
        for i, hit in _verbs(text, "giving_verb"):
            if i in found or (hit.tag == "participle" and not text.has(i + 1, str(hit.value))):
                continue
            found[i] = Cue(i, i + 1, hit.skip, "say", hit.tag, frozenset(["noun", str(hit.value)]))
    if _counts in here:
        for i, hit in _verbs(text, "counting_verb"):
            if i not in found and hit.tag != "participle" and bool(hit.pronoun) == (hit.value == "report it"):
                found[i] = Cue(i, i + 1, hit.skip, "report", hit.tag, _COUNT)
    if not _NOUNS.isdisjoint(here):
        _add_nouns(text, found)
    return [found[i] for i in sorted(found)]


def _add_phrases(text: Text, found: dict[int, Cue]) -> None:
    """Add the phrases that credit a clause, or point back to one."""
    stop = 0
    for i in text.where("credit"):
        credit = text.find(i, "credit")
        if i < stop or (text.forms[i].startswith("ب") and charged_by[text.forms[i - 1]]):
            continue  # المنظمة المعنية بتوثيق الضحايا
        if credit and not credit.hit.article and credit.hit.clitics in ("", "و", "ف"):
            value = credit.hit.value
            kind, frames = _CREDITS.get(value, (value, _BARE))
            found[i] = Cue(i, credit.stop, credit.hit.skip, kind, "credit", frames)
            stop = credit.stop
    for i in text.where("credited_noun"):
        last = _credited(text, i)
        if last:
            found[i] = Cue(i, last, len(text.words[i].entries["credited_noun"].clitics), "say", "credit", _OF)
    for i in text.where("pointing_back"):
        pointing = text.find(i, "pointing_back")
        if pointing and not pointing.hit.article and pointing.hit.clitics in ("", "و", "ف") and text.kinds[i - 1] in ("mark", ""):
            found[i] = Cue(i, pointing.stop, pointing.hit.skip, "say", "pointed", frozenset([pointing.hit.value]))


def _add_held(text: Text, found: dict[int, Cue]) -> None:
    """Add the verbs that say something with أن alone."""
    for i, hit in _held(text):
        if i not in found and is_cue(text, i, hit):
            kind, frames = _governing[f"{hit.value} held"]
            whom = hit.pronoun != "" and is_whom_told(text, i, hit)
            found[i] = Cue(i, i + 1, hit.skip, kind, hit.tag, frames - _WHOM if whom else frames, bool(hit.pronoun) and not whom)


def _add_nouns(text: Text, found: dict[int, Cue]) -> None:
    """Add the nouns of saying."""
    for i in text.where(_is_spoken_of):
        noun = text.words[i].entries["spoken_of"]
        if i not in found and (text.forms[i - 1] in BEFORE_SPOKEN or noun.clitics == "ب"):
            found[i] = Cue(i, i + 1, noun.skip, noun.value, "spoken_of", _SPOKEN_OF)
    for i in text.where(_is_by_his_saying):
        if i not in found and text.has(i + 1, "complementizer"):
            noun = text.words[i].entries["his_saying"]
            found[i] = Cue(i, i + 1, noun.skip, "say", "spoken_of", _SPOKEN_OF, pronoun=True)
    for i in text.where(_is_noun):
        entries = text.words[i].entries
        noun = entries.get("speech_noun") or entries["telling_noun"]
        if i not in found:
            found[i] = Cue(i, i + 1, noun.skip, noun.value, "noun", _BARE if "speech_noun" in entries else _COUNT)


def _verb_cue(text: Text, i: int, hit: Hit, kind: StatementType, frames: frozenset[str]) -> Cue:
    """The cue that a verb is, or a participle."""
    tag = hit.tag
    own = False
    if tag == "present":
        own = text.forms[i][hit.skip] in "ان"
        kind = "say" if is_denied_litotes(text, i) else kind
    if not hit.pronoun:
        return Cue(i, i + 1, hit.skip, kind, tag, frames, False, own)
    whom = is_whom_told(text, i, hit)
    return Cue(i, i + 1, hit.skip, kind, tag, frames - _WHOM if whom else frames, not whom, own)


def _credited(text: Text, i: int) -> int:
    """The token at which who is credited begins (``، والكلام لفلان``, ``، والعهدة على فلان``), 0 where nobody is."""
    hit = text.words[i].entries["credited_noun"]
    if not hit.article or not (hit.clitics == "و" or (not hit.clitics and text.forms[i - 2] in CLOSERS)) or text.kinds[i - 1] != "mark":
        return 0
    if hit.value == "upon":
        return next((k + 1 for k in range(i + 1, i + 4) if text.forms[k] == "علي"), 0)
    after = text.forms[i + 1]
    return i + 2 if after == "ل" else i + 1 if after.startswith("ل") else 0


def _is_spoken_of(word: Word) -> bool:
    """Whether a word is a noun of saying that another verb can put its words in."""
    return "spoken_of" in word.entries


def _is_by_his_saying(word: Word) -> bool:
    """``رد الوزير بقوله إن``: whether a word is ب with a noun of saying whose pronoun is another verb's subject."""
    hit = word.entries.get("his_saying")
    return hit is not None and hit.clitics == "ب" and hit.pronoun in ("ه", "ها", "هم")


def _is_noun(word: Word) -> bool:
    """Whether a word is a noun of saying whose speaker can follow it."""
    hit = word.entries.get("speech_noun") or word.entries.get("telling_noun")
    return hit is not None and not hit.pronoun and not hit.article


def _verbs(text: Text, cls: str) -> Iterator[tuple[int, Hit]]:
    """The verbs of a list that may be cues where they stand."""
    places = text.where(_ASKED[cls])
    excluded, words = text.found("no_cue"), text.words
    for i in places:
        hit = words[i].entries[cls]
        if i not in excluded and is_cue(text, i, hit):
            yield i, hit


def _opens_clause(word: Word) -> bool:
    """Whether a word is أن or إن, maybe with ب or a pronoun."""
    hit = word.entries.get("complementizer")
    return hit is not None and hit.clitics in ("", "ب")


def _held(text: Text) -> Iterator[tuple[int, Hit]]:
    """The verbs that say something with أن alone, where the next أن is theirs."""
    complements = text.where(_opens_clause)
    for i in text.where(_holds):
        nth = bisect_right(complements, i)
        if nth == len(complements) or complements[nth] - i > _FAR_HELD:
            continue
        at, entries = complements[nth], text.words[i].entries
        hit = next(entries[cls] for cls in _HELD if cls in entries)
        before = "ب" if text.forms[at].startswith("ب") else text.forms[at - 1]
        governed = _BEFORE_THAT[str(hit.value).split()[1]]
        taken_up = before == "من" and text.forms[i - 1] in WHAT and text.forms[i + 1].startswith(governed[:2])  # ما ذهب إليه من أن
        if (before if before in _BEFORE_THAT.values() else "") == governed or taken_up:
            yield i, hit if hit.tag else replace(hit, tag="past")


def _relays(word: Word) -> bool:
    """Whether a word may be a verb of passing on what others say."""
    return _may_say(word, "relay_verb") and word.entries["relay_verb"].tag != "participle"


def _says(word: Word) -> bool:
    """Whether a word may be a verb of saying, or a participle of one."""
    return _may_say(word, "speech_verb")


def _holds(word: Word) -> bool:
    """Whether a word may be a verb that says something with أن alone, and is none that does so otherwise."""
    entries = word.entries
    if _HOLDING.isdisjoint(entries) or "speech_verb" in entries:
        return False
    return any(_may_say(word, cls) for cls in _HELD)


def _gives(word: Word) -> bool:
    """Whether a word may be a verb that has a noun of saying for its object."""
    return _may_say(word, "giving_verb")


def _counts(word: Word) -> bool:
    """Whether a word may be a verb of counting, and none of saying."""
    return "speech_verb" not in word.entries and _may_say(word, "counting_verb")


_PHRASES = frozenset(["credit", "credited_noun", "pointing_back"])
_CUES = frozenset[Sought]([*_PHRASES, _relays, _says, _holds, _counts, _gives, _is_spoken_of, _is_by_his_saying, _is_noun])
_NOUNS = frozenset[Sought]([_is_spoken_of, _is_by_his_saying, _is_noun])
_ASKED = {"relay_verb": _relays, "speech_verb": _says, "counting_verb": _counts, "giving_verb": _gives}


def _may_say(word: Word, cls: str) -> bool:
    """Whether a word of a list may be a cue in some place."""
    hit = word.entries.get(cls)
    if hit is None or (hit.pronoun and is_given(word)):
        return False
    if hit.tag == "present":
        return "litotes" in word.classes or not hit.clitics.endswith(("ل", "س")) or (cls == "speech_verb" and hit.clitics == "ل")
    if cls == _HOMOGRAPH:
        return not hit.article and hit.clitics in ("", "و", "ف")
    return hit.tag == "past" or (hit.tag == "participle" and not hit.article and not hit.pronoun and hit.clitics in ("", "و", "ف"))
