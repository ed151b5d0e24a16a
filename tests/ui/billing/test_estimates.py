"""An estimate at the desk: from a job's work to paper, and what the customer said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.estimates import EstimateAnswer, EstimateLineRecord, EstimateState
from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.customers.customers import PaymentMethod
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import ItemLine, JobState, WorkItem
from hvacdesk.domain.requests.purposes_notice import NoticeWay, first_texts
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.billing.answer_form import AcceptedForm, AnswerBackForm
from hvacdesk.ui.billing.estimate_form import EstimateForm
from hvacdesk.ui.billing.issue_preview import IssuePreview
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.printing.paper_preview import PaperPreview
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.widgets.notice import Notice
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TODAY, FrontDesk, open_desk, type_in
from tests.helpers.real_office import RealOffice

CTRL = Qt.KeyboardModifier.ControlModifier


def job_of(desk: FrontDesk) -> str:
    return desk.office.jobs.day(desk.actor, desk.office.today())[0].job


def opened(desk: FrontDesk) -> EstimateForm:
    desk.go("schedule", job=job_of(desk), estimates="yes")
    form = desk.dialog()
    assert isinstance(form, EstimateForm)
    desk.calm()
    return form


def issue(desk: FrontDesk, form: EstimateForm) -> None:
    """Look at the page, and issue it so."""
    desk.click(form.issue_button)
    desk.wait(lambda: isinstance(desk.dialog(), IssuePreview))
    desk.click(desk.dialog().primary)


def test_whose_it_is_is_said_and_its_page_is_seen_before_it_is_issued(desk: FrontDesk) -> None:
    job, form = job_of(desk), opened(desk)
    detail = desk.office.estimates.detail(desk.actor, form._detail.row.estimate)
    assert "●" in detail.name.text
    assert f"To {detail.name.text}, for job {detail.job_number}" in texts_in(form)
    for line in form.rows.rows:
        line.yen.clear()
        type_in(line.yen, "5,000")
    desk.click(form.issue_button)
    desk.wait(lambda: isinstance(desk.dialog(), IssuePreview))
    preview = desk.dialog()
    assert detail.name.text in texts_in(preview)
    assert form.sum.text() in texts_in(preview)
    preview.reject()
    desk.calm()
    assert form.isVisible()
    assert desk.office.estimates.of_job(desk.actor, job)[0].state is EstimateState.DRAFT
    issue(desk, form)
    desk.wait(lambda: not form.isVisible())
    assert desk.office.estimates.of_job(desk.actor, job)[0].state is EstimateState.ISSUED


def test_the_tab_tells_the_very_lines_of_the_draft(desk: FrontDesk) -> None:
    """Work that is booked without a price or quantity is part of the main line, and no line of its own."""
    job = job_of(desk)
    record = desk.office.jobs.record_for_edit(desk.actor, job)
    free = ItemLine(WorkItem.EVACUATION)
    version = desk.office.jobs.detail(desk.actor, job).version
    desk.office.jobs.change(desk.actor, job, version, replace(record, items=(*record.items, free)))
    desk.go("schedule", job=job)
    page = desk.dialog()
    assert isinstance(page, JobDialog)
    page.tabs.show_tab(page.tabs.stack.indexOf(page.estimates))
    desk.calm()
    said = page.estimates._beginning.text().split("\n")
    made = desk.office.estimates.draft(desk.actor, job, english)
    lines = desk.office.estimates.detail(desk.actor, made).record.lines
    assert [line.label for line in lines] == [one.removeprefix("・").split("  ")[0] for one in said]
    assert "price to be filled in" in said[0]


@pytest.mark.parametrize("label", ["値引き", "お値引", "特別割引", "Discount"])
@pytest.mark.parametrize("typed", ["3000", "-3000", "−3,000", "３０００"])
def test_a_discount_lowers_the_sum_whichever_sign_was_typed(desk: FrontDesk, label: str, typed: str) -> None:
    form = opened(desk)
    before = [line.amount for line in form.rows.lines()]
    desk.click(form.adding.discount)
    row = form.rows.rows[-1]
    row.label.setText(label)
    row.yen.clear()
    type_in(row.yen, typed)
    desk.key(row.yen, Qt.Key.Key_Tab)
    assert [line.amount for line in form.rows.lines()] == [*before, -3_000]
    assert row.amount.text().startswith("−")
    assert row.yen.text()[:1] in "-−"
    type_in(row.yen, "x")
    assert row.amount.text() == "—", "the amount of before is not that of what is typed"


def test_more_off_than_on_is_said_in_words(desk: FrontDesk) -> None:
    form = opened(desk)
    desk.click(form.adding.discount)
    type_in(form.rows.rows[-1].yen, "9000000")
    desk.click(form.issue_button)
    desk.calm()
    assert "larger than the sum of the other lines" in texts_in(form)


def test_drafted_issued_shown_for_printing_and_accepted(desk: FrontDesk) -> None:
    job, form = job_of(desk), opened(desk)
    form.rows.rows[0].yen.clear()
    type_in(form.rows.rows[0].yen, "１６，５００")
    assert form.rows.rows[1].label.text() == "Extra pipe"
    form.rows.rows[1].yen.clear()
    type_in(form.rows.rows[1].yen, "3,300")
    desk.click(form.adding.discount)
    type_in(form.rows.rows[2].yen, "750")
    assert "¥26,400" in form.sum.text()
    issue(desk, form)
    desk.wait(lambda: not form.isVisible())
    preview = desk.dialog()
    assert isinstance(preview, PaperPreview)
    preview.reject()
    desk.calm()
    desk.wait(lambda: any("stays issued" in texts_in(one) for one in desk.window.findChildren(Notice)))
    row = desk.office.estimates.of_job(desk.actor, job)[0]
    assert (row.state, row.sums.gross) == (EstimateState.ISSUED, 26_400)
    dialog = desk.dialog()
    assert isinstance(dialog, JobDialog)
    assert row.number in texts_in(dialog)
    assert dialog.detail.row.state is JobState.ESTIMATED
    desk.press(dialog, f"Accepted… {row.number}")
    answer = desk.dialog()
    assert isinstance(answer, AcceptedForm)
    answer.collect_sum.setChecked(True)
    desk.key(answer, Qt.Key.Key_S, CTRL)
    desk.wait(lambda: not answer.isVisible())
    desk.calm()
    said = [texts_in(one) for one in desk.window.findChildren(Notice) if one.isVisible()]
    assert not any("stays issued" in one for one in said), "it is accepted by now"
    detail = desk.office.jobs.detail(desk.actor, job)
    assert detail.row.state is JobState.ARRANGED
    assert detail.amount_to_collect == 26_400
    assert [(one.kind, one.on) for one in detail.events] == [(EventKind.CONTRACT, TODAY)]


@pytest.mark.parametrize("on_site", [True, False])
def test_what_is_collected_on_the_day_is_offered_less_the_deposit_or_refused_with_the_reason(
    desk: FrontDesk, on_site: bool
) -> None:
    estimates, actor, job = desk.office.estimates, desk.actor, job_of(desk)
    made = estimates.draft(actor, job, english)
    detail = estimates.detail(actor, made)
    lines = (EstimateLineRecord("Cleaning", 1, "台", 20_000),)
    record = replace(detail.record, lines=lines, deposit_percent=50)
    estimates.issue(actor, made, detail.row.version, record)
    customer = desk.office.jobs.detail(actor, job).parties[0].customer
    version = desk.office.customers.detail(actor, customer).version
    method = PaymentMethod.CASH if on_site else PaymentMethod.INVOICE
    desk.office.customers.change(actor, customer, version, {"payment_method": method})
    desk.go("schedule", job=job, accepted=made)
    desk.wait(lambda: isinstance(desk.dialog(), AcceptedForm))
    form = desk.dialog()
    assert isinstance(form, AcceptedForm)
    assert "¥11,000" in form.collect_sum.text()
    assert form.collect_sum.isEnabled() is on_site
    said = "less the deposit of ¥11,000" if on_site else "does not pay at the site"
    assert said in texts_in(form)


def accepted(desk: FrontDesk) -> tuple[str, str]:
    """The job's page with an accepted estimate; record id of the job and number of the estimate."""
    job = job_of(desk)
    estimates, actor = desk.office.estimates, desk.actor
    made = estimates.draft(actor, job, english)
    detail = estimates.detail(actor, made)
    lines = (replace(detail.record.lines[0], yen=16_500), *detail.record.lines[1:])
    estimates.issue(actor, made, detail.row.version, replace(detail.record, lines=lines))
    estimates.answer(actor, made, EstimateAnswer(True, TODAY, collect=True))
    desk.go("schedule", job=job)
    page = desk.dialog()
    assert isinstance(page, JobDialog)
    page.tabs.show_tab(page.tabs.stack.indexOf(page.estimates))
    desk.calm()
    return job, detail.row.number


