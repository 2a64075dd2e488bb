"""What must stand in a clause for a verb to name an event there."""

from dataclasses import dataclass

from hasila.arabic.event.blow import BlowReader
from hasila.arabic.event.circumstance import NO_NOUN
from hasila.arabic.event.clause import Clause, tells
from hasila.arabic.event.trigger import Trigger
from hasila.arabic.speech.frame import is_by
from hasila.arabic.speech.listed import listed

_complementizer = listed("complementizer")
_relative = listed("relative")
_convened = listed("convened")
_NEAR_MANY = 14  # tokens from a verb of meeting to who met

_FAR_ADMITTED = 10  # tokens: أقرت قيادة التحالف الدولي أمس، بمقتل
_LISTS = {"body": "event_body", "force": "event_force", "accord": "event_accord", "decider": "event_decider"}
_REACH = {"body": 6, "force": 8, "accord": 30, "decider": 4}
_COUNTED_AS = frozenset(["يعد", "تعد", "نعد", "يعدون"])
_TO_BY = 4
_MERE_BY = 4  # tokens to what ب governs, and letters of a word that begins with ب but is too short for that
_ON = frozenset(["علي", "عليها", "عليه"])
_AGREEING = frozenset(["اجماع", "اغلبيه", "غالبيه", "قراءه", "قراءته", "موافقه", "معظم", "شبه"])  # how a vote went, behind ب
# What is taken in a ranking; a centre or a place only with its ordinal, or one of these behind it (مركز المدينة is ground).
_RANKS = frozenset(("مرتبه", "صداره", "مقدمه", "ترتيب", "مكانه", "درجه", "رتبه", "مراتب", "عناوين"))
_SEATS = frozenset(("مركز", "مركزا", "موقع", "موقعا", "مراكز", "خانه"))
_PLACED = frozenset(("اخير", "اخيره", "متقدم", "متقدما", "متقدمه", "صداره", "طليعه"))
_RANK_REACH = 7


