#!/bin/sh
# sh installers/linux/build-deb.sh [--revision N] [--reuse]: leaves dist/hvacdesk_VERSION-N_ARCH.deb.
# --reuse packs the folder of the last build again. Needs apt and root or sudo for what is missing, as test.sh does.
# Says at the end which component takes how much room.
set -eu
cd "$(dirname "$0")/../.."
. installers/setup.sh

revision=1 reuse=no
while [ $# -gt 0 ]; do
    case $1 in
        --revision) revision=${2:?--revision takes a number}; shift 2 ;;
        --reuse) reuse=yes; shift ;;
        *) die "build-deb.sh takes --revision N and --reuse, not $1" ;;
    esac
done

venv=build/venv
# PyInstaller looks into libraries with binutils and wants Python's own; dpkg-dev finds out what they depend on.
build_packages="binutils dpkg-dev libpython3.13"

use_utf8
# shellcheck disable=SC2086  # lists of names, split on purpose
need_system $window_packages $build_packages
mkdir -p build dist
need_python build
folder=build/dist/hvacdesk
if [ $reuse = no ] || [ ! -d $folder ]; then
    compile_translations
    say "collecting the licences of what is shipped"
    "$venv/bin/python" installers/licences.py build/licences.json
    say "building the program's folder"
    # No path of this machine in the compiled modules: what is built twice from one commit is the same.
    PYTHONHASHSEED=0 SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || echo 0) \
        "$venv/bin/python" -m PyInstaller -y --log-level ERROR --distpath build/dist --workpath build/work \
        installers/hvacdesk.spec >&2
fi

version=$("$venv/bin/python" -c 'import hvacdesk; print(hvacdesk.__version__)')
architecture=$(dpkg --print-architecture)
tree=build/deb
rm -rf "$tree"
install -d "$tree/DEBIAN" "$tree/usr/lib" "$tree/usr/bin" "$tree/usr/share/doc/hvacdesk" "$tree/usr/share/man/man1" \
    "$tree/usr/share/applications" "$tree/usr/share/metainfo" "$tree/usr/share/icons/hicolor/scalable/apps" \
    "$tree/usr/share/lintian/overrides"
cp -a "$folder" "$tree/usr/lib/hvacdesk"
find "$tree/usr/lib/hvacdesk/_internal" -type f -name '*.so*' -exec strip --strip-unneeded {} +
ln -s ../lib/hvacdesk/hvacdesk "$tree/usr/bin/hvacdesk"
here=installers/linux
install -m 644 $here/hvacdesk.desktop "$tree/usr/share/applications/"
install -m 644 resources/icons/hvacdesk.svg "$tree/usr/share/icons/hicolor/scalable/apps/"
install -m 644 $here/lintian-overrides "$tree/usr/share/lintian/overrides/hvacdesk"
moment=$(git log -1 --format=%ct 2>/dev/null || date +%s)
maintainer="hvacdesk maintainers <maintainers@hvacdesk.example>"
sed "s/@VERSION@/$version/; s/@DAY@/$(date -u -d "@$moment" +%F)/" $here/hvacdesk.metainfo.xml.in \
    >"$tree/usr/share/metainfo/example.hvacdesk.desk.metainfo.xml"
gzip -9n <$here/hvacdesk.1 >"$tree/usr/share/man/man1/hvacdesk.1.gz"
gzip -9n <CHANGELOG.md >"$tree/usr/share/doc/hvacdesk/changelog.gz"
gzip -9n >"$tree/usr/share/doc/hvacdesk/changelog.Debian.gz" <<CHANGES
hvacdesk ($version-$revision) stable; urgency=medium

  * Built from the release of this number; changelog.gz says what is new in it.

 -- $maintainer  $(LC_ALL=C date -u -d "@$moment" '+%a, %d %b %Y %H:%M:%S +0000')
CHANGES
"$venv/bin/python" installers/licences.py --copyright build/licences.json >"$tree/usr/share/doc/hvacdesk/copyright"
find "$tree/usr" -type d -exec chmod 755 {} +
find "$tree/usr" -type f -exec chmod u=rwX,go=rX {} +
find "$tree/usr/lib/hvacdesk/_internal" -type f ! -path '*/bin/*' -exec chmod a-x {} +

say "finding out which packages it depends on"
rm -rf build/shlibdeps
mkdir -p build/shlibdeps/debian
printf 'Source: hvacdesk\n\nPackage: hvacdesk\nArchitecture: any\n' >build/shlibdeps/debian/control
top=$(pwd)
programs=$(find "$top/$tree/usr/lib/hvacdesk" -type f \( -name '*.so' -o -name '*.so.*' -o -path '*/bin/hvacdesk' \))
# shellcheck disable=SC2086
libraries=$(cd build/shlibdeps && dpkg-shlibdeps -O --ignore-missing-info --warnings=0 \
    -l"$top/$tree/usr/lib/hvacdesk/_internal" -l"$top/$tree/usr/lib/hvacdesk/_internal/PySide6/Qt/lib" \
    $programs 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
[ -n "$libraries" ] || die "dpkg-shlibdeps found nothing"

cat >"$tree/DEBIAN/control" <<CONTROL
Package: hvacdesk
Version: $version-$revision
Architecture: $architecture
Maintainer: $maintainer
Homepage: https://hvacdesk.example/
Section: misc
Priority: optional
Installed-Size: $(du -sk --apparent-size "$tree/usr" | cut -f1)
Depends: $libraries, dbus
Recommends: gnome-keyring | kwalletmanager | keepassxc, cups-client, dbus-user-session
Suggests: fcitx5-mozc | ibus-mozc
Description: front desk of a small air-conditioning contractor
 Customers, jobs, printed work orders and papers of a small Japanese
 air-conditioning contractor, in one encrypted file whose key exists nowhere
 at rest. Masked fields, numbered copies, and a month-end disposal that
 destroys what is no longer needed and proves it.
CONTROL
install -m 755 $here/postrm "$tree/DEBIAN/postrm"
for script in preinst prerm; do install -m 755 $here/refuse-while-running "$tree/DEBIAN/$script"; done
(cd "$tree" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"

package=dist/hvacdesk_$version-${revision}_$architecture.deb
say "packing $package"
# Higher levels take minutes more and save a few megabytes.
dpkg-deb --build --root-owner-group -Zxz -z0 --threads-max=2 "$tree" "$package" >/dev/null
say "$(du -h "$package" | cut -f1)B; installed: $(du -sh --apparent-size "$tree/usr" | cut -f1)B, of which:"
"$venv/bin/python" installers/sizes.py "$tree/usr/lib/hvacdesk" >&2
