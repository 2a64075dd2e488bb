"""Referents: who or what a pronoun stands for whose number is told, where the clause of the number says no more.

``يتحصن مسلحو التنظيم في الحي. وقال القائد إن عددهم 900``: they are the last of people told of before, ``ها`` the last things, or the money.
What so many of them would measure where they are told of is what the number measures.
"""

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence

from hasila.arabic.figure.bereft import CUTS
from hasila.arabic.figure.draft import ANYBODY, Draft
from hasila.arabic.figure.elsewhere import is_nation
from hasila.arabic.figure.inset import unbroken
from hasila.arabic.figure.pointing import AMOUNT, LIGHTLY, TELLS_WHEN, THEY, Kind
from hasila.arabic.figure.segment import Segments
from hasila.arabic.figure.zone import MAY_BE_VERB, RELATIVES
from hasila.text import FINITE, Text, Word, clause, feminine_verb, last_in, one_in

_SENTENCES, _BEFORE, _AFTER, _TELLS = 4, 30, 20, 12
_PEOPLE = frozenset(("victim", "civilian", "fighter", "soldier", "comrade"))
_THINGS = frozenset(("state", "raid", "target", "vehicle", "place", "act"))
_MANY = frozenset(("plural", "dual_or_plural"))
_THEM, _IT = "هم", "ها"
_JOINED = ("", "و", "ف")
_THESE = frozenset(f"{joined}{form}" for joined in _JOINED for form in ("هولاء", "اوليك"))
_PLURALS = ("ون", "وا")
_SOUND = ("ون", "ين")
_FACTS = frozenset(("amount_verb", "died", "own_dead", "event_death"))
_AMOUNTS = frozenset(("count_head", "value_head"))
_HEADS = frozenset(("count_head", "ranks", "strength", "counted_noun"))
_THAT = frozenset(("ان", "وان"))
_NUMBER = "عدد"
# they count whoever is counted
_LIKE = {"target": "target", "vehicle": "target", "place": "target"}


def pronoun(text: Text, draft: Draft) -> tuple[int, Kind] | None:
    """The token of the pronoun whose number is told, or of the verb that has it for its subject, and what it stands for."""
    start, first = draft.segment, draft.first
    these = text.where(_is_these)
    if these and (at := last_in(these, start, first)) is not None:
        return (at, "people") if not any(CUTS[text.forms[i]] for i in unbroken(text, at + 1, first)) else None
    heads = text.where(_points_back)
    at = last_in(heads, start, draft.last) if heads else None
    if at is not None:
        cut = any(CUTS[text.forms[i]] and text.forms[i] not in RELATIVES for i in unbroken(text, at + 1, first))
        return None if cut else (at, "people" if _suffix(text.words[at]) == _THEM else "things")
    at = None
    none = THEY.keys().isdisjoint(text.forms[start - 1 if start else 0 : first])
    for i in () if none else (start - 1, *unbroken(text, start, first)):
        form = text.forms[i]
        if form in THEY:
            at = i
        elif at is not None and not (LIGHTLY[form] or TELLS_WHEN[form]):
            return None
    if at is not None:
        return at, THEY[text.forms[at]]
    return _left_out(text, draft)


def _left_out(text: Text, draft: Draft) -> tuple[int, Kind] | None:
    """The verb of amount that opens a clause, its subject left out: ``ولا تتجاوز 90 مليونا``."""
    start = draft.segment
    if start != draft.sentence[0] and text.forms[start][:1] not in ("و", "ف") and text.forms[start - 1] not in _THAT:
        return None
    if "left_verb" in text.words[draft.first - 1].entries:
        return None  # وبقيت 40 قرية: they are its subject
    verb = None
    for i in unbroken(text, start, draft.last):
        form = text.forms[i]
        if i >= draft.first and (text.kinds[i] != "word" or "cardinal" in text.words[i].entries):
            break
        if not LIGHTLY[form] or not _AMOUNTS.isdisjoint(text.words[i].entries):
            return None
        if not AMOUNT.isdisjoint(text.words[i].entries) and (verb is None or "auxiliary" in text.words[verb].entries):
            verb = i
    if verb is None:
        return None
    form = text.forms[verb].removeprefix("و").removeprefix("ف").removeprefix("لا")
    if form.endswith(_PLURALS):
        return verb, "people"
    if feminine_verb[form]:
        return verb, "things"
    return (verb, "number") if form.startswith("ي") else None


