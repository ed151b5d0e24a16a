#!/bin/sh
# sh installers/linux/try-deb.sh [FOLDER]: tries the package on a minimal Debian 13 of its own, made with debootstrap in
# FOLDER (default build/debian): installs it, sets a new office up through the windows with the keyboard, from the first
# page to the recovery sheet on a real CUPS printer and its groups typed back from that paper, logs in there, walks
# through the demo tour in a sample office with its prints and its disposal, upgrades, removes, purges, and looks each
# time whether both offices are as they were. It also upgrades while the program runs and onto a full disk, and starts
# it in a home folder that takes no file. Needs root.
# It builds the package when dist/ holds none. Pictures and papers are left in build/tried.
set -eu
cd "$(dirname "$0")/../.."
. installers/setup.sh

[ "$(id -u)" = 0 ] || die "try-deb.sh makes a system of its own and needs root"
root=${1:-build/debian}
tried=build/tried
clerk="front desk 受付"  # a login as Windows would allow it, whose home folder has the same name
home="/home/$clerk"

need_packages debootstrap
first=$(find dist -name 'hvacdesk_*-1_*.deb' 2>/dev/null | sort | tail -n 1)
if [ -z "$first" ]; then sh installers/linux/build-deb.sh; fi
first=$(find dist -name 'hvacdesk_*-1_*.deb' | sort | tail -n 1)
release=$(printf '%s' "$first" | sed 's/.*hvacdesk_//; s/-1_.*//')
second=$(printf '%s' "$first" | sed 's/-1_/-2_/')
if [ ! -f "$second" ] || [ "$first" -nt "$second" ]; then sh installers/linux/build-deb.sh --reuse --revision 2; fi

# --- the minimal Debian -----------------------------------------------------------------------------------------

mirror() { apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null | grep -m 1 '/debian/*$'; }

if [ ! -f "$root/etc/debian_version" ]; then
    say "making a minimal Debian 13 in $root"
    debootstrap --variant=minbase trixie "$root" "$(mirror)" >"$root.log" 2>&1 || die "debootstrap failed; see $root.log"
fi
cp -L /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
for settings in /etc/apt/apt.conf /etc/apt/auth.conf; do
    if [ -f $settings ]; then cp $settings "$root$settings"; fi
done
mounted=
unmount() {
    if [ -f "$root/run/cups/cupsd.pid" ]; then kill "$(cat "$root/run/cups/cupsd.pid")" 2>/dev/null || true; fi
    for place in $mounted; do umount -l "$root/$place" 2>/dev/null || true; done
}
trap unmount EXIT
for place in proc sys dev dev/pts; do
    mkdir -p "$root/$place"
    mount --bind "/$place" "$root/$place"
    mounted="$place $mounted"
done
inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }
as_clerk() { inside runuser -u "$clerk" -- env HOME="$home" LC_ALL=C.UTF-8 "$@"; }

passed=0
check() {
    what=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
        say "ok: $what"
    else
        die "NOT ok: $what"
    fi
}

# --- installed --------------------------------------------------------------------------------------------------

cp "$first" "$root/tmp/first.deb"
cp "$second" "$root/tmp/second.deb"
inside apt-get update -q >/dev/null
inside apt-get purge -q -y hvacdesk >/dev/null 2>&1 || true
if inside id "$clerk" >/dev/null 2>&1; then inside userdel "$clerk"; fi
inside useradd --badname --home-dir "$home" --create-home --shell /bin/sh "$clerk" 2>/dev/null
inside chown -R "$clerk:" "$home"  # it may be left from an earlier trial
inside chmod 700 "$home"
say "installing the package with what it depends on"
log=$root.install.log
: >"$log"
logged() { "$@" >>"$log" 2>&1; }
refused() { ! logged "$@"; }
install_package() { inside apt-get install -q -y --no-install-recommends "$@"; }
check "apt installs it" logged install_package /tmp/first.deb
check "nothing it needs is missing" inside sh -c \
    '! find /usr/lib/hvacdesk -name "*.so*" -exec ldd {} + 2>/dev/null | grep "not found"'
logged install_package xvfb xauth x11-utils imagemagick xdotool openbox gnome-keyring dbus-daemon at-spi2-core \
    python3-gi gir1.2-atspi-2.0 cups cups-client printer-driver-cups-pdf poppler-utils zbar-tools desktop-file-utils \
    appstream man-db lintian || die "apt failed; see $log"
check "the desktop entry is valid" inside desktop-file-validate /usr/share/applications/hvacdesk.desktop
check "the AppStream metadata is valid" inside appstreamcli validate --no-net \
    /usr/share/metainfo/example.hvacdesk.desk.metainfo.xml
check "lintian finds nothing in the package" inside lintian --allow-root --fail-on error,warning /tmp/first.deb
check "the man page can be read" inside sh -c 'man -l /usr/share/man/man1/hvacdesk.1.gz 2>/dev/null | grep -q self-check'
check "it tells its version and nothing else" [ "$(as_clerk hvacdesk version 2>&1)" = "hvacdesk $release" ]

