"""Whose figure it is: the doer, the struck side, or the body that the clause is about.

Asked in this order: who owns what is counted (``جنديا أمريكيا``, ``غارات التحالف``, ``مقاتلي التنظيم``), who is the subject of the clause,
who did it (``نفذتها طائرات كذا``, ``على يد كذا``), and, where the clause leaves him out, whom the text was last speaking of.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from operator import attrgetter

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.fit import Fits
from hasila.arabic.figure.foe import Foes
from hasila.arabic.figure.followed import followed
from hasila.arabic.figure.homeland import homeland_of
from hasila.arabic.figure.known import known
from hasila.arabic.figure.land import Lands
from hasila.arabic.figure.nation import nations_of
from hasila.arabic.figure.number_of import is_of_number
from hasila.arabic.figure.party import Party
from hasila.arabic.figure.pledge import is_of_all_donors, is_pledge, is_sum_of_pledges
from hasila.arabic.figure.striker import OF_THE_STRIKER, Strikers
from hasila.arabic.figure.subject import Subjects
from hasila.arabic.figure.undertaking import OF_THE_UNDERTAKING, undertaking_of
from hasila.arabic.name import Names
from hasila.codebook import Codebook, Indicator
from hasila.text import Known, Text, Word, fold_word, last_in, one_in

# Indicators of a state's own means are told of the state, not of the ministry that counts them.
_OF_THE_STATE = frozenset(("cost", "troops_deployed", "foreign_fighters"))
_OF_THE_ATTACKER = frozenset(("attack_deaths", "attack_injuries"))
_ID = attrgetter("id")
_TOPIC_REACH = 150
_TELLERS = frozenset(("observer", "media"))
_QUOTATION = frozenset('«"“')
_ITS = ("ه", "ها")
_FORCE_NAME = range(1, 4)  # words of one
_PEOPLE = frozenset(("civilian", "place", "victim"))
_NUMBERED = 3  # tokens back to the noun of their number
_PARTISANS_REACH = 2  # tokens behind those counted
_PARTISANS = ("ميليشيا", "مليشيا", "معارض", "فصايل", "موالين", "ثوار")


class Abouts:
    """The actors of a text, ready to be asked whose a figure is."""

    def __init__(self, text: Text, names: Names, codebook: Codebook):
        """Find once which undertaking (``main``) the text is about."""
        self.text, self.names, self.codebook = text, names, codebook
        self.actors = Actors(text, names, codebook)
        self.struck, self.of_subject, self.leaders, self.followed = *known(codebook)[1:4], known(codebook).followed
        self.nations = text.derived(nations_of)
        self.nation_at = sorted(self.nations)
        self.lands = lands = Lands(text, names, self.actors)
        ids = set(map(_ID, names.entities))
        self.main = codebook.subject if codebook.subject in ids or (codebook.enemy in ids and not lands.is_abroad()) else None
        self.subjects = Subjects(text, names, self.actors, lambda: lands.country)  # not of self: what holds itself waits for the collector
        self.foes = Foes(self.actors, lands, self.main)
        self.strikers = Strikers(self.actors, self.subjects, self.main)
        self.whose = Fits(text, self.actors, self.subjects)

    def fits(self, draft: Draft, indicator: Indicator, rank: int = 0) -> bool:
        """Whether those counted can be whom the indicator counts, which needed so many words (:class:`Fits`)."""
        return self.whose.fits(draft, indicator, rank)

    def speaks_of_foe(self, draft: Draft) -> bool:
        """Whether a foe was named last before the figure's clause, and nobody else in it whose figure it could be."""
        places = self.foes.places
        at = last_in(places, max(0, draft.first - _TOPIC_REACH), draft.first)
        if at is None or self.main is None or (draft.owner is not None and not self.actors.is_foe(draft.owner)):
            return False
        verb_of = self.subjects.agreeing(draft)
        return (verb_of is None or self.actors.is_foe(verb_of)) and self._is_alone(draft, self.actors.is_foe)

    def speaks_of_subject(self, draft: Draft) -> bool:
        """Whether the undertaking was named last before the figure's clause, and nobody else in it."""
        last = self.actors.before(draft.segment, lambda party: party.type != "place")
        return last is not None and last.id == self.codebook.subject and self._is_alone(draft, lambda party: party.id == last.id)

    def _is_alone(self, draft: Draft, is_meant: Callable[[Party], bool]) -> bool:
        """Whether nobody but those meant is named in the figure's clause, save as a source or behind a preposition."""
        others = (party for party in self.actors.between(draft.segment, draft.first) if not is_meant(party))
        return all(self.actors.is_oblique(party) or self.actors.is_source(party) for party in others)

    def about(self, draft: Draft, told: Sequence[Draft] = ()) -> str | None:
        """The id of whose figure it is; None where nobody fits. ``told`` are those before it."""
        indicator, owner = draft.indicator, draft.owner
        if indicator == "foreign_fighters" and (homeland := homeland_of(self.text, self.actors, draft, self.codebook, told)) is not None:
            return homeland or self.foes.foe(draft)
        if indicator is None or indicator in _OF_THE_STATE or indicator == "own_losses":
            nation = self._nation(draft)
            if nation:
                return self._army(nation) if indicator == "own_losses" else nation
        slayer = self.strikers.bombers.slayer(draft) if indicator in OF_THE_STRIKER else None
        if slayer is not None:
            return slayer.id
        people = self.strikers.people(draft) if indicator in OF_THE_STRIKER else None
        if people is not None:
            return people
        before = draft.series or draft.meant or draft.whole or draft.like or draft.other
        if before is not None and owner is None and not self.subjects.named_between(before, draft):
            if before is draft.other and indicator is None:
                return before.about
            if before.about and before.indicator == indicator:
                return before.about
        if indicator is None:
            return self._of_the_clause(draft)
        if indicator in self.followed:
            return followed(draft, self.actors, self.subjects, self.lands)
        if indicator in self.struck or indicator in _OF_THE_ATTACKER:
            return self.foes.foe(draft)
        if indicator in OF_THE_UNDERTAKING:
            return undertaking_of(draft, self.actors, self.subjects, self.main)
        if indicator in OF_THE_STRIKER:
            return self.strikers.striker(draft)
        return self._of_its_owner(draft, indicator, before)

    def _of_its_owner(self, draft: Draft, indicator: str, before: Draft | None) -> str | None:
        """The same of a figure that is of whoever owns, sends, lost or pays so many; ``before`` is the one that it takes up."""
        owner = draft.owner
        ours = self._our_force(draft) or self._bereft(draft) or self._having(draft) if indicator == "own_losses" and owner is None else None
        if ours is not None:
            return self._state(ours)
        if indicator == "troops_deployed" and owner is None and (nation := self._numbered(draft)) is not None:
            return nation
        if owner is None and self._takes_up(draft) and before is not None and before.about and before.indicator == indicator:
            return before.about
        owner = owner or self.subjects.subject(draft)
        if owner is None and indicator == "own_losses" and self._are_partisans(draft):
            return None
        if indicator in self.of_subject and self.codebook.subject is None:
            return self._of_the_clause(draft)
        if self.followed and draft.owner is None and is_of_all_donors(self.text, self.actors, draft, owner is None):
            return "donors"
        if owner is None and indicator == "cost" and self.subjects.agreeing(draft) is None:
            return self._paying_state(draft) or undertaking_of(draft, self.actors, self.subjects, self.main)
        owner = owner or self._told(draft)
        if owner is not None and indicator == "own_losses" and owner.kind in _TELLERS:
            owner = None  # قال المرصد إن عدد جنود كذا الذين قتلوا 21
        if owner is not None and indicator in _OF_THE_STATE and owner.type == "organization" and not self.actors.is_joint(owner):
            return self.actors.state(owner.id) or self._state(owner)
        if owner is None and draft.series is not None and draft.series.indicator == indicator and draft.series.about:
            return draft.series.about
        if owner is not None and indicator == "own_losses" and self.actors.is_foe(owner):
            # قال القائد إن داعش يتراجع وإن خسائر قواته 90: the losses of those who fight him
            owner = self.actors.before(draft.first, self._fights)
            return self._state(owner) if owner is not None else None
        return self._state(owner) if owner else self._where(draft)

    def _takes_up(self, draft: Draft) -> bool:
        """Whether a bare number is put in the place of the one told before, whoever does so: ``لكن المرصد قدر العدد بـ900``."""
        heads = (word.entries.get(cls) for word in self.text.words[draft.segment : draft.first] for cls in ("count_head", "value_head"))
        return draft.counted is None and any(hit is not None and hit.article for hit in heads)

    def _numbered(self, draft: Draft) -> str | None:
        """Of which nation those are whose number is told: ``عدد الأميركيين في القواعد يبلغ 900``, ``العدد الفعلي للجنود الأمريكيين``."""
        nations = self.nation_at
        for i in nations[bisect_left(nations, draft.segment) : bisect_left(nations, draft.last - 1)]:  # يناهز عدد الجنود كذا 900
            if self.nations[i].hit.article and self._is_numbered(i - 1):
                return str(self.nations[i].hit.value)
        return None

    def _is_numbered(self, i: int) -> bool:
        """Whether a token is a noun of number, or a definite noun in its genitive: ``عدد الجنود``, ``عدد القوات الخاصة``."""
        text = self.text
        for at in range(i, max(0, i - _NUMBERED) - 1, -1):
            if "count_head" in text.words[at].entries or is_of_number(text, at):
                return True
            if not text.forms[at].startswith("ال") or text.kinds[at] == "mark":
                return False
        return False

    def _are_partisans(self, draft: Draft) -> bool:
        """Whether the dead are told to be of those who fight beside or apart from armies, and whom nobody names: ``90 من الفصائل``."""
        words = self.text.words[draft.last : draft.end + _PARTISANS_REACH]
        return any(map(_IS_PARTISAN.__getitem__, words))

    def _our_force(self, draft: Draft) -> Party | None:
        """The force whose man tells in the first person what it lost, named last before (``قال قائد القوات: قدمنا ألف شهيد``)."""
        losses = self.text.where("our_loss")
        at = last_in(losses, draft.sentence[0], draft.first) if losses else None
        if at is None:
            return None
        start, actors = draft.sentence[0], self.actors

        def is_ours(party: Party) -> bool:
            tells = party.first >= start and actors.is_organ(party) and not actors.is_foe(party)
            return tells or self._fights(party) or self._commanded(party) is not None

        return actors.before(at, is_ours)

    def _commanded(self, party: Party) -> str | None:
        """The force that a body is named by which is over it: ``وزارة البيشمركة``, ``قيادة قوات سوريا الديمقراطية``."""
        forms, first = self.text.forms, party.first + 1
        last = next((i for i in range(first, party.last) if forms[i] == "في"), party.last)  # وزارة كذا في إقليم كذا
        if last - first not in _FORCE_NAME or party.type != "organization" or party.id in self.actors.known:
            return None
        if not any("fighting_force" in word.entries for word in self.text.words[first:last]):
            return None
        name = " ".join(forms[first:last])
        return next((actor.id for actor in self.codebook.actors if actor.kind == "party" and name in map(fold_word, actor.names)), None)

    def _bereft(self, draft: Draft) -> Party | None:
        """The force that is the object of a verb of what a fight cost: ``كلفت المعركة القوات الأمنية 90 شهيدا``."""
        verbs = self.text.where("bereft_verb")
        quoted = verbs and self.text.forms[draft.first - 1] in _QUOTATION  # كلفت المعركة القوات «90 شهيدا»
        at = last_in(verbs, draft.sentence[0] if quoted else draft.segment, draft.first) if verbs else None
        verb = self.text.words[at].entries["bereft_verb"] if at is not None else None
        if at is None or verb is None or verb.value != "object" or verb.pronoun:
            return None
        named = [p for p in self.actors.between(at + 1, draft.first) if not self.actors.is_oblique(p) and not self.actors.is_foe(p)]
        return named[-1] if named and named[-1].type == "organization" else None

    def _having(self, draft: Draft) -> Party | None:
        """The force that the pronoun of the men stands for who are counted (``بحسب المرصد فإن 224 من عناصرها قتلوا``)."""
        noun = draft.noun
        hit = self.text.words[noun].entries.get("counted_noun") if noun is not None and noun >= draft.first else None
        if noun is None or hit is None or hit.pronoun not in _ITS:
            return None
        party = self.subjects.antecedent(noun, hit.pronoun)
        return party if party is not None and self._fights(party) else None

    def _fights(self, party: Party) -> bool:
        """Whether it is a force and no foe."""
        return party.type == "organization" and not self.actors.is_foe(party) and self.actors.has_head(party, "force_head")

    def _paying_state(self, draft: Draft) -> str | None:
        """The state that leads the undertaking, where a body of it says what was spent (``بحسب البنتاغون بلغت الكلفة``)."""
        treasuries = self.text.where("treasury")
        purse = last_in(treasuries, draft.segment, draft.first) if treasuries else None
        if purse is not None and purse + 1 in self.nations:  # كلفت الحملة الخزينة البريطانية
            return str(self.nations[purse + 1].hit.value)
        leaders = self.leaders
        for party in self.actors.between(*draft.sentence) if leaders else ():
            state = self.actors.state(party.id) if party.type == "organization" else None
            if state in leaders:
                return state
        return None

    def _army(self, nation: str) -> str:
        """The army of a nation where the text names it, else the nation."""
        found = (p.id for p in self.actors.all if p.type == "organization" and self.actors.has_head(p, "force_head"))
        return next((id for id in found if self.actors.state(id) == nation), nation)

    def _of_the_clause(self, draft: Draft) -> str | None:
        """For a figure of no indicator: its owner, its subject, whom the sentence was speaking of, or the country where it holds."""
        owner = draft.owner
        if owner is None and draft.type == "money" and is_sum_of_pledges(self.text, self.actors, draft):
            return "donors"
        owner = owner or self.subjects.subject(draft)
        if owner is None and is_pledge(self.text, draft):
            return "donors"
        if owner is None and self.whose.kind(draft) in _PEOPLE:
            return self._country_of(draft)
        owner = owner or self._told(draft)
        return self._state(owner) if owner else self._where(draft)

    def _told(self, draft: Draft) -> Party | None:
        """Whom the sentence was speaking of; a body that the codebook doesn't know only if the clause goes on with it.

        Who only says what the clause is about (``قال المجلس إن الطريق``) isn't meant by it, and nobody is past a full stop,
        unless the undertaking is being told of.
        """
        agreeing = self.subjects.agreeing(draft)
        if agreeing is not None:
            return agreeing
        actors, first = self.actors, draft.sentence[0]
        if self.main is None and not (actors.firsts and actors.next(first, draft.segment)):
            return None
        found = self.subjects.told_before(draft)
        if found is None or (found.first < first and found.id != self.main):
            return None
        if draft.indicator in _OF_THE_STATE and actors.is_foe(found):
            return None
        if found.type != "organization" or found.id in actors.known or self.subjects.goes_on(draft, found):
            return found
        return found if actors.is_organ(found) and actors.state(found.id) else None

    def _where(self, draft: Draft) -> str | None:
        """The undertaking, else the country that the figure's place lies in, else the one that the text is about."""
        if self.main is not None:
            return self.main
        return self._land(draft) or self.lands.home

    def _land(self, draft: Draft) -> str | None:
        """The country that the figure's place lies in, where the lists know it."""
        return self.lands.surfaces.get(draft.place) if draft.place else None

    def _country_of(self, draft: Draft) -> str | None:
        """The country whose people are told of: by a nationality in the segment, the last one named, else the text's own."""
        nations, start = self.nation_at, draft.segment
        if one_in(nations, start, draft.first):
            return str(self.nations[nations[bisect_left(nations, start)]].hit.value)
        land = self._land(draft)
        if land:
            return land
        first, last = draft.sentence
        country = self.actors.before(last, lambda p: p.type == "country" and p.first >= first)
        return country.id if country else self.lands.home or self.main

    def _nation(self, draft: Draft) -> str | None:
        """The country whose people or means are counted (``3 آلاف تونسي``, ``615 جنديا أمريكيا``, ``87 من الجنود العراقيين``)."""
        nations = self.nations
        if draft.noun not in nations and draft.end not in nations:
            noun = draft.noun if draft.has_noun_behind else None
            people = self.text.find(noun, "nation_people") if noun is not None else None  # 1200 مغاربة
            return str(people.hit.value) if people and not (people.hit.article or people.hit.clitics) else None
        of_some = draft.noun is not None and self.text.forms[draft.noun - 1] == "من" and draft.noun > draft.first
        for i in (draft.noun, draft.end):
            found = nations.get(i) if i is not None else None
            if found and (not found.hit.article or of_some) and not found.hit.clitics:
                return str(found.hit.value)
        return None

    def _state(self, party: Party) -> str:
        """The state that an organ of it acts for, that of the text where its forces are told without one; anybody else as he is."""
        unnamed = self.text.find(party.first, "home_force") if self.text.where("home_force") else None
        if unnamed is not None and unnamed.stop >= party.last and party.id not in self.actors.known:
            return self.lands.country or party.id
        if (commanded := self._commanded(party)) is not None:
            return commanded
        if self.actors.is_organ(party):
            return self.actors.state(party.id) or self.lands.country or party.id
        if not self.actors.has_head(party, "state_organ"):
            return party.id
        return self.actors.state(party.id) or party.id


@Known
def _IS_PARTISAN(word: Word) -> bool:
    """Whether a word is one for bands and factions, or for men loyal to somebody."""
    return word.form.removeprefix("ال").startswith(_PARTISANS)
