"""Two windows on one customer: the second one is told what the first one changed, and keeps what it typed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, Qt

from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.customers.customer_edit import Meanwhile
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import PAYMENT_FIELD_NAMES, CustomerField
from hvacdesk.domain.text.wording import Phrase, Words, phrase
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.text import label, restyle
from hvacdesk.ui.widgets.warning_box import WarningBox

_NAME, _ADDRESS = phrase("Meanwhile", "name"), phrase("Meanwhile", "address")
PHONES = "phones"

_PARTS = MappingProxyType(
    {
        "name": (_NAME, ("family_name", "given_name", "family_kana", "given_kana")),
        "organisation": (_NAME, ("organisation", "organisation_kana", "kind")),
        "address": (_ADDRESS, CUSTOMER_FIELDS[CustomerField.ADDRESS].columns),
        PHONES: (phrase("Meanwhile", "phone numbers"), (PHONES,)),
        **{one.key.value: (one.within or one.label, one.columns) for one in CUSTOMER_FIELDS.texts},
        "cautions": (phrase("Meanwhile", "cautions"), ("cautions",)),
        "payment": (phrase("Meanwhile", "payment"), ("payment_method", *PAYMENT_FIELD_NAMES)),
    }
)
"""The parts of the form, with the columns that the log names."""

_OTHER = phrase("Meanwhile", "other details")


def parts_of(columns: Collection[str]) -> tuple[str, ...]:
    """The parts of the form that these columns or fields belong to."""
    found = {part for part, (_name, names) in _PARTS.items() if part in columns or set(names) & set(columns)}
    return tuple(part for part in _PARTS if part in found)


class MeanwhileNote(WarningBox):
    """Who changed what, whether it touches what is typed here, and the way on."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.way_on = button("")
        self.hide()

    def show_changes(self, meanwhile: Meanwhile, mine: Collection[str], go_on: Callable[[], object]) -> None:
        """Say it; ``mine`` are the parts that are changed here, ``go_on`` saves them on top or shows more."""
        clear(self.body)
        for change in meanwhile.changes:
            when = f"{office_time(moment_of(change.at)):%H:%M}"
            line = self.tr("{who} changed at {time}: {what}")
            what = self._named(parts_of(change.fields))
            self.body.addWidget(label(line.format(who=change.who, time=when, what=what), "strong", wrap=True))
        theirs = {part for change in meanwhile.changes for part in parts_of(change.fields)}
        both = tuple(part for part in _PARTS if part in theirs and part in parts_of(mine))
        self.body.addWidget(label(self._judgement(both), wrap=True))
        text = self.tr("Show the present numbers") if PHONES in both else self.tr("Save mine on top")
        self.way_on = button(text, go_on)
        self.body.addWidget(self.way_on, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(self.tr("Changed in the meantime"))
        self.show()
        restyle(self)

    def _judgement(self, both: tuple[str, ...]) -> str:
        if not both:
            return self.tr("What you typed is untouched by that; nothing of it is saved yet.")
        if PHONES in both:
            return self.tr(
                "You both changed the phone numbers. What you typed is still here and not saved yet."
            )
        text = self.tr("You both changed: {what}. Nothing of yours is saved yet; saving puts yours in place.")
        return text.format(what=self._named(both))

    def _named(self, parts: Collection[str]) -> str:
        names: dict[Phrase, None] = dict.fromkeys(_PARTS[part][0] for part in parts)
        separator = QCoreApplication.translate("MeanwhileNote", ", ")
        return separator.join(self._words(name) for name in names or (_OTHER,))
