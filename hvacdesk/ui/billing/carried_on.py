"""What is said of an invoice that later pages carried over, before it is put right, credited or made void."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.billing.pay_terms import CarriedOn
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui.language import listed
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.numbers import yen


def carried_text(pages: Sequence[CarriedOn], *, credit: bool = False) -> str:
    """Which pages carried it over, what they ask for, and what is to do; empty where none did.

    Args:
        credit: whether a credit note takes it back: the page stays as it is, and the next one tells of it.
    """
    if not pages:
        return ""
    translate = QCoreApplication.translate
    said = translate("CarriedOn", "The invoice was carried over on {pages}.").format(pages=_named(pages))
    last = next((one for one in pages if one.left is not None), pages[-1])
    if credit and last.left is not None:
        todo = translate(
            "CarriedOn",
            "That sum stays on the page, and the next collective invoice tells of the credit note. Of "
            "{number}, {left} remain to be paid then, as the credit note says: tell the customer.",
        ).format(number=last.number, left=yen(max(last.left, 0)))
    elif credit:
        todo = translate(
            "CarriedOn",
            "That sum stays on the page, and the next collective invoice tells of the credit note. Tell the "
            "customer how much less is to be paid.",
        )
    elif pages[-1].can_be_reissued:
        todo = translate(
            "CarriedOn",
            "That sum is not right any more then. Afterwards put {number} right as well: its new page names "
            "the change.",
        )
    else:
        todo = translate(
            "CarriedOn",
            "That sum is not right any more then. Something of {number} was paid or credited, so its page "
            "stays as it is: the next collective invoice names the change. Tell the customer.",
        )
    return in_a_row(said, todo.format(number=pages[-1].number))


def lead_to_page(owner: QWidget, pages: Sequence[CarriedOn], reissue: Callable[[str], object]) -> None:
    """Ask whether the last page that carried it over is put right now, if it can be.

    Args:
        reissue: opens the draft of the page's reissue, by its invoice's record id.
    """
    if not pages or not pages[-1].can_be_reissued:
        return
    translate, page = QCoreApplication.translate, pages[-1]
    question = Dialog(translate("CarriedOn", "Put {number} right as well?").format(number=page.number), owner)
    said = translate(
        "CarriedOn",
        "The invoice was carried over on {pages}: what the customer has there is not right any more. The new "
        "page names the change and the sum that is to be paid now.",
    )
    question.add_text(said.format(pages=_named(pages)))
    question.set_primary(translate("CarriedOn", "Open the draft"))
    question.add_secondary(translate("CarriedOn", "Not now"))
    question.accepted.connect(lambda: reissue(page.invoice))
    question.open()


def _named(pages: Sequence[CarriedOn]) -> str:
    one = QCoreApplication.translate("CarriedOn", "{number} (to pay in all {yen})")
    return listed(one.format(number=page.number, yen=yen(page.to_pay)) for page in pages)
