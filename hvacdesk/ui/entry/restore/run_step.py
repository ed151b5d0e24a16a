"""The fourth step of a restore: the work itself, step by step, and what went wrong with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.services.backups.found_lists import DisposalsUnknown, DisposedListsDamaged
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.entry_view import EntryView
from hvacdesk.ui.widgets.failure import Failure
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.text import label


class RunStep(EntryView):
    """Shows the progress; give it to ``with_busy``.

    Signals:
        back(): to the step before.
        ended(): the work ended: done, failed or cancelled.
        retry_wanted(): try once more what failed.
        without_list_wanted(): the same, though disposals may be on no list that can be read.
    """

    back = Signal()
    ended = Signal()
    retry_wanted = Signal()
    without_list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card()
        self.busy = Busy(self.tr("Opening the backup"), delay_ms=0)
        self._card.body.addWidget(self.busy)
        self._count = label("", "muted")
        self._card.body.addWidget(self._count)
        self.body.addWidget(self._card)
        self._failures = QVBoxLayout()
        self.body.addLayout(self._failures)
        self.add_back(self.tr("Back"), self.back.emit)
        self.failed = False

    def _announce(self) -> None:
        self.set_heading(
            self.tr("Restoring"),
            self.tr(
                "The new file is made beside what is there and proved before it counts. If the computer is "
                "switched off now, everything is as before."
            ),
        )

    def begin(self, cancel: Callable[[], None]) -> None:
        """The work began."""
        self.failed = False
        self._announce()
        clear(self._failures)
        self._card.show()
        if self.back_button is not None:
            self.back_button.hide()
        self._count.setText("")
        self.busy.begin(cancel)

    def advance(self, done: int, total: int, text: str) -> None:
        """The work reached another step."""
        self.busy.advance(done, total, text)
        if total:
            step = self.tr("Step {number} of {count}")
            self._count.setText(step.format(number=min(done + 1, total), count=total))

    def finish(self) -> None:
        """The work ended, one way or another."""
        self.busy.finish()
        self.ended.emit()

    def fail(self, error: UserFacingError) -> None:
        """Say why nothing was restored."""
        self.failed = True
        asked = isinstance(error, DisposalsUnknown)
        self.set_heading(
            self.tr("Before the backup is restored") if asked else self.tr("The backup was not restored")
        )
        self._card.hide()
        none_whole = type(error) is DisposedListsDamaged
        name = self.tr("Restore without a list") if none_whole else self.tr("Restore all the same")
        others = ((name, self.without_list_wanted.emit),) if asked else ()
        failure = Failure(error, self.retry_wanted.emit, others=others)
        self._failures.addWidget(failure)
        failure.show()
        if self.back_button is not None:
            self.back_button.show()
        failure.retry_button.setFocus()
