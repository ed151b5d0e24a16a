"""Beside the sample office's login window: who works there, and with which passphrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.roles import Role, role_words
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.text import label


@dataclass(frozen=True)
class SampleLogin:
    """Somebody of the sample office; nobody's secret."""

    name: str
    roles: frozenset[Role]
    passphrase: str


class SampleLoginsDialog(Dialog):
    """Stays open while somebody logs in, for a program that has no terminal to tell it in.

    Args:
        hint: what else is said of this sample office, in the reader's language.
    """

    def __init__(self, logins: Sequence[SampleLogin], hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=560)
        self.setModal(False)
        self.set_title(self.tr("Logins of the sample office"))
        self.add_text(
            self.tr("Log in as one of these people. All of them, and all customers here, are invented.")
        )
        for login in logins:
            self.add_text(f"{login.name}  {role_words(login.roles, words)}", "strong")
            passphrase = label(login.passphrase)
            passphrase.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(passphrase)
        if hint:
            self.add_text(hint, "muted")
        self.set_primary(self.tr("Close"))
