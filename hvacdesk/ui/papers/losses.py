"""Papers that were reported lost, in sight until a person responsible works on each."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.papers.register import KIND_NAMES, LossRow
from hvacdesk.domain.papers.work_orders import PROFILE_NAMES
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.warning_box import WarningBox


class LossList(QWidget):
    """One box for each loss; it stays until a person responsible works on the incident."""

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._reader = background.Reader(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self.boxes: list[WarningBox] = []
        self.hide()

    def read(self) -> None:
        """Look for losses."""
        ctx = self._ctx
        self._reader.read(lambda: ctx.office.papers.losses.waiting(ctx.actor)).then(self._show)

    def _show(self, losses: tuple[LossRow, ...]) -> None:
        for box in self.boxes:
            self._column.removeWidget(box)
            box.deleteLater()
        self.boxes = [self._box(loss) for loss in losses]
        for box in self.boxes:
            self._column.addWidget(box)
        self.setVisible(bool(self.boxes))

    def _box(self, loss: LossRow) -> WarningBox:
        text = self._sentence(loss, self._ctx.words)
        if not self._ctx.actor.may(Permission.HANDLE_INCIDENTS):
            return WarningBox(text, tone=Tone.BAD)
        action = (self.tr("Open the incident"), partial(self._open, loss))
        return WarningBox(text, action=action, tone=Tone.BAD)

    def _open(self, loss: LossRow) -> None:
        self._ctx.navigate("safeguards", section="leaks", incident=loss.incident)

    def _sentence(self, loss: LossRow, words: Words) -> str:
        name = words(PROFILE_NAMES[loss.profile] if loss.profile else KIND_NAMES[loss.kind])
        when = office_time(moment_of(loss.reported_at))
        text = self.tr("Lost: {name} {number}, reported {day} {time} by {who}. It concerns {customers}.")
        said = text.format(
            name=name,
            number=loss.number,
            day=day_text(when.date()),
            time=when.strftime("%H:%M"),
            who=loss.reported_by,
            customers="・".join(loss.customers),
        )
        if loss.found_on:
            said += " " + self.tr("It was found again on {day}.").format(day=day_text(loss.found_on))
        return said
