#!/bin/sh
# sh installers/windows/test-here.sh [--part] PREFIX [PYTEST ARGS…]: the suite of this checkout under Windows' own
# CPython, which Wine runs on this machine. PREFIX is a Wine prefix with that CPython and Windows' wheels of
# installers/requirements-test.lock in drive_c/py. Ends with what did not run, by reason, and with pytest's count.
# The exit status is not 0 if anything failed. --part runs what is named below, in a few minutes.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
part=
if [ "${1-}" = --part ]; then part=yes; shift; fi
WINEPREFIX=$(realpath "${1:?"usage: test-here.sh [--part] PREFIX [PYTEST ARGS…]"}")
shift
[ -f "$WINEPREFIX/drive_c/py/python.exe" ] || { echo "hvacdesk: no drive_c/py/python.exe in $WINEPREFIX" >&2; exit 1; }
cd "$here"

export WINEPREFIX
export WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="
export CI=1 QT_QPA_PLATFORM=offscreen
# Compiled modules name the paths of the Python that compiled them; Linux's lie beside the sources.
export PYTHONPYCACHEPREFIX='C:\pycache'
unset DISPLAY WAYLAND_DISPLAY  # no test opens a window that could be seen

# Qt's screen without a monitor has no fonts but those in this folder.
fonts="$WINEPREFIX/drive_c/py/Lib/site-packages/PySide6/lib/fonts"
mkdir -p "$fonts"
cp resources/fonts/*.ttf "$fonts/"

if [ -n "$part" ]; then
    # What the two systems do differently, each place where it is nearest to the system:
    set -- "$@" \
        tests/unit/vault              `# names, locks, replacing and reading files, flags of open, time zones` \
        tests/unit/hygiene            `# what the process asks of Windows` \
        tests/unit/exchange           `# code pages, line ends, what spreadsheets write` \
        tests/unit/services/backups   `# drives, network folders, synchronised folders` \
        tests/unit/services/office    `# the self-check, licences and updates on this system` \
        tests/unit/documents/kit      `# fonts and the pages drawn with them` \
        tests/integration/vault/test_keyring.py      `# the Credential Manager itself` \
        tests/integration/vault/test_database.py     `# SQLCipher's files, open, full and damaged` \
        tests/integration/vault/test_take_over.py    `# processes that are ended on the spot` \
        tests/integration/test_report_box.py         `# a file of many writers`
elif [ $# -eq 0 ]; then
    set -- tests
fi
exec wine 'C:\py\python.exe' -m pytest -q -p no:cacheprovider -n 2 --dist loadfile --no-loadscope-reorder "$@"
