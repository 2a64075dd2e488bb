"""Events told in passing: what a noun's own phrase must tell where the words around it take its event for real."""

from dataclasses import dataclass

from hasila.arabic.event.clause import Clause
from hasila.arabic.event.fit import TriggerReader
from hasila.arabic.event.occasion import concluded, gathered, interviewed, played, presupposed
from hasila.arabic.event.trigger import Trigger
from hasila.text import analyse

_ABOUT = frozenset(["بشان", "حول"])
_FROM = frozenset(["من", "منه", "منها", "منهما"])
_GENERIC = ("مناطق", "منطقه", "مدن", "مدينه", "قري", "بلدات", "اراضي", "مواقع", "احياء", "طريق")


@dataclass(slots=True, eq=False)
class PassingReader(TriggerReader):
    """Tells which nouns of one text name events that another clause takes for real."""

    def taken_for_real(self, trigger: Trigger, clause: Clause, *, done: bool) -> bool:
        """Whether the words around a noun presuppose its event and its own phrase says which (``بعد سيطرة … على …``)."""
        text, at = self.text, trigger.at
        mention = self.told.speakers.named.get(at)
        if mention and self.names.type(mention) != "operation":
            return False
        if trigger.type == "meeting":
            return trigger.form == "noun" and self._met(trigger, clause, done=done)
        if (
            trigger.type in ("operation", "pledge", "founding", "killing")
            or not presupposed(text, trigger, clause.first)
            or self._counted(at)
        ):
            return False
        stop = self.phrase_end(at, clause)
        if trigger.type == "capture":
            return self._taken(trigger, stop)
        if trigger.type == "withdrawal":
            return self._left(at, stop)
        if trigger.type == "deployment":
            forced = any("event_force" in text.words[i].entries for i in range(at + 1, min(at + 4, stop)))
            return forced and not any("event_published" in text.words[i].entries for i in range(at + 1, min(at + 6, stop)))
        if trigger.type == "agreement" and trigger.form == "masdar":
            return any("event_accord" in text.words[i].entries for i in range(at + 1, min(at + 4, stop)))
        if trigger.type == "agreement":
            between = any(text.forms[i] == "بين" for i in range(at + 1, min(at + 6, stop)))
            return concluded(text, at) and (between or self.told.place(at, stop, bare=False) is not None)
        if self._mere_cause(at, clause) or any(kind == trigger.type for kind, _ in self.seen):
            return False
        placed = self.told.place(at, stop, bare=False) is not None
        return placed or (trigger.form == "masdar" and self._named(at, min(at + 6, stop), ("person", "organization")))

    def _met(self, trigger: Trigger, clause: Clause, *, done: bool) -> bool:
        """A meeting in another clause's noun phrase, with its parties or its place; a session of those who decided in it."""
        text, at = self.text, trigger.at
        before = text.words[at - 1].entries if at else {}
        framed = "event_frame" in before or "event_after" in before or text.forms[at - 1] in _ABOUT
        if trigger.clitics not in ("", "ب") or (not framed and not concluded(text, at)) or text.forms[at - 1] == "قبل":
            return False
        if trigger.needs == "held":
            return bool(trigger.pronoun) and (done or concluded(text, at))
        stop, hit = self.phrase_end(at, clause), text.words[at].entries["event_word"]
        if played(text, at) or interviewed(text, at, stop) or (hit.tag == "plural" and text.forms[at].endswith("ات") and trigger.article):
            return False
        told = any(kind == "meeting" for kind, _ in self.seen)
        if gathered(text, at, stop):
            return not (told and (trigger.article or trigger.pronoun))
        if framed and trigger.pronoun and self.told.dated(clause.first, at):
            return not told  # يناقش المجلس اليوم خلال اجتماعه كذا
        placed = self.told.place(at, min(stop, at + 12), bare=False) is not None or concluded(text, at)
        if text.forms[at][trigger.skip :].startswith("لقاي"):
            party = self._named(at, min(at + 8, stop), ("person", "organization", "country"))
            return not told and (party or any("event_dignitary" in text.words[i].entries for i in range(at + 1, min(at + 4, stop))))
        return placed and not told

    def _taken(self, trigger: Trigger, stop: int) -> bool:
        """The ground taken is told, and which: after على, right after سقوط, else near."""
        text, at = self.text, trigger.at
        form, last = text.forms[at][trigger.skip :], min(at + 6, stop)
        if form.startswith(("سيطر", "استيلا")):
            at = next((i for i in range(at + 1, min(at + 11, stop)) if text.forms[i] == "علي"), stop)
            last = min(at + 5, stop)
        elif form == "سقوط":
            last = min(at + 2, stop)
        elif form == "دخول" and not any("event_force" in text.words[i].entries for i in range(at + 1, min(at + 3, stop))):
            return False
        known = any(self.names.type(m) in ("place", "country") for m in self.names.within(at + 1, min(last + 2, stop)))
        return self._ground(at, last) and (known or any(_is_one_site(text.forms[i]) for i in range(at + 1, last)))

    def _left(self, at: int, stop: int) -> bool:
        """Who left is armed, or what is left is ground."""
        text = self.text
        left = next((i for i in range(at + 1, min(at + 9, stop)) if text.forms[i] in _FROM), None)
        if left is None:
            return False
        armed = any({"event_force", "event_armed_men"} & text.words[i].entries.keys() for i in range(at + 1, left))
        return armed or self._ground(left, min(left + 4, stop))


def _is_one_site(form: str) -> bool:
    """``المطار``: a piece of ground that its article makes known."""
    hit = analyse(form).entries.get("event_ground") if form else None
    return hit is not None and hit.article and not form.endswith(_GENERIC)
