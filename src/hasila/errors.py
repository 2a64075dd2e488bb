"""Every exception of Hasila, under one root.

::

    HasilaError                 anything that Hasila says went wrong; its text is one line for the user
    ├── SourceError             an input can't be read: says which, why, and what to do
    ├── CodebookError           a codebook is wrong: says the line and what to write
    ├── QuoteError              a record would not quote the stored text: a fault of ours
    ├── LedgerError             a ledger can't be opened, read or written
    ├── ReviewError             a review can't be kept: says what may be written
    └── ExportError             a file can't be written, or what it takes is not installed
"""


class HasilaError(Exception):
    """The root: ``str(error)`` is one clear line that names what happened, where, and what to do next."""


class SourceError(HasilaError):
    """An input can't be read."""


class CodebookError(HasilaError):
    """A codebook is wrong."""


class QuoteError(HasilaError):
    """A record would not quote the text that it came from."""


class LedgerError(HasilaError):
    """A ledger can't be opened, read or written."""


class ReviewError(HasilaError):
    """A review can't be kept."""


class ExportError(HasilaError):
    """A file can't be written, or what it takes is not installed."""
