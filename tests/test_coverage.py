"""What a reading counts as unused, with work that grows with the text and not with its square."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from effort import grows_with_length_alone
from hasila.reading import coverage
from hasila.text import prepare


@dataclass(frozen=True)
class Span:
    start: int
    end: int
    exact: str = ""
    type: str = "cardinal"


def unused(numbers: list[Any], figures: list[Any]) -> list[str]:
    return list(coverage(prepare(""), numbers, (), figures)["numbers_unused"])


def test_a_number_is_used_where_a_figure_touches_it() -> None:
    chance = random.Random(4)
    for _ in range(300):
        spans = [Span(at, at + chance.randint(1, 12), str(n)) for n, at in enumerate(chance.choices(range(60), k=12))]
        numbers, figures = spans[:6], spans[6:]
        assert unused(numbers, figures) == [n.exact for n in numbers if not any(f.start < n.end and n.start < f.end for f in figures)]


def test_a_text_full_of_figures_is_counted_in_its_length() -> None:
    def work(count: int) -> Callable[[], object]:
        figures = [Span(4 * n, 4 * n + 1) for n in range(count)]
        numbers = [Span(4 * n + 2, 4 * n + 3, str(n)) for n in range(count)]
        return lambda: unused(numbers, figures)

    assert grows_with_length_alone(work, 500)
