"""Noting that a customer was given the notice, or what they agreed to or took back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from hvacdesk.domain.requests.consents import (
    CONSENT_WAY_NAMES,
    CONSENTS,
    ConsentEvent,
    ConsentKind,
    ConsentWay,
)
from hvacdesk.domain.requests.purposes_notice import NOTICE_WAY_NAMES, NoticeWay
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text
from hvacdesk.ui.widgets.choices import choice
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.text import label

AGREES, TAKES_BACK = "agrees", "takes_back"
"""What the customers' page calls the two ways in which a consent changes."""


class NoticeGivenForm(FormDialog):
    """How the customer was given the notice.

    Args:
        version: the number of the wording that is in force as the form is opened.
    """

    def __init__(self, ctx: DeskContext, customer: str, version: int) -> None:
        title = QCoreApplication.translate("NoticeGivenForm", "The notice was given")
        super().__init__(ctx, title, width=440)
        self._customer, self._version = customer, version
        self.way = self.form.add("way", self.tr("How"), choice(ctx.words, NOTICE_WAY_NAMES))
        said = self.tr("Today's date and version {version} of the notice are recorded.")
        self.form.column.addWidget(label(said.format(version=version), "muted", wrap=True))
        self.form.column.addStretch(1)
        self.fit(460, 260)

    def collect(self) -> Callable[[], object]:
        ctx, customer, version = self.ctx, self._customer, self._version
        way = NoticeWay(self.way.currentData())
        return lambda: ctx.office.notices.give(ctx.actor, customer, way, version)


def _consent_title(*, given: bool, declined: bool) -> str:
    if given:
        return QCoreApplication.translate("ConsentForm", "The customer agrees")
    if declined:
        return QCoreApplication.translate("ConsentForm", "The customer wants none")
    return QCoreApplication.translate("ConsentForm", "The customer takes it back")


class ConsentForm(FormDialog):
    """One consent, or that it is declined or taken back.

    Args:
        named: the customer as shown where the form was opened from: masked name and number.
        declined: whether somebody says no who never agreed.
    """

    def __init__(
        self,
        ctx: DeskContext,
        customer: str,
        kind: ConsentKind,
        *,
        given: bool,
        named: str = "",
        declined: bool = False,
    ) -> None:
        super().__init__(ctx, _consent_title(given=given, declined=declined), width=480)
        self._customer, self._kind, self._given, self._named = customer, kind, given, named
        facts = CONSENTS[kind]
        if named:
            self.form.column.addWidget(label(named, "strong", wrap=True))
        self.form.column.addWidget(label(ctx.words(facts.name), "strong", wrap=True))
        self.form.column.addWidget(label(ctx.words(facts.allows if given else facts.withdrawn), wrap=True))
        source = self.tr("{source} (as of {as_of})").format(
            source=facts.source, as_of=as_of_text(facts.as_of)
        )
        self.form.column.addWidget(label(source, "muted", wrap=True))
        self.way = self.form.add("way", self.tr("How"), choice(ctx.words, CONSENT_WAY_NAMES))
        self.on = DateField(ctx.today(), past=True)
        self.on.set_iso(ctx.today().isoformat())
        self.form.add("on", self.tr("When"), self.on, required=True)
        self.note = self.form.add("note", self.tr("Note"), QLineEdit())
        self.form.column.addStretch(1)
        self.fit(520, 440)
        self.watch()
        act = AGREES if given else TAKES_BACK
        key = f"{customer[:16]}-{act}-{kind.value}"
        self.keep_draft("consent", key, "customers", customer=customer, **{act: kind.value})

    def collect(self) -> Callable[[], object]:
        event = ConsentEvent(
            self._kind,
            self._given,
            self.on.iso("on"),
            ConsentWay(self.way.currentData()),
            note=self.note.text(),
        )
        ctx, customer = self.ctx, self._customer
        return lambda: ctx.office.notices.record_consent(ctx.actor, customer, event)

    def said_of_save(self) -> str:
        return self.tr("Recorded: {what}. {customer}").format(what=self.windowTitle(), customer=self._named)
