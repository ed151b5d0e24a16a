"""A certificate before it is printed, saying so where it is not the paper that was issued."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.disposal.certificates import CertificatePaper
from hvacdesk.ui.printing.preview import PreviewDialog


class CertificatePreview(PreviewDialog):
    """The certificate's pages."""

    def __init__(self, paper: CertificatePaper, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("CertificatePreview", "Certificate {number}")
        super().__init__(paper.pdf, title.format(number=paper.number), parent)
        if not paper.as_issued:
            self.add_warning(not_as_issued())


def not_as_issued() -> str:
    """What is said of a certificate of which only the facts were stored."""
    return QCoreApplication.translate(
        "CertificatePreview",
        "This is not the paper as it was issued: the earlier version of the program that issued it "
        "kept its facts only. The facts are the same, the wording is this version's. The signed "
        "paper is the original.",
    )
