"""A list for the accounting program whose file did not come about can be had again, and the form says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.roles import Role
from hvacdesk.ui.billing.books_form import BooksForm
from tests.helpers.cut_line import Line
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TANAKA, FrontDesk, open_desk
from tests.helpers.real_office import RealOffice

KEPT = "counts as handed over, and its file was not saved here"


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot, line: Line) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER, line) as opened:
        record = PaymentRecord("2026-11-24", 5_000, PaymentWay.CASH)
        line.local.payments.book(opened.actor, opened.customer(TANAKA), record)
        opened.go("billing", tab="payments", books="yes")
        yield opened


def form_of(desk: FrontDesk) -> BooksForm:
    form = desk.dialog()
    assert isinstance(form, BooksForm), texts_in(form)
    return form


def save_to(desk: FrontDesk, form: BooksForm, path: Path) -> None:
    form.save_to(str(path))
    desk.calm()


def runs(desk: FrontDesk, line: Line) -> int:
    return len(line.local.books_handover.runs(desk.actor))


def test_a_list_whose_answer_was_lost_is_chosen_to_be_had_again(
    desk: FrontDesk, line: Line, tmp_path: Path
) -> None:
    form, out = form_of(desk), tmp_path / "list.csv"
    line.lost = {"books_handover.export"}
    save_to(desk, form, out)
    line.lost = set()
    assert not out.exists()
    assert KEPT in texts_in(form)
    assert "again: 1 entry" in form.what.currentText()
    assert "5,000" in form.told.text()
    save_to(desk, form, out)
    desk.wait(lambda: not form.isVisible())
    assert "5000" in out.read_bytes().decode("utf-8")
    assert runs(desk, line) == 1


def test_the_same_once_the_office_pc_answers_again(desk: FrontDesk, line: Line, tmp_path: Path) -> None:
    """Until then nobody can say whether it was handed over."""
    form, out = form_of(desk), tmp_path / "list.csv"
    line.lost, line.cut = {"books_handover.export"}, {"books_handover.runs"}
    save_to(desk, form, out)
    assert "“list.csv” was not written" in texts_in(form)
    line.lost, line.cut = set(), set()
    form.save()
    desk.calm()
    assert KEPT in texts_in(form_of(desk))
    save_to(desk, form, out)
    desk.wait(lambda: not form.isVisible())
    assert out.exists()


def test_a_disk_that_refuses_while_nobody_answers_is_named_and_the_list_is_had_again(
    desk: FrontDesk, line: Line, tmp_path: Path
) -> None:
    form, out = form_of(desk), tmp_path / "list.csv"
    line.cut = {"books_handover.not_written"}
    save_to(desk, form, tmp_path / "no folder" / "list.csv")
    line.cut = set()
    assert runs(desk, line) == 1
    assert KEPT in texts_in(form)
    save_to(desk, form, out)
    desk.wait(lambda: not form.isVisible())
    assert out.exists()
    assert runs(desk, line) == 1


def test_it_is_said_that_no_file_was_written_while_nobody_answers(
    desk: FrontDesk, line: Line, tmp_path: Path
) -> None:
    form = form_of(desk)

    def away(door: str) -> None:
        if door == "books_handover.export":
            line.away = True

    line.after = away
    save_to(desk, form, tmp_path / "no folder" / "list.csv")
    line.away, line.after = False, lambda _door: None
    told = texts_in(form)
    assert "could not be saved there" in told
    assert "may still count it as saved" in told


def test_a_list_that_was_taken_back_is_saved_elsewhere_without_a_question(
    desk: FrontDesk, line: Line, tmp_path: Path
) -> None:
    form, out = form_of(desk), tmp_path / "list.csv"
    save_to(desk, form, tmp_path / "no folder" / "list.csv")
    assert runs(desk, line) == 0
    assert "could not be saved there" in texts_in(form)
    save_to(desk, form, out)
    desk.wait(lambda: not form.isVisible())
    assert out.exists()


def test_what_another_pc_handed_over_meanwhile_is_offered_and_no_more_counted(
    desk: FrontDesk, line: Line, tmp_path: Path
) -> None:
    form = form_of(desk)
    first, last = form._period()
    program = AccountingProgram(form.program.currentData())
    line.local.books_handover.export(desk.actor, program, first, last)
    form.save()
    desk.calm()
    assert "nothing in this period" in form.told.text()
    assert "hand an earlier list over once more" in texts_in(form)
    assert form.what.count() == 2
