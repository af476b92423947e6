#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Second Story authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the release and opens the window on the sample library. Without a display it writes the sample
# review's PDF and a picture of every view into out/ instead.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/packages.sh
# shellcheck disable=SC2086
install_packages $build_packages $run_packages

[ -f build/release/build.ninja ] || cmake --preset release -DSECONDSTORY_TESTS=OFF >/dev/null
cmake --build --preset release --target secondstory_app secondstory-cli

bin=build/release/bin
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$bin/secondstory" --sample "$@"
fi

rm -rf out
mkdir -p out
"$bin/secondstory-cli" --quiet sample out/sample.sslib
"$bin/secondstory-cli" -L out/sample.sslib report -r "0198f3a2-5c1e-7d40-9b6e-2f4a7c10e214" -o out/checkout.pdf
QT_QPA_PLATFORM=offscreen "$bin/secondstory" --gallery out/gallery
echo "There is no display, so here is what the window would show:"
echo "  the sample review's report: $PWD/out/checkout.pdf"
echo "  a picture of every view:    $PWD/out/gallery/"
echo "  the sample library:         $PWD/out/sample.sslib"
