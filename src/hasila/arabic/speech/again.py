"""Again: words that stand for who has told the numbers before (``وفق الأرقام نفسها``, ``بحسب هذه التقديرات``, ``كما أكد الأخير``)."""

from hasila.arabic.speech.lead import pointing
from hasila.arabic.speech.listed import listed
from hasila.text import Text

selfsame = listed("selfsame")
_again, _leading = listed("again_noun"), listed("leading_word")


def past_again(text: Text, i: int) -> int:
    """Where words end that begin at token ``i`` and stand for who has spoken before; 0 where they name somebody or something else.

    >>> from hasila.text import prepare
    >>> [past_again(prepare(words), 0) for words in ("الأرقام نفسها", "هذه الأرقام", "الأخير", "الأرقام الرسمية")]
    [2, 2, 1, 0]
    """
    forms = text.forms
    pointed = pointing[forms[i]] or (forms[i].startswith("ل") and pointing[forms[i][1:]])  # وفقا لهذه الأرقام
    i += pointed
    hit = text.word(i).entries.get("again_noun") if _again[forms[i]] else None
    if hit is None or not hit.article:
        return 0
    if selfsame[forms[i + 1]]:
        return i + 2
    return i + 1 if pointed or hit.value == "last" or _leading[forms[i - 1]] else 0
