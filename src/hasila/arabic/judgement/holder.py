"""Whose aim an aim is: whom its words tell, else the subject of its clause, else who says it."""

from itertools import compress

from hasila.arabic.judgement.action import IS, OWNERS, REACH, is_action, joins, verbal
from hasila.arabic.judgement.bearer import HOLDING, STATES, can_hold
from hasila.arabic.judgement.camp import UNDERTAKES
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.sign import SIGNS, VERBAL
from hasila.arabic.judgement.told import Told
from hasila.arabic.judgement.unheld import name_of, past_when, principal
from hasila.arabic.name import Mention
from hasila.arabic.speech.excerpt import excerpt
from hasila.arabic.speech.listed import listed
from hasila.text import Known, last_in

_adjunct = listed("adjunct")

_BODIES = frozenset(("organization", "country", "operation"))
_MANNER = frozenset(("للغايه", "للمره", "للاسف", "للعام", "للتو"))
_BODY = frozenset(("convened", "body_head"))
_NEAR = 6
_CLAUSE = 8
_DENYING = frozenset(("لم", "ولم", "فلم", "لن", "ولن", "لا", "ولا"))
_SHORT = 3
_FAR = 16
_LONG = 45
_BOUNDS = ("من", "في", "علي", "الي", "عن", "مع", "خلال", "منذ", "عبر", "بعد", "قبل", "ضد", "بين", "ان", "وفق", "لدي", "تحت")
_LEADING = frozenset(("من", "ايضا", "كذلك", "ومن", "في", "كما", "وقد", "قد", "فقد", "كان", "كانت", "وكان", "وكانت", "يكون", "تكون", "بعض"))
_ADVERBS = (
    *("ايضا", "كذلك", "جاهده", "جاهدا", "حاليا", "حثيثا", "دوما", "اساسا", "بدوره", "بدورها", "قد", "كانت", "كان"),
    *("مجددا", "امس", "اليوم", "معا", "جميعا"),
)
_LOOSE = frozenset((*_BOUNDS, *IS, *_ADVERBS))
_RELATIVE = frozenset(("التي", "الذي", "الذين", "اللذان", "اللتان"))


def find_holder(ground: Ground, aim: Told) -> str | None:
    """The words of whoever has the aim, as they stand; None if nobody is named."""
    text = ground.text
    if aim.spoken:
        return ground.speaker(aim.marker)
    named = _told(ground, *aim.holder) if aim.holder else None
    if named is None:
        named = _before(ground, aim.marker)
    if named is not None:
        return named
    row = ground.statement(aim.marker)
    if row:
        return _past_aside(ground, aim.marker) or principal(row[2].speaker)
    named = _subject(ground, aim.marker)
    if named is not None:
        return named
    begin = text.sentence(aim.marker)[0]
    owners = [m for m in ground.within(max(begin, aim.marker - _LONG), aim.marker) if _may_own(ground, m)]
    if owners:
        return name_of(ground, owners[-1])
    if aim.marker - begin <= 1 and (named := _after(ground, aim.marker)) is not None:
        return named
    if aim.holder and "loose_group" in text.words[aim.holder[0]].entries:
        return excerpt(text, aim.holder[0], _phrase_end(ground, *aim.holder))
    return _told_before(ground, begin) if aim.marker - begin <= _NEAR and begin not in text.lines else None


def _may_own(ground: Ground, mention: Mention) -> bool:
    """Whether a name before an aim may be its owner's: that of a body or person, and no place that something is in."""
    kind = ground.names.type(mention)
    return kind in OWNERS and not ground.is_foe(mention.first) and (kind != "country" or not _is_inside(ground, mention))


def _is_inside(ground: Ground, mention: Mention) -> bool:
    """Whether something is in a country, or in one that it is joined to (``في مالي والنيجر``)."""
    return ground.text.forms[ground.joined_to(mention).first - 1] == "في"


def _past_aside(ground: Ground, marker: int) -> str | None:
    """The body or state that a clause with أن begins with, where a relative aside parts it from its verb."""
    that = last_in(ground.introducing, ground.text.sentence(marker)[0], marker)
    mention = None if that is None else ground.at(that + 1)
    if mention is None or ground.names.type(mention) not in _BODIES or ground.text.forms[mention.last] != "،":
        return None
    aside = ground.text.forms[mention.last + 1] in ("وهو", "وهي", "الذي", "التي")
    return excerpt(ground.text, mention.first, mention.last, mention.skip) if aside else None


def _after(ground: Ground, marker: int) -> str | None:
    """The subject of the verb after the comma, where the aim heads its sentence (``بهدف …، افتتحت البلدية``)."""
    forms, end = ground.text.forms, min(ground.text.sentence(marker)[1], marker + _LONG)
    comma = next((k for k in range(marker + 1, end) if forms[k] == "،"), end)
    if (
        comma + 2 >= end
        or is_action(ground, comma + 1)
        or joins(ground, comma + 1)
        or not (verbal(ground, comma + 1) or forms[comma + 2].startswith("ال"))
    ):
        return None
    return _named(ground, comma + 2, _phrase_end(ground, comma + 2, min(comma + 2 + _NEAR, end)))


