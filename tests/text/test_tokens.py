"""Folding, tokens and sentences keep every place, whatever the text."""

from hypothesis import example, given
from hypothesis import strategies as st

from hasila.text import fold, prepare

ARABIC = st.text(st.sampled_from('ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآؤئءـًٌٍَُِّْ ٠١٢٣456.,،؛!؟«»"()٪%\u200f\u202b\ufefb\ufdf2\n\t\u00a0abZ'))


@example("500ـ600")
@given(st.text() | ARABIC)
def test_every_token_quotes_the_stored_text(stored: str) -> None:
    text = prepare(stored)
    for i in range(len(text)):
        quote = text.quote(i, i + 1)
        assert stored[int(quote["start"]) : int(quote["end"])] == quote["exact"] != ""
        drawn = quote["exact"] == "ـ" and text.words[i].form == "-"  # a dash between figures, by itself nothing
        assert drawn or text.words[i].form in fold(str(quote["exact"])).text
        assert text.token_at(int(quote["start"])) == i


@given(st.text() | ARABIC)
def test_sentences_cover_every_token_once(stored: str) -> None:
    text = prepare(stored)
    assert [i for first, last in text.sentences for i in range(first, last)] == list(range(len(text)))
    assert all(text.sentence(i)[0] <= i < text.sentence(i)[1] for i in range(len(text)))


@given(st.text() | ARABIC)
def test_folding_again_changes_nothing(stored: str) -> None:
    once = fold(stored).text
    assert fold(once).text == once


def test_initials_and_pauses_end_no_sentence() -> None:
    text = prepare("قال د. سالم إن الأمر صعب.. لكنه ممكن. ثم سكت")
    assert [text.exact(*s) for s in text.sentences] == ["قال د. سالم إن الأمر صعب.. لكنه ممكن.", "ثم سكت"]


def test_a_lost_space_after_a_full_stop_still_ends_the_sentence() -> None:
    assert len(prepare("انتهى اليوم.مع الصباح بدأ غيره").sentences) == 2


def test_marks_belong_to_their_letter() -> None:
    text = prepare("قالَ مُحَمَّدٌ")
    assert text.exact(0, 1) == "قالَ"
    assert text.exact(1, 2) == "مُحَمَّدٌ"


def test_text_that_lost_its_marks_is_cut_at_its_pauses() -> None:
    text = prepare("قال الوزير إن الأمر صعب، " * 300)
    assert len(text.sentences) > 1 and max(last - first for first, last in text.sentences) <= 400
    assert {text.form(last - 1) for _, last in text.sentences} == {"،"}
    assert max(last - first for first, last in prepare("كلمة " * 3_000).sentences) == 400


def test_a_long_sentence_stays_one() -> None:
    assert len(prepare("قال الوزير إن الأمر صعب، " * 60).sentences) == 1


def test_words_of_a_long_text_stand_where_they_do_in_a_short_one() -> None:
    piece = "على الأقل في كانون الثاني أو يناير، قتل ١٢ مدنيًّا ـ لا أكثر ـ في حلب.\n"
    short, long = prepare(piece), prepare(piece * 8_000)
    for sought in ("month", "bound_before", "mark", "digits", lambda word: word.form.startswith("ال")):
        places = short.where(sought)
        assert long.where(sought) == [n * len(short) + i for n in range(8_000) for i in places]
    last = len(long) - len(short)
    assert [long.exact(last + i, last + i + 1) for i in range(len(short))] == [short.exact(i, i + 1) for i in range(len(short))]
