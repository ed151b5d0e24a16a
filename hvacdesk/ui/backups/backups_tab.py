"""Backups, for the person responsible: the folders, what they hold, and taking one now."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from hvacdesk.domain.backups.backups import BackupOutcome, BackupOverview, BackupPlace, PlaceState
from hvacdesk.domain.backups.folder_kinds import BACKUP_WARNINGS, OFFICE_WARNINGS, SAME_DISK, FolderKind
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import Phrase, Words
from hvacdesk.services.backups import folder_kinds
from hvacdesk.ui import background
from hvacdesk.ui.backups.removal_dialogs import ForgetPlaceDialog, RemoveSetAsideDialog
from hvacdesk.ui.backups.running import back_up_everywhere
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.language import listed, words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.file_choice import choose_folder
from hvacdesk.ui.widgets.line_list import Line, LineAction, LineList
from hvacdesk.ui.widgets.state_tab import StateTab
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.backup_places import state_chip, still_kept_text, verified_text


@dataclass(frozen=True)
class _FolderFindings:
    """What a look at the folders found.

    Attributes:
        against: by place, the sentence against its folder, or empty.
        against_office: the sentence against the office's own folder, or empty.
        beside: places on the office's own disk.
    """

    overview: BackupOverview
    against: dict[str, str]
    against_office: str
    beside: frozenset[str]
    set_aside: tuple[str, ...]


class BackupsTab(StateTab):
    """The folders as lines under each other, what speaks against them, and what a restore set aside.

    At a seat a backup is begun, and the state of the folders is told; they lie at the office PC, where they
    are chosen, given up and restored from.

    Attributes:
        chooser: the open dialog for a new folder, if any.
    """

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.chooser: QFileDialog | None = None
        self._reader = background.Reader(self)
        column = self.column
        column.addLayout(self._head())
        self.busy = Busy(self.tr("Backing up"), disable=self.run_button)
        column.addWidget(self.busy)
        self.place_trouble()
        column.addWidget(self._places_card())
        column.addWidget(self._set_aside_card())
        column.addWidget(self._elsewhere_card() if context.at_seat else self._restore_card())

    def refresh(self) -> None:
        """Look at the folders again."""
        self._reader.read(self._look).then(self._show).otherwise(self.show_trouble)

    # Building

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        text = self.tr(
            "A backup is taken once a day and whenever the program is closed. Each one is opened and checked "
            "before it counts."
        )
        row.addWidget(label(text, "muted", wrap=True), 1)
        self.run_button = button(self.tr("Back up now"), self.back_up, kind="primary", icon="save")
        row.addWidget(self.run_button)
        return row

    def _places_card(self) -> Card:
        card = Card(self.tr("Backup folders"))
        self.add_button = button(self.tr("Add a folder"), self._choose, icon="plus")
        card.head.addWidget(self.add_button)
        self.add_button.setVisible(not self._context.at_seat)  # within the card: by itself it is a window
        none = (
            self.tr(
                "No folder yet, and so no backup. A person responsible chooses one at the office PC, where "
                "the office's data are."
            )
            if self._context.at_seat
            else self.tr(
                "No folder yet. Choose one on a USB disk or a network drive: on this computer's own disk a "
                "backup would be lost together with the office."
            )
        )
        self.none = label(none, wrap=True)
        card.body.addWidget(self.none)
        self.places = LineList(self.tr("Backup folders"))
        card.body.addWidget(self.places)
        return card

    def _set_aside_card(self) -> Card:
        self.set_aside_card = Card(self.tr("Earlier states of the office"))
        self.set_aside = LineList(self.tr("Earlier states of the office"))
        self.set_aside_card.body.addWidget(self.set_aside)
        self.set_aside_card.hide()
        return self.set_aside_card

    def _restore_card(self) -> Card:
        card = Card(self.tr("Restore"))
        text = self.tr(
            "Go back to a backup when data was damaged or lost. The office is closed for it, and its present "
            "files are set aside, not deleted."
        )
        card.body.addWidget(label(text, "muted", wrap=True))
        self.restore_button = button(self.tr("Restore from a backup…"), self._restore, icon="history")
        card.body.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _elsewhere_card(self) -> Card:
        card = Card(self.tr("At the office PC"))
        text = self.tr(
            "The folders lie at the office PC. Backup folders are chosen and given up there, and a backup is "
            "restored there."
        )
        card.body.addWidget(label(text, wrap=True))
        return card

    # Reading

    def _look(self) -> _FolderFindings:
        context, backups = self._context, self._context.office.backups
        actor = context.actor
        overview = backups.overview(actor)
        if context.at_seat:
            return _FolderFindings(overview, {}, "", frozenset(), ())
        there = [place for place in overview.places if place.state is not PlaceState.ABSENT]
        return _FolderFindings(
            overview=overview,
            against={place.place: against_place(place.folder, context.words) for place in there},
            against_office=against_office(context.office.folder, context.words),
            beside=backups.beside_the_office(actor),
            set_aside=backups.set_aside(actor),
        )

    def _show(self, found: _FolderFindings) -> None:
        self.begin_showing()
        places = found.overview.places
        self.none.setVisible(not places)
        self.run_button.setEnabled(bool(places))
        self.places.set_lines([self._place_line(one, found) for one in places])
        self.set_aside.set_lines([self._set_aside_line(folder) for folder in found.set_aside])
        self.set_aside_card.setVisible(bool(found.set_aside))
        self._show_warnings(found)

    def _show_warnings(self, found: _FolderFindings) -> None:
        texts = [found.against_office] if found.against_office else []
        if found.overview.pending_because is not None:
            texts.append(still_kept_text(found.overview.pending_because, words))
        elif found.overview.pending_epochs:
            texts.append(
                self.tr(
                    "The keys were renewed, but their former file is kept until a verified backup exists: "
                    "back up now."
                )
            )
        if found.overview.places and len(found.beside) == len(found.overview.places):
            texts.append(
                self.tr(
                    "Every backup folder is on the same disk as the office. Add one on a USB disk or a "
                    "network drive."
                )
            )
        for text in texts:
            self.warn(text)

    def _place_line(self, place: BackupPlace, found: _FolderFindings) -> Line:
        context = self._context
        notes = [verified_text(place.verified_at, context.today())]
        if place.state is PlaceState.ABSENT:
            notes.append(self.tr("Connect the disk or network drive; the next backup finds it by itself."))
        if place.former_epochs:
            text = self.tr(
                "Backups of former epochs there: {count}. They may hold what was destroyed since, and are "
                "removed with the next verified backup."
            )
            notes.append(text.format(count=place.former_epochs))
        if place.unsearched:
            notes.append(
                self.tr(
                    "There is more in this folder than is looked through for old backups: a disposal names "
                    "that on its certificate. Use a folder that holds backups only."
                )
            )
        against = [found.against.get(place.place, "")]
        if place.place in found.beside:
            against.append(context.words(SAME_DISK))
        failed = place.failure is not None and place.state is PlaceState.FAILED
        return Line(
            place.folder,
            [*notes, *filter(None, against)],
            alarm=context.words(place.failure) if failed and place.failure is not None else "",
            chip=state_chip(place, context.words),
            actions=[] if context.at_seat else [self._forget_action(place)],
        )

    def _forget_action(self, place: BackupPlace) -> LineAction:
        return LineAction(
            self.tr("Remove"),
            lambda: self._open(ForgetPlaceDialog(self._context, place)),
            self.tr("Remove {folder}").format(folder=place.folder),
        )

    def _set_aside_line(self, folder: str) -> Line:
        path = Path(folder)
        former = path.parent == self._context.office.folder and path.name.startswith("set-aside-")
        about = (
            self.tr("The office as it was before the restore.")
            if former
            else self.tr(
                "A backup or copy of an earlier state: it may hold what the present office does not."
            )
        )
        return Line(
            folder,
            [about],
            actions=[
                LineAction(
                    self.tr("Remove"),
                    lambda: self._open(RemoveSetAsideDialog(self._context, folder)),
                    self.tr("Remove {folder}").format(folder=folder),
                )
            ],
        )

    # Acts

    def back_up(self) -> None:
        """Back up into every folder now."""
        context = self._context
        background.ask_with_progress(
            self, lambda progress: back_up_everywhere(context.office, context.actor, context.words, progress)
        ).with_busy(self.busy).then(self._backed_up).otherwise(self._not_backed_up)

    def _backed_up(self, outcomes: tuple[BackupOutcome, ...]) -> None:
        failed = [one for one in outcomes if one.backup is None]
        if not outcomes:
            self._context.notify(self.tr("No backup was taken."))
        elif failed:
            self._context.notify(
                self.tr("No backup in {folders}. The other folders have one.").format(
                    folders=listed(one.folder for one in failed)
                )
                if len(failed) < len(outcomes)
                else self.tr("No folder has a new backup. See what each of them says.")
            )
        else:
            self._context.notify(self.tr("Backed up and verified."))
        self.refresh()

    def _not_backed_up(self, error: UserFacingError) -> None:
        self._context.report_error(error)
        self.refresh()

    def _choose(self) -> None:
        title = self.tr("Choose a folder for backups")
        self.chooser = choose_folder(self._context.window, title, self._add)

    def _add(self, folder: str) -> None:
        context = self._context
        background.ask(self, lambda: context.office.backups.add_place(context.actor, folder)).then(
            lambda _place: self.refresh()
        ).otherwise(self._not_added)

    def _not_added(self, error: UserFacingError) -> None:
        self._context.report_error(error)

    def _restore(self) -> None:
        self._context.ask_to_restore("")

    def _open(self, dialog: Dialog) -> None:
        dialog.accepted.connect(self.refresh)
        dialog.open()


def against_place(folder: str, words: Words) -> str:
    """The sentence against a backup folder, or an empty text."""
    return _against(Path(folder), BACKUP_WARNINGS, words)


def against_office(folder: Path, words: Words) -> str:
    """The sentence against the office's own folder, or an empty text."""
    return _against(folder, OFFICE_WARNINGS, words)


def _against(folder: Path, warnings: dict[FolderKind, Phrase], words: Words) -> str:
    standing = folder_kinds.standing(folder)
    found = warnings.get(standing.kind)
    return "" if found is None else words(found).format(name=standing.name)
