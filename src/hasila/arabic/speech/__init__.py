"""Speech: who is credited with what."""

from hasila.arabic.name import Names
from hasila.arabic.speech.credit import find_credits
from hasila.records import Statement
from hasila.text import Text


def find_statements(text: Text, names: Names) -> list[Statement]:
    """Every passage whose words are credited to somebody other than the author.

    A statement runs from its cue or speaker, whichever comes first, to the end of what is credited; reports nested in
    reports are statements of their own.

    >>> from hasila.text import prepare
    >>> [(s.speaker, s.type, s.exact) for s in find_statements(prepare("وقال سفير النرويج إن السفينة غادرت الميناء."), Names())]
    [('سفير النرويج', 'say', 'قال سفير النرويج إن السفينة غادرت الميناء')]
    """
    return find_credits(text, names)
