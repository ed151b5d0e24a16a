#!/bin/sh
# sh installers/windows/test-here.sh [--part | --prepare] [PYTEST ARGS…]: the suite of this checkout under Windows' own
# CPython, which Wine runs on this machine. The prefix with the locked packages is made first, unless there is one. Ends
# with what did not run, by reason, and with pytest's count. The exit status is not 0 if anything failed. --part runs
# what is named below, in a few minutes; --prepare only makes what the others need.
set -eu
cd "$(dirname "$0")/../.."
. installers/setup.sh
. installers/windows/wine.sh

what=
case ${1-} in --part | --prepare) what=$1 && shift ;; esac
use_utf8
# Poppler, zbar and strings read what the program made: Wine starts them too.
# shellcheck disable=SC2086  # a list of names
need_packages $wine_packages poppler-utils zbar-tools binutils
mkdir -p "$wine_cache"
exec 9>"$wine_cache/test.lock"  # two runs in one prefix would take each other's secrets away
flock -n 9 || { say "another run uses this prefix; waiting for its end" && flock 9; }
need_prefix test
if [ "$what" = --prepare ]; then exit; fi
wine 'C:\py\python.exe' installers/windows/build.py translations

export CI=1 QT_QPA_PLATFORM=offscreen
# test_who_opens_what.py makes so many offices, each of many files, and Wine takes a millisecond for each call that asks
# for one where others work too: twenty of them took five minutes.
export HVACDESK_MACHINE_EXAMPLES="${HVACDESK_MACHINE_EXAMPLES:-5}"
# Compiled modules name the paths of the Python that compiled them; Linux's lie beside the sources.
export PYTHONPYCACHEPREFIX='C:\pycache'
unset DISPLAY WAYLAND_DISPLAY  # no test opens a window that could be seen

# Qt's screen without a monitor has no fonts but those in this folder.
fonts="$WINEPREFIX/drive_c/py/Lib/site-packages/PySide6/lib/fonts"
mkdir -p "$fonts"
cp resources/fonts/*.ttf "$fonts/"

if [ "$what" = --part ]; then
    # What the two systems do differently, each place where it is nearest to the system:
    set -- "$@" \
        tests/unit/vault              `# names, locks, replacing and reading files, flags of open, time zones` \
        tests/unit/hygiene            `# what the process asks of Windows` \
        tests/unit/exchange           `# code pages, line ends, what spreadsheets write` \
        tests/unit/services/backups   `# drives, network folders, synchronised folders` \
        tests/unit/services/office    `# the self-check, licences and updates on this system` \
        tests/unit/documents/kit      `# fonts and the pages drawn with them` \
        tests/ui/shell/test_shell_window.py tests/ui/shell/test_taskbar.py \
        tests/ui/shell/test_windows_session.py       `# the window, its entry in the taskbar, messages of Windows` \
        tests/ui/exchange/test_file_choice.py tests/ui/test_file_writing.py tests/ui/test_preferences.py \
        tests/ui/exchange/test_importing.py          `# paths as Windows writes them, files that others hold` \
        tests/ui/printing                            `# pages as they are printed` \
        tests/integration/vault/test_keyring.py tests/integration/vault/test_key_store_names.py \
                                                     `# the Credential Manager itself` \
        tests/integration/vault/test_held_by_another_program.py `# a virus scanner, a spreadsheet` \
        tests/integration/vault/test_database.py     `# SQLCipher's files, open, full and damaged` \
        tests/integration/test_streams.py            `# code pages of pipes and consoles` \
        tests/integration/vault/test_take_over.py    `# processes that are ended on the spot` \
        tests/integration/test_report_box.py         `# a file of many writers`
elif [ $# -eq 0 ]; then
    set -- tests
fi
# What Wine started outlives a run that was ended. A run that waits for this prefix begins when the lock is free.
trap 'wineserver -k || true' EXIT
trap 'exit 1' HUP INT TERM
# Linux's own runs remember in .pytest_cache which tests failed there.
wine 'C:\py\python.exe' -m pytest -q -o cache_dir=build/windows/pytest-cache -n 2 --dist loadfile --no-loadscope-reorder "$@"
