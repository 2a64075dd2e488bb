"""Whatever is given as a ledger: opened, or refused in a line."""

import os
from pathlib import Path

import pytest

from hasila.errors import LedgerError
from hasila.ledger import Ledger


@pytest.mark.parametrize("create", [True, False])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, create: bool) -> None:
    with pytest.raises(LedgerError, match="--ledger"):
        Ledger.open(tmp_path / ("a" * 300), create)


@pytest.mark.parametrize("create", [True, False])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, create: bool) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path(os.devnull)):
        with pytest.raises(LedgerError, match="is no ledger but another kind of file"):
            Ledger.open(path, create)
