"""The source of modules with the constructors of their records spelled out, so that they are compiled.

A ``dataclass`` writes the ``__init__`` of its class while the program starts, in Python: compiled code that makes a record has to call
that, and can be sure of none of its fields. So ``setup.py`` compiles a copy of the source in which each is spelled out, on the empty
line behind the fields. Lines keep their numbers. A frozen record is left open there, for its constructor to fill.

A field that holds how a table is looked up in (``form=forms.__getitem__``, which is quickest in plain Python) becomes the table, and a
method that looks up in it, which is what compiled code calls quickest.
"""

import ast
from collections.abc import Mapping
from typing import NamedTuple


class Slot(NamedTuple):
    """A field: its type and default as they are spelled, whether the constructor is given it, and whether by name only."""

    name: str
    type: str
    default: str | None
    factory: str | None
    given: bool
    by_name: bool


class Record(NamedTuple):
    """A record: the full name of that which it builds on ("": none), its own fields, and whether something is done once they are filled."""

    base: str
    slots: list[Slot]
    is_finished: bool


def records(sources: Mapping[str, str]) -> dict[str, Record]:
    """The records of these modules, by the full name of each."""
    found: dict[str, Record] = {}
    for module, source in sources.items():
        tree = ast.parse(source)
        origin = _origin(tree)
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and _options(node) is not None:
                found[f"{module}.{node.name}"] = _record(source, node, origin)
    return found


def constructed(source: str, known: Mapping[str, Record]) -> str:
    """The source with its constructors; ``known`` are the records that others may build on.

    >>> print(constructed('''from dataclasses import dataclass
    ... @dataclass(frozen=True, slots=True)
    ... class Row:
    ...     "A row."
    ...     first: int
    ...     last: int = 0
    ...
    ...     def __len__(self): return self.last - self.first''', {}))
    from dataclasses import dataclass
    @dataclass(init=False, unsafe_hash=True)
    class Row:
        "A row."
        first: int
        last: int = 0
        def __init__(self, first: int, last: int = 0) -> None: self.first = first; self.last = last
        def __len__(self): return self.last - self.first

    >>> print(constructed('''@dataclass(eq=False)
    ... class Kinds:
    ...     kind: Callable[[int], str]
    ...
    ...     def one(self, n): return self.kind(n)
    ...
    ...     def two(self, n): return self.kind(n) + self.kind(n + 1)
    ... Kinds(
    ...     kind=["word", "mark"].__getitem__,
    ... )''', {}))
    @dataclass(init=False, eq=False)
    class Kinds:
        _kind: list[str]
        def __init__(self, _kind: list[str]) -> None: self._kind = _kind
        def one(self, n): return self.kind(n)
        def kind(self, key: int) -> str: return self._kind[key]
        def two(self, n): return self.kind(n) + self.kind(n + 1)
    Kinds(
        _kind=['word', 'mark'],
    )
    """
    lines, tree = source.split("\n"), ast.parse(source)
    if _give_tables(lines, tree):
        source = "\n".join(lines)
        tree = ast.parse(source)
    origin = _origin(tree)
    for node in tree.body:
        options = _options(node)
        if not isinstance(node, ast.ClassDef) or options is None:
            continue
        record = _record(source, node, origin)
        if record.base and record.base not in known:
            continue
        decorated = node.decorator_list[0].lineno - 1
        lines[decorated] = f"@dataclass({options}){lines[decorated].partition(')')[2]}"
        if record.slots:
            last = max(one.end_lineno or 0 for one in node.body if isinstance(one, ast.AnnAssign))
            if lines[last].strip():
                raise ValueError(f"no empty line behind the fields of {node.name}")
            lines[last] = f"    {_constructor(record, known)}"
    return "\n".join(lines)


def _options(node: ast.stmt) -> str | None:
    """What the decorator of a record is told besides: a frozen one is hashed as before. None where it is none without a constructor."""
    if not isinstance(node, ast.ClassDef) or len(node.decorator_list) != 1:
        return None
    decorator = node.decorator_list[0]
    if not isinstance(decorator, ast.Call) or not isinstance(decorator.func, ast.Name) or decorator.func.id != "dataclass":
        return None
    told = {one.arg: ast.unparse(one.value) for one in decorator.keywords}
    if told.get("eq") == "False":
        return "init=False, eq=False"
    return "init=False, unsafe_hash=True" if "True" in (told.get("frozen"), told.get("unsafe_hash")) else "init=False"


