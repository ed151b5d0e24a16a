#!/bin/sh
# sh installers/windows/try-installer.sh: tries what hvacdesk.nsi makes, in Wine, around a program as small as can be:
# installs, refuses while it runs, updates, is killed at many instants of an update and of a first installation, runs out
# of room, meets files that a scanner holds and folders of others, signs, uninstalls. It takes minutes and needs no Windows
# Python, but root or sudo for a disk that fills up; try-here.sh tries the real program.
set -eu
cd "$(dirname "$0")/../.."
. installers/setup.sh
. installers/windows/wine.sh
. installers/windows/checks.sh

use_utf8
# shellcheck disable=SC2086  # a list of names
need_packages $wine_packages $installer_packages
begin_checks installer
export WINEPREFIX="$trial/prefix"
begin_screen
wineboot -i >/dev/null 2>&1 || die "Wine could not make its prefix"

# small_build NUMBER: a built program of that version, of a hundred files, which says its number.
small_build() {
    place=$trial/small-$1 contents=program-$1-small
    mkdir -p "$place/$contents/Qt"
    for name in hvacdesk hvacdesk-cli; do
        x86_64-w64-mingw32ucrt-gcc -municode -s -DCONTENTS="L\"$contents\"" -o "$place/$name.exe" installers/windows/small-program.c
    done
    printf '%s' "$1" >"$place/$contents/says.txt"
    number=0
    while [ $number -lt 100 ]; do
        head -c 8000 /dev/urandom >"$place/$contents/Qt/$number.dll"
        number=$((number + 1))
    done
    python3 installers/windows/build.py installer --target amd64-unicode --folder "$place" --version "$1" --out "$trial" >/dev/null 2>"$trial/build.log" ||
        die "the installer of $1 could not be built; see $trial/build.log"
}
small_build 1.0.0
small_build 1.1.0

# NSIS takes the folder without quotes, however many spaces are in it, so the shell has to split it.
# shellcheck disable=SC2086
setup() { wine "$trial/hvacdesk-$1-setup.exe" /S /D=$there >/dev/null 2>&1; }
# shellcheck disable=SC2086
uninstall() { wine "$folder/uninstall.exe" /S "_?="$there >/dev/null 2>&1; }
says() { (wine "$folder/$1.exe" 2>/dev/null || true) | tr -d '\r'; }
both_say() { [ "$(says hvacdesk)" = "$1" ] && [ "$(says hvacdesk-cli)" = "$1" ]; }
leaves() { status=0; wanted=$1; shift; "$@" || status=$?; [ $status = "$wanted" ]; }
one_build() { [ "$(find "$folder" -maxdepth 1 -name 'program-*' -type d | wc -l)" = 1 ] && [ "$(find "$folder" -name '*.hvacdesk' | wc -l)" = 1 ] && nothing_unfinished; }
nothing_unfinished() { [ -z "$(find "$folder" -maxdepth 1 \( -name '*.new' -o -name '*.part' \))" ]; }
nothing_there() { [ ! -e "$folder" ]; }
key='HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\hvacdesk'
listed() { [ "$(wine reg query "$key" /v InstallLocation 2>/dev/null | tr -d '\r' | sed -n 's/.*REG_SZ *//p')" = "$there" ]; }
not_listed() { ! wine reg query "$key" >/dev/null 2>&1; }
at() { folder=$1 there="Z:$(printf '%s' "$1" | tr / '\\')"; }

