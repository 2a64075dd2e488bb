"""Another tool reads the same articles, in an environment of its own; what it took is printed as JSON.

usage: python evaluation/peer.py TOOL FILE ...      run by the tool's own Python, which need not have Hasila

Nothing here is Hasila's: the file is run by interpreters that hold one tool and its requirements, no more.
"""

import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

WORD = re.compile(r"\w+")


def dateparser() -> Callable[[str], int]:
    """Dates of running text, by dateparser."""
    from dateparser.search import search_dates

    return lambda text: len(search_dates(text, languages=["ar"]) or ())


def mahad() -> Callable[[str], int]:
    """Numerals, times, durations and ordinals of running text, by Maha."""
    from maha.parsers.functions import parse_dimension

    return lambda text: len(parse_dimension(text, numeral=True, time=True, duration=True, ordinal=True))


def taken(work: Callable[[str], object], texts: list[str]) -> float:
    """The seconds that all the texts take."""
    start = time.perf_counter()
    for text in texts:
        work(text)
    return time.perf_counter() - start


def main(tool: str, files: list[str]) -> None:
    """Read once to warm up, then measure beside bare tokenising."""
    texts = [Path(file).read_text(encoding="utf-8") for file in files]
    read = {"dateparser": dateparser, "mahad": mahad}[tool]()
    found = sum(read(text) for text in texts)
    rounds = [(taken(read, texts), taken(WORD.findall, texts)) for _ in range(2)]
    seconds, bare = min(rounds)
    print(json.dumps({"seconds": seconds, "ratio": seconds / bare, "found": found}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
