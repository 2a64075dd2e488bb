"""Implied: what a number counts whose noun doesn't stand beside it (``الجنود البالغ عددهم 46``, ``بريطانيون عددهم 470``).

It is the last noun of the kind that is counted before it in its segment, the plural of a nation that a pronoun takes up, or the subject
of its verb; others beside fighters count as these do (``اعتقلت 20 عنصرا وقتلت 90 آخرين``).
"""

from bisect import bisect_left

from hasila.arabic.figure.belated import belated
from hasila.arabic.figure.counted import HURT_BY
from hasila.arabic.figure.draft import STATES, Draft, kind_of
from hasila.arabic.figure.elsewhere import is_nation
from hasila.arabic.figure.zone import MAY_BE_VERB, RELATIVES
from hasila.text import Hit, Text, fold_word, last_in, lexeme

_ASIDE = frozenset("""
    في وفي علي وعلي الي منذ خلال بعد قبل عند قرب شرق غرب شمال جنوب عقب جراء اثر نتيجه بسبب بفعل
""".split())  # noqa: SIM905  # fmt: skip
_THEIRS = ("هم", "ها", "ه")
_OTHERS = frozenset(("اخرين", "اخرون", "غيرهم"))
_THEIR_NUMBER, _PEOPLE = ("هم", "هن"), frozenset(("civilian", "fighter", "soldier", "victim", "state"))
_OF, _ARMED, _CIVILIAN = "من", ("fighter", "soldier"), lexeme("مدني")
_HURT = "جرحي"  # those of whom their number and their wounds are told: أصيب 90 بجروح
_BOMBER = frozenset(("انتحاري", "انتحاريا"))
_DIED = frozenset(("event_death", "died", "killer_verb"))


def counted_noun(text: Text, draft: Draft) -> str | None:
    """The folded noun that a number counts, written beside it or implied; None where nothing tells."""
    counted = (_of_whom(text, draft) or fold_word(draft.counted)) if draft.counted else _implied(text, draft)
    if counted in _OTHERS and draft.other is not None:
        return _like_others(text, draft, draft.other) or counted
    return counted


def _of_whom(text: Text, draft: Draft) -> str | None:
    """The noun that tells who the people are of whom some are counted: ``90 شخصا من المدنيين``."""
    noun = draft.noun
    if noun is None or noun < draft.last or text.forms[noun + 1] != _OF:
        return None
    own, of = text.words[noun].entries.get("counted_noun"), text.word(noun + 2)
    hit = of.entries.get("counted_noun")
    if own is None or own.value != "civilian" or own.article or hit is None or not hit.article:
        return None
    return of.form if hit.value in _ARMED or lexeme(of.form) == _CIVILIAN else None


def _like_others(text: Text, draft: Draft, other: Draft) -> str | None:
    """The fighters beside whom others are counted that died, by a word between them: ``اعتقلت 20 عنصرا وقتلت القوات 90 آخرين``,
    ``أسر 20 عنصرا ومقتل 90 آخرين``.
    """
    between = text.words[max(draft.sentence[0], other.end) : draft.first]
    if other.noun is None or other.counted is None or all(map(_DIED.isdisjoint, (word.entries for word in between))):
        return None
    if kind_of(text, other) != "fighter":
        return None
    return fold_word(other.counted)


