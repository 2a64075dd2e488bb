"""Relatives: whom الذي takes up, where a relative clause tells what is said."""

from dataclasses import dataclass

from hasila.arabic.name import Mention
from hasila.arabic.speech.bearing import is_many
from hasila.arabic.speech.draft import conjoined
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.mark import CLOSING
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.phrase import PhraseReader
from hasila.arabic.speech.word import IN, ISSUED, SAME, is_verb, may_name

_seated, _relative, _published = listed("seat_word"), listed("relative"), listed("published_verb")
_taken, _titled = listed("taken_noun"), listed("source_noun")
_adjective = listed("title_adjective", "body_adjective")
_AMONG = frozenset(["منها", "ومنها", "منهم", "ومنهم", "بينها", "وبينها", "فمنها", "هناك", "وهناك"])
_LONGEST_ANTECEDENT, _LONGEST_QUOTED = 4, 8
_FEMININE = ("ه", "ات")
_LONGEST_OFFICE = 6
_SELF = SAME | {"نفسهم", "ذاتهم"}
_MEANS_OF = frozenset(["وسايل", "ووسايل"])  # الإعلام
_LEAST_CLEFT, _FAR = 2, 20
_SEATS, _LONGEST_SEAT = frozenset(["مقرا", "مركزا"]), 6  # يتخذ من المدينة مقرا له
_WHO_IS_SO, _LONGEST_REMARK = frozenset(["وهو", "وهي", "وهم"]), 12
WHO_IS = frozenset(["وهو", "وهي", "وهم", "هو", "هي", "هم"])


