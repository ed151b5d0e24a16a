"""A paper is named by what is printed on it."""

from __future__ import annotations

import pytest

from hvacdesk.domain.papers.copy_codes import WrongCopyCode, make_code, paper_code
from hvacdesk.domain.papers.paper_names import PaperName, names_in, read_name

ORDER = "2026-000037"
CODE = make_code(ORDER, 2)
PAPER = ["P2026-00012", "p2026-12", "Ｐ２０２６－０００１２", "P2026-00012 1/1", "P 2026-00012"]
NO_PAPER = ["", "作業指示書", "2026-", "2026-0000370", "37", CODE[:-1] + "9", "R-0001"]
NO_COPY = ["2026-000037 002/002", "2026-000037 0/2", "2026-000037 01/2"]


@pytest.mark.parametrize(
    ("typed", "copy", "copies"),
    [
        ("2026-000037", 0, 0),
        (" 2026-000037 ", 0, 0),
        ("２０２６－００００３７", 0, 0),
        ("2026‐000037", 0, 0),
        ("2026ー000037", 0, 0),
        ("2026-37", 0, 0),
        ("2026 000037", 0, 0),
        ("2026000037", 0, 0),
        ("No. 2026-000037", 0, 0),
        ("2026-000037 1/1", 1, 1),
        ("2026-000037  2/3", 2, 3),
        ("２０２６－００００３７　２／３", 2, 3),
        ("2026-000037(2/3)", 2, 3),
        ("ふわふおほわわわわあや", 0, 0),
    ],
)
def test_a_work_orders_number_is_read_with_and_without_its_copy(typed: str, copy: int, copies: int) -> None:
    assert read_name(typed) == PaperName(order=ORDER, copy=copy, copies=copies)


def groups(code: str, by: str) -> str:
    return by.join(code[at : at + 4] for at in range(0, len(code), 4))


@pytest.mark.parametrize("by", ["", " ", "-", "　", "－", " - "])
def test_the_digits_are_read_in_groups(by: str) -> None:
    assert len(CODE) == 15
    assert read_name(groups(CODE, by)) == PaperName(code=CODE)
    wide = groups(CODE, by).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert read_name(wide) == PaperName(code=CODE)


@pytest.mark.parametrize("typed", PAPER)
def test_any_other_papers_number_gives_its_code(typed: str) -> None:
    assert read_name(typed) == PaperName(code=paper_code("P2026-00012"))


@pytest.mark.parametrize("typed", [*NO_PAPER, *NO_COPY])
def test_what_names_no_paper_is_told(typed: str) -> None:
    with pytest.raises(WrongCopyCode):
        read_name(typed)


def test_several_are_named_in_one_text_each_once() -> None:
    assert names_in("2026-000037 1/3、P2026-00012\n2026-000037 1/3,\n ") == ("2026-000037 1/3", "P2026-00012")


def test_however_many_are_named_none_is_left_out() -> None:
    many = tuple(f"P2026-{count:05}" for count in range(1, 1_251))
    assert names_in("\n".join(many)) == many