@dataclass(slots=True, eq=False)
class VerbReader(BlowReader):
    """Tells which verbs of one text name events."""

    def verb_fits(self, trigger: Trigger, clause: Clause) -> bool:
        text = self.text
        dated = self.told.date(trigger.at, clause.last, NO_NOUN) is not None
        if trigger.type == "pledge" and (text.forms[trigger.at + 1] in ("به", "بها", "بهم") or self._is_counted_as(trigger)):
            return False
        if (not dated or trigger.type == "pledge") and _relative[text.forms[trigger.at - 1]] and text.has(trigger.at - 1, "relative"):
            return False
        future = (
            trigger.clitics.endswith("س")
            or self.agreed(trigger.at)
            or self.planned(trigger.at, clause.first if clause.first > trigger.at - 6 else trigger.at - 6)
        )
        if trigger.tag == "present" and not (future or dated or trigger.type == "meeting"):
            return False
        return self._has(trigger, clause, dated)

    def _amounts_to(self, reach: range) -> bool:
        """Whether a verb of forming says what something is to somebody: ``شكلت الميليشيات أكبر تهديد للقوات``, no body before that."""
        text = self.text
        for i in reach:
            entries = text.words[i].entries
            body = entries.get("event_body")
            if body is not None and not (body.article or body.clitics or body.pronoun or text.forms[i + 1].startswith("ال")):
                return False
            if text.has(i, "event_amounts") and not text.forms[i - 1].startswith("ل"):
                return True
        return False

    def _has(self, trigger: Trigger, clause: Clause, dated: bool) -> bool:
        """Whether what the verb needs stands in its clause."""
        text, needs, after = self.text, trigger.needs, range(trigger.at + 1, clause.last)
        if trigger.pronoun:
            return dated or self._named(trigger.at + 1, trigger.at + 6, ("organization", "person", "place"))
        if needs in ("pair", "town", "ousted", "troops", "entered"):
            return self._told_of(trigger, clause, dated)
        if needs in _LISTS:
            return self._has_listed(trigger, clause)
        if needs == "dated":
            return dated
        if needs in ("on", "with") or (trigger.type == "agreement" and not needs):
            on = next((i for i in after if text.forms[i] in _ON), None)
            return on is not None and (needs != "on" or dated or self._ground(on, min(on + 8, clause.last)))
        if needs == "from":
            subject = text.word(trigger.at + 1).entries.get("event_armed_men") if trigger.at + 1 < clause.last else None
            if subject and subject.article and trigger.tag == "past" and not self._put_off(trigger.at):
                return True
            return dated or any(text.forms[i] == "من" and self._ground(i, min(i + 5, clause.last)) for i in after)
        if needs == "hands":
            return any("event_hands" in text.words[i].entries for i in after) and self._ground(trigger.at, clause.last)
        if needs == "place":
            if trigger.at + 1 < clause.last and "event_nature" in text.word(trigger.at + 1).entries:
                return False  # اجتاحت السيول المدينة
            if self._ranks(trigger.at, clause.last):
                return False
            return self._ground(trigger.at, min(trigger.at + 10, clause.last))
        if needs in ("site", "target"):
            told = dated or self.told.place(trigger.at, clause.last) is not None
            flown = needs == "site" and self.flown(trigger) and self._ground(trigger.at, clause.last)
            return trigger.tag == "past" and (told or flown)
        if needs == "fire":
            return self._fired(trigger, clause, dated)
        if needs == "flown":
            return trigger.tag == "past" and self.flown(trigger)
        if needs == "person":
            return self._has_person(trigger, clause, dated)
        if needs == "money":
            return self._money(trigger.at, clause.last)
        return True

    def _has_listed(self, trigger: Trigger, clause: Clause) -> bool:
        """Whether a noun of the class that the verb needs stands near it, and none before that which tells of something else."""
        text, needs = self.text, trigger.needs
        reach = range(trigger.at + 1, min(clause.last, trigger.at + 1 + _REACH[needs]))
        if text.forms[trigger.at][trigger.skip :].startswith("اقر") and self._admitted(range(trigger.at + 1, clause.last)):
            return False
        if trigger.type == "deployment" and self._published(reach):
            return False
        if trigger.type == "founding" and self._amounts_to(reach):
            return False
        listed = any(_LISTS[needs] in text.words[i].entries for i in reach)
        if needs == "decider" and not listed:
            return self._named(trigger.at + 1, trigger.at + 4, ("organization",)) or self._passed(trigger, clause)
        return listed

    def _has_person(self, trigger: Trigger, clause: Clause, dated: bool) -> bool:
        """Whether the clause tells whom somebody met, or attacked and when or where."""
        text, at = self.text, trigger.at
        if trigger.type == "attack" and (dated or self.told.place(at, clause.last, bare=False)):
            return trigger.tag == "past"
        dignitary = any("event_dignitary" in text.words[i].entries for i in range(at + 2, min(at + 9, clause.last)))
        pair = text.forms[at + 1].startswith("ال") and text.forms[at + 1].endswith("ان") and dated
        met = trigger.type == "meeting" and (dignitary or pair or (dated and self._are_many(trigger, clause)))
        return met or self._named(at, clause.last, ("person",))

    def _is_counted_as(self, trigger: Trigger) -> bool:
        """``تعد استعادة المدينة أمرا حاسما``: in the present, what is spelt like promising is being counted as, but before ب."""
        form = self.text.forms[trigger.at][trigger.skip :]
        if form not in _COUNTED_AS:
            return False
        near = self.text.forms[trigger.at + 1 : trigger.at + _TO_BY]
        return not any(after[:1] == "ب" and len(after) > _MERE_BY and after != "بمثابه" for after in near)

    def _are_many(self, trigger: Trigger, clause: Clause) -> bool:
        """``التقى الخميس في عمان وزراء الجوار``: whether officials in the plural are who met, with nobody behind them whom they did."""
        text, at = self.text, trigger.at
        near = range(at + 1, min(at + _NEAR_MANY, clause.last))
        return any(_convened[text.forms[i]] and text.words[i].entries["convened"].clitics == "" for i in near)

    def _admitted(self, after: range) -> bool:
        """``أقرت الحكومة بوجود نقص``, ``أقرت بأن``: it is said, unless an object stands before ب (``أقر المجلس حزمة بقيمة``)."""
        text, named, definite = self.text, self.told.speakers.named, False
        if any(_complementizer[text.forms[i]] and text.has(i, "complementizer") for i in after):
            return True
        for i in after[:_FAR_ADMITTED]:
            form = text.forms[i]
            if is_by(text, named, i) and form.removeprefix("ب").removeprefix("ال") not in _AGREEING:
                return True
            if definite and i not in named and text.kinds[i] == "word" and not form.startswith(("ال", "لل", "و", "ب")):
                return text.has(i, "preposition") or text.has(i, "adverbial")
            definite = definite or form.startswith("ال") or i in named
        return False

    def _passed(self, verb: Trigger, clause: Clause) -> bool:
        """``المجلس قد أقر … مشروع الموازنة``: the body stands before the verb, what it passed after it."""
        words = self.text.words
        body = any("event_decider" in words[i].entries for i in range(max(0, verb.at - 4), verb.at))
        return body and any("event_accord" in words[i].entries for i in range(verb.at + 1, min(clause.last, verb.at + 12)))

    def _published(self, reach: range) -> bool:
        """``نشرت الصحيفة خبرا عن القوات``: what is published is told before any force."""
        for i in reach:
            entries = self.text.words[i].entries
            if "event_published" in entries:
                return True
            if "event_force" in entries and not self.text.has(i - 1, "preposition"):
                return False
        return False

    def _put_off(self, at: int) -> bool:
        """``إذا انسحب المسلحون``, ``لو``, ``حال``: no more than a condition."""
        return bool({"اذا", "لو", "ان", "حال", "كلما", "متي"} & {self.text.forms[at - 1], self.text.forms[at - 2]})

    def _told_of(self, trigger: Trigger, clause: Clause, dated: bool) -> bool:
        """What common verbs need before they tell of an event."""
        text, at, needs = self.text, trigger.at, trigger.needs
        if needs == "pair":
            subject = text.forms[at + 1]
            dual = subject.endswith("ان") if subject.startswith("ال") else subject.endswith("ا") and text.has(at + 1, "source_noun")
            met = [m for m in self.names.within(at + 1, min(at + 12, clause.last)) if self.names.type(m) == "person"]
            placed = dated or bool(met) or self.told.place(at, clause.last, bare=False) is not None
            return trigger.tag == "past" and dual and placed
        if needs == "entered":
            force = any("event_force" in text.words[i].entries for i in range(at + 1, min(at + 3, clause.last)))
            taken = (m for m in self.names.within(at + 2, min(at + 7, clause.last)) if self.names.type(m) == "place")
            return force and any(not m.skip and not text.has(m.first - 1, "preposition") for m in taken)
        if needs == "ousted":
            return any(text.forms[i] == "من" and self._ground(i, min(i + 5, clause.last)) for i in range(at + 1, clause.last))
        if needs == "troops":
            near = range(at + 1, min(at + 4, clause.last))
            told = dated or (trigger.tag == "past" and self.told.place(at, clause.last, bare=False) is not None)
            return told and text.forms[at + 1] != "عدد" and any("event_force" in text.words[i].entries for i in near)
        lost = self.names.within(at + 1, min(at + 7, clause.last))
        town = any(self.names.type(m) == "place" and text.forms[m.first - 1] != "في" for m in lost)
        return dated and town and text.forms[at] != "فقد"

    def _ranks(self, verb: int, last: int) -> bool:
        """``احتلت تونس المرتبة الأولى``, ``احتلت صدارة القائمة``: what is taken is a rank."""
        forms = self.text.forms
        for i in range(verb + 1, min(verb + _RANK_REACH, last)):
            bare = forms[i].removeprefix("ال")
            if bare in _RANKS or (bare in _SEATS and self._is_nth(i + 1)):
                return True
        return False

    def _is_nth(self, i: int) -> bool:
        """Whether a word tells the place of one in a row."""
        ordinal = self.text.word(i).entries.get("ordinal")
        return (ordinal is not None and not ordinal.clitics) or self.text.forms[i].removeprefix("ال") in _PLACED

    def _named(self, first: int, last: int, types: tuple[str, ...]) -> bool:
        named = self.names.within(first, min(last, len(self.text.words)))
        return any(self.names.type(mention) in types and not self.told.covers(mention.first) for mention in named)

    def _money(self, first: int, last: int) -> bool:
        return tells(self.text, "currency", first, last) or tells(self.text, "currency_shared", first, last)

    def signed(self, verb: Trigger, clause: Clause) -> bool:
        """``وقع الوزير على مذكرة``, ``وقعت الشركة عقدا``: the homograph of falling governs an accord."""
        text, last = self.text, min(clause.last, verb.at + _REACH["accord"])
        if not text.forms[verb.at][verb.skip :].startswith("وقع") or verb.tag != "past":
            return False
        for i in range(verb.at + 1, last):
            entries = text.words[i].entries
            if "event_word" in entries and entries["event_word"].value == "agreement":
                return False  # that noun names the event
            if "event_accord" not in entries:
                continue
            near = i <= verb.at + 5 or text.forms[i - 1] == "،"  # وقع فلان، رئيس الاتحاد، مذكرة
            indefinite = near and text.forms[i].endswith(("ا", "ه")) and not entries["event_accord"].article
            if text.forms[i - 1] == "علي" or (indefinite and not text.has(i - 1, "preposition")):
                return True
        return False
