"""The compiled word lists: one table from folded form to what the lists say of it.

The lists are the ``*.yaml`` files beside this module; ``scripts/lexicon.py`` compiles them into ``lexicon.json``
(``--check`` in CI: the table must be what the lists say). No list is read at run time.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Listed:
    """What one list says of one form: its class, its value there, and the grammatical ``tag``.

    ``tag`` is ``past``, ``present``, ``participle`` or ``masdar`` for a form of a listed verb, ``singular``, ``dual``,
    ``plural`` or ``dual_or_plural`` for a form of a listed noun, else ``""``.
    """

    cls: str
    value: Any
    tag: str


@dataclass(frozen=True, slots=True)
class Table:
    """``words``: folded form → entries. ``phrases``: first folded word → (the rest, entry), longest first.

    ``pronouns``: the classes whose words may carry a suffixed pronoun (``نصفها``, ``عددهم``).
    """

    words: dict[str, tuple[Listed, ...]]
    phrases: dict[str, list[tuple[tuple[str, ...], Listed]]]
    pronouns: frozenset[str]


@cache
def table() -> Table:
    """The table, loaded once.

    >>> [entry.value for entry in table().words["يناير"] if entry.cls == "month"]
    [1]
    """
    plain = json.loads(files(__package__).joinpath("lexicon.json").read_text(encoding="utf-8"))
    # Forms of which the lists say the same stand together, and so share what is said: thousands of them load in one stroke.
    words: dict[str, tuple[Listed, ...]] = {}
    for entries, forms in plain["words"]:
        words.update(dict.fromkeys(forms.split(), tuple(Listed(*entry) for entry in entries)))
    phrases: dict[str, list[tuple[tuple[str, ...], Listed]]] = {}
    for entry, rows in plain["phrases"]:
        listed = Listed(*entry)
        for row in rows.split("|"):
            first, *rest = row.split()
            phrases.setdefault(first, []).append((tuple(rest), listed))
    return Table(words, phrases, frozenset(plain["pronouns"]))
