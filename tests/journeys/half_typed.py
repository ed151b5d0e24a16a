"""The program in a process of its own, with somebody in the middle of a form, until it is killed.

Usage: ``python -m tests.journeys.half_typed HOME``. Says ``kept`` once the program kept the form by itself.
"""

from __future__ import annotations

import sys
from pathlib import Path

from hvacdesk.app import Desk, application
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.pin_view import PinView
from hvacdesk.ui.tour.hands import calm, dialog, expect, mute_offscreen_notes, press, type_text, wait_for
from tests.helpers.desk_office import OWNER_PASSPHRASE, now
from tests.helpers.left_typed import left_typed

FAMILY = "kakikake"


def main(home: Path) -> int:
    mute_offscreen_notes()
    app = application(home, now)
    desk = Desk(home, now)
    flow = desk.show_login()
    wait_for(lambda: isinstance(flow.window.content, LoginView), "the names")
    view = expect(LoginView, flow.window.content)
    view.choose(desk.entry.staff()[0].account)
    type_text(view.passphrase.edit, OWNER_PASSPHRASE)
    press(view.primary)
    wait_for(lambda: isinstance(flow.window.content, PinView), "the PIN")
    expect(PinView, flow.window.content).skipped.emit()
    wait_for(lambda: desk.window is not None, "the desk")
    calm()
    window = desk.window
    assert window is not None
    window.navigate("customers", new="yes")
    form = expect(CustomerForm, dialog())
    type_text(form.name.parts["family"], FAMILY)
    wait_for(lambda: left_typed(window.drafts, "customer", "new") is not None, "the kept draft")
    sys.stdout.write("kept\n")
    sys.stdout.flush()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
