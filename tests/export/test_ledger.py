"""Exports, the page and reviews of a ledger: what they write is what its readings would give, and they hold few of these at a time."""

import gc
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from copies import copies
from hasila import balance, load_codebook
from hasila.balance import dossier as dossiers
from hasila.cli.desk import Pile, plain
from hasila.export import annotation, geo, markdown, separated
from hasila.export.material import Material
from hasila.export.page import page
from hasila.ledger import Ledger
from hasila.ledger import current as currents
from hasila.ledger import shelf as shelves
from hasila.records import Reading, record_ids

BOOK = load_codebook("coalition")
_SEEN_EVERY = 1000  # pieces: to look through the memory takes longer than to make them


def reviewed(folder: Path, size: int) -> Ledger:
    """A ledger of so many copies, of which some records were reviewed."""
    opened = Ledger.open(folder / "ledger.db")
    opened.add(copies(size), BOOK.id)
    first, second = list(opened.shelf(BOOK.id))[3:5]
    opened.review(record_ids(first, "figures")[0], "reject", "ليلى")
    opened.review(record_ids(second, "figures")[0], "correct", "ليلى", {"low": "17", "high": "17"})
    return opened


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with reviewed(tmp_path_factory.mktemp("export"), 120) as opened:
        yield opened


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few readings are fetched, and few stay at hand."""
    for module in (currents, shelves):
        monkeypatch.setattr(module, "_CHUNK", 10)
        monkeypatch.setattr(module, "_LATELY", 5)
    monkeypatch.setattr(dossiers, "_CASTS", 5)


def material(ledger: Ledger, fetched: bool, as_read: bool = False) -> Material:
    """What a ledger holds, fetched as it is needed or held."""
    stored = ledger.current(BOOK.id, as_read)
    return Material(stored if fetched else list(stored), BOOK, "ar", ledger.reviews())


def held(made: Callable[[], Iterable[object]]) -> int:
    """The most readings that are in memory while these are made, beyond those that were there."""

    def number() -> int:
        return sum(type(one) is Reading for one in gc.get_objects())

    gc.collect()
    before, most = number(), 0
    for n, _ in enumerate(made()):
        if n % _SEEN_EVERY == 0:
            most = max(most, number())
    return most - before


@pytest.mark.parametrize("as_read", [False, True])
@pytest.mark.parametrize("pieces", [annotation.pieces, geo.pieces, markdown.pieces])
def test_what_is_fetched_is_written_as_what_is_held(ledger: Ledger, pieces: Callable[[Material], Iterable[str]], as_read: bool) -> None:
    assert "".join(pieces(material(ledger, True, as_read))) == "".join(pieces(material(ledger, False, as_read)))


def test_every_table_is_the_same(ledger: Ledger, tmp_path: Path) -> None:
    for name, fetched in (("held", False), ("fetched", True)):
        separated.write(material(ledger, fetched), tmp_path / name)
    tables = sorted(path.name for path in (tmp_path / "held").iterdir())
    assert len(tables) == 16
    for table in tables:
        assert (tmp_path / "held" / table).read_bytes() == (tmp_path / "fetched" / table).read_bytes(), table


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_page_of_a_ledger_is_that_of_its_readings(tmp_path: Path, language: str) -> None:
    with reviewed(tmp_path, 30) as small:
        readings = [stored.reading for stored in small.readings(BOOK.id)]
        assert page(small.shelf(BOOK.id), BOOK, language) == page(readings, BOOK, language)


@pytest.mark.parametrize("command", [balance.parties, balance.meetings, balance.operations, balance.series, balance.conflicts])
def test_every_command_tells_of_a_ledger_what_it_tells_of_its_readings(ledger: Ledger, command: Callable[..., Any]) -> None:
    assert command(ledger.shelf(BOOK.id), BOOK) == command([stored.reading for stored in ledger.readings(BOOK.id)], BOOK)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("pieces", [annotation.pieces, geo.pieces])
def test_an_export_holds_a_few_readings_at_a_time(ledger: Ledger, pieces: Callable[[Material], Iterable[str]]) -> None:
    assert held(lambda: pieces(material(ledger, True))) <= 30
    assert held(lambda: pieces(material(ledger, False))) > 100  # so that this can fail


@pytest.mark.usefixtures("few")
def test_a_review_holds_a_few_readings_at_a_time_and_finds_its_way_back(ledger: Ledger) -> None:
    pile = Pile(ledger, "all", None, lambda item: item.kind == "figures")
    assert held(lambda: pile) <= 30
    rows = list(map(plain, pile))
    assert len(rows) == len(pile) > 1000
    for at in (0, 500, len(pile) - 1, 3, 500):
        assert plain(pile[at]) == rows[at]
    assert [plain(item) for item in pile[10:13]] == rows[10:13]
    pile.say(3, pile[3].standing.after("accept", None))
    assert (pile[3].standing.status, pile[4].standing.status) == ("accepted", rows[4]["status"])
    assert [row["status"] for row in rows].count("corrected") == 1
