"""What leads one to expect a name: a title that still waits for its bearer, or a name to which another may be joined.

Behind ``رئيس الوزراء`` a person is expected up to where the phrase of the title ends (``رئيس الوزراء العراقي حيدر العبادي``), behind
``حيدر العبادي و`` another person.
"""

from hasila.arabic.name.beside import compatriot
from hasila.arabic.name.further import is_family
from hasila.arabic.name.role import ABOUT, NATION, SPEECH, Role, credits, is_unknown
from hasila.arabic.name.roles import Roles
from hasila.arabic.name.sense import Sense
from hasila.arabic.name.sighting import Sighting
from hasila.arabic.name.title import ENDS, INDEFINITE

LEADING = SPEECH | NATION  # a word that leads one to expect a person
_REACH = 14
_SHORTENED = frozenset(("د", "ود"))  # د. فلان
_COMMAS = ("،", ",")


class Expectation:
    """What one expects at a token of the pass, from the words before it and the names ``found`` so far."""

    def __init__(self, roles: Roles, found: list[Sighting]) -> None:
        self.roles, self.found = roles, found
        self.joined = 0  # the token before which another name may be joined to the last
        self.titled = -1
        self.led = 0  # the token before which a title or the last name leads one to expect a name
        self._rank = False
        self._comma = -1

    def join(self, sighting: Sighting) -> None:
        """Note whether another name may be joined to the last: persons by a comma, persons and places by و."""
        reach = sighting.last
        form = self.roles.at[reach].form
        if form[0] == "و":
            reach += 1
        elif form == "،" and sighting.type == "person":
            reach = min(reach + 2, self.roles.end)
        self.joined = reach
        if self.titled < 0:
            self.led = reach

    def entitle(self, i: int, here: Role) -> None:
        """Note a title."""
        title = here.senses["title"]
        if self._is_title(i, here, title):
            self.titled, self._rank, self._comma, self.led = i, title.value == "rank" or title.definite, -1, self.roles.end
        elif self.titled >= 0:
            self.watch(i, here)

    def watch(self, i: int, here: Role) -> None:
        """Forget the title where its phrase ends."""
        if self._comma < 0:
            if self._rank and INDEFINITE[here] and "honorific" not in self.roles.at[i - 1].senses:
                self.forget()
                return
            if here.form in _COMMAS:
                self._comma = i
                return
        if here.form == "." and i == self.titled + 1 and self.roles.at[self.titled].form in _SHORTENED and self.roles.at[i + 1].given:
            return
        if ENDS[here] or i - self.titled > _REACH:
            self.forget()

    def forget(self) -> None:
        """Wait no longer for the name that belongs to a title."""
        self.titled, self.led = -1, self.joined

    def cue(self, i: int) -> str:
        """What leads one to expect a person's name at token ``i``."""
        before, titled = self.roles.at[i - 1], self.titled
        if 0 <= titled < i:
            if self._comma >= 0:
                return "apart" if i == self._comma + 1 or (i == self._comma + 2 and self.roles.opens(i - 1)) else ""
            if "honorific" in before.senses:
                return "honour"
            if not self._rank:
                return "title"
            if i == titled + 1 and self._goes_on_rank(self.roles.at[i]):
                return ""  # الكولونيل ميجور
            near = i == titled + 1 or (i == titled + 2 and (before.nation != "" or before.form == "." or self._goes_on_rank(before)))
            return "rank" if near else "title"
        if i < self.joined and self.found[-1].type == "person":
            return "list"
        if before.alone & SPEECH or (before.form == ABOUT and credits(self.roles.at[i - 2], "from")):
            return "speech"
        return "nation" if before.alone & NATION and compatriot(self.roles, i) else ""

    def _goes_on_rank(self, before: Role) -> bool:
        """``الفريق أول``, ``الليفتنانت جنرال``: whether a word ends a rank of two words that the title begins."""
        return "title" in self.roles.at[self.titled].phrases.get(before.form, {})

    def _is_called(self, i: int) -> bool:
        """``الشيخ سلطان بن فلان``, ``وسلطان الفلاني``: whether an office's word is a given name, behind a rank or joined to a name."""
        following = self.roles.at[i + 1]
        joined = i < self.joined and self.roles.at[i].form[0] == "و" and self.found[-1].type == "person"
        if not (joined or (self.titled >= 0 and self._rank and ("honorific" in self.roles.at[i - 1].senses or i == self.titled + 1))):
            return False
        return following.given > 0 or following.form == "بن" or is_family(following) or is_unknown(following)

    def _is_title(self, i: int, here: Role, title: Sense) -> bool:
        """Whether a word that can be a title is one here: no adjective, nor what leads on to another title."""
        if (title.value == "lead" and (self.titled >= 0 or title.definite)) or (here.given and self._is_called(i)):
            return False
        return not (here.nisba and not here.definite and self.roles.at[i - 1].ordinary and not self.roles.at[i - 1].definite)  # مؤتمر صحفي
