"""Writing a report: what it is about, the text, whom it is sealed to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.report_box.report_box import CATEGORY_NAMES, BoxReader, ReportCategory
from hvacdesk.domain.report_box.report_box_input import CONTACT_LIMIT, REPORT_LIMIT
from hvacdesk.ui import background
from hvacdesk.ui.language import words
from hvacdesk.ui.report_box.secret_text import SecretText
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.entry_view import WorkingView
from hvacdesk.ui.widgets.failure import FailureLine
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.text import label

if TYPE_CHECKING:
    from hvacdesk.services.report_box.report_desk import ReportDesk


class ReaderChoice(QWidget):
    """Who may read it: nobody is ticked beforehand, since the person it is about may be on the list.

    Attributes:
        boxes: the check marks by account.
    """

    def __init__(self, readers: tuple[BoxReader, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self.boxes: dict[str, QCheckBox] = {}
        for reader in readers:
            box = QCheckBox(reader.name)
            box.setAccessibleDescription(reader.fingerprint)
            self.boxes[reader.account] = box
            column.addWidget(box)
            column.addWidget(
                label(self.tr("Key {fingerprint}").format(fingerprint=reader.fingerprint), "muted", wrap=True)
            )
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def chosen(self) -> frozenset[str]:
        """The accounts that are ticked."""
        return frozenset(account for account, box in self.boxes.items() if box.isChecked())

    def choose(self, accounts: frozenset[str]) -> None:
        """Tick these."""
        for account, box in self.boxes.items():
            box.setChecked(account in accounts)


class ReportWriteView(WorkingView):
    """Keeps nothing of what is typed once the view is gone.

    Signals:
        sent(receipt): it is in the box.
        left(): back without sending.
    """

    sent = Signal(str)
    left = Signal()
    widest = 560

    def __init__(
        self, desk: ReportDesk, readers: tuple[BoxReader, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._failure = FailureLine(self.body)
        self._question: Dialog | None = None
        self._given_up = False
        self.set_heading(
            self.tr("Write a report"),
            self.tr("Write what you want to tell, not what tells who you are."),
        )
        self.form = Form()
        self.category = self.form.add("category", self.tr("What it is about"), QComboBox())
        for category, name in CATEGORY_NAMES.items():
            self.category.addItem(words(name), category.value)
        self.text = self.form.add(
            "text",
            self.tr("Your text"),
            SecretText(REPORT_LIMIT),
            required=True,
            hint=self.tr("No file can be added. More can be written later, with the receipt number."),
        )
        self.contact = self.form.add(
            "contact",
            self.tr("How you may be reached (only if you want to)"),
            QLineEdit(),
            hint=self.tr("The answer comes here, without it. It is read with the receipt number."),
        )
        self.contact.setMaxLength(CONTACT_LIMIT)
        # As for the text: input methods are asked not to learn from it.
        self.contact.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.readers = self.form.add(
            "readers",
            self.tr("Who may read it"),
            ReaderChoice(readers),
            required=True,
            hint=self.tr(
                "Leave out whoever it is about. Those you choose see whom you left out; nobody else sees "
                "anything. Each finds the same key beside their own inbox."
            ),
        )
        self.body.addWidget(self.form)
        self.add_busy(
            self.tr(
                "The report is sealed and waits for the box's next regular write, half a minute at most. So "
                "its moment tells nothing. Stay until the receipt number is shown."
            )
        )
        self.set_primary(self.tr("Seal and send"), self.send)
        self.add_back(self.tr("Back"), self.leave)
        self.setFocusProxy(self.category)

    def take_over(self, before: ReportWriteView) -> None:
        """Go on with what was typed in another language."""
        self.category.setCurrentIndex(before.category.currentIndex())
        self.text.edit.setPlainText(before.text.text())
        self.contact.setText(before.contact.text())
        self.readers.choose(before.readers.chosen())
        before.forget()

    def send(self) -> None:
        """Seal it and put it into the box."""
        desk, category = self._desk, ReportCategory(self.category.currentData())
        text, contact, chosen = self.text.text(), self.contact.text(), self.readers.chosen()
        self.form.clear_errors()
        self._failure.clear()
        background.ask_with_progress(
            self, lambda progress: desk.send(category, text, contact, chosen, self._told(progress))
        ).with_busy(self).then(self._on_sent).otherwise(self._on_refused)

    def _told(self, progress: background.Progress) -> Callable[[int, int], None]:
        """Say how far the sealing is, where a flood has made it long; then what there is to wait for."""
        longer = self.tr(
            "The box holds very many reports, so sealing takes longer than usual: a minute or two at most."
        )
        waiting = self.busy.text.text()

        def told(done: int, total: int) -> None:
            if done < total:
                progress(done, total, longer)
            else:
                progress(0, 0, waiting)

        return told

    def asks_before_closing(self) -> bool:
        """Whether the receipt number is still to come, which would be shown nowhere."""
        if self._given_up or not background.working(self):
            return False
        if self._question is None:
            self._question = question = Dialog(self.tr("Close it before the number is shown?"), self)
            question.add_text(
                self.tr(
                    "The report still goes into the box, but its receipt number is shown nowhere. Without it "
                    "you cannot read the answer or write more."
                )
            )
            question.set_primary(self.tr("Wait for the number"))
            question.add_secondary(self.tr("Close all the same"), lambda: self._give_up(question))
            question.finished.connect(self._drop_question)
            question.open()
        return True

    def _give_up(self, question: Dialog) -> None:
        question.accept()
        self._given_up = True
        self.window().close()

    def _drop_question(self) -> None:
        self._question = None

    def finish(self) -> None:
        """The sealing ended, one way or another; there is nothing more to wait for."""
        if self._question is not None:
            self._question.accept()
        super().finish()

    def leave(self) -> None:
        """Back; what was typed is gone."""
        self.forget()
        self.left.emit()

    def forget(self) -> None:
        """Empty every field for good."""
        self.text.forget()
        self.contact.setText("")  # which undo does not bring back either

    def _on_sent(self, receipt: str) -> None:
        self.forget()
        self.sent.emit(receipt)

    def _on_refused(self, error: UserFacingError) -> None:
        if not self.form.show_invalid(error):
            self._failure.show_error(error)