# --- used -------------------------------------------------------------------------------------------------------

cp -r installers/linux/use.sh installers/walk "$root/tmp/"
inside rm -rf "$home/tried" "$home/PDF" "$home/.local" "$home/sample-office"
# A printer that prints into files, reached through its socket alone.
inside sh -c 'printf "Listen /run/cups/cups.sock\nDefaultAuthType Basic\n<Location />\nOrder allow,deny\nAllow all\n</Location>\n" \
    >/etc/cups/cupsd.conf; mkdir -p /run/cups; cupsd; sleep 1
    lpadmin -p PDF -E -v cups-pdf:/ -P "$(find /usr/share/ppd /usr/share/cups/model -name "CUPS-PDF*.ppd" | head -n 1)"
    lpadmin -d PDF'
use() { as_clerk dbus-run-session -- sh /tmp/use.sh "$1"; }
papers() { inside sh -c "ls '$home'/PDF/*.pdf | wc -l"; }
say "setting a new office up through the windows"
check "an office is set up with the keyboard, its recovery sheet printed and typed back" use set-up
sheets=$(papers)
check "its owner logs in, books a customer's job and prints the work order" use work
check "the work order came out of the printer" [ "$(papers)" -gt "$sheets" ]
sheets=$(papers)
say "walking the tour in a sample office, printing"
check "the day and the month were walked through, with a disposal" use tour
check "the day's work orders came out of the printer" [ "$(papers)" -gt "$sheets" ]
check "the self-check and both offices are in order" use check

# --- bad surroundings -------------------------------------------------------------------------------------------

printf 'no update file' >"$root/tmp/broken.update"
check "a broken update file is refused" refused as_clerk hvacdesk update /tmp/broken.update
inside install -d -m 555 /home/locked
check "a home folder that takes no file is told" use locked

offices() { inside sh -c "cd '$home' && cat .local/share/hvacdesk/office.keys .local/share/hvacdesk/*.db \
    sample-office/office.keys sample-office/*.db | sha256sum"; }
version() { as_clerk hvacdesk version; }
before=$(offices)

say "upgrading while the program runs"
use running &
running=$!
until [ -e "$root$home/tried/window-is-open" ]; do sleep 0.2; done
check "a running program is not replaced" refused install_package /tmp/second.deb
check "it is not removed either" refused inside apt-get remove -q -y hvacdesk
check "apt says why" grep -q "プログラムが動いています" "$log"
touch "$root$home/tried/close-the-window"
check "the program went on running" wait $running

say "upgrading on a full disk"
size=$(du -sm "$root/usr/lib/hvacdesk" | cut -f1)
cp -a "$root/usr/lib/hvacdesk" "$root/var/tmp/former"
mount -t tmpfs -o "size=$((size + 40))m" tmpfs "$root/usr/lib/hvacdesk"
mounted="usr/lib/hvacdesk $mounted"
cp -a "$root/var/tmp/former/." "$root/usr/lib/hvacdesk/"
check "a full disk ends the upgrade" refused install_package /tmp/second.deb
check "the former version still works" version
umount "$root/usr/lib/hvacdesk"
mounted=${mounted#usr/lib/hvacdesk }
rm -rf "$root/var/tmp/former"
check "none of that touched the offices" [ "$before" = "$(offices)" ]

say "upgrading while the office exists"
check "apt upgrades it" logged install_package /tmp/second.deb
check "the upgrade leaves the offices' files alone" [ "$before" = "$(offices)" ]
check "the owner logs in again" use log-in
check "both offices are in order after the upgrade" use check
rm -rf "$tried"
mkdir -p "$tried"
cp -r "$root$home/tried/." "$tried/"

units="$home/.config/systemd/user"
as_clerk mkdir -p "$units/graphical-session.target.wants"
as_clerk touch "$units/hvacdesk-host.service" "$units/another.service"
as_clerk ln -sf ../hvacdesk-host.service "$units/graphical-session.target.wants/hvacdesk-host.service"
inside apt-get remove -q -y hvacdesk >"$root.remove.log" 2>&1
check "serving with the login is taken away, and nothing else of it" inside sh -c \
    "cd '$units' && ! test -e hvacdesk-host.service && ! test -L graphical-session.target.wants/hvacdesk-host.service \
    && test -e another.service"
check "removing says where the data is" grep -q "front desk" "$root.remove.log"
check "the program is gone" inside sh -c '! test -e /usr/bin/hvacdesk && ! test -e /usr/lib/hvacdesk'
check "the office is still there" inside test -f "$home/.local/share/hvacdesk/office.keys"
inside apt-get purge -q -y hvacdesk >>"$root.remove.log" 2>&1
check "purging asks nothing and leaves the office alone" inside test -f "$home/.local/share/hvacdesk/office.keys"
say "$passed checks passed; pictures and papers are in $tried"
