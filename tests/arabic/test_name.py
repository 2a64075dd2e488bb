"""Names in texts that no one writes: long chains must neither raise nor take more than their share of time."""

import pytest

from hasila.arabic.name import find_names
from hasila.codebook import load_codebook
from hasila.text import prepare

CHAINS = (
    "باريس و",
    "المفتش العام ",
    "المراقب العام للمراقب العام ",
    "وزارة ",
    "سان ",
    "محمد، ",
    "تحالف « ",
    "لـ( ",
    "قيادة عمليات ",
    "مليشيا آل ",
)


@pytest.mark.parametrize("chain", CHAINS)
def test_a_chain_of_heads_is_read_to_its_end(chain: str) -> None:
    text = prepare(chain * 4_000)
    names = find_names(text, load_codebook("coalition"))
    assert all(0 <= mention.first < mention.last <= len(text) for mention in names.mentions)


@pytest.mark.parametrize("chain", CHAINS)
def test_a_text_may_break_off_anywhere(chain: str) -> None:
    whole = chain * 3
    for stop in range(len(whole)):
        text = prepare(whole[:stop])
        assert all(mention.last <= len(text) for mention in find_names(text, load_codebook("coalition")).mentions)
