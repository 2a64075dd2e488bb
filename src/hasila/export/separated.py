"""CSV: a folder of files, one a table, as RFC 4180 has them, that a spreadsheet opens with its letters right."""

import csv
from pathlib import Path
from typing import Any

from hasila.export.material import Material
from hasila.export.output import folder_at
from hasila.export.table import flat, tables

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write(material: Material, target: Path, force: bool = False) -> None:
    """Write every table into the folder ``target``: UTF-8 with a byte order mark, without which Excel misreads Arabic."""
    found = list(tables(material))
    with folder_at(target, [f"{table.name}.csv" for table in found], force) as folder:
        for table in found:
            with (folder / f"{table.name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(table.columns)
                writer.writerows([cell(row.get(column)) for column in table.columns] for row in table.rows)


def cell(value: Any) -> Any:
    """A value as a cell: text that a spreadsheet would take for a formula is led by an apostrophe, booleans are true and false.

    >>> cell("=1+1"), cell(-5), cell(True), cell(["أ", "ب"]), cell(None)
    ("'=1+1", -5, 'true', 'أ; ب', None)
    """
    value = flat(value)
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
