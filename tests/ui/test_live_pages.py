"""What is written in another window shows up in front; what somebody reads or decides about stays there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.disposal.disposal import BatchState, Decision
from hvacdesk.domain.disposal.shredding import ShredMethod
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.retention.retention_choices import Choice
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.staff.rule_texts import RuleDraft, RuleState
from hvacdesk.domain.text.wording import english
from hvacdesk.services.incidents.incidents import Happening
from hvacdesk.ui.disposal.wizard import CHECK, DECIDE, PAPERS
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.oversight.access_view import AccessView
from hvacdesk.ui.oversight.audit_view import AuditView
from tests.helpers.decisions import decide, propose
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import (
    SHOP,
    TANAKA,
    TODAY,
    FrontDesk,
    book,
    build_front_desk,
    open_desk,
    open_window,
)
from tests.helpers.paper import qr_codes
from tests.helpers.real_office import NAMES, RealOffice
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import cheap_passphrases
from tests.journeys.month_end import office_with_a_past
from tests.journeys.test_disposal import go_on, step

INQUIRY = "inquiry-without-order"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> Iterator[RealOffice]:
    assert secret_service.is_open()
    with cheap_passphrases():
        yield build_front_desk(tmp_path_factory.mktemp("template") / "office")


@pytest.fixture
def owner(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        yield opened


def clerk(desk: FrontDesk) -> Actor:
    """Somebody else of the office, who works in another window."""
    name = NAMES[Role.DESK]
    return Actor(desk.real.accounts[name], name, frozenset({Role.DESK}))


class TestStaff:
    def test_who_read_a_text_shows_up(self, owner: FrontDesk) -> None:
        owner.office.rules.take_proposals(owner.actor)
        owner.go("rules", tab="standing")
        table = owner.page.standing.table
        table.select(lambda row: row.name == NAMES[Role.DESK])
        text = owner.office.rules.current(owner.actor)[0].text
        owner.office.rules.acknowledge(clerk(owner), text)
        owner.calm()
        assert table.current().name == NAMES[Role.DESK]
        assert table.current().acknowledged == 1

    def test_ones_own_training_shows_up(self, owner: FrontDesk) -> None:
        owner.office.rules.take_proposals(owner.actor)
        owner.go("rules", tab="training")
        said = owner.page.training.state.text()
        training = owner.office.training
        quiz = training.begin()
        training.finish(owner.actor, quiz, [one.right for one in quiz.questions])
        owner.calm()
        assert owner.page.training.state.text() != said

    def test_a_new_text_is_listed_beside_the_one_that_is_read(self, owner: FrontDesk) -> None:
        owner.go("rules", tab="rules")
        tab = owner.page.rules
        tab.table.select(lambda row: row.code == tab.table.rows()[1].code)
        chosen = tab.table.current()
        owner.office.rules.save_draft(owner.actor, RuleDraft("鍵の決まり", "鍵は持ち帰らない。"))
        owner.calm()
        assert "鍵の決まり" in [row.title for row in tab.table.rows()]
        assert tab.table.current().code == chosen.code
        assert not tab.changed_note.isVisible()

    def test_a_text_that_is_read_stays_until_somebody_asks_for_the_new_one(self, owner: FrontDesk) -> None:
        rules, actor = owner.office.rules, owner.actor
        first = rules.save_draft(actor, RuleDraft("鍵の決まり", "鍵は持ち帰らない。"))
        rules.put_in_force(actor, first, 1)
        owner.go("rules", tab="rules", text=first)
        tab = owner.page.rules
        code = tab.table.current().code
        second = rules.save_draft(actor, RuleDraft("鍵の決まり", "鍵は金庫に置く。", code=code))
        rules.put_in_force(actor, second, 1)
        owner.calm()
        assert "鍵は持ち帰らない。" in tab.text.accessibleDescription()
        assert tab.changed_note.isVisible()
        assert not tab.edit_button.isVisible()
        assert not tab.read_button.isVisible()
        owner.click(tab.changed_note.button)
        tab.table.select(lambda row: row.code == code)
        assert "鍵は金庫に置く。" in tab.text.accessibleDescription()
        assert tab.table.current().state is RuleState.IN_FORCE
        assert not tab.changed_note.isVisible()
        assert tab.edit_button.isVisible()


class TestRetention:
    def test_a_period_that_was_chosen_shows_up(self, owner: FrontDesk) -> None:
        owner.go("rules", tab="retention")
        table = owner.page.retention.table
        table.select(lambda one: one.rule.code == INQUIRY)
        owner.office.retention.save(owner.actor, Choice(INQUIRY, 1, 0))
        owner.calm()
        assert table.current().rule.code == INQUIRY
        assert table.current().rule.years == 1
        assert owner.page.retention.back_button.isEnabled()

    def test_where_the_chosen_rule_is_gone_none_is_chosen(self, owner: FrontDesk) -> None:
        retention = owner.office.retention
        own = retention.new_code()
        other = next(one for one in retention.rules(owner.actor) if one.rule.events)
        retention.save(
            owner.actor, Choice(own, 2, 0, "見積書の控え", other.rule.events[0], frozenset(other.rule.keeps))
        )
        owner.go("rules", tab="retention", rule=own)
        tab = owner.page.retention
        assert tab.table.current().rule.code == own
        retention.take_back(owner.actor, own, 1)
        owner.calm()
        assert own not in {one.rule.code for one in tab.table.rows()}
        assert tab.table.current() is None
        assert not tab.change_button.isEnabled()
        assert not tab.back_button.isEnabled()


class TestOversight:
    def test_what_waits_is_counted_in_the_overview(self, owner: FrontDesk) -> None:
        owner.go("safeguards")
        assert owner.page.section is None

        def waiting() -> list[str]:
            rows = [row for lines in owner.page.lists.values() for row in lines.rows]
            return [row.line.text for row in rows if row.line.chip is not None]

        before = waiting()
        owner.office.incidents.report(clerk(owner), Happening(IncidentKind.STOLEN_PC, "車に置いたPCがない"))
        owner.calm()
        assert set(waiting()) - set(before) == {"Leak desk"}

    def test_looks_are_counted_on_beside_the_chosen_person(self, owner: FrontDesk) -> None:
        office, desk = owner.office, clerk(owner)
        customers = [owner.customer(record) for record in (TANAKA, SHOP)]
        office.customers.reveal(desk, customers[0], CustomerField.PHONE, RevealReason.CALL)
        owner.go("safeguards", section="access", month=f"{office.today():%Y-%m}")
        view = owner.page.section
        assert isinstance(view, AccessView)
        view.people.select(lambda row: row.account == desk.account)
        before = view.people.current().reveals
        office.customers.reveal(desk, customers[1], CustomerField.PHONE, RevealReason.CALL)
        owner.window.context.changes.aged.emit()
        owner.calm()
        assert view.people.current().account == desk.account
        assert view.people.current().reveals == before + 1

    def test_newer_entries_are_offered_and_move_nothing(self, owner: FrontDesk) -> None:
        owner.go("safeguards", section="audit")
        view = owner.page.section
        assert isinstance(view, AuditView)
        rows = view.table.rows()
        assert not view.newer_button.isVisible()
        owner.office.rules.take_proposals(owner.actor)
        owner.calm()
        assert view.table.rows() == rows
        assert view.newer_button.isVisible()
        owner.click(view.newer_button)
        assert len(view.table.rows()) > len(rows)
        assert not view.newer_button.isVisible()
        owner.office.customers.reveal(
            clerk(owner), owner.customer(TANAKA), CustomerField.PHONE, RevealReason.CALL
        )
        owner.window.context.changes.aged.emit()  # what changes nothing but the log is told of by no room
        owner.calm()
        assert view.newer_button.isVisible()


class TestJobs:
    @pytest.fixture
    def dialog(self, owner: FrontDesk) -> JobDialog:
        day = owner.office.jobs.day(owner.actor, owner.office.today())
        owner.go("schedule", job=day[0].job)
        found = owner.dialog()
        assert isinstance(found, JobDialog)
        owner.calm()
        return found

    def test_an_event_recorded_elsewhere_shows_up(self, owner: FrontDesk, dialog: JobDialog) -> None:
        event = JobEvent(EventKind.HANDOVER, TODAY, "引渡-3")
        owner.office.jobs.record_event(owner.actor, dialog.detail.row.job, event)
        owner.calm()
        assert "引渡-3" in texts_in(dialog)

    def test_what_is_shown_for_a_call_stays_when_others_are_changed(
        self, owner: FrontDesk, dialog: JobDialog
    ) -> None:
        parts = dialog._scroll.widget()
        owner.office.customers.add(owner.actor, replace(SHOP, organisation="株式会社別商店"), with_site=True)
        owner.calm()
        assert dialog._scroll.widget() is parts

    def test_an_estimate_drafted_elsewhere_shows_up(self, owner: FrontDesk, dialog: JobDialog) -> None:
        dialog.tabs.show_tab(dialog.tabs.stack.indexOf(dialog.estimates))
        owner.calm()
        assert dialog.estimates.rows == ()
        owner.office.estimates.draft(owner.actor, dialog.detail.row.job, english)
        owner.calm()
        assert len(dialog.estimates.rows) == 1

    def test_a_job_booked_elsewhere_is_listed_at_its_customer(self, owner: FrontDesk) -> None:
        customer = owner.customer(SHOP)
        owner.go("customers", customer=customer)
        before = owner.page.panel.jobs.rows
        job = book(owner.office, owner.actor, customer, "09:00", "10:00", on="2026-11-27")
        owner.calm()
        assert {row.job for row in owner.page.panel.jobs.rows} == {*(row.job for row in before), job}


class TestDisposal:
    @pytest.fixture
    def papers(self) -> list[bytes]:
        return []

    @pytest.fixture
    def desk(
        self, tmp_path: Path, qtbot: QtBot, secret_service: SecretService, papers: list[bytes]
    ) -> Iterator[FrontDesk]:
        assert secret_service.is_open()
        with (
            cheap_passphrases(),
            open_window(office_with_a_past(tmp_path / "office", papers), qtbot, Role.OWNER) as opened,
        ):
            opened.go("disposal")
            yield opened

    def test_a_batch_shows_up_and_changes_its_state(self, desk: FrontDesk) -> None:
        reviews, table = desk.office.disposal.reviews, desk.page.table
        batch = reviews.review(desk.actor, f"{desk.office.today():%Y-%m}").batch
        desk.calm()
        assert [row.batch for row in table.rows()] == [batch]
        table.select_first()
        for paper in reviews.papers(desk.actor, batch):
            reviews.shred(desk.actor, batch, paper.code)
        propose(reviews, desk.actor, batch)
        desk.calm()
        assert table.current().state is BatchState.PROPOSED

    def test_the_numbers_are_those_of_now(self, desk: FrontDesk) -> None:
        desk.click(desk.page._start)
        assert step(desk) == CHECK
        assert desk.page.wizard._review.on_hold == 0
        self.hold(desk)
        assert desk.page.wizard._review.on_hold == 1
        assert not desk.page.wizard.changed_note.isVisible()

    def test_who_is_decided_about_stays_until_the_list_is_read_again(self, desk: FrontDesk) -> None:
        desk.click(desk.page._start)
        go_on(desk)
        wizard = desk.page.wizard
        table = wizard.steps[DECIDE].table
        table.select(lambda row: row.name.text == SHOP.organisation)
        desk.press(wizard.steps[DECIDE], "Keep (K)")
        assert not wizard.changed_note.isVisible(), "it was decided here"
        rows = table.rows()
        self.hold(desk)
        assert table.rows() == rows
        assert wizard.changed_note.isVisible()
        desk.click(wizard.changed_note.button)
        assert table.current().name.text == SHOP.organisation
        assert table.current().decision is Decision.HOLD
        assert not wizard.changed_note.isVisible()

    def test_a_paper_scanned_elsewhere_is_ticked_off_and_what_is_typed_stays(
        self, desk: FrontDesk, papers: list[bytes]
    ) -> None:
        desk.click(desk.page._start)
        go_on(desk)
        go_on(desk)
        assert step(desk) == PAPERS
        papers_step = desk.page.wizard.steps[PAPERS]
        papers_step.code.setText("2026-")
        how = papers_step.how
        how.method.setCurrentIndex(how.method.findData(ShredMethod.DISSOLVE.value))
        how.certificate.setText("溶解証明 12")
        (code,) = qr_codes(papers[0])
        desk.office.disposal.reviews.shred(desk.actor, desk.page.wizard.batch, code)
        desk.calm()
        assert [row.shredded for row in papers_step.table.rows()] == [True]
        assert papers_step.code.text() == "2026-"
        assert how.certificate.text() == "溶解証明 12"

    def hold(self, desk: FrontDesk) -> None:
        """In another window."""
        office, actor, batch = desk.office, desk.actor, desk.page.wizard.batch
        customer = desk.customer(SHOP)
        decide(
            office.disposal.reviews,
            actor,
            batch,
            customer,
            Decision.HOLD,
            hold_reason="係争中",
            hold_until="2027-06-30",
        )
        desk.calm()
