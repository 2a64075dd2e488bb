"""Whose attack killed civilians: no foe's, where a force that fights him stands behind the word for it, and a foe's, where he does.

``اعتداءات التحالف``, ``هجمات طائرات التحالف``, ``ألغام التنظيم``: the genitive of such a noun, or of hands, names who did it
(W. Wright, A Grammar of the Arabic Language, II, § 75); so does the subject of a verb whose pronoun goes back to it
(``ألغام زرعها التنظيم``, § 172).
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft, Side, kind_of
from hasila.arabic.figure.number_of import is_number
from hasila.arabic.figure.party import Party
from hasila.arabic.figure.side import OPENERS, Sides
from hasila.text import FINITE, Known, Text, Word, last_in, one_in

_BEFORE, _BEHIND, _DEPTH = 20, 8, 4
_CIVIL = frozenset(("civilian", "person", "victim"))
_ARMED, _ARMS = frozenset(("fighter", "soldier")), frozenset(("fighting_force", "its_man", "man"))
_FOE_REACH, _DESCRIBED = 14, 4  # tokens behind those counted to what killed them; from that to the verb that says whose it is
_SUBJECT_REACH = 7
_GOES_OFF, _SELVES, _NEAR_SELF = frozenset(("انف", "ينف", "تنف")), frozenset(("نفسه", "نفسها", "نفسيهما", "انفسهم")), 5
_OPENS_FIRE = ("فتح", "اطلق", "يطلق")
_ASCRIBED, _TO_WHOM = 4, "الي"  # tokens from the verb to whom violence is put down to
_THEY = "وا"
_TOOL = 3  # tokens from who shells to what is shelled: قصف التنظيم بالهاون للأحياء
_BOTH, _NEAR, _JOINED, _AND = 2, 2, 3, "و"
_PEOPLE = frozenset(("nationality", "community", "dweller"))
_HANDS = frozenset(("يد", "ايدي", "بايدي"))
_AGAINST = frozenset(("علي", "ضد"))
_TO, _ITS = "لل", ("ها", "ه", "هما")
_MEANS = frozenset(("bombing_power", "strike_noun", "fighting_force", "means", "ranks"))


def told_apart(text: Text, draft: Draft, drafts: Sequence[Draft]) -> tuple[range, int]:
    """The tokens behind others that tell what these died of, and where what is told of those behind it begins: the sentence's end, mostly.

    Of each it is told apart only where it is said behind both (``90 مدنيا بغارات التحالف و40 على يد كذا``): else what stands behind
    the last is told of all.
    """
    last, blows = draft.sentence[1], text.where(_strikes)
    if len(blows) < _BOTH or draft.unit is not None:
        return range(0), last
    before, behind = _neighbour(draft, drafts[: draft.nth][-_NEAR:][::-1]), _neighbour(draft, drafts[draft.nth + 1 :][:_NEAR])
    joint = _parting(text, before, draft, blows) if before is not None else None
    others = range(before.end, joint) if before is not None and joint is not None else range(0)
    return others, (_parting(text, draft, behind, blows) if behind is not None else None) or last


def _neighbour(draft: Draft, near: Iterable[Draft]) -> Draft | None:
    """The first of those near it that are counted in its sentence, and are no part of others."""
    return next((d for d in near if d.sentence == draft.sentence and d.role != "part" and d.unit is None), None)


def _parting(text: Text, before: Draft, draft: Draft, blows: Sequence[int]) -> int | None:
    """Where what is told of the second begins, if it is said behind each of the two what killed them."""
    if not one_in(blows, draft.end, min(draft.end + _BEHIND, draft.sentence[1])):
        return None
    joined = (i for i in range(draft.first, max(before.end, draft.first - _JOINED) - 1, -1) if text.forms[i][0] == _AND)
    joint = next(joined, draft.segment if draft.segment > before.end else draft.first)
    return joint if one_in(blows, before.end, joint) else None


def is_by_force(text: Text, draft: Draft, drafts: Sequence[Draft], actors: Actors) -> bool:
    """Whether those counted are people killed in attacks that are told to be a force's, and no foe's."""
    if kind_of(text, draft) not in _CIVIL:
        return False
    if _is_by_raids(text, draft, actors):
        return True
    places = text.where(_assails)
    if not places:
        return False
    others, last = told_apart(text, draft, drafts)
    first = max(draft.sentence[0], draft.after, draft.first - _BEFORE, others.stop)
    last = min(draft.clause[1], draft.end + _BEHIND, last)
    told = places[bisect_left(places, first) : bisect_left(places, last)]
    return any((party := _doer(text, i + 1, actors)) is not None and _fights(party, actors) for i in told)


def are_struck(text: Text, draft: Draft, sides: Sides) -> bool:
    """Whether dead of whom no word says that they were armed were killed by what a force struck them with:
    ``عدد الشهداء جراء اعتداءات التحالف بلغ 90``.
    """
    places, first = text.where(_strikes), draft.segment
    if not places or kind_of(text, draft) in _ARMED:
        return False
    told = places[bisect_left(places, first) : bisect_left(places, min(draft.clause[1], draft.end + _BEHIND))]
    at = next((i for i in told if side_of_doer(text, i, sides) == "force"), None)
    if at is None:
        return False
    return all(_ARMS.isdisjoint(word.entries) for word in (*text.words[first:at], *text.words[draft.first : draft.end]))


def _is_by_raids(text: Text, draft: Draft, actors: Actors) -> bool:
    """Whether raids on a foe killed those counted, and nothing of his: ``غارات كذا على داعش قتلت 90 مدنيا``, ``غاراته ضد داعش``."""
    raids, killing = text.where(_is_raid), text.where(kills)
    at = last_in(raids, max(draft.segment, draft.after), draft.first) if raids else None
    if at is None or (killing and one_in(killing, at + 1, draft.first)):
        return False
    doer = None if text.words[at].entries["counted_noun"].pronoun else _doer(text, at + 1, actors)
    if doer is not None and not _AGAINST.isdisjoint(text.forms[doer.first : doer.last]):
        return not actors.between(doer.last, draft.first)  # غارات التحالف الدولي ضد داعش: his full name
    behind = at + 1 if doer is None else doer.last
    named = actors.between(behind, draft.first)
    if text.forms[behind] not in _AGAINST or len(named) != 1 or named[0].first != behind + 1 or not actors.is_foe(named[0]):
        return False
    return doer is None or _fights(doer, actors)


def is_by_foe(text: Text, draft: Draft, drafts: Sequence[Draft], sides: Sides) -> bool:
    """Whether those counted are civilians killed by what a foe shot, laid or did, and by nothing of a force's."""
    if draft.noun is None or not _MAY_BE_CIVIL[text.words[draft.noun]]:
        return False
    places = text.where(kills)
    is_ascribed = _is_ascribed(text, draft, sides) or _is_slain(text, draft, sides) or _are_slain_by_men(text, draft, sides)
    if not (places or is_ascribed):
        return False
    others, last = told_apart(text, draft, drafts)
    first, last = max(draft.sentence[0], draft.after, draft.segment, others.stop), min(last, draft.end + _FOE_REACH)
    told = {side_of_doer(text, i, sides) for i in places[bisect_left(places, first) : bisect_left(places, last)]}
    return (is_ascribed or "foe" in told) and "force" not in told


