"""The purposes notice: the wording in force and those before it, written by the person responsible."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.domain.requests.purposes_notice import (
    NOTICE_AS_OF,
    NOTICE_LAW,
    NOTICE_PARTS,
    TEXT_LIMIT,
    NoticeTexts,
    NoticeVersion,
    first_texts,
)
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.printing.showing import draw_pages
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.register_view import RegisterView, any_record
from hvacdesk.ui.widgets.text import label


class NoticeView(RegisterView):
    """Every version, the one in force first; each can be printed as it was given."""

    rooms = frozenset({Room.REQUESTS, Room.STAFF})

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._writes = context.actor.may(Permission.MANAGE_OFFICE)
        self._newest: NoticeVersion | None = None
        self.write_button = self.act(button(self.tr("Write a new version"), self.write, icon="pencil"))
        self.write_button.setVisible(self._writes)
        self.print_button = self.act(button(self.tr("Print"), self.print_chosen, icon="printer"), any_record)
        self.add_note(
            self.tr("Hand it over before a form is filled in; the customer's page records when and how.")
        )

    def make_empty(self) -> EmptyState:
        first = (self.tr("Write the notice"), self.write) if self._writes else None
        return EmptyState(
            "file-text",
            self.tr("The notice is not written yet"),
            self.tr(
                "It tells customers what their data is used for, how it is kept safe and how they may ask. "
                "The person responsible starts from a draft."
            ),
            first,
        )

    def reading(self) -> Callable[[], tuple[NoticeVersion, ...]]:
        office, actor = self.context.office, self.context.actor
        return lambda: office.notices.versions(actor)

    def show_read(self, found: tuple[NoticeVersion, ...]) -> None:
        self._newest = next(iter(found), None)
        self.show_rows(found)

    def open(self, **arguments: object) -> None:
        """``write`` goes on writing a new version."""
        if arguments.get("write") and self._writes:
            self.once_read(self.write)

    def write(self) -> None:
        """Write the notice, beginning with the wording in force."""
        self.open_form(NoticeForm(self.context, self._newest))

    def print_chosen(self) -> None:
        """Show the chosen version and print it from there."""
        row, ctx = self.table.current(), self.context
        if isinstance(row, NoticeVersion):
            number = row.number
            title = self.tr("Purposes notice {number}").format(number=number)
            draw_pages(
                self,
                ctx,
                lambda: ctx.office.notices.pdf(ctx.actor, ctx.words, number),
                title,
                note=lambda: ctx.office.notices.printed(ctx.actor, number),
            )

    def make_table(self) -> DataTable:
        columns = [
            Column("number", self.tr("Version"), width=84, kind="number"),
            Column("made_on", self.tr("Since"), width=110),
            Column("made_by", self.tr("Written by"), width=130),
            Column("purposes", self.tr("Purposes"), width=200, stretch=1, value=_first_line),
            Column("state", self.tr("State"), width=110, kind="chip", value=self._state),
        ]
        name = self.tr("Versions of the purposes notice")
        table = self.new_table(name, columns, kept_as="notices", names=names_nobody, record="number")
        table.offer(lambda: (self.print_button,))
        table.activated_row.connect(lambda _row: self.print_chosen())
        return table

    def _state(self, row: NoticeVersion) -> ChipValue:
        if self._newest is not None and row.number == self._newest.number:
            return ChipValue(self.tr("in force"), Tone.GOOD)
        return ChipValue(self.tr("earlier"), Tone.NEUTRAL)


def _first_line(row: NoticeVersion) -> str:
    return row.texts.purposes.partition("\n")[0]


HEIGHTS = {"purposes": 132, "fee": 48}
USUAL_HEIGHT = 84


class NoticeForm(FormDialog):
    """Starts from the wording in force, or from a first draft; earlier versions stay as they were given."""

    def __init__(self, ctx: DeskContext, version: NoticeVersion | None) -> None:
        title = QCoreApplication.translate("NoticeForm", "Write the purposes notice")
        super().__init__(ctx, title, width=600)
        self._version = version.number if version else 0
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
        self.watch(known=True)
        self.keep_draft("notice", "new", "safeguards", section="notice", write="yes")
        self.parts["purposes"].setFocus()

    def collect(self) -> Callable[[], object]:
        ctx, shown = self.ctx, self._version
        texts = NoticeTexts(**{part: edit.toPlainText() for part, edit in self.parts.items()})
        return lambda: ctx.office.notices.write(ctx.actor, texts, shown=shown)

    def present(self) -> Present | None:
        ctx = self.ctx

        def read() -> NoticeVersion | None:
            return next(iter(ctx.office.notices.versions(ctx.actor)), None)

        return Present(SavedKind.NOTICE, "", self._version, read, lambda now: NoticeForm(ctx, now))
