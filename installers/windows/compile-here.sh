#!/bin/sh
# sh installers/windows/compile-here.sh: compiles the Windows installer on Debian, with warnings as errors, around a
# placeholder instead of the built program. It shows that the script is whole; the result installs nothing useful.
set -eu
cd "$(dirname "$0")/../.."
. installers/setup.sh

need_packages nsis
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir -p "$place/hvacdesk/_internal" dist
for name in hvacdesk.exe hvacdesk-cli.exe _internal/python313.dll; do printf 'placeholder' >"$place/hvacdesk/$name"; done
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' hvacdesk/__init__.py)
setup=dist/hvacdesk-$version-setup.exe
rm -f "$setup"
makensis -V2 -WX "-DVERSION=$version" "-DFOLDER=$place/hvacdesk" installers/windows/hvacdesk.nsi >&2
[ -s "$setup" ] || die "makensis left no $setup"
say "$setup compiled ($(du -k "$setup" | cut -f1) KB with a placeholder); it is removed again"
rm -f "$setup"
