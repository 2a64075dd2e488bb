"""The program without a process of its own, for tests of what a command does and not of how a process ends."""

import subprocess
from contextlib import chdir
from pathlib import Path

from typer.testing import CliRunner

from hasila.cli.app import app


def inside(where: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a command in a folder printed, and its exit status; what it does not mend is raised."""
    with chdir(where):
        done = CliRunner().invoke(app, words, env=environment)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return subprocess.CompletedProcess(words, done.exit_code, done.stdout, done.stderr)
