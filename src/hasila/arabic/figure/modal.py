"""Modality: a number that is yet to be so, or only supposed.

Perhaps (``قد`` or ``ربما`` with the present, Wright II, § 184), the future (``سوف``, § 8), what is due, feared or wished with its أن,
the conditional (``لو``, ``إذا``, § 187), and what somebody orders, plans or promises (``قرر إرسال 40``).
"""

from bisect import bisect_left
from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft, kind_of
from hasila.arabic.figure.joining import joins_verb
from hasila.arabic.figure.segment import BEHIND_LOST
from hasila.arabic.figure.zone import RELATIVES
from hasila.records import Role
from hasila.text import Text, Word, analyse

_REACH, _FAR, _THAT_REACH, _ORDERED, _LATER_REACH = 12, 24, 4, 6, 5
_THAT = frozenset(("ان", "الا", "بان"))
_AND_THAT = frozenset(("وان", "والا"))
_BREAKS = frozenset('،؛:.«"()')
_STOPS = frozenset("؛.«»()")
_WHICH = frozenset(
    (
        "وهي",
        "وهم",
        "هي",
        "قوامها",
        "وقوامها",
        "عددها",
        "وعددها",
        "تعدادها",
        "وتعدادها",
        "يرافقها",
        "ترافقها",
        "يرافقه",
        "ترافقه",
        "برفقتها",
        "تضم",
        "تتالف",
    )
)
_WHETHER = frozenset(("ما", "حتي"))
_IS = frozenset(("كان", "كانت", "كانوا"))
_WILL = "سوف"
_HOLDING = frozenset(("عقد", "استضافه", "انعقاد"))
_WHOSE = ("هم", "ها", "ه")
_MEN = ("soldier", "fighter", "civilian", "vehicle")
_PLAIN = frozenset(("common_noun", "counted_noun"))
_PERSONS = frozenset("يت")
_NUMBERS = frozenset(("fraction", "cardinal"))
_LATER = ("if_word", "time_to_come")
_CLASSES = frozenset(("due_word", "able_word", "perhaps", "if_word", "troop_move"))
_DEEDS = frozenset(("deed", "troop_move", "recruit_word"))


def modals(text: Text) -> Sequence[int]:
    """The tokens that may make what is told behind them a thing to come."""
    return text.where(_is_modal)


def modal_role(text: Text, draft: Draft, modals: Sequence[int]) -> Role | None:
    """What the words before a number, or in its quote, make of it: ``target`` of what is ordered, ``forecast`` of all else."""
    first, n = draft.first, bisect_left(modals, draft.last)
    least = draft.sentence[0]
    if not n or modals[n - 1] < least or modals[n - 1] < first - _FAR:
        return None
    is_far = text.forms[draft.segment] in _WHICH or text.forms[draft.clause[0]] in _WHICH or text.forms[draft.segment - 1] in _AND_THAT
    least = max(least, first - (_FAR if is_far else _REACH))
    if modals[n - 1] < least:
        return None
    for at in modals[bisect_left(modals, least) : n][::-1]:
        entries = text.words[at].entries
        if (
            "perhaps" in entries
            and not entries["perhaps"].clitics.endswith("ل")
            and is_present(text.word(at + 1))
            and _stays(text, at + 2, first)
        ):
            if not _estimates(text, at, draft):
                return "forecast"
            continue
        if at >= first:
            continue
        if draft.unit is not None:
            if draft.type == "money" and "if_word" not in entries and "troop_move" not in entries and _is_to_come(text, at, first):
                return "forecast"
            continue
        if "troop_move" in entries and (_is_ordered(text, at, draft) or _is_described(text, at, draft)):
            return "target"
        if _is_to_come(text, at, first):
            return "forecast"
    return None


def is_present(word: Word) -> bool:
    """Whether a word is a verb in the present, for all that its form tells: ``تجاوز`` and ``تمكنت`` are none.

    >>> from hasila.text import analyse
    >>> [is_present(analyse(form)) for form in ("يصل", "ترتفع", "تجاوز", "تسببت", "سافر")]
    [True, True, False, False, False]
    """
    if word.form in BEHIND_LOST or not _NUMBERS.isdisjoint(word.entries):  # فقد نحو 300 جندي، فقد نصف أرضه
        return False
    if word.form[:1] not in _PERSONS:  # قد سافر, قد أسفر
        return False
    hit = word.entries.get("total_verb") or word.entries.get("bound_verb")
    tags = {hit.tag} if hit is not None else {hit.tag for hit in word.entries.values()}
    if "past" in tags and word.form[:1] == "ت":  # قد تكبد
        return False
    if "present" in tags:
        return True
    return not word.entries and not (word.form[:1] == "ت" == word.form[-1:])  # فقد تنظيم كذا, قد تسببت


def _estimates(text: Text, at: int, draft: Draft) -> bool:
    """Whether it is told how many there may be now: ``عددهم قد يصل إلى 300``; no rise, no condition, nothing of a later time."""
    subject = text.word(at + 2).entries
    if at < draft.first or "change" in text.word(at + 1).entries or (not _PLAIN.isdisjoint(subject) and "sum_word" not in subject):
        return False
    last = min(draft.sentence[1], max(draft.clause[1], draft.end + _LATER_REACH))
    return not any(text.has(i, cls) for i in range(draft.clause[0], last) for cls in _LATER)


