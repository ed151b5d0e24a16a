"""Where masks leave nothing to choose by, a merge proposes what is more, and knows that it has to explain."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.customers.merging import MergeField, MergeLine, Take
from hvacdesk.domain.masked import Masked
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from tests.helpers.ground import Ground
from tests.helpers.people import customer

NAMES_READ = PersonName("柳川", "美沙緒", "ヤナガワ", "ミサオ")


@pytest.mark.parametrize(
    ("kept", "merged", "proposed"),
    [
        (replace(NAMES_READ, family_kana="", given_kana="ミサオ"), NAMES_READ, Take.MERGED),
        (NAMES_READ, replace(NAMES_READ, family_kana="", given_kana="ミサオ"), Take.KEPT),
        (replace(NAMES_READ, given_kana="ミサヲ"), NAMES_READ, Take.KEPT),
        (replace(NAMES_READ, given="美佐緒", family_kana=""), NAMES_READ, Take.KEPT),
    ],
    ids=["half", "half goes", "as much", "another name"],
)
def test_of_one_name_the_whole_reading_is_proposed(
    ground: Ground, kept: PersonName, merged: PersonName, proposed: Take
) -> None:
    customers = Customers(ground.workplace)
    keys = [customers.add(ground.desk, customer(name=name)) for name in (kept, merged)]
    lines = Merging(ground.workplace).compare(ground.desk, *keys).lines
    (line,) = (one for one in lines if one.field is MergeField.KANA)
    assert line.proposed is proposed


@pytest.mark.parametrize(
    ("kept", "merged", "hides", "only_one"),
    [
        (Masked("タナカ ●●", hidden=True), Masked("タナカ ●●", hidden=True), True, False),
        (Masked("●●", hidden=True), Masked("タナカ ●●", hidden=True), True, False),
        (Masked(""), Masked("●●", hidden=True), True, True),
        (Masked("タナカ ●●", hidden=True), Masked("タナベ ●●", hidden=True), False, False),
        (Masked(""), Masked("タナカ ●●", hidden=True), False, True),
        (Masked("アオバ"), Masked("アオキ"), False, False),
    ],
)
def test_it_is_known_where_masks_leave_nothing_to_choose_by(
    kept: Masked, merged: Masked, hides: bool, only_one: bool
) -> None:
    line = MergeLine(MergeField.KANA, kept, merged, Take.KEPT)
    assert (line.hides_the_difference, line.only_one) == (hides, only_one)
