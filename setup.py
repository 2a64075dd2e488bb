"""Builds Hasila: plain Python, or with ``HASILA_COMPILE=1`` the reading compiled by mypyc (``make compiled``).

What is compiled is what every article goes through: the rules, the text and the matching of the codebook. What is left is not asked
often enough, or can't be an extension class: records, which are made by dataclasses; tables that are dicts; slots held by name.
"""

import os
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
ROOMS = ("arabic", "text")
MODULES = ("reading.py", *(f"codebook/{name}.py" for name in ("index", "key", "learn", "match", "overlap", "reach", "schema")))
PLAIN = ("arabic/time/told.py", "text/known.py")


class AtOnce(build_ext):
    """Compiles as many files at once as there are processors."""

    def build_extensions(self) -> None:
        one_by_one = self.compiler.compile

        def at_once(sources: Sequence[str], **options: Any) -> list[str]:
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                done = pool.map(lambda source: one_by_one([source], **options), sources)
                return [compiled for found in done for compiled in found]

        self.compiler.compile = at_once
        super().build_extensions()


def extensions() -> list[Extension]:
    """What mypyc makes of a copy of the package in which constants are declared."""
    sys.path.insert(0, str(HOME / "scripts"))
    from mypyc.build import mypycify

    from constant import declared

    package = COPY / "hasila"
    shutil.rmtree(COPY, ignore_errors=True)
    shutil.copytree(HOME / "src" / "hasila", package, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    files = [file for room in ROOMS for file in package.joinpath(room).rglob("*.py")] + [package / module for module in MODULES]
    files = sorted(file for file in files if str(file.relative_to(package)) not in PLAIN)
    for file in files:
        file.write_text(declared(file.read_text(encoding="utf-8")), encoding="utf-8")
    options = ["--config-file=", "--ignore-missing-imports"]
    made = mypycify([*options, *map(str, files)], opt_level="2", debug_level="0", multi_file=True, group_name="hasila")
    if sys.platform == "linux":
        for extension in made:
            extension.extra_link_args.append("-Wl,-Bsymbolic-functions")  # what calls itself need not look itself up
    return made


if os.environ.get("HASILA_COMPILE") == "1":
    setup(ext_modules=extensions(), cmdclass={"build_ext": AtOnce})
else:
    setup()
