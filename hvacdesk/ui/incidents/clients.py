"""The client contractors 元請 of an incident: who is told first, by when and where; and that it was done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from hvacdesk.domain.incidents.incidents import IncidentDetail
from hvacdesk.domain.incidents.leak_clients import LeakClient
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.incidents.incident_form import IncidentForm
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.warning_box import WarningBox

translate = QCoreApplication.translate
LARGE = 1.5
"""Where the text is so large, the box leaves room for what lies below."""


def client_line(one: LeakClient) -> str:
    """A client in one line: until when it is told and whom to call, or that it was told."""
    if one.told_on:
        return translate("LeakClients", "{client}: told on {day}").format(
            client=one.client, day=day_text(one.told_on)
        )
    if one.hours is None:
        by = translate("LeakClients", "at once")
    else:
        by = translate("LeakClients", "by {moment} (within %n hour(s))", "", one.hours).format(
            moment=day_text(one.last_moment)
        )
    return "　".join(filter(None, (f"{one.client}: {by}", one.contact)))


def clients_lines(incident: IncidentDetail) -> tuple[str, ...]:
    """What the box says: who is still told, or who was, and what holds until the client agrees."""
    if incident.clients_to_tell:
        head = translate("LeakClients", "The client contractor is told first")
        tail = translate(
            "LeakClients",
            "Do not call or write to its customers before it agrees: the contract may forbid it.",
        )
    else:
        head = translate("LeakClients", "Client contractor")
        tail = translate("LeakClients", "Call or write to its customers only as agreed with it.")
    return (head, *map(client_line, incident.clients), tail)


def clients_box(incident: IncidentDetail, note: Callable[[], object]) -> WarningBox:
    """The box about the clients of an open incident; its button notes that one was told."""
    waiting = bool(incident.clients_to_tell)
    action = (translate("LeakClients", "The client was told…"), note) if waiting else None
    head, *rest = clients_lines(incident)
    shown = rest if theme.scale < LARGE else rest[:-1]  # the last sentence is in both forms too
    tone = Tone.BAD if waiting else Tone.WARN
    box = WarningBox(head, action=action, tone=tone)
    for line in shown:
        box.body.addWidget(label(line, wrap=True, tone=tone.value))
    box.setAccessibleName("\n".join((head, *rest)))
    return box


class ClientToldForm(IncidentForm):
    """Which client was told, and on which day."""

    def __init__(self, ctx: DeskContext, incident: IncidentDetail, client: str = "") -> None:
        super().__init__(ctx, translate("ClientToldForm", "The client contractor was told"), incident)
        self.form.column.addWidget(
            label(
                self.tr(
                    "Say what happened, which of its customers are concerned, and ask who tells them. The "
                    "client then reports; agree with it before you call or write to its customers."
                ),
                "muted",
                wrap=True,
            )
        )
        self.client: QComboBox = self.form.add("client", self.tr("Client contractor"), QComboBox())
        asked = [one for one in incident.clients if one.client == client]
        for one in asked or incident.clients_to_tell or incident.clients:
            self.client.addItem("　".join(filter(None, (one.client, one.contact))), one.client)
        self._told = {one.client: one.told_on for one in incident.clients}
        noted = asked[0].told_on if asked else ""
        self.day = self.form.add("on", self.tr("Day"), DateField(ctx.today(), past=True), required=True)
        self.day.set_iso(noted or ctx.today().isoformat())
        self.form.column.addStretch(1)
        self.fit(520, 380)
        self.watch(known=bool(noted))
        self.keep_for_incident("client-told")

    def collect(self) -> Callable[[], object]:
        office, actor, incident = self.ctx.office, self.ctx.actor, self._incident.incident
        client, day = str(self.client.currentData()), self.day.iso("on")
        shown = self._told.get(client, "")
        return lambda: office.incidents.writing.note_client_told(actor, incident, client, day, shown=shown)

    def present(self) -> Present | None:
        ctx, client = self.ctx, str(self.client.currentData())
        return self.present_incident(lambda now: ClientToldForm(ctx, now, client), decides=True)
