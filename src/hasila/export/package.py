"""Office files (OPC packages): what makes them, and the same bytes from the same ledger."""

import re
import zipfile
from importlib import import_module
from pathlib import Path
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


def settle(path: Path) -> None:
    """Take the moment of writing out of a package, so that it says nothing but what the ledger says."""
    with zipfile.ZipFile(path) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts:
            if name == "docProps/core.xml":
                data = _MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", data)
            part = zipfile.ZipInfo(name, _WHEN)
            part.external_attr = 0o644 << 16
            package.writestr(part, data, zipfile.ZIP_DEFLATED)
