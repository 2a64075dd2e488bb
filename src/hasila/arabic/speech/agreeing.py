"""Who takes up what was told, or is set against who spoke: ``ويتفق معه ضابط، إذ يعتقد أن``, ``وهو رقم تعترض عليه الوزارة``."""

from bisect import bisect_left
from dataclasses import dataclass

from hasila.arabic.speech.antecedent import agrees
from hasila.arabic.speech.cue import Cue, feminine
from hasila.arabic.speech.listed import listed, or_accusative
from hasila.arabic.speech.memory import Memory
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.word import NAMED, WAS, WHAT
from hasila.text import Text, Word

_against = listed("adversative", "contrast")
adverbials = listed("adverbial")
_taken = listed("taken_noun")
relative = listed("relative")
tells_it = listed("speech_verb", "counting_verb", "published_verb")
_WHAT = frozenset(["ما", "مما"])
_NEAR_TOLD = 3
_WITH_HIM = frozenset(["معه", "معها", "معهم"])
_FOR = frozenset(["اذ", "حيث"])
_OF_IT = frozenset(["منه", "منها", "فيه", "فيها", "عليه", "عليها", "به", "بها", "معه", "معها", "معهم", "الراي"])
_ON = frozenset(["في", "علي"])
_THAT = frozenset(["ذلك", "هذا", "الراي", "الامر"])
_AT_HIM = "لدي"
_own_word = or_accusative(listed("account_noun", "claimed_noun", "credited_noun", "estimate_noun"))
FAR = 40  # tokens looked back for the verb that a participle goes with
DOERS = NAMED | {"role", "hearsay"}
TOPICS = DOERS | {"body"}


@dataclass(slots=True, eq=False)
class Agreeing(Memory):
    """Finds the subjects of verbs of agreeing or disputing, behind which a verb has none beside it."""

    def who_agrees(self, cue: Cue) -> Speaker | None:
        """``ويتفق معه ضابط، إذ يعتقد أن``: who takes up what was told, where a verb that may be nobody's tells what he thinks of it.

        So whose word it is told of before it (``دون ما أورده المعهد في دراسة، إذ قدر``).
        """
        if self.text.forms[cue.first - 1] not in _FOR:
            return None
        begin = self.text.sentence(cue.first)[0]
        left = self.untold(begin)
        return self._taker_up(left, cue.first) or self._held_against(left, cue) or self._has_its_own(begin, cue)

    def _has_its_own(self, begin: int, cue: Cue) -> Speaker | None:
        """``وللمرصد رواية أخرى، إذ يقول إن``: who has a word of his own, where a verb that agrees tells it."""
        text, forms = self.text, self.text.forms
        opener = text.find(begin, "connector")
        first = opener.stop if opener is not None else begin
        first += forms[first] in WAS
        has = forms[first].removeprefix("و")
        stop = cue.first - 2
        if forms[stop] != "،" or not (has == _AT_HIM or has.startswith("ل")) or first + 1 >= stop:
            return None
        mention, lam = self.speakers.named.get(first), len(forms[first]) - len(has) + (2 if has.startswith("لل") else 1)
        skip = 0 if has == _AT_HIM else mention.skip if mention else lam
        found = self.speakers.phrase(first + (has == _AT_HIM), stop, whole=False, skip=skip)
        if found is None or found.kind not in TOPICS or not agrees(text, found, pronoun(text, cue)):
            return None
        word = any(_own_word[form] for form in forms[found.last : stop])
        return found.referred_to if word else None

    def _held_against(self, left: int, cue: Cue) -> Speaker | None:
        """``تفوق ما أورده المعهد، إذ قدر``: whose word ``ما`` takes up, where a verb that agrees tells it."""
        forms = self.text.forms
        near = range(cue.first - 2, max(left, cue.first - FAR), -1)
        verb = next((i for i in near if forms[i - 1] in WHAT and tells_it[forms[i]]), None)
        found = self._subject_up_to_comma(verb + 1, cue.first) if verb is not None else None
        return found.referred_to if found and agrees(self.text, found, pronoun(self.text, cue)) else None

    def _set_against(self, left: int, end: int) -> Speaker | None:
        """``قال X إن …، لكن Y صحح الرقم، وأكد``: the new subject that a conjunction sets against the one who spoke."""
        text = self.text
        openers = (i for i in range(end - 1, max(left, end - FAR), -1) if _against[text.forms[i]])
        found = next(((i, told) for i in openers if (told := text.find(i, "adversative") or text.find(i, "contrast"))), None)
        if found is None or text.forms[found[0] - 1] != "،":
            return None
        return self.speakers.subject(found[1].stop, end)

    def _taker_up(self, left: int, end: int) -> Speaker | None:
        """``وهو رقم تعترض عليه الوزارة، مؤكدة أن``: who takes up, in a verb of agreeing or disputing, what was told."""
        taken = self.text.where(_takes_up)
        nth = bisect_left(taken, end - 1) - 1
        while nth >= 0 and self.text.has(taken[nth] - 1, "preposition"):
            nth -= 1  # سارعت الوزارة إلى نفيه
        if nth < 0 or taken[nth] < max(left, end - FAR) or not self._takes_up_told(taken[nth]):
            return None
        return self._subject_up_to_comma(taken[nth] + 1, end)

    def _takes_up_told(self, verb: int) -> bool:
        """``وهو رقم تراه``, ``تحفظ على الرقم``: whether what stands beside a verb that must take up something told is that."""
        hit = self.text.words[verb].entries["stance_verb"]
        if any(form in _WHAT or _taken[form] for form in self.text.forms[max(0, verb - _NEAR_TOLD) : verb]):
            return True
        with_him = self.text.forms[verb + 1] in _WITH_HIM  # ويتفق معه في ذلك ضابط، إذ يرى أن
        return (hit.value != "told" or with_him) and not relative[self.text.forms[verb - 1]]

    def _subject_up_to_comma(self, i: int, end: int) -> Speaker | None:
        """The subject behind a verb and its pronouns (``يخالفه فيه الباحث فلان``), if it is one who does something."""
        text = self.text
        while i < end and (past := self._past_matter(i)) > i:
            i = past
        stop = next((k for k in range(i, end) if text.forms[k] == "،"), end)
        role = text.words[i].entries.get("source_noun")
        whole = role is None or role.article  # عارض مسؤول كبير خطة الوزارة
        found = self.speakers.phrase(i, stop, whole=whole) if i < stop and self.speakers.plausible(i) else None
        return found if found and found.kind in TOPICS else None

    def _past_matter(self, i: int) -> int:
        """Past what stands for the matter that somebody takes up (``خالفه في ذلك``, ``يشاطره الرأي``), or tells when he does."""
        forms = self.text.forms
        if forms[i] in _ON and forms[i + 1] in _THAT:
            return i + 2
        return i + (forms[i] in _OF_IT or (adverbials[forms[i]] and self.text.has(i, "adverbial")))


def _takes_up(word: Word) -> bool:
    """Whether a word is a finite verb of agreeing or disputing."""
    hit = word.entries.get("stance_verb")
    return hit is not None and hit.tag in ("past", "present")


def pronoun(text: Text, cue: Cue) -> str:
    """The pronoun that a verb's subject would have."""
    return "ها" if feminine(text, cue) else "هم" if text.forms[cue.first].endswith(("وا", "ون")) else "ه"
