"""What Ctrl+Z says of acts that have a way back of their own, and that it undoes nothing older then."""

from __future__ import annotations

import pytest

from hvacdesk.domain.billing.invoices import InvoiceState
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.undone_elsewhere import UNDONE_ELSEWHERE, first_of
from hvacdesk.domain.papers.register import RETURN_NAMES, PaperState
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from hvacdesk.store.customers import customers as store
from tests.helpers.ground import Ground
from tests.helpers.people import customer

SUBJECT = "customer:" + "a" * 32


@pytest.fixture
def edited(ground: Ground) -> str:
    """A customer whose note was changed, which Ctrl+Z takes back."""
    people = Customers(ground.workplace)
    made = people.add(ground.owner, customer())
    change(ground, made, "一")
    assert ground.workplace.edits.possible(ground.owner)
    return made


def change(ground: Ground, whose: str, note: str) -> None:
    people = Customers(ground.workplace)
    version = people.detail(ground.owner, whose).version
    people.change(ground.owner, whose, version, {"note": note})


def act(ground: Ground, whose: str, *actions: Action, **details: object) -> None:
    """Log what is one act, which writes into a room."""
    with ground.workplace.transaction() as session:
        row = store.get(session, whose)
        store.note_used(row, f"{row.used_at}0")  # another moment each time
        for action in actions:
            ground.workplace.record(session, ground.owner, action, SUBJECT, **details)  # type: ignore[arg-type]


def told(ground: Ground, actor: Actor | None = None) -> Phrase | None:
    return ground.workplace.edits.standing(actor or ground.owner).elsewhere


@pytest.mark.parametrize("action", UNDONE_ELSEWHERE)
def test_after_it_nothing_older_is_undone_and_it_is_said_where_it_is(
    ground: Ground, edited: str, action: Action
) -> None:
    act(ground, edited, action)
    standing = ground.workplace.edits.standing(ground.owner)
    assert (standing.newest, standing.elsewhere) == (0, UNDONE_ELSEWHERE[action])
    assert not ground.workplace.edits.possible(ground.owner)


def test_a_merge_that_is_carried_out_says_so_also_where_nothing_was_edited(ground: Ground) -> None:
    people, merging = Customers(ground.workplace), Merging(ground.workplace)
    one, other = (people.add(ground.owner, customer()) for _ in range(2))
    merge = merging.merge(ground.owner, one, other, (1, 1), {})
    assert told(ground) == UNDONE_ELSEWHERE[Action.CUSTOMERS_MERGED]
    merging.undo(ground.owner, merge)
    assert told(ground) == UNDONE_ELSEWHERE[Action.MERGE_UNDONE]


def test_a_later_edit_is_undone_as_ever(ground: Ground, edited: str) -> None:
    act(ground, edited, Action.HOLD_SET)
    change(ground, edited, "二")
    assert told(ground) is None
    ground.workplace.edits.undo(ground.owner)
    assert ground.workplace.edits.possible(ground.owner), "the one before it, as before"


def test_what_an_undo_logs_is_no_act_of_its_own(ground: Ground, edited: str) -> None:
    act(ground, edited, Action.PAYMENT_TAKEN_BACK, Action.EDIT_UNDONE)
    assert told(ground) is None


def test_an_edit_that_logs_such_an_act_is_an_edit(ground: Ground, edited: str) -> None:
    with ground.workplace.transaction() as session:
        store.note_used(store.get(session, edited), "2026-11-24T02:00:00Z")
        ground.workplace.edits.keep(session, ground.owner, SUBJECT, lambda _s: 1, lambda _s: ())
        ground.workplace.record(session, ground.owner, Action.PAYMENT_BOOKED, SUBJECT)
    assert (told(ground), ground.workplace.edits.possible(ground.owner)) == (None, True)


def test_what_only_shows_something_hinders_nothing(ground: Ground, edited: str) -> None:
    act(ground, edited, Action.REVEALED)
    assert ground.workplace.edits.possible(ground.owner)
    act(ground, edited, Action.HOLD_SET)
    act(ground, edited, Action.REVEALED)
    assert told(ground) == UNDONE_ELSEWHERE[Action.HOLD_SET]


def test_an_act_that_failed_says_nothing(ground: Ground, edited: str) -> None:
    def fail() -> None:
        with ground.workplace.transaction() as session:
            ground.workplace.record(session, ground.owner, Action.HOLD_SET, SUBJECT)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert told(ground) is None


def test_it_is_told_to_who_did_it_alone_and_a_disposal_does_not_change_it(
    ground: Ground, edited: str
) -> None:
    act(ground, edited, Action.HOLD_SET)
    assert told(ground, ground.desk) is None
    ground.workplace.forget()
    assert told(ground) is not None


@pytest.mark.parametrize(
    ("action", "state", "ended"),
    [
        (Action.INVOICE_STATE_CHANGED, {"invoice_state": InvoiceState.VOID}, "A void invoice"),
        (Action.INVOICE_STATE_CHANGED, {"invoice_state": InvoiceState.SENT}, ""),
        (Action.JOB_STATE_CHANGED, {"after": JobState.CANCELLED.value}, "A cancelled job"),
        (Action.JOB_STATE_CHANGED, {"after": JobState.WORKING.value}, ""),
        *(
            (action, {"state": state.value}, "What was registered of a paper")
            for action in (Action.COPY_CHANGED, Action.PAPER_CHANGED)
            for state in (*RETURN_NAMES, PaperState.OUT, PaperState.HANDED_OVER)
        ),
        (Action.COPY_CHANGED, {"state": PaperState.STRUCK.value}, ""),
        (Action.PAPER_CHANGED, {"state": PaperState.STRUCK.value}, ""),
    ],
)
def test_a_state_that_nothing_brings_back_is_told_alone(
    ground: Ground, edited: str, action: Action, state: dict[str, object], ended: str
) -> None:
    act(ground, edited, action, **state)
    said = told(ground)
    assert (said.text[: len(ended)] if said else "") == ended


def test_of_several_the_one_by_which_it_is_known_is_told(ground: Ground, edited: str) -> None:
    act(ground, edited, Action.JOB_EVENT_RECORDED, Action.INVOICE_ISSUED)
    assert told(ground) == UNDONE_ELSEWHERE[Action.INVOICE_ISSUED]
    assert first_of(()) is None
