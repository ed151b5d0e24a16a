"""The screens of the access review: a month's sheet and its signature."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.roles import Role
from hvacdesk.ui.oversight.access_view import AccessView, SignForm
from tests.helpers.screens import Screen
from tests.helpers.screens.safeguards import section
from tests.helpers.screens.stage import Stage

MONTH, RUNNING, UNSIGNED = "2026-10", "2026-11", "2026-09"


def people(stage: Stage) -> QWidget:
    """What each person did in the month."""
    section("access", month=RUNNING)(stage)
    view = stage.window.page.section  # type: ignore[attr-defined]
    assert isinstance(view, AccessView)
    view.tabs.show_tab(1)
    return stage.window


def signing(stage: Stage) -> QWidget:
    """The form to sign with."""
    return stage.show(SignForm(stage.ctx, stage.office.access_review.sheet(stage.actor, UNSIGNED)))


ACCESS = (
    Screen("access", section("access", month=MONTH), Role.OWNER),
    Screen("access-people", people, Role.OWNER),
    Screen("access-inspector", section("access", month=MONTH), Role.INSPECTOR),
    Screen("access-sign", signing, Role.OWNER),
)
