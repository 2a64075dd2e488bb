"""Whether a clause goes on with the sum, or with those, whom the statement before it told of."""

from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.word import SAME
from hasila.text import Text

sized = listed("sized_noun")
MAIN = frozenset(["لا", "لم", "لن", "ليس", "ليست", "فان", "فقد", "قد", "يري", "تري", "هناك"])
LOST = "فقد"
OF_THEM = frozenset(["منهم", "منها", "منه", "بينهم", "بينها"])
_THEIR_MANY = ("اته", "ها", "هم")
_LEAST_OWNED = 5
NEAR_BACK = 2
_NEAR_MEETING = 2
_FAR_BACK = 16


def sums_up(text: Text, i: int) -> bool:
    """``وبلغت كلفة الحملة``, ``ووصل عدد القتلى إلى``: whether و and a verb of amounting stand before the noun of a number."""
    hit = text.words[i].entries.get("amount_verb")
    return hit is not None and hit.clitics == "و" and hit.tag in ("past", "present") and sized[text.forms[i + 1]]


def goes_on_in(text: Text, i: int) -> bool:
    """``، فيما عاد منهم ألف``, ``، بينما نقلت طائراتها``: what is set against the words before goes on with those whom they tell of."""
    found = text.find(i, "contrast")
    verb = verb_behind(text, found.stop) if found else len(text.words)
    if verb >= len(text.words) or not is_finite(text.forms[verb]):
        return False
    after = text.forms[verb + 1]
    theirs = len(after) >= _LEAST_OWNED and after.endswith(_THEIR_MANY)
    return theirs or not OF_THEM.isdisjoint(text.forms[verb + 1 : verb + 1 + NEAR_BACK]) or _in_the_same(text, verb)


def verb_behind(text: Text, i: int) -> int:
    """The verb of a clause that begins at a token, be a negation or قد before it (``فقد قتل``, but ``فقد الجيش``)."""
    leads = i + 1 < len(text.words) and text.forms[i] in MAIN and (text.forms[i] != LOST or is_finite(text.forms[i + 1]))
    return i + 1 if leads else i


def _in_the_same(text: Text, verb: int) -> bool:
    """``، فيما تولت الطائرات … خلال المدة ذاتها``: in the stretch of time or the place that the words before tell of."""
    end = min(text.sentence(verb)[1], verb + _FAR_BACK)
    return any(text.forms[i] in SAME and text.forms[i - 1].startswith("ال") and text.kinds[i - 2] == "word" for i in range(verb + 2, end))


def is_at(text: Text, i: int, cls: str) -> bool:
    """``، وذلك في لقاء``, ``، وذلك خلال مؤتمر صحفي``: whether a clause tells at what of a class something was said."""
    found = text.find(i, "said_where")
    return found is not None and any(text.has(k, cls) for k in range(found.stop, found.stop + _NEAR_MEETING))
