#!/bin/sh
# translations.sh [FOLDER]: brings the .ts files in resources/translations (or FOLDER) up to date with the
# texts in the code, and compiles them. Run it after changing any text, translate what is marked unfinished, run
# it again, and commit.
# Where a text counts something, its translations write the number as the reader does: 5,000, not 5000.
set -eu
cd "$(dirname "$0")/.."
. installers/setup.sh
folder=${1:-resources/translations}
lupdate=.venv/bin/pyside6-lupdate
[ -x "$lupdate" ] || lupdate=pyside6-lupdate
files=$(find hvacdesk -name '*.py' | LC_ALL=C sort)
# update LANGUAGE OPTION…
update() {
    to="$folder/hvacdesk_$1.ts"
    shift
    before=$(mktemp)
    cp -p "$to" "$before" 2>/dev/null || true
    # shellcheck disable=SC2086 - no file name of ours has a space
    "$lupdate" -silent -locations none -no-obsolete -tr-function-alias QT_TRANSLATE_NOOP+=phrase \
        -source-language en "$@" $files -ts "$to"
    sed '/<numerusform>/s/%n/%Ln/g' "$to" >"$to.new"
    mv "$to.new" "$to"
    # A file that says what it said is no newer than what was compiled from it.
    if cmp -s "$to" "$before"; then touch -r "$before" "$to"; fi
    rm "$before"
}
update ja -target-language ja_JP
# English is the source; its file holds the plural forms alone.
update en -target-language en_GB -pluralonly
[ "$folder" != resources/translations ] || compile_translations
