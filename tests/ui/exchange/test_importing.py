"""Bringing a customer list in, in the real window on a real office."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.domain.calls.call_notes import CallNoteRecord
from hvacdesk.domain.exchange.importing import ImportField
from hvacdesk.domain.exchange.outside_lists import ListKind, OutsideListFacts
from hvacdesk.domain.roles import Role
from hvacdesk.ui.exchange.check_step import ImportCheckStep
from hvacdesk.ui.exchange.import_dialog import CHECK, COLUMNS, DONE, FILE, ImportDialog
from hvacdesk.ui.exchange.imports_dialog import ImportsDialog, UndoImportDialog
from hvacdesk.ui.exchange.outside_dialog import ListDestroyedDialog
from hvacdesk.ui.file_reading import given_file
from hvacdesk.ui.language import language
from hvacdesk.ui.theme import Scheme, theme
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_desk
from tests.helpers.real_office import RealOffice
from tests.helpers.systems import for_owner_alone

LIST = """お客様一覧 2026年11月,,,,,
No,氏名,フリガナ,住所,電話番号,備考
1,髙﨑 花子,タカサキ ハナコ,愛知県名古屋市中区栄3丁目15-33 栄ビル201,052-123-4567,①階
2,山田太郎,ヤマダ タロウ,岐阜県岐阜市司町40-1,582654000,
3,株式会社みどり工務店,ミドリコウムテン,三重県四日市市諏訪町1-5,059-354-8104,
4,鈴木 一郎,スズキ イチロウ,,,カード 4111 1111 1111 1111
5,田中 美沙緒,タナカ ミサオ,,090-8765-5678,
"""


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "お客様 一覧.csv"
    path.write_bytes(LIST.encode("cp932"))
    return path


@pytest.fixture
def dialog(desk: FrontDesk) -> ImportDialog:
    desk.go("customers")
    desk.page.import_list()
    opened = desk.dialog()
    assert isinstance(opened, ImportDialog)
    return opened


def at(desk: FrontDesk, dialog: ImportDialog, step: int) -> None:
    desk.wait(lambda: dialog.stack.currentIndex() == step)


def test_from_a_file_to_registered_customers(desk: FrontDesk, dialog: ImportDialog, listed: Path) -> None:
    assert not dialog.next_button.isEnabled()
    dialog.file.open_path(str(listed))
    at(desk, dialog, COLUMNS)
    chosen = [choice.currentData() for choice in dialog.columns.choices]
    assert chosen == ["", "name", "kana", "address", "phone", "note"]
    dialog.next_button.click()
    at(desk, dialog, CHECK)
    assert dialog.check.sentence.text().startswith("2 rows are ready, 1 need a look, 1 are probably")
    assert [row.line for row in dialog.check.table.rows()] == [4, 6, 7]
    assert dialog.next_button.text() == "Register 3 customers"
    dialog.next_button.click()
    at(desk, dialog, DONE)
    assert dialog.done_step.sentence.text().startswith("3 customers were registered")
    assert dialog.done_step.left_out.text() == "2 rows were left out."
    assert "お客様 一覧.csv" in dialog.done_step.advice.text()
    dialog.next_button.click()
    desk.search("髙﨑")
    assert [row.name.text for row in desk.page.table.rows()] == ["髙﨑 ●●"]


def test_columns_that_are_not_imported_are_said_before_the_file_is_to_be_deleted(
    desk: FrontDesk, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("氏名,電話,担当,空\n髙﨑 花子,052-123-4567,鈴木,\n", encoding="utf-8")
    dialog.file.open_path(str(path))
    at(desk, dialog, COLUMNS)
    dialog.next_button.click()
    at(desk, dialog, CHECK)
    assert dialog.check.left_out.text().endswith("something is in them: 担当")
    assert dialog.check.left_out.isVisible()
    dialog.next_button.click()
    at(desk, dialog, DONE)
    assert dialog.done_step.columns.text() == dialog.check.left_out.text()
    assert dialog.done_step.columns.isVisible()


def test_who_speaks_for_a_firm_is_shown_beside_it(
    desk: FrontDesk, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("氏名,電話\n㈱丸山 担当 山田様,052-123-4567\n㈱みどり,052-123-4568\n", encoding="utf-8")
    dialog.file.open_path(str(path))
    at(desk, dialog, COLUMNS)
    dialog.next_button.click()
    at(desk, dialog, CHECK)
    shown = [dialog.check.table.texts_of(row) for row in dialog.check.table.rows()]
    assert "㈱丸山　山田" in shown[0]
    assert "㈱みどり" in shown[1]


def test_a_row_is_known_by_its_phone_and_kana_and_its_remark_is_read_whole(
    desk: FrontDesk, dialog: ImportDialog, listed: Path
) -> None:
    dialog.file.open_path(str(listed))
    at(desk, dialog, COLUMNS)
    dialog.next_button.click()
    at(desk, dialog, CHECK)
    check = dialog.check
    assert check.remark.text().startswith("Line 4: The name had no space")
    last = check.table.rows()[-1]
    assert {"090-8765-5678", "タナカ　ミサオ"} <= set(check.table.texts_of(last))
    assert check.table.select(lambda row: row.line == 7)
    assert check.remark.text() == (
        "Line 7: Customer C-000001 has the same name and the same phone, e-mail or address."
    )
    check.filter.setCurrentIndex(1)
    assert check.table.select(lambda row: row.line == 3)
    assert not check.remark.isVisible()


@pytest.mark.parametrize("code", ["ja", "en"])
def test_at_the_largest_text_a_row_keeps_its_name_and_phone(
    template: RealOffice, tmp_path: Path, qtbot: QtBot, qapp: QApplication, listed: Path, code: str
) -> None:
    language.use(code)
    theme.apply(qapp, Scheme.LIGHT, 2.0)
    with open_desk(template, tmp_path / "office", qtbot) as desk:
        step = ImportCheckStep(desk.window.context, desk.window)
        table = desk.office.importing.open(desk.actor, given_file(listed))
        layout = desk.office.importing.layout(desk.actor, table.key, table.sheets[0])
        step.show_preview(
            desk.office.importing.preview(
                desk.actor, table.key, table.sheets[0], layout, lambda *_: None, lambda: False
            )
        )
        step.resize(1366 - 8 - 2 * theme.px(24), 600)
        step.show()
        desk.calm()
        assert {"line", "state", "family", "given", "phone"} <= set(step.table.visible_keys())
        assert sum(step.table.widths()) <= step.table.viewport().width()


def test_it_is_not_left_while_customers_are_registered(
    desk: FrontDesk, dialog: ImportDialog, listed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, begun, let_go = desk.office.importing.run, Event(), Event()

    def held(*what: Any, **more: Any) -> object:
        begun.set()
        assert let_go.wait(60)
        return run(*what, **more)

    monkeypatch.setattr(desk.office.importing, "run", held)
    dialog.file.open_path(str(listed))
    at(desk, dialog, COLUMNS)
    dialog.next_button.click()
    at(desk, dialog, CHECK)
    dialog.next_button.click()
    desk.wait(begun.is_set)
    dialog.reject()
    assert dialog.isVisible()
    assert "may be saved already" in texts_in(dialog)
    assert dialog.busy.cancel_button.isEnabled()
    let_go.set()
    at(desk, dialog, DONE)
    dialog.next_button.click()
    assert not dialog.isVisible()


def test_dates_are_shown_as_they_are_read_and_kept_in_the_note(
    desk: FrontDesk, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "契約.csv"
    path.write_text("氏名,契約日\n髙﨑 花子,H31.4.1\n山田 太郎,4/1\n", encoding="utf-8")
    dialog.file.open_path(str(path))
    at(desk, dialog, COLUMNS)
    columns = dialog.columns
    assert columns.choices[1].currentData() == "date"
    assert columns.examples[1].text() == "H31.4.1 → 2019/04/01　4/1 → not understood"
    assert columns.hint.isVisible()
    columns.choices[1].setCurrentIndex(0)
    assert columns.examples[1].text() == "H31.4.1　4/1"
    assert not columns.hint.isVisible()
    columns.choices[1].setCurrentIndex(columns.choices[1].findData("date"))
    dialog.next_button.click()
    at(desk, dialog, CHECK)
    (asked,) = dialog.check.table.rows()
    assert asked.line == 3
    dialog.check.filter.setCurrentIndex(1)
    model = dialog.check.table.model()
    shown = [model.index(0, at).data() for at in range(model.columnCount())]
    assert "契約日: 2019/04/01" in shown


@pytest.mark.parametrize("written", ["{path}", ' "{path}" ', "{url}"])
def test_a_path_may_be_typed_or_pasted(
    desk: FrontDesk, dialog: ImportDialog, listed: Path, written: str
) -> None:
    edit = dialog.file.path
    QApplication.clipboard().setText(written.format(path=listed, url=listed.as_uri()))
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.wait(dialog.next_button.isEnabled)
    assert dialog.stack.currentIndex() == FILE, "pasting alone opens nothing"
    QTest.keyClick(edit, Qt.Key.Key_Return)
    at(desk, dialog, COLUMNS)
    assert edit.text() == str(listed)


def test_a_typed_path_is_opened_by_the_button_and_a_wrong_one_is_said_at_the_field(
    desk: FrontDesk, dialog: ImportDialog, listed: Path
) -> None:
    field = dialog.file.form.fields["path"]
    QTest.keyClick(dialog.file.path, Qt.Key.Key_Return)
    assert field.error.text() == "Choose a file, or type where it is."
    for wrong in (listed.with_name("no such file.csv"), listed.parent):
        dialog.file.path.clear()
        QTest.keyClicks(dialog.file.path, wrong.as_posix())
        dialog.next_button.click()
        desk.wait(lambda: field.error.text().startswith("This file cannot be read."))
        assert dialog.file.path.hasFocus()
        desk.calm()
        field.set_error("")
    dialog.file.path.setText(str(listed))
    dialog.file.typed.emit()
    dialog.next_button.click()
    at(desk, dialog, COLUMNS)


def test_a_file_is_dropped_onto_the_first_step(desk: FrontDesk, dialog: ImportDialog, listed: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(listed))])
    assert (dialog.file.acceptDrops(), dialog.file.path.acceptDrops()) == (True, False)
    falling = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    falling.setAccepted(False)
    dialog.file.dragEnterEvent(falling)
    assert falling.isAccepted()
    dialog.file.dropEvent(falling)
    at(desk, dialog, COLUMNS)


def test_a_column_may_be_something_else(desk: FrontDesk, dialog: ImportDialog, listed: Path) -> None:
    dialog.file.open_path(str(listed))
    at(desk, dialog, COLUMNS)
    name = dialog.columns.choices[1]
    name.setCurrentIndex(0)
    assert not dialog.next_button.isEnabled()
    assert "name or the organisation" in dialog.columns.warning.text()
    name.setCurrentIndex(name.findData(ImportField.KANA.value))
    assert not dialog.next_button.isEnabled()
    name.setCurrentIndex(name.findData(ImportField.NAME.value))
    assert dialog.next_button.isEnabled()
    dialog.back_button.click()
    assert dialog.stack.currentIndex() == FILE


def test_a_locked_workbook_asks_for_its_password(
    desk: FrontDesk, dialog: ImportDialog, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("名簿").append(["氏名", "電話"])
    book["名簿"].append(["髙﨑 花子", "052-123-4567"])
    plain, locked = tmp_path / "plain.xlsx", tmp_path / "locked.xlsx"
    book.save(plain)
    with plain.open("rb") as source, locked.open("wb") as target:
        OOXMLFile(source).encrypt("himitsu-no-1", target)
    dialog.file.open_path(str(locked))
    desk.wait(dialog.file.password.isVisible)
    assert not dialog.next_button.isEnabled()
    QTest.keyClicks(dialog.file.password.edit, "himitsu-no-1")
    dialog.file.password.edit.returnPressed.emit()
    desk.wait(lambda: dialog.file.sheets.count() == 2)
    desk.wait(lambda: bool(dialog.trouble.text()))
    assert "nothing in this table" in dialog.trouble.text()
    dialog.file.sheets.setCurrentIndex(1)
    dialog.next_button.click()
    at(desk, dialog, COLUMNS)
    assert dialog.columns.is_ready()


def test_a_file_that_is_no_list_is_told_beside_its_name(
    desk: FrontDesk, dialog: ImportDialog, tmp_path: Path
) -> None:
    picture = tmp_path / "list.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000))
    dialog.file.open_path(str(picture))
    desk.wait(lambda: "neither a CSV file" in dialog.file.form.fields["path"].error.text())
    assert not dialog.next_button.isEnabled()


def test_rows_left_out_are_saved_for_their_owner_alone(
    desk: FrontDesk, dialog: ImportDialog, listed: Path, tmp_path: Path
) -> None:
    dialog.file.open_path(str(listed))
    at(desk, dialog, COLUMNS)
    dialog.next_button.click()
    at(desk, dialog, CHECK)
    dialog.next_button.click()
    at(desk, dialog, DONE)
    saved = tmp_path / "rest.csv"
    dialog.done_step._write(str(saved))
    desk.wait(saved.exists)
    assert "鈴木 一郎" in saved.read_text(encoding="utf-8-sig")
    assert for_owner_alone(saved)
    desk.calm()
    rest, _list = desk.office.outside_lists.out(desk.actor)
    assert (rest.kind, rest.place) == (ListKind.LEFT_OUT, str(saved))
    dialog.done_step._write(str(tmp_path / "no folder" / "rest.csv"))
    desk.wait(lambda: desk.dialog() is not dialog)
    desk.dialog().reject()
    assert len(desk.office.outside_lists.out(desk.actor)) == 2, "what could not be saved is not outside"


@pytest.mark.parametrize("role", [Role.ACCOUNTING])
def test_others_do_not_see_the_button(template: RealOffice, tmp_path: Path, qtbot: QtBot, role: Role) -> None:
    with open_desk(template, tmp_path / "office", qtbot, role) as opened:
        opened.go("customers")
        assert "Import a list" not in [action.text() for action in opened.page._actions]


def test_an_imported_list_stays_on_the_home_page_until_it_is_destroyed(
    desk: FrontDesk, dialog: ImportDialog, listed: Path
) -> None:
    dialog.file.open_path(str(listed))
    at(desk, dialog, COLUMNS)
    dialog.next_button.click()
    at(desk, dialog, CHECK)
    dialog.next_button.click()
    at(desk, dialog, DONE)
    dialog.next_button.click()
    desk.go("today")
    card = desk.page.lists_outside
    desk.wait(lambda: len(card.shown) == 1)
    assert not card.isHidden()
    card.confirm(card.shown[0])
    asked = desk.dialog()
    assert isinstance(asked, ListDestroyedDialog)
    asked.confirm()
    desk.wait(card.isHidden)
    assert desk.office.outside_lists.out(desk.actor) == ()


def test_a_list_that_was_read_in_at_a_seat_is_asked_about_there(desk: FrontDesk) -> None:
    """This PC's disk and bin say nothing of another one's file."""
    one = OutsideListFacts("0" * 32, ListKind.IMPORTED, "2026-11-20", "受付 花子", 3, seat="倉庫の席")
    asked = ListDestroyedDialog(desk.window.context, one, lambda: None)
    asked.open()
    told = texts_in(asked)
    assert "受付 花子" in told
    assert "倉庫の席" in told
    assert "this computer" not in told
    asked.reject()


def test_an_import_is_undone_from_its_last_step(desk: FrontDesk, dialog: ImportDialog, listed: Path) -> None:
    dialog.file.open_path(str(listed))
    at(desk, dialog, COLUMNS)
    dialog.next_button.click()
    at(desk, dialog, CHECK)
    dialog.next_button.click()
    at(desk, dialog, DONE)
    desk.press(dialog.done_step, "Undo this import")
    earlier = desk.dialog()
    assert isinstance(earlier, ImportsDialog)
    (line,) = earlier.lines.lines
    assert "3 customer" in line.name
    desk.press(earlier, "Undo")
    question = desk.dialog()
    assert isinstance(question, UndoImportDialog)
    assert "all of them or none" in texts_in(question)
    assert desk.office.customers.search(desk.actor, "").total == 6
    desk.click(question.undo_button)
    desk.wait(lambda: desk.office.customers.search(desk.actor, "").total == 3)
    desk.calm()
    assert not dialog.isVisible()
    assert earlier.lines.lines == ()


def test_of_an_import_that_somebody_works_with_it_is_said_who_stays(
    desk: FrontDesk, dialog: ImportDialog, listed: Path
) -> None:
    dialog.file.open_path(str(listed))
    at(desk, dialog, COLUMNS)
    dialog.next_button.click()
    at(desk, dialog, CHECK)
    dialog.next_button.click()
    at(desk, dialog, DONE)
    found = desk.office.customers.search(desk.actor, "髙﨑").rows[0].customer
    desk.office.call_notes.take(desk.actor, CallNoteRecord(found, text="確認の電話"))
    dialog.show_earlier()
    desk.calm()
    earlier = desk.dialog()
    assert isinstance(earlier, ImportsDialog)
    (line,) = earlier.lines.lines
    assert "worked with 1 of them" in line.notes[1]
    desk.press(earlier, "Undo")
    question = desk.dialog()
    assert isinstance(question, UndoImportDialog)
    number = desk.office.customers.search(desk.actor, "髙﨑").rows[0].number
    assert question.staying.text() == f"{number}: a site, job, call or other record names it"
    assert "Remove 2 customers" in question.undo_button.text()
    desk.click(question.undo_button)
    desk.wait(lambda: desk.office.customers.search(desk.actor, "").total == 4)
    desk.calm()
    assert desk.office.customers.search(desk.actor, "髙﨑").hits == 1
