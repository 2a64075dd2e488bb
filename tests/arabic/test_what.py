"""What a pronoun counts is found where it was told of last, however its number is told: ``what.yaml`` has frames, and what they take up."""

from collections.abc import Iterator
from itertools import count, product
from pathlib import Path
from typing import Any

import pytest
import yaml

from hasila import Document, load_codebook, read

NEWS = yaml.load(Path(__file__).with_name("what.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
CODEBOOK = load_codebook("coalition")
EVERY = 9  # every ninth text is said: speakers, insets and sentences between turn with them
NONE = "none"


def texts(kind: str) -> Iterator[tuple[str, str]]:
    """The indicator, and a text of what is told and of who says how many they are."""
    told, turn = [(indicator, sentence) for indicator, all in NEWS["told"][kind].items() for sentence in all], count()
    for (indicator, sentence), frame in product(told, NEWS["frames"][kind]):
        nth = next(turn)
        if nth % EVERY == 0:
            speaker, inserted, between = (NEWS[of][nth // EVERY % len(NEWS[of])] for of in ("speakers", "inserted", "between"))
            said = frame.format(x=speaker, i=inserted, **NEWS["numbers"][kind])
            said = " ".join(said.split()).replace(" ،", "،").replace("،،", "،").replace("لـالم", "للم")
            yield indicator, " ".join(f"{sentence} {between} {said}.".split())


def indicator_of(text: str) -> Any:
    """The indicator of the last figure; those of others who are no party of the text are none."""
    document = Document(text=f"{NEWS['before']}\n{text}", source="case", id="case", published=str(NEWS["published"]))
    figures = [f for f in read(document, CODEBOOK).figures if 907 in (f.low, f.high) or 907_000_000 in (f.low, f.high)]
    return (figures[-1].indicator or NONE) if figures and figures[-1].about not in ("taliban", "houthi", "african_union") else NONE


@pytest.mark.parametrize("kind", NEWS["told"])
def test_what_a_pronoun_counts(kind: str) -> None:
    said = list(texts(kind))
    wrong = [(text, indicator, found) for indicator, text in said if (found := indicator_of(text)) != indicator]
    assert len(said) > 20
    assert not wrong, f"{len(wrong)} of {len(said)}"
