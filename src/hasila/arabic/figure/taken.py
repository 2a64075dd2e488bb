"""Taken: those who are told of as arrested, tried, sent home or fled neither fight nor fell: they are not what an enemy has or lost.
States that only back a coalition, or weigh joining it, are no members (``أبدت 12 دولة تأييدها``).

``أوقفت السلطات 12 شخصا``, ``12 مقاتلا محتجزون``, ``بعد استسلام 12 مسلحا``, ``خرج 12 عنصرا باتفاق``.
"""

from hasila.arabic.figure.draft import Draft, counts_bodies
from hasila.arabic.figure.pointing import THEY
from hasila.arabic.figure.zone import MAY_BE_VERB, RELATIVES
from hasila.text import FINITE, Known, Text, Word, last_in, one_in

_FIGHTING = frozenset(("enemy_killed", "enemy_strength", "enemy_recruits", "foreign_fighters"))
_OF_HARM = frozenset(("attack_deaths", "civilian_deaths"))
_ARREST = frozenset(("ضبط", "اعتقال", "توقيف", "ايقاف", "احتجاز", "خطف", "اختطاف", "اسر", "اعتقلت", "اوقفت", "ضبطت", "خطفت", "احتجزت"))
_STAYING = frozenset(("enemy_killed", "enemy_strength"))
_MEMBERS, _FREED, _OF_OURS = "member_states", "people_freed", frozenset(("troops_deployed", "own_losses"))
_BEFORE, _BEHIND, _NEAR = 9, 6, 3
_NO_MORE = frozenset(("لم", "ولم", "فلم", "ما", "وما"))  # لم يعد 90 شخصا يعيشون هناك
_THEIR_NUMBER = frozenset(("عددهم", "وعددهم", "عددها", "وعددها"))
_CLASS = "taken_word"
_THEIR_ENDING, _WHERE_HELD = ("ون", "ين", "وا"), frozenset(("في", "داخل", "خلف", "وراء", "رهن", "قيد"))
_SELVES = frozenset(("انفسهم", "انفسهن"))
_BEING, _THERE = frozenset(("existence_verb", "stay_verb", "lasting")), frozenset(("هناك", "وهناك"))
_ASIDE = frozenset(("بعد", "قبل", "رغم", "برغم", "اثر", "عقب", "منذ", "بسبب", "نتيجه"))
_PLURAL, _OF_NO_OBJECT = ("ون", "وا"), frozenset(("function", "preposition", "weekday", "day_word", "month", "adverbial"))
_FROM, _SOURCE = "عن", 5
_AT, _COURT, _UPON = "عند", "القضاء", "علي"
_NATIONALITY = frozenset(("الجنسيه", "الجنسيات"))
_OF_THEM = frozenset(("منهم", "نصفهم", "ثلثهم", "ربعهم", "بعضهم", "معظمهم", "اغلبهم"))


def is_taken(text: Text, draft: Draft, indicator: str | None) -> bool:
    """Whether the word that governs those counted says that they were taken or, of those who would be there, that they are gone."""
    if indicator == _MEMBERS:
        return draft.unit is None and _is_outside(text, draft)
    if indicator in _OF_OURS:
        return draft.unit is None and _is_withdrawn(text, draft)
    if indicator == _FREED:
        return draft.unit is None and _came_back(text, draft)
    if indicator in _OF_HARM and draft.unit is None:
        return text.forms[draft.first - 1].removeprefix("و") in _ARREST  # بجانب ضبط 28 شخصا
    if indicator not in _FIGHTING or draft.unit is not None or not text.where(_CLASS):
        return False
    if indicator == "enemy_killed" and counts_bodies(text, draft):
        return False
    value = _governing(text, draft) or _taken_up(text, draft)
    return value == "taken" or (value == "gone" and indicator in _STAYING)


def are_taken(text: Text, draft: Draft) -> bool:
    """Whether the word that governs those counted says that they were taken, tried or came home."""
    return bool(text.where(_CLASS)) and _governing(text, draft) == "taken"


def _came_back(text: Text, draft: Draft) -> bool:
    """Whether those counted went home again, which they may long have been free to: ``مليون نازح عادوا إلى بيوتهم``."""
    found = [text.word(i).entries.get("came_back") for i in (draft.first - 1, draft.end) if text.forms[i - 1] not in _NO_MORE]
    return any(hit is not None and hit.tag in FINITE for hit in found)


def _is_withdrawn(text: Text, draft: Draft) -> bool:
    """Whether soldiers are told of as taken away or gone: ``انسحاب أكثر من 90 جنديا``, ``عودة 90 جنديا``, ``إعادة 90 جنديا``."""
    if "sent_back" in text.words[draft.first - 1].entries and text.forms[draft.first - 2] not in _NO_MORE:
        return True
    places = text.where("withdrawing")
    at = last_in(places, max(draft.segment, draft.after, draft.first - _NEAR), draft.first) if places else None
    return at is not None and not any(map(IS_VERB.__getitem__, text.words[at + 1 : draft.first]))


