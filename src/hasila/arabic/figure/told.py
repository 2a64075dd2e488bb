"""Told: the quotes that a figure stands in."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import chain, compress, pairwise
from operator import itemgetter
from typing import TypeVar

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.number_of import is_number
from hasila.arabic.speech.complement import complements, is_complement
from hasila.records import Quote, Statement
from hasila.text import Hit, Known, Text, Word, analyse, one_in

_Q = TypeVar("_Q", bound=Quote)
_DESCRIBING = frozenset("،او")  # what a comma, الذي or وهو begins with
_ASIDE = frozenset(("التي", "الذي", "الذين", "وهو", "وهي", "وهم"))
_TELLING = frozenset(':«"“')
_THAT = frozenset("اأإب")  # what أن may begin with
_ON, _TO = "علي", "الي"
_IN = frozenset(("في",))
_GOVERNED = {_ON: "on", _TO: "to"}
_LENGTH = itemgetter(0)
_FOREIGN, _COUNTRY = "foreign_fighters", 2  # letters of a country's id
_COUNTING = frozenset(("account_noun", "assess_verb"))
_PAPER = 6  # tokens from the verb to the paper
_FAR, _NEAR = 60, 5  # tokens from the verb of saying to أن; from who came to a meeting back to the verb that says so
# what is called for, promised or judged; a meeting told behind it is where that was done
_AIMING = frozenset(["call_for", "promise", "warn"])
_JUDGING = frozenset(["say by", "say object", "say of", "say on", "say to", "say in"])


def innermost(places: Sequence[int], quotes: Sequence[_Q], opening: Callable[[_Q], int] | None = None) -> list[_Q | None]:
    """For each stored place, given in order, the smallest of the quotes that holds it; ``opening``: where a quote begins to hold any."""
    found: list[_Q | None] = [None] * len(places)
    holding: list[tuple[int, int, int, _Q]] = []
    for quote in quotes:
        start, end = quote.start, quote.end
        first = bisect_left(places, start)
        if first < len(places) and places[first] < end:
            holding.append((end - start, first, bisect_left(places, end, first), quote))
    for _, first, last, quote in sorted(holding, key=_LENGTH, reverse=True):
        if opening:
            first = bisect_left(places, opening(quote), first)
        if first < last:
            found[first:last] = [quote] * (last - first)
    return found


def told_in(text: Text, places: Sequence[int], statements: Sequence[Statement]) -> list[Statement | None]:
    """For each stored place the statement that it is told in; what describes the speaker or the occasion is the author's own.

    ``الشركة، التي توظف 900 عامل، أعلنت أنها``, ``قال المدير، في لقاء حضره 90 عاملا، إن``, ``تعهدوا بالدعم في قمة حضرها 30``.
    """
    found = innermost(places, statements, lambda statement: _opening(text, statement))
    came = text.where(_tells_who_came)
    if not came:
        return found
    near = frozenset(chain.from_iterable(range(i + 1, i + _NEAR + 1) for i in came))
    told = zip(places, found, map(near.__contains__, map(text.token_at, places)), strict=True)
    return [
        None if is_near and statement is not None and _is_background(text, statement, place) else statement
        for place, statement, is_near in told
    ]


def tell_right(text: Text, drafts: Sequence[Draft], told: list[Statement | None]) -> None:
    """Give a number that a paper puts right to whoever told it, whom the paper misquoted: ``تصحيح: العدد وفق المركز 82، والصواب 28``.

    ``told``: the statement that each of the drafts stands in.
    """
    rights = text.where("put_right")
    takes = text.where("take_back") if rights else ()
    for before, draft in pairwise(drafts) if takes else ():
        begin = draft.sentence[0]
        opens = begin - (text.forms[begin - 1] == ":") - 1
        same = before.sentence == draft.sentence and (before.unit, before.role) == (draft.unit, draft.role)
        if same and one_in(rights, before.end, draft.first) and one_in(takes, max(0, opens), begin + 1):
            told[draft.nth] = told[before.nth]


def tell_on(text: Text, drafts: Sequence[Draft], told: list[Statement | None], statements: Sequence[Statement]) -> None:
    """Give the fighters of one nation after the other to the report on them that the sentence before tells of: ``كشف تقرير عن عدد
    المقاتلين الأجانب. وجاءت تونس أولا (3000)، ثم السعودية (2500)``.

    ``told``: the statement that each of the drafts stands in.
    """
    last: Draft | None = None
    for draft in drafts:
        if draft.indicator != _FOREIGN or draft.about is None or len(draft.about) != _COUNTRY or told[draft.nth] is not None:
            continue
        if last is not None and _is_next(last, draft) and not _speaks_between(text, last, draft, statements):
            told[draft.nth] = told[last.nth]
        else:
            told[draft.nth] = next((s for s in statements if _reports_before(text, s, draft)), None)
        last = draft if told[draft.nth] is not None else None


def _is_next(last: Draft, draft: Draft) -> bool:
    """Whether both stand in one sentence, or in two that follow each other."""
    return draft.sentence[0] in (last.sentence[0], last.sentence[1])


def _speaks_between(text: Text, last: Draft, draft: Draft, statements: Sequence[Statement]) -> bool:
    start = text.stored_ends[last.end - 1]
    return any(start <= statement.start < draft.start for statement in statements)


def _reports_before(text: Text, statement: Statement, draft: Draft) -> bool:
    """Whether a statement that ends the sentence before a figure tells what a paper says of fighters, or at what somebody puts them."""
    begin = draft.sentence[0]
    if not begin or statement.end > draft.start or statement.end < text.place(*text.sentence(begin - 1))[0]:
        return False
    first, stop = text.tokens(statement.start, statement.end)
    if not any(not _COUNTING.isdisjoint(word.entries) for word in text.words[first : min(first + _PAPER, stop)]):
        return False
    return any(word.value("counted_noun") == "fighter" for word in text.words[first:stop])


def _opening(text: Text, statement: Statement) -> int:
    """Where a statement begins to tell: behind what describes its speaker, and what tells when and where he spoke."""
    exact, start, speaker = statement.exact, statement.start, statement.speaker
    at = exact.find(speaker) if speaker else -1
    stop = at + len(speaker or "")
    opens = exact.startswith(statement.cue)
    if at >= 0 and speaker and (at == 0 or opens) and any(map(str.isdigit, speaker)):
        return start + stop  # تعهد مسؤولون من 27 بلدا
    if at >= 0 and opens and (come := _whence(text, text.token_at(start + stop))):
        return text.stored_starts[come]
    if opens:
        return max(
            _past_that(text, statement, start, start + at, start + stop),
            start + _past_description(text, start, exact, stop) if at >= 0 else start,
        )
    if at < 0:
        return start
    if at > 0 and exact[stop + 1 : stop + 2] in _THAT and is_complement(text, text.token_at(start + stop)):
        return start + stop  # كان الحلف، الذي يضم 30 بلدا، اكتفى بالقول على لسان قائده إن
    cue = exact.find(statement.cue, stop)
    if cue > 0 and _verb(text, start + cue):
        behind = text.token_at(start + cue) + 1
        return max(start + cue, _past_that(text, statement, start + cue, start, start) if text.form(behind) == "،" else 0)
    return start + _past_description(text, start, exact, stop)


def _whence(text: Text, i: int) -> int:
    """Past how many states those who speak come from, told behind them (``تعهد مسؤولون كبار من 27 بلدا``); 0 where it isn't."""
    i += text.form(i) != "من"  # an adjective
    number = i + 1 + text.has(i + 1, "approximator")
    states = text.form(i) == "من" and is_number(text, number) and text.word(number + 1).value("counted_noun") == "state"
    return number + 1 if states else 0


