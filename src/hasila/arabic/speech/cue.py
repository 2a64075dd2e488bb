"""Cues: the words that may credit something to somebody."""

from dataclasses import dataclass
from typing import cast

from hasila.records import StatementType
from hasila.text import Hit, Text

_BEFORE_SUBJUNCTIVE = frozenset(["ان", "لان", "كي", "لكي", "حتي", "سوف", "قد", "فقد", "الا"])


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase of saying at the tokens [first, last), its ``skip`` clitics left out.

    ``form`` is ``past``, ``present``, ``participle``, ``noun``, ``spoken_of`` or ``credit``; ``frames`` are what the word may govern
    beside أن, a colon and a quotation (see ``speech.yaml``). ``pronoun``: its object is told before it (``ما أعلنه``).
    """

    first: int
    last: int
    skip: int
    type: StatementType
    form: str
    frames: frozenset[str] = frozenset()
    pronoun: bool = False

    @property
    def finite(self) -> bool:
        return self.form in ("past", "present")


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
            found[i] = Cue(i, credit.stop, credit.hit.skip, credit.hit.value, "credit")
            stop = credit.stop
    for cls, finite_only in (("relay_verb", True), ("speech_verb", False)):
        for i in text.where(cls):
            hit = text.words[i].entries.get(cls)
            if i not in found and hit and _is_cue(text, i, hit) and (not finite_only or hit.tag in ("past", "present")):
                frames = frozenset(["relay"]) if finite_only else frozenset(str(hit.value).split()[1:])
                kind = cast(StatementType, str(hit.value).split()[0])
                found[i] = Cue(i, i + 1, hit.skip, kind, hit.tag, frames, bool(hit.pronoun))
    for i in text.where("spoken_of"):
        hit = text.words[i].entries.get("spoken_of")
        if i not in found and hit and text.form(i - 1) == "الي":
            found[i] = Cue(i, i + 1, hit.skip, hit.value, "spoken_of", frozenset(["about"]))
    for i in text.where("speech_noun"):
        hit = text.words[i].entries.get("speech_noun")
        if i not in found and hit and not hit.pronoun:
            found[i] = Cue(i, i + 1, hit.skip, hit.value, "noun", frozenset(["article"] if hit.article else []))
    return [found[i] for i in sorted(found)]


def _is_cue(text: Text, i: int, hit: Hit) -> bool:
    if hit.pronoun and not (text.has(i - 1, "relative") or text.form(i - 1) in ("ما", "كما", "بما", "مما")):
        return False
    if hit.tag == "past":
        return (bool(hit.pronoun) or not governed(text, i)) and _placed(text, i, hit)
    if hit.tag == "present":
        if text.form(i)[hit.skip] not in "يت":  # نعتقد, أرى: the author's own words
            return False
        subjunctive = text.form(i - 1) in _BEFORE_SUBJUNCTIVE or hit.clitics.endswith(("ل", "س"))
        return not subjunctive and not governed(text, i) and _placed(text, i, hit)
    if hit.tag == "participle":
        return not hit.article and not hit.pronoun and hit.clitics in ("", "و", "ف") and _circumstantial(text, i, hit)
    return False


def governed(text: Text, i: int) -> bool:
    """Whether a preposition or a negation governs token ``i``, so that it is no verb that says something."""
    for cls in ("preposition", "negation"):
        hit = text.words[i - 1].entries.get(cls) if i else None
        if hit and not hit.article and hit.clitics in ("", "و", "ف"):
            return True
    return False


def _placed(text: Text, i: int, hit: Hit) -> bool:
    """A verb that looks like a common word (بين, عد) must begin its clause."""
    if "weak" not in str(hit.value) or hit.clitics or hit.pronoun:
        return True
    return text.kind(i - 1) in ("", "mark") or text.has(i - 1, "connector") or text.has(i - 1, "relative")


def _circumstantial(text: Text, i: int, hit: Hit) -> bool:
    """A participle in the accusative, which tells how the main verb was done: قائلا, or موضحة after a comma."""
    form = text.form(i)
    if governed(text, i) or text.has(i - 1, "connector"):
        return False
    if form.endswith("ا"):
        return True
    return form.endswith(("ه", "ين")) and (text.kind(i - 1) == "mark" or hit.clitics != "" or text.has(i + 1, "complementizer"))
