"""An amount: what a number expression is worth, before it is known how exactly it is meant."""

from typing import NamedTuple

from hasila.records import NumberType


class Amount(NamedTuple):
    """A number in the tokens [first, stop), ``skip`` folded characters of proclitics in front.

    ``low`` and ``high`` differ where the number itself is vague (``عشرات``). ``scale`` is what its last term is
    multiplied by (``آلاف``: 1000), 1 for none. ``unit`` is a UCUM or ISO 4217 code, ``article`` whether ال is in front.
    """

    first: int
    stop: int
    skip: int
    low: float
    high: float
    type: NumberType
    rule: str
    unit: str | None = None
    scale: float = 1
    article: bool = False
    clitics: str = ""

    @property
    def vague(self) -> bool:
        """Whether it names only a decade."""
        return self.low != self.high
