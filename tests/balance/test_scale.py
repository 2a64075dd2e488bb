"""A great ledger: the work of a balance grows with its readings, and what it holds of them at a time does not."""

import gc
import io
import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from copies import copies
from effort import calls
from hasila import balance, load_codebook
from hasila.balance import comparable, spool
from hasila.balance import dossier as dossiers
from hasila.balance.card import Balance
from hasila.balance.dossier import open_dossier
from hasila.balance.reprint import Prints
from hasila.balance.shelf import Held
from hasila.cli import card as cards
from hasila.cli.card import Card
from hasila.cli.screen import as_line, pieces
from hasila.ledger import Ledger, Shelf
from hasila.ledger import shelf as shelves
from hasila.records import Reading, record_ids
from hasila.text.sketch import sketch

BOOK = load_codebook("coalition")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger of 240 copies."""
    with Ledger.open(tmp_path_factory.mktemp("scale") / "ledger.db") as opened:
        opened.add(copies(240), BOOK.id)
        yield opened


class Watched(Shelf):
    """A ledger's shelf that counts what is fetched from it, and the readings that are in memory meanwhile."""

    fetched = 0
    most = 0

    def _made(self, n: int, row: Any, kinds: Collection[str], text: bool) -> Reading:
        self.fetched += 1
        if self.fetched % 40 == 0:
            self.most = max(self.most, sum(type(one) is Reading for one in gc.get_objects()))
        return super()._made(n, row, kinds, text)


def whole(card: Any) -> str:
    return json.dumps(card, ensure_ascii=False)


def test_copies_are_documents_of_their_own_and_their_records_stand_where_they_say() -> None:
    for reading in copies(30):
        text = reading.document.text
        for record in (*reading.figures, *reading.statements, *reading.events, *reading.objectives):
            assert text[record.start : record.end] == record.exact
    assert len({reading.document.id for reading in copies(30)}) == 30


def test_the_work_grows_with_the_readings() -> None:
    readings = list(copies(240))
    balance.scorecard(readings, BOOK)  # words met for the first time are analysed once
    few, many = calls(lambda: balance.scorecard(readings[:60], BOOK)), calls(lambda: balance.scorecard(readings, BOOK))
    assert many <= 1.5 * 4 * few


def test_a_balance_from_the_ledger_is_that_of_its_readings_also_after_reviews(ledger: Ledger) -> None:
    def both() -> tuple[str, str]:
        readings = [stored.reading for stored in ledger.readings(BOOK.id)]
        return whole(balance.scorecard(ledger.shelf(BOOK.id), BOOK)), whole(balance.scorecard(readings, BOOK))

    before, same = both()
    assert before == same
    reading = next(reading for reading in ledger.shelf(BOOK.id) if any(a.objective for a in reading.assessments))
    ledger.review(record_ids(reading, "objectives")[0], "reject", "ليلى")
    ledger.review(record_ids(reading, "figures")[0], "correct", "ليلى", {"low": "17", "high": "17"})
    after, same = both()
    assert after == same != before


def test_a_balance_holds_a_few_readings_at_a_time_and_fetches_each_a_few_times(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "_CHUNK", 10)
    monkeypatch.setattr(shelves, "_LATELY", 5)
    gc.collect()
    before = sum(type(one) is Reading for one in gc.get_objects())
    shelf = Watched(ledger, BOOK.id)
    for _ in pieces(balance.card(shelf, BOOK)):
        pass
    assert len(shelf) == 240
    assert shelf.most - before <= 10 + 5 + 5
    assert shelf.fetched <= 4 * len(shelf)


