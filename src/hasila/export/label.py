"""The words of a layout in both languages: labels for ids, numbers and dates as a reader writes them."""

import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hasila.codebook import Codebook

Row = dict[str, Any]
_BREAKS = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029]+")
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
WORDS = {
    "documents": ("الوثائق", "documents"),
    "objectives": ("الأهداف", "aims"),
    "series": ("السلاسل", "series"),
    "assessments": ("الأحكام", "judgements"),
    "conflicts": ("التعارضات", "conflicts"),
    "coverage": ("التغطية", "coverage"),
    "author": ("كاتب المقال", "the author"),
    "party": ("الطرف نفسه", "the party itself"),
    "opponent": ("خصم", "opponent"),
    "overseer": ("جهة رقابية", "overseer"),
    "independent": ("جهة مستقلة", "independent"),
    "other": ("غير ذلك", "other"),
    "total": ("إجمالي", "total"),
    "rate": ("معدل", "rate"),
    "no_indicator": ("بلا مؤشر", "no indicator"),
    "indicator_not_in_codebook": ("مؤشرها ليس في الدليل", "indicator not in the codebook"),
    "part": ("جزء", "part"),
    "increment": ("زيادة", "increment"),
    "target": ("مستهدف", "target"),
    "forecast": ("متوقع", "forecast"),
    "met": ("تحقق", "met"),
    "partly_met": ("تحقق جزئيًا", "partly met"),
    "not_met": ("لم يتحقق", "not met"),
    "differ": ("تختلف", "differ"),
    "gap": ("تتباعد", "far apart"),
    "falls": ("تتراجع", "falls"),
    "parts": ("الأجزاء أكثر من الكل", "parts exceed the whole"),
    "codebook": ("دليل الترميز", "codebook"),
    "documents_without_date": ("وثائق بلا تاريخ", "documents without date"),
    "reprints": ("نصوص أعيد نشرها", "reprints"),
    "reprint_groups": ("مجموعات إعادة النشر", "reprint groups"),
    "figures": ("الأرقام", "figures"),
    "figures_used": ("أرقام في السلاسل", "figures used"),
    "figures_beside": ("أرقام بجانبها", "figures beside"),
    "figures_superseded": ("أرقام صُححت", "figures superseded"),
    "figures_unused": ("أرقام لم تُستعمل", "figures unused"),
    "figures_of_several_indicators": ("أرقام تصلح لأكثر من مؤشر", "figures of several indicators"),
    "figures_without_time": ("أرقام بلا وقت", "figures without time"),
    "figures_time_assumed": ("وقتها مفترض (*)", "time assumed (*)"),
    "figures_place_assumed": ("مكانها مفترض", "place assumed"),
    "figures_without_speaker": ("أرقام بلا قائل", "figures without speaker"),
    "numbers_without_figure": ("أعداد لم تُفهم", "numbers without figure"),
    "times_without_value": ("أوقات بلا قيمة", "times without value"),
    "events_without_time": ("أحداث بلا وقت", "events without time"),
    "assessments_without_objective": ("أحكام بلا هدف معين", "judgements without aim"),
    "undated": ("بلا تاريخ", "undated"),
    "million": ("مليون", "million"),
    "milliard": ("مليار", "billion"),
    "superseded": ("صُحح", "superseded"),
    "coalition": ("تحالف", "coalition"),
    "country": ("دولة", "country"),
    "side": ("طرف", "party"),
    "body": ("جهة", "body"),
    "observer": ("جهة راصدة", "observer"),
    "armed_group": ("جماعة مسلحة", "armed group"),
    "media": ("وسيلة إعلام", "media"),
    "leads": ("يقوده", "led by"),
    "joined": ("انضم إليه", "joined by"),
    "excluded": ("خارجه", "left out"),
    "attendance": ("حضور", "attendance"),
    "agenda": ("جدول الأعمال", "agenda"),
    "outcome": ("النتيجة", "outcome"),
    "happened": ("انعقد", "held"),
    "planned": ("مقرر", "planned"),
    "ongoing": ("منعقد", "ongoing"),
    "number": ("عدد", "number"),
    "time": ("وقت", "time"),
    "figure": ("رقم", "figure"),
    "entity": ("اسم", "name"),
    "statement": ("تصريح", "statement"),
    "event": ("حدث", "event"),
    "objective": ("هدف", "aim"),
    "assessment": ("حكم", "judgement"),
}