# Wine's icacls does nothing, so one that notes how it was called stands in for it.
export WINEDLLOVERRIDES="$WINEDLLOVERRIDES;icacls.exe=n"
cat >"$trial/icacls.c" <<'END'
#include <stdio.h>
#include <windows.h>
int main(void) {
    FILE *noted = fopen("C:\\icacls.txt", "ab");
    char line[2000];
    WideCharToMultiByte(CP_UTF8, 0, GetCommandLineW(), -1, line, sizeof line, NULL, NULL);
    return fputs(line, noted) < 0 || fclose(noted);
}
END
x86_64-w64-mingw32ucrt-gcc -s -o "$WINEPREFIX/drive_c/windows/system32/icacls.exe" "$trial/icacls.c"
rights_asked() { grep -qF "\"$there\" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX" "$WINEPREFIX/drive_c/icacls.txt"; }
entries() { [ "$(find "$WINEPREFIX/drive_c" -name '*.lnk' -path "*$1*" | wc -l)" = "$2" ]; }
at "$trial/山田 太郎/hvacdesk"
check "it is installed into a folder with Japanese and a space" setup 1.0.0
check "both programs work" both_say 1.0.0
check "Windows is asked to let users read that folder and administrators alone write into it" rights_asked
check "the start menu has one entry" entries "Start Menu" 1
check "so has the desktop" entries Desktop 1
check "and nothing else has one" entries "" 2
backup_menu() { wine reg query 'HKLM\Software\Classes\Directory\shell\hvacdesk\command' /ve 2>/dev/null | grep -q open-backup; }
check "backups have their own menu" backup_menu
check "the same version once more" setup 1.0.0
check "both programs work after it" both_say 1.0.0
check "nothing is left over" one_build

for program in hvacdesk hvacdesk-cli; do
    wine "$folder/$program.exe" wait "$trial/end-$program" >"$trial/running" 2>/dev/null &
    running=$!
    until [ -s "$trial/running" ]; do sleep 0.2; done
    check "$program runs: it is not updated (status 3)" leaves 3 setup 1.1.0
    check "$program runs: it is not removed (status 3)" leaves 3 uninstall
    touch "$trial/end-$program"
    check "$program went on running" wait $running
    rm "$trial/running"
done
check "a refused update changed nothing" both_say 1.0.0

cp -a "$folder" "$trial/former"
began=$(date +%s%N)
find "$WINEPREFIX/drive_c" -name hvacdesk.lnk -path '*Desktop*' -delete
check "an update" setup 1.1.0
check "an icon that was taken from the desktop stays away" entries Desktop 0
whole=$((($(date +%s%N) - began) / 1000000))
check "both programs are the new ones" both_say 1.1.0
check "nothing of the former version is left" one_build
check "an older one is refused (status 5)" leaves 5 setup 1.0.0

# A kill at once leaves everything as a power cut does, but for what the disk had not written.
instants=16 number=0 olds=0 news=0 mixed=0
while [ $number -lt $instants ]; do
    rm -rf "$folder"
    cp -a "$trial/former" "$folder"
    # shellcheck disable=SC2086
    wine "$trial/hvacdesk-1.1.0-setup.exe" /S /D=$there >/dev/null 2>&1 &
    cut=$!
    sleep "$(awk "BEGIN { print $whole * ($number + 1) / $instants / 1000 }")"
    kill -9 $cut 2>/dev/null || true
    wait $cut 2>/dev/null || true
    window=$(says hvacdesk) commands=$(says hvacdesk-cli)
    case "$window $commands" in
        "1.0.0 1.0.0") olds=$((olds + 1)) ;;
        "1.1.0 1.1.0") news=$((news + 1)) ;;
        "1.1.0 1.0.0") mixed=$((mixed + 1)) ;;
        *) fail "killed at instant $number of $instants: the programs say '$window' and '$commands'" ;;
    esac
    number=$((number + 1))
done
check "killed at $instants instants of an update: $olds old, $news new, $mixed of both, never neither" [ $number = $instants ]
number=0
while [ $number -lt 6 ]; do
    rm -rf "$folder"
    cp -a "$trial/former" "$folder"
    # shellcheck disable=SC2086
    wine "$trial/hvacdesk-1.0.0-setup.exe" /S /D=$there >/dev/null 2>&1 &
    cut=$!
    sleep "$(awk "BEGIN { print $whole * ($number + 2) / 7 / 1000 }")"
    kill -9 $cut 2>/dev/null || true
    wait $cut 2>/dev/null || true
    both_say 1.0.0 || fail "killed while the same version was installed once more"
    number=$((number + 1))
done
check "killed at $number instants of the same version once more: it works" both_say 1.0.0
check "the update is finished by the next one" setup 1.1.0
check "both programs are the new ones again" both_say 1.1.0
check "what the killed ones left is gone" one_build

