"""Lists on paper: what is no list of a screen is refused, drawn or logged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.errors import InvalidInput, OutOfRange, TooLong
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.printed_lists import PrintedList
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.papers.printed_lists import PrintedLists
from hvacdesk.store.office import office
from tests.helpers.ground import Ground

LIST = PrintedList("list", "List", ("Name", "Town"), (120.0, 0.0), (("●●", "中区"),) * 3, ("c" * 32,))

REFUSED = [
    (replace(LIST, titles=(), shares=(), rows=()), OutOfRange),
    (replace(LIST, shares=(0.0, 0.0)), OutOfRange),
    (replace(LIST, shares=(-1.0, 100.0)), OutOfRange),
    (replace(LIST, shares=(1e300, 1e300)), OutOfRange),
    (replace(LIST, shares=(float("nan"), 1.0)), OutOfRange),
    (replace(LIST, shares=(1.0,)), InvalidInput),
    (replace(LIST, rows=(("●●",),)), InvalidInput),
    (replace(LIST, titles=("x",) * 61, shares=(1.0,) * 61, rows=()), OutOfRange),
    (replace(LIST, rows=(("x", "x"),) * 50_001), OutOfRange),
    (replace(LIST, rows=(("x" * 10_001, ""),)), TooLong),
    (replace(LIST, rows=(("x" * 9_000, ""),) * 600), TooLong),
    (replace(LIST, title="x" * 201), TooLong),
    (replace(LIST, table="x" * 201), TooLong),
    (replace(LIST, customers=("x" * 201,)), TooLong),
]


@pytest.fixture
def lists(ground: Ground) -> PrintedLists:
    with ground.workplace.transaction() as session:
        office.save_facts(session, OfficeFacts("唐山空調", "", "", LegalForm.COMPANY, 3))
    return PrintedLists(ground.workplace)


@pytest.mark.parametrize(("listing", "refusal"), REFUSED)
def test_what_is_no_list_of_a_screen_is_neither_drawn_nor_logged(
    ground: Ground, lists: PrintedLists, listing: PrintedList, refusal: type[InvalidInput]
) -> None:
    with pytest.raises(refusal):
        lists.paper(ground.people[Role.TECHNICIAN], listing, english)
    with pytest.raises(refusal):
        lists.printed(ground.people[Role.TECHNICIAN], listing, "Printer")


def test_a_list_is_drawn_and_logged(ground: Ground, lists: PrintedLists) -> None:
    assert lists.paper(ground.people[Role.TECHNICIAN], LIST, english).startswith(b"%PDF")
    lists.printed(ground.people[Role.TECHNICIAN], LIST, "Printer")
    (entry,) = AuditLog(ground.workplace).entries(ground.owner, action=Action.LIST_PRINTED)
    assert (entry.details["printer"], entry.details["rows"]) == ("Printer", 3)


def test_the_log_says_how_many_on_a_list_are_gone_and_where_the_printer_stopped(
    ground: Ground, lists: PrintedLists
) -> None:
    lists.printed(ground.people[Role.TECHNICIAN], LIST, "Printer", 1)
    (entry,) = AuditLog(ground.workplace).entries(ground.owner, action=Action.LIST_PRINTED)
    said = {key: entry.details[key] for key in ("customers", "listed", "gone", "stopped_after")}
    assert said == {"customers": 0, "listed": [], "gone": 1, "stopped_after": 1}
    with pytest.raises(OutOfRange):
        lists.printed(ground.people[Role.TECHNICIAN], LIST, "Printer", -1)


@pytest.mark.parametrize("printer", ["あ" * 1_001, "あ" * 3_900_000])
def test_no_text_of_any_length_gets_into_the_log(ground: Ground, lists: PrintedLists, printer: str) -> None:
    with pytest.raises(TooLong) as refused:
        lists.printed(ground.people[Role.TECHNICIAN], LIST, printer)
    assert refused.value.field == "printer"
    assert not AuditLog(ground.workplace).entries(ground.owner, action=Action.LIST_PRINTED)


@pytest.mark.parametrize(
    "given",
    [
        {"listed": ["x" * 1_001]},
        {"by": {"x" * 1_001: 1}},
        {"listed": ["x" * 900] * 300},
        {"note": "x" * 10_001},
    ],
)
def test_every_text_of_an_entry_is_bounded(ground: Ground, given: dict[str, object]) -> None:
    with pytest.raises(TooLong), ground.workplace.transaction() as session:
        ground.workplace.record(session, ground.desk, Action.JOB_CHANGED, **given)  # type: ignore[arg-type]
