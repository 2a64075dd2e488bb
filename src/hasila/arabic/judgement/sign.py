"""What the form of a word alone tells these rules, worked out once for each distinct form."""

from functools import lru_cache

from hasila.arabic.judgement.masdar import masdar
from hasila.text import Word, analyse

PARTS = 1  # a mark that parts clauses
COMMA = 2  # a mark that may
ENDS = 4  # a word that a clause ends before: وأن, و with a verb of saying
AND = 8  # و apart from its word
FINITE = 16  # و or ف with a verb, as far as can be told without a dictionary
PARTICIPLE = 32  # the circumstantial participle of a verb of saying (مضيفا)
VERBAL = 64  # a listed verb in a finite form
AHEAD = 128  # a verb in the future
APPRAISES = 256  # a word that may appraise where the voice is that of a judge
DENIES = 512  # a negation that does
DOUBTS = 1024  # a wish, condition or forecast that reaches far
UNSURE = 2048  # a number, a modal, a future: no plain assertion
ASKS = 4096  # a question mark
COLON = 8192
HALTS = 16384  # a mark that no aim goes on after
LEADS = 32768  # an action, or a particle that may lead to one

_MARKS = frozenset("؛:،,")
_AND_THAT = ("وان", "وانه", "وانها", "وانهم", "وبان", "وبانه", "وبانها")
_PRONOUNS_OF_CLAUSE = ("وقد", "ولم", "ولا", "وكان", "وكانت", "وليس", "ولن", "وما", "وهو", "وهي", "وهم")
_DENYING = frozenset(("لم", "ولم", "فلم", "لما", "لا", "ولا", "فلا", "ليس", "ليست", "ليسوا", "وليس", "وليست"))
_APPRAISING = frozenset(("short_of", "appraisal", "appraisal_noun", "appraise_verb", "persisting"))
_MODAL = frozenset(("يجب", "ينبغي", "سوف", "لابد", "قد", "ربما", "لن", "ولن", "اذا", "لو", "يتوقع", "نامل", "يامل"))
_LEADING = ("الي", "وراء", "علي", "في", "ان")
_NEAR_ONLY = ("سوف", "لن", "حال")
_LEAST = 4


@lru_cache(maxsize=400_000)
def sign(form: str) -> int:
    """The flags of a folded form; 0 for most, and for the empty form past a text's ends.

    >>> sign("وقال") == ENDS | FINITE | VERBAL
    True
    """
    if not form:
        return 0
    word = analyse(form)
    if word.kind == "mark":
        return _mark(form)
    flags = UNSURE if word.kind == "digits" or form in _MODAL or (form[:2] in ("سي", "ست") and len(form) > _LEAST) else 0
    if form in _LEADING or masdar(form) is not None:
        flags |= LEADS
    if form in _DENYING:
        flags |= DENIES
    if not _APPRAISING.isdisjoint(word.classes):
        flags |= APPRAISES
    unreal = word.entries.get("unreal")
    if unreal is not None and unreal.value == "any" and form not in _NEAR_ONLY:
        flags |= DOUBTS
    return flags | _verb(word) | _opening(word)


def _mark(form: str) -> int:
    if form == "،":
        return COMMA
    if form in ("؟", "?"):
        return ASKS
    flags = HALTS if form in ("؛", ":", ".") else 0
    if form in _MARKS or form[:2] == "..":
        flags |= PARTS
    return flags | COLON if form == ":" else flags


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
    finite = form in _PRONOUNS_OF_CLAUSE or (form[1:2] == "ي" and len(form) > _LEAST)
    finite = finite or any(hit.tag in ("past", "present") and hit.clitics[:1] in ("و", "ف") for hit in word.entries.values())
    flags = FINITE if finite else 0
    if form == "و":
        return flags | AND
    said = word.entries.get("speech_verb")
    spoken = said is not None and said.clitics[:1] == "و" and said.tag in ("past", "present")
    ends = form[0] == "و" and (form in _AND_THAT or spoken or (form[1:2] == "ي" and finite))
    return flags | ENDS if ends else flags
