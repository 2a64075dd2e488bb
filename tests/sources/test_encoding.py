import pytest

from hasila.errors import SourceError
from hasila.sources.encoding import decode

ARTICLE = "قالت وزارة الدفاع إن أكثر من 60 دولة شاركت في المؤتمر،\r\nوأضافت أن «الخطة» لم تتحقق؛ فهل تُستأنف؟\n"
PLAIN = "قالت وزارة الدفاع إن أكثر من 60 دولة شاركت في المؤتمر، وأضافت أن الخطة لم تتحقق"


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1256"])
def test_text_comes_out_as_it_was_written(name: str) -> None:
    assert decode(ARTICLE.encode(name))[0] == ARTICLE


def test_utf16_big_endian_with_its_mark() -> None:
    assert decode(b"\xfe\xff" + ARTICLE.encode("utf-16-be")) == (ARTICLE, "utf-16")


@pytest.mark.parametrize("name", ["windows-1256", "iso-8859-6"])
def test_each_legacy_encoding_is_told_from_the_other(name: str) -> None:
    assert decode(PLAIN.encode(name)) == (PLAIN, name)


@pytest.mark.parametrize("word", ["نعم", "باب", "60 دولة", "قتل مدنيان."])
def test_short_windows_1256(word: str) -> None:
    assert decode(word.encode("windows-1256"))[0] == word


def test_voweled_text_in_windows_1256() -> None:
    text = "قالَ إنَّ المُؤتَمَرَ لَمْ يُحَقِّقْ أهدافَهُ حَتّى الآنَ"
    assert decode(text.encode("windows-1256"))[0] == text


def test_controls_are_kept() -> None:
    text = "قال\x1b[31m \u202eكلام\u200f\x07"
    assert decode(text.encode())[0] == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\xff", "not a text"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "not a text"),
        ("قبل\0بعد".encode(), "NUL"),
        (bytes(range(1, 256)), "no Arabic text"),
        ("Привет, это новости дня".encode("cp1251"), "no Arabic text"),
        ("Привет, это новости дня".encode("koi8-r"), "no Arabic text"),
        ("Le café de la façade".encode("latin-1"), "no Arabic text"),
        ("中文新闻报道".encode("gb18030"), "no Arabic text"),
        (ARTICLE.encode()[:40] + b"\xff" + ARTICLE.encode()[40:], "broken byte"),
        (ARTICLE.encode()[:-2], "broken byte"),
        (b"\xff\xfe" + ARTICLE.encode("utf-16-le")[:-1], "broken utf-16"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        decode(data)