def _give_tables(lines: list[str], tree: ast.Module) -> bool:
    """Give records tables for look-ups in them, each with a method on an empty line before another; whether there were any."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    given = False
    for node in tree.body:
        if not isinstance(node, ast.ClassDef) or _options(node) is None:
            continue
        fields = {ast.unparse(one.target): one for one in node.body if isinstance(one, ast.AnnAssign)}
        methods = [one for one in node.body if isinstance(one, ast.FunctionDef)]
        free = iter([min([one.lineno, *(above.lineno for above in one.decorator_list)]) - 2 for one in methods[1:]])
        for told in [told for call in calls if ast.unparse(call.func) == node.name for told in call.keywords]:
            if told.arg in fields and isinstance(told.value, ast.Attribute) and told.value.attr == "__getitem__":
                key, found = _key_and_value(fields[told.arg].annotation)
                table = f"list[{found}]" if key == "int" else f"dict[{key}, {found}]"
                lines[fields[told.arg].lineno - 1] = f"    _{told.arg}: {table}"
                lines[told.lineno - 1] = f"{' ' * told.col_offset}_{told.arg}={ast.unparse(told.value.value)},"
                lines[next(free)] = f"    def {told.arg}(self, key: {key}) -> {found}: return self._{told.arg}[key]"
                given = True
    return given


def _key_and_value(annotation: ast.expr) -> tuple[str, str]:
    """What is looked up, and what is found, by the type of a look-up: ``Callable[[int], str]``."""
    assert isinstance(annotation, ast.Subscript) and isinstance(annotation.slice, ast.Tuple)
    keys, found = annotation.slice.elts
    assert isinstance(keys, ast.List)
    return ast.unparse(keys.elts[0]), ast.unparse(found)


def _origin(tree: ast.Module) -> dict[str, str]:
    """The full names of what a module imports."""
    told = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    return {one.name: f"{node.module}.{one.name}" for node in told for one in node.names}


def _record(source: str, node: ast.ClassDef, origin: Mapping[str, str]) -> Record:
    named = any(one.arg == "kw_only" for one in getattr(node.decorator_list[0], "keywords", ()))
    slots = [_slot(source, one, named) for one in node.body if isinstance(one, ast.AnnAssign)]
    is_finished = any(isinstance(one, ast.FunctionDef) and one.name == "__post_init__" for one in node.body)
    base = ast.unparse(node.bases[0]) if node.bases else ""
    return Record(origin.get(base, base), slots, is_finished)


def _slot(source: str, field: ast.AnnAssign, named: bool) -> Slot:
    name, kind, value = ast.unparse(field.target), ast.get_source_segment(source, field.annotation) or "", field.value
    if not (isinstance(value, ast.Call) and ast.unparse(value.func) == "field"):
        return Slot(name, kind, None if value is None else ast.unparse(value), None, True, named)
    told = {one.arg: ast.unparse(one.value) for one in value.keywords}
    return Slot(
        name, kind, told.get("default"), told.get("default_factory"), told.get("init") != "False", named or told.get("kw_only") == "True"
    )


def _constructor(record: Record, known: Mapping[str, Record]) -> str:
    """The constructor of a record, on one line: what it builds on is filled first, and is given without its type."""
    slots, is_finished = list(record.slots), record.is_finished
    while record.base:
        record = known[record.base]
        slots[:0] = [slot._replace(type="") for slot in record.slots]
        is_finished = is_finished or record.is_finished
    given = [slot for slot in slots if slot.given]
    named = [_parameter(slot) for slot in given if slot.by_name]
    told = ["self", *[_parameter(slot) for slot in given if not slot.by_name], *(["*", *named] if named else [])]
    done = [f"self.{slot.name} = {said}" for slot in slots if (said := _filling(slot))]
    return f"def __init__({', '.join(told)}) -> None: {'; '.join([*done, *(['self.__post_init__()'] if is_finished else [])])}"


def _parameter(slot: Slot) -> str:
    kind = slot.type.replace('"', "")
    if slot.factory is not None:
        return f'{slot.name}: "{kind} | None" = None' if kind else f"{slot.name} = None"
    return slot.name + (f': "{kind}"' if '"' in slot.type else f": {kind}" if kind else "") + (f" = {slot.default}" if slot.default else "")


def _filling(slot: Slot) -> str | None:
    """What a field is filled with; nothing where the record fills it itself, later."""
    made = f"{slot.factory}()" if slot.factory is not None else slot.default
    if not slot.given:
        return made
    return f"{made} if {slot.name} is None else {slot.name}" if slot.factory is not None else slot.name
