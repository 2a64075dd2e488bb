"""Owners: whose word an account is, or who has made it (``أرقام الوزارة``, ``تقرير أعدته الوزارة``)."""

from dataclasses import dataclass

from hasila.arabic.speech.bearing import bearing, is_sound_plural
from hasila.arabic.speech.circumstance import CircumstanceReader
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker, paper
from hasila.arabic.speech.thing import is_adjective
from hasila.arabic.speech.word import BROKEN, HEADED, HEADS, PRESS, is_made
from hasila.text import Hit, Known, analyse

_OF_ACCOUNT = frozenset(["account_adjective", "published_participle", "published_verb"])
_FROM = frozenset(["عن", "من", "علي", "لدي"])
_TELLING = ("speech_verb", "counting_verb", "relay_verb")
_LEAST_OWNER = 4
_LONGEST_DESCRIPTION, _FEMININE = 8, ("ه", "ات")
_published, _gives_out = listed("published_verb"), listed("paper_verb")
# what takes up a paper behind a verb, by the preposition that this governs
_TAKEN_UP = {"by": frozenset(["به", "بها", "بهم"]), "about": frozenset(["عنه", "عنها"]), "to": frozenset(["اليه", "اليها"])}
TAKING_UP: frozenset[str] = frozenset().union(*_TAKEN_UP.values())


@Known
def _issued(form: str) -> bool:
    """Whether a word of this form (none past the text's end) is a participle of putting out, be it indefinite (``صادرا``)."""
    return form != "" and any("published_participle" in analyse(f).entries for f in (form, "ال" + form, "ال" + form.removesuffix("ا")))