def _told_before(ground: Ground, begin: int) -> str | None:
    """Whom the sentence before, to which a verb without a subject goes back, is about: its first body or undertaking."""
    if not begin:
        return None
    text, first = ground.text, max(ground.text.sentence(begin - 1)[0], begin - _LONG)
    mention = next((m for m in ground.within(first, begin) if ground.names.type(m) in _BODIES), None)
    place = next(compress(range(first, begin), map(UNDERTAKES.__getitem__, text.forms[first:begin])), None)
    if place is not None and text.forms[place].removeprefix("و").startswith("ال") and (mention is None or place < mention.first):
        return _named(ground, place, _phrase_end(ground, place, min(place + _NEAR, begin)))
    return None if mention is None else name_of(ground, mention)


def _told(ground: Ground, first: int, last: int) -> str | None:
    """The holder that stands between the marker and the aim: a phrase, or what ل leads to (``الهدف المعلن للحملة``)."""
    text, first = ground.text, past_when(ground, first)
    while first < last and text.forms[first] in _LEADING:
        first += 1
    if first + 1 < last and text.forms[first] in _RELATIVE and "draw_up_verb" in text.word(first + 1).entries:
        first += 2  # التي حددها المؤتمر
    headed = first < len(text.words) and (first in ground.named or not HOLDING.isdisjoint(text.words[first].entries))
    owner = next(compress(range(first, last), map(_BELONGS.__getitem__, text.forms[first:last])), None)
    if owner is not None and (owner == first or not headed):
        return _named(ground, owner, _phrase_end(ground, owner, last))
    return _named(ground, first, _phrase_end(ground, first, last) if first < last else last)


@Known
def _BELONGS(form: str) -> bool:
    """Whether a form is ل with a noun that has ال: the owner of what stands before it."""
    return form.startswith("لل") and len(form) > REACH // 2 and form not in _MANNER


def _before(ground: Ground, marker: int) -> str | None:
    """The subject that heads the clause right before the marker."""
    text = ground.text
    left = ground.left(marker)
    if ground.text.forms[marker - 1] in _RELATIVE:
        return _antecedent(ground, marker - 1)
    if not left < marker <= left + _CLAUSE or (_adjunct[ground.text.forms[left]] and ground.text.has(left, "adjunct")):
        return None
    if text.forms[left] in _DENYING:
        left += 1
    if ground.finite(left) or verbal(ground, left) or _unlisted_verb(ground, left):
        if "cardinal" in text.word(left + 1).entries and "plan_noun" in text.words[marker].entries:
            return None  # حدد ثلاث مهمات
        return _named(ground, left + 1, _phrase_end(ground, left + 1, marker))
    if any(ground.text.forms[k] == "،" for k in range(left, marker)):
        return None
    if text.forms[left + 1] in _RELATIVE and "draw_up_verb" in text.word(left + 2).entries:
        return _named(ground, left + 3, _phrase_end(ground, left + 3, marker))
    unknown = not text.words[left].entries and "convened" in text.word(left + 1).entries if left + 1 < marker else False
    return _named(ground, left + unknown, _phrase_end(ground, left + unknown, marker))


def _antecedent(ground: Ground, relative: int) -> str | None:
    """The body that a relative clause is about (``مجموعة العمل التي تروم``)."""
    drawn = ground.word("draw_up_verb", max(ground.text.sentence(relative)[0], relative - _NEAR), relative)
    paper = None if drawn is None else next((k for k in range(drawn + 1, relative) if _is_paper(ground, k)), None)
    if drawn is not None and paper is not None and paper > drawn + 1:
        return _named(ground, drawn + 1, _phrase_end(ground, drawn + 1, paper))  # تبنى الوزراء وثيقة تنص على
    first = next((k for k in range(max(0, relative - _SHORT), relative) if _heads(ground, k)), None)
    return None if first is None else _named(ground, first, _phrase_end(ground, first, relative))


def _is_paper(ground: Ground, k: int) -> bool:
    """Whether token ``k``, a quotation mark before it passed over, is a document that is drawn up."""
    entries = ground.text.words[k].entries
    return "instrument" in entries or "account_noun" in entries


def _heads(ground: Ground, k: int) -> bool:
    """Whether token ``k`` begins the name of a body, or is a word for one."""
    mention, entries = ground.at(k), ground.text.words[k].entries
    named = mention is not None and mention.first == k and ground.names.type(mention) in _BODIES
    return named or not HOLDING.isdisjoint(entries) or "body_head" in entries


def _unlisted_verb(ground: Ground, i: int) -> bool:
    """Whether token ``i``, which no list has, is a present verb by its ي, a definite subject after it."""
    text = ground.text
    plain = text.forms[i].removeprefix("و").startswith("ي") and not text.words[i].entries and len(text.forms[i]) > REACH // 2
    return plain and ground.at(i) is None and (text.forms[i + 1].startswith("ال") or ground.at(i + 1) is not None)


