"""The question before something is issued: one Tab leads to the answer, and Enter alone issues nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hvacdesk.domain.text.wording import english
from hvacdesk.ui.billing.issue_preview import IssuePreview
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.text import label
from tests.helpers.front_desk import FrontDesk
from tests.ui.billing.test_payments import billed, books, customer

__all__ = ["billed", "books"]


def asked(desk: FrontDesk) -> tuple[IssuePreview, list[int]]:
    """The question, and what it was answered with, once it was."""
    invoices, actor = desk.office.invoices, desk.actor
    (row,) = invoices.of_customer(actor, customer(desk))
    document = invoices.detail(actor, row.invoice).documents[0]
    pdf = invoices.document(actor, document, english)
    question = IssuePreview(desk.window, pdf, ("To 田中 ●●", "¥18,150"))
    answers: list[int] = []
    question.finished.connect(answers.append)
    question.open()
    desk.calm()
    return question, answers


def test_from_the_way_back_one_tab_leads_to_issuing_and_enter_alone_goes_back(books: FrontDesk) -> None:
    question, answers = asked(books)
    assert QApplication.focusWidget() is question.way_back
    books.key(question.way_back, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is question.primary
    books.key(question.primary, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is question.way_back
    books.key(question.way_back, Qt.Key.Key_Return)
    assert answers == [0]


def test_enter_on_the_pages_leads_back_and_issues_nothing(books: FrontDesk) -> None:
    question, answers = asked(books)
    question.pages.view.setFocus()
    for _press in range(2):
        books.key(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert answers in ([], [0])
    question.reject()


def test_every_question_that_begins_on_the_way_back_has_its_answer_next(books: FrontDesk) -> None:
    question = Dialog("Do it?", books.window)
    area = ScrollColumn(label("\n".join(map(str, range(60))), wrap=True), name="What it is about")
    area.setMaximumHeight(100)
    question.body.addWidget(area)
    question.set_primary("Do it")
    question.add_secondary("Leave it")
    question.open()
    books.calm()
    assert QApplication.focusWidget() is question.way_back
    books.key(question.way_back, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is question.primary
    question.reject()
