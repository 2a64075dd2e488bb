"""Alive: those counted are told to have gone or come somewhere, to have been brought there, or to have attacked, and not to have died.

``80 مسلحا تسللوا إلى كذا``, ``المدنيين الذين نقلتهم القوات``.
"""

from hasila.arabic.figure.draft import Draft
from hasila.text import Known, Text, analyse

_BEHIND = 8  # tokens behind a number to what those counted did
_DOING = ("moving_verb", "displaced_verb", "arrive_verb", "raid_verb", "assault_verb", "passing")
_LED_AWAY = "withdrawal force"
_DEATH = ("died", "dead_noun", "life", "killer_verb", "own_dead", "mishap", "bereft_noun")


def are_alive(text: Text, draft: Draft) -> bool:
    """Whether a number's clause tells what those counted did, or where they were brought, and of nobody's death."""
    near = text.forms[draft.segment : min(draft.end + _BEHIND, draft.sentence[1])]
    return any(map(_acts.__getitem__, near)) and not any(map(_tells_death.__getitem__, near))


@Known
def _acts(form: str) -> bool:
    """Whether a form is what several people did to get somewhere or to somebody, or what was done to bring them there."""
    if not form.endswith(("وا", "هم")):
        return False
    entries = analyse(form).entries
    if form.endswith("هم"):
        return form.startswith("نقل") or ("event_verb" in entries and entries["event_verb"].value == _LED_AWAY)
    return any(cls in entries and entries[cls].tag in ("past", "") for cls in _DOING)


@Known
def _tells_death(form: str) -> bool:
    """Whether a form (none past the text's end) tells that somebody died."""
    return form != "" and not analyse(form).entries.keys().isdisjoint(_DEATH)
