"""The gender of finite verbs, by their endings in the past and their beginnings in the present (W. Wright, I, §§ 89 to 95)."""

from hasila.text.known import Known
from hasila.text.word import FINITE, analyse


@Known
def feminine_past(form: str) -> bool:
    """Whether a verb in the past has the ending ت, which is no radical of it (``لفت``, ``أثبت``): that one takes another (``لفتت``)."""
    return form.endswith("ت") and all(hit.tag != "past" for hit in analyse(form + "ت").entries.values())


def is_feminine(stem: str, tag: str) -> bool:
    """Whether a verb without its clitics is in the feminine, by its tag: ``past`` or ``present``.

    >>> is_feminine("تكبد", "past"), is_feminine("تكبدت", "past"), is_feminine("تخسر", "present")
    (False, True, True)
    """
    return feminine_past[stem] if tag == "past" else stem.startswith("ت")


@Known
def feminine_verb(form: str) -> bool:
    """Whether a form is a finite verb in the feminine; of one that may be a past or a present the past counts (``وتراجع``).

    >>> [feminine_verb[form] for form in ("وتكبد", "وتكبدت", "وتخسر", "وخسر")]
    [False, True, True, False]
    """
    hits = [hit for hit in analyse(form).entries.values() if hit.tag in FINITE]
    if not hits:
        stem = form.removeprefix("و").removeprefix("ف")
        return stem.endswith("ت") or stem.startswith("ت")
    hit = next((hit for hit in hits if hit.tag == "past"), hits[0])
    return is_feminine(form[hit.skip :].removesuffix(hit.pronoun), hit.tag)
