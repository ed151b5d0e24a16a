#!/bin/sh
# sh installers/test.sh [PYTEST ARGS…]: set the machine up, then run every check and the whole suite;
# with arguments only pytest, with them. The exit status is not 0 if anything failed.
# sh installers/test.sh quick: the checks and the tests without windows, offices' services or a key store.
# HVACDESK_WITHOUT_WINE=1 leaves out what runs in Wine (installers/windows/test-part.sh). HVACDESK_WORKERS says how
# many tests run at a time; "auto" is as many as there are cores. One took 570 MB of memory (measured).
# sh installers/test.sh coverage: how much the tests reach of what must be reached, against the floors in pyproject.toml.
set -eu
cd "$(dirname "$0")/.."
. installers/setup.sh

use_utf8
# shellcheck disable=SC2086  # lists of names, split on purpose
need_system $window_packages $keyring_packages $test_packages
need_python test
compile_translations

# The test printer, cups-pdf, runs only as root; a user at a terminal is asked for sudo's password once.
if [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
    if [ -t 0 ] && command -v sudo >/dev/null 2>&1; then sudo -v || true; fi
fi

QT_QPA_PLATFORM=offscreen
export QT_QPA_PLATFORM
unset PYTHONDONTWRITEBYTECODE  # every program that a test starts would compile all modules anew
# Nothing that a test writes has to outlive a power cut, and all of it is flushed a hundred thousand times.
unflushed=$(command -v eatmydata || true)

workers=${HVACDESK_WORKERS:-2}
quick=
if [ "${1-}" = quick ]; then
    quick="tests/unit/domain tests/unit/documents tests/unit/exchange tests/unit/hygiene tests/unit/store
        tests/unit/vault tests/unit/services/office/test_help_pages.py tests/unit/test_citations.py
        tests/unit/test_house_rules.py tests/unit/test_enum_tables.py tests/unit/test_named_on_screens.py
        tests/unit/test_printed.py tests/unit/test_screens_listed.py
        tests/unit/test_retired_words.py tests/unit/test_text_encodings.py tests/unit/test_translations.py"
elif [ "${1-}" = coverage ]; then
    # Watching the lines costs a third more time, so that only the tests are run that look at these parts.
    counted="tests/unit/domain/retention tests/unit/domain/test_masking.py tests/unit/domain/test_roles.py
        tests/unit/vault tests/unit/store tests/unit/services tests/unit/seats tests/integration/vault
        tests/integration/accounts tests/integration/backups tests/integration/disposal tests/integration/seats
        tests/integration/bad_input tests/integration/test_entry.py tests/integration/test_integrity.py
        tests/integration/test_log_notes.py tests/integration/test_log_signatures.py
        tests/integration/test_log_witness.py tests/integration/test_older_office.py
        tests/integration/test_report_box.py"
    measured=$(mktemp -d)
    trap 'rm -rf "$measured"' EXIT
    export COVERAGE_FILE="$measured/data"
    say "pytest of what looks at the parts with a floor"
    # shellcheck disable=SC2086  # lists, split on purpose
    $unflushed "$venv/bin/python" -m coverage run -m pytest -q -n "$workers" --dist loadfile $counted
    "$venv/bin/python" -m coverage combine --quiet
    "$venv/bin/python" -m coverage json --quiet -o "$measured/report.json"
    say "what they reach"
    "$venv/bin/python" installers/coverage_floors.py "$measured/report.json"
    exit
elif [ $# -gt 0 ]; then
    # shellcheck disable=SC2086  # nothing, where there is no such program
    exec $unflushed "$venv/bin/python" -m pytest "$@"
fi

# On a full disk thousands of tests fail, each for a reason of its own, and what they print is lost as well.
room=$(df -Pm "${TMPDIR:-/tmp}" | awk 'NR == 2 { print $4 }')
say "$room MB are free for what tests write; they need 3000 at most"
[ "$room" -ge 3000 ] || die "make room in ${TMPDIR:-/tmp}, or name another folder in TMPDIR"

failed=
check() {
    say "$1"
    shift
    "$@" || failed=yes
}
# Types take longest of the checks and one core; everything else runs beside them.
types=$(mktemp)
heard=$(mktemp)
trap 'rm -f "$types" "$heard"' EXIT
"$venv/bin/python" -m mypy >"$types" 2>&1 &
typing=$!
typed() {
    wait "$typing" && return
    cat "$types"
    return 1
}
windows_part() {
    ended=0
    sh installers/windows/test-part.sh >"$heard" || ended=$?
    cat "$heard"
    return "$ended"
}
# A file is run by one worker: its tests share what is dear to make, such as the run of the sample office.
# Windows that are tested beside other work can come too late for a test that waits for them. What fails there
# is named above, and once more run alone: only what fails alone as well fails the whole. So does a run that did
# not come to its end (any status but 1): what it never ran is no failure that could be run again.
suite() {
    ended=0
    # shellcheck disable=SC2086  # nothing, where there is no such program
    $unflushed "$venv/bin/python" -m pytest -n "$workers" --dist loadfile --no-loadscope-reorder || ended=$?
    [ "$ended" = 1 ] || return "$ended"
    say "pytest, once more and alone what failed"
    "$venv/bin/python" -m pytest -n 1 --last-failed --last-failed-no-failures none --maxfail 10
}

check "ruff check" "$venv/bin/python" -m ruff check .
check "ruff format --check" "$venv/bin/python" -m ruff format --check .
check "lint-imports" "$venv/bin/python" -c 'from importlinter.cli import lint_imports_command; lint_imports_command()' --no-logo
if [ -n "$quick" ]; then
    # shellcheck disable=SC2086  # lists, split on purpose
    check "pytest of what is quick" $unflushed "$venv/bin/python" -m pytest -q -n "$workers" --dist loadfile $quick
else
    check "what asks the system for something, under Windows' Python in Wine" windows_part
    check "pytest" suite
fi
check "mypy" typed  # says nothing if all is well, so that the output ends with pytest's closing line
grep '^NOT RUN' "$heard" >&2 || true  # once more, where it is seen
if [ -n "$failed" ]; then exit 1; fi