def is_slain_by_fighter(text: Text, draft: Draft, sides: Sides) -> bool:
    """Whether a bare number right behind the verb is of those whom a bomber or gunman killed: ``إن مفجرا انتحاريا قتل ثلاثة``."""
    men, at = text.where("assailant"), draft.first - 1
    if not men or (draft.noun is not None and not _MAY_BE_CIVIL[text.words[draft.noun]]):
        return False
    if one_in(men, at, draft.first):  # قتل انتحاري ثلاثة
        return _is_killing(text, at - 1)
    start = text.sentence(draft.first)[0]
    first = next((i for i in men if max(start, at - _SUBJECT_REACH) <= i < at), None)
    if first is None or not _is_killing(text, at) or one_in(text.where("cardinal"), first - 1, first):
        return False
    if sides.actors.next(first + 1, at) is not None and sides.at(first + 1 + (text.forms[first + 1] == "من")) == "force":
        return False
    before = text.words[first - 1]
    return (first == start or before.form in OPENERS or any(hit.tag in FINITE for hit in before.entries.values())) and not one_in(
        text.where("fighting_force"), first, at
    )


def are_bombed(text: Text, draft: Draft) -> bool:
    """Whether people of whom nobody says whose they are were killed by a bomb, a bomber or gunmen: ``أسفر هجوم انتحاري عن مقتل 12``,
    ``فجر مهاجم نفسه ما أدى إلى مقتل 12 شخصا``, ``قتل 12 عندما انفجرت قنبلة``.
    """
    if draft.unit is not None or text.forms[draft.end] == "من":
        return False
    last = min(draft.end + _BEHIND, draft.sentence[1])
    if draft.noun is None and one_in(text.where("explosion"), max(draft.segment, draft.after), last):
        return True
    if draft.noun is not None and not _MAY_BE_CIVIL[text.words[draft.noun]]:
        return False
    first = max(draft.sentence[0], draft.after)
    return any(first <= i < last and _goes_off(text, i) for i in text.where("blast_verb")) or are_shot(text, draft)


