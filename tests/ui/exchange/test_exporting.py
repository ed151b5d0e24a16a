"""Handing a customer list out, in the real window on a real office."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.exchange.exporting import ExportExtent, ExportReason
from hvacdesk.domain.exchange.outside_lists import ListKind, OutsideListFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.exchange.workbooks import Workbook
from hvacdesk.ui.exchange.export_dialog import ExportDialog
from hvacdesk.ui.exchange.outside_dialog import file_sentence
from tests.helpers.front_desk import FrontDesk, open_desk
from tests.helpers.real_office import RealOffice
from tests.helpers.systems import for_owner_alone


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        yield opened


@pytest.fixture
def dialog(desk: FrontDesk) -> ExportDialog:
    desk.go("customers")
    desk.page.export_list()
    opened = desk.dialog()
    assert isinstance(opened, ExportDialog)
    return opened


def test_a_reason_is_asked_for(desk: FrontDesk, dialog: ExportDialog) -> None:
    desk.click(dialog.export_button)
    assert dialog.form.fields["reason"].error.text() == "Choose why the list is needed."
    assert desk.office.audit.entries(desk.actor, action=Action.CUSTOMERS_EXPORTED) == ()


def test_the_password_is_shown_once_and_opens_the_file(
    desk: FrontDesk, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.reason.setCurrentIndex(dialog.reason.findData(ExportReason.TAX_ADVISER.value))
    dialog.extent.setCurrentIndex(dialog.extent.findData(ExportExtent.FULL.value))
    path = tmp_path / "お客様.xlsx"
    dialog.export_to(str(path))
    desk.wait(lambda: dialog.one_time)
    assert for_owner_alone(path)
    rows = [row for _, row in Workbook(path.read_bytes(), dialog.one_time).rows("Customers")]
    assert len(rows) == 4
    (entry,) = desk.office.audit.entries(desk.actor, action=Action.CUSTOMERS_EXPORTED)
    assert entry.details == {"customers": 3, "reason": "tax_adviser", "extent": "full"}


def test_a_place_that_cannot_be_written_is_told_and_shows_no_password(
    desk: FrontDesk, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.reason.setCurrentIndex(1)
    dialog.export_to(str(tmp_path / "missing" / "list.xlsx"))
    desk.wait(lambda: desk.dialog() is not dialog)
    assert "could not be saved" in " ".join(
        part.text() for part in desk.dialog().findChildren(type(dialog.form.fields["reason"].error))
    )
    assert not dialog.one_time
    assert desk.office.outside_lists.out(desk.actor) == (), "there is no file to be destroyed"
    desk.dialog().reject()


def test_the_front_desk_has_no_such_button(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> None:
    with open_desk(template, tmp_path / "office", qtbot, Role.DESK) as opened:
        opened.go("customers")
        assert [action.text() for action in opened.page._actions] == ["Import a list"]


def test_a_files_place_is_told_as_it_is_but_for_what_nobody_sees() -> None:
    place = "/お客様　控え/a\u00a0b\n.pdf"
    one = OutsideListFacts("", ListKind.INVOICE, "2026-11-24", "", 1, place=place)
    assert file_sentence(one) == "The file is “a\u00a0b\\n.pdf” in /お客様　控え."
