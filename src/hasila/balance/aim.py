"""Aims: objectives joined across documents by holder, line and what they say, and aims that pull against each other."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from hasila.balance.cast import Known
from hasila.balance.dossier import Dossier
from hasila.balance.name import phrase
from hasila.balance.side import Sides
from hasila.balance.tie import is_coalition, main_coalition
from hasila.records import Objective, Reading, Verdict
from hasila.text import Text, lexeme

_ALIKE, _SHARED = 0.4, 0.6  # of all words of both, and of the shorter one's, that one aim told twice has in common
_OPPOSED = {"degrade": "destroy", "destroy": "degrade", "stay": "leave", "leave": "stay", "unite": "divide", "divide": "unite"}
_COMMON = 256  # aims of one holder and line that a word is looked up in: a bound, so that common words stay cheap
_ENEMY = ("destroy", "degrade")
_PREFIX = "aim:"


@dataclass(frozen=True, slots=True)
class Told:
    """An objective as one document tells it; ``words`` are its content words, names by id and kinds of action by kind."""

    n: int
    id: str
    objective: Objective
    holder: str | None
    assumed: bool
    words: frozenset[str]
    stance: str | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement of reading ``n``, without its words; very many of them are held.

    ``who`` is whom the words for its assessor mean, and ``kind`` of what kind he is; ``aim`` is the objective (an id) that its
    text says it judges; ``mark`` is that of its words, and ``again`` whether a reprint has told it before.
    """

    n: int
    id: str
    line: str
    verdict: Verdict
    start: int
    end: int
    who: Known | None
    kind: str
    aim: str | None
    mark: int
    again: bool


@dataclass(slots=True)
class Aim:
    """One aim with all its tellings, and the judgements that point to it."""

    told: list[Told]
    assessed: list[Judged] = field(default_factory=list)

    @property
    def first(self) -> Told:
        """The telling that stands for the aim."""
        return self.told[0]


def find_aims(told: Iterable[Told], judged: Iterable[Judged]) -> list[Aim]:
    """The aims, by line and holder; each judgement that names its objective is put to it."""
    groups: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in told:
        groups[one.objective.line, one.holder or ""].append(one)
    aims = [Aim(members) for key in sorted(groups) for members in _joined(groups[key])]
    by_id = {one.id: aim for aim in aims for one in aim.told}
    for judgement in judged:
        if judgement.aim is not None:
            by_id[judgement.aim].assessed.append(judgement)
    return aims


def told_aims(dossier: Dossier, sides: Sides, n: int, reading: Reading) -> Iterator[Told]:
    """The objectives of reading ``n``."""
    main = main_coalition(dossier, n) if reading.objectives else None
    for id, objective in zip(dossier.ids(n, "objectives"), reading.objectives, strict=True):
        holder, assumed = _holder(dossier, sides, n, objective.holder, main)
        words, stance = _words(dossier, n, objective.exact)
        if stance in _ENEMY and _pronoun(objective.exact) and dossier.codebook.enemy:
            words |= {dossier.codebook.enemy}
        yield Told(n, id, objective, holder, assumed, words, stance)


def _pronoun(exact: str) -> bool:
    """Whether the aim's target is a pronoun (``القضاء عليه``, ``تدميره``): the undertaking's enemy, told before."""
    text = phrase(exact)
    for i in text.where("stance"):
        found = text.find(i, "stance")
        if found and (found.hit.pronoun or text.form(found.stop - 1) in ("عليه", "عليها", "عليهم")):
            return True
    return False


def _holder(dossier: Dossier, sides: Sides, n: int, words: str | None, main: str | None) -> tuple[str | None, bool]:
    """Whose aim it is: the one named, a coalition whose officials hold it, or, for its bodies, the article's coalition."""
    if not words:
        return None, False
    known = dossier.casts[n].who(words)
    if known and dossier.actor(known.id):
        return known.id, False
    text = phrase(words)
    if main and any(text.has(i, "member_body") or text.has(i, "convening") for i in range(len(text))):
        return main, True
    if text.has(0, "coalition"):  # تحالف تقوده واشنطن
        leaders = set(dossier.casts[n].sides(text, 1, len(text)))
        led = [actor.id for actor in dossier.codebook.actors if is_coalition(actor) and leaders & set(actor.leads)]
        if len(led) == 1:
            return led[0], False
    coalitions = [side for side in sides.of(n, words)[1:] if (actor := dossier.actor(side)) and is_coalition(actor)]
    if known and known.type != "person" and len(coalitions) == 1:
        return coalitions[0], False
    return (known.id if known else None), False


