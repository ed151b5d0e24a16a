"""The sentence after a login about rules and training that are to be done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.staff.standing import Asked, AskedKind
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.notice import Notice, NoticePlace
from hvacdesk.ui.wording.rules import due_line

SECONDS = 15


def remind(context: DeskContext, place: NoticePlace) -> None:
    """Tell over the desk what is to be done first, with the way there; nothing if nothing is."""
    office, actor = context.office, context.actor

    def tell(waiting: tuple[Asked, ...]) -> None:
        if waiting:
            first = waiting[0]
            Notice(
                place,
                f"{_what(first)} {due_line(first, office.today())}",
                lambda: context.navigate("rules", **destination(first)),
                action=QCoreApplication.translate("Standing", "Do it now"),
                seconds=SECONDS,
            )

    background.ask(place, lambda: office.standings.waiting(actor)).then(tell)


def destination(asked: Asked) -> dict[str, str]:
    """The arguments with which the rules page opens where it can be done."""
    if asked.kind is AskedKind.TRAINING:
        return {"tab": "training"}
    return {"tab": "rules", "text": asked.record}


def what(asked: Asked) -> str:
    """What is asked, in a few words."""
    if asked.kind is AskedKind.TRAINING:
        return QCoreApplication.translate("Standing", "Yearly training")
    return QCoreApplication.translate("Standing", "Rule to read: {title}").format(title=asked.about)


def _what(asked: Asked) -> str:
    return QCoreApplication.translate("Standing", "{what}.").format(what=what(asked))
