"""Actions: the masdars that an aim can be told by, and how they stand in a phrase."""

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.masdar import MASDARS, Action
from hasila.arabic.judgement.sign import SIGNS, VERBAL

REACH = 8
_BUT = frozenset(("بل", "وانما", "انما"))
_FAR = 16
IS = ("هو", "هي", "يتمثل", "تتمثل", "تكمن", "يكمن")
OWNERS = ("organization", "country", "person", "operation")
_GOVERNED = frozenset(
    (
        *("علي", "الي", "في", "من", "عن", "مع", "دون", "بين", "قرب", "قبل", "بعد", "داخل", "خارج", "حول", "نحو", "ضد", "عبر", "امام"),
        *("وراء", "فوق", "تحت", "عند", "لدي"),
    )
)
_GOVERNING_PRONOUN = frozenset(
    f"{leading}{pronoun}" for leading in ("علي", "الي", "من", "عن", "في", "مع") for pronoun in ("ه", "ها", "هم", "هما")
)
_BOUND = ("علي", "دون")  # prepositions that belong to a verb more often than to its object
_SHORT = 3
_OPENING = "«\"“'("
# Behind these ل brings in what they govern, and no purpose; an adjective may stand between (الذكرى الأولى لتأسيس).
_WITH_L = frozenset(
    (
        *("خاضع", "خاضعه", "خاضعين", "يخضع", "تخضع", "خضع", "خضعت", "يخضعون", "ذكري", "ذكراه", "معرض", "معرضه", "عرضه", "يتعرض", "تتعرض"),
        *("تعرض", "تعرضت", "قابل", "قابله", "نتيجه", "نظرا", "وفقا", "طبقا", "تبعا", "خلافا", "رافض", "رافضه", "معارض", "معارضه"),
        *("مناهض", "مناهضه", "مويد", "مويده", "مشابه", "مشابهه", "مماثل", "مماثله", "سابق", "سابقه", "تال", "لاحق"),
        *("لاحقه", "مجاور", "مجاوره", "مرافق", "مرافقه", "مصاحب", "مصاحبه", "مواكب", "مواكبه"),
    )
)
_BY_MUCH = frozenset(("بنسبه", "قدرها", "مقدارها", "بمقدار", "بواقع", "بنحو", "عن", "علي"))
_TO_A_DEGREE = (["حد", "كبير"], ["حد", "بعيد"], ["حد", "ما"], ["حد", "كبيره"], ["حد", "سواء"])  # إلى حد كبير


def action(ground: Ground, i: int, *, shaped: bool = False) -> Action | None:
    """The listed masdar at token ``i``; ``shaped``: or one that only its pattern shows."""
    found = MASDARS[ground.text.forms[i]]
    if found is None or found.listed or (shaped and i not in ground.named):
        return found
    return None


def is_action(ground: Ground, i: int, clitic: str = "", *, shaped: bool = False) -> bool:
    """Whether token ``i`` is an action's masdar behind this clitic: bare, or with ال and a preposition after it."""
    found = MASDARS[ground.text.forms[i]]
    if found is None or found.behind != clitic or not (found.listed or (shaped and i not in ground.named and not _plural(ground, i))):
        return False
    if ground.text.forms[i] == "اطلاق" and ground.text.forms[i - 1].endswith("وقف"):
        return False  # inside what is called a truce
    if clitic == "ل" and _goes_with_l(ground.text.forms, i - 1):
        return False
    if not found.article:
        return ground.text.forms[i : i + 2] not in _TO_A_DEGREE and not is_no_deed(ground.text.forms, i)
    after = ground.text.forms[i + 1]
    return _governed(after) or (after.endswith("ا") and _governed(ground.text.forms[i + 2]))


def is_no_deed(forms: list[str], i: int) -> bool:
    """``، زيادة بنسبة 30%``: behind a comma, by how much something grew; ``تغير المناخ``: what comes of itself."""
    if forms[i].endswith("تغير") and forms[i + 1].startswith("المناخ"):
        return True
    return forms[i].endswith("زياده") and forms[i - 1] == "،" and forms[i + 1] in _BY_MUCH


