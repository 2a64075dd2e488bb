"""From cue to statement: the verbs of saying, their speakers carried along."""

from operator import attrgetter

from hasila.arabic.name import Names
from hasila.arabic.speech.claimed import find_claimed
from hasila.arabic.speech.crediting import LONGEST_DATE, TELLING, CreditReader
from hasila.arabic.speech.cue import Cue, find_cues
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.estimate import find_estimates
from hasila.arabic.speech.excerpt import begin, excerpt
from hasila.arabic.speech.extent import Extents, extents
from hasila.arabic.speech.fronted import find_fronted, is_account
from hasila.arabic.speech.full import find_full, in_full, is_titled
from hasila.arabic.speech.gesture import find_gestures
from hasila.arabic.speech.headline import find_heads
from hasila.arabic.speech.interview import Answer, find_answers
from hasila.arabic.speech.listing import find_sources, list_stop
from hasila.arabic.speech.made import find_made, is_at, makes
from hasila.arabic.speech.nominal import NominalReader
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.offered import find_offered
from hasila.arabic.speech.quotation import find_quotations
from hasila.arabic.speech.reply import find_replies
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.arabic.speech.trailing import find_trailing
from hasila.arabic.speech.word import IN
from hasila.records import Statement
from hasila.text import Text, find_marks

_PLACE = attrgetter("start", "end")
_FOLLOWING = 19  # statements that may end one before them
_BODIES = frozenset(["organization", "country", "body"])


def find_credits(text: Text, names: Names) -> list[Statement]:
    """The statements of a text, in order of their cues."""
    cues = find_cues(text)
    if (
        not cues
        and TELLING.isdisjoint(text.derived(find_marks))
        and not (is_titled(text) or text.where(is_account) or text.where("estimate_noun") or text.where(is_at) or text.where(makes))
    ):
        return []
    quotations = text.derived(find_quotations)
    speakers = SpeakerReader(text, names, quotations)
    nominal = NominalReader(text, names, speakers)
    answers = find_answers(speakers)
    reader = CreditReader(text, names, speakers, nominal=nominal, answers=answers)
    reader.read([cue for cue in cues if not speakers.within_person(cue.first)])
    drafts = [
        *_unanswered(find_heads(speakers), answers),
        *reader.drafts,
        *reader.tallies,
        *map(_answered, answers),
        *find_sources(speakers),
        *find_full(speakers),
        *find_fronted(speakers),
        *find_estimates(speakers),
        *find_trailing(speakers),
    ]
    told = {draft.content for draft in drafts if draft.cue.finite}
    drafts += find_made(speakers, {draft.speaker.first for draft in drafts}, told)
    drafts += find_offered(speakers, {draft.speaker.first for draft in drafts})
    drafts += find_claimed(speakers, drafts)
    drafts += find_gestures(speakers, drafts)
    if not answers:
        drafts += find_replies(speakers, drafts)
    drafts = in_full(text, drafts)
    drafts.sort(key=lambda draft: (draft.cue.first, -draft.until))
    ends = extents(text, quotations)
    found = [_statement(ends, draft, drafts[n : n + _FOLLOWING]) for n, draft in enumerate(drafts, 1)]
    return sorted([one for one in found if one is not None], key=_PLACE)


def _statement(ends: Extents, draft: Draft, following: list[Draft]) -> Statement | None:
    text, cue, first, stop = ends.text, draft.cue, draft.first, draft.until
    if stop <= 0:
        stop = ends.end(draft, following)
        if stop <= first:
            stop = first + 1
    if text.forms[stop] == ":" and stop > cue.first:
        stop = list_stop(text, stop) or stop
    if _says_only_when(text, draft, stop):
        return None  # في بيان أصدرته القيادة أمس الأحد
    start, end = begin(text, first, draft.skip), text.stored_ends[stop - 1]
    return Statement(
        start=start,
        end=end,
        exact=text.folded.stored[start:end],
        speaker=_spoken(text, draft.speaker),
        via=_spoken(text, draft.via) if draft.via else None,
        cue=excerpt(text, cue.first, cue.last, cue.skip),
        type=draft.type,
        direct=ends.openers != [] and ends.direct(draft, stop),
    )


def _says_only_when(text: Text, draft: Draft, stop: int) -> bool:
    """Whether all that a phrase of crediting, or of the paper that somebody says something in, has behind who speaks is its day."""
    cue, first = draft.cue, draft.first
    if cue.first > first and cue.type == "report" and text.forms[first - 1] == IN:
        first = draft.speaker.last
    elif cue.form != "credit" or cue.first >= first:
        return False
    return 0 < stop - first <= LONGEST_DATE and all(_tells_when(text, i) for i in range(first, stop))


def _tells_when(text: Text, i: int) -> bool:
    """Whether a token only says when something was said."""
    return "weekday" in text.words[i].entries or text.has(i, "adverbial")


def _answered(answer: Answer) -> Draft:
    cue = Cue(answer.first, answer.first + 1, 0, "say", "answer")
    return Draft(cue=cue, first=answer.first, skip=0, content=answer.content, speaker=answer.speaker, type="say", until=answer.last)


def _unanswered(headlines: list[Draft], answers: list[Answer]) -> list[Draft]:
    """The lines with a speaker at their head that are no answers of an interview."""
    told = {answer.first for answer in answers}
    return [draft for draft in headlines if draft.first not in told]


def _spoken(text: Text, speaker: Speaker) -> str:
    """The speaker's words without clitics; the article that ل swallows is given back (``للأمم المتحدة``)."""
    _, first, last, skip, kind, _ = speaker
    waw = text.forms[first].startswith("ولل")
    if (skip == 2 + waw or (skip == waw and kind in _BODIES)) and text.forms[first].startswith(("لل", "ولل")):
        body = text.words[first].entries.get("body_noun") or text.words[first].entries.get("account_noun")
        own = body is not None and body.clitics.endswith("ل") and not body.article  # للجنة, للائحة: its second ل is the noun's
        return "ال" + excerpt(text, first, last, waw + (1 if own else 2))
    return excerpt(text, first, last, skip)
