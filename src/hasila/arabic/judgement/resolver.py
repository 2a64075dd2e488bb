"""Whose resolve an aim can be: bodies that meet and decide, undertakings and the parties to them, those who speak of themselves."""

from hasila.arabic.judgement.action import REACH
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.line import find_lines
from hasila.arabic.judgement.polarity import about_party
from hasila.arabic.speech.listed import listed
from hasila.text import analyse, fold_word

_we = listed("we")

_CONVENED = ("stress", "call", "vow", "bind", "back")
_WANTING = frozenset(("try", "on", "work", "go", "hold", "charge", "in"))
RESOLVING = frozenset((*_CONVENED, "agree", "provide"))
BETWEEN = ("عبر", "في", "من", "خلال", "منذ", "بعد", "مع", "علي", "كما", "وفق", "بحسب", "حسب", "وفقا")
_GOING_ON = frozenset((*BETWEEN, "الي"))
_ADVERBS = frozenset(("ايضا", "كذلك", "جميعا", "معا", "مجددا"))
_SUBJECT = 3
_THOUSAND = 1000
_FAR = 30
_WITH = ("من", "ب", "ل")
_FIRST = ("ن", "ا")


def fits(ground: Ground, kind: str, verb: int, aim: int) -> bool:
    """Whether the verb's subject is one whose resolve is an aim, where anybody may use the verb."""
    if kind == "meant":
        return ground.text.forms[verb + 1].startswith(_WITH)
    if kind in _WANTING and (_speaks_of_self(ground, verb) or is_body(ground, verb + 1, aim)):
        return True
    if kind == "agree" and ground.party(ground.text.sentence(verb)[0], verb):
        return True
    if kind == "agree" or kind in _WANTING:
        taking = ground.party(ground.left(verb), aim) or about_party(ground, verb) or (kind == "agree" and _convened(ground, verb, aim))
        return taking or (ground.text.forms[verb - 1] == "ان" and ground.party(max(ground.text.sentence(verb)[0], verb - _FAR), verb))
    if kind == "vow" and ground.foe_within(aim + 1, aim + 4) is not None:
        return True
    if kind == "vow" and is_sum(ground, aim):
        return False
    if kind not in _CONVENED or _convened(ground, verb, aim) or _demands(ground, kind, verb, aim):
        return True
    if kind == "stress" and "speech_verb" not in ground.text.words[verb].entries:
        return any(ground.text.has(k, "phase") for k in (min(ground.left(verb), verb), verb + 1))
    return kind in ("vow", "call") and publicly(ground, verb, aim)


def _demands(ground: Ground, kind: str, verb: int, aim: int) -> bool:
    """Whether anybody demands, or calls needful, what bears on a line of effort of the undertaking that the text follows."""
    needful = kind == "call" or (kind == "stress" and ground.listed("need", verb + 1, aim) is not None)
    if not needful or not ground.followed or ground.text.form(verb + 1).endswith("ين"):
        return False
    return bool(find_lines(ground, aim, min(aim + REACH, ground.right(aim, through_commas=False))))


def _speaks_of_self(ground: Ground, verb: int) -> bool:
    """Whether who speaks is the subject: by the verb's own form, or a pronoun before it (``نحن عازمون``, ``إننا نريد``)."""
    text = ground.text
    hit = text.words[verb].entries["goal_verb"]
    plain = text.forms[verb].removeprefix("و").removeprefix("س")
    return (
        (hit.tag == "present" and plain[:1] in _FIRST)
        or (_we[text.forms[verb - 1]] and text.has(verb - 1, "we"))
        or (_we[text.forms[verb + 1]] and text.has(verb + 1, "we"))
    )


def is_body(ground: Ground, first: int, last: int) -> bool:
    """Whether an organization or a country is named in the range, or told by its class."""
    if any(ground.names.type(m) in ("organization", "country") for m in ground.within(first, last)):
        return True
    return any(hit.article or hit.pronoun for k in range(first, last) if (hit := ground.text.words[k].entries.get("body_head")) is not None)


def publicly(ground: Ground, verb: int, aim: int, *, special: bool = False) -> bool:
    """Whether a party promises or demands what bears on a line of effort; of anybody else what bears on more than the fight.

    ``special``: of a party too.
    """
    lines = find_lines(ground, aim, min(aim + REACH, ground.right(aim, through_commas=False)))
    if not lines:
        return False
    if ground.text.forms[verb + 1].endswith("ين"):
        return ground.followed and not lines.keys() <= {"military", "overall"}  # whom it is demanded of
    first = min(ground.left(verb), verb)
    subject = range(verb + 1, min(verb + 1 + _SUBJECT, aim)) if first == verb else range(first, verb)
    acting = ground.party(subject.start, subject.stop) or is_body(ground, subject.start, subject.stop)
    return (acting and not special and not any(_person(ground, k) for k in subject)) or not lines.keys() <= {"military", "overall"}


def is_sum(ground: Ground, aim: int) -> bool:
    """Whether what is pledged is a number of something, most often of money."""
    text, stop = ground.text, min(aim + REACH, len(ground.text.words))
    if "digits" in text.kinds[aim:stop]:
        return True
    counted = [text.words[k].entries for k in range(aim, stop)]
    return any("scale" in one or ("cardinal" in one and one["cardinal"].value >= _THOUSAND) for one in counted)


def _convened(ground: Ground, verb: int, aim: int) -> bool:
    """Whether the subject of a verb is a body that resolves: after the verb, before it, or as the speaker that it goes back to."""
    text = ground.text
    while text.forms[verb + 1] in _ADVERBS and verb + 1 < aim:
        verb += 1
    if any(_resolves(ground, k) for k in range(verb + 1, min(verb + 1 + _SUBJECT, aim))):
        return not any(_person(ground, k) for k in range(verb + 1, min(verb + 1 + _SUBJECT, aim)))
    if verb + 1 < aim and text.forms[verb + 1] not in _GOING_ON and text.forms[verb + 1][:1] not in ("ب", "ل"):
        return False
    left = min(ground.left(verb), verb)
    if left < verb and text.forms[left] not in _ADVERBS and not ground.text.has(left, "adjunct"):
        return any(_resolves(ground, k) for k in range(left, min(left + _SUBJECT, verb)))
    row = ground.statement(verb)
    return bool(row and row[2].speaker and any("convened" in analyse(fold_word(w)).classes for w in row[2].speaker.split()[:_SUBJECT]))


def _resolves(ground: Ground, k: int) -> bool:
    hit = ground.text.words[k].entries.get("convened")
    if hit is not None and hit.clitics in ("", "و", "ف"):
        return True
    mention = ground.at(k)
    return mention is not None and ground.names.type(mention) == "organization" and ground.party(k, mention.last)


def _person(ground: Ground, k: int) -> bool:
    """Whether token ``k`` begins a person's name: ``وزير``'s words are his, no body's."""
    mention = ground.at(k)
    return mention is not None and ground.names.type(mention) == "person"
