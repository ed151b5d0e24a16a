#!/bin/sh
# sh installers/windows/test-part.sh: the part of the suite that test-here.sh --part names, as test.sh runs it. What
# fails is run once more, alone; only what fails there too gives an exit status that is not 0. Where Wine cannot be had,
# or ends a run by itself, nothing is known of the program, so nothing fails: a line on standard output that begins with
# NOT RUN says what was not seen and why. HVACDESK_WITHOUT_WINE=1 leaves all of it out.
set -eu
cd "$(dirname "$0")/../.."
. installers/setup.sh
. installers/windows/wine.sh

not_run() {
    printf 'NOT RUN under Windows'\'' Python: %s\n' "$1"
    exit 0
}
[ -z "${HVACDESK_WITHOUT_WINE-}" ] || not_run "HVACDESK_WITHOUT_WINE is set"
[ "$(uname -sm)" = "Linux x86_64" ] || not_run "Windows' wheels are of x86_64, and this is $(uname -sm)"

output=$(mktemp)
trap 'rm -f "$output"' EXIT
say "preparing Wine with Windows' Python"
timeout 900 sh installers/windows/test-here.sh --prepare >"$output" 2>&1 || {
    tail -n 20 "$output" >&2
    not_run "it could not be prepared: $(tail -n 1 "$output")"
}

# part PYTEST ARGS…: sets ended to pytest's exit status, or to nothing if pytest did not come to its line of counts. It
# has none either where it refuses its arguments (status 4).
part() {
    ended=0
    timeout 1200 sh installers/windows/test-here.sh --part "$@" >"$output" 2>&1 || ended=$?
    tr -d '\r' <"$output" | grep -v 'XDG_RUNTIME_DIR is invalid'
    if [ "$ended" != 4 ] && ! grep -Eq '^(=+ )?([0-9]+ [a-z]+|no tests ran).* in [0-9.]+s' "$output"; then ended=; fi
}
part
if [ "$ended" = 1 ]; then
    say "once more and alone what failed"
    part -n 0 --last-failed --last-failed-no-failures none
fi
[ -n "$ended" ] || not_run "Wine, or the time, ended the tests before they were through; what they said is above"
exit "$ended"
