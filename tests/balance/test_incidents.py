import pytest
from story import BOOK, Story

from hasila import Document, load_codebook, read
from hasila.balance import conflicts, series

COALITION = load_codebook("coalition")


def drawn(text: str, codebook: str = "coalition") -> tuple[list[float], list[tuple[str, float]]]:
    """The numbers that are points, and those beside with their roles."""
    book = COALITION if codebook == "coalition" else load_codebook(codebook)
    lines = series([read(Document(text=text, source="a.txt", id="a", published="2016-05-01"), book)], book)
    points = [p["low"] for line in lines for p in line["points"]]
    return points, [(row["role"], row["low"]) for line in lines for row in line["beside"]]


@pytest.mark.parametrize(
    "text",
    [
        "قتل 12 مدنيا في تفجير سيارة مفخخة وسط كركوك",
        "أسفر هجوم انتحاري لتنظيم داعش عن مقتل 12 شخصا",
        "أودى انفجار تبناه داعش في سوق شعبي بحياة 12 شخصا",
        "هزت العاصمة اعتداءات بروكسل التي خلفت 12 قتيلا وتبناها داعش",
        "المجزرة التي ارتكبها داعش في القرية قتل فيها 12 مدنيا",
        "قتلت غارة للتحالف الدولي ضد داعش 12 مدنيا في قرية",
        "أودت ضربة للتحالف الدولي ضد داعش بحياة 12 مدنيا",
        "لقي 12 جنديا عراقيا مصرعهم جراء لغم زرعه داعش",
        "أعلن الجيش أن داعش فجر سيارة قتلت 12 جنديا",
        "قتل 12 جنديا عراقيا في كمين",
        "دمرت طائرات التحالف الدولي ضد داعش أمس 12 عربة",
        "شن التحالف الدولي ضد داعش يوم الثلاثاء 12 غارة على الرقة",
        "قتل الجيش العراقي فجر الخميس 12 مسلحا من داعش",
        "وصلت جثث 12 مقاتلا من داعش قضوا في كمين ليلا",
        "شهدت البلدة ليل 12 من آذار أعنف الغارات، إذ قضى فيها 12 مدنيا بحسب المرصد بقصف التحالف الدولي ضد داعش",
        "عرفت القرية أشد الضربات دموية حيث قتل فيها 12 مدنيا بقصف التحالف الدولي ضد داعش",
        "شهد الحي أسوأ حوادث القصف، إذ قتل فيه 12 مدنيا بغارات التحالف الدولي ضد داعش",
        "في أكثر غارات التحالف الدولي ضد داعش دموية، قتل 12 مدنيا في القرية",
        "شهدت القرية ليلة دامية قتلت فيها طائرات التحالف الدولي ضد داعش 12 مدنيا",
    ],
)
def test_what_one_blow_or_one_day_took_stands_beside_the_points(text: str) -> None:
    assert drawn(text) == ([], [("part", 12)])


@pytest.mark.parametrize(
    "text",
    [
        "استهدفت طائرات التحالف الدولي ضد داعش حافلة قرب الميادين، ما أدى إلى مقتل 12 مدنيا",
        "أدى قصف التحالف الدولي ضد داعش مدرسة للنازحين إلى سقوط 12 قتيلا مدنيا",
        "قتل 12 مدنيا بقصف التحالف الدولي ضد داعش على مخبز في البوكمال",
        "استهدف طيران التحالف الدولي ضد داعش رتلا على الطريق ودمر 12 آلية",
        "صد الجيش العراقي هجوما لداعش على الناحية وقتل 12 مسلحا",
        "أحبطت القوات محاولة تسلل لداعش، وإن 12 مسلحا قتلوا فيها",
        "قتل 12 من عناصر داعش كانوا على متن زوارق في النهر",
        "قتل الجيش العراقي 12 داعشيا حاولوا التسلل إلى الرمادي",
        "فجر انتحاري من داعش نفسه في نقطة تفتيش، فقتل 12 جنديا عراقيا",
        "وفي معركتها الأخيرة قتلت القوات 12 مسلحا من داعش",
        "نفذ التحالف الدولي ضد داعش 12 غارة في الساعات الاثنتين والسبعين الأخيرة",
        "شن التحالف الدولي ضد داعش خلال اليومين الماضيين 12 غارة",
        "وخلال 48 ساعة قتل 12 مسلحا من داعش",
        "قال العميد إن 12 من مقاتلي داعش قتلوا اليوم غرب تكريت",
        "شن التحالف الدولي ضد داعش 12 غارة بين الجمعة والأحد",
    ],
)
def test_what_one_place_or_some_days_took_stands_beside_the_points(text: str) -> None:
    assert drawn(text) == ([], [("part", 12)])


def test_one_of_many_blows_and_another_telling_of_one_are_no_points() -> None:
    assert drawn("نفذ التحالف الدولي ضد داعش 300 ضربة، كان أعنفها قرب الموصل حيث قتل 12 مسلحا") == ([300], [("part", 12)])
    points, beside = drawn("قال المصدر إن هجوم داعش على القرية أودى بحياة 12 مدنيا، والعدد تجاوز 40")
    assert not points and sorted(beside) == [("part", 12), ("part", 40)]


