"""Waste manifests: hand-worked days by which each slip is back, and when none is waited for any more."""

from __future__ import annotations

from datetime import date

import pytest

from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.manifests import SLIP_CLOCK, EarlierSlipMissing, SlipOutOfTurn, awaited, check_turn

E = EventKind
ISSUED = (E.MANIFEST, "2026-08-01")


@pytest.mark.parametrize(
    ("events", "slip", "due"),
    [
        # Issued on 2026-08-01: 90 days end on 2026-10-30, 180 days on 2027-01-28.
        ([ISSUED], E.MANIFEST_B2, "2026-10-30"),
        ([ISSUED, (E.MANIFEST_B2, "2026-08-20")], E.MANIFEST_D, "2026-10-30"),
        ([ISSUED, (E.MANIFEST_B2, "2026-08-20"), (E.MANIFEST_D, "2026-09-30")], E.MANIFEST_E, "2027-01-28"),
    ],
)
def test_the_next_slip_is_waited_for_until_the_last(
    events: list[tuple[EventKind, str]], slip: EventKind, due: str
) -> None:
    found = awaited("j", "2026-000001", [JobEvent(kind, on) for kind, on in events])
    assert found is not None
    assert (found.slip, found.due) == (slip, date.fromisoformat(due))


@pytest.mark.parametrize(
    "events", [[], [(E.MANIFEST_B2, "2026-08-20")], [ISSUED, (E.MANIFEST_E, "2026-12-01")]]
)
def test_without_a_manifest_and_after_the_last_slip_none_is_waited_for(
    events: list[tuple[EventKind, str]],
) -> None:
    assert awaited("j", "2026-000001", [JobEvent(kind, on) for kind, on in events]) is None


def test_the_days_name_their_source_and_when_it_was_read() -> None:
    assert SLIP_CLOCK.source
    assert SLIP_CLOCK.as_of == "2026-11"


CARRIED, TREATED = (E.MANIFEST_B2, "2026-08-20"), (E.MANIFEST_D, "2026-09-30")


@pytest.mark.parametrize(
    ("recorded", "then", "wrong"),
    [
        ([], (E.MANIFEST_B2, "2026-08-20"), EarlierSlipMissing),
        ([ISSUED], (E.MANIFEST_E, "2026-12-01"), EarlierSlipMissing),
        ([ISSUED, CARRIED], (E.MANIFEST_E, "2026-12-01"), EarlierSlipMissing),
        ([ISSUED], (E.MANIFEST_B2, "2026-07-31"), SlipOutOfTurn),
        ([ISSUED, CARRIED], (E.MANIFEST_D, "2026-08-19"), SlipOutOfTurn),
        ([ISSUED, CARRIED, TREATED], (E.MANIFEST_E, "2026-09-29"), SlipOutOfTurn),
        ([CARRIED], (E.MANIFEST, "2026-08-21"), SlipOutOfTurn),
    ],
)
def test_a_slip_that_cannot_have_come_is_refused(
    recorded: list[tuple[EventKind, str]], then: tuple[EventKind, str], wrong: type[Exception]
) -> None:
    with pytest.raises(wrong):
        check_turn(JobEvent(*then), [JobEvent(*one) for one in recorded])


@pytest.mark.parametrize(
    ("recorded", "then"),
    [
        ([], ISSUED),
        ([ISSUED], (E.MANIFEST_B2, "2026-08-01")),  # carried on the day of the issue
        ([ISSUED, CARRIED, TREATED], (E.MANIFEST_E, "2026-09-30")),
        ([ISSUED, CARRIED, TREATED], (E.MANIFEST, "2026-11-02")),  # a second load of the same job
        ([CARRIED], (E.MANIFEST, "2026-08-20")),  # found missing later
        ([], (E.INVOICE, "2026-08-20")),
    ],
)
def test_a_slip_in_its_turn_is_taken(
    recorded: list[tuple[EventKind, str]], then: tuple[EventKind, str]
) -> None:
    check_turn(JobEvent(*then), [JobEvent(*one) for one in recorded])
