"""The call-backs of today's page: one's own first, then everybody's, the late ones in red words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.calls.call_notes import CallNoteRow, CallsWaiting
from hvacdesk.domain.roles import Permission
from hvacdesk.ui.calls.opening import open_note
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.task_list import TaskLine, TaskList
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.calls import due_text, for_text, name_text, state_chip, subject_text

_SAID = 40
"""Characters of what was said: enough to know which call it was."""


class CallsCard(Card):
    """Open call notes. Every line opens its note."""

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._ctx = ctx
        self.heading.setText(self.tr("Calls to make"))
        self.setAccessibleName(self.tr("Calls to make"))
        self._mine_title = label(self.tr("For me"), "label")
        self.mine = TaskList(self.tr("Calls for me"))
        self._others_title = label(self.tr("For everybody and others"), "label")
        self.others = TaskList(self.tr("Calls for everybody and others"))
        self._calm = label(self.tr("Nobody waits for a call."), "muted", wrap=True)
        for part in (self._mine_title, self.mine, self._others_title, self.others, self._calm):
            part.hide()
            self.body.addWidget(part)
        self._all = button("", lambda: ctx.navigate("calls", show="open"), kind="link")
        self.body.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        if ctx.actor.may(Permission.TAKE_CALLS):
            hint = label(self.tr("F2 notes a call"), "muted")
            hint.setContentsMargins(theme.px(6), 0, 0, 0)
            self.body.addWidget(hint)

    def show_calls(self, calls: CallsWaiting) -> None:
        """Show the most pressing notes and how many are open."""
        mine = [row for row in calls.first if row.mine]
        others = [row for row in calls.first if not row.mine]
        self.mine.set_lines([self._line(row) for row in mine])
        self.others.set_lines([self._line(row) for row in others])
        self._mine_title.setVisible(bool(mine))
        self._others_title.setVisible(bool(mine and others))
        self._calm.setVisible(not calls.count)
        self._all.setText(self.tr("All %n open call note(s)", "", calls.count))
        self._all.setAccessibleName(self._all.text())
        self._all.setVisible(bool(calls.count))

    def _line(self, row: CallNoteRow) -> TaskLine:
        ctx, due = self._ctx, due_text(row.call_back_by, self._ctx.today())
        said = " ".join(row.text.text.split()) if not row.text.hidden else ""
        facts = (
            "" if row.overdue else due,
            "" if row.mine else for_text(row),
            said if len(said) <= _SAID else said[:_SAID] + "…",
        )
        late = self.tr("Overdue: {due}").format(due=due)
        return TaskLine(
            f"{name_text(row)}  {subject_text(row, ctx.words)}",
            lambda: open_note(ctx, row.note),
            note="  ".join(filter(None, facts)),
            alarm=late if row.overdue else "",
            chip=state_chip(row) if row.urgent and state_chip(row).tone == Tone.WARN else None,
            record=row.note,
        )
