"""Registering papers by scanner: choose once what happens with them, then scan one after the other.

Nothing is chosen beforehand: a paper that was filed must not be noted as shredded by one Enter.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QPushButton, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.incidents.incidents import OpenLoss
from hvacdesk.domain.incidents.leak_rules import KIND_NAMES as INCIDENT_KINDS
from hvacdesk.domain.papers.paper_names import SeveralCopies
from hvacdesk.domain.papers.register import RETURN_NAMES, STATE_NAMES, PaperRow, PaperState, kind_text
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.services.papers.work_orders import NeverPrinted, NotHere, check_can_be
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.finder.which_copy import WhichCopyDialog
from hvacdesk.ui.moments import moment_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.form import FormField
from hvacdesk.ui.widgets.scan_field import ScanField
from hvacdesk.ui.widgets.scroll_column import bring_into_sight
from hvacdesk.ui.widgets.text import label, restyle
from hvacdesk.ui.widgets.untaken_scans import UntakenScans
from hvacdesk.ui.wording.papers import paper_chip, what_it_is


class ScanCard(Card):
    """Enter registers; a lost paper is asked about once more.

    Signals:
        registered(row): a paper was registered.

    Attributes:
        chosen_row: what is chosen in the list below; pressing a button here takes it where nothing is typed.
    """

    registered = Signal(object)

    def __init__(self, ctx: DeskContext, room: QWidget) -> None:
        """``room`` is the widget in which the shortcuts hold."""
        super().__init__()
        self._ctx = ctx
        self._picked: PaperRow | None = None
        self._asked_what = False
        self.chosen_row: Callable[[], object] = lambda: None
        row = FlowRow([label(self.tr("The papers are"), "label")])
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(lambda _id: self._pressed())
        self._group.buttonToggled.connect(lambda _made, _on: self._say_what_enter_does())
        self.choices: dict[PaperState, QPushButton] = {}
        for number, (state, phrase) in enumerate(RETURN_NAMES.items(), 1):
            keys, name = f"Alt+{number}", ctx.words(phrase)
            made = button(name if theme.large else f"{name}  {keys}", name=name, tip=keys)
            made.setProperty("kind", "choice")
            made.setCheckable(True)
            made.setAutoExclusive(True)
            self._group.addButton(made)
            self.choices[state] = made
            QShortcut(QKeySequence(keys), room, partial(self.choose, state))
            row.add(made)
        self.body.addWidget(row)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self.code = ScanField(
            self.tr("Code of the paper"), self.tr("Scan the square, or type the number on the paper")
        )
        self.code.returnPressed.connect(self.register)
        line.addWidget(self.code, 1)
        line.addWidget(button(self.tr("Register"), self._press, icon="scan-line"))
        self.body.addLayout(line)
        self.then = label("", "muted", wrap=True)
        self.body.addWidget(self.then)
        self.code.textChanged.connect(lambda _text: self._say_what_enter_does())
        self._say_what_enter_does()
        self.answer = label("", "strong", wrap=True)
        stays = self.answer.sizePolicy()  # the list below stays under the mouse when something is said
        stays.setRetainSizeWhenHidden(True)
        self.answer.setSizePolicy(stays)
        self._say_what_to_do()
        self.body.addWidget(self.answer)
        self.untaken = UntakenScans(self.code)
        self.body.addWidget(self.untaken)

    def choose(self, state: PaperState) -> None:
        """Say what happens with the papers that are scanned next."""
        self.choices[state].setChecked(True)
        self._chosen()

    def _pressed(self) -> None:
        """Somebody pressed what happens with the papers, who may mean the one chosen in the list."""
        self._chosen()
        self._pick_chosen()

    def _press(self) -> None:
        """Take the chosen paper of the list where nothing is typed, as a double click does; else register.

        A scanner's own Enter does not: it would be about a paper that nobody holds.
        """
        if not self._pick_chosen():
            self.register()

    def _pick_chosen(self) -> bool:
        row = self.chosen_row()
        if self.code.text().strip() or not isinstance(row, PaperRow):
            return False
        self.pick(row)
        return True

    def _chosen(self) -> None:
        if self._asked_what:
            self._say_what_to_do()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Be ready for the scanner."""
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def state(self) -> PaperState | None:
        """What happens with the papers; None until somebody has said it."""
        return next((state for state, made in self.choices.items() if made.isChecked()), None)

    def register(self) -> None:
        """Register the paper whose code is in the field; a lost one is asked about once more."""
        code = self.code.text().strip()
        if not code:
            self.say(self.tr("First scan a paper, type its number, or double-click it in the list."), "warn")
            self.take_keyboard()
            return
        if self.state is None:
            self.say(self.tr("First choose what happened to the papers. Nothing is registered yet."), "warn")
            self._asked_what = True
            next(iter(self.choices.values())).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.untaken.scanned_again(code)
        picked = self._picked
        self._take(picked.paper if picked is not None and picked.number == code else code, self.state)

    def pick(self, row: PaperRow) -> None:
        """Put the number of a paper of the list into the field, and say which paper that is."""
        self._picked = row
        self.code.setText(row.number)
        words = self._ctx.words
        parts = (row.number, what_it_is(row, words), row.name.text, paper_chip(row, words).text)
        self.say("  ".join(filter(None, parts)), "")
        self.take_keyboard()
        self.code.selectAll()  # whoever scans another paper instead means that one
        bring_into_sight(self.answer)

    def another_chosen(self, row: object) -> None:
        """Empty the field of what was picked, once another row of the list is chosen.

        A list in which none is chosen, such as one that does not reach to that paper, says nothing of it.
        """
        picked = self._picked
        if picked is not None and isinstance(row, PaperRow) and row.paper != picked.paper:
            self.let_go()

    def let_go(self) -> None:
        """Empty the field of what was picked; what somebody typed stays."""
        picked, self._picked = self._picked, None
        if picked is not None and self.code.text().strip() == picked.number:
            self.code.clear()
            self._say_what_to_do()

    def _take(self, code: str, state: PaperState, *, overrule: PaperState | None = None) -> None:
        if state is not PaperState.LOST:
            self._register(code, state, overrule=overrule)
            return
        ctx = self._ctx
        background.ask(
            self,
            lambda: (
                ctx.office.papers.find(ctx.actor, code),
                ctx.office.papers.losses.open(ctx.actor),
            ),
        ).then(lambda found: self._ask_about_loss(*found, overrule=overrule)).otherwise(
            lambda error: self._failed(error, state)
        )

    def _ask_about_the_register(self, code: str, error: NotHere, state: PaperState) -> None:
        """By the register there is no such paper; whoever has it in the hand knows better."""
        name = self._ctx.words(RETURN_NAMES[state])
        if isinstance(error, NeverPrinted):
            title = self.tr("Did {number} come out of the printer?")
            text = self.tr(
                "In the register it is “Not printed”. If it is on paper all the same, “{state}” is "
                "registered now. If there is no such paper, there is nothing to register."
            )
            yes, no = self.tr("It is on paper"), self.tr("There is no such paper")
            stays = self.tr("{number} stays “Not printed”.")
        else:
            title = self.tr("Was {number} not shredded after all?")
            text = self.tr(
                "In the register it is “Shredded”. Look at the number on the paper. If it is this one, "
                "“{state}” is registered now, and the log keeps both."
            )
            yes, no = self.tr("It was not shredded"), self.tr("It is another paper")
            stays = self.tr("{number} stays “Shredded”.")
        question = Dialog(title.format(number=error.number), self)
        question.add_text(text.format(state=name))
        question.accepted.connect(lambda: self._take(code, state, overrule=PaperState(error.state)))
        question.rejected.connect(lambda: self._not_registered(stays.format(number=error.number)))
        question.set_primary(no, question.reject)
        question.add_secondary(yes, question.accept)
        self.untaken.watch(question)
        question.open()

    def _not_registered(self, said: str) -> None:
        self.say(said, "")
        self.code.selectAll()
        self.take_keyboard()

    def _ask_about_loss(
        self, row: PaperRow, known: tuple[OpenLoss, ...], *, overrule: PaperState | None
    ) -> None:
        """Once more, by its number, and to which of the open incidents it belongs, if there is one."""
        try:
            check_can_be(row.state, PaperState.LOST, row.number, overrule)
        except NotHere as error:
            self._ask_about_the_register(row.paper, error, PaperState.LOST)
            return
        question = Dialog(self.tr("Register {number} as lost?").format(number=row.number), self)
        question.add_text(kind_text(row, self._ctx.words))
        question.add_text(
            self.tr(
                "It carries a customer's data. The loss stays on the page “Today” until a person "
                "responsible works on it."
            )
        )
        part_of = QComboBox()
        part_of.addItem(self.tr("A new incident"), "")
        for one in known:
            name = "  ".join((one.number, self._ctx.words(INCIDENT_KINDS[one.kind]), "・".join(one.papers)))
            part_of.addItem(name.strip(), one.incident)
        if known:
            question.body.addWidget(FormField(self.tr("It belongs to"), part_of))
        question.accepted.connect(
            lambda: self._register(row.paper, PaperState.LOST, str(part_of.currentData()), overrule=overrule)
        )
        question.set_primary(self.tr("Register as lost"))
        question.add_secondary(self.tr("Cancel"))
        self.untaken.watch(question)
        question.open()

    def _register(
        self, code: str, state: PaperState, part_of: str = "", *, overrule: PaperState | None = None
    ) -> None:
        ctx = self._ctx
        background.ask(
            self,
            lambda: ctx.office.papers.register_return(
                ctx.actor, code, state, part_of=part_of, overrule=overrule
            ),
        ).then(self._done).otherwise(lambda error: self._failed(error, state, code))

    def _done(self, row: PaperRow) -> None:
        words = self._ctx.words
        name = f"{row.number}  {kind_text(row, words)}"
        said = self.tr("{number}: {state}") if row.known_at else self.tr("Registered: {number}: {state}")
        said = said.format(number=name, state=words(_said_of(row)))
        if row.known_at:
            known = self.tr("This was registered already, {at}, by {who}. Nothing was changed.")
            at = moment_text(row.known_at, self._ctx.today())
            said += "  " + known.format(at=at, who=row.known_by or self.tr("somebody"))
        if row.found_for:
            note = self.tr("An incident is about this paper: {numbers}. It is noted there as found.")
            said += "  " + note.format(numbers="・".join(row.found_for))
        self.say(said, "warn" if row.found_for or row.known_at else "good")
        if row.state is PaperState.LOST:
            self._choose_nothing()
        self.code.clear()
        self.take_keyboard()
        self.registered.emit(row)

    def _choose_nothing(self) -> None:
        """As at the start.

        After a loss the next paper is most often one that is here, and who comes back to the page later does
        something else than before.
        """
        self._group.setExclusive(False)
        for made in self.choices.values():
            made.setChecked(False)
        self._group.setExclusive(True)

    def _failed(self, error: UserFacingError, state: PaperState, code: str = "") -> None:
        if isinstance(error, NotHere):
            self._ask_about_the_register(code, error, state)
            return
        if isinstance(error, SeveralCopies):
            which = WhichCopyDialog(
                error.papers,
                self._ctx.words,
                lambda picked: self._take(picked[0].paper, state),
                self,
            )
            self.untaken.watch(which)
            which.open()
            return
        self.say(error.in_short(self._ctx.words), "bad")
        self.code.selectAll()
        self.take_keyboard()

    def _say_what_enter_does(self) -> None:
        """A choice with a code under it looks like something done, and is not before Enter."""
        code, state = self.code.text().strip(), self.state
        if state is None:
            said = self.tr(
                "Choose above first: until then Enter, which a scanner types by itself, registers nothing."
            )
        elif state is PaperState.LOST:
            said = (
                self.tr("Not registered yet: Enter asks whether {code} is lost.")
                if code
                else self.tr("Of what is scanned next it is asked whether it is lost.")
            )
        elif code:
            said = self.tr("Not registered yet: Enter registers {code} as “{state}”.")
        else:
            said = self.tr("What is scanned next is registered as “{state}”.")
        name = self._ctx.words(RETURN_NAMES[state]) if state is not None else ""
        self.then.setText(said.format(code=code, state=name))
        self.then.setProperty("role", "strong" if code else "muted")
        self.then.setProperty("tone", "warn" if code else "")
        restyle(self.then)

    def _say_what_to_do(self) -> None:
        self.say("", "")

    def forget_refusal(self) -> None:
        """Something was done otherwise: what was refused before is past."""
        if self.answer.property("tone") in ("warn", "bad"):
            self._say_what_to_do()

    def say(self, text: str, tone: str) -> None:
        """Answer under the field."""
        self._asked_what = False
        self.answer.setText(text)
        self.answer.setVisible(bool(text))
        self.answer.setProperty("tone", tone)
        restyle(self.answer)

    # Qt's overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # another page is shown; the window was not only put aside
            self._choose_nothing()
            self.untaken.forget()


def _said_of(row: PaperRow) -> Phrase:
    """As the choices call it; a copy of a work order that went back to the customer is handed over."""
    return RETURN_NAMES.get(row.state, STATE_NAMES[row.state])
