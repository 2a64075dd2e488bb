"""Sources within another's words: ``قال النائب إن الدين بلغ، بحسب البنك، ألفا``."""

from hasila.arabic.speech.again import selfsame
from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.described import looks_verbal
from hasila.arabic.speech.draft import Draft, conjoined
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.mark import CLOSERS
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.word import ISSUED
from hasila.records import StatementType
from hasila.text import Text, last_in

_TENSED = frozenset(["وقد", "ولقد", "ولا", "ولم", "وما"])
_ALSO, _outlet = "كما", listed("outlet")
_telling = listed("speech_verb", "relay_verb", "published_verb", "counting_verb")
_complementizer, _amount, _quantity = listed("complementizer"), listed("amount_verb"), listed("cardinal", "vague", "counted_noun")
_CLAUSE_ENDS = frozenset("،؛.")
_circumstance = listed("adverbial", "preposition")
_LONGEST_PHRASE, _LONGEST_CLAUSE, _LONGEST_ISSUE = 14, 40, 8


def read_within(text: Text, cue: Cue, speaker: Speaker, outer: Draft, kind: StatementType, stop: int) -> Draft | None:
    """The clause of ``outer`` in whose middle a phrase of crediting stands; None where none goes on behind the phrase."""
    forms, comma = text.forms, past_phrase(text, stop)
    sentence = text.sentence(cue.first)[1]
    apart = forms[cue.first - 1] == "،"
    if comma + 1 >= sentence or (forms[comma] != "،" if apart else not goes_on_behind(text, cue.first, comma)):
        return None
    if comma - cue.first > _LONGEST_PHRASE or _opens_clause(text, comma + 1):
        return None
    first = max(outer.content, cue.first - _LONGEST_CLAUSE)
    first = next((i + 1 for i in range(cue.first - 2, first - 1, -1) if forms[i] == "،" or _complementizer[forms[i]]), first)
    connector = text.find(first, "connector")
    first = connector.stop if connector and connector.stop < cue.first else first
    if not apart and any(text.kinds[i] == "digits" for i in range(first, cue.first)):
        return None  # قال إن 90 قتلوا وفق المنظمة
    until = clause_end(text, cue.first, comma)
    return Draft(cue, first, int(conjoined(text, first)), stop, speaker, kind, nested=True, until=until)


def set_apart(text: Text, cue: Cue, speaker: Speaker, outer: Draft) -> int | None:
    """Where the clause of a phrase of crediting begins that is told apart from ``outer``; None where it belongs to that.

    It tells what a number is held against, what is set against or joined to the words before, or who came to where they were said:
    ``تقدر الوزارة أن 30 بقوا، مقارنة مع 90 وفقا للبنك``, ``جددوا الدعم، وذلك في لقاء حضره 30 وفدا بحسب الوزارة``,
    ``تقول الوزارة إن 30 بقوا، وعاد 90 بحسب البنك``; a paper or an outlet passes on all of them.
    """
    first, forms = outer.content, text.forms
    against = last_in(text.where("held_against"), first, cue.first)
    if against is None:
        against = last_in(text.where("contrast"), first, cue.first)
        found = text.find(against, "contrast") if against is not None and forms[against - 1] == "،" else None
        against = found.stop if found is not None else None
    if against is None and not _complementizer[forms[first]]:
        at = last_in(text.where("said_where"), first, cue.first)
        held = at is not None and forms[at - 1] == "،" and any(text.has(i, "convening") for i in range(at + 2, min(at + 5, cue.first)))
        against = next((i + 1 for i in range(cue.first - 1, at, -1) if forms[i] == "،"), at) if held and at is not None else None
    if against is None and not _passes_on(text, speaker):
        against = _behind_but(text, first, cue.first)
        if against is None and forms[cue.first - 1] != "،":
            against = joined_before(text, first, cue.first)
    if against is None or "،" in forms[against : cue.first - 1]:
        return None  # مقابل 90 في مارس، وقد أغلق ثلثها، بحسب الوزارة
    return against if has_number(text, against, cue.first) else None


