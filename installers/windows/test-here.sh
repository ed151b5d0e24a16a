#!/bin/sh
# sh installers/windows/test-here.sh [--part | --prepare] [PYTEST ARGS…]: the suite of this checkout under Windows' own
# CPython, which Wine runs on this machine. The prefix with the locked packages is made first, unless there is one. Ends
# with what did not run, by reason, and with pytest's count. The exit status is not 0 if anything failed. --part runs
# what part.txt names, in a few minutes; --prepare only makes what the others need.
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

export CI=1 QT_QPA_PLATFORM=offscreen
# test_who_opens_what.py makes so many offices, each of many files, and Wine takes a millisecond for each call that asks
# for one where others work too: twenty of them took five minutes.
export HVACDESK_MACHINE_EXAMPLES="${HVACDESK_MACHINE_EXAMPLES:-5}"
# Compiled modules name the paths of the Python that compiled them; Linux's lie beside the sources.
export PYTHONPYCACHEPREFIX='C:\pycache'
unset DISPLAY WAYLAND_DISPLAY  # no test opens a window that could be seen
# Without a screen Wine makes windows only if it is told to draw them nowhere. It looks at that when it starts.
if ! grep -q '"Graphics"="null"' "$WINEPREFIX/user.reg" 2>/dev/null; then
    wine reg add 'HKCU\Software\Wine\Drivers' /v Graphics /d null /f >/dev/null
    wineserver -k || true
    wineserver -w
fi

# Qt's screen without a monitor has no fonts but those in this folder.
fonts="$WINEPREFIX/drive_c/py/Lib/site-packages/PySide6/lib/fonts"
mkdir -p "$fonts"
cp resources/fonts/*.ttf "$fonts/"

wine 'C:\py\python.exe' installers/windows/build.py translations

if [ "$what" = --part ]; then
    # None of these takes a minute; one hung for a quarter of an hour once, its two threads at work in Wine.
    # shellcheck disable=SC2046  # a list of names
    set -- -o faulthandler_timeout=300 "$@" $(sed -n 's/^\(tests[^ ]*\).*/\1/p' installers/windows/part.txt)
elif [ $# -eq 0 ]; then
    set -- tests
fi
# What Wine started outlives a run that was ended. A run that waits for this prefix begins when the lock is free.
trap 'wineserver -k || true' EXIT
trap 'exit 1' HUP INT TERM
# Linux's own runs remember in .pytest_cache which tests failed there.
wine 'C:\py\python.exe' -m pytest -q -o cache_dir=build/windows/pytest-cache -n "${HVACDESK_WORKERS:-2}" --dist loadfile --no-loadscope-reorder "$@"
