"""Marks that set words off: those of a quotation, those that close something, those between which an aside stands."""

QUOTES = frozenset('«»"“”')
OPENERS = frozenset(':«"“”')  # of what is said
CLOSERS = frozenset('»"”')  # of a quotation
CLOSING = CLOSERS | {")"}
ASIDE_ENDS = {"،": "،", "(": ")", "-": "-", "–": "–", "—": "—"}  # what stands between the marks is no part of the clause
