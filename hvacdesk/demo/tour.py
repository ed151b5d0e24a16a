"""The tour without a screen: the real windows, driven through a day and a month, photographed on the way.

It leaves work orders and certificates as PDF, a picture of every window in both languages, and a summary.
"""

from __future__ import annotations

import json
from pathlib import Path

from hvacdesk.app import Desk, application
from hvacdesk.demo.history import STAFF
from hvacdesk.demo.results import print_results, type_in_results
from hvacdesk.domain.clock import Clock
from hvacdesk.domain.disposal import BATCH_STATE_NAMES, BatchState, Decision, PaperToShred, ReviewRow
from hvacdesk.domain.wording import english
from hvacdesk.domain.work_orders import Profile
from hvacdesk.services.language import words_for
from hvacdesk.ui.disposal.approval_step import ApprovalStep
from hvacdesk.ui.disposal.decide_step import DecideStep
from hvacdesk.ui.disposal.destroy_step import DestroyStep
from hvacdesk.ui.disposal.papers_step import PapersStep
from hvacdesk.ui.disposal.wizard import APPROVAL, DECIDE, DESTROY, PAPERS
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.pin_view import PinView
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.main_window import MainWindow
from hvacdesk.ui.pages.customers import CustomersPage
from hvacdesk.ui.pages.disposal import DisposalPage
from hvacdesk.ui.pages.work_orders import WorkOrdersPage
from hvacdesk.ui.papers.issue import usual_profiles
from hvacdesk.ui.theme import Scheme
from hvacdesk.ui.tour.hands import (
    Camera,
    calm,
    dialog,
    expect,
    keys,
    mute_offscreen_notes,
    press,
    type_text,
    wait_for,
)
from hvacdesk.ui.widgets.danger_confirm import DangerConfirm

PRINTER = "PDF"
"""What the register of copies is told about copies that became files."""

OWNER, SECOND_OWNER, DESK_CLERK = STAFF[0], STAFF[1], STAFF[2]


def tour(home: Path, clock: Clock, out: Path) -> int:
    """Walk through the office in ``home`` and leave everything in ``out``; returns the exit status."""
    out.mkdir(parents=True, exist_ok=True)
    mute_offscreen_notes()
    return Tour(home, clock, out).walk()


