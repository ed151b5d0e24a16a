#!/bin/sh
# sh installers/lock.sh [uv ARGS…]: renew the three locks from pyproject.toml, for every platform and Python 3.11–3.13.
# Takes uv (a developer's tool: pip install uv). --upgrade takes the newest releases that pyproject.toml allows.
set -eu
cd "$(dirname "$0")/.."

lock() {
    uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
        --no-emit-index-url --no-emit-find-links --quiet "$@"
}
lock "$@" --output-file installers/requirements.lock
# The program's packages stand in the other locks too, at the very same versions.
lock "$@" --extra dev --constraint installers/requirements.lock --output-file installers/requirements-test.lock
lock "$@" --extra build --constraint installers/requirements.lock --output-file installers/requirements-build.lock
