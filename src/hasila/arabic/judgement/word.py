"""What a word alone tells of the clauses around it, asked once for each distinct word (see :meth:`Text.where`)."""

from hasila.arabic.judgement.sign import FINITE, PARTICIPLE, SIGNS
from hasila.text import Known, Word, analyse

OWN_CLAUSE = FINITE | PARTICIPLE
RELATIVES = frozenset(("الذي", "التي", "الذين"))
THIS = frozenset(("هذا", "هذه", "ذلك", "تلك"))
WAS = frozenset(("كان", "كانت", "وكان", "وكانت", "كانوا"))
PAST_NOT = frozenset(("لم", "ولم", "فلم"))  # what denies the past
NOT_YET = PAST_NOT | {"لما"}
_NEAR_ONLY = frozenset(("سوف", "لن", "حال"))
_AND_THAT = frozenset(("وان", "وانه", "وانها", "وانهم", "وبان", "وبانه", "وبانها"))
_DENYING = frozenset(("لم", "ولم", "فلم", "لما", "ولما", "فلما", "لا", "ولا", "فلا"))
_DENYING |= frozenset(("ليس", "وليس", "فليس", "ليست", "وليست", "فليست", "ليسوا"))
_MEETING = frozenset(("الوزراء", "المجتمعون", "المشاركون", "الاعضاء", "القاده", "الزعماء"))
_OPENING_WORDS = frozenset(("turn", "clause_opener"))


@Known
def MAY_OPEN(form: str) -> bool:
    """Whether a clause of its own may open with a word after a comma."""
    return SIGNS[form] & OWN_CLAUSE > 0 or (form != "" and not _OPENING_WORDS.isdisjoint(analyse(form).classes))


def goes_on(word: Word) -> bool:
    """Whether a word is و with a present verb, or with a verb of saying."""
    hit = word.entries.get("speech_verb")
    said = hit is not None and hit.clitics[:1] == "و" and hit.tag in ("past", "present")
    return said or (word.form.startswith("وي") and SIGNS[word.form] & FINITE > 0)


def and_that(word: Word) -> bool:
    """Whether a word is و with أن, so that what is said goes on."""
    return word.form in _AND_THAT


def is_and(word: Word) -> bool:
    """Whether a word is و alone."""
    return word.form == "و"


def meets(word: Word) -> bool:
    """Whether a word names a meeting, or those who meet."""
    hit = word.entries.get("undertaking")
    return word.form in _MEETING or (hit is not None and hit.value == "event")


def attacks(word: Word) -> bool:
    """Whether a word is a verb of attack or of air raids."""
    hit = word.entries.get("event_verb")
    return hit is not None and str(hit.value).startswith(("attack", "strike"))


def doubts(word: Word) -> bool:
    """Whether a word is a wish, a condition or a forecast that reaches far."""
    hit = word.entries.get("unreal")
    return hit is not None and hit.value == "any" and word.form not in _NEAR_ONLY


def denies(word: Word) -> bool:
    """Whether a word is a negation."""
    return word.form in _DENYING
