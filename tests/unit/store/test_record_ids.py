"""Random ids, one by one or many at once."""

from __future__ import annotations

import re

import pytest

from hvacdesk.store.base import new_record_id, new_record_ids


@pytest.mark.parametrize("count", [0, 1, 2_000])
def test_many_at_once_are_as_many_different_ones(count: int) -> None:
    ids = {*new_record_ids(count), new_record_id()}
    assert len(ids) == count + 1
    assert all(re.fullmatch("[0-9a-f]{32}", one) for one in ids)
