#!/bin/sh
# What try-deb.sh does with the installed program, as a login of the office, inside dbus-run-session:
# "use.sh first" opens the window on nothing, then walks the tour on a screen of its own and prints;
# "use.sh again" opens the office that was made; "use.sh running" keeps the window open until it is told;
# "use.sh locked" starts where the home folder takes no file.
set -eu
office=$HOME/.local/share/hvacdesk
tried=$HOME/tried
mkdir -p "$tried"
unset WAYLAND_DISPLAY
export QT_QPA_PLATFORM=xcb DISPLAY=:77

# The login's own key store, which the next session finds again.
printf 'front desk' | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
keyring=$!
Xvfb :77 -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 &
screen=$!
window=
# shellcheck disable=SC2329  # called by the trap
clean_up() {
    for process in $window $screen $keyring; do kill "$process" 2>/dev/null || true; done
}
trap clean_up EXIT

until xdpyinfo >/dev/null 2>&1; do sleep 0.2; done

# photograph NAME: start the program, wait until its window is painted, take a picture, end it.
photograph() {
    open_window
    import -window root "$tried/$1.png"
    close_window
}

open_window() {
    hvacdesk &
    window=$!
    tries=0
    until xdotool search --onlyvisible --name hvacdesk >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ $tries -lt 150 ] || { echo "no window appeared" >&2; exit 1; }
        sleep 0.2
    done
    sleep 3
}

close_window() {
    kill "$window"
    wait "$window" 2>/dev/null || true
    window=
}

case $1 in
    first)
        photograph set-up
        lpstat -e | grep -qx PDF
        hvacdesk demo --out "$tried/tour" --home "$office" --customers 60 --printer PDF >"$tried/tour.log"
        grep -q '"verification": "verified"' "$tried/tour/summary.json"
        photograph login
        hvacdesk self-check >"$tried/self-check.txt" || { cat "$tried/self-check.txt" >&2; exit 1; }
        ;;
    again)
        photograph login-after-upgrade
        printf '%s\n' "sample office owner one" | hvacdesk verify --account "伊藤 誠" >"$tried/verify.log"
        ;;
    running)
        open_window
        touch "$tried/window-is-open"
        until [ -e "$tried/close-the-window" ]; do sleep 0.2; done
        import -window root "$tried/still-running.png"
        close_window
        ;;
    locked)
        HOME=/home/locked
        XDG_CACHE_HOME=$(mktemp -d)
        export HOME XDG_CACHE_HOME
        photograph home-without-write-permission
        if hvacdesk self-check >"$tried/self-check-locked.txt"; then exit 1; fi
        ;;
esac
