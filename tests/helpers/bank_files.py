"""Files as banks write them, for tests: the fixed form of records, byte by byte."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Deposit = tuple[str, int, str]
"""Day as YYMMDD, yen, and payer in half-width kana."""


def fixed(*cells: tuple[str | int, int], length: int = 200) -> bytes:
    """A record: numbers to the right with zeros, texts to the left with spaces, as 全銀協 asks."""
    parts = []
    for value, width in cells:
        if isinstance(value, int):
            parts.append(str(value).rjust(width, "0").encode("ascii"))
        else:
            parts.append(value.encode("cp932").ljust(width))
        assert len(parts[-1]) == width, value
    return b"".join(parts).ljust(length)


def header(kind: str, made_on: str, number: str = "1234567") -> bytes:
    """Of an account at 中京銀行's made-up branch 101."""
    filling: tuple[tuple[str | int, int], ...] = ((0, 3),) if kind == "03" else ()
    return fixed(
        ("1", 1), (kind, 2), ("0", 1), (made_on, 6), (made_on, 6), (made_on, 6), ("0999", 4), ("ｻﾝﾌﾟﾙ", 15),
        ("101", 3), ("ﾎﾝﾃﾝ", 15), *filling, ("1", 1), (number, 7), ("ﾋﾔｼﾔ(ｶ", 40),
    )  # fmt: skip


def notice(deposit: Deposit, number: int = 0, cancelled: str = "", edi: str = "") -> bytes:
    """A record of 振込入金通知."""
    on, yen, payer = deposit
    return fixed(
        ("2", 1), (number, 6), (on, 6), (on, 6), (yen, 10), (0, 10), (0, 10), (payer, 48), ("ﾅｺﾞﾔ", 15),
        ("ｻｶｴ", 15), (cancelled, 1), (edi, 20),
    )  # fmt: skip


def booking(
    deposit: Deposit, direction: str = "1", business: str = "11", number: int = 0, text: str = ""
) -> bytes:
    """A record of 入出金取引明細."""
    on, yen, payer = deposit
    return fixed(
        ("2", 1), (number, 8), (on, 6), (on, 6), (direction, 1), (business, 2), (yen, 12), (0, 12), ("", 6),
        ("", 6), ("", 1), ("", 7), ("", 3), (0, 10), (payer, 48), ("ﾅｺﾞﾔ", 15), ("ｻｶｴ", 15),
        (text, 20), ("", 20),
    )  # fmt: skip


def trailer(count: int, yen: int, kind: str = "01") -> bytes:
    """The totals of an account."""
    if kind == "03":
        return fixed(("8", 1), (count, 6), (yen, 13), (0, 6), (0, 13))
    return fixed(("8", 1), (count, 6), (yen, 12), (0, 6), (0, 12))


END = b"9".ljust(200)


def notices(deposits: Sequence[Deposit], made_on: str = "081128", number: str = "1234567") -> bytes:
    """A whole 振込入金通知 of one account."""
    total = sum(yen for _on, yen, _payer in deposits)
    return joined([header("01", made_on, number), *map(notice, deposits), trailer(len(deposits), total), END])


def joined(records: Iterable[bytes], end: bytes = b"\r\n") -> bytes:
    """Records with their line ends."""
    return b"".join(record + end for record in records)
