from dataclasses import replace
from typing import Any

from story import BOOK, Story

from hasila.balance import meetings
from hasila.records import record_ids


def found(*stories: Story) -> list[dict[str, Any]]:
    return meetings([story.reading() for story in stories], BOOK)


def paris(source: str, text: str, **known: Any) -> Story:
    return Story(text, source).event(text.split("،")[0], **{"place": "باريس", "time": "2015-06-02", **known})


def test_one_meeting_told_by_two_documents() -> None:
    (meeting,) = found(paris("a.txt", "اجتمع الوزراء في باريس"), paris("b.txt", "عقد مؤتمر باريس أعماله", time="2015-06"))
    assert (meeting["time"], meeting["assumed"], meeting["place"], meeting["documents"]) == (
        "2015-06-02",
        False,
        "باريس",
        ["a.txt", "b.txt"],
    )


def test_other_places_and_other_days_are_other_meetings() -> None:
    stories = [
        paris("a.txt", "اجتمع الوزراء في باريس"),
        paris("b.txt", "اجتمع الوزراء في لندن", place="لندن"),
        paris("c.txt", "اجتمع الوزراء في باريس", time="2015-11-14"),
    ]
    assert [m["documents"] for m in found(*stories)] == [["a.txt"], ["b.txt"], ["c.txt"]]


def test_the_same_place_at_another_time_is_another_meeting_even_in_near_days() -> None:
    stories = [paris("a.txt", "اجتمع الوزراء في باريس"), paris("b.txt", "اجتمع الوزراء في باريس", time="2015-06-12")]
    assert len(found(*stories)) == 2


def test_two_meetings_of_one_document_stay_two() -> None:
    story = Story("اجتمع الوزراء في باريس، ثم عقد اجتماع آخر في باريس")
    story.event("اجتمع الوزراء في باريس", place="باريس", time="2015-06-02").event("اجتماع آخر في باريس", place="باريس", time="2015-06-02")
    assert len(found(story)) == 2


def test_an_undated_meeting_is_the_documents_and_assumed_and_joins_by_place_and_words() -> None:
    undated = paris("a.txt", "اجتمع وزراء الدول في باريس", time=None)
    undated.document = replace(undated.document, published="2015-06-03")
    alone = found(undated)
    assert (alone[0]["time"], alone[0]["assumed"]) == ("2015-06-03", True)
    assert len(found(undated, paris("b.txt", "اجتمع وزراء الدول في باريس أمس"))) == 1


def test_host_attendance_agenda_and_outcome() -> None:
    text = "استضافت الكويت اجتماع التحالف الكبير بمشاركة 40 دولة بهدف تنسيق الجهود. ولم يسفر الاجتماع عن جديد"
    story = Story(text).entity("التحالف الكبير", "organization", "big")
    story.event("استضافت الكويت اجتماع التحالف الكبير", place="الكويت", time="2016-04-25", participants=("التحالف الكبير",))
    story.figure("40 دولة", 40, indicator="meeting_attendance", time="2016-04-25", place="الكويت")
    story.objective("تنسيق الجهود", "الاجتماع", time="2016-04-25").assessment("لم يسفر الاجتماع عن جديد", None, "not_met")
    reading = story.reading()
    (meeting,) = meetings([reading], BOOK)
    assert (meeting["host"], meeting["participants"], meeting["parties"]) == ("الكويت", ["التحالف الكبير"], ["big"])
    assert meeting["attendance"] == record_ids(reading, "figures")
    assert meeting["agenda"] == record_ids(reading, "objectives")
    assert meeting["outcome"] == record_ids(reading, "assessments")


def test_the_host_of_a_meeting_in_a_capital_is_assumed() -> None:
    (told,) = found(Story("استضافت الكويت اجتماع الوزراء").event("استضافت الكويت اجتماع الوزراء", place="الكويت", time="2016-04-25"))
    (assumed,) = found(
        Story("اجتمع الوزراء في باريس")
        .entity("باريس", "place", "fr_capital")
        .event("اجتمع الوزراء في باريس", place="باريس", time="2015-06-02")
    )
    assert (told["host_id"], told["host_assumed"], assumed["host_id"], assumed["host_assumed"]) == ("kw", False, "fr", True)


def test_a_meetings_days_are_all_told_before_one_of_them() -> None:
    stories = [
        paris("a.txt", "اجتمع الوزراء في باريس", time="2015-06-02/2015-06-03"),
        paris("b.txt", "اجتمع الوزراء في باريس", time="2015-06-03"),
    ]
    assert [m["time"] for m in found(*stories)] == ["2015-06-02/2015-06-03"]