class Labels:
    """Names for what a balance tells by ids, in one language."""

    def __init__(self, book: "Codebook", english: bool) -> None:
        self.book, self.english = book, english

    def word(self, name: str) -> str:
        """A word of the layout; the name itself where there is none."""
        return WORDS[name][self.english] if name in WORDS else name

    def name(self, id: str | None) -> str:
        """The name of an actor of the codebook or of a country; the id's own words where it is neither."""
        from hasila.balance.country import country_names

        actor = self.book.actor(id)
        if actor:
            return actor.label.en if self.english else actor.label.ar
        return country_names()[id][self.english] if id in country_names() else (id or "").replace("_", " ")

    def indicator(self, id: str | None) -> str:
        """The label of an indicator."""
        known = self.book.indicator(id)
        return (known.label.en if self.english else known.label.ar) if known else id or ""

    def speaker(self, row: Row) -> str:
        """Who tells a figure; a dash where nobody does."""
        known = row["speaker"] and self.english and self.name(row["speaker"]) != row["speaker"].replace("_", " ")
        return (self.name(row["speaker"]) if known else row["speaker_name"] or row["speaker"]) or "—"

    def whose(self, id: str | None, name: str | None) -> str:
        """Who holds, hosts or judges: by the name in the language, else as the text names them; "" where it names nobody.

        >>> from hasila import load_codebook
        >>> labels = Labels(load_codebook("coalition"), english=True)
        >>> labels.whose("us", "الولايات المتحدة"), labels.whose("وليد_صفير", "وليد صفير"), labels.whose(None, None)
        ('United States', 'وليد صفير', '')
        """
        named = self.speaker({"speaker": id, "speaker_name": name})
        return "" if named == "—" else named

    def about(self, row: Row) -> str:
        """Whom a series or a conflict is about, by the name in the language, else as the text has it."""
        named = row.get("about_name")
        return self.whose(row["about"], named) if named else self.name(row["about"])

    def subject(self, row: Row) -> str:
        """What a series or a conflict is of: its indicator, about whom, where."""
        return self.listed(part for part in (self.indicator(row["indicator"]), self.about(row), self.places(row)) if part)

    def places(self, row: Row) -> str:
        """Where it holds, told or assumed; in Arabic where a place has no listed name in the language."""
        named = [self.name(id) for id in row.get("places") or ()]
        known = self.english and all(name != id.replace("_", " ") for name, id in zip(named, row.get("places") or (), strict=True))
        return ", ".join(named) if named and known else row["place"] or ""

    def amount(self, row: Row, unit: str | None, counted: str | None = None) -> str:
        """A told number in words that leave no doubt which end is open, with its unit."""
        from hasila.balance.wording import quantity, quantity_en

        low, high, modifier = row["low"], row["high"], row["modifier"]
        return quantity_en(low, high, modifier, unit) if self.english else quantity(low, high, modifier, unit, counted)

    def unit(self, unit: str | None) -> str:
        """A unit in words."""
        from hasila.balance.wording import unit_name

        return unit_name(unit, self.english) if unit else ""

    def day(self, time: str | None) -> str:
        """A date or interval written out, in Arabic with both names of its month."""
        from hasila.balance.calendar import day

        return day(time, "en" if self.english else "ar") or self.word("undated")

    def listed(self, items: Iterable[str], joint: str = ",") -> str:
        """Items with the language's own comma or semicolon."""
        return ({",": ", ", ";": "; "} if self.english else {",": "، ", ";": "؛ "})[joint].join(items)

    def spread(self, status: dict[str, dict[str, int]]) -> str:
        """Who judged an aim how: by the kind of the assessor, never one number."""
        return self.listed(
            (
                f"{self.word(kind)}: " + self.listed(f"{self.word(verdict)} {times}" for verdict, times in verdicts.items() if times)
                for kind, verdicts in status.items()
                if any(verdicts.values())
            ),
            ";",
        )


def short(source: str) -> str:
    """A document's name without its folder and ending; the row of a collection with its number.

    >>> short("articles/06-year.txt"), short("all.jsonl#7")
    ('06-year', 'all.jsonl#7')
    """
    name = source.replace("\\", "/").rpartition("/")[2]
    return name if "#" in name else name.rpartition(".")[0] or name


def clipped(words: str, head: int = 50, tail: int = 110) -> str:
    """Long words without their middle, cut between words: what ties two names stands at the ends of a sentence.

    >>> clipped("one two three four five six seven", 8, 9)
    'one two … six seven'
    """
    if len(words) <= head + tail + 10:
        return words
    return f"{words[: head + 1].rpartition(' ')[0] or words[:head]} … {words[-tail - 1 :].partition(' ')[2] or words[-tail:]}"


def visible(text: object) -> str:
    r"""Text as it may be shown: line breaks are spaces, bidi and zero-width controls left out, other controls written out.

    >>> visible("قال\x1b[31m \u202eأحمر\n")
    'قال\\x1b[31m أحمر '
    """
    return _UNSEEN.sub(_shown, _BREAKS.sub(" ", str(text)))


def _shown(match: re.Match[str]) -> str:
    return "" if unicodedata.category(match[0]) == "Cf" else match[0].encode("unicode_escape").decode()
