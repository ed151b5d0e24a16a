"""Several duplicates in one customer, told apart in any order: nothing of one is left, nothing lost."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from hvacdesk.domain.customers.cautions import Caution, CautionKind
from hvacdesk.domain.customers.customers import CustomerRecord, PersonName, Phone, PhoneKind
from hvacdesk.domain.customers.merging import MergeField, Take, Unsettled
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from hvacdesk.store.customers import customers as store
from tests.helpers.ground import Ground
from tests.helpers.people import customer

NAMES = "甲乙丙丁"
TAKES = (Take.KEPT, Take.MERGED)


@dataclass
class Several:
    """Customers of whom the first is the one that is kept."""

    ground: Ground
    customers: tuple[str, ...]

    @property
    def merging(self) -> Merging:
        return Merging(self.ground.workplace)

    def merge(self, other: str, choices: dict[MergeField, Take]) -> str:
        kept = self.customers[0]
        view = self.merging.compare(self.ground.owner, kept, other)
        versions = (view.kept.version, view.merged.version)
        return self.merging.merge(self.ground.owner, kept, other, versions, choices)

    def record(self, customer: str) -> CustomerRecord:
        with self.ground.workplace.reading() as session:
            return store.record_of(store.get(session, customer))


def made(ground: Ground, records: Sequence[CustomerRecord]) -> Several:
    people = Customers(ground.workplace)
    return Several(ground, tuple(people.add(ground.owner, record) for record in records))


def record(name: str, **other: object) -> CustomerRecord:
    address = replace(customer().address, street=f"{name}町", building=f"{name}荘")
    return replace(
        customer(name=PersonName("柳川", name, "ヤナガワ", "ミサオ"), address=address),
        **{
            "note": f"{name}の覚え書き",
            "email": "",
            "phones": (Phone(PhoneKind.MOBILE, f"090-1111-000{NAMES.index(name)}"),),
            "cautions": (Caution(CautionKind.PET, f"{name}の犬"),),
            **other,
        },
    )


@pytest.mark.parametrize("order", list(itertools.permutations((1, 2, 3))))
@pytest.mark.parametrize("take", TAKES)
def test_what_is_left_is_of_those_who_are_still_there(
    ground: Ground, order: tuple[int, ...], take: Take
) -> None:
    several = made(ground, [record(name) for name in NAMES])
    before = [several.record(one) for one in several.customers]
    choices = {MergeField.NAME: take, MergeField.ADDRESS: take, MergeField.NOTE: Take.BOTH}
    merges = {at: several.merge(several.customers[at], choices) for at in (1, 2, 3)}
    gone: list[str] = []
    for at in order:
        several.merging.undo(ground.owner, merges[at])
        gone.append(NAMES[at])
        held = repr(several.record(several.customers[0]))
        for name in gone:
            number = before[NAMES.index(name)].phones[0].number
            assert not [text for text in (f"{name}の", f"{name}町", number) if text in held]
        for name in set(NAMES) - set(gone):
            assert not [text for text in (f"{name}の犬", f"{name}の覚え書き") if text not in held]
    assert [several.record(one) for one in several.customers] == before


@pytest.mark.parametrize("seed", range(25))
def test_all_lead_back_to_what_was_before(ground: Ground, seed: int) -> None:
    chance = random.Random(seed)
    texts = ("", "犬", "猫", "犬、猫")

    def one(name: str) -> CustomerRecord:
        shared = Phone(PhoneKind.HOME, "052-111-2222")
        own = Phone(PhoneKind.MOBILE, f"090-1111-000{NAMES.index(name)}")
        return record(
            name,
            note=chance.choice(("", "同じ", f"{name}の覚え書き")),
            phones=tuple(chance.sample((shared, own), chance.randint(0, 2))),
            cautions=tuple(
                Caution(kind, chance.choice(texts))
                for kind in (CautionKind.PET, CautionKind.STAIRS)
                if chance.random() < 0.6
            ),
        )

    several = made(ground, [one(name) for name in NAMES])
    before = [several.record(one) for one in several.customers]
    merges = []
    for other in several.customers[1:]:
        choices = {field: chance.choice(TAKES) for field in (MergeField.NAME, MergeField.ADDRESS)}
        merges.append(several.merge(other, {**choices, MergeField.NOTE: chance.choice(list(Take))}))
    chance.shuffle(merges)
    for merge in merges:
        assert several.merging.undo(ground.owner, merge).unsettled == ()
    assert [several.record(one) for one in several.customers] == before


def test_a_note_and_a_caution_that_were_changed_in_between_stay(ground: Ground) -> None:
    several = made(ground, [record(name) for name in NAMES[:3]])
    kept, people = several.customers[0], Customers(ground.workplace)
    first = several.merge(several.customers[1], {MergeField.NOTE: Take.BOTH})
    version = people.detail(ground.owner, kept).version
    changes = {"note": "書き直し", "cautions": (Caution(CautionKind.PET, "三匹"),)}
    people.change(ground.owner, kept, version, changes)
    several.merge(several.customers[2], {MergeField.NOTE: Take.BOTH})
    undone = several.merging.undo(ground.owner, first)
    assert (undone.stayed, undone.unsettled) == ((MergeField.NOTE,), (Unsettled.CAUTIONS,))
    assert several.record(kept).note == "書き直し\n丙の覚え書き"
    assert several.record(kept).cautions == (Caution(CautionKind.PET, "三匹、丙の犬"),)