touch "$folder/memo.txt"
run_key='HKCU\Software\Microsoft\Windows\CurrentVersion\Run'
wine reg add "$run_key" /v hvacdesk-host /d '"hvacdesk.exe" host' /f >/dev/null 2>&1
wine reg add "$run_key" /v another /d another.exe /f >/dev/null 2>&1
runs() { wine reg query "$run_key" /v "$1" >/dev/null 2>&1; }
check "it would serve with the login" runs hvacdesk-host
check "it is uninstalled" uninstall
# "_?=" lets the uninstaller run in its place, where it can be waited for and cannot remove itself.
check "only somebody's own file is left" [ "$(ls "$folder" | grep -vx uninstall.exe)" = memo.txt ]
check "the menu of backups is gone" sh -c "! wine reg query 'HKLM\Software\Classes\Directory\shell\hvacdesk' >/dev/null 2>&1"
check "it no longer serves with the login" leaves 1 runs hvacdesk-host
check "other programs still start with the login" runs another
check "every entry is gone" sh -c "! find '$WINEPREFIX/drive_c' -name hvacdesk.lnk | grep -q ."
check "a folder with somebody's files is refused (status 7)" leaves 7 setup 1.1.0

# --- a first installation that is cut short ---------------------------------------------------------------------

at "$trial/山田 太郎/first"
contents=program-1.0.0-small instants=0 unfinished=0
for seen in . $contents.hvacdesk $contents.part $contents.part/Qt/50.dll $contents.part/says.txt hvacdesk.exe.new uninstall.exe.new \
    $contents hvacdesk.exe hvacdesk-cli.exe uninstall.exe; do
    rm -rf "$folder"
    wine reg delete "$key" /f >/dev/null 2>&1 || true
    # shellcheck disable=SC2086
    wine "$trial/hvacdesk-1.0.0-setup.exe" /S /D=$there >/dev/null 2>&1 &
    cut=$!
    # Some are there for a moment alone.
    until [ -e "$folder/$seen" ] || [ -e "$folder/uninstall.exe" ]; do kill -0 $cut 2>/dev/null || break; done
    kill -9 $cut 2>/dev/null || true
    wait $cut 2>/dev/null || true
    [ -e "$folder/uninstall.exe" ] || unfinished=$((unfinished + 1))
    setup 1.0.0 || fail "killed when $seen was there: the same installation ended with $?"
    both_say 1.0.0 || fail "killed when $seen was there: the same installation does not work"
    one_build || fail "killed when $seen was there: something is left over"
    instants=$((instants + 1))
done
check "a first installation killed at $instants instants, $unfinished unfinished, can be repeated in the same folder" [ $unfinished -ge 5 ]
rm -rf "$folder"
# shellcheck disable=SC2086
wine "$trial/hvacdesk-1.0.0-setup.exe" /S /D=$there >/dev/null 2>&1 &
cut=$!
until [ -e "$folder/$contents" ]; do kill -0 $cut 2>/dev/null || break; done
kill -9 $cut 2>/dev/null || true
wait $cut 2>/dev/null || true
check "over a killed one another version is installed" setup 1.1.0
check "both programs work" both_say 1.1.0
check "nothing is left of the killed one" one_build
check "it is removed" uninstall
rm -rf "$folder"

# stopped_while_writing VERSION COMMAND…: installs; the command runs when some of the build is written and not all of it.
stopped_while_writing() {
    # shellcheck disable=SC2086
    wine "$trial/hvacdesk-$1-setup.exe" /S /D=$there >/dev/null 2>&1 &
    stopped=$!
    until [ -d "$folder/program-$1-small.part/Qt" ]; do kill -0 $stopped 2>/dev/null || fail "the installer ended before it wrote"; done
    kill -STOP $stopped
    shift
    [ ! -e "$folder/hvacdesk.exe.new" ] || fail "the installer was too fast to be stopped"
    "$@"
    kill -CONT $stopped
    wait $stopped
}

# --- a full disk ------------------------------------------------------------------------------------------------

