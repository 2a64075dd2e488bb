"""Unfreed: people who lived in a place before it was freed, or who are left where none were (``كان يضم قبل تحريره 800 ألف نسمة``,
``لم يبق في مناطق كذا سوى 15 ألف شخص``).
"""

from hasila.arabic.figure.draft import Draft
from hasila.text import Known, Text, analyse

_BEFORE = frozenset(("قبل", "قبيل", "عشيه", "وقبل"))
_PRONOUNS = ("ها", "ه", "هم", "هما")
_REACH, _BEHIND, _LEFT_REACH = 4, 6, 16


def are_unfreed(text: Text, draft: Draft) -> bool:
    """Whether what is told of freeing in a number's clause was still to come, or the number tells who is left behind."""
    stop = min(draft.end + _BEHIND, draft.sentence[1])
    for i in range(draft.segment, stop):
        if text.forms[i] in _BEFORE and any(map(_FREES.__getitem__, text.forms[i + 1 : i + 1 + _REACH])):
            return True
    if "save" not in text.words[draft.first - 1].entries:
        return False
    first = max(draft.sentence[0], draft.first - _LEFT_REACH)
    return any("left_verb" in word.entries for word in text.words[first : draft.first])


@Known
def _FREES(form: str) -> bool:
    """Whether a word of this form (none past the text's end) is the freeing of a place, maybe with a pronoun: ``تحريرها``."""
    if not form or "freeing" in analyse(form).entries:
        return form != ""
    bare = next((form.removesuffix(pronoun) for pronoun in _PRONOUNS if form.endswith(pronoun)), form)
    return "freeing" in analyse(bare).entries or "freeing" in analyse(bare.removesuffix("ت") + "ه").entries
