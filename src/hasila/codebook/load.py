"""Load a codebook by name or path; whatever is wrong in it is said with its file, its line and what to write."""

from difflib import get_close_matches
from functools import cache
from pathlib import Path

from hasila.codebook.node import Marks
from hasila.codebook.read import read_codebook
from hasila.codebook.schema import Codebook
from hasila.errors import CodebookError

_HERE = Path(__file__).parent


def shipped() -> tuple[str, ...]:
    """The names of the codebooks that ship.

    >>> "coalition" in shipped()
    True
    """
    return tuple(sorted(file.stem for file in _HERE.glob("*.yaml")))


@cache
def load_codebook(name: str) -> Codebook:
    """The codebook that ships under this name, or that stands in this ``.yaml`` file.

    Raises :class:`CodebookError` where there is none, or where it is wrong.

    >>> load_codebook("coalition").line("financing").label.en
    'Cutting off funding'
    """
    codebook, problems, _ = open_codebook(name)
    if problems or codebook is None:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise CodebookError(problems[0] + more)
    return codebook


def check_codebook(name: str) -> list[str]:
    """Everything that is wrong in a codebook, one line each; an empty list where it is right."""
    return open_codebook(name)[1]


def open_codebook(name: str) -> tuple[Codebook | None, list[str], Marks]:
    """A codebook as it stands, right or wrong, with all that is wrong in it, and where its entries stand."""
    source, text = source_of(name)
    return read_codebook(text, source)


def source_of(name: str) -> tuple[str, str]:
    """The file of a codebook, and its text; :class:`CodebookError` where there is none."""
    if name in shipped():
        return f"{name}.yaml", (_HERE / f"{name}.yaml").read_text(encoding="utf-8")
    path = Path(name)
    if path.suffix not in (".yaml", ".yml"):
        near = get_close_matches(name, shipped(), 1)
        hint = f"; did you mean '{near[0]}'?" if near else ""
        raise CodebookError(f"no codebook '{name}': write the path of a .yaml file or one of {', '.join(shipped())}{hint}")
    try:
        return name, path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise CodebookError(f"{name}: no such file; the codebooks that ship are {', '.join(shipped())}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise CodebookError(f"{name}: can't be read ({error}); save it as a UTF-8 text file") from None
