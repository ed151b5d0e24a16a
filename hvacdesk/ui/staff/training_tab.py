"""The yearly training: the pages to read, the quiz, and one's own record."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.rooms import Room
from hvacdesk.domain.staff.standing import AskedKind, StaffStanding, a_year_after
from hvacdesk.domain.staff.training import TrainingPage
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.language import language
from hvacdesk.ui.printing.showing import draw_pages
from hvacdesk.ui.staff.quiz_dialog import QuizDialog
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.side_by_side import SideBySide
from hvacdesk.ui.widgets.text import label, restyle
from hvacdesk.ui.widgets.text_view import TextView
from hvacdesk.ui.wording.rules import due_line


class TrainingTab(QWidget):
    """The person's state, the pages at the left, the chosen one at the right.

    Signals:
        changed(): a try is on record.
    """

    changed = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reader = background.Reader(self)
        self._fresh = Freshness(self, context.changes, frozenset({Room.STAFF}), self._read)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(self._head())
        column.addWidget(SideBySide(self._listing(), self._detail()), 1)
        self.table.set_rows(context.office.training.material(language.code))
        self.table.select_first()

    def refresh(self) -> None:
        """Read the person's state again."""
        self._fresh.read()

    def _read(self) -> None:
        office, actor = self._context.office, self._context.actor
        self._reader.read(lambda: office.standings.own(actor)).then(self._show)

    def _head(self) -> QVBoxLayout:
        bank = self._context.office.training.bank()
        self.state = label("", "strong", wrap=True)
        about = self.tr(
            "Read the {pages} pages, then take the quiz: {asked} questions, {needed} right answers are "
            "enough, and it can be taken again."
        ).format(
            pages=len(self._context.office.training.material(language.code)),
            asked=bank.asked,
            needed=bank.pass_mark,
        )
        self.quiz_button = button(self.tr("Take the quiz"), self.take_quiz, kind="primary")
        self.print_button = button(self.tr("Print my record"), self.print_record, icon="printer")
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        column.addWidget(self.state)
        column.addWidget(label(about, "muted", wrap=True))
        acts = QHBoxLayout()
        acts.setSpacing(theme.px(8))
        acts.addStretch(1)
        acts.addWidget(self.print_button)
        acts.addWidget(self.quiz_button)
        column.addLayout(acts)
        return column

    def _listing(self) -> QWidget:
        card = Card()
        self.table = DataTable(self.tr("Training pages"), record="code")
        self.table.set_columns([Column("title", self.tr("Page"), width=150, stretch=1)])
        self.table.keep_columns(self._context.columns, "training_pages", names_nobody)
        self.table.current_changed.connect(self._show_page)
        card.body.addWidget(self.table, 1)
        return card

    def _detail(self) -> QWidget:
        card = Card(" ")
        self._heading = card.heading
        self.text = TextView(self.tr("The training page"))
        card.body.addWidget(self.text, 1)
        return card

    def _show_page(self, page: object) -> None:
        if isinstance(page, TrainingPage):
            self._heading.setText(page.title)
            self.text.show_text(page.body)

    def _show(self, standing: StaffStanding | None) -> None:
        today = self._context.today()
        asked = [
            one
            for one in (standing.open(today) if standing is not None else ())
            if one.kind is AskedKind.TRAINING
        ]
        trained_on = standing.trained_on if standing is not None else None
        tone = ""
        if asked:
            text = due_line(asked[0], today)
            tone = "bad" if asked[0].overdue(today) else "warn"
        elif trained_on is not None:
            text = self.tr("Passed on {day}. It is asked again from {next}.").format(
                day=day_text(trained_on), next=day_text(a_year_after(trained_on))
            )
        else:
            text = self.tr("The office does not ask for the training yet; you may take it.")
        self.state.setText(text)
        self.state.setProperty("tone", tone)
        restyle(self.state)

    # Acts

    def take_quiz(self) -> None:
        """Begin a quiz."""
        quiz = QuizDialog(self._context)
        quiz.recorded.connect(self._recorded)
        quiz.open()

    def _recorded(self) -> None:
        self.refresh()
        self.changed.emit()

    def print_record(self) -> None:
        """Show one's own record as it is printed."""
        ctx = self._context
        name = QCoreApplication.translate("TrainingTab", "Record of training {name}")
        draw_pages(
            self,
            ctx,
            lambda: ctx.office.training.person_pdf(ctx.actor, ctx.actor.account, ctx.words),
            name.format(name=ctx.actor.name),
            note=lambda: ctx.office.training.printed(ctx.actor, account=ctx.actor.account),
        )
