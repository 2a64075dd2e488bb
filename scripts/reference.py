"""Write docs/commands.md from the help of every command: python scripts/reference.py [--check]."""

import sys
from pathlib import Path

from typer.testing import CliRunner

from hasila.cli.app import app

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
HEAD = "# Commands\n\nWhat `hasila COMMAND --help` says; written by `scripts/reference.py`.\n"


def help_of(*command: str) -> str:
    result = CliRunner(env={"COLUMNS": "100", "NO_COLOR": "1"}).invoke(app, [*command, "--help"], prog_name="hasila")
    if result.exit_code:
        raise SystemExit(f"hasila {' '.join(command)} --help failed: {result.output}")
    return "\n".join(line.rstrip() for line in result.output.strip().splitlines())


def reference() -> str:
    names = [str(command.name or command.callback.__name__) for command in app.registered_commands if command.callback]
    parts = [f"{HEAD}\n```\n{help_of()}\n```\n"]
    parts += [f"\n## hasila {name}\n\n```\n{help_of(name)}\n```\n" for name in names]
    return "".join(parts)


def main() -> None:
    if "--check" not in sys.argv:
        REFERENCE.write_text(reference(), encoding="utf-8")
    elif not REFERENCE.exists() or REFERENCE.read_text(encoding="utf-8") != reference():
        raise SystemExit("docs/commands.md is stale: run python scripts/reference.py")


if __name__ == "__main__":
    main()
