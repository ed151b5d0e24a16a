# The set-up shared by run.sh and test.sh, which source this file from the top of the checkout.
# Everything is looked for first: a second run asks neither apt nor pip, so it works without a network.
# shellcheck shell=sh
# shellcheck disable=SC2034  # the lists of packages are for the files that source this one

venv=.venv

# What Qt's offscreen, X11 and Wayland windows, its printing and its D-Bus load from the system.
# "a|b" is one package under two names: Debian 13 and Ubuntu 24.04 renamed some to …t64.
window_packages="libgl1 libegl1 libx11-6 libx11-xcb1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3
    libfontconfig1 libfreetype6 libglib2.0-0t64|libglib2.0-0 libzstd1 libgssapi-krb5-2 libbrotli1
    libxcb1 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render0
    libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1
    libwayland-client0 libwayland-cursor0 libwayland-egl1 libcups2t64|libcups2"
# A keyring of one's own, for the sample office and the tests on a machine that has none.
keyring_packages="dbus-daemon|dbus dbus-bin|dbus gnome-keyring"
# A real printer that prints into PDF files, a real screen without a monitor, readers of the results (zbar for the QR
# codes of scanned pages), a second key store beside gnome-keyring (KeePassXC: 22 MB to download, 77 MB installed),
# a LibreOffice without windows that opens what is exported (86 MB to download, 283 MB installed), the compiler of the
# Windows installer, a reader of raw files (strings, of binutils), what protects a folder against root (chattr), what
# gives each of several PCs a network of its own (ip, of iproute2), and
# what a desk has for typing Japanese: a window manager, the two input methods with Mozc, a hand on the keyboard, and who tells where windows lie.
test_packages="cups-daemon cups-client cups-filters printer-driver-cups-pdf xvfb xauth poppler-utils zbar-tools 7zip
    keepassxc-full|keepassxc eatmydata libreoffice-calc-nogui|libreoffice-calc python3-uno nsis binutils e2fsprogs iproute2 openbox
    xdotool x11-utils fcitx5 fcitx5-mozc ibus ibus-mozc"

say() { printf '%s\n' "hvacdesk: $*" >&2; }
die() { say "$*"; exit 1; }

# --- system packages --------------------------------------------------------------------------------------------

installed() { dpkg-query -W -f '${db:Status-Abbrev}\n' "$1" 2>/dev/null | grep -q '^ii'; }

# missing_packages NAME…: those of which no alternative is installed, one a line.
missing_packages() {
    for names in "$@"; do
        found=no
        for name in $(printf '%s' "$names" | tr '|' ' '); do
            if installed "$name"; then found=yes; fi
        done
        if [ "$found" = no ]; then printf '%s\n' "$names"; fi
    done
}

# one_name NAME…: the list for a person to read, without the second names.
one_name() { printf '%s\n' "$@" | sed 's/|.*//' | tr '\n' ' '; }