@dataclass(slots=True, eq=False)
class RelativeReader(PhraseReader):
    """Reads the noun phrases before relative pronouns."""

    def taken_up(self, relative: int) -> Speaker | None:
        """Who الذي takes up: the name right before it, or before the comma and و."""
        if self.text.forms[relative - 1] in WHO_IS:
            if self.text.forms[relative - 2] == "،" or relative < _LEAST_CLEFT:
                return self._who_is(relative - 1)
            relative -= 1 + (self.text.forms[relative - 2] in _SELF)  # المرصد نفسه هو الذي
        conjoined = self.text.forms[relative].startswith("و")
        end = relative - 1 if self.text.forms[relative - 1] == "،" else relative
        end = self._before_remark(end) if end < relative else end
        end = self._before_seat(end) if end < relative else end
        end = self._before_own_seat(end)
        mention = self.named.get(end - 1)
        apart = end < relative or (mention is not None and self._is_not_it(mention, relative))
        holder = self._holder_before(relative, mention) if mention and apart and not conjoined else None
        if holder:
            return holder
        put_out = self.put_out(relative, feminine=self.text.forms[relative].endswith("التي")) if conjoined else None
        if put_out:
            return put_out
        sitting = self._taken_up_before(relative) if conjoined and (mention is None or self.names.type(mention) == "place") else None
        if sitting:
            return sitting
        office = self._office_before(relative, mention) if mention and not conjoined else None
        if office:
            return office
        if mention is None and conjoined and end < relative - 1:  # تقرير المرصد، المنشور أمس، والذي
            found = self._unnamed_antecedent(end)
            return found and found.referred_to
        if mention is None and not conjoined:
            return (
                self._unnamed_antecedent(relative) if end == relative else self._before_comma(relative, end) or self._quoted(end, relative)
            )
        if mention is None or mention.last != end or self.names.type(mention) in ("place", "operation"):
            return None
        return self._named(mention.first, mention)._replace(start=-1 if conjoined else mention.first)

    def put_out(self, at: int, *, feminine: bool) -> Speaker | None:
        """``تلك التي نشرها المركز، والتي أظهرت``, ``الأرقام التي جمعتها الوزارة وأظهرت``: who put out the paper that is told of on."""
        text, begin = self.text, self.text.sentence(at)[0]
        relative = next((i for i in range(at - 2, max(begin, at - _FAR), -1) if _relative[text.forms[i]]), None)
        if relative is None or text.forms[relative].endswith("التي") != feminine:
            return None
        entries, who = text.words[relative + 1].entries, relative + 2
        verb = entries.get("published_verb") or entries.get("paper_verb")
        found = self.phrase(who, at, whole=False) if verb and verb.pronoun and self.plausible(who) else None
        return found and found.referred_to

    def _before_seat(self, end: int) -> int:
        """``المرصد السوري في لندن، الذي يقول``: before the place where somebody sits, which says nothing."""
        place = self.named.get(end - 1)
        sits = place is not None and self.names.type(place) == "place" and self.text.forms[place.first - 1] == IN
        return place.first - 1 if place is not None and sits else end

    def _before_own_seat(self, end: int) -> int:
        """``منظمة كذا ومقرها المدينة التي``, ``منظمة كذا (مقرها المدينة) التي``: before the seat that is told with its pronoun."""
        forms = self.text.forms
        for i in range(end - 1, max(end - _LONGEST_SEAT, 0), -1):
            if _seated[forms[i]]:
                return i - 1 if forms[i - 1] == "(" else i if forms[i].startswith("و") else end
        return end

    def _taken_up_before(self, relative: int) -> Speaker | None:
        """``المرصد الذي يتخذ من المدينة مقرا له، والذي أحصى``: whom the relative clause that says where he sits has taken up."""
        form, first = self.text.forms[relative].removeprefix("و"), max(self.text.sentence(relative)[0], relative - _LONGEST_REMARK)
        before = next((i for i in range(relative - 1, first, -1) if self.text.forms[i] == form), None)
        sits = before is not None and not _SEATS.isdisjoint(self.text.forms[before:relative])
        found = self.taken_up(before) if before is not None and sits else None
        return found and found.referred_to

    def _before_remark(self, end: int) -> int:
        """``المركز، ومقره المدينة، الذي قال``, ``المركز، وهو مستقل، الذي قال``: before what tells of somebody between commas.

        So before when a paper of theirs came out (``تقرير المركز، الصادر أمس، والذي قدر``, ``تقرير المركز الصادر أمس، والذي قدر``).
        """
        forms = self.text.forms
        for i in range(end - 1, max(end - _LONGEST_REMARK, 0), -1):
            if forms[i] in ISSUED:
                return i - (forms[i - 1] == "،")
            if forms[i] == "،":
                return i if self._is_somebodys(i + 1) or self._came_out(i + 1) else end
        return end

    def _is_somebodys(self, i: int) -> bool:
        """``وهو مستقل``, ``ومقره المدينة``: whether a remark tells of somebody, and not of what was told (``وهو رقم رفضه المركز``)."""
        form, behind = self.text.forms[i], self.text.forms[i + 1]
        return _seated[form] or (form in _WHO_IS_SO and behind != "ما" and not _taken[behind])

    def _came_out(self, relative: int) -> bool:
        """``الذي نشر``, ``التي صدرت``: whether a relative clause tells that a paper came out."""
        return _relative[self.text.forms[relative]] and _published[self.text.forms[relative + 1]]

    def _is_not_it(self, body: Mention, relative: int) -> bool:
        """``رئيس هيئة الأركان الذي``, ``المتحدث باسم الجيش الذي``: whether it is no body that الذي takes up, but who stands before it."""
        forms, before = self.text.forms, self.text.forms[body.first - 1]
        owned = forms[body.first].endswith(_FEMININE) and not before.startswith("ال")
        return forms[relative] == "الذي" and (owned or before == "باسم")

    def _holder_before(self, relative: int, body: Mention) -> Speaker | None:
        """``فلان، رئيس المرصد، الذي صرح``: who holds the office at a body, where الذي agrees with the office."""
        role = body.first - 1 - (self.text.forms[body.first - 1] == "باسم")
        entries = self.text.word(role).entries
        feminine = self.text.forms[role].endswith("ه")
        if "source_noun" not in entries or self.names.type(body) == "person" or feminine != (self.text.forms[relative] == "التي"):
            return None
        person = self.named.get(role - 2) if self.text.forms[role - 1] == "،" else None
        if person and self.names.type(person) == "person":
            return self._named(person.first, person)
        bare = self._bare_name(role - 1)
        if bare is not None:
            return Speaker(bare, bare, role - 1, 0, "person")
        return Speaker(role, role, body.last, int(entries["source_noun"].clitics in ("و", "ف", "ل", "ب")), "role")

    def _office_before(self, relative: int, body: Mention) -> Speaker | None:
        """``المفتش العام في وزارة الدفاع، الذي``: the office at a body, where الذي cannot agree with the body."""
        forms = self.text.forms
        masculine = forms[relative] == "الذي"
        if (
            not masculine
            or self.names.type(body) == "person"
            or not (forms[body.first].endswith("ه") or forms[body.last - 1].endswith("ه"))
        ):
            return None
        for i in range(body.first - 1, max(0, body.first - _LONGEST_OFFICE), -1):
            role = self.text.words[i].entries.get("source_noun")
            if role is not None and not forms[i].endswith("ه") and role.clitics in ("", "و", "ف", "ل", "ب"):
                return Speaker(i, i, body.last, 2 if forms[i].startswith("لل") else len(role.clitics), "role")
            if not (forms[i] == IN or forms[i].startswith("ال")):
                return None
        return None

    def _bare_name(self, comma: int) -> int | None:
        """Where an unlisted name of two to four words begins that ends at a comma, right behind a verb (``لم تقنع فلان بن فلان، رئيس``)."""
        if self.text.forms[comma] != "،":
            return None
        first = comma
        while (
            first and comma - first < _LONGEST_ANTECEDENT and self.text.kinds[first - 1] == "word" and may_name(self.text.forms[first - 1])
        ):
            first -= 1
        return first if comma - first > 1 and first and is_verb(self.text.forms[first - 1]) else None

    def _who_is(self, pronoun: int) -> Speaker | None:
        """``ناب عنه مساعده، وهو الذي أعلن``: the noun phrase that ends right before the comma."""
        end = pronoun - (self.text.forms[pronoun - 1] == "،")
        for first in range(end - 1, max(end - 1 - _LONGEST_ANTECEDENT, -1), -1):
            if end < pronoun and self.plausible(first):
                found = self.phrase(first, end, whole=True)
                if found and found.last == end and found.kind not in ("account", "place"):
                    return found.referred_to
        return None

    def _unnamed_antecedent(self, relative: int) -> Speaker | None:
        """``الضابط الذي يقول``, and what an adjective alone stands for among others (``ومنها الروسي الذي يقول``)."""
        forms, first = self.text.forms, relative
        while relative - first < _LONGEST_ANTECEDENT and forms[first - 1].startswith(("ال", "لل")) and self.text.kinds[first - 1] == "word":
            first -= 1
        if forms[first - 1].startswith("وال") and conjoined(self.text, first - 1) and relative - first < _LONGEST_ANTECEDENT:
            return self.phrase(first - 1, relative, whole=True, skip=1) if self.plausible(first - 1) else None  # والمرصد هو الذي
        quoted = self._quoted_antecedent(self._past_adjectives(relative), relative)
        if quoted or first == relative:
            return quoted
        if forms[first].startswith("لل"):  # خلافا للحكومة التي تقول
            return self.phrase(first, relative, whole=True, skip=2) if "body_noun" in self.text.words[first].entries else None
        if forms[first - 1] in _AMONG and relative - first == 1 and forms[first].endswith(("ي", "يه")):
            return Speaker(first, first, relative, 0, "body")
        spokesman = forms[relative] == "الذي" and forms[first - 1] == "باسم" and self.plausible(first - 2)
        of_many = is_many[forms[first]] or not self.plausible(first)
        heads = forms[first - 1] in _MEANS_OF or (of_many and self._heads(first - 1, relative))
        first -= 2 if spokesman else heads
        return self.phrase(first, relative, whole=True) if self.plausible(first) else None

    def _heads(self, i: int, relative: int) -> bool:
        """``لجنة الإنقاذ التي``: whether a body stands before a definite noun and agrees with the pronoun."""
        body = self.text.word(i).entries.get("body_noun") if i >= 0 else None
        feminine = self.text.forms[i].endswith(_FEMININE)
        return body is not None and not body.article and not body.clitics and feminine == (self.text.forms[relative] == "التي")

    def _quoted(self, end: int, relative: int) -> Speaker | None:
        """``مركز «الأفق» في باريس، الذي ذكر``: a body by its name in quotation marks before a comma."""
        end = self._past_adjectives(end)
        return self._quoted_antecedent(end, relative) if self.text.forms[end - 1] in CLOSING else None

    def _past_adjectives(self, end: int) -> int:
        """``«الأفق» المحلي``, ``(الأفق) غير الحكومية``: back over the adjectives behind a name set apart."""
        forms, first = self.text.forms, end
        while end - first < _LONGEST_ANTECEDENT and (forms[first - 1] == "غير" or forms[first - 1].startswith("ال")):
            first -= 1
        return first if forms[first - 1] in CLOSING else end

    def _quoted_antecedent(self, end: int, relative: int) -> Speaker | None:
        """``منظمة «رصد» المحلية التي تحصي``: a body by its name in quotation marks, its adjectives up to ``relative`` behind it."""
        bracket = self.text.forms[end - 1] == ")"
        near = range(end - 2, max(end - _LONGEST_QUOTED, 0), -1)
        opening = next((i for i in near if (self.text.forms[i] == "(" if bracket else self.quotations.get(i) == end - 1)), None)
        if opening is None:
            return None
        kind = "body_noun" in self.text.words[opening - 1].entries
        if bracket and not kind:
            return None  # the name, or its short form, is told before the brackets
        first = opening - 1 if kind else opening
        return self.phrase(first, relative, whole=True) if self.plausible(first) else None

    def _before_comma(self, relative: int, end: int) -> Speaker | None:
        """``التقى السفيرة، التي قالت``: the noun phrase before the comma, its head of the pronoun's gender."""
        forms, feminine_pronoun = self.text.forms, self.text.forms[relative] == "التي"
        describes = forms[end - 1].startswith("ال") and (_adjective[forms[end - 1]] or not _titled[forms[end - 1]])
        body = self.named.get(end - 2) if describes else None
        if body is not None and body.last == end - 1 and self.names.type(body) == "organization":
            return self._named(body.first, body)  # المرصد السوري المعارض، الذي
        for first in range(end - 1, max(end - 1 - _LONGEST_ANTECEDENT, -1), -1):
            if forms[first].endswith(_FEMININE) != feminine_pronoun or first in self.named or not self.plausible(first):
                continue
            if is_many[forms[first]] and (self._heads(first - 1, relative) or _titled[forms[first - 1]]):
                continue  # فريق الخبراء، الذي; مدير المعلمين، الذي
            found = self.phrase(first, end, whole=True)
            if found and found.last == end and found.kind != "account":
                return found
        return None
