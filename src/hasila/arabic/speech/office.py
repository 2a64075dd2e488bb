"""Offices: who holds one, named behind what it is of or where it is held (``المختص في الطاقة، فلان، إلى أن``).

A name within the phrase itself is read with it (see :mod:`hasila.arabic.speech.holder`).
"""

from dataclasses import dataclass

from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.relative import RelativeReader
from hasila.arabic.speech.word import IN, may_name

_SEATS, _NAMES = frozenset(["place", "country"]), (2, 3)
_IN_OFFICE = frozenset(["في", "عن", "فيه", "فيها", "لدي", "من", "لشوون", "بها", "به", "حول", "علي"])
_LONGEST_OFFICE = 5  # tokens
_LONGEST_SEAT = 8


@dataclass(slots=True, eq=False)
class OfficeReader(RelativeReader):
    """Reads who holds the offices of one text."""

    def by_name(self, role: Speaker, end: int, limit: int) -> Speaker:
        """Who holds a role, where a name follows it between commas, or what it is of (``المختص في الطاقة، فلان، إلى أن``)."""
        if role.kind != "role" or role.last >= end:
            return role
        behind = self._behind_seat(role, end)
        if behind is not None:
            return behind
        last = self._past_office(role.last, min(limit, end))
        comma = last if self.text.forms[last] == "،" else self._past_seat(role.last, end)
        if comma is not None:
            return self.called(role, comma, end) or role
        mention = self.named.get(last)
        person = mention is not None and last > role.last and last == mention.first and self.names.type(mention) == "person"
        return self._named(role.start, mention) if person and mention else role

    def _behind_seat(self, role: Speaker, end: int) -> Speaker | None:
        """Who holds a role, named right behind the place where he does (``مدير الصحة في كركوك فلان الفلاني، تسجيل``)."""
        forms, place = self.text.forms, self.named.get(role.last + 1)
        if forms[role.last] != IN or place is None or place.first != role.last + 1 or self.names.type(place) not in _SEATS:
            return None
        i, person = place.last, self.named.get(place.last)
        stop = next((k for k in range(i, min(end, i + _LONGEST_SEAT)) if forms[k] == "،"), i)
        if stop - i in _NAMES and all(map(may_name, forms[i:stop])) and not forms[i].startswith("ال"):
            return role._replace(first=i, last=stop, skip=0, kind="person")
        is_person = person is not None and person.first == i and self.names.type(person) == "person"
        return self._named(role.start, person) if person is not None and is_person else None

    def _past_seat(self, i: int, end: int) -> int | None:
        """The comma behind where a role is held (``قائد القوات في العاصمة بغداد الجنرال، فلان،``)."""
        forms = self.text.forms
        if forms[i] != IN or not forms[i + 1].startswith("ال"):
            return None
        comma = next((k for k in range(i + 2, min(end, i + _LONGEST_SEAT)) if self.text.kinds[k] != "word"), None)
        if comma is None or forms[comma] != "،" or any(self.text.has(k, "complementizer") for k in range(i, comma)):
            return None
        mention = self.named.get(comma + 1)
        return comma if mention and self.names.type(mention) == "person" else None

    def _past_office(self, i: int, limit: int) -> int:
        """Past what an office is in or of (``النائب عن العاصمة``), up to a comma or a name; where it stands if none follows."""
        forms = self.text.forms
        if i >= limit or forms[i] not in _IN_OFFICE or (forms[i] == IN and self._ends_phrase(i)):
            return i  # قال الوزير في رده على سؤال للنائبة فلانة
        for k in range(i + 1, min(i + 1 + _LONGEST_OFFICE, limit)):
            mention = self.named.get(k)
            person = mention is not None and self.names.type(mention) == "person"
            if forms[k] == "،" or person:
                return k
            if self.text.kinds[k] != "word":
                break
        return i
