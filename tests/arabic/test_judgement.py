"""Judgement on text that nobody wrote: it never fails, quotes what stands there, and takes time in step with the length."""

import random
from collections.abc import Callable

import pytest

from effort import grows_with_length_alone
from hasila.arabic.judgement import find_judgements
from hasila.arabic.name import find_names
from hasila.arabic.speech import find_statements
from hasila.codebook import load_codebook
from hasila.records import Assessment, Objective
from hasila.text import prepare

PIECES = [
    *("فشل التحالف ", "يهدف إلى محاربة ", "هدف وقف القتال ", "لم يحقق التحالف أهدافه ", "الهدف الثاني ", "خلافات بين الحلفاء "),
    *("ما زال التنظيم يسيطر ", "لكن ", "بهدف منع ", "استراتيجية من ثلاث نقاط: دعم ", "هل ", "قال الوزير إن ", "لمحاربة "),
    *("رأي ", "يرى الخبير أن ", "صحيح أن ", "لا خطة ", "أربعة محاور: ", "- ", "أولا ", "دعا البيان إلى ", "وصف ", "الأول تحقق "),
    *("أرسل ", "أن ", "دون جدوى ", "رغم ", "أما ", "، ", "؟ ", ". ", "\n", "«", "» ", "( ", "\x00", "ـ"),
]


def judge(stored: str) -> tuple[list[Objective], list[Assessment]]:
    text, codebook = prepare(stored), load_codebook("coalition")
    names = find_names(text, codebook)
    statements = find_statements(text, names)
    return find_judgements(text, names, [], statements, codebook)


def test_whatever_stands_there_is_quoted() -> None:
    chance = random.Random(7)
    for _ in range(200):
        stored = "".join(chance.choice(PIECES) for _ in range(chance.randrange(40)))
        objectives, assessments = judge(stored)
        for record in (*objectives, *assessments):
            assert record.exact and stored[record.start : record.end] == record.exact
        assert all(a.objective is None or 0 <= a.objective < len(objectives) for a in assessments)
        assert [o.start for o in objectives] == sorted(o.start for o in objectives)


@pytest.mark.parametrize(
    "piece",
    [
        "فشل التحالف ",
        "هدف وقف القتال ",
        "ما زال التنظيم يسيطر ",
        "هل نجح التحالف ",
        "لمحاربة داعش أرسل ",
        "صحيح أن ",
        "لا خطة ، ",
    ],
)
def test_work_grows_with_length_alone(piece: str) -> None:
    codebook = load_codebook("coalition")

    def work(count: int) -> Callable[[], object]:
        text = prepare(piece * count)
        names = find_names(text, codebook)
        return lambda: find_judgements(text, names, [], [], codebook)

    assert grows_with_length_alone(work)


def test_a_numbered_aim_is_found_in_the_list_just_told() -> None:
    objectives, assessments = judge(
        "واتفقوا على ثلاث نقاط: دعم الجيش، وقطع التمويل، ومواجهة الدعاية. غير أن الهدف الثاني لم يتحقق، وتحقق الهدف الثالث."
    )
    assert [o.exact for o in objectives] == ["دعم الجيش", "قطع التمويل", "مواجهة الدعاية"]
    assert [(a.objective, a.verdict) for a in assessments] == [(1, "not_met"), (2, "met")]