def test_figures_are_held_an_indicator_at_a_time(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    card = whole(balance.scorecard(ledger.shelf(BOOK.id), BOOK))
    monkeypatch.setattr(comparable, "_HELD", 50)
    monkeypatch.setattr(spool.Spool.__init__, "__defaults__", (50,))
    struck = Balance(open_dossier(ledger.shelf(BOOK.id), BOOK))
    held = [sum(map(struck.figures.number, struck.figures._lately)) for _ in struck.figures.every()]
    largest = max(map(struck.figures.number, struck.figures.keys))
    assert sum(map(struck.figures.number, struck.figures.keys)) > 10 * 50
    assert max(held) <= max(50, largest) and struck.figures._spool.most <= 50
    assert whole(balance.scorecard(ledger.shelf(BOOK.id), BOOK)) == card


def test_texts_are_held_up_to_a_number_and_made_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    card = whole(balance.scorecard(ledger.shelf(BOOK.id), BOOK))
    monkeypatch.setattr(dossiers, "_READY", 3)
    monkeypatch.setattr(dossiers, "_CASTS", 3)
    assert whole(balance.scorecard(ledger.shelf(BOOK.id), BOOK)) == card
    dossier = open_dossier(ledger.shelf(BOOK.id), BOOK)
    for n in range(len(dossier.readings)):
        assert dossier.text(n).stored == dossier.readings.text(n) == dossier.readings[n].document.text
        assert dossier.casts[n] is dossier.casts[n]
    assert len(dossier._texts) == len(dossier.casts._lately) == 3


def test_sketches_are_kept_when_a_document_is_added_and_never_made_again(ledger: Ledger) -> None:
    shelf = ledger.shelf(BOOK.id)
    made = [sketch(shelf.text(n)) for n in range(len(shelf))]
    assert list(shelf.sketches()) == [(one.digest, len(one)) for one in made]
    assert all(shelf.marks(n) == one.mark_set() for n, one in enumerate(made))


def test_few_texts_that_are_not_one_are_compared_word_for_word() -> None:
    def asked(number: int) -> int:
        readings = Held(list(copies(number)))
        fetched = 0

        def marks(n: int) -> frozenset[int]:
            nonlocal fetched
            fetched += 1
            return readings.marks(n)

        groups = Prints(readings.sketches(), marks, readings.text).groups()
        assert len(set(groups)) == number - number // 10
        return fetched

    assert asked(240) <= 240


def test_a_ledger_gives_what_is_asked_for_without_the_rest(ledger: Ledger) -> None:
    every = [stored.reading for stored in ledger.readings(BOOK.id)]
    narrow = [stored.reading for stored in ledger.readings(BOOK.id, kinds=("figures",))]
    assert [reading.figures for reading in narrow] == [reading.figures for reading in every]
    assert any(reading.numbers for reading in every)
    assert not any(reading.numbers or reading.times or reading.entities or reading.assessments for reading in narrow)
    slim = list(ledger.shelf(BOOK.id).each(["assessments"]))
    assert [reading.assessments for reading in slim] == [reading.assessments for reading in every]
    assert not any(reading.document.text or reading.figures for reading in slim)


@pytest.mark.parametrize("command", [balance.card, balance.series_rows, balance.conflict_rows])
def test_what_is_printed_piece_by_piece_is_the_same_json(ledger: Ledger, command: Callable[..., Any]) -> None:
    found = command(ledger.shelf(BOOK.id), BOOK)
    assert "".join(pieces(found)) == as_line(balance.plain(found), indent=2)


def test_the_screen_shows_no_more_of_many_than_of_some_and_says_how_many_there_are(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "_SHOWN", 4)
    monkeypatch.setattr(cards, "_POINTS", 4)

    def shown(number: int) -> str:
        out = io.StringIO()
        card = balance.card(ledger.shelf(BOOK.id)[:number], BOOK, "en")
        Card(Console(file=out, width=80, color_system=None), BOOK, english=True).print(card)
        return out.getvalue()

    some, many = shown(100), shown(240)
    assert len(many.splitlines()) <= 1.2 * len(some.splitlines())
    assert "more; --format json has all of them" in many


def test_a_shelf_takes_of_documents_of_one_id_the_last(tmp_path: Path) -> None:
    one, other, *_ = copies(20)
    with Ledger.open(tmp_path / "ledger.db") as opened:
        same = replace(other, document=replace(other.document, id=one.document.id))
        opened.add([one, same], BOOK.id)
        shelf = opened.shelf(BOOK.id)
        assert [reading.document.source for reading in shelf] == [reading.document.source for reading in Held([one, same])]
