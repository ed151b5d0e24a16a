# What the trials of the Windows program share: a passing folder, a screen, and the list of checks.
# shellcheck shell=sh

# begin_checks NAME: a folder in $trial, below what wine.sh calls temporary, that is gone at the end, and an empty list in build/tried-windows/NAME.txt.
begin_checks() {
    trial=$(mktemp -d -p "$temporary")
    tried=build/tried-windows
    mkdir -p $tried
    list=$tried/$1.txt
    began_checks=$(date +%s) last_check=$(date +%s)
    : >"$list"
    helpers=  # processes that are ended with the trial
    mounted=  # a disk of the trial's own
    trap end_trial EXIT
    trap 'exit 1' HUP INT TERM  # without it a shell that is ended leaves its screen and its printer running
}

# shellcheck disable=SC2329  # called by the trap
end_trial() {
    wineserver -k 2>/dev/null || true  # of this trial's prefix alone
    for helper in $helpers; do
        kill "$helper" 2>/dev/null || true
        wait "$helper" 2>/dev/null || true
    done
    if [ -n "$mounted" ]; then as_root umount -l "$mounted"; fi
    rm -rf --one-file-system "$trial"
}

# begin_screen: an X screen of one's own, under a number that the server finds free.
begin_screen() {
    Xvfb -displayfd 7 -screen 0 1366x768x24 -nolisten tcp -noreset 7>"$trial/display" >/dev/null 2>&1 &
    helpers="$helpers $!"
    until [ -s "$trial/display" ]; do sleep 0.2; done
    DISPLAY=:$(cat "$trial/display")
    export DISPLAY
}

# check WHAT COMMAND…: one line of the list, with the seconds since the last one; the first failure ends the trial.
check() {
    what=$1
    shift
    "$@" || fail "$what"
    now=$(date +%s)
    printf '✓ %s (%s s)\n' "$what" $((now - last_check)) | tee -a "$list" >&2
    last_check=$now
}

fail() {
    printf '✗ %s\n' "$1" | tee -a "$list" >&2
    exit 1
}

end_checks() {
    seconds=$(($(date +%s) - began_checks))
    say "$(grep -c '^✓' "$list") checks passed in $((seconds / 60)) min $((seconds % 60)) s; the list is in $list"
}
