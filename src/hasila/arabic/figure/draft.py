"""A figure in the making: the number, and what the rules have found to belong to it so far."""

from dataclasses import dataclass

from hasila.records import Modifier, Number, Role
from hasila.text import Text, clause


@dataclass(slots=True)
class Draft:
    """Tokens [first, last) with the number, in the ``sentence`` and ``clause`` of its first token.

    ``noun`` is the token of the counted noun, ``end`` the token after the quote, ``after`` the end of the figure before it,
    ``segment`` the first token of its segment, ``nth`` how many figures stand before it in the text.

    ``like`` is the figure before it from which a number left bare takes what it counts, ``whole`` the one that
    it is a part of, ``series`` the one whose indicator it goes on with, ``other`` the one in its sentence
    beside which it counts others (``و20 آخرون``).
    """

    first: int
    last: int
    sentence: tuple[int, int]
    clause: tuple[int, int]
    start: int
    low: float | None
    high: float | None
    modifier: Modifier
    unit: str | None = None
    type: str = "cardinal"
    bare_money: bool = False
    noun: int | None = None
    counted: str | None = None
    end: int = 0
    after: int = 0
    segment: int = 0
    nth: int = 0
    role: Role = "total"
    indicator: str | None = None
    about: str | None = None
    place: str | None = None
    time: str | None = None
    like: "Draft | None" = None
    whole: "Draft | None" = None
    series: "Draft | None" = None
    other: "Draft | None" = None


def from_number(text: Text, number: Number) -> Draft:
    """The draft of a number expression: shares in percent."""
    first, last = text.tokens(number.start, number.end)
    low, high = number.low, number.high
    if number.type in ("fraction", "percent"):
        scale = 100 if number.type == "fraction" else 1
        low, high = (None if value is None else round(value * scale, 2) for value in (low, high))
    return Draft(
        first=first,
        last=last,
        sentence=text.sentence(first),
        clause=clause(text, first),
        start=number.start,
        low=low,
        high=high,
        modifier=number.modifier,
        unit="%" if number.type in ("fraction", "percent") else number.unit,
        type=number.type,
        bare_money=number.type == "money" and number.unit is None,
        end=last,
    )
