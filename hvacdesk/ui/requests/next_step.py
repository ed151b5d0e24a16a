"""What a request waits for, and who does it, so that nobody is left with a window that leads nowhere."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.requests.request_answers import missing_act, possible_answers
from hvacdesk.domain.requests.requests import RequestDetail, RequestKind, RequestState
from hvacdesk.domain.roles import Permission
from hvacdesk.ui.context import DeskContext

_NEEDS = {
    RequestKind.DISCLOSURE: Permission.ANSWER_REQUESTS,
    RequestKind.ERASURE: Permission.PROPOSE_DISPOSAL,
}
"""Who may do what was asked for; everything else may be done by everybody who keeps requests."""


def next_step_text(ctx: DeskContext, detail: RequestDetail) -> str:
    """What has to be done before the request can be answered, and by whom; empty where the button says it."""
    translate, answers = QCoreApplication.translate, ctx.actor.may(Permission.ANSWER_REQUESTS)
    if detail.done.still_marked:
        return translate(
            "RequestDialog",
            "This request has ended, but the customer is still noted for erasure. If nobody asks for it any "
            "more, choose “Do not erase any more”.",
        )
    if detail.row.state is not RequestState.CHECKED:
        return ""
    missing = missing_act(detail)
    if missing is not None:
        said, needed = ctx.words(missing), _NEEDS.get(detail.row.kind)
        if needed is not None and not ctx.actor.may(needed):
            who = translate("RequestDialog", "A person responsible does this: tell them. You are done here.")
        else:
            who = "" if answers else translate("RequestDialog", "Then a person responsible answers.")
        return "\n".join(filter(None, (said, who)))
    if answers:
        return ""
    if possible_answers(detail).keys() - {None}:
        return translate(
            "RequestDialog",
            "It is ready to be answered. A person responsible does this: tell them. You are done here.",
        )
    if not detail.row.customer_number:
        return translate(
            "RequestDialog",
            "Choose the customer whose data it is. If nobody fits, a person responsible answers that nothing "
            "is held.",
        )
    return ""
