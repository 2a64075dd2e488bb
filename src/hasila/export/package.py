"""Office files (OPC packages): what makes them, and the same bytes from the same ledger."""

import io
import re
import zipfile
from importlib import import_module
from typing import Any

from hasila.errors import ExportError

_WHEN = (1980, 1, 1, 0, 0, 0)  # the first moment that ZIP knows
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def needed(module: str, package: str, extra: str) -> Any:
    """A module that an extra brings; :class:`ExportError` says what to install where it is not there."""
    try:
        return import_module(module)
    except ImportError:
        raise ExportError(f"{extra} takes {package}, which is not installed: pip install {package}") from None


def settled(data: bytes) -> bytes:
    """A package without the moment of its writing, so that it says nothing but what the ledger says."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(whole, "w") as fresh:
        for name in package.namelist():
            held = package.read(name)
            if name == "docProps/core.xml":
                held = _MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", held)
            part = zipfile.ZipInfo(name, _WHEN)
            part.external_attr = 0o644 << 16
            fresh.writestr(part, held, zipfile.ZIP_DEFLATED)
    return whole.getvalue()