disk="$trial/disk"
mkdir "$disk"
as_root mount -t tmpfs -o size=1m,mode=777 none "$disk"
mounted=$disk
room() { as_root mount -o "remount,size=$1" "$disk"; }
fill() { head -c 20M /dev/zero >"$disk/filler" 2>/dev/null || true; }
at "$disk/hvacdesk"
check "no room for a first installation (status 6)" leaves 6 setup 1.0.0
check "nothing of it is left" nothing_there
room 10m
check "the disk fills while it is written (status 6)" leaves 6 stopped_while_writing 1.0.0 fill
check "nothing of that is left" nothing_there
rm "$disk/filler"
check "with room it is installed in the same folder" setup 1.0.0
check "both programs work" both_say 1.0.0
check "the disk fills while an update is written (status 6)" leaves 6 stopped_while_writing 1.1.0 fill
check "nothing unfinished is left of the update" one_build
check "the former programs work" both_say 1.0.0
check "no room for an update (status 6)" leaves 6 setup 1.1.0
check "nothing unfinished is left of that update" one_build
check "the former programs still work" both_say 1.0.0
check "no room for the same version once more (status 6)" leaves 6 setup 1.0.0
check "the programs work after it" both_say 1.0.0
rm "$disk/filler"
check "with room it is updated" setup 1.1.0
check "both programs are the new ones on the disk" both_say 1.1.0
check "it is removed from the disk" uninstall
rm -r "$folder"
room 1800k
temporary_folder() { for name in TEMP TMP; do wine reg add 'HKCU\Environment' /v $name /t REG_EXPAND_SZ /d "$1" /f >/dev/null 2>&1; done; }
temporary_folder "Z:$(printf '%s' "$disk" | tr / '\\')"
at "$trial/elsewhere"
check "no room in the temporary folder, where it is unpacked (status 6)" leaves 6 setup 1.0.0
check "nothing of it is written" nothing_there
temporary_folder '%USERPROFILE%\AppData\Local\Temp'
as_root umount "$disk"
mounted=

# --- files that another program holds ---------------------------------------------------------------------------

x86_64-w64-mingw32ucrt-gcc -municode -s -o "$trial/scanner.exe" installers/windows/small-scanner.c
scanner() {
    rm -f "$trial/end-scanner" "$trial/scanning"
    wine "$trial/scanner.exe" "$1" "$2" "$trial/end-scanner" >"$trial/scanning" 2>/dev/null &
    scanning=$!
    until [ -s "$trial/scanning" ]; do kill -0 $scanning || fail "the scanner does not run"; sleep 0.2; done
}
end_scanner() { touch "$trial/end-scanner"; wait $scanning; }
at "$trial/scanned/hvacdesk"
mkdir "$trial/scanned"
scanner scan "$trial/scanned"
check "a scanner looks at each new file for five seconds: it is installed" setup 1.0.0
check "under the scanner: the same version once more" setup 1.0.0
check "under the scanner: an update" setup 1.1.0
end_scanner
check "both programs are the new ones" both_say 1.1.0
check "nothing is left over by the scanner" one_build
check "it is removed" uninstall
rm -rf "$folder"

check "it is installed anew" setup 1.0.0
scanner hold "$folder/hvacdesk.exe"
check "a file is held: it is told so, not that hvacdesk runs (status 8)" leaves 8 setup 1.1.0
check "a file is held: it is not removed (status 8)" leaves 8 uninstall
end_scanner
check "the programs are the former ones" both_say 1.0.0
check "nothing was begun" one_build
scanner hold "$folder/program-1.0.0-small/Qt/50.dll"
check "a file of the same version is held (status 8)" leaves 8 setup 1.0.0
check "nothing unfinished is left of it" one_build
check "the programs are there" both_say 1.0.0
check "a library is held: what could not be removed is told (status 8)" leaves 8 uninstall
check "it is still in Windows' list" listed
check "so is its uninstaller" [ -e "$folder/uninstall.exe" ]
check "no program is left that cannot work" [ ! -e "$folder/hvacdesk.exe" ]
check "no entry of it is left in the start menu" sh -c "! find '$WINEPREFIX/drive_c' -name hvacdesk.lnk | grep -q ."
check "it is installed over what was not removed" setup 1.1.0
check "both programs work" both_say 1.1.0
check "once more it cannot be removed (status 8)" leaves 8 uninstall
end_scanner
check "the removal can be repeated" uninstall
check "it is no longer in Windows' list" not_listed
check "nothing is left but the uninstaller that ran in its place" [ "$(ls "$folder")" = uninstall.exe ]
rm -rf "$folder"
hold_while_writing() {
    printf x >"$folder/hvacdesk.exe.new"
    scanner hold "$folder/hvacdesk.exe.new"
}
check "a file is held while a first installation is written (status 8)" leaves 8 stopped_while_writing 1.0.0 hold_while_writing
end_scanner
check "the same folder takes the next one" setup 1.0.0
check "both programs work" both_say 1.0.0
check "nothing is left over of the first" one_build
check "removing begins" wine "$folder/uninstall.exe" /S
waited=0
until nothing_there || [ $waited = 60 ]; do sleep 0.5; waited=$((waited + 1)); done
check "the uninstaller removes itself and the folder" nothing_there
check "Windows' list has it no more" not_listed

