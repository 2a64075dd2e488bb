"""Parts against their whole."""

from clash import found, two
from story import Story


def test_parts_of_a_reprinted_whole_are_one_conflict() -> None:
    body = (
        "قصفت الطائرات ليلا مواقع كثيرة شمال المدينة وجنوبها وفق بيان مطول تلي على الصحفيين في القاعدة. دمر 100 هدف منها 60 مبنى و70 دبابة"
    )
    stories = [Story(head + body, f"{n}.txt") for n, head in enumerate(("", "عاجل. "))]
    for story in stories:
        story.figure("100 هدف", 100, indicator="targets_destroyed")
        story.figure("60 مبنى", 60, indicator="targets_destroyed", role="part")
        story.figure("70 دبابة", 70, indicator="targets_destroyed", role="part")
    assert found(*stories) == [("parts", [60, 70, 100])]


def test_a_part_of_the_places_may_be_less_but_not_more() -> None:
    assert two({"low": 43, "place": "العراق"}, {"low": 99, "place": "العراق وسوريا"}) == []
    assert two({"low": 120, "place": "العراق"}, {"low": 99, "place": "العراق وسوريا"}) == [("differ", [99, 120])]


def parts(*sizes: int) -> list[tuple[str, list[object]]]:
    names = ["مبنى", "دبابة", "موقعا"]
    text = "دمر 100 هدف منها " + " و".join(f"{size} {name}" for size, name in zip(sizes, names, strict=False)) + ". ثم 70 هدفا"
    story = Story(text).figure("100 هدف", 100, indicator="targets_destroyed")
    for size, name in zip(sizes, names, strict=False):
        story.figure(f"{size} {name}", size, indicator="targets_destroyed", role="part", counted=name)
    return found(story)


def test_parts_may_not_exceed_their_whole() -> None:
    assert parts(30, 40, 20) == []
    assert parts(60, 70) == [("parts", [60, 70, 100])]


def test_parts_are_added_up_without_an_indicator_too() -> None:
    story = Story("حرم 37 طفلا منهم 28 في الداخل و12 في الخارج").figure("37 طفلا", 37, indicator=None)
    story.figure("28", 28, indicator=None, role="part").figure("12", 12, indicator=None, role="part")
    assert found(story) == [("parts", [12, 28, 37])]


def test_parts_of_other_things_are_not_added_up() -> None:
    story = Story("تسلم فوجا واحدا و250 مدرعة").figure("فوجا واحدا", 1, indicator=None, counted="فوجا")
    assert found(story.figure("250 مدرعة", 250, indicator=None, role="part", counted="مدرعة")) == []


def test_parts_that_are_told_as_totals_of_places_are_added_up() -> None:
    def told(text: str, *numbers: str) -> list[tuple[str, list[object]]]:
        story = Story(text)
        for number in numbers:
            story.figure(number, int(number), place={"120": "العراق", "90": "سوريا"}.get(number))
        return found(story)

    assert told("نفذ 200 غارة، بواقع 120 في العراق و90 في سوريا", "200", "120", "90") == [("parts", [90, 120, 200])]
    assert told("نفذ 210 غارة، بواقع 120 في العراق و90 في سوريا", "210", "120", "90") == []
    assert told("نفذ 200 غارة، وشن غيره 120 في العراق و90 في سوريا", "200", "120", "90") == []


def test_parts_of_a_list_are_added_up() -> None:
    def told(*sizes: int) -> list[tuple[str, list[object]]]:
        story = Story("دمر 100 هدف للعصبة، منها:\n- " + "\n- ".join(f"آليات: {size}" for size in sizes))
        story.figure("100 هدف", 100, indicator="targets_destroyed")
        for size in sizes:
            story.figure(f"{size}", size, indicator="targets_destroyed", role="part")
        return found(story)

    assert told(60, 70) == [("parts", [60, 70, 100])]
    assert told(30, 40) == []
