"""Names in texts that no one writes: long chains must neither raise nor take more than their share of time."""

from pathlib import Path

import pytest
import yaml

import hasila.lexicon
from hasila.arabic.name import find_names
from hasila.codebook import Actor, Codebook, Label, load_codebook
from hasila.text import prepare

# A chain, and how many names four thousand of it hold: heads without a name of their own hold none.
CHAINS = {
    "باريس و": 4_000,
    "المفتش العام ": 4_000,
    "المراقب العام للمراقب العام ": 1,
    "وزارة ": 0,
    "سان ": 0,
    "محمد، ": 0,
    "تحالف « ": 0,
    "لـ( ": 0,
    "قيادة عمليات ": 0,
    "مليشيا آل ": 2_000,
}


@pytest.mark.parametrize(("chain", "names"), CHAINS.items())
def test_a_chain_of_heads_is_read_to_its_end(chain: str, names: int) -> None:
    text = prepare(chain * 4_000)
    mentions = find_names(text, load_codebook("coalition")).mentions
    assert len(mentions) == names
    assert all(0 <= mention.first < mention.last <= len(text) for mention in mentions)


@pytest.mark.parametrize("chain", CHAINS)
def test_a_text_may_break_off_anywhere(chain: str) -> None:
    whole = chain * 3
    for stop in range(len(whole)):
        text = prepare(whole[:stop])
        assert all(mention.last <= len(text) for mention in find_names(text, load_codebook("coalition")).mentions)


@pytest.mark.parametrize("name", ["التحالف الأخضر", "الحلف الأخضر", "الائتلاف الأخضر"])
def test_an_alliance_of_a_codebook_is_told_of_without_its_article(name: str) -> None:
    greens = Actor("greens", Label(name, "The Greens"), "organization", "party", (name,))
    codebook = Codebook("greens", Label("الخضر", "The Greens"), actors=(greens,))
    first = name.replace("ال", "", 1).replace(" ال", " ")
    assert [entity.id for entity in find_names(prepare(f"نشأ {first} في المدينة"), codebook).entities] == ["greens"]


# Some nationalities are names too (تركي, يمنى): beside a title they tell of which nation somebody is.
OF_A_NATION = {
    "وقال وزير الزراعة ال{} سليمان صويلو إن الموسم انتهى.": ["سليمان صويلو"],
    "وقال مسؤول {} رفيع إن الموسم انتهى.": [],
    "وقال ضابط {} إن الموسم انتهى.": [],
    "وقال السفير ال{} في بغداد إن الموسم انتهى.": [],
}


def _nationalities() -> list[str]:
    listed = yaml.safe_load((Path(hasila.lexicon.__file__).parent / "nationality.yaml").read_text(encoding="utf-8"))
    return sorted({form for forms in listed["classes"]["nationality"].values() for form in forms if " " not in form})


@pytest.mark.parametrize(("frame", "persons"), OF_A_NATION.items())
def test_a_nationality_beside_a_title_is_no_name(frame: str, persons: list[str]) -> None:
    codebook, nationalities = load_codebook("coalition"), _nationalities()
    assert len(nationalities) > 1_000
    read = {form: find_names(prepare(frame.format(form)), codebook).entities for form in nationalities}
    assert {form: names for form, found in read.items() if (names := [e.name for e in found if e.type == "person"]) != persons} == {}
