"""Names: the words that a record calls somebody or something by, and the folded forms that such words are compared by.

``«تنظيم الدولة»`` and ``تنظيم الدوله`` have one key, ``للتحالف`` is a name with a clitic, ``تحالف دولي`` one without its article.
"""

from functools import lru_cache

from hasila.text import Text, prepare


@lru_cache(maxsize=1 << 13)
def phrase(words: str) -> Text:
    """The words of a record (a name, a place, a speaker), ready for reading: the same few stand in many documents."""
    return prepare(words)


@lru_cache(maxsize=1 << 16)
def key(words: str) -> str:
    """Folded words without punctuation: what names are compared by.

    >>> key("«تنظيم الدولة»") == key('تنظيم "الدوله"')
    True
    """
    return " ".join(word.form for word in prepare(words).words if word.kind != "mark")


def slug(words: str) -> str:
    """An id for a name that nobody has given one.

    >>> slug("المرصد السوريّ")
    'المرصد_السوري'
    """
    return key(words).replace(" ", "_")


@lru_cache(maxsize=1 << 16)
def stems(form: str) -> tuple[str, ...]:
    """A folded form, and the same without the clitics that may stand before a name.

    >>> stems("وللتحالف")
    ('وللتحالف', 'للتحالف', 'التحالف', 'لتحالف')
    """
    found = [form]
    bare = form[1:] if form[:1] in "وف" and len(form) > 3 else form
    if bare != form:
        found.append(bare)
    if bare.startswith("لل") and len(bare) > 4:
        found.append("ال" + bare[2:])
    if bare[:1] in "بلك" and len(bare) > 3:
        found.append(bare[1:])
    return tuple(found)


def indefinite(name: str) -> str:
    """A name without its article, as where it is told for the first time.

    >>> indefinite("التحالف الدولي ضد الفقر")
    'تحالف دولي ضد الفقر'
    """
    words = name.split()
    stop = next((n for n, word in enumerate(words) if not word.startswith("ال")), len(words))
    return " ".join([word.removeprefix("ال") for word in words[:stop]] + words[stop:])
