from story import BOOK, Story

from hasila.balance import reprints, series

BODY = (
    "أعلنت قيادة العمليات المشتركة أن القوات استعادت السيطرة على ثلاث قرى شمال المدينة بعد معارك استمرت أسبوعا كاملا. "
    "وقال قائد ميداني إن المسلحين انسحبوا نحو الجسر الشرقي تاركين وراءهم عربات مفخخة وأنفاقا حفرت تحت المنازل. "
    "وأضاف أن فرق الهندسة بدأت إزالة العبوات من الشوارع الرئيسية تمهيدا لعودة السكان إلى بيوتهم في الأيام المقبلة. "
    "ولم تتضح حصيلة الضحايا على الفور، لكن مصادر طبية تحدثت عن وصول جرحى إلى المستشفى الميداني جنوب البلدة."
)
OTHER = (
    "اجتمع وزراء المالية في العاصمة لبحث سبل تجفيف منابع التمويل وتبادل المعلومات المصرفية بين الدول الأعضاء. "
    "واتفق المجتمعون على إنشاء لجنة دائمة تراقب التحويلات المشبوهة وترفع تقريرا كل ستة أشهر إلى الأمانة العامة."
)


def groups(*texts: str) -> list[list[str]]:
    return reprints([Story(text, f"{n}.txt").reading() for n, text in enumerate(texts)])


def test_the_same_text_twice() -> None:
    assert groups(BODY, OTHER, BODY) == [["0.txt", "2.txt"]]


def test_another_spelling_headline_and_outlet() -> None:
    assert groups(BODY, "عاجل | استعادة ثلاث قرى\nوكالات\n" + BODY.replace("أ", "ا").replace("ة ", "ه ")) == [["0.txt", "1.txt"]]


def test_the_end_cut_off() -> None:
    assert groups(BODY, BODY[: len(BODY) // 2]) == [["0.txt", "1.txt"]]


def test_the_end_replaced_by_a_paragraph_of_the_paper_itself() -> None:
    first, second, third, _ = BODY.split(". ")
    local = "وفي بلادنا قال وزير الصحة إن ثلاث طائرات إغاثة ستقلع فجر الأحد محملة بالأدوية والخيام."
    assert groups(BODY, "\n".join([". ".join([first, second, third]) + ".", local])) == [["0.txt", "1.txt"]]


def test_paragraphs_taken_over_with_others_of_the_paper_itself_behind_them() -> None:
    own = (
        "وقال مراسلنا إن الطريق إلى البلدة ما زال مقطوعا وإن شاحنات الخبز تنتظر منذ الفجر عند الحاجز الأخير قبل النهر. "
        "وذكر صاحب مخبز أن أسعار الطحين تضاعفت خلال أيام قليلة وأن الناس يقفون في طوابير طويلة تحت المطر."
    )
    assert groups(BODY, "من مراسلنا: نازحون بلا خبز\n" + ". ".join(BODY.split(". ")[:3]) + ". " + own) == [["0.txt", "1.txt"]]


def test_a_paper_that_says_a_word_in_twelve_its_own_way() -> None:
    words = BODY.split(" ")
    assert groups(BODY, " ".join(word if n % 12 != 11 else f"كلمة{n}" for n, word in enumerate(words))) == [["0.txt", "1.txt"]]


def test_a_paper_that_spells_countries_nations_and_months_as_its_house_does() -> None:
    agency = ". ".join(BODY.split(". ")[:2]) + (
        ". أعلن متحدث أمريكي في سبتمبر/ أيلول أن طائرات أمريكية وبريطانية أقلعت من قواعد في سوريا والعراق ودمرت مخازن وقود. "
        "وقال ضابط بريطاني إن القوات العراقية دخلت في أكتوبر/ تشرين الأول قرى على حدود سوريا وتركيا بدعم أمريكي واسع. "
        "وفي سوريا أحصى مرصد في أغسطس/ آب أضرارا في جسور أقامتها شركات أمريكية وتركية قبل الحرب بسنوات قليلة."
    )
    house = (
        agency.replace("سبتمبر/ ", "").replace("أكتوبر/ ", "").replace("أغسطس/ ", "").replace("سوريا", "سورية").replace("أمريك", "أميرك")
    )
    assert groups(agency, house) == [["0.txt", "1.txt"]]
    assert groups(agency, house.replace("أيلول", "أيار").replace("سورية", "ليبيا").replace("أميرك", "روس")) == []


def test_a_text_of_the_same_mould_with_other_names_and_numbers_is_none() -> None:
    words = BODY.split(" ")
    other = [word if n % 7 else f"كلمة{n}" for n, word in enumerate(words)]
    assert groups(BODY, " ".join(other)) == []


def test_a_text_that_shares_its_first_half_is_none() -> None:
    first, second, *_ = BODY.split(". ")
    assert groups(BODY, ". ".join([first, second, OTHER])) == []


def test_a_text_that_shares_a_sentence_is_none() -> None:
    first = BODY.split(". ")[0]
    assert groups(BODY, first + ". " + OTHER) == []


def test_short_and_empty_texts() -> None:
    assert groups("", "", "قصير", "قصير", "قصير جدا") == [["2.txt", "3.txt"]]


def test_many_copies_are_one_group() -> None:
    assert groups(*[BODY] * 100) == [sorted(f"{n}.txt" for n in range(100))]


def test_reprints_count_once_as_evidence_and_documents_list_all() -> None:
    stories = [
        Story(head + BODY + " وشنت 40 غارة", f"{head}.txt").figure("40 غارة", 40, time="2016-05") for head in ("", "خاص: ", "عاجل: ")
    ]
    stories.append(Story(OTHER + " وشنت 40 غارة", "other.txt").figure("40 غارة", 40, time="2016-05"))
    (line,) = series([story.reading() for story in stories], BOOK)
    (point,) = line["points"]
    assert len(point["documents"]) == 4
    assert point["evidence"] == 2


def test_what_a_paper_puts_behind_a_reprint_is_of_its_own_day() -> None:
    body = BODY + " وشنت الطائرات خلال المعركة 40 غارة على الجسر الشرقي."
    own = " وقال مراسلنا في العاصمة إن عدد الغارات بلغ مساء اليوم 45 غارة."
    first = Story(body, "a.txt", "2016-05-03").figure("40 غارة", 40)
    later = Story(body + own, "b.txt", "2016-05-06").figure("40 غارة", 40).figure("45 غارة", 45)
    points = [point for line in series([first.reading(), later.reading()], BOOK) for point in line["points"]]
    assert {point["low"]: point["time"] for point in points} == {40: "2016-05-03", 45: "2016-05-06"}
