"""Listed: the parts of a whole told one by one, joined by و or commas.

``50 غارة، بواقع 30 هنا و20 هناك``, ``20 عضوا: 12 رجلا و8 نساء``: the list ends with a verb, a full stop or a clause of its own.
"""

from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft, kind_of
from hasila.arabic.figure.part import OF_THEM, is_verb
from hasila.text import Text, last_in

_THAT = frozenset(("ذلك", "ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "بانهم", "فيما", "بينما", "لكن"))
# Behind one of these what a whole is made up of is told one by one.
BEFORE_LIST = frozenset(":(")
SHARED_OUT = frozenset(("بواقع", "موزعين", "موزعه", "موزعون", "يتوزعون", "تتوزع", "توزعوا", "توزعت", "مقسمين", "مقسمه"))
_MADE_UP = frozenset(("هم", "وهم", "هي", "وهي", "هما"))
LIST_WORDS = SHARED_OUT | _MADE_UP
_LINKS = frozenset(("علي", "بين", "الي"))
_NEAR, _LISTED = 4, 10
_AGES, _AGED = frozenset(("دون", "تحت", "فوق")), 8  # before an age, and how many tokens that takes at most
_PAUSE = 1  # a comma
_MUCH = 4 / 3  # how far what a list comes to may be off its whole


def continues(text: Text, before: Draft, draft: Draft) -> bool:
    """A figure joined to a part by و or a comma, with no verb or full stop between, is a part too."""
    # one without a noun of its own goes on with the list past the places that are told (870 قتيلا في كذا وكذا، و640 في كذا)
    reach = _LISTED if draft.like is not None else _NEAR
    first, last = _past_age(text, before.end, draft.first), draft.first
    if before.sentence != draft.sentence or last - first > reach:
        return False
    joined = text.stored[draft.start - 1 : draft.start] == "و" or any(form in ("و", "،") for form in text.forms[first:last])
    if not joined or any(form.removeprefix("و") in _THAT for form in text.forms[first:last]):
        return False
    verbs = [i for i in range(first, last) if is_verb(text, i)]
    if any("segment_opener" in text.words[i].entries for i in range(first, last)):
        return False
    return not verbs or (verbs == [last - 1] and text.forms[last - 1][:1] == "و" and _is_more_of_them(text, before, draft))


def _past_age(text: Text, first: int, last: int) -> int:
    """The token behind the age of those counted, that stands right behind them: ``40 طفلا وطفلة دون سن الثامنة عشرة و20 امرأة``."""
    if last - first <= _NEAR:
        return first
    start = first + (text.form(first)[:1] == "و" and "counted_noun" in text.word(first).entries)
    at = start + (text.form(start) in _AGES)
    if not text.has(at, "age") and (at == start or "ordinal" not in text.word(at).entries):
        return first
    stop = min(last, first + _AGED)
    return next((i for i in range(at + 1, stop) if text.kinds[i] == "mark" or text.forms[i][:1] == "و"), stop)


def _is_more_of_them(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether a second verb says what became of others of the same people: ``عاد منهم 40، وقتل 20``."""
    at = last_in(text.where("part_opener"), max(before.clause[0], before.first - _NEAR), before.first)
    if at is None or text.forms[at] not in OF_THEM or not is_verb(text, at - 1) or draft.unit is not None:
        return False
    return kind_of(text, draft) in (None, "fighter", "person")


def divided(text: Text, drafts: Sequence[Draft], n: int) -> Draft | None:
    """The whole before a list of what it is made up of: ``50 غارة، بواقع 30 هنا و20 هناك``, ``20 عضوا: 12 رجلا و8 نساء``."""
    draft, forms = drafts[n], text.forms
    at = draft.first - 1 - (forms[draft.first - 1] in _LINKS)
    word = forms[at]
    listed = word in BEFORE_LIST or word in SHARED_OUT or word in _MADE_UP
    if not n or not (listed or (draft.like is not None and _is_placed(text, drafts, n))):
        return None
    whole, run = drafts[n - 1], _list_from(text, drafts, n)
    if whole.sentence != draft.sentence or whole.role != "total" or at - whole.end > (1 if word in SHARED_OUT else 2) + _PAUSE:
        return None
    if len(run) < 2 or any(d.unit != whole.unit or d.type not in ("cardinal", "money", "measure") for d in run):
        return None
    least, most = sum([d.low or 0.0 for d in run], 0.0), whole.high or whole.low or 0.0
    return whole if word in SHARED_OUT or most / _MUCH <= least <= most * _MUCH else None


def _is_placed(text: Text, drafts: Sequence[Draft], n: int) -> bool:
    """Whether a number without a noun of its own stands right behind its whole, before its place: ``90 غارة، 60 هنا و30 هناك``."""
    draft, whole = drafts[n], drafts[n - 1]
    if text.forms[draft.first - 1] != "،" or draft.first - 1 != whole.end:
        return False
    return text.word(draft.last).value("function") == "preposition"


def _list_from(text: Text, drafts: Sequence[Draft], n: int) -> list[Draft]:
    """The figures joined to one another from the ``n``-th on."""
    run = [drafts[n]]
    for draft in drafts[n + 1 :]:
        if not continues(text, run[-1], draft):
            break
        run.append(draft)
    return run
