"""The form of a codebook's file: every key, what may stand under it and what it is for.

The reader, its complaints and the JSON Schema for editors all follow this one table.
"""

from dataclasses import dataclass
from typing import Any, get_args

from hasila.codebook.schema import About, ActorKind, AssessorKind, Better
from hasila.records import EntityType


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its ``kind`` of value, what it is for, whether it must be there, and the values it can take, if they are few.

    Kinds: ``id``, ``label``, ``text``, ``choice``, ``flag``, ``factor``, ``count``, ``number`` (one, or ``[low, high]``), ``words``,
    ``groups`` (words, or lists of words), ``texts``, ``vocabulary`` and ``assessors`` (words by name), or the name of a
    mapping in :data:`FORM`, of which there is a list.
    """

    kind: str
    says: str
    needed: bool = False
    options: tuple[str, ...] = ()


_WORDS = "By lexeme: one form is enough for a regular noun or verb; broken plurals and hollow verbs are listed."
_MATCH = {
    "counts": Key("words", f"The counted noun. {_WORDS}"),
    "with": Key("groups", "One of these stands in the figure's clause; a list of lists: one of each."),
    "before": Key("words", "One of these stands right before the number, at most three words off."),
    "after": Key("words", "One of these stands right behind what is counted, at most three words off."),
    "without": Key("words", "None of these nearer to the number than the farthest word of 'with'."),
    "unless": Key("words", "None of these nearer to the number than every word of 'with'."),
    "never": Key("words", "None of these anywhere in the clause."),
    "within": Key("count", "The words of 'with' stand no farther from the number than so many words."),
}

FORM: dict[str, dict[str, Key]] = {
    "codebook": {
        "codebook": Key("id", "The codebook's name.", needed=True),
        "label": Key("label", "What it is called.", needed=True),
        "subject": Key("text", "The id of the actor whose undertaking is followed; needed by 'about: subject'."),
        "enemy": Key("text", "The id of the actor that it is against."),
        "theatre": Key("texts", "The places (ISO 3166-1) of a figure that names none."),
        "since": Key("count", "The year since when the undertaking lasts: wars of earlier years are other ones."),
        "vocabulary": Key("vocabulary", "Lists of Arabic words, each under a Latin name that stands for them in the lists below."),
        "lines": Key("line", "Lines of effort.", needed=True),
        "indicators": Key("indicator", "What series of figures measure."),
        "actors": Key("actor", "Those the subject turns on."),
        "assessors": Key("assessors", "Words by which an assessor without a name of his own is known to be of a kind."),
        "examples": Key("example", "Sentences with what must be read in them: the codebook's tests."),
    },
    "line": {
        "id": Key("id", "Its id.", needed=True),
        "label": Key("label", "What it is called.", needed=True),
        "words": Key("words", "Words and phrases that tell that an aim or a judgement is about this line."),
    },
    "indicator": {
        "id": Key("id", "Its id.", needed=True),
        "label": Key("label", "What it is called.", needed=True),
        "line": Key("text", "The id of the line of effort that it belongs to.", needed=True),
        "unit": Key("text", "What is counted (person), a UCUM or ISO 4217 code, '%', or money.", needed=True),
        "accumulates": Key("flag", "Whether each report counts from the start, so that a later one may not be lower."),
        "better": Key("choice", "Which way is better.", options=get_args(Better)),
        "about": Key(
            "choice",
            "Whose figure it is: who did it (doer), the side that was struck, or what is followed (subject), whoever tells it.",
            options=get_args(About),
        ),
        "tolerance": Key("factor", "How far apart two numbers may lie before they conflict; 1.5 is half as much again."),
        **_MATCH,
        "or": Key("match", "Other ways to fit, each by its own words alone: none takes over 'never', 'without' or 'within'."),
    },
    "match": {"unit": Key("text", "The unit of its figures, where it isn't the indicator's: '%' for a share."), **_MATCH},
    "actor": {
        "id": Key("id", "Its id.", needed=True),
        "label": Key("label", "What it is called.", needed=True),
        "type": Key("choice", "What it is.", needed=True, options=get_args(EntityType)),
        "kind": Key("choice", "Its part in the subject.", needed=True, options=get_args(ActorKind)),
        "names": Key("texts", "All its names, the fullest first.", needed=True),
        "short": Key("texts", "Names that others may share: they mean this one once it was named more fully."),
        "members": Key("texts", "The ids (ISO 3166-1, or an actor's) of those known to belong to it."),
        "leads": Key("texts", "The ids (ISO 3166-1, or an actor's) of those that lead it."),
        "outside": Key("texts", "The ids of those that act beside or against it: what they do is none of its doing."),
    },
    "example": {
        "text": Key("text", "A sentence as an article would have it.", needed=True),
        "indicator": Key("text", "The id of the indicator that its figure must get; null, or left out: none."),
        "value": Key("number", "Which figure of the sentence is meant, by its number; [low, high] for a range."),
        "about": Key("text", "Whose figure it must be: an actor's id or a country's ISO 3166-1 code."),
    },
}

ASSESSORS: tuple[str, ...] = get_args(AssessorKind)
_ID = {"type": "string", "pattern": "^[a-z][a-z0-9_-]*$"}
_TEXTS = {"type": "array", "items": {"type": "string"}}
_AMOUNT = {"type": ["number", "null"]}
_KINDS: dict[str, Any] = {
    "id": _ID,
    "label": {"$ref": "#/$defs/label"},
    "text": {"type": ["string", "null"]},
    "flag": {"type": "boolean"},
    "factor": {"type": "number", "minimum": 1},
    "count": {"type": "integer", "minimum": 1},
    "number": {"anyOf": [{"type": "number"}, {"type": "array", "items": _AMOUNT, "minItems": 2, "maxItems": 2}]},
    "words": _TEXTS,
    "texts": _TEXTS,
    "groups": {"anyOf": [_TEXTS, {"type": "array", "items": _TEXTS}]},
    "vocabulary": {"type": "object", "propertyNames": _ID, "additionalProperties": _TEXTS},
    "assessors": {"type": "object", "propertyNames": {"enum": list(ASSESSORS)}, "additionalProperties": _TEXTS},
}
_LABEL = {
    "type": "object",
    "properties": {"ar": {"type": "string"}, "en": {"type": "string"}},
    "required": ["ar", "en"],
    "additionalProperties": False,
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a codebook's file, for editors that check and complete YAML.

    >>> json_schema()["$defs"]["line"]["required"]
    ['id', 'label']
    """
    whole = _object("codebook")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A codebook of Hasila",
        **whole,
        "$defs": {"label": _LABEL} | {what: _object(what) for what in FORM if what != "codebook"},
    }


def _object(what: str) -> dict[str, Any]:
    """The schema of one kind of mapping."""
    return {
        "type": "object",
        "properties": {name: _value(key) for name, key in FORM[what].items()},
        "required": [name for name, key in FORM[what].items() if key.needed],
        "additionalProperties": False,
    }


def _value(key: Key) -> dict[str, Any]:
    """The schema of one key's value."""
    if key.options:
        return {"description": key.says, "enum": list(key.options)}
    if key.kind in FORM:
        return {"description": key.says, "type": ["array", "null"], "items": {"$ref": f"#/$defs/{key.kind}"}}
    return {"description": key.says, **_KINDS[key.kind]}