def _goes_with_l(forms: list[str], before: int) -> bool:
    """Whether the word at ``before``, or the one that its adjective describes, governs with ل (``المناطق الخاضعة لسيطرة``)."""
    if before < 0:
        return False
    form = forms[before]
    if form.removeprefix("و").removeprefix("ب").removeprefix("ال") in _WITH_L:
        return True
    return before > 0 and form.startswith("ال") and forms[before - 1].removeprefix("ب").removeprefix("ال") in _WITH_L


def _plural(ground: Ground, i: int) -> bool:
    """Whether token ``i``, as it is written, has the pattern of a broken plural (``أموال``, not ``إرسال``), or ``تحتية``'s."""
    form = ground.text.forms[i]
    return "أ" in ground.text.exact(i, i + 1) if form[-2:-1] == "ا" else form.endswith("تحتيه")


def is_own_action(ground: Ground, i: int) -> bool:
    """Whether token ``i`` is an action's masdar with a pronoun for what it is done to (``تدميره``)."""
    hit = ground.text.words[i].entries.get("act_masdar") if i < len(ground.text.words) else None
    return hit is not None and hit.pronoun != "" and not hit.skip


def is_described(ground: Ground, i: int) -> bool:
    """Whether token ``i`` is an action with ال that adjectives describe before its preposition (``الوقف الفوري لإطلاق``)."""
    found = MASDARS[ground.text.forms[i]] if i not in ground.named else None
    if found is None or not found.article or found.behind or not found.listed:
        return False
    after = i + 1
    while after <= i + 2 and ground.text.forms[after].removeprefix("و").startswith("ال"):
        after += 1
    return after > i + 1 and (_governed(ground.text.forms[after]) or ground.text.forms[after].endswith("ا"))


def instead(ground: Ground, denied: int) -> int | None:
    """The aim that is told instead of one that is denied (``ليس الهدف كذا بل كذا``)."""
    forms = ground.text.forms
    stop = min(ground.text.sentence(denied)[1], denied + _FAR)
    but = next((k for k in range(denied + 1, stop) if forms[k] in _BUT), None)
    if but is None:
        return None
    aim = past_marks(ground, but + 1 + (forms[but + 1] in IS or forms[but + 1] in _GOVERNED))
    return aim if is_action(ground, aim, shaped=True) else None


def _governed(form: str) -> bool:
    """Whether a form is a preposition, or a word behind ل or ب."""
    return form in _GOVERNED or form in _GOVERNING_PRONOUN or (form[:1] in ("ل", "ب") and len(form) > 3)


def past_marks(ground: Ground, i: int) -> int:
    """The first token from ``i`` on that is no opening mark."""
    while ground.text.kinds[i] == "mark" and ground.text.forms[i] in _OPENING:
        i += 1
    return i


def clitics_of(ground: Ground, i: int) -> int:
    """How many characters of و, ب or ل stand before the action at ``i``."""
    found = action(ground, i, shaped=True)
    return found.skip - 2 * found.article if found is not None and found.clitics else 0


def led(ground: Ground, i: int) -> str:
    """The word before token ``i``, quotation marks apart."""
    while ground.text.kinds[i - 1] == "mark" and ground.text.forms[i - 1] in _OPENING:
        i -= 1
    return ground.text.forms[i - 1]


def joined(ground: Ground, i: int) -> bool:
    """Whether the action at ``i`` hangs on و."""
    found = action(ground, i)
    return found is not None and found.clitics.startswith("و")


def joins(ground: Ground, i: int) -> bool:
    """Whether a further action is joined with و at token ``i``: one without ال, or that a preposition follows."""
    found = action(ground, i)
    if found is None or found.clitics != "و":
        return False
    after = ground.text.forms[i + 1]
    return not found.article or after in _BOUND or (after[:1] == "ل" and len(after) > _SHORT)


def definite(ground: Ground, i: int) -> bool:
    """Whether the action at ``i`` has ال."""
    found = action(ground, i)
    return found is not None and found.article


def verbal(ground: Ground, i: int) -> bool:
    """Whether token ``i`` is a listed verb in a finite form."""
    return SIGNS[ground.text.forms[i]] & VERBAL > 0