# --- two folders, and folders of others -------------------------------------------------------------------------

at "$trial/one/hvacdesk"
check "it is installed in one folder" setup 1.0.0
at "$trial/two/hvacdesk"
check "there is another folder with it (status 9)" leaves 9 setup 1.0.0
check "nothing is written there" nothing_there
check "without a folder named, it goes where it is" wine "$trial/hvacdesk-1.1.0-setup.exe" /S
at "$trial/one/hvacdesk"
check "it is updated there" both_say 1.1.0
mv "$folder" "$trial/away"
at "$trial/two/hvacdesk"
check "the disk with it is away: another folder takes it" setup 1.1.0
at "$trial/one/hvacdesk"
mv "$trial/away" "$folder"
check "that of before is removed" uninstall
check "it is gone" [ ! -e "$folder/hvacdesk.exe" ]
at "$trial/two/hvacdesk"
check "the other one is still in Windows' list" listed
check "its backup menu is there" backup_menu
check "its entry in the start menu is there" entries "Start Menu" 1
mkdir "$folder/program-manuals" "$folder/program-manuals.part"
echo mine | tee "$folder/program-manuals/a.txt" "$folder/program-manuals.part/a.txt" "$folder/notes.new" >/dev/null
all_mine() { for name in program-manuals/a.txt program-manuals.part/a.txt notes.new; do [ "$(cat "$folder/$name")" = mine ] || return 1; done; }
check "the same version, beside folders of somebody with such names" setup 1.1.0
check "they are untouched" all_mine
check "it is removed from beside them" uninstall
check "they are still untouched" all_mine
at "$trial/documents"
mkdir -p "$folder/program-mine"
echo mine | tee "$folder/hvacdesk.exe" "$folder/program-mine/a.txt" >/dev/null
check "a file named hvacdesk.exe does not make a folder ours (status 7)" leaves 7 setup 1.1.0
check "it is untouched" [ "$(cat "$folder/hvacdesk.exe" "$folder/program-mine/a.txt" | tr '\n' ' ')" = "mine mine " ]

openssl req -x509 -newkey rsa:2048 -noenc -days 2 -subj /CN=trial -addext extendedKeyUsage=codeSigning \
    -keyout "$trial/key.pem" -out "$trial/certificate.pem" 2>/dev/null
printf trial >"$trial/password"
openssl pkcs12 -export -inkey "$trial/key.pem" -in "$trial/certificate.pem" -passout "file:$trial/password" -out "$trial/certificate.p12"
build_signed() {
    python3 installers/windows/build.py installer --target amd64-unicode --folder "$trial/small-1.1.0" --version 1.1.0 --out "$trial/signed" \
        --certificate "$trial/certificate.p12" --password "$trial/password" >/dev/null 2>>"$trial/build.log"
}
signed() { osslsigncode verify -in "$1" -CAfile "$trial/certificate.pem" >>"$trial/build.log" 2>&1; }
check "the programs and the installer are signed with a certificate" build_signed
mv "$trial/signed/hvacdesk-1.1.0-setup.exe" "$trial/hvacdesk-signed-setup.exe"
check "the installer's signature is valid" signed "$trial/hvacdesk-signed-setup.exe"
check "the program's is" signed "$trial/small-1.1.0/hvacdesk.exe"
check "that of the commands is" signed "$trial/small-1.1.0/hvacdesk-cli.exe"
at "$trial/signed-folder"
check "the signed one is installed" setup signed
check "the uninstaller's signature is valid" signed "$folder/uninstall.exe"
end_checks
