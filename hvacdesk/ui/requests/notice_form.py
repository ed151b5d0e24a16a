"""Writing a new purposes notice: the parts that are the office's own words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit

from hvacdesk.domain.requests.purposes_notice import (
    NOTICE_AS_OF,
    NOTICE_LAW,
    NOTICE_PARTS,
    TEXT_LIMIT,
    NoticeTexts,
    NoticeVersion,
    first_texts,
)
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.text import label

HEIGHTS = {"purposes": 132, "fee": 48}
USUAL_HEIGHT = 84


class NoticeForm(FormDialog):
    """Starts from the wording in force, or from a first draft; earlier versions stay as they were given."""

    def __init__(self, ctx: DeskContext, version: NoticeVersion | None) -> None:
        title = QCoreApplication.translate("NoticeForm", "Write the purposes notice")
        super().__init__(ctx, title, width=600)
        texts = version.texts if version else first_texts(ctx.words)
        note = self.tr(
            "Name, address, representative and phone come from the office's facts. Each part may hold up to "
            "{limit} characters. It follows {law} (as of {as_of}); have a professional confirm it."
        )
        self.form.column.addWidget(
            label(
                note.format(limit=f"{TEXT_LIMIT:,}", law=NOTICE_LAW, as_of=as_of_text(NOTICE_AS_OF)),
                "muted",
                wrap=True,
            )
        )
        self.parts: dict[str, QPlainTextEdit] = {}
        for part, name in NOTICE_PARTS.items():
            edit = QPlainTextEdit(getattr(texts, part))
            edit.setTabChangesFocus(True)
            edit.setFixedHeight(theme.px(HEIGHTS.get(part, USUAL_HEIGHT)))
            self.parts[part] = self.form.add(part, ctx.words(name), edit, required=True)
        self.form.column.addStretch(1)
        self.fit(780, 760)
        self.watch()
        self.keep_draft("notice", "new", "safeguards", section="notice", write="yes")
        self.parts["purposes"].setFocus()

    def collect(self) -> Callable[[], object]:
        ctx = self.ctx
        texts = NoticeTexts(**{part: edit.toPlainText() for part, edit in self.parts.items()})
        return lambda: ctx.office.notices.write(ctx.actor, texts)