def are_shot(text: Text, draft: Draft) -> bool:
    """Whether gunmen opened fire on those killed: ``إن مسلحين فتحوا النار على عربة مما أسفر عن مقتل اثنين``."""
    men = text.where("assailant") if draft.noun is None or _MAY_BE_CIVIL[text.words[draft.noun]] else ()
    first = max(draft.sentence[0], draft.after)
    if not men or not one_in(men, first, draft.first):
        return False
    return any(first < i < draft.first and _is_fire_opened(text, i) for i in text.where(_is_fire))


def _goes_off(text: Text, i: int) -> bool:
    """``انفجرت قنبلة``, ``فجر مهاجم نفسه``: whether something goes off, or somebody blows himself up."""
    hit = text.words[i].entries["blast_verb"]
    return hit.tag in FINITE and (
        text.forms[i].removeprefix("و")[:3] in _GOES_OFF or not _SELVES.isdisjoint(text.forms[i + 1 : i + _NEAR_SELF])
    )


def _is_fire(word: Word) -> bool:
    return word.form == "النار"


def _is_fire_opened(text: Text, i: int) -> bool:
    """``فتحوا النار``, ``أطلق مسلح النار``."""
    return any(form.removeprefix("و").startswith(_OPENS_FIRE) for form in text.forms[max(0, i - 2) : i])


def _is_killing(text: Text, i: int) -> bool:
    hit = text.word(i).entries.get("killer_verb")
    return hit is not None and hit.tag in FINITE and not hit.pronoun


def _is_slain(text: Text, draft: Draft, sides: Sides) -> bool:
    """Whether a foe is the subject of the verb that tells of those killed: ``تسبب كذا بمقتل 44 مدنيا``, ``أن كذا تسبب``."""
    verbs = text.where("toll_verb")
    at = last_in(verbs, draft.segment, draft.first) if verbs else None
    if at is None or text.words[at].entries["toll_verb"].tag not in FINITE:
        return False
    return (sides.at(at + 1) or next(sides.among(draft.segment, at), None)) == "foe"


def _are_slain_by_men(text: Text, draft: Draft, sides: Sides) -> bool:
    """Whether men killed those counted, where the sentence tells of a foe's men alone: ``دخل 30 من مسلحي كذا القرية وقتلوا 4 مدنيين``."""
    verb = draft.first - 1
    if not (text.forms[verb].endswith(_THEY) and _is_killing(text, verb)):
        return False
    first = draft.sentence[0]
    counted = (i for i in range(first + 2, verb) if text.forms[i - 1] == "من" and is_number(text, i - 2))
    return ({*sides.among(first, verb), *map(sides.at, counted)} - {None}) == {"foe"}


