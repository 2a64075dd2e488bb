"""The voice of the answer: one way to say an amount, a date, a speaker and a count, in Arabic or in English."""

from hasila.balance.account import Account
from hasila.balance.dossier import Dossier
from hasila.balance.party import party_name
from hasila.balance.wording import Case, count, day, noun, quantity, quantity_en

KINDS = {
    "party": ("الأطراف المعنية", "the parties themselves"),
    "opponent": ("الخصوم", "opponents"),
    "overseer": ("جهات رقابية", "overseers"),
    "independent": ("جهات مستقلة", "independents"),
    "author": ("كتّاب المقالات", "the articles' authors"),
    "other": ("آخرون", "others"),
}
_COUNTED = {  # what an indicator's unit counts, where the text leaves the noun out
    "person": "شخص", "state": "دولة", "participant": "مشارك", "meeting": "اجتماع", "strike": "غارة",
    "sortie": "طلعة", "target": "هدف", "law": "قانون",
}  # fmt: skip
VERDICTS = {
    "met": ("بأنه تحقق", "met"),
    "partly_met": ("بأنه تحقق جزئيًا", "partly met"),
    "not_met": ("بأنه لم يتحقق", "not met"),
}


class Voice:
    """Says the pieces of a clause in one language."""

    def __init__(self, dossier: Dossier, language: str) -> None:
        self.dossier, self.language = dossier, language
        self.english = language == "en"

    def say(self, arabic: str, english: str) -> str:
        """The one or the other."""
        return english if self.english else arabic

    def name(self, id: str) -> str:
        """The name of a party, a country or a place."""
        return party_name(self.dossier, id, self.language)

    def listed(self, names: list[str]) -> str:
        """Names one after another, with و between them in Arabic."""
        if self.english and len(names) > 1:
            return ", ".join(names[:-1]) + " and " + names[-1]
        return " و".join(names)

    def amount(self, account: Account, case: Case = "nom") -> str:
        """The number that an account tells."""
        figure = account.figure
        if self.english:
            return quantity_en(figure.low, figure.high, figure.modifier, figure.unit)
        indicator = self.dossier.codebook.indicator(figure.indicator)
        counted = figure.counted if noun(figure.counted) or not indicator else _COUNTED.get(indicator.unit or "", figure.counted)
        return quantity(figure.low, figure.high, figure.modifier, figure.unit, counted, case)

    def by(self, account: Account) -> str:
        """Who tells it: the speaker, else the publisher or the author, else an article without a name."""
        document = self.dossier.readings[account.n].document
        if account.speaker:
            name = self.name(account.speaker.id) if account.speaker.id in self.dossier.names else account.speaker.name
        else:
            name = document.publisher or document.author or self.say("ما جاء في مقال", "an article")
        return self.say("بحسب ", "according to ") + name

    def when(self, account: Account) -> str:
        """As of when: the time stated, else the day of publication; an unknown one is said to be so."""
        holding = account.holding
        if holding.time is None:
            return self.say(" (بلا تاريخ)", " (undated)")
        date = day(holding.time, self.language)
        if holding.assumed:
            return self.say(f" (نُشر في {date})", f" (published {date})")
        known = self.dossier.codebook.indicator(account.figure.indicator)
        if known and known.accumulates:
            return self.say(f" (حتى {date})", f" (as of {date})")
        return f" ({date})"

    def where(self, account: Account) -> str:
        """The stated places, where they are not the whole theatre."""
        if not account.places or account.places == tuple(sorted(self.dossier.codebook.theatre)):
            return ""
        places = self.listed([self.name(id) for id in account.places])
        return self.say(f" في {places}", f" in {places}")

    def told(self, account: Account, place: bool = True, case: Case = "nom") -> str:
        """A whole account: how much, where, by whom, as of when."""
        return f"{self.amount(account, case)}{self.where(account) if place else ''} {self.by(account)}{self.when(account)}"

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
