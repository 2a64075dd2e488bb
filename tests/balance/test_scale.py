"""A great ledger: the work of a balance grows with its readings, and no more of their texts is held than a bounded number."""

import json
import sys
from pathlib import Path

from copies import copies
from effort import calls
from hasila import balance, load_codebook
from hasila.balance import dossier as dossiers
from hasila.balance.dossier import open_dossier
from hasila.ledger import Ledger

BOOK = load_codebook("coalition")


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


def test_a_text_that_is_made_again_tells_the_same() -> None:
    readings = list(copies(60))
    whole = json.dumps(balance.scorecard(readings, BOOK), ensure_ascii=False)
    held, dossiers._READY = dossiers._READY, 3
    try:
        assert json.dumps(balance.scorecard(readings, BOOK), ensure_ascii=False) == whole
        dossier = open_dossier(readings, BOOK)
        for n in range(len(readings)):
            assert dossier.text(n).stored == readings[n].document.text
        assert len(dossier._texts) == 3
    finally:
        dossiers._READY = held


def test_a_ledger_gives_what_a_balance_needs_without_the_rest(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.add(copies(30), BOOK.id)
        whole = [stored.reading for stored in ledger.readings(BOOK.id)]
        narrow = [stored.reading for stored in ledger.readings(BOOK.id, kinds=("figures",))]
    assert any(reading.numbers for reading in whole) and not any(reading.numbers or reading.times for reading in narrow)
    assert balance.scorecard(narrow, BOOK) == balance.scorecard(whole, BOOK)
    assert all(sys.intern(f.indicator) is f.indicator for reading in narrow for f in reading.figures if f.indicator)
