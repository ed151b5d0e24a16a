"""Cautions of a customer: one line each, chosen from a short list, with room for a few words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from hvacdesk.domain.customers.cautions import CAUTION_NAMES, DETAIL_LIMIT, Caution, CautionKind
from hvacdesk.ui.clipboard import CopyGuard
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.text import label


@dataclass
class _CautionLine:
    detail: QLineEdit
    row: QWidget


class CautionFields(QObject):
    """The rows of the form that hold cautions.

    Signals:
        edited(): a caution was added, changed or removed.
    """

    edited = Signal()

    def __init__(self, ctx: DeskContext, form: Form, cautions: Sequence[Caution] = ()) -> None:
        super().__init__(form)
        self._ctx = ctx
        self._form = form
        self._before = tuple(cautions)
        self.lines: dict[CautionKind, _CautionLine] = {}
        form.column.addWidget(label(self.tr("Cautions"), "label"))
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(8))
        form.column.addLayout(self._column)
        self.more = button(self.tr("Add a caution"), self.offer, kind="link", icon="plus")
        form.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        hint = self.tr(
            "For whoever visits: printed on the technician's copy. Facts about the place and the visit only; "
            "the customer may ask to read them."
        )
        form.column.addWidget(label(hint, "muted", wrap=True))
        self.more.setAccessibleDescription(hint)
        for caution in cautions:
            self._add(caution)

    def cautions(self) -> tuple[Caution, ...]:
        """What the form holds."""
        return tuple(Caution(kind, line.detail.text().strip()) for kind, line in self.lines.items())

    def said(self) -> str:
        """What the form holds, in words."""
        return "\n".join(
            "  ".join(filter(None, (self._ctx.words(CAUTION_NAMES[one.kind]), one.detail)))
            for one in self.cautions()
        )

    def changed(self) -> tuple[Caution, ...] | None:
        """The cautions to save, or None where nothing differs."""
        return None if set(self.cautions()) == set(self._before) else self.cautions()

    def typed(self) -> list[dict[str, str]] | None:
        """What was changed, for a draft."""
        now = self.changed()
        return None if now is None else [{"kind": one.kind.value, "detail": one.detail} for one in now]

    def fill(self, typed: Sequence[Mapping[str, str]]) -> None:
        """Put a draft back."""
        for kind in tuple(self.lines):
            self._remove(kind)
        for entry in typed:
            self._add(Caution(CautionKind(entry["kind"]), entry["detail"]))

    def offer(self) -> None:
        """Let the person choose among the kinds that are not there yet."""
        menu = QMenu(self.more)
        menu.setAccessibleName(self.tr("Kinds of caution"))
        for kind in CautionKind:
            if kind not in self.lines:
                action = menu.addAction(self._ctx.words(CAUTION_NAMES[kind]))
                action.triggered.connect(partial(self._chosen, kind))
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _chosen(self, kind: CautionKind, _checked: bool = False) -> None:
        self._add(Caution(kind))
        self.lines[kind].detail.setFocus()
        self.edited.emit()

    def _add(self, caution: Caution) -> None:
        name = self._ctx.words(CAUTION_NAMES[caution.kind])
        edit = QLineEdit(caution.detail)
        edit.setMaxLength(DETAIL_LIMIT)
        CopyGuard(edit)
        if caution.kind is not CautionKind.OTHER:
            edit.setPlaceholderText(self.tr("A few words, if needed"))
        field = self._form.field(
            f"cautions.{caution.kind}", name, edit, required=caution.kind is CautionKind.OTHER
        )
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(field, 1)
        remove = button(
            "",
            partial(self._drop, caution.kind),
            kind="icon",
            icon="x",
            name=self.tr("Remove: {caution}").format(caution=name),
            beside=True,
        )
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignBottom)
        edit.textEdited.connect(lambda _text: self.edited.emit())
        self.lines[caution.kind] = _CautionLine(edit, row)
        self._column.addWidget(row)
        self.more.setVisible(len(self.lines) < len(CautionKind))

    def _drop(self, kind: CautionKind) -> None:
        self._remove(kind)
        self.more.setFocus()
        self.edited.emit()

    def _remove(self, kind: CautionKind) -> None:
        line = self.lines.pop(kind)
        del self._form.fields[f"cautions.{kind}"]
        self._column.removeWidget(line.row)
        line.row.hide()
        line.row.deleteLater()
        self.more.show()
