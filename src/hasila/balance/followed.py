"""Followed: what is counted for the one thing that a codebook follows (``about: subject``), as one of its bodies or countries has it.

What a body has or did itself (``عالجت المنظمة 900 مريض``) is a share of what is told of the whole, and no other body's. Where the
subject acts in several countries, a number without a place is told of the one that its document names, if that is one only.
"""

from hasila.arabic.figure.known import known
from hasila.balance.country import country_names
from hasila.balance.dossier import Dossier
from hasila.codebook import Indicator
from hasila.records import Reading


def is_followed(dossier: Dossier, indicator: Indicator | None) -> bool:
    """Whether the figures of an indicator are the subject's, whoever tells them."""
    return indicator is not None and indicator.id in known(dossier.codebook).followed


def is_share(dossier: Dossier, indicator: Indicator | None, about: str | None) -> bool:
    """Whether a figure is told of what one body has of all that is followed."""
    if about is None or about == dossier.codebook.subject or about in country_names():
        return False
    return is_followed(dossier, indicator)


def home(dossier: Dossier, reading: Reading) -> tuple[str, ...]:
    """The country of the theatre that a document tells of, where the theatre has others and it names none of these."""
    theatre = dossier.codebook.theatre
    if len(theatre) < 2 or not known(dossier.codebook).followed:
        return ()
    ids = [entity.id for entity in reading.entities if entity.id and entity.type in ("country", "place")]
    lands = {land for id in ids if (land := id if id in theatre else dossier.country_of(id)) in theatre}
    return tuple(lands) if len(lands) == 1 else ()
