"""Aftermaths: later tolls of a blow that the text has dated and placed: ``أعلن الدفاع المدني بعد أيام من الحادث انتشال 141 جثة``;
and others' tolls that are set against one of a blow: ``وقال ناشطون إن العدد تجاوز المئتين``."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hasila.balance.account import Account
from hasila.balance.contrast import opposes
from hasila.balance.country import country_names
from hasila.balance.dossier import Dossier
from hasila.text import Text, Word, clause, last_in

_BEFORE = 24  # tokens from the word that takes the blow up to the number

_SINCE = "منذ"


def dated_by_blow(dossier: Dossier, n: int, told: Iterable[Account]) -> Iterator[Account]:
    """The accounts of reading ``n``, those that take up a blow told before with its time and place, as they state none themselves.

    What is set against the toll of a blow right before it is of that blow.
    """
    blows: dict[tuple[str, str, str, bool], Account] = {}
    heir: Account | None = None
    last: Account | None = None
    for account in told:
        if last is not None and _is_of_its_blow(dossier, last, account):
            account = replace(account, incident=True, holding=last.holding, places=account.places or last.places)
        if last is not None and _is_where(dossier, last, account):
            account = replace(account, places=last.places)
        if account.is_point:
            last = account
        if account.incident and account.is_point:
            known = blows.get(account.subject)
            if account.figure.time or account.places:
                blows[account.subject] = account
            elif known is not None and (_takes_up(dossier.text(n), account) or (heir is not None and heir.sentence == account.sentence)):
                account = heir = replace(account, holding=known.holding, places=known.places)
        yield account


def _is_of_its_blow(dossier: Dossier, toll: Account, account: Account) -> bool:
    """Whether a number without time and place of its own is set against the toll of a blow that is told right before it.

    In the same sentence its place may be told more narrowly: ``قتل 56 في غارات قرب كذا، فيما تحدث ناشطون عن 125 قتيلا في قرية كذا``.
    """
    if not toll.incident or account.incident or not account.is_point:
        return False
    is_one = toll.sentence == account.sentence and account.figure.time in (None, toll.figure.time)
    if not is_one and (account.figure.time or account.places):
        return False
    text = dossier.text(account.n)
    return toll.subject == account.subject and opposes(text, text.where("set_against"), toll, account) and not _adds_up(text, account)


def _adds_up(text: Text, account: Account) -> bool:
    """Whether a number is told to have added up since something: ``عدد الضحايا منذ بدء العملية لم يتجاوز 420``."""
    first = text.token_at(account.figure.start)
    begin, end = clause(text, first)
    return _SINCE in text.forms[begin:end]


def _is_where(dossier: Dossier, before: Account, account: Account) -> bool:
    """Whether a number set against the one before in its sentence is of the same place, though another one is told with it.

    That is where its teller sits (``5800 في الموصل، في حين لا تعترف السلطات في نينوى سوى بـ1400``), or, of a blow, a place that no list
    knows, or one that was told before (``إن الضحايا في الحادث 61``).
    """
    if before.sentence != account.sentence or before.subject != account.subject or not (before.places and account.places):
        return False
    if before.places == account.places or not account.is_point or account.figure.time not in (None, before.figure.time):
        return False
    text = dossier.text(account.n)
    if not opposes(text, text.where("set_against"), before, account):
        return False
    if before.incident and account.incident:
        return _takes_up(text, account) or all(
            dossier.country_of(place) is None and place not in country_names() for place in account.places
        )
    return _sits_there(text, account)


def _sits_there(text: Text, account: Account) -> bool:
    """Whether the number's place is told right behind its speaker, before it, and not again: ``مستشار للحكومة في بغداد``."""
    figure = account.figure
    if not figure.speaker or not figure.place:
        return False
    at = text.stored.rfind(figure.speaker, 0, figure.start)
    told = text.stored[at + len(figure.speaker) : figure.start] if at >= 0 else ""
    return told.lstrip().startswith((f"في {figure.place}", f"ب{figure.place}")) and told.count(figure.place) == 1


def _takes_up(text: Text, account: Account) -> bool:
    """Whether a blow with its article (``الحادث``) stands before the number in its sentence."""
    first = text.token_at(account.figure.start)
    return last_in(text.where(_is_known_blow), max(account.sentence, first - _BEFORE), first) is not None


def _is_known_blow(word: Word) -> bool:
    hit = word.entries.get("incident")
    return hit is not None and hit.article and hit.tag != "plural"
