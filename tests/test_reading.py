"""The whole reading: raises on no input, breaks no quote, is the same whatever was read before."""

import gc
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effort import grows_with_length_alone
from hasila import Document, as_json, load_codebook, read
from hasila.lexicon import table

CODEBOOK = load_codebook("coalition")
EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "articles"
LISTED = sorted(table().words)[::7]
MARKS = ["،", ".", ":", "«", "»", "(", ")", '"', "-", "\n", "؟", "20", "3.5", "٪", "و", "لل", "ال"]


def reading(text: str, published: str | None = "2016-07-20") -> object:
    return as_json(read(Document(text=text, source="a.txt", id="a", published=published), CODEBOOK))


@settings(max_examples=150, deadline=None)
@given(st.text(), st.sampled_from([None, "2015", "2019-11", "2016-07-20", "not a date"]))
def test_any_text_is_read(text: str, published: str | None) -> None:
    reading(text, published)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(LISTED + MARKS * 40), max_size=60).map(" ".join))
def test_any_order_of_known_words_is_read(text: str) -> None:
    reading(text)


def test_a_reading_leaves_nothing_behind_that_only_holds_itself() -> None:
    texts = [article.read_text(encoding="utf-8") for article in sorted(EXAMPLES.glob("*.txt"))]
    for text in texts:  # what is worked out of each new word once is kept
        reading(text)
    gc.collect()
    gc.disable()
    try:
        for text in texts:
            reading(text)
        assert not gc.isenabled(), "a reading turned on what its caller had turned off"
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_reading_turns_the_collector_on_again() -> None:
    assert gc.isenabled()
    reading("أعلن التحالف مقتل 20 عنصرا.")
    assert gc.isenabled()


@pytest.mark.parametrize("article", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_an_article_may_break_off_behind_any_word(article: Path) -> None:
    words = article.read_text(encoding="utf-8").split(" ")
    for stop in range(1, len(words)):
        reading(" ".join(words[max(0, stop - 20) : stop]), None if stop % 2 else "2016-07-20")


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت الصحيفة، نقلا عن",
        "وقال الوزير إن العدد بلغ 40، واصفا الخطة بأنها",
        "وأضاف أن 90",
        "من 18:40 إلى 19:40",
    ],
)
def test_a_text_may_end_where_a_rule_looks_ahead(text: str) -> None:
    reading(text)
    reading(text, None)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10_000,
        "«" * 5_000,
        "و" * 5_000,
        "قال " * 3_000,
        "20 " * 3_000,
        "أحد " * 3_000,
        "".join(map(chr, range(0x300))) * 3,
        "إن أن " * 2_000,
        "والعراق " * 3_000,
        "محمد ه ه ه ",
    ],
    ids=["brackets", "quotes", "waws", "saying", "digits", "one", "every control", "that", "states", "letters"],
)
def test_degenerate_texts_are_read(text: str) -> None:
    reading(text)


def test_a_long_text_is_read_as_its_parts_are() -> None:
    """What holds much text in little room (places, words asked once) finds what is found in each of its lines by itself."""
    lines = [line for path in sorted(EXAMPLES.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()[2:5]]
    lines.append("قالَ الوزيرُ إنّ ٦٠ دولةً شاركت في كانون الثاني، أي ما لا يقلّ عن ٥٠ـ٦٠ دولة.")
    piece = "\n\n".join(lines) + "\n\n"
    times = 600_000 // len(piece) + 1
    once, long = (read(Document(text=piece * n, source="a.txt", id="a"), CODEBOOK) for n in (1, times))
    assert len(long.numbers) == times * len(once.numbers) and len(long.times) == times * len(once.times)
    for kind in ("numbers", "times"):
        for n in (1, times // 2, times - 1):
            first = n * len(getattr(once, kind))
            moved = [
                (record.start - n * len(piece), record.exact) for record in getattr(long, kind)[first : first + len(getattr(once, kind))]
            ]
            assert moved == [(record.start, record.exact) for record in getattr(once, kind)]


def test_a_reading_does_not_depend_on_what_was_read_before() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    once = [reading(text) for text in texts]
    order = list(range(len(texts)))
    random.Random(7).shuffle(order)
    again = {i: reading(texts[i]) for i in order}
    assert [again[i] for i in range(len(texts))] == once


@pytest.mark.parametrize(
    "piece",
    [
        "مليون ",
        "قال الوزير ",
        "قتل 5 جنود و",
        "في 2014 ",
        "أعلن التحالف أن ",
        "من 20 إلى 30 مليون دولار، ",
        "فشل التحالف في العراق. ",
        "«قال: «",
        "عقد اجتماع في باريس ",
        "بينهم 3 أطفال ",
        "محمد بن ",
        "الهيئة ",
        "نفذ الجيش 20 غارة وقتل جنديان في الموصل و",
        "قصفت طائرات 5 مواقع في حلب وفي إدلب قرب الحدود في سوريا ",
    ],
)
def test_work_grows_with_length_alone(piece: str) -> None:
    def work(count: int) -> Callable[[], object]:
        return lambda: reading(piece * count)

    assert grows_with_length_alone(work, 120)