class Tour:
    """One walk through the sample office."""

    def __init__(self, home: Path, clock: Clock, out: Path) -> None:
        self._app = application(home, clock)
        self._desk = Desk(home, clock)
        self._home = home
        self._out = out
        self._camera = Camera(out / "screens")
        self._words = words_for("ja")
        self._summary: dict[str, object] = {}

    def walk(self) -> int:
        """Both languages see every window; the work itself is done once, in Japanese."""
        self._use(language="ja")
        self._log_in(DESK_CLERK.name, DESK_CLERK.passphrase, "login")
        self._day()
        self._covers()
        self._leave()
        self._log_in(OWNER.name, OWNER.passphrase)
        self._month()
        self._look_at_pages("safeguards", "rules", "settings")
        self._use(scheme=Scheme.DARK)
        self._window.rebuild()
        self._look_at_pages("customers", "disposal", suffix="-dark")
        self._use(scheme=Scheme.LIGHT)
        self._leave()
        self._use(language="en")
        self._log_in(OWNER.name, OWNER.passphrase, "login")
        self._find("tanaka")
        self._look_at_pages("today", "schedule", "work-orders", "disposal", "safeguards", "rules", "settings")
        self._count()
        self._leave()
        self._desk.entry.release()
        self._write_summary()
        return 0 if self._summary["verification"] == BatchState.VERIFIED.value else 1

    # Coming and going

    @property
    def _window(self) -> MainWindow:
        window = self._desk.window
        if window is None:
            raise RuntimeError("nobody is logged in")
        return window

    def _use(self, *, language: str = "", scheme: Scheme = Scheme.LIGHT) -> None:
        preferences = self._desk.preferences
        preferences.code = language or preferences.code
        preferences.scheme = scheme
        preferences.apply(self._app)
        self._camera.language = preferences.code

    def _log_in(self, name: str, passphrase: str, picture: str = "") -> None:
        flow = self._desk.flow if self._desk.flow and self._desk.window is None else self._desk.show_login()
        wait_for(lambda: isinstance(flow.window.content, LoginView), "the names")
        view = expect(LoginView, flow.window.content)
        account = next(member.account for member in self._desk.entry.staff() if member.name == name)
        view.choose(account)
        if picture:
            self._camera.photograph(flow.window, picture)
        type_text(view.passphrase.edit, passphrase)
        press(view.primary)
        wait_for(
            lambda: isinstance(flow.window.content, PinView) or self._desk.window is not None, "the desk"
        )
        if self._desk.window is None:
            expect(PinView, flow.window.content).skipped.emit()
        wait_for(lambda: self._desk.window is not None, "the desk")
        calm()

    def _leave(self) -> None:
        self._window.switch_user()
        calm()

    # A day at the front desk

    def _day(self) -> None:
        window = self._window
        self._camera.photograph(window, "today")
        self._find("tanaka")
        keys(window.page, "F6")
        self._camera.photograph(window, "customer-shown")
        self._look_at_pages("schedule", "work-orders")
        expect(WorkOrdersPage, window.page).print_day()
        preview = dialog()
        self._camera.photograph(preview, "preview")
        preview.reject()
        calm()
        self._print_the_day()
        self._bring_back_results()

    def _find(self, typed: str) -> None:
        window = self._window
        keys(window, "Ctrl+F")
        search = expect(CustomersPage, window.page).search
        type_text(search, typed)
        keys(search, "Down")
        self._camera.photograph(window, "customers")

    def _print_the_day(self) -> None:
        """Every copy of the day becomes a file of its own, and is registered like one on paper."""
        office, actor = self._window.context.office, self._window.context.actor
        folder = self._out / "work-orders"
        folder.mkdir(exist_ok=True)
        files: list[str] = []
        for row in office.jobs.day(actor, office.today()):
            for profile in usual_profiles(row):
                order = office.work_orders.issue(actor, row.job, (profile,), self._words)
                office.work_orders.printed(actor, [copy.copy for copy in order.copies], PRINTER)
                path = folder / f"{order.number}-{profile.value}.pdf"
                path.write_bytes(order.pdf)
                files.append(path.name)
        (self._out / "evening-check.pdf").write_bytes(office.papers.day_sheet(actor, self._words))
        self._summary["work_orders"] = sorted(files)
        self._summary["profiles"] = sorted({profile.value for profile in Profile if _printed(files, profile)})

    def _bring_back_results(self) -> None:
        """One job's sheet comes back and is typed in; its papers become files."""
        office, actor = self._window.context.office, self._window.context.actor
        sheet = type_in_results(office, actor)
        folder = self._out / "results"
        self._summary["results"] = print_results(office, actor, sheet, self._words, PRINTER, folder)
        self._window.navigate("schedule", job=sheet.job)
        page = expect(JobDialog, dialog())
        page.tabs.show_tab(page.tabs.stack.indexOf(page.results))
        calm()
        self._camera.photograph(page, "job-results")
        page.reject()
        calm()

    def _covers(self) -> None:
        window = self._window
        window.navigate("customers")
        keys(window, "F9")
        self._camera.photograph(window, "curtain")
        keys(window, "F9")
        keys(window, "Ctrl+L")
        self._camera.photograph(window, "lock")
        type_text(window.lock_view.passphrase.edit, DESK_CLERK.passphrase)
        press(window.lock_view.open_button)
        wait_for(lambda: not window.covered, "the unlocked desk")

    # A month's end

    def _month(self) -> None:
        window = self._window
        window.navigate("disposal")
        calm()
        page = expect(DisposalPage, window.page)
        page.start_review()
        calm()
        wizard = page.wizard
        self._camera.photograph(window, "disposal-1-check")
        press(wizard.next_button)
        self._camera.photograph(window, "disposal-2-decide")
        press(wizard.next_button)
        self._shred_everything(expect(PapersStep, wizard.steps[PAPERS]))
        self._camera.photograph(window, "disposal-3-paper")
        press(wizard.next_button)
        wait_for(lambda: wizard.bar.current == APPROVAL, "the approval")
        self._camera.photograph(window, "disposal-4-approval")
        approval = expect(ApprovalStep, wizard.steps[APPROVAL])
        approval.choose_approver(SECOND_OWNER.name)
        type_text(approval.passphrase.edit, SECOND_OWNER.passphrase)
        press(approval.approve_button)
        wait_for(lambda: wizard.bar.current == DESTROY, "the approved batch")
        self._camera.photograph(window, "disposal-5-destroy")
        press(expect(DestroyStep, wizard.steps[DESTROY]).destroy_button)
        question = expect(DangerConfirm, dialog())
        rows = expect(DecideStep, wizard.steps[DECIDE]).table.rows()
        chosen = [row for row in rows if expect(ReviewRow, row).decision is Decision.DESTROY]
        type_text(question.typed, str(len(chosen)))
        self._camera.photograph(question, "disposal-5-question")
        press(question.primary)
        wait_for(lambda: wizard.bar.current == len(wizard.steps), "the certificate")
        self._camera.photograph(window, "disposal-6-certificate")
        self._file_certificate()
        press(wizard.stop_button)

    def _shred_everything(self, step: PapersStep) -> None:
        for row in step.table.rows():
            paper = expect(PaperToShred, row)
            if not paper.shredded:
                type_text(step.code, paper.code)
                keys(step.code, "Return")

    def _file_certificate(self) -> None:
        office, actor = self._window.context.office, self._window.context.actor
        folder = self._out / "certificates"
        folder.mkdir(exist_ok=True)
        batch = next(row for row in office.disposal.batches(actor) if row.certificate)
        for language in ("ja", "en"):
            words = words_for(language)
            pdf = office.disposal.certificate_pdf(actor, batch.certificate, words)
            (folder / f"{batch.certificate}-{language}.pdf").write_bytes(pdf)
        office.disposal.certificate_printed(actor, batch.certificate)
        facts = office.disposal.certificate_of(actor, batch.batch)
        self._summary |= {
            "certificate": facts.number,
            "destroyed_customers": facts.customers,
            "destroyed_records": facts.records,
            "values_sought": facts.values,
            "pages_decrypted": facts.pages,
            "verification": facts.result.value,
            "verification_text": english(BATCH_STATE_NAMES[facts.result]),
            "exceptions": [english(text) for text in facts.exceptions],
        }

    # Looking around and counting

    def _look_at_pages(self, *names: str, suffix: str = "") -> None:
        for name in names:
            self._window.navigate(name.replace("-", "_"))
            self._camera.photograph(self._window, f"{name}{suffix}")

    def _count(self) -> None:
        office, actor = self._window.context.office, self._window.context.actor
        chain = office.audit.verify(actor)
        self._summary |= {
            "customers": office.customers.search(actor, "").total,
            "jobs_today": len(office.jobs.day(actor, office.today())),
            "copies": len(office.work_orders.copies(actor)),
            "ledger_lines": len(office.disposal.ledger(actor)),
            "log_entries": chain.entries,
            "chain_intact": chain.intact,
            "database_sound": office.audit.database_sound(actor),
            "accounts": {person.name: sorted(role.value for role in person.roles) for person in STAFF},
        }

    def _write_summary(self) -> None:
        self._summary["screens"] = sorted(self._camera.taken)
        text = json.dumps(self._summary, ensure_ascii=False, indent=2, sort_keys=True)
        (self._out / "summary.json").write_text(text + "\n", encoding="utf-8")
        print(text)


def _printed(files: list[str], profile: Profile) -> bool:
    return any(name.endswith(f"-{profile.value}.pdf") for name in files)
