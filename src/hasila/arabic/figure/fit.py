"""Whether those counted can be whom an indicator counts: the enemy's dead, one's own, and neither's."""

from bisect import bisect_left

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import STATES, Draft, Side, kind_of
from hasila.arabic.figure.each import is_each
from hasila.arabic.figure.elsewhere import is_elsewhere
from hasila.arabic.figure.fired import is_fired
from hasila.arabic.figure.funds import is_anothers
from hasila.arabic.figure.nation import nations_of
from hasila.arabic.figure.party import Party
from hasila.arabic.figure.side import DEAD, SURE
from hasila.arabic.figure.subject import Subjects
from hasila.arabic.figure.taken import is_taken
from hasila.arabic.figure.unfreed import are_unfreed
from hasila.arabic.figure.zone import MAY_BE_VERB, RELATIVES
from hasila.codebook import Indicator
from hasila.text import FINITE, Text, last_in, one_in

_OF_OURS = frozenset(("own_losses", "troops_deployed", "member_states"))
_DESTROYED = "targets_destroyed"
_FOREIGN, _SENT, _FREED, _LOST = "foreign_fighters", "troops_deployed", "territory_freed", "territory_lost"
_CAPTURE, _TAKING = "event_verb", frozenset(("capture place", "capture on"))  # by verbs of one who takes ground
_NO_MORE = frozenset(("يعد", "تعد", "عاد", "عادت", "يعود", "تعود"))  # لم يعد يسيطر على
_LOSES = ("loser_verb", "bereft_verb", "withdrawing", "fighting_force")  # one of these before them: it is he who loses places
_GENITIVE = 4  # tokens from a masdar to the number that is its object
_PREDICATE_REACH, _BREAKS = 10, frozenset(".؛:")
_LOSER = {indicator: side for side, indicator in DEAD.items()}
_OF_MEN: dict[str, Side] = {"enemy_strength": "foe", "enemy_recruits": "foe", "foreign_fighters": "foe", "troops_deployed": "force"}
_LIVING = frozenset(("يعيشون", "يقيمون", "يقطنون", "يسكنون", "يقبعون"))  # those under somebody's rule
_PEOPLE_FREED = "people_freed"
_SHARE = "strike_share"
_OF_ALL, _OF_REACH = frozenset(("اصل", "مجموع", "اجمالي")), 3  # tokens from it to the number, with a bound
_TWO, _MILLION = 2, 1_000_000  # no army of this war had so many men
_IN_HAND, _NEAR_HAND = frozenset(("بيد", "بايدي", "يد", "ايدي", "قبضه", "بقبضه", "سيطره", "حوزه", "بحوزه")), 3
_HALL = 10_000  # no meeting of states had so many at it
_DEAD = (DEAD["foe"], DEAD["force"])
_THIS = frozenset(("هذه", "هذا", "تلك"))
_OTHERS = frozenset(("اخرين", "اخرون", "غيرهم"))


