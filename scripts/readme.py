"""Write the README's sample output anew, from what the command prints now.

usage: python scripts/readme.py [--check]
"""

import re
import subprocess
import sys
from pathlib import Path

from generated import write_or_check

README = Path(__file__).resolve().parent.parent / "README.md"
SENTENCE = (
    "أعلن التحالف الدولي أمس أن طائراته نفذت نحو 1200 غارة في سوريا منذ أغسطس 2014، بينما أحصى المرصد السوري مقتل ما لا يقل عن 280 مدنيا."
)
BLOCK = re.compile(r"(## One sentence becomes rows\n\n).*?(\n\nEach row is a quote)", re.DOTALL)


def sample() -> str:
    """The command and the first tables that it prints."""
    hasila = Path(sys.executable).with_name("hasila")
    command = [str(hasila), "read", "-", "--published", "2016-07-20"]
    done = subprocess.run(command, input=SENTENCE, capture_output=True, text=True, check=True, env={"COLUMNS": "92", "LANG": "C.UTF-8"})
    shown = done.stdout.partition("entities (")[0].rstrip()
    lines = "\n".join(line.rstrip() for line in shown.splitlines())
    return f'```console\n$ echo "{SENTENCE}" |\n    hasila read - --published 2016-07-20\n{lines}\n```'


def main() -> None:
    """Write the sample, or check it."""
    fresh = BLOCK.sub(lambda m: m[1] + sample() + m[2], README.read_text(encoding="utf-8"))
    write_or_check(README, fresh, "hasila read prints", "readme.py")


if __name__ == "__main__":
    main()
