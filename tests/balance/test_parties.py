from typing import Any

from story import BOOK, Story

from hasila import load_codebook
from hasila.balance import parties


def found(*stories: Story) -> dict[str, Any]:
    return {party["id"]: party for party in parties([story.reading() for story in stories], BOOK)}


def big(text: str, source: str = "a.txt") -> Story:
    return Story(text, source).entity("التحالف الكبير", "organization", "big")


def test_who_leads_by_preposition_and_by_verb() -> None:
    assert found(big("شن التحالف الكبير بقيادة الولايات المتحدة غارات"))["big"]["leads"] == ["us"]
    assert found(big("التحالف الكبير الذي تقوده فرنسا وإيطاليا مستمر"))["big"]["leads"] == ["fr", "it"]
    assert found(big("التحالف الكبير بزعامة واشنطن مستمر"))["big"]["leads"] == ["us"]
    assert found(big("التحالف الكبير بقيادة أمريكية مستمر"))["big"]["leads"] == ["us"]


def test_a_name_that_tells_who_leads() -> None:
    story = Story("شن تحالف المستقبل بقيادة فرنسا غارات").entity("تحالف المستقبل بقيادة فرنسا", "organization", "big")
    assert (found(story)["big"]["leads"], found(story)["big"]["leads_assumed"]) == (["fr"], False)


def test_leads_that_no_text_tells_are_the_codebooks_and_assumed() -> None:
    party = found(big("واصل التحالف الكبير عملياته"))["big"]
    assert (party["leads"], party["leads_assumed"], party["told"]) == (["us"], True, [])


def test_coalitions_are_told_apart() -> None:
    text = "تشكلت أربعة: التحالف الكبير الذي تقوده الولايات المتحدة، ثم تحالف بقيادة فرنسا وتحالف آخر بقيادة روسيا، ومعها التحالف الصغير"
    story = big(text).entity("التحالف الصغير", "organization", "small")
    everyone = found(story)
    coalitions = {id: p["leads"] for id, p in everyone.items() if p["kind"] == "coalition"}
    assert coalitions == {"big": ["us"], "small": ["sa"], "coalition_led_by_fr": ["fr"], "coalition_led_by_ru": ["ru"]}
    assert everyone["coalition_led_by_fr"]["name"] == "تحالف بقيادة فرنسا"


def test_an_unnamed_coalition_is_the_one_known_to_be_led_so() -> None:
    everyone = found(Story("انضم إلى تحالف بقيادة الولايات المتحدة"))
    assert [id for id, p in everyone.items() if p["kind"] == "coalition"] == ["big"]


def test_who_joined() -> None:
    assert found(big("انضمت السويد والنرويج إلى التحالف الكبير"))["big"]["joined"] == ["no", "se"]
    assert found(big("وكانت تركيا قد انضمت إلى التحالف الكبير"))["big"]["joined"] == ["tr"]
    assert found(big("لم تنضم السويد إلى التحالف الكبير"))["big"]["joined"] == []
    assert found(big("شاركت السويد في اجتماع التحالف الكبير"))["big"]["joined"] == []
    assert found(big("يضم التحالف الكبير 34 دولة بينها مصر والأردن"))["big"]["joined"] == ["eg", "jo"]
    assert found(big("التحالف الكبير الذي يضم مصر"))["big"]["joined"] == ["eg"]


def test_who_is_left_out() -> None:
    assert found(big("يضم التحالف الكبير دول المنطقة باستثناء إيران والعراق"))["big"]["excluded"] == ["iq", "ir"]
    assert found(big("التحالف الكبير لا يضم إيران وسوريا"))["big"]["excluded"] == ["ir", "sy"]
    assert found(big("لا يضم التحالف الكبير إيران"))["big"]["excluded"] == ["ir"]
    assert found(big("أعلن التحالف الكبير اليوم. واستبعدت إيران منه"))["big"]["excluded"] == ["ir"]


