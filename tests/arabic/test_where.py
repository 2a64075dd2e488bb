"""Where it was doesn't hang on the word that tells it: ``where.yaml`` has the frames and the places."""

from pathlib import Path

import pytest
import yaml

from hasila import Document, load_codebook, read

NEWS = yaml.load(Path(__file__).with_name("where.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
CODEBOOK = load_codebook("general")


def place(text: str) -> str | None:
    """The place of the last figure."""
    reading = read(Document(text=text, source="case", id="case", published=str(NEWS["published"])), CODEBOOK)
    return reading.figures[-1].place


@pytest.mark.parametrize("frame", NEWS["there"])
def test_where_it_was(frame: str) -> None:
    wrong = {one: found for one in NEWS["places"] if (found := place(frame.format(P=one) + ".")) != one}
    assert not wrong


@pytest.mark.parametrize("frame", NEWS["elsewhere"])
def test_where_it_was_not(frame: str) -> None:
    wrong = [one for one in NEWS["places"] if place(frame.format(P=one) + ".") == one]
    assert not wrong
