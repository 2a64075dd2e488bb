"""Compile the word lists of src/hasila/lexicon/*.yaml, with CLDR's names, into lexicon.json.

usage: python scripts/lexicon.py [--check]     --check writes nothing and fails if the table is not what the lists say

A list file:

    source: where the words are from
    licence: under which they are used
    pronouns: [part]              # classes whose words may carry a suffixed pronoun
    classes:
      approximator:               # class
        about: [نحو, زهاء]        # value: words and phrases
      particle: [قد, لقد]         # or words alone: the value is true
    nouns:
      counted_noun:               # each as singular/plural, inflected here; "+" is the sound masculine plural
        person: [قتيل/قتلى, مدني/+, غارة]
    verbs:
      speech_verb:
        say: [قال/يقول, أضاف/يضيف/مضيف]   # past/present/participle/masdar, conjugated here; "-" leaves one out

Words are written as in good print (hamza, ة, ى); they are folded here.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from cldr import cldr_entries
from conjugation import conjugate
from declension import decline
from hasila.text.fold import fold_word

HOUSE = Path(__file__).resolve().parent.parent / "src" / "hasila" / "lexicon"
Entry = tuple[str, str, Any, str]


def list_entries(path: Path) -> Iterator[Entry]:
    """(phrase, class, value, tag) of each word that a list file holds."""
    lists = yaml.safe_load(path.read_text(encoding="utf-8"))
    for wanted in ("source", "licence"):
        if wanted not in lists:
            raise SystemExit(f"{path.name}: no '{wanted}'; say where the words are from")
    for cls, values in (lists.get("classes") or {}).items():
        for value, words in values.items() if isinstance(values, dict) else [(True, values)]:
            for word in words:
                yield str(word), cls, value, ""
    for section, inflect in (("nouns", decline), ("verbs", conjugate)):
        for cls, values in (lists.get(section) or {}).items():
            for value, items in values.items():
                for item in items:
                    for form, tag in inflect(str(item)):
                        yield form, cls, value, tag


def compile_lists() -> dict[str, Any]:
    """The table as JSON: every word and phrase folded, in a stable order; the first list to name a word of a class wins."""
    words: dict[str, dict[str, list[Any]]] = {}
    phrases: dict[str, dict[tuple[str, ...], dict[str, list[Any]]]] = {}
    pronouns: set[str] = set()
    entries: list[Entry] = []
    for path in sorted(HOUSE.glob("*.yaml")):
        entries += list_entries(path)
        pronouns.update(yaml.safe_load(path.read_text(encoding="utf-8")).get("pronouns") or [])
    for phrase, cls, value, tag in [*entries, *cldr_entries()]:
        first, *rest = fold_word(phrase).split()
        entry = [cls, value, tag]
        if rest:
            phrases.setdefault(first, {}).setdefault(tuple(rest), {}).setdefault(cls, entry)
        else:
            words.setdefault(first, {}).setdefault(cls, entry)
    return {
        "words": {form: list(words[form].values()) for form in sorted(words)},
        "phrases": {
            first: [[list(rest), entry] for rest in sorted(rows, key=lambda r: (-len(r), r)) for entry in rows[rest].values()]
            for first, rows in sorted(phrases.items())
        },
        "pronouns": sorted(pronouns),
    }


def main() -> None:
    """Write the table, or check it."""
    fresh = json.dumps(compile_lists(), ensure_ascii=False, indent=0, sort_keys=False) + "\n"
    target = HOUSE / "lexicon.json"
    if "--check" in sys.argv:
        if not target.exists() or target.read_text(encoding="utf-8") != fresh:
            sys.exit("lexicon.json is not what the lists say: run python scripts/lexicon.py")
        print("lexicon.json is what the lists say")
        return
    partial = target.with_suffix(".partial")
    partial.write_text(fresh, encoding="utf-8")
    partial.replace(target)
    print(f"lexicon.json: {fresh.count(chr(10))} lines")


if __name__ == "__main__":
    main()