def _implied(text: Text, draft: Draft) -> str | None:
    """What a bare number counts: the last noun of the kind that is counted, before it in its segment (``الجنود البالغ عددهم 46``)."""
    if draft.noun is None and text.forms[draft.end] in HURT_BY:
        return _HURT
    if draft.type not in ("cardinal", "range") or (draft.unit is not None and draft.unit[0] != "/"):
        return None
    if draft.noun is None and (subject := belated(text, draft)) is not None:
        return _numbered(text, subject, draft.sentence[1])
    start = draft.sentence[0] if draft.noun is not None else draft.segment
    nouns = text.where("counted_noun")
    first, last = bisect_left(nouns, start), bisect_left(nouns, draft.first)
    before = nouns[first:last][::-1]
    if draft.noun is not None and draft.noun < draft.first:
        head = text.words[draft.noun].entries.get("count_head")
        if head is not None and not head.pronoun:  # عدد من قتلوا من مسلحي كذا
            inner = nouns[bisect_left(nouns, draft.noun) : last]
            before = [*(i for i in inner if text.forms[i - 1] == "من"), *inner, *before]
    many = draft.noun is None and (draft.low or draft.high or 0) > STATES
    if draft.noun is not None and text.forms[draft.noun].endswith(_THEIR_NUMBER):  # وعددهم 15: people
        before = [i for i in before if _are_people(text.words[i].entries["counted_noun"])]
    found = (i for i in before if _is_counted(text.words[i].entries["counted_noun"], many) and not _is_aside(text, i))
    counted = next((text.form(i) for i in found), None)
    return counted or _implied_nation(text, draft) or _taken_up(text, draft)


def _numbered(text: Text, head: int, end: int) -> str | None:
    """What the noun of number at token ``head`` is of: those counted behind من, else the noun in its genitive, else the next that is
    counted.
    """
    nouns = text.where("counted_noun")
    told = nouns[bisect_left(nouns, head) : bisect_left(nouns, end)]
    of = next((text.form(i) for i in told if text.forms[i - 1] == _OF), None)
    return of or _genitive(text, head) or next(map(text.form, told), None)


def _genitive(text: Text, head: int) -> str | None:
    """The noun in the genitive of a noun of number, where that is definite by its article or by its own genitive."""
    form = text.form(head + 1)
    if text.forms[head] == _OF or form in RELATIVES or not (form.startswith("ال") or text.form(head + 2).startswith("ال")):
        return None
    return None if "function" in text.word(head + 1).entries or MAY_BE_VERB[text.word(head + 1)] else form


def _are_people(hit: Hit) -> bool:
    """Whether a noun is one for several people, whom ``عددهم`` can stand for."""
    return hit.value in _PEOPLE and hit.tag != "singular"


def _taken_up(text: Text, draft: Draft) -> str | None:
    """The noun before a number that its verb's subject is (``اجتمع وزراء التحالف، وكانوا عشرين``)."""
    noun = draft.noun
    return text.form(noun) if noun is not None and noun < draft.first and "counted_noun" in text.words[noun].entries else None


def _is_counted(hit: Hit, many: bool) -> bool:
    """Whether a noun can be what a number told behind it counts: no place, no definite singular (``تنظيم كذا الإرهابي``), and no state
    where there are too ``many`` (``28 ألف مقاتل من 90 دولة، مقارنة بـ15 ألفا``).
    """
    if many and hit.value == "state":
        return False
    return hit.value != "place" and not (hit.article and hit.tag == "singular")


def _implied_nation(text: Text, draft: Draft) -> str | None:
    """The plural of a nation told before a number that a pronoun takes it up for: ``بريطانيون عددهم 470``, or
    that its clause describes (``التونسيون الناشطون هناك لا يزيدون على 470``)."""
    nations = text.where(is_nation)
    at = last_in(nations, draft.sentence[0], draft.noun or draft.first) if nations else None
    if at is None:
        return None
    return text.forms[at] if draft.noun is not None or text.forms[at + 1].startswith("ال") else None


def _is_aside(text: Text, i: int) -> bool:
    """Whether a noun stands behind a preposition of place or time, or in the genitive of what does (``منذ بداية الحملة``), or is
    one bomber or says of what sort an attack is (``هجوم انتحاري``).
    """
    forms = text.forms
    if forms[i] in _BOMBER:
        return True
    return forms[i - 1] in _ASIDE or (forms[i - 2] in _ASIDE and text.kinds[i - 1] == "word" and not forms[i].endswith(_THEIRS))