def test_outcome_is_what_names_the_meetings_place_or_its_delegates_say() -> None:
    text = "اجتمع الوزراء في باريس. ورأى كاتب أن وعود باريس لم تنفذ، وقال رئيس الوفد البريطاني إن الحملة نجحت، ورأى كاتب أن الحرب طالت"
    story = Story(text).event("اجتمع الوزراء في باريس", place="باريس", time="2015-06-02")
    story.assessment("وعود باريس لم تنفذ", "كاتب", "not_met").assessment("الحملة نجحت", "رئيس الوفد البريطاني", "met")
    story.assessment("الحرب طالت", "كاتب", "not_met")
    reading = story.reading()
    assert meetings([reading], BOOK)[0]["outcome"] == record_ids(reading, "assessments")[:2]


def test_agenda_is_what_the_meeting_or_its_members_hold() -> None:
    text = "اجتمع الوزراء في باريس. وحدد البيان الختامي هدفه منع العودة، وسيركز الاجتماع على قطع الطريق، وتريد مصر حماية الحدود"
    story = Story(text).event("اجتمع الوزراء في باريس", place="باريس", time="2015-06-02")
    story.objective("منع العودة", "البيان الختامي").objective("قطع الطريق", "الاجتماع").objective("حماية الحدود", "مصر")
    reading = story.reading()
    assert meetings([reading], BOOK)[0]["agenda"] == record_ids(reading, "objectives")[:2]


def test_what_was_agreed_at_a_time_is_on_the_agenda_of_the_meeting_of_that_time() -> None:
    text = "اجتمع الوزراء في باريس يومين. واحتضن اليوم الأول لقاء للمانحين. واتفق الحلفاء على ضبط الحدود، وتريد مصر حماية القناة"
    story = Story(text).event("اجتمع الوزراء في باريس يومين", place="باريس", time="2015-06-02/2015-06-03")
    story.event("احتضن اليوم الأول لقاء للمانحين", place="باريس", time="2015-06-02")
    story.event("اتفق الحلفاء على ضبط الحدود", "agreement", time="2015-06-02/2015-06-03")
    story.objective("ضبط الحدود", "أنقرة").objective("حماية القناة", "مصر")
    reading = story.reading()
    agendas = {meeting["time"]: meeting["agenda"] for meeting in meetings([reading], BOOK)}
    assert agendas == {"2015-06-02/2015-06-03": record_ids(reading, "objectives")[:1], "2015-06-02": []}


def test_attendance_of_another_time_or_place_is_not_its() -> None:
    story = Story("اجتمع الوزراء في باريس، وحضر اجتماع لندن 40 دولة وحضر اجتماع يناير 50 دولة").event(
        "اجتمع الوزراء في باريس", place="باريس", time="2015-06-02"
    )
    story.figure("40 دولة", 40, indicator="meeting_attendance", place="لندن").figure(
        "50 دولة", 50, indicator="meeting_attendance", time="2015-01"
    )
    assert found(story)[0]["attendance"] == []


def test_a_coalition_is_no_host_of_its_meeting() -> None:
    story = Story("عقد التحالف الكبير اجتماعا في باريس").entity("التحالف الكبير", "organization", "big")
    (meeting,) = found(story.event("عقد التحالف الكبير اجتماعا في باريس", place="باريس", time="2015-06-02"))
    assert (meeting["host_id"], meeting["host_assumed"]) == ("fr", True)


def test_a_meeting_that_took_two_days_has_both() -> None:
    for words, time in (
        ("اختتم الوزراء اجتماعا استمر يومين", "2015-06-01/2015-06-02"),
        ("بدأ مؤتمر يستمر ثلاثة أيام", "2015-06-02/2015-06-04"),
    ):
        (meeting,) = found(Story(words).event(words, time="2015-06-02"))
        assert meeting["time"] == time


def test_the_datelines_city_stands_in_for_the_only_meetings_place() -> None:
    story = Story("باريس - اجتمع الوزراء").entity("باريس", "place", "paris").event("اجتمع الوزراء", time="2015-06-02")
    (meeting,) = found(story)
    assert (meeting["places"], meeting["place_assumed"]) == (["paris"], True)


def test_what_is_held_beside_a_longer_meeting_is_another_at_its_place() -> None:
    text = "اجتمع الوزراء في باريس، وعقد مؤتمر منفصل للمانحين"
    story = Story(text).event("اجتمع الوزراء في باريس", place="باريس", time="2015-06-02/2015-06-03")
    told = found(story.event("عقد مؤتمر منفصل للمانحين", time="2015-06-02"))
    assert [(m["time"], m["place"]) for m in told] == [("2015-06-02", "باريس"), ("2015-06-02/2015-06-03", "باريس")]
