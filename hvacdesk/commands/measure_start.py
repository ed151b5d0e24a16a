"""``hvacdesk measure-start``: what the benchmarks ask a built program for, since they cannot look into it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

from hvacdesk.commands.door import OK, default_home, load_undisturbed, now


def run(home: Path | None) -> NoReturn:
    """Start the program, say ``painted`` once its login window was painted, and end at once."""
    load_undisturbed()
    from hvacdesk.app import Desk, application

    app = application(home or default_home(), now)
    desk = Desk(home or default_home(), now)
    desk.preferences.apply(app)
    desk.show_login().window.painted.connect(_say)
    app.exec()
    raise AssertionError("the login window was not painted")


def _say() -> NoReturn:
    print("painted", flush=True)
    os._exit(OK)
