"""The five questions of the set-up, one view each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hvacdesk.ui.entry.choose_passphrase import ChoosePassphrase
from hvacdesk.ui.entry.office_form import OfficeForm
from hvacdesk.ui.entry.view import EntryView
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.text import label


class SetupStep(EntryView):
    """Base class of the steps.

    Signals:
        done(): what the step asks for is there.
        back(): to the step before.
    """

    done = Signal()
    back = Signal()
    widest = 560

    def finish(self) -> None:
        """Leave the step if it is complete."""
        if self.complete():
            self.done.emit()

    def complete(self) -> bool:
        """Whether what the step asks for is there; marks what is missing."""
        return True

    def add_buttons(self, forward: str, *, first: bool = False) -> None:
        """The way on and, but for the first step, the way back."""
        self.set_primary(forward, self.finish)
        if not first:
            self.add_back(self.tr("Back"), self.back.emit)


class WelcomeStep(SetupStep):
    """What the set-up will ask for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_heading(
            self.tr("Set up your office"),
            self.tr("It takes about five minutes. Nothing is written before the last step."),
        )
        card = Card()
        points = (
            self.tr("The office's name and the facts from which retention periods are counted"),
            self.tr("Your name and a passphrase: you become the person responsible"),
            self.tr(
                "A recovery sheet on paper, for the day on which this computer or the passphrase is lost"
            ),
        )
        for number, text in enumerate(points, 1):
            card.body.addWidget(label(f"{number}   {text}", wrap=True))
        self.body.addWidget(card)
        self.add_buttons(self.tr("Begin"), first=True)
        if self.primary is not None:
            self.setFocusProxy(self.primary)


class OfficeStep(SetupStep):
    """The office's facts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_heading(
            self.tr("Your office"),
            self.tr("Legal form, fiscal year and licences decide how long records must be kept."),
        )
        self.form = OfficeForm()
        self.body.addWidget(self.form)
        self.add_buttons(self.tr("Next"))
        self.setFocusProxy(self.form.name)

    def complete(self) -> bool:
        return self.form.complete()


class OwnerStep(SetupStep):
    """The first person responsible."""

    def __init__(
        self, suggest: Callable[[], str], check: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.set_heading(
            self.tr("You"),
            self.tr("You become the person responsible. You can invite the others afterwards."),
        )
        self.form = Form()
        self.name = self.form.add("name", self.tr("Your name"), QLineEdit(), required=True)
        self.body.addWidget(self.form)
        self.choice = ChoosePassphrase(suggest, check)
        self.body.addWidget(self.choice)
        self.add_buttons(self.tr("Next"))
        self.choice.second.submitted.connect(self.finish)
        self.setFocusProxy(self.name)

    def complete(self) -> bool:
        self.form.clear_errors()
        if not self.name.text().strip():
            self.form.set_error("name", self.tr("Type your name as colleagues shall see it."))
            return False
        return self.choice.ready()


class SheetStep(SetupStep):
    """Prints the recovery sheet.

    Signals:
        preview_wanted(): show the sheet, from where it is printed.
    """

    preview_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.state = label("", "muted", wrap=True)
        card.body.addWidget(self.state)
        self.preview = button(self.tr("Preview and print"), self.preview_wanted.emit, icon="printer")
        card.body.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(card)
        self.add_link(self.tr("Without a printer: I copied the code by hand"), self.finish)
        self.add_buttons(self.tr("Next"))
        self.setFocusProxy(self.preview)
        self.set_printed(printed=False)

    def set_printed(self, *, printed: bool) -> None:
        """Note whether the printer took the sheet."""
        self.state.setText(self.tr("Sent to the printer.") if printed else self.tr("Not printed yet."))
        if self.primary is not None:
            self.primary.setEnabled(printed)


class CheckStep(SetupStep):
    """Proves that the sheet can be read, by typing parts of it back.

    Args:
        positions: the groups to retype, counted from 0.
        confirm: whether a typed group is the printed one.
    """

    def __init__(
        self, positions: tuple[int, ...], confirm: Callable[[int, str], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._confirm = confirm
        self.set_heading(
            self.tr("Check the sheet"),
            self.tr("Take the printed sheet and type these groups from the paper."),
        )
        self.form = Form()
        self.groups: dict[int, QLineEdit] = {}
        for position in positions:
            edit = QLineEdit()
            edit.setMaxLength(12)
            edit.setInputMethodHints(
                Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText
            )
            edit.returnPressed.connect(self.focusNextChild)
            self.groups[position] = edit
            name = self.tr("Group {number}").format(number=position + 1)
            self.form.add(str(position), name, edit, required=True)
        self.body.addWidget(self.form)
        self.add_buttons(self.tr("Create the office"))
        if self.groups:
            self.setFocusProxy(next(iter(self.groups.values())))

    def complete(self) -> bool:
        self.form.clear_errors()
        wrong = [at for at, edit in self.groups.items() if not self._confirm(at, edit.text())]
        for position in reversed(wrong):
            self.form.set_error(
                str(position), self.tr("This does not agree with the sheet. Compare it once more.")
            )
        return not wrong
