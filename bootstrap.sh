#!/bin/sh
# Builds zhinu on a bare Debian 12 or 13 and uses it. Asks nothing; a second run installs nothing.
#
#   sh bootstrap.sh render    build, then make the study in data/ into output/
#   sh bootstrap.sh test      build with warnings as errors, run every test, and most of them again under
#                             AddressSanitizer and UBSan; the last line is "N passed, M failed"
set -eu
cd "$(dirname "$0")"

build_packages='
  gcc libc6-dev meson ninja-build pkg-config ccache python3 ca-certificates
  libglib2.0-dev libgettextpo-dev libcairo2-dev libpango1.0-dev libfontconfig-dev libharfbuzz-dev libfreetype-dev libicu-dev
  libpng-dev libdeflate-dev libyaml-dev libcmark-gfm-dev libcmark-gfm-extensions-dev'
run_packages='
  libharfbuzz-bin fontconfig fonts-noto-cjk fonts-paratype fonts-lxgw-wenkai fonts-dejavu-core
  hyphen-ru hyphen-en-us'
test_packages='fonts-liberation poppler-utils tzdata'

say() {
  printf '==> %s\n' "$*"
}

die() {
  printf 'bootstrap.sh: %s\n' "$*" >&2
  exit 1
}

missing_of() {
  for package in "$@"; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || status=
    [ "$status" = installed ] || printf '%s ' "$package"
  done
}

install_missing() {
  command -v dpkg-query >/dev/null || die "this is no Debian: install what corresponds to these packages, then use meson: $*"
  missing=$(missing_of "$@")
  if [ -z "$missing" ]; then
    say 'all packages are there'
    return
  fi
  if [ "$(id -u)" -eq 0 ]; then
    as_root='env'
  elif command -v sudo >/dev/null; then
    as_root='sudo env'
  else
    die "packages are missing and this is neither root nor is there sudo; as root: apt-get install $missing"
  fi
  say "installing with apt: $missing"
  apt='apt-get -q -y -o DPkg::Lock::Timeout=300'
  $as_root DEBIAN_FRONTEND=noninteractive $apt update || say 'not all package lists could be fetched; going on with what there is'
  $as_root DEBIAN_FRONTEND=noninteractive $apt --no-install-recommends install $missing ||
    die "apt could not install: $missing"
}

# configure FOLDER OPTION...: once; later calls keep what is built.
configure() {
  folder=$1
  shift
  if [ -f "$folder/build.ninja" ]; then
    # a folder from before an option was added knows it only after a new setup
    meson configure "$folder" "$@" 2>/dev/null || meson setup --reconfigure "$folder" "$@"
  else
    say "configuring $folder"
    meson setup "$folder" "$@" # takes ccache by itself
  fi
}

render() {
  install_missing $build_packages $run_packages
  configure build --buildtype=release -Dtests=false
  say 'building'
  ninja -C build
  say 'rendering data/ into output/'
  build/src/zhinu build data
}

# The result's last line, whatever went wrong before.
unbuilt() {
  say "$1 does not build"
  echo '0 passed, 1 failed'
  exit 1
}

run_tests() {
  # the conformance corpus, where it is, has a scorer for node
  if [ -d "${ZHINU_VEGA_CORPUS:-../shared/vega-lite}" ] && ! command -v node >/dev/null; then
    test_packages="$test_packages nodejs"
  fi
  install_missing $build_packages $run_packages $test_packages
  configure build-test --buildtype=debugoptimized -Dwerror=true
  # gcc warns of what cannot happen where sanitizers add branches: warnings are errors in the other build only
  configure build-sanitize --buildtype=debug -Doptimization=1 -Dwerror=false -Db_sanitize=address,undefined -Db_lundef=false
  rm -f build-test/meson-logs/testlog.* build-sanitize/meson-logs/testlog.*

  say 'building and testing'
  ninja -C build-test || unbuilt build-test
  meson test -C build-test --no-rebuild --print-errorlogs || true

  say 'building and testing with sanitizers'
  ninja -C build-sanitize || unbuilt build-sanitize
  ASAN_OPTIONS=detect_stack_use_after_return=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
    LSAN_OPTIONS="suppressions=$PWD/tests/sanitize/lsan.supp:print_suppressions=0" \
    meson test -C build-sanitize --no-rebuild --print-errorlogs --timeout-multiplier 5 --suite unit --suite golden --suite cli --suite api || true

  python3 tests/count.py build-test build-sanitize
}

case "${1-}" in
  render) render ;;
  test) run_tests ;;
  *)
    echo 'usage: sh bootstrap.sh render|test' >&2
    exit 2
    ;;
esac
