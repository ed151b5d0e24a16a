"""What an office PC and its seats know each other by, as the first release writes it, is read for good.

Refused, it would have every PC join anew. A field that came later is read with ``.get`` and what its lack
says; it is not added to what is written here.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hvacdesk.domain.seats.seats import Membership, SeatState
from hvacdesk.services.seats import seat_pc
from hvacdesk.vault.seats.sealed_record import SealedRecord
from hvacdesk.vault.seats.seat_book import SeatBook
from tests.helpers.certified import Certified
from tests.helpers.vault_offices import MemorySecrets

CAME = "2026-03-02T09:00:00+00:00"
SEAT = {
    "seat": "b" * 32,
    "name": "受付の席",
    "state": "locked",
    "joined": datetime.fromisoformat(CAME).timestamp(),
    "ends": datetime(2027, 3, 2, 9, 0, tzinfo=UTC).timestamp(),
    "seen": None,
    "version": "1.0.0",
    "address": "192.168.1.20",
    "certificates": ["ab" * 32],
}
MEMBERSHIP = {
    "format": 1,
    "office": "a" * 32,
    "office name": "試験空調",
    "seat": "b" * 32,
    "seat name": "受付の席",
    "addresses": ["192.168.1.10"],
    "port": 47_011,
    "computer": "JIMUSHO-PC",
}


@pytest.fixture
def authority(certified: Certified) -> str:
    return certified.authority.der.hex()


def test_the_list_of_seats(authority: str, tmp_path: Path) -> None:
    record = SealedRecord(tmp_path / "seats.list", MemorySecrets(), "x/seats")
    record.begin()
    first = {
        "format": 1,
        "authority": authority,
        "addresses": ["192.168.1.10"],
        "port": 47_011,
        "seats": [SEAT, SEAT | {"seat": "c" * 32, "state": "active", "seen": SEAT["joined"]}],
    }
    record.write(json.dumps(first).encode())
    book = SeatBook(record)
    locked, active = book.seats
    assert (locked.seat, locked.name, locked.state) == ("b" * 32, "受付の席", SeatState.LOCKED)
    assert (locked.last_seen, active.last_seen) == (None, datetime.fromisoformat(CAME))
    assert (active.version, active.address) == ("1.0.0", "192.168.1.20")
    assert book.places == (("192.168.1.10",), 47_011)
    assert book.of_certificate(b"\xab" * 32) == locked


def test_what_a_seat_knows_of_its_office(authority: str) -> None:
    kept = seat_pc._kept(json.dumps(MEMBERSHIP | {"authority": authority}).encode())
    assert kept.membership == Membership(
        "a" * 32, "試験空調", "b" * 32, "受付の席", ("192.168.1.10",), 47_011, "JIMUSHO-PC"
    )