# available NAME…: the first alternative of each that apt knows.
available() {
    for names in "$@"; do
        for name in $(printf '%s' "$names" | tr '|' ' '); do
            if apt-cache show "$name" >/dev/null 2>&1; then
                printf '%s\n' "$name"
                continue 2
            fi
        done
        die "apt knows none of: $names. Look at its sources and run 'apt-get update'."
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# need_packages NAME…: install what is missing, or say what it is and how to get it.
need_packages() {
    if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
        say "this system has no apt; it must already have what Debian calls: $(one_name "$@")"
        return 0
    fi
    missing=$(missing_packages "$@")
    if [ -z "$missing" ]; then return 0; fi
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null 2>&1; then
        # shellcheck disable=SC2086  # lists of names, split on purpose
        die "system packages are missing, and installing them takes root or sudo. As root, run:
    apt-get update && apt-get install --no-install-recommends $(one_name $missing)"
    fi
    # shellcheck disable=SC2086
    say "installing system packages: $(one_name $missing)"
    as_root apt-get update -q >&2 || say "apt-get update failed; going on with the package lists that are here"
    # shellcheck disable=SC2086  # lists of names, split on purpose
    names=$(available $missing) || exit 1
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $names >&2 ||
        die "apt-get could not install: $(one_name $names)"
}

# --- Python and its packages ------------------------------------------------------------------------------------

# find_python: a Python 3.11–3.13 that can make environments.
find_python() {
    for candidate in python3.13 python3.12 python3.11 python3; do
        if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
            >/dev/null 2>&1; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

# The package that gives find_python its answer; the system's own Python first, if it is one of ours.
python_package() {
    own=$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || own=
    case $own in
        3.11 | 3.12 | 3.13) printf '%s' "python$own-venv|" ;;
    esac
    printf '%s\n' "python3.13-venv|python3.12-venv|python3.11-venv"
}

# stamp LOCK: what an environment was made from. A changed lock, a moved checkout or another Python make it stale.
stamp() {
    sha256sum "$1"
    pwd -P
    "$venv/bin/python" -c 'import sys; print(sys.version)' 2>/dev/null
}

fresh() { [ -f "$venv/$2" ] && [ "$(stamp "$1")" = "$(cat "$venv/$2")" ]; }

install_lock() {
    lock=$1 mark=$2
    say "installing the locked Python packages of $lock"
    # The machine's own pip settings hold (where packages come from, certificates), except those that would choose
    # other versions than the lock's or put them elsewhere.
    PIP_CONSTRAINT=/dev/null PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 "$venv/bin/python" -m pip install \
        --quiet --no-input --require-hashes --no-deps --only-binary :all: -r "$lock" >&2 ||
        die "pip could not install $lock"
    stamp "$lock" >"$venv/$mark.part"
    mv "$venv/$mark.part" "$venv/$mark"
}

# need_python [test|build]: the environment with the program's packages, and with those of the tests or the build.
need_python() {
    run_lock=installers/requirements.lock run_mark=hvacdesk-run
    more=${1-}
    more_lock=installers/requirements-$more.lock more_mark=hvacdesk-$more
    if ! fresh $run_lock $run_mark; then
        python=$(find_python) || die "no Python 3.11, 3.12 or 3.13 with its venv module was found"
        # Clearing would follow the link and empty an environment that others may be using.
        [ ! -L "$venv" ] || die "$venv is a link to another environment; remove the link and run this again"
        say "making $venv with $python"
        "$python" -m venv --clear "$venv" >&2 || die "could not make the environment $venv"
        install_lock $run_lock $run_mark
    fi
    # These locks hold the program's packages too, at the same versions.
    if [ -n "$more" ] && ! fresh "$more_lock" "$more_mark"; then install_lock "$more_lock" "$more_mark"; fi
}

# need_system NAME…: the system packages, and Python's if there is no usable one.
need_system() {
    if find_python >/dev/null; then need_packages "$@"; else need_packages "$(python_package)" "$@"; fi
}

# --- translations, screen, keyring ------------------------------------------------------------------------------

compile_translations() {
    for source in resources/translations/*.ts; do
        compiled=${source%.ts}.qm
        if [ ! -f "$source" ]; then continue; fi
        if [ -f "$compiled" ] && [ -z "$(find "$source" -newer "$compiled")" ]; then continue; fi
        "$venv/bin/python" -c 'from PySide6.scripts.pyside_tool import lrelease; lrelease()' \
            -silent "$source" -qm "$compiled" || die "could not compile $source"
    done
}

# Qt and Python need a UTF-8 locale; a service or a bare shell may have none.
use_utf8() {
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
        *UTF-8* | *utf-8* | *UTF8* | *utf8*) ;;
        *) LC_ALL=C.UTF-8 && export LC_ALL ;;
    esac
}

has_screen() { [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; }

# A session bus is there for Python's keyring only if its address is in the environment; a shell opened through sudo
# or ssh may lack it although the bus runs.
use_session_bus() {
    if [ -z "${DBUS_SESSION_BUS_ADDRESS-}" ] && [ -S "${XDG_RUNTIME_DIR:-/nonexistent}/bus" ]; then
        DBUS_SESSION_BUS_ADDRESS=unix:path=$XDG_RUNTIME_DIR/bus
        export DBUS_SESSION_BUS_ADDRESS
    fi
}

# ask_keyring OBJECT METHOD ARGS…: one question to the session's Secret Service.
ask_keyring() {
    object=$1 method=$2
    shift 2
    dbus-send --session --print-reply --dest=org.freedesktop.secrets "$object" "$method" "$@" 2>/dev/null
}

# has_keyring: a Secret Service that can be used: unlocked, or on a screen where it can ask for its password.
has_keyring() {
    [ -n "${DBUS_SESSION_BUS_ADDRESS-}" ] && command -v dbus-send >/dev/null 2>&1 || return 1
    default=$(ask_keyring /org/freedesktop/secrets org.freedesktop.Secret.Service.ReadAlias string:default |
        sed -n 's/.*object path "\(.*\)"/\1/p')
    [ -n "$default" ] || return 1
    if has_screen; then return 0; fi
    [ "$default" != / ] && ask_keyring "$default" org.freedesktop.DBus.Properties.Get \
        string:org.freedesktop.Secret.Collection string:Locked | grep -q 'boolean false'
}
