"""The tour without a screen: the real windows, driven through a day and a month, photographed on the way.

It leaves work orders and certificates as PDF, a picture of every window in both languages, and a summary.
"""

from __future__ import annotations

import json
from pathlib import Path

from hvacdesk.demo.erasures import file_erasure_answer
from hvacdesk.demo.history import STAFF
from hvacdesk.demo.month import dispose
from hvacdesk.demo.openness import file_disclosure
from hvacdesk.demo.printer import TourPrinter
from hvacdesk.demo.results import print_results, type_in_results
from hvacdesk.demo.visitor import Visitor
from hvacdesk.domain.clock import Clock
from hvacdesk.domain.disposal.disposal import BATCH_STATE_NAMES, BatchState
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.text.wording import english
from hvacdesk.services.language import words_for
from hvacdesk.ui.jobs.detail import JobDialog
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

PRINTER = "PDF"
"""What the register of copies is told about copies that became files."""

LISTS: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("recurring", "schedule", {"plans": True}),
    ("reminders", "schedule", {"reminders": "all"}),
    ("orders", "safeguards", {"section": "partners", "order": ""}),
)
"""Lists behind a page's first one: the picture's name, the page, and what it is opened with."""

OWNER, DESK_CLERK = STAFF[0], STAFF[2]


def tour(home: Path, clock: Clock, out: Path, printer: str = "") -> int:
    """Walk through the office in ``home`` and leave everything in ``out``; returns the exit status.

    Args:
        printer: prints the day's work orders on this printer too.
    """
    out.mkdir(parents=True, exist_ok=True)
    mute_offscreen_notes()
    return Tour(home, clock, out, printer).walk()


