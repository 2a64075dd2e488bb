"""What a told number allows, and when two of them can't both be true."""

from math import inf
from typing import Literal

from hasila.balance.account import Account

_SHORT_OF = 0.999  # 25 thousand are no more about 30 thousand than about 20 thousand


def bounds(account: Account) -> tuple[float, float]:
    """What a told number allows.

    ``نحو 60`` allows what rounds to it; a vague count (``مئات``) is a floor, for the press says it of more than it names.
    """
    low, high, modifier = account.value
    least, most = -inf if low is None else low, inf if high is None else high
    if modifier == "about" and low is not None and low == high:
        half = rounding(low) * _SHORT_OF
        return low - half, low + half
    return least, inf if modifier == "vague" else most


def rounding(value: float) -> float:
    """Half a unit of the last digit that a number names.

    >>> rounding(60), rounding(14_000), rounding(93), round(rounding(7.7), 3)
    (5.0, 500.0, 0.5, 0.05)
    """
    text = f"{abs(value):.6f}".rstrip("0")
    whole, _, rest = text.partition(".")
    if rest:
        return 0.5 * 10.0 ** -len(rest)
    digits = whole.rstrip("0")
    return 0.5 * 10.0 ** (len(whole) - len(digits)) if digits else 0.5


def named(account: Account) -> tuple[float, float]:
    """The least and the greatest number that the account names."""
    low, high, _ = account.value
    ends = [end for end in (low, high) if end is not None]
    return (min(ends), max(ends)) if ends else (0.0, 0.0)


def clash(one: Account, other: Account, tolerance: float) -> Literal["differ", "gap"] | None:
    """How two accounts of the same thing at the same time contradict each other, if they do."""
    (low, high), (least, most) = bounds(one), bounds(other)
    if low > most or least > high:
        return "differ"
    if inf not in (high, most) and -inf not in (low, least):
        return None
    (a, b), (c, d) = named(one), named(other)
    if a <= d and c <= b:
        return None
    smaller, greater = (b, c) if b < c else (d, a)
    apart = inf if smaller <= 0 else greater / smaller
    return "gap" if apart > tolerance else None
