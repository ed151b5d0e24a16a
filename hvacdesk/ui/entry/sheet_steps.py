"""The two steps of every new recovery sheet: put it on paper, and type parts of it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hvacdesk.domain.clock import office_time
from hvacdesk.domain.office.office import OfficeFacts
from hvacdesk.ui import background
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.entry.sheet_saving import save_sheet
from hvacdesk.ui.language import words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.keys_line import KeysLine
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.wizard_step import WizardStep

if TYPE_CHECKING:
    from hvacdesk.services.entry.recovery_sheets import SheetOnPaper
    from hvacdesk.ui.printing.preview import PreviewDialog

GROUP_ROOM = 12
"""Characters that a typed group may have: more than are printed, for spaces and hyphens around them."""


class SheetStep(WizardStep):
    """Prints the recovery sheet, or saves it for a printer elsewhere.

    Attributes:
        draw: makes the sheet as a PDF, on a worker thread; see :meth:`show_sheet`.
        sheet: the open preview of the sheet, if any.
        by_hand: the way on without a printer; nobody has copied a code that was not shown.
        copied: whether that way was taken.
        printed: whether a printer took it.
        saved: the files into which it was saved.
        given_out: whether it can be outside the program: printed, saved, or shown to be copied.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draw: Callable[[], bytes] = bytes
        self.sheet: PreviewDialog | None = None
        self.copied = self.printed = self.given_out = False
        self.saved: list[Path] = []
        self._made = datetime.now(UTC)
        self.set_heading(
            self.tr("The recovery sheet"),
            self.tr("Print it now and keep it in a locked place away from this computer."),
        )
        card = Card()
        card.body.addWidget(
            label(
                self.tr(
                    "Whoever holds this sheet and the data can open everything. Without it, a lost computer "
                    "or a forgotten passphrase means that the data is lost."
                ),
                wrap=True,
            )
        )
        self.named = label("", "muted", wrap=True)
        card.body.addWidget(self.named)
        self.state = label("", "muted", wrap=True)
        card.body.addWidget(self.state)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.preview = button(self.tr("Preview and print"), self._preview, icon="printer")
        self.save = button(self.tr("Save as PDF"), self._save, kind="link")
        row.addWidget(self.preview)
        row.addWidget(self.save)
        row.addStretch(1)
        card.body.addLayout(row)
        self.busy = Busy(self.tr("Drawing the sheet"), cancellable=False, disable=self.preview)
        card.body.addWidget(self.busy)
        self.body.addWidget(card)
        self.first_open = label(
            self.tr("Without a printer: open the preview first, then copy the code from it by hand."),
            "muted",
            wrap=True,
        )
        self.body.addWidget(self.first_open)
        self.by_hand = self.add_link(self.tr("Without a printer: I copied the code by hand"), self._by_hand)
        self.by_hand.setAccessibleDescription(self.first_open.text())
        # Until the preview was open: nobody has copied a code that was not shown.
        self.by_hand.setEnabled(False)
        self.add_buttons(self.tr("Next"))
        self.setFocusProxy(self.preview)
        self.set_printed(printed=False)

    def show_sheet(self, sheet: SheetOnPaper, facts: OfficeFacts) -> None:
        """Take up the sheet of an office, and say how it is told from another one."""
        self.draw = partial(sheet.sheet_pdf, facts, words)
        self._made = sheet.made
        text = self.tr(
            "This is sheet {number}, made on {moment}, with the fingerprint {fingerprint}; all of it is "
            "printed at its top."
        )
        made = office_time(sheet.made)
        moment = f"{day_text(made.date().isoformat())} {made:%H:%M}"
        self.named.setText(text.format(number=sheet.number, moment=moment, fingerprint=sheet.fingerprint))

    def go_on_from(self, other: SheetStep) -> None:
        """Know what became of the sheet in a step of another language."""
        self.saved, self.given_out = other.saved, other.given_out

    def set_printed(self, *, printed: bool) -> None:
        """Note whether the printer took the sheet."""
        self.printed = self.printed or printed
        self._say(self.tr("Sent to the printer.") if printed else self.tr("Not printed yet."), on=printed)

    def _say(self, text: str, *, on: bool) -> None:
        self.state.setText(text)
        if self.primary is not None:
            self.primary.setEnabled(on)

    def _preview(self) -> None:
        draw = self.draw
        background.ask(self, draw).with_busy(self.busy).then(self._open_preview)

    def _open_preview(self, pdf: bytes) -> None:
        from hvacdesk.ui.printing.preview import PreviewDialog

        self.sheet = PreviewDialog(pdf, self.tr("Recovery sheet"), self)
        self.sheet.printed.connect(lambda _printer: self.set_printed(printed=True))
        self.sheet.open()
        self.given_out = True
        self.by_hand.setEnabled(True)
        self.by_hand.setAccessibleDescription("")
        self.first_open.setText(
            self.tr("Without a printer: save it as a PDF for a printer elsewhere, or copy the code by hand.")
        )

    def _by_hand(self) -> None:
        self.copied = True
        self.done.emit()

    def finish(self) -> None:
        self.copied = False
        super().finish()

    def _save(self) -> None:
        draw = self.draw
        background.ask(self, draw).with_busy(self.busy).then(
            lambda pdf: save_sheet(self, pdf, self._made, self._saved)
        )

    def _saved(self, path: Path) -> None:
        self.given_out = True
        self.saved.append(path)
        text = self.tr(
            "“{name}” was saved in {folder}. It is not printed yet: print the file, then delete it. "
            "Whoever has it can open everything. The page “Today” reminds of it until you say it is gone."
        )
        self._say(text.format(name=path.name, folder=path.parent), on=True)


