"""Step 2: for each customer, destroy, reduce, keep or hold; with every reason on request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QWidget

from hvacdesk.domain.disposal.disposal import DECISION_NAMES, BatchState, Decision, Review, ReviewRow
from hvacdesk.domain.errors import Missing, UserFacingError
from hvacdesk.domain.retention.retention import STANDING_NAMES, Standing
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.text.text_forms import fold
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.services.disposal.errors import DecidedMeanwhile
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text, qt_day
from hvacdesk.ui.disposal.reasons_dialog import hold_text
from hvacdesk.ui.disposal.review_table import ReviewTable, whole_reason
from hvacdesk.ui.disposal.step import Step, call_notes_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.folding_row import FoldingRow
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.search_box import SearchBox
from hvacdesk.ui.widgets.text import label

LISTED = (Standing.DUE, Standing.REDUCIBLE, Standing.UNDECIDABLE, Standing.ON_HOLD)
BLOCKED, RULE = "blocked", "rule:"


class DecideStep(Step):
    """The list of customers whose data is due, reducible, undecidable or on hold.

    Signals:
        decided(rows): decisions were made; these are the rows of everybody on the list now.
        outdated: somebody else decided since the list was read.
    """

    decided = Signal(object)
    outdated = Signal()

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.title = self.tr("Decide")
        self.next_text = self.tr("Next: paper")
        self._batch = ""
        self._rows: tuple[ReviewRow, ...] = ()
        self._groups: tuple[tuple[str, str], ...] = ()
        self.table = ReviewTable(context, self.tr("Customers to decide about"), "disposal_decisions")
        self._nothing = EmptyState(
            "check",
            self.tr("Nothing to do this month"),
            self.tr("Nobody's data are due, and nothing waits to be decided. You can close the check here."),
        )
        self.body.addWidget(self._nothing, 1)
        card = Card(padding=1 if theme.large else 16)  # as registers have it
        filters, actions = _part(self._filters()), _part(self._actions())
        self._when_there_is_something = (filters, card, actions)
        self.body.addWidget(filters)
        self.table.current_changed.connect(self._enable)
        self.table.offer(lambda: (self._destroy, self._reduce, self._keep, self._hold, self._why))
        card.body.addWidget(self.table, 1)
        self.reason = label("", "muted", wrap=True)
        card.body.addWidget(self.reason)
        self.body.addWidget(card, 1)
        self._busy = Busy(self.tr("Deciding"), cancellable=False)
        self.body.addWidget(self._busy)
        self.body.addWidget(actions)

    def show_batch(self, review: Review) -> None:
        another, self._batch = review.batch != self._batch, review.batch
        chosen = self.table.current()
        customer = chosen.customer if isinstance(chosen, ReviewRow) and not another else ""
        self._rows = review.rows
        self._nothing.setVisible(self.has_nothing(review))
        for part in self._when_there_is_something:
            part.setVisible(not self.has_nothing(review))
        self._offer_groups()
        self._show_rows(customer)
        if another:
            self.table.select_first()  # where the last batch was left says nothing about this one
            self.table.scrollToTop()

    def first(self) -> QWidget:
        return self.table

    def _filters(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self.search = SearchBox(self.tr("Number or family name"), self.table.enter)
        self.search.setMinimumWidth(theme.px(220))
        self.search.searched.connect(lambda _text: self._narrow())
        self.standing = QComboBox()
        self.standing.setAccessibleName(self.tr("Show"))
        self.standing.addItem(self.tr("Everybody listed"), "")
        for standing in LISTED:
            self.standing.addItem(self.context.words(STANDING_NAMES[standing]), standing.value)
        self.standing.currentIndexChanged.connect(lambda _at: self._narrow())
        self.group = QComboBox()
        self.group.setAccessibleName(self.tr("Group"))
        self.group.setMinimumContentsLength(14)
        self.group.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.group.currentIndexChanged.connect(lambda _at: self._narrow())
        self.shown = label("", "muted")
        line.addWidget(self.search, 1)
        narrowing, low = FlowRow((self.standing, self.group)), FoldingRow()
        low.narrow_with(narrowing)  # in its menu where large text leaves the table little height
        for part in (narrowing, self.shown, low):
            line.addWidget(part)
        return line

    def _offer_groups(self) -> None:
        """The rules that are somebody's reason, those with the most customers first, and who is blocked."""
        words = self.context.words
        counts = Counter((row.verdict.reasons[0].rule, row.verdict.reasons[0].title) for row in self._rows)
        groups = [(BLOCKED, self.tr("Something is still open"))] if any(map(_blocked, self._rows)) else []
        groups += [(f"{RULE}{rule}", words(title)) for (rule, title), _ in counts.most_common()]
        if tuple(groups) == self._groups:
            return
        self._groups = tuple(groups)
        chosen = self.group.currentData()
        self.group.blockSignals(True)
        self.group.clear()
        self.group.addItem(self.tr("Every reason"), "")
        for code, name in groups:
            self.group.addItem(name, code)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        self.group.blockSignals(False)

    def _show_rows(self, customer: str = "") -> None:
        """Show those who match search and choice; what was decided about the others stays.

        Whose customer left the list has none chosen: the next key is not about another one.
        """
        text, standing = fold(self.search.whole_text()), self.standing.currentData()
        group = self.group.currentData() or ""
        rows = tuple(
            row
            for row in self._rows
            if (not standing or row.verdict.standing == standing)
            and _belongs(row, group)
            and (not text or text in fold(f"{row.number} {row.name.text}"))
        )
        self.table.set_rows(rows, keep=lambda row: row.customer == customer)
        self.shown.setText(
            self.tr("{shown} of {all}").format(shown=f"{len(rows):,}", all=f"{len(self._rows):,}")
        )

    def _narrow(self) -> None:
        self._show_rows()
        self.table.select_first(keyboard=False)

    def sentence(self, review: Review) -> str:
        if self.has_nothing(review):
            return self.tr("Nobody's data are due. Look again next month; nothing is left to do here.")
        count = review.chosen(Decision.DESTROY)
        texts = [
            self.tr("%n customer(s) chosen to be destroyed. Nothing has been destroyed yet.", None, count)
        ]
        if reduced := review.chosen(Decision.REDUCE):
            texts.append(self.tr("%n customer(s) chosen to be reduced to the ledger.", None, reduced))
        if review.call_notes:
            texts.append(call_notes_text(review.call_notes))
        texts.append(self.tr("Another person responsible approves."))
        return in_a_row(*texts)

    def has_nothing(self, review: Review) -> bool:
        return review.state is BatchState.DRAFT and not review.rows and not review.call_notes

    def may_go_on(self, review: Review) -> bool:
        return review.number_to_type > 0

    def _actions(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        selected = label(self.tr("Selected customer:"), "muted")
        self._destroy = button(self.tr("Destroy (D)"), lambda: self._decide(Decision.DESTROY))
        self._reduce = button(self.tr("Reduce (R)"), lambda: self._decide(Decision.REDUCE))
        self._reduce.setToolTip(self.tr("Destroys what no law needs any longer and keeps the rest."))
        self._keep = button(self.tr("Keep (K)"), lambda: self._decide(Decision.KEEP))
        self._hold = button(self.tr("Hold… (H)"), self._ask_hold)
        self._why = button(self.tr("Why? (Enter)"), self._show_current_reasons, kind="link")
        own = (selected, self._destroy, self._reduce, self._keep, self._hold, self._why)
        line.addWidget(FlowRow(own), 1)
        self.all_button = button(self.tr("All shown…"), self._offer_all, icon="ellipsis")
        line.addWidget(self.all_button)
        for key, slot in (
            ("D", lambda: self._decide(Decision.DESTROY)),
            ("R", lambda: self._decide(Decision.REDUCE)),
            ("K", lambda: self._decide(Decision.KEEP)),
            ("H", self._ask_hold),
        ):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        return line

    def _enable(self, row: ReviewRow | None) -> None:
        self.reason.setText(whole_reason(row, self.context.words))
        standing = None if row is None or row.blockers else row.verdict.standing
        self._destroy.setEnabled(standing is Standing.DUE)
        self._reduce.setEnabled(standing is Standing.REDUCIBLE)
        for one in (self._keep, self._why):
            one.setEnabled(row is not None)
        may_hold = self.context.actor.may(Permission.HOLD_DISPOSAL)
        self._hold.setEnabled(row is not None and may_hold)
        self._hold.setToolTip("" if may_hold else self.tr("Only the person responsible can hold a disposal."))

    def _decide(self, decision: Decision) -> None:
        row = self.table.current()
        if not isinstance(row, ReviewRow):
            return
        if decision is Decision.DESTROY and not self._destroy.isEnabled():
            said = self.tr("{number} cannot be destroyed now: see the reason.")
            self.context.notify(said.format(number=row.number))
            return
        if decision is Decision.REDUCE and not self._reduce.isEnabled():
            said = self.tr("Nothing of {number} can go before the rest: see the reason.")
            self.context.notify(said.format(number=row.number))
            return
        may_lift = self.context.actor.may(Permission.HOLD_DISPOSAL)
        if decision is Decision.KEEP and row.hold_reason and may_lift:
            self._ask_lift(row)
        else:
            self._save(row, decision)

    def _ask_lift(self, row: ReviewRow) -> None:
        """Who is on hold is kept already; to press *Keep* is a slip more often than it is meant."""
        title = self.tr("Lift the hold of {name} ({number})?")
        question = Dialog(title.format(name=row.name.text, number=row.number), self)
        question.add_text(hold_text(row))
        question.add_text(
            self.tr("The data are kept while the hold lasts. If it is lifted, its reason and its day go too.")
        )

        def lift() -> None:
            question.accept()
            self._save(row, Decision.KEEP)

        question.set_primary(self.tr("Leave on hold"), question.reject)
        question.add_secondary(self.tr("Lift the hold"), lift)
        question.open()

    def _save(self, row: ReviewRow, decision: Decision) -> None:
        office, actor, batch = self.context.office, self.context.actor, self._batch

        def work() -> tuple[ReviewRow, ...]:
            office.disposal.reviews.decide(actor, batch, row.customer, decision, shown=row.decided)
            return office.disposal.reviews.rows(actor, batch, [row.customer])

        background.ask(self, work).then(self._decided).otherwise(self._refused)

    def _offer_all(self) -> None:
        """Show the menu of decisions about everybody whom the filters leave."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("All shown…"))
        for decision in (Decision.DESTROY, Decision.REDUCE, Decision.KEEP):
            menu.addAction(self._all_text(decision), partial(self.decide_all, decision))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.all_button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _all_text(self, decision: Decision) -> str:
        count = len(self.table.rows())
        match decision:
            case Decision.DESTROY:
                return self.tr("Destroy all %n shown that may be destroyed", None, count)
            case Decision.REDUCE:
                return self.tr("Reduce all %n shown that may be reduced", None, count)
            case _:
                return self.tr("Keep all %n shown that are not on hold", None, count)

    def decide_all(self, decision: Decision) -> None:
        """Decide the same about everybody whom the filters leave and for whom it is allowed."""
        office, actor, batch = self.context.office, self.context.actor, self._batch
        shown = {row.customer: row.decided for row in self.table.rows() if isinstance(row, ReviewRow)}
        background.ask(
            self, lambda: office.disposal.reviews.decide_all(actor, batch, shown, decision)
        ).with_busy(self._busy).then(self._decided).otherwise(self._refused)

    def _refused(self, error: UserFacingError) -> None:
        if isinstance(error, DecidedMeanwhile):
            self.outdated.emit()
        show_error(self, error)

    def _decided(self, rows: tuple[ReviewRow, ...]) -> None:
        """Show what was decided without reading everybody again; the wizard learns of it."""
        new = {row.customer: row for row in rows}
        self._rows = tuple(new.get(row.customer, row) for row in self._rows)
        self.decided.emit(self._rows)
        current = self.table.current()
        self._offer_groups()
        self._show_rows(current.customer if isinstance(current, ReviewRow) else "")

    def _ask_hold(self) -> None:
        row = self.table.current()
        if not isinstance(row, ReviewRow) or not self._hold.isEnabled():
            return
        form = HoldDialog(self.context, self._batch, row)
        form.saved.connect(self._decided)
        form.open()

    def hold(self, customer: str) -> None:
        """Ask why a customer's disposal is put off, as a stored draft asks."""
        if self.table.select(lambda row: row.customer == customer):
            self._ask_hold()

    def _show_current_reasons(self) -> None:
        self.table.show_reasons(self.table.current())


def _blocked(row: ReviewRow) -> bool:
    return bool(row.blockers)


def _belongs(row: ReviewRow, group: str) -> bool:
    """Whether a row belongs to a group: those whom something blocks, or those with the same rule."""
    if not group:
        return True
    return _blocked(row) if group == BLOCKED else group == f"{RULE}{row.verdict.reasons[0].rule}"


DEFAULT_MONTHS = 6


def _part(layout: QHBoxLayout) -> QWidget:
    """A row that can be hidden as a whole."""
    made = QWidget()
    made.setProperty("role", "clear")
    layout.setContentsMargins(0, 0, 0, 0)
    made.setLayout(layout)
    return made


class HoldDialog(FormDialog):
    """Puts one customer's disposal off; both fields are required.

    Attributes:
        reason: erased with the customer, so that it may say what it is about.
    """

    def __init__(self, ctx: DeskContext, batch: str, row: ReviewRow) -> None:
        """``saved`` gives the customer's row as it is then."""
        title = QCoreApplication.translate("HoldDialog", "Hold the disposal of {name} ({number})")
        super().__init__(ctx, title.format(name=row.name.text, number=row.number), width=440)
        self._batch, self._row, customer = batch, row, row.customer
        self.so_far = label("", "muted", wrap=True)
        self.form.column.addWidget(self.so_far)
        self._show_so_far()
        self.reason = self.form.add("hold_reason", self.tr("Reason"), QLineEdit(), required=True)
        self.reason.setMaxLength(200)
        self.until = self.form.add("hold_until", self.tr("Hold until"), DateField(ctx.today()), required=True)
        today = ctx.today()
        months_on = qt_day(today).addMonths(DEFAULT_MONTHS)
        self.until.set_iso(months_on.toString(Qt.DateFormat.ISODate))
        if self.primary is not None:
            self.primary.setText(self.tr("Hold"))
            self.primary.setEnabled(False)
        self.reason.textChanged.connect(self._arm)
        self.form.column.addStretch(1)
        self.fit(500, 420)
        self.watch()
        self.keep_draft("hold", customer, "disposal", batch=batch, hold=customer)
        self.reason.setFocus()

    def _show_so_far(self) -> None:
        """What the hold takes the place of."""
        row = self._row
        text = self.ctx.words(DECISION_NAMES[row.decision])
        if row.hold_reason:
            text = hold_text(row)
        self.so_far.setText(self.tr("So far: {decision}").format(decision=text))

    def ask_about(self, error: UserFacingError) -> bool:
        """Show what somebody else decided meanwhile; the next *Hold* takes the place of that."""
        if isinstance(error, DecidedMeanwhile):
            reviews, actor = self.ctx.office.disposal.reviews, self.ctx.actor
            batch, customer = self._batch, self._row.customer
            background.ask(self, lambda: reviews.rows(actor, batch, [customer])).then(self._take_over)
        return False

    def _take_over(self, rows: tuple[ReviewRow, ...]) -> None:
        for row in rows:
            self._row = row
            self._show_so_far()

    def _arm(self, text: str) -> None:
        if self.primary is not None:
            self.primary.setEnabled(bool(text.strip()))

    def said_of_save(self) -> str:
        said = self.tr("The disposal of {name} ({number}) is on hold until {until}.")
        row, until = self._row, day_text(self.until.iso("hold_until"))
        return said.format(name=row.name.text, number=row.number, until=until)

    def collect(self) -> Callable[[], object]:
        reviews, actor = self.ctx.office.disposal.reviews, self.ctx.actor
        batch, customer, shown = self._batch, self._row.customer, self._row.decided
        reason, until = self.reason.text().strip(), self.until.iso("hold_until")
        if not until:
            raise Missing("hold_until")

        def work() -> tuple[ReviewRow, ...]:
            reviews.decide(
                actor, batch, customer, Decision.HOLD, shown=shown, hold_reason=reason, hold_until=until
            )
            return reviews.rows(actor, batch, [customer])

        return work
