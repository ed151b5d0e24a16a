#!/bin/sh
# sh installers/windows/try-here.sh [--reuse | --tests PYTEST ARGS…]: builds the Windows program on Debian with Windows' own Python in Wine, by
# the steps of build.ps1 (build.py), and tries its real installer in a login with Japanese and a space: installs it,
# walks the tour from the installed program in code page 932 and in UTF-8 with its papers printed, verifies, backs up,
# renews the keys; sets an office up with the keyboard in real windows, books a job and prints it, locks on Windows'
# messages, starts a second time, meets a fault, opens a backup by its menu; updates over the running and the closed
# program, kills an update, uninstalls, and opens the same office after a new installation.
# Pictures and the list of checks are left in build/tried-windows. --reuse takes the last built folder of these sources;
# --tests runs the suite instead (test-here.sh).
# The printer of the tests (tests/helpers/cups.py) needs root or a sudo without a password.
set -eu
cd "$(dirname "$0")/../.."
. installers/setup.sh
. installers/windows/wine.sh
. installers/windows/checks.sh

reuse=no
case ${1-} in
    "") ;;
    --reuse) reuse=yes ;;
    --tests)
        shift
        exec sh installers/windows/test-here.sh "$@"
        ;;
    *) die "try-here.sh takes --reuse or --tests, not $1" ;;
esac
use_utf8
# shellcheck disable=SC2086  # a list of names
need_packages $wine_packages $installer_packages cups-daemon cups-client cups-filters printer-driver-cups-pdf poppler-utils zbar-tools \
    iproute2 tesseract-ocr tesseract-ocr-jpn
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
quick_pack() { HVACDESK_QUICK=yes pack "$1"; }
check "an installer is compiled around it, quickly" quick_pack "$version"
# Compressing takes two minutes of one processor, during which the tours are walked on the other.
pack "$version.1" &
packing=$!
helpers="$helpers $packing"

# A prefix of the trial's own, as a new computer: nothing of Python is in it but what the installer brings.
login="山田 太郎"
export USER="$login" LOGNAME="$login"  # Wine names the profile's folder so
export WINEPREFIX="$trial/prefix"
wineboot -i >/dev/null 2>&1 || die "Wine could not make its prefix"
place_stand_ins
# A fault ends the program instead of opening a debugger that waits for somebody.
wine reg add 'HKLM\Software\Microsoft\Windows NT\CurrentVersion\AeDebug' /v Debugger /d '' /f >/dev/null 2>&1
folder="$WINEPREFIX/drive_c/Program Files/hvacdesk"
setup() { wine "$trial/hvacdesk-$1-setup.exe" /S >/dev/null 2>&1; }
leaves() { status=0; wanted=$1; shift; "$@" >/dev/null 2>&1 || status=$?; [ $status = "$wanted" ]; }
hvacdesk() { wine "$folder/hvacdesk-cli.exe" "$@" 2>>"$trial/program.log"; }
says_version() { [ "$(hvacdesk version | tr -d '\r')" = "hvacdesk $version" ]; }

check "it is installed" setup "$version"
check "it tells its version" says_version

mkfifo "$trial/printing"
: >"$trial/printer"
python3 installers/walk/printer.py <"$trial/printing" >"$trial/printer" 2>"$trial/printer.log" &
helpers="$helpers $!"
exec 6>"$trial/printing"  # the printer is there until this end is closed
until [ "$(wc -l <"$trial/printer")" = 2 ]; do sleep 0.2; done
CUPS_SERVER=$(sed -n 1p "$trial/printer")
papers=$(sed -n 2p "$trial/printer")
export CUPS_SERVER
first_run_named() { grep -q '^Only a person can see' "$trial/self-check.txt"; }
printer_known() { hvacdesk self-check --home 'C:\office none' >"$trial/self-check.txt" || true; grep -q '^Printer .*Office-PDF' "$trial/self-check.txt"; }
check "it knows the computer's printer" printer_known
check "the self-check says where the first run on a Windows is" first_run_named

# --- the tour, in the code page of a Japanese Windows and in UTF-8 ----------------------------------------------

mkdir "$trial/locales"
localedef -i ja_JP -f UTF-8 "$trial/locales/ja_JP.UTF-8" 2>/dev/null || true
owner="伊藤 誠"
secret="sample office owner one"
tour() {
    hvacdesk demo --out "Z:$trial/tour-$1" --home "C:\\office $1" --customers 30 --printer Office-PDF >"$trial/tour-$1.txt"
    grep -q '"verification": "verified"' "$trial/tour-$1/summary.json"
}
with_office() { printf '%s\n' "$secret" | hvacdesk "$2" --home "C:\\office $1" --account "$owner" >>"$trial/program.log"; }
for page in 932 utf-8; do
    if [ $page = 932 ]; then export LOCPATH="$trial/locales" LC_ALL=ja_JP.UTF-8; else unset LOCPATH; export LC_ALL=C.UTF-8; fi
    check "$page: the day and the month were walked through, with a disposal" tour $page
    for command in verify backup rotate verify; do check "$page: $command" with_office $page $command; done
