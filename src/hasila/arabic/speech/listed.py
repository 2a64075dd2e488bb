"""What can begin at a word, told by its form alone: most places are of none of the classes that a rule asks for."""

from hasila.text import Known, analyse


def listed(*classes: str) -> Known[str, bool]:
    """The table of the forms (none past the text's ends) that a word or a phrase of these classes can begin with.

    >>> relative = listed("relative")
    >>> [relative[form] for form in ("الذي", "جنود", "")]
    [True, False, False]
    """
    sought = frozenset(classes)
    return Known(lambda form: form != "" and not sought.isdisjoint(analyse(form).classes))


def or_accusative(table: Known[str, bool]) -> Known[str, bool]:
    """The table of the same forms and of those in the indefinite accusative.

    >>> paper = or_accusative(listed("account_noun"))
    >>> [paper[form] for form in ("تقرير", "تقريرا", "")]
    [True, True, False]
    """
    return Known(lambda form: table[form] or (form.endswith("ا") and table[form[:-1]]))
