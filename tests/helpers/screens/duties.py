"""The screens of the calendar of duties."""

from __future__ import annotations

from hvacdesk.domain.roles import Role
from hvacdesk.ui.oversight.duties_view import DrillForm
from tests.helpers.screens import Screen
from tests.helpers.screens.safeguards import section

DUTIES = (
    Screen("safeguards-duties", section("duties"), Role.OWNER),
    Screen("safeguards-duties-desk", section("duties"), Role.DESK),
    Screen("drill-form", lambda stage: stage.show(DrillForm(stage.ctx)), Role.OWNER),
)
