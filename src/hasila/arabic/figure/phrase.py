"""Listed phrases, met at the word that they end in."""

from functools import cache

from hasila.lexicon import table


@cache
def ends_of_phrases(cls: str) -> frozenset[str]:
    """The forms that listed phrases of the class end in: rarer than those that they begin with (``في حين``)."""
    return frozenset(words[-1] for words in table().phrases.of(cls))
