from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.disposal.disposed_list import DisposedList
from hvacdesk.vault import ciphers
from hvacdesk.vault.erasure import disposed_list
from hvacdesk.vault.erasure.disposed_list import ListRefused
from hvacdesk.vault.keyfile import signers
from hvacdesk.vault.keyfile.signers import SignerSuccession
from tests.helpers.disposed import batch_of, destroyed

OFFICE = "a" * 32
KEY = bytes(range(32))
HEAD = b'{"office": "' + OFFICE.encode() + b'", "batches": 0, "customers": 1, "successions": []}\n'
LISTED = DisposedList((batch_of(),), tuple(destroyed(f"{number:032x}") for number in range(3)))


def written(
    listed: DisposedList = LISTED, key: bytes = KEY, successions: Sequence[SignerSuccession] = ()
) -> bytes:
    return disposed_list.written(listed, OFFICE, successions, lambda data: signers.sign(key, data))


def known(key: bytes) -> disposed_list.Verify:
    """What somebody checks who knows this signing key's public half."""
    signer = ciphers.signing_public(key)
    return lambda data, signature, successions: signers.signed_by_office(
        OFFICE, signer, data, signature, successions
    )


def test_it_is_read_as_it_was_signed() -> None:
    assert disposed_list.opened(written(), OFFICE, known(KEY)) == LISTED
    assert written() == written()


def test_it_holds_codes_and_ids_and_plain_text_alone() -> None:
    written().decode("ascii")


def test_another_offices_list_is_refused() -> None:
    with pytest.raises(ListRefused):
        disposed_list.opened(written(), "c" * 32, known(KEY))
    with pytest.raises(ListRefused):
        disposed_list.opened(written(key=bytes(32)), OFFICE, known(KEY))


def test_a_later_signing_key_is_followed_from_an_earlier_one_and_never_back() -> None:
    later = bytes(reversed(range(32)))
    link = signers.succeed(OFFICE, KEY, ciphers.signing_public(later), 2)
    content = written(key=later, successions=[link])
    assert disposed_list.opened(content, OFFICE, known(KEY)) == LISTED
    assert disposed_list.opened(content, OFFICE, known(later)) == LISTED
    with pytest.raises(ListRefused):
        disposed_list.opened(written(), OFFICE, known(later))
    foreign = signers.succeed(OFFICE, bytes(32), ciphers.signing_public(later), 2)
    with pytest.raises(ListRefused):
        disposed_list.opened(written(key=later, successions=[foreign]), OFFICE, known(KEY))


@pytest.mark.parametrize("lines", range(6))
def test_a_shortened_list_is_refused(lines: int) -> None:
    content = b"".join(written().splitlines(keepends=True)[:lines])
    with pytest.raises(ListRefused):
        disposed_list.opened(content, OFFICE, known(KEY))


def test_a_line_that_is_left_out_is_noticed_with_any_count() -> None:
    lines = written().splitlines(keepends=True)
    for count in (2, 3):
        head = lines[1].replace(b'"customers": 3', b'"customers": %d' % count)
        with pytest.raises(ListRefused):
            disposed_list.opened(b"".join([lines[0], head, *lines[2:-1]]), OFFICE, known(KEY))


@given(st.data())
def test_no_byte_can_be_changed(data: st.DataObject) -> None:
    content = bytearray(written())
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(ListRefused):
        disposed_list.opened(bytes(content), OFFICE, known(KEY))


@given(st.binary(max_size=300))
def test_no_bytes_crash_it(content: bytes) -> None:
    with pytest.raises(ListRefused):
        disposed_list.opened(content, OFFICE, known(KEY))


@pytest.mark.parametrize(
    "lines",
    [
        b"",
        b"[]\n",
        b"{}\n",
        b'{"office": 1, "batches": 0, "customers": 0, "successions": [[1]]}\n',
        HEAD + b'{"record": 1}\n',
        b"[" * 50_000,
    ],
)
def test_what_is_signed_but_no_list_is_refused(lines: bytes) -> None:
    """As a newer program's might be."""
    signature = signers.sign(KEY, b"hvacdesk-disposed-list 1\n" + lines).hex()
    content = f"hvacdesk-disposed-list 1 {signature}\n".encode() + lines
    with pytest.raises(ListRefused):
        disposed_list.opened(content, OFFICE, known(KEY))


def test_the_file_is_found_in_its_folder_and_a_bad_one_counts_as_none(tmp_path: Path) -> None:
    assert disposed_list.read(tmp_path, OFFICE, known(KEY)) is None
    disposed_list.write(tmp_path, written())
    assert disposed_list.read(tmp_path, OFFICE, known(KEY)) == LISTED
    stamp = (tmp_path / disposed_list.NAME).stat().st_mtime_ns
    disposed_list.write(tmp_path, written())
    assert (tmp_path / disposed_list.NAME).stat().st_mtime_ns == stamp, "the same is not written again"
    (tmp_path / disposed_list.NAME).write_bytes(b"?")
    assert disposed_list.read(tmp_path, OFFICE, known(KEY)) is None
    (tmp_path / disposed_list.NAME).unlink()
    (tmp_path / disposed_list.NAME).mkdir()
    assert disposed_list.read(tmp_path, OFFICE, known(KEY)) is None


def test_a_list_that_somebody_else_signed_is_none_but_lies_there(tmp_path: Path) -> None:
    assert not disposed_list.lies_in(tmp_path)
    disposed_list.write(tmp_path, written(key=bytes(32)))
    assert disposed_list.read(tmp_path, OFFICE, known(KEY)) is None
    assert disposed_list.read_unproved(tmp_path, OFFICE) == LISTED
    assert disposed_list.lies_in(tmp_path)


def test_what_is_too_long_for_a_list_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = written()
    disposed_list.write(tmp_path, content)
    monkeypatch.setattr(disposed_list, "LONGEST", len(content) - 1)
    assert disposed_list.read_bytes(tmp_path) is None


@pytest.mark.parametrize("changes", [{"on_request": "no"}, {"alone": 1}, {"batch": 7}])
def test_a_signed_line_with_a_value_of_another_kind_is_refused(changes: dict[str, object]) -> None:
    batch = replace(batch_of(), **changes)  # type: ignore[arg-type]
    with pytest.raises(ListRefused):
        disposed_list.opened(written(DisposedList((batch,), ())), OFFICE, known(KEY))