def _behind_but(text: Text, first: int, at: int) -> int | None:
    """``قال إن 30 بقوا، لكن 90 عادوا، وفق البنك``: where the clause begins that is set against the words from ``first``."""
    but = last_in(text.where("adversative"), first, at)
    found = text.find(but, "adversative") if but is not None and text.forms[but - 1] == "،" else None
    return found.stop if found is not None else None


def _passes_on(text: Text, speaker: Speaker) -> bool:
    """Whether a source is a paper, or an outlet that tells what others say."""
    head = speaker.start if speaker.start >= 0 else speaker.first
    return speaker.kind == "account" or _outlet[text.forms[head]] or text.has(speaker.first, "agency")


def joined_before(text: Text, first: int, at: int) -> int | None:
    """Where the clause begins that a comma and a conjunction join to the words from ``first``, and that goes on to token ``at``."""
    comma = next((i for i in range(at - 1, first, -1) if text.forms[i] == "،"), first)
    begin = comma + 1 + (text.forms[comma + 1] == _ALSO)
    return begin if comma > first and is_joined(text, begin) else None


def is_joined(text: Text, i: int) -> bool:
    """``وقتل``, ``ووظفت``, ``، كما قتل``: whether a clause that a verb opens, be it known by its form alone, is joined to another."""
    form = text.forms[i]
    if form in _TENSED:
        return is_finite(text.forms[i + 1]) or text.forms[i + 1].startswith("ي")
    if form.startswith("و"):
        shaped = form[1:2] == "ي" and not text.words[i].entries  # ويتحصن
        return (shaped or is_finite(form) or looks_verbal(form[1:])) and conjoined(text, i)
    also = i - 1 - (text.forms[i - 1] == "ان")  # كما أن البلاد
    joins = text.forms[also] == _ALSO and text.forms[also - 1] == "،"
    return joins and (also < i - 1 or (is_finite(form) and not _telling[form]))


def has_number(text: Text, first: int, last: int) -> bool:
    """Whether a number, or what is counted, stands among the tokens [first, last)."""
    return any(text.kinds[i] == "digits" or _quantity[text.forms[i]] for i in range(first, last))


def past_phrase(text: Text, last: int) -> int:
    """Past what tells when or where the paper came out (``بيان الوزارة الصادر أمس،``) to the comma; ``last`` where none follows."""
    last += text.forms[last] in CLOSERS
    last += selfsame[text.forms[last]]
    form = text.forms[last]
    if not (form in ISSUED or _circumstance[form]):
        return last
    for i in range(last + 1, min(len(text.words), last + _LONGEST_ISSUE)):
        form = text.forms[i]
        if text.kinds[i] == "mark" or (is_finite(form) and not _circumstance[form]):
            return i if form == "،" else last
    return last


def clause_end(text: Text, first: int, last: int) -> int:
    """Where the clause ends that a phrase [first, last) of crediting stands in; behind the phrase where it closes the clause."""
    end = past_phrase(text, last)
    if not goes_on_behind(text, first, end):
        return last
    stop = min(text.sentence(first)[1], end + 1 + _LONGEST_CLAUSE)
    return next((i for i in range(end + 1, stop) if text.forms[i] in _CLAUSE_ENDS), stop)


def goes_on_behind(text: Text, first: int, last: int) -> bool:
    """Whether a clause goes on behind a phrase [first, last) of crediting: between two commas, or with its number at once."""
    forms, apart = text.forms, text.forms[first - 1] == "،"
    if forms[last] == "،":
        return apart and last + 1 < text.sentence(first)[1] and not _opens_clause(text, last + 1)
    return not apart and (text.kinds[last] == "digits" or _quantity[forms[last]] or _amount[forms[last]])


def _opens_clause(text: Text, i: int) -> bool:
    """Whether a clause of its own begins at a token, so that the phrase before it ends one."""
    form = text.forms[i]
    return _complementizer[form] or (form.startswith("و") and conjoined(text, i)) or text.has(i, "connector")
