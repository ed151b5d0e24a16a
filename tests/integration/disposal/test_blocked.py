"""Another connection keeps the log from being emptied, from any step of a destruction on.

It holds what it read, or the right to write, until the program gave up or came to its end. Nothing is ever
certified that is not so at that moment, and once it lets go the batch comes to its end.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from hvacdesk.domain.disposal.disposal import BatchState, DisposalResult
from hvacdesk.domain.errors import RecordGone, UserFacingError
from hvacdesk.domain.text.wording import english
from hvacdesk.services.disposal.errors import DisposalUnfinished
from hvacdesk.vault import milestones
from hvacdesk.vault.database import database, freezing
from hvacdesk.vault.errors import DatabaseBusy
from tests.helpers.sabotage import replaced
from tests.integration.disposal.office import GOING, DisposalOffice, still_readable
from tests.integration.disposal.test_crash import (
    customers,
    require_finished,
    require_interrupted,
)

START = "start"
READS = "SELECT count(*) FROM customers"
STATEMENTS = {"reader": ("BEGIN", READS), "writer": ("BEGIN IMMEDIATE", READS)}
IN_USE = ("in use", "holds a file of the office")
"""The second on Windows, where nobody removes a database that another program has open."""
ALONE = {"rotation.exported"}
"""Where the program holds the file so that nobody else comes in."""

READERS = [
    ("reader", step)
    for step in (
        START,
        "disposal.kept",
        "disposal.deleted",
        "rotation.exported",
        "rotation.secret",
        "rotation.committed",
        "keys.exchanged",
        "disposal.proved",
        "backup.copied",
        "disposal.backed_up",
    )
]
WRITERS = [("writer", step) for step in (START, "disposal.deleted", "keys.exchanged", "disposal.backed_up")]
"""One step of each part; between two of them whoever comes in meets the same."""


class Holder:
    """Another connection that comes in at a step and stays.

    Attributes:
        came_in: whether it could.
    """

    def __init__(self, office: DisposalOffice, kind: str, step: str) -> None:
        self._office, self._kind, self._step = office, kind, step
        self._connection: Any = None
        self.came_in = False
        self.met = False

    def reached(self, name: str) -> None:
        """Stands for the program's milestones."""
        if name == self._step and not self.met:
            self.met = True
            self.come_in()

    def come_in(self) -> None:
        """Read, or begin to write, and hold on to it."""
        vault = self._office.vault
        try:
            connection = database.connect(vault.database_path, vault.database_key())
        except DatabaseBusy:
            return
        connection.isolation_level = None
        try:
            with database.translated():
                for statement in STATEMENTS[self._kind]:
                    connection.execute(statement).fetchall()
        except DatabaseBusy:
            connection.close()
            return
        self._connection, self.came_in = connection, True

    def leave(self) -> None:
        """Let go."""
        if self._connection is not None:
            self._connection.close()


@contextmanager
def held_from(office: DisposalOffice, kind: str, step: str) -> Iterator[Holder]:
    """Within the block another connection holds the database from a step on, and nobody waits long for it."""
    holder = Holder(office, kind, step)
    office.workplace.store.close()  # its connections wait for five seconds
    with (
        replaced(database, "_BUSY_SECONDS", 0.05),
        replaced(freezing, "WAIT_SECONDS", 0.05),
        replaced(milestones, "reached", holder.reached),
    ):
        if step == START:
            holder.come_in()
        try:
            yield holder
        finally:
            holder.leave()
            office.workplace.store.close()


def tried(office: DisposalOffice, batch: str) -> DisposalResult | UserFacingError:
    """What the person is told."""
    try:
        return office.destroy(batch)
    except UserFacingError as error:
        return error


def require_true(office: DisposalOffice, batch: str, told: DisposalResult | UserFacingError) -> None:
    """What was told is so, while the other connection is still there."""
    if isinstance(told, DisposalResult):
        assert told.state in {BatchState.VERIFIED, BatchState.EXCEPTIONS}, told
        assert office.disposal.certificates.certificate_of(office.owner, batch).result is told.state
        assert still_readable(office) == []
        return
    with pytest.raises(RecordGone):
        office.disposal.certificates.certificate_of(office.owner, batch)
    what, safe, todo = told.sentences(english)
    if isinstance(told, DisposalUnfinished):
        assert any(words in what for words in IN_USE)
        assert "nothing is certified yet" in safe
        assert "goes on where it stopped" in todo
        require_interrupted(office, batch)
    else:
        assert isinstance(told, DatabaseBusy)
        assert "this change was not saved" in safe
        assert office.disposal.reviews.open_batch(office.owner, batch).state is BatchState.APPROVED
        assert customers(office) == 40 + len(GOING)


@pytest.mark.parametrize(("kind", "step"), [*READERS, *WRITERS])
def test_whoever_holds_the_database_from_a_step_on(office: DisposalOffice, kind: str, step: str) -> None:
    office.backups.run(office.owner)
    batch = office.approved()
    with held_from(office, kind, step) as holder:
        told = tried(office, batch)
        require_true(office, batch, told)
    assert holder.met or step == START
    assert holder.came_in is (step not in ALONE)
    if not isinstance(told, DisposalResult):
        told = office.destroy(batch)
    require_finished(office, batch, told)
