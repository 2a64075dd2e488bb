"""The voice of the answer: one way to say an amount, a date, a speaker and a count, in Arabic or in English."""

import re

from hasila.balance.account import Account
from hasila.balance.calendar import DOUBLED, LATIN, day
from hasila.balance.credit import credit_of
from hasila.balance.dossier import Dossier
from hasila.balance.name import phrase
from hasila.balance.party import party_name
from hasila.balance.wording import Case, count, lam, noun, quantity, quantity_en

KINDS = {
    "party": ("الأطراف المعنية", "the parties themselves"),
    "opponent": ("الخصوم", "opponents"),
    "overseer": ("جهات رقابية", "overseers"),
    "independent": ("جهات مستقلة", "independents"),
    "author": ("كتّاب المقالات", "the articles' authors"),
    "other": ("آخرين", "others"),
}
_COUNTED = {  # what an indicator's unit counts, where the text leaves the noun out
    "person": "شخص", "state": "دولة", "participant": "مشارك", "meeting": "اجتماع", "strike": "غارة",
    "sortie": "طلعة", "target": "هدف", "law": "قانون",
}  # fmt: skip
_ARTICLE = {"ae", "bs", "cd", "cf", "cg", "do", "gb", "gm", "km", "mv", "nl", "ph", "sb", "sc", "us"}  # countries that English gives "the"
_HEADS = {  # nouns that make a body's English name take "the"
    "Alliance", "Agency", "Army", "Bank", "Coalition", "Command", "Commission", "Committee", "Council", "Court", "Department", "Force",
    "Forces", "Front", "Government", "House", "League", "Ministry", "Movement", "Nations", "Observatory", "Office", "Organization",
    "Party", "Pentagon", "Treasury", "Union",
}  # fmt: skip
VERDICTS = {
    "met": ("بالتحقق", "met"),
    "partly_met": ("بالتحقق جزئيًا", "partly met"),
    "not_met": ("بعدم التحقق", "not met"),
}


