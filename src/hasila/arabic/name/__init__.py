"""Names: persons, countries, places, organizations, operations."""

from hasila.arabic.name.mention import Mention, Names
from hasila.codebook import Codebook
from hasila.text import Text

__all__ = ["Mention", "Names", "find_names"]


def find_names(text: Text, codebook: Codebook) -> Names:
    """Every named entity, with all its mentions."""
    return Names()
