"""Adverbs by their form: indefinite accusatives (``رسمياً``, ``قبلا``), an open class that no list can hold."""

from hasila.arabic.speech.bearing import NAMES, is_person
from hasila.text import Known, Text, analyse

_TANWIN, _LEAST = "\u064b", 4
_ACCUSATIVE = ("ن", "ا")  # what the accusative of a person stands behind: أن, لكن, مسؤولا
_PRONOUNS = ("ها", "هما", "نا", "وا")
_TURNING_TO = "موجها"  # its ه is no pronoun


@Known
def _is_somebody(form: str) -> bool:
    """Whether a word of this form, or what is left without its ا, tells who speaks (``عسكريا``)."""
    return is_person[form] or is_person[form[:-1]]


@Known
def may_be_adverb(form: str) -> bool:
    """Whether a word of this form (none past the text's end) may be an indefinite accusative that is nobody's name."""
    if not form.endswith("ا") or len(form) < _LEAST or form.startswith("ال") or form.endswith(_PRONOUNS):
        return False
    return NAMES.isdisjoint(analyse(form).entries) and (form.endswith("يا") or not _is_somebody[form])


@Known
def may_be_manner(form: str) -> bool:
    """``مخاطبا``, ``متوجها``, ``معلقا``: whether a word of this form may be a participle that tells how one speaks.

    What stands behind it is its object, and not who speaks.
    """
    entries = analyse(form).entries
    listed = "manner_participle" in entries or form == _TURNING_TO
    return listed and form.endswith("ا") and "adverbial" not in entries


@Known
def _is_derived(form: str) -> bool:
    """Whether a list knows what is left without the ا, or that as a feminine adjective."""
    return any(not hit.clitics for stem in (form[:-1], form[:-1] + "ه") for hit in analyse(stem).entries.values())


def is_adverb(text: Text, i: int) -> bool:
    """``قبلا``, ``دائماً``, ``سياسيا``: whether a word is an adverb by its form, an indefinite accusative of no person.

    Where the text writes no tanwin, a list must know what the word is made of (W. Wright, A Grammar of the Arabic Language, II, § 44).

    >>> from hasila.text import prepare
    >>> text = prepare("إنسانيا قالت ميركا مسؤولا")
    >>> [is_adverb(text, i) for i in range(4)]
    [True, False, False, False]
    """
    form = text.forms[i]
    if not may_be_adverb[form]:
        return False
    if _is_somebody[form] and (text.kinds[i - 1] == "digits" or text.forms[i - 1].endswith(_ACCUSATIVE)):
        return False  # لكن سياسيا قال, مسؤولا عسكريا
    stored = text.stored[text.stored_starts[i] : text.stored_ends[i]]
    return stored.endswith((_TANWIN, _TANWIN + "ا")) or _is_derived[form]
