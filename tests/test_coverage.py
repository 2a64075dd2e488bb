"""What a reading counts as unused, with work that grows with the text and not with its square."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from effort import grows_with_length_alone
from hasila import Document, read
from hasila.codebook.read import read_codebook
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


TWO = """
codebook: two
label: {ar: اثنان, en: Two}
lines: [{id: all, label: {ar: الكل, en: All}}]
indicators:
  - {id: sold, label: {ar: بيع, en: Sold}, line: all, unit: car, counts: [سيارة], with: [باع, معرض]}
  - {id: shown, label: {ar: عرض, en: Shown}, line: all, unit: car, counts: [سيارة], with: [عرض, يعرض]}
"""


def test_a_figure_that_two_indicators_fit_equally_is_told() -> None:
    codebook, problems, _ = read_codebook(TWO, "two.yaml")
    assert codebook is not None and not problems

    def shared(text: str) -> list[tuple[str, list[str]]]:
        reading = read(Document(text=text, source="a", id="a"), codebook)
        return [(row["exact"], row["indicators"]) for row in reading.coverage["indicators_shared"]]

    assert shared("باعت الشركة 40 سيارة كانت تعرضها في الميناء.") == [("40 سيارة", ["sold", "shown"])]
    assert shared("كان المعرض قد عرض 9 سيارات.") == [("9 سيارات", ["shown", "sold"])]
    assert shared("باعت الشركة 40 سيارة.") == shared("رست 12 سفينة.") == []
