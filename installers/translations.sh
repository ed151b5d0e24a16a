#!/bin/sh
# Brings resources/translations up to date with the texts in the code. Run it after changing any text,
# translate what is marked unfinished, and commit the .ts files.
set -eu
cd "$(dirname "$0")/.."
lupdate=.venv/bin/pyside6-lupdate
[ -x "$lupdate" ] || lupdate=pyside6-lupdate
find hvacdesk -name '*.py' | LC_ALL=C sort > .translations.lst
trap 'rm -f .translations.lst' EXIT
# shellcheck disable=SC2046 - no file name of ours has a space
update() { "$lupdate" -silent -locations none -no-obsolete "$@" $(cat .translations.lst); }
alias=QT_TRANSLATE_NOOP+=phrase
update -tr-function-alias "$alias" -source-language en -target-language ja_JP \
    -ts resources/translations/hvacdesk_ja.ts
# English is the source; its file holds the plural forms alone.
update -tr-function-alias "$alias" -source-language en -target-language en_GB -pluralonly \
    -ts resources/translations/hvacdesk_en.ts
