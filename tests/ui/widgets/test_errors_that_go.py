"""What is said to be wrong is said no longer once it is put right, and is in sight while it is said."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.ui.printing import preview
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.widgets.failure import Failure
from hvacdesk.ui.widgets.form import Form


class Choice(QWidget):
    """A field made of several, such as a site and its units, which says nothing itself."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        self.box, self.text = QComboBox(), QLineEdit()
        self.box.addItems(["", "栄の店"])
        row.addWidget(self.box)
        row.addWidget(self.text)


@pytest.mark.parametrize("part", ["box", "text"])
def test_a_field_made_of_several_takes_its_error_away(qtbot: QtBot, part: str) -> None:
    form, made = Form(), Choice()
    qtbot.addWidget(form)
    form.add("site", "Site", made, required=True)
    for _again in range(2):
        form.set_error("site", "A required field is empty.")
        assert form.fields["site"].error.text()
        if part == "box":
            made.box.setCurrentIndex(1 - made.box.currentIndex())
        else:
            made.text.setText(made.text.text() + "栄")
        assert not form.fields["site"].error.text()


def test_that_there_is_no_printer_is_said_above_the_pages(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below them it is under the edge of a small screen, and nothing seems to happen."""
    monkeypatch.setattr(preview, "printers", tuple)
    dialog = PreviewDialog(b"%PDF-1.4\nno pages\n%%EOF", "Work order")
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.choose_printer()
    told = dialog.findChild(Failure)
    assert told is not None
    assert dialog.body.indexOf(told) < dialog.body.indexOf(dialog.beside)
    dialog.done(0)
