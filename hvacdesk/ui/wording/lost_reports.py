"""What becomes of reports when a reader leaves, loses the role or gets a new key."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def lost_reports(name: str) -> str:
    """Said of every reader, whether or not there is a report: who removes them must not learn that."""
    return QCoreApplication.translate(
        "ReportBox",
        "Reports of the report box that are sealed to {name} alone cannot be read by anybody afterwards. "
        "{name} hands them over beforehand, under Safeguards, Report box.",
    ).format(name=name)
