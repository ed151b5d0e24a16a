"""The booking form: who, where, what, when, by whom, for how much."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from hvacdesk.domain.calendar.dispatch import Placement
from hvacdesk.domain.calendar.slots import Slot
from hvacdesk.domain.errors import Missing
from hvacdesk.domain.fields import TextKind
from hvacdesk.domain.jobs.job_fields import JOB_FIELDS
from hvacdesk.domain.jobs.jobs import (
    WORK_ITEM_NAMES,
    WORK_KIND_NAMES,
    JobDetail,
    JobField,
    JobRecord,
    Party,
    WorkItem,
    WorkKind,
)
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.jobs.item_fields import ItemFields
from hvacdesk.ui.jobs.party_fields import PartyFields
from hvacdesk.ui.jobs.site_choice import SiteChoice
from hvacdesk.ui.printing.former_day import FormerDay
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.choices import code_choice
from hvacdesk.ui.widgets.clash_note import ClashNote
from hvacdesk.ui.widgets.firm_field import FirmField, offer_firms
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.money_field import money_field
from hvacdesk.ui.widgets.numbers import number_of
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.past_question import past_question
from hvacdesk.ui.widgets.save_question import SaveQuestion
from hvacdesk.ui.widgets.shown_fields import Shown
from hvacdesk.ui.widgets.slot_fields import SlotFields
from hvacdesk.ui.widgets.text import label

LINES = tuple(one.key.value for one in JOB_FIELDS.texts_of(TextKind.LINE, TextKind.CODE))
PROSE = tuple(one.key.value for one in JOB_FIELDS.texts_of(TextKind.PROSE))
EDITS = (*LINES, "amount_to_collect")
STAFF_COLUMNS = 3


class JobForm(FormDialog):
    """Book a job for a customer, or change one. ``saved`` carries the job's record id.

    Args:
        parties: record id and shown name of those who play a part; the requester at least.
        kind: the work that a new job begins with.
        job: record id, version and record of the job to change; None books a new one.
        lacks_price: whether it is opened for what it comes to, without which it cannot be billed.
    """

    takes_statement = True

    def __init__(
        self,
        ctx: DeskContext,
        parties: dict[Party, tuple[str, str]],
        job: tuple[str, int, JobRecord] | None = None,
        *,
        number: str = "",
        kind: WorkKind | None = None,
        on: str = "",
        lacks_price: bool = False,
    ) -> None:
        title = (
            QCoreApplication.translate("JobForm", "Book a job")
            if job is None
            else QCoreApplication.translate("JobForm", "Change job {number}")
        )
        super().__init__(ctx, title.format(number=number), width=680)
        self._job = job
        self._requester = parties[Party.REQUESTER][0]
        record = job[2] if job else JobRecord("", kind or WorkKind.INSTALL, {}, on=on)
        self._record = record
        self._former: FormerDay | None = None
        column = self.form.column
        self.requester = label(parties[Party.REQUESTER][1], "heading", wrap=True)
        column.addWidget(self.requester)  # the people are further down, out of sight on a small screen
        self.kind = code_choice(ctx.words, WORK_KIND_NAMES)
        self.kind.setCurrentIndex(self.kind.findData(record.work_kind.value))
        self.form.add("work_kind", self.tr("Work"), self.kind)
        self.items = ItemFields(ctx, record.items)
        printed = self.tr("Printed on every copy but the customer's. Name no person here.")
        for item, told in self.items.told.items():
            self.form.add(f"items.{item.value}", ctx.words(WORK_ITEM_NAMES[item]), told, hint=printed)
        self.slot = SlotFields(self.form, ctx.today(), record.on, record.starts, record.ends)
        self._add_staff(record)
        self.clashes = ClashNote(ctx, self._placement, job[0] if job else "")
        self.slot.edited.connect(self.clashes.seek)
        column.addWidget(self.clashes)
        self.place = SiteChoice(ctx, self._requester, record.site, record.units)
        self._add_under_heading("site", self.tr("Site and units"), self.place)
        self.form.begin_section(self.tr("People"))
        self.parties = PartyFields(ctx, parties, record.contact)
        column.addWidget(self.parties)
        self._add_under_heading("items", self.tr("Standard and additional work"), self.items)
        self.items.sum_wanted.connect(lambda yen: self.edits["amount_to_collect"].setText(f"{yen:,}"))
        self.form.begin_section(self.tr("Money and client"))
        self._add_money(record)
        self.prose: dict[str, QPlainTextEdit] = {}
        not_printed = self.tr(
            "Not printed on any copy of the work order. A fault that is reported goes under “What the "
            "customer reports”, and what else the technician must know under the customer's cautions: those "
            "are printed on the technician's copy."
        )
        for key in PROSE:
            edit = self.prose[key] = QPlainTextEdit(getattr(record, key))
            edit.setTabChangesFocus(True)
            edit.setFixedHeight(theme.px(84))
            self.form.add(key, self._name(key), edit, hint=not_printed)
        column.addStretch(1)
        if job is None:
            self.keep_draft(
                "job", f"new-{self._requester}", "customers", customer=self._requester, book="yes"
            )
        else:
            self.keep_draft("job", job[0], "schedule", job=job[0], edit="yes")
        self.fit(760, 800)
        self.kind.setFocus()
        if lacks_price:
            self.form.set_error(
                "amount_to_collect",
                self.tr("A price is missing. Enter here what the whole work comes to, tax included."),
            )
            self._scroll.verticalScrollBar().rangeChanged.connect(lambda *_range: self._keep_price_in_sight())
        # Last, and beside the open form: nobody waits for these lists before typing.
        background.ask(self, lambda: ctx.office.jobs.staff(ctx.actor)).then(self._show_staff)
        background.ask(self, lambda: ctx.office.prices.listed(ctx.actor)).then(self.items.set_prices)
        offer_firms(ctx, self, self.partner, self.client)

    def offer_report(self, text: str) -> None:
        """Put what the customer said on the phone where it belongs, unless something is written there."""
        told = self.items.told[WorkItem.REPORTED]
        if not told.text().strip():
            told.setText(" ".join(text.split()))
            told.setCursorPosition(0)

    def _keep_price_in_sight(self) -> None:
        """Sites, staff and prices are read meanwhile and need room above it."""
        price = self.form.fields["amount_to_collect"]
        if price.control.hasFocus():
            self._scroll.ensureWidgetVisible(price, 0, theme.px(24))

    def _add_under_heading(self, key: str, title: str, control: QWidget) -> None:
        self.form.begin_section(title)
        self.form.add(key, title, control)
        self.form.fields[key].label.hide()

    def _add_staff(self, record: JobRecord) -> None:
        self.staff: dict[str, QCheckBox] = {}
        self._staff_wanted = list(record.staff)
        place = QWidget()
        self._staff_grid = QGridLayout(place)
        self._staff_grid.setContentsMargins(0, 0, 0, 0)
        self.form.add("staff", self.tr("Staff"), place)
        self.edits = {"partner_firm": QLineEdit(record.partner_firm)}
        self.form.add("partner_firm", self._name("partner_firm"), self.edits["partner_firm"])
        self.partner = FirmField(self, "partner_firm")

    def _name(self, key: str) -> str:
        return self.ctx.words(JOB_FIELDS[JobField(key)].label)

    def _add_money(self, record: JobRecord) -> None:
        amount = "" if record.amount_to_collect is None else f"{record.amount_to_collect:,}"
        names = {"amount_to_collect": (self.tr("Amount, tax included (yen)"), amount)}
        names |= {key: (self._name(key), getattr(record, key)) for key in LINES if key not in self.edits}
        fields = []
        for key, (name, text) in names.items():
            self.edits[key] = money_field(text) if key == "amount_to_collect" else QLineEdit(text)
            fields.append((self.form.field(key, name, self.edits[key]), 1))
        self.form.column.addLayout(side_by_side(*fields))
        self.client = FirmField(self, "client_contractor", as_client=True)
        told = self.tr(
            "The amount is what was agreed on for the whole work: it is collected at the site, and billed to "
            "customers who pay otherwise."
        )
        self.form.column.addWidget(label(told, "muted", wrap=True))
        self.new_housing = QCheckBox(self.tr("New housing: its papers are kept for longer"))
        self.new_housing.setChecked(record.new_housing)
        self.form.column.addWidget(self.new_housing)

    def _show_staff(self, members: tuple[StaffMember, ...]) -> None:
        self.clashes.names = {member.account: member.name for member in members}
        for number, member in enumerate(members):
            box = QCheckBox(member.name)
            box.setChecked(member.account in self._staff_wanted)
            box.toggled.connect(self.clashes.seek)
            self.staff[member.account] = box
            self._staff_grid.addWidget(box, number // STAFF_COLUMNS, number % STAFF_COLUMNS)
        if self.clashes.clashes:  # said before the names were there
            self.clashes.seek()
        if not members:
            self._staff_grid.addWidget(label(self.tr("Nobody can be assigned yet."), "muted"), 0, 0)

    def _chosen_staff(self) -> tuple[str, ...]:
        if not self.staff:
            return tuple(self._staff_wanted)
        return tuple(account for account, box in self.staff.items() if box.isChecked())

    def _placement(self) -> Placement:
        return Placement(self.slot.slot(), self._chosen_staff(), self.edits["partner_firm"].text().strip())

    # Saving

    def record(self) -> JobRecord:
        """The job as it is typed in the form. Raises :class:`InvalidInput`."""
        slot = self.slot.slot()
        amount = number_of(self.edits["amount_to_collect"].text(), int, "amount_to_collect")
        texts: dict[str, Any] = {key: self.edits[key].text().strip() for key in LINES}
        texts |= {key: edit.toPlainText().strip() for key, edit in self.prose.items()}
        return JobRecord(
            site=self.place.site,
            work_kind=WorkKind(self.kind.currentData()),
            parties={**self.parties.parties(), Party.REQUESTER: self._requester},
            on=slot.on,
            starts=slot.starts,
            ends=slot.ends,
            staff=self._chosen_staff(),
            units=self.place.units(),
            items=self.items.items(),
            amount_to_collect=amount,
            new_housing=self.new_housing.isChecked(),
            contact=self.parties.contact,
            **texts,
        )

    def said_of_save(self) -> str:
        return self.tr("The job is booked.") if self._job is None else ""

    def collect(self) -> Callable[[], object]:
        record, ctx, job, allow = self.record(), self.ctx, self._job, self.number_allowed
        if not record.site:
            raise Missing("site")
        if job is None:
            return lambda: ctx.office.jobs.add(ctx.actor, record, allow_number=allow)

        def change() -> str:
            ctx.office.jobs.change(ctx.actor, job[0], job[1], record, allow_number=allow)
            return job[0]

        before, after = (Slot(one.on, one.starts, one.ends) for one in (self._record, record))
        self._former = former = FormerDay(ctx, job[0], before, after)
        return lambda: former.counted(change)

    def said_once_saved(self, said: str) -> str:
        return self._former.said() if self._former is not None and self._former.count else said

    def present(self) -> Present | None:
        ctx, job = self.ctx, self._job
        if job is None:
            return None

        def read() -> tuple[JobDetail, JobRecord]:
            jobs = ctx.office.jobs
            return jobs.detail(ctx.actor, job[0]), jobs.record_for_edit(ctx.actor, job[0])

        return Present(SavedKind.JOB, job[0], job[1], read, lambda now: changing(ctx, *now))

    def shown(self) -> dict[str, Shown]:
        """Staff and site by their record ids: their names are read later."""
        found = {**super().shown(), **self.parties.shown()}
        found["staff"] = Shown(self.tr("Staff"), "\n".join(sorted(self._chosen_staff())))
        site, units = self.place.chosen()
        found["site"] = Shown(self.tr("Site"), site)
        lines = sorted(f"{unit} {part.value}" for unit, part in units.items())
        found["units"] = Shown(self.tr("Units"), "\n".join(lines))
        found["items"] = Shown(self.tr("Standard and additional work"), self.items.said())
        return found

    def said_as(self, key: str, text: str) -> str:
        if key == "staff":
            return "\n".join(self.clashes.names.get(one, "?") for one in text.splitlines())
        if key == "units":
            return "\n".join(self.place.unit_name(*line.split(" ", 1)) for line in text.splitlines())
        return self.place.site_name(text) if key == "site" and text else text

    def save_question(self) -> SaveQuestion | None:
        before = self._record if self._job else JobRecord("", WorkKind.INSTALL, {})
        return past_question(self.slot, self.ctx.now(), Slot(before.on, before.starts, before.ends))

    # Drafts

    def typed(self) -> Typed | None:
        before = self._record
        amount = "" if before.amount_to_collect is None else f"{before.amount_to_collect:,}"
        stored = {key: getattr(before, key) for key in EDITS} | {"amount_to_collect": amount}
        found: Typed = {key: self.edits[key].text() for key in EDITS if self.edits[key].text() != stored[key]}
        written = {key: edit.toPlainText() for key, edit in self.prose.items()}
        found |= {key: text for key, text in written.items() if text != getattr(before, key)}
        if self.new_housing.isChecked() != before.new_housing:
            found["new_housing"] = self.new_housing.isChecked()
        if self.kind.currentData() != before.work_kind.value:
            found["kind"] = self.kind.currentData()
        if set(self._chosen_staff()) != set(before.staff):
            found["staff"] = list(self._chosen_staff())
        parts = {
            "slot": self.slot.typed(),
            "place": self.place.typed(),
            "parties": self.parties.typed(),
            "items": self.items.typed(),
        }
        found |= {key: value for key, value in parts.items() if value}
        if found and self._job is None:
            found["kind"] = self.kind.currentData()  # it is opened again without what it began with
        return found or None

    def fill(self, typed: Typed) -> None:
        for key in typed.keys() & EDITS:
            self.edits[key].setText(str(typed[key]))
        for key in typed.keys() & PROSE:
            self.prose[key].setPlainText(str(typed[key]))
        if "new_housing" in typed:
            self.new_housing.setChecked(bool(typed["new_housing"]))
        if "kind" in typed:
            self.kind.setCurrentIndex(self.kind.findData(typed["kind"]))
        if "staff" in typed:
            self._staff_wanted = list(typed["staff"])  # type: ignore[call-overload]
            for account, box in self.staff.items():
                box.setChecked(account in self._staff_wanted)
        parts: dict[str, Any] = {
            "slot": self.slot,
            "place": self.place,
            "parties": self.parties,
            "items": self.items,
        }
        for key in parts.keys() & typed.keys():
            parts[key].fill(typed[key])

    def doubt(self) -> None:
        self.clashes.seek()


def changing(ctx: DeskContext, detail: JobDetail, record: JobRecord, *, lacks_price: bool = False) -> JobForm:
    """The form that changes a job as it was read."""
    parties = {one.party: (one.customer, one.name.text) for one in detail.parties}
    job = (detail.row.job, detail.version, record)
    return JobForm(ctx, parties, job, number=detail.row.number, lacks_price=lacks_price)
