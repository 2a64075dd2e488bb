"""Words of the layout, in both languages."""

from typing import get_args

import pytest

from hasila import load_codebook
from hasila.export.label import WORDS, Labels
from hasila.records import Role


@pytest.mark.parametrize("role", get_args(Role))
def test_each_role_has_a_word_of_each_language(role: str) -> None:
    codebook = load_codebook("coalition")
    assert role in WORDS
    assert Labels(codebook, english=True).word(role).isascii()
    assert not any(letter.isascii() and letter.isalpha() for letter in Labels(codebook, english=False).word(role))
