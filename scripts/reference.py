"""Write docs/commands.md, the reference of the commands, from what their --help says.

usage: python scripts/reference.py [--check]
"""

import subprocess
import sys
from pathlib import Path

from generated import write_or_check

TARGET = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
HEAD = """# The commands

Written by `make docs` from `--help`. Exit status: 0 good, 1 some input failed (named on standard error, the rest done), 2 wrong usage.

"""


def help_of(*command: str) -> str:
    """What the command's --help prints, 100 columns wide."""
    hasila = str(Path(sys.executable).with_name("hasila"))
    environment = {"COLUMNS": "100", "LANG": "C.UTF-8", "NO_COLOR": "1"}
    done = subprocess.run([hasila, *command, "--help"], capture_output=True, encoding="utf-8", check=True, env=environment)
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


def commands(page: str) -> list[str]:
    """The names of the commands that a help page lists."""
    listed = page.partition("Commands:")[2].splitlines()
    return [line.split()[0] for line in listed if line.startswith("  ") and line[2:3].strip()]


def sections(*command: str) -> list[str]:
    """The section of a command, and those of the commands under it."""
    page = help_of(*command)
    own = f"## hasila {' '.join(command)}\n\n```\n{page}\n```\n"
    return [own, *(section for name in commands(page) for section in sections(*command, name))]


def reference() -> str:
    """The page: the program's help, then each command's in its order there."""
    whole = help_of()
    return HEAD + f"```\n{whole}\n```\n\n" + "\n".join(section for name in commands(whole) for section in sections(name))


def main() -> None:
    """Write the page, or check it."""
    write_or_check(TARGET, reference(), "--help says", "reference.py")


if __name__ == "__main__":
    main()
