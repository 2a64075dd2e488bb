"""The line of effort that a clause is about, by the codebook's vocabulary."""

from bisect import bisect_left
from collections import Counter
from itertools import chain, filterfalse
from operator import attrgetter, itemgetter

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.side import Rest
from hasila.arabic.judgement.word import RELATIVES
from hasila.codebook.key import keys

_GENERAL = ("military", "overall")
_alone = attrgetter("alone")
_WHOLE = frozenset(("overall",))
_ALL_GENERAL = frozenset(_GENERAL)
_BESIDE = ("ally", "joint")
_LESS = {"ally": _WHOLE, "joint": _ALL_GENERAL}  # the lines that tell nothing better
_WIDE = 90
_NEAR = 5
_HELPING = frozenset(("مساعده", "مساعدتها", "مساعدتهم", "معاونه", "اعانه"))
_LISTED = 2
_OFTEN = 4
_RELIEF = ["stabilization"]  # the one line that a text can be about which names none of a codebook's parties


def find_lines(ground: Ground, first: int, last: int) -> dict[str, int]:
    """The lines that words of the tokens [first, last) belong to, and where the first of each stands; names don't count."""
    known = ground.lines.get((first, last))
    if known is None:
        known = ground.lines[first, last] = _find(ground, first, last)
    return known


def _find(ground: Ground, first: int, last: int) -> dict[str, int]:
    lining = ground.unnamed_lining
    begin = bisect_left(lining, first)
    if begin == len(lining) or lining[begin] >= last:
        return {}
    told, forms = ground.sides.lines, ground.text.forms
    found: dict[str, int] = {}
    waiting: dict[str, int] = {}
    beside: set[str] = set()  # the lines that only who takes part, or acting together, tells so far
    for i in lining[begin : bisect_left(lining, last)]:
        entries = told[forms[i]]
        if entries is None:
            continue
        every, alone, second, kind = entries
        here = found if kind is None or _accompanied(ground, kind, i, first, last) else waiting
        if not second or second.isdisjoint(keys(forms[i + 1])):
            for line in alone:
                if line not in here:
                    here[line] = i
                    if kind in _BESIDE:
                        beside.add(line)
                elif line in beside and kind not in _BESIDE:
                    here[line] = i
                    beside.discard(line)
            continue
        for rest, line in every:
            if not rest:
                here.setdefault(line, i)
            elif line not in found and i + len(rest) < last and _follow(forms, i, rest):
                found[line] = i
    for line, i in waiting.items():
        if line not in found and any(_listed_with(ground, i, k) for other, k in found.items() if other not in _GENERAL):
            found[line] = i
    return _mattering(ground, found) if beside and len(found) > 1 else found


def _mattering(ground: Ground, found: dict[str, int]) -> dict[str, int]:
    """The lines found, without that of who takes part (``الشركاء``) or of acting together (``التعاون``) where another is told."""
    told, forms = ground.sides.lines, ground.text.forms
    kinds = {line: entries.open for line, i in found.items() if (entries := told[forms[i]]) is not None and entries.open in _BESIDE}
    others = found.keys() - kinds.keys()
    return {line: i for line, i in found.items() if line not in kinds or not others - _LESS[kinds[line]]}


def _listed_with(ground: Ground, i: int, k: int) -> bool:
    """Whether the words at the two tokens are named in one list (``التمويل والدعاية``)."""
    return abs(i - k) <= _LISTED and ground.text.forms[max(i, k)].startswith("و")


