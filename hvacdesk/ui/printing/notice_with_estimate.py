"""The tick beside an estimate's print: the purposes notice goes with it, and is noted as given."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox
from shiboken6 import isValid

from hvacdesk.domain.papers.completion_report import IssuedPdf
from hvacdesk.domain.requests.purposes_notice import NoticeWay
from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.notice import note_notice


class NoticeWithEstimate(QCheckBox):
    """Set from the start where the job's customer has not been given the wording in force."""

    def __init__(self, ctx: DeskContext, job: str) -> None:
        super().__init__()
        self._reader = background.Reader(self)
        self._ctx, self._job = ctx, job
        self._given: bool | None = None
        self.hide()

    @property
    def wanted(self) -> bool:
        """Whether the notice goes with the next print."""
        return not self.isHidden() and self.isChecked()

    def read(self) -> None:
        """Read whether the notice was given; what somebody ticked stays while nothing changed."""
        ctx, job = self._ctx, self._job
        if ctx.actor.may(Permission.KEEP_REQUESTS):
            self._reader.read(lambda: ctx.office.notices.given_for_job(ctx.actor, job)).then(self._show)

    def follow_printing(self, issued: IssuedPdf) -> None:
        """The pages were printed: note that the notice was given."""
        self._note(issued, given=True)

    def take_back(self, issued: IssuedPdf) -> None:
        """The pages did not come out after all."""
        self._note(issued, given=False)

    def _note(self, issued: IssuedPdf, *, given: bool) -> None:
        if issued.notice:
            note_notice(
                self._ctx,
                issued.row.customer,
                issued.notice,
                lambda _nothing: self.read() if isValid(self) else None,
                way=NoticeWay.WITH_ESTIMATE,
                given=given,
            )

    def _show(self, given: bool | None) -> None:
        self.setVisible(given is not None)
        if given is None or given is self._given:
            return
        self._given = given
        self.setChecked(not given)
        if given:
            self.setText(self.tr("Print the purposes notice with it (given before)"))
        else:
            self.setText(self.tr("Print the purposes notice with it (not given yet in this version)"))
