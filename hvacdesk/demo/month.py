"""The month-end disposal of the sample office, step by step through the wizard, photographed on the way."""

from __future__ import annotations

from hvacdesk.demo.history import STAFF
from hvacdesk.domain.disposal.disposal import Decision, PaperToShred, ReviewRow
from hvacdesk.ui.disposal.approval_step import ApprovalStep
from hvacdesk.ui.disposal.decide_step import DecideStep
from hvacdesk.ui.disposal.destroy_step import DestroyStep
from hvacdesk.ui.disposal.papers_step import PapersStep
from hvacdesk.ui.disposal.wizard import APPROVAL, DECIDE, DESTROY, PAPERS, DisposalWizard
from hvacdesk.ui.pages.disposal import DisposalPage
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.tour.hands import Camera, calm, dialog, expect, keys, press, type_text, wait_for
from hvacdesk.ui.widgets.danger_confirm import DangerConfirm

SECOND_OWNER = STAFF[1]


def dispose(window: MainWindow, camera: Camera) -> DisposalWizard:
    """Destroy what is due; the wizard that is returned shows the certificate."""
    window.navigate("disposal")
    calm()
    page = expect(DisposalPage, window.page)
    page.start_review()
    calm()
    wizard = page.wizard
    camera.photograph(window, "disposal-1-check")
    press(wizard.next_button)
    camera.photograph(window, "disposal-2-decide")
    press(wizard.next_button)
    camera.photograph(window, "disposal-3-paper")
    _shred_everything(expect(PapersStep, wizard.steps[PAPERS]))
    press(wizard.next_button)
    wait_for(lambda: wizard.bar.current == APPROVAL, "the approval")
    camera.photograph(window, "disposal-4-approval")
    approval = expect(ApprovalStep, wizard.steps[APPROVAL])
    approval.choose_approver(SECOND_OWNER.name)
    type_text(approval.passphrase.edit, SECOND_OWNER.passphrase)
    press(approval.approve_button)
    wait_for(lambda: wizard.bar.current == DESTROY, "the approved batch")
    camera.photograph(window, "disposal-5-destroy")
    press(expect(DestroyStep, wizard.steps[DESTROY]).destroy_button)
    _confirm(wizard, camera)
    wait_for(lambda: wizard.bar.current == len(wizard.steps), "the certificate")
    camera.photograph(window, "disposal-6-certificate")
    return wizard


def _shred_everything(step: PapersStep) -> None:
    for row in step.table.rows():
        paper = expect(PaperToShred, row)
        if not paper.shredded:
            type_text(step.code, paper.code)
            keys(step.code, "Return")


def _confirm(wizard: DisposalWizard, camera: Camera) -> None:
    question = expect(DangerConfirm, dialog())
    rows = expect(DecideStep, wizard.steps[DECIDE]).table.rows()
    chosen = [row for row in rows if expect(ReviewRow, row).decision is Decision.DESTROY]
    type_text(question.typed, str(len(chosen)))
    camera.photograph(question, "disposal-5-question")
    press(question.primary)
