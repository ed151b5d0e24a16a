"""What the audit log's codes are in plain words."""

from __future__ import annotations

import pytest

from hvacdesk.domain.audit import Action, AuditEntry
from hvacdesk.domain.wording import english
from hvacdesk.ui.safeguards.action_names import ACTION_NAMES
from hvacdesk.ui.safeguards.detail_words import detail_text


@pytest.mark.parametrize(
    ("action", "subject", "details", "text"),
    [
        (
            Action.BACKUP_FAILED,
            "place:0a1b2c3d4e5f",
            {"failure": "full"},
            "Backup folder 0a1b2c3d  Failure: The backup folder has too little free space.",
        ),
        (
            Action.BACKUP_TAKEN,
            "place:0a1b2c3d4e5f",
            {"backup": "hvacdesk-backup-1", "rows": 12, "removed": 0},
            "Backup folder 0a1b2c3d  Backup: hvacdesk-backup-1  Rows: 12  Backups removed: 0",
        ),
        (
            Action.RESULTS_RECORDED,
            "job:0a1b2c3d4e5f",
            {"units": 2, "confirmed": ["insulation_mohm"]},
            "Job 0a1b2c3d  Units: 2  Unusual values confirmed: Insulation resistance",
        ),
        (
            Action.REFRIGERANT_STRUCK,
            "unit:0a1b2c3d4e5f",
            {"entry": "f" * 32, "reason": "wrong_amount"},
            "Unit 0a1b2c3d  Reason: Wrong amount or day",
        ),
        (Action.SHEET_SHREDDED, "sheet:2", {}, "Recovery sheet 2"),
        (Action.FORMER_KEYS_DISCARDED, "", {"epochs": [1, 2]}, "Epochs: 1・2"),
        (Action.KEYS_ROTATED, "", {"epoch": 3, "payment": True, "signing": False}, "Epoch: 3"),
    ],
)
def test_keys_and_backups_are_told_in_words(
    action: Action, subject: str, details: dict[str, object], text: str
) -> None:
    entry = AuditEntry(1, "2026-11-24T00:00:00Z", "0" * 32, "N", action, subject, details, "")
    assert detail_text(entry, english) == text


def test_every_action_has_a_name() -> None:
    assert set(ACTION_NAMES) == set(Action)
