"""``hasila version``."""

from importlib.metadata import version as installed


def release() -> str:
    """The name and version of this program."""
    return f"hasila {installed('hasila')}"


def version() -> None:
    """Print the version."""
    print(release())