class Fits:
    """Asked with the actors and subjects of one text."""

    def __init__(self, text: Text, actors: Actors, subjects: Subjects):
        """The text with those named in it, and who is the subject of what."""
        self.text, self.actors, self.subjects = text, actors, subjects

    def fits(self, draft: Draft, indicator: Indicator, rank: int = 0) -> bool:
        """Whether those counted can be whom the indicator counts: a coalition's fighters are not the enemy's losses.

        ``rank``: minus the words that it needed; where these tell of a loser, he who is the clause's subject lost them.
        """
        if self._is_of_else(draft, indicator) or self._belongs_to_others(draft, indicator):
            return False
        if indicator.id in _DEAD and self._is_of_whole(draft):
            return False
        if draft.owner is None:
            return self._fits_nobodys(draft, indicator, rank)
        return self._fits_owner(draft, indicator, draft.owner)

    def _is_of_whole(self, draft: Draft) -> bool:
        """``قتل 60، 40 منهم في هجمات، من أصل 8400 جندي``: whether a number is that of all of whom some fell, and no dead are counted."""
        of = next((i for i in range(draft.first, draft.first - _OF_REACH, -1) if self.text.forms[i] in _OF_ALL), None)
        return of is not None and self.text.forms[of - 1] == "من" and self.kind(draft) != "victim"

    def _is_of_else(self, draft: Draft, indicator: Indicator) -> bool:
        """Whether something else is counted, or more of it than there are, or of another war."""
        text, unit, codebook = self.text, indicator.unit, self.actors.codebook
        many = draft.low if draft.low is not None else draft.high or 0
        if unit == "person" and (
            self.kind(draft) == "vehicle"  # 28 مقاتلة
            or is_taken(text, draft, indicator.id)
            or (indicator.id != _PEOPLE_FREED and self._live_there(draft))
        ):
            return True
        if indicator.id == _PEOPLE_FREED and are_unfreed(text, draft):
            return True
        if (many >= _MILLION and indicator.id in _OF_MEN) or (many >= _HALL and unit == "participant" and not draft.has_noun_behind):
            return True  # مجموعهم 32 ألفا
        if unit == "state" and (many > STATES or self._are_towns(draft) or is_taken(text, draft, indicator.id)):
            return True
        if unit == "money" and (is_each(text, draft, indicator.id) or is_anothers(draft, indicator, self.actors, self.subjects)):
            return True
        if is_fired(text, draft, indicator.id) or (indicator.id == _SHARE and self._is_of_no_strikes(draft)):
            return True
        return bool(codebook.enemy) and is_elsewhere(text, draft, indicator, codebook)

    def _belongs_to_others(self, draft: Draft, indicator: Indicator) -> bool:
        """Whether the clause tells that those counted are another side's, or that another did it."""
        if indicator.id == _FREED and draft.unit is None and self._is_held_by_foe(draft):
            return True
        if indicator.id == _LOST and self.text.where(_CAPTURE) and self._is_taken_by_foe(draft):
            return True
        if indicator.id == _DESTROYED and self._is_by_foe(draft):
            return True
        if (indicator.id == _FOREIGN and self._is_at_home(draft)) or (indicator.id == _SENT and self._died(draft)):
            return True
        if draft.holder is not None and indicator.id in _OF_MEN and _OF_MEN[indicator.id] != draft.holder:
            return True
        return indicator.id in _OF_OURS and draft.noun is not None and "foe_man" in self.text.words[draft.noun].entries

    def _fits_nobodys(self, draft: Draft, indicator: Indicator, rank: int) -> bool:
        """Whether those of whom the text does not say whose they are can be whom the indicator counts."""
        if indicator.id == _SENT and self._counts_foes(draft):
            return False
        if draft.loser is not None and indicator.id in _LOSER:
            return draft.loser == _LOSER[indicator.id]
        if indicator.id not in _DEAD:
            return indicator.about != "struck" or draft.unit is not None or not (self._are_had(draft) or self._are_of_others(draft))
        if self._were_ours(draft):
            return indicator.id == "own_losses"
        if self.kind(draft) == "vehicle":  # 40 مقاتلة
            return False
        own = self._tells_of_own(draft)
        if indicator.id == "own_losses":
            return own or rank <= SURE or self.kind(draft) != "fighter"
        return not own

    def _fits_owner(self, draft: Draft, indicator: Indicator, owner: Party) -> bool:
        """Whether those of an owner who is told can be whom the indicator counts."""
        if draft.loser == "foe" and indicator.id in _LOSER:
            return _LOSER[indicator.id] == "foe"  # 90 من مسلحي جماعة كذا, which no list knows
        if indicator.id in _DEAD and not self.actors.is_foe(owner) and self._are_beaten(draft, owner):
            return indicator.id == "enemy_killed"
        if indicator.about == "struck":
            is_source = draft.type == "money" and self.text.forms[owner.first - 1] == "من"  # 400 مليون دولار من بنك كذا
            return is_source or self.actors.is_foe(owner) or owner.type == "country"
        return indicator.id not in _OF_OURS or not self.actors.is_foe(owner)

    def _is_of_no_strikes(self, draft: Draft) -> bool:
        """Whether a share is told to be of a whole that is something else than strikes: ``60 بالمئة من مجموع إنتاج البلد``."""
        text, at = self.text, draft.last
        if text.forms[at] != "من":
            return False
        at += 1
        if "whole_head" in text.word(at).entries and not text.forms[at].startswith("ال"):
            at += 1
        made = "output" in text.word(at).entries
        return made and not any("strike_noun" in word.entries for word in text.words[at : at + 3])

    def _live_there(self, draft: Draft) -> bool:
        """Whether people are told of as living somewhere: ``8 ملايين شخص يعيشون في كذا``, not ``لم يعد مليون يعيشون تحت حكمه``."""
        forms = self.text.forms
        return forms[draft.end] in _LIVING and forms[draft.first - 1] not in _NO_MORE and self.kind(draft) == "civilian"

    def _are_towns(self, draft: Draft) -> bool:
        """Whether towns are counted, whose word is spelled like that of countries: ``20 بلدة``."""
        hit = self.text.words[draft.noun].entries.get("counted_sort") if draft.noun is not None else None
        return hit is not None and hit.value == "settlement"

    def _is_held_by_foe(self, draft: Draft) -> bool:
        """Whether the foe took or holds places, and lost none (``سيطر التنظيم على 10 قرى``)."""
        freed = last_in(self.text.where("freeing"), max(draft.segment, draft.first - _GENITIVE), draft.first)
        if freed is not None and self.actors.next(freed + 1, draft.first) is None:  # مقتل 90 من مسلحي كذا، واستعادة 30 قرية
            return False
        hand = next((i for i in range(draft.end, draft.end + _NEAR_HAND) if self.text.form(i) in _IN_HAND), None)
        held = self.actors.next(hand + 1, hand + _NEAR_HAND) if hand is not None and self.text.form(hand - 1) != "من" else None
        if held is not None and self.actors.is_foe(held):
            return True  # بقيت 40 قرية بيد كذا
        holder = self.subjects.subject(draft)
        if holder is None or not self.actors.is_foe(holder):
            return False
        return not any(one_in(self.text.where(cls), draft.segment, draft.first) for cls in _LOSES)

    def _is_by_foe(self, draft: Draft) -> bool:
        """Whether it is the foe who broke so many, or a force that lost them: ``فجر التنظيم 20 عربة``, ``خسرت القوات 20 دبابة``."""
        start = max(draft.segment, draft.after)
        lost = last_in(self.text.where("loser_verb"), start, draft.first)
        if lost is not None and "fighting_force" in self.text.words[lost + 1].entries:
            return True
        breaks = last_in(self.text.where("broken_by"), start, draft.first)
        hit = self.text.words[breaks].entries["broken_by"] if breaks is not None else None
        if breaks is None or hit is None or hit.tag not in FINITE:
            return False
        if self.text.forms[breaks - 1] in RELATIVES and not hit.pronoun:
            return False  # مواقع التنظيم التي دمرت
        doer = self.subjects.subject(draft)
        return doer is not None and self.actors.is_foe(doer)

    def _is_taken_by_foe(self, draft: Draft) -> bool:
        """Whether the foe took or holds a share of the ground: ``استعاد التنظيم 10% من المدينة``."""
        at = last_in(self.text.where(_CAPTURE), max(draft.segment, draft.after), draft.first)
        if at is None or "event_masdar" in self.text.words[at].entries or self.text.forms[at - 1] in _NO_MORE:
            return False
        hit = self.text.words[at].entries[_CAPTURE]
        if hit.tag not in FINITE or hit.value not in _TAKING or not RELATIVES.isdisjoint(self.text.forms[draft.segment : at]):
            return False
        holder = self.subjects.subject(draft)
        return holder is not None and self.actors.is_foe(holder)

    def _counts_foes(self, draft: Draft) -> bool:
        """Whether those are a foe's whose number is told before it: ``عدد عناصر تنظيم كذا يتراوح بين 20 و30 ألفا``."""
        nouns = self.text.where("counted_noun")
        n = bisect_left(nouns, draft.first) - 1
        if n < 0 or nouns[n] < draft.segment or (draft.noun is not None and draft.noun > draft.first):
            return False
        whose = self.actors.next(nouns[n] + 1, draft.first)
        return whose is not None and whose.first == nouns[n] + 1 and self.actors.is_foe(whose)

    def _are_had(self, draft: Draft) -> bool:
        """Whether a clause begins with who has so many men, and he is no foe: ``لإيران 2500 مقاتل``."""
        if self.kind(draft) not in ("fighter", "soldier"):
            return False
        who = self.subjects.possessor(draft.segment, draft)
        return who is not None and who.type == "country"

    def _are_of_others(self, draft: Draft) -> bool:
        """Whether those that somebody set out to have, of whom so many are left, are no foe's: ``هدفه 5000 مقاتل بقي منهم 4``."""
        like = draft.like
        if like is None or like.role != "target" or like.indicator is not None or like.about is None:
            return False
        actor = self.actors.known.get(like.about)
        return actor is None or actor.kind not in ("opponent", "armed_group")

    def _were_ours(self, draft: Draft) -> bool:
        """Whether so many of a force, and of no foe, are told of before the number: ``سقط من قوات كذا 600 مقاتل``."""
        forms, noun = self.text.forms, draft.noun
        if noun is not None and forms[noun + 1] in _THIS and "force_head" in self.text.word(noun + 2).entries:
            return True  # 90 من عناصر هذه القوات
        if "من" not in forms[draft.segment : draft.first]:
            return False
        for party in self.actors.between(draft.segment, draft.first):
            if forms[party.first - 1] == "من" and party.type == "organization":
                return not self.actors.is_foe(party) and self.actors.has_head(party, "force_head")
        return self._were_theirs(draft)

    def _were_theirs(self, draft: Draft) -> bool:
        """Whether the dead are told before the number to be men of a body named before, and of no foe: ``عدد القتلى من عناصرها``."""
        nouns = self.text.where("counted_noun")
        for i in nouns[bisect_left(nouns, draft.segment) : bisect_left(nouns, draft.first)]:
            hit = self.text.words[i].entries["counted_noun"]
            if hit.value in ("fighter", "soldier") and hit.pronoun in ("ه", "ها") and self.text.forms[i - 1] == "من":
                whose = self.subjects.antecedent(i, hit.pronoun)
                return whose is not None and whose.type == "organization" and whose.kind != "observer" and not self.actors.is_foe(whose)
        return False

    def _fights(self, party: Party) -> bool:
        """Whether somebody is an armed force or a party to the fight."""
        return party.kind == "party" or self.actors.has_head(party, "force_head") or self.actors.is_joint(party)

    def _are_beaten(self, draft: Draft, owner: Party) -> bool:
        """Whether an army or force kills another's fighters: ``قتل الجيش كذا من عناصر الحركة``."""
        if self.kind(draft) != "fighter" or owner.type != "organization":
            return False
        doer = self.subjects.subject(draft)
        if doer is None or doer.id == owner.id or self.actors.is_foe(doer) or doer.kind == "observer":
            return False
        return self.actors.has_head(doer, "force_head") and self.actors.state(owner.id) is None

    def _tells_of_own(self, draft: Draft) -> bool:
        """Whether somebody who isn't named tells of his own dead: ``أعلن الفصيل مقتل تسعة من مقاتليه``."""
        if draft.noun is None or self.kind(draft) not in ("fighter", "soldier"):
            return False
        hit = self.text.words[draft.noun].entries.get("counted_noun")
        if hit is None or hit.pronoun not in ("ه", "ها"):
            return False
        lost = last_in(self.text.where("loser_verb"), draft.segment, draft.first)
        if lost is not None:  # وأنها فقدت في سبيل ذلك 600 من مقاتليها
            doer = self.subjects.subject(draft)
            if doer is not None and self.actors.is_foe(doer):
                return False
            loser = self.subjects.antecedent(lost, hit.pronoun)
            return loser is None or not self.actors.is_foe(loser)
        tells = last_in(self.text.where("speech_verb"), max(draft.sentence[0], draft.segment - 1), draft.first)
        if tells is None or self.text.words[tells].entries["speech_verb"].tag not in FINITE:
            return False
        subject = self.text.word(tells + 1).entries
        return self.actors.next(tells + 1, draft.first) is None and "function" not in subject and self.subjects.befell(tells + 2)

    def _died(self, draft: Draft) -> bool:
        """Whether the next verb behind those counted tells of their death: ``90 عنصرا من القوات، بمن فيهم كذا، قتلوا``, ``جنديين قتلا``."""
        for word in self.text.words[draft.end : min(draft.end + _PREDICATE_REACH, draft.sentence[1])]:
            if "event_death" in word.entries:
                return word.form.endswith("وا") or (draft.low == draft.high == _TWO and word.form.endswith("ا"))
            if MAY_BE_VERB[word] or word.form in _BREAKS:
                return False
        return False

    def _is_at_home(self, draft: Draft) -> bool:
        """Whether those counted are nationals of the country that is fought in, and so no foreigners there: ``450 عراقيا``."""
        found = self.text.derived(nations_of).get(draft.noun) if draft.noun is not None else None
        return found is not None and found.hit.value in self.actors.codebook.theatre

    def kind(self, draft: Draft) -> str | None:
        """What the counted noun is, by the lists: ``fighter``, ``civilian`` and the like."""
        if draft.other is not None and draft.noun is not None and self.text.forms[draft.noun] in _OTHERS:
            return self.kind(draft.other)  # وقتلت 90 آخرين
        return kind_of(self.text, draft)
