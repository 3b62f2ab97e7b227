#!/bin/sh
# Records what the program of a build folder renders as the golden scenes and pictures:  sh tests/golden/update.sh BUILDDIR
# Then read `git diff tests/golden`: every change in it should be one that you meant.
set -eu
[ $# -eq 1 ] || { echo 'usage: sh tests/golden/update.sh BUILDDIR' >&2; exit 2; }
exec python3 "$(dirname "$0")/run.py" "$1/src/zhinu" "$1/fonts/fonts.conf" --update
