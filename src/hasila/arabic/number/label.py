"""Digits that count nothing: parts of names (``F-16``, ``قرار 2254``), telephone numbers, addresses, scores, list marks."""

from hasila.arabic.number.amount import Amount
from hasila.arabic.number.series import OCTANES, is_of_series, leads_series
from hasila.text import Known, Text, analyse
from hasila.text.mark import DASHES

_CHAIN = frozenset("-/:+×x*.")
_IN_ADDRESS = frozenset("/_@#=&?-")
_PROCLITICS = frozenset(
    ("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "فال", "كال", "لل", "ولل", "وبال", "وب", "ول", "فب", "من", "عن", "في", "ها")
)
_LABELLED_BY_DIGITS = 3
_WITHIN = 6
_OPENERS, _CLOSERS = frozenset('«"“‘('), frozenset('»"”’')
_BETWEEN = frozenset(("(", ":", "ال", "«", '"'))
_LIST_MARKS = frozenset("-).–/")
_PARTING = DASHES | frozenset("|،,/(•")
_NISBA = ("ي", "يه", "يان", "يين", "يتان", "يتين")
_CALIBRE = frozenset(("عيار", "العيار", "بعيار"))
_NUMBER_OF = frozenset((*(f"{joined}{form}" for joined in ("", "ب", "و", "ل", "ك") for form in ("رقم", "الرقم", "ارقام")), "للرقم"))
_NUMBERED_BEHIND = _NUMBER_OF | {"الامن"}  # قرار مجلس الأمن الدولي 1701
_LEADING = _CALIBRE | _BETWEEN | {"فرنسا", "الامن", "لسنه"}
_PLACES = frozenset(("country", "capital", "town", "city"))
_NAMING = frozenset(("numbered_thing", "numbered_series", "numbered_place", "issue_word")) | _PLACES
_HEADING = frozenset(("series_head", "digits", "numbered_thing"))
_NTH = "عدد"  # of a law, in the Maghreb
_LAWS = frozenset(("قانون", "امر", "مرسوم", "قرار", "منشور", "فصل", "مذكره", "اعلان", "ظهير", "مقرر", "بلاغ"))
_HOLDERS, _FEW = frozenset("الدوره الجوله المركز القاعه الغرفه الحلقه القسم اللجنه النسخه المحطه الخط الملف القطاع".split()), 10  # noqa: SIM905
_POINTS = frozenset(("النقطه", "البير"))
_YEAR, _EDITIONS = 4, range(1930, 2051)
_SHORT = 3
_LONGEST_NAME = 4
_LONGEST_LIST = 20
_RANGE = 10  # the ends of no range lie so many times apart
_LONGEST_WITH_ZERO = 4
_CHANNEL = 24  # فرنسا 24
_MINUTE, _LAST_MINUTE = frozenset(("دقيقه", "دقيقتين", "دقيقتان", "دقايق")), 130


def chain_stop(text: Text, i: int) -> int:
    """The token after a chain of digits that is no number or range: ``11-9-2001``, ``5+1``, ``3:1``, three groups and more."""
    if text.kinds[i] != "digits":
        return i
    stop, groups, telling = i + 1, 1, False
    while True:
        if text.forms[stop] in _CHAIN and text.kinds[stop + 1] == "digits" and text.glued(stop) and text.glued(stop + 1):
            telling = telling or text.forms[stop] in ":+×*x."
            stop, groups = stop + 2, groups + 1
        elif text.kinds[stop] == "digits" and stop not in text.lines:
            stop, groups = stop + 1, groups + 1
        else:
            break
    return stop if telling or groups > _LABELLED_BY_DIGITS or (groups == _LABELLED_BY_DIGITS and not _mixed(text, i)) else i


def _mixed(text: Text, i: int) -> bool:
    """``10 1/2``, ``1/4 2``: a whole number and a fraction."""
    if text.forms[i + 1] == "/":
        return text.kinds[i + 3] == "digits" and not text.glued(i + 3) and len(text.forms[i]) < 3 and len(text.forms[i + 2]) < 3
    return text.kinds[i + 1] == "digits" and text.forms[i + 2] == "/" and len(text.forms[i + 1]) < 3


def is_label(text: Text, amount: Amount, digits: int) -> bool:
    """Whether the amount, whose digits or number word are at token ``digits``, is part of a name or a mark and counts nothing."""
    forms, first, behind = text.forms, amount.first, digits + 1
    if not (
        _leads[forms[first - 1]]
        or _heads[forms[first - 2]]
        or _ends[forms[behind]]
        or (amount.stop != behind and _ends[forms[amount.stop]])
        or first != digits
        or forms[digits].startswith("0")
    ):
        return False
    if text.forms[behind] == "/" and amount.type != "fraction" and text.glued(behind) and text.kinds[behind + 1] == "digits":
        return True
    if _after_thing(text, amount):
        return True
    if text.kinds[digits] != "digits":
        return False
    if _glued_to_name(text, amount, digits) or _ends_name(text, amount) or is_of_series(text, amount):
        return True
    marked = "mark" in (text.kinds[digits - 1], text.kinds[behind])
    return marked and (_list_mark(text, amount, digits) or is_score(text, digits))


@Known
def _leads(form: str) -> bool:
    """Whether a word of this form (none past the text's ends) right in front of a number may make a label of it."""
    if form == "" or form in _LEADING:
        return form != ""
    word = analyse(form)
    glued = word.kind != "word" or (len(form) < _SHORT and form not in _PROCLITICS)
    return glued or leads_series(form) or form.lstrip("بو").removeprefix("ال") in _MINUTE or not _NAMING.isdisjoint(word.classes)


@Known
def _heads(form: str) -> bool:
    """Whether a word of this form may make a label of a number by what stands between them: ``رقم``, or digits that are one."""
    return form in _NUMBERED_BEHIND or (form != "" and not _HEADING.isdisjoint(analyse(form).classes))


@Known
def _ends(form: str) -> bool:
    """Whether a word of this form behind a number may make a label of it."""
    if form in _CLOSERS or form in _LIST_MARKS or form in DASHES or form in OCTANES:
        return True
    word = analyse(form) if form else None
    return word is not None and (word.kind == "latin" or "month" in word.classes or "unit_many" in word.classes)


def _glued_to_name(text: Text, amount: Amount, i: int) -> bool:
    """``F16``, ``16F``, ``G-7``, ``#20``, ``00201234567``."""
    form, behind = text.forms[i], text.kinds[i + 1]
    if form[0] == "0" and len(form) > _LONGEST_WITH_ZERO and form.isdecimal():
        return True
    if behind == "latin" and text.glued(i + 1) and not any(text.has(i + 1, c) for c in ("currency", "length", "measure")):
        return True
    return text.glued(i) and _glued_behind_name(text, amount, i)


def _glued_behind_name(text: Text, amount: Amount, i: int) -> bool:
    before, kind = text.forms[i - 1], text.kinds[i - 1]
    if kind == "latin":
        return not text.has(i - 1, "currency")
    if kind == "word":
        return len(before) < _SHORT and before not in _PROCLITICS
    if before == "/" and text.kinds[i - 2] == "digits" and text.glued(i - 1) and amount.unit is None:
        return True
    hyphened = amount.unit is None and before in "-_" and text.glued(i - 1) and text.kinds[i - 2] in ("word", "latin")
    equation = before in "<>=" and text.forms[i - 2] in "<>=" and text.glued(i - 1) and not _is_sign(text, i)
    address = before in _IN_ADDRESS and text.glued(i - 1) and text.kinds[i - 2] == "latin"
    return hyphened or address or equation or before in "#@" or (before == "[" and text.forms[i + 1] == "]")


def _is_sign(text: Text, i: int) -> bool:
    """Whether the two marks before token ``i`` are one sign (``>=``)."""
    sign = text.find(i - 2, "approximator")
    return sign is not None and sign.stop == i


def _after_thing(text: Text, amount: Amount) -> bool:
    """``القرار 2254``, ``رقم: 7``, ``مجموعة العشرين``, ``حركة 20 فبراير``; not a number with a unit."""
    before = text.forms[amount.first - 1]
    if before in _CALIBRE or (before in ("-", "–") and text.has(amount.first - 2, "hyphened_name")):
        return True
    if amount.vague:
        return text.has(amount.stop, "unit_many")  # مئات السنين is a length of time
    digits = text.kinds[amount.first] == "digits"
    if amount.unit is not None or amount.type in ("fraction", "money") or (amount.clitics and not digits):
        return False  # سعر الكيلو 18 جنيها: no unit where many countries share a name
    if not amount.article and text.has(amount.stop, "month"):
        return True
    return (digits or amount.article or amount.low == _CHANNEL) and _numbered(text, amount, digits)


def _numbered(text: Text, amount: Amount, digits: bool) -> bool:
    """Whether what stands in front of the amount has numbers for names."""
    forms, at = text.forms, amount.first - 1
    while at > amount.first - 3 and forms[at] in _BETWEEN:
        at -= 1
    if forms[at] in ("و", "او", "،") and text.kinds[at - 1] == "digits":
        at -= 2  # القراران 1559 و1701
    before = forms[at]
    if "true_one" in text.words[at].entries:
        return False  # إن الرقم الحقيقي 900
    if before in _NUMBER_OF and at == amount.first - 1 and (counted := text.word(amount.stop).entries.get("counted_noun")):
        return counted.article  # إن رقم 1275 مدنيا خطأ, يتمسك برقم 1275 مدنيا
    if before.endswith("مجموعه") and not amount.article and _its_total(text, at):
        return False
    if before == "فرنسا" and amount.low == _CHANNEL:
        return True
    if digits and before == "الامن" and forms[at - 1] == "مجلس":
        return forms[at - 2].endswith(("قرار", "قراره", "قراري", "قرارات"))
    if digits and before.lstrip("بو").removeprefix("ال") in _MINUTE and amount.low <= _LAST_MINUTE:
        return before.lstrip("بو").startswith("ال") and not text.has(amount.stop, "counted_noun")  # of a match
    if digits and before == _NTH and _is_of_law(text, at, amount.stop):
        return True
    if digits and before == "لسنه":
        return True  # of a court's year
    if digits and _is_issue(text, at, amount.stop):
        return True
    if digits and at == amount.first - 1 and _is_placed(text, at, amount.stop):
        return True
    if digits and _described(text, at) and not text.has(amount.stop, "counted_noun"):
        return True
    named = text.has(at, "numbered_thing") or (forms[at - 1] in _NUMBER_OF and not text.has(at, "function"))
    return named and (digits or amount.article) and not _counts(text, amount, forms[at])


def _counts(text: Text, amount: Amount, thing: str) -> bool:
    """Whether a number behind what may have one counts its own noun: ``في القاعة 35 وفدا``, ``شارك في الدورة 8 فرق``."""
    hit = text.word(amount.stop).entries.get("counted_noun")
    if hit is None or hit.clitics or hit.article:
        return False
    if hit.tag == "singular" and text.forms[amount.stop].endswith("ا"):
        return True
    return thing in _HOLDERS and (hit.tag == "singular") == (amount.low > _FEW)


def _described(text: Text, i: int) -> bool:
    """``القرار الأممي 1701``, ``قرار مجلس الأمن الدولي 1701``: an adjective between the thing and its number."""
    forms = text.forms
    if not (forms[i].startswith("ال") and forms[i].endswith(_NISBA)) or text.has(i, "function"):  # الرقم إلى 300
        return False
    if text.has(i, "time_nth"):  # في المركز الثاني (3244)
        return False
    definite = forms[i - 1].lstrip("بو").startswith(("ال", "لل"))
    return definite and (text.has(i - 1, "numbered_thing") or (forms[i - 1] == "الامن" and text.has(i - 3, "numbered_thing")))


def _is_placed(text: Text, i: int, stop: int) -> bool:
    """``في حي 700``, ``وصل إلى النقطة 400 على الحدود``: whether a place stands before a number that has nothing behind it to count."""
    place = text.words[i].entries.get("numbered_place")
    if place is None or place.pronoun or (place.article and text.forms[i] not in _POINTS):
        return False
    return text.kinds[stop] != "word" or text.forms[stop].startswith("ال") or stop in text.lines or text.has(stop, "function")


def _is_issue(text: Text, i: int, stop: int) -> bool:
    """``العدد 1847 - صفحة 5``: the number of a paper's issue or year, alone between marks or a line's ends."""
    if not text.has(i, "issue_word") or not (i in text.lines or (text.forms[i - 1] in _PARTING and text.forms[i + 1] != ":")):
        return False
    return stop >= len(text) or stop in text.lines or text.kinds[stop] == "mark"


def _is_of_law(text: Text, i: int, stop: int) -> bool:
    """``القانون عدد 78 لسنة 1985``, ``الأمر عدد 170``: the number of a law in the Maghreb."""
    if text.forms[stop] == "لسنه" and text.kinds[stop + 1] == "digits":
        return True
    return text.forms[i - 1].removeprefix("و").removeprefix("ال") in _LAWS and "counted_noun" not in text.word(stop).entries


def _its_total(text: Text, i: int) -> bool:
    """``بما مجموعه 20``: *the total of which*, spelled like the folded ``مجموعة``."""
    return text.forms[i - 1] in ("ما", "بما", "وما", "لما") or text.exact(i, i + 1).endswith("ه")


def _ends_name(text: Text, amount: Amount) -> bool:
    """A name that ends in digits: ``«تونس 2020»``, ``محادثات جنيف 3``."""
    forms, kinds, first, stop = text.forms, text.kinds, amount.first, amount.stop
    if amount.unit is not None or kinds[first] != "digits" or kinds[first - 1] not in ("word", "latin"):
        return False
    if forms[stop] in _CLOSERS and any(forms[first - n] in _OPENERS for n in range(2, _LONGEST_NAME)):
        return not any(text.has(first - n, cls) for n in (1, 2) for cls in ("function", "approximator", "comparison_verb"))
    if _is_edition(text, amount):
        return True
    if not text.has(first - 1, "numbered_series") and not (text.has(first - 2, "series_head") and _names(text, amount)):
        return False
    if forms[stop] == "من" and "counted_noun" in text.word(stop + 1).entries:
        return False  # منذ بدء حملة التحالف 25 من عناصر
    return kinds[stop] != "word" or forms[stop].startswith("ال") or text.has(stop, "function")


def _is_edition(text: Text, amount: Amount) -> bool:
    """``في بودابست 2023``, ``مونديال قطر 2022 وكوبا 2024``: the year of what was held there, with nothing behind that it counts."""
    first, stop = amount.first, amount.stop
    if stop != first + 1 or len(text.forms[first]) != _YEAR or amount.low not in _EDITIONS or amount.clitics:
        return False
    if _PLACES.isdisjoint(text.words[first - 1].entries) or "counted_noun" in text.word(stop).entries:
        return False
    behind = text.forms[stop]
    return text.kinds[stop] != "word" or stop in text.lines or behind[0] in "وف" or "function" in text.words[stop].entries


def _names(text: Text, amount: Amount) -> bool:
    """Whether a word before digits names with them: no verb (``الحملة دربت 25``), no particle (``البيان أن 25``), nothing indefinite
    behind the article (``منذ بدء الحملة مقتل 25``), nobody's death (``منذ حملة العام سقوط 25``), and no thousand (``حملة الشتاء 25 ألفا``).
    """
    head, word, entries = text.forms[amount.first - 2], text.forms[amount.first - 1], text.words[amount.first - 1].entries
    if "mishap" in entries or (head.startswith("ال") and not word.startswith("ال")):
        return False
    tags = [hit.tag for hit in entries.values()]
    return amount.scale == 1 and "function" not in entries and "past" not in tags and "present" not in tags


def _list_mark(text: Text, amount: Amount, i: int) -> bool:
    """``1- كلمة``, ``(2) كلمة``, ``3. كلمة`` at the start of a line."""
    form, lines = text.forms[i], text.lines
    if text.forms[i + 1] not in _LIST_MARKS or amount.stop != i + 1 or amount.unit is not None or not form.isdecimal() or len(form) > 2:
        return False
    opened = text.forms[i - 1] == "(" and i - 1 in lines
    if opened and (int(form) > _LONGEST_LIST or text.has(i + 2, "counted_noun")):
        return False
    return (i in lines or opened) and i + 2 not in lines and (text.kinds[i + 2] == "word" or _leads_item(text, i))


def _leads_item(text: Text, i: int) -> bool:
    """``2- 340 سفينة``: a small number, and behind a mark and a space one so much larger that both are no range."""
    behind = text.forms[i + 2].replace(",", "").replace("٬", "")
    if text.glued(i + 2) or text.kinds[i + 2] != "digits" or not behind.isdecimal():
        return False
    return int(text.forms[i]) <= _LONGEST_LIST and (int(behind) >= _RANGE * int(text.forms[i]) or text.forms[i + 1] == ")")


def is_score(text: Text, i: int) -> bool:
    """Whether digits at token ``i`` are of a score (``3-1``): a dash beside them, a word of winning or losing just before."""
    if not (_dashed(text, i + 1) or _dashed(text, i - 1)):
        return False
    start = max(text.sentence(i)[0], i - _WITHIN)
    return any(text.has(j, "score_word") for j in range(start, i))


def _dashed(text: Text, i: int) -> bool:
    """Whether token ``i`` is a dash between digits."""
    return text.forms[i] in DASHES and text.kinds[i - 1] == "digits" and text.kinds[i + 1] == "digits"
