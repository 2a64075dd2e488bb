"""Input that is made to be too much: read, kept, balanced and searched in bounded memory, by the program itself."""

import json
import os
import pty
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SAID = "قال المتحدث إن التحالف شن 60 غارة قرب الموصل في 12 شباط 2015 وقتل 20 مسلحا، "
TOO_MUCH = {
    "one line": SAID * 2_000,
    "no marks": SAID.replace("،", "") * 2_000,
    "no spaces": SAID.replace(" ", "") * 2_000,
    "one name": "باراك أوباما " * 10_000,
    "adjectives": "الهيئة " * 20_000,
    "saying": "قال " * 20_000,
    "brackets": "قال (" + "(" * 10_000 + " 60 " + ")" * 10_000,
    "quotation marks": "قال «" * 10_000 + " 60 " + "»" * 10_000,
    "a number of words": "شن " + " و".join(["مئة", "ألف", "خمسة", "عشرين"] * 5_000) + " غارة",
    "control characters": "".join(map(chr, [*range(1, 32), *range(127, 160), *range(0x200B, 0x2010), *range(0x202A, 0x202F)])) + SAID,
    "one word": "ا" * 500_000,
    "digits": "6" * 200_000 + " غارة",
    "marks": "ق" + "\u064b" * 300_000 + "ال 60 غارة",
}
MEMORY = 600 << 20  # bytes of address space: Python with all that the program imports takes some 300 MB of it


ONE = "from hasila.cli import main; main()"
EACH = """
import json, sys
from hasila.cli import main
for command in json.loads(sys.argv[1]):
    sys.argv[1:] = command
    try:
        main()
    except SystemExit as ended:
        print("=", ended.code, file=sys.stderr)
"""


def run(*words: str, file_size: int | None = None, code: str = ONE) -> subprocess.CompletedProcess[str]:
    """The program in a process that may not take more memory, or write larger files."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        if file_size is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))

    command = [sys.executable, "-P", "-c", code, *words]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"}, preexec_fn=limit)


@pytest.mark.parametrize("text", TOO_MUCH.values(), ids=TOO_MUCH)
def test_it_is_kept_balanced_and_searched_in_bounded_memory(tmp_path: Path, text: str) -> None:
    article, ledger = tmp_path / "a.txt", str(tmp_path / "hasila.db")
    article.write_text(text, encoding="utf-8", newline="")
    commands = [[*words, "--ledger", ledger] for words in (("add", str(article)), ("scorecard",), ("search", "غارة"))]
    done = run(json.dumps(commands), code=EACH)  # one process for all three, so that its memory bounds them together
    assert (done.returncode, done.stderr) == (0, "= 0\n" * 3)


def test_a_file_that_may_not_grow_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    ledger = str(tmp_path / "hasila.db")
    (tmp_path / "a.txt").write_text(SAID, encoding="utf-8")
    assert run("add", str(tmp_path / "a.txt"), "--ledger", ledger).returncode == 0
    (tmp_path / "b.txt").write_text(SAID * 3_000, encoding="utf-8")
    full = run("add", str(tmp_path / "b.txt"), "--ledger", ledger, file_size=200_000)
    assert full.returncode == 1 and len(full.stderr.splitlines()) == 1 and "Traceback" not in full.stderr
    assert "a.txt" in run("search", "الموصل", "--ledger", ledger).stdout
    assert run("add", str(tmp_path / "b.txt"), "--ledger", ledger).returncode == 0


def test_a_full_disk_loses_nothing_and_is_told_in_a_line(tmp_path: Path) -> None:
    """On a disk of a few hundred KB, in a mount namespace of its own."""
    articles = Path(__file__).parents[2] / "examples" / "articles"
    program = f"'{sys.executable}' -P -c 'from hasila.cli import main; main()'"
    steps = f"""
        mkdir disk && mount -t tmpfs -o size=60k none disk && cd disk || exit 99
        for room in 4k 60k 300k; do mount -o remount,size=$room . ; {program} add '{articles}' --ledger x.db; echo "=$?" >&2; done
        mount -o remount,size=9m . ; {program} add '{articles}' --ledger x.db && {program} search الموصل --ledger x.db
    """
    done = subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", steps],
        cwd=tmp_path, capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"}, check=False,
    )  # fmt: skip
    if done.returncode == 99 or "unshare" in done.stderr or "permission denied" in done.stderr:
        pytest.skip("no disk can be mounted here")
    told = done.stderr.splitlines()
    assert told[1::2] == ["=1"] * 3 and all("make room" in line for line in told[::2])
    assert "26 new, 0 changed, 0 unchanged, 0 failed" in done.stdout and "documents (" not in done.stdout


def test_whoever_watches_is_told_of_a_long_text_and_can_stop(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(SAID * 12_000, encoding="utf-8")
    ledger = str(tmp_path / "hasila.db")
    screen, theirs = pty.openpty()
    command = [sys.executable, "-P", "-c", "from hasila.cli import main; main()", "add", str(tmp_path / "long.txt"), "--ledger", ledger]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, "COLUMNS": "200"}) as process:
        os.close(theirs)
        shown = ""
        while "million characters" not in shown:
            shown += os.read(screen, 10_000).decode("utf-8", "replace")
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        while process.poll() is None:
            shown += _rest(screen)
    os.close(screen)
    assert "long.txt (0.9 million characters)" in shown
    assert process.returncode == 130 and "Traceback" not in shown
    assert run("search", "غارة", "--ledger", ledger).stdout.startswith("documents (0)")


def _rest(screen: int) -> str:
    """What else was shown; a terminal that nobody writes to any more can't be read."""
    try:
        return os.read(screen, 10_000).decode("utf-8", "replace")
    except OSError:
        return ""
