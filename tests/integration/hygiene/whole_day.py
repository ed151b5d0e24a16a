"""A whole day of an office in a process of its own, with everything logged that Python can log.

Usage: ``python -m tests.integration.hygiene.whole_day HOME PRINTER SECRETS``; ``SECRETS`` is the number of an
open pipe that is told the day's secrets as JSON when they are known. Each station is said on standard output,
after which the day goes on when a line comes in: so that the process can be looked at from outside.
"""

from __future__ import annotations

import base64
import json
import logging
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from hvacdesk import hygiene
from hvacdesk.app import Desk, application
from hvacdesk.domain.customers.customers import CustomerField, CustomerRecord
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import english
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.open_office import Office
from hvacdesk.ui.printing.printers import print_pdf
from hvacdesk.ui.printing.spool import sweep
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from hvacdesk.vault.errors import WrongPassphrase
from tests.helpers.front_desk import book
from tests.helpers.typed_codes import printed_groups
from tests.integration.hygiene.secret_values import CUSTOMER, FACTS, OWNER, PASSPHRASE, PIN, WRONG


def now() -> datetime:
    return datetime.now(UTC)


def reached(station: str) -> None:
    """Wait until somebody has looked."""
    sys.stdout.write(f"{station}\n")
    sys.stdout.flush()
    sys.stdin.readline()


def keys_of(office: Office) -> dict[str, bytes]:
    """The keys that the session holds, and the device secret."""
    vault = office.accounts._workplace.vault
    held = vault._session._held
    assert held is not None
    assert held.payment is not None
    assert held.signing is not None
    device = DeviceKeyring().read(f"{vault.office_id}/{vault.epoch}")
    assert device is not None
    return {"K": held.database, "P": held.payment, "S": held.signing, "D": device}


class Day:
    """From an empty folder to a bug."""

    def __init__(self, home: Path, printer: str, pipe: int) -> None:
        self.home = home
        self.printer = printer
        self.pipe = pipe
        self.entry = OfficeEntry(home, now)
        self.jobs: list[str] = []

    def tell(self, **secrets: str) -> None:
        """Name secrets to whoever watches."""
        os.write(self.pipe, json.dumps(secrets).encode() + b"\n")

    def print(self, pdf: bytes, name: str) -> None:
        taken = print_pdf(pdf, QPrinter(QPrinterInfo.printerInfo(self.printer)), name)
        assert taken is not None
        self.jobs.append(taken.job)

    def set_up(self) -> None:
        draft = self.entry.prepare()
        groups = printed_groups(draft)
        self.tell(code="".join(groups), printed="-".join(groups), half="-".join(groups[:4]))
        self.print(draft.sheet_pdf(FACTS, english), "Recovery sheet")
        for position in draft.group_positions_to_retype():
            assert draft.confirm(position, groups[position])
        self.entry.acquire()
        office, owner = draft.create(FACTS, OWNER, PASSPHRASE)
        for name, key in keys_of(office).items():
            self.tell(**{f"{name} hex": key.hex(), f"{name} base64": base64.b64encode(key).decode()})
            self.tell(**{f"{name} repr": repr(key)[2:-1]})
        office.accounts.set_pin(owner, PIN)
        office.leave(owner)
        reached("set up")

    def log_in(self) -> tuple[Office, Actor]:
        self.entry.open_sealed()
        (member,) = self.entry.staff()
        try:
            self.entry.login(member.account, WRONG)
        except WrongPassphrase as refusal:
            logging.getLogger("day").warning("%s %r", refusal, refusal)
        opened = self.entry.login(member.account, PASSPHRASE)
        reached("logged in")
        return opened

    def work(self, office: Office, actor: Actor) -> None:
        customer = office.customers.add(actor, CUSTOMER, with_site=True)
        assert CUSTOMER.payment is not None
        account = office.customers.reveal(actor, customer, CustomerField.PAYMENT, RevealReason.CALL, 2)
        assert account == CUSTOMER.payment.account
        assert office.customers.search(actor, CUSTOMER.phones[0].number).rows
        reached("paid")
        job = book(office, actor, customer, "09:00", "10:30", office.today().isoformat())
        order = office.work_orders.issue(actor, job, (Profile.OFFICE,), english)
        self.print(order.pdf, f"Work order {order.number}")
        office.work_orders.printed(actor, [copy.copy for copy in order.copies], self.printer)
        reached("printed")
        self.jobs = list(sweep(self.jobs).waiting)

    def fail(self) -> None:
        """A bug that holds a customer's record and a passphrase in its message and in its frames."""
        try:
            _stumble(PASSPHRASE, CUSTOMER)
        except RuntimeError as bug:
            sys.excepthook(type(bug), bug, bug.__traceback__)
        reached("crashed")


def _stumble(passphrase: str, customer: CustomerRecord) -> None:
    raise RuntimeError(f"{passphrase} {customer}")


def main(home: Path, printer: str, pipe: int) -> None:
    hygiene.harden()
    logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
    application(home, now)
    Desk(home, now)
    day = Day(home, printer, pipe)
    day.set_up()
    office, actor = day.log_in()
    day.work(office, actor)
    day.fail()
    office.leave(actor)
    day.entry.release()
    reached("left")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
    os._exit(0)  # Qt's own teardown is no part of the day
