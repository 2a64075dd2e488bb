"""Builds Hasila: plain Python, or with ``HASILA_COMPILE=1`` the reading compiled by mypyc (``make compiled``).

What is compiled is what every article goes through: the rules, the text and the matching of the codebook, from a copy of the source in
which constants are declared (``scripts/constant.py``) and constructors are spelled out (``scripts/constructor.py``). What is left plain
is not asked often enough, or can't be an extension class: the records that are handed out, of which others are made in plain Python;
tables that are dicts; slots held by name.
"""

import gc
import os
import re
import shutil
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

HOME = Path(__file__).parent
COPY = Path("build", "declared")
HEADER = Path("build", "__native_hasila.h")  # which each of the files that mypyc writes begins with
DESCRIBED = frozenset(("egg_info", "dist_info"))  # told of the package before it is built: nothing need be compiled for that
ROOMS = ("arabic", "text")
MODULES = ("reading.py", *(f"codebook/{name}.py" for name in ("index", "key", "learn", "match", "overlap", "reach", "schema")))
PLAIN = ("arabic/time/told.py", "text/known.py")


class AtOnce(build_ext):
    """Compiles as many files at once as there are processors, and what all of them begin with once."""

    def build_extensions(self) -> None:
        one_by_one = self.compiler.compile

        def at_once(sources: Sequence[str], **options: Any) -> list[str]:
            if len(sources) > 1 and sys.platform == "linux":
                self._compile_header(options["include_dirs"], options["extra_postargs"])
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                done = pool.map(lambda source: one_by_one([source], **options), sources)
                return [compiled for found in done for compiled in found]

        self.compiler.compile, self.parallel = at_once, os.cpu_count()
        super().build_extensions()

    def _compile_header(self, folders: Sequence[str], flags: Sequence[str]) -> None:
        told = [f"-I{folder}" for folder in (*folders, *self.compiler.include_dirs)]
        self.compiler.spawn([*self.compiler.compiler_so, *told, "-x", "c-header", str(HEADER), "-o", f"{HEADER}.gch", *flags])


def extensions() -> list[Extension]:
    """What mypyc makes of a copy of the package in which constants are declared and constructors spelled out."""
    gc.disable()  # a sixth of the work of mypyc would go into looking for what it doesn't leave
    sys.path.insert(0, str(HOME / "scripts"))
    from mypyc.build import mypycify

    from constant import declared
    from constructor import constructed, records

    package = COPY / "hasila"
    shutil.rmtree(COPY, ignore_errors=True)
    shutil.copytree(HOME / "src" / "hasila", package, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    files = [file for room in ROOMS for file in package.joinpath(room).rglob("*.py")] + [package / module for module in MODULES]
    files = sorted(file for file in files if str(file.relative_to(package)) not in PLAIN)
    sources = {".".join(file.relative_to(COPY).with_suffix("").parts): file.read_text(encoding="utf-8") for file in files}
    known = records(sources)
    for file, source in zip(files, sources.values(), strict=True):
        exact = re.sub(r"\bMapping\[", "dict[", source)  # compiled code takes things out of a dict, and asks a Mapping by name
        file.write_text(declared(constructed(exact, known)), encoding="utf-8")
    options = ["--config-file=", "--ignore-missing-imports"]
    made = mypycify([*options, *map(str, files)], opt_level="2", debug_level="0", multi_file=True, group_name="hasila")
    if sys.platform == "linux":
        _make_quick(made)
    return made


def _make_quick(made: list[Extension]) -> None:
    """Have what calls and asks itself do so directly, by what ``scripts/quick.h`` says."""
    quick = (HOME / "scripts" / "quick.h").read_text(encoding="utf-8")
    told, mark, rest = HEADER.read_text(encoding="utf-8").rpartition("#endif")
    HEADER.write_text(f'{told}#include "__native_internal_hasila.h"\n{quick}{mark}{rest}', encoding="utf-8")
    for extension in made:
        if len(extension.sources) > 1:
            extension.extra_compile_args.append("-fvisibility=hidden")
            extension.extra_link_args.append("-Wl,-Bsymbolic-functions")


if os.environ.get("HASILA_COMPILE") == "1" and DESCRIBED.isdisjoint(sys.argv):
    setup(ext_modules=extensions(), cmdclass={"build_ext": AtOnce})
else:
    setup()