done
check "the accounts are told in UTF-8 on a pipe" grep -q "$owner" "$trial/tour-utf-8.txt"

check "the installer of the next version is compiled, with all its compression" wait $packing

# --- paper ------------------------------------------------------------------------------------------------------

# What is printed on Windows is a picture of each page, so a paper is read as a scanner does.
read_paper() { pdftoppm -r 200 -gray -png -f 1 -l 1 "$1" -singlefile "$trial/paper" && tesseract "$trial/paper.png" - -l jpn --psm 11 2>/dev/null | tr -d ' '; }
copies() { find "$trial/tour-utf-8/work-orders" -name "*-$1.pdf"; }
copy_is_masked() { pdftotext -layout "$(copies "$1" | head -n 1)" - | grep -q '電話 ●●●-●●●●-[0-9]\{4\}'; }
partner_has_no_phone() { ! pdftotext -layout "$(copies partner | head -n 1)" - | grep -q '●-'; }
printed() { find "$papers" -name '*.pdf' | wc -l; }
newest_paper() { find "$papers" -name '*.pdf' -printf '%T@ %p\n' | sort -n | tail -n 1 | cut -d' ' -f2-; }
check "the technician's copy masks the telephone number" copy_is_masked technician
check "so does the office's" copy_is_masked office
check "the partner's copy has none of it" partner_has_no_phone
check "the day's work orders of both tours came out of the printer" [ "$(printed)" = 8 ]
copies office | while read -r copy; do
    pdftotext "$copy" - | sed -n 's/.*●-\([0-9]\{4\}\).*/\1/p' | head -n 1
done >"$trial/ends.txt"
paper_is_masked() { read_paper "$(newest_paper)" >"$trial/read.txt"; grep -q -- "-$1" "$trial/read.txt" && ! grep -q "[0-9]\{3,4\}-$1" "$trial/read.txt"; }
check "read from the paper, the office's copy shows only the number's end" paper_is_masked "$(head -n 1 "$trial/ends.txt")"

# --- folders ----------------------------------------------------------------------------------------------------

says_and_fails() { wanted=$1; shift; ! "$@" >"$trial/says.txt" 2>&1 && grep -q "$wanted" "$trial/says.txt" && ! grep -q Traceback "$trial/says.txt"; }
backup_to() { printf '%s\n' "$secret" | wine "$folder/hvacdesk-cli.exe" backup --home 'C:\office utf-8' --account "$owner" --to "$1"; }
mkdir -p "$trial/server/backups"
ln -s "$trial/server" "$WINEPREFIX/dosdevices/n:"
wine reg add 'HKLM\Software\Wine\Drives' /v n: /d network /f >/dev/null 2>&1
wineserver -k || true  # drives are looked at when Wine starts
wineserver -w
backed_up() { backup_to 'N:\backups' >>"$trial/program.log" 2>&1 && [ -n "$(find "$trial/server/backups" -name 'office*.db')" ]; }
check "it backs up onto a drive that Windows calls a network's" backed_up
part=$(printf 'd%.0s' $(seq 60))
mkdir -p "$WINEPREFIX/drive_c/$part/$part/$part/$part/$part"
deep="C:\\$part\\$part\\$part\\$part\\$part"
check "a folder of 300 characters is refused in words" says_and_fails "too long" backup_to "$deep"
deep_check() { hvacdesk self-check --home "$deep\\office" >"$trial/says.txt" || true; grep -q '^Free space' "$trial/says.txt"; }
check "the self-check tells of an office in such a folder" deep_check

# --- windows ----------------------------------------------------------------------------------------------------

x86_64-w64-mingw32ucrt-gcc -O1 -s -o "$trial/screen.exe" installers/walk/screen.c -lole32 -loleaut32 -lshell32 -luuid
new_office="試験冷機 Trial"
home="$WINEPREFIX/drive_c/users/$login/AppData/Local/hvacdesk"
picture() { import -window root "$tried/$1.png"; }
walk() { python3 installers/walk/walk.py --wine "$trial/screen.exe" --papers "$papers" --office "$new_office" "$1" "$tried"; }
wait_for_window() {
    tries=0
    until xdotool search --onlyvisible --name hvacdesk >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ $tries -lt 600 ] || return 1
        sleep 0.5
    done
    sleep 4
}
open_window() {
    wine "$folder/hvacdesk.exe" "$@" >/dev/null 2>&1 &
    running=$!
    wait_for_window
}
close_window() {
    kill $running 2>/dev/null || true
    wait $running 2>/dev/null || true
}
openbox >/dev/null 2>&1 &
helpers="$helpers $!"
wine explorer /desktop=trial,1366x768 >/dev/null 2>&1 &

