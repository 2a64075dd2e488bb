"""Names: persons, countries, places, organizations, operations."""

from hasila.arabic.name.join import join
from hasila.arabic.name.lean import short_forms
from hasila.arabic.name.mention import Mention, Names
from hasila.arabic.name.roles import Roles
from hasila.arabic.name.scan import Scan
from hasila.arabic.name.together import last_together
from hasila.codebook import Codebook
from hasila.text import Text

__all__ = ["Mention", "Names", "find_names", "last_together"]


def find_names(text: Text, codebook: Codebook) -> Names:
    """Every named entity, with all its mentions.

    >>> from hasila.codebook import Codebook, Label
    >>> from hasila.text import prepare
    >>> names = find_names(prepare("وصل الرئيس خوسيه راميريز إلى مدينة تولوز الفرنسية"), Codebook("none", Label("", "")))
    >>> [(entity.name, entity.type) for entity in names.entities]
    [('خوسيه راميريز', 'person'), ('مدينة تولوز', 'place')]
    """
    roles = Roles(text)
    return join(text, short_forms(roles, Scan(roles, codebook).run()))
