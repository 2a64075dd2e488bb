"""Folding with offsets kept, words analysed once, sentences."""

from hasila.text.asked import Sought
from hasila.text.folding import Folded, fold, fold_word
from hasila.text.gender import feminine_past, feminine_verb, is_feminine
from hasila.text.known import Known
from hasila.text.line import find_lines, is_item, is_listed, line_opening, past_bullet
from hasila.text.mark import find_marks
from hasila.text.negation import WHAT, is_what
from hasila.text.pause import clause, shown_numbers, vicinity
from hasila.text.places import Found
from hasila.text.stem import lexeme
from hasila.text.tokens import Text, prepare
from hasila.text.within import first_in, last_in, one_in
from hasila.text.word import FINITE, Hit, Split, Word, analyse, spelt, splits

__all__ = [
    "FINITE",
    "WHAT",
    "Folded",
    "Found",
    "Hit",
    "Known",
    "Sought",
    "Split",
    "Text",
    "Word",
    "analyse",
    "clause",
    "feminine_past",
    "feminine_verb",
    "find_lines",
    "find_marks",
    "first_in",
    "fold",
    "fold_word",
    "is_feminine",
    "is_item",
    "is_listed",
    "is_what",
    "last_in",
    "lexeme",
    "line_opening",
    "one_in",
    "past_bullet",
    "prepare",
    "shown_numbers",
    "spelt",
    "splits",
    "vicinity",
]
