"""A form whose save was refused, since somebody else saved the record after it was read."""

from __future__ import annotations

from hvacdesk.ui.widgets.form_dialog import FormDialog
from tests.helpers.front_desk import FrontDesk


def in_place(desk: FrontDesk, former: FormDialog) -> FormDialog:
    """The form that took the other one's place."""
    desk.calm()
    desk.wait(lambda: not former.isVisible())
    form = desk.dialog()
    assert type(form) is type(former)
    assert form.others is not None
    assert form.others.isVisible()
    return form


def save(desk: FrontDesk, form: FormDialog) -> None:
    assert form.primary is not None
    desk.click(form.primary)
    desk.calm()
