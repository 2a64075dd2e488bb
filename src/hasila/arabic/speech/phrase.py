"""Noun phrases that tell who speaks: the bare name where there is one, else the role or the body."""

from dataclasses import dataclass
from itertools import compress

from hasila.arabic.name import Mention
from hasila.arabic.speech.bound import BoundReader
from hasila.arabic.speech.described import described
from hasila.arabic.speech.frame import is_by
from hasila.arabic.speech.lead import may_lead
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker, is_adjective, paper
from hasila.arabic.speech.word import (
    ACTING,
    HEADED,
    IN,
    ISSUED,
    NOTICE,
    PHRASE_ENDS,
    PHRASE_MARKS,
    is_paper_told,
    is_verb,
    may_end_phrase,
    may_name,
    speechless,
)
from hasila.text import Known, analyse

_occasion = listed("occasion")
_title = listed("title")

_LONGEST_NAME = 6  # tokens between quotation marks that may be a name
# stress, and objects, which are no part of who speaks
_NO_PART = frozenset(["انفسهم", "انفسهن", "انفسهما", "ذلك", "هذا", "هذه", "تلك"])
_LONGEST_OFFICE, _ADJECTIVES = 8, 2
_RANKS = frozenset(
    ["كبير", "كبيره", "بارز", "بارزه", "رفيع", "رفيعه", "معارض", "معارضه", "مستقل", "مستقله", "مشارك", "متقاعد", "اخر", "اخري"]
)
_LEAST_NAME, _MOST_NAMES = 2, 4
_AFFAIRS = frozenset(["لشوون", "المعنيه", "المعني", "لحقوق", "لحمايه", "لتنسيق"])
_JOINED = ("source_noun", "body_noun", "hearsay", "plural_body")
_ONE_OF = frozenset(["احد", "احدي", "عدد", "بعض"])
_POSTED = frozenset(["الي", "لدي", "في", "فى", "علي"])
_OWNED = ("ها", "هم", "هما")  # the pronouns that no noun ends in, as ه for ة does
_FIELDS = frozenset(["الشان", "الشوون", "شوون"])  # what an expert knows about (في الشأن الروسي)
FOR_THEM = frozenset(["له", "لها", "لهم", "لهما"])
_OVER = "علي"
_THIS = frozenset(["هذا", "هذه"])
_account = listed("account_noun", "credited_noun", "occasion")
_given_name = listed("given_name", "given_name_common")
_role, _leading = listed("source_noun"), listed("leading_word")
_quantifier, _cardinal, _preposition = listed("quantifier"), listed("cardinal"), listed("preposition")


@Known
def _their_paper(form: str) -> bool:
    """Whether a word of this form (none past the text's end) is a paper of somebody's: تقريرهم."""
    hit = analyse(form).entries.get("own_paper") if form else None
    return hit is not None and hit.pronoun != ""


@Known
def _ends(form: str) -> tuple[str, ...]:
    """The classes of what ends a phrase that a word of this form (none past the text's end) may begin."""
    return tuple(cls for cls in analyse(form).classes if cls in PHRASE_ENDS) if form else ()


@Known
def _may_be_named(form: str) -> bool:
    """Whether a word of this form (none past the text's end) may be a name that no list knows, for it is known as nothing else."""
    return form not in _ONE_OF and not form.startswith("ال") and form != "" and HEADED.isdisjoint(analyse(form).entries)


@Known
def _before_head(form: str) -> bool:
    """Whether a word of this form (none past the text's end) may stand before the noun or name that a phrase is about."""
    return may_lead[form] or _quantifier[form] or _leading[form] or form == "من" or len(form) == 1


@Known
def _is_bound(form: str) -> bool:
    """Whether a word of this form may tell where a phrase ends, or what it is: a mark, a number, with ال or a preposition."""
    if form in _NO_PART or _their_paper[form] or _preposition[form] or form.startswith(("ب", "ال", "لل", "وال")):
        return True
    return analyse(form).kind in ("mark", "digits")


