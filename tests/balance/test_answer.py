"""What the answer chooses to tell of many accounts, and how it credits, dates and joins them."""

from typing import Any

import pytest
from story import BOOK, Story

from hasila import balance
from hasila.balance.account import Account
from hasila.balance.card import Balance
from hasila.balance.choice import growth, headline, lonely
from hasila.balance.credit import credit_of
from hasila.balance.dossier import open_dossier
from hasila.balance.voice import Voice


def weigh(*stories: Story) -> Balance:
    return Balance(open_dossier([story.reading() for story in stories], BOOK))


def answer(*stories: Story, language: str = "ar") -> str:
    card = balance.scorecard([story.reading() for story in stories], BOOK, language)
    return " ".join(clause["text"] for clause in card["answer"])


def striking(n: int, month: int, source: str = "", **known: Any) -> Story:
    """An article of that month that tells of n raids."""
    story = Story(f"شن التحالف الكبير {n} غارة", f"{source or n}.txt", f"2015-{month:02}-01", publisher="صحيفة النهر")
    return story.figure(f"{n} غارة", n, counted="غارة", **known)


def chosen(*stories: Story) -> float | None:
    weighed = weigh(*stories)
    account = headline(weighed.dossier, weighed.told)
    return account.figure.low if account else None


def test_the_latest_of_a_running_total_is_told_but_not_one_that_falls_below_several() -> None:
    assert chosen(striking(100, 1), striking(200, 2), striking(300, 3)) == 300
    assert chosen(striking(100, 1), striking(200, 2), striking(300, 3), striking(31, 4)) == 300


def test_one_huge_number_before_several_smaller_ones_is_not_told() -> None:
    assert chosen(striking(900, 1), striking(200, 2), striking(300, 3)) == 300


def test_reprints_do_not_outweigh_a_single_account() -> None:
    text = "قالت مصادر عدة في المدينة أمس إن طائرات التحالف الكبير أغارت على مواقع كثيرة وإنها شنت 900 غارة كاملة"
    copies = [Story(text, f"{n}.txt", "2015-01-01").figure("900 غارة", 900, counted="غارة") for n in range(3)]
    weighed = weigh(*copies, striking(300, 3))
    assert lonely(weighed.dossier, weighed.told) == set()


def test_members_that_stand_alone_are_not_where_the_growth_ends() -> None:
    def joining(n: int, month: int) -> Story:
        return Story(f"يضم التحالف الكبير {n} دولة", f"{n}.txt", f"2015-{month:02}-01").figure(
            f"{n} دولة", n, indicator="member_states", counted="دولة"
        )

    weighed = weigh(*(joining(n, month) for month, n in enumerate((60, 62, 65, 12), 1)))
    assert [account.figure.low for account in growth(weighed.dossier, weighed.told)] == [60, 65]
    weighed = weigh(joining(60, 1), joining(40, 2))
    assert [account.figure.low for account in growth(weighed.dossier, weighed.told)] == [40]


def test_what_holds_for_the_whole_theatre_is_told_before_a_part_of_it() -> None:
    assert chosen(striking(100, 1), striking(300, 3, place="العراق")) == 100
    assert chosen(striking(100, 1, place="العراق"), striking(300, 3, place="الموصل")) == 100
    assert chosen(striking(100, 1, place="فرنسا")) is None


def test_a_town_lies_in_its_country() -> None:
    weighed = weigh(striking(100, 1, place="العراق"), striking(300, 1, place="مدينة الموصل"), striking(250, 1, place="الرقة"))
    assert weighed.dossier.meet(("iq",), ("مدينة_الموصل",)) == ("مدينة_الموصل",)
    assert weighed.dossier.meet(("sy",), ("مدينة_الموصل",)) == ()
    (conflict,) = weighed.conflicts
    assert sorted(account.figure.low or 0 for account in conflict.accounts) == [100, 300]


CREDITS = {
    "named": ("مرصد السلام", "الولايات المتحدة", "أحمد سالم"),
    "office": ("وزارة الدفاع",),
    "common": ("متحدث عسكري", "مصادر أمنية", "خبراء"),
    "unclear": ("الخبير", "الأعوام الثلاثة", "مساعد الوزير"),
}


def credited(speaker: str | None, publisher: str | None = "صحيفة النهر") -> tuple[Balance, Account]:
    story = Story(f"قال {speaker} إن 5 غارات وقعت", "a.txt", publisher=publisher).figure("5 غارات", 5, speaker=speaker, counted="غارات")
    story.entity("أحمد سالم", "person", "احمد_سالم").entity("وزارة الدفاع", "organization", "وزاره_الدفاع")
    weighed = weigh(story)
    return weighed, weighed.told[0]


