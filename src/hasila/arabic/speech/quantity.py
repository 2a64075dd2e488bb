"""Whether a number stands at a token, by the word that stands there alone."""

from hasila.arabic.speech.listed import listed
from hasila.text import Text

number_word = listed("cardinal", "vague")
quantity_word = listed("cardinal", "vague", "approximator")


def is_number(text: Text, i: int) -> bool:
    """Whether digits or a word for a number, told or vague, stand at a token.

    >>> from hasila.text import prepare
    >>> [is_number(prepare("قتل نحو 30 وأصيب عشرات"), i) for i in range(5)]
    [False, False, True, False, True]
    """
    return text.kinds[i] == "digits" or number_word[text.forms[i]]


def is_quantity(text: Text, i: int) -> bool:
    """Whether a number, or a word that bounds one, opens a phrase at a token.

    >>> from hasila.text import prepare
    >>> [is_quantity(prepare("قتل نحو 30 وأصيب عشرات"), i) for i in range(5)]
    [False, True, True, False, True]
    """
    return text.kinds[i] == "digits" or quantity_word[text.forms[i]]
