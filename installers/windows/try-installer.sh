#!/bin/sh
# sh installers/windows/try-installer.sh: tries what hvacdesk.nsi makes, in Wine, around a program as small as can be:
# installs, refuses while it runs, updates, is killed at many instants of an update, signs, uninstalls. It takes minutes
# and needs no Windows Python; try-here.sh tries the real program.
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

folder="$trial/山田 太郎/hvacdesk"
there="Z:$(printf '%s' "$folder" | tr / '\\')"
# NSIS takes the folder without quotes, however many spaces are in it, so the shell has to split it.
# shellcheck disable=SC2086
setup() { wine "$trial/hvacdesk-$1-setup.exe" /S /D=$there >/dev/null 2>&1; }
# shellcheck disable=SC2086
uninstall() { wine "$folder/uninstall.exe" /S "_?="$there >/dev/null 2>&1; }
says() { (wine "$folder/$1.exe" 2>/dev/null || true) | tr -d '\r'; }
both_say() { [ "$(says hvacdesk)" = "$1" ] && [ "$(says hvacdesk-cli)" = "$1" ]; }
leaves() { status=0; wanted=$1; shift; "$@" || status=$?; [ $status = "$wanted" ]; }
one_build() { [ "$(find "$folder" -maxdepth 1 -name 'program-*' | wc -l)" = 1 ] && [ -z "$(find "$folder" -name '*.new')" ]; }

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
folder=$trial/signed-folder there="Z:$(printf '%s' "$trial/signed-folder" | tr / '\\')"
check "the signed one is installed" setup signed
check "the uninstaller's signature is valid" signed "$folder/uninstall.exe"
end_checks
