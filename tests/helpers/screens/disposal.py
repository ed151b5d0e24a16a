"""The screens of the disposal review and its batches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from hvacdesk.demo.history import STAFF
from hvacdesk.domain.disposal.disposal import BatchState, Decision
from hvacdesk.domain.disposal.place_decisions import KeepReason, PlaceDecision, PlaceRef, PlaceToDecide
from hvacdesk.domain.disposal.remnants import RemnantPlace, ValueKind
from hvacdesk.domain.papers.register import NewPaper, PaperKind
from hvacdesk.domain.roles import Role
from hvacdesk.ui.disposal.certificate_preview import CertificatePreview
from hvacdesk.ui.disposal.decide_step import HoldDialog
from hvacdesk.ui.disposal.papers_step import PapersStep
from hvacdesk.ui.disposal.places_dialog import PlacesDialog
from hvacdesk.ui.disposal.reasons_dialog import ReasonsDialog
from hvacdesk.ui.disposal.wizard import APPROVAL, CERTIFICATE, CHECK, DECIDE, DESTROY, PAPERS
from hvacdesk.ui.language import language
from hvacdesk.ui.pages.disposal import AnotherReview, DisposalPage
from hvacdesk.ui.widgets.danger_confirm import DangerConfirm
from tests.helpers.decisions import propose
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import Stage, page


def bring_to(stage: Stage, step: int) -> None:
    """Bring this month's review to the state that a step needs: being reviewed, proposed, or approved."""
    disposal, actor = stage.office.disposal, stage.actor
    month = f"{stage.office.today():%Y-%m}"
    review = disposal.reviews.review(actor, month)
    if review.state is not BatchState.DRAFT:
        disposal.approvals.reject(actor, review.batch)
        review = disposal.reviews.review(actor, month)
    if step not in {APPROVAL, DESTROY}:
        return
    for paper in disposal.reviews.papers(actor, review.batch):
        disposal.reviews.shred(actor, review.batch, paper.code)
    propose(disposal.reviews, actor, review.batch)
    if step == DESTROY:
        second = STAFF[1]
        approvers = disposal.approvals.approvers(actor, review.batch)
        account = next(one.account for one in approvers if one.name == second.name)
        disposal.approvals.approve_beside(actor, review.batch, account, second.passphrase)


def wizard(step: int) -> Callable[[Stage], QWidget]:
    """A step of this month's disposal review, or of the batch that was destroyed last month."""

    def make(stage: Stage) -> QWidget:
        stage.go("disposal")
        found = stage.page
        assert isinstance(found, DisposalPage)
        if step == CERTIFICATE:
            found.open(
                batch=next(
                    row.batch for row in stage.office.disposal.reviews.batches(stage.actor) if row.certificate
                )
            )
        else:
            bring_to(stage, step)
            found.start_review()
            stage.calm()
            found.wizard._show(step)
        stage.calm()
        return stage.window

    return make


KEPT = (PaperKind.CONTRACT, PaperKind.REPORT, PaperKind.ESTIMATE, PaperKind.CONTRACT, PaperKind.OTHER)


def papers_to_shred(stage: Stage) -> QWidget:
    """Kept papers of somebody who is to be destroyed; one is shredded already, and scanned once more."""
    papers, reviews, actor = stage.office.papers, stage.office.disposal.reviews, stage.actor
    bring_to(stage, PAPERS)
    review = reviews.review(actor, f"{stage.office.today():%Y-%m}")
    if not reviews.papers(actor, review.batch):
        whose = next(row.customer for row in review.rows if row.decision is Decision.DESTROY)
        for kind in KEPT:
            papers.file(actor, NewPaper(kind, whose, label="据付"))
    wizard(PAPERS)(stage)
    found = stage.page
    assert isinstance(found, DisposalPage)
    step = found.wizard.steps[PAPERS]
    assert isinstance(step, PapersStep)
    for _scan in range(2):
        step.code.setText(reviews.papers(actor, review.batch)[0].code)
        step.code.returnPressed.emit()
        stage.calm()
    return stage.window


def disposal_list(stage: Stage) -> QWidget:
    stage.go("disposal")
    found = stage.page
    assert isinstance(found, DisposalPage)
    found._leave()
    stage.calm()
    return stage.window


def reasons(stage: Stage) -> QWidget:
    review = stage.office.disposal.reviews.review(stage.actor, f"{stage.office.today():%Y-%m}")
    row = next(row for row in review.rows if row.decision is Decision.DESTROY)
    return stage.show(ReasonsDialog(row, stage.ctx.words, stage.window))


