"""An estimate is issued as one that names its costs apart only where a line names some (建設業法 20条)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.ui.billing.estimate_form import EstimateForm
from hvacdesk.ui.billing.issue_preview import IssuePreview
from hvacdesk.ui.widgets.dialog import Dialog
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, type_in
from tests.ui.billing.test_estimates import job_of

ASKED = "Issue it without naming material and labour?"


@pytest.fixture
def form(desk: FrontDesk) -> EstimateForm:
    """A priced draft with the box ticked, as a licence holder's begins, and no costs in it."""
    estimates, actor = desk.office.estimates, desk.actor
    made = estimates.draft(actor, job_of(desk), desk.window.context.words)
    detail = estimates.detail(actor, made)
    lines = tuple(replace(line, yen=50_000) for line in detail.record.lines)
    record = replace(detail.record, lines=lines, costs_apart=True)
    estimates.change(actor, made, detail.row.version, record)
    desk.go("schedule", job=job_of(desk), estimates="yes")
    opened = desk.dialog()
    assert isinstance(opened, EstimateForm)
    assert opened.costs_apart.isChecked()
    desk.calm()
    return opened


def pressed_issue(desk: FrontDesk, form: EstimateForm) -> Dialog:
    desk.click(form.issue_button)
    desk.calm()
    found = desk.dialog()
    assert isinstance(found, Dialog)
    return found


def issued(desk: FrontDesk, form: EstimateForm) -> bool:
    """Issue it from its preview; whether it is kept as one that names its costs apart."""
    preview = desk.dialog()
    assert isinstance(preview, IssuePreview)
    desk.click(preview.primary)
    desk.wait(lambda: not form.isVisible())
    record = desk.office.estimates.detail(desk.actor, form._detail.row.estimate).record
    return record.costs_apart


def test_one_that_names_no_costs_is_not_issued_unasked_as_if_it_did(
    desk: FrontDesk, form: EstimateForm
) -> None:
    question = pressed_issue(desk, form)
    assert ASKED in texts_in(question)
    desk.press(question, "Untick it and show the page")
    desk.calm()
    assert not form.costs_apart.isChecked()
    assert not issued(desk, form)


def test_whoever_goes_back_fills_them_in_and_is_asked_no_more(desk: FrontDesk, form: EstimateForm) -> None:
    desk.click(pressed_issue(desk, form).primary)
    desk.calm()
    cost = form.rows.rows[0].costs[0]
    assert form.costs_apart.isChecked()
    assert form.focusWidget() is cost
    type_in(cost, "20,000")
    pressed_issue(desk, form)
    assert issued(desk, form)
