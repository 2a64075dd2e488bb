"""The forms of a noun, as the press writes them unvowelled: singular, dual and plural in each case.

After W. Wright, A Grammar of the Arabic Language, I (1896), §§ 289-308.
"""

from collections.abc import Iterator


def _singular(noun: str) -> Iterator[tuple[str, str]]:
    yield noun, "singular"
    if not noun.endswith(("ة", "اء", "ى", "ا")):
        yield noun + "ا", "singular"  # the accusative's tanwin: قتيلا


def _dual(noun: str, sound_plural: bool) -> Iterator[tuple[str, str]]:
    stem = noun[:-1] + "ت" if noun.endswith("ة") else noun[:-1] + "ي" if noun.endswith("ى") else noun
    yield stem + "ان", "dual"
    yield stem + "ين", "dual_or_plural" if sound_plural else "dual"


def decline(noun: str) -> Iterator[tuple[str, str]]:
    """(form, tag) of the noun written ``singular/plural/plural``; ``+`` stands for the sound masculine plural.

    A noun in ة has its plural in ات without being told.

    >>> forms = dict(decline("قتيل/قتلى"))
    >>> forms["قتيلا"], forms["قتيلين"], forms["قتلى"]
    ('singular', 'dual', 'plural')
    >>> dict(decline("مدني/+"))["مدنيين"]
    'dual_or_plural'
    """
    singular, *plurals = noun.split("/")
    yield from _singular(singular)
    yield from _dual(singular, "+" in plurals)
    if singular.endswith("ة"):
        yield singular[:-1] + "ات", "plural"
    for plural in plurals:
        if plural == "+":
            yield from ((singular + ending, "plural") for ending in ("ون", "و", "ي"))
        else:
            yield from ((form, "plural") for form, _ in _singular(plural))
