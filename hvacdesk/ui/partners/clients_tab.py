"""Jobs that client contractors entrusted us with: whose data goes back, and by when."""

from __future__ import annotations

from collections.abc import Callable

from hvacdesk.domain.partners.client_data import CLIENT_ENDING_NAMES, ClientJob
from hvacdesk.domain.partners.partners import RETURN_TERM_NAMES, firm_key
from hvacdesk.domain.rooms import Room
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.partners.handover_forms import ClientBackForm
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.register_view import RegisterView


class ClientsTab(RegisterView):
    """What was entrusted to us, what is to go back first."""

    rooms = frozenset({Room.PARTNERS, Room.JOBS, Room.CUSTOMERS, Room.STAFF})

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._keeps = context.office.handovers.may_keep(context.actor)
        self.confirm_button = self.act(
            button(self.tr("Returned or destroyed…"), self.confirm, icon="check"),
            lambda row: row.open,
        )
        if not self._keeps:
            self.confirm_button.hide()
        self.add_note(
            self.tr(
                "After the work the client contractor's data is returned or destroyed as agreed with it. "
                "Of a leak it hears first; whom to call there stands in the register of firms. Records "
                "that a law asks us to keep stay until their own day, which the customer's page names under "
                "“Data”."
            )
        )
        self.table.activated_row.connect(lambda _row: self.confirm())

    def make_table(self) -> DataTable:
        words = self.context.words
        columns = [
            Column("job_number", self.tr("Job"), width=96),
            Column("client", self.tr("Client contractor"), width=140, stretch=3),
            Column(
                "terms",
                self.tr("Agreed"),
                width=130,
                stretch=1,
                wide_only=True,
                value=lambda row: words(RETURN_TERM_NAMES[row.terms.data_after]),
            ),
            Column("done_on", self.tr("Work done"), width=100, wide_only=True),
            Column("due", self.tr("Back by"), width=100),
            Column("state", self.tr("State"), width=170, stretch=1, kind="chip", value=self._state),
        ]
        table = self.new_table(
            self.tr("Entrusted to us"), columns, kept_as="client_jobs", names=names_nobody, record="job"
        )
        table.offer(lambda: (self.confirm_button,))
        return table

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "building-2",
            self.tr("No job is for a client contractor"),
            self.tr(
                "Jobs that name a client contractor stand here until its data went back or was destroyed."
            ),
        )

    def reading(self) -> Callable[[], tuple[ClientJob, ...]]:
        office, actor = self.context.office, self.context.actor
        return lambda: office.client_data.all(actor)

    def choose_client(self, client: str) -> None:
        """Choose the first job of the firm with this name."""
        self.once_read(lambda: self.table.select(lambda row: firm_key(row.client) == firm_key(client)))

    def confirm_job(self, job: str) -> None:
        """Choose the job with this record id, and ask what became of its data."""

        def ask() -> None:
            if self.table.select(lambda row: row.job == job):
                self.confirm()

        self.once_read(ask)

    def confirm(self) -> None:
        """Write down that the chosen job's data went back."""
        row = self.table.current()
        if isinstance(row, ClientJob) and row.open and self._keeps:
            self.open_form(ClientBackForm(self.context, row))

    def _state(self, row: ClientJob) -> ChipValue:
        if row.ending is not None:
            return ChipValue(self.context.words(CLIENT_ENDING_NAMES[row.ending]), Tone.GOOD)
        if not row.due:
            return ChipValue(self.tr("in work"), Tone.NEUTRAL)
        late = row.due < self.context.today().isoformat()
        return (
            ChipValue(self.tr("overdue"), Tone.BAD) if late else ChipValue(self.tr("to go back"), Tone.WARN)
        )
