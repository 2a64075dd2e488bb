"""What a word may do in a noun phrase that tells who speaks, told by its form alone: open it, end it, name somebody, say nothing."""

from functools import lru_cache

from hasila.text import Known, Word, analyse

HEADS = ("source_noun", "body_noun", "account_noun")
_THINGS = frozenset(["raid", "target", "vehicle", "act"])
HEADED = frozenset(HEADS)
NAMED = frozenset(["person", "organization", "country"])  # the kinds of who speaks and goes by a name
_SPEECHLESS = frozenset(["unit_one", "unit_many", "unit_pair", "event_word", "event_masdar", "preposition"])
# before a number, how exactly it is meant
ABOUT = frozenset(["نحو", "حوالي", "زهاء", "قرابه"])
# papers in the plural without an ending, which take the feminine
BROKEN = frozenset(["ارقام", "وثايق", "تقارير", "نتايج", "بنود", "ارقاما", "جداول", "قوايم", "لوايح", "رسايل"])
BEFORE_NOUNS = frozenset(["preposition", "complementizer", "adverbial", "save"])
_UNSURE = BEFORE_NOUNS | {"speech_verb", "occasion"}
_NAMELESS = frozenset(["preposition", "adverbial", "connector", "relative", "complementizer", "credit", "occasion"]) | frozenset(
    ["source_noun", "body_noun", "function", "month"]
)
PHRASE_MARKS = frozenset(["،", "-", "–", ":"])
WAS = frozenset(waw + verb for waw in ("", "و") for verb in ("كان", "كانت", "كانوا"))
NOTICE = frozenset(["النظر", "الانتباه", "الانظار"])  # لفت المتحدث النظر إلى
# what is issued or sent is a report, and no name goes on with these (تقرير الأمين العام الصادر أمس)
ISSUED = frozenset(["الصادر", "الصادره", "المنشور", "المنشوره", "المورخه", "المرفوع", "المرفوعه", "الموجه", "الموجهه"])
PHRASE_ENDS = frozenset(["save", "adverbial", "relative", "credit", "manner_participle"])
ACTING = frozenset(["بالوكاله", "بالنيابه", "بالانابه", "بالتكليف"])  # المدير بالوكالة فلان
OWN_NAME = frozenset(name + whose for name in ("اسم", "هويت") for whose in ("ه", "ها", "هم", "هما"))  # لم يذكر اسمه
_LEAST_ROLE = 3  # letters, with the ending of the accusative
NEAR_NAME = 3  # tokens behind the verb: لم تكشف الوكالة عن اسمه
SAME = frozenset(["نفسه", "نفسها", "ذاته", "ذاتها", "عينه", "عينها"])  # الوزارة نفسها
AS = frozenset(["كما", "مثلما"])
MORE = frozenset(["اكثر", "ازيد", "اقل", "غير"])  # لا يرى أكثر من
OF_IT = frozenset(["منه", "منها"])  # تلقت الصحيفة نسخة منه
MANY, OF_SOME = "عدد", frozenset(["من", "كبير", "اخر"])  # عدد القتلى says nothing, عدد من النواب may
IN = "في"
WHAT = frozenset(["ما", "لما", "بما", "مما", "عما"])
PAPERS = frozenset(["وكاله", "صحيفه", "قناه", "موقع", "شبكه", "تلفزيون", "اذاعه", "جريده", "مجله"]) | frozenset(
    ["وكالات", "صحف", "قنوات", "وسايل", "شبكات", "مواقع"]
)
PRESS = frozenset(["للصحفيين", "للصحافيين", "للصحافه", "للاعلاميين", "للتلفزيون", "للاذاعه", "لصحفيين", "لصحافيين"])
BY_ADJECTIVE = frozenset(["المركزي", "الفيدرالي", "الفدرالي"])  # banks that go by it alone


@Known
def may_end_phrase(form: str) -> bool:
    """Whether a phrase may end before a word of this form: a comma, an adverb of time, the occasion or the paper spoken to."""
    word = analyse(form)
    return (
        form in PHRASE_MARKS
        or form == IN
        or form in NOTICE
        or form in ISSUED
        or form in ABOUT
        or form == "ل"
        or not PHRASE_ENDS.isdisjoint(word.classes)
        or is_paper_told(word)
    )


def is_paper_told(word: Word) -> bool:
    """``لصحيفة``: what is spoken to."""
    if word.form in PRESS:
        return True
    hit = word.entries.get("body_noun")
    return bool(hit and hit.clitics == "ل" and not hit.article and hit.value is True and word.form[1:] in PAPERS)


def is_given(word: Word) -> bool:
    """``إريك``: whether a word is as it stands a given name, and a verb only with a pronoun cut off (``أري + ك``)."""
    name = word.entries.get("given_name")
    return name is not None and not (name.clitics or name.pronoun)


def is_made(word: Word) -> bool:
    """``أجرته``: whether a word is a verb of making or putting out a paper, which its pronoun takes up."""
    hit = word.entries.get("published_verb")
    return hit is not None and hit.pronoun != "" and hit.value == "by"


@Known
def is_accusative_role(form: str) -> bool:
    """``باحثا``: whether a word of this form (none past the text's end) is an indefinite role in the accusative."""
    role = analyse(form[:-1]).entries.get("source_noun") if form.endswith("ا") and len(form) > _LEAST_ROLE else None
    return role is not None and not (role.clitics or role.article or role.pronoun)


@Known
def charged_by(form: str) -> bool:
    """Whether a word of this form (none past the text's end) takes ب with what somebody is in charge of: ``المكلف``, ``معنية``."""
    hit = analyse(form).entries.get("in_charge") if form else None
    return hit is not None and hit.value == "by"


@Known
def speechless(form: str) -> bool:
    """Whether a word (none past the text's end) is listed as a thing, an event or a demonstrative, which can't speak."""
    entries = analyse(form).entries if form else {}
    hit = entries.get("mute_noun")
    if form in BY_ADJECTIVE or ("convened_noun" in entries and entries["convened_noun"].article):
        return False
    if hit and hit.clitics in ("", "و", "ف") and not hit.pronoun:
        return True
    if any(cls in entries for cls in HEADS) or is_accusative_role[form]:
        return False
    counted = entries.get("counted_noun")
    return bool(counted and counted.value in _THINGS) or not _SPEECHLESS.isdisjoint(entries)


@lru_cache(maxsize=100_000)
def is_verb(form: str) -> bool:
    """A listed finite verb, which ends a phrase that no أن bounds (``وفق بيانات رسمية بلغ العجز``)."""
    entries = analyse(form).entries
    if "function" in entries or not HEADED.isdisjoint(entries):
        return False
    return any(hit.tag in ("past", "present") for hit in entries.values())


@lru_cache(maxsize=100_000)
def may_name(form: str) -> bool:
    """Whether a word may be part of a person's name: no list knows it as anything but a name or a noun."""
    entries = analyse(form).entries
    if not _NAMELESS.isdisjoint(entries) or any(hit.tag in ("past", "present") and not hit.clitics for hit in entries.values()):
        return False
    return len(form) > 1


@Known
def opening(form: str) -> str:
    """Whether a noun phrase may open with a word of this form: ``none``, ``any``, or ``unsure`` where that is for its place to tell."""
    word = analyse(form)
    if not BEFORE_NOUNS.isdisjoint(word.entries):
        return "none"
    return "any" if word.kind != "mark" and _UNSURE.isdisjoint(word.classes) else "unsure"
