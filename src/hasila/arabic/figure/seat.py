"""Seats: where somebody who tells a figure sits, which is not where it holds.

``أعلن مركز المصالحة في حميميم مقتل 90``, ``أبلغ مصدر في قاعدة كذا أن``, ``قدر مسؤول في بغداد``: an office sits anywhere, and so
does whoever speaks from a capital or a base. A town's police, its doctors and its ministry's branch tell of the town (``شرطة كذا``,
``مكتب وزارة الصحة في كذا``).
"""

from itertools import pairwise

from hasila.arabic.name import Mention
from hasila.text import FINITE, Known, Text, Word

_DEPTH = 8  # tokens from the name back to the verb of telling
_IN = frozenset(("في", "من", "داخل", "ب", "قرب", "خارج"))
_ON = frozenset(("عن", "حول", "بشان", "بخصوص", "خلال", "مقتل", "سقوط"))
_OFFICES = frozenset(("مكتب", "مركز", "مشروع", "معهد", "مرصد", "غرفه", "مبادره", "برنامج", "وكاله", "جامعه", "فرع", "مجموعه"))
_STATE = ("وزاره", "صحه", "تربيه", "محافظ", "بلدي", "مجلس", "انتخاب", "مفوضي", "شرطه", "محلي", "طبي", "امني")
_JOINED = ("ال", "ب", "ل")  # what goes on telling of him who has the article
_BASES = frozenset(("قاعده", "مطار", "مقر", "ثكنه", "فندق", "قصر"))
_STATIONED = ("متمرك", "تتمرك", "يتمرك", "منطلق", "تنطلق", "ينطلق", "تقلع", "مقلع", "مرابط", "ترابط", "متواجد", "موجود", "راسي", "رابض")
_SHIPS, _CRAFT_REACH = ("سفن", "سفين", "بارج", "بوارج", "فرقاط", "حامل"), 9
_TELLING = ("speech_verb", "count_verb")
_CREDITING = ("source_word", "credit")
_WHO = ("source_noun", "body_noun", "title")


def is_seat(text: Text, place: Mention) -> bool:
    """Whether a place is told as where the subject of a verb of telling sits, and holds of nothing that he tells."""
    first = place.first if place.skip else place.first - 1
    if not place.skip and text.forms[first] not in _IN:
        return False
    told = _teller(text, first)
    if told is None:
        return _is_base(text, first)
    forms = text.forms[told:first]
    if any(before.startswith("ال") and not form.startswith(_JOINED) for before, form in pairwise(forms)):
        return False  # قدر المرصد عدد القتلى في كذا
    if any(map(is_local, forms)):
        return False
    if _bare(forms[0]) in _OFFICES:
        return True
    if _IS_WHO[text.words[told]] and not any(map(_IS_BLOW.__getitem__, text.words[told:first])):
        return "capital" in text.words[place.first].entries or text.forms[place.first][place.skip :] in _BASES
    return False


def is_local(form: str) -> bool:
    """Whether a word tells of a town's own body: its health office, its police, its council."""
    return any(stem in form for stem in _STATE)


def _teller(text: Text, last: int) -> int | None:
    """The subject of the verb of telling, or the genitive of the word for it, that nothing but nouns part from token ``last``."""
    for i in range(last - 1, max(0, last - _DEPTH) - 1, -1):
        word = text.words[i]
        if word.kind != "word" or word.form in _ON or "complementizer" in word.entries:
            return None
        if i and text.forms[i - 1] in _OFFICES:  # مشروع رصد كذا
            continue
        if _TELLS[word]:
            return i + 1 if i + 1 < last else None
        if _IS_FINITE[word]:
            return None
    return None


def _is_base(text: Text, last: int) -> bool:
    """Whether planes or ships are told of as stationed at the place behind token ``last``, or as coming from there:
    ``الطائرات المتمركزة في كذا نفذت 90 طلعة``.
    """
    for i in range(last - 1, max(0, last - _DEPTH) - 1, -1):
        word = text.words[i]
        if word.kind != "word":
            return False
        if word.form.removeprefix("ال").startswith(_STATIONED):
            return any(_IS_CRAFT[near] for near in text.words[max(0, i - _CRAFT_REACH) : i])
        if _IS_FINITE[word]:
            return False
    return False


def _bare(form: str) -> str:
    return form.removeprefix("ال")


@Known
def _IS_CRAFT(word: Word) -> bool:
    """Whether a word is one for planes or ships."""
    return any(cls in word.entries for cls in ("warplane", "air_arm")) or word.form.removeprefix("ال").startswith(_SHIPS)


@Known
def _TELLS(word: Word) -> bool:
    told = (word.entries.get(cls) for cls in _TELLING)
    return any(hit is not None and hit.tag in FINITE for hit in told) or any(cls in word.entries for cls in _CREDITING)


@Known
def _IS_FINITE(word: Word) -> bool:
    """Whether a word can be nothing but a finite verb."""
    return bool(word.entries) and all(hit.tag in FINITE for hit in word.entries.values())


@Known
def _IS_WHO(word: Word) -> bool:
    return any(cls in word.entries for cls in _WHO)


@Known
def _IS_BLOW(word: Word) -> bool:
    hit = word.entries.get("place_event")
    return hit is not None and hit.value not in ("campaign", "mission", "place")
