"""Third-person forms of a verb from its past and its present, as the press writes them unvowelled.

After the paradigms of W. Wright, A Grammar of the Arabic Language, I (1896), §§ 91-170.
"""

from collections.abc import Iterator

_WEAK = "وياى"


def _past(past: str) -> Iterator[str]:
    """He, she, they; final-weak verbs drop their last letter (نفى: نفت, نفوا)."""
    yield past
    if past[-1] in "ىا":
        stem = past[:-1]
        yield from (stem + ending for ending in ("ت", "وا", "ين", "تا"))
        yield stem + ("يا" if past[-1] == "ى" else "وا")
    elif past[-1] == "ي":
        yield from (past + "ت", past[:-1] + "وا", past + "ا")
    else:
        yield from (past + ending for ending in ("ت", "وا", "ا", "تا", "ن"))


def _jussive(present: str) -> Iterator[str]:
    """After لم: a final weak letter falls (يدعو: يدع), and so does a hollow verb's (يقول: يقل)."""
    if present[-1] in "ويى":
        yield present[:-1]
    elif present[-2] in _WEAK and (len(present) == 4 or present.startswith("يست")):
        yield present[:-2] + present[-1]


def _present(present: str) -> Iterator[str]:
    """He, she, they, we and I, with the plural's and the dual's endings, indicative and jussive."""
    stem = present[:-1] if present[-1] in "ويى" else present
    forms = [
        present,
        *_jussive(present),
        stem + "ون",
        stem + "وا",
        present + "ان" if present[-1] not in "ى" else stem + "يان",
        present + "ن",
    ]
    for form in forms:
        yield form
        yield "ت" + form[1:]
    for form in forms[:2] if present[-1] in "ويى" else forms[:1]:
        yield "ن" + form[1:]
        yield "أ" + form[1:]


def _participle(active: str) -> Iterator[str]:
    """The circumstantial accusative (قائلا) and the feminine, in both numbers."""
    if active.endswith("ي"):
        yield from (active + "ا", active + "ة", active + "ين", active[:-1] + "ين")
    else:
        yield from (active, active + "ا", active + "ة", active + "ين", active + "ون", active + "ات")


def conjugate(verb: str) -> Iterator[tuple[str, str]]:
    """(form, tag) of the verb written ``past/present/participle/masdar``; later parts may be left out, ``-`` leaves one out.

    >>> forms = dict(conjugate("دعا/يدعو/داعي/دعوة"))
    >>> forms["دعت"], forms["دعوا"], forms["تدعو"], forms["يدع"], forms["داعيا"], forms["دعوة"]
    ('past', 'past', 'present', 'present', 'participle', 'masdar')
    """
    parts = [*verb.split("/"), "-", "-", "-"][:4]
    makers = (("past", _past), ("present", _present), ("participle", _participle))
    for part, (tag, maker) in zip(parts, makers, strict=False):
        if part != "-":
            yield from ((form, tag) for form in maker(part))
    if parts[3] != "-":
        yield parts[3], "masdar"
