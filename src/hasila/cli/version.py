"""``hasila version``."""


def release() -> str:
    """The name and version of this program."""
    from importlib.metadata import version as installed

    return f"hasila {installed('hasila')}"


def version() -> None:
    """Print the version."""
    print(release())
