"""A path or URL → an engine on a ledger whose tables are up to date, or one clear line on why not."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from hasila.errors import LedgerError
from hasila.ledger.schema import HEAD, VERSION_TABLE

_SQLITE = b"SQLite format 3\x00"
_PATIENCE = 10.0
_MIGRATION = Path(__file__).parent / "migration"


def open_engine(where: str | os.PathLike[str], create: bool) -> tuple[Engine, str]:
    """The engine of a ledger, and the name to call it by. With ``create`` a missing ledger is made."""
    typed = os.fspath(where)
    url = _url(typed)
    name = url.database if url.drivername == "sqlite" and url.database else typed
    try:
        shared = _check_file(Path(name), create) if name != ":memory:" else ""
    except OSError as error:
        raise LedgerError(f"{name}: can't be opened ({error.strerror}); give another with --ledger") from None
    engine = _engine(url, shared)
    try:
        with told(name):
            _check_tables(engine, name, create)
    except LedgerError:
        engine.dispose()
        raise
    return engine, name


def _url(typed: str) -> URL:
    if "://" not in typed:
        return URL.create("sqlite", database=typed)
    try:
        url = make_url(typed)
    except ArgumentError:
        raise LedgerError(f"{typed}: is no database URL; give a path, or sqlite:///PATH") from None
    if url.get_backend_name() != "sqlite":
        raise LedgerError(f"{url.render_as_string()}: only SQLite ledgers can be opened so far; give a path")
    return URL.create("sqlite", database=url.database or ":memory:")


def _check_file(path: Path, create: bool) -> str:
    """What SQLite would say too late or not clearly. Gives how to open the file: normally, or as it lies on a read-only disk."""
    if path.is_dir():
        raise LedgerError(f"{path}: is a folder; name a file in it, such as {path / 'hasila.db'}")
    if not path.exists():
        if not create:
            raise LedgerError(f"{path}: there is no ledger here; make one with: hasila add PATH --ledger {path}")
        if not path.absolute().parent.is_dir():
            raise LedgerError(f"{path}: its folder is not there; make the folder first")
        if not os.access(path.absolute().parent, os.W_OK):
            raise LedgerError(f"{path}: its folder may not be written to; give another with --ledger")
        return ""
    start = None
    if path.is_file():  # a device or a pipe would never end, or never begin
        with path.open("rb") as file:
            start = file.read(len(_SQLITE))
    if start not in (b"", _SQLITE):
        raise LedgerError(f"{path}: is no ledger but another kind of file; give another with --ledger")
    if os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK):
        return ""
    if create:
        raise LedgerError(f"{path}: may not be written to, or its folder may not; give another with --ledger")
    return _read_only(path)


def _read_only(path: Path) -> str:
    """How to open a ledger where nothing may be written. A writer that was killed left what it kept last beside the file."""
    log, shared = (path.with_name(path.name + ending) for ending in ("-wal", "-shm"))
    if not log.exists() or not log.stat().st_size:
        return "?immutable=1"
    if not shared.exists():
        raise LedgerError(f"{path}: what was kept last is still in {log.name}; copy both to a folder that may be written to, and give that")
    return "?mode=ro"


def _engine(url: URL, shared: str) -> Engine:
    if shared:
        path = Path(str(url.database)).absolute().as_uri()
        url = make_url(f"sqlite:///{path}{shared}&uri=true")
    engine = create_engine(url, connect_args={"timeout": _PATIENCE})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, so that they hold tables being made as well
        connection.execute("PRAGMA foreign_keys = ON")
        if not shared:
            connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def told(name: str) -> Iterator[None]:
    """Whatever the database says, as one line on this ledger."""
    try:
        yield
    except DBAPIError as error:
        raise LedgerError(f"{name}: {_reason(str(error.orig))}") from error
    except SQLAlchemyError as error:
        raise LedgerError(f"{name}: {str(error).splitlines()[0]}") from error


def _reason(said: str) -> str:
    said = said.splitlines()[0] if said else "the database failed"
    if "locked" in said or "busy" in said:
        return "another program is writing to it; wait for that to end and try again (nothing was lost)"
    if "not a database" in said or "malformed" in said or said.startswith("no such "):
        return f"is no ledger, or is damaged ({said}); give another with --ledger"
    if "readonly" in said or "unable to open" in said:
        return "may not be written to, or its folder may not; give another with --ledger"
    if "I/O" in said:
        return f"its disk failed ({said}); make room or check it, and add again (what was kept before is whole)"
    if "full" in said:
        return "the disk is full; make room and add again (what was kept before is whole)"
    return said


def _check_tables(engine: Engine, name: str, create: bool) -> None:
    with engine.begin() as connection:
        tables = inspect(connection).get_table_names()
        found = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}")) if VERSION_TABLE in tables else None
    if found == HEAD:
        return
    if tables and (found is None or "document" not in tables):
        raise LedgerError(f"{name}: is the database of another program; give another with --ledger")
    if not tables and not create:
        raise LedgerError(f"{name}: there is no ledger here; make one with: hasila add PATH --ledger {name}")
    if not tables:
        _write_ahead(engine)
    _migrate(engine, name)


def _write_ahead(engine: Engine) -> None:
    """Turn on write-ahead mode, which stays with the file: only of a new ledger, so that no other file is ever touched."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def _migrate(engine: Engine, name: str) -> None:
    """Bring the tables up to date. Alembic is only imported here: most ledgers are."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(_MIGRATION))
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        found = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision()
        if found is not None and found not in {known.revision for known in script.walk_revisions()}:
            raise LedgerError(f"{name}: was written by a newer Hasila; install that one to use it")
        context = MigrationContext.configure(
            connection, opts={"version_table": VERSION_TABLE, "fn": lambda at, _: script._upgrade_revs(HEAD, at)}
        )
        with Operations.context(context):
            context.run_migrations()
