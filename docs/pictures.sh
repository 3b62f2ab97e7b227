#!/bin/sh
# Makes the pictures of the README from the study in data/:  sh docs/pictures.sh [BUILDDIR]
set -eu
cd "$(dirname "$0")/.."
zhinu=${1-build}/src/zhinu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

chart() { # NAME LANG
  "$zhinu" render "data/charts/$1.vl.json" --theme slide --lang "$2" --scale 1 -o "docs/pictures/$1.$2.png"
}

page() { # LANG PAGE
  "$zhinu" report "data/reports/summary.$1.md" --scale 1 -o "$work/$1.png"
  mv "$work/$1-$2.png" "docs/pictures/summary.$1.png"
}

chart rd_china zh
chart rd_intensity ru
chart gii_heatmap en
page zh 1
page ru 4
page en 5
