"""What one blow took, was put right, befell elsewhere or is a part draws no point, however it is said: ``nonpoint.yaml`` has the frames."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from string import Formatter

import pytest
import yaml

from hasila import Document, load_codebook, read
from hasila.balance import series

NEWS = yaml.load(Path(__file__).with_name("nonpoint.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
CODEBOOK = load_codebook("coalition")
TOLD = 47
EVERY = 3  # every third of a frame's sentences is said


def sentences(frame: str) -> Iterator[str]:
    names = sorted({name for _, name, _, _ in Formatter().parse(frame) if name and name != "n"})
    for words in list(product(*(NEWS["slots"][name] for name in names)))[::EVERY]:
        yield frame.format(n=TOLD, **dict(zip(names, words, strict=True)))


def is_drawn(sentence: str) -> bool:
    text = NEWS["before"] + "\n" + sentence
    reading = read(Document(text=text, source="case", id="case", published=str(NEWS["published"])), CODEBOOK)
    return any(point["low"] == TOLD for line in series([reading], CODEBOOK) for point in line["points"])


@pytest.mark.parametrize("frame", NEWS["none"])
def test_what_is_no_point_is_not_drawn(frame: str) -> None:
    assert [sentence for sentence in sentences(frame) if is_drawn(sentence)] == []


@pytest.mark.parametrize("frame", NEWS["point"])
def test_what_is_a_point_is_drawn(frame: str) -> None:
    assert [sentence for sentence in sentences(frame) if not is_drawn(sentence)] == []
