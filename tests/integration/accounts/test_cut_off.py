"""The program ends between slots file and table: the next login puts the table right and logs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.entry.reconciling import ROSTER
from hvacdesk.services.open_office import Office
from hvacdesk.vault import milestones
from tests.helpers.one_time import reset as reset_passphrase
from tests.helpers.people import HIDDEN
from tests.helpers.real_office import FACTS, NAMES, SECOND_OWNER, RealOffice
from tests.helpers.sabotage import replaced
from tests.integration.accounts.test_accounts import bank_of, member

DESK, ACCOUNTING = NAMES[Role.DESK], NAMES[Role.ACCOUNTING]


class PowerCut(BaseException):
    """Ends the program at a milestone; nothing in it catches this."""


def cut_off(real: RealOffice, milestone: str, step: Callable[[Office, Actor], object]) -> None:
    """Do a step in an owner's session, and end the program at a milestone."""
    office, owner = real.login(Role.OWNER)

    def reached(name: str) -> None:
        if name == milestone:
            raise PowerCut

    with replaced(milestones, "reached", reached), pytest.raises(PowerCut):
        step(office, owner)
    office._workplace.store.close()


def noted(office: Office, owner: Actor, action: Action) -> list[tuple[str, object]]:
    return [(entry.subject, entry.details.get("by")) for entry in office.audit.entries(owner, action=action)]


def require_usable(office: Office, actor: Actor) -> None:
    assert bank_of(office, actor) == HIDDEN["bank"]
    assert office.audit.verify(replace(actor, roles=frozenset({Role.INSPECTOR}))).intact
    office.leave(actor)


COMMITTED = ("slots.office.keys", "rotation.committed", "rotation.remembered", "keys.exchanged")


@pytest.mark.parametrize("milestone", COMMITTED)
def test_a_leaver_is_gone_and_it_is_noted_once(real: RealOffice, milestone: str) -> None:
    gone = real.accounts[SECOND_OWNER]
    cut_off(real, milestone, lambda office, owner: office.accounts.remove(owner, gone))
    office, owner = real.login(Role.OWNER)
    assert not member(office, owner, gone).active
    assert noted(office, owner, Action.ACCOUNT_REMOVED) == [(f"account:{gone}", ROSTER)]
    assert noted(office, owner, Action.KEYS_ROTATED) == [("", ROSTER)]
    assert office.keys.standing(owner).sheet_due
    office.leave(owner)
    office, owner = real.login(Role.OWNER)
    assert (
        len(noted(office, owner, Action.ACCOUNT_REMOVED))
        == len(noted(office, owner, Action.KEYS_ROTATED))
        == 1
    )
    require_usable(office, owner)


@pytest.mark.parametrize(
    "milestone", ["rotation.exported", "rotation.resealed", "rotation.checked", "rotation.secret"]
)
def test_before_the_commit_nobody_has_left(real: RealOffice, milestone: str) -> None:
    staying = real.accounts[ACCOUNTING]
    cut_off(real, milestone, lambda office, owner: office.accounts.remove(owner, staying))
    office, owner = real.login(Role.OWNER)
    assert member(office, owner, staying).active
    assert office.keys.standing(owner).epoch == 1
    assert noted(office, owner, Action.KEYS_ROTATED) == []
    office.leave(owner)
    require_usable(*real.login(ACCOUNTING))


def test_roles_that_were_taken_away_are_noted(real: RealOffice) -> None:
    other = real.accounts[SECOND_OWNER]
    typing, author = real.login(SECOND_OWNER)
    typing.drafts.keep(author, "customer", "new", {"note": "下書き"})
    typing.leave(author)
    cut_off(
        real,
        "keys.exchanged",
        lambda office, owner: office.accounts.change_roles(owner, other, {Role.DESK}, shown={Role.OWNER}),
    )
    office, owner = real.login(Role.OWNER)
    assert member(office, owner, other).roles == ("desk",)
    assert office.drafts.list(author) == ()
    assert noted(office, owner, Action.ACCOUNT_CHANGED) == [(f"account:{other}", ROSTER)]
    assert office.keys.standing(owner).sheet_due
    require_usable(office, owner)


@pytest.mark.parametrize(
    ("milestone", "step", "action"),
    [
        (
            "accounts.renamed",
            lambda office, owner, one: office.accounts.rename(owner, one, "別の名前", shown=ACCOUNTING),
            Action.ACCOUNT_CHANGED,
        ),
        (
            "accounts.roles",
            lambda office, owner, one: office.accounts.change_roles(
                owner, one, {Role.ACCOUNTING, Role.DESK}, shown=member(office, owner, one).roles
            ),
            Action.ACCOUNT_CHANGED,
        ),
        (
            "accounts.reset",
            reset_passphrase,
            Action.ACCOUNT_RESET,
        ),
    ],
)
def test_what_was_changed_without_new_keys_is_noted(
    real: RealOffice, milestone: str, step: Callable[[Office, Actor, str], object], action: Action
) -> None:
    one = real.accounts[ACCOUNTING]
    cut_off(real, milestone, lambda office, owner: step(office, owner, one))
    for _ in range(2):
        office, owner = real.login(Role.OWNER)
        assert noted(office, owner, action) == [(f"account:{one}", ROSTER)]
        assert {slot.slot_id: slot.name for slot in office._workplace.vault.staff}[one] == member(
            office, owner, one
        ).name
        require_usable(office, owner)


def test_an_invitation_is_no_reset_when_it_is_found(real: RealOffice) -> None:
    cut_off(
        real,
        "accounts.invited",
        lambda office, owner: office.accounts.invite(owner, "新人 六郎", {Role.DESK}),
    )
    office, owner = real.login(Role.OWNER)
    (found,) = (one for one in office.accounts.list(owner) if one.name == "新人 六郎")
    assert found.invited
    assert noted(office, owner, Action.ACCOUNT_CHANGED) == [(f"account:{found.account}", ROSTER)]
    assert noted(office, owner, Action.ACCOUNT_RESET) == []
    require_usable(office, owner)


def test_a_sheet_that_came_into_force_is_on_record(real: RealOffice) -> None:
    def renew(office: Office, owner: Actor) -> None:
        renewal = office.keys.renew_sheet(owner)
        for position in renewal.group_positions_to_retype():
            assert renewal.confirm(position, renewal.printed_group(position))
        assert renewal.sheet_pdf(FACTS, lambda text: text.text).startswith(b"%PDF")
        renewal.finish()

    cut_off(real, "keys.exchanged", renew)
    office, owner = real.login(Role.OWNER)
    assert [(sheet.number, sheet.to_shred) for sheet in office.keys.standing(owner).sheets] == [
        (2, False),
        (1, True),
    ]
    assert noted(office, owner, Action.SHEET_RENEWED) == [("sheet:2", ROSTER)]
    require_usable(office, owner)
