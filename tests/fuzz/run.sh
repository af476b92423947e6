#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Second Story authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/fuzz/run.sh [runs] [importer…]
# Runs every fuzzer, or those named, so many times (100,000), from the corpus in this folder. Stops
# at the first finding; it lies in build/fuzz/found, what it learned in build/fuzz/learned.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$root/build/fuzz
runs=${1:-100000}
shift || true
importers=("$@")
if [ ${#importers[@]} -eq 0 ]; then
  mapfile -t importers < <(ls "$here/corpus")
fi

[ -f "$build/build.ninja" ] || (cd "$root" && cmake --preset fuzz)
cmake --build "$build" --target "${importers[@]/#/fuzz_}"
mkdir -p "$build/found"
for id in "${importers[@]}"; do
  echo "== $id"
  mkdir -p "$build/learned/$id"
  QT_QPA_PLATFORM=offscreen TZ=Pacific/Auckland "$build/bin/fuzz_$id" -runs="$runs" -timeout=1 -rss_limit_mb=512 \
    -max_len=65536 -print_final_stats=0 -verbosity=0 -artifact_prefix="$build/found/$id-" "$build/learned/$id" \
    "$here/corpus/$id"
done
echo "nothing found in ${#importers[@]} × $runs runs"
