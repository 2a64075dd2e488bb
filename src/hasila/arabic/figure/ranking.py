"""Numbers without a noun that answer what was asked, spoken of or ranked before: ``وجاءت تونس أولا (2900)``."""

from bisect import bisect_left

from hasila.arabic.figure.bare import COUNTS, THEY
from hasila.arabic.figure.draft import Draft, kind_of
from hasila.arabic.figure.estimated import PEOPLE
from hasila.arabic.figure.nation import nations_of
from hasila.codebook import Codebook, Indicator
from hasila.codebook.match import match_indicators
from hasila.text import Text, fold_word

_ASKED = 60
_UNDER = frozenset(("(", "ب"))
_FIGHTER = "مقاتل"
_FOREIGN = "foreign_fighters"
_FATES = frozenset(("died", "dead_noun", "event_death", "own_dead", "slay_verb", "returner", "captive"))
_RANKING = frozenset(
    f"{joined}{form}"
    for joined in ("", "و", "ب")
    for form in ("المركز", "المرتبه", "الصداره", "صداره", "القايمه", "المقدمه", "الترتيب", "اولا", "تصدرت", "تصدر", "تلتها", "تليها")
)


def is_ranked(text: Text, draft: Draft) -> bool:
    """Whether a number in brackets or under ب, of nothing or of fighters, is told in a ranking of states: ``وجاءت تونس أولا (2900)``."""
    if draft.type not in COUNTS or draft.unit is not None:
        return False
    if draft.noun is not None and kind_of(text, draft) != "fighter":
        return False
    forms, first = text.forms, draft.first
    is_under = forms[first - 1] in _UNDER or forms[first][:1] == "ب"
    return is_under and not _RANKING.isdisjoint(forms[draft.sentence[0] : first])


def ranked(text: Text, draft: Draft, codebook: Codebook) -> Indicator | None:
    """What is told of so many in a ranking of states: what the sentence before counts, or speaks of."""
    start = draft.sentence[0]
    if not start or not is_ranked(text, draft):
        return None
    before = text.sentence(start - 1)[0]
    told = text.words[before:start]
    if not any(word.value("counted_noun") == "fighter" for word in told) or not any("foreigner" in word.entries for word in told):
        return None
    if not _FATES.isdisjoint(cls for word in text.words[before : draft.first] for cls in word.entries):
        return None  # who came home or fell
    forms = text.forms[before : draft.first]
    found = next(iter(match_indicators(_FIGHTER, forms, None, codebook, len(forms))), None)
    return found if found is not None and found.id == _FOREIGN else None


def meant(text: Text, draft: Draft, codebook: Codebook) -> Indicator | None:
    """What is told of so many of a nation whom a pronoun takes up from the sentence before: ``من التحقوا بهم؟ إنهم 150 ليبيا``."""
    first, start = draft.first, draft.sentence[0]
    if text.forms[first - 1] not in THEY or not start or draft.counted is None or draft.noun not in text.derived(nations_of):
        return None
    forms = text.forms[text.sentence(start - 1)[0] : first]
    return next(iter(match_indicators(fold_word(draft.counted), forms, draft.unit, codebook, len(forms))), None)


def asked(text: Text, draft: Draft, codebook: Codebook) -> Indicator | None:
    """What a number without noun is told of, where nothing was counted yet: those whose number was asked for or spoken of before."""
    heads = text.where("count_head")
    first = draft.sentence[0]
    n = bisect_left(heads, first) - 1
    if n < 0 or heads[n] < first - _ASKED:
        return None
    noun = text.found("count_head")[heads[n]].stop
    hit = text.words[noun].entries.get("counted_noun")
    if hit is None or hit.value not in PEOPLE:
        return None
    start, end = text.sentence(noun)
    return next(iter(match_indicators(text.forms[noun], text.forms[start:end], draft.unit, codebook, noun - start)), None)
