"""The screens of the safeguards: the overview, its sections, the media."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.disposal.media import MediumFacts, MediumKind
from hvacdesk.domain.roles import Role
from hvacdesk.services.oversight.witness_folder import save_into
from hvacdesk.ui.disposal.media_forms import MediumForm, SanitizeForm
from hvacdesk.ui.oversight.audit_view import AuditView
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import Stage


def section(name: str = "", **arguments: object) -> Callable[[Stage], QWidget]:
    """A section in the main window; without a name the overview."""

    def show(stage: Stage) -> QWidget:
        stage.go("safeguards")
        stage.window.page.show_overview()  # type: ignore[attr-defined]
        if name:
            stage.go("safeguards", section=name, **arguments)
        return stage.window

    return show


def audit_checked(stage: Stage) -> QWidget:
    """The audit log once its chain was looked at."""
    section("audit")(stage)
    (view,) = stage.window.findChildren(AuditView)
    view._verify()
    stage.calm()
    return stage.window


def audit_compared(stage: Stage) -> QWidget:
    """The audit log once a kept copy of its state was compared, and one that somebody altered."""
    section("audit")(stage)
    (view,) = stage.window.findChildren(AuditView)
    with TemporaryDirectory() as kept:
        saved = save_into(Path(kept), partial(stage.office.log_witness.save, stage.actor))
        saved.with_name("hvacdesk-log-ab12cd34-2026-10-31-12.txt").write_text("old 0", encoding="utf-8")
        view.compare_with(kept)
        stage.calm()
    return stage.window


def medium_sanitized(stage: Stage) -> QWidget:
    """A registered USB stick of which is written down how it was sanitized."""
    stage.office.media.register(stage.actor, MediumFacts(MediumKind.USB_STICK, "写真用 USB 2", serial="4C53"))
    return stage.show(SanitizeForm(stage.ctx, stage.office.media.all(stage.actor)[0]))


SAFEGUARDS = (
    Screen("safeguards", section(), Role.OWNER),
    Screen("safeguards-audit", section("audit"), Role.OWNER),
    Screen("safeguards-audit-checked", audit_checked, Role.OWNER),
    Screen("safeguards-audit-compared", audit_compared, Role.OWNER),
    Screen("safeguards-ledger", section("ledger"), Role.OWNER),
    Screen("safeguards-media", section("media"), Role.OWNER),
    Screen("medium-new", lambda stage: stage.show(MediumForm(stage.ctx)), Role.OWNER),
    Screen("medium-sanitized", medium_sanitized, Role.OWNER),
    Screen("safeguards-inspector", section(), Role.INSPECTOR),
    Screen("safeguards-audit-inspector", section("audit"), Role.INSPECTOR),
    Screen("safeguards-audit-checked-inspector", audit_checked, Role.INSPECTOR),
)
