"""The language of the windows: Qt Linguist's files from ``resources/translations``, switched while running.

English is the source language and needs no file; ``qt_ja.ts`` has what Qt's own Japanese leaves in English.
A view that shows translated text for long listens to :data:`language`'s ``changed`` and re-makes its widgets.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from hvacdesk.domain.text.languages import LANGUAGES
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.resource_files import resource


def words(text: Phrase) -> str:
    """Translate a phrase into the language in force: the ``Words`` of the windows."""
    return QCoreApplication.translate(text.context, text.text)


def listed(items: Iterable[str]) -> str:
    """Several names in one line of a sentence."""
    return QCoreApplication.translate("Lists", ", ").join(items)


def system_language() -> str:
    """The desktop's language, if the program speaks it; otherwise English."""
    code = QLocale.system().name()[:2]
    return code if code in LANGUAGES else "en"


class Language(QObject):
    """The language in force.

    Attributes:
        code: of the languages that there are.

    Signals:
        changed: texts are different now.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.code = "en"
        self._loaded: list[QTranslator] = []

    @property
    def loaded(self) -> bool:
        """Whether any text is translated yet. English needs it too: its file holds the plural forms."""
        return bool(self._loaded)

    def use(self, code: str) -> None:
        """Switch every text that is made from now on. Unknown codes mean English."""
        app = QCoreApplication.instance()
        if app is None:
            raise RuntimeError("a language needs a running application")
        for old in self._loaded:
            app.removeTranslator(old)
        self._loaded = []
        self.code = code if code in LANGUAGES else "en"
        QLocale.setDefault(QLocale(LANGUAGES[self.code].locale))
        qt = f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{self.code}.qm"
        gaps, own = (str(resource("translations", f"{name}_{self.code}.qm")) for name in ("qt", "hvacdesk"))
        for path in (qt, gaps, own):
            translator = QTranslator(app)
            if translator.load(path):
                app.installTranslator(translator)
                self._loaded.append(translator)
        self.changed.emit()


language = Language()
"""The one language of the process."""