PLACES = (
    (RemnantPlace.CUSTOMERS, (ValueKind.NAME, ValueKind.PHONE), "C-00012", {"keep", "clean"}, None),
    (RemnantPlace.CALL_NOTES, (ValueKind.NAME,), "", {"keep", "clean", "take"}, None),
    (RemnantPlace.JOBS, (ValueKind.ADDRESS,), "C-00003", {"keep", "clean"}, "clean"),
    (RemnantPlace.LOG, (ValueKind.NAME,), "", {"keep"}, "keep"),
    (RemnantPlace.UNKNOWN, (ValueKind.OTHER,), "", {"keep"}, None),
)


def places(stage: Stage) -> QWidget:
    """Places of every sort, decided and undecided; the sample office has none."""
    review = stage.office.disposal.reviews.review(stage.actor, f"{stage.office.today():%Y-%m}")
    listed = [
        PlaceToDecide(
            PlaceRef(place.value, number),
            place,
            kinds,
            customer,
            combined=len(kinds) > 1,
            rows=1,
            may=frozenset(map(PlaceDecision, may)),
            readable=place is not RemnantPlace.UNKNOWN,
            decision=PlaceDecision(decided) if decided else None,
            reason=KeepReason.UNCHANGEABLE if decided == "keep" else None,
        )
        for number, (place, kinds, customer, may, decided) in enumerate(PLACES)
    ]
    return stage.show(PlacesDialog(stage.ctx, review.batch, listed, stage.window))


def certificate_preview(stage: Stage) -> QWidget:
    """Last month's certificate, as if an earlier version of the program had worded it otherwise."""
    disposal, actor = stage.office.disposal, stage.actor
    number = next(row.certificate for row in disposal.reviews.batches(actor) if row.certificate)
    paper = replace(disposal.certificates.certificate_paper(actor, number, language.code), as_issued=False)
    return stage.show(CertificatePreview(paper, stage.window))


def hold(stage: Stage) -> QWidget:
    """Why a customer's disposal is put off."""
    bring_to(stage, DECIDE)
    review = stage.office.disposal.reviews.review(stage.actor, f"{stage.office.today():%Y-%m}")
    return stage.show(HoldDialog(stage.ctx, review.batch, review.rows[0]))


def confirm_danger(stage: Stage) -> QWidget:
    wizard(DESTROY)(stage)
    texts = ("12 人のデータを消去します。", "元に戻すことはできません。")
    return stage.show(
        DangerConfirm("お客様 12 人のデータを消去しますか?", texts, 12, "消去する", stage.window)
    )


def another_review(stage: Stage) -> QWidget:
    done = next(row for row in stage.office.disposal.reviews.batches(stage.actor) if row.certificate)
    return stage.show(AnotherReview(done, parent=stage.window))


def early_review(stage: Stage) -> QWidget:
    """The month before is done, and it is not the 25th yet."""
    done = next(row for row in stage.office.disposal.reviews.batches(stage.actor) if row.certificate)
    return stage.show(AnotherReview(done, f"{stage.office.today():%Y-%m}", stage.window))


DISPOSAL = (
    Screen("disposal-desk", page("disposal")),
    Screen("disposal", disposal_list, Role.OWNER),
    Screen("disposal-1-check", wizard(CHECK), Role.OWNER),
    Screen("disposal-2-decide", wizard(DECIDE), Role.OWNER),
    Screen("disposal-3-paper", wizard(PAPERS), Role.OWNER),
    Screen("disposal-3-to-shred", papers_to_shred, Role.OWNER),
    Screen("disposal-4-approval", wizard(APPROVAL), Role.OWNER),
    Screen("disposal-4-places", places, Role.OWNER),
    Screen("disposal-5-destroy", wizard(DESTROY), Role.OWNER),
    Screen("disposal-5-question", confirm_danger, Role.OWNER),
    Screen("disposal-6-certificate", wizard(CERTIFICATE), Role.OWNER),
    Screen("disposal-6-preview", certificate_preview, Role.OWNER),
    Screen("disposal-another", another_review, Role.OWNER),
    Screen("disposal-early", early_review, Role.OWNER),
    Screen("disposal-why", reasons, Role.OWNER),
    Screen("disposal-hold", hold, Role.OWNER),
)
