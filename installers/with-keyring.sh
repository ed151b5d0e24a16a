#!/bin/sh
# sh installers/with-keyring.sh COMMAND…: run COMMAND in a D-Bus session of its own with an unlocked keyring that
# is gone afterwards. For the sample office only: a real office's secrets belong in the user's own keyring.
set -eu

if [ "${HVACDESK_PRIVATE_SESSION-}" != yes ]; then
    for program in dbus-run-session dbus-send gnome-keyring-daemon; do
        if ! command -v "$program" >/dev/null 2>&1; then
            echo "hvacdesk: $program is missing; the sample office needs it to keep its keys." >&2
            exit 1
        fi
    done
    # The bus complains about limits that a container does not let it raise; only COMMAND's own words are shown.
    HVACDESK_PRIVATE_SESSION=yes exec dbus-run-session -- sh "$0" "$@" 3>&2 2>/dev/null
fi
exec 2>&3 3>&-
unset HVACDESK_PRIVATE_SESSION

folder=$(mktemp -d)
chmod 700 "$folder"
daemon=
# shellcheck disable=SC2329  # called by the trap
clean_up() {
    if [ -n "$daemon" ]; then kill "$daemon" 2>/dev/null || true; fi
    rm -rf "$folder"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

XDG_RUNTIME_DIR=$folder/run
mkdir -m 700 "$XDG_RUNTIME_DIR"
export XDG_RUNTIME_DIR

printf 'sample office' >"$folder/password"
# Only the daemon keeps its data there; the program's own folders stay where they are.
XDG_DATA_HOME=$folder/data XDG_CONFIG_HOME=$folder/config gnome-keyring-daemon \
    --foreground --unlock --components=secrets <"$folder/password" >/dev/null 2>"$folder/log" &
daemon=$!

tries=0
until dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetNameOwner \
    string:org.freedesktop.secrets >/dev/null 2>&1; do
    tries=$((tries + 1))
    if [ $tries -gt 100 ] || ! kill -0 "$daemon" 2>/dev/null; then
        echo "hvacdesk: the keyring of the sample office did not start:" >&2
        cat "$folder/log" >&2
        exit 1
    fi
    sleep 0.1
done

status=0
"$@" || status=$?
exit $status
