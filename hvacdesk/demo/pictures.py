"""The pictures of the help: every main screen of a sample office, in one language.

The names are those that the pages in ``resources/help`` use, except for hyphens: the camera replaces them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from hvacdesk.app import Desk
from hvacdesk.demo.history import STAFF
from hvacdesk.demo.month import dispose
from hvacdesk.demo.openness import file_disclosure
from hvacdesk.demo.results import type_in_results
from hvacdesk.demo.visitor import Visitor
from hvacdesk.domain.clock import Clock
from hvacdesk.services.language import words_for
from hvacdesk.ui.entry.entry_window import EntryWindow
from hvacdesk.ui.entry.recovery import RecoveryView
from hvacdesk.ui.entry.setup_wizard import SetupWizard
from hvacdesk.ui.exchange.import_dialog import COLUMNS, ImportDialog
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.oversight.access_view import AccessView
from hvacdesk.ui.pages.safeguards import SafeguardsPage
from hvacdesk.ui.pages.work_orders import WorkOrdersPage
from hvacdesk.ui.report_box.start_view import ReportStartView
from hvacdesk.ui.tour.hands import (
    Camera,
    calm,
    dialog,
    expect,
    keys,
    mute_offscreen_notes,
    press,
    wait_for,
)
from hvacdesk.ui.tour.small_pictures import HelpCamera

OWNER, DESK_CLERK = STAFF[0], STAFF[2]
WINDOW = (1280, 800)
LIST = (
    "お客様名簿,,,\n氏名,住所,電話,備考\n"
    "高橋 太郎,愛知県名古屋市中区栄0丁目0-1,090-0000-0001,犬がいます\n"
    "佐々木 花子,愛知県日進市浅田町0番地,052-000-0002,\n"
)
"""A customer list as an office might have one; nobody in it lives."""


def take_pictures(home: Path, clock: Clock, out: Path, language: str, folders: Mapping[str, str]) -> None:
    """Walk through the office in ``home`` and leave the pictures in ``out/LANGUAGE``.

    Args:
        folders: passing folders, and what the pictures call them.
    """
    mute_offscreen_notes()
    camera = HelpCamera(out, folders)
    _Pictures(home, clock, camera, language).walk()
    _photograph_set_up(home.with_name("no-office"), clock, camera)


class _Pictures(Visitor):
    def __init__(self, home: Path, clock: Clock, camera: Camera, language: str) -> None:
        super().__init__(home, clock, camera)
        self._scratch = home.parent
        self.use(language=language)

    def walk(self) -> None:
        """Before the login, a clerk's day, and what a person responsible sees."""
        self._before_the_login()
        self.log_in(DESK_CLERK.name, DESK_CLERK.passphrase, "login")
        self._day()
        self.leave()
        self.log_in(OWNER.name, OWNER.passphrase)
        self._safeguards()
        dispose(self.window, self.camera)
        self.leave()
        self.release()

    def _before_the_login(self) -> None:
        for link, kind, name in (
            ("recovery_wanted", RecoveryView, "recovery"),
            ("report_wanted", ReportStartView, "report-box"),
        ):
            view = self.login_view()
            entry = expect(EntryWindow, view.window())
            getattr(view, link).emit()
            wait_for(lambda entry=entry, kind=kind: isinstance(entry.content, kind), name)  # type: ignore[misc]
            self.camera.photograph(entry, name)
            press(expect(kind, entry.content).back_button)

    def _day(self) -> None:
        window = self.window
        window.resize(*WINDOW)
        self.camera.photograph(window, "today")
        self.find("tanaka")
        self._dialog_on("Ctrl+N", "customer-form")
        self.look_at_pages("calls", "schedule", "work-orders")
        page = expect(WorkOrdersPage, window.page)
        page.tabs.show_tab(1)
        self.camera.photograph(window, "papers")
        self._dialog_on("F8", "leaks")
        self._job()
        self._import()

    def _dialog_on(self, sequence: str, picture: str) -> None:
        keys(self.window.page, sequence)
        shown = dialog()
        self.camera.photograph(shown, picture)
        shown.reject()
        calm()

    def _job(self) -> None:
        window = self.window
        office, actor = window.context.office, window.context.actor
        sheet = type_in_results(office, actor)
        window.navigate("schedule", job=sheet.job)
        shown = expect(JobDialog, dialog())
        self.camera.photograph(shown, "job")
        shown.tabs.show_tab(shown.tabs.stack.indexOf(shown.results))
        calm()
        self.camera.photograph(shown, "results")
        shown.reject()
        calm()

    def _import(self) -> None:
        listed = self._scratch / "list.csv"
        listed.write_bytes(LIST.encode("cp932"))
        shown = ImportDialog(self.window.context)
        shown.open()
        shown.file.open_path(str(listed))
        wait_for(lambda: shown.stack.currentIndex() == COLUMNS, "the columns")
        self.camera.photograph(shown, "import")
        shown.reject()
        calm()

    def _safeguards(self) -> None:
        window = self.window
        window.resize(*WINDOW)
        office, actor = window.context.office, window.context.actor
        file_disclosure(office, actor, words_for("ja"), self._scratch / "openness")
        self.look_at_pages("safeguards", "rules", "settings")
        window.navigate("settings", tab="backups")
        self.camera.photograph(window, "backups")
        window.navigate("safeguards", section="requests")
        self.camera.photograph(window, "requests")
        window.navigate("safeguards", section="access", month=office.today().isoformat()[:7])
        calm()
        page = expect(SafeguardsPage, window.page)
        expect(AccessView, page.section).tabs.show_tab(1)
        self.camera.photograph(window, "access")


def _photograph_set_up(home: Path, clock: Clock, camera: Camera) -> None:
    desk = Desk(home, clock)
    flow = desk.show_login()
    wait_for(lambda: isinstance(flow.window.content, SetupWizard), "the set-up")
    camera.photograph(flow.window, "set-up")
    flow.window.close()
    desk.entry.release()
    calm()
