"""The values of parameters that need no check: words as they were typed, one choice of a few, and what is there by default.

For every value typer asks pydantic, whose import takes longer than the reading of an article. What is no plain value
(a wrong choice, a number, a word that is missing) is still left to typer, which says what is wrong with it.
"""

from collections.abc import Callable
from enum import Enum
from typing import Any

from typer.core import TyperCommand, TyperGroup


class Plain:
    """A command whose parameters take plain values as they are; versions of typer without pydantic never ask them."""

    def get_params(self, ctx: Any) -> list[Any]:
        found: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        for parameter in found:
            asked = getattr(parameter, "get_runtime_param", None)
            if asked and not isinstance(asked, _Asked):
                parameter.get_runtime_param = _Asked(parameter, asked)
        return found


class Command(Plain, TyperCommand):
    """A command."""


class Commands(Plain, TyperGroup):
    """Several commands under one name."""


class _Asked:
    """What typer asks of a value."""

    def __init__(self, parameter: Any, asked: Callable[[], Any]) -> None:
        self._kind, self._asked = parameter.type_descriptor.annotation, asked

    def __call__(self) -> "_Asked":
        return self

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        plain = taken(self._kind, value)
        return self._asked().coerce(value, param=param, ctx=ctx) if plain is None else plain


def taken(kind: Any, value: Any) -> Any:
    """What a value is to a parameter of this kind; None where that is not plain.

    >>> taken(str, "a.txt"), taken(list[str], ("a.txt", "b.txt")), taken(int, "7"), taken(list[str], ())
    ('a.txt', ['a.txt', 'b.txt'], None, None)
    """
    if kind == list[str]:
        return list(value) if value and not isinstance(value, str) and all(isinstance(one, str) for one in value) else None
    if not isinstance(kind, type):
        return None
    if issubclass(kind, Enum):
        return next((choice for choice in kind if value in (choice, choice.value)), None)
    return value if isinstance(value, kind) else None
