"""A real LibreOffice without a window: it opens a workbook with its password and says what it contains.

LibreOffice is spoken to by UNO from the system's own Python, which ``python3-uno`` extends; the password
goes through standard input.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

SECONDS = 180
"""A first start on a busy machine writes a whole profile."""

_READER = """
import json, subprocess, sys, threading, uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

program, profile, pipe, path, table = sys.argv[1:]
office = subprocess.Popen(
    [program, "--headless", "--norestore", "--nologo", "-env:UserInstallation=file://" + profile,
     "--accept=pipe,name=" + pipe + ";urp;"],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
)

def connected():
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    while office.poll() is None:
        try:
            return resolver.resolve("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext")
        except NoConnectException:
            threading.Event().wait(0.2)
    raise SystemExit("LibreOffice ended by itself")

def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made

try:
    context = connected()
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    password = sys.stdin.readline().rstrip("\\n")
    options = [option("Hidden", True)] + ([option("Password", password)] if password else [])
    if table:
        options += [option("FilterName", "Text - txt - csv (StarCalc)"), option("FilterOptions", table)]
    try:
        document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, tuple(options))
    except Exception:
        document = None
    sheets = {}
    for sheet in document.Sheets if document is not None else ():
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        used = sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow)
        sheets[sheet.Name] = {"text": used.getDataArray(), "formulas": used.getFormulaArray()}
    print(json.dumps(sheets if document is not None else None))
    try:
        desktop.terminate()
    except Exception:
        pass
    office.wait(60)
finally:
    office.kill()
"""


def missing_programs() -> tuple[str, ...]:
    """Names of the programs that must be installed first."""
    return tuple(name for name in ("soffice", "/usr/bin/python3") if shutil.which(name) is None)


class Sheet:
    """One sheet as LibreOffice has it.

    Attributes:
        rows: what the cells hold.
        formulas: the same as one would type it; a formula begins with ``=``.
    """

    def __init__(self, rows: list[list[object]], formulas: list[list[str]]) -> None:
        self.rows = rows
        self.formulas = formulas


def opened(workbook: Path, password: str, folder: Path, table: str = "") -> dict[str, Sheet] | None:
    """The sheets of a workbook; None where LibreOffice does not open it with this password.

    Args:
        folder: an empty place for LibreOffice's own files.
        table: of a CSV file, LibreOffice's options: delimiter, quote, number of the encoding, first line.
    """
    program = shutil.which("soffice")
    assert program is not None, "libreoffice-calc-nogui is not installed"
    pipe = f"hvacdesk-{os.getpid()}-{folder.name}"
    done = subprocess.run(
        ["/usr/bin/python3", "-c", _READER, program, str(folder), pipe, str(workbook), table],
        input=f"{password}\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=SECONDS,
        env={key: value for key, value in os.environ.items() if not key.startswith("PYTHON")},
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    if found is None:
        return None
    return {name: Sheet(one["text"], one["formulas"]) for name, one in found.items()}
