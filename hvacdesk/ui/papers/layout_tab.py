"""Settings of the office's papers, for the person responsible."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLineEdit, QVBoxLayout, QWidget

from hvacdesk.domain.errors import ChangedMeanwhile, UserFacingError
from hvacdesk.domain.office.office import OfficeFacts
from hvacdesk.domain.papers.letterhead import (
    BLOCK_NAMES,
    FOOTER_LIMIT,
    MOST_SEAL_BOXES,
    SEAL_TITLE_LIMIT,
    Letterhead,
    OptionalBlock,
    PaperLayout,
)
from hvacdesk.domain.text.text_forms import hyphenated
from hvacdesk.services.papers.layout import FactsTyped
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.papers.picture_card import PictureCard
from hvacdesk.ui.papers.postal_doubt import PostalDoubt
from hvacdesk.ui.papers.sample_view import SampleView
from hvacdesk.ui.papers.seal_titles import SealTitles
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.form_draft import FormDraft, Typed
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.number_doubt import number_doubt
from hvacdesk.ui.widgets.postal_code import hyphenate_when_left
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.typed_fields import TypedFields

BESIDE = 880
"""From this width on the sample has room beside the form."""

FACTS = ("postal_code", "fax", "email", "representative", "invoice_registration")
"""Facts that are printed on papers only; the others are asked for beside the tab of the office."""


class LayoutTab(QWidget):
    """Pictures, details, boxes, blocks and foot at the left; a sample page at the right, always as set."""

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._reader = background.Reader(self)
        self._head: Letterhead | None = None
        self._read: Letterhead | None = None
        self._sent: Letterhead | None = None
        self._fields = TypedFields({})
        self.draft = FormDraft(self, ctx, self._typed, self._put_back)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(14))
        left = QVBoxLayout()
        left.setSpacing(theme.px(14))
        self.pictures = PictureCard(ctx)
        self.pictures.changed.connect(self.refresh)
        left.addWidget(self.pictures)
        left.addWidget(self._form_card())
        left.addStretch(1)
        self._row.addLayout(left, 3)
        self._row.addLayout(self._sample(), 2)

    def _form_card(self) -> Card:
        card = Card(self.tr("What papers show"))
        self.form = Form()
        self.facts = {name: QLineEdit() for name in FACTS}
        hyphenate_when_left(self.facts["postal_code"])
        names = {
            "postal_code": self.tr("Postal code"),
            "fax": self.tr("FAX"),
            "email": self.tr("E-mail"),
            "representative": self.tr("Representative"),
            "invoice_registration": self.tr("Registration number (T and 13 digits)"),
        }
        fields = {name: self.form.field(name, names[name], self.facts[name]) for name in FACTS}
        self.form.column.addLayout(
            side_by_side((fields["postal_code"], 2), (fields["fax"], 2), (fields["email"], 3))
        )
        self.postal_doubt = PostalDoubt(self._ctx, self.facts["postal_code"])
        self.form.column.addWidget(self.postal_doubt.line)
        self.form.column.addLayout(
            side_by_side((fields["representative"], 1), (fields["invoice_registration"], 1))
        )
        self.number_doubt = number_doubt(self.facts["invoice_registration"])
        self.form.column.addWidget(self.number_doubt)
        self.titles = SealTitles(MOST_SEAL_BOXES, SEAL_TITLE_LIMIT)
        hint = self.tr(
            "Empty squares in which those who have checked a paper put their seals: on the office's copy of "
            "a work order, on estimates, completion reports and the office's own records. Choose how many, "
            "and what is printed in the head of each, such as: Manager. It can be left empty."
        )
        self.form.add("seal_titles", self.tr("Boxes for seals"), self.titles, hint=hint)
        self.form.column.addWidget(label(self.tr("The work order has"), "label"))
        self.blocks: dict[OptionalBlock, QCheckBox] = {}
        for block, name in BLOCK_NAMES.items():
            self.blocks[block] = QCheckBox(self._ctx.words(name))
            self.blocks[block].toggled.connect(lambda _on: self._changed())
            self.form.column.addWidget(self.blocks[block])
        footer = QLineEdit()
        footer.setMaxLength(FOOTER_LIMIT)
        self.footer = self.form.add("footer", self.tr("Line at the foot"), footer)
        self.titles.changed.connect(self._changed)
        for edit in (*self.facts.values(), self.footer):
            edit.textChanged.connect(lambda _text: self._changed())
        card.body.addWidget(self.form)
        self.save_button = button(self.tr("Save"), self.save, kind="primary", icon="save", tip="Ctrl+S")
        self._busy = Busy(self.tr("Saving"), cancellable=False, disable=self.save_button, holds=self.form)
        card.body.addWidget(self._busy)
        card.body.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignRight)
        return card

    def _sample(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        self.sample = SampleView(self._ctx)
        column.addWidget(self.sample)
        column.addWidget(label(self.tr("This is how the office's copy will look."), "muted", wrap=True))
        column.addStretch(1)
        return column

    # Reading and saving

    def refresh(self) -> None:
        """Read what is set; what is being typed stays."""
        ctx = self._ctx
        self._reader.read(ctx.office.layout.letterhead).then(self._show)

    def _show(self, head: Letterhead) -> None:
        read = self._read
        self._head = head
        self.pictures.show_pictures(head)
        self.postal_doubt.about(head.facts.address)
        if read is None:
            self._fill(head)
            self._begin()
            self.draft.keep("layout", "papers", "settings", {"tab": "layout_of_papers"})
        elif (read.facts, read.layout) != (head.facts, head.layout):
            self._follow(read, head)
        self._changed()

    def _begin(self) -> None:
        """From now on what differs from what is set is what was typed."""
        boxes = {block.value: box for block, box in self.blocks.items()}
        fields = {**self.facts, **self.titles.fields(), **boxes, "footer": self.footer}
        self._fields = TypedFields(fields, known=True)

    def _follow(self, read: Letterhead, head: Letterhead) -> None:
        """Show what is set by now where nothing was typed.

        Of what was typed and is set otherwise by now, the person has seen what was set before, unless it was
        sent from here and no answer came.
        """
        typed = self._fields.changed() or {}
        self._fill(head)
        self._begin()
        self._fields.fill(typed)
        facts, layout = set(typed) & set(FACTS), self._layout_parts(typed)
        if self._sent is not None:
            sent = self._sent
            facts = {name for name in facts if getattr(head.facts, name) != getattr(sent.facts, name)}
            layout = {name for name in layout if getattr(head.layout, name) != getattr(sent.layout, name)}
        self._read = replace(
            head,
            facts=replace(head.facts, **{name: getattr(read.facts, name) for name in facts}),
            layout=replace(head.layout, **{name: getattr(read.layout, name) for name in layout}),
        )

    def _layout_parts(self, typed: Typed) -> set[str]:
        """Which parts of the layout were typed."""
        places = {
            "seal_titles": self.titles.fields(),
            "blocks": {block.value for block in self.blocks},
            "footer": {"footer"},
        }
        return {part for part, fields in places.items() if set(fields) & set(typed)}

    def _typed(self) -> Typed | None:
        return self._fields.changed()

    def _put_back(self, typed: Typed) -> None:
        self._fields.fill(typed)

    def _fill(self, head: Letterhead) -> None:
        self._read = head
        for name, edit in self.facts.items():
            edit.setText(str(getattr(head.facts, name)))
        self.facts["postal_code"].setText(hyphenated(head.facts.postal_code))
        self.titles.set_titles(head.layout.seal_titles)
        for block, box in self.blocks.items():
            box.setChecked(head.shows(block))
        self.footer.setText(head.layout.footer)

    def layout_typed(self) -> PaperLayout:
        """The layout as it is set in the form."""
        return PaperLayout(
            seal_titles=self.titles.titles(),
            blocks=frozenset(block for block, box in self.blocks.items() if box.isChecked()),
            footer=self.footer.text(),
        )

    def facts_typed(self, known: OfficeFacts) -> OfficeFacts:
        """The office's facts with those of this form."""
        typed = {name: edit.text().strip() for name, edit in self.facts.items()}
        return replace(
            known,
            postal_code=typed["postal_code"],
            fax=typed["fax"],
            email=typed["email"],
            representative=typed["representative"],
            invoice_registration=typed["invoice_registration"],
        )

    def _changed(self) -> None:
        if self._head is not None:
            head = self._head
            self.sample.show_layout(
                replace(head, facts=self.facts_typed(head.facts), layout=self.layout_typed())
            )

    def save(self) -> None:
        """Store what is typed; papers drawn from now on follow."""
        self.form.clear_errors()
        ctx, read = self._ctx, self._read
        if read is None:
            return
        layout, facts = self.layout_typed(), FactsTyped(self.facts_typed(read.facts), read.facts)
        work = self.draft.here_alone(lambda: ctx.office.layout.change(ctx.actor, layout, read.layout, facts))
        sent = replace(read, facts=facts.typed, layout=layout)
        background.ask(self, work).with_busy(self._busy).then(lambda _nothing: self._saved(sent)).otherwise(
            lambda error: self._not_saved(error, sent)
        )

    def _saved(self, sent: Letterhead) -> None:
        """The form goes on from what was saved, whether or not the office can be asked about it now."""
        self._read, self._sent = sent, None
        self._begin()
        self.draft.release()
        self.draft.keep_again()
        self.refresh()
        self._ctx.notify(self.tr("Papers are printed like this from now on."))

    def _not_saved(self, error: UserFacingError, sent: Letterhead) -> None:
        if error.may_be_done:
            self._sent = sent
        self._refused(error)

    def _refused(self, error: UserFacingError) -> None:
        if self.draft.asks_twice(error, self._save_again) or self.form.show_invalid(error):
            return
        self._ctx.report_error(error)
        if isinstance(error, ChangedMeanwhile):
            self._read_then(self._mark_changed)

    def _save_again(self) -> None:
        """Save over what was sent from here before, which is what is set now."""
        self._read_then(lambda _head: self.save())

    def _read_then(self, go_on: Callable[[Letterhead], object]) -> None:
        def show(head: Letterhead) -> None:
            self._show(head)
            go_on(head)

        background.ask(self, self._ctx.office.layout.letterhead).with_busy(self._busy).then(show).otherwise(
            self._refused
        )

    def _mark_changed(self, head: Letterhead) -> None:
        """Say at each field what was set meanwhile: who saves again has seen it."""
        read = self._read
        if read is None:
            return
        said = self.tr("“{now}” was saved here meanwhile. Saved again, what is typed takes its place.")
        for name in FACTS:
            now = str(getattr(head.facts, name))
            if now != getattr(read.facts, name):
                self.form.set_error(name, said.format(now=now))
        if head.layout.footer != read.layout.footer:
            self.form.set_error("footer", said.format(now=head.layout.footer))
        if head.layout.seal_titles != read.layout.seal_titles:
            self.form.set_error("seal_titles", said.format(now="・".join(head.layout.seal_titles)))
        self._read = head

    # Qt's overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme.px(BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != direction:
            self._row.setDirection(direction)
