"""Which words of a text a codebook's entries find: to see that they find what they are meant for, and nothing else."""

from collections.abc import Iterable

from hasila.codebook.key import keys, sought
from hasila.codebook.schema import Codebook


def entries(codebook: Codebook) -> list[str]:
    """The single words that indicators count or stand with, in the file's order; phrases find only themselves."""
    matches = [match for indicator in codebook.indicators for match in indicator.matches]
    listed = (word for match in matches for words in (match.counts, *match.with_words) for word in words)
    return [word for word in dict.fromkeys(listed) if len(sought(word)) == 1]


def reach(codebook: Codebook, forms: Iterable[str]) -> dict[str, list[str]]:
    """By entry, which of these folded word forms it finds; entries that find none are left out.

    >>> from hasila.codebook import load_codebook
    >>> reach(load_codebook("coalition"), ["وبالغارات", "غاره", "المدينه"])["غارة"]
    ['غاره', 'وبالغارات']
    """
    by_key: dict[str, list[str]] = {}
    for entry in entries(codebook):
        for key in sought(entry)[0]:
            by_key.setdefault(key, []).append(entry)
    found: dict[str, set[str]] = {}
    for form in sorted(set(forms)):
        for key in keys(form):
            for entry in by_key.get(key, ()):
                found.setdefault(entry, set()).add(form)
    return {entry: sorted(found[entry]) for entry in entries(codebook) if entry in found}