@dataclass(slots=True, eq=False)
class OwnerReader(CircumstanceReader):
    """Reads whose the accounts of one text are."""

    def owner(self, first: int, stop: int, limit: int = 0) -> tuple[int, int] | None:
        """Whose account it is: (token, clitics) of X in ``أرقام X``, ``بيان لـX``, ``تقرير صادر عن X``; None where nobody's."""
        text = self.text
        hit = paper[text.forms[first]]
        if hit is None or hit.pronoun or self.named.get(first):
            return None
        limit = limit if limit > stop else stop
        for i in range(first + 1, first + 4 if first + 4 < stop else stop):
            if "complementizer" in text.words[i].entries:
                return None  # في بيان أن الجيش خسر 30, بالقول إن لدى الجيش 30
            if text.forms[i] in PRESS or (hit.article and not text.forms[i].startswith("ل")):
                continue
            if text.forms[i] == "عن":
                return None if "account_noun" in text.words[i + 1].entries else (i + 1, 0)  # بيان عن حصيلة الحملة
            if text.forms[i] == "ل" or (text.forms[i] == "من" and (i == first + 1 or is_adjective(text, i - 1))):
                return i + 1, 0
            if _gives_out[text.forms[i]] and (given := self._given_out(i, limit)):
                return given, 0
            if i > first + 1 and _issued[text.forms[i - 1]] and (made_by := self._put_out(i, limit)):
                return made_by
            if issued := text.words[i].entries.get("published_verb"):
                at = self.past_circumstance(i + 1, limit) if i + 1 < limit else limit
                made = is_made(text.words[i]) and at < limit and self.plausible(at) and paper[text.forms[at]] is None
                out = None if issued.pronoun else self._put_out(i + 1, limit)
                return (at, 0) if made else (out or self._made_after(i + 1, stop))  # بيان أصدرته أمس الوزارة, but: وثائق تسربت من الشركة
            mention = self.named.get(i)
            if hit.article and mention and mention.first == i and (mention.skip or text.forms[i].startswith("لل")):
                return i, mention.skip or 2  # المعلومات المتاحة لفرنسا
            if text.forms[i] == "لدي" and i + 1 < stop and self.plausible(i + 1):
                return i + 1, 0
            if mention and mention.first == i and not hit.article and (i == first + 1 or mention.skip or text.forms[i].startswith("لل")):
                return i, max(mention.skip, 2 if text.forms[i].startswith("لل") else 0)
            skip = self._listed_owner(i, near=i == first + 1, bare=not hit.article)
            if skip is not None:
                return i, skip
        return self._told_aside(stop, limit) if stop < limit and text.forms[stop] == "،" else None

    def _listed_owner(self, i: int, *, near: bool, bare: bool) -> int | None:
        """The clitics of whose an account is, where the lists know him; None where nobody stands at a token.

        ``near``: right behind the account; ``bare``: that has no article.
        """
        text, form, entries = self.text, self.text.forms[i], self.text.words[i].entries
        if form.startswith("لل") and "account_noun" in entries:
            return None  # استطلاع للبيانات أعده المركز
        listed = [entries[cls] for cls in HEADS if cls in entries]
        if form.startswith("لل") and (listed or is_sound_plural[form]):
            return 2
        if any(entry.clitics == "ل" for entry in listed):
            return 1
        if not near:
            return None
        if i in self.quotations and (not HEADED.isdisjoint(text.words[i + 1].entries) or self._is_quoted(i)):
            return 0  # أرقام "منظمة الهجرة", بيان "قسد"
        if bare and self._is_unlisted_owner(i):
            return 1
        named = any(not entry.clitics and not self._is_bare_nisba(i, entry) for entry in listed)
        return 0 if named or (form.startswith("ال") and (is_sound_plural[form] or "convened_noun" in entries)) else None

    def _is_quoted(self, i: int) -> bool:
        """Whether a body that the text knows is all that stands in the quotation marks that open at a token."""
        mention = self.named.get(i + 1)
        if mention is None or mention.first != i + 1 or self.names.type(mention) != "organization":
            return False
        return mention.last == self.quotations[i] - (self.text.kinds[self.quotations[i] - 1] == "mark")

    def _is_unlisted_owner(self, i: int) -> bool:
        """``بلاغ لقطب المديرية``: whether ل stands before somebody whom no list knows, with a definite noun behind."""
        form = self.text.forms[i]
        if not form.startswith("ل") or form.startswith("لل") or len(form) < _LEAST_OWNER or self.text.words[i].entries:
            return False
        return bearing[form[1:]] == "open" and self.text.forms[i + 1].startswith("ال")

    def _told_aside(self, comma: int, limit: int) -> tuple[int, int] | None:
        """``تقرير، صدر أمس عن المعهد،``, ``لائحة، أعدتها الوزارة،``: who stands in what is told of a paper behind a comma."""
        text, verb = self.text, comma + 1 + self.text.has(comma + 1, "relative")
        if verb < limit and _issued[text.forms[verb]]:
            return self._put_out(verb + 1, limit)
        issued = text.words[verb].entries.get("published_verb") if verb < limit and _published[text.forms[verb]] else None
        if issued is None or issued.clitics:
            return None
        if not issued.pronoun:
            return self._put_out(verb + 1, limit)
        at = self.past_circumstance(verb + 1, limit)
        return (at, 0) if issued.value == "by" and at < limit and self.plausible(at) else None

    def _put_out(self, first: int, limit: int) -> tuple[int, int] | None:
        """``تقرير صدر الاثنين في لندن عن المعهد``, ``نشرت أمس للمعهد``: who stands behind عن or ل, with only when and where between."""
        i = self.past_when_where(first, limit, "عن")
        if i + 1 < limit and self.text.forms[i] == "عن":
            return (i + 1, 0) if self.plausible(i + 1) else None
        mention = self.named.get(i) if i < limit and self.text.forms[i].startswith("ل") else None
        return (i, mention.skip) if mention is not None and mention.first == i and mention.skip else None

    def _made_after(self, first: int, stop: int) -> tuple[int, int] | None:
        """``تقرير وزع على الصحفيين وأعدته الوزارة``: who made a paper that other things are told of first."""
        for i in range(first, min(stop - 1, first + _LONGEST_DESCRIPTION)):
            if is_made(self.text.words[i]) and self.plausible(i + 1):
                return i + 1, 0
        return None

    def _maker(self, first: int, stop: int, limit: int) -> tuple[int, int] | None:
        """``البيان الصادر عن الوزارة``, ``الأرقام التي نشرها البنك``: (token, clitics) of who has made a definite paper."""
        text, forms = self.text, self.text.forms
        if stop + 2 >= limit or not forms[first].startswith(("ال", "لل")) or "account_noun" not in text.words[first].entries:
            return None
        stop += forms[stop] == "،" and text.has(stop + 1, "relative")  # التقرير، الذي أعدته الهيئة،
        if _issued[forms[stop]]:
            if forms[stop + 1] in _FROM:
                return (stop + 2, 0) if self.plausible(stop + 2) else None
            return self._put_out(stop + 1, limit)
        if not text.has(stop, "relative"):
            return None
        given = self._given_out(stop + 1, limit) if _gives_out[forms[stop + 1]] else None
        if given is not None:
            return given, 0
        return (stop + 2, 0) if self._tells(stop + 1) and self.plausible(stop + 2) else None

    def _given_out(self, verb: int, limit: int) -> int | None:
        """``أدلى بها أمس مسؤول``, ``جمعتها المنظمة``: the token of who gives out a paper that a pronoun takes up, None where none does."""
        hit = self.text.words[verb].entries["paper_verb"]
        takes_up = hit.pronoun in ("ه", "ها") or self.text.forms[verb + 1] in _TAKEN_UP.get(str(hit.value), ())
        at = verb + 1 + (hit.pronoun == "")
        if not takes_up or hit.clitics or at >= limit:
            return None
        at = self.past_circumstance(at, limit)
        return at if at < limit and self.plausible(at) else None

    def _tells(self, i: int) -> bool:
        """``أصدرها``, ``أوردها``, ``أحصاها``: a verb of making, of telling or of counting a paper, which its pronoun takes up."""
        entries = self.text.word(i).entries
        made = entries.get("published_verb")
        if made is not None and made.value == "by":
            return made.pronoun != ""
        found = (entries.get(cls) for cls in _TELLING)
        return any(hit is not None and hit.pronoun and hit.tag == "past" for hit in found)

    def _is_bare_nisba(self, i: int, body: Hit) -> bool:
        """``مذكرة داخلية``, ``تقرير برلماني``: an adjective, where ``داخلية ألمانيا`` is a ministry and ``إفادة صحفي`` a man's."""
        form, account = self.text.forms[i], self.text.forms[i - 1]
        feminine = account.endswith(_FEMININE) or account in BROKEN
        following = self.named.get(i + 1) or self.text.forms[i + 1].startswith("ال")
        return not body.article and not following and form.endswith("يه" if feminine else "ي")

    def _dated(self, account: int, owner: Speaker) -> Speaker:
        """The owner without what is told of the account (``تقرير الوزارة السنوي``, ``وثيقة للوزارة اطلعت عليها الوكالة``)."""
        for i in range(max(owner.first, account) + 1, owner.last):
            if not _OF_ACCOUNT.isdisjoint(self.text.words[i].entries) and i not in self.named:
                return owner._replace(last=i)
        return owner
