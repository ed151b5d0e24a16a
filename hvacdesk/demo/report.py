"""A question in the sample office's report box, as somebody wrote it at the login window."""

from __future__ import annotations

from hvacdesk.domain.report_box.report_box import ReportCategory
from hvacdesk.services.entry.entry import OfficeEntry

_TEXT = (
    "現場から戻った作業指示書が、車の中に何日も置いたままになっていることがあります。"
    "お客様の住所が書いてあるので心配です。戻す場所と期限を、全員で決め直していただけないでしょうか。"
)


def write_report(entry: OfficeEntry) -> None:
    """Seal a question to everybody who reads the box; its receipt is thrown away."""
    entry.open_sealed()
    desk = entry.report_desk()
    desk.send(ReportCategory.QUESTION, _TEXT, "", [reader.account for reader in desk.readers()])