def _is_ascribed(text: Text, draft: Draft, sides: Sides) -> bool:
    """Whether the violence that the sentence tells of is put down to a foe: ``أعمال العنف التي ينسب جلها إلى كذا``."""
    at = last_in(text.where("ascribed"), draft.sentence[0], draft.first) if text.where("ascribed") else None
    if at is None or not one_in(text.where("all_violence"), draft.sentence[0], at):
        return False
    to = next((i for i in range(at + 1, min(at + _ASCRIBED, draft.first - 1)) if text.forms[i] == _TO_WHOM), None)
    return to is not None and sides.at(to + 1) == "foe"


def side_of_doer(text: Text, i: int, sides: Sides) -> Side | None:
    """On which side he is whose a means of killing is: in its genitive, behind ل, or the subject of a verb told of it."""
    stop = min(i + 1 + _DESCRIBED, text.sentence(i)[1])
    side = sides.at(i + 1) if i + 1 < stop else None
    if side is not None:
        is_open = side == "foe" and "bombardment" in text.words[i].entries  # قصف كذا is of who is shelled too
        return side if not is_open or _has_object(text, i + 1, stop, sides) else None
    for at in range(i + 1, stop):
        word = text.words[at]
        if word.kind == "mark":
            return None
        if word.form.startswith(_TO) or _LED_BY_TO[word]:
            return sides.at(at)
        if word.form.endswith(_ITS) and at + 1 < stop and (side := sides.at(at + 1)) is not None:
            return side
    return None


def _has_object(text: Text, i: int, stop: int, sides: Sides) -> bool:
    """Whether behind who stands in a masdar's genitive its object is told, under ل or alone: ``قصف التنظيم للأحياء``."""
    party = sides.actors.next(i, stop)
    behind = party.last if party is not None else i + 1
    for at in range(behind, min(behind + _TOOL, len(text))):
        word = text.words[at]
        if word.kind == "mark":
            return False
        if word.form.startswith(_TO) or _LED_BY_TO[word]:
            return True
    return False


def _doer(text: Text, i: int, actors: Actors) -> Party | None:
    """Who stands in the genitive that begins at a token, or in that of a noun for his men or means there."""
    for at in range(i, min(i + _DEPTH, len(text))):
        party = actors.at(at)
        if party is not None and party.first == at:
            return party
        if text.kinds[at] != "mark" and not _IS_MEANS[text.words[at]]:
            return None
    return None


def _fights(party: Party, actors: Actors) -> bool:
    """Whether somebody is a state, a coalition or an armed body, and no foe."""
    if actors.is_foe(party) or party.type not in ("country", "organization"):
        return False
    return party.type == "country" or party.kind == "party" or actors.is_joint(party) or actors.has_head(party, "force_head")


@Known
def _IS_MEANS(word: Word) -> bool:
    return not _MEANS.isdisjoint(word.entries)


def _assails(word: Word) -> bool:
    """Whether a word is one for an attack or for what is done to people in one."""
    return "assault_noun" in word.entries or word.form in _HANDS


def kills(word: Word) -> bool:
    """Whether a word is one for what civilians are killed by, or at whose hands."""
    return "killing_means" in word.entries or "assault_noun" in word.entries or "explosion" in word.entries


def _is_raid(word: Word) -> bool:
    """Whether a word is one for raids, be it with a pronoun: ``غاراته``."""
    return word.value("counted_noun") == "raid"


def _strikes(word: Word) -> bool:
    """Whether a word is one for what people are killed by, or struck with from the air."""
    return "strike_noun" in word.entries or word.form in _HANDS or kills(word)


@Known
def _MAY_BE_CIVIL(word: Word) -> bool:
    """Whether a noun is that of people, or what they are called by whence they come: ``90 عراقيا``."""
    hit = word.entries.get("counted_noun")
    return hit.value in _CIVIL if hit is not None else not _PEOPLE.isdisjoint(word.entries)


@Known
def _LED_BY_TO(word: Word) -> bool:
    return any(hit.clitics.endswith("ل") for hit in word.entries.values())
