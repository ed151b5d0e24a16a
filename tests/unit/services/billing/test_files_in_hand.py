"""How much waits in the files that somebody has in hand: what is still open, and what may be believed."""

from __future__ import annotations

from typing import Any

import pytest

from hvacdesk.domain.billing.open_items import BillingFile
from hvacdesk.domain.office.half_typed import FILE
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.billing.open_items import OpenItems
from hvacdesk.services.billing.payment_reminders import PaymentReminders
from hvacdesk.services.office.drafts import Drafts
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground

SEAT = "file@5ea7000"


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.fixture
def drafts(ground: Ground) -> Drafts:
    return Drafts(ground.workplace)


def in_hand(waits: object, file: str = "d1", path: str = "meisai.csv") -> dict[str, Any]:
    typed = {"path": path, "waits": waits, FILE: file}
    return {"page": "billing", "arguments": {"tab": "bank"}, "typed": typed}


def waiting(billed: Billed, who: Actor | None = None) -> tuple[int, int]:
    """What the start page says of the bank's file, and what a letter does."""
    ground = billed.ground
    own = OpenItems(ground.workplace).waiting(who or billed.books).in_files.get(BillingFile.BANK, 0)
    offer = PaymentReminders(ground.workplace).offer(billed.books, billed.someone())
    return own, offer.deposits


def test_what_was_seen_to_at_another_pc_waits_no_more(billed: Billed, drafts: Drafts) -> None:
    books = billed.books
    drafts.keep(books, "bank_file", SEAT, in_hand(5, path="C:/Users/keiri/meisai.csv"))
    assert waiting(billed) == (5, 5)
    billed.ground.clock.pass_time(minutes=1)
    drafts.keep(books, "bank_file", "file", in_hand(2))
    assert waiting(billed) == (2, 2)
    drafts.drop(books, "bank_file", "file", "d1")
    assert waiting(billed) == (0, 0)
    assert drafts.list(books) == ()


def test_a_file_that_was_put_away_here_still_waits_there(billed: Billed, drafts: Drafts) -> None:
    books = billed.books
    for subject, file in ((SEAT, "d1"), ("file", "d2")):
        drafts.keep(books, "bank_file", subject, in_hand(5, file))
    drafts.drop(books, "bank_file", "file")
    assert waiting(billed) == (5, 5)
    drafts.drop(books, "bank_file", "file", "d2")
    assert waiting(billed) == (5, 5)


@pytest.mark.parametrize("payload", [{}, {"typed": 3}, in_hand("many"), in_hand(None), in_hand(True)])
def test_what_is_no_file_in_hand_counts_for_nothing(
    billed: Billed, drafts: Drafts, payload: dict[str, Any]
) -> None:
    drafts.keep(billed.books, "bank_file", "file", payload)
    assert waiting(billed) == (0, 0)


def test_who_keeps_no_books_has_no_file_in_hand_and_ends_nobodys(billed: Billed, drafts: Drafts) -> None:
    technician = billed.ground.people[Role.TECHNICIAN]
    drafts.keep(technician, "bank_file", "file", in_hand(999))
    assert waiting(billed) == (0, 0)
    drafts.keep(billed.books, "bank_file", "file", in_hand(3))
    drafts.drop(technician, "bank_file", "file", "d1")
    assert waiting(billed) == (3, 3)
