"""What each part of the safeguards page is made of."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class Section(QWidget):
    """Base class of the parts of the safeguards page; each is built when it is first opened."""

    def refresh(self) -> None:
        """Read the data again; called each time the section comes to the front."""

    def step_back(self) -> bool:
        """Go back to what the section begins with; false when that is in front already."""
        return False

    def open(self, **arguments: object) -> None:
        """React to ``navigate("safeguards", section=NAME, **arguments)``, for example ``incident=ID``."""
