"""What a number measures, in sentences that neither the codebook's examples nor the sentences that teach it hold."""

from pathlib import Path

import yaml

from hasila import Document, load_codebook, read

COALITION = load_codebook("coalition")
SENTENCES = yaml.safe_load(Path(__file__).with_name("indicator.yaml").read_text(encoding="utf-8"))
BEFORE = "عقد التحالف الدولي ضد تنظيم داعش اجتماعا وزاريا في لندن، وناقش المجتمعون سير الحملة.\n\n"
LEAST, LEAST_NONE = 0.8, 0.9


def right(sentence: str, indicator: str) -> bool:
    """Whether the figure whose last word of a number stands in brackets has this indicator, none for "none"."""
    at = len(BEFORE) + sentence.index("[")
    text = BEFORE + sentence.replace("[", "").replace("]", "")
    figures = read(Document(text=text, source="a.txt", id="a", published="2017-03-04"), COALITION).figures
    found = next((figure.indicator for figure in figures if figure.start <= at < figure.end), None)
    return (found or "none") == indicator


def test_most_ways_to_say_what_is_measured_are_read() -> None:
    told = [right(s, indicator) for indicator, sentences in SENTENCES.items() if indicator != "none" for s in sentences]
    assert sum(told) / len(told) >= LEAST


def test_numbers_of_the_same_shape_that_measure_something_else_are_of_no_indicator() -> None:
    told = [right(s, "none") for s in SENTENCES["none"]]
    assert sum(told) / len(told) >= LEAST_NONE
