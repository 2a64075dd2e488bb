"""The line of effort that a clause is about, by the codebook's vocabulary."""

from functools import lru_cache

from hasila.arabic.judgement.ground import Ground
from hasila.codebook import Line
from hasila.codebook.match import keys, sought

_GENERAL = ("military", "overall")
_WIDE = 90


@lru_cache(maxsize=32)
def _vocabulary(lines: tuple[Line, ...]) -> dict[str, list[tuple[tuple[tuple[str, ...], ...], str]]]:
    """First key → (the keys of the further words, line)."""
    found: dict[str, list[tuple[tuple[tuple[str, ...], ...], str]]] = {}
    for line in lines:
        for entry in line.words:
            first, *rest = sought(entry)
            found.setdefault(first[0], []).append((tuple(rest), line.id))
    return found


def find_lines(ground: Ground, first: int, last: int) -> dict[str, int]:
    """The lines that words of the tokens [first, last) belong to, and where the first of each stands; names don't count."""
    text, vocabulary = ground.text, _vocabulary(ground.codebook.lines)
    found: dict[str, int] = {}
    for i in range(first, last):
        if text.kind(i) != "word" or ground.at(i) is not None:
            continue
        for key in keys(text.form(i)):
            if key not in vocabulary:
                continue
            for rest, line in vocabulary[key]:
                if line not in found and all(
                    i + n < last and any(k in keys(text.form(i + n)) for k in more) for n, more in enumerate(rest, 1)
                ):
                    found[line] = i
    return found


def choose_lines(ground: Ground, first: int, last: int, near: int | None = None) -> list[str]:
    """The lines of a clause: the special ones before the general, several where the clause joins them with و.

    ``near``: the token that the clause turns on. Without any word of a line it is the codebook's last, the whole.
    """
    found = find_lines(ground, first, last)
    special = sorted((line for line in found if line not in _GENERAL), key=lambda line: found[line])
    if not special:
        general = [line for line in _GENERAL if line in found]
        return general[:1] or [ground.codebook.lines[-1].id if ground.codebook.lines else "overall"]
    joined = [line for line in special[1:] if ground.text.form(found[line]).startswith("و")]
    head = special[0] if near is None or joined else min(special, key=lambda line: (found[line] < near, abs(found[line] - near)))
    return [head, *(line for line in joined if line != head)]


def lines_about(ground: Ground, first: int, last: int, near: int | None = None) -> list[str]:
    """The lines of a clause by its own words, else the special one of its sentence, or of the question that it answers."""
    text = ground.text
    if not find_lines(ground, first, last):
        begin, end = text.sentence(first)
        before = text.sentence(begin - 1)[0] if begin and text.form(begin - 1) in ("؟", "?") else begin
        for start, stop in ((begin, end), (before, begin)):
            if 0 < stop - start <= _WIDE and is_special(ground, start, stop):
                return choose_lines(ground, start, stop)[:1]
    return choose_lines(ground, first, last, near)


def is_special(ground: Ground, first: int, last: int) -> bool:
    """Whether a clause is about one line of effort more than about the fight in general."""
    return any(line not in _GENERAL for line in find_lines(ground, first, last))