def _subject(ground: Ground, marker: int) -> str | None:
    """The subject of the verbs before the marker, the nearest verb first."""
    text = ground.text
    begin = text.sentence(marker)[0]
    first = max(begin, marker - _FAR)
    verbs = map(VERBAL.__and__, map(SIGNS.__getitem__, reversed(text.forms[first : marker + 1])))
    for k in compress(range(marker, first - 1, -1), verbs):
        if k in ground.named:
            continue
        subject = past_when(ground, k + 1)
        apart = k == marker or text.forms[subject] in ("في", "عن", "علي", "الي")
        stop = marker + ("resolve_noun" not in text.words[marker].entries)
        named = None if apart else _named(ground, subject, _phrase_end(ground, subject, min(stop, len(ground.text.words))))
        if named is not None and not _object(ground, k + 1):
            return named
    if begin < marker and (verbal(ground, begin) or ground.finite(begin)) and text.forms[begin + 1] not in ("في", "عن", "علي", "الي"):
        return _named(ground, begin + 1, _phrase_end(ground, begin + 1, marker))
    that = last_in(ground.introducing, begin, marker)
    if that is not None and text.forms[that][-1:] == "ن" and not verbal(ground, that + 1):
        return _named(ground, that + 1, _phrase_end(ground, that + 1, min(that + 1 + _NEAR, marker)))
    return None


def _object(ground: Ground, k: int) -> bool:
    """Whether the phrase at ``k`` is plainly no subject: a number, an indefinite accusative, an action."""
    text = ground.text
    return text.kinds[k] != "word" or text.forms[k].endswith("ا") or is_action(ground, k) or text.forms[k][:1] in ("ب", "ل")


def _phrase_end(ground: Ground, first: int, last: int) -> int:
    """Where a verb's subject ends: at a preposition, a mark, a number, a verb, or where its object begins.

    A name ends where it ends; after a noun with ال only words with ال can belong to it.
    """
    text, forms, named = ground.text, ground.text.forms, ground.named
    if first in named:
        return min(last, named[first].last)
    for k in range(first + 1, last):
        form, entries = forms[k], text.words[k].entries
        apart = forms[k - 1].startswith("ال") and not form.startswith(("ال", "لل"))
        body = (
            not _BODY.isdisjoint(entries)
            and "apposed" not in entries
            and form.startswith("ال")
            and (k > first + 1 or forms[first].startswith("ال"))
        )
        if (text.kinds[k] == "digits" or "cardinal" in entries) and forms[k + 1] in STATES and k + 2 <= last:
            return k + 2
        if k in named and named[k].first == k and ground.names.type(named[k]) == "person":
            return min(last, named[k].last)
        if (
            form in _BOUNDS
            or form.startswith(("لنفس", "لانفس"))
            or text.kinds[k] != "word"
            or ("cardinal" in entries and not entries["cardinal"].article)
            or apart
            or body
            or verbal(ground, k)
        ):
            return k
    return last


def _named(ground: Ground, first: int, last: int) -> str | None:
    """The words of a holder without what leads to it and from it; None if nothing is left or it is no noun phrase."""
    text, forms = ground.text, ground.text.forms
    first, last = ground.trimmed(first, min(last, len(text.words)))
    while first < last and forms[first] in _LEADING:
        first += 1
    for k in range(first + 1, last):
        if forms[k] in _RELATIVE or text.kinds[k] == "mark":
            last = k
            break
    while last > first and (forms[last - 1] in _LOOSE or text.kinds[last - 1] == "mark"):
        last -= 1
    if first < last and is_action(ground, first, "ب"):
        return None  # تعهدوا بدعم الحكومة
    if not first < last <= first + REACH or forms[first] in _BOUNDS or text.kinds[first] != "word" or _prepositional(ground, first):
        return None
    if forms[first].endswith("ا") and last == first + 1 and first not in ground.named:
        return None
    for told in ground.within(first, last):
        if ground.names.type(told) == "person":
            return excerpt(text, told.first, told.last, told.skip)
    owner = next(compress(range(first, last), map(_BELONGS.__getitem__, forms[first:last])), None)
    if owner is not None and (owner == first or HOLDING.isdisjoint(text.words[first].entries)):
        return "ال" + excerpt(text, owner, last, 2)
    if not can_hold(ground, first, last):
        return None
    mention = ground.at(first)
    if mention is not None and mention.first == first and mention.last == last:
        return name_of(ground, mention)
    return excerpt(text, first, last, mention.skip if mention and mention.first == first else _joined(ground, first))


def _joined(ground: Ground, i: int) -> int:
    """How many characters of و stand before a holder."""
    form, hits = ground.text.forms[i], ground.text.words[i].entries.values()
    return int(form.startswith(("وال", "وهذ", "وتلك", "وذلك")) and all(hit.skip for hit in hits))


def _prepositional(ground: Ground, first: int) -> bool:
    return first not in ground.named and _adjunct[ground.text.forms[first]] and ground.text.has(first, "adjunct")
