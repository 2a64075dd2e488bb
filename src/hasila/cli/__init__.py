"""The command line: one file a command. Heavy imports wait inside the commands, so that --help is quick."""

import gc

__all__ = ["main", "spare_cycles"]
_CYCLES = 100_000  # objects made between two searches for those that only hold each other: a command makes many, and few such


def spare_cycles() -> None:
    """Search seldom for objects that only hold each other, in this process."""
    gc.set_threshold(_CYCLES)


def main() -> None:
    """Run ``hasila``."""
    spare_cycles()  # before the imports, which make the most
    from hasila.cli.app import main as run

    run()
