"""Known: what is asked of a codebook again and again, such as its actors by id and who leads its subject, found once.

``known(codebook).leaders`` are the states that lead the coalition whose undertaking the codebook is about.
"""

from typing import NamedTuple

from hasila.codebook import Codebook
from hasila.codebook.schema import Actor
from hasila.text import fold_word

_CODEBOOKS = 16
_DEAD = frozenset(("قتيل", "قتلي", "ضحيه", "ضحايا", "وفاه"))


class Known(NamedTuple):
    """What is asked of a codebook again and again: its ``actors`` by id, the ids of the indicators of those ``struck`` and of those
    ``of_subject``, of those who lead its subject, and of the indicators of what is spent (``costs``), what an enemy has (``funds``) and
    the ``dead``; the names of one word that armed ``bands`` have,
    the ids of the states that lead any party, ``striking`` in the theatre, and of the indicators that are told of the one thing
    ``followed``: of the subject, whoever tells them, where it is against nobody.
    """

    actors: dict[str, Actor]
    struck: frozenset[str]
    of_subject: frozenset[str]
    leaders: frozenset[str]
    costs: frozenset[str]
    funds: frozenset[str]
    dead: frozenset[str]
    bands: frozenset[str]
    striking: frozenset[str]
    followed: frozenset[str]


_KNOWN: dict[int, tuple[Codebook, Known]] = {}


def known(codebook: Codebook) -> Known:
    """What is asked of this codebook; by identity, for hashing a codebook is slow."""
    row = _KNOWN.get(id(codebook))
    if row is None or row[0] is not codebook:
        if len(_KNOWN) >= _CODEBOOKS:
            _KNOWN.clear()
        actors = {actor.id: actor for actor in codebook.actors}
        struck, of_subject = (frozenset(i.id for i in codebook.indicators if i.about == about) for about in ("struck", "subject"))
        subject = codebook.actor(codebook.subject)
        leaders = frozenset(subject.leads if subject else ())
        moneys = [i for i in codebook.indicators if i.unit == "money"]
        costs = frozenset(i.id for i in moneys if i.accumulates and i.better == "lower")
        funds = frozenset(i.id for i in moneys if i.about == "struck")
        dead = frozenset(i.id for i in codebook.indicators if any(fold_word(noun) in _DEAD for one in i.matches for noun in one.counts))
        names = (name for actor in codebook.actors if actor.kind in ("opponent", "armed_group") for name in actor.names)
        bands = frozenset(fold_word(name) for name in names if " " not in name)
        striking = frozenset(state for actor in codebook.actors for state in actor.leads)
        followed = of_subject if subject and codebook.enemy is None else frozenset[str]()  # whose men fell in a fight, grammar tells
        row = _KNOWN[id(codebook)] = (codebook, Known(actors, struck, of_subject, leaders, costs, funds, dead, bands, striking, followed))
    return row[1]
