"""A work order at the customer's panel: which of several open jobs is asked, and the window names it."""

from __future__ import annotations

from hvacdesk.ui.finder.which_job import WhichJobDialog
from hvacdesk.ui.papers.issue import IssueDialog
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TANAKA, FrontDesk, book

LATER = "2026-12-03"


def panel_of(desk: FrontDesk) -> object:
    desk.go("customers", customer=desk.customer(TANAKA))
    desk.calm()
    return desk.page.panel


def test_the_copies_of_the_one_open_job_are_asked_for_with_its_day_and_customer(desk: FrontDesk) -> None:
    desk.click(panel_of(desk).print_button)
    issue = desk.dialog()
    assert isinstance(issue, IssueDialog)
    said = texts_in(issue)
    assert all(part in said for part in ("田中", "24 November 2026", "09:00", "Installation")), said
    issue.reject()


def test_of_several_jobs_the_chosen_rows_comes_first_and_none_is_taken_unasked(desk: FrontDesk) -> None:
    later = book(desk.office, desk.actor, desk.customer(TANAKA), "10:00", "12:00", LATER)
    panel = panel_of(desk)
    panel.jobs.table.select(lambda row: row.job == later)
    desk.click(panel.print_button)
    which = desk.dialog()
    assert isinstance(which, WhichJobDialog)
    assert [choice.text().split("  ")[0] for choice in which.choices] == [
        "Thu 3 December 2026",
        "Tue 24 November 2026",
    ]
    assert which.chosen().job == later
    which.choices[1].setChecked(True)
    desk.click(which.primary)
    issue = desk.dialog()
    assert isinstance(issue, IssueDialog)
    assert "24 November 2026" in texts_in(issue)
    assert LATER not in texts_in(issue)
    issue.reject()


def test_on_a_small_screen_a_chosen_tab_has_room_for_what_is_in_it(desk: FrontDesk) -> None:
    desk.window.resize(1280, 698)
    panel = panel_of(desk)
    desk.press(panel.tabs, "Data")
    desk.calm()
    content = panel.tabs.stack.currentWidget()
    assert content.visibleRegion().boundingRect().height() > 200
