"""The quiz: a situation, three answers, and at once which is right and why."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.staff.training import AskedQuestion, QuizResult
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.language import language
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.failure import Failure
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.task_list import TaskLine, TaskList
from hvacdesk.ui.widgets.text import label


class QuizDialog(Dialog):
    """One try. Nothing is on record before the last question is answered.

    Attributes:
        answers: the list of answers of the question in front; None between questions.

    Signals:
        recorded(): the try is on record, passed or not.
    """

    recorded = Signal()

    def __init__(self, context: DeskContext) -> None:
        super().__init__("", context.window, width=480)
        self._context = context
        self._area = ScrollColumn()
        self.body.addWidget(self._area, 1)
        self.answers: TaskList | None = None
        self.next_button = self.set_primary(self.tr("Go on"), self.go_on)
        self.stop_button = self.add_secondary(self.tr("Stop"))
        self.stop_button.setToolTip(self.tr("Nothing of this try is recorded."))
        self.fit(600, 520)
        self._begin()

    @property
    def question(self) -> AskedQuestion:
        """The question in front."""
        return self._quiz.questions[self._at]

    def _begin(self) -> None:
        self._quiz = self._context.office.training.begin()
        self._at = 0
        self._chosen: list[int] = []
        self._result: QuizResult | None = None
        self.next_button.setText(self.tr("Go on"))
        self.stop_button.setText(self.tr("Stop"))
        self._ask()

    def _ask(self) -> None:
        title = self.tr("Question {number} of {count}")
        self.set_title(title.format(number=self._at + 1, count=len(self._quiz.questions)))
        column = self._new_content()
        column.addWidget(label(self.question.question.text(language.code).situation, "strong", wrap=True))
        column.addWidget(label(self.tr("Choose what you would do."), "muted", wrap=True))
        self.answers = TaskList(self.tr("Answers"))
        column.addWidget(self.answers)
        self.answers.set_lines(
            [
                TaskLine(answer, partial(self.answer, place))
                for place, answer in enumerate(self.question.answers(language.code))
            ]
        )
        column.addStretch(1)
        self.next_button.setEnabled(False)
        self.setAccessibleDescription(self.question.question.text(language.code).situation)
        self.setFocus()  # on none of the answers: the first one would look chosen

    def answer(self, place: int) -> None:
        """Take an answer, and say whether it is right and why."""
        if len(self._chosen) > self._at:
            return
        self._chosen.append(place)
        self.next_button.setEnabled(True)
        asked, text = self.question, self.question.question.text(language.code)
        right = place == asked.right
        column = self._new_content()
        self.answers = None
        column.addWidget(label(text.situation, "strong", wrap=True))
        column.addWidget(
            Chip(self.tr("right"), Tone.GOOD) if right else Chip(self.tr("not right"), Tone.WARN)
        )
        answers = asked.answers(language.code)
        if not right:
            column.addWidget(
                label(self.tr("Your answer: {answer}").format(answer=answers[place]), "muted", wrap=True)
            )
        column.addWidget(label(self.tr("Right is: {answer}").format(answer=answers[asked.right]), wrap=True))
        column.addWidget(label(text.why, wrap=True))
        column.addStretch(1)
        self.next_button.setFocus()

    def go_on(self) -> None:
        """The next question; after the last one the result; after that the end or another try."""
        if self._result is not None:
            if self._result.passed:
                self.accept()
            else:
                self._begin()
            return
        if self._at + 1 < len(self._quiz.questions):
            self._at += 1
            self._ask()
            return
        self.next_button.setEnabled(False)
        office, actor, quiz, chosen = self._context.office, self._context.actor, self._quiz, self._chosen
        background.ask(self, lambda: office.training.finish(actor, quiz, chosen)).then(
            self._show_result
        ).otherwise(self._show_failure)

    def _show_result(self, result: QuizResult) -> None:
        self._result = result
        self.next_button.setEnabled(True)
        self.set_title(self.tr("Passed") if result.passed else self.tr("Not passed yet"))
        column = self._new_content()
        score = self.tr("{right} of {asked} answers were right; {needed} are needed.")
        column.addWidget(
            label(
                score.format(right=result.right, asked=result.asked, needed=result.pass_mark),
                "strong",
                wrap=True,
            )
        )
        column.addWidget(
            label(
                self.tr("It is on record. The training is asked of you again in a year.")
                if result.passed
                else self.tr("Read the pages again and take it once more: the questions will be others."),
                wrap=True,
            )
        )
        column.addStretch(1)
        self.next_button.setText(self.tr("Close") if result.passed else self.tr("Try again"))
        self.stop_button.setVisible(not result.passed)
        self.stop_button.setText(self.tr("Later"))
        self.stop_button.setToolTip("")
        self.next_button.setFocus()
        self.recorded.emit()

    def _show_failure(self, error: UserFacingError) -> None:
        self._new_content().addWidget(Failure(error))
        self.next_button.setEnabled(True)

    def _new_content(self) -> QVBoxLayout:
        content = QWidget()
        content.setProperty("role", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(10))
        self._area.setWidget(content)
        return column

    # Qt's overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.answers is not None and self.hasFocus():
            rows = self.answers.rows
            rows[0 if event.key() == Qt.Key.Key_Down else -1].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