# A program that waits for connections makes Windows' firewall ask about it. Wine's server holds its sockets as well.
waits_for_nobody() {
    for waiting in $(ss -Hlntup | grep -o 'pid=[0-9]*' | cut -d= -f2 | sort -u); do
        if tr '\0' '\n' <"/proc/$waiting/environ" 2>/dev/null | grep -qxF "WINEPREFIX=$WINEPREFIX"; then return 1; fi
    done
}
check "the window opens" open_window
check "an office is set up with the keyboard, its recovery sheet printed and typed back" walk set-up
check "it lies in the profile with Japanese and a space" [ -f "$home/office.keys" ]
check "the desk locks when Windows' session is locked and when it goes to sleep" walk session
check "it waits for no connection: the firewall has nothing to ask" waits_for_nobody
wine notepad >/dev/null 2>&1 &
notepad=$!
sleep 5
second_start() { timeout 120 wine "$folder/hvacdesk.exe" >/dev/null 2>&1; }
check "a second start ends by itself" second_start
check "the open window came to the front" walk front
kill $notepad 2>/dev/null || true
help=$(echo "$folder"/program-*/hvacdesk/resources)/help
mv "$help" "$trial/help"
check "a fault is told" walk fault
mv "$trial/help" "$help"
report=$(find "$home/crashes" -name '*.txt')
check "its report names the fault" grep -q FileNotFoundError "$report"
check "its report names no person, no office and no folder" sh -c "! grep -q -e Yamada -e 8765 -e 試験 -e 'Trial Owner' -e 山田 -e users '$report'"
close_window

sheets=$(printed)
check "the window opens again" open_window
check "its owner logs in, books a customer's job and prints the work order" walk work
check "the work order came out of the printer" [ "$(printed)" -gt "$sheets" ]
check "read from the paper, it shows only the end of the telephone number" paper_is_masked 4321
close_window

backup=$(find "$trial/server/backups" -maxdepth 1 -name 'hvacdesk-backup-*' | head -n 1)
by_menu() { # the entry is chosen as Explorer does; the program is then no child of this script
    printf 'menu hvacdesk N:\\backups\\%s\n' "$(basename "$backup")" | wine "$trial/screen.exe" >/dev/null 2>&1
    wait_for_window
}
check "the menu of a backup's folder starts the program" by_menu
check "it has looked at that backup: it is another office's" walk restore
wine taskkill /im hvacdesk.exe /f >/dev/null 2>&1 || true

# The looks: pictures for a person to judge, of the login window in both languages, sizes and colours.
look() { # NAME VARIABLE=VALUE…
    name=$1
    shift
    rm -f "$WINEPREFIX/drive_c/office 932/window.ini"  # the choices of who was there last
    env "$@" wine "$folder/hvacdesk.exe" --home 'C:\office 932' >/dev/null 2>&1 &
    running=$!
    wait_for_window
    sleep 4
    picture "$name"
    close_window
}
look login-en-100 LC_ALL=C.UTF-8
look login-ja-100 LOCPATH="$trial/locales" LC_ALL=ja_JP.UTF-8
themes='HKCU\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize'
wine reg add "$themes" /v AppsUseLightTheme /t REG_DWORD /d 0 /f >/dev/null 2>&1
look login-ja-dark LOCPATH="$trial/locales" LC_ALL=ja_JP.UTF-8
wine reg delete "$themes" /v AppsUseLightTheme /f >/dev/null 2>&1
scaled() { # PIXELS an inch, from the next start of Wine on
    wine reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d "$1" /f >/dev/null 2>&1
    wineserver -k || true
    wineserver -w
    wine explorer /desktop=trial,1366x768 >/dev/null 2>&1 &
    sleep 3
}
for scale in 120 144 168 192; do
    scaled $scale
    look login-ja-$((scale * 100 / 96)) LOCPATH="$trial/locales" LC_ALL=ja_JP.UTF-8
done
look login-en-200 LC_ALL=C.UTF-8
scaled 96

open_window --home 'C:\office utf-8'
check "the program runs: it is not updated (status 3)" leaves 3 setup "$version.1"
check "the program runs: it is not removed (status 3)" leaves 3 wine "$folder/uninstall.exe" /S "_?=C:\\Program" "Files\\hvacdesk"
close_window

# --- updated, killed, removed, installed again ------------------------------------------------------------------

office() { cat "$WINEPREFIX/drive_c/office utf-8/office.keys" "$WINEPREFIX/drive_c/office utf-8/"*.db | sha256sum; }
before=$(office)
wine "$trial/hvacdesk-$version.1-setup.exe" /S >/dev/null 2>&1 &
cut=$!
sleep 2
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
