"""A file that could not be written to for a while, and can be again."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import func, select

from hvacdesk.store.engine import Store
from hvacdesk.store.models import Price
from hvacdesk.vault.errors import FolderReadOnly
from tests.helpers.file_modes import make_read_only, make_writable, obey_file_modes

pytestmark = pytest.mark.linux("takes its user's rights to files away by their modes")


@pytest.fixture
def user() -> Iterator[Executor]:
    """A thread that may do no more than the files' modes permit."""
    with ThreadPoolExecutor(1, initializer=obey_file_modes) as thread:
        yield thread


def write(store: Store) -> None:
    with store.transaction() as session:
        session.add(Price(label="pipe"))


def written(store: Store) -> int:
    with store.reading() as session:
        return session.scalar(select(func.count(Price.id))) or 0


def test_what_was_refused_can_be_written_afterwards(store: Store, tmp_path: Path, user: Executor) -> None:
    def attempt() -> None:
        with store.reading() as other:
            other.connection()
            make_read_only(tmp_path)
            with pytest.raises(FolderReadOnly):
                write(store)
            make_writable(tmp_path)
            write(store)

    user.submit(attempt).result()
    assert written(store) == 1


def test_a_connection_that_was_opened_meanwhile_is_let_go_of(
    store: Store, tmp_path: Path, user: Executor
) -> None:
    def attempt() -> None:
        with store.reading() as other:
            other.connection()
            make_read_only(tmp_path)
            assert written(store) == 0
            make_writable(tmp_path)
            write(store)  # though that connection does not learn of it

    user.submit(attempt).result()
    assert written(store) == 1
