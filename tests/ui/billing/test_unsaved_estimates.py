"""A new estimate that is closed without saving leaves nothing; what somebody saved, or had before, stays."""

from __future__ import annotations

from hvacdesk.ui.billing.estimate_form import EstimateForm
from hvacdesk.ui.billing.issue_preview import IssuePreview
from hvacdesk.ui.jobs.detail import JobDialog
from tests.helpers.front_desk import FrontDesk
from tests.ui.billing.test_estimates import issue, job_of, opened


def numbers(desk: FrontDesk) -> list[str]:
    return [row.number for row in desk.office.estimates.of_job(desk.actor, job_of(desk))]


def priced(form: EstimateForm) -> None:
    for row in form.rows.rows:
        row.yen.setText("5,000")


def job_window(desk: FrontDesk) -> JobDialog:
    found = desk.dialog()
    assert isinstance(found, JobDialog)
    return found


def test_what_was_typed_and_never_issued_nor_saved_leaves_no_draft_without_it(desk: FrontDesk) -> None:
    form = opened(desk)
    priced(form)
    desk.click(form.issue_button)
    desk.wait(lambda: isinstance(desk.dialog(), IssuePreview))
    desk.dialog().reject()
    desk.calm()
    form.reject()
    desk.press(desk.dialog(), "Throw away")
    desk.wait(lambda: not form.isVisible())
    desk.wait(lambda: numbers(desk) == [])


def test_a_new_one_that_is_closed_untouched_is_not_kept_either(desk: FrontDesk) -> None:
    opened(desk).reject()
    desk.wait(lambda: numbers(desk) == [])


def test_a_saved_draft_stays_however_it_is_closed_later(desk: FrontDesk) -> None:
    form = opened(desk)
    desk.click(form.primary)
    desk.wait(lambda: not form.isVisible())
    job_window(desk).reject()
    desk.calm()
    opened(desk).reject()
    desk.calm()
    assert len(numbers(desk)) == 1


def test_a_draft_that_was_there_before_the_window_stays_though_nobody_saved_it(desk: FrontDesk) -> None:
    desk.office.estimates.draft(desk.actor, job_of(desk), desk.window.context.words)
    opened(desk).reject()
    desk.calm()
    assert len(numbers(desk)) == 1


def test_of_variants_made_anew_together_none_goes_by_itself(desk: FrontDesk) -> None:
    estimates, actor, job = desk.office.estimates, desk.actor, job_of(desk)
    first = estimates.draft(actor, job, desk.window.context.words)
    for one in (first, estimates.add_variant(actor, first)):
        desk.go("schedule", job=job, estimates="yes")
        desk.calm()
        desk.dialog().reject()
        desk.calm()
        tab = job_window(desk).estimates
        tab.open_draft(one)
        desk.calm()
        form = desk.dialog()
        assert isinstance(form, EstimateForm)
        priced(form)
        issue(desk, form)
        desk.wait(lambda shown=form: not shown.isVisible())
        desk.calm()
        desk.dialog().reject()
        job_window(desk).reject()
        desk.calm()
    assert len(numbers(desk)) == 2
    opened(desk).reject()
    desk.calm()
    assert len(numbers(desk)) == 4


def test_a_variant_that_was_added_stays_as_the_copy_it_is(desk: FrontDesk) -> None:
    form = opened(desk)
    desk.click(form.primary)
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    desk.click(job_window(desk).estimates.variant_button)
    desk.calm()
    desk.dialog().reject()
    desk.calm()
    assert len(numbers(desk)) == 2