def antecedent(text: Text, draft: Draft, told: Sequence[Draft], named: Container[int], at: int, kind: Kind) -> Draft | int | None:
    """The figure ``told`` before, or the token of the noun, that a pronoun at token ``at`` stands for; none of the ``named``."""
    if kind == "number":
        return _number(text, draft, told, at)
    of_people = kind == "people"
    sought = _is_fund if draft.type == "money" else _is_people if of_people else _is_many
    nouns, stop = text.where(sought), at
    for _ in range(_SENTENCES):
        start = text.sentence(stop - 1)[0] if stop else 0
        here = [i for i in nouns[bisect_left(nouns, start) : bisect_left(nouns, stop)] if i not in named]
        found = _last(text, draft, told, here, (start, stop), of_people)
        if found is not None or not start:
            return found
        stop = start
    return None


def _number(text: Text, draft: Draft, told: Sequence[Draft], at: int) -> Draft | int | None:
    """Those whose number was spoken of last, or the figure that told it: ``عدد مقاتلي التنظيم موضع خلاف، وهو 900 عند المرصد``."""
    heads, start = text.where(_is_number_of), at
    for _ in range(_SENTENCES):
        start = text.sentence(start - 1)[0] if start else 0
    for head in reversed(heads[bisect_left(heads, start) : bisect_left(heads, at)]):
        word, stop = text.word(head + 1), text.sentence(head)[1]
        is_counted = _is_fund(word) if draft.type == "money" else _is_people(word) or _is_many(word)
        if is_counted and _is_like(text, draft, head + 1):
            same = (d for d in told if head < d.last and d.end <= stop and d.unit == draft.unit and d.role != "part")
            return next(same, head + 1)
    return None


def _is_number_of(word: Word) -> bool:
    hit = word.entries.get("count_head") or word.entries.get("value_head")
    return hit is not None and not hit.article and not hit.pronoun


def _last(
    text: Text, draft: Draft, told: Sequence[Draft], nouns: Sequence[int], span: tuple[int, int], of_people: bool
) -> Draft | int | None:
    """Of those told of in a stretch the last that no preposition governs, else the last."""
    found: Draft | int | None = None
    place, plain = -1, False
    for i in nouns:
        if place >= 0 and any(form in RELATIVES for form in text.forms[place:i]) and "mark" not in text.kinds[place:i]:
            continue
        if (i - 1 in nouns and i > span[0] and text.forms[i][0] != "و") or _tells(text, i) or not _is_like(text, draft, i):
            continue
        if not text.words[i].entries and not _heads_phrase(text, i):
            continue
        is_plain = not _is_governed(text, i)
        if is_plain or not plain:
            found, place, plain = i, i, is_plain
    for d in told:
        if (
            span[0] <= d.first
            and d.end <= span[1]
            and d.role != "part"
            and _is_of(text, d, draft, of_people)
            and (d.end > place or not plain)
        ):
            found, place, plain = d, d.end, True
    return found


def _heads_phrase(text: Text, i: int) -> bool:
    """Whether a word that no list has, spelled like a plural, is no adjective of what stands before it."""
    before = text.words[i - 1]
    return before.kind == "mark" or "function" in before.entries or MAY_BE_VERB[before]


def _is_of(text: Text, told: Draft, draft: Draft, of_people: bool) -> bool:
    """Whether a figure told before counts people, things or money, as the pronoun wants."""
    if told.unit != draft.unit:
        return False
    if draft.type == "money" or told.noun is None:
        return told.indicator is not None
    entries = text.words[told.noun].entries
    hit = entries.get("counted_noun")
    if hit is None:
        return of_people and "nationality" in entries
    return (hit.value in _PEOPLE) == of_people and _is_like(text, draft, told.noun)


def _is_like(text: Text, draft: Draft, i: int) -> bool:
    """Whether what a number counts behind it, if it does, can be those told of at token ``i``."""
    noun = draft.noun
    if noun is None or noun < draft.last or draft.type == "money":
        return True
    hit, told = text.words[noun].entries.get("counted_noun"), text.words[i].entries.get("counted_noun")
    if hit is None or told is None:
        return told is None and hit is not None and hit.value in _PEOPLE
    return _LIKE.get(str(hit.value), hit.value) == _LIKE.get(str(told.value), told.value) or text.forms[noun] in ANYBODY


def _tells(text: Text, i: int) -> bool:
    """Whether those at token ``i`` are who says so, part of others, or of a title: ``قال سكان إن``, ``بحسب ناشطين``, ``قائد العمليات``."""
    entries = text.words[i - 1].entries if i else {}
    if "title" in entries or "part_opener" in entries:
        return True
    if "source_word" in entries:
        return not text.forms[i - 1].startswith("ال")
    hit = entries.get("assess_verb")
    if hit is not None and hit.tag in FINITE:
        return True  # قدر خبراء عددهم بـ90
    hit = entries.get("speech_verb")
    if hit is None or hit.tag not in FINITE or not _FACTS.isdisjoint(entries):
        return False
    return one_in(text.where("complementizer"), i + 1, min(i + _TELLS, text.sentence(i)[1]))


