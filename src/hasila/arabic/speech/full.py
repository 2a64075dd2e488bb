"""Papers given in full: whose words the lines are that ``وفيما يلي نص بيان الوزارة:`` leads to, up to ``انتهى البيان``."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.issued import is_paper
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.text import Text, find_lines, find_marks

FULL = frozenset(waw + form for waw in ("", "و") for form in ("نص", "النص", "نصه", "نصها", "بالنص", "نصا"))
_ITS = frozenset(["نصه", "نصها"])
_FROM = frozenset(["عن", "من"])
_FAR, _LONGEST_LEAD, _LONGEST_MAKER = 60, 45, 14  # tokens
_LONGEST_TITLE = 14
_LONGEST_END = 5  # tokens of ``انتهى نص البيان``
_paper, _published, _given = listed("account_noun", "occasion"), listed("published_verb"), listed("giving_verb", "published_verb")
_participle, _cataphoric = listed("published_participle"), listed("cataphoric")
_proclaimed = listed("proclamation")
_turning = listed("turning_away", "contrast")


def find_full(speakers: SpeakerReader) -> Iterator[Draft]:
    """The papers that a text gives in full, each a statement of who has put it out.

    >>> from hasila.arabic.name import Names
    >>> from hasila.text import prepare
    >>> text = prepare("وفيما يلي نص بيان الوزارة:\\nافتتحنا ثلاثين مدرسة.\\nانتهى البيان.")
    >>> [(text.exact(d.speaker.first, d.speaker.last), d.until) for d in find_full(SpeakerReader(text, Names(), {}))]
    [('الوزارة', 10)]
    """
    text, past = speakers.text, 0
    for colon in text.derived(find_marks).get(":", ()):
        if colon + 1 not in text.lines or colon + 1 >= len(text.words) or colon < past:
            continue
        begin = max(past, text.sentence(colon)[0], colon - _LONGEST_LEAD)
        paper = _leads(text, begin, colon)
        speaker = (_whose(speakers, begin, paper, colon) or _itself(text, begin, paper)) if paper is not None else None
        if paper is None or speaker is None:
            continue
        past = _end(text, colon)
        if past > colon + 1:
            yield _draft(paper, colon + 1, past, speaker)
    titled = None if past else _title(speakers)
    if titled is not None:
        yield titled


def _draft(paper: int, first: int, until: int, speaker: Speaker) -> Draft:
    return Draft(Cue(paper, paper + 1, 0, "say", "full"), first, 0, first, speaker.referred_to, "say", until=until)


def _title(speakers: SpeakerReader) -> Draft | None:
    """``نص بيان الوزارة`` for a headline: the whole text below is the paper, where nothing else leads to it."""
    text = speakers.text
    if not is_titled(text):
        return None
    stop = text.derived(find_lines)[0][1]
    paper = int(text.forms[0] in FULL)
    speaker = _told_behind(speakers, paper, stop) if stop < min(len(text.words), _LONGEST_TITLE) else None
    until = _end(text, stop - 1)
    return _draft(paper, stop, until, speaker) if speaker and speaker.last == stop < until else None


def is_titled(text: Text) -> bool:
    """Whether a text begins with the name of a paper that may be given in full."""
    return bool(text.forms) and (_proclaimed[text.forms[0]] or (text.forms[0] in FULL and _is_paper(text, 1)))


def _stands_alone(text: Text, i: int) -> bool:
    """``(انتهى نص البيان)``: whether the word and the paper's name are all between marks or line ends."""
    stop = i + 1
    while stop < len(text.words) and stop - i < _LONGEST_END and (text.forms[stop] in FULL or _is_paper(text, stop)):
        stop += 1
    opens = i in text.lines or text.kinds[i - 1] == "mark"
    return opens and (stop >= len(text.words) or stop in text.lines or text.kinds[stop] == "mark")


def _leads(text: Text, begin: int, colon: int) -> int | None:
    """The paper in a lead-in that gives it in full, or points to the lines that follow; None where it does not."""
    forms = text.forms
    papers = [i for i in range(colon - 1, begin - 1, -1) if _is_paper(text, i)]
    paper = next((i for i in papers if forms[i - 1] in FULL), next(iter(papers), None))
    if paper is None:
        return None
    full = forms[paper] in _ITS or not FULL.isdisjoint(forms[begin:paper])
    return paper if full or (colon - paper <= 3 and _cataphoric[forms[colon - 1]]) else None


def _is_paper(text: Text, i: int) -> bool:
    return (
        is_paper[text.forms[i]]
        or text.forms[i] in _ITS
        or (_paper[text.forms[i]] and (text.has(i, "account_noun") or text.has(i, "occasion")))
    )