def test_an_estimate_is_saved_as_a_pdf_from_its_preview(desk: FrontDesk, tmp_path: Path) -> None:
    _job, number = accepted(desk)
    path = tmp_path / "estimate.pdf"
    desk.press(desk.dialog(), f"Print {number}")
    desk.wait(lambda: isinstance(desk.dialog(), PaperPreview))
    preview = desk.dialog()
    desk.press(preview, "Save as PDF…")
    chooser = next(one for one in preview.findChildren(QFileDialog) if one.isVisible())
    chooser.fileSelected.emit(str(path))
    chooser.close()
    desk.wait(path.exists)
    desk.calm()
    assert desk.dialog() is preview
    assert path.read_bytes().startswith(b"%PDF")
    assert [one.document for one in desk.office.outside_lists.out(desk.actor)] == [number]
    preview.reject()
    desk.calm()


def test_an_acceptance_by_mistake_is_taken_back_after_what_changes_is_said(desk: FrontDesk) -> None:
    job, number = accepted(desk)
    desk.press(desk.dialog(), f"Take the acceptance back… {number}")
    desk.calm()
    form = desk.dialog()
    assert isinstance(form, AnswerBackForm)
    said = texts_in(form)
    assert f"Estimate {number}: Issued" in said
    assert "is no longer an event of the job" in said
    assert "To collect on the day of the work: ¥" in said
    assert "State of the job: Estimated" in said
    desk.click(form.primary)
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    detail = desk.office.jobs.detail(desk.actor, job)
    assert (detail.row.state, detail.events) == (JobState.ESTIMATED, ())
    page = desk.dialog()
    assert isinstance(page, JobDialog)
    assert page.estimates.rows[0].state is EstimateState.ISSUED
    assert page.detail.row.state is JobState.ESTIMATED


