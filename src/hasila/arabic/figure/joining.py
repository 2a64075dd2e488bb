"""Joining: whether a word joins a verb of its own to what was told, by و or ف (Wright II, §§ 183, 187)."""

from functools import lru_cache

from hasila.text import FINITE, Text, analyse

SO_HAS = "فقد"  # so he has, or he lost
_OPEN_FORMS = frozenset(("وقد", "وكان", "وكانت", SO_HAS))
# What a time is told to be: no clause begins behind وقت.
_WHEN = frozenset(("سابق", "لاحق", "متاخر", "مبكر", "واحد", "قصير", "قياسي", "قريب", "وجيز", "معين", "محدد", "مناسب", "اخر", "حساس", "حرج"))
_LEAST = 5
_FORMS = 200_000


@lru_cache(maxsize=_FORMS)
def joins_verb(form: str) -> bool:
    """Whether a word form is و or ف with a finite verb: a listed one, or a form that only verbs have (``وتقدمت``).

    >>> joins_verb("وتقدمت"), joins_verb("والمدينه"), joins_verb("وتسعين")
    (True, False, False)
    """
    if form[:1] not in ("و", "ف"):
        return False
    if form in _OPEN_FORMS:
        return True
    entries = analyse(form).entries
    whole = entries.get("initial_waw")
    if whole is not None and not whole.clitics:  # واحد is no verb
        return False
    if "cardinal" in entries:  # وتسعين, واثنين
        return False
    counted = entries.get("counted_noun")
    if counted is not None and not counted.clitics and form.endswith("ا"):  # 90 فردا
        return False
    listed = list(entries.values())
    masdar = any(hit.tag == "masdar" for hit in listed)  # واستعادة is spelled like واستعاده
    if any(hit.clitics[:1] in ("و", "ف") and hit.tag in FINITE and not (masdar and hit.pronoun) for hit in listed):
        return True
    if listed or form[0] != "و":
        return False
    if len(form) < _LEAST or form.startswith("وال"):
        return False
    feminine = form.endswith("ت") and not form.endswith(("ات", "يت"))
    present = form.startswith(("وي", "وت")) and not form.endswith(("ه", "ات")) and form[-2] != "ي"
    return feminine or present


def begins_verbal(text: Text, i: int) -> bool:
    """Whether a clause with its verb first begins at a token behind وقت: a listed verb, or a word before its definite subject."""
    if any(hit.tag in FINITE for hit in text.word(i).entries.values()):
        return True
    form, after = text.forms[i], text.forms[i + 1]
    named = text.kinds[i] == "word" and after.startswith("ال") and not form.startswith("ال")
    return named and form not in _WHEN and "function" not in text.words[i].entries