def _whose(speakers: SpeakerReader, begin: int, paper: int, colon: int) -> Speaker | None:
    """Who has put out the paper: its owner, who has made it, the subject of the verb before it, else whose paper the text has told of."""
    text = speakers.text
    own = next((i for i in range(paper - 1, begin - 1, -1) if _is_paper(text, i)), paper) if text.forms[paper] in _ITS else paper
    found = _told_behind(speakers, own, colon) or _subject(speakers, begin, own)
    if found is not None:
        return found
    back = range(begin - 1, max(-1, begin - _FAR), -1)
    return next((owned for i in back if _is_paper(text, i) and (owned := _told_behind(speakers, i, text.sentence(i)[1]))), None)


def _itself(text: Text, begin: int, paper: int) -> Speaker | None:
    """``نص البيان الذي صدر في ختام الاجتماع:``: the paper, where it is given in full and nobody is told to have put it out."""
    whole = text.forms[paper].startswith("ال") and not FULL.isdisjoint(text.forms[begin:paper])
    return Speaker(-1, paper, paper + 1, 0, "account", True) if whole else None


def in_full(text: Text, drafts: list[Draft]) -> list[Draft]:
    """The drafts, where a paper given in full tells what ``تحقيقاتنا`` have found as the words of who has put it out."""
    papers = [draft for draft in drafts if draft.cue.form == "full"]
    if not papers:
        return drafts
    return [_ours(text, draft, papers) for draft in drafts]


def _ours(text: Text, draft: Draft, papers: list[Draft]) -> Draft:
    speaker = draft.speaker
    own = text.words[speaker.last - 1].entries.get("own_paper")
    if own is None or own.pronoun != "نا":
        return draft
    paper = next((paper for paper in papers if paper.content <= draft.cue.first < paper.until), None)
    return replace(draft, speaker=paper.speaker) if paper else draft


def _told_behind(speakers: SpeakerReader, paper: int, stop: int) -> Speaker | None:
    """``بيان الوزارة``, ``البيان الصادر عن الوزارة``, ``البيان الذي تلاه أمس الوزير``."""
    text, forms = speakers.text, speakers.text.forms
    stop = next((i for i in range(paper, min(stop, paper + _FAR)) if forms[i] in "،.:"), stop)
    owner = speakers.owner(paper, stop)
    if owner:
        return _named(speakers, owner[0], stop, owner[1])
    for i in range(paper + 1, min(stop - 1, paper + _LONGEST_MAKER)):
        if forms[i] in _FROM and _participle[forms[i - 1]]:
            return _named(speakers, i + 1, stop, 0)
        made = text.words[i].entries.get("published_verb") if _published[forms[i]] else None
        if made is not None and made.pronoun:
            at = next((k for k in range(i + 1, stop) if speakers.plausible(k) and not text.has(k - 1, "preposition")), stop)
            return speakers.phrase(at, stop, whole=True) if at < stop else None
    return None


def _named(speakers: SpeakerReader, first: int, stop: int, skip: int) -> Speaker | None:
    found = speakers.phrase(first, stop, whole=False, skip=skip) if first < stop else None
    return found if found and found.kind != "place" else None


def _subject(speakers: SpeakerReader, begin: int, paper: int) -> Speaker | None:
    """``أصدرت الوزارة البيان الآتي:``: who gives the paper out; a paper's text (``نشرت الصحيفة نص البيان``) is not of who passes it on."""
    text = speakers.text
    if not FULL.isdisjoint(text.forms[begin : paper + 1]):
        return None
    source = next((i + 1 for i in range(begin, paper - 1) if text.forms[i] in _FROM and speakers.plausible(i + 1)), None)
    found = _named(speakers, source, paper, 0) if source is not None else None
    if found is not None:
        return found  # تلقت الصحيفة من الوزارة البيان الآتي
    verb = next((i for i in range(begin, paper) if _given[text.forms[i]]), None)
    return speakers.subject(verb + 1, paper) if verb is not None and verb + 1 < paper else None


def _end(text: Text, colon: int) -> int:
    """Where the paper ends: at the words that close it, at a line that turns to something else, else with the text."""
    closings, lines = text.where("closing_word"), text.derived(find_lines)
    for i in closings[bisect_right(closings, colon) :]:
        if _stands_alone(text, i):
            return i
    for first, _ in lines[bisect_right(lines, (colon, len(text.words))) :]:
        if _turning[text.forms[first]] and (text.has(first, "turning_away") or text.has(first, "contrast")):
            return first
    return len(text.words)
