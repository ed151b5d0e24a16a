"""The preview of a certificate says whether it is the paper that was issued."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.documents.disposal.certificates import draw_certificate
from hvacdesk.domain.disposal.certificates import CertificatePaper
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.disposal.certificate_preview import CertificatePreview
from tests.helpers.desk_office import texts_in
from tests.unit.documents.samples import CERTIFICATE


@pytest.mark.parametrize("as_issued", [True, False])
def test_another_wording_is_told_and_the_same_is_not(qtbot: QtBot, as_issued: bool) -> None:
    pdf = draw_certificate(CERTIFICATE, english)
    preview = CertificatePreview(CertificatePaper(CERTIFICATE.number, pdf, as_issued))
    qtbot.addWidget(preview)
    preview.show()
    assert CERTIFICATE.number in preview.windowTitle()
    assert ("The signed paper is the original." in texts_in(preview)) is not as_issued
