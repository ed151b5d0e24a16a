"""How the postal list is read; what is found by it is tested with the search and the forms."""

from __future__ import annotations

from hvacdesk.services.customers import postal
from tests.helpers.memory import traced_memory


def test_a_prefectures_towns_are_read_one_by_one() -> None:
    """All at once they took 5.4 MiB, in the midst of what stays, so that the system got none of it back."""
    postal.readings.cache_clear()
    postal.readings("沖縄県")  # what is loaded with the first one
    with traced_memory() as highest:
        postal.readings("愛知県")
    assert highest() < 2_500_000
