"""Something in a codebook that wants mending."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """``line`` in the file, ``kind`` of finding, and what to write. An error fails the check."""

    level: Level
    kind: str
    line: int
    says: str
