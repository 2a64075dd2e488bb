"""What the form of a word alone tells these rules, worked out once for each distinct form."""

from hasila.arabic.judgement.masdar import MASDARS
from hasila.text import Known, Word, analyse

PARTS = 1  # a mark that parts clauses
COMMA = 2  # a mark that may
HALTS = 4  # a mark that no aim goes on after
FINITE = 32  # و or ف with a verb, as far as can be told without a dictionary
PARTICIPLE = 64  # the circumstantial participle of a verb of saying (مضيفا)
VERBAL = 128  # a listed verb in a finite form
AHEAD = 256  # a verb in the future
UNSURE = 512  # a number, a modal, a future: no plain assertion
LEADS = 1024  # an action, or a particle that may lead to one

_MARKS = frozenset("؛:،,")
_PRONOUNS_OF_CLAUSE = frozenset(("وقد", "ولم", "ولا", "وكان", "وكانت", "وليس", "ولن", "وما", "وهو", "وهي", "وهم"))
_MODAL = frozenset(("يجب", "ينبغي", "سوف", "لابد", "قد", "ربما", "لن", "ولن", "اذا", "لو", "يتوقع", "نامل", "يامل"))
_LEADING = frozenset(("الي", "وراء", "نحو", "علي", "في", "ان", "الا", "بالا"))
_LEAST = 4


def _sign(form: str) -> int:
    """The flags of a folded form; 0 for most, and for the empty form past a text's ends."""
    if not form:
        return 0
    word = analyse(form)
    if word.kind == "mark":
        return _mark(form)
    flags = UNSURE if word.kind == "digits" or form in _MODAL or (form[:2] in ("سي", "ست") and len(form) > _LEAST) else 0
    if form in _LEADING or MASDARS[form] is not None:
        flags |= LEADS
    return flags | _verb(word) | _opening(word)


def _mark(form: str) -> int:
    if form == "،":
        return COMMA
    flags = HALTS if form in ("؛", ":", ".") else 0
    return flags | PARTS if form in _MARKS or form[:2] == ".." else flags


def _verb(word: Word) -> int:
    """How the word is a verb."""
    hits = word.entries.values()
    flags = AHEAD if any(hit.tag == "present" and hit.clitics.endswith("س") for hit in hits) else 0
    if "act_masdar" not in word.entries and any(hit.tag in ("past", "present") for hit in hits):
        flags |= VERBAL
    said = word.entries.get("speech_verb")
    return flags | PARTICIPLE if said is not None and said.tag == "participle" and word.form.endswith("ا") else flags


def _opening(word: Word) -> int:
    """Whether the word opens a clause with its و or ف."""
    form = word.form
    if form[0] not in ("و", "ف"):
        return 0
    if form in _PRONOUNS_OF_CLAUSE or (form[1:2] == "ي" and len(form) > _LEAST):
        return FINITE
    hits = word.entries.values()
    finite = any(hit.tag in ("past", "present") and hit.clitics[:1] in ("و", "ف") for hit in hits)
    return FINITE if finite and all(hit.skip for hit in hits) else 0


SIGNS = Known(_sign)
