"""While a command's modules load, no garbage is looked for; afterwards it is as before."""

from __future__ import annotations

import gc

import pytest

from hvacdesk.commands.door import loading


@pytest.mark.parametrize("looked", [True, False])
def test_garbage_is_looked_for_after_loading_as_before(looked: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if looked else gc.disable)()
        with loading():
            within = gc.isenabled()
        assert (within, gc.isenabled()) == (False, looked)
    finally:
        (gc.enable if was else gc.disable)()