def test_an_acceptance_with_an_invoice_in_draft_says_what_stands_in_the_way(desk: FrontDesk) -> None:
    job, number = accepted(desk)
    desk.office.jobs.set_state(desk.actor, job, JobState.DONE)
    books = replace(desk.actor, roles=frozenset({Role.ACCOUNTING}))
    desk.office.invoices.draft(books, job, InvoiceKind.WHOLE, english)
    desk.press(desk.dialog(), f"Take the acceptance back… {number}")
    desk.wait(lambda: "draft of an invoice" in texts_in(desk.dialog()))
    assert not isinstance(desk.dialog(), AnswerBackForm)


def test_a_cancelled_jobs_estimate_cannot_be_accepted(desk: FrontDesk) -> None:
    office, actor, job = desk.office, desk.actor, job_of(desk)
    made = office.estimates.draft(actor, job, english)
    shown = office.estimates.detail(actor, made)
    record = replace(shown.record, lines=tuple(replace(line, yen=9_000) for line in shown.record.lines))
    office.estimates.issue(actor, made, shown.row.version, record)
    desk.go("schedule", job=job)
    page = desk.dialog()
    page.tabs.show_tab(page.tabs.stack.indexOf(page.estimates))
    desk.calm()
    assert "Accepted…" in texts_in(page.estimates)
    office.jobs.set_state(actor, job, JobState.CANCELLED)
    desk.calm()
    desk.wait(page.estimates.called_off.isVisible)
    desk.wait(lambda: "Declined…" in texts_in(page.estimates))  # a new line is shown in the next turn
    assert "Accepted…" not in texts_in(page.estimates)
    assert not page.estimates.draft_button.isEnabled()


def test_a_contract_of_a_day_to_come_is_asked_about(desk: FrontDesk) -> None:
    office, actor, job = desk.office, desk.actor, job_of(desk)
    made = office.estimates.draft(actor, job, english)
    shown = office.estimates.detail(actor, made)
    record = replace(shown.record, lines=tuple(replace(line, yen=9_000) for line in shown.record.lines))
    office.estimates.issue(actor, made, shown.row.version, record)
    desk.go("schedule", job=job, accepted=made)
    desk.wait(lambda: isinstance(desk.dialog(), AcceptedForm))
    form = desk.dialog()
    form.day.set_iso((office.today() + timedelta(days=30)).isoformat())
    desk.click(form.primary)
    assert "is still to come" in texts_in(desk.dialog())
    assert office.estimates.of_job(actor, job)[0].state is EstimateState.ISSUED
    desk.press(desk.dialog(), "Change the day")
    assert form.focusWidget() is form.day
    desk.click(form.primary)
    desk.press(desk.dialog(), "Record it with this day")
    desk.wait(lambda: office.estimates.of_job(actor, job)[0].state is EstimateState.ACCEPTED)


