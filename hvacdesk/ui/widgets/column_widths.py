"""How the columns of a table share its width: which come first, and which are left out without room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.table_choice import TableChoice
from hvacdesk.ui.widgets.table_model import Column

USUAL_MOST = 320
"""Up to so many design pixels a column shows its rows before anything is shared: no text is cut for a gap."""


def share_width(
    columns: Sequence[Column],
    choice: TableChoice,
    least: Sequence[int],
    shown: Mapping[int, int],
    room: int,
) -> dict[int, int]:
    """The width of each column that is shown, in pixels.

    Args:
        choice: what the person chose; a width of their own stays as it is.
        least: the width of each column before anything is shared.
        shown: in what width a column shows all of its first rows, where that was measured.
        room: what there is in all.
    """
    widths = {at: least[at] for at, column in enumerate(columns) if column.key not in choice.hidden}
    for at in sorted(range(len(columns)), key=lambda at: (columns[at].left_out, at), reverse=True):
        spared = columns[at].wide_only and columns[at].key not in choice.shown
        if at in widths and spared and sum(widths.values()) > room:
            del widths[at]
    growing = [at for at in widths if columns[at].key not in choice.widths]
    spare = max(0, room - sum(widths.values()))
    # What goes first shows its rows, one after the other: a name that is cut is no better for half an address
    # more. Then the others do, and the shares are of what is left.
    for mosts in (
        *({at: columns[at].most} for at in growing if columns[at].most),
        {at: USUAL_MOST for at in growing if not columns[at].most},
    ):
        lacking = {
            at: max(0, min(theme.px(most), shown.get(at, 0)) - widths[at]) for at, most in mosts.items()
        }
        given = _divided(min(spare, sum(lacking.values())), lacking)
        spare -= sum(given.values())
        widths |= {at: widths[at] + more for at, more in given.items()}
    shares = _divided(spare, {at: columns[at].stretch for at in growing})
    return {at: width + shares.get(at, 0) for at, width in widths.items()}


def _divided(room: int, shares: Mapping[int, int]) -> dict[int, int]:
    """The room in the proportion of the shares."""
    whole = sum(shares.values())
    return {at: room * share // whole for at, share in shares.items()} if whole else {}