def _accompanied(ground: Ground, kind: str, i: int, first: int, last: int) -> bool:
    """Whether a word of ordinary life is one of the fight here: the foe, an armed force or a verb of cutting off stands with it."""
    if kind in _BESIDE:
        return True
    if kind == "money":
        cut = ground.foe_within(first - _NEAR, last) is not None or ground.listed("cutting", max(first - 1, i - _NEAR), i) is not None
        return cut or ground.word("aim_head", i - _NEAR, i) is not None
    if kind == "calm":
        return ground.listed("economy", i + 1, i + 3) is None
    if kind == "aid":
        return not _armed(ground, i + 1, min(i + _NEAR, last))
    begin, end = ground.text.sentence(first)
    return ground.followed or _armed(ground, max(begin, first - _WIDE // 2), min(end, last + _WIDE // 2))


def _armed(ground: Ground, first: int, last: int) -> bool:
    """Whether the foe or an armed force is named in the range."""
    return ground.foe_within(first, last) is not None or ground.listed("armed_force", first, last) is not None


def _follow(forms: list[str], i: int, rest: Rest) -> bool:
    """Whether the forms after token ``i`` are those of these words, one by one."""
    return not any(map(frozenset.isdisjoint, rest, map(keys, forms[i + 1 : i + 1 + len(rest)])))


def choose_lines(ground: Ground, first: int, last: int, near: int | None = None) -> list[str]:
    """The lines of a clause: the special ones before the general, several where the clause joins them with و.

    ``near``: the token that the clause turns on. Without any word of a line it is the codebook's last, the whole.
    """
    return _chosen(ground, find_lines(ground, first, last), near)


def _chosen(ground: Ground, found: dict[str, int], near: int | None) -> list[str]:
    special = list(filterfalse(_ALL_GENERAL.__contains__, found))
    if not special:
        if near is not None and len(found) == len(_GENERAL) and found["overall"] < min(found["military"], near):
            return ["overall"]  # فشلت استراتيجية محاربة التنظيم
        for line in _GENERAL:
            if line in found:
                return [line]
        return [ground.codebook.lines[-1].id if ground.codebook.lines else "overall"]
    if len(special) == 1:
        return special
    special.sort(key=found.__getitem__)
    joined = [line for line in special[1:] if ground.text.forms[found[line]].startswith("و")]
    head = special[0] if near is None or joined else min(special, key=lambda line: (found[line] < near, abs(found[line] - near)))
    return [head, *(line for line in joined if line != head)]


def lines_of_aim(ground: Ground, first: int, last: int, *, point: bool = False) -> list[str]:
    """The lines of an aim by its own words; in a text about the undertaking, else the special one of its sentence, or the text's.

    ``point``: the aim is one of several, so that its sentence tells nothing of it.
    """
    first, last = _own_words(ground, first, last)
    by = ground.listed("aim_means", first + 1 if first + 1 > last - _NEAR else last - _NEAR, last)
    found = (
        (find_lines(ground, first, by) if by is not None else {}) or find_lines(ground, first, last) or _named_force(ground, first, last)
    )
    manners = [i for line, i in found.items() if line not in _GENERAL]
    if len(manners) >= _LISTED and all(ground.text.forms[i].endswith("ا") for i in manners):
        return [ground.codebook.lines[-1].id]  # in every way (فكريا وماليا)
    if not found and ground.followed and ground.foe_within(first, last) is None:
        start, stop = ground.text.sentence(first)
        if not point and stop - start <= _WIDE and is_special(ground, start, stop):
            return choose_lines(ground, start, stop)[:1]
        return _of_text(ground)
    return _chosen(ground, found, None)


def _own_words(ground: Ground, first: int, last: int) -> tuple[int, int]:
    """An aim without what only tells of those who are fought (``داعش الذي يدعو إلى``), or whom it helps (``مساعدة السكان على``)."""
    forms = ground.text.forms
    told = last
    if not RELATIVES.isdisjoint(forms[first + 2 : last]):
        told = next((k for k in range(first + 2, last) if forms[k] in RELATIVES and ground.is_foe(k - 1)), last)
    if forms[first].removeprefix("ل").removeprefix("ب") in _HELPING and "علي" in forms[first + 1 : told]:
        on = forms.index("علي", first + 1)
        if on + 1 < told and "act_masdar" in ground.text.words[on + 1].entries:
            return on + 1, told
    return first, told


def _named_force(ground: Ground, first: int, last: int) -> dict[str, int]:
    """The general lines that names begin with words of (``الجيش العراقي``), where nothing else tells a line."""
    told, forms = ground.sides.lines, ground.text.forms
    starts = [mention.first for mention in ground.within(first, last)]
    return {line: i for i in starts if (entries := told[forms[i]]) for line in entries.alone if line in _GENERAL}


def lines_about(ground: Ground, first: int, last: int, near: int | None = None) -> list[str]:
    """The lines of a clause by its own words, else the special one of what leads to it, or of the question that it answers."""
    text = ground.text
    found = find_lines(ground, first, last)
    if not found:
        begin = text.sentence(first)[0]
        before = text.sentence(begin - 1)[0] if begin and text.forms[begin - 1] in ("؟", "?") else begin
        for start, stop in ((begin, first), (before, begin)):
            if 0 < stop - start <= _WIDE and is_special(ground, start, stop):
                return choose_lines(ground, start, stop)[:1]
        if ground.foe_within(first, last) is None and (ground.camps.followed or _of_text(ground) == _RELIEF):
            main = _of_text(ground)
            return main if main != ["military"] else ["overall"]
        found = _named_force(ground, first, last)
    elif found.keys() == _WHOLE and ground.foe_within(first, last) is None and _of_text(ground)[0] not in _GENERAL:
        if not ground.camps.followed and _of_text(ground) != _RELIEF:
            return _chosen(ground, found, near)
        return _of_text(ground)  # its aims and results are those of the line that the text is about
    return _chosen(ground, found, near)


def _of_text(ground: Ground) -> list[str]:
    """The line that a text is about, if more than half of its words of any line are that line's; else the whole."""
    if ground.main_line is None:
        told, forms = ground.sides.lines, ground.text.forms
        lining = filter(None, map(told.__getitem__, map(forms.__getitem__, ground.lining)))
        counts = Counter(chain.from_iterable(map(_alone, lining)))
        line, most = max(counts.items(), key=itemgetter(1), default=("", 0))
        ground.main_line = (
            line if most >= _OFTEN + (not ground.camps.followed) and 2 * most > counts.total() else _chosen(ground, {}, None)[0]
        )
    return [ground.main_line]


def is_special(ground: Ground, first: int, last: int) -> bool:
    """Whether a clause is about one line of effort more than about the fight in general."""
    return not find_lines(ground, first, last).keys() <= _ALL_GENERAL
