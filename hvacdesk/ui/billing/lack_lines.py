"""The lines that say what a page would lack or what is odd about it, wherever one is about to be made."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from hvacdesk.domain.billing.invoices import PAGE_LACKS, PageLack
from hvacdesk.domain.billing.open_items import ClosingPreview
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.language import listed
from hvacdesk.ui.widgets.numbers import yen
from hvacdesk.ui.widgets.text import WORD_JOINER, label


def lack_lines(lacks: Collection[PageLack], words: Words) -> list[QLabel]:
    """A line for each."""
    return [label(words(said), wrap=True, tone="warn") for lack, said in PAGE_LACKS.items() if lack in lacks]


def adjusted_text(shown: ClosingPreview) -> str:
    """The lines of it that bring known prices to an agreed amount, with what each adds or takes off."""
    said = QCoreApplication.translate(
        "ClosingLook",
        "The known prices do not come to the amount noted at the job (contract or amount to collect): "
        "{lines} make the difference.",
    )
    one = QCoreApplication.translate("ClosingLook", "“{line}” {yen}")
    lines = (one.format(line=name, yen=yen(amount)) for name, amount in shown.adjusted)
    return said.format(lines=listed(lines)).replace("−", f"−{WORD_JOINER}")
