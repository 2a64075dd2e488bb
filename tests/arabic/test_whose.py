"""Whose dead and whose men are told of doesn't hang on the word that tells it: ``loss.yaml`` and ``men.yaml`` have the frames, those whose
they can be, and what may stand between.
"""

from collections.abc import Iterator
from itertools import count, product
from pathlib import Path
from typing import Any

import pytest
import yaml

from hasila import Document, load_codebook, read

NEWS = {name: yaml.load(Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader) for name in ("loss", "men")}
CODEBOOK = load_codebook("coalition")
EVERY = 3  # every third sentence is said: the ways of telling turn with them


def sentences(news: dict[str, Any], owners: dict[str, list[str]]) -> Iterator[str]:
    turn = count()
    for gender, whose in owners.items():
        verbs = {he: others.get(gender, he) for he, others in news["verbs"].items()}
        rows = [*product(news["frames"], news["counted"][gender]), *product(news["whole"], [""])]
        for (frame, counted), one, inserted in product(rows, whose, news["inserted"]):
            nth = next(turn)
            if nth % EVERY == 0:
                clause = " ".join(frame.format(X=one, i=inserted, n=counted, **verbs).split())
                told = news["told"][nth // EVERY % len(news["told"])].format(clause)
                yield told.replace("،،", "،").replace("،.", ".")


def indicators(news: dict[str, Any], sentence: str) -> list[Any]:
    """Of the figures that count those told of; smaller numbers belong to times."""
    document = Document(text=f"{news['before']}\n{sentence}", source="case", id="case", published=str(news["published"]))
    return [f.indicator for f in read(document, CODEBOOK).figures if f.low is not None and f.low >= news["least"]]


@pytest.mark.parametrize(("name", "indicator"), [(name, indicator) for name, news in NEWS.items() for indicator in news["whose"]])
def test_whose_they_are(name: str, indicator: str) -> None:
    found = {sentence: indicators(NEWS[name], sentence) for sentence in sentences(NEWS[name], NEWS[name]["whose"][indicator])}
    wrong = {sentence: ids for sentence, ids in found.items() if ids != [indicator]}
    assert len(found) > 500
    assert not wrong, f"{len(wrong)} of {len(found)}"


@pytest.mark.parametrize("indicator", NEWS["men"]["others"])
def test_whose_they_are_not(indicator: str) -> None:
    found = {sentence: indicators(NEWS["men"], sentence) for sentence in sentences(NEWS["men"], NEWS["men"]["others"][indicator])}
    wrong = {sentence: ids for sentence, ids in found.items() if len(ids) != 1 or indicator in ids}
    assert len(found) > 500
    assert not wrong, f"{len(wrong)} of {len(found)}"
