"""Reviews: what people said of records. They are kept by the records' identity, so that they survive a better reader.

A deed is ``accept``, ``reject``, ``correct`` (fields from what they were to what they are), ``note`` (which changes
nothing) or ``undo`` (the record stands again as it was read). A record's standing is what its deeds come to, in order.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args, get_type_hints

from hasila.errors import ReviewError
from hasila.records import KINDS, Reading, record_ids

Act = Literal["accept", "reject", "correct", "note", "undo"]
Status = Literal["open", "accepted", "rejected", "corrected"]
_STATUS: dict[str, Status] = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "undo": "open"}
_FIXED = frozenset(["start", "end", "exact", "rule", "mentions", "places", "objective"])


@dataclass(frozen=True, slots=True)
class Review:
    """One deed: ``who`` did what to the ``record`` of a document, when (``at``), from what (``old``) to what (``new``)."""

    at: str
    who: str
    document: str
    kind: str
    record: str
    act: Act
    old: Mapping[str, Any] | None
    new: Mapping[str, Any] | None
    note: str | None
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What the deeds on a record come to: its ``status`` and the fields that are other than read."""

    status: Status = "open"
    changes: Mapping[str, Any] | None = None

    def after(self, act: Act, new: Mapping[str, Any] | None) -> "Standing":
        """The standing after one more deed.

        >>> Standing().after("correct", {"low": 70.0}).after("accept", None)
        Standing(status='accepted', changes={'low': 70.0})
        >>> Standing("rejected").after("note", None).after("undo", None)
        Standing(status='open', changes=None)
        """
        if act == "note":
            return self
        changes = {**(self.changes or {}), **(new or {})} if act != "undo" else {}
        return Standing(_STATUS[act], changes or None)


def standings(deeds: Iterable[tuple[str, Act, str | None]]) -> dict[str, Standing]:
    """The standing of each record, from (record, act, new fields as JSON) in order."""
    found: dict[str, Standing] = {}
    for record, act, new in deeds:
        found[record] = found.get(record, Standing()).after(act, json.loads(new) if new else None)
    return found


def reviewed(reading: Reading, standing: Mapping[str, Standing]) -> Reading:
    """The reading as it stands after review: without what was rejected, with what was corrected."""
    if not standing:
        return reading
    kept: dict[str, Any] = {}
    moved: dict[int, int] = {}
    for kind in KINDS:
        rows: list[Any] = []
        for n, (id, record) in enumerate(zip(record_ids(reading, kind), getattr(reading, kind), strict=True)):
            stands = standing.get(id, Standing())
            if stands.status != "rejected":
                if kind == "objectives":
                    moved[n] = len(rows)
                rows.append(replace(record, **_restored(stands.changes)) if stands.changes else record)
        kept[kind] = tuple(rows)
    judged = kept["assessments"]
    kept["assessments"] = tuple(a if a.objective is None else replace(a, objective=moved.get(a.objective)) for a in judged)
    return replace(reading, **kept)


def _restored(changes: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in changes.items()}


def correctable(record: Any) -> dict[str, Any]:
    """The fields of a record that a review may correct, with the types that their values have."""
    hints = get_type_hints(type(record))
    return {f.name: hints[f.name] for f in fields(record) if f.name not in _FIXED}


def correction(record: Any, typed: Mapping[str, str], lines: Iterable[str] = ()) -> dict[str, Any]:
    """What was typed, as values of the record's fields; :class:`ReviewError` says what may be written where it can't be.

    An empty text or ``null`` is no value; a list is written with ``;`` between its items. ``lines`` are the codebook's.

    >>> from hasila.records import Time
    >>> correction(Time(start=0, end=3, exact="أمس", type="DATE", value=None, rule="day"), {"value": "2016-07-19"})
    {'value': '2016-07-19'}
    """
    allowed = correctable(record)
    unknown = [name for name in typed if name not in allowed]
    if unknown:
        raise ReviewError(f"{unknown[0]}: is no field that can be corrected here; these can: {', '.join(allowed)}")
    values = {name: _value(name, text.strip(), allowed[name]) for name, text in typed.items()}
    if lines and "line" in values and values["line"] not in (*lines, "overall"):
        raise ReviewError(f"line: {values['line']!r} is no line of the codebook; its lines are {', '.join(lines)}, overall")
    low, high = (values.get(name, getattr(record, name, None)) for name in ("low", "high"))
    if low is not None and high is not None and low > high:
        raise ReviewError(f"low: {low:g} is greater than high, {high:g}; correct both, as low=… and high=…")
    return values


def _value(name: str, text: str, kind: Any) -> Any:
    optional = type(None) in get_args(kind)
    if text in ("", "null"):
        if optional:
            return None
        raise ReviewError(f"{name}: must have a value")
    options = [option for option in get_args(kind) if isinstance(option, str)]
    if options:
        if text not in options:
            raise ReviewError(f"{name}: {text!r} is none of {', '.join(options)}")
        return text
    if float in get_args(kind):
        try:
            return float(text.replace(",", ""))
        except ValueError:
            raise ReviewError(f"{name}: {text!r} is no number; write digits, such as 5800 or 0.5") from None
    if kind is bool:
        if text not in ("true", "false"):
            raise ReviewError(f"{name}: write true or false")
        return text == "true"
    if getattr(kind, "__origin__", None) is tuple:
        return [item.strip() for item in text.split(";") if item.strip()]
    return text
