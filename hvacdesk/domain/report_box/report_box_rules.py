"""What the law and the office promise about the report box: its periods, and whom to ask outside.

Sources: 公益通報者保護法 (Whistleblower Protection Act) with the amendment 令和7年法律第62号, in force on
2026-12-01; the periods and the outside desks are data (``resources/legal/report_box.toml``).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta

from hvacdesk.domain.report_box.report_box import Report
from hvacdesk.domain.text.wording import Phrase, phrase

PROMISES: tuple[Phrase, ...] = (
    phrase("ReportBox", "Nobody may search for who wrote a report, or ask somebody to say that it was them."),
    phrase(
        "ReportBox",
        "Nobody may be treated worse for a report: no dismissal, no lower pay, no cancelled contract, no "
        "harassment. That goes for firms of any size.",
    ),
    phrase("ReportBox", "One-person contractors who work for the office are protected as employees are."),
)
"""What the law says to both sides, in the windows and on paper."""

LAW = phrase(
    "ReportBox",
    "Whistleblower Protection Act with its amendment of 2025 (Act No. 62), in force on 1 December 2026",
)

_DESKS = "OutsideDesks"
_DESK_WORDS = (
    phrase("OutsideDesks", "Consumer Affairs Agency: whistleblower protection helpline"),
    phrase(
        "OutsideDesks",
        "Questions about the law and about where to report. Individual reports are not taken there.",
    ),
    phrase("OutsideDesks", "Personal Information Protection Commission"),
    phrase("OutsideDesks", "Misuse or loss of personal data."),
    phrase("OutsideDesks", "Labour standards inspection office"),
    phrase("OutsideDesks", "Working hours, pay, safety at work."),
    phrase("OutsideDesks", "Prefectural labour bureau: general labour consultation"),
    phrase("OutsideDesks", "Harassment, dismissal, retaliation."),
    phrase("OutsideDesks", "Freelance trouble hotline"),
    phrase("OutsideDesks", "One-person contractors in trouble with the firm that gives them work."),
    phrase("OutsideDesks", "Houterasu (Japan Legal Support Center) or a bar association"),
    phrase("OutsideDesks", "Legal advice before or after a report."),
)
"""What the data file says of the desks, for the translators; another text there is refused."""


@dataclass(frozen=True)
class OutsideDesk:
    """An office or an organisation outside that can be asked instead.

    Attributes:
        phone: empty where it differs from place to place: the office writes it on the paper form.
    """

    name: Phrase
    about: Phrase
    phone: str
    source: str


@dataclass(frozen=True)
class BoxRules:
    """The periods of the report box.

    Attributes:
        notice_days: within so many days of a report its writer should hear that it is looked into.
        keep_months: a closed report is deleted so many months after it was closed.
    """

    notice_days: int
    notice_source: str
    keep_months: int
    keep_source: str
    desks: tuple[OutsideDesk, ...]
    as_of: str

    def notice_due(self, report: Report) -> date:
        """The last day for a first answer; counted from the first day of the week, so as to be in time."""
        return report.week + timedelta(days=self.notice_days)

    def is_over(self, report: Report, today: date) -> bool:
        """Whether a closed report has been kept long enough."""
        if not report.closed_on:
            return False
        closed = date.fromisoformat(report.closed_on)
        years, month = divmod(closed.month - 1 + self.keep_months, 12)
        end = date(closed.year + years, month + 1, min(closed.day, 28))
        return today > end


def parse_box_rules(content: str) -> BoxRules:
    """The rules from their TOML."""
    raw = tomllib.loads(content)
    if raw["format"] != 1:
        raise ValueError("a newer format")
    desks = tuple(
        OutsideDesk(
            _known(one["name"]),
            _known(one["about"]),
            one["phone"],
            one["source"],
        )
        for one in raw["desk"]
    )
    return BoxRules(
        int(raw["notice"]["days"]),
        raw["notice"]["source"],
        int(raw["keep"]["months"]),
        raw["keep"]["source"],
        desks,
        raw["as_of"],
    )


def _known(text: str) -> Phrase:
    found = Phrase(_DESKS, text)
    if found not in _DESK_WORDS:
        raise ValueError("a text that nobody translated")
    return found
