"""Doubt: what somebody does not believe, or says is not there, turns the bounds round that it is told with.

``لا أظن أن عددهم يتجاوز 500``, ``من المستبعد أن يقل عن 500``, ``لم يبق في البلدة أكثر من 500``, ``لم يعترف بأكثر من 500``: the negation
stands before the verb of thinking, doubting, being, owning up or counting, and reaches over its clause (Wright II, §§ 158-162).
"""

from hasila.text import FINITE, WHAT, Text, Word, is_what

_NOT = frozenset(f"{joined}{form}" for joined in ("", "و", "ف") for form in ("لا", "لم", "لن", "ما", "ليس", "ليست", "لست", "لسنا", "غير"))
_NOBODY = frozenset(("احد", "يكاد", "اكاد", "نكاد", "من", "يعد", "اعد", "نعد", "بد", "اكن", "نكن", "يكن"))
_UNLIKELY = frozenset(("غير", "ليس", "وليس", "فليس", "ولا", "لا"))
_THAT = frozenset(f"{joined}ان{pronoun}" for joined in ("", "ب") for pronoun in ("", "ه", "ها", "هم", "هن"))
_ASKED = frozenset(("opinion_verb", "disbelieve_verb", "likely_word", "unlikely_word"))
_DENIED = ("existence_verb", "befall_verb", "own_up", "counting_verb")
_TO_THAT, _CLAUSE, _TO_BOUND = 10, 16, 6
_BUT = frozenset(("سوي", "الا", "غير"))  # لم يبق سوى أقل من 500: what is excepted is there
_PAUSES = frozenset("،؛.:!؟,;")


def doubted(text: Text) -> list[tuple[int, int]]:
    """The clauses [first, last) of what is told as not believed, in order; the tokens of their أن first.

    >>> from hasila.text import prepare
    >>> doubted(prepare("لا أظن أن عددهم يتجاوز 500، وهم قلة")), doubted(prepare("لا يستبعد أن يتجاوز 500"))
    ([(2, 6)], [])
    """
    found = []
    for i in text.where(_asks):
        if _denies(text, i) and (first := _that(text, i)):
            last = next((j for j in range(first + 1, first + _CLAUSE) if text.forms[j] in _PAUSES or j >= len(text)), first + _CLAUSE)
            found.append((first, last))
    return found


def denied_before(text: Text, i: int) -> bool:
    """Whether a verb of being, happening, owning up or counting is denied a few words before the bound: ``ليس لديه أكثر من``."""
    forms, kinds = text.forms, text.kinds
    if _NOT.isdisjoint(forms[max(i - 1 - _TO_BOUND, 0) : i]):
        return False
    for at in range(i - 1, max(i - 1 - _TO_BOUND, text.sentence(i)[0] - 1), -1):
        if kinds[at] != "word" or forms[at] in _THAT or forms[at] in _BUT:
            return False
        if forms[at] in ("ليس", "ليست", "وليس", "وليست"):
            return True
        entries = text.words[at].entries
        hit = next((entries[cls] for cls in _DENIED if cls in entries), None) or (entries.get("performance_verb") if at < i - 1 else None)
        if hit is not None and hit.tag in FINITE:
            return forms[at - 1] in _NOT and not (forms[at - 1] == WHAT and is_what(text, at - 1))
        if any(other.tag in FINITE and not other.clitics and not other.pronoun for other in entries.values()):
            return False
    return False


def _asks(word: Word) -> bool:
    return not _ASKED.isdisjoint(word.entries)


def _denies(text: Text, i: int) -> bool:
    """Whether the word of thinking or doubting at token ``i`` says, with what stands before it, that something is not so."""
    entries, before = text.words[i].entries, text.forms[i - 1]
    if "disbelieve_verb" in entries or "unlikely_word" in entries:
        return before not in _NOT and "opinion_verb" not in text.words[i - 1].entries  # لا يمكن إنكار أن
    if "likely_word" in entries:
        return before in _UNLIKELY or (before == "من" and text.forms[i - 2] in _UNLIKELY)
    hit = entries["opinion_verb"]
    if hit.tag not in FINITE or hit.clitics or "disbelieve_verb" in text.word(i + 1).entries:
        return False
    return before in _NOT or (before in _NOBODY and text.forms[i - 2] in _NOT)


def _that(text: Text, i: int) -> int:
    """The أن that begins the clause of what is thought, or the noun of measure that stands in its place; 0 where there is none."""
    last = min(i + _TO_THAT, text.sentence(i)[1])
    return next((j for j in range(i + 1, last) if text.forms[j] in _THAT), i if text.has(i + 1, "measured_head") else 0)
