"""What today's page asks for, and what closing must tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hvacdesk.domain.backups.backups import (
    BackupFacts,
    BackupOutcome,
    BackupOverview,
    BackupPlace,
    PlaceState,
)
from hvacdesk.domain.entry.keys import KeyStanding, SheetRecord
from hvacdesk.domain.text.wording import english, phrase
from hvacdesk.ui.backups.farewell import Ended
from hvacdesk.ui.backups.tasks import tasks
from hvacdesk.vault.errors import KeyringPartLocked

TODAY = date(2026, 11, 24)
FAILURE = phrase("Errors", "The disk is full.")
GOOD = BackupPlace("a" * 32, "/disks/one", PlaceState.GOOD, verified_at="2026-11-24T00:05:00Z")
CALM = BackupOverview((GOOD,), GOOD.verified_at, due=False)
STANDING = KeyStanding(2, (), "AB CD", (SheetRecord(1, "2026-04-01"),), sheet_due=False, logins=())
FACTS = BackupFacts("", "", "", 2, GOOD.verified_at, 1, 1, 1, "", 1, "")


def asked(overview: BackupOverview = CALM, standing: KeyStanding = STANDING) -> list[tuple[str, str]]:
    return [(task.text, task.tab) for task in tasks(overview, standing, english, TODAY)]


class TestTasks:
    def test_nothing_is_asked_while_all_is_well(self) -> None:
        assert asked() == []

    def test_an_office_without_a_folder_is_asked_for_one(self) -> None:
        assert asked(BackupOverview((), "", due=True)) == [("Choose a backup folder", "backups")]

    @pytest.mark.parametrize(
        ("state", "text"),
        [
            (PlaceState.ABSENT, "Connect the backup disk"),
            (PlaceState.FAILED, "See why the backup failed"),
            (PlaceState.OVERDUE, "Back up now"),
            (PlaceState.NEVER, "Back up now"),
        ],
    )
    def test_each_folder_that_is_not_well_is_named(self, state: PlaceState, text: str) -> None:
        bad = replace(GOOD, place="b" * 32, folder="/disks/two", state=state, failure=FAILURE)
        (task,) = tasks(replace(CALM, places=(GOOD, bad)), STANDING, english, TODAY)
        assert (task.text, task.tab) == (text, "backups")
        assert "/disks/two" in task.note
        assert (FAILURE.text in task.note) == (state is PlaceState.FAILED)

    def test_a_renewal_that_waits_for_its_backup_says_so(self) -> None:
        assert asked(replace(CALM, pending_epochs=(1,))) == [("Back up under the new keys", "backups")]

    def test_a_keyring_that_keeps_the_former_keys_is_named(self) -> None:
        locked = replace(CALM, pending_epochs=(1,), pending_because=KeyringPartLocked(keyrings="二つ目"))
        (task,) = tasks(locked, STANDING, english, TODAY)
        assert "“二つ目” is locked" in task.note

    def test_a_sheet_that_is_due_and_one_to_shred_lead_to_the_keys(self) -> None:
        sheets = (SheetRecord(2, "2026-11-01"), SheetRecord(1, "2026-04-01", "2026-11-01"))
        standing = replace(STANDING, sheet_due=True, sheets=sheets)
        assert asked(standing=standing) == [
            ("Print a new recovery sheet", "keys"),
            ("Shred recovery sheet 1", "keys"),
        ]
        shredded = replace(sheets[1], shredded_on="2026-11-02")
        assert asked(standing=replace(standing, sheet_due=False, sheets=(sheets[0], shredded))) == []

    def test_a_sheet_of_a_year_ago_is_to_be_renewed(self) -> None:
        old = replace(STANDING, sheets=(SheetRecord(1, "2025-11-24"),))
        assert asked(standing=old) == [("Renew the recovery sheet", "keys")]
        assert asked(standing=replace(old, sheet_due=True)) == [("Print a new recovery sheet", "keys")]


class TestWhatClosingTells:
    good = BackupOutcome("a", "/disks/one", FACTS)
    bad = BackupOutcome("b", "/disks/two", None, FAILURE)

    def test_an_absent_disk_beside_a_good_one_is_no_news(self) -> None:
        assert Ended((self.good, self.bad), frozenset({"b"})).to_tell == ()

    def test_a_failure_is_told_even_beside_a_good_one(self) -> None:
        assert Ended((self.good, self.bad)).to_tell == (self.bad,)

    def test_absence_is_told_where_no_folder_has_a_backup(self) -> None:
        assert Ended((self.bad,), frozenset({"b"})).to_tell == (self.bad,)

    def test_nothing_is_told_where_nothing_was_due(self) -> None:
        assert Ended().to_tell == ()
