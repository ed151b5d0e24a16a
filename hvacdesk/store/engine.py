"""The engine over the vault's connections: transactions and the errors they can end in."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.rooms import Room
from hvacdesk.store.customers.living import refuse_merged
from hvacdesk.store.turnstile import Turnstile
from hvacdesk.store.written import rooms_written
from hvacdesk.vault.database import database
from hvacdesk.vault.errors import DatabaseBusy, DatabaseDamaged, FolderReadOnly

__all__ = ["Session", "Store", "large_cache", "written"]

POOL_SIZE = 4
"""So many connections stay open between uses; further ones are closed when they are given back."""

ALONE_SECONDS = 30.0
"""How long :meth:`Store.alone` waits for others to finish: longer than any reading of the program."""


_WRITTEN = "hvacdesk_written"


def written(session: Session) -> frozenset[Room]:
    """The rooms whose tables the transaction wrote to."""
    return frozenset(session.info.get(_WRITTEN, ()))


class _Pool(QueuePool):
    """Keeps connections open for the next use; once it was disposed of, it keeps none that it is given back.

    SQLAlchemy's own would keep them, and the file open, until Python's garbage collector comes by.
    """

    _disposed = False

    def dispose(self) -> None:
        self._disposed = True
        super().dispose()

    def _do_return_conn(self, record: ConnectionPoolEntry) -> None:
        super()._do_return_conn(record)
        if self._disposed:  # asked afterwards: what came in before is closed where all are disposed of
            super().dispose()


class Store:
    """An open database.

    Args:
        creator: opens a new connection: the vault's ``connect``, which has the key and asserts the pragmas.
    """

    def __init__(self, creator: Callable[[], Any]) -> None:
        self._creator = creator

        def connect() -> Any:
            connection = creator()
            connection.isolation_level = None  # the driver must not begin transactions of its own
            return connection

        self._engine = create_engine(
            "sqlite://",
            module=database.dbapi(),
            creator=connect,
            poolclass=_Pool,
            pool_size=POOL_SIZE,
            max_overflow=-1,  # who has one may need a second: a limit would let all wait for each other
            pool_use_lifo=True,  # the one used last holds the pages that are wanted next, already deciphered
            hide_parameters=True,  # bound values are customers' data and must not reach an exception's text
        )
        event.listen(self._engine, "begin", _begin)
        event.listen(self._engine, "before_cursor_execute", self._note_rooms)
        self._writing = sessionmaker(self._engine)
        event.listen(self._writing, "before_flush", refuse_merged)
        reader = self._engine.execution_options(hvacdesk_reading=True)
        self._reading = sessionmaker(reader, autoflush=False)
        self._writer = threading.RLock()
        self._sole = 0
        self._turnstile = Turnstile()
        self._damaged = False
        self._written: set[Room] = set()

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """One writing transaction: committed at the end, rolled back by any exception.

        What it wrote is told by :func:`written` afterwards.
        """
        with self._writer, self._turnstile.passed(), self._foreseen_errors(), self._begun() as session:
            session.info[_WRITTEN] = self._written = set()
            yield session

    @contextmanager
    def _begun(self) -> Iterator[Session]:
        """A session that has begun to write; committed at the end, rolled back by any exception.

        SQLite opens a file that it may only read for reading, and that connection never writes, whatever is
        permitted later (measured). A pooled one may date from such a moment, so a new one has the last word.
        """
        with self._writing() as session:
            begun = session.begin()
            if self._damaged or _may_write(session):
                with begun:
                    yield session
                return
        self.close()
        with self._writing.begin() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A consistent view for reading; whatever is changed through it is thrown away."""
        with self._turnstile.passed(), self._foreseen_errors(), self._reading() as session:
            yield session

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A bare connection outside any transaction, for migrations and the erasure sequence."""
        with self._turnstile.passed(), self._foreseen_errors(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Within the block nobody can be :meth:`alone` with the file, whether or not it is being used."""
        with self._turnstile.passed():
            yield

    @contextmanager
    def sole_writer(self) -> Iterator[None]:
        """Keep every other thread's writing transactions waiting, while an erasure is proved."""
        with self._writer:
            self._sole += 1
            try:
                yield
            finally:
                self._sole -= 1

    @property
    def is_of_sole_writer(self) -> bool:
        """Whether the present transaction is one of several within :meth:`sole_writer`."""
        return self._sole > 0

    @property
    def begins_as_sole_writer(self) -> bool:
        """Whether the present :meth:`sole_writer` is within no other one."""
        return self._sole == 1

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Within the block no connection is open and none can be opened: the file may be exchanged.

        Others that want to read or write meanwhile wait; afterwards they get new connections from the vault's
        ``connect``, whichever file that opens by then.

        Raises:
            DatabaseBusy: others did not finish in time; nothing was closed.
            RuntimeError: this thread itself has a connection in use.
        """
        if not self._writer.acquire(timeout=ALONE_SECONDS):
            raise DatabaseBusy
        try:
            with self._turnstile.closed(ALONE_SECONDS) as emptied:
                if not emptied:
                    raise DatabaseBusy
                self.close()
                yield
        finally:
            self._writer.release()

    def sound(self) -> bool:
        """Whether every page's checksum and the whole structure are right.

        Raises:
            DatabaseBusy: another connection kept the log from being emptied first.
        """
        try:
            with self.connection() as connection:
                database.integrity_check(connection.connection.driver_connection)
        except DatabaseDamaged:
            self._damaged = True
            return False
        return True

    def readable(self) -> bool:
        """Whether the file ends with a whole page and every tree can be read, on a connection of its own.

        A pooled connection would answer from the pages that it has read before.
        """
        try:
            with self._turnstile.passed(), self._foreseen_errors():
                connection = self._creator()
                try:
                    database.check_size(connection)
                    database.check_trees(connection)
                finally:
                    connection.close()
        except DatabaseDamaged:
            self._damaged = True
            return False
        return True

    @property
    def damage_met(self) -> bool:
        """Whether any call met a page that fails its checksum, or a tree that is broken."""
        return self._damaged

    def _note_rooms(self, _connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        """Note what a statement writes; nobody else writes meanwhile."""
        self._written.update(rooms_written(statement))

    def close(self) -> None:
        """Close every pooled connection, so that the file is nobody's; the next use opens new ones.

        One that another thread is using is closed when it gives it back.
        """
        self._engine.dispose()

    @contextmanager
    def _foreseen_errors(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            foreseen = self._foreseen(error.orig)
            if foreseen is None:
                raise
            raise foreseen from None
        except database.dbapi().Error as error:  # of the driver's own connection
            foreseen = self._foreseen(error)
            if foreseen is None:
                raise
            raise foreseen from None
        except DatabaseDamaged:
            self._damaged = True
            raise

    def _foreseen(self, error: BaseException | None) -> UserFacingError | None:
        """The error that a user can act on.

        A connection that met a damaged page takes no more writes and calls itself read-only (measured): the
        folder's permissions are not to blame then. And SQLite opens a file that it may only read for reading;
        such a connection never writes, whatever is permitted later (measured), so none is kept.
        """
        foreseen = database.user_facing(error)
        if isinstance(foreseen, DatabaseDamaged):
            self._damaged = True
        if isinstance(foreseen, FolderReadOnly):
            self.close()
            return DatabaseDamaged() if self._damaged else foreseen
        return foreseen


@contextmanager
def large_cache(session: Session) -> Iterator[None]:
    """Let the session's connection keep many deciphered pages for a while, for work that meets them again."""
    with database.large_cache(session.connection().connection.driver_connection):
        yield


def _may_write(session: Session) -> bool:
    """Whether the session's connection takes writes: BEGIN IMMEDIATE alone does not tell (measured)."""
    try:
        session.connection().exec_driver_sql("PRAGMA incremental_vacuum")  # a write that finds nothing to do
    except DBAPIError as error:
        if isinstance(database.user_facing(error.orig), FolderReadOnly):
            return False
        raise
    return True


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("hvacdesk_reading", False)
    # IMMEDIATE takes the write lock at once, so a transaction never fails half-way for want of it.
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