def _is_to_come(text: Text, at: int, first: int) -> bool:
    """Whether what is due, supposed or in the future reaches to the number."""
    forms, words = text.forms, text.words
    if "due_word" in words[at].entries:
        that = next((i for i in range(at + 1, min(first, at + 1 + _THAT_REACH)) if forms[i] in _THAT or forms[i] in _BREAKS), None)
        if that is not None and forms[that] in _THAT:
            return _stays(text, _last_that(text, that, first) + 2, first)
        done = words[at + 1].entries  # من المقرر إرسال 90، من المقرر خفضهم إلى 90
        is_move = "troop_move" in done or "change" in done or text.forms[at + 1] in _HOLDING or _is_move(text.forms[at + 1])
        return is_move and _stays(text, at + 2, first)
    if "able_word" in words[at].entries:
        return _can_do(text, at, first)
    if "if_word" in words[at].entries:
        return forms[at - 1] not in _WHETHER and forms[at + 1] not in _IS and _stays(text, at + 2, first)
    return is_future(words[at]) and _stays(text, at + 1 + (forms[at] == _WILL), first)


def _is_move(form: str) -> bool:
    """Whether a masdar with a pronoun is one of those that move men: ``خفضهم``, ``إرسالها``."""
    bare = next((form.removesuffix(pronoun) for pronoun in _WHOSE if form.endswith(pronoun)), None)
    return bare is not None and "troop_move" in analyse(bare).entries


def _can_do(text: Text, at: int, first: int) -> bool:
    """Whether so many are what somebody has it in him to do, by a masdar or أن: ``قادر على تجنيد 90``, ``يستطيع أن يجند 90``."""
    near = range(at + 1, min(first, at + 1 + _THAT_REACH))
    done = next((i for i in near if text.forms[i] in _THAT or not _DEEDS.isdisjoint(text.words[i].entries)), None)
    if done is None:
        return False
    that = text.forms[done] in _THAT  # قال خالد قادر إن 90: no present behind it, so that it is a name
    return (not that or is_present(text.word(done + 1))) and _stays(text, done + 1 + that, first)


def _last_that(text: Text, that: int, first: int) -> int:
    """The last أن before a number that و joins to the one behind a word of what is due: ``يتوقع أن تصل غدا وأن تضم``."""
    forms = text.forms
    for i in range(first - 1, that, -1):
        if forms[i] in _AND_THAT and is_present(text.word(i + 1)):
            return i
        if forms[i] in _STOPS:
            break
    return that


def _is_ordered(text: Text, at: int, draft: Draft) -> bool:
    """Whether men are counted right behind a masdar that a word of order or plan governs."""
    forms, first = text.forms, draft.first
    if first - at > 2 or kind_of(text, draft) not in _MEN or text.has(at - 1, "done_word"):
        return False
    start = max(draft.sentence[0], at - _ORDERED)
    order = next((i for i in range(at - 1, start - 1, -1) if _orders(text.words[i])), None)
    return order is not None and _BREAKS.isdisjoint(forms[order:at]) and RELATIVES.isdisjoint(forms[order:at])


def _is_described(text: Text, at: int, draft: Draft) -> bool:
    """Whether a force that is due to be sent or kept is described further on: ``تعتزم إبقاء قوة صغيرة، وهي 400 جندي``."""
    forms, start = text.forms, draft.segment
    if forms[start] not in _WHICH:
        start = draft.clause[0]
    if not at < start or forms[start] not in _WHICH or text.has(at - 1, "done_word"):
        return False
    if kind_of(text, draft) not in _MEN:
        return False
    return any("due_word" in word.entries or _orders(word) for word in text.words[max(draft.sentence[0], at - _THAT_REACH) : at])


def _stays(text: Text, start: int, first: int) -> bool:
    """Whether nothing turns to something else before the number: no pause, no other verb, no clause of its own."""
    for i in range(start, first):
        form, word = text.forms[i], text.words[i]
        if form in _BREAKS or form in RELATIVES or "segment_opener" in word.entries or joins_verb(form) or _is_other_verb(word):
            return False
    return True


def _is_other_verb(word: Word) -> bool:
    hits = word.entries.values()
    return any(hit.tag == "present" for hit in hits) and not any(hit.tag in ("singular", "plural", "masdar") for hit in hits)


def _orders(word: Word) -> bool:
    return "order_word" in word.entries or "order_verb" in word.entries


def is_future(word: Word) -> bool:
    """Whether a word is a verb of the future, by its س or سوف."""
    if word.form == _WILL:
        return True
    if _WILL[0] not in word.form[:2] or "not_future" in word.entries:  # ستصل, وستصل; no سيطرة
        return False
    is_future = any(hit.tag == "present" and hit.clitics.endswith("س") for hit in word.entries.values())
    return is_future and _WILL[0] + "ا" not in word.form[:3] and "keep_verb" not in word.entries  # ساعد is no سأعد


def _is_modal(word: Word) -> bool:
    return not _CLASSES.isdisjoint(word.entries) or is_future(word)
