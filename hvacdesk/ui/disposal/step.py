"""What the steps of the disposal wizard have in common."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.disposal.disposal import Review
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme


class Step(QWidget):
    """One step: shows the present state of the batch and says whether the wizard may go on.

    Attributes:
        title: the step's name in the step bar; set by each step.
        at_work: whether the step does something now that cannot be stopped.
        next_text: the wizard's button that leads on; empty where the step has its own way on.

    Signals:
        changed: the step changed the batch; the wizard reads it again.
        finished: the step is done; the wizard goes on.
        work_changed: ``at_work`` is another one.
    """

    changed = Signal()
    finished = Signal()
    work_changed = Signal()
    at_work = False
    next_text = ""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.gap(14))

    def first(self) -> QWidget | None:
        """What gets the keyboard when the step comes to the front; None for the wizard's way on."""
        return None

    def show_batch(self, review: Review) -> None:
        """Show the batch; called whenever the step comes to the front or the batch changed."""

    def look_again(self) -> None:
        """Something was changed elsewhere: show it where that moves nothing that somebody decides about."""

    def end_waiting(self) -> None:
        """The batch went on elsewhere: take away what waits here for somebody in vain."""

    def may_go_on(self, review: Review) -> bool:
        """Whether everything this step asks for is done."""
        return True

    def has_nothing(self, review: Review) -> bool:
        """Whether there is nothing here to do, and so nothing to go on to."""
        return False

    def sentence(self, review: Review) -> str:
        """What has and has not happened yet, in plain words under the step."""
        return self.tr("Nothing has been destroyed yet.")


def call_notes_text(count: int) -> str:
    """What is destroyed besides the customers: call notes of callers who never became customers."""
    return QCoreApplication.translate(
        "DisposalWizard", "%n call note(s) without a customer go as well.", None, count
    )
