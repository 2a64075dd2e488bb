"""A writer that is killed leaves a whole ledger, and the next run finishes; `python evaluation/crash.py` does it 200 times."""

from crash import crash


def test_a_killed_writer_loses_nothing() -> None:
    assert crash(3) == []
