"""Papers put out: whose words they are (``وزعت الحركة على الصحفيين بيانا يقول إن``, ``نص تقرير الديوان، وورد فيه أن``)."""

from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.lead import honour_of_his
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.mark import QUOTES
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.noun import paper as a_paper
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.arabic.speech.word import BROKEN, OF_IT, PRESS, WAS, is_made
from hasila.text import Known, Text, analyse, feminine_verb

_published, _paper, _set_against = listed("published_verb"), listed("account_noun"), listed("adversative")
_holding = listed("convening_verb")
_CITING = frozenset(["الي", "علي", "في", "عن"])
_PAPERS = ("account_noun", "own_paper", "occasion")
_LEAST, _OWNED = 3, ("ه", "ها", "هم")
IN_IT, _HERS = frozenset(["فيه", "فيها", "به", "بها"]), frozenset(["فيها", "بها"])  # بيان كشف فيه نتائج: what an earlier paper tells
_ABOUT, _LONGEST_MATTER = frozenset(["بشان", "حول", "عن", "بخصوص", "يتضمن", "تضمن", "تضمنت"]), 5
_IN_MEETING = frozenset(["فيه", "فيها", "خلاله", "خلالها", "اثناءه", "اثناءها"])
_JOINED = 10  # tokens from a joined verb to the one it goes with, and from that to the paper
_ON_BEHALF = frozenset(["نيابه", "بالنيابه", "انابه", "بالانابه"])
_ADJECTIVES = 2  # tokens between the paper and the verb of giving it out
_NEAR, _FAR = 20, 40  # tokens looked back for the paper, and from there for who puts it out


def issuer(text: Text, speakers: SpeakerReader, begin: int, at: int, pronoun: str = "") -> Speaker | None:
    """Whose paper it is that a clause at token ``at`` tells of: its owner's, else his who puts it out; None where none is put out.

    A ``pronoun`` that takes it up agrees with it (``كشف المركز في بيان حصيلة المعركة، وجاء فيه``).

    >>> from hasila.arabic.name import Names
    >>> from hasila.text import prepare
    >>> text = prepare("وزعت الشركة على التجار نشرة تقول إن الأسعار ثابتة")
    >>> found = issuer(text, SpeakerReader(text, Names(), {}), 0, 5)
    >>> text.exact(found.first, found.last)
    'الشركة'
    """
    forms = text.forms
    begin = next((i for i in range(at - 1, max(begin, at - _NEAR), -1) if _set_against[forms[i]] and text.has(i, "adversative")), begin)
    papers = (i for i in range(at - 1, max(begin, at - _NEAR) - 1, -1) if is_paper[forms[i]] and forms[i - 1] not in IN_IT)
    papers = (i for i in papers if not pronoun or _feminine(forms[i]) == (pronoun in _HERS))
    paper = next((i for i in papers if forms[i + 1] not in OF_IT and not _is_matter(text, begin, i)), None)
    if paper is None or not WAS.isdisjoint(forms[paper + 1 : at]):  # امتنع عن تقدير العدد، وكان مسؤول قد ذكر
        return None
    verb = next((i for i in range(paper - 1, max(begin, paper - _FAR) - 1, -1) if _published[forms[i]] and _puts_out(text, i)), None)
    verb = _holds(text, begin, paper, at) if verb is None else verb
    deliverer = _deliverer(speakers, paper, at)
    if deliverer:
        return deliverer
    owner = speakers.owner(paper, at) or _written_for(text, speakers, paper, at)
    if verb is None:
        if not _is_cited(forms, paper):
            return None
        return speakers.phrase(owner[0], at, whole=False, skip=owner[1]) if owner else _answerer(text, speakers, begin, paper, at)
    first = speakers.past_circumstance(verb + 1, paper)  # ألقى فيها الوزير كلمة
    found = speakers.phrase(owner[0], at, whole=False, skip=owner[1]) if owner else speakers.subject(first, paper)
    if found is None and honour_of_his[forms[first]]:
        found = speakers.phrase(first, paper, whole=False)  # ألقى معاليه كلمة
    if found is None and forms[first].endswith(_OWNED) and forms[first] not in _IN_MEETING and first < paper:
        return Speaker(-1, first, first + 1, 0, "role")  # تلا ناطقهم بيانا
    return found and found.referred_to


def _holds(text: Text, begin: int, meeting: int, at: int) -> int | None:
    """``عقد الوزير مؤتمرا صحفيا قال فيه``: the verb of holding the meeting in which a clause at token ``at`` says something."""
    if text.forms[at + 1] not in _IN_MEETING:
        return None
    near = range(meeting - 1, max(begin, meeting - _NEAR) - 1, -1)
    found = next((i for i in near if _holding[text.forms[i]] or (text.kinds[i] == "mark" and text.forms[i] not in QUOTES)), None)
    return found if found is not None and text.kinds[found] == "word" else None


def maker(text: Text, speakers: SpeakerReader, begin: int, at: int, pronoun: str) -> Speaker | None:
    """``الإحصائية التي نشرها المركز وجاء فيها``: whose paper a pronoun at token ``at`` takes up, by what tells of it before that."""
    for i in range(at - 1, max(begin, at - _NEAR) - 1, -1):
        if (_paper[text.forms[i]] or is_paper[text.forms[i]]) and _feminine(text.forms[i]) == (pronoun in _HERS):
            found = _deliverer(speakers, i, at)
            if found:
                return found
            found = speakers.phrase(i, at, whole=False) if _paper[text.forms[i]] else None
            if found and found.first != i:
                return found.referred_to
    return None


