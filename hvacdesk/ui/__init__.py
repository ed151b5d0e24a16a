"""The windows; the only package that imports PySide6."""

from hvacdesk.ui import module_sources

module_sources.leave_unread()
