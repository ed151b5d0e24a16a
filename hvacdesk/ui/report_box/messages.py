"""What was written in a report, as plain text whatever it holds."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.report_box.report_box import Author, Message
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.text import Paragraph, label


class Messages(QWidget):
    """The texts under one another, the earliest first.

    Args:
        own: whose texts are called *you*: the reporter's on the reporter's screen; None in the inbox.
    """

    def __init__(self, own: Author | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))

    def show_messages(self, messages: Iterable[Message]) -> None:
        """Show these in place of those before."""
        clear(self._column)
        for message in messages:
            self._column.addWidget(self._card(message))

    def _card(self, message: Message) -> Card:
        card = Card(padding=12)
        card.body.addWidget(label(f"{self._who(message)}　{when(message)}", "muted", wrap=True))
        text = Paragraph()
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setText(message.text)
        card.body.addWidget(text)
        return card

    def _who(self, message: Message) -> str:
        if message.author is self._own:
            return self.tr("You")
        if message.author is Author.REPORTER:
            return self.tr("From the reporter")
        return self.tr("Answer by {name}").format(name=message.by) if self._own else message.by


def when(message: Message) -> str:
    """The day of a reader's text; of a reporter's only the week."""
    day = day_text(message.on)
    if message.author is Author.READER:
        return day
    return QCoreApplication.translate("Messages", "week from {day}").format(day=day)
