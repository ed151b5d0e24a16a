"""Dates as people write them: understood in full or refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.text.written_dates import ERAS, NotADate, read_date, written_year

TODAY = date(2026, 11, 28)


def meant(text: str, today: date = TODAY) -> tuple[str, str]:
    found = read_date(text, today)
    assert found is not None
    return found.first.isoformat(), found.last.isoformat()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-24", "2026-11-24"), ("2026/11/4", "2026-11-04"), ("２０２６．１１．２４", "2026-11-24"),
        ("20261124", "2026-11-24"), ("2026年11月24日", "2026-11-24"), ("2026年 11月 24日", "2026-11-24"),
        ("令和8年11月24日", "2026-11-24"), ("R8.11.24", "2026-11-24"), ("r8/11/24", "2026-11-24"),
        ("R081124", "2026-11-24"), ("令8.11.24", "2026-11-24"), ("㋿8年11月24日", "2026-11-24"),
        ("平成元年4月1日", "1989-04-01"), ("平成12年3月5日", "2000-03-05"), ("H12.3.5", "2000-03-05"),
        ("平成十二年三月五日", "2000-03-05"), ("S64.1.7", "1989-01-07"), ("昭和64年1月7日", "1989-01-07"),
        ("平成元年1月8日", "1989-01-08"), ("平成31年4月30日", "2019-04-30"), ("令和元年5月1日", "2019-05-01"),
        ("昭和元年12月25日", "1926-12-25"), ("T15.12.24", "1926-12-24"), ("大正元年7月30日", "1912-07-30"),
        ("M45.7.29", "1912-07-29"), ("R8年12月末日", "2026-12-31"), ("平成12年2月末", "2000-02-29"),
        ("12月末日", "2026-12-31"), ("11/24", "2026-11-24"), ("11月24日(火)", "2026-11-24"),
        ("1124", "2026-11-24"), ("1/5", "2027-01-05"), ("24", "2026-12-24"), ("29日", "2026-11-29"),
        ("24 Nov 2026", "2026-11-24"), ("Tue 24 November 2026", "2026-11-24"), ("Nov 24, 2026", "2026-11-24"),
        ("24 Nov", "2026-11-24"), ("2026-11-24 00:00:00", "2026-11-24"), ("2026ー11ー24", "2026-11-24"),
        ("１２・３", "2026-12-03"), ("12・3", "2026-12-03"), ("12･3", "2026-12-03"), ("12。3", "2026-12-03"),
        ("12､3", "2026-12-03"), ("12、3", "2026-12-03"), ("12．3", "2026-12-03"), ("12－3", "2026-12-03"),
        ("12ー3", "2026-12-03"), ("２０２６・１１・２４", "2026-11-24"), ("R8・11・24", "2026-11-24"),
    ],
)  # fmt: skip
def test_a_day(text: str, day: str) -> None:
    assert meant(text) == (day, day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("H12.3", "2000-03-01", "2000-03-31"), ("平成12年3月", "2000-03-01", "2000-03-31"),
        ("2000/3", "2000-03-01", "2000-03-31"), ("平成18年", "2006-01-01", "2006-12-31"),
        ("平成元年", "1989-01-08", "1989-12-31"), ("昭和64年", "1989-01-01", "1989-01-07"),
        ("平成31年", "2019-01-01", "2019-04-30"), ("平成元年1月", "1989-01-08", "1989-01-31"),
        ("1998", "1998-01-01", "1998-12-31"), ("1998年", "1998-01-01", "1998-12-31"),
        ("R8年12月上旬", "2026-12-01", "2026-12-10"), ("平成12年3月中旬", "2000-03-11", "2000-03-20"),
        ("平成12年2月下旬", "2000-02-21", "2000-02-29"), ("Mar 2000", "2000-03-01", "2000-03-31"),
    ],
)  # fmt: skip
def test_what_leaves_days_open(text: str, first: str, last: str) -> None:
    assert meant(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "昭和64年1月8日", "S64.1.8", "平成元年1月7日", "平成31年5月1日", "H31.5.1", "平成31年5月",
        "令和元年4月30日",
        "大正15年12月25日", "昭和元年12月24日", "M45.7.30", "明治5年12月1日", "昭和65年1月1日", "R0.5.1",
        "H0.1.8",
        "98.4.1", "98/4/1", "26/11/24", "36526", "45000", "261124", "2026-02-30", "2026-13-01", "2/30",
        "13/1",
        "11月24日(水)", "平成12年頃", "平成12年3月頃", "約20年前", "不明", "2026年度", "H12.3〜H13.5",
        "2000-03-01頃",
        "R8", "H12", "昭和", "元年", "32", "0", "1999/2000", "2026-11-24 13:00", "K12.3.1",
        "平成12年3月5日 着工",
        "X", "-",
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(NotADate):
        read_date(text, TODAY)


@pytest.mark.parametrize(
    ("today", "day"),
    [(date(2027, 11, 1), "2028-02-29"), (date(2028, 2, 1), "2028-02-29"), (date(2028, 3, 20), "2028-02-29")],
)
def test_the_leap_day_is_the_next_one(today: date, day: str) -> None:
    assert meant("2/29", today) == (day, day)


@pytest.mark.parametrize(
    ("today", "day"),
    [
        *(
            (date(2026, 11, 28), "2024-02-29"),
            (date(2027, 2, 1), "2024-02-29"),
            (date(2028, 2, 28), "2024-02-29"),
        ),
        *(
            (date(2028, 2, 29), "2028-02-29"),
            (date(2028, 3, 1), "2028-02-29"),
            (date(2103, 5, 1), "2096-02-29"),
        ),
    ],
)
def test_the_leap_day_of_what_has_been_is_the_last_one(today: date, day: str) -> None:
    for written in ("2/29", "2月29日", "0229"):
        found = read_date(written, today, past=True)
        assert found is not None
        assert found.first.isoformat() == found.last.isoformat() == day


def test_the_leap_day_on_which_something_ended_is_the_first_since_it_began() -> None:
    for since, day in ((date(2024, 1, 1), "2024-02-29"), (date(2025, 3, 1), "2028-02-29")):
        found = read_date("2/29", TODAY, past=True, since=since)
        assert found is not None
        assert found.first.isoformat() == day


@pytest.mark.parametrize(
    ("text", "year"),
    [
        *(
            ("R3", 2021),
            ("r3", 2021),
            ("Ｒ３", 2021),
            ("R3年", 2021),
            ("令和3年", 2021),
            ("令3", 2021),
            ("R03", 2021),
        ),
        *(("2021年製", 2021), ("２０２１年式", 2021), ("2021", 2021), ("令和元年製", 2019), ("H30", 2018)),
        *(("平成三十年", 2018), ("H31", 2019), ("2021年4月", 2021), ("2021/4製", 2021), ("H30年製造", 2018)),
    ],
)
def test_a_year_is_read_in_either_calendar(text: str, year: int) -> None:
    assert written_year(text) == year


@pytest.mark.parametrize(
    "text", ["", "21", "R", "R100", "H32", "4/1", "zwei", "S65", "2021-2022", "年", "製"]
)
def test_what_is_no_year_is_none(text: str) -> None:
    assert written_year(text) is None


def test_a_leap_day_that_neither_year_has_is_none() -> None:
    with pytest.raises(NotADate):
        read_date("2/29", date(2025, 3, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10/20", "2026-10-20"), ("12/2", "2026-12-02"), ("12/3", "2025-12-03"), ("1月8日", "2026-01-08"),
        ("1203", "2025-12-03"), ("2", "2026-12-02"), ("3", "2026-11-03"), ("31", "2026-10-31"),
        ("12月末日", "2025-12-31"), ("2027/1/8", "2027-01-08"),
    ],
)  # fmt: skip
def test_without_a_year_the_last_such_day_is_meant_of_what_has_been(text: str, day: str) -> None:
    found = read_date(text, date(2026, 12, 2), past=True)
    assert found is not None
    assert found.first.isoformat() == found.last.isoformat() == day


def test_nothing_is_no_date() -> None:
    assert read_date(" 　", TODAY) is None


@given(st.dates(date(1873, 1, 1), date(2099, 12, 31)))
def test_every_day_of_an_era_is_read_as_itself_and_by_no_other_era(day: date) -> None:
    of_day = next(era for era in ERAS if era.first <= day)
    for era in ERAS:
        year = day.year - era.year_one + 1
        text = f"{era.name}{year}年{day.month}月{day.day}日"
        if era is of_day:
            assert meant(text) == (day.isoformat(), day.isoformat())
        else:
            with pytest.raises(NotADate):
                read_date(text, TODAY)


@given(st.text(st.sampled_from("0123456789年月日元末旬上頃HSR平成昭和令/.- "), max_size=14))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        found = read_date(text, TODAY)
    except NotADate:
        return
    assert found is None or timedelta(0) <= found.last - found.first <= timedelta(days=365)
