"""A review over days and desks: the clerk stops and goes on, the owner approves, and the day waits."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hvacdesk.domain.disposal.disposal import BatchState, Decision
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.disposal.wizard import APPROVAL, CERTIFICATE, CHECK, DECIDE, DESTROY, PAPERS
from hvacdesk.ui.widgets.danger_confirm import DangerConfirm
from tests.helpers.decisions import decide
from tests.helpers.decisions import propose as propose_batch
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import SHOP, FrontDesk, open_window, type_in
from tests.helpers.paper import qr_codes
from tests.helpers.real_office import NAMES, RealOffice
from tests.helpers.secret_service import SecretService
from tests.journeys.month_end import office_with_a_past
from tests.journeys.test_disposal import decisions, go_on, step

KEPT, DESTROYED = SHOP.organisation, "田中 ●●"


@pytest.fixture
def papers() -> list[bytes]:
    """The work orders that lie in the cabinet."""
    return []


@pytest.fixture
def real(tmp_path: Path, secret_service: SecretService, papers: list[bytes]) -> RealOffice:
    """An office that waits for a day between approval and destruction."""
    assert secret_service.is_open()
    made = office_with_a_past(tmp_path / "office", papers)
    office, owner = made.login(Role.OWNER)
    office.settings.set_office_value(owner, "disposal_waiting_days", 1, 0)
    office.leave(owner)
    return made


def begin(desk: FrontDesk) -> None:
    desk.go("disposal")
    desk.click(desk.page._start)
    go_on(desk)
    assert step(desk) == DECIDE


def open_the_batch(desk: FrontDesk) -> None:
    """By Enter on its line, as it is found on the page."""
    desk.go("disposal")
    desk.page.table.select_first()
    desk.key(desk.page.table, Qt.Key.Key_Return)


def propose(desk: FrontDesk, papers: list[bytes]) -> None:
    go_on(desk)
    assert step(desk) == PAPERS
    (code,) = qr_codes(papers[0])
    type_in(desk.page.wizard.steps[PAPERS].code, code)
    desk.key(desk.page.wizard.steps[PAPERS].code, Qt.Key.Key_Return)
    desk.wait(desk.page.wizard.next_button.isEnabled)
    go_on(desk)
    desk.wait(lambda: step(desk) == APPROVAL)


def test_a_review_is_stopped_resumed_handed_over_and_waits_its_day(
    real: RealOffice, qtbot: QtBot, papers: list[bytes]
) -> None:
    with open_window(real, qtbot, Role.DESK) as clerk:
        begin(clerk)
        table = clerk.page.wizard.steps[DECIDE].table
        table.select(lambda row: row.name.text == KEPT)
        clerk.key(table, Qt.Key.Key_K)
        clerk.wait(lambda: decisions(clerk)[KEPT] is Decision.KEEP)
        clerk.click(clerk.page.wizard.stop_button)
        assert [row.state for row in clerk.page.table.rows()] == [BatchState.DRAFT]
    real.clock.pass_time(days=1)
    with open_window(real, qtbot, Role.DESK) as clerk:
        begin(clerk)
        assert decisions(clerk) == {DESTROYED: Decision.DESTROY, KEPT: Decision.KEEP}
        propose(clerk, papers)
        clerk.click(clerk.page.wizard.stop_button)
    with open_window(real, qtbot, Role.OWNER) as owner:
        open_the_batch(owner)
        assert step(owner) == APPROVAL
        approval = owner.page.wizard.steps[APPROVAL]
        assert NAMES[Role.DESK] in texts_in(approval)
        assert [row.name.text for row in approval.table.rows()] == [DESTROYED]
        owner.press(approval, "Approve disposal")
        owner.wait(lambda: step(owner) == DESTROY)
        destroy = owner.page.wizard.steps[DESTROY]
        assert not destroy.destroy_button.isEnabled()
        assert f"waits until {day_text(owner.office.today().replace(day=26))}" in destroy.first_day.text()
        real.clock.pass_time(days=1)
        owner.page.refresh()
        owner.wait(destroy.destroy_button.isEnabled)
        assert not destroy.first_day.isVisible()
        owner.click(destroy.destroy_button)
        question = owner.dialog()
        assert isinstance(question, DangerConfirm)
        type_in(question.typed, "1")
        owner.click(question.primary)
        owner.wait(lambda: step(owner) == CERTIFICATE)
        (batch,) = owner.office.disposal.reviews.batches(owner.actor)
        assert batch.state is BatchState.VERIFIED
        assert (batch.proposed_by, batch.approved_by) == (NAMES[Role.DESK], NAMES[Role.OWNER])


def test_an_approval_is_taken_back_and_what_was_decided_is_kept(
    real: RealOffice, qtbot: QtBot, papers: list[bytes]
) -> None:
    with open_window(real, qtbot, Role.OWNER) as owner:
        disposal, clerk = owner.office.disposal, _clerk(owner)
        review = disposal.reviews.review(clerk, f"{owner.office.today():%Y-%m}")
        kept = next(row.customer for row in review.rows if row.name.text == KEPT)
        decide(disposal.reviews, clerk, review.batch, kept, Decision.KEEP)
        disposal.reviews.shred(clerk, review.batch, qr_codes(papers[0])[0])
        propose_batch(disposal.reviews, clerk, review.batch)
        disposal.approvals.approve(owner.actor, review.batch)
        open_the_batch(owner)
        destroy = owner.page.wizard.steps[DESTROY]
        owner.click(destroy.send_back_button)
        owner.wait(lambda: step(owner) == CHECK)
        assert "what was decided is kept" in owner.page.wizard.sentence.text()
        assert not owner.page.wizard.next_button.isVisible()
        owner.click(owner.page.wizard.stop_button)
        begin(owner)
        assert decisions(owner) == {DESTROYED: Decision.DESTROY, KEPT: Decision.KEEP}
        assert [row.state for row in disposal.reviews.batches(owner.actor)] == [
            BatchState.DRAFT,
            BatchState.REJECTED,
        ]


def _clerk(desk: FrontDesk) -> Actor:
    return Actor(desk.real.accounts[NAMES[Role.DESK]], NAMES[Role.DESK], frozenset({Role.DESK}))
