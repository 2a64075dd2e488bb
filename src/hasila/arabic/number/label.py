"""Digits that count nothing: parts of names (``F-16``, ``قرار 2254``), telephone numbers, addresses, scores, list marks."""

from hasila.arabic.number.amount import Amount
from hasila.text import Text

_CHAIN = frozenset("-/:+×x*.")
_IN_ADDRESS = frozenset("/_@#=&?-")
_PROCLITICS = frozenset(
    ("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "فال", "كال", "لل", "ولل", "وبال", "وب", "ول", "فب", "من", "عن", "في", "ها")
)
_LABELLED_BY_DIGITS = 3
_WITHIN = 6
_OPENERS, _CLOSERS = frozenset('«"“‘('), frozenset('»"”’')
_LONGEST_NAME = 4
_LONGEST_LIST = 20
_CHANNEL = 24  # فرنسا 24
_CALIBRE = frozenset(("عيار", "العيار", "بعيار"))
_NUMBER_OF = frozenset(("رقم", "الرقم", "ارقام"))


def chain_stop(text: Text, i: int) -> int:
    """The token after a chain of digits that is no number or range: ``11-9-2001``, ``5+1``, ``3:1``, three groups and more."""
    if text.kind(i) != "digits":
        return i
    stop, groups, telling = i + 1, 1, False
    while True:
        if text.form(stop) in _CHAIN and text.kind(stop + 1) == "digits" and text.glued(stop) and text.glued(stop + 1):
            telling = telling or text.form(stop) in ":+×*x."
            stop, groups = stop + 2, groups + 1
        elif text.kind(stop) == "digits" and stop not in text.lines:
            stop, groups = stop + 1, groups + 1
        else:
            break
    return stop if telling or groups > _LABELLED_BY_DIGITS or (groups == _LABELLED_BY_DIGITS and not _mixed(text, i)) else i


def _mixed(text: Text, i: int) -> bool:
    """``10 1/2``, ``1/4 2``: a whole number and a fraction."""
    if text.form(i + 1) == "/":
        return text.kind(i + 3) == "digits" and not text.glued(i + 3) and len(text.form(i)) < 3 and len(text.form(i + 2)) < 3
    return text.kind(i + 1) == "digits" and text.form(i + 2) == "/" and len(text.form(i + 1)) < 3


def is_label(text: Text, amount: Amount, digits: int) -> bool:
    """Whether the amount, whose digits or number word are at token ``digits``, is part of a name or a mark and counts nothing."""
    if text.form(digits + 1) == "/" and amount.type != "fraction" and text.glued(digits + 1) and text.kind(digits + 2) == "digits":
        return True
    if _glued_to_name(text, amount, digits) or _after_thing(text, amount) or _list_mark(text, amount, digits):
        return True
    return _quoted(text, amount) or is_score(text, digits)


def _glued_to_name(text: Text, amount: Amount, i: int) -> bool:
    if text.kind(i) != "digits":
        return False
    if text.form(i).isdecimal() and len(text.form(i)) > 4 and text.form(i).startswith("0"):
        return True
    if text.glued(i + 1) and text.kind(i + 1) == "latin" and not any(text.has(i + 1, c) for c in ("currency", "length", "measure")):
        return True
    if not text.glued(i):
        return False
    before, kind = text.form(i - 1), text.kind(i - 1)
    if kind == "latin":
        return not text.has(i - 1, "currency")
    if kind == "word":
        return len(before) < 3 and before not in _PROCLITICS
    if before == "/" and text.kind(i - 2) == "digits" and text.glued(i - 1) and amount.unit is None:
        return True
    hyphened = amount.unit is None and before in "-_" and text.glued(i - 1) and text.kind(i - 2) in ("word", "latin")
    equation = before in "<>=" and text.form(i - 2) in "<>=" and text.glued(i - 1) and not _is_sign(text, i)
    address = before in _IN_ADDRESS and text.glued(i - 1) and text.kind(i - 2) == "latin"
    return hyphened or address or equation or before in "#@" or (before == "[" and text.form(i + 1) == "]")


def _is_sign(text: Text, i: int) -> bool:
    """Whether the two marks before token ``i`` are one sign (``>=``)."""
    sign = text.find(i - 2, "approximator")
    return sign is not None and sign.stop == i


def _after_thing(text: Text, amount: Amount) -> bool:
    """``القرار 2254``, ``رقم: 7``, ``مجموعة العشرين``; not a number with a unit."""
    if text.form(amount.first - 1) in _CALIBRE:
        return True
    if text.form(amount.first - 1) in ("-", "–") and text.has(amount.first - 2, "hyphened_name"):
        return True
    if amount.vague and text.has(amount.stop, "unit_many"):
        return True  # مئات السنين is a length of time
    if amount.unit is not None or amount.vague or amount.type == "fraction":
        return False
    if amount.clitics and text.kind(amount.first) != "digits":
        return False
    if text.has(amount.stop, "month") and not amount.article:
        return True  # حركة 20 فبراير
    before = amount.first - 1
    while before > amount.first - 3 and text.form(before) in ("(", ":", "ال", "«", '"'):
        before -= 1
    if text.form(before) in ("و", "او", "،") and text.kind(before - 1) == "digits":
        before -= 2  # القراران 1559 و1701
    if text.form(before).endswith("مجموعه") and not amount.article and _its_total(text, before):
        return False
    if text.form(before) == "فرنسا" and amount.low == _CHANNEL:
        return True
    if text.kind(amount.first) == "digits" and text.form(before) == "الامن" and text.form(before - 1) == "مجلس":
        return text.form(before - 2).endswith(("قرار", "قراره", "قراري", "قرارات"))
    if not text.has(before, "numbered_thing") and (text.form(before - 1) not in _NUMBER_OF or text.has(before, "function")):
        return False
    return text.kind(amount.first) == "digits" or amount.article


def _its_total(text: Text, i: int) -> bool:
    """``بما مجموعه 20``: *the total of which*, spelled like the folded ``مجموعة``."""
    return text.form(i - 1) in ("ما", "بما", "وما", "لما") or text.exact(i, i + 1).endswith("ه")


def _quoted(text: Text, amount: Amount) -> bool:
    """A name that ends in digits: ``«تونس 2020»``, ``محادثات جنيف 3``."""
    first, stop = amount.first, amount.stop
    if amount.unit is not None or text.kind(first) != "digits" or text.kind(first - 1) not in ("word", "latin"):
        return False
    if text.form(stop) in _CLOSERS and any(text.form(first - n) in _OPENERS for n in range(2, _LONGEST_NAME)):
        return not any(text.has(first - n, cls) for n in (1, 2) for cls in ("function", "approximator", "comparison_verb"))
    counts = text.kind(stop) == "word" and not text.has(stop, "function") and not text.form(stop).startswith("ال")
    return not counts and (text.has(first - 1, "numbered_series") or text.has(first - 2, "series_head"))


def _list_mark(text: Text, amount: Amount, i: int) -> bool:
    """``1- كلمة``, ``(2) كلمة``, ``3. كلمة`` at the start of a line."""
    if text.kind(i) != "digits" or amount.stop != i + 1 or not text.form(i).isdecimal() or len(text.form(i)) > 2 or amount.unit is not None:
        return False
    opened = text.form(i - 1) == "(" and i - 1 in text.lines
    if opened and (int(text.form(i)) > _LONGEST_LIST or text.has(i + 2, "counted_noun")):
        return False
    if not (i in text.lines or opened) or text.form(i + 1) not in ("-", ")", ".", "–", "/") or i + 2 in text.lines:
        return False
    return text.kind(i + 2) == "word"


def is_score(text: Text, i: int) -> bool:
    """Whether digits at token ``i`` are of a score (``3-1``): a dash beside them, a word of winning or losing just before."""
    if text.kind(i) != "digits" or not (_dashed(text, i + 1) or _dashed(text, i - 1)):
        return False
    start = max(text.sentence(i)[0], i - _WITHIN)
    return any(text.has(j, "score_word") for j in range(start, i))


def _dashed(text: Text, i: int) -> bool:
    """Whether token ``i`` is a dash between digits."""
    return text.form(i) in ("-", "–", "—") and text.kind(i - 1) == "digits" and text.kind(i + 1) == "digits"
