"""Which names of places tell where something is or happened, by what stands before them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.govern import Governors
from hasila.arabic.figure.seat import is_seat
from hasila.arabic.figure.water import narrowest
from hasila.arabic.figure.zone import DIRECTIONS, REACHES
from hasila.arabic.name import Mention, last_together
from hasila.text import FINITE, Known, Word, last_in, one_in

_PLACE_PREPOSITIONS = DIRECTIONS | {"في", "داخل", "ب", "قرب", "عند", "علي", "قباله", "كل"}
LYING = DIRECTIONS | {"في", "قرب", "عند", "علي"}  # the name behind one says where another place lies
_BESIDE, _WHITHER = DIRECTIONS | {"قرب"}, ("الي",)
_NISBA = ("ي", "يه")
_OF_THOSE = frozenset(("من", "تلك"))
_CENTRES = frozenset(("مركزه", "مركزها", "مقره", "مقرها", "بورته", "بورتها"))
_SPREADING = "epidemic"
WHICH = frozenset(("التي", "الذي"))
_UPON = "علي"
_ON = frozenset(("عن", "حول", "بشان", "ان", "بان"))  # what is talked about begins
_ALL, _EACH = frozenset(("جميع", "مختلف", "شتي", "ساير", "معظم", "كافه", "كامل", "اغلب", "بعض")), frozenset(("كل", "بكل"))
_OF, _NEAR, _ADJECTIVES = "من", frozenset(("بالقرب", "وبالقرب", "مقربه", "بمقربه")), 4
_TO_IT = frozenset(("لها", "له"))
_BETWEEN, _ROADS = "بين", frozenset(("طريق", "طرق", "سريع", "دولي", "رابط", "واصل", "رابطه", "واصله", "منطقه", "حدود", "ما"))
_DESCRIBED = 4
_GENITIVE = ("مدفعيه", "الجيش")  # a subject of two nouns: قصفت مدفعية الجيش كذا
_THEY = "ون"  # هاجم مسلحون كذا
_STRUCK = 5  # tokens from a verb of striking to its object


class Located(Governors):
    """The governors of a text that also tell which of its places say where."""

    def _places(self, first: int, last: int, ways: Sequence[str] = ()) -> list[Mention]:
        """Where a preposition or a noun of event says that something is; of two together (``في بلدة كذا بريف كذا``) the narrower, and
        no river or border where a town is told of (``شرقي الفرات في بلدة كذا``).
        """
        found: list[Mention] = []
        tokens = self._site_tokens
        n = bisect_left(tokens, first)
        if tokens[n] >= last:
            return found
        for mention in self.sites[n : bisect_left(tokens, last, n)]:
            if mention.last > last:
                continue
            if self._is_where(mention, ways) and not (found and self._is_around(mention, found[-1])):
                found.append(mention)
        return narrowest(found, self._waters)

    def _told_last(self, first: int, last: int) -> Mention | None:
        """The last place in [first, last) that something was or went to, rather one that is not only near or beside another; no seat."""
        told = [place for place in self._places(first, last, _WHITHER) if not is_seat(self.text, place)]
        at = [place for place in told if place.skip or self.text.forms[place.first - 1] not in _BESIDE]
        return at[-1] if at else told[-1] if told else None

    def _site(self, i: int) -> Mention | None:
        """The place or region that token ``i`` belongs to."""
        n = bisect_right(self._site_tokens, i) - 1
        return self.sites[n] if n >= 0 and i < self.sites[n].last else None

    def _site_at(self, i: int) -> Mention | None:
        """The place or region that begins at token ``i``."""
        site = self._site(i)
        return site if site is not None and site.first == i else None

    def _is_around(self, mention: Mention, place: Mention) -> bool:
        """Whether a place only tells where the one before it lies: ``في بلدة كذا بريف كذا``, ``حي كذا المكتظ وسط كذا``."""
        if self._waters and self._waters.get(place.first, 0) > self._waters.get(mention.first, 0):
            return False
        apart = mention.first - place.last
        return 0 <= apart <= 1 or (0 < apart <= _DESCRIBED and self.text.forms[mention.first - 1] in DIRECTIONS)

    def _is_where(self, mention: Mention, ways: Sequence[str]) -> bool:
        before = self.text.forms[mention.first - 1]
        if mention.tells_ban(self.text) or (before == _UPON and self._is_upon(mention.first - 2)):
            return False
        if self._is_of_talk(mention):
            return False
        if _LEADS_TO[before] or before in ways or (before == _BETWEEN and self.text.forms[mention.first - 2].removeprefix("ال") in _ROADS):
            return True
        if mention.skip and self.text.forms[mention.first].endswith("ب", 0, mention.skip):
            return True
        if self._is_part(mention) or self._is_met(mention):
            return True
        return mention.first > 0 and not mention.skip and "place_event" in self.text.words[mention.first - 1].entries

    def _is_of_talk(self, mention: Mention) -> bool:
        """Whether somebody met the press at a place: ``في مؤتمر صحفي بكذا``, ``خلال مؤتمر صحفي مشترك عقده في كذا``."""
        text, last = self.text, mention.first - (0 if mention.skip else 1)
        talks = text.where("press_meeting")
        at = last_in(talks, max(0, last - _DESCRIBED - 2), last) if talks else None
        if at is None:
            return False
        between = range(at + 2, last)
        return all(text.kinds[i] == "word" and text.forms[i] not in _ON and text.forms[i] not in _PLACE_PREPOSITIONS for i in between)

    def _is_upon(self, i: int) -> bool:
        """Whether what على ties to is a party, not a place: ``فوزه على كذا``, ``تفوقت على كذا``, ``فرضت رسوما على كذا``."""
        text, verbs = self.text, self.text.where("upon_verb")
        return "upon_noun" in text.words[i].entries or bool(verbs and one_in(verbs, max(text.sentence(i)[0], i - _DESCRIBED), i + 1))

    def _is_met(self, mention: Mention) -> bool:
        """Whether what is told of befell a place, or people live there: ``السيول التي تعرضت لها كذا``, ``عدد سكان كذا``."""
        text, i = self.text, mention.first - 1
        if mention.skip or i < 1:
            return False
        if text.forms[i] in _TO_IT:
            return text.words[i - 1].value("site_verb") == "met"
        return "dweller" in text.words[i].entries or self._is_struck(mention)

    def _is_struck(self, mention: Mention) -> bool:
        """Whether a place is the object of a verb whose subject stands between them: ``ضرب زلزال كذا``, ``دخل الجيش كذا``."""
        text, verbs, first = self.text, self.text.where(_strikes), mention.first
        for verb in reversed(verbs[bisect_left(verbs, first - _STRUCK) : bisect_left(verbs, first - 1)] if verbs else ()):
            between = text.words[verb + 1 : first]
            is_definite = between[-1].form.startswith("ال") and (between[0].form.startswith("ال") or len(between) == len(_GENITIVE))
            is_subject = is_definite or "place_event" in between[0].entries or (len(between) == 1 and between[0].form.endswith(_THEY))
            if is_subject and all(w.kind == "word" and "function" not in w.entries for w in between):
                return True
        return False

    def _is_part(self, mention: Mention) -> bool:
        """Whether a part of a place, or several of them, is where something is: ``في ضواحي كذا``, ``في الريف الشمالي لكذا``."""
        text, i = self.text, mention.first - 1
        if text.forms[i] == _OF and not mention.skip:
            return self._is_part_of(i)
        if mention.skip:
            if text.forms[mention.first][: mention.skip] != "ل" or not text.forms[i].startswith("ال"):
                return False
            i -= text.forms[i].endswith(_NISBA)
        part = text.words[i].entries.get("place_part_noun") if i > 0 else None
        if part is None or part.article != bool(mention.skip) or part.pronoun:
            return False
        return part.clitics == "ب" or (not part.clitics and self._is_led_to(i))

    def _is_led_to(self, i: int) -> bool:
        """Whether what leads to a place stands before a part of one, or before a word for all of it: ``في جميع أنحاء كذا``."""
        before = self.text.forms[i - 1]
        if before.removeprefix("ب") in _ALL:
            return before.startswith("ب") or _LEADS_TO[self.text.forms[i - 2]]
        return _LEADS_TO[before]

    def _is_part_of(self, of: int) -> bool:
        """Whether من leads from a part of a place, over its adjectives, from what is near, or to each of several: ``في مناطق متفرقة من
        كذا``, ``بالقرب من كذا``, ``في كل من كذا وكذا``.
        """
        text = self.text
        if text.forms[of - 1] in _NEAR or (text.forms[of - 1] in _EACH and _LEADS_TO[text.forms[of - 2]]):
            return True
        for i in range(of - 1, max(0, of - _ADJECTIVES), -1):
            word = text.words[i]
            part = word.entries.get("place_part_noun")
            if part is not None:
                return not part.pronoun and (part.clitics == "ب" or (not part.clitics and self._is_led_to(i)))
            if word.form.removeprefix("ال") in DIRECTIONS and text.forms[i - 1] == "الي":
                return "length" not in text.words[i - 2].entries  # إلى الشمال من كذا, not 70 كيلومترا إلى الشمال منها
            if word.kind != "word" or "function" in word.entries or self.names.at(i) is not None:
                return False
        return False

    def _describes(self, draft: Draft, place: int) -> bool:
        """Whether a place behind a figure stands in a relative clause that only describes what is named there.

        ``الفيروس الذي ظهر في كذا``; a blow that fell on a place is where people were hurt by it (``الغارات التي يشنها على كذا``).
        """
        forms = self.text.forms
        if WHICH.isdisjoint(forms[draft.end : place]):
            return False
        relative = next(i for i in range(draft.end, place) if forms[i] in WHICH)
        is_land = draft.unit == "%" and all(
            form.startswith("ال") or form in _OF_THOSE for form in forms[draft.end : relative]
        )  # الأراضي المأهولة التي
        if relative == draft.end or is_land:
            return False  # 95% من الأراضي التي يسيطر عليها في كذا
        words = self.text.words[max(draft.end, relative - 3) : relative]
        return not any(map(_falls_on, words)) or self._has_seat(relative, place)

    def _has_seat(self, relative: int, place: int) -> bool:
        """``الزلزال الذي يقع مركزه في كذا``: the place is only that of a part of what is described."""
        return any(form in _CENTRES for form in self.text.forms[relative + 1 : place])

    def _joined(self, mention: Mention) -> str:
        """The place as it stands, with those that are joined to it (``العراق وسوريا``)."""
        last = last_together(self.text, self.names, mention)
        return self.text.stored[mention.place(self.text)[0] : last.place(self.text)[1]]


@Known
def _LEADS_TO(form: str) -> bool:
    """Whether the name behind a word, if it is that of a place, says where something is or happened."""
    bare = form[1:] if form[:1] in ("و", "ف") else form
    return form in _PLACE_PREPOSITIONS or bare in _PLACE_PREPOSITIONS or REACHES[form]


def _strikes(word: Word) -> bool:
    hit = word.entries.get("site_verb")
    return hit is not None and hit.value in ("hit", "taken") and hit.tag in FINITE and not hit.pronoun


def _falls_on(word: Word) -> bool:
    """Whether a noun tells of what falls on a place, where an epidemic only spreads."""
    told = word.entries.get("place_event")
    return "strike_noun" in word.entries or (told is not None and told.value != _SPREADING)
