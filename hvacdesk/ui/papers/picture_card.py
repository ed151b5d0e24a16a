"""The office's logo and seal: shown, exchanged and taken away."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from hvacdesk.domain.papers.letterhead import IMAGE_NAMES, ImageKind, Letterhead
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.papers.pictures import read_picture
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.file_choice import choose_file
from hvacdesk.ui.widgets.text import label


class PictureCard(Card):
    """Both pictures side by side, with the limits said before anybody chooses a file.

    Signals:
        changed(): a picture was exchanged or taken away.
    """

    changed = Signal()

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__()
        self.head.addWidget(label(self.tr("Logo and seal"), "heading"), 1)
        self.body.addLayout(self.head)
        self._ctx = ctx
        limits = self.tr(
            "PNG or JPEG, at most 10 MB and 8000 × 8000 pixels. For printing, 600 pixels across are plenty; "
            "a seal on a transparent or white ground looks best."
        )
        self.body.addWidget(label(limits, "muted", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(theme.px(24))
        self.pictures: dict[ImageKind, QLabel] = {}
        self.remove_buttons: dict[ImageKind, QPushButton] = {}
        for kind in ImageKind:
            row.addLayout(self._one(kind), 1)
        self.body.addLayout(row)

    def _one(self, kind: ImageKind) -> QVBoxLayout:
        name = self._ctx.words(IMAGE_NAMES[kind])
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        column.addWidget(label(name, "label"))
        picture = QLabel()
        picture.setFixedHeight(theme.px(76))
        picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.pictures[kind] = picture
        column.addWidget(picture)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        choose = button(self.tr("Choose a file"), partial(self.choose, kind), icon="upload")
        choose.setAccessibleName(self.tr("Choose a file: {picture}").format(picture=name))
        remove = button(self.tr("Remove"), partial(self.remove, kind), kind="link", icon="x")
        remove.setAccessibleName(self.tr("Remove: {picture}").format(picture=name))
        remove.hide()  # until a picture is shown
        self.remove_buttons[kind] = remove
        line.addWidget(choose)
        line.addWidget(remove)
        line.addStretch(1)
        column.addLayout(line)
        return column

    def show_pictures(self, head: Letterhead) -> None:
        """Show what the office has."""
        for kind, png in ((ImageKind.LOGO, head.logo), (ImageKind.SEAL, head.seal)):
            self.remove_buttons[kind].setVisible(bool(png))
            picture = self.pictures[kind]
            if not png:
                picture.setPixmap(QPixmap())
                picture.setText(self.tr("none"))
                continue
            image = QImage.fromData(png)
            ratio = self.devicePixelRatioF()
            room = QSize(theme.px(220), theme.px(76)) * ratio
            shown = image.scaled(
                room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            ground = QPixmap(shown.size())
            ground.fill(Qt.GlobalColor.white)  # as on paper, in the dark look too
            painter = QPainter(ground)
            painter.drawImage(0, 0, shown)
            painter.end()
            ground.setDevicePixelRatio(ratio)
            picture.setPixmap(ground)
            picture.setAccessibleName(self._ctx.words(IMAGE_NAMES[kind]))

    def choose(self, kind: ImageKind) -> None:
        """Let the person choose a file."""
        title = self._ctx.words(IMAGE_NAMES[kind])
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
        choose_file(self.window(), title, kinds, lambda path: self.take(kind, Path(path)))

    def take(self, kind: ImageKind, path: Path) -> None:
        """Use the picture in a file from now on."""
        ctx = self._ctx
        background.ask(self, lambda: ctx.office.layout.set_image(ctx.actor, kind, read_picture(path))).then(
            lambda _nothing: self.changed.emit()
        )

    def remove(self, kind: ImageKind) -> None:
        """Print without the picture from now on."""
        ctx = self._ctx
        background.ask(self, lambda: ctx.office.layout.drop_image(ctx.actor, kind)).then(
            lambda _nothing: self.changed.emit()
        )
