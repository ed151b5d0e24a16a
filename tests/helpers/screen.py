"""A real X screen without a monitor, for journeys through windows that a window system manages."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

SIZE = "1366x768x24"
"""A small office PC's screen."""
START_SECONDS = 60


@contextmanager
def virtual_screen(size: str = SIZE) -> Iterator[str]:
    """Run Xvfb until the block ends; gives the ``DISPLAY`` for programs that shall use it.

    It does not begin anew when its last client leaves: the first one may only ask whether a window manager is
    there, and the manager that is just starting would be thrown out.

    Raises:
        RuntimeError: the server did not start.
    """
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
        pass_fds=(writing,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading, encoding="ascii") as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


def wait_for_manager(display: str) -> None:
    """Wait until a window manager cares for a screen: what is shown before has no frame, and may stay so.

    Raises:
        TimeoutError: none came.
    """
    deadline = time.monotonic() + START_SECONDS
    ask = ["xdotool", "get_num_desktops"]
    environment = os.environ | {"DISPLAY": display}
    while subprocess.run(ask, env=environment, capture_output=True, check=False).returncode:
        if time.monotonic() > deadline:
            raise TimeoutError("the window manager did not start")
        time.sleep(0.05)