class Voice:
    """Says the pieces of a clause in one language; the second time a month is told, one name of it is enough."""

    def __init__(self, dossier: Dossier, language: str) -> None:
        self.dossier, self.language = dossier, language
        self.english = language == "en"
        self._told: set[str] = set()

    def say(self, arabic: str, english: str) -> str:
        """The one or the other."""
        return english if self.english else arabic

    def name(self, id: str) -> str:
        """The name of a party, a country or a place."""
        name = party_name(self.dossier, id, self.language)
        known = self.dossier.actor(id)
        takes = id in _ARTICLE or (known is not None and not name.startswith("The ") and not _HEADS.isdisjoint(name.title().split()))
        return f"the {name}" if self.english and takes else name

    def listed(self, names: list[str]) -> str:
        """Names one after another, with و between them in Arabic."""
        if self.english and len(names) > 1:
            return ", ".join(names[:-1]) + " and " + names[-1]
        return " و".join(names)

    def day(self, value: str | None) -> str:
        """A date: by the months' names in the documents, or, where these follow several traditions, doubled the first time."""
        if self.english or not value:
            return day(value, self.language)
        months = self.dossier.months
        if months is None:
            here = re.findall(r"(?<=\d{4}-)\d\d", value)
            new = {int(month) for month in here if month not in self._told}
            months = tuple(both if n in new else one for n, (one, both) in enumerate(zip(LATIN, DOUBLED, strict=True), 1))
            self._told.update(here)
        return day(value, self.language, months)

    def amount(self, account: Account, case: Case = "nom") -> str:
        """The number that an account tells."""
        figure = account.figure
        if self.english:
            return quantity_en(figure.low, figure.high, figure.modifier, figure.unit)
        indicator = self.dossier.codebook.indicator(figure.indicator)
        counted = figure.counted if noun(figure.counted) or not indicator else _COUNTED.get(indicator.unit or "", figure.counted)
        return quantity(figure.low, figure.high, figure.modifier, figure.unit, counted, case)

    def by(self, account: Account) -> str:
        """Whose word it is, as far as that can be said: ``بحسب`` somebody, ``كما كتبت`` a newspaper of its own, ``كما أوردت`` of others."""
        credit = credit_of(self.dossier, account)
        if account.speaker is None or credit in ("own", "unclear"):
            return self._press(account, "كتب" if credit == "own" else "أورد", "wrote" if credit == "own" else "reported")
        id, told = account.speaker.id, account.speaker.name
        named = f"{self.say('بحسب', 'according to')} {self.name(id) if id in self.dossier.names else told}"
        return f"{named} {self._press(account, 'أورد', 'reported')}" if credit == "office" else named

    def _press(self, account: Account, verb: str, english: str) -> str:
        document = self.dossier.readings.document(account.n)
        if document.publisher:
            ending = "" if phrase(document.publisher).has(0, "masculine_press") else "ت"
            return self.say(f"كما {verb}{ending} {document.publisher}", f"as {document.publisher} {english}")
        if document.author:
            return self.say(f"كما جاء في مقال {lam(document.author)}", f"in an article by {document.author}")
        return self.say("كما جاء في أحد المقالات", "in one of the articles")

    def when(self, account: Account) -> str:
        """As of when: the time stated, else the day of publication; an unknown one is said to be so."""
        holding = account.holding
        if holding.time is None:
            return self.say(" (بلا تاريخ)", " (undated)")
        date = self.day(holding.time)
        if holding.assumed:
            return self.say(f" (نُشر في {date})", f" (published {date})")
        known = self.dossier.codebook.indicator(account.figure.indicator)
        if known and known.accumulates:
            return self.say(f" (حتى {date})", f" (as of {date})")
        return f" ({date})"

    def where(self, account: Account) -> str:
        """The stated places, where they are not the whole theatre."""
        if not account.ground or account.ground == tuple(sorted(self.dossier.codebook.theatre)):
            return ""
        places = self.listed([self.name(id) for id in account.ground])
        return self.say(f" في {places}", f" in {places}")

    def told(self, account: Account, place: bool = True, case: Case = "nom", when: bool = True, by: bool = True) -> str:
        """A whole account: how much, where, by whom, as of when."""
        amount = f"{self.amount(account, case)}{self.where(account) if place else ''}"
        amount += f" {self.by(account)}" if by else ""
        return amount + self.when(account) if when else amount

    def against(self, one: Account, other: Account) -> str:
        """Two accounts that differ; a time, a place or a speaker of both is told once."""
        same = (one.holding.time, one.holding.assumed) == (other.holding.time, other.holding.assumed)
        alike, alone = one.ground == other.ground, self.by(one) == self.by(other)
        joint = self.say(" مقابل ", " against ")
        return f"{self.told(one, when=not same, by=not alone)}{joint}{self.told(other, place=not alike, case='obl')}"

    def label(self, indicator: str | None) -> str:
        """An indicator's label."""
        known = self.dossier.codebook.indicator(indicator)
        return (known.label.en if self.english else known.label.ar) if known else indicator or ""

    def line(self, id: str) -> str:
        """A line's label."""
        known = self.dossier.codebook.line(id)
        return (known.label.en if self.english else known.label.ar) if known else id

    @staticmethod
    def happened(verb: str, number: int, singular: str, plural: str) -> str:
        """A passive verb with its counted subject: feminine before a broken plural of things, masculine else.

        >>> Voice.happened("رُصد", 2, "اجتماع", "اجتماعات"), Voice.happened("رُصد", 5, "اجتماع", "اجتماعات")
        ('رُصد اجتماعان', 'رُصدت خمسة اجتماعات')
        >>> Voice.happened("أُعلن", 11, "هدف", "أهداف")
        'أُعلن 11 هدفًا'
        """
        feminine = 3 <= number <= 10 or (number < 3 and singular.endswith("ة"))
        return f"{verb}{'ت' if feminine else ''} {count(number, singular, plural)}"
