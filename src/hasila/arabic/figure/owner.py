"""Owners: whose thing a noun with a pronoun or a genitive is that a number counts, and whose fallen."""

from collections.abc import Callable
from functools import lru_cache

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.belated import is_numbered
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.party import Party
from hasila.arabic.name import Names
from hasila.text import FINITE, Text, analyse, last_in, one_in

_OWNER_REACH = 4
_FORMS = 200_000
# Words that join those counted to whom they belong.
_LINKS = ("من", "تابع", "تابعه", "اعضاء", "دول", "عناصر", "مقاتلي", "صفوف", "قوات")
_QUOTATION = frozenset('«"“')
_MARKS = frozenset('«"“”')
_THIS = frozenset(("هذه", "هذا", "تلك", "ذلك"))
_THAT = frozenset(("ان", "وان", "بان", "عن"))
_TELLERS = frozenset(("media", "observer"))
_FELL = frozenset(("قتل", "سقط", "استشهد", "مقتل", "سقوط", "استشهاد", "قضي", "فقدت", "خسرت", "فقدان", "خساره"))
_ELSEWHERE = frozenset(("في", "الي", "علي", "التي", "الذين", "الذي"))


class Owners:
    """Those of a text who own what a figure counts, ready to be asked."""

    def __init__(self, text: Text, names: Names, actors: Actors, country: Callable[[], str | None]):
        """``country`` is the one that the text is about."""
        self.text, self.names, self.actors, self.country = text, names, actors, country
        self._told: dict[int, bool] = {}
        self.means, self.orders, self.members = text.where("means"), text.where("order_word"), text.found("member_word")
        self.unnamed = sorted({*self.members, *text.where("home_force")})

    def owner(self, draft: Draft) -> Party | None:
        """Whose the counted are: a name in the genitive behind the noun, after من or ل, or the one its pronoun points to."""
        text, first, noun, last = self.text, draft.first, draft.noun, draft.sentence[1]
        if draft.naming is not None:
            return self._named_owner(*draft.naming)
        if noun is None and is_numbered(text, draft.last):  # ارتفع إلى 90 عدد قتلى كذا
            return self._named_owner(draft.last, min(draft.last + _OWNER_REACH + 1, last))
        if noun is None or noun < first:
            return None
        here = self.actors.at(noun) if noun in self.names.covers else None
        if here is not None and here.type == "organization":
            return here
        behind = noun + 1
        if behind < draft.end and (bound := text.found("bound_after").get(behind)) is not None:  # 90 عنصرا على الأقل من كذا
            behind = bound.stop
        forms = text.forms
        if forms[behind] == "ل" and forms[behind + 1] in _MARKS and "dead_noun" in text.words[noun].entries:
            return self.actors.at(behind + 2)  # 90 قتيلا لـ«كذا»
        if forms[behind] in _QUOTATION:  # مقاتلي «كذا»
            behind, noun = behind + 1, behind
        stop = min(behind + _OWNER_REACH, last)
        party = self.actors.next(behind, stop) if behind < stop else None
        if party is not None and all(map(_leads_on, forms[behind : self._body(party.first)])):
            return None if draft.type == "money" and self._receives(party) else self._genitive(party, noun)
        if forms[noun + 1] in _THIS:
            return self._this_force(noun + 2)
        hit = text.words[noun].entries.get("counted_noun")
        if hit is None or hit.pronoun not in ("ه", "ها"):
            return None
        if hit.value == "fighter":
            return self._teller(first, hit.pronoun) or (self._bereaved(first) if hit.pronoun == "ها" else None)
        return self.antecedent(first, hit.pronoun)

    def _bereaved(self, i: int) -> Party | None:
        """The force told of last, no foe after it, where some that are hers fell: ``اعتقلت كذا العشرات، فيما قتل 11 من عناصرها``."""
        if self.text.forms[i - 1].removeprefix("و") not in _FELL:
            return None
        actors = self.actors
        found = actors.before(i, lambda p: actors.is_feminine(p) and not actors.is_oblique(p) and p.kind not in _TELLERS)
        return found if found is not None and not actors.is_foe(found) and self._fights(found) else None

    def _fights(self, party: Party) -> bool:
        return party.kind == "party" or self.actors.has_head(party, "force_head")

    def _named_owner(self, first: int, last: int) -> Party | None:
        """Whose those are that the words behind a figure's colon name (``عدد من عاد من عناصر الفريق``)."""
        party = self.actors.next(first, last)
        if party is None or party.first <= first:
            return None
        before = party.first - 1
        return party if self.text.forms[before] in _LINKS or self.text.has(before, "counted_noun") else None

    def _this_force(self, i: int) -> Party | None:
        """The force told of before that a demonstrative takes up (``90 من عناصر تلك القوات``)."""
        hit = self.text.word(i).entries.get("force_head")
        if hit is None or not hit.article:
            return None
        actors = self.actors
        found = actors.before(i, lambda p: p.type == "organization" and not actors.is_foe(p) and actors.has_head(p, "force_head"))
        country = self.country() if found is None else None
        return Party(i, i + 1, country, "country", "country") if country is not None else found

    def _teller(self, i: int, pronoun: str) -> Party | None:
        """Who tells of his own fighters (``أعلنت كذا مقتل تسعة من مقاتليها``): the named subject of the verb of telling, if he agrees."""
        verb = last_in(self.text.where("speech_verb"), self.text.sentence(i)[0], i)
        party = self.actors.at(verb + 1) if verb is not None else None
        if verb is None or party is None or self.text.words[verb].entries["speech_verb"].tag not in FINITE:
            return None
        agrees = self.actors.is_feminine(party) == (pronoun == "ها") and not self.actors.is_joint(party)
        if not agrees or party.first != verb + 1:
            return None
        return party if self.befell(party.last) or self._tells_of_fallen(party, i) else None

    def _tells_of_fallen(self, party: Party, i: int) -> bool:
        """Whether a force tells that some of those it calls its own fell: ``قالت كذا إن 70 من مقاتليها قتلوا``, ``إنه قتل 11 من عناصرها``.

        Not where the verb before them is feminine, and so may have another for its subject, or where a foe who agrees is told of.
        """
        if not self._fights(party):
            return False
        if any(
            self.actors.is_feminine(p) and self.actors.is_foe(p) and not self.actors.is_oblique(p)
            for p in self.actors.between(party.last, i)
        ):
            return False
        before = self.text.forms[i - 1]
        return before in _THAT or before.removeprefix("و") in _FELL

    def befell(self, i: int) -> bool:
        """Whether what befell people is told from token ``i`` on (``مقتل``, ``عن مقتل``)."""
        return one_in(self.text.where("mishap"), i, i + 2)

    def _receives(self, party: Party) -> bool:
        """Whether a name stands under ل: money is for him then, and another's (``60 مليون يورو لليمن``)."""
        form = self.text.forms[party.first]
        return form.startswith("لل") or form[: party.skip].endswith("ل")

    def _genitive(self, party: Party, noun: int) -> Party | None:
        """The party, if it is joined to the noun by the construct, من or ل, and is somebody."""
        joined = party.first == noun + 1 and not party.skip
        if party.type == "country" or joined:
            return party if joined and party.mention is not None else None
        linked = self.text.forms[self._body(party.first) - 1] in _LINKS or self.text.forms[party.first][: party.skip].endswith("ل")
        return party if linked else None

    def _body(self, first: int) -> int:
        """The token that a name begins with, or what calls it a body before it, and its quotation mark: ``من منظمة «كذا»``."""
        if self.text.forms[first - 1] in _QUOTATION:
            first -= 1
        return first - ("same_body" in self.text.words[first - 1].entries)

    def _by_source_word(self, party: Party) -> bool:
        return one_in(self.text.where("source_word"), party.first - 2, party.first)

    def antecedent(self, i: int, pronoun: str) -> Party | None:
        """The last one named before that agrees with a pronoun in gender."""
        feminine = pronoun == "ها"
        actors = self.actors
        return actors.before(
            i, lambda p: actors.is_feminine(p) == feminine and not self._by_source_word(p) and p.kind != "media" and not actors.is_fought(p)
        )


@lru_cache(maxsize=_FORMS)
def _leads_on(form: str) -> bool:
    """Whether a word can stand between those counted and the name of whose they are.

    So no verb, no preposition of place, no mark, and no other number (``خمسة جنود وعشرة من عناصر كذا``).
    """
    word = analyse(form)
    if word.kind != "word" or form in _ELSEWHERE:
        return False
    number = word.entries.get("cardinal")
    if number is not None and number.clitics == "و" and not number.article:
        return False
    return all(hit.tag not in FINITE for hit in word.entries.values())
