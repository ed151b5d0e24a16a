"""Where the dialogs for folders and files begin, and what they call a folder in Japanese."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.ui.language import language
from hvacdesk.ui.widgets import file_choice


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    for variable in ("HOME", "USERPROFILE"):  # the second is Windows'
        monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.setattr(file_choice, "_last_place", file_choice._LastPlace())
    made = QWidget()
    qtbot.addWidget(made)
    return made


def begins_in(dialog: QFileDialog) -> Path:
    place = Path(dialog.directory().absolutePath())
    dialog.reject()
    return place


def test_dialogs_begin_at_home_and_then_where_one_was(window: QWidget, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    chosen: list[str] = []
    first = file_choice.choose_folder(window, "Where to keep it", chosen.append)
    assert Path(first.directory().absolutePath()) == tmp_path
    first.fileSelected.emit(str(stick))
    first.reject()
    assert chosen == [str(stick)]
    assert begins_in(file_choice.choose_folder(window, "Which", chosen.append)) == stick
    (stick / "list.csv").touch()
    named = file_choice.choose_new_file(window, "Save", "other.csv", "CSV (*.csv)", chosen.append)
    named.fileSelected.emit(str(tmp_path / "other.csv"))
    named.reject()
    assert begins_in(file_choice.choose_file(window, "Open", "CSV (*.csv)", chosen.append)) == tmp_path


def test_a_place_that_is_gone_is_not_begun_in(window: QWidget, tmp_path: Path) -> None:
    stick = tmp_path / "pulled"
    stick.mkdir()
    dialog = file_choice.choose_folder(window, "Where", lambda _folder: None)
    dialog.fileSelected.emit(str(stick))
    dialog.reject()
    stick.rmdir()
    assert begins_in(file_choice.choose_folder(window, "Where", lambda _folder: None)) == tmp_path


@pytest.mark.parametrize("text", ["Directory:", "Directories", "Find Directory", "Parent Directory"])
def test_folders_are_called_folders(qtbot: QtBot, text: str) -> None:
    language.use("ja")
    try:
        said = QCoreApplication.translate("QFileDialog", text)
    finally:
        language.use("en")
    assert "フォルダー" in said
    assert "ディレクトリ" not in said


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("invoice", "invoice.pdf"),
        ("invoice.pdf", "invoice.pdf"),
        ("INVOICE.PDF", "INVOICE.PDF"),
        ("invoice 2026.11", "invoice 2026.11.pdf"),
    ],
)
def test_a_new_file_has_the_ending_of_its_kind(
    window: QWidget, tmp_path: Path, typed: str, saved: str
) -> None:
    chosen: list[str] = []
    dialog = file_choice.choose_new_file(window, "Save", "I2026-000001.pdf", "PDF (*.pdf)", chosen.append)
    assert dialog.defaultSuffix() == "pdf", "so that the dialog asks before it replaces the file"
    dialog.fileSelected.emit(str(tmp_path / typed))
    dialog.reject()
    assert chosen == [str(tmp_path / saved)]


def test_a_file_that_the_ending_leads_to_is_not_replaced_without_a_question(
    window: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "2026.11.pdf").touch()
    chosen: list[str] = []
    dialog = file_choice.choose_new_file(window, "Save", "x.pdf", "PDF (*.pdf)", chosen.append)
    dialog.fileSelected.emit(str(tmp_path / "2026.11"))
    dialog.reject()
    assert chosen == []
    again = next(one for one in window.findChildren(QFileDialog) if one is not dialog)
    assert [Path(one).name for one in again.selectedFiles()] == ["2026.11.pdf"]
    again.reject()
