"""What the steps of the wizards share: a way on, a way back, and whether the step is complete."""

from __future__ import annotations

from PySide6.QtCore import Signal

from hvacdesk.ui.widgets.entry_view import EntryView


class WizardStep(EntryView):
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
