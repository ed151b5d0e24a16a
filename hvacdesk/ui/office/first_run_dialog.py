"""The first run on this Windows: a page that walks a person through what only a real Windows shows.

It says what to do and what should be seen, takes an answer to each, and saves a report to hand on. Sleep and
another user lock the desk meanwhile, so the answers are kept as a draft like those of any form. Some points
need the rest of the program, so the page is beside it. Closed, it keeps them until a report is saved.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.first_run import (
    ANSWER_NAMES,
    INSTRUCTIONS,
    Fact,
    Try,
    TryAnswer,
    TrySeen,
    report,
)
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.office import first_run
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.file_writing import write_private
from hvacdesk.ui.printing.printers import known_printers
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.choices import choice
from hvacdesk.ui.widgets.file_choice import choose_new_file
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.text import gap, label

HEIGHT = 680


class FirstRunDialog(FormDialog):
    """Each point with an answer and a remark.

    Attributes:
        answers: the choice of each point.
        remarks: the free words on each.
    """

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__(ctx, "", width=640)
        self.set_title(self.tr("First run on this Windows"))
        intro = self.tr(
            "Try these points; it takes about ten minutes. What you leave out is no harm. You can work in "
            "the program beside this page, and close it: your answers are kept until you save the report. "
            "The report holds your answers, your remarks as you type them, and facts about this PC."
        )
        self.form.column.addWidget(label(intro, "muted", wrap=True))
        self.answers: dict[Try, QComboBox] = {}
        self.remarks: dict[Try, QLineEdit] = {}
        for number, point in enumerate(INSTRUCTIONS, 1):
            self._add(number, point)
        if self.primary is not None:
            self.primary.setText(self.tr("Save the report…"))
        if self.way_back is not None:
            self.way_back.setText(self.tr("Close"))
        self._path = Path()
        self.saved.connect(lambda _result: self._tell())
        answers = {f"{point.value}.answer": box for point, box in self.answers.items()}
        remarks = {f"{point.value}.remark": line for point, line in self.remarks.items()}
        self.watch({**answers, **remarks})
        self.keep_draft("first-run", "new", "settings", tab="about", first_run="yes")
        self.fit(640, HEIGHT)

    def _add(self, number: int, point: Try) -> None:
        words, instruction, column = self.ctx.words, INSTRUCTIONS[point], self.form.column
        name = words(instruction.name)
        column.addSpacing(gap(8))
        column.addWidget(label(f"{number}. {name}", "heading", wrap=True))
        column.addWidget(label(words(instruction.todo), wrap=True))
        expected = self.tr("What should be seen: {expected}").format(expected=words(instruction.expected))
        column.addWidget(label(expected, "muted", wrap=True))
        answer = self.form.add(
            f"{point.value}.answer", self.tr("What you saw"), choice(words, ANSWER_NAMES, none=True)
        )
        remark = self.form.add(
            f"{point.value}.remark", self.tr("Remark (stands in the report as typed: no names)"), QLineEdit()
        )
        for field in (answer, remark):
            field.setAccessibleName(f"{name}: {field.accessibleName()}")
        self.answers[point], self.remarks[point] = answer, remark

    # Frame

    def open(self) -> None:
        """Show it beside the program, which its points send somebody into."""
        super().open()
        if self.isVisible():
            self.hide()  # what is shown keeps its modality
            self.setWindowModality(Qt.WindowModality.NonModal)
            self.show()

    def reject(self) -> None:
        """Close it; where the answers cannot be stored, only after the question."""
        try:
            self.ctx.drafts.keep_all()
        except UserFacingError:
            super().reject()
            return
        self.draft.hand_over()
        self.done(QDialog.DialogCode.Rejected)

    def _tell(self) -> None:
        told = self.tr("The report was saved as “{name}” in {folder}.")
        self.ctx.notify(told.format(name=self._path.name, folder=self._path.parent))

    # Saving

    def save(self) -> None:
        """Ask where the report goes; the page closes once it is there."""
        day = self.ctx.office.today().isoformat()
        name = self.tr("hvacdesk first run {day}.txt").format(day=day)
        kind = self.tr("Text files ({names})").format(names="*.txt")
        choose_new_file(self, self.tr("Save the report"), name, kind, self.save_to)

    def save_to(self, path: str) -> None:
        """Write the report into a file and close the page."""
        self._path = Path(path)
        super().save()

    def collect(self) -> Callable[[], object]:
        path, office, words, seen = self._path, self.ctx.office, self.ctx.words, self._seen()
        day, looks = office.today().isoformat(), screen_facts()

        def work() -> None:
            facts = (*first_run.facts(office.folder, len(known_printers()), words), *looks)
            text = report(facts, seen, first_run.private_names(), day, words)
            write_private(path, text.encode("utf-8-sig"))  # with a mark, so that every editor takes it right

        return work

    def _seen(self) -> dict[Try, TrySeen]:
        return {
            point: TrySeen(
                TryAnswer(box.currentData()) if box.currentData() else None, self.remarks[point].text()
            )
            for point, box in self.answers.items()
        }


def screen_facts() -> tuple[Fact, ...]:
    """Language, colours and screens as Windows tells them; a screen's size in its own pixels."""
    screens = [
        f"{round(one.size().width() * one.devicePixelRatio())} × "
        f"{round(one.size().height() * one.devicePixelRatio())}, {round(one.devicePixelRatio() * 100)} %"
        for one in QGuiApplication.screens()
    ]
    scheme = QGuiApplication.styleHints().colorScheme().name.lower()
    return (
        Fact(phrase("FirstRun", "System's language"), QLocale.system().name()),
        Fact(phrase("FirstRun", "Screens"), "; ".join(screens)),
        Fact(phrase("FirstRun", "Text size in the program"), f"{round(theme.scale * 100)} %"),
        Fact(phrase("FirstRun", "System's colours"), scheme),
    )
