"""The months ahead: how many become due or reducible in each of them."""

from datetime import date

from hvacdesk.domain.retention.upcoming import MonthAhead, last_day_ahead, months_ahead

TODAY = date(2026, 11, 24)


def test_the_next_twelve_months_begin_after_this_one() -> None:
    ahead = months_ahead({}, {}, TODAY)
    assert [month.month for month in ahead][:2] == ["2026-12", "2027-01"]
    assert ahead[-1] == MonthAhead("2027-11", 0, 0)
    assert last_day_ahead(TODAY) == date(2027, 11, 30)


def test_each_day_counts_in_its_month() -> None:
    due = {date(2027, 6, 1): 2, date(2027, 6, 30): 3, date(2027, 11, 30): 1, date(2027, 12, 1): 9}
    reducible = {date(2027, 3, 16): 4}
    ahead = {month.month: month for month in months_ahead(due, reducible, TODAY)}
    assert (ahead["2027-05"].due, ahead["2027-06"].due, ahead["2027-11"].due) == (0, 5, 1)
    assert (ahead["2027-03"].reducible, sum(month.reducible for month in ahead.values())) == (4, 4)