def _deliverer(speakers: SpeakerReader, paper: int, at: int) -> Speaker | None:
    """``كلمة ألقاها الوزير``, ``عرض مفصل قدمه الوزير``: whose the words are that a verb behind them takes up by its pronoun."""
    for i in range(paper + 1, min(paper + _ADJECTIVES + 2, at - 1)):
        word = speakers.text.words[i]
        if not is_made(word) or word.entries["published_verb"].clitics:
            continue
        first = speakers.past_circumstance(i + 1, at)
        found = speakers.subject(first, at) if first < at and _may_deliver(speakers.text, first) else None
        return found and found.referred_to  # نشرت الهيئة في بيان أصدرته أمس نتائج كذا: she before it
    return None


def _may_deliver(text: Text, i: int) -> bool:
    """Whether what stands behind a paper's verb is no paper itself, and not on whose behalf it was given out."""
    return a_paper[text.forms[i]] is None and text.forms[i] not in _ON_BEHALF


def _is_matter(text: Text, begin: int, i: int) -> bool:
    """``بيانا بشأن نتائج العملية``: whether a paper is only what another, told before it, is about."""
    return text.forms[i - 1] in _ABOUT and any(is_paper[text.forms[k]] for k in range(max(begin, i - _LONGEST_MATTER), i - 1))


def _answerer(text: Text, speakers: SpeakerReader, begin: int, paper: int, at: int) -> Speaker | None:
    """``رد الوزير برسالة قال فيها``: the subject of the sentence's verb, where what is said in his paper takes it up by a pronoun."""
    if text.forms[at + 1] not in IN_IT or not text.forms[paper].startswith("ب"):
        return None
    first = next((i for i in range(paper - 1, begin, -1) if is_finite(text.forms[i])), begin) + 1
    found = speakers.phrase(first, paper, whole=True) if speakers.plausible(first) else None
    return found and found.referred_to


def joined(text: Text, speakers: SpeakerReader, begin: int, at: int) -> Speaker | None:
    """``استند إلى تقرير للبنك صدر أمس وقدر العدد بألف``: whose paper it is that a verb joined by و to what describes it goes on with.

    The verb goes with the paper's gender, and stands behind the verb that tells when or where the paper came out.
    """
    forms = text.forms
    put_out = speakers.put_out(at, feminine=feminine_verb[forms[at]])
    if put_out:
        return put_out
    near = range(at - 1, max(begin, at - _JOINED) - 1, -1)
    out = next((i for i in near if _published[forms[i]] or (text.kinds[i] == "mark" and forms[i] not in QUOTES)), at)
    paper = next((i for i in range(out - 1, max(begin, out - _JOINED) - 1, -1) if is_paper[forms[i]]), None)
    if out == at or text.kinds[out] == "mark" or paper is None or not _is_cited(forms, paper):
        return None
    if feminine_verb[forms[at]] != _feminine(forms[paper]):
        return None
    if forms[out].endswith("ها" if _feminine(forms[paper]) else "ه"):  # تقرير قدمه المركز إلى المجلس وقدر العدد بألف
        found = speakers.subject(out + 1, at)
        return found and found.referred_to
    if feminine_verb[forms[out]] != _feminine(forms[paper]):
        return None
    owner = speakers.owner(paper, out) or _written_for(text, speakers, paper, out)
    found = speakers.phrase(owner[0], out, whole=False, skip=owner[1]) if owner else None
    return found and found.referred_to


def _is_cited(forms: list[str], paper: int) -> bool:
    return forms[paper].startswith("ب") or forms[paper - 1] in _CITING


def _feminine(noun: str) -> bool:
    return noun.endswith(("ه", "ات")) or noun in BROKEN


def _written_for(text: Text, speakers: SpeakerReader, paper: int, at: int) -> tuple[int, int] | None:
    """``تسجيلا مصورا للرئيس``: (token, clitics) of whose the paper is by ل, right behind it or behind its adjective."""
    for i in range(paper + 1, min(paper + 3, at)):
        mention, form = speakers.named.get(i), text.forms[i]
        if form.startswith("ل") and form not in PRESS and (mention is None or mention.first == i):
            role = text.words[i].entries.get("source_noun") or text.words[i].entries.get("body_noun")
            if mention or (role and role.clitics == "ل"):
                return i, mention.skip if mention else 2 if form.startswith("لل") else 1
    return None


@Known
def is_paper(form: str) -> bool:
    """Whether a word of this form (none past the text's ends) is an indefinite paper, be it in the accusative (``بيانا``)."""
    entries = analyse(form).entries if form else {}
    hit = next((entries[cls] for cls in _PAPERS if cls in entries), None)
    if hit is None:
        return form.endswith("ا") and len(form) > _LEAST and is_paper[form[:-1]]
    return not hit.article and not hit.pronoun and hit.clitics in ("", "ب")


def _puts_out(text: Text, i: int) -> bool:
    hit = text.words[i].entries.get("published_verb")
    return hit is not None and hit.tag in ("past", "present") and not hit.pronoun