def test_zero_yen_is_said_at_the_lines_and_nothing_is_saved(desk: FrontDesk) -> None:
    form = opened(desk)
    desk.click(form.issue_button)
    desk.wait(lambda: bool(form.form.fields["lines"].error.text()))
    assert "zero yen" in form.form.fields["lines"].error.text()
    assert desk.office.estimates.of_job(desk.actor, job_of(desk))[0].state is EstimateState.DRAFT


def test_lines_are_added_and_taken_out_by_keyboard_and_survive_a_lock(desk: FrontDesk) -> None:
    form = opened(desk)
    form.adding.line.setFocus()
    desk.key(form.adding.line, Qt.Key.Key_Space)
    assert form.rows.rows[-1].label.hasFocus()
    type_in(form.rows.rows[-1].label, "出張費")
    desk.window.lock()
    desk.calm()
    kept = desk.office.drafts.find(desk.actor, "estimate", form._detail.row.estimate)
    assert kept is not None
    assert "出張費" in str(kept)


def test_costs_named_apart_have_fields_of_their_own_and_survive_a_lock(desk: FrontDesk) -> None:
    form = opened(desk)
    row = form.rows.rows[0]
    row.yen.setText("80,000")
    desk.key(form.costs_apart, Qt.Key.Key_Space)
    desk.calm()
    row = form.rows.rows[0]
    assert all(cost.isVisible() for cost in row.costs)
    for cost, typed in zip(row.costs, ("30,000", "20000", "３，０００"), strict=True):
        type_in(cost, typed)
    assert form.record().lines[0].costs == (30_000, 20_000, 3_000)
    form.rows.add(form.record().lines[0])
    assert form.record().lines[0].costs == (30_000, 20_000, 3_000)
    kept = form.typed()
    assert kept is not None
    form.fill(kept)
    assert form.record().lines[0].costs == (30_000, 20_000, 3_000)
    desk.key(form.costs_apart, Qt.Key.Key_Space)
    assert not any(cost.isVisible() for cost in form.rows.rows[0].costs)
    assert form.record().lines[0].costs == (0, 0, 0)


def test_a_deposit_is_said_with_the_sum_and_survives_a_lock(desk: FrontDesk) -> None:
    form = opened(desk)
    form.rows.rows[0].yen.setText("80,000")
    type_in(form.deposit, "３０％")
    record = form.record()
    assert record.deposit_percent == 30
    told = form.sum.text()
    assert f"Of this in advance: ¥{record.deposit(10).gross:,} (¥" in told
    assert "30 % of the sum before tax" in told
    form.deposit.setText("300")
    assert "in advance" not in form.sum.text(), "nothing of what it was before is shown while it is wrong"
    assert form.sum.text().startswith("Sum"), "the whole is right all the same"
    form.deposit.setText("30")
    form.rows.rows[0].yen.setText("8o")
    form.rows.edited.emit()
    assert form.sum.text() == ""
    form.rows.rows[0].yen.setText("80,000")
    form.rows.edited.emit()
    kept = form.typed()
    assert kept is not None
    form.deposit.clear()
    assert "in advance" not in form.sum.text()
    form.fill(kept)
    assert form.record().deposit_percent == 30


def given(desk: FrontDesk, customer: str) -> list[tuple[int, NoticeWay]]:
    return [(one.version, one.way) for one in desk.office.notices.given(desk.actor, customer)]


