"""Words from which no letter is cut: each would be read as a place behind a letter, were it not listed."""

import pytest

from hasila.arabic.name.sense import LISTS, TOWNS, senses_of
from hasila.lexicon import table
from hasila.text.word import analyse

PLACES = frozenset((*LISTS, *TOWNS))
WHOLE = sorted(form for form, entries in table().words.items() if any(entry.cls == "whole_word" for entry in entries))


@pytest.mark.parametrize("form", WHOLE)
def test_no_letter_is_cut_off_a_whole_word_and_one_would_be(form: str) -> None:
    assert any(hit.skip for cls, hit in analyse(form).entries.items() if cls in PLACES)
    assert not any(sense.skip for cls, sense in senses_of(form)[0].items() if cls in PLACES)


def test_there_are_whole_words() -> None:
    assert len(WHOLE) > 30
