"""Spoiled values of an interrupted erasure: it ends and says *failed*; it never says *verified* for them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.services.disposal.exceptions import EXCEPTION_NAMES, NEEDLES_LOST
from hvacdesk.vault.folder import PENDING_NAME
from tests.helpers import key_snapshot
from tests.integration.faults.children import Children
from tests.integration.faults.judging import require_true_ledger
from tests.integration.faults.place import GOING, FaultyPlace
from tests.integration.faults.seen import look, require_same_log, require_tidy
from tests.integration.faults.spoiling import put_folder, spoiled
from tests.integration.faults.task import Fault
from tests.integration.faults.telling import Tell


class CutOff:
    """The office right after a batch's deletion, as often as it is wanted."""

    def __init__(self, place: FaultyPlace, forking: Children, copies: Path) -> None:
        self.place, self.copies = place, copies
        outcome = forking.run(place.task("disposal"), Fault("kill", "milestone disposal.deleted #1"))
        assert outcome.killed, outcome
        for folder in (place.home, place.disk):
            shutil.copytree(folder, copies / folder.name)
        self.secrets = key_snapshot.taken()

    def put_back(self) -> Path:
        """As the kill left it; returns the path of the values."""
        for folder in (self.place.home, self.place.disk):
            shutil.rmtree(folder)
            shutil.copytree(self.copies / folder.name, folder)
        key_snapshot.put_back(self.secrets)
        self.place.clock.pass_time(minutes=1)
        return self.place.home / PENDING_NAME

    def require_ended(self, state: BatchState) -> None:
        """Finish the batch: everybody is gone and ledgered, and the certificate says how it ended."""
        place, facts = self.place, self.place.facts
        office, owner = place.open()
        result = office.disposal.destruction.destroy(
            owner, facts["batch"], facts["count"], lambda *_: None, lambda: False
        )
        assert result.state is state
        assert (EXCEPTION_NAMES[NEEDLES_LOST] in result.exceptions) == (state is BatchState.FAILED)
        assert office.disposal.certificates.certificate_of(owner, facts["batch"]).result is state
        seen = look(office, owner)
        require_true_ledger(seen)
        assert len(office.disposal.certificates.ledger(owner)) == len(GOING)
        require_same_log(office, place.before)
        require_tidy(office._workplace.vault, place.disk)
        office.leave(owner)


@pytest.fixture
def cut_off(place: FaultyPlace, forking: Children, tmp_path: Path) -> CutOff:
    return CutOff(place, forking, tmp_path)


def test_spoiled_values_end_in_a_certificate_that_says_so(cut_off: CutOff, tell: Tell) -> None:
    content = cut_off.put_back().read_bytes()
    cut_off.require_ended(BatchState.VERIFIED)
    for kind, other in spoiled(content, content[::-1], "values", 3):
        cut_off.put_back().write_bytes(other)
        cut_off.require_ended(BatchState.FAILED)
        tell(f"spoiled values of an erasure: {kind}")


def test_without_the_file_or_with_a_folder_in_its_place(cut_off: CutOff) -> None:
    cut_off.put_back().unlink()
    cut_off.require_ended(BatchState.FAILED)
    put_folder(cut_off.put_back())
    cut_off.require_ended(BatchState.FAILED)


def test_a_file_without_end_is_not_taken_into_memory(cut_off: CutOff) -> None:
    with cut_off.put_back().open("r+b") as file:
        file.truncate(1 << 40)
    cut_off.require_ended(BatchState.FAILED)
    assert not (cut_off.place.home / PENDING_NAME).exists()
