#!/bin/sh
# sh installers/run.sh [ARGS…]      start hvacdesk; ARGS go to the program
# sh installers/run.sh demo …       the sample office: windows on a screen, else the tour into ./demo-out
# sh installers/run.sh --bench [NAME]  the benchmarks; the long one, search-large, only by its name
# Sets the machine up first, as far as something is missing.
set -eu
cd "$(dirname "$0")/.."
. installers/setup.sh

use_utf8
use_session_bus

# in_session COMMAND…: with the user's keyring if there is one, else with one for this run only.
in_session() {
    if has_keyring; then exec "$@"; fi
    # shellcheck disable=SC2086  # lists of names, split on purpose
    need_packages $keyring_packages
    exec sh installers/with-keyring.sh "$@"
}

# out_given ARGS…: whether the tour was already told where to go, or is only asked for its help.
out_given() {
    for argument in "$@"; do
        case $argument in
            --out | --out=* | -h | --help) return 0 ;;
        esac
    done
    return 1
}

case ${1-} in
    --bench) tests="test" ;;
    *) tests= ;;
esac
# shellcheck disable=SC2086
need_system $window_packages
need_python $tests
compile_translations

case ${1-} in
    --bench)
        shift
        has_screen || export QT_QPA_PLATFORM=offscreen
        in_session "$venv/bin/python" -m tests.benchmarks "$@"
        ;;
    demo)
        shift
        if ! has_screen; then
            export QT_QPA_PLATFORM=offscreen
            out_given "$@" || set -- --out ./demo-out "$@"
        fi
        in_session "$venv/bin/python" -m hvacdesk demo "$@"
        ;;
    *)
        if [ $# = 0 ] && ! has_screen && [ -z "${QT_QPA_PLATFORM-}" ]; then
            die "there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set).
    'sh installers/run.sh demo' shows the program without one."
        fi
        exec "$venv/bin/python" -m hvacdesk "$@"
        ;;
esac
