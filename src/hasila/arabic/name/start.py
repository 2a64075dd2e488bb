"""Where names may begin: a pass need not look at any other token."""

from hasila.arabic.name.beside import compatriot, foreign_town, opens_medium
from hasila.arabic.name.merged import merged
from hasila.arabic.name.role import ABOUT, GLUED, HINTS, NATION, QUOTE, QUOTES, SPEECH, STARTS, credits, role
from hasila.arabic.name.roles import Roles
from hasila.text import Word, find_marks


def starts_of(roles: Roles, marked: frozenset[int]) -> list[int]:
    """The tokens at which something may begin, whatever was sighted before; nothing does elsewhere."""
    where, lines, forms = roles.text.where, roles.text.lines, roles.forms
    starts = {0, *marked, *[i for i in lines if "byline" in roles.at[i].senses]}
    starts.update(where(_starts), where(_merged))
    begun = [i for i in _phrased(roles) if i not in starts and forms[i + 1] in roles.at[i].ahead]
    starts.update([i for i in begun if i in lines or roles.trigger(i) & STARTS])
    for i in where(_hints):
        alone = roles.at[i].alone & HINTS
        if alone == SPEECH:
            at = i + 1 + (roles.forms[i + 1] == ABOUT and credits(roles.at[i], "from"))
            following = roles.at[at]
            if following.unlisted or following.given:
                starts.add(at)
        elif _hinted(roles, i, alone):
            starts.update((i - 1, i, i + 1))
    return sorted(starts)


def _hinted(roles: Roles, i: int, alone: int) -> bool:
    """Whether the word at token ``i`` tells of a name there or beside it."""
    if alone & QUOTE and opens_medium(roles, i):
        return True
    if alone & NATION:
        if roles.at[i - 1].plain and foreign_town(roles, i - 1):
            return True
        return roles.at[i + 1].unlisted and compatriot(roles, i + 1)
    return bool(alone & SPEECH) and (roles.at[i + 1].unlisted or roles.at[i + 1].given > 0)


def _starts(word: Word) -> bool:
    return role(word.form).starts


def _hints(word: Word) -> bool:
    return role(word.form).hints


def _phrased(roles: Roles) -> list[int]:
    """Where listed phrases may begin: their second word follows, or a quotation mark does."""
    text = roles.text
    marks = text.derived(find_marks)
    quoted = [mark - 1 for form in marks.keys() & QUOTES for mark in marks[form]]
    return [*text.begin, *quoted, *text.where(_leads_to_the)]


def _leads_to_the(word: Word) -> bool:
    """Whether a word of ل and the article can begin phrases that the lists have with the article."""
    return not role(word.form).ahead.keys() <= QUOTES.union(word.phrases)


def _merged(word: Word) -> bool:
    """Whether the web glued two names, or the words of one, into this word."""
    return role(word.form).alone & GLUED > 0 and merged(word.form)