def _words(dossier: Dossier, n: int, exact: str) -> tuple[frozenset[str], str | None]:
    text = phrase(exact)
    words: list[str] = []
    named = {s.first: s for s in dossier.casts[n].sightings(text, 0, len(text))}
    i, stance = 0, None
    while i < len(text):
        found = text.find(i, "stance")
        if i in named:
            words.append(named[i].known.id)
            i = named[i].last
        elif found:
            kind = _PREFIX + str(found.hit.value)
            words.append(kind)
            stance = stance or str(found.hit.value)
            i = found.stop
        else:
            words += _content(text, i)
            i += 1
    return frozenset(words), stance


def _content(text: Text, i: int) -> list[str]:
    form = text.form(i)
    if i == 0 and form.startswith(("ل", "ب")) and len(form) > 5:  # the purpose that an aim is told as: لاستعادة, بهزيمة
        form = form[1:]
    if text.kind(i) == "mark" or len(form) < 3 or any(text.has(i, cls) for cls in ("function", "auxiliary", "place_noun")):
        return []
    return [lexeme(form)]


def _joined(told: list[Told]) -> Iterator[list[Told]]:
    """Tellings that are alike, by the words they share: only those with a word in common are compared."""
    clusters: list[list[Told]] = []
    having: dict[str, list[int]] = defaultdict(list)
    for one in told:
        near = Counter(c for word in sorted(one.words) for c in having[word][:_COMMON])
        match = next((c for c, _ in sorted(near.items(), key=lambda item: (-item[1], item[0])) if _alike(one, clusters[c][0])), None)
        if match is None:
            match = len(clusters)
            clusters.append([])
            for word in one.words:
                having[word].append(match)
        clusters[match].append(one)
    yield from clusters


def _alike(one: Told, other: Told) -> bool:
    shared = len(one.words & other.words)
    least, both = min(len(one.words), len(other.words)), len(one.words | other.words)
    return bool(least) and one.stance == other.stance and shared >= _SHARED * least and shared >= _ALIKE * both


def opposed(dossier: Dossier, aims: Iterable[Aim]) -> dict[str, list[str]]:
    """Id of an aim → the ids of those that pull against it: another stance towards the same target."""
    by_target: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    targets: dict[str, set[str]] = {}
    aims = list(aims)
    for aim in aims:
        here = {word for word in aim.first.words if dossier.actor(word)}
        targets[aim.first.id] = here
        if aim.first.stance in _OPPOSED:
            for target in here:
                by_target[target][aim.first.stance].append(aim.first.id)
    against: dict[str, list[str]] = {}
    for aim in aims:
        other = _OPPOSED.get(aim.first.stance or "")
        if other:
            against[aim.first.id] = sorted({id for target in targets[aim.first.id] for id in by_target[target][other]})
    return against


def as_aim(dossier: Dossier, aim: Aim, against: dict[str, list[str]]) -> dict[str, Any]:
    """An aim as JSON; ``status`` is the spread of its judgements by kind of assessor."""
    first = aim.first
    numbers = {told.n for told in aim.told}
    return {
        "id": first.id,
        "holder": first.holder,
        "holder_name": holder_name(dossier, first),
        "holder_assumed": first.assumed,
        "line": first.objective.line,
        "exact": first.objective.exact,
        "time": next((told.objective.time for told in aim.told if told.objective.time), None),
        "stance": first.stance,
        "opposed": against.get(first.id, []),
        "status": spread(dossier, aim.assessed),
        "assessments": sorted(one.id for one in aim.assessed),
        "quotes": sorted(told.id for told in aim.told),
        "document": dossier.source(first.n),
        "start": first.objective.start,
        "end": first.objective.end,
        "documents": dossier.sources(numbers),
        "evidence": dossier.evidence(numbers),
    }


def holder_name(dossier: Dossier, told: Told, language: str = "ar") -> str | None:
    """The holder's name, as in the text where no entity is known."""
    known = told.holder in dossier.names
    return dossier.name(told.holder, language) if known else told.objective.holder


def spread(dossier: Dossier, assessed: Iterable[Judged]) -> dict[str, dict[str, int]]:
    """How many judgements of each verdict each kind of assessor passed; reprints count once."""
    seen: set[tuple[Any, ...]] = set()
    counts: dict[str, dict[str, int]] = {}
    for one in sorted(assessed, key=lambda one: (one.n, one.start, one.id)):
        same = (dossier.groups[one.n], one.mark, one.verdict, one.line)
        if same not in seen:
            seen.add(same)
            verdicts = counts.setdefault(one.kind, {"met": 0, "partly_met": 0, "not_met": 0})
            verdicts[one.verdict] += 1
    return {kind: counts[kind] for kind in sorted(counts)}
