"""What customers read: worded for them, apart from what was reported and written down inside."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from hvacdesk.domain.incidents.incident_texts import LETTER_PARTS, PART_NAMES, IncidentPart
from hvacdesk.domain.incidents.incidents import IncidentDetail
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.incidents.incident_form import IncidentForm
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.leaks import text_box

_INSIDE = {
    IncidentPart.LETTER_WHAT: IncidentPart.WHAT,
    IncidentPart.LETTER_CAUSE: IncidentPart.CAUSE,
    IncidentPart.LETTER_DAMAGE: IncidentPart.SECONDARY,
    IncidentPart.LETTER_MEASURES: IncidentPart.ACTIONS,
}
"""What is noted inside about the same, to be read while one words it for customers."""
_SHOWN = 120
"""So many characters of it are shown."""


class LettersForm(IncidentForm):
    """The four texts of the letters, or of the notice, to read and put right before they are drawn.

    ``saved`` gives the record ids of the lines to whom letters go.

    Args:
        texts: as they are now.
        letters: whether letters follow, for which it is chosen whom they go to; else the notice.
    """

    def __init__(
        self, ctx: DeskContext, incident: IncidentDetail, texts: Mapping[IncidentPart, str], *, letters: bool
    ) -> None:
        title = (
            QCoreApplication.translate("LettersForm", "What the letters say")
            if letters
            else QCoreApplication.translate("LettersForm", "What the notice says")
        )
        super().__init__(ctx, title, incident, width=680)
        self.form.column.addWidget(
            label(
                self.tr(
                    "Customers read these texts, and the days and kinds of data from the facts. Nothing else "
                    "that is written down about the incident goes into them."
                ),
                "muted",
                wrap=True,
            )
        )
        self._texts, self._letters = texts, letters
        self.boxes = {}
        for part in LETTER_PARTS:
            noted = " ".join(incident.texts.get(_INSIDE[part], "").split())
            hint = (
                self.tr("Noted inside, not for customers: {text}").format(text=noted[:_SHOWN])
                if noted
                else ""
            )
            box = self.form.add(part.value, ctx.words(PART_NAMES[part]), text_box(3), hint=hint)
            box.setPlainText(texts[part])
            self.boxes[part] = box
        self.to_clients, self.to_found = QCheckBox(), QCheckBox()
        if letters:
            self._ask_whom(incident)
        if self.primary is not None:
            self.primary.setText(self.tr("Save and show"))
        self.fit(720, 760)
        asked = {"to_clients": self.to_clients, "to_found": self.to_found} if letters else {}
        self.watch(known=True, beside=asked)
        self.keep_for_incident("letters" if letters else "notice")

    @property
    def wanted(self) -> tuple[str, ...]:
        """The record ids of the lines to whom letters go."""
        return tuple(
            one.customer
            for one in self._incident.concerned
            if (self.to_clients.isChecked() or not one.clients)
            and (self.to_found.isChecked() or not one.found_on)
        )

    def collect(self) -> Callable[[], object]:
        ctx, incident, shown, wanted = self.ctx, self._incident.incident, self._texts, self.wanted
        texts = {part: box.toPlainText() for part, box in self.boxes.items()}

        def word() -> tuple[str, ...]:
            ctx.office.incidents.papers.word_letters(ctx.actor, incident, texts, ctx.words, shown=shown)
            return wanted

        return word

    def present(self) -> Present | None:
        ctx, incident, letters = self.ctx, self._incident, self._letters
        papers, record = ctx.office.incidents.papers, incident.incident
        chosen = self.to_clients.isChecked(), self.to_found.isChecked()

        def make(now: Mapping[IncidentPart, str]) -> LettersForm:
            form = LettersForm(ctx, incident, now, letters=letters)
            for box, checked in zip((form.to_clients, form.to_found), chosen, strict=True):
                box.setChecked(checked)
            return form

        return Present(
            SavedKind.INCIDENT,
            record,
            0,
            lambda: papers.letter_texts(ctx.actor, record, ctx.words),
            make,
        )

    def _ask_whom(self, incident: IncidentDetail) -> None:
        theirs = sum(bool(one.clients) for one in incident.concerned)
        found = sum(bool(one.found_on) for one in incident.concerned)
        self.to_clients.setText(
            self.tr("Also to %n customer(s) of the client contractor, who agreed to it", "", theirs)
        )
        self.to_found.setText(
            self.tr("Also to %n customer(s) whose paper was found; their letter says so", "", found)
        )
        self.to_found.setChecked(True)
        for box, count in ((self.to_clients, theirs), (self.to_found, found)):
            self.form.column.addWidget(box)
            box.setVisible(bool(count))
