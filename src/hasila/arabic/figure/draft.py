"""A figure in the making: the number, and what the rules have found to belong to it so far."""

from dataclasses import dataclass, field
from typing import Literal

from hasila.arabic.figure.party import Party
from hasila.codebook.learn import Clause
from hasila.records import Modifier, Number, Role
from hasila.text import Text, clause

Side = Literal["foe", "force", "civil"]
_SHARES = frozenset(("fraction", "percent"))
# Nouns of people of no told kind.
ANYBODY = frozenset(("شخص", "شخصا", "اشخاص", "انسانا", "رجل", "رجلا", "رجال", "فرد", "فردا", "افراد", "شاب", "شابا"))
STATES = 999  # so many states are never told of: it is no thousands that they are counted in


@dataclass(slots=True)
class Draft:
    """Tokens [first, last) with the number, in the ``sentence`` and ``clause`` of its first token.

    ``noun`` is the token of the counted noun, ``end`` the token after the quote, ``after`` the end of the figure before it,
    ``segment`` the first token of its segment, ``nth`` how many figures stand before it in the text.

    ``owner`` is who owns what is counted, ``loser`` whose men those were that it counts as lost, ``holder`` whose those are that live.
    ``like`` is the figure before it from which a number left bare takes what it counts, ``whole`` the one that it is a part of,
    ``series`` the one whose indicator it goes on with, ``other`` the one in its sentence beside which it counts others (``و20 آخرون``),
    ``meant`` what it would be where those stand whom its pronoun stands for, ``before`` the one of all these that it takes time and place
    from. ``rivals`` are the indicators that it fits as well as the one it has. ``naming`` are the tokens behind its colon that say what
    it is of; ``words`` those of its clause that were asked what it measures; ``outvoted`` is the indicator that rules found and that
    these spoke against.
    """

    first: int
    last: int
    sentence: tuple[int, int]
    clause: tuple[int, int]
    start: int
    low: float | None
    high: float | None
    modifier: Modifier
    unit: str | None
    type: str
    end: int
    noun: int | None = field(default=None, init=False)
    counted: str | None = field(default=None, init=False)
    after: int = field(default=0, init=False)
    segment: int = field(default=0, init=False)
    nth: int = field(default=0, init=False)
    role: Role = field(default="total", init=False)
    indicator: str | None = field(default=None, init=False)
    rivals: tuple[str, ...] = field(default=(), init=False)
    about: str | None = field(default=None, init=False)
    place: str | None = field(default=None, init=False)
    time: str | None = field(default=None, init=False)
    like: "Draft | None" = field(default=None, init=False)
    whole: "Draft | None" = field(default=None, init=False)
    series: "Draft | None" = field(default=None, init=False)
    other: "Draft | None" = field(default=None, init=False)
    meant: "Draft | None" = field(default=None, init=False)
    owner: Party | None = field(default=None, init=False)
    before: "Draft | None" = field(default=None, init=False)
    naming: tuple[int, int] | None = field(default=None, init=False)
    words: Clause | None = field(default=None, init=False)
    untold: Clause | None = field(default=None, init=False)
    outvoted: str | None = field(default=None, init=False)
    loser: Side | None = field(default=None, init=False)
    holder: Side | None = field(default=None, init=False)

    @property
    def has_noun_behind(self) -> bool:
        """Whether what is counted stands at the number or behind it, not before."""
        return self.noun is not None and self.noun >= self.first


def from_number(text: Text, number: Number, span: tuple[int, int]) -> Draft:
    """The draft of a number expression at the tokens of ``span``: shares in percent."""
    first, last = span
    low, high, unit, kind = number.low, number.high, number.unit, number.type
    if kind in _SHARES:
        unit = "%"
        low, high = _in_percent(low, kind), _in_percent(high, kind)
    sentence, around = text.sentence(first), clause(text, first)
    return Draft(first, last, sentence, around, number.start, low, high, number.modifier, unit, kind, last)


def kind_of(text: Text, draft: Draft) -> str | None:
    """What the counted noun is, by the lists: ``fighter``, ``civilian`` and the like; None where none is told, or none knows it.

    >>> from hasila.records import Number
    >>> from hasila.text import prepare
    >>> text = prepare("وصل 12 جنديا")
    >>> draft = from_number(text, Number(4, 6, "12", type="cardinal", low=12, high=12, modifier="exact", unit=None, rule="digits"), (1, 2))
    >>> draft.noun = 2
    >>> kind_of(text, draft)
    'soldier'
    """
    hit = text.words[draft.noun].entries.get("counted_noun") if draft.noun is not None else None
    return hit.value if hit is not None else None


def counts_dead_ones(text: Text, draft: Draft) -> bool:
    """Whether the noun itself says that those counted are dead (``قتيلا``): it needs no verb, only the story that it goes on with."""
    return draft.noun is not None and "dead_noun" in text.words[draft.noun].entries


def counts_bodies(text: Text, draft: Draft) -> bool:
    """Whether the dead are counted, by their noun or the word before them: ``تسلم المستشفى 10 قتلى``, ``نقل جثث 10 مسلحين``."""
    return counts_dead_ones(text, draft) or "dead_noun" in text.words[draft.first - 1].entries


def is_joined(text: Text, draft: Draft) -> bool:
    """Whether و stands right before a figure, as a word or as its first letter."""
    return text.forms[draft.first - 1] == "و" or text.stored[draft.start - 1 : draft.start] == "و"


def _in_percent(value: float | None, kind: str) -> float | None:
    return None if value is None else round(value * (100 if kind == "fraction" else 1), 2)
