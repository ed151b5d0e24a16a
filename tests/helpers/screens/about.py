"""The screens of what the program is: licences, self-check, an update file."""

from __future__ import annotations

import base64
import hashlib
import secrets
from pathlib import Path
from unittest.mock import patch

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.office.updates import FORMAT, SUFFIX, UpdateFacts
from hvacdesk.services.office import updates
from hvacdesk.ui.office.about_tab import AboutTab, LicencesDialog
from hvacdesk.ui.office.first_run_dialog import FirstRunDialog
from hvacdesk.ui.office.update_dialog import UpdateDialog
from hvacdesk.vault import ciphers
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import Stage


def licences(stage: Stage) -> QWidget:
    dialog = stage.show(LicencesDialog(stage.ctx))
    stage.calm()
    return dialog


def self_check(stage: Stage) -> QWidget:
    tab = stage.go("settings", tab="about").findChild(AboutTab)
    assert isinstance(tab, AboutTab)
    tab.check_button.click()
    return stage.dialog()


def update(stage: Stage) -> QWidget:
    """A genuine update file of a publisher of our own."""
    key = secrets.token_bytes(32)
    path = signed_update(stage.home.with_name("newer"), key)
    with patch.object(updates, "publisher", lambda: ciphers.signing_public(key)):
        dialog = stage.show(UpdateDialog(stage.ctx, str(path)))
        stage.calm()
    return dialog


def signed_update(installer: Path, key: bytes, version: str = "99.0.0") -> Path:
    """An update file with a few bytes for an installer, for this kind of computer."""
    content = b"installer"
    digest = hashlib.sha256(content).hexdigest()
    line = UpdateFacts(version, updates.this_system(), installer.name, len(content), digest).line()
    signature = base64.b64encode(ciphers.sign(key, updates.PURPOSE, line))
    path = installer.with_name(f"{installer.name}{SUFFIX}")
    path.write_bytes(b"\n".join((FORMAT.encode("ascii"), line, signature, content)))
    return path


ABOUT = (
    Screen("licences", licences),
    Screen("self-check", self_check),
    Screen("first-run", lambda stage: stage.show(FirstRunDialog(stage.ctx))),
    Screen("update", update),
)
