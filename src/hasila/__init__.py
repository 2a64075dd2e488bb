"""Hasila (حصيلة): read Arabic reporting, keep every figure with its words, strike the balance."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hasila.codebook import Codebook, load_codebook
    from hasila.reading import read
    from hasila.records import Document, Reading, as_json

__all__ = ["Codebook", "Document", "Reading", "as_json", "load_codebook", "read"]

_ROOMS = {
    "codebook": ("Codebook", "load_codebook"),
    "reading": ("read",),
    "records": ("Document", "Reading", "as_json"),
}


def __getattr__(name: str) -> Any:
    # The Arabic rooms are only loaded by who asks for them, so that `hasila --help` needn't wait for them.
    for room, names in _ROOMS.items():
        if name in names:
            return getattr(import_module(f"hasila.{room}"), name)
    raise AttributeError(f"module 'hasila' has no attribute {name!r}")
