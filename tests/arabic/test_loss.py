"""Whose dead they are doesn't hang on the word that tells it: ``loss.yaml`` has the frames, the losers and what may stand between."""

from collections.abc import Iterator
from itertools import count, product
from pathlib import Path
from typing import Any

import pytest
import yaml

from hasila import Document, load_codebook, read

NEWS = yaml.load(Path(__file__).with_name("loss.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
CODEBOOK = load_codebook("coalition")
LEAST = 300  # what is lost in the frames; smaller numbers belong to times
EVERY = 3  # every third sentence is said: the ways of telling turn with them


def sentences(indicator: str) -> Iterator[str]:
    turn = count()
    for gender, losers in NEWS["losers"][indicator].items():
        verbs = {he: others.get(gender, he) for he, others in NEWS["verbs"].items()}
        rows = [*product(NEWS["frames"], NEWS["lost"][gender]), *product(NEWS["whole"], [""])]
        for (frame, lost), loser, inserted in product(rows, losers, NEWS["inserted"]):
            nth = next(turn)
            if nth % EVERY == 0:
                clause = " ".join(frame.format(X=loser, i=inserted, n=lost, **verbs).split())
                told = NEWS["told"][nth // EVERY % len(NEWS["told"])].format(clause)
                yield told.replace("،،", "،").replace("،.", ".")


def indicators(sentence: str) -> list[Any]:
    text = f"{NEWS['before']}\n{sentence}"
    figures = read(Document(text=text, source="case", id="case", published=str(NEWS["published"])), CODEBOOK).figures
    return [figure.indicator for figure in figures if figure.low is not None and figure.low >= LEAST]


@pytest.mark.parametrize("indicator", NEWS["losers"])
def test_the_dead_are_the_losers_own(indicator: str) -> None:
    found = {sentence: indicators(sentence) for sentence in sentences(indicator)}
    wrong = {sentence: ids for sentence, ids in found.items() if ids != [indicator]}
    assert len(found) > 500
    assert not wrong, f"{len(wrong)} of {len(found)}"
