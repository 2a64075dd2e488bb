"""What may stand before the noun that tells who speaks: words of honour (``معالي الوزير``), ``ما يسمى``, and ``هذه``, which points to
somebody.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import attrgetter

from hasila.arabic.name import Mention, Names
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.word import HEADED, NAMED
from hasila.text import Known, Text, analyse

_courtesy, _so_called = listed("courtesy"), listed("so_called")
honour_of_his = listed("honour_of_his")
_HONOURED = frozenset(["source_noun", "title", "honorific", "courtesy"])
_SPEAKING = frozenset(["source_noun", "body_noun"])
_BODIES = frozenset(["organization", "operation"])
_BY_NAME = frozenset(["ب", "اسم", "باسم"])
LATTER = {"الاخير": False, "الاخيره": True}  # whether a feminine is meant
_FEMININE = ("ه", "ات")
_FAR = 60  # mentions looked back
_FIRST = attrgetter("first")


@Known
def pointing(form: str) -> bool:
    """Whether a word of this form (none past the text's end) is a demonstrative."""
    hit = analyse(form).entries.get("function") if form else None
    return hit is not None and hit.value == "demonstrative" and hit.clitics in ("", "و", "ف")


@Known
def may_lead(form: str) -> bool:
    """Whether a word of this form (none past the text's end) may honour, or point to, who is told behind it."""
    return _courtesy[form] or pointing[form] or _so_called[form]


@dataclass(slots=True, eq=False)
class LeadReader:
    """Asks what leads to a noun in one text; ``named`` is the mention that covers each token of a name."""

    text: Text
    names: Names
    quotations: Mapping[int, int]
    named: Mapping[int, Mention] = field(init=False)

    def __post_init__(self) -> None:
        self.named = self.names.covers

    def past_courtesy(self, i: int) -> int:
        """``معالي الوزير``, ``صاحب السمو الأمير``: the token behind words that honour who is told there; ``i`` where none do."""
        if _so_called[self.text.forms[i]]:
            return self._past_so_called(i)
        found = self.text.find(i, "courtesy") if _courtesy[self.text.forms[i]] else None
        if found is None or found.hit.article or found.hit.clitics not in ("", "و", "ف"):
            return i
        mention, word = self.named.get(found.stop), self.text.word(found.stop)
        person = mention is not None and self.names.type(mention) == "person"
        return self.past_courtesy(found.stop) if person or not _HONOURED.isdisjoint(word.entries) else i

    def _past_so_called(self, i: int) -> int:
        """``ما يسمى المرصد``, ``ما يعرف باسم «المرصد»``: the token of the name; ``i`` where nobody is called so."""
        found = self.text.find(i, "so_called")
        if found is None or found.hit.article:
            return i
        at = found.stop + (self.text.forms[found.stop] in _BY_NAME)
        return at if at in self.named or at in self.quotations or not HEADED.isdisjoint(self.text.word(at).entries) else i

    def pointed(self, i: int) -> bool:
        """``هذه القوات``, ``هؤلاء الخبراء``: whether a word points to somebody who may speak; a paper so pointed to tells nothing."""
        forms = self.text.forms
        if not pointing[forms[i]] or not forms[i + 1].startswith("ال"):
            return False
        return not _SPEAKING.isdisjoint(self.text.word(i + 1).entries)

    def named_before(self, i: int) -> Mention | None:
        """The last body named before token ``i`` with the noun at it for its class noun (``قوات الحدود`` for ``هذه القوات``)."""
        noun, mentions = self.text.forms[i].removeprefix("ال"), self.names.mentions
        at = bisect_left(mentions, i, key=_FIRST)
        for mention in reversed(mentions[max(0, at - _FAR) : at]):
            if mention.last - mention.first > 1 and self.names.type(mention) in _BODIES:
                form = self.text.forms[mention.first][mention.skip :]
                if form.removeprefix("ال") == noun:
                    return mention
        return None

    def latter(self, i: int) -> Mention | None:
        """``اتهمت المنظمة التحالف بالكذب، لكن الأخير أقر``: whom the latter of those named means; None where it describes a noun."""
        text, feminine = self.text, LATTER.get(self.text.forms[i])
        if feminine is None or (i and text.forms[i - 1].startswith("ال")):
            return None
        begin, mentions = text.sentence(i)[0], self.names.mentions
        begin = text.sentence(begin - 1)[0] if begin else 0
        near = mentions[bisect_left(mentions, begin, key=_FIRST) : bisect_left(mentions, i, key=_FIRST)]
        return next((m for m in reversed(near) if self._may_be_meant(m, feminine=feminine)), None)

    def honoured(self, i: int) -> Mention | None:
        """``برئاسة معالي الوزير فلان. وألقى معاليه كلمة``: the last person named before an honour that stands for him."""
        before = self.names.mentions[: bisect_left(self.names.mentions, i, key=_FIRST)][-_FAR:]
        return next((mention for mention in reversed(before) if self.names.type(mention) == "person"), None)

    def _may_be_meant(self, mention: Mention, *, feminine: bool) -> bool:
        """Whether a pronoun of that gender may stand for a name; of a person's nothing is known."""
        sort = self.names.type(mention)
        return sort == "person" or (sort in NAMED and self.text.forms[mention.first].endswith(_FEMININE) == feminine)
