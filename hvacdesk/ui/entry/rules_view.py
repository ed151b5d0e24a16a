"""Between login and desk: the rules that came into force and were not read yet, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import RecordGone, UserFacingError
from hvacdesk.domain.staff.rule_texts import RuleVersion
from hvacdesk.domain.staff.standing import Asked, AskedKind
from hvacdesk.ui import background
from hvacdesk.ui.language import language
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.entry_view import WorkingView
from hvacdesk.ui.widgets.failure import FailureLine
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.text_view import TextView
from hvacdesk.ui.wording.rules import due_line

if TYPE_CHECKING:
    from hvacdesk.domain.roles import Actor
    from hvacdesk.services.open_office import Office


class RulesView(WorkingView):
    """Shows each text that waits; *Later* goes on to the desk, where they can be read too.

    Signals:
        done(): all are read, or they shall be read later.
    """

    done = Signal()
    widest = 640

    def __init__(
        self,
        office: Office,
        actor: Actor,
        waiting: Sequence[RuleVersion],
        asked: Sequence[Asked],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._actor = actor
        self._waiting = list(waiting)
        self._all = len(waiting)
        self._due = {one.record: due_line(one, today) for one in asked if one.kind is AskedKind.RULE}
        self._failure = FailureLine(self.body, at=0)
        self._until = label("", "muted", wrap=True)
        self.body.addWidget(self._until)
        card = Card()
        self.text = TextView(self.tr("The rule text"))
        self.text.setMinimumHeight(theme.px(150))
        card.body.addWidget(self.text, 1)
        self.body.addWidget(card, 1)
        self.add_busy(self.tr("Noting that you have read it"))
        self.set_primary(self.tr("I have read this"), self.acknowledge)
        self.add_back(self.tr("Later"), self.done.emit)
        self.setFocusProxy(self.text)
        self._show()

    def _show(self) -> None:
        one = self._waiting[0]
        number = self._all - len(self._waiting) + 1
        about = self.tr("A rule of the office came into force ({number} of {count}). Please read it.")
        self.set_heading(one.title_in(language.code), about.format(number=number, count=self._all))
        self._until.setText(self._due.get(one.text, ""))
        self.text.show_text(one.body_in(language.code))
        self.text.setFocus()

    def acknowledge(self) -> None:
        """Note that the person has read the text in front; one withdrawn meanwhile needs no note."""
        office, actor, text = self._office, self._actor, self._waiting[0].text
        background.ask(self, lambda: office.rules.acknowledge(actor, text)).with_busy(self).then(
            lambda _nothing: self._next()
        ).otherwise(self._failed)

    def _next(self) -> None:
        self._failure.clear()
        self._waiting.pop(0)
        if self._waiting:
            self._show()
        else:
            self.done.emit()

    def _failed(self, error: UserFacingError) -> None:
        if isinstance(error, RecordGone):
            self._next()
            return
        self._failure.show_error(error)
