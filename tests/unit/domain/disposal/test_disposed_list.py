from __future__ import annotations

from dataclasses import replace

from hvacdesk.domain.disposal.disposed_list import DisposedList, at_hand, merged
from tests.helpers.disposed import batch_of, destroyed, listed

FIRST, SECOND, THIRD = (destroyed(letter * 32) for letter in "123")


def test_the_longest_list_holds_the_shorter_ones() -> None:
    long = listed(FIRST, SECOND, THIRD)
    assert merged([listed(FIRST), long, listed(FIRST, SECOND)]) == long
    assert merged([]) == DisposedList()


def test_whoever_is_on_any_list_is_on_the_merged_one() -> None:
    assert merged([listed(FIRST, SECOND), listed(THIRD)]).customers == (FIRST, SECOND, THIRD)


def test_a_line_with_its_result_counts_more_than_a_pending_one() -> None:
    pending = replace(FIRST, result="destroying", certificate="")
    earlier = DisposedList((batch_of(state="destroying"),), (pending, SECOND))
    for lists in ([earlier, listed(FIRST)], [listed(FIRST), earlier]):
        assert merged(lists).customers == (FIRST, SECOND)
        assert merged(lists).batches == (batch_of(),)


def test_a_disposal_that_was_begun_is_missing_unless_a_list_has_it_without_its_result() -> None:
    def known(state: str, *, begun: bool) -> bool:
        of_list = DisposedList((batch_of(state=state),), (FIRST,))
        hand = at_hand(of_list, lists=1, damaged=0, own=True, begun=begun)
        return not hand.may_be_older("2026-11-01T00:00:00Z")

    assert known("verified", begun=False)
    assert not known("verified", begun=True), "what is on the list is an earlier one"
    assert known("destroying", begun=True)
