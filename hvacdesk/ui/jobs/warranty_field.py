"""The day on which a warranty ends, typed as a day or as years."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date

from hvacdesk.domain.jobs.results import warranty_day
from hvacdesk.domain.text.written_dates import read_date
from hvacdesk.ui.widgets.date_field import DateField

_YEARS = re.compile(r"(\d{1,2})\s*(?:年間?|y|years?)", re.ASCII)


class WarrantyField(DateField):
    """``2年`` or ``2y`` becomes the day on which they end; any later day may be typed too, however far.

    Args:
        worked_on: gives the day of the work, from which years are counted; None while it is not known.
    """

    def __init__(self, today: date, worked_on: Callable[[], date | None]) -> None:
        self._worked_on = worked_on
        super().__init__(today)

    def _read(self) -> date | None:
        plain = unicodedata.normalize("NFKC", self.text()).strip().lower()
        years, worked = _YEARS.fullmatch(plain), self._worked_on()
        if years is not None:
            if worked is None:
                raise ValueError("years from an unknown day")
            return date.fromisoformat(warranty_day(worked.isoformat(), int(years[1])))
        found = read_date(plain, self._today)
        return found.first if found is not None and found.is_day and found.has_year else super()._read()
