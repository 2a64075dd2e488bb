"""Reading many documents, of which one may fail."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hasila.cli.screen import complain
from hasila.errors import QuoteError

if TYPE_CHECKING:
    from hasila.codebook import Codebook
    from hasila.records import Document, Reading


@dataclass(slots=True)
class Failures:
    """How many inputs failed; each is named on standard error as it comes."""

    count: int = 0


def readings(
    paths: list[str], codebook: "Codebook", published: str | None, failures: Failures, begin: "Callable[[Document], None]"
) -> "Iterator[Reading]":
    """The readings of the documents of these paths; what fails is named and counted, and the rest goes on.

    Of each document it is told by ``begin`` before it is read.
    """
    from hasila.reading import read
    from hasila.sources import Failure, documents

    for document in documents(paths, published):
        if isinstance(document, Failure):
            complain(document)
            failures.count += not document.note
            continue
        begin(document)
        try:
            reading = read(document, codebook)
        except QuoteError as error:
            failures.count += 1
            complain(f"{document.source}: left out, for a rule of ours broke a quote; please report it ({error})")
        except Exception as error:  # whatever a rule trips over, the other documents are read
            failures.count += 1
            complain(f"{document.source}: left out, for reading it failed; please report it ({type(error).__name__}: {error})")
        else:
            yield reading
