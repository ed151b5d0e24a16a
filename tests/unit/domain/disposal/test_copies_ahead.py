"""What a disposal means for each copy beside the office's file: the same before it and on its certificate."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.backups.backups import BackupPlace, PlaceState
from hvacdesk.domain.disposal.copies_ahead import CopiesBeside, CopyFate, CopyKind

NONE = CopiesBeside(folders=(), dropped=False, set_aside=(), before_update=False, logins=(), sheets=())
HERE = BackupPlace("1" * 32, "/backup", PlaceState.GOOD, verified_at="2026-10-01T00:00:00Z")
AWAY = replace(HERE, folder="/disk", state=PlaceState.ABSENT)
NEVER_USED = replace(AWAY, folder="/new", verified_at="")
ALL = CopiesBeside(
    folders=(AWAY, HERE),
    dropped=True,
    set_aside=("set-aside-1", "set-aside-2"),
    before_update=True,
    logins=("受付",),
    sheets=(1,),
)


def test_ahead_each_copy_has_its_fate_and_those_that_are_replaced_come_first() -> None:
    assert [(one.kind, one.name, one.fate) for one in ALL.ahead()] == [
        (CopyKind.BACKUP_FOLDER, "/backup", CopyFate.REPLACED),
        (CopyKind.BACKUP_FOLDER, "/disk", CopyFate.OUT_OF_REACH),
        (CopyKind.DROPPED_FOLDER, "", CopyFate.STAYS),
        (CopyKind.SET_ASIDE, "set-aside-1", CopyFate.STAYS),
        (CopyKind.SET_ASIDE, "set-aside-2", CopyFate.STAYS),
        (CopyKind.BEFORE_UPDATE, "", CopyFate.REPLACED),
        (CopyKind.LOGIN, "受付", CopyFate.GOES_ON),
        (CopyKind.SHEET, "1", CopyFate.TO_SHRED),
    ]


def test_a_folder_in_which_no_backup_is_noted_holds_nobody() -> None:
    (copy,) = replace(NONE, folders=(NEVER_USED,)).ahead()
    assert copy.fate is CopyFate.NOTHING_THERE


def test_what_is_left_was_told_before_unless_it_was_to_be_replaced() -> None:
    told = {(one.kind, one.name): one.fate for one in ALL.ahead()}
    for copy in ALL.left(former_file=False):
        assert told[copy.kind, copy.name] in {copy.fate, CopyFate.REPLACED}


@pytest.mark.parametrize(("place", "fate"), [(HERE, CopyFate.STAYS), (AWAY, CopyFate.OUT_OF_REACH)])
def test_a_folder_that_still_holds_an_earlier_state_is_left(place: BackupPlace, fate: CopyFate) -> None:
    (copy,) = replace(NONE, folders=(place,)).left(former_file=False)
    assert (copy.kind, copy.name, copy.fate) == (CopyKind.BACKUP_FOLDER, place.folder, fate)


def test_an_earlier_sheet_is_left_only_where_there_is_something_that_it_opens() -> None:
    sheet = replace(NONE, sheets=(1,), logins=("受付",))
    assert [one.kind for one in sheet.left(former_file=False)] == [CopyKind.LOGIN]
    assert [one.kind for one in sheet.left(former_file=True)] == [CopyKind.LOGIN, CopyKind.SHEET]
    assert CopyKind.SHEET in {one.kind for one in replace(sheet, dropped=True).left(former_file=False)}


def test_nothing_beside_the_file_leaves_nothing() -> None:
    assert not [*NONE.ahead(), *NONE.left(former_file=True)]


def test_a_copy_in_the_own_folder_stays_and_is_opened_by_an_earlier_sheet() -> None:
    copies = replace(NONE, copies=("控え",), sheets=(1,))
    assert next((one.kind, one.name, one.fate) for one in copies.ahead()) == (
        CopyKind.COPY_BESIDE,
        "控え",
        CopyFate.STAYS,
    )
    assert [one.kind for one in copies.left(former_file=False)] == [CopyKind.COPY_BESIDE, CopyKind.SHEET]


def test_a_folder_that_was_not_looked_through_is_told_besides_what_was_found_there() -> None:
    full = replace(HERE, unsearched=True)
    kind, unsearched = CopyKind.BACKUP_FOLDER, CopyFate.UNSEARCHED
    assert [one.fate for one in replace(NONE, folders=(full,)).ahead()] == [CopyFate.REPLACED, unsearched]
    for place, fates in (
        (full, [unsearched]),
        (replace(full, former_epochs=1), [CopyFate.STAYS, unsearched]),
        (replace(full, former_epochs=1, state=PlaceState.ABSENT), [CopyFate.OUT_OF_REACH, unsearched]),
    ):
        left = list(replace(NONE, folders=(place,)).left(former_file=False))
        assert [(one.kind, one.fate) for one in left] == [(kind, fate) for fate in fates]
    assert [one.fate for one in replace(NONE, home_unsearched=True).left(former_file=False)] == [unsearched]
