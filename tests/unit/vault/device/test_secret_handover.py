"""Several logins of one computer: inviting, going forward by themselves, and being shut out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.roles import Role
from hvacdesk.vault import ciphers, errors, folder
from hvacdesk.vault.device import device_state, secret_handover
from hvacdesk.vault.device.enrolment_errors import (
    EnrolmentExpired,
    EnrolmentMissing,
    EnrolmentWrongWords,
    LoginGone,
)
from hvacdesk.vault.keyfile import slots
from hvacdesk.vault.keyfile.body import Login
from hvacdesk.vault.keyfile.rotation import Plan
from hvacdesk.vault.keyfile.slots import SecretHandover
from hvacdesk.vault.office import OpenVault, SealedOffice
from tests.helpers.vault_offices import ONE_TIME, OWNER_PASSPHRASE, MadeOffice, MemorySecrets, must_choose

DAY = 24 * 60 * 60.0
DESK = frozenset({Role.DESK})


@pytest.fixture
def second() -> MemorySecrets:
    """The key store of another login, which knows nothing yet."""
    return MemorySecrets()


def found(office: MadeOffice, secrets: MemorySecrets) -> SealedOffice:
    return SealedOffice.find(office.home, secrets, clock=office.clock)


def unlocked(office: MadeOffice, secrets: MemorySecrets, slot_id: str = "", text: str = "") -> OpenVault:
    return found(office, secrets).unlock(slot_id or office.vault.slot_id, text or OWNER_PASSPHRASE)


def enrol(office: MadeOffice, secrets: MemorySecrets, words: str, *, after: float = 0.0) -> None:
    SealedOffice.enrol(office.home, secrets, words, office.clock.now + after)


def joined(office: MadeOffice, secrets: MemorySecrets, name: str = "受付") -> MemorySecrets:
    enrol(office, secrets, office.vault.logins.invite(name, office.clock.now))
    return secrets


def listed(vault: OpenVault) -> list[tuple[str, int, bool, bool]]:
    return [(login.name, login.epoch, login.here, login.by_itself) for login in vault.logins.listed()]


def secrets_of(office: MadeOffice, secrets: MemorySecrets) -> set[str]:
    """The epochs whose device secret a key store holds."""
    accounts = {account.removeprefix(f"{office.vault.office_id}/") for account in secrets.kept}
    return {account for account in accounts if account.isdigit()}


def test_without_an_invitation_the_way_is_told(office: MadeOffice, second: MemorySecrets) -> None:
    with pytest.raises(errors.DeviceSecretMissing) as caught:
        found(office, second)
    assert "ask a person responsible to enrol this login" in caught.value.todo.text
    with pytest.raises(EnrolmentMissing):
        enrol(office, second, "anything")
    assert second.kept == {}


def test_where_there_is_one_login_nothing_is_kept_about_it(office: MadeOffice) -> None:
    assert listed(office.vault) == [("", 1, True, True)]
    office.vault.epochs.rotate()
    assert office.vault._session.read().body.logins == ()
    assert not any(account.endswith("/login") for account in office.secrets.kept)


def test_an_invited_login_opens_the_office_at_once_and_for_everybody(
    office: MadeOffice, second: MemorySecrets
) -> None:
    desk = office.vault.slots.add("鈴木", DESK, ONE_TIME)
    words = office.vault.logins.invite("受付", office.clock.now)
    assert listed(office.vault) == [("", 1, True, True)]
    enrol(office, second, "　".join(words.upper().split("-")), after=DAY - 1)
    assert not (office.home / folder.ENROLMENT_NAME).exists()
    assert not any("enrolment" in account for account in second.kept)
    vault = unlocked(office, second)
    assert listed(vault) == [("", 1, False, True), ("受付", 1, True, True)]
    assert listed(office.vault) == [("", 1, True, True), ("受付", 1, False, True)]
    assert unlocked(office, second, desk.slot_id, ONE_TIME).name == "鈴木"
    vault.slots.rename(desk.slot_id, "佐藤")
    assert unlocked(office, office.secrets, desk.slot_id, ONE_TIME).name == "佐藤"
    with pytest.raises(EnrolmentMissing):
        enrol(office, MemorySecrets(), words)


def test_wrong_words_are_slowed_and_use_nothing_up(office: MadeOffice, second: MemorySecrets) -> None:
    words = office.vault.logins.invite("受付", office.clock.now)
    for _ in range(3):
        with pytest.raises(EnrolmentWrongWords) as wrong:
            enrol(office, second, "chigau-kotoba")
    assert wrong.value.wait == 5
    with pytest.raises(errors.TooManyTries):
        enrol(office, second, words)
    assert secrets_of(office, second) == set()
    enrol(office, second, words, after=5)
    unlocked(office, second).connect().close()


@pytest.mark.parametrize("after", [DAY, -700.0, float("nan")])
def test_an_invitation_holds_for_a_day(office: MadeOffice, second: MemorySecrets, after: float) -> None:
    words = office.vault.logins.invite("受付", office.clock.now)
    with pytest.raises(EnrolmentExpired):
        enrol(office, second, words, after=after)
    assert second.kept == {}


def test_a_later_invitation_takes_the_place_of_an_earlier_one(
    office: MadeOffice, second: MemorySecrets
) -> None:
    first = office.vault.logins.invite("受付", office.clock.now)
    later = office.vault.logins.invite("経理", office.clock.now)
    with pytest.raises(EnrolmentWrongWords):
        enrol(office, second, first)
    enrol(office, second, later)
    assert listed(unlocked(office, second))[-1][0] == "経理"


def test_a_rotation_voids_an_invitation(office: MadeOffice, second: MemorySecrets) -> None:
    words = office.vault.logins.invite("受付", office.clock.now)
    kept = (office.home / folder.ENROLMENT_NAME).read_bytes()
    office.vault.epochs.rotate()
    with pytest.raises(EnrolmentMissing):
        enrol(office, second, words)
    (office.home / folder.ENROLMENT_NAME).write_bytes(kept)
    with pytest.raises(EnrolmentExpired):
        enrol(office, second, words)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: b"",
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw.replace(b'"format": 1', b'"format": 2'),
        lambda raw: raw.replace(b'"cost": [64', b'"cost": [1'),
        lambda raw: raw.replace(b'"cost": [64', b'"cost": [99999999'),
        lambda raw: b"[" * 15_000,
    ],
)
def test_an_unreadable_invitation_is_none(
    office: MadeOffice, second: MemorySecrets, spoil: Callable[[bytes], bytes]
) -> None:
    words = office.vault.logins.invite("受付", office.clock.now)
    path = office.home / folder.ENROLMENT_NAME
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(EnrolmentMissing):
        enrol(office, second, words)


def test_an_altered_invitation_does_not_open(office: MadeOffice, second: MemorySecrets) -> None:
    words = office.vault.logins.invite("受付", office.clock.now)
    path = office.home / folder.ENROLMENT_NAME
    path.write_bytes(path.read_bytes().replace(b'"made": 18000', b'"made": 18001'))
    with pytest.raises(EnrolmentWrongWords):
        enrol(office, second, words, after=2 * DAY)


def test_only_an_owner_with_a_key_store_invites(office: MadeOffice) -> None:
    slot = office.vault.slots.add("鈴木", DESK, ONE_TIME)
    with pytest.raises(NotPermitted):
        unlocked(office, office.secrets, slot.slot_id, ONE_TIME).logins.invite("受付", office.clock.now)
    with pytest.raises(errors.KeyringMissing):
        SealedOffice.recover(office.home, office.code).logins.invite("受付", office.clock.now)
    office.secrets.delete(f"{office.vault.office_id}/1")
    with pytest.raises(errors.DeviceSecretMissing):
        office.vault.logins.invite("受付", office.clock.now)
    assert not (office.home / folder.ENROLMENT_NAME).exists()


def test_a_login_that_is_behind_goes_forward_by_itself(office: MadeOffice, second: MemorySecrets) -> None:
    joined(office, second)
    for _ in range(3):
        office.vault.epochs.rotate()
    assert listed(office.vault) == [("受付", 1, False, True), ("", 4, True, True)]
    assert [(link.former, link.epoch) for link in office.vault._session.read().file.handovers] == [
        (1, 2),
        (2, 3),
        (3, 4),
    ]
    vault = unlocked(office, second)
    assert vault.epoch == 4
    assert secrets_of(office, second) == {"4"}
    assert sorted(listed(vault)) == [("", 4, False, True), ("受付", 4, True, True)]
    assert vault._session.read().file.handovers == ()
    vault.epochs.rotate()
    assert unlocked(office, office.secrets).epoch == 5
    assert secrets_of(office, office.secrets) == {"5"}


def test_two_logins_catch_up_one_after_the_other(office: MadeOffice, second: MemorySecrets) -> None:
    third = MemorySecrets()
    joined(office, second)
    joined(office, third, "経理")
    office.vault.epochs.rotate()
    found(office, second)
    office.vault.epochs.rotate()
    kept = [(link.former, link.epoch) for link in office.vault._session.read().file.handovers]
    assert kept == [(1, 2), (2, 3)]
    found(office, third)
    assert [(link.former, link.epoch) for link in office.vault._session.read().file.handovers] == [(2, 3)]
    assert (found(office, second).epoch, found(office, third).epoch) == (3, 3)
    assert office.vault._session.read().file.handovers == ()


@pytest.mark.parametrize("how", ["leaver", "withdrawal"])
def test_who_is_shut_out_cannot_follow_and_others_are_enrolled_anew(
    office: MadeOffice, second: MemorySecrets, how: str
) -> None:
    third = joined(office, MemorySecrets(), "経理")
    joined(office, second)
    office.vault.epochs.rotate()  # with handovers waiting in the file
    leaver = office.vault.slots.add("鈴木", DESK, ONE_TIME)
    if how == "leaver":
        office.vault.epochs.rotate(Plan(leaving=leaver.slot_id))
        assert sorted(listed(office.vault)) == [
            ("", 3, True, True),
            ("受付", 1, False, False),
            ("経理", 1, False, False),
        ]
    else:
        office.vault.epochs.rotate(Plan(withdrawing=office.vault.logins.listed()[0].login))
        assert sorted(listed(office.vault)) == [("", 3, True, True), ("受付", 1, False, False)]
    for shut_out in (second, third):
        with pytest.raises(errors.DeviceSecretMissing):
            found(office, shut_out)
    office.vault.epochs.rotate()
    assert office.vault._session.read().file.handovers == (), (
        "nobody can follow, so there is nothing to follow"
    )
    joined(office, second, "新しい受付")
    assert unlocked(office, second).epoch == 4
    names = sorted(name for name, *_ in listed(office.vault))
    assert names == (["", "新しい受付", "経理"] if how == "leaver" else ["", "新しい受付"])
    if how == "withdrawal":
        office.vault.epochs.rotate(
            Plan(withdrawing=next(login.login for login in office.vault.logins.listed() if not login.here))
        )
        assert office.vault._session.read().body.logins == (), "alone again"
    assert secrets_of(office, second) >= {"4"}


def test_a_login_withdraws_others_not_itself(office: MadeOffice, second: MemorySecrets) -> None:
    joined(office, second)
    mine = next(login for login in office.vault.logins.listed() if login.here)
    with pytest.raises(ValueError, match="itself"):
        office.vault.epochs.rotate(Plan(withdrawing=mine.login))
    with pytest.raises(LoginGone):
        office.vault.epochs.rotate(Plan(withdrawing="f" * 32))
    assert office.vault.epoch == 1


def test_a_person_invited_elsewhere_can_log_in_here_at_once_but_a_deleted_count_slows(
    office: MadeOffice, second: MemorySecrets
) -> None:
    joined(office, second)
    slot = office.vault.slots.add("鈴木", DESK, ONE_TIME)
    assert unlocked(office, second, slot.slot_id, ONE_TIME).name == "鈴木"
    second.delete(f"{office.vault.office_id}/{slot.slot_id}/tries")
    with pytest.raises(errors.TooManyTries):
        unlocked(office, second, slot.slot_id, ONE_TIME)
    office.vault.slots.reset(slot.slot_id, "mou-ichido-no-aikotoba")
    vault = unlocked(office, second, slot.slot_id, "mou-ichido-no-aikotoba")
    assert must_choose(vault)


def test_a_former_secret_goes_when_another_login_discards_its_file(
    office: MadeOffice, second: MemorySecrets
) -> None:
    joined(office, second)
    office.vault.epochs.rotate()
    found(office, office.secrets)
    assert secrets_of(office, office.secrets) == {"1", "2"}, "the former file is still there"
    unlocked(office, second).epochs.discard_former()
    assert secrets_of(office, office.secrets) == {"1", "2"}
    found(office, office.secrets)
    assert secrets_of(office, office.secrets) == {"2"}
    assert secrets_of(office, second) == {"2"}


def test_after_a_recovery_every_other_login_is_enrolled_anew(
    office: MadeOffice, second: MemorySecrets
) -> None:
    joined(office, second)
    vault = SealedOffice.recover(office.home, office.code)
    vault.epochs.take_over(
        office.vault.slot_id,
        "atarashii-aikotoba-desu",
        secrets=office.secrets,
        payment=None,
        clock=office.clock,
    )
    assert vault._session.read().body.logins == ()
    assert vault._session.read().file.handovers == ()
    with pytest.raises(errors.DeviceSecretMissing):
        found(office, second)


def test_a_secret_that_opens_nothing_is_not_taken(office: MadeOffice, second: MemorySecrets) -> None:
    """Who kept a former secret can write a handover; it leads nowhere."""
    joined(office, second)
    key = office.vault._session.book.key
    office.vault.epochs.rotate()
    (file, *_) = slots.read_copies(office.home)
    forged = secret_handover.hand_over(office.vault.office_id, 1, key, 2, bytes(32))
    slots.write_copies(office.home, replace(file, handovers=(forged,)))
    before = dict(second.kept)
    with pytest.raises(errors.DeviceSecretWrong):
        found(office, second)
    assert second.kept == before
    strange = secret_handover.hand_over(office.vault.office_id, 1, bytes(32), 2, bytes(32))
    slots.write_copies(office.home, replace(file, handovers=(strange,)))
    with pytest.raises(errors.DeviceSecretMissing):
        found(office, second)


def test_a_handover_is_of_its_office_and_epochs() -> None:
    secret, key = bytes([7]) * 32, slots.slots_key(bytes(32), 1)
    link = secret_handover.hand_over("ab" * 16, 1, key, 2, secret)
    header = slots.Header("ab" * 16, 2, "office-2.db", bytes(16), "memory")
    file = slots.SlotsFile(header, b"", slots.RecoverySlot(1, "", b""), (link,))

    def secret_of(epoch: int) -> bytes | None:
        return bytes(32) if epoch == 1 else None

    assert secret_handover.follow(file, secret_of) == secret
    assert secret not in link.sealed
    others = (
        replace(file, header=replace(header, office_id="cd" * 16)),
        replace(file, header=replace(header, epoch=3), handovers=(replace(link, epoch=3),)),
        replace(file, handovers=()),
    )
    for other in others:
        assert secret_handover.follow(other, secret_of) is None


@pytest.mark.parametrize(
    ("at", "kept"),
    [((1,), 3), ((2,), 2), ((4,), 0), ((1, 2), 3), ((3, 4), 1), ((), 0), ((9,), 0)],
)
def test_handovers_are_kept_for_those_behind_alone(at: tuple[int, ...], kept: int) -> None:
    chain = [SecretHandover(epoch, epoch + 1, b"") for epoch in range(1, 4)]
    behind = [Login(str(epoch), "", epoch) for epoch in at]
    assert len(secret_handover.needed(chain, behind, 4)) == kept
    assert secret_handover.needed(chain[:2], behind, 4) == (), "a way that ends before the present is none"


def test_a_handover_in_a_circle_ends() -> None:
    circle = (SecretHandover(1, 2, b""), SecretHandover(2, 1, b""))
    header = slots.Header("ab" * 16, 2, "office-2.db", bytes(16), "memory")
    file = slots.SlotsFile(header, b"", slots.RecoverySlot(1, "", b""), circle)
    assert secret_handover.follow(file, lambda _epoch: None) is None
    assert secret_handover.needed(circle, [Login("", "", 1)], 3) == ()


def test_what_a_key_store_remembers_of_its_login_may_be_spoilt(
    office: MadeOffice, second: MemorySecrets
) -> None:
    joined(office, second)
    account = device_state.account(office.vault.office_id)
    for raw in (b"", b"[]", b"{}", b"\xff"):
        second.write(account, raw)
        assert found(office, second).epoch == 1
    assert device_state.read(second, office.vault.office_id) is not None


def test_a_backups_copy_without_handovers_opens(office: MadeOffice, second: MemorySecrets) -> None:
    joined(office, second)
    office.vault.epochs.rotate()
    (file, *_) = slots.read_copies(office.home)
    assert file.handovers
    copy = slots.parse(slots.serialize(replace(file, handovers=())))
    assert slots.open_body(copy, office.vault._session.book.key).logins


def test_where_another_login_may_have_gone_ahead_nothing_is_cleared_away(
    office: MadeOffice, second: MemorySecrets
) -> None:
    joined(office, second)
    unlocked(office, office.secrets).slots.rename_office("新しい名")
    (office.home / "office-2.db").write_bytes(b"of a rotation that this login knows nothing of")
    assert found(office, office.secrets).epoch == 1
    assert sorted(folder.databases(office.home)) == [1, 2]


def test_a_folder_that_refuses_the_note_stops_nobody(
    office: MadeOffice, second: MemorySecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    joined(office, second)
    office.vault.epochs.rotate()

    def refuse(_path: Path, _content: bytes) -> None:
        raise errors.DiskFull

    with monkeypatch.context() as patched:
        patched.setattr(folder, "replace_file", refuse)
        assert found(office, second).epoch == 2
    assert listed(office.vault)[0] == ("受付", 1, False, True)
    found(office, second)
    assert listed(office.vault)[-1] == ("受付", 2, False, True)


def test_an_exchanged_secret_is_no_part_of_any_text(office: MadeOffice, second: MemorySecrets) -> None:
    words = office.vault.logins.invite("受付", office.clock.now)
    secret = office.secrets.kept[f"{office.vault.office_id}/1"]
    office.vault.logins.invite("受付", office.clock.now)
    joined(office, second)
    office.vault.epochs.rotate()
    for path in office.home.iterdir():
        content = path.read_bytes()
        assert secret not in content
        assert secret.hex().encode() not in content
        assert words.encode() not in content
        assert "受付".encode() not in content
    assert len(secret) == ciphers.KEY_BYTES


def test_a_sample_office_leaves_nothing_in_the_key_store(office: MadeOffice) -> None:
    joined(office, MemorySecrets())
    office.vault.epochs.rotate()
    found(office, office.secrets).remove_secrets()
    assert office.secrets.kept == {}
