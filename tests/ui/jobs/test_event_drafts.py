"""A half-typed event belongs to its own form, whatever is opened next, and nothing opens twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from hvacdesk.domain.jobs.job_events import EventKind, EventStrikeReason, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.roles import Role
from hvacdesk.ui.calendar.days_off import AbsenceForm, DaysOffDialog, HoursForm
from hvacdesk.ui.entry.login_dialogs import EnrolDialog
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.jobs.event_form import EventForm
from hvacdesk.ui.papers.cabinets import CabinetsDialog
from hvacdesk.ui.papers.filing import FilePaperDialog
from hvacdesk.ui.staff.accounts_tab import InviteDialog
from hvacdesk.ui.widgets.notice import Notice
from tests.helpers.copied_office import copy_office
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TODAY, FrontDesk, open_desk, open_window
from tests.helpers.real_office import RealOffice
from tests.helpers.typing_forms import interrupt

NUMBER = "INV-2026-77"
INVOICE_DRAFT = {"kind": "invoice", "number": NUMBER, "amount": "9,000", "on": "2026/11/20"}


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot) as opened:
        yield opened
        for form in opened.window.findChildren(EventForm):
            form.draft.release()


def jobs_today(desk: FrontDesk) -> list[str]:
    return [row.job for row in desk.office.jobs.day(desk.actor, desk.office.today())]


def opened(desk: FrontDesk) -> JobDialog:
    desk.go("schedule", job=jobs_today(desk)[0])
    dialog = desk.dialog()
    assert isinstance(dialog, JobDialog)
    return dialog


def event_form(desk: FrontDesk) -> EventForm:
    desk.calm()
    form = desk.dialog()
    assert isinstance(form, EventForm)
    return form


def shown(desk: FrontDesk, kind: type[QDialog]) -> list[QDialog]:
    return [one for one in desk.window.findChildren(kind) if one.isVisible()]


def events(desk: FrontDesk) -> list[tuple[EventKind, str, str]]:
    detail = desk.office.jobs.detail(desk.actor, jobs_today(desk)[0])
    return [(one.kind, one.on, one.number) for one in detail.events]


def test_recording_begins_with_what_comes_next_by_what_is_recorded(desk: FrontDesk) -> None:
    """A handover that was taken back comes before the invoice."""
    jobs, (job, *_more) = desk.office.jobs, jobs_today(desk)
    for kind in (EventKind.COMPLETION, EventKind.HANDOVER):
        jobs.record_event(desk.actor, job, JobEvent(kind, TODAY))
    page = opened(desk)
    page.record_event()
    assert event_form(desk).chosen is EventKind.INVOICE
    event_form(desk).reject()
    handover = next(one for one in jobs.detail(desk.actor, job).events if one.kind is EventKind.HANDOVER)
    jobs.strike_event(desk.actor, job, handover, EventStrikeReason.WRONG_DAY)
    desk.calm()
    page.record_event()
    assert event_form(desk).chosen is EventKind.HANDOVER


class TestWhoseDraftItIs:
    def test_an_unfinished_invoice_does_not_become_a_contract(self, desk: FrontDesk) -> None:
        page = opened(desk)
        page.record_event(EventKind.INVOICE)
        form = event_form(desk)
        form.number.setText(NUMBER)
        form.amount.setText("58,000")
        form.day.set_iso("2026-11-20")
        interrupt(form)
        page.move_to(JobState.ARRANGED)
        step = event_form(desk)
        assert (step.chosen, step.number.text(), step.day.iso("on")) == (EventKind.CONTRACT, "", TODAY)
        desk.click(step.primary)
        assert events(desk) == [(EventKind.CONTRACT, TODAY, "")]
        page.record_event()
        again = event_form(desk)
        assert (again.chosen, again.number.text(), again.amount.text(), again.day.iso("on")) == (
            EventKind.INVOICE,
            NUMBER,
            "58,000",
            "2026-11-20",
        )

    def test_an_unfinished_contract_does_not_become_an_invoice(self, desk: FrontDesk) -> None:
        page = opened(desk)
        page.move_to(JobState.ARRANGED)
        step = event_form(desk)
        step.number.setText("K-12")
        interrupt(step)
        page.record_event()
        plain = event_form(desk)
        assert (plain.chosen, plain.number.text()) == (EventKind.ESTIMATE, "")
        plain.draft.release()
        plain.done(0)
        page.move_to(JobState.DONE)
        other = event_form(desk)
        assert (other.chosen, other.number.text()) == (EventKind.HANDOVER, "")
        other.draft.release()
        other.done(0)
        page.move_to(JobState.ARRANGED)
        assert event_form(desk).number.text() == "K-12"

    def test_a_step_made_meanwhile_is_not_made_by_the_draft(self, desk: FrontDesk) -> None:
        """A colleague moved the job on: what was typed comes back, and opening it moves nothing."""
        page = opened(desk)
        page.move_to(JobState.ARRANGED)
        step = event_form(desk)
        step.number.setText("K-12")
        interrupt(step)
        desk.office.jobs.set_state(desk.actor, jobs_today(desk)[0], JobState.ARRANGED)
        desk.calm()
        (left,) = desk.window.drafts.left_open()
        desk.go(left.page, **left.arguments)
        form = event_form(desk)
        assert (form.chosen, form.number.text()) == (EventKind.CONTRACT, "K-12")
        desk.click(form.primary)
        assert events(desk) == [(EventKind.CONTRACT, TODAY, "K-12")]
        assert desk.window.drafts.left_open() == ()

    def test_an_event_recorded_meanwhile_is_not_followed_by_the_step(self, desk: FrontDesk) -> None:
        """“Go on” opens a form; it does not move the job because the contract is there already."""
        page = opened(desk)
        before = page.detail.row.state
        page.move_to(JobState.ARRANGED)
        step = event_form(desk)
        step.number.setText("K-12")
        interrupt(step)
        made = JobEvent(EventKind.CONTRACT, TODAY, "K-11", None)
        desk.office.jobs.record_event(desk.actor, jobs_today(desk)[0], made)
        desk.calm()
        (left,) = desk.window.drafts.left_open()
        desk.go(left.page, **left.arguments)
        assert event_form(desk).number.text() == "K-12"
        assert desk.office.jobs.detail(desk.actor, jobs_today(desk)[0]).row.state is before


class TestOpenedOnce:
    def test_asking_twice_opens_one_job_and_one_form(self, desk: FrontDesk) -> None:
        job = jobs_today(desk)[0]
        for _time in range(2):
            desk.window.navigate("schedule", job=job, event="yes")
        desk.calm()
        desk.go("schedule", job=job, event="yes")
        assert len(shown(desk, JobDialog)) == len(shown(desk, EventForm)) == 1
        form = event_form(desk)
        form.number.setText(NUMBER)
        desk.click(form.primary)
        assert [number for _kind, _on, number in events(desk)] == [NUMBER]

    def test_a_job_below_another_comes_to_the_front(self, desk: FrontDesk) -> None:
        first, second = jobs_today(desk)
        for job in (first, second, first):
            desk.go("schedule", job=job)
        assert len(shown(desk, JobDialog)) == 2
        front = desk.dialog()
        assert isinstance(front, JobDialog)
        assert front.detail.row.job == first

    def test_going_on_twice_opens_one_job_and_one_form(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        copy_office(template.home, tmp_path / "office")
        real = RealOffice(tmp_path / "office", template.clock, template.accounts)
        office, actor = real.login(Role.DESK)
        job = office.jobs.day(actor, office.today())[0].job
        arguments = {"job": job, "event": "yes"}
        office.drafts.keep(
            actor, "event", job, {"page": "schedule", "arguments": arguments, "typed": INVOICE_DRAFT}
        )
        office.leave(actor)
        with open_window(real, qtbot, Role.DESK) as desk:
            desk.calm()
            notices = desk.window.findChildren(Notice)
            offered = [one for notice in notices for one in notice.findChildren(QPushButton)]
            go_on = next(one for one in offered if one.text() == "Go on")
            go_on.click()
            go_on.click()
            desk.calm()
            assert len(shown(desk, JobDialog)) == len(shown(desk, EventForm)) == 1
            form = event_form(desk)
            assert form.number.text() == "INV-2026-77"
            form.draft.release()


@pytest.mark.parametrize("alone", [False, True], ids=["with the event", "without recording"])
def test_a_job_that_was_moved_on_since_is_not_moved_by_the_form(
    template: RealOffice, tmp_path: Path, qtbot: QtBot, alone: bool
) -> None:
    with open_desk(template, tmp_path / "office", qtbot) as desk:
        row = desk.office.jobs.day(desk.actor, desk.office.today())[0]
        ctx, step = desk.window.context, JobState.DONE
        form = EventForm(ctx, row, EventKind.COMPLETION, step=step, shown=row.state)
        form.open()
        desk.office.jobs.set_state(desk.actor, row.job, JobState.WORKING)
        form._move_alone() if alone else form.save()
        desk.calm()
        assert form.isVisible()
        assert "changed after you opened it" in texts_in(form)
        detail = desk.office.jobs.detail(desk.actor, row.job)
        assert (detail.row.state, detail.events) == (JobState.WORKING, ())
        form.done(0)


class TestOtherDrafts:
    """Forms that read something first, and lists with a form of their own."""

    @pytest.mark.parametrize(
        ("page", "arguments", "kind"),
        [
            ("schedule", {"days_off": "yes", "enter": "absence"}, AbsenceForm),
            ("schedule", {"days_off": "yes", "enter": "hours"}, HoursForm),
            ("work_orders", {"copies": "yes", "cabinets": "yes"}, CabinetsDialog),
            ("settings", {"tab": "accounts", "invite": "yes"}, InviteDialog),
            ("settings", {"tab": "keys", "enrol": "yes"}, EnrolDialog),
            ("work_orders", {"copies": "yes", "file": "yes"}, FilePaperDialog),
        ],
    )
    def test_asking_twice_opens_one(
        self,
        template: RealOffice,
        tmp_path: Path,
        qtbot: QtBot,
        page: str,
        arguments: dict[str, str],
        kind: type[QDialog],
    ) -> None:
        with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as desk:
            for _time in range(2):
                desk.window.navigate(page, **arguments)
            desk.calm()
            desk.go(page, **arguments)
            assert len(shown(desk, kind)) == 1
            assert len(shown(desk, DaysOffDialog)) <= 1
