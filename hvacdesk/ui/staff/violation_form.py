"""Writing a violation down, and what followed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.domain.staff.violations import (
    CONSEQUENCE_NAMES,
    TEXT_LIMIT,
    VIOLATION_NAMES,
    Consequence,
    ViolationKind,
    ViolationRecord,
    ViolationRow,
)
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.others_save import Present

NEW = "new"


class ViolationForm(FormDialog):
    """What happened and what followed; ``row`` is the record to change, None for a new one."""

    takes_statement = True

    def __init__(
        self, ctx: DeskContext, staff: Sequence[StaffMember], row: ViolationRow | None = None
    ) -> None:
        title = (
            QCoreApplication.translate("ViolationForm", "Change record {number}").format(number=row.number)
            if row is not None
            else QCoreApplication.translate("ViolationForm", "Record a violation")
        )
        super().__init__(ctx, title, width=520)
        self._row, self._staff = row, staff
        self.day = self.form.add("on", self.tr("Day"), DateField(ctx.today(), past=True), required=True)
        self.account = self.form.add("account", self.tr("Staff member"), _narrow(), required=True)
        for member in staff:
            left = self.tr("{name} (left the office)").format(name=member.name)
            self.account.addItem(member.name if member.active else left, member.account)
        self.kind = self.form.add("kind", self.tr("What happened"), _choice(ctx, VIOLATION_NAMES))
        hint = self.tr("Nothing about customers: no names, no numbers. At most {limit} characters.")
        self.what = self.form.add(
            "what", self.tr("In your own words"), _text(), hint=hint.format(limit=TEXT_LIMIT)
        )
        self.consequence = self.form.add(
            "consequence",
            self.tr("What followed"),
            _choice(ctx, CONSEQUENCE_NAMES),
            hint=self.tr("As the rules state it; the work rules and labour law set its bounds."),
        )
        self.followed = self.form.add("followed", self.tr("What was done"), _text())
        self.form.column.addStretch(1)
        self._show(row)
        self._begun = self._values()
        self.fit(560, 680)
        self.day.setFocus()
        key = row.violation if row is not None else NEW
        self.keep_draft("violation", key, "rules", tab="violations", edit=key)

    def collect(self) -> Callable[[], object]:
        office, actor, row, allowed = self.ctx.office, self.ctx.actor, self._row, self.number_allowed
        record = ViolationRecord(
            on=self.day.iso("on"),
            account=str(self.account.currentData() or ""),
            kind=ViolationKind(self.kind.currentData()),
            what=self.what.toPlainText(),
            consequence=Consequence(self.consequence.currentData()),
            followed=self.followed.toPlainText(),
        )
        if row is None:
            return lambda: office.violations.record(actor, record, allow_number=allowed)
        return lambda: office.violations.change(
            actor, row.violation, row.version, record, allow_number=allowed
        )

    def present(self) -> Present | None:
        ctx, staff, row = self.ctx, self._staff, self._row
        if row is None:
            return None

        def read() -> ViolationRow:
            for one in ctx.office.violations.all(ctx.actor):
                if one.violation == row.violation:
                    return one
            raise RecordGone

        return Present(
            SavedKind.VIOLATION,
            row.violation,
            row.version,
            read,
            lambda now: ViolationForm(ctx, staff, now),
        )

    def typed(self) -> Typed | None:
        now = self._values()
        return {key: value for key, value in now.items() if value != self._begun[key]} or None

    def fill(self, typed: Typed) -> None:
        if "on" in typed:
            self.day.setText(str(typed["on"]))
        for key, choice in self._choices().items():
            if key in typed:
                choice.setCurrentIndex(max(0, choice.findData(typed[key])))
        for key, text in (("what", self.what), ("followed", self.followed)):
            if key in typed:
                text.setPlainText(str(typed[key]))

    def _show(self, row: ViolationRow | None) -> None:
        if row is None:
            self.day.set_iso(self.ctx.today().isoformat())
            return
        record = row.record
        self.fill(
            {
                "on": record.on,
                "account": record.account,
                "kind": record.kind.value,
                "what": record.what,
                "consequence": record.consequence.value,
                "followed": record.followed,
            }
        )

    def _values(self) -> dict[str, object]:
        return {
            "on": self.day.text(),
            "what": self.what.toPlainText(),
            "followed": self.followed.toPlainText(),
            **{key: choice.currentData() for key, choice in self._choices().items()},
        }

    def _choices(self) -> dict[str, QComboBox]:
        return {"account": self.account, "kind": self.kind, "consequence": self.consequence}


def _choice(ctx: DeskContext, names: Mapping[Any, Phrase]) -> QComboBox:
    choice = _narrow()
    for one, name in names.items():
        choice.addItem(ctx.words(name), one.value)
    return choice


def _narrow() -> QComboBox:
    """A choice that does not ask for the width of its longest line: large text leaves no room for it."""
    choice = QComboBox()
    choice.setMinimumContentsLength(8)
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return choice


def _text() -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setFixedHeight(theme.px(84))
    return field