def _past_description(text: Text, start: int, exact: str, stop: int) -> int:
    """Past the clause that describes a speaker whose words end at ``stop`` (``، الذي يقود 90 عاملا،``), 0 where none does."""
    if _DESCRIBING.isdisjoint(exact[stop : stop + 2]):
        return 0
    after = text.token_at(start + stop)
    comma = text.form(after) == "،"
    if text.form(after + comma) not in _ASIDE or text.kinds[after + comma + 1] == "digits":
        return 0  # الرقم الذي أعلنه المركز، وهو 30
    return max(exact.find("،", text.stored_ends[after] - start) if comma else 0, 0)


def _past_that(text: Text, statement: Statement, cue: int, name: int, stop: int) -> int:
    """The stored place of أن behind the verb at stored place ``cue``; the statement's start where another verb is first.

    Behind its subject, whose words are at the stored places [name, stop), what stands between commas is no part of what he says:
    ``شدد الوزير، عقب هجوم أوقع 60 قتيلا، على أن``. ``name`` is before ``cue`` where he is told before the verb, or nowhere.
    """
    first, (_, last) = text.token_at(cue), text.tokens(statement.start, statement.end)
    verb = _verb_at(text, first)
    sense = ("" if verb is None else str(verb.value)).split()
    forms, last, found, begin = text.forms, min(last, first + _FAR), statement.start, first + 1
    if name > cue and _is_subject(text, begin, text.token_at(name)):
        begin = text.token_at(stop)
    if text.form(begin) in _IN and "،" in forms[begin : begin + _NEAR] and "digits" not in text.kinds[begin : begin + _NEAR]:
        begin = forms.index("،", begin)  # شدد الوزير في بيان، عقب
    inset = text.form(begin) == "،"
    if verb is None or ("whom" in sense and not inset):
        return statement.start  # وصف نصف المباني بأنها
    for i in compress(range(begin, last), map(_deciding.__getitem__, forms[begin:last])):
        apart = forms[i - 1] == "،"
        if inset and apart and _GOVERNED.get(forms[i]) in sense and _is_one(forms[begin + 1 : i]):
            return text.stored_starts[i]
        if forms[i] == ":":
            break  # أضاف الوزير: قتل 65 مسلحا إلى الآن
        if forms[i] == _TO and "to" in sense and not inset and not is_complement(text, i + 1):
            break  # تشير الأرقام إلى وجود 60، وينتظر أن
        if _saying[forms[i]] or (forms[i] == _ON and apart):
            break  # وأكد مقتل 60، على أن المنظمة أحصت 90
        if is_complement(text, i):
            found = text.stored_starts[i]
            if apart or not inset:
                break
    return found