def test_left_out_across_sentences_and_by_outside() -> None:
    text = "تشكل تحالف صغير لحماية البحر. ويعمل التحالف من الرياض. وتضم القائمة 17 دولة، وليس فيها إيران ولا سوريا، كما غابت عنها الجزائر"
    story = Story(text).entity("التحالف", "organization", "big")  # as told more fully before, it is the small one
    assert found(story)["small"]["excluded"] == ["dz", "ir", "sy"]
    assert found(big("أعلن التحالف الكبير قائمته وبقيت الجزائر خارجه"))["big"]["excluded"] == ["dz"]
    assert found(big("نفذ التحالف الكبير عمليات خارج العراق"))["big"]["excluded"] == []


def test_those_not_invited_are_left_out_of_the_articles_coalition() -> None:
    assert found(big("افتتح المؤتمر، أما إيران وسوريا فلم تدعيا. ورحب التحالف الكبير"))["big"]["excluded"] == ["ir", "sy"]
    assert "excluded" not in str(found(big("دعا التحالف الكبير إيران أن تدعى إلى المؤتمر"))["big"]["told"])


def test_the_words_of_a_tie_are_told_with_their_speaker() -> None:
    story = big("قال مرصد السلام إن التحالف الكبير لا يضم إيران")
    story.statement("قال مرصد السلام إن التحالف الكبير لا يضم إيران", "مرصد السلام")
    (told,) = found(story)["big"]["told"]
    assert (told["tie"], told["who"], told["exact"], told["speaker_name"]) == (
        "excluded",
        "ir",
        "التحالف الكبير لا يضم إيران",
        "مرصد السلام",
    )
    assert story.text[told["start"] : told["end"]] == told["exact"]
    assert told["quotes"]


def test_members_are_told_by_whom_and_as_of_when() -> None:
    story = big("يضم التحالف الكبير أكثر من 60 دولة").figure("أكثر من 60 دولة", 60, indicator="member_states", modifier="more_than")
    (members,) = found(story)["big"]["members"]
    assert (members["low"], members["high"], members["time"], members["assumed"]) == (60, None, "2016-07-20", True)


def test_what_a_party_says_by_its_titles() -> None:
    text = "ذكر وزير الدفاع الأمريكي جون سميث أن التحالف الكبير باق. وقال سميث إن المعركة طويلة"
    story = big(text).entity("جون سميث", "person", "جون_سميث", "سميث")
    story.statement("قال سميث إن المعركة طويلة", "سميث")
    story.entity("الولايات المتحدة", "country", "us")
    joined = big("التحالف الكبير بقيادة الولايات المتحدة", "b.txt")
    says = found(story, joined)["us"]["says"]
    assert len(says) == 1


def test_when_a_coalition_was_founded_as_each_date_is_told() -> None:
    stories = [
        big(f"تشكل التحالف الكبير في {date}", f"{n}.txt").event(f"تشكل التحالف الكبير في {date}", "founding", time=date)
        for n, date in enumerate(("2014-09-05", "2014-09-05", "2014-08"))
    ]
    founded = found(*stories)["big"]["founded"]
    assert [(date["time"], date["documents"]) for date in founded] == [("2014-09-05", ["0.txt", "1.txt"]), ("2014-08", ["2.txt"])]


def test_a_founding_without_its_name_is_of_the_coalition_named_before_it() -> None:
    story = big("التحالف الكبير الذي تقوده فرنسا وتشكل في 2014").event("تشكل في 2014", "founding", time="2014")
    assert [date["time"] for date in found(story)["big"]["founded"]] == ["2014"]


def test_a_statesman_stands_for_his_state_without_a_title() -> None:
    exact = "تحالف دعا إليه إيمانويل ماكرون غداة الهجمات"
    book = load_codebook("coalition")
    story = (
        Story(exact)
        .entity("إيمانويل ماكرون", "person", "ايمانويل_ماكرون")
        .event(exact, "founding", time="2015-11", participants=("إيمانويل ماكرون",))
    )
    (french,) = (party for party in parties([story.reading()], book) if party["id"] == "french_led")
    assert [date["time"] for date in french["founded"]] == ["2015-11"]
