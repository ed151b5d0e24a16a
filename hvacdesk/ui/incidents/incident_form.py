"""What the forms of an incident share: after an interruption each is found again over its incident."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.incidents.incidents import IncidentDetail
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.warning_box import WarningBox


class IncidentForm(FormDialog):
    """Base class of the forms with something to type. A subclass calls :meth:`keep_for_incident` at last."""

    def __init__(
        self,
        ctx: DeskContext,
        title: str,
        incident: IncidentDetail,
        *,
        width: int = 520,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ctx, title, width=width, parent=parent)
        self._incident = incident

    def keep_for_incident(self, form: str, which: str = "") -> None:
        """Store the draft of this form; :meth:`IncidentView.open` opens it again by these two words.

        Args:
            form: what is asked for, for example ``measure``.
            which: which one of several, for example a measure's record id.
        """
        about = self._incident.typed_for or self._incident.incident
        if self._incident.typed_for:
            told = QCoreApplication.translate(
                "IncidentForm",
                "This was typed about an incident that was joined into this one since. Look whether it still "
                "holds before you save it.",
            )
            self.form.column.insertWidget(0, WarningBox(told))
        self.keep_draft(
            f"incident-{form}",
            f"{about[:16]}-{which[:16]}",
            "safeguards",
            section="leaks",
            incident=about,
            ask=form,
            which=which,
        )

    def present_incident(
        self, make: Callable[[IncidentDetail], FormDialog], *, decides: bool = False
    ) -> Present:
        """How the incident is read again once somebody else wrote over what the form showed.

        ``decides``: see :class:`~hvacdesk.ui.widgets.others_save.Present`.
        """
        ctx, record, about = self.ctx, self._incident.incident, self._incident.typed_for

        def read() -> IncidentDetail:
            return replace(ctx.office.incidents.get(ctx.actor, record), typed_for=about)

        return Present(SavedKind.INCIDENT, record, 0, read, make, decides=decides)
