"""The office's own rules: what is in force, reading and acknowledging it, and for owners writing it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.rooms import Room
from hvacdesk.domain.staff.rule_texts import RuleState, RuleVersion
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text
from hvacdesk.ui.language import language
from hvacdesk.ui.printing.showing import draw_pages
from hvacdesk.ui.staff.compare_dialog import CompareDialog
from hvacdesk.ui.staff.rule_form import RuleForm
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.side_by_side import SideBySide
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.text_view import TextView
from hvacdesk.ui.widgets.warning_box import WarningBox
from hvacdesk.ui.wording.rules import rule_chip, version_line


class OfficeRulesTab(QWidget):
    """The texts at the left, the chosen one at the right.

    Signals:
        changed(): something was acknowledged, put in force or withdrawn.
    """

    changed = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._manages = context.office.rules.may_manage(context.actor)
        self._wanted = ""
        self._edit_wanted = ""
        self._chosen: RuleVersion | None = None
        self._holds = False
        """Whether the text that is being read stays while the list changes."""
        self._reader = background.Reader(self)
        self._fresh = Freshness(self, context.changes, frozenset({Room.STAFF}), self._read_meanwhile)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(self._proposals())
        self._empty = EmptyState(
            "book-open",
            self.tr("No rule of the office is in force yet"),
            self.tr("Once a person responsible puts the office's rules in force, you read them here."),
        )
        self._panes = SideBySide(self._listing(), self._detail())
        column.addWidget(self._panes, 1)
        column.addWidget(self._empty, 1)
        self._empty.hide()

    def refresh(self) -> None:
        """Read the texts again."""
        self._fresh.note()
        self._read(self._show)

    def _read_meanwhile(self) -> None:
        self._read(self._show_meanwhile)

    def _read(self, show: Callable[[tuple[RuleVersion, ...]], object]) -> None:
        office, actor = self._context.office, self._context.actor
        self._reader.read(lambda: office.rules.current(actor)).then(show)

    def open_text(self, text: str) -> None:
        """Choose one text once the list is read."""
        self._wanted = text

    def edit_text(self, code: str) -> None:
        """Open the form of a text once the list is read; ``new`` is one that the office has not."""
        self._edit_wanted = code

    # Parts

    def _proposals(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self.note = label("", "muted", wrap=True)
        line.addWidget(self.note, 1)
        self.take_all_button = button(self.tr("Put all proposals in force"), self.take_all, kind="primary")
        self.take_all_button.hide()
        line.addWidget(self.take_all_button)
        return line

    def _listing(self) -> QWidget:
        card = Card()
        self.table = DataTable(self.tr("Office rules"))
        self.table.set_columns(
            [
                Column("title", self.tr("Rule text"), width=190, stretch=3, value=_title),
                Column("state", self.tr("State"), width=84, kind="chip", value=rule_chip),
                Column(
                    "read",
                    self.tr("You read it"),
                    width=96,
                    kind="muted",
                    wide_only=True,
                    value=self._read_on,
                ),
            ]
        )
        self.table.keep_columns(self._context.columns, "office_rules", names_nobody)
        self.table.offer(
            lambda: (
                self.edit_button,
                self.compare_button,
                self.print_button,
                self.force_button,
                self.withdraw_button,
            )
        )
        self.table.current_changed.connect(self._show_text)
        card.body.addWidget(self.table, 1)
        if self._manages:
            self.new_button = button(self.tr("Write another text…"), self.write, icon="plus")
            foot = QHBoxLayout()
            foot.addWidget(self.new_button)
            foot.addStretch(1)
            card.body.addLayout(foot)
        return card

    def _detail(self) -> QWidget:
        card = Card(" ")
        self._heading = card.heading
        self._heading.setWordWrap(True)
        self.about = label("", "muted", wrap=True)
        card.body.addWidget(self.about)
        self.edit_button = button(self.tr("Edit…"), self.edit, icon="pencil")
        self.compare_button = button(self.tr("Compare…"), self.compare)
        self.print_button = button(self.tr("Print"), self.print_text, icon="printer")
        self.force_button = button(self.tr("Put in force…"), self.put_in_force)
        self.withdraw_button = button(self.tr("Withdraw…"), self.withdraw)
        acts = (
            self.edit_button,
            self.compare_button,
            self.print_button,
            self.force_button,
            self.withdraw_button,
        )
        self._acts = FlowRow(acts)
        self.changed_note = WarningBox(
            self.tr("This text was changed meanwhile. What you read is the one from before."),
            action=(self.tr("Show it as it is now"), self.refresh),
        )
        self.changed_note.hide()
        card.body.addWidget(self.changed_note)
        card.body.addWidget(self._acts)
        self.text = TextView(self.tr("The rule text"))
        card.body.addWidget(self.text, 1)
        self.source = label("", "muted", wrap=True)
        card.body.addWidget(self.source)
        self.read_button = button(self.tr("I have read this"), self.acknowledge, kind="primary")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.read_button)
        card.body.addLayout(foot)
        return card

    # Showing

    def _show(self, versions: tuple[RuleVersion, ...]) -> None:
        before = self._chosen
        self.table.set_rows(versions, keep=lambda row: _same(row, before))
        if self._wanted:
            self.table.select(lambda row: row.text == self._wanted)
            self._wanted = ""
        if not self._holds:
            self.table.choose_first()
        self._show_text(self.table.current())
        waiting = sum(one.state is RuleState.PROPOSED for one in versions)
        self.take_all_button.setVisible(waiting > 1)
        self.note.setText(self._note(versions, waiting))
        self._panes.setVisible(bool(versions))
        self._empty.setVisible(not versions)
        if self._edit_wanted:
            code, self._edit_wanted = self._edit_wanted, ""
            self._reopen(code)

    def _show_meanwhile(self, versions: tuple[RuleVersion, ...]) -> None:
        """Show what was changed elsewhere; the text that somebody reads is not put away under their eyes."""
        before = self._chosen
        now = next((row for row in versions if _same(row, before)), None)
        if before is None or (now is not None and (now.title, now.body) == (before.title, before.body)):
            self._show(versions)
            return
        self._holds = True
        self._show(versions)
        self._holds = False
        self._mark_changed(changed=True)

    def _mark_changed(self, *, changed: bool) -> None:
        """Of a text that was changed nothing can be said or done before it is shown."""
        self.changed_note.setVisible(changed)
        self._acts.setVisible(not changed)
        if changed:
            self.read_button.hide()

    def _note(self, versions: tuple[RuleVersion, ...], waiting: int) -> str:
        if waiting:
            return self.tr(
                "The program proposes these texts. Read them, change what does not fit your office, and put "
                "them in force: everybody reads them at their next login."
            )
        unread = any(one.state is RuleState.IN_FORCE and not one.acknowledged_on for one in versions)
        if unread:
            return self.tr("Read the texts that you have not read yet, and say so below each.")
        return self.tr("You have read everything that is in force.") if versions else ""

    def _show_text(self, row: object) -> None:
        if self._holds:
            return
        self._mark_changed(changed=False)
        self._chosen = row if isinstance(row, RuleVersion) else None
        if self._chosen is None:  # a text that was thrown away is not shown on
            for said in (self._heading, self.about, self.source):
                said.clear()
            self.text.show_text("")
            self._acts.hide()
            self.read_button.hide()
            return
        one = self._chosen
        self._heading.setText(one.title_in(language.code))
        self.about.setText(version_line(one))
        self.text.show_text(one.body_in(language.code))
        source = self.tr("After: {source} (read {as_of})")
        self.source.setText(
            source.format(source=one.source, as_of=as_of_text(one.as_of)) if one.source else ""
        )
        self.source.setVisible(bool(one.source))
        in_force = one.state is RuleState.IN_FORCE
        self.read_button.setVisible(in_force and not one.acknowledged_on)
        self.edit_button.setVisible(self._manages)
        self.force_button.setVisible(self._manages and one.state in {RuleState.DRAFT, RuleState.PROPOSED})
        self.withdraw_button.setText(
            self.tr("Throw away…") if one.state is RuleState.DRAFT else self.tr("Withdraw…")
        )
        self.withdraw_button.setVisible(self._manages and one.state in {RuleState.DRAFT, RuleState.IN_FORCE})
        self.compare_button.setVisible(bool(one.text) and (self._manages or one.version > 1))
        self.print_button.setVisible(bool(one.text))

    def _read_on(self, version: RuleVersion) -> str:
        if version.state is not RuleState.IN_FORCE:
            return ""
        return version.acknowledged_on.isoformat() if version.acknowledged_on else self.tr("not yet")

    # Acts

    def acknowledge(self) -> None:
        """Note that the person has read the chosen text."""
        if self._chosen is not None:
            text = self._chosen.text
            self._do(lambda: self._context.office.rules.acknowledge(self._context.actor, text))

    def take_all(self) -> None:
        """Put every proposal in force, after a question."""
        self._ask_in_force(lambda: self._context.office.rules.take_proposals(self._context.actor))

    def put_in_force(self) -> None:
        """Put the chosen draft or proposal in force, after a question."""
        one, rules, actor = self._chosen, self._context.office.rules, self._context.actor
        if one is None:
            return
        if one.text:
            self._ask_in_force(lambda: rules.put_in_force(actor, one.text, one.revision))
        else:
            self._ask_in_force(lambda: rules.take_proposals(actor, one.code))

    def _ask_in_force(self, act: Callable[[], object]) -> None:
        question = Dialog(self.tr("Put in force from today?"), self._context.window)
        question.add_text(
            self.tr(
                "Everybody reads it at their next login and says so. Whoever has not done it after 30 days "
                "cannot show hidden values or export until they have; today's work orders always print."
            )
        )
        question.add_text(self.tr("The yearly training is asked of everybody from then on, too."), "muted")
        question.set_primary(self.tr("Put in force"))
        question.add_secondary(self.tr("Cancel"))
        question.accepted.connect(lambda: self._do(act))
        question.open()

    def withdraw(self) -> None:
        """Withdraw the chosen text, or throw its draft away, after a question."""
        one, rules, actor = self._chosen, self._context.office.rules, self._context.actor
        if one is None or not one.text:
            return
        draft = one.state is RuleState.DRAFT
        question = Dialog(
            self.tr("Throw this draft away?") if draft else self.tr("Withdraw this text?"),
            self._context.window,
        )
        question.add_text(
            self.tr("A version in force stays as it is.")
            if draft
            else self.tr("It is no longer in force, and nobody has to read it. It stays on record.")
        )
        question.set_primary(self.tr("Throw away") if draft else self.tr("Withdraw"))
        question.add_secondary(self.tr("Cancel"))
        question.accepted.connect(
            lambda: self._do(
                lambda: (
                    rules.drop_draft(actor, one.text, one.revision)
                    if draft
                    else rules.withdraw(actor, one.text)
                )
            )
        )
        question.open()

    def write(self) -> None:
        """Write a text that the office has not."""
        self._edit(None)

    def edit(self) -> None:
        """Change the chosen draft, or draft a new version of what is in force."""
        self._edit(self._chosen)

    def compare(self) -> None:
        """The versions of the chosen text side by side."""
        one, office, actor = self._chosen, self._context.office, self._context.actor
        if one is not None:
            background.ask(self, lambda: office.rules.versions(actor, one.code)).then(
                lambda versions: CompareDialog(versions, one, self._context.window).open()
            )

    def print_text(self) -> None:
        """Show the chosen text as it is printed."""
        one, context = self._chosen, self._context
        if one is not None and one.text:
            name = QCoreApplication.translate("OfficeRulesTab", "Rule text {title}").format(title=one.title)
            draw_pages(
                self,
                context,
                lambda: context.office.rules.text_pdf(context.actor, one.text, context.words),
                name,
            )

    def _edit(self, version: RuleVersion | None) -> None:
        form = RuleForm(self._context, version)
        form.saved.connect(self._saved)
        form.open()

    def _reopen(self, code: str) -> None:
        rows = [row for row in self.table.rows() if isinstance(row, RuleVersion)]
        drafts = [row for row in rows if row.code == code and row.state is RuleState.DRAFT]
        others = [row for row in rows if row.code == code]
        self._edit(next(iter(drafts or others), None))

    def _saved(self, text: object) -> None:
        self.open_text(str(text))
        self.refresh()

    def _do(self, act: Callable[[], object]) -> None:
        def done(_result: object) -> None:
            self.refresh()
            self.changed.emit()

        background.ask(self, act).then(done)


def _title(version: RuleVersion) -> str:
    return version.title_in(language.code)


def _same(row: RuleVersion, other: RuleVersion | None) -> bool:
    if other is None:
        return False
    return row.text == other.text if row.text and other.text else row.code == other.code
