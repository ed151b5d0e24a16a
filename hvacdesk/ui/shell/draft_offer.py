"""Offers what was left half typed: to go on with it, or to throw away what cannot be opened any more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from hvacdesk.ui import background
from hvacdesk.ui.drafts import DraftKeeper, OpenForm
from hvacdesk.ui.widgets.notice import Notice, NoticePlace

ASK_AGAIN_MS = 300
SECONDS = 15


class DraftOffer(QObject):
    """The notices about one person's drafts."""

    def __init__(
        self, drafts: DraftKeeper, notices: NoticePlace, navigate: Callable[..., None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._drafts, self._notices, self._navigate = drafts, notices, navigate

    def offer(self) -> bool:
        """Offer the newest draft; false where there is none. A login shows one notice only."""
        left = self._drafts.left_open()
        if not left:
            return False
        text = self.tr("Unfinished work is waiting: {count}").format(count=len(left))
        self._tell(text, lambda: self._go_on(left[0]), self.tr("Go on"))
        return True

    def _tell(self, text: str, act: Callable[[], object], action: str) -> None:
        Notice(self._notices, text, act, action=action, seconds=SECONDS)

    def _go_on(self, form: OpenForm) -> None:
        self._navigate(form.page, **form.arguments)
        self._look_soon(form)

    def _look_soon(self, form: OpenForm) -> None:
        QTimer.singleShot(ASK_AGAIN_MS, self, lambda: self._look(form))

    def _look(self, form: OpenForm) -> None:
        """Once everything was read that the form needs, it is open, or never will be."""
        if not background.idle():
            self._look_soon(form)
        elif not self._drafts.is_open(form):
            self._tell(
                self.tr("This form can no longer be opened. What you typed is still kept."),
                lambda: self._throw_away(form),
                self.tr("Throw away"),
            )

    def _throw_away(self, form: OpenForm) -> None:
        if not self._drafts.is_open(form):
            self._drafts.throw_away(form)
        self.offer()