def _is_outside(text: Text, draft: Draft) -> bool:
    """Whether a verb right before states says that they back, weigh or refuse what others joined: ``أبدت 12 دولة تأييدها``."""
    places = text.where("outsider_word")
    if not places:
        return False
    stop = draft.end + (not IS_VERB[text.word(draft.end)])
    return one_in(places, max(draft.segment, draft.first - _NEAR), draft.first) or one_in(places, draft.end, stop)


def _governing(text: Text, draft: Draft) -> str | None:
    """What the nearest word of taking or other verb before a number says of those counted, else what is told right behind."""
    start, there_are = max(draft.segment, draft.after, draft.first - _BEFORE), False
    for i in range(draft.first - 1, start - 1, -1):
        if (value := _value(text, i)) is not None:
            return value
        if _tells_of_being(text, i):  # هناك 90 مقاتلا محتجزون
            there_are = True
            break
        if IS_VERB[text.words[i]] or text.forms[i] in RELATIVES:
            return None
    stop = min(draft.clause[1], draft.end + _BEHIND)
    if not one_in(text.where(_CLASS), draft.end, stop):
        return None
    for i in range(draft.end, stop):
        if any(map(_OF_THEM.__contains__, text.forms[i : i + _BEHIND])):
            return None  # 900 شخص عاد 20 في المئة منهم
        if text.forms[i] in THEY:
            return None  # هؤلاء 900 مسلح وإنهم يحتجزون رهائن
        if _take_others(text, i) or (there_are and text.forms[i] in _ASIDE):
            return None
        value = _value(text, i)
        if value is not None and not (there_are and not _is_told_of_them(text, i)):
            return value
        if IS_VERB[text.words[i]]:
            return None
    return None


def _is_told_of_them(text: Text, i: int) -> bool:
    """Whether a word of taking behind those who are there tells of them all: ``محتجزون``, ``في سجون كذا``, not ``شبكة``."""
    return text.forms[i].endswith(_THEIR_ENDING) or text.forms[i - 1] in _WHERE_HELD or text.forms[i] in _WHERE_HELD


def _tells_of_being(text: Text, i: int) -> bool:
    """Whether a verb says no more than that those counted are there: ``هناك``, ``يوجد``, ``ما زال``."""
    return text.forms[i] in _THERE or not _BEING.isdisjoint(text.words[i].entries) or text.has(i - 1, "stay_verb")


def _take_others(text: Text, i: int) -> bool:
    """Whether those counted are who takes others: a verb in the plural with its object behind it (``يحتجزون مدنيين``)."""
    hit, behind = text.words[i].entries.get(_CLASS), text.word(i + 1)
    if hit is None or hit.tag not in FINITE or not text.forms[i].endswith(_PLURAL) or behind.kind not in ("word", "digits"):
        return False
    return _OF_NO_OBJECT.isdisjoint(behind.entries) and behind.form[:1] not in ("و", "ب", "ل") and behind.form not in _SELVES


def _taken_up(text: Text, draft: Draft) -> str | None:
    """What the words before a clause say whose pronoun takes up those told of there: ``استسلام مجموعة، يبلغ عددهم 90``."""
    if _THEIR_NUMBER.isdisjoint(text.forms[draft.first - _NEAR : draft.first]):
        return None
    for i in range(draft.first - 1, max(draft.sentence[0], draft.after) - 1, -1):
        if (value := _value(text, i)) is not None:
            return value
    return None


def _value(text: Text, i: int) -> str | None:
    """What a word of taking says; none of what is yet to come (``سافر`` is read as a future too), nor where somebody stops at a number or
    bears papers (``حملة الجنسية الفرنسية``).

    Those sent to the court (``إلى القضاء``) are taken, those done away with (``إلى القضاء على``) are dead.
    """
    if "speech_verb" in text.words[i - 1].entries and "body_noun" in text.words[i].entries:
        return None  # أعلنت خلية الإعلام الأمني: who says so
    if text.forms[i - 1] in _NO_MORE and "came_back" in text.words[i].entries:
        return None  # لم يعد لدى كذا سوى 90 مقاتلا
    if text.forms[i + 1] == _AT or "bearer" in text.word(i - 1).entries or _is_of_nation(text, i):
        return None
    found = text.find(i, _CLASS)
    if found is not None and text.forms[found.stop] == _UPON and text.forms[found.stop - 1] == _COURT:
        return None
    if found is not None and "speech_verb" in text.words[i].entries and _FROM in text.forms[i + 1 : i + _SOURCE]:
        return None  # نقلت الوكالة عن
    return str(found.hit.value) if found is not None and not found.hit.clitics.endswith("س") else None


def _is_of_nation(text: Text, i: int) -> bool:
    """``90 تونسي الجنسية``: whether a nation's adjective has its nationality behind it, which nobody takes away."""
    return text.forms[i] in _NATIONALITY and "nationality" in text.word(i - 1).entries


@Known
def IS_VERB(word: Word) -> bool:
    """Whether a word is a finite verb, or says that somebody died."""
    return "mishap" in word.entries or MAY_BE_VERB[word]