def test_the_purposes_notice_goes_with_the_estimate_in_one_click(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as desk:
        desk.office.notices.write(desk.actor, first_texts(english), shown=0)
        job, form = job_of(desk), opened(desk)
        customer = desk.office.jobs.detail(desk.actor, job).row.customer
        form.rows.rows[0].yen.setText("16500")
        issue(desk, form)
        desk.wait(lambda: not form.isVisible())
        preview = printed(desk)
        dialog = desk.dialog()
        assert isinstance(dialog, JobDialog)
        tick = dialog.estimates.notice
        assert given(desk, customer) == [(1, NoticeWay.WITH_ESTIMATE)]
        assert not tick.wanted
        assert "given before" in tick.text()

        preview._strike()  # nothing had come out of the printer
        desk.calm()
        assert given(desk, customer) == []
        assert tick.wanted

        row = desk.office.estimates.of_job(desk.actor, job)[0]
        tick.click()
        dialog.estimates.print_out(row)
        desk.wait(lambda: desk.dialog() is not dialog)
        printed(desk)
        assert given(desk, customer) == []


@pytest.mark.parametrize("with_notice", [True, False])
def test_what_is_saved_is_what_its_preview_shows(
    template: RealOffice, tmp_path: Path, qtbot: QtBot, with_notice: bool
) -> None:
    path = tmp_path / "estimate.pdf"
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as desk:
        desk.office.notices.write(desk.actor, first_texts(english), shown=0)
        _job, form = job_of(desk), opened(desk)
        form.rows.rows[0].yen.setText("16500")
        issue(desk, form)
        desk.wait(lambda: not form.isVisible())
        desk.dialog().reject()
        desk.calm()
        dialog = desk.dialog()
        assert isinstance(dialog, JobDialog)
        if not with_notice:
            dialog.estimates.notice.click()
        dialog.estimates.print_out(dialog.estimates.rows[0])
        desk.wait(lambda: isinstance(desk.dialog(), PaperPreview))
        preview = desk.dialog()
        assert isinstance(preview, PaperPreview)
        desk.press(preview, "Save as PDF…")
        chooser = next(one for one in preview.findChildren(QFileDialog) if one.isVisible())
        chooser.fileSelected.emit(str(path))
        chooser.close()
        desk.wait(path.exists)
        desk.calm()
        pages = [page.extract_text() for page in PdfReader(path).pages]
        assert len(pages) == len(PdfReader(BytesIO(preview.drawn_for(""))).pages) == 1 + with_notice
        assert ("How we handle personal data" in pages[-1]) is with_notice
        preview.reject()
        desk.calm()


def printed(desk: FrontDesk) -> PaperPreview:
    """Print what the preview shows."""
    preview = desk.dialog()
    assert isinstance(preview, PaperPreview)
    desk.calm()
    preview.printed.emit("プリンター")
    preview.accept()
    desk.calm()
    return preview


def tab_of(desk: FrontDesk) -> JobDialog:
    desk.go("schedule", job=job_of(desk))
    dialog = desk.dialog()
    assert isinstance(dialog, JobDialog)
    dialog.tabs.show_tab(dialog.tabs.stack.indexOf(dialog.estimates))
    desk.calm()
    return dialog


def priced(desk: FrontDesk, yen: str) -> None:
    """Type the price of the work into the form in front, issue it, and close the preview."""
    desk.wait(lambda: isinstance(desk.dialog(), EstimateForm))
    form = desk.dialog()
    assert isinstance(form, EstimateForm)
    form.rows.rows[0].yen.clear()
    type_in(form.rows.rows[0].yen, yen)
    issue(desk, form)
    desk.wait(lambda: isinstance(desk.dialog(), PaperPreview))
    desk.dialog().reject()
    desk.calm()


def test_variants_are_offered_printed_together_and_one_is_accepted(desk: FrontDesk) -> None:
    job = job_of(desk)
    form = opened(desk)
    form.rows.rows[0].yen.clear()
    type_in(form.rows.rows[0].yen, "16500")
    desk.click(form.primary)
    desk.wait(lambda: not form.isVisible())
    dialog = desk.dialog()
    assert isinstance(dialog, JobDialog)
    desk.calm()
    number = desk.office.estimates.of_job(desk.actor, job)[0].number
    desk.click(dialog.estimates.variant_button)
    desk.wait(lambda: isinstance(desk.dialog(), EstimateForm))
    type_in(desk.dialog().rows.rows[0].label, "14畳用エアコン")
    priced(desk, "33,000")
    assert "14畳用エアコン" in texts_in(dialog.estimates), "by that the variants are told apart"
    desk.click(dialog.estimates.variant_button)
    desk.wait(lambda: isinstance(desk.dialog(), EstimateForm))
    desk.dialog().reject()
    desk.calm()
    desk.press(dialog, f"Take it out {number}C")
    desk.calm()
    desk.press(dialog, f"Change {number}A")
    priced(desk, "16,500")
    assert not dialog.estimates.variant_button.isVisible(), "no draft is left"
    desk.click(dialog.estimates.print_all_button)
    desk.wait(lambda: isinstance(desk.dialog(), PaperPreview))
    preview = desk.dialog()
    assert preview.pages.pages.pageCount() == 2
    preview.reject()
    desk.calm()
    desk.press(dialog, f"Accepted… {number}B")
    answer = desk.dialog()
    assert isinstance(answer, AcceptedForm)
    assert "other variants are closed" in texts_in(answer)
    desk.click(answer.primary)
    desk.wait(lambda: not answer.isVisible())
    desk.calm()
    states = {row.number: row.state for row in desk.office.estimates.of_job(desk.actor, job)}
    assert states == {f"{number}A": EstimateState.DECLINED, f"{number}B": EstimateState.ACCEPTED}


def test_a_draft_is_deleted_in_its_window_and_from_the_tab(desk: FrontDesk) -> None:
    job, form = job_of(desk), opened(desk)
    desk.click(form.delete_button)
    desk.wait(lambda: not form.isVisible())
    assert desk.office.estimates.of_job(desk.actor, job) == ()
    desk.dialog().reject()
    form = opened(desk)
    type_in(form.rows.rows[0].label, "14畳用エアコン")
    desk.click(form.delete_button)
    question = desk.dialog()
    assert "Delete this draft?" in texts_in(question)
    desk.click(question.primary)
    desk.click(form.primary)
    desk.wait(lambda: not form.isVisible())
    (row,) = desk.office.estimates.of_job(desk.actor, job)
    desk.calm()
    desk.press(desk.dialog(), f"Delete {row.number}")
    desk.press(desk.dialog(), "Delete the draft")
    desk.wait(lambda: desk.office.estimates.of_job(desk.actor, job) == ())


def test_a_variant_that_was_never_issued_is_named_as_missing_and_then_as_not_chosen(desk: FrontDesk) -> None:
    job, estimates, actor = job_of(desk), desk.office.estimates, desk.actor
    made = [estimates.draft(actor, job, english)]
    made += [estimates.add_variant(actor, made[0]) for _again in range(2)]
    for one in made[:2]:
        detail = estimates.detail(actor, one)
        lines = (replace(detail.record.lines[0], yen=16_500),)
        estimates.issue(actor, one, detail.row.version, replace(detail.record, lines=lines))
    dialog = tab_of(desk)
    draft = estimates.detail(actor, made[2]).row.number
    desk.click(dialog.estimates.print_all_button)
    desk.wait(lambda: isinstance(desk.dialog(), PaperPreview))
    preview = desk.dialog()
    assert f"{draft} is still a draft and not in this document" in texts_in(preview)
    preview.reject()
    desk.calm()
    estimates.answer(actor, made[1], EstimateAnswer(accepted=True))
    desk.wait(lambda: "Not chosen" in texts_in(dialog.estimates))
    assert "Replaced" not in texts_in(dialog.estimates)


def test_what_was_typed_into_a_variant_comes_back_in_that_one(desk: FrontDesk) -> None:
    job = job_of(desk)
    first = desk.office.estimates.draft(desk.actor, job, english)
    second = desk.office.estimates.add_variant(desk.actor, first)
    number = desk.office.estimates.detail(desk.actor, second).row.number
    dialog = tab_of(desk)
    desk.press(dialog, f"Change {number}")
    desk.wait(lambda: isinstance(desk.dialog(), EstimateForm))
    form = desk.dialog()
    type_in(form.rows.rows[0].label, "上位機種")
    desk.window.drafts.keep_all()
    (left,) = desk.window.drafts.left_open()
    desk.window.lock()
    assert left.arguments["estimates"] == second


def test_an_estimate_that_was_replaced_is_still_shown(desk: FrontDesk) -> None:
    job, form = job_of(desk), opened(desk)
    for line in form.rows.rows:
        line.yen.clear()
        type_in(line.yen, "5,000")
    issue(desk, form)
    desk.wait(lambda: isinstance(desk.dialog(), PaperPreview))
    desk.dialog().reject()
    office, actor = desk.office, desk.actor
    second = office.estimates.draft(actor, job, english)
    office.estimates.issue(actor, second, office.estimates.detail(actor, second).row.version)
    desk.go("schedule", job=job)
    desk.calm()
    window = desk.dialog()
    assert isinstance(window, JobDialog)
    tab = window.estimates
    desk.wait(lambda: len(tab.rows) == 2)
    tab.show_replaced(tab.rows[1])
    desk.wait(lambda: isinstance(desk.dialog(), PreviewDialog))
    desk.wait(lambda: "“REPLACED” stands across each page" in texts_in(desk.dialog()))
    desk.dialog().reject()
