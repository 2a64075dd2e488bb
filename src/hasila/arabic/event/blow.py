"""Blows: whether what a verb tells of was flown, fired or sent by air (``شنت الطائرات``, ``فتح مسلحون النار``)."""

from dataclasses import dataclass

from hasila.arabic.event.clause import Clause
from hasila.arabic.event.refusal import RefusalReader
from hasila.arabic.event.trigger import Trigger
from hasila.text import FINITE, feminine_verb

_ARMIES = ("تحالف", "جيش")
_AIR = frozenset(["طيران", "طايره", "طايرات", "مقاتله", "مقاتلات", "مسيره", "مسيرات", "قاذفه", "قاذفات", "مروحيه", "مروحيات", "جو"])
_MISSILES = frozenset(["صاروخ", "صواريخ", "قذيفه", "قذيفت", "قذايف", "مسيره", "مسيرات"])
_FLIGHT = 6  # tokens from what is fired to what it is fired on
_RAIDS = frozenset(["غاره", "غارات", "ضربه", "ضربات", "طلعه", "طلعات"])
_SUBJECT = 8  # tokens from raids to the verb that tells what they hit


@dataclass(slots=True, eq=False)
class BlowReader(RefusalReader):
    """Tells which verbs of one text strike, and with what."""

    def _fired(self, trigger: Trigger, clause: Clause, dated: bool) -> bool:
        """Whether fire was opened, at a time or place that is told."""
        near = range(trigger.at + 1, min(trigger.at + 6, clause.last))
        fired = any(self.text.forms[i] in ("النار", "النيران") for i in near) or self._shelled(near, clause.last)
        return fired and trigger.tag == "past" and (dated or self.told.place(trigger.at, clause.last, bare=False) is not None)

    def flown(self, verb: Trigger) -> bool:
        """Whether aircraft, an army or a coalition are the subject of a verb, after it or right before it."""
        forms = self.text.forms
        near = (*range(verb.at + 1, verb.at + 3), *range(max(0, verb.at - 2), verb.at))
        bare = [_bare(forms[i]) for i in near]
        return not _AIR.isdisjoint(bare) or bare[0] in _ARMIES or self._raided(verb.at)

    def sent_by_air(self, verb: int, noun: int) -> bool:
        """``شن سلاح الجو هجوما``, ``شن التحالف هجوما``: aircraft or a coalition stand between a verb and the attack that they made."""
        bare = [form.removeprefix("ال") for form in self.text.forms[verb + 1 : min(noun, verb + _SUBJECT)]]
        return bare[:1] == ["تحالف"] or bare[:2] == ["قوات", "تحالف"] or not _AIR.isdisjoint(bare)

    def _raided(self, at: int) -> bool:
        """Whether the subject told before a feminine verb is raids, aircraft or a coalition's forces, past where they struck:
        ``الضربات في كذا استهدفت``, ``شن 11 غارة في كذا استهدفت``, ``قوات التحالف استهدفت``.
        """
        forms = self.text.forms
        if not feminine_verb[forms[at]]:
            return False
        for i in range(at - 1, max(at - _SUBJECT, 0), -1):
            if self.text.kinds[i] != "word":
                return False
            bare = _bare(forms[i])
            if bare in _AIR or bare in _RAIDS or bare == "تحالف":
                return True
            if any(hit.tag in FINITE for hit in self.text.words[i].entries.values()):
                return False
        return False

    def _shelled(self, near: range, last: int) -> bool:
        """``أطلق الحوثيون صواريخ على مطار جازان``: missiles, and behind them the ground that they were fired on."""
        forms = self.text.forms
        fired = next((i for i in near if forms[i].removesuffix("ا").removesuffix("ين") in _MISSILES), last)
        on = next((i for i in range(fired + 1, min(fired + _FLIGHT, last)) if forms[i] == "علي"), None)
        return on is not None and self._ground(on, min(on + _FLIGHT, last))

    def _ground(self, first: int, last: int) -> bool:
        """Whether ground that can be taken is told: a place named as the object, or a town, a base, a quarter."""
        text = self.text
        for i in range(first + 1, last):
            mention = self.told.speakers.named.get(i)
            before = text.forms[i - 1]
            named = mention and mention.first == i and self.names.type(mention) in ("place", "country")
            if mention and named and not mention.skip and before not in ("في", "ب"):
                return True
            hit = text.words[i].entries.get("event_ground")
            if hit and before != "في" and hit.clitics in ("", "و"):
                return True
        return False


def _bare(form: str) -> str:
    """A noun without و and the article."""
    return form.removeprefix("و").removeprefix("ال")
