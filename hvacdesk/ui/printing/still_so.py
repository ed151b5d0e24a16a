"""The question before pages are printed that another PC has ended since they were drawn."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.papers.shown import (
    DRAWN_ANEW_THEN,
    NEVER_PRINTED_THEN,
    SINCE_TEXTS,
    DrawnAt,
    Outdated,
    ShownPages,
    Since,
)
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.text import label

if TYPE_CHECKING:
    from hvacdesk.ui.printing.preview import PreviewDialog

T = TypeVar("T")


def marked(ctx: DeskContext, draw: Callable[[], T]) -> Callable[[], tuple[DrawnAt, T]]:
    """Draws pages that no register knows, once it was asked how far the registers reach by then.

    Papers and filed pages know by themselves when they were drawn.
    """
    return lambda: (ctx.office.papers.shown.drawn_now(ctx.actor), draw())


class StillSo:
    """Asks the office whether what pages show is still so, and then whoever is about to print them.

    Args:
        shown: what the pages are about.
    """

    def __init__(self, ctx: DeskContext, shown: ShownPages) -> None:
        self._ctx, self._shown = ctx, shown

    def leave_out(self, records: Collection[str]) -> None:
        """These papers or filed pages are not printed with the others."""
        shown = self._shown
        papers, documents = (
            tuple(one for one in some if one not in records) for some in (shown.papers, shown.documents)
        )
        self._shown = replace(shown, papers=papers, documents=documents)

    def outdated(self) -> Sequence[Outdated]:
        """What is not so any more; called off the window's thread."""
        return self._ctx.office.papers.shown.outdated(self._ctx.actor, self._shown)

    def ask(self, preview: PreviewDialog, found: Sequence[Outdated], print_it: Callable[[], object]) -> None:
        """Say what is not so any more, and let it be printed all the same where that may be."""
        words = self._ctx.words
        if all(one.since is Since.PRINTED for one in found):
            title = QCoreApplication.translate("StillSo", "Were these pages printed before?")
        else:
            title = QCoreApplication.translate("StillSo", "These pages are not up to date any more")
        question = Dialog(title, preview)
        for said in dict.fromkeys(words(SINCE_TEXTS[one.since]).format(about=one.about) for one in found):
            question.body.addWidget(label(said, wrap=True, tone="warn"))
        barred = {one.page_of for one in found if one.since in NEVER_PRINTED_THEN}
        pile = preview.pile
        if barred and pile is not None and pile.may_lose(barred):
            text = QCoreApplication.translate(
                "StillSo", "{numbers} must not be printed. The others can be printed without it."
            )
            question.add_text(text.format(numbers=pile.called(barred)))
            if any(one.since in DRAWN_ANEW_THEN for one in found):
                question.add_text(_drawn_anew())

            def print_others() -> None:
                preview.leave_out(barred)
                print_it()

            others = QCoreApplication.translate("StillSo", "Print the others")
            _offer(question, print_others, others)
        elif barred:
            question.add_text(QCoreApplication.translate("StillSo", "Nothing was printed. The pages close."))
            question.add_secondary(QCoreApplication.translate("StillSo", "Close the pages"))
            question.finished.connect(lambda _result: preview.reject())
        else:
            if any(one.since in DRAWN_ANEW_THEN for one in found):
                question.add_text(_drawn_anew())
            _offer(question, print_it)
        question.open()

    def ask_unanswered(
        self, preview: PreviewDialog, error: UserFacingError, print_it: Callable[[], object]
    ) -> None:
        """The office does not say: whoever has the pages before them may know."""
        question = Dialog(QCoreApplication.translate("StillSo", "Are these pages still up to date?"), preview)
        question.add_text(error.sentences(self._ctx.words)[0])
        question.add_text(
            QCoreApplication.translate(
                "StillSo",
                "So nobody can say whether another PC has changed what they show since they were drawn.",
            )
        )
        _offer(question, print_it)
        question.open()


def _drawn_anew() -> str:
    return QCoreApplication.translate(
        "StillSo",
        "The pages do not show this. To print what is so now, close them and have them drawn once more.",
    )


def _offer(question: Dialog, print_it: Callable[[], object], named: str = "") -> None:
    def agree() -> None:
        question.accept()
        print_it()

    question.set_primary(QCoreApplication.translate("StillSo", "Do not print yet"))
    question.add_secondary(named or QCoreApplication.translate("StillSo", "Print all the same"), agree)
