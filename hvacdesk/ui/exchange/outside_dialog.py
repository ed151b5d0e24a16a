"""Saying that a customer list outside the program was destroyed, and how."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from hvacdesk.domain.exchange.outside_lists import (
    LIST_METHOD_NAMES,
    LIST_SENTENCES,
    ListKind,
    ListMethod,
    OutsideListFacts,
    methods_for,
)
from hvacdesk.domain.text.visible import visible
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.outside_files import name_and_folder
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.work_dialog import WorkDialog


class ListDestroyedDialog(WorkDialog):
    """Asks how; calls ``done`` once it is noted."""

    def __init__(self, context: DeskContext, one: OutsideListFacts, done: Callable[[], object]) -> None:
        super().__init__("", context.window)
        handed = one.kind.for_customer
        title = self.tr("Is this list destroyed?")
        if handed:
            title = self.tr("What became of this file?")
        elif one.kind is ListKind.RECOVERY_SHEET:
            title = self.tr("Is this file deleted?")
        self.set_title(title)
        self._context = context
        self._list = one
        self._done = done
        self.add_text(list_sentence(context, one))
        self.add_text(where_sentence(context, one))
        if one.place:
            self.add_text(file_sentence(one))
        self.add_text(self._everywhere(), "muted")
        self.form = Form()
        self.method = self.form.add("method", self.tr("How"), QComboBox(), required=True)
        for method in methods_for(one.kind):
            self.method.addItem(context.words(LIST_METHOD_NAMES[method]), method.value)
        self.body.addWidget(self.form)
        self.confirm_button = self.set_primary(
            self.tr("Note it") if handed else self.tr("It is destroyed"), self.confirm
        )
        self.add_secondary(self.tr("Cancel"))

    def _everywhere(self) -> str:
        if self._list.seat:
            text = self.tr(
                "Confirm only after every copy is gone: on the PC “{seat}”, on USB sticks, in e-mails and in "
                "the bin. The log keeps who confirmed it."
            )
            return text.format(seat=self._list.seat)
        if self._context.several_pcs:
            return self.tr(
                "Confirm only after every copy is gone: on the office PC, on USB sticks, in e-mails and in "
                "the bin. The log keeps who confirmed it."
            )
        return self.tr(
            "Confirm only after every copy is gone: on this computer, on USB sticks, in e-mails and in "
            "the bin. The log keeps who confirmed it."
        )

    def confirm(self) -> None:
        """Note it."""
        context, method = self._context, ListMethod(self.method.currentData())
        self.ask(
            self.tr("Noting it"),
            lambda: context.office.outside_lists.confirm_destroyed(context.actor, self._list.list, method),
        ).then(lambda _nothing: self._noted())

    def _noted(self) -> None:
        self.accept()
        self._done()


def list_sentence(context: DeskContext, one: OutsideListFacts) -> str:
    """What is known of a list, in one sentence."""
    text = context.words(LIST_SENTENCES[one.kind])
    about = " – ".join(one.document.split("/"))
    return day_text(text.format(day=one.made_on, count=f"{one.customers:,}", document=about))


def file_sentence(one: OutsideListFacts) -> str:
    """Which file it is, and in which folder of that PC; empty where nobody noted it."""
    if not one.place:
        return ""
    name, folder = name_and_folder(one.place)
    text = QCoreApplication.translate("OutsideLists", "The file is “{name}” in {folder}.")
    return text.format(name=visible(name), folder=visible(folder))


def where_sentence(context: DeskContext, one: OutsideListFacts) -> str:
    """Who took it in or had it made, and at which PC where the office has several."""
    taken = one.kind is ListKind.IMPORTED
    if one.seat:
        text = (
            QCoreApplication.translate("OutsideLists", "Read in by {who} at the PC “{seat}”.")
            if taken
            else QCoreApplication.translate("OutsideLists", "Saved by {who} at the PC “{seat}”.")
        )
    elif context.several_pcs:
        text = (
            QCoreApplication.translate("OutsideLists", "Read in by {who} at the office PC.")
            if taken
            else QCoreApplication.translate("OutsideLists", "Saved by {who} at the office PC.")
        )
    else:
        text = (
            QCoreApplication.translate("OutsideLists", "Read in by {who}.")
            if taken
            else QCoreApplication.translate("OutsideLists", "Saved by {who}.")
        )
    return text.format(who=one.made_by, seat=one.seat)
