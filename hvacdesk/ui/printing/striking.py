"""Noting that papers did not come out, and saying what the register calls them after that.

Whether they are struck is for the office to say: at another PC somebody may have registered otherwise before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.noting import note_printed

Strike = Callable[[], Sequence[object]]
"""Strikes papers, off the window's thread; returns those that the register calls otherwise all the same."""


def note_struck(
    ctx: DeskContext,
    document: str,
    strikes: Sequence[Strike],
    struck: str,
    *,
    beside: str = "",
    ask: Callable[[], object] | None = None,
    done: Callable[[], object] = lambda: None,
) -> None:
    """Strike papers in one register or two, and say so where it is so.

    Args:
        document: as for :func:`note_printed`.
        struck: said where all of them are struck.
        beside: said behind that, and behind whatever is said in its place.
        ask: asks what came out, where the register says that something did.
        done: called in the window unless the office says that they are not struck.
    """
    answers: list[Sequence[object]] = []

    def heard(strike: Strike) -> Callable[[], None]:
        return lambda: answers.append(strike())

    def told(_nothing: object) -> None:
        left = sum(map(len, answers))
        if not left:
            done()
        said = not_as_said(left) if left else struck if len(answers) == len(strikes) else _unheard()
        action = QCoreApplication.translate("WorkOrderPreview", "Say what came out") if left and ask else ""
        ctx.notify(in_a_row(said, beside), ask if action else None, action=action)

    first, *rest = map(heard, strikes)
    note_printed(ctx, document, first, told, also=rest[0] if rest else None, printed=False)


def not_as_said(count: int) -> str:
    """Of so many papers the register says something else than was said here."""
    return QCoreApplication.translate(
        "Striking",
        "Something else was registered of %n paper(s) meanwhile, and stays in the register.",
        "",
        count,
    )


def _unheard() -> str:
    """The office has it, and its answer was lost."""
    return QCoreApplication.translate(
        "Striking", "It was not printed here. What the paper is now, the register of papers says."
    )
