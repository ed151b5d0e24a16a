"""Icons are as sharp as the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from hvacdesk.ui.icons import icon


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.usefixtures("qapp")
def test_an_icon_has_every_dot_of_the_screen(ratio: float) -> None:
    """As a button asks for it: so many logical pixels, on a screen of that scale."""
    drawn = icon("printer").pixmap(QSize(16, 16), ratio)
    assert drawn.devicePixelRatio() == ratio
    assert drawn.size() == QSize(round(16 * ratio), round(16 * ratio))