@dataclass(slots=True, eq=False)
class PhraseReader(BoundReader):
    """Reads the noun phrases of one text as speakers."""

    def phrase(self, first: int, limit: int, *, whole: bool, skip: int = 0) -> Speaker | None:
        """The speaker in a noun phrase that begins at ``first``; ``whole``: all of it up to ``limit`` belongs to the phrase."""
        forms = self.text.forms
        if _before_head[forms[first]]:
            if may_lead[forms[first]]:
                honoured = self.past_courtesy(first)
                first, skip = (honoured, 0) if first < honoured < limit else (first, skip)
                if may_lead[forms[first]] and self.pointed(first):
                    first, skip = first + 1, 0
                    before = self.named_before(first)
                    if before:
                        return self._named(-1, before)
            first = self._head(first, limit, whole=whole)
        mention = self.named.get(first)
        mute = mention is None and speechless[forms[first]] and first + 1 not in self.quotations
        if first >= len(self.text.words) or (mute and paper[forms[first]] is None):
            return None  # أكدت الأحداث أن, هذا يؤكد أن; a text that breaks off at نقلا عن
        kind = self.names.type(mention) if mention and mention.first == first else None
        if mention and kind == "person" and whole and mention.last <= limit and self.named[mention.last - 1] is mention:
            return self._named(first, mention)
        if mention and kind and kind != "place" and not whole:
            return Speaker(first, first, self._with_field(mention.last), skip if skip > mention.skip else mention.skip, kind)
        hard = self._hard_stop(first + self._is_owned(first), limit)
        stop = self._before_apposition(first, hard)
        if _role[forms[first]] or _role[forms[first].removesuffix("ا")]:
            stop = described(self.text, self.named, first, stop)
        person = (self._person(first, stop) or (self._apposed(stop, limit) if forms[stop] == "،" else None)) if whole else None
        if person:
            return self._with_rest(first, person, stop)
        if mention and kind and kind != "place":
            return self.together(
                Speaker(first, first, self._with_field(mention.last), skip if skip > mention.skip else mention.skip, kind), stop
            )
        if _account[forms[first]] and self._is_own_earlier(first, limit):
            return None
        owner = self.owner(first, stop, limit) or (None if whole else self._maker(first, stop, limit))
        if owner is not None:
            found = self.phrase(owner[0], limit, whole=whole, skip=owner[1]) if owner[0] < limit else None
            return found and self._dated(first, found)._replace(start=first, account="spoken_noun" not in self.text.words[first].entries)
        if forms[first + 1] in FOR_THEM and _account[forms[first]]:
            return None  # بلاغ لها: whose it is stands before it
        last, named = self._chunk(first, stop, whole=whole)
        if named:
            return self._named(first, named)
        if last <= first:
            return None
        last = self.bounded(first, last, limit)
        if first in self.quotations and self.quotations[first] == last - 1 and last - first > 2:
            return Speaker(first, first + 1, last - 1, 0, "body")
        called = self._in_brackets(first, last)
        if called:
            return Speaker(first, last + 1, called, 0, self._kind(first))
        skip = skip or (mention.skip if mention and mention.first == first else 0)
        sort = self._kind(first)
        if sort == "body" and "body_noun" not in self.text.words[first].entries and not self.creditable(first, last):
            return None
        holder = self._holder(first, last, limit) if sort == "role" else None
        if holder:
            return self._named(first, holder)
        unknown = self._unknown_holder(first, last, limit) if sort == "role" and not whole else None
        if unknown:
            return Speaker(first, *unknown, 0, "person")
        speaker = Speaker(first, first, last, skip, sort, sort == "account")
        unlisted = self._unlisted_name(stop, limit + 1) if whole and sort == "role" and last == stop else None
        if unlisted:
            return speaker._replace(first=stop + 1, last=unlisted, skip=0, kind="person")
        bare = self._bare_holder(first, last) if whole and sort == "role" and last == stop else None
        return speaker._replace(first=bare, skip=0, kind="person") if bare else speaker

    def _with_rest(self, first: int, person: Mention, stop: int) -> Speaker:
        """The person with the rest of his name, which no list knows, up to where the phrase ends (``جيمس إلدرين، إن``)."""
        text, named = self.text, self._named(first, person)
        alone = person.last - person.first == 1 and 0 < stop - person.last < _LEAST_NAME + 1 and text.forms[stop] not in IN
        bare = alone and all(text.kinds[i] == "word" and self._may_be_last(i) for i in range(person.last, stop))
        return named._replace(last=stop) if bare and _given_name[text.forms[person.first]] else named

    def _may_be_last(self, i: int) -> bool:
        """Whether a word may be a last name: no list knows it but with clitics, and its ال is no article (``إلدر``)."""
        form, text = self.text.forms[i], self.text
        if form.startswith("ال") and text.stored[text.stored_starts[i]] != "إ":
            return False
        return may_name(form) and (form.startswith("ال") or not any(not hit.clitics for hit in text.words[i].entries.values()))

    def _is_own_earlier(self, first: int, limit: int) -> bool:
        """``نسخة سابقة من هذا التقرير``: an earlier version of the article itself, which is nobody else's word."""
        forms = self.text.forms
        of = next((i for i in range(first + 1, min(first + 3, limit, len(forms))) if forms[i] == "من"), None)
        return of is not None and forms[of + 1] in _THIS and _account[forms[of + 2]]

    def _bare_holder(self, first: int, last: int) -> int | None:
        """Where a name that no list knows begins at the end of a role (``الناطق باسم وزارة الصحة الليبية فلان الفلاني``).

        Behind a definite noun what stands without an article is no adjective of it.
        """
        forms, kinds = self.text.forms, self.text.kinds
        i = last - 1
        while i > first and kinds[i] == "word" and i not in self.named and may_name(forms[i]) and not forms[i].startswith(("ال", "بال")):
            i -= 1
        begin = i + 1
        if not _LEAST_NAME <= last - begin <= _MOST_NAMES or forms[begin].startswith(("و", "ب", "ل")) or begin <= first + 1:
            return None
        names = all(not self._adjoins(k) and "counted_noun" not in self.text.words[k].entries for k in range(begin, last))
        return begin if names and (forms[i].startswith("ال") or forms[i] in ACTING or i in self.named) else None

    def together(self, speaker: Speaker, limit: int) -> Speaker:
        """The speaker with the unnamed bodies or people that و joins to him (``وزارة الصحة وفرق إغاثة``)."""
        last = speaker.last
        while last < limit and self.text.forms[last][:1] == "و" and (joined := self._joined_to(last, limit)) is not None:
            last = joined
        return speaker._replace(last=last) if speaker.kind not in ("place", "account") and not speaker.account else speaker

    def _with_field(self, i: int) -> int:
        """Past what a body is for, where its listed name stops short of it (``وكالة الأمم المتحدة لشؤون اللاجئين``)."""
        named = self.text.forms[i] in _AFFAIRS and self.text.forms[i + 1].startswith("ال")
        return i + 2 if named else i

    def _joined_to(self, i: int, limit: int) -> int | None:
        """The end of what و joins, where it is a listed role, body or hearsay and no other name."""
        if i in self.named or not any((hit := self.text.words[i].entries.get(cls)) and hit.clitics == "و" for cls in _JOINED):
            return None
        found = self.phrase(i, limit, whole=False, skip=1)
        return found.last if found and found.first == i else None

    def _head(self, first: int, limit: int, *, whole: bool) -> int:
        """Past what stands before the noun or name that a phrase is about."""
        forms = self.text.forms
        while first + 1 < limit and (
            (forms[first] == "من" and whole) or (_quantifier[forms[first]] and self.text.has(first, "quantifier"))
        ):
            first += 1
        if _leading[forms[first]] and first + 1 < limit:
            first += 1  # آخر إحصائيات الهيئة
        while first + 2 < limit and len(forms[first]) == 1 and forms[first + 1] == ".":
            first += 2  # د. فلان
        return first

    def _hard_stop(self, first: int, limit: int) -> int:
        """Where the phrase ends at the latest; what ends others is no end within a name."""
        named, start = self.named, max(first + 1, min(self.quotations.get(first, 0), limit))
        for i in compress(range(start, limit), map(may_end_phrase.__getitem__, self.text.forms[start:limit])):
            if self._ends_phrase(i) and (i not in named or named[i].first == i):
                return i
        return limit

    def _ends_phrase(self, i: int) -> bool:
        text, form = self.text, self.text.forms[i]
        if (
            form in IN
            and ((_occasion[text.forms[i + 1]] and text.has(i + 1, "occasion")) or _their_paper[text.forms[i + 1]])
            and text.forms[i + 1] not in _FIELDS
        ):
            return True
        if form == "ل" and i + 1 in self.quotations and (text.has(i - 1, "hearsay") or text.has(i - 2, "hearsay")):
            return True
        return (
            form in PHRASE_MARKS
            or form in NOTICE
            or form in ISSUED
            or any(text.has(i, cls) for cls in _ends[form])
            or is_paper_told(text.words[i])
        )

    def _before_apposition(self, first: int, stop: int) -> int:
        """Where a role follows an unlisted name (``فلان الفلاني مبعوث …``); names in it are not who speaks."""
        words, form = self.text.words, self.text.forms[first]
        if first in self.named or not _may_be_named[form] or first in self.quotations:
            return stop
        if _cardinal[form] and self.text.has(first, "cardinal"):
            return stop
        for i in range(first + 1, min(first + 5, stop)):
            role = words[i].entries.get("source_noun")
            if role and not role.article and not role.clitics:
                return i
        return stop

    def _apposed(self, comma: int, limit: int) -> Mention | None:
        """The person named after the role and a comma (``الأمين العام، فلان،``), maybe after a second role."""
        if self.text.forms[comma] != "،":
            return None
        mention = self.named.get(comma + 1)
        if mention and self.names.type(mention) == "person" and mention.last <= limit:
            return mention
        if comma + 1 >= limit or not (
            (_role[self.text.forms[comma + 1]] and self.text.has(comma + 1, "source_noun")) or self.text.forms[comma + 1].startswith("ال")
        ):
            return None
        stop = self._hard_stop(comma + 1, limit)
        person = self._person(comma + 1, stop)
        listed = "source_noun" in self.text.word(comma + 1).entries
        return person if person and (listed or person.last == stop) else None

    def called(self, role: Speaker, comma: int, end: int) -> Speaker | None:
        """The person between two commas after a role (``مدير النادي، فلان الفلاني،``), be the name listed or not."""
        person = self._apposed(comma, end)
        if person:
            return self._named(role.start, person)
        last = self._unlisted_name(comma, end)
        return role._replace(first=comma + 1, last=last, skip=0, kind="person") if last else None

    def _unlisted_name(self, comma: int, end: int) -> int | None:
        """The end of two to four bare words between commas after a role, which name who holds it."""
        text = self.text
        if text.forms[comma] != "،":
            return None
        close = next((i for i in range(comma + 1, min(comma + 6, end)) if text.forms[i] == "،"), None)
        if close is None or not 2 <= close - comma - 1 <= 4:
            return None
        bare = all(text.kinds[i] == "word" and may_name(text.forms[i]) for i in range(comma + 1, close))
        return close if bare and not text.forms[comma + 1].startswith(("ال", "و", "ب", "ل")) else None

    def _person(self, first: int, stop: int) -> Mention | None:
        """The person who speaks: the one that the phrase begins with, else the last it names (``وزير خارجية فرنسا فلان``)."""
        last = None
        for mention in self.names.within(first, stop):
            if self.names.type(mention) != "person":
                continue
            if mention.first == first:
                return mention
            if mention.skip == 0:
                last = mention
        return last

    def _chunk(self, first: int, stop: int, *, whole: bool) -> tuple[int, Mention | None]:
        """(end of the noun phrase, the person it runs into): it grows until it is definite and an indefinite word follows."""
        text, forms, i, definite = self.text, self.text.forms, first, False
        public = not whole and "account_noun" in text.words[first].entries
        while i < stop:
            mention, form = self.named.get(i), forms[i]
            if mention and mention.first == i and (mention.skip == 0 or i == first):
                if self.names.type(mention) == "person":
                    return mention.last, mention
                i, definite = mention.last, True
                continue
            bound = mention is not None or _is_bound[form]
            if bound and i in self.quotations:
                if self.quotations[i] >= stop or self.quotations[i] - i > _LONGEST_NAME or "occasion" in text.words[first].entries:
                    break
                i, definite = self.quotations[i] + 1, True
                continue
            if bound and self._parts(first, i, definite=definite):
                break
            if bound and form.startswith("باسم"):
                definite = False
            elif form in ACTING:
                definite = True
            elif bound and self._is_governed(i, mention):
                belongs = self._of_charge(first, i) or self._of_field(first, i)
                if (definite or i == first or (form == _OVER and not belongs)) and not (whole and belongs):
                    break
            elif bound and form.startswith(("ال", "لل", "وال")):
                if not whole and (definite or i - first > 1) and self._begins_object(first, i):
                    break
                definite = True
            elif not whole and self._is_past_role(first, i):
                break
            elif public and self._goes_public(first, i, stop):
                return stop, None
            elif not whole and (definite or (i > first and (is_verb(form) or self._begins_masdar(first, i)))):
                break
            elif i > first and form.endswith(_OWNED):
                definite = True  # وزير خارجيتها
            i += 1
        return i, None

    def _is_past_role(self, first: int, i: int) -> bool:
        """``عارض مسؤول عسكري كبير تقديرات الوزارة``: behind an unnamed role and its adjectives a noun is the object."""
        forms, role = self.text.forms, self.text.words[first].entries.get("source_noun")
        if i - first < _ADJECTIVES or role is None or role.article or role.pronoun or forms[i - 1] == "عام" or i in self.named:
            return False
        return all(map(self._adjoins, range(first + 1, i))) and not self._adjoins(i) and self.text.kinds[i] == "word"

    def _adjoins(self, i: int) -> bool:
        return is_adjective(self.text, i) or self.text.forms[i] in _RANKS or self.text.has(i, "title_adjective")

    def _past_post(self, i: int, limit: int) -> int:
        """Past where an office is held, or with whom (``السفير الأميركي لدى العراق فلان``, ``المبعوث الخاص إلى التحالف فلان``)."""
        post = self.named.get(i + 1) if i + 1 < limit and self.text.forms[i] in _POSTED else None
        return post.last if post and post.first == i + 1 and not post.skip and self.names.type(post) != "person" else i

    def _parts(self, first: int, i: int, *, definite: bool) -> bool:
        """Whether a token is no part of the noun phrase before it: a mark, a number, stress, an object."""
        form, kind = self.text.forms[i], self.text.kinds[i]
        return kind == "mark" or (definite and kind == "digits") or (i > first and (form in _NO_PART or _their_paper[form]))

    def _is_governed(self, i: int, mention: Mention | None) -> bool:
        """Whether a token is a preposition, or begins with ب."""
        form = self.text.forms[i]
        if _preposition[form] and self.text.has(i, "preposition"):
            return True
        return (mention is not None or form[0] == "ب") and is_by(self.text, self.named, i)

    def _unknown_holder(self, first: int, i: int, limit: int) -> tuple[int, int] | None:
        """``سألنا الباحث في شؤون الجماعات المسلحة فلان الفلاني``: a name that no list knows as a whole, its given name apart."""
        forms = self.text.forms
        if i + 2 >= limit or not self._of_field(first, i):
            return None
        at = i + 2
        while at < limit and forms[at].startswith("ال") and self.text.kinds[at] == "word" and at not in self.named:
            at += 1
        if at >= limit or not _given_name[forms[at]] or forms[at].startswith("ال"):
            return None
        stop = at + 1
        while stop < min(limit, at + _MOST_NAMES) and self.text.kinds[stop] == "word" and may_name(forms[stop]):
            stop += 1
        return (at, stop) if stop - at >= _LEAST_NAME else None

    def _holder(self, first: int, i: int, limit: int) -> Mention | None:
        """Who holds the office, named after what it is for and further titles (``المنسق الأميركي للتحالف الجنرال فلان``)."""
        start = i
        if self._of_field(first, i) and self.text.kinds[i + 1] == "word" and i + 1 not in self.named:
            i += 2  # سألنا الخبير في شؤون الطاقة فلان
        i = self._past_post(i, limit)
        for _ in range(_LONGEST_OFFICE):
            if i >= limit:
                return None
            mention = self.named.get(i)
            if mention and self.names.type(mention) == "person":
                return mention if mention.first == i and not mention.skip else None
            bound = (
                self.text.forms[i].startswith("ل")
                or (_title[self.text.forms[i]] and self.text.has(i, "title"))
                or self.text.forms[i - 1].startswith("ل")
            )
            bound = bound or (i > start and self.text.forms[i].startswith("ال"))
            if not (bound or self._at_body(i)) or self.text.kinds[i] != "word":
                return None
            i = mention.last if mention else i + 1
        return None
