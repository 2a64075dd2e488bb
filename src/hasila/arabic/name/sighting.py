"""A name as it was sighted, before sightings of one entity are joined."""

from dataclasses import dataclass
from functools import lru_cache

from hasila.records import EntityType

Key = tuple[EntityType, str]


@dataclass(slots=True)
class Sighting:
    """Tokens [first, last) that name somebody or something.

    ``core`` are the folded words that distinguish it, without class noun, article and quotes; ``id`` is known for what a
    list holds; ``head`` is the class noun (folded, no article); ``short`` marks a form that leans on a fuller one.
    ``same`` is the sighting whose entity this one names again (an acronym in parentheses);
    ``apart`` tells that the class noun tells it from others of the same core (``مطار بغداد`` is not بغداد); ``inside`` are the names that
    stand in its tail and are entities of their own (لبنان in ``قوة … في لبنان``).
    """

    first: int
    last: int
    skip: int
    type: EntityType
    core: tuple[str, ...]
    id: str = ""
    head: str = ""
    short: bool = False
    trim: int = 0
    same: "Sighting | None" = None
    apart: bool = False
    inside: "tuple[Sighting, ...]" = ()

    @property
    def key(self) -> Key:
        """What sightings of one entity share."""
        if self.id:
            return self.type, self.id
        headed = not self.apart or self.core[:1] == (self.head,)
        return self.type, "_".join(self.core if headed else (self.head, *self.core))


@lru_cache(maxsize=200_000)
def bare(form: str) -> str:
    """A folded word without the article.

    >>> bare("الرصد"), bare("للرصد"), bare("الو")
    ('رصد', 'رصد', 'الو')
    """
    return form[2:] if form.startswith(("ال", "لل")) and len(form) > 4 else form