class Tour(Visitor):
    """One walk through the sample office."""

    def __init__(self, home: Path, clock: Clock, out: Path, printer: str) -> None:
        super().__init__(home, clock, Camera(out / "screens"))
        self._printer = printer
        self._out = out
        self._words = words_for("ja")
        self._summary: dict[str, object] = {}

    def walk(self) -> int:
        """Both languages see every window; the work itself is done once, in Japanese."""
        self.use(language="ja")
        self.log_in(DESK_CLERK.name, DESK_CLERK.passphrase, "login")
        self._day()
        self._covers()
        self.leave()
        self.log_in(OWNER.name, OWNER.passphrase)
        self._month()
        self.look_at_pages("safeguards", "rules", "settings")
        self._tell_a_customer()
        self._look_at_lists()
        self.use(scheme=Scheme.DARK)
        self.window.rebuild()
        self.look_at_pages("customers", "disposal", suffix="-dark")
        self.use(scheme=Scheme.LIGHT)
        self.use(language="en")  # before the login window is made, which speaks it then
        self.leave()
        self.log_in(OWNER.name, OWNER.passphrase, "login")
        self.find("tanaka")
        self.look_at_pages("today", "schedule", "work-orders", "disposal", "safeguards", "rules", "settings")
        self._look_at_lists()
        self._count()
        self.leave()
        self.release()
        self._write_summary()
        return 0 if self._summary["verification"] == BatchState.VERIFIED.value else 1

    def _look_at_lists(self) -> None:
        for picture, page, arguments in LISTS:
            self.window.navigate(page, **arguments)
            calm()
            self.camera.photograph(self.window, picture)

    # A day at the front desk

    def _day(self) -> None:
        window = self.window
        self.camera.photograph(window, "today")
        self.find("tanaka")
        keys(window.page, "F6")
        self.camera.photograph(window, "customer-shown")
        self.look_at_pages("schedule", "work-orders")
        expect(WorkOrdersPage, window.page).print_day()
        preview = dialog()
        self.camera.photograph(preview, "preview")
        preview.reject()
        calm()
        self._print_the_day()
        self._bring_back_results()

    def _print_the_day(self) -> None:
        """Every copy of the day becomes a file of its own, and is registered like one on paper."""
        office, actor = self.window.context.office, self.window.context.actor
        folder = self._out / "work-orders"
        folder.mkdir(exist_ok=True)
        files: list[str] = []
        printer = TourPrinter(self._printer) if self._printer else None
        for row in office.jobs.day(actor, office.today()):
            for profile in usual_profiles(row):
                order = office.work_orders.issue(actor, row.job, (profile,), self._words)
                if printer is not None:
                    printer.print(order.pdf, order.number)
                printed_on = self._printer or PRINTER
                office.work_orders.printed(actor, [copy.copy for copy in order.copies], printed_on)
                path = folder / f"{order.number}-{profile.value}.pdf"
                path.write_bytes(order.pdf)
                files.append(path.name)
        if printer is not None:
            printer.clear()
        (self._out / "evening-check.pdf").write_bytes(office.papers.day_sheet(actor, self._words))
        self._summary["work_orders"] = sorted(files)
        self._summary["profiles"] = sorted({profile.value for profile in Profile if _printed(files, profile)})

    def _bring_back_results(self) -> None:
        """One job's sheet comes back and is typed in; its papers become files."""
        office, actor = self.window.context.office, self.window.context.actor
        sheet = type_in_results(office, actor)
        folder = self._out / "results"
        self._summary["results"] = print_results(office, actor, sheet, self._words, PRINTER, folder)
        self.window.navigate("schedule", job=sheet.job)
        page = expect(JobDialog, dialog())
        page.tabs.show_tab(page.tabs.stack.indexOf(page.results))
        calm()
        self.camera.photograph(page, "job-results")
        page.reject()
        calm()

    def _covers(self) -> None:
        window = self.window
        window.navigate("customers")
        keys(window, "F9")
        self.camera.photograph(window, "curtain")
        keys(window, "F9")
        keys(window, "Ctrl+L")
        self.camera.photograph(window, "lock")
        type_text(window.lock_view.passphrase.edit, DESK_CLERK.passphrase)
        press(window.lock_view.open_button)
        wait_for(lambda: not window.covered, "the unlocked desk")

    # A month's end

    def _month(self) -> None:
        wizard = dispose(self.window, self.camera)
        self._file_certificate()
        press(wizard.stop_button)

    def _file_certificate(self) -> None:
        office, actor = self.window.context.office, self.window.context.actor
        folder = self._out / "certificates"
        folder.mkdir(exist_ok=True)
        batch = next(row for row in office.disposal.reviews.batches(actor) if row.certificate)
        for language in ("ja", "en"):
            paper = office.disposal.certificates.certificate_paper(actor, batch.certificate, language)
            (folder / f"{batch.certificate}-{language}.pdf").write_bytes(paper.pdf)
            office.disposal.certificates.certificate_printed(actor, paper)
        facts = office.disposal.certificates.certificate_of(actor, batch.batch)
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

    def _tell_a_customer(self) -> None:
        """A customer's request, its disclosure in both forms and the answer become files."""
        office, actor = self.window.context.office, self.window.context.actor
        folder = self._out / "openness"
        files = file_disclosure(office, actor, self._words, folder)
        files += file_erasure_answer(office, actor, self._words, folder)
        self._summary["openness"] = sorted(files)
        self.window.navigate("safeguards", section="requests")
        self.camera.photograph(self.window, "requests")

    # Counting

    def _count(self) -> None:
        office, actor = self.window.context.office, self.window.context.actor
        chain = office.audit.verify(actor)
        self._summary |= {
            "customers": office.customers.search(actor, "").total,
            "jobs_today": len(office.jobs.day(actor, office.today())),
            "copies": len(office.work_orders.copies(actor)),
            "ledger_lines": len(office.disposal.certificates.ledger(actor)),
            "log_entries": chain.entries,
            "chain_intact": chain.intact,
            "database_sound": office.audit.database_sound(actor),
            "accounts": {person.name: sorted(role.value for role in person.roles) for person in STAFF},
        }

    def _write_summary(self) -> None:
        self._summary["screens"] = sorted(self.camera.taken)
        text = json.dumps(self._summary, ensure_ascii=False, indent=2, sort_keys=True)
        (self._out / "summary.json").write_text(text + "\n", encoding="utf-8")
        print(text)


def _printed(files: list[str], profile: Profile) -> bool:
    return any(name.endswith(f"-{profile.value}.pdf") for name in files)
