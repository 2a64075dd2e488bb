"""Dates that are no figure's: since when nothing was so high or low, and the month in which what was sold is handed over."""

from hasila.text import Text

WHEN = frozenset(("عندما", "حين", "حينما", "لما", "وقت", "يوم"))
_DUE = frozenset(("تسليم", "لتسليم", "للتسليم", "عقود", "العقود", "لعقود", "بعقود", "استحقاق"))
_IN = frozenset(("في", "شهر", "لشهر", "خلال"))
_SINCE = frozenset(("منذ", "مذ"))
_THAN = "من"  # أكثر من 300 منذ أيار: a bound, no record
_LEAST = 6  # tokens from a record to its date


def is_of_contract(text: Text, date: int) -> bool:
    """Whether a date is when goods are due: ``103 دولارات للشحنات تسليم أبريل``, ``في عقود نوفمبر``.

    >>> from hasila.text import prepare
    >>> [is_of_contract(prepare(words), 2) for words in ("سعره تسليم أبريل", "سعره نهاية أبريل")]
    [True, False]
    """
    at = date - 1
    while at > 0 and text.forms[at] in _IN:
        at -= 1
    return at >= 0 and text.forms[at] in _DUE


def is_of_record(text: Text, date: int, stop: int) -> bool:
    """Whether a date tells since when nothing was so: ``أدنى مستوى لها منذ نيسان``, ``أكبر هجوم منذ مطلع العام``.

    What is told to have been then is of that date (``أعلى مستوياته منذ يونيو عندما وصل إلى 35``).

    >>> from hasila.text import prepare
    >>> [is_of_record(prepare(words), 4, 5) for words in ("أدنى مستوى له منذ 2013", "أكثر من 20 منذ 2013")]
    [True, False]
    """
    words, forms = text.words, text.forms
    if date < 1 or forms[date - 1] not in _SINCE or (stop < len(text) and forms[stop] in WHEN):
        return False
    for i in range(date - 2, max(date - 2 - _LEAST, -1), -1):
        if text.kinds[i] != "word":
            return False
        if "record_word" in words[i].entries and forms[i + 1] != _THAN:
            return True
    return False
