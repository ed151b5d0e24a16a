#!/bin/sh
# sh installers/windows/try-here.sh [--reuse]: builds the Windows program on Debian with Windows' own Python in Wine, by
# the steps of build.ps1 (build.py), and tries its real installer: installs it, walks the tour from the installed program
# in code page 932 and in UTF-8, verifies, backs up and renews the keys, opens the window, updates over the running and
# over the closed program, kills an update, uninstalls, and opens the same office after a new installation.
# Pictures and the list of checks are left in build/tried-windows. --reuse takes the last built folder of these sources.
set -eu
cd "$(dirname "$0")/../.."
. installers/setup.sh
. installers/windows/wine.sh
. installers/windows/checks.sh

reuse=no
case ${1-} in
    "") ;;
    --reuse) reuse=yes ;;
    *) die "try-here.sh takes --reuse, not $1" ;;
esac
use_utf8
# shellcheck disable=SC2086  # a list of names
need_packages $wine_packages
sh installers/windows/try-installer.sh
begin_checks program
begin_screen
need_prefix build

build=build/windows
stamp=$(python3 installers/windows/build.py stamp)
if [ $reuse = no ] || [ "$(cat $build/stamp 2>/dev/null)" != "$stamp" ]; then
    check "the program is built by the steps of build.ps1" wine 'C:\py\python.exe' installers/windows/build.py folder
fi
pack() { python3 installers/windows/build.py installer --target amd64-unicode --version "$1" --out "$trial" >/dev/null; }
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' hvacdesk/__init__.py)
check "its installer is compiled" pack "$version"
check "so is one of the next version" pack "$version.1"

# A prefix of the trial's own, as a new computer: nothing of Python is in it but what the installer brings.
export WINEPREFIX="$trial/prefix"
wineboot -i >/dev/null 2>&1 || die "Wine could not make its prefix"
place_stand_ins
folder="$WINEPREFIX/drive_c/Program Files/hvacdesk"
setup() { wine "$trial/hvacdesk-$1-setup.exe" /S >/dev/null 2>&1; }
leaves() { status=0; wanted=$1; shift; "$@" >/dev/null 2>&1 || status=$?; [ $status = "$wanted" ]; }
hvacdesk() { wine "$folder/hvacdesk-cli.exe" "$@" 2>>"$trial/program.log"; }
says_version() { [ "$(hvacdesk version | tr -d '\r')" = "hvacdesk $version" ]; }

check "it is installed" setup "$version"
check "it tells its version" says_version

# --- the tour, in the code page of a Japanese Windows and in UTF-8 ----------------------------------------------

mkdir "$trial/locales"
localedef -i ja_JP -f UTF-8 "$trial/locales/ja_JP.UTF-8" 2>/dev/null || true
owner="伊藤 誠"
secret="sample office owner one"
tour() {
    hvacdesk demo --out "Z:$trial/tour-$1" --home "C:\\office $1" --customers 30 >"$trial/tour-$1.txt"
    grep -q '"verification": "verified"' "$trial/tour-$1/summary.json"
}
with_office() { printf '%s\n' "$secret" | hvacdesk "$2" --home "C:\\office $1" --account "$owner" >>"$trial/program.log"; }
for page in 932 utf-8; do
    if [ $page = 932 ]; then export LOCPATH="$trial/locales" LC_ALL=ja_JP.UTF-8; else unset LOCPATH; export LC_ALL=C.UTF-8; fi
    check "$page: the day and the month were walked through, with a disposal" tour $page
    for command in verify backup rotate verify; do check "$page: $command" with_office $page $command; done
done
check "the accounts are told in UTF-8 on a pipe" grep -q "$owner" "$trial/tour-utf-8.txt"

# --- the window -------------------------------------------------------------------------------------------------

picture() { import -window root "$tried/$1.png"; }
window() { xdotool search --onlyvisible --name "$1" 2>/dev/null | head -n 1; }
wait_for_window() {
    tries=0
    until [ -n "$(window "$1")" ]; do
        tries=$((tries + 1))
        [ $tries -lt 600 ] || return 1
        sleep 0.5
    done
}
wine explorer /desktop=trial,1366x768 >/dev/null 2>&1 &
wine "$folder/hvacdesk.exe" --home 'C:\office utf-8' >/dev/null 2>&1 &
running=$!
check "the window opens" wait_for_window hvacdesk
sleep 10
picture first-window
check "the program runs: it is not updated (status 3)" leaves 3 setup "$version.1"
check "the program runs: it is not removed (status 3)" leaves 3 wine "$folder/uninstall.exe" /S "_?=C:\\Program" "Files\\hvacdesk"
kill $running
wait $running 2>/dev/null || true

# --- updated, killed, removed, installed again ------------------------------------------------------------------

office() { cat "$WINEPREFIX/drive_c/office utf-8/office.keys" "$WINEPREFIX/drive_c/office utf-8/"*.db | sha256sum; }
before=$(office)
wine "$trial/hvacdesk-$version.1-setup.exe" /S >/dev/null 2>&1 &
cut=$!
sleep 5
kill -9 $cut 2>/dev/null || true
wait $cut 2>/dev/null || true
check "an update is killed: the program works" says_version
check "it is updated" setup "$version.1"
check "the program works" says_version
check "an older installer is refused (status 5)" leaves 5 setup "$version"
check "the office's files were left alone" [ "$before" = "$(office)" ]
check "it is removed" wine "$folder/uninstall.exe" /S "_?=C:\\Program" "Files\\hvacdesk"
check "the program is gone" [ ! -e "$folder/hvacdesk.exe" ]
check "the office is still there" [ "$before" = "$(office)" ]
# "_?=" runs the uninstaller in its place, where it cannot remove itself; a folder with files would be refused.
rm "$folder/uninstall.exe"
check "it is installed anew" setup "$version.1"
check "the office opens" with_office utf-8 verify
end_checks
