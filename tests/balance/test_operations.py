from story import BOOK, Story

from hasila.balance import operations


def test_a_named_operation_is_joined_by_id_with_holder_start_and_place() -> None:
    one = Story("أطلق التحالف الكبير عملية الفجر في العراق في 8 أغسطس 2014", "a.txt").entity("عملية الفجر", "operation", "dawn", "الفجر")
    one.entity("التحالف الكبير", "organization", "big").event(
        "أطلق التحالف الكبير عملية الفجر في العراق في 8 أغسطس 2014",
        "operation",
        time="2014-08-08",
        place="العراق",
        participants=("تنظيم العصبة", "التحالف الكبير"),  # the enemy holds no operation of ours
    )
    two = Story("تتواصل عملية الفجر", "b.txt").entity("عملية الفجر", "operation", "dawn")
    (operation,) = operations([two.reading(), one.reading()], BOOK)
    assert {k: operation[k] for k in ("id", "name", "holder", "start", "place", "documents")} == {
        "id": "dawn",
        "name": "عملية الفجر",
        "holder": "big",
        "start": "2014-08-08",
        "place": "العراق",
        "documents": ["a.txt", "b.txt"],
    }


def test_starts_that_differ_are_all_told() -> None:
    stories = [
        Story("بدأت عملية الفجر", f"{year}.txt")
        .entity("عملية الفجر", "operation", "dawn")
        .event("بدأت عملية الفجر", "operation", time=year)
        for year in ("2014", "2015")
    ]
    (operation,) = operations([s.reading() for s in stories], BOOK)
    assert operation["start"] == "2014"
    assert [start["time"] for start in operation["starts"]] == ["2014", "2015"]


def test_a_battle_goes_by_its_place() -> None:
    story = Story("بدأت معركة الموصل").event("معركة الموصل", "operation", trigger="معركة", place="الموصل")
    (operation,) = operations([story.reading()], BOOK)
    assert (operation["name"], operation["named"], operation["start"]) == ("معركة الموصل", False, None)
