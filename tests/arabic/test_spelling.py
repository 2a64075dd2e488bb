"""The words of the rules are spelled as folding leaves them: a rule compares folded words, and would never meet another spelling."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import hasila
from hasila.text import fold_word

HOUSE = Path(hasila.__file__).parent
# What is compared with the stored text, which alone tells these letters apart. Single letters and signs are left to the rules.
STORED = {
    "arabic/figure/told.py": {"اأإب"},  # what أن may begin with
    "arabic/judgement/contrast.py": {"اويءئؤ"},  # weak letters, each by itself
    "arabic/name/frame.py": {"إن"},  # told from أن
    "arabic/name/listed.py": {"عُ"},  # عُمان, not عمّان
    "arabic/name/roles.py": {"ىﻯﻰ", "يﻱﻲ", "فى"},  # whether a text tells ى from ي
    "arabic/time/tense.py": {"سأ"},  # سأقول, not سال
    "arabic/time/year.py": {"ًا", "اً"},  # an accusative
}
# These rooms of the balance write sentences for readers, spelled as one writes.
WRITING = {f"balance/{name}.py" for name in ("calendar", "campaign", "party", "undertaking", "upshot", "voice", "wording")}
_WORD = re.compile(r"[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ff\ufb50-\ufdfd\ufe70-\ufefc]{2,}")


def _unmet(source: str) -> list[str]:
    """The words of a module's strings, docstrings apart, that folding spells otherwise."""
    return [word for string in _strings(ast.parse(source)) for word in _WORD.findall(string) if fold_word(word) != word]


def _strings(tree: ast.Module) -> Iterator[str]:
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def _modules() -> list[str]:
    rooms = ("arabic", "balance", "text")
    found = {path.relative_to(HOUSE).as_posix() for room in rooms for path in (HOUSE / room).rglob("*.py")}
    return sorted(found - WRITING - {"text/folding.py"})  # which says what is folded


@pytest.mark.parametrize("module", _modules())
def test_no_word_is_spelled_as_folding_never_leaves_it(module: str) -> None:
    assert set(_unmet((HOUSE / module).read_text(encoding="utf-8"))) == STORED.get(module, set())


@pytest.mark.parametrize(
    "line",
    [
        'DEAD = frozenset(("قتيل", "قتلى"))',
        '_IN = ("في", "فى")',
        'BODIES = {"دائرة": "body"}',
        'FOLK = frozenset("النواب النائبان".split())',
        'JOINED = frozenset(f"{joined}مسؤول" for joined in ("", "و"))',
        'def asks(form: str) -> bool:\n    return form == "إلى"',
        '_TO = ("لـ",)',
    ],
)
def test_such_a_word_is_found_wherever_it_stands(line: str) -> None:
    assert len(_unmet(f'"""أيا كان."""\n{line}')) == 1
