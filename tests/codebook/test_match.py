"""Which indicator a figure belongs to: the counted noun and the words around it, in sentences of our own."""

import pytest

from hasila.codebook import load_codebook, match_indicator
from hasila.codebook.match import match_indicators
from hasila.text import fold_word, prepare

# (indicator, counted, unit, the number as written, the clause)
CASES = [
    ("member_states", "دولة", None, "65", "انضمت إلى التحالف 65 دولة حتى الآن"),
    ("member_states", "بلدا", None, "30", "ويضم الحلف 30 بلدا"),
    ("member_states", "دولة", None, "55", "ويتألف التحالف من 55 دولة عضوا"),
    ("member_states", "دول", None, "8", "تشارك في القوة البحرية 8 دول"),
    ("meeting_attendance", "دولة", None, "38", "شارك في المؤتمر ممثلو 38 دولة"),
    ("meeting_attendance", "وزيرا", None, "14", "بحضور 14 وزيرا اجتمعت اللجنة في القاهرة"),
    ("meeting_attendance", "وفدا", None, "22", "حضر القمة 22 وفدا"),
    ("meetings_held", "اجتماعات", None, "7", "عقدت المجموعة 7 اجتماعات منذ الربيع"),
    ("airstrikes", "غارة", None, "120", "شن الطيران 120 غارة على مواقع التنظيم"),
    ("airstrikes", "ضربة", None, "40", "نفذت المقاتلات 40 ضربة جوية ليلا"),
    ("sorties", "طلعة", None, "900", "نفذ سلاح الجو 900 طلعة استطلاع"),
    ("sorties", "عملية", None, "600", "نفذت الطائرات 600 عملية قصف"),
    ("strike_share", None, "%", "80", "وكان نصيب واشنطن 80% من الغارات"),
    ("civilian_deaths", "مدنيا", None, "25", "قتل 25 مدنيا في غارة للتحالف"),
    ("civilian_deaths", "شخصا", None, "19", "لقي 19 شخصا حتفهم في قصف جوي على البلدة"),
    ("enemy_killed", "مسلحا", None, "70", "أسفرت المعركة عن مقتل 70 مسلحا"),
    ("enemy_killed", "إرهابيين", None, "9", "وتمت تصفية 9 إرهابيين"),
    ("enemy_strength", "مقاتل", None, "15", "ويملك التنظيم 15 ألف مقاتل"),
    ("enemy_recruits", "شخص", None, "500", "يجند التنظيم 500 شخص شهريا"),
    ("foreign_fighters", "مقاتل", None, "3000", "بينهم 3000 مقاتل أجنبي دخلوا البلاد"),
    ("source_countries", "جنسية", None, "80", "مقاتلون أجانب قدموا من 80 جنسية"),
    ("targets_destroyed", "دبابات", None, "6", "دمرت المقاتلات 6 دبابات"),
    ("targets_destroyed", "آلية", None, "13", "وتدمير 13 آلية للتنظيم"),
    ("territory_lost", "أراضيه", "%", "40", "خسر التنظيم 40% من أراضيه"),
    ("territory_freed", "كيلومتر", "km2", "500", "استعادت القوات 500 كيلومتر مربع"),
    ("people_freed", "شخص", None, "2000", "تحرير 2000 شخص من قبضة التنظيم"),
    ("troops_deployed", "جندي", None, "450", "أرسلت باريس 450 جنديا إلى المنطقة"),
    ("troops_deployed", "مستشارا", None, "50", "نشرت كندا 50 مستشارا في أربيل"),
    ("own_losses", "جنود", None, "4", "فقدت البعثة 4 جنود في كمين"),
    ("own_losses", "جنديا", None, "11", "أعلن الجيش مقتل 11 جنديا"),
    ("attack_deaths", "قتيلا", None, "31", "أوقع التفجير 31 قتيلا"),
    ("attack_injuries", "جريحا", None, "77", "خلف الهجوم 77 جريحا"),
    ("cost", "دولار", "USD", "5", "بلغت كلفة العمليات 5 ملايين دولار يوميا"),
    ("enemy_funds", "دولار", "USD", "300", "في خزينة التنظيم 300 مليون دولار"),
    ("laws_passed", "قوانين", None, "12", "سنت الدول 12 قانونا لتجريم السفر"),
    (None, "دولار", "USD", "3", "تعهدت ألمانيا بتقديم 3 ملايين دولار"),
    (None, "نازح", None, "900", "شردت المعارك 900 نازح"),
    (None, "ناخب", None, "800", "توجه 800 ناخب إلى الصناديق"),
    (None, "شخصا", None, "40", "قضى الزلزال بمقتل 40 شخصا"),
    (None, "كيلومترا", "km", "60", "تحرير بلدة على بعد 60 كيلومترا"),
    (None, "كيلومتر", "km2", "60", "غمرت السيول 60 كيلومترا مربعا"),
    (None, None, "%", "3", "ارتفعت الأسعار 3%"),
    (None, "برميل", "[bbl_us]/d", "100", "خفض الإنتاج 100 برميل يوميا"),
    (None, "نقاط", None, "3", "استراتيجية من 3 نقاط"),
    (None, "مدنيا", None, "20", "قتل 8 مدنيين وأصيب 20 مدنيا"),
    (None, "بحارا", None, "60", "بلغ عدد المحتجزين 60 بحارا"),
    (None, "سكان", "%", "30", "شملت الغارات 30% من سكان البلدة"),
    (None, "مقاتلا", None, "54", "أنهى 54 مقاتلا دورة تدريب"),
    ("foreign_fighters", "مقاتل", None, "800", "عدد المحتجزين منهم 800 مقاتل أجنبي"),
    ("troops_deployed", "جندي", None, "90", "وتحشد الحكومة 90 جنديا"),
]


@pytest.mark.parametrize(("indicator", "counted", "unit", "number", "clause"), CASES, ids=[case[4] for case in CASES])
def test_a_figure_gets_its_indicator(indicator: str | None, counted: str | None, unit: str | None, number: str, clause: str) -> None:
    forms = [word.form for word in prepare(clause).words]
    at = next(i for i, form in enumerate(forms) if form.startswith(number))
    found = match_indicator(fold_word(counted) if counted else None, forms, unit, load_codebook("coalition"), at)
    assert (found.id if found else None) == indicator


def test_the_nearer_words_decide() -> None:
    forms = [word.form for word in prepare("رصدت للحرب 4 مليارات دولار من ميزانيتها الدفاعية البالغة 600 مليار دولار").words]
    codebook = load_codebook("coalition")
    near, far = forms.index("4"), forms.index("600")
    cost = match_indicator("دولار", forms, "USD", codebook, near)
    assert cost is not None and cost.id == "cost"
    assert match_indicator("دولار", forms, "USD", codebook, far) is None


def test_all_that_fit_are_told_the_best_first() -> None:
    forms = [word.form for word in prepare("أودت المعركة بحياة 12 مقاتلا").words]
    found = match_indicators("مقاتلا", forms, None, load_codebook("coalition"), forms.index("12"))
    assert [indicator.id for indicator in found] == ["enemy_killed", "own_losses"]


def test_nothing_to_read_fits_nothing() -> None:
    assert match_indicator(None, [], None, load_codebook("coalition")) is None
    assert match_indicator("", [""], "", load_codebook("coalition"), 0) is None
