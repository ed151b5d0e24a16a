"""A bank's file of a thousand deposits against thousands of open invoices: proposals, and reading the file.

A tenth of the customers have several open invoices, a few have hundreds, as property managers do; a third of
the deposits name a number, a third a payer alone, the others come less a fee, as sums of several, or fit
nothing. Goal: 1,000 lines against 5,000 open invoices within a second.
"""

from __future__ import annotations

from datetime import date
from random import Random

from hvacdesk.domain.bank.bank_matching import propose
from hvacdesk.domain.bank.payer_names import named_payer
from hvacdesk.domain.bank.zengin import read_zengin
from hvacdesk.domain.billing.payments import BankLine, OpenInvoice
from tests.benchmarks.result import Result
from tests.benchmarks.timing import Side, take_turns
from tests.helpers.bank_files import notices

LINES, INVOICES, CUSTOMERS = 1_000, 5_000, 2_000
MOST_SECONDS = 1.0
_ROUNDS = 5
_SYLLABLES = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"


def run() -> list[Result]:
    """What a file takes, against the second that is allowed."""
    random = Random(20)
    names = ["".join(random.choices(_SYLLABLES, k=random.randint(5, 12))) for _ in range(CUSTOMERS)]
    invoices = [_invoice(random, at, names) for at in range(INVOICES)]
    known = [named_payer(str(at), name, firm=True) for at, name in enumerate(names)]
    lines = [_line(random, at, invoices, names) for at in range(LINES)]
    side = Side("proposals", lambda: propose(lines, invoices, known))
    take_turns(_ROUNDS, side)
    content = notices([("081128", one.yen, f"ｶ){one.payer}"[:40]) for one in lines])
    reading = Side("reading the file", lambda: read_zengin(content, date(2026, 11, 29)))
    take_turns(_ROUNDS, reading)
    found = propose(lines, invoices, known)
    print(f"  certain: {sum(one.certain for one in found)}, something to offer: {sum(map(_offers, found))}")
    name = f"bank file of {LINES:,} lines matched with {INVOICES:,} open invoices"
    return [
        Result(name, side.best, MOST_SECONDS, "s", 1.0),
        Result(f"bank file of {LINES:,} lines read", reading.best, MOST_SECONDS, "s", 1.0),
    ]


def _offers(proposal: object) -> bool:
    return bool(getattr(proposal, "invoices", ()))


def _invoice(random: Random, at: int, names: list[str]) -> OpenInvoice:
    customer = random.randrange(5) if at % 10 == 0 else random.randrange(len(names))
    yen = random.randrange(5_000, 500_000, 50) * (-1 if at % 97 == 0 else 1)
    month = f"2026-{at % 9 + 1:02}"
    return OpenInvoice(str(at), f"I2026-{at:06}", str(customer), f"{month}-28", f"{month}-28", yen)


def _line(random: Random, at: int, invoices: list[OpenInvoice], names: list[str]) -> BankLine:
    invoice = random.choice(invoices)
    payer, yen, text = names[int(invoice.customer)], abs(invoice.open_yen), ""
    kind = at % 6
    if kind <= 1:
        text = invoice.number
    elif kind == 3:
        yen = max(yen - 440, 1)
    elif kind == 4:
        others = [one for one in invoices if one.customer == invoice.customer][:4]
        yen = abs(sum(one.open_yen for one in others)) or 1
    elif kind == 5:
        yen, payer = random.randrange(1, 900_000), "シラナイヒト"
    return BankLine("2026-11-28", yen, f"ｶ){payer}", text, str(at))
