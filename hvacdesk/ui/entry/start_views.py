"""The first things that the entry window may show: opening, and what stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QProgressBar, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui.entry.view import EntryView
from hvacdesk.ui.theme import theme


class OpeningView(EntryView):
    """Painted before anything is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_heading(self.tr("One moment"), self.tr("Reading the names from the key file"))
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(theme.px(6))
        bar.setAccessibleName(self.tr("Reading the names from the key file"))
        self.body.addWidget(bar)


class BlockedView(EntryView):
    """The office cannot be opened: what happened, what is safe, and the ways out."""

    widest = 520

    def __init__(
        self,
        error: UserFacingError,
        retry: Callable[[], object],
        others: Sequence[tuple[str, Callable[[], object]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        from hvacdesk.ui.widgets.failure import Failure

        super().__init__(parent)
        self.error = error
        self.set_heading(self.tr("The office cannot be opened yet"))
        self.failure = Failure(error, retry, others=others)
        self.body.addWidget(self.failure)
        self.setFocusProxy(self.failure.retry_button)
