"""Words that belong to another verb than the one whose frame is looked for.

What follows them is theirs (``أعلن الوزير الخطة، متأكدا من أن``, ``نشرت تقريرا جاء فيه أن``).
"""

from hasila.arabic.speech.ambiguous import has_seen, is_joined_masdar, keeps_name
from hasila.arabic.speech.complement import is_complement, tells
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.lookalike import makes_paper
from hasila.arabic.speech.word import is_given
from hasila.text import Known, Text, analyse

_relative, _preposition = listed("relative"), listed("preposition")
_JOINING = frozenset(["كما", "بينما", "حيث", "اذ", "ثم"])  # opens a clause whose verb it stands before
_IN_IT = frozenset(["فيه", "فيها", "خلاله", "خلالها"])
_AND_BETWEEN = frozenset(["وبين", "فبين"])  # بين the preposition, where أن does not follow it


def is_other_verb(text: Text, i: int) -> bool:
    """Another finite verb of saying, or a participle of one: the frame that follows is its own."""
    hit = text.words[i].entries.get("speech_verb")
    if (
        hit is None
        or hit.article
        or keeps_name(text, i)
        or (hit.pronoun and is_given(text.words[i]))
        or i in text.found("no_cue")
        or makes_paper(text, i)
        or is_joined_masdar(text, i)
        or has_seen(text, i)
    ):
        return False
    if _preposition[text.forms[i - 1]] or (text.forms[i] in _AND_BETWEEN and not is_complement(text, i + 1)):
        return False
    if hit.tag == "participle":
        told = tells(text, i + 1)
        return text.forms[i - 1] == "،" or (text.forms[i].endswith(("ا", "ه")) and told)
    if hit.tag == "present" and hit.pronoun and "published_verb" in text.words[i].entries:
        return False  # ورقة أعدها المركز
    if hit.tag == "past" and (text.forms[i - 1] in _JOINING or (text.forms[i + 1] in _IN_IT and not hit.pronoun)):
        return True  # وجه رسالة قال فيها إن
    return hit.tag == "present" or (hit.tag == "past" and (bool(hit.clitics) or (_relative[text.forms[i - 1]] and not hit.pronoun)))


def is_papers(text: Text, cue: Cue, i: int) -> bool:
    """``نفت الوزارة صحة تقرير أفاد بأن``: whether a verb tells what a paper says that is denied."""
    paper = text.words[i - 1].entries.get("account_noun") if cue.type == "deny" else None
    return paper is not None and not paper.article and text.words[i].entries["speech_verb"].tag == "past"


@Known
def may_be_anothers(form: str) -> bool:
    """Whether a word of this form (none past the text's end) is a participle of holding, or begins ``جاء فيه``."""
    word = analyse(form) if form else None
    if word is None:
        return False
    held = word.entries.get("held_verb")
    phrases = (phrase for listed in word.phrases.values() for phrase in listed)
    return (held is not None and held.tag == "participle") or any(cls == "credit" and hit.value == "within" for _, cls, hit in phrases)


def is_anothers(text: Text, i: int) -> bool:
    """``أعلن الخطة، متأكدا من أن``, ``نشرت تقريرا جاء فيه أن``: whether a word begins what another verb or phrase says."""
    if "held_verb" in text.words[i].entries:
        return text.forms[i - 1] == "،"
    credit = text.find(i, "credit")
    return credit is not None and credit.hit.value == "within"
