"""Who says it doesn't hang on what stands beside him: ``speaker.yaml`` has the frames, the speakers and the adverbs."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from hasila import Document, load_codebook, read

NEWS = yaml.load(Path(__file__).with_name("speaker.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
CODEBOOK = load_codebook("coalition")


def sentence(frame: str, speaker: dict[str, Any], adverb: str) -> str:
    agreeing = {he: she if speaker.get("feminine") else he for he, she in NEWS["feminine"].items()}
    return frame.format(S=speaker["told"], لS=speaker["with"], A=adverb, N=NEWS["said"], **agreeing)


def speakers(text: str) -> list[str | None]:
    figures = read(Document(text=text, source="case", id="case", published=str(NEWS["published"])), CODEBOOK).figures
    return [figure.speaker for figure in figures if figure.low == NEWS["number"]]


@pytest.mark.parametrize("frame", NEWS["frames"])
def test_who_says_it(frame: str) -> None:
    asked = {sentence(frame, speaker, adverb): speaker["name"] for speaker, adverb in product(NEWS["speakers"], NEWS["adverbs"])}
    wrong = {text: told for text, name in asked.items() if (told := speakers(text)) != [name]}
    assert not wrong, f"{len(wrong)} of {len(asked)}"


@pytest.mark.parametrize("frame", NEWS["others"])
def test_who_says_it_beside_another(frame: str) -> None:
    asked = {sentence(frame, speaker, ""): speaker["name"] for speaker in NEWS["speakers"] if speaker["told"] not in frame}
    wrong = {text: told for text, name in asked.items() if (told := speakers(text)) != [name]}
    assert not wrong, f"{len(wrong)} of {len(asked)}"


def called(phrase: str, feminine: bool) -> dict[str, Any]:
    return {"told": phrase, "with": f"لل{phrase[2:]}" if phrase.startswith("ال") else f"ل{phrase}", "feminine": feminine}


@pytest.mark.parametrize("frame", NEWS["plain"])
def test_whoever_says_it_is_credited_by_all_that_he_is_called(frame: str) -> None:
    rows = [(row, key.startswith("feminine")) for key in ("phrases", "feminine_phrases") for row in NEWS[key]]
    asked = {sentence(frame, called(phrase, feminine), ""): phrase for row, feminine in rows for phrase in row}
    wrong = {text: told for text, phrase in asked.items() if (told := speakers(text)) != [phrase]}
    assert not wrong, f"{len(wrong)} of {len(asked)}"
