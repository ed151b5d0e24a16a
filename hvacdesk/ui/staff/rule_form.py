"""Writing a rule text: a new one, a draft, or the next version of what is in force."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.domain.staff.rule_texts import BODY_LIMIT, RuleDraft, RuleState, RuleVersion
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.others_save import Present

NEW = "new"
"""The draft's key of a text that the office does not have yet."""


class RuleForm(FormDialog):
    """Saves a draft; ``version`` is what it begins with, None for an empty one."""

    def __init__(self, ctx: DeskContext, version: RuleVersion | None = None) -> None:
        title = (
            QCoreApplication.translate("RuleForm", "Write another rule text")
            if version is None
            else QCoreApplication.translate("RuleForm", "Change “{title}”").format(title=version.title)
        )
        super().__init__(ctx, title, width=620)
        self._version = version
        self._draft = version if version is not None and version.state is RuleState.DRAFT else None
        self.title = self.form.add("title", self.tr("Title"), QLineEdit(), required=True)
        self.text = self.form.add(
            "body",
            self.tr("Text"),
            QPlainTextEdit(),
            required=True,
            hint=self.tr(
                "A line that begins with ## is a heading, one with - is a point. Everything else is shown as "
                "it is typed. At most {limit} characters."
            ).format(limit=BODY_LIMIT),
        )
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(theme.px(260))
        if version is not None:
            self.title.setText(version.title)
            self.text.setPlainText(version.body)
        self._begun = (self.title.text(), self.text.toPlainText())
        if self.primary is not None:
            self.primary.setText(self.tr("Save as a draft"))
        self.fit(720, 660)
        self.title.setFocus()
        code = version.code if version is not None else NEW
        self.keep_draft("rule", code, "rules", tab="rules", edit=code)

    def collect(self) -> Callable[[], object]:
        office, actor, version, draft = self.ctx.office, self.ctx.actor, self._version, self._draft
        written = RuleDraft(
            title=self.title.text(),
            body=self.text.toPlainText(),
            code=version.code if version is not None else "",
            text=draft.text if draft is not None else "",
            revision=draft.revision if draft is not None else 0,
        )
        return lambda: office.rules.save_draft(actor, written)

    def present(self) -> Present | None:
        ctx, draft = self.ctx, self._draft
        if draft is None:
            return None

        def read() -> RuleVersion:
            for one in ctx.office.rules.versions(ctx.actor, draft.code):
                if one.text == draft.text:
                    return one
            raise RecordGone

        return Present(SavedKind.RULE, draft.text, draft.revision, read, lambda now: RuleForm(ctx, now))

    def typed(self) -> Typed | None:
        now = {"title": self.title.text(), "body": self.text.toPlainText()}
        before = dict(zip(now, self._begun, strict=True))
        return {key: text for key, text in now.items() if text != before[key]} or None

    def fill(self, typed: Typed) -> None:
        if "title" in typed:
            self.title.setText(str(typed["title"]))
        if "body" in typed:
            self.text.setPlainText(str(typed["body"]))
