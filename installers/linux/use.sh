#!/bin/sh
# What try-deb.sh does with the installed program, as a login of the office, inside dbus-run-session:
# "use.sh set-up" sets an office up through the windows; "use.sh log-in" logs in there; "use.sh work" books a job there
# and prints its work order; "use.sh tour" walks the tour in a sample office, prints and disposes; "use.sh check" looks
# at both offices; "use.sh running" keeps the window open until it is told; "use.sh locked" starts where the home folder
# takes no file.
set -eu
sample=$HOME/sample-office
tried=$HOME/tried
mkdir -p "$tried"
unset WAYLAND_DISPLAY
# What is on the screen is read by walk.py as by a screen reader.
export QT_QPA_PLATFORM=xcb DISPLAY=:77 QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1

# The login's own key store, which the next session finds again.
printf 'front desk' | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
keyring=$!
Xvfb :77 -screen 0 1366x768x24 -nolisten tcp -noreset >/dev/null 2>&1 &
screen=$!
window=
manager=
# shellcheck disable=SC2329  # called by the trap
clean_up() {
    for process in $window $manager $screen $keyring; do kill "$process" 2>/dev/null || true; done
    wait  # the next one takes the same screen
}
trap clean_up EXIT

until xdpyinfo >/dev/null 2>&1; do sleep 0.2; done
openbox >/dev/null 2>&1 &
manager=$!

# photograph NAME: start the program, wait until its window is painted, take a picture, end it.
photograph() {
    open_window
    import -window root "$tried/$1.png"
    close_window
}

open_window() {
    hvacdesk 2>>"$tried/program.log" &
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

# walk WAY: start the program, go that way with the keyboard, end it.
walk() {
    open_window
    python3 /tmp/walk/walk.py "$1" "$tried"
    close_window
}

case $1 in
    set-up)
        lpstat -e | grep -qx PDF
        walk set-up
        ;;
    log-in | work) walk "$1" ;;
    tour)
        hvacdesk demo --out "$tried/tour" --home "$sample" --customers 60 --printer PDF >"$tried/tour.log"
        grep -q '"verification": "verified"' "$tried/tour/summary.json"
        ;;
    check)
        hvacdesk self-check >"$tried/self-check.txt" || { cat "$tried/self-check.txt" >&2; exit 1; }
        printf '%s\n' "seven cold rooms in august" | hvacdesk verify >"$tried/verify.log"
        printf '%s\n' "sample office owner one" |
            hvacdesk verify --home "$sample" --account "伊藤 誠" >>"$tried/verify.log"
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
