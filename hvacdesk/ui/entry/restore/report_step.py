"""The last step of a restore: what was done, and what is left to do by hand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.backups.backups import RestoreReport
from hvacdesk.ui.entry.restore.facts import facts_card
from hvacdesk.ui.entry.restore.wording import backup_place, backup_time, last_disposal
from hvacdesk.ui.language import listed, words
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.entry_view import EntryView
from hvacdesk.ui.widgets.text import label, points
from hvacdesk.ui.widgets.warning_box import WarningBox


class ReportStep(EntryView):
    """Tells what the restore did; an office that moved also gets told what to do with the old computer.

    Args:
        by_sheet: whether the recovery sheet opened the backup: then a new passphrase can be chosen.

    Signals:
        go_on(): take over, or enter the office.
        login_wanted(): log in with a passphrase from before.
    """

    go_on = Signal()
    login_wanted = Signal()
    widest = 600

    def __init__(self, report: RestoreReport, *, by_sheet: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_heading(self.tr("The office is restored"))
        self.body.addWidget(facts_card("", self._facts(report)))
        if report.lost_entries:
            text = self.tr("The log had {count} more entries after this backup. Enter that work again.")
            text = text.format(count=report.lost_entries)
            self.body.addWidget(WarningBox(text))
        if left := sum(count for _place, count in report.remnants):
            text = self.tr(
                "Customers were destroyed again, and %n place(s) in records that stay still name them. The "
                "certificate says where; look at them and decide.",
                None,
                left,
            )
            self.body.addWidget(WarningBox(text))
        if report.told_apart:
            text = self.tr(
                "In the backup, somebody who was disposed of later was merged with somebody who was not. The "
                "merge was undone, but what was noted while it stood may be about either. Look through the "
                "records of: {numbers}"
            )
            self.body.addWidget(WarningBox(text.format(numbers=listed(report.told_apart))))
        if not_repeated := self._not_repeated(report):
            self.body.addWidget(WarningBox(not_repeated))
        if report.numbers:
            self.body.addWidget(self._numbers(report))
        if not report.set_aside:
            self.body.addWidget(OldComputerCard())
        self.body.addWidget(label(self._next(by_sheet=by_sheet), "muted", wrap=True))
        if by_sheet:
            self.set_primary(self.tr("Choose a new passphrase"), self.go_on.emit)
            self.add_back(self.tr("Log in as usual"), self.login_wanted.emit)
        else:
            self.set_primary(self.tr("Open the office"), self.go_on.emit)
        if self.primary is not None:
            self.setFocusProxy(self.primary)

    def _facts(self, report: RestoreReport) -> tuple[tuple[str, str], ...]:
        found = report.backup
        return (
            (self.tr("Office"), found.office_name),
            (self.tr("Backup"), f"{backup_time(found)}　{backup_place(found)}"),
            (self.tr("Disposals"), self._repeated(report)),
            *(((self.tr("Certificate"), report.certificate),) if report.certificate else ()),
            (self.tr("Former files"), report.set_aside),
            (self.tr("Keys"), self.tr("New keys, generation {number}").format(number=report.epoch)),
        )

    def _numbers(self, report: RestoreReport) -> Card:
        said = self.tr("{last} in the backup, {following} next")
        lines = [
            (words(one.label), said.format(last=one.last, following=one.following)) for one in report.numbers
        ]
        card = facts_card(self.tr("Numbers go on after a gap"), lines)
        text = self.tr(
            "Numbers in the gap may be on papers from after the backup, so nobody gets them again. Look for "
            "such papers and enter their work again."
        )
        card.body.addWidget(label(text, "muted", wrap=True))
        return card

    def _repeated(self, report: RestoreReport) -> str:
        texts = []
        if report.replayed:
            texts.append(self.tr("Customers destroyed again: {count}").format(count=report.replayed))
        if report.reduced:
            texts.append(self.tr("Customers reduced again: {count}").format(count=report.reduced))
        if report.list_may_be_older:
            texts = texts or [self.tr("None that is known of was due again")]
        return "\n".join(texts) or self.tr("None was due again")

    def _not_repeated(self, report: RestoreReport) -> str:
        """Which disposals may be missing; empty where none is."""
        if report.lists.begun:
            return self.tr(
                "A disposal had been cut off on this computer, and could not be repeated. If customers of "
                "that batch are here again, destroy them again."
            )
        if not report.list_may_be_older:
            return ""
        if not report.lists.lists:
            return self.tr(
                "No list of destroyed customers could be used. If there are certificates of disposal on "
                "paper from after the backup, destroy those customers again."
            )
        text = self.tr(
            "Disposals after the last one on the list could not be repeated. Last one: {last}. If a "
            "certificate on paper is newer, destroy those customers again."
        )
        return text.format(last=last_disposal(report.lists))

    def _next(self, *, by_sheet: bool) -> str:
        if by_sheet:
            return self.tr(
                "Everybody's passphrase is as it was when the backup was taken. If yours is forgotten, "
                "choose a new one. Print a new recovery sheet soon, in Settings, Keys."
            )
        return self.tr("Everybody's passphrase is as it was when the backup was taken.")


class OldComputerCard(Card):
    """What to do with the computer from which the office moved, and what that does not do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.addWidget(label(self.tr("If the office moved from another computer"), "strong", wrap=True))
        points(
            self.body,
            self.tr("Work on this computer only. What is still entered on the old one does not come over."),
            self.tr(
                "The old computer can still open its own copy, with the passphrases of that day. When "
                "everything is found here, delete the hvacdesk folder of its user and the entries named "
                "“hvacdesk” in its key store (on Windows: Credential Manager)."
            ),
            self.tr(
                "Deleted files can often be recovered. Without the key store's entries they open with the "
                "recovery sheet only: print a new sheet here, shred the old one, and have the old disk wiped "
                "before the computer is given away."
            ),
        )