def _is_one(inset: Sequence[str]) -> bool:
    """Whether an inset's words, with the comma that closes it, hold no other comma but before what describes somebody in it."""
    return all(after in _ASIDE for form, after in pairwise(inset) if form == "،")


def _is_subject(text: Text, first: int, name: int) -> bool:
    """Whether nothing but an office stands between a verb and the name of who speaks."""
    return not any(form == "،" or (_deciding[form] and form not in _GOVERNED) for form in text.forms[first:name])


@Known
def _deciding(form: str) -> bool:
    """Whether a word of this form (none past the text's end) may be أن, or end the search for one."""
    return _saying[form] or form in (_ON, _TO, ":") or (form != "" and "complementizer" in analyse(form).entries)


@Known
def _saying(form: str) -> bool:
    """Whether a word of this form (none past the text's end) is a finite verb, or a participle in the accusative, of saying."""
    hit = analyse(form).entries.get("speech_verb") if form else None
    return hit is not None and (hit.tag in ("past", "present") or (hit.tag == "participle" and form.endswith("ا")))


def _verb(text: Text, place: int) -> Hit | None:
    """The verb of saying that stands at a stored place."""
    return _verb_at(text, text.token_at(place))


def _verb_at(text: Text, i: int) -> Hit | None:
    hit = text.words[i].entries.get("speech_verb")
    return hit if hit is not None and hit.tag in ("past", "present", "participle") else None


def _tells_who_came(word: Word) -> bool:
    return "attending_word" in word.entries or "attending_verb" in word.entries


def _is_background(text: Text, statement: Statement, place: int) -> bool:
    """``دعا الوزراء إلى وقف النار، في لقاء حضره 30 وفدا``: whether the article itself tells who came to where this was said."""
    i = text.token_at(place)
    cue = statement.start + max(statement.exact.find(statement.cue), 0)
    verb = _verb(text, cue) if cue < place else None
    first = text.token_at(cue) + 1
    if one_in(text.where("said_where"), first, i):
        return _came(text, i)
    if verb is None or not (verb.value in _JUDGING or str(verb.value).partition(" ")[0] in _AIMING):
        return False
    if not _TELLING.isdisjoint(text.forms[first:i]) or next(complements(text, first, i), None) is not None:
        return False
    return _came(text, i)


def _came(text: Text, i: int) -> bool:
    """``اجتماع حضره 30``, ``بمشاركة وفود من 30``: whether token ``i`` counts those who came to a meeting."""
    for k in range(i - 1, max(-1, i - _NEAR - 1), -1):
        if text.kinds[k] != "word":
            return False
        entries = text.words[k].entries
        if "attending_word" in entries:
            return True
        verb = entries.get("attending_verb")
        if verb is not None:
            held = text.words[k - 1].entries
            return verb.value == "any" or "convening" in held
    return False