@pytest.mark.parametrize(
    "text",
    [
        "قتلت غارات التحالف الدولي ضد داعش 900 مدني منذ 2014",
        "قال التحالف الدولي ضد داعش يوم الخميس إن غاراته قتلت 900 مدني",
        "أحصى المرصد مقتل 900 مدني في قصف التحالف الدولي ضد داعش على سوريا",
        "بلغ عدد قتلى داعش في غارات التحالف 900 مسلح",
        "قتل 900 مسلح من داعش في غارات التحالف",
        "أعلن المتحدث أمس القضاء على 900 مسلح من داعش في العملية",
        "بعد هجوم باريس أعلن التحالف الدولي ضد داعش أنه قتل 900 مسلح",
        "دمرت طائرات التحالف الدولي ضد داعش 900 هدف حتى أمس",
        "كلفت المعركة القوات العراقية 900 شهيد",
        "أسفر الهجوم على الموصل عن مقتل 900 جندي عراقي",
        "قتل داعش 900 شخص في هجمات على المدن خلال 2015",
        "شن التحالف الدولي ضد داعش منذ الثامن من أغسطس 900 غارة",
        "قتل التحالف الدولي ضد داعش 900 مدني في الأسواق والمدارس منذ 2014",
        "قال المتحدث في اجتماع مع الصحفيين إن التحالف الدولي ضد داعش قتل 900 مسلح",
        "بهذه الغارة يرتفع عدد المدنيين الذين قتلهم التحالف الدولي ضد داعش إلى 900 مدني",
        "قتل 17 مدنيا في غارة أمس، ليبلغ عدد ضحايا التحالف الدولي ضد داعش من المدنيين 900 قتيل",
        "سقط 900 جندي عراقي في مواجهة داعش",
        "صدت القوات هجمات داعش طوال أشهر وقتلت 900 من عناصره",
        "شن الجيش العراقي حملة على داعش غربي الأنبار وقتل 900 من عناصر التنظيم",
        "خلال ثلاث سنوات قتل التحالف الدولي ضد داعش 900 مدني",
        "أنهى التحالف الدولي ضد داعش أمس العملية التي بدأها في مايو، ونفذت خلالها طائراته 900 غارة",
    ],
)
def test_what_is_told_over_a_stretch_or_of_many_blows_is_a_point(text: str) -> None:
    assert drawn(text)[0] == [900]


def test_where_nobody_is_fought_a_disasters_toll_is_the_point() -> None:
    assert drawn("قتل 900 شخص في الزلزال الذي ضرب البلاد أمس", "donors")[0] == [900]


@pytest.mark.parametrize(
    "text",
    [
        "نفذت طائرات التحالف 7 ضربات قرب سنجار في الساعات الأخيرة.",
        "نفذت طائرات التحالف 19 غارة على مواقع داعش خلال الساعات الأربع والعشرين الماضية.",
        "شن التحالف 19 غارة على داعش خلال الـ24 ساعة الماضية.",
        "شن التحالف 19 غارة على داعش في اليومين الماضيين.",
        "شن التحالف 19 غارة على داعش في ثلاثة أيام.",
        "شن التحالف 19 غارة على داعش يوم الخميس.",
        "شن التحالف 19 غارة على داعش في غضون 48 ساعة.",
        "شن التحالف ليلة أمس 19 غارة على داعش.",
        "استطاعت القوات خلال الساعات الـ24 الماضية قتل 14 إرهابيا من داعش.",
        "أقر التحالف بمقتل مدنيين في غارة على قرية قرب الرقة يوم الثلاثاء. وقال المرصد السوري إن 17 مدنيا قتلوا فيها.",
        "أقر التحالف بمقتل مدنيين في غارة على قرية. وفيما قال المرصد السوري إن 17 مدنيا قتلوا فيها، تحدث ناشطون عن أكثر من 40 قتيلا.",
        "أعلن التحالف أنه قصف مدرسة في الرقة. وقال المرصد إن 17 مدنيا قتلوا جراء ذلك القصف.",
        "استهدفت غارة للتحالف سوقا في الرقة. وأدت الغارة إلى مقتل 17 مدنيا.",
        "أفاد ضابط بأن محاولة اقتحام شنها داعش على الجسر فشلت، وبأن تسعة إرهابيين قضوا فيها.",
        "دارت اشتباكات بين الجيش وداعش قرب تلعفر فجر اليوم قتل خلالها ستة مسلحين.",
        "هاجم داعش حاجزا للجيش قرب بيجي، ما أدى إلى استشهاد خمسة جنود.",
        "تعرض رتل للجيش لكمين نصبه داعش قرب بيجي، وقضى فيه خمسة جنود.",
        "وفي معركتها الأخيرة ضد داعش قضى 85 مسلحا من التنظيم.",
        "وفي آخر معارك التنظيم قتل 85 من مقاتليه.",
    ],
)
def test_what_befell_within_days_or_in_a_blow_taken_up_again_is_no_point(text: str) -> None:
    assert drawn(text)[0] == []