@pytest.mark.parametrize(("credit", "speaker"), [(credit, speaker) for credit, speakers in CREDITS.items() for speaker in speakers])
def test_whose_word_it_is(credit: str, speaker: str) -> None:
    weighed, account = credited(speaker)
    assert credit_of(weighed.dossier, account) == credit


@pytest.mark.parametrize(
    ("speaker", "publisher", "said"),
    [
        (None, "صحيفة الميزان", "كما كتبت صحيفة الميزان"),
        (None, "موقع الميزان", "كما كتب موقع الميزان"),
        (None, None, "كما جاء في أحد المقالات"),
        ("الخبير", "صحيفة الميزان", "كما أوردت صحيفة الميزان"),
        ("وزارة الدفاع", "موقع الميزان", "بحسب وزارة الدفاع كما أورد موقع الميزان"),
        ("متحدث عسكري", "صحيفة الميزان", "بحسب متحدث عسكري"),
        ("أحمد سالم", "صحيفة الميزان", "بحسب أحمد سالم"),
    ],
)
def test_how_a_word_is_credited(speaker: str | None, publisher: str | None, said: str) -> None:
    weighed, account = credited(speaker, publisher)
    assert Voice(weighed.dossier, "ar").by(account) == said


def test_months_go_by_the_documents_or_are_doubled_once() -> None:
    def said(*texts: str) -> list[str]:
        weighed = weigh(*(Story(text, f"{n}.txt") for n, text in enumerate(texts)))
        voice = Voice(weighed.dossier, "ar")
        return [voice.day("2016-07-20"), voice.day("2016-07-21/2016-08-02")]

    assert said("في 5 شباط 2015") == ["20 تموز 2016", "21 تموز 2016 – 2 آب 2016"]
    assert said("في 5 فبراير 2015") == ["20 يوليو 2016", "21 يوليو 2016 – 2 أغسطس 2016"]
    assert said("في 5 شباط 2015", "في 5 فبراير 2015") == ["20 يوليو/تموز 2016", "21 يوليو 2016 – 2 أغسطس/آب 2016"]


def test_the_partys_own_stands_against_the_watchdogs_where_they_differ() -> None:
    def dead(n: int, speaker: str, day: int) -> Story:
        story = Story(f"قال {speaker} إن {n} مدنيا قتلوا", f"{n}.txt", f"2017-09-{day:02}")
        return story.figure(f"{n} مدنيا", n, indicator="civilian_deaths", counted="مدنيا", speaker=speaker)

    text = answer(dead(735, "التحالف الكبير", 1), dead(5637, "مرصد السلام", 2))
    assert "القتلى المدنيون 735 مدنيًا بحسب التحالف الكبير (نُشر في 1 سبتمبر" in text
    assert "مقابل 5,637 مدنيًا بحسب مرصد السلام" in text
    assert "تختلف الروايات" not in text, "told once is enough"
    assert "مقابل" not in answer(dead(735, "التحالف الكبير", 2), dead(730, "مرصد السلام", 1))


def test_a_whole_answer_is_short() -> None:
    stories = [striking(n * 100 + k, 1 + n % 12, f"{n}-{k}", place=place) for n in range(30) for k, place in enumerate((None, "العراق"))]
    for n, story in enumerate(stories):
        story.assessment("شن", None, ("met", "not_met", "partly_met")[n % 3], line="financing" if n % 2 else "military")
    assert 1 <= len(balance.scorecard([s.reading() for s in stories], BOOK)["answer"]) <= 14


def test_a_fall_and_parts_are_told_by_their_numbers() -> None:
    fall = (
        striking(14000, 7, "a", speaker="مرصد السلام"),
        striking(13800, 9, "b", speaker="مرصد السلام"),
        striking(14500, 8, "c"),
    )
    assert "وتراجع رقم تراكمي في «الغارات الجوية» من 14 ألف غارة (نُشر في 1 يوليو/تموز 2015) إلى 13,800 غارة بحسب مرصد السلام" in answer(
        *fall
    )
    parts = Story("دمر 100 هدف بينها 70 آلية و60 مبنى")
    for exact, low, role in (("100 هدف", 100, "total"), ("70 آلية", 70, "part"), ("60 مبنى", 60, "part")):
        parts.figure(exact, low, role=role, indicator="targets_destroyed", counted=exact.split()[1])
    assert "وتزيد الأجزاء على المجموع المعلن في «أهداف دمرت»: 100 هدف" in answer(parts)
    assert "ومجموع الأجزاء 130." in answer(parts)
