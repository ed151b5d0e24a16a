"""A month's end by clicks and keys: review, decide, shred, propose, approve, destroy, prove, look it up."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication
from sqlalchemy import delete

from hvacdesk.domain.disposal.disposal import BatchState, Decision
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.store.models import Certificate, CertificatePdf
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.disposal.reasons_dialog import ReasonsDialog
from hvacdesk.ui.disposal.wizard import APPROVAL, CERTIFICATE, CHECK, DECIDE, DESTROY, PAPERS
from hvacdesk.ui.pages.disposal import AnotherReview
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.widgets.danger_confirm import DangerConfirm
from tests.helpers.cups import CupsPrinter
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import SHOP, TANAKA, TODAY, FrontDesk, type_in
from tests.helpers.journey import AT_BOTH_PCS
from tests.helpers.paper import qr_codes, read_text
from tests.helpers.real_office import NAMES, SECOND_OWNER, passphrase_of


def decisions(desk: FrontDesk) -> dict[str, Decision]:
    return {row.name.text: row.decision for row in desk.page.wizard.steps[DECIDE].table.rows()}


def step(desk: FrontDesk) -> int:
    return desk.page.wizard._stack.currentIndex()


def go_on(desk: FrontDesk) -> None:
    desk.click(desk.page.wizard.next_button)


@AT_BOTH_PCS
def test_a_month_is_closed_and_proved(
    desk: FrontDesk, papers: list[bytes], cups_printer: CupsPrinter
) -> None:
    desk.go("disposal")
    desk.click(desk.page._start)
    wizard = desk.page.wizard
    assert step(desk) == CHECK

    go_on(desk)
    assert decisions(desk) == {"田中 ●●": Decision.DESTROY, SHOP.organisation: Decision.DESTROY}
    table = wizard.steps[DECIDE].table
    table.select(lambda row: row.name.text == SHOP.organisation)
    table.setFocus()
    desk.key(table, Qt.Key.Key_K)
    desk.wait(lambda: decisions(desk)[SHOP.organisation] is Decision.KEEP)
    decide = wizard.steps[DECIDE]
    decide.group.setCurrentIndex(1)
    decide.decide_all(Decision.KEEP)
    desk.wait(lambda: not wizard.next_button.isEnabled())
    decide.group.setCurrentIndex(0)
    decide.decide_all(Decision.DESTROY)
    desk.wait(wizard.next_button.isEnabled)
    table.select(lambda row: row.name.text == SHOP.organisation)
    desk.key(table, Qt.Key.Key_K)
    desk.wait(lambda: decisions(desk)[SHOP.organisation] is Decision.KEEP)

    go_on(desk)
    assert step(desk) == PAPERS
    desk.wait(lambda: "Replaced by a new backup" in _copies(desk))
    assert not wizard.next_button.isEnabled()
    type_in(wizard.steps[PAPERS].code, "2020-000001")
    desk.key(wizard.steps[PAPERS].code, Qt.Key.Key_Return)
    refusal = desk.dialog()
    assert "shredded?" not in texts_in(refusal)
    assert "belongs to no registered paper" in texts_in(refusal)
    refusal.reject()
    wizard.steps[PAPERS].code.clear()
    number = wizard.steps[PAPERS].table.rows()[0].number
    type_in(wizard.steps[PAPERS].code, number)
    desk.key(wizard.steps[PAPERS].code, Qt.Key.Key_Return)
    question = desk.dialog()
    assert f"Was {number} shredded?" in texts_in(question)
    desk.press(question, "Not yet")
    assert not any(paper.shredded for paper in wizard.steps[PAPERS]._papers)
    (code,) = qr_codes(papers[0])
    wizard.steps[PAPERS].code.clear()
    type_in(wizard.steps[PAPERS].code, code)
    desk.key(wizard.steps[PAPERS].code, Qt.Key.Key_Return)
    desk.wait(wizard.next_button.isEnabled)

    go_on(desk)
    desk.wait(lambda: step(desk) == APPROVAL)
    approval = wizard.steps[APPROVAL]
    desk.wait(approval.approve_button.isVisible)
    names = [approval._who.itemText(at) for at in range(approval._who.count())]
    assert names == [SECOND_OWNER]
    proposed = approval.table.rows()
    assert [(row.name.text, row.decision) for row in proposed] == [("田中 ●●", Decision.DESTROY)]
    approval.table.setFocus()
    desk.key(approval.table, Qt.Key.Key_Return)
    reasons = desk.dialog()
    assert isinstance(reasons, ReasonsDialog)
    assert day_text(proposed[0].verdict.keep_until) in texts_in(reasons)
    reasons.accept()
    desk.qtbot.keyClicks(approval.passphrase.edit, "not the second owner's")
    desk.click(approval.approve_button)
    desk.wait(lambda: "passphrase is not correct" in texts_in(desk.window))
    assert step(desk) == APPROVAL
    desk.real.clock.pass_time(minutes=1)
    _wait_out_the_throttle(desk)
    type_in(approval.passphrase.edit, passphrase_of(SECOND_OWNER))
    desk.click(approval.approve_button)

    desk.wait(lambda: step(desk) == DESTROY)
    destroy = wizard.steps[DESTROY]
    desk.click(destroy.dry_run_button)
    desk.wait(lambda: destroy.dry_run.text().startswith("Dry run: 1 customer"))
    assert "Nothing was changed." in destroy.dry_run.text()
    _try_without_the_backup_disk(desk)
    desk.click(destroy.destroy_button)
    question = desk.dialog()
    assert isinstance(question, DangerConfirm)
    desk.qtbot.keyClicks(question.typed, "2")
    assert not question.primary.isEnabled()
    question.typed.clear()
    type_in(question.typed, "１")
    assert question.primary.isEnabled()
    _stay_open_while_it_runs(desk, question)

    desk.wait(lambda: step(desk) == CERTIFICATE)
    desk.calm()
    (batch,) = desk.office.disposal.reviews.batches(desk.actor)
    assert batch.state is BatchState.VERIFIED
    assert (batch.proposed_by, batch.approved_by) == (NAMES[Role.OWNER], SECOND_OWNER)
    assert batch.certificate in texts_in(desk.window)
    _print_the_certificate(desk, cups_printer, batch.certificate)
    _look_it_up(desk, batch.certificate)
    remaining = {row.name.text for row in desk.office.customers.search(desk.actor, "").rows}
    assert remaining == {SHOP.organisation, "田中 ●●"}
    assert desk.office.customers.search(desk.actor, TANAKA.phones[0].number).hits == 0
    assert desk.office.audit.verify(desk.actor).intact
    _no_second_review_unasked(desk, batch.number)
    _open_without_its_certificate(desk, batch.batch)


def _stay_open_while_it_runs(desk: FrontDesk, question: DangerConfirm) -> None:
    """Neither × nor a change of person cuts it off, and nothing on the page says that it has not begun."""
    wizard, destruction, may_begin = desk.page.wizard, desk.office.disposal.destruction, Event()
    destroy = destruction.destroy

    def wait_and_destroy(*arguments: object) -> object:
        may_begin.wait(30)
        return destroy(*arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(destruction, "destroy", wait_and_destroy)
        question.primary.click()
        step = wizard.steps[DESTROY]
        assert "Nothing has been destroyed" not in wizard.sentence.text()
        assert "cannot be stopped" in wizard.sentence.text()
        for one in (wizard.stop_button, step.send_back_button, step.dry_run_button, step.destroy_button):
            assert not one.isEnabled()
        for leave in (desk.window.close, desk.window.switch_user):
            leave()
            told = QApplication.activeModalWidget()
            assert "switched on" in texts_in(told)
            assert desk.window.isVisible()
            told.primary.click()
        desk.window.lock()
        desk.window.close()
        told = QApplication.activeModalWidget()
        assert told is not None
        assert told.isVisible()
        assert desk.window.isVisible()
        told.accept()
        desk.window.uncover()
        may_begin.set()


def _no_second_review_unasked(desk: FrontDesk, number: str) -> None:
    """A month whose review is done is not begun again by one press; the done one is offered."""
    desk.go("disposal")
    desk.page.go_to_top()
    desk.calm()
    desk.click(desk.page._start)
    question = desk.dialog()
    assert isinstance(question, AnotherReview)
    assert number in texts_in(question)
    desk.key(question, Qt.Key.Key_Escape)
    desk.calm()
    assert [row.number for row in desk.office.disposal.reviews.batches(desk.actor)] == [number]
    desk.click(desk.page._start)
    question = desk.dialog()
    desk.click(question.primary)
    desk.wait(lambda: step(desk) == CERTIFICATE)
    assert number in texts_in(desk.page)


def _open_without_its_certificate(desk: FrontDesk, batch: str) -> None:
    """As after the restore of an older backup, which knows the result from the signed list alone."""
    with desk.office._workplace.transaction() as session:
        session.execute(delete(CertificatePdf))
        session.execute(delete(Certificate))
    desk.go("disposal", batch=batch)
    assert step(desk) == CERTIFICATE
    certificate = desk.page.wizard.steps[CERTIFICATE]
    desk.wait(lambda: "A backup from before the disposal was restored" in texts_in(certificate))
    assert "Verified as erased" in texts_in(certificate)
    assert not certificate.print_button.isVisible()


def _copies(desk: FrontDesk) -> str:
    table = desk.page.wizard.steps[PAPERS].copies.table
    model = table.model()
    return " ".join(str(model.data(model.index(row, 2))) for row in range(model.rowCount()))


def _try_without_the_backup_disk(desk: FrontDesk) -> None:
    """Nothing is deleted while no backup can follow; the reason stands beside the button."""
    (place,) = desk.office.backups.places(desk.actor)
    folder = Path(place.folder)
    away = folder.rename(folder.with_name("away"))
    destroy = desk.page.wizard.steps[DESTROY]
    desk.click(destroy.destroy_button)
    question = desk.dialog()
    type_in(question.typed, "1")
    desk.click(question.primary)
    desk.wait(lambda: "No backup folder is connected" in texts_in(destroy))
    assert desk.office.customers.search(desk.actor, TANAKA.phones[0].number).hits == 1
    away.rename(folder)


def _wait_out_the_throttle(desk: FrontDesk) -> None:
    """A wrong passphrase makes the next try wait a moment of real time."""
    desk.qtbot.wait(1_100)


def _print_the_certificate(desk: FrontDesk, printer: CupsPrinter, number: str) -> None:
    step = desk.page.wizard.steps[CERTIFICATE]
    desk.wait(lambda: step.pages is not None and step.pages.isVisible())
    assert step.pages.height() > step.height() * 0.8
    assert step.pages.width() > step.width() / 2
    desk.click(step.print_button)
    preview = desk.dialog()
    assert isinstance(preview, PreviewDialog)
    desk.click(preview.primary)
    desk.wait(lambda: preview.findChildren(QPrintDialog))
    desk.qtbot.keyClick(preview.findChildren(QPrintDialog)[-1], Qt.Key.Key_Return)
    desk.wait(lambda: not preview.isVisible())
    drawn = read_text(desk.office.disposal.certificates.certificate_paper(desk.actor, number, "en").pdf)
    assert SECOND_OWNER in drawn  # the test printer turns some kanji into pictures
    text = read_text(printer.printed(1)[0]) + drawn
    assert text.count(number) >= 2
    for value in (*TANAKA.name.__dict__.values(), TANAKA.phones[0].number, TANAKA.email, "3丁目41-7"):
        assert value not in text
    logged = desk.office.audit.entries(desk.actor, limit=20, action=Action.CERTIFICATE_PRINTED)
    assert len(logged) == 1
    kept = desk.real.home.parent / "certificate.pdf"
    step.save_as(str(kept))
    desk.calm()
    assert (
        kept.read_bytes() == desk.office.disposal.certificates.certificate_paper(desk.actor, number, "en").pdf
    )
    assert len(desk.office.audit.entries(desk.actor, limit=20, action=Action.CERTIFICATE_SAVED)) == 1


def _look_it_up(desk: FrontDesk, certificate: str) -> None:
    """Somebody with an old customer's copy in hand asks whether the data is gone."""
    desk.click(desk.page.wizard.stop_button)
    desk.go("safeguards")
    desk.page.show_section("ledger")
    desk.calm()
    ledger = desk.page.section
    type_in(ledger.search, "C-000001")
    desk.wait(lambda: [line.customer_number for line in ledger.table.rows()] == ["C-000001"])
    (line,) = ledger.table.rows()
    assert line.certificate == certificate
    assert line.result is BatchState.VERIFIED
    assert line.destroyed_at.startswith(TODAY)
    type_in(ledger.search, "9")
    desk.wait(lambda: ledger.table.rows() == [] or not list(ledger.table.rows()))
