"""Compile the word lists of src/hasila/lexicon/*.yaml, with CLDR's names, into lexicon.json.

usage: python scripts/lexicon.py [--check]     --check writes nothing and fails if the table is not what the lists say

A list file:

    source: where the words are from
    licence: under which they are used
    pronouns: [part]              # classes whose words may carry a suffixed pronoun
    shared: [city]                # classes that another file lists words of too; each of these files says so
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
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from cldr import cldr_entries
from conjugation import conjugate
from declension import decline
from generated import write_or_check
from hasila.text.folding import fold_word

HOUSE = Path(__file__).resolve().parent.parent / "src" / "hasila" / "lexicon"
Entry = tuple[str, str, Any, str]


class _Once(yaml.CSafeLoader):
    """Refuses a class that a file names twice, of which YAML would silently keep the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        names = [key.value for key, _ in node.value]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise SystemExit(f"{node.start_mark}: named twice: {', '.join(sorted(twice))}")
        return super().construct_mapping(node, deep)


def list_entries(name: str, lists: dict[str, Any]) -> Iterator[Entry]:
    """(phrase, class, value, tag) of each word that a list file holds."""
    for wanted in ("source", "licence"):
        if wanted not in lists:
            raise SystemExit(f"{name}: no '{wanted}'; say where the words are from")
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


def check_shared(files: dict[str, dict[str, Any]]) -> None:
    """Refuse a class that two files list where one of them doesn't say so: it may be two classes by one name.

    >>> check_shared({"a.yaml": {"classes": {"town": []}}, "b.yaml": {"verbs": {"town": {}}, "shared": ["town"]}})
    Traceback (most recent call last):
    SystemExit: a.yaml: 'town' is also listed in b.yaml; name it under 'shared' if it is the same class, else call it otherwise
    """
    sections = ("classes", "nouns", "verbs")
    listed = {name: {cls for section in sections for cls in lists.get(section) or {}} for name, lists in files.items()}
    for name, lists in files.items():
        for other in files:
            for cls in sorted((listed[name] & listed[other]) - set(lists.get("shared") or [])) if other != name else ():
                raise SystemExit(
                    f"{name}: '{cls}' is also listed in {other}; name it under 'shared' if it is the same class, else call it otherwise"
                )


def compile_lists() -> dict[str, Any]:
    """The table as JSON: every word and phrase folded, in a stable order; the first list to name a word of a class wins."""
    words: dict[str, dict[str, list[Any]]] = {}
    phrases: dict[str, dict[tuple[str, ...], dict[str, list[Any]]]] = {}
    pronouns: set[str] = set()
    entries: list[Entry] = []
    files = {path.name: yaml.load(path.read_text(encoding="utf-8"), _Once) for path in sorted(HOUSE.glob("*.yaml"))}
    check_shared(files)
    for name, lists in files.items():
        entries += list_entries(name, lists)
        pronouns.update(lists.get("pronouns") or [])
    for phrase, cls, value, tag in [*entries, *cldr_entries()]:
        first, *rest = fold_word(phrase).split()
        entry = [cls, value, tag]
        if rest:
            phrases.setdefault(first, {}).setdefault(tuple(rest), {}).setdefault(cls, entry)
        else:
            words.setdefault(first, {}).setdefault(cls, entry)
    said, begun = _phrases(phrases)
    return {"words": _together(words), "said": said, "phrases": begun, "pronouns": sorted(pronouns)}


def _together(words: dict[str, dict[str, list[Any]]]) -> list[list[Any]]:
    """[entries, the forms that have them] for each set of entries."""
    same: dict[str, tuple[list[Any], list[str]]] = {}
    for form in sorted(words):
        entries = list(words[form].values())
        same.setdefault(json.dumps(entries), (entries, []))[1].append(form)
    return [[entries, " ".join(forms)] for entries, forms in same.values()]


def _phrases(phrases: dict[str, dict[tuple[str, ...], dict[str, list[Any]]]]) -> tuple[list[Any], list[list[str]]]:
    """What is said of phrases, each thing once; and [first word, ``NUMBER:rest|rest;NUMBER:rest``], the longest first."""
    said: dict[str, int] = {}
    begun = []
    for first, rows in sorted(phrases.items()):
        groups: dict[tuple[int, int], list[str]] = {}
        for rest in sorted(rows):
            for entry in rows[rest].values():
                number = said.setdefault(json.dumps(entry, ensure_ascii=False), len(said))
                groups.setdefault((-len(rest), number), []).append(" ".join(rest))
        begun.append([first, ";".join(f"{number}:{'|'.join(found)}" for (_, number), found in sorted(groups.items()))])
    return [json.loads(entry) for entry in said], begun


def main() -> None:
    """Write the table, or check it."""
    lists = compile_lists()
    rows = {key: ",\n".join(json.dumps(row, ensure_ascii=False) for row in lists[key]) for key in lists}
    fresh = "{" + ",\n".join(f'"{key}": [\n{rows[key]}\n]' for key in lists) + "}\n"
    write_or_check(HOUSE / "lexicon.json", fresh, "the lists say", "lexicon.py")
    print(f"lexicon.json: {fresh.count(chr(10))} lines")


if __name__ == "__main__":
    main()
