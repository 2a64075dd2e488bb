"""Where the subject of a verb of aiming stands: before it, or, as the verb agrees with it, behind it."""

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.word import WAS
from hasila.text import feminine_past

_APART = 16
_WERE = WAS | {"وكانوا"}
_AS_FOR = frozenset(("اما", "واما"))


def called_on(ground: Ground, verb: int) -> bool:
    """Whether the noun behind a verb of calling is no subject, for it does not agree with it (``دعا الحكومة إلى``, ``طالبت المجلس ب``)."""
    hit, noun = ground.text.words[verb].entries["goal_verb"], ground.text.form(verb + 1)
    if hit.value not in ("call", "bind") or hit.tag != "past" or verb + 1 in ground.named:
        return False
    form = ground.text.forms[verb]
    one = noun.startswith("ال") or ground.text.form(verb + 2).startswith("ال")
    return one and "body_head" in ground.text.words[verb + 1].entries and feminine_past[form] != noun.endswith("ه")


def subject_before(ground: Ground, verb: int) -> tuple[int, int] | None:
    """The subject that stands before its verb: ``كان الأزهر قد دعا``, ``أما الجمعية فطالبت``."""
    forms = ground.text.forms
    begin = max(ground.text.sentence(verb)[0], verb - _APART)
    leads = _AS_FOR if forms[verb][:1] == "ف" else _WERE
    first = next((k + 1 for k in range(verb - 1, begin - 1, -1) if forms[k] in leads), None)
    if first is None or (
        forms[verb - 1] != "قد" and leads is _WERE and (first > begin + 2 or "goal_verb" in ground.text.words[verb].entries)
    ):
        return None
    last = verb - (forms[verb - 1] == "قد")
    last = forms.index("،", first, last) if "،" in forms[first:last] else last
    return (first, last) if first is not None and first < last else None
