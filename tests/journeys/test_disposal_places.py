"""Somebody who goes is named in another customer's note: shown, looked at, decided about, and done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.disposal.place_decisions import KEEP_REASON_NAMES, KeepReason, PlaceDecision
from hvacdesk.domain.oversight.audit_log import REVEAL_REASON_NAMES, Action, RevealReason
from hvacdesk.ui.disposal.approval_step import ApprovalStep
from hvacdesk.ui.disposal.places_dialog import PlacesDialog
from hvacdesk.ui.disposal.wizard import APPROVAL, DESTROY
from tests.helpers.decisions import propose
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import OTHER_TANAKA, TANAKA, FrontDesk, type_in
from tests.helpers.paper import qr_codes
from tests.helpers.real_office import SECOND_OWNER, passphrase_of

NAMED = f"紹介は{TANAKA.name.family}{TANAKA.name.given}様"


def proposed(desk: FrontDesk, papers: list[bytes]) -> ApprovalStep:
    """The month's batch at its approval, with two places: another's note, and the log."""
    office, actor = desk.office, desk.actor
    customer = desk.customer(OTHER_TANAKA)
    version = office.customers.detail(actor, customer).version
    office.customers.change(actor, customer, version, {"note": NAMED})
    review = office.disposal.reviews.review(actor, f"{office.today():%Y-%m}")
    office.disposal.reviews.shred(actor, review.batch, qr_codes(papers[0])[0])
    propose(office.disposal.reviews, actor, review.batch)
    desk.go("disposal")
    desk.page.open(batch=review.batch)
    desk.calm()
    step = desk.page.wizard.steps[APPROVAL]
    desk.wait(step.places.open_button.isVisible)
    assert isinstance(step, ApprovalStep)
    return step


def opened(desk: FrontDesk, step: ApprovalStep) -> PlacesDialog:
    desk.click(step.places.open_button)
    dialog = desk.dialog()
    assert isinstance(dialog, PlacesDialog)
    return dialog


def test_a_place_is_decided_about_before_the_approval_and_blacked_out(
    desk: FrontDesk, papers: list[bytes]
) -> None:
    step = proposed(desk, papers)
    assert "Decide about 1 of them before the approval." in texts_in(step)
    assert not step.approve_button.isEnabled()
    dialog = opened(desk, step)
    assert TANAKA.name.given not in texts_in(dialog)
    assert not dialog.take_button.isEnabled()
    desk.click(dialog.text_button)
    desk.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    likeliest = desk.window.context.words(REVEAL_REASON_NAMES[RevealReason.CORRECTION])
    assert menu.actions()[0].text() == likeliest
    menu.actions()[0].trigger()
    menu.close()
    desk.wait(lambda: dialog.text.text() == f"{NAMED}\nBlacked out: 紹介は●●●様")
    desk.click(dialog.clean_button)
    assert "Black out" in dialog.table.texts_of(dialog.table.current())
    dialog.accept()
    assert "Decided: 0 kept, 1 blacked out" in texts_in(step)
    assert step.approve_button.isEnabled()
    type_in(step.passphrase.edit, passphrase_of(SECOND_OWNER))
    desk.click(step.approve_button)
    desk.wait(lambda: desk.page.wizard._stack.currentIndex() == DESTROY)
    disposal, batch = desk.office.disposal, desk.page.wizard.batch
    count = disposal.reviews.open_batch(desk.actor, batch).number_to_type
    result = disposal.destruction.destroy(desk.actor, batch, count, lambda *_step: None, lambda: False)
    assert result.state is BatchState.VERIFIED
    assert disposal.certificates.certificate_of(desk.actor, batch).cleaned == 1
    (row,) = desk.office.customers.search(desk.actor, OTHER_TANAKA.phones[0].number).rows
    note = desk.office.customers.reveal(desk.actor, row.customer, CustomerField.NOTE, RevealReason.CORRECTION)
    assert note == "紹介は●●●様"


def test_everything_undecided_is_kept_at_once_with_one_reason(desk: FrontDesk, papers: list[bytes]) -> None:
    step = proposed(desk, papers)
    dialog = opened(desk, step)
    dialog.reason.setCurrentIndex(list(KEEP_REASON_NAMES).index(KeepReason.LAW))
    desk.click(dialog.all_button)
    desk.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.isEnabled() for action in menu.actions()] == [True, True, False]
    menu.actions()[0].trigger()
    menu.close()
    desk.calm()
    assert "A law asks for it" in dialog.table.texts_of(dialog.table.current())
    assert not dialog.all_button.isEnabled()
    desk.key(dialog, Qt.Key.Key_Escape)
    assert "Decided: 1 kept" in texts_in(step)
    entries = desk.office.audit.entries(desk.actor, limit=5, action=Action.PLACES_DECIDED)
    assert len(entries) == 1


def test_a_decision_that_was_changed_elsewhere_is_shown_again_before_it_is_approved(
    desk: FrontDesk, papers: list[bytes]
) -> None:
    step = proposed(desk, papers)
    (place,) = step.places.shown
    disposal, batch = desk.office.disposal, desk.page.wizard.batch
    disposal.places.decide(desk.actor, batch, [place.ref], PlaceDecision.KEEP, KeepReason.LAW)
    step.places.look(batch)
    desk.wait(step.approve_button.isEnabled)
    disposal.places.decide(desk.actor, batch, [place.ref], PlaceDecision.CLEAN)
    type_in(step.passphrase.edit, passphrase_of(SECOND_OWNER))
    desk.click(step.approve_button)
    desk.wait(lambda: "Decided: 0 kept, 1 blacked out" in texts_in(step))
    assert "The decisions about other places have changed since they were shown here." in texts_in(step)
    assert disposal.reviews.open_batch(desk.actor, batch).state is BatchState.PROPOSED
    desk.wait(step.approve_button.isEnabled)
    type_in(step.passphrase.edit, passphrase_of(SECOND_OWNER))
    desk.click(step.approve_button)
    desk.wait(lambda: desk.page.wizard._stack.currentIndex() == DESTROY)
