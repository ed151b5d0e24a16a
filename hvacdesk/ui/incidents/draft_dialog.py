"""The nine items of a report as an editable draft: to print, to copy into the commission's form, to put
right.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.incidents.incident_texts import ITEM_TITLES, REPORT_TITLES, CommissionReport
from hvacdesk.domain.incidents.incidents import IncidentDetail
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.ui import background
from hvacdesk.ui.clipboard import clipboard
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.incidents.incident_form import IncidentForm
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.leaks import text_box


class DraftDialog(IncidentForm):
    """An item that was changed stays as it was written; emptied, it says again what the facts say."""

    def __init__(
        self, ctx: DeskContext, incident: IncidentDetail, report: CommissionReport, items: tuple[str, ...]
    ) -> None:
        super().__init__(ctx, ctx.words(REPORT_TITLES[report]), incident, width=680)
        self._report, self._items = report, items
        self.form.column.addWidget(
            label(
                self.tr(
                    "Made from the facts. What you change here stays as you write it; empty an item to "
                    "let it follow the facts again. Nothing is sent: copy the text into the commission's "
                    "form."
                ),
                "muted",
                wrap=True,
            )
        )
        self.boxes = []
        for number, (title, text) in enumerate(zip(ITEM_TITLES, items, strict=True), 1):
            name = f"{number}. {ctx.words(title)}"
            if (report, number) in incident.edited:
                name = self.tr("{item} (changed by hand)").format(item=name)
            box = self.form.add("item" if number == 1 else f"item.{number}", name, text_box(3))
            box.setPlainText(text)
            box.setReadOnly(incident.closed)
            self.boxes.append(box)
        self.add_secondary(self.tr("Copy as text"), self.copy)
        self.fit(720, 760)
        if not incident.closed:
            self.keep_for_incident("items", report.value)
        elif self.primary is not None:
            self.primary.setEnabled(False)

    def collect(self) -> Callable[[], object]:
        office, actor, incident, report = self.ctx.office, self.ctx.actor, self._incident, self._report
        changed = self._changed()

        def work() -> None:
            for number, text in changed.items():
                shown = incident.edited.get((report, number), "")
                office.incidents.writing.edit_item(
                    actor, incident.incident, report, number, text, shown=shown
                )

        return work

    def present(self) -> Present | None:
        ctx, record, report = self.ctx, self._incident.incident, self._report
        incidents = ctx.office.incidents

        def read() -> tuple[IncidentDetail, tuple[str, ...]]:
            items = incidents.papers.items(ctx.actor, record, report, ctx.words)
            return incidents.get(ctx.actor, record), items

        def make(now: tuple[IncidentDetail, tuple[str, ...]]) -> DraftDialog:
            incident, items = now
            return DraftDialog(ctx, incident, report, items)

        return Present(SavedKind.INCIDENT, record, 0, read, make)

    def typed(self) -> Typed | None:
        return {str(number): text for number, text in self._changed().items()} or None

    def fill(self, typed: Typed) -> None:
        """Only what was changed by hand comes back: the facts of the other items may be newer."""
        for number, text in typed.items():
            self.boxes[int(number) - 1].setPlainText(str(text))

    def _changed(self) -> dict[int, str]:
        """The items whose text differs from the one that was read, by number."""
        pairs = zip(self.boxes, self._items, strict=True)
        return {
            number: box.toPlainText()
            for number, (box, text) in enumerate(pairs, 1)
            if box.toPlainText() != text
        }

    def copy(self) -> None:
        """Put the nine items onto the clipboard, as the program has stored them. They name no customer."""
        ctx, incident, report = self.ctx, self._incident.incident, self._report
        background.ask(
            self, lambda: ctx.office.incidents.papers.report_text(ctx.actor, incident, report, ctx.words)
        ).then(self._copied)

    def _copied(self, text: str) -> None:
        clipboard.copy(text)
        self.ctx.notify(QCoreApplication.translate("DraftDialog", "The nine items are on the clipboard."))
