"""The cabinets for papers and who holds their keys, for the person responsible."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.papers.register import CabinetRow
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.form_draft import FormDraft, Typed
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.tab_order import LEADS_ON
from hvacdesk.ui.widgets.typed_fields import TypedFields
from hvacdesk.ui.widgets.work_dialog import WorkDialog


class CabinetsDialog(WorkDialog):
    """The list above, one cabinet's line below: new, or the selected one."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__("", context.window, width=560)
        self.set_title(self.tr("Cabinets and their keys"))
        self._context = context
        self._reader = background.Reader(self)
        self._cabinet = ""
        self._shown: CabinetRow | None = None
        self.draft = FormDraft(self, context, self.typed, self.fill)
        self.add_text(
            self.tr("Every paper that is kept names its cabinet and whom to ask for the key."), "muted"
        )
        self.table = DataTable(self.tr("Cabinets"))
        self.table.set_columns(
            (
                Column("label", self.tr("Cabinet"), width=150, stretch=3),
                Column("key_holder_name", self.tr("Holds the key"), width=130, stretch=2),
                Column("papers", self.tr("Papers"), width=72, kind="number", align="right"),
            )
        )
        self.table.keep_columns(context.columns, "cabinets", names_nobody)
        self.table.offer(lambda: (self.remove_button,))
        self.table.setMinimumHeight(theme.px(170))
        self.table.current_changed.connect(self._take)
        self.body.addWidget(self.table, 1)
        self.form = Form()
        self.name = QLineEdit()
        self.holder = QComboBox()
        self.holder.addItem(self.tr("nobody named"), "")
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        row.addWidget(self.form.field("label", self.tr("Name of the cabinet"), self.name, required=True), 3)
        row.addWidget(self.form.field("key_holder", self.tr("Holds the key"), self.holder), 2)
        self.form.column.addLayout(row)
        self.body.addWidget(self.form)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self.save_button = button(self.tr("Add"), self.save, icon="plus")
        self.new_button = button(self.tr("Another new one"), self._clear, kind="link")
        self.remove_button = button(self.tr("Give it up"), self.give_up, kind="link", icon="x")
        # From the last field Enter leads to this button and not to *Close*.
        self.save_button.setProperty(LEADS_ON, True)
        for one in (self.save_button, self.new_button, self.remove_button):
            line.addWidget(one)
        line.addStretch(1)
        self.body.addLayout(line)
        self._watch()
        self.set_primary(self.tr("Close"), lambda: self.draft.give_up(self.accept))
        background.ask(self, lambda: context.office.jobs.staff(context.actor)).then(self._offer)
        self._clear()

    def form_button(self) -> QPushButton | None:
        return self.save_button

    def _offer(self, staff: tuple[StaffMember, ...]) -> None:
        for member in staff:
            self.holder.addItem(member.name, member.account)
        context = self._context
        background.ask(self, lambda: context.office.papers.cabinets.all(context.actor)).then(self._begin)

    def _begin(self, rows: tuple[CabinetRow, ...]) -> None:
        self.table.set_rows(rows)
        # Only now: a line that was left half-typed may be about one of them and name one of the staff.
        self.draft.keep("cabinet", "line", "work_orders", {"copies": "yes", "cabinets": "yes"})

    def _read(self) -> None:
        context = self._context
        self._reader.read(lambda: context.office.papers.cabinets.all(context.actor)).then(self.table.set_rows)

    def _take(self, row: object) -> None:
        if not isinstance(row, CabinetRow):
            return
        self._cabinet, self._shown = row.cabinet, row
        self.name.setText(row.label)
        self.holder.setCurrentIndex(max(0, self.holder.findData(row.key_holder)))
        self._watch()
        self._show_line()

    def _clear(self) -> None:
        self._cabinet, self._shown = "", None
        self.table.clearSelection()
        self.name.clear()
        self.holder.setCurrentIndex(0)
        self._watch()
        self._show_line()
        self.name.setFocus()

    def _watch(self) -> None:
        fields = {"label": self.name, "key_holder": self.holder}
        self._fields = TypedFields(fields, known=bool(self._cabinet))

    def _show_line(self) -> None:
        """Say whether the line below is a new cabinet's or the selected one's."""
        self.save_button.setText(self.tr("Save") if self._cabinet else self.tr("Add"))
        self.new_button.setVisible(bool(self._cabinet))
        self.remove_button.setVisible(bool(self._cabinet))

    def typed(self) -> Typed | None:
        """What was typed into the line since a cabinet was selected or the last one was saved."""
        changed = self._fields.changed()
        return None if changed is None else {**changed, "cabinet": self._cabinet}

    def fill(self, typed: Typed) -> None:
        """Put a line that was left half-typed back; that of a cabinet which is gone is a new one's."""
        cabinet = str(typed.get("cabinet", ""))
        if cabinet:
            self.table.select(lambda row: row.cabinet == cabinet)
        self._fields.fill(typed)

    def save(self) -> None:
        """Add the cabinet, or change the selected one."""
        self.form.clear_errors()
        context, cabinet, shown = self._context, self._cabinet, self._shown
        name, holder = self.name.text(), str(self.holder.currentData())
        self.ask(
            self.tr("Saving"),
            self.draft.here_alone(
                lambda: context.office.papers.cabinets.save(context.actor, cabinet, name, holder, shown)
            ),
        ).then(lambda _cabinet: self._changed()).otherwise(self._refused)

    def give_up(self) -> None:
        """Take the selected cabinet off the list."""
        context, cabinet = self._context, self._cabinet
        self.ask(
            self.tr("Saving"), lambda: context.office.papers.cabinets.give_up(context.actor, cabinet)
        ).then(lambda _nothing: self._changed()).otherwise(self._refused)

    def _changed(self) -> None:
        self.draft.release()
        self.draft.keep_again()
        self._clear()
        self._read()

    def _refused(self, error: UserFacingError) -> None:
        if not self.draft.asks_twice(error, self.save) and not self.form.show_invalid(error):
            show_error(self, error)

    # Qt's overrides

    def reject(self) -> None:
        self.draft.give_up(super().reject)
