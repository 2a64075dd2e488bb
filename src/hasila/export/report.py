"""The report as blocks of plain text and note numbers, which Markdown and DOCX only write down; a note for every record."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from hasila.balance.calendar import DOUBLED, day
from hasila.balance.wording import quantity, quantity_en
from hasila.export.material import Evidence, Material

Row = dict[str, Any]
_WORDS = {
    "title": ("الحصيلة", "The balance"),
    "answer": ("ما هي الحصيلة؟", "What is the upshot?"),
    "verdicts": ("الأحكام", "Verdicts"),
    "meetings": ("الاجتماعات", "Meetings"),
    "parties": ("الأطراف", "Parties"),
    "operations": ("العمليات", "Operations"),
    "party": ("الطرف", "Party"),
    "founded": ("تأسس", "Founded"),
    "led": ("يقوده", "Led by"),
    "members": ("الأعضاء كما قيل", "Members, as told"),
    "told": ("بنص المصدر", "In the source's words"),
    "statements": ("التصريحات", "Statements"),
    "operation": ("العملية", "Operation"),
    "holder": ("لمن", "Whose"),
    "start": ("البداية", "Start"),
    "notes": ("الهوامش", "Notes"),
    "elsewhere": ("خارج المحاور", "Beside the lines of effort"),
    "time": ("الوقت", "Time"),
    "as_of": ("حتى", "As of"),
    "value": ("القيمة", "Value"),
    "exact": ("بنص المصدر", "In the source's words"),
    "speaker": ("القائل", "Said by"),
    "place": ("المكان", "Place"),
    "host": ("المضيف", "Host"),
    "attendance": ("الحضور", "Attendance"),
    "sentence": ("الجملة", "Sentence"),
    "source": ("المصدر", "Source"),
    "letters": ("الحروف", "characters"),
    "undated": ("بلا تاريخ", "undated"),
    "assumed": (
        "* مفترض: لم يذكره النص، فأُخذ من تاريخ الوثيقة أو من دليل الترميز أو من سياق النص.",
        "* assumed: the text does not state it; it is taken from the document's date, the codebook or the context.",
    ),
    "superseded": ("صُحح", "corrected since"),
    "planned": ("مقرر", "planned"),
    "ongoing": ("جارٍ", "ongoing"),
    "total": ("إجمالي", "total"),
}


@dataclass(frozen=True, slots=True)
class Note:
    """The mark of a note in a text; ``first`` where the note is marked for the first time."""

    number: int
    first: bool


Words = tuple[str | Note, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a level, from 1."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or an item of a list."""

    words: Words
    item: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]


Block = Heading | Line | Grid


@dataclass(eq=False)
class Report:
    """A report in the language of its material: ``blocks`` in their order, and the ``notes``, of which the first is number 1."""

    material: Material
    blocks: list[Block] = field(default_factory=list)
    notes: list[Evidence] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)

    @property
    def english(self) -> bool:
        """Whether it reads from left to right."""
        return self.material.language == "en"

    def word(self, name: str) -> str:
        """A word of the layout."""
        return _WORDS[name][self.english] if name in _WORDS else self.material.labels.word(name)

    def head(self, name: str) -> str:
        """A word of the layout as a heading."""
        return self.word(name)[:1].upper() + self.word(name)[1:]

    def quoted(self, words: str) -> str:
        """Words in the quotation marks of the language."""
        return f"“{words}”" if self.english else f"«{words}»"

    @property
    def title(self) -> str:
        """The title: the subject of the codebook."""
        label = self.material.codebook.label
        return f"{self.word('title')}: {label.en if self.english else label.ar}"

    def cited(self, ids: Iterable[str]) -> Words:
        """The marks of the notes of these records; one that is noted already keeps its number."""
        marks = []
        for id in dict.fromkeys(ids):
            evidence = None if id in self._numbers else self.material.evidence(id)
            if evidence:
                self.notes.append(evidence)
                self._numbers[id] = len(self.notes)
            if id in self._numbers:
                marks.append(Note(self._numbers[id], evidence is not None))
        return tuple(marks)

    def when(self, row: Row) -> str:
        """The time that something holds at, with a star where it is assumed."""
        months = self.material.balance.dossier.months or DOUBLED
        return f"{day(row['time'], self.material.language, months) or self.word('undated')}{'*' if row.get('assumed') else ''}"

    def value(self, row: Row, unit: str | None = None) -> str:
        """A number in words of the language."""
        told = row["low"], row["high"], row["modifier"], unit
        return quantity_en(*told) if self.english else quantity(*told, None)

    def where(self, row: Row) -> str:
        """Where it holds, with a star where that is assumed."""
        place = self.material.labels.places(row)
        return f"{place}*" if place and row.get("place_assumed") else place
