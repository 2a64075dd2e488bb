"""Points 18 and 19: the answer stands on quotes, and the noise of Arabic web text is read right."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from shown import struck

from hasila import Document, balance, read
from hasila.balance.name import key
from hasila.records import Reading, record_ids
from told import BOOK, EXAMPLES

KINDS = ("figures", "entities", "statements", "events", "objectives", "assessments")
NOISY = "21-train-and-equip.txt"


@cache
def records() -> dict[str, tuple[str, Any]]:
    """Id of every record → its article and itself."""
    return {
        id: (reading.document.text, record)
        for reading in struck().readings
        for kind in KINDS
        for id, record in zip(record_ids(reading, kind), getattr(reading, kind), strict=True)
    }


@cache
def answer(language: str) -> list[dict[str, Any]]:
    return list(balance.scorecard(struck().readings, BOOK, language)["answer"])


@pytest.mark.parametrize("language", ["ar", "en"])
def test_18_every_clause_of_the_answer_stands_on_quotes(language: str) -> None:
    assert len(answer(language)) >= 12
    for clause in answer(language):
        assert clause["quotes"], clause["text"]
        for id in clause["quotes"]:
            text, record = records()[id]
            places = [(record.start, record.end)] if hasattr(record, "start") else record.places
            assert places, id
            assert all(0 <= start < end <= len(text) for start, end in places)
            assert not hasattr(record, "exact") or text[record.start : record.end] == record.exact


def _numbers(clause: dict[str, Any]) -> set[float]:
    """The numbers that its quoted figures tell, and what the parts of a whole come to."""
    figures = [records()[id][1] for id in clause["quotes"] if hasattr(records()[id][1], "low")]
    parts = sum(figure.low or 0 for figure in figures if figure.role == "part")
    return {end for figure in figures for end in (figure.low, figure.high) if end is not None} | {parts}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_18_every_long_number_of_the_answer_is_told_by_one_of_its_quotes(language: str) -> None:
    seen = 0
    for clause in answer(language):
        for written in re.findall(r"\d{1,3}(?:,\d{3})+", str(clause["text"])):
            assert float(written.replace(",", "")) in _numbers(clause), (written, clause["text"])
            seen += 1
    assert seen >= 6


def test_18_the_answer_tells_of_everything_that_was_asked() -> None:
    told = " ".join(str(clause["text"]) for clause in answer("ar"))
    for words in (
        "بقيادة الولايات المتحدة",
        "اجتماعات",
        "الأهداف المعلنة",
        "مقابل",
        "الغارات الجوية",
        "قتلى مدنيون",
        "الكلفة",
        "مقاتلون أجانب",
    ):
        assert words in told, words
    for words in ("تختلف الروايات", "تراجع رقم تراكمي", "حكمًا", "بعدم التحقق"):
        assert words in told, words


def test_18_english_says_the_same_on_the_same_quotes() -> None:
    assert [clause["quotes"] for clause in answer("en")] == [clause["quotes"] for clause in answer("ar")]
    assert not any(re.search("[\u0600-\u06ff]", re.sub("“[^”]*”", "", str(clause["text"]))) for clause in answer("en")[:1])


@cache
def reading_of(folder: str) -> Reading:
    text = (EXAMPLES / folder / NOISY).read_text(encoding="utf-8")
    return read(Document(text=text, source=NOISY, id=NOISY, published="2015-09-17"), BOOK)


def bare(words: str | None) -> str:
    """Words folded, without the spaces that the web drops."""
    return key(words or "").replace(" ", "")


def said(reading: Reading, kind: str) -> Iterator[tuple[object, ...]]:
    """What records of a kind say, without where they stand."""
    fields = {
        "figures": ("low", "high", "modifier", "role", "unit", "indicator", "about", "time"),
        "times": ("type", "value"),
        "entities": ("type", "id"),
        "statements": ("type", "direct"),
        "events": ("type", "status", "time"),
        "objectives": ("line", "time"),
        "assessments": ("line", "verdict", "objective"),
    }[kind]
    names = {"figures": ("counted", "place", "speaker"), "statements": ("speaker",), "events": ("place",)}
    names |= {"entities": ("name",), "objectives": ("holder", "exact"), "assessments": ("assessor", "exact")}
    for record in getattr(reading, kind):
        yield (*(getattr(record, field) for field in fields), *(bare(getattr(record, field)) for field in names.get(kind, ())))


@pytest.mark.parametrize("kind", ["figures", "times", "entities", "statements", "events", "objectives", "assessments"])
def test_19_a_noisy_article_is_read_the_same_as_its_clean_form(kind: str) -> None:
    noisy, clean = (Counter(said(reading_of(folder), kind)) for folder in ("articles", "clean"))
    assert clean
    assert noisy == clean


def test_19_the_clean_form_differs_from_the_noisy_one_by_noise_alone() -> None:
    noisy, clean = ((EXAMPLES / folder / NOISY).read_text(encoding="utf-8") for folder in ("articles", "clean"))
    assert noisy != clean
    assert all(bare(line) in bare(noisy) for line in clean.splitlines())


@pytest.mark.parametrize(
    "noise",
    [
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("ا", "ا\u0640").replace("ر", "ر\u0640"),
        lambda text: re.sub(r"(?<=\w)ل(?=\w)", "ل\u064f", text),
        lambda text: text.translate({48 + n: 0x660 + n for n in range(10)}),
        lambda text: text.replace("أ", "ا").replace("إ", "ا").replace("ى ", "ي "),
        lambda text: text.replace(" ", " \u200f").replace("،", "،\u200e"),
        lambda text: text.replace("ي", "ی").replace("ك", "ک"),
    ],
    ids=["hard spaces", "tatweel", "vowel marks", "Arabic digits", "no hamza", "direction marks", "Persian letters"],
)
def test_19_the_figures_of_every_article_are_the_same_under_noise(noise: Callable[[str], str]) -> None:
    for path in sorted((EXAMPLES / "articles").glob("0[1-9]*.txt")):
        text = path.read_text(encoding="utf-8")
        clean, noisy = (
            Counter(said(read(Document(text=form, source="a", id="a", published="2016-07-22"), BOOK), "figures"))
            for form in (text, noise(text))
        )
        assert noisy == clean, path.name
