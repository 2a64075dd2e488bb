"""The source of a module with its constants declared, so that compiled code has them without looking them up by name.

A name that a module gives a value once, at its top level, is a constant: ``_REACH = 5``, ``_relative = listed("relative")``, and
so is a function made a table (``@Known``). mypyc looks such a name up each time that it is used, unless it is declared ``Final``,
which would be said some 3,500 times and tell a reader nothing. So ``setup.py`` compiles a copy of the source in which it is said.
Lines keep their numbers.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_CONSTANT = re.compile(r"_?([A-Z][A-Z0-9_]*|[a-z][a-z0-9_]*)")  # a name in mixed case is a type's
_TABLES = ("Known", "cache", "lru_cache")
_IMPORT = "from typing import Final; "


class Edit(NamedTuple):
    """``text`` in place of what stands from one place to the other: lines count from 1, columns are bytes."""

    line: int
    column: int
    last_line: int
    last_column: int
    text: str


def declared(source: str) -> str:
    """The source with its constants declared.

    >>> print(declared('''"A module."
    ... import re
    ... _REACH, _WORD = 5, re.compile("[a-z]+")
    ... _FAR: int = 9
    ... Row = tuple[int, str]
    ... @cache
    ... def found(word):
    ...     return _WORD.search(word)'''))
    "A module."
    from typing import Final; import re
    _REACH: Final = 5; _WORD: Final = re.compile("[a-z]+")
    _FAR: Final[int] = 9
    Row = tuple[int, str]
    <BLANKLINE>
    def found__plain(word):
        return _WORD.search(word)
    found: Final = cache(found__plain)
    """
    tree = ast.parse(source)
    edits = list(_edits(source, tree))
    if not edits:
        return source
    first = tree.body[1] if ast.get_docstring(tree) is not None else tree.body[0]
    lines = [line.encode() for line in source.split("\n")]
    for edit in sorted([*edits, Edit(first.lineno, 0, first.lineno, 0, _IMPORT)], reverse=True):
        line = lines[edit.line - 1][: edit.column] + edit.text.encode() + lines[edit.last_line - 1][edit.last_column :]
        lines[edit.line - 1 : edit.last_line] = line.split(b"\n")
    return b"\n".join(lines).decode()


def _edits(source: str, tree: ast.Module) -> Iterator[Edit]:
    once = {name for name, times in _given(tree).items() if times == 1 and _CONSTANT.fullmatch(name)}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            if node.name in once and len(node.decorator_list) == 1:
                yield from _table(source, node)
            continue
        said = _declaration(source, node, once)
        if said is not None:
            assert node.end_lineno is not None and node.end_col_offset is not None
            lost = node.end_lineno - node.lineno - said.count("\n")
            yield Edit(node.lineno, node.col_offset, node.end_lineno, node.end_col_offset, said + "\n" * lost)


def _given(tree: ast.Module) -> Counter[str]:
    """How often each name is given a value anywhere in the module; what is declared global, more than once."""
    found = Counter[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found[node.id] += 1
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            found[node.name] += 1
        elif isinstance(node, ast.Global):
            found.update(node.names * 2)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found.update((alias.asname or alias.name).partition(".")[0] for alias in node.names)
    return found


def _declaration(source: str, node: ast.stmt, once: set[str]) -> str | None:
    """What declares the constants that a statement gives their values; None where it gives none."""
    if isinstance(node, ast.AnnAssign):
        if node.value is None or not isinstance(node.target, ast.Name) or node.target.id not in once:
            return None
        return f"{node.target.id}: Final[{_said(source, node.annotation)}] = {_said(source, node.value)}"
    if not isinstance(node, ast.Assign) or len(node.targets) != 1:
        return None
    target, value = node.targets[0], node.value
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        pairs = list(zip(target.elts, value.elts, strict=True))
    else:
        pairs = [(target, value)]
    if not all(isinstance(name, ast.Name) and name.id in once and not _is_kept(said) for name, said in pairs):
        return None
    return "; ".join(f"{_said(source, name)}: Final = {_said(source, said)}" for name, said in pairs)


def _is_kept(value: ast.expr) -> bool:
    """Whether a name for it can't be declared: a variable of types, or several things at once."""
    return isinstance(value, ast.Starred) or (isinstance(value, ast.Call) and _called(value) == "TypeVar")


def _called(node: ast.expr) -> str:
    """The name that is called, or that stands alone."""
    node = node.func if isinstance(node, ast.Call) else node
    return node.id if isinstance(node, ast.Name) else ""


def _table(source: str, node: ast.FunctionDef) -> Iterator[Edit]:
    """A function made a table, told in two steps: the function under another name, and behind it the table."""
    decorator = node.decorator_list[0]
    if _called(decorator) not in _TABLES:
        return
    assert node.end_lineno is not None and node.end_col_offset is not None
    name, lines = f"{node.name}__plain", source.split("\n")
    yield Edit(decorator.lineno, 0, decorator.lineno, len(lines[decorator.lineno - 1].encode()), "")
    yield Edit(node.lineno, len("def "), node.lineno, len("def ") + len(node.name), name)
    made = f"{node.name}: Final = {_said(source, decorator)}({name})"
    if node.end_lineno < len(lines) and not lines[node.end_lineno].strip():
        yield Edit(node.end_lineno + 1, 0, node.end_lineno + 1, 0, made)
    else:
        yield Edit(node.end_lineno, node.end_col_offset, node.end_lineno, node.end_col_offset, f"\n{made}")


def _said(source: str, node: ast.expr) -> str:
    said = ast.get_source_segment(source, node)
    assert said is not None
    return said
