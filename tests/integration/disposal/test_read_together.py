"""Rows are read many at a time: whichever lie together, each remnant is found, and once."""

from __future__ import annotations

from typing import Any

import pytest

from hvacdesk.domain.disposal.remnants import Marks, Remnant, RemnantPlace, full_names
from hvacdesk.store.disposal import remnants
from hvacdesk.store.disposal.remnants import Going, Sought
from hvacdesk.store.models import CallNote
from tests.helpers.sabotage import replaced
from tests.helpers.sample_records import ACCOUNT, STAMP
from tests.integration.disposal.office import DisposalOffice

NAME = "鵜飼 眞理江"
SOUGHT = Sought((Marks(names=frozenset(full_names("鵜飼", "眞理江"))),), (NAME.encode(),))
KEYS = (-(2**63), -1, 0, 1, 2, 3, 5_000, 10**15, 2**63 - 1)
OTHERS = (-7, 4, 5, 6, 4_999, 5_001, 2**62)


@pytest.fixture
def noted(office: DisposalOffice) -> DisposalOffice:
    """An office with call notes of all kinds of keys, of which those of KEYS say the name."""
    with office.workplace.transaction() as session:
        session.query(CallNote).delete()
        for key in (*KEYS, *OTHERS):
            said = f"{NAME}様から" if key in KEYS else "鵜飼様から"
            session.add(CallNote(id=key, taken_by=ACCOUNT, taken_at=STAMP, subject="breakdown", text=said))
    return office


def found(office: DisposalOffice, going: Going | None = None) -> list[Remnant]:
    with office.workplace.reading() as session:
        return list(remnants.find(session, SOUGHT, going))


@pytest.mark.parametrize("ahead", [0, 10**9])
@pytest.mark.parametrize("together", [1, 2, 3, 8, 1_000])
def test_every_row_is_met_once_whatever_its_key(noted: DisposalOffice, together: int, ahead: int) -> None:
    with (
        replaced(remnants, "_ROWS_AT_ONCE", together),
        replaced(remnants, "_MOST_BYTES_AHEAD", ahead),
    ):
        places = found(noted)
    assert {one.place for one in places} == {RemnantPlace.CALL_NOTES}
    assert sorted(one.key for one in places) == list(KEYS)


@pytest.mark.parametrize("together", [1, 2, 3, 1_000])
@pytest.mark.parametrize("going", [KEYS, KEYS[::2], KEYS[-1:], OTHERS])
def test_rows_that_go_are_not_read(noted: DisposalOffice, together: int, going: tuple[int, ...]) -> None:
    with replaced(remnants, "_ROWS_AT_ONCE", together):
        places = found(noted, {CallNote.__tablename__: going})
    assert sorted(one.key for one in places) == [key for key in KEYS if key not in going]


def test_a_name_where_names_belong_is_found_in_a_row_that_is_nobodys(office: DisposalOffice) -> None:
    with office.workplace.transaction() as session:
        note = CallNote(taken_by=ACCOUNT, taken_at=STAMP, subject="breakdown", caller_name=NAME, text="")
        session.add(note)
        session.flush()
        key = note.id
    assert [(one.table, one.key) for one in found(office)] == [("call_notes", key)]


def test_a_table_whose_rows_have_no_keys_of_their_own_is_read_too(noted: DisposalOffice) -> None:
    connection: Any = noted.vault.connect()
    connection.isolation_level = None
    (made,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'call_notes'").fetchone()
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("ALTER TABLE call_notes RENAME TO former")
    connection.execute(f"{made} WITHOUT ROWID")
    connection.execute("INSERT INTO call_notes SELECT * FROM former")
    connection.execute("DROP TABLE former")
    connection.close()
    assert sorted(one.key for one in found(noted)) == list(KEYS)
