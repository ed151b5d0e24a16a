#!/bin/sh
# sh installers/windows/compile-here.sh: compiles the Windows installer on Debian, with warnings as errors, around a
# placeholder instead of the built program. It shows that the script is whole; the result installs nothing useful.
set -eu
cd "$(dirname "$0")/../.."
. installers/setup.sh

need_packages nsis
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir -p "$place/program-0"
for name in hvacdesk.exe hvacdesk-cli.exe program-0/python313.dll; do printf 'placeholder' >"$place/$name"; done
setup=$(python3 installers/windows/build.py installer --folder "$place" --out "$place")
[ -s "$setup" ] || die "makensis left no $setup"
say "$(basename "$setup") compiled ($(du -k "$setup" | cut -f1) KB with a placeholder)"