def test_what_raises_a_sum_is_a_part_of_it() -> None:
    assert drawn("شن التحالف الدولي ضد داعش 90 غارة خلال أسبوع، ليرتفع عدد الغارات إلى 12 ألفا") == ([12000], [("part", 90)])
    assert drawn("قتلت القوات 30 مسلحا من داعش، ما يرفع عدد قتلى التنظيم إلى 900 مسلح") == ([900], [("part", 30)])


@pytest.mark.parametrize(
    "text",
    [
        "شن التحالف الدولي ضد داعش 900 غارة خلال ثلاثة أشهر",
        "قتل في معركة الرقة 900 من عناصر داعش",
        "قتل 900 مدني في غارات التحالف الدولي ضد داعش بحسب المرصد، بعد عامين من أول غارة",
        "قال التحالف الدولي ضد داعش خلال الأيام الماضية إن غاراته قتلت 900 مدني منذ 2014",
        "منذ ثلاثة أيام بلغت غارات التحالف الدولي ضد داعش 900 غارة",
        "دارت المعركة في الموصل شهورا، وقتل فيها 900 مسلح من داعش",
    ],
)
def test_what_befell_in_a_long_stretch_or_battle_is_a_point(text: str) -> None:
    assert drawn(text)[0] == [900]


def test_a_season_is_a_period_that_ends_with_its_last_month() -> None:
    text = "كان التحالف الدولي ضد داعش يضم 66 عضوا صيف عام 2015"
    (line,) = series([read(Document(text=text, source="a.txt", id="a", published="2016-05-01"), COALITION)], COALITION)
    assert [(point["low"], point["time"]) for point in line["points"]] == [(66, "2015-08")]


def test_a_later_toll_of_a_known_blow_is_of_its_day_and_place() -> None:
    story = Story("قالت القيادة إن غارة على الحي في 17 آذار قتلت 105 مدنيين. وأعلن الدفاع المدني بعد أيام من الحادث انتشال 300 جثة")
    story.figure("105 مدنيين", 105, indicator="civilian_deaths", time="2016-03-17", place="الحي", speaker="القيادة")
    story.figure("300 جثة", 300, indicator="civilian_deaths", speaker="الدفاع المدني")
    (conflict,) = conflicts([story.reading()], COALITION)
    assert [(figure["low"], figure["time"]) for figure in conflict["figures"]] == [(105, "2016-03-17"), (300, "2016-03-17")]


def test_a_toll_of_another_blow_is_not_of_the_day_of_the_first() -> None:
    story = Story("قالت القيادة إن غارة على الحي في 17 آذار قتلت 105 مدنيين. وأعلن الدفاع المدني مقتل 300 في انفجار آخر")
    story.figure("105 مدنيين", 105, indicator="civilian_deaths", time="2016-03-17", place="الحي", speaker="القيادة")
    story.figure("300", 300, indicator="civilian_deaths", speaker="الدفاع المدني")
    assert not conflicts([story.reading()], COALITION)


def test_all_that_is_owned_up_to_holds_when_it_is_told_and_is_no_toll_of_its_day() -> None:
    text = "لم يعترف التحالف الكبير حتى تاريخه إلا بمقتل طفلتين في حارم يوم 5 تشرين الثاني 2014. وأحصى مرصد السلام 470 قتيلا"
    story = Story(text)
    story.figure("طفلتين", 2, indicator="civilian_deaths", time="2014-11-05", place="حارم", speaker="التحالف الكبير")
    story.figure("470 قتيلا", 470, indicator="civilian_deaths", speaker="مرصد السلام")
    assert [[p["time"] for p in line["points"]] for line in series([story.reading()], BOOK)] == [["2016-07-20"], ["2016-07-20"]]
    (conflict,) = conflicts([story.reading()], BOOK)
    assert (conflict["kind"], {figure["low"] for figure in conflict["figures"]}) == ("differ", {2, 470})


@pytest.mark.parametrize("told", ["اعترف التحالف الكبير بمقتل طفلتين يوم الأربعاء", "لم يعلن التحالف الكبير إلا مقتل طفلتين في آذار 2014"])
def test_what_is_told_of_a_time_stays_there(told: str) -> None:
    story = Story(told).figure("طفلتين", 2, indicator="civilian_deaths", time="2014-03", speaker="التحالف الكبير")
    assert [p["time"] for line in series([story.reading()], BOOK) for p in line["points"]] == ["2014-03"]


def test_what_a_body_publishes_of_its_own_is_its_word() -> None:
    text = "سجل مرصد السلام ثلاث ضربات. وقتل فيها 470 مدنيا"
    story = (
        Story(text, publisher="مرصد السلام")
        .entity("مرصد السلام", "organization", "watch")
        .statement("سجل مرصد السلام ثلاث ضربات", "مرصد السلام")
    )
    story.figure("470 مدنيا", 470, indicator="civilian_deaths")
    assert [line["speaker"] for line in series([story.reading()], BOOK)] == ["watch"]
    paper = Story(text, publisher="صحيفة السلام").figure("470 مدنيا", 470, indicator="civilian_deaths")
    assert [line["speaker"] for line in series([paper.reading()], BOOK)] == [None]