class SheetCheckStep(WizardStep):
    """Proves that the sheet can be read, by typing parts of it back.

    Args:
        positions: the groups to retype, counted from 0.
        confirm: whether a typed group is the printed one.
        forward: the words on the button that leads on.
    """

    def __init__(
        self,
        positions: tuple[int, ...],
        confirm: Callable[[int, str], bool],
        forward: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._confirm = confirm
        self._wrong = ""
        self.begin()
        self.form = Form()
        self.groups: dict[int, KeysLine] = {}
        for position in positions:
            edit = KeysLine()
            edit.setMaxLength(GROUP_ROOM)
            self.groups[position] = edit
            name = self.tr("Group {number}").format(number=position + 1)
            self.form.add(str(position), name, edit, required=True)
        self.body.addWidget(self.form)
        self.add_buttons(forward)
        if self.groups:
            self.setFocusProxy(next(iter(self.groups.values())))

    def begin(self, paper: SheetStep | None = None) -> None:
        """Say what to type the groups from: the printed sheet, or the code that was copied by hand."""
        if paper is not None and paper.copied:
            title = self.tr("Check your copy")
            text = self.tr("Take the code that you copied by hand and type these groups from it.")
            self._wrong = self.tr("This is not the code. Compare your copy with the preview once more.")
        else:
            title = self.tr("Check the sheet")
            text = self.tr("Take the printed sheet and type these groups from the paper.")
            if paper is not None and paper.saved and not paper.printed:
                text = self.tr(
                    "The sheet was saved and not printed here. Print the file “{name}” now, and type these "
                    "groups from the paper: only paper is there when this computer is not."
                ).format(name=paper.saved[-1].name)
            self._wrong = self.tr("This does not agree with the sheet. Compare it once more.")
        self.set_heading(title, text)

    def go_on_at_enter(self) -> None:
        """Let Enter in the last group lead on, as it does on the pages before the desk."""
        if self.groups:
            list(self.groups.values())[-1].returnPressed.connect(self.finish)

    def complete(self) -> bool:
        self.form.clear_errors()
        wrong = [at for at, edit in self.groups.items() if not self._confirm(at, edit.text())]
        for position in reversed(wrong):
            self.form.set_error(str(position), self._wrong)
        return not wrong