def _is_governed(text: Text, i: int) -> bool:
    """Whether a preposition stands before a noun, or one that it is the genitive of."""
    if any(hit.clitics.endswith(("ب", "ل", "ك")) for hit in text.words[i].entries.values()):
        return True
    before = text.words[i - 1] if i else None
    if before is None or before.form.startswith("ال"):
        return False
    hit = before.entries.get("function")
    if hit is not None:
        return bool(hit.value == "preposition")
    if not text.forms[i].startswith("ال") or before.kind != "word" or not _HEADS.isdisjoint(before.entries):
        return False
    return not _opens(text, i - 1) and not any(entry.tag in FINITE for entry in before.entries.values())


def _opens(text: Text, i: int) -> bool:
    """Whether a word is the first of its clause, as verbs are."""
    return i <= text.sentence(i)[0] or text.kinds[i - 1] == "mark" or "segment_opener" in text.words[i - 1].entries


def described(text: Text, i: int) -> int:
    """The noun that describes a noun as well as that tells what it is: ``الضحايا المدنيون``; the noun itself where none does."""
    behind = text.words[i + 1] if i + 1 < len(text) else None
    if behind is None or not _is_people(behind) or not behind.form.endswith(_SOUND):
        return i
    return i + 1 if behind.form.startswith("ال") == ("ال" in text.forms[i][:4]) else i


def stand_in(text: Text, draft: Draft, i: int, segments: Segments) -> Draft:
    """The figure that the number would be if it stood at the noun ``i`` that its pronoun stands for."""
    is_sum = draft.type == "money"
    at = i + is_sum
    there = Draft(
        at, at, text.sentence(i), clause(text, i), text.stored_starts[i], draft.low, draft.high, "exact", draft.unit, draft.type, i + 1
    )
    there.nth, there.segment = draft.nth, segments.start(i)
    if not is_sum:
        there.noun = i
        hit = text.words[i].entries.get("counted_noun")
        there.counted = text.exact(i, i + 1, hit.skip if hit is not None else 0)
    return there


def told_there(text: Text, there: Draft, segments: Segments) -> Iterator[tuple[int, list[str]]]:
    """The words of the clause in which those are told of whom a pronoun stands for, and where they stand among them; of things also these
    alone, as of so many.
    """
    start, at = max(there.sentence[0], there.first - _BEFORE), there.noun if there.noun is not None else there.first
    end = segments.verb_after(there.end, min(there.sentence[1], there.end + _AFTER))
    yield at - start, text.forms[start:end]
    if there.noun is not None and (there.holder == "foe" or _is_many(text.words[at])):
        yield 1, [_NUMBER, *text.forms[at : next((i for i in range(at + 1, end) if _cuts(text, i)), end)]]


def _cuts(text: Text, i: int) -> bool:
    """Whether a verb that is none of a relative clause parts what stands before it from what stands behind."""
    return CUTS[text.forms[i]] and text.forms[i] not in RELATIVES and text.forms[i - 1] not in RELATIVES


def _suffix(word: Word) -> str:
    return next((hit.pronoun for hit in _heads(word) if hit.pronoun), "")


def _heads(word: Word) -> Iterator:  # type: ignore[type-arg]
    for cls in ("count_head", "value_head", "assess_verb", "reassess_verb"):
        hit = word.entries.get(cls)
        if hit is not None and (hit.tag in FINITE or cls.endswith("head")):
            yield hit


def _points_back(word: Word) -> bool:
    return any(hit.pronoun in (_THEM, _IT) for hit in _heads(word))


def points_to_people(word: Word) -> bool:
    """Whether a word takes up people told of before: ``عددهم``, ``هؤلاء``, ``إنهم``."""
    return THEY.get(word.form) == "people" or word.form in _THESE or _suffix(word) == _THEM


def _is_these(word: Word) -> bool:
    return word.form in _THESE


def _is_people(word: Word) -> bool:
    hit = word.entries.get("counted_noun")
    if hit is not None:
        return hit.tag in _MANY and hit.value in _PEOPLE
    if is_nation(word) or "foe_man" in word.entries:
        return True
    return not word.entries and word.kind == "word" and len(word.form) > 5 and word.form.endswith(_SOUND)


def _is_many(word: Word) -> bool:
    hit = word.entries.get("counted_noun")
    return hit is not None and hit.tag in _MANY and hit.value in _THINGS


def _is_fund(word: Word) -> bool:
    return "fund_noun" in word.entries
