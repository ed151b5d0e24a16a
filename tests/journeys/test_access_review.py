"""A month's access review: from a customer shown without a job to the signed sheet, in the real windows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hvacdesk.domain.oversight.access_review import Pattern
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import DutyKind
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.oversight.access_view import AccessView, SignForm
from hvacdesk.ui.printing.preview import PreviewDialog
from tests.helpers.front_desk import SHOP, TANAKA, FrontDesk, build_front_desk, open_window
from tests.helpers.paper import read_text
from tests.helpers.real_office import NAMES, RealOffice
from tests.helpers.secret_service import SecretService

MONTH = "2026-11"
REMARK = "受付に確認。折り返しの電話のため。"


def look_at(desk: FrontDesk, customer: str) -> None:
    """Show phone and address by the one key for it."""
    desk.go("customers", customer=customer)
    desk.key(desk.page.table, Qt.Key.Key_F6)


def review(desk: FrontDesk) -> AccessView:
    """The sheet, reached from the calendar of duties."""
    (duty,) = (one for one in desk.office.duties.all(desk.actor) if one.kind is DutyKind.ACCESS_REVIEW)
    assert duty.about == MONTH
    desk.go("safeguards", section="access", month=duty.record)
    view = desk.page.section
    assert isinstance(view, AccessView)
    desk.wait(lambda: view.sheet is not None and view.sheet.month == MONTH)
    return view


def sign(desk: FrontDesk, view: AccessView) -> None:
    desk.click(view.sign_button)
    form = desk.dialog()
    assert isinstance(form, SignForm)
    form.remark.setPlainText(REMARK)
    desk.press(form, "Save")
    desk.wait(lambda: not form.isVisible())
    desk.calm()


def require_paper(desk: FrontDesk, view: AccessView) -> None:
    """The preview opens, and the paper carries the end of the log's chain and no customer's name."""
    desk.click(view.print_button)
    preview = desk.dialog()
    assert isinstance(preview, PreviewDialog)
    preview.reject()
    desk.calm()
    assert view.sheet is not None
    assert view.sheet.signature is not None
    text = read_text(desk.office.access_review.sheet_pdf(desk.actor, MONTH, english))
    assert view.sheet.signature.head_hash[:16] in text.replace(" ", "").replace("\n", "")
    for name in (SHOP.organisation, TANAKA.name.given, TANAKA.phones[0].number):
        assert name not in text


def test_a_month_is_looked_through_and_signed(
    tmp_path: Path, qtbot: QtBot, secret_service: SecretService
) -> None:
    real: RealOffice = build_front_desk(tmp_path / "office")
    with open_window(real, qtbot, Role.DESK) as desk:
        shop, tanaka = desk.customer(SHOP), desk.customer(TANAKA)
        for customer in (shop, tanaka):
            look_at(desk, customer)
        number = desk.office.customers.detail(desk.actor, shop).number
    real.clock.pass_time(days=9)
    with open_window(real, qtbot, Role.OWNER) as desk:
        view = review(desk)
        assert view.sheet is not None
        (found,) = view.sheet.findings
        assert (found.name, found.pattern, found.customers) == (
            NAMES[Role.DESK],
            Pattern.REVEAL_WITHOUT_JOB,
            (number,),
        )
        assert view.findings.rows() == (found,)
        sign(desk, view)
        assert not view.sign_button.isEnabled()
        require_paper(desk, view)
        assert not [one for one in desk.office.duties.all(desk.actor) if one.kind is DutyKind.ACCESS_REVIEW]
        (logged,) = desk.office.audit.entries(desk.actor, limit=5, action=Action.ACCESS_REVIEWED)
        assert logged.details["findings"] == 1
