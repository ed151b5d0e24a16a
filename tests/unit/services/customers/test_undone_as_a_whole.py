"""What belongs together goes back together when a merge is undone, or stays together and is told of."""

from __future__ import annotations

from typing import Any

import pytest

from hvacdesk.domain.customers.customers import CustomerField, CustomerKind, PaymentMethod
from hvacdesk.domain.customers.merging import (
    MERGE_COLUMNS,
    TOGETHER,
    MergeField,
    PaymentFate,
    Take,
    UndoneMerge,
)
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.customers import merging as store
from tests.helpers.ground import Ground
from tests.unit.services.customers.test_merging import ELSEWHERE, HOME, KEPT, Two, two

__all__ = ["two"]

CHOSEN: dict[str, tuple[Any, Any, Any]] = {
    "kind": (CustomerKind.PERSON, CustomerKind.ORGANISATION, CustomerKind.PERSON),
    "payment_method": (PaymentMethod.CASH, PaymentMethod.DEBIT, PaymentMethod.CARD),
    "closing_day": (10, 20, 25),
    "pay_months": (1, 2, 3),
    "pay_day": (5, 15, 25),
    "carries_balance": (False, True, False),
}
"""Of the kept one, of the duplicate, and as somebody changed it since, where that is no text."""

TEXTS = ("ハナ", "ソラ", "ウミ")
COLUMNS = tuple(dict.fromkeys(name for names in MERGE_COLUMNS.values() for name in names))
FIELDS = {name: field for field, names in MERGE_COLUMNS.items() for name in names}
ALL = dict.fromkeys((field.value for field in MergeField), Take.MERGED)


def values(whose: int, *same: str) -> dict[str, Any]:
    """The kept one's for 0, the duplicate's for 1, somebody's for 2; ``same`` are as at the duplicate."""
    return {name: CHOSEN.get(name, TEXTS)[1 if name in same else whose] for name in COLUMNS}


def put(two: Two, customer: str, columns: dict[str, Any]) -> None:
    with two.ground.workplace.transaction() as session:
        store.put_columns(customer_store.get(session, customer), columns)


def columns_of(two: Two, customer: str) -> dict[str, Any]:
    with two.ground.workplace.reading() as session:
        row = customer_store.get(session, customer)
        return {name: getattr(row, name) for name in COLUMNS}


def group_of(column: str) -> tuple[MergeField, ...]:
    return next(group for group in TOGETHER if FIELDS[column] in group)


def test_every_field_belongs_to_one_group() -> None:
    assert sorted(field for group in TOGETHER for field in group) == sorted(MergeField)
    assert group_of("given_kana") == group_of("given_name")


@pytest.mark.parametrize("same", [False, True], ids=["other at the duplicate", "the same at both"])
@pytest.mark.parametrize("column", COLUMNS)
def test_one_part_that_was_changed_keeps_the_whole_and_nothing_else(
    two: Two, column: str, same: bool
) -> None:
    equal = [column] if same else []
    put(two, two.kept, values(0, *equal))
    put(two, two.other, values(1))
    merge = two.merge(**ALL)
    merged = columns_of(two, two.kept)
    assert merged == values(1)
    changed = {column: values(2)[column]}
    put(two, two.kept, changed)
    undone = two.merging.undo(two.ground.owner, merge)
    stays = {name for field in group_of(column) for name in MERGE_COLUMNS[field]}
    alone = same and len(stays) == 1  # the merge took nothing of it
    wanted = {name: old for name, old in values(0, *equal).items() if name not in stays}
    wanted |= {name: merged[name] for name in stays} | changed
    assert columns_of(two, two.kept) == wanted
    assert undone == UndoneMerge(two.other, () if alone else group_of(column))


def test_an_address_and_a_name_are_never_of_two(two: Two) -> None:
    merge = two.merge(address=Take.MERGED, name=Take.MERGED, kana=Take.MERGED, note=Take.MERGED)
    version = two.customers.detail(two.ground.owner, two.kept).version
    corrected = {"address": {"street": "9-100"}, "name": {"given": "みさほ"}}
    two.customers.change(two.ground.desk, two.kept, version, corrected)
    undone = two.merging.undo(two.ground.owner, merge)
    assert undone.stayed == (MergeField.NAME, MergeField.ADDRESS)
    entry = two.customers.accesses(two.ground.owner, two.kept)[0]
    assert (entry.action, entry.details["fields"]) == (Action.MERGE_UNDONE, ["last_contact_on", "note"])
    assert two.shown(two.kept, CustomerField.ADDRESS) == ELSEWHERE.full().replace("9-99", "9-100")
    assert two.shown(two.kept, CustomerField.NAME) == "柳川 みさほ"
    assert two.shown(two.kept, CustomerField.KANA) == "ヤナガワ ミサオ"
    assert two.shown(two.kept, CustomerField.NOTE) == KEPT.note
    assert two.shown(two.other, CustomerField.NAME) == "柳川 みさお"


def test_what_was_put_back_by_hand_is_not_told_of(two: Two) -> None:
    merge = two.merge(address=Take.MERGED)
    version = two.customers.detail(two.ground.owner, two.kept).version
    two.customers.change(two.ground.desk, two.kept, version, {"address": HOME})
    assert two.merging.undo(two.ground.owner, merge) == UndoneMerge(two.other)
    assert two.shown(two.kept, CustomerField.ADDRESS) == HOME.full()


def test_payment_details_of_which_one_was_changed_stay_together(two: Two, ground: Ground) -> None:
    """Half of one account and half of another would be nobody's."""
    owner, merging = ground.owner, two.merging
    assert merging.compare(owner, two.kept, two.other).payment is PaymentFate.TAKEN

    def told(who: str) -> list[str]:
        places = range(len(two.customers.detail(owner, who).payment))
        return [two.shown(who, CustomerField.PAYMENT, place) for place in places]

    merge = two.merge()
    taken = told(two.kept)
    version = two.customers.detail(owner, two.kept).version
    two.customers.change(owner, two.kept, version, {"payment": {"payer": "ヤナガワ ミサホ"}})
    changed = told(two.kept)
    assert changed != taken
    assert merging.undo(owner, merge).stayed == (MergeField.PAYMENT_METHOD,)
    assert told(two.kept) == changed
    assert told(two.other) == taken
