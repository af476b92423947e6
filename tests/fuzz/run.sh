#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Second Story authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/fuzz/run.sh [runs] [importer…]
# Runs every fuzzer, or those named, from the corpus in this folder: so many times (100,000) with
# files of up to 4 KiB, then a twentieth as often with files of up to 64 KiB. Prints a table at the
# end and fails when anything was found. build/fuzz holds what there is to look at: found/, slowest/,
# logs/, and learned/, from which the next run goes on.
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
mkdir -p "$build/found" "$build/slowest" "$build/logs"

# campaign <importer> <runs> <largest file> [option…]. The program itself takes more than a second of
# processor time for a finding; the time limit here is for what never ends, and the clock on the wall
# also counts a busy machine.
campaign() {
  local id=$1 count=$2 largest=$3
  shift 3
  # Reading what is there already counts as runs.
  count=$((count + $(find "$build/learned/$id" "$here/corpus/$id" -type f | wc -l)))
  # Half the time would go into filling and keeping freed memory, into stacks nobody reads and into
  # weighing inputs.
  ASAN_OPTIONS=malloc_context_size=2:quarantine_size_mb=4:max_malloc_fill_size=0 \
    QT_QPA_PLATFORM=offscreen TZ=Pacific/Auckland SECONDSTORY_FUZZ_SLOWEST="$build/slowest/$id-$largest" \
    "$build/bin/fuzz_$id" -runs="$count" -max_len="$largest" -timeout=20 -rss_limit_mb=2048 -verbosity=0 -print_final_stats=1 -entropic=0 "$@" \
    -artifact_prefix="$build/found/$id-" "$build/learned/$id" "$here/corpus/$id" >>"$build/logs/$id" 2>&1
}

table=$(printf '%-24s %8s %8s %12s  %s' importer runs runs/s 'slowest, ms' result)
failed=0
for id in "${importers[@]}"; do
  echo "== $id"
  mkdir -p "$build/learned/$id"
  : >"$build/logs/$id"
  result=clean
  if ! campaign "$id" "$runs" 4096 || ! campaign "$id" $((runs / 20 + 1)) 65536 -len_control=0; then
    failed=1
    result=$(grep -m1 -E '^(slow:|broken contract:|SUMMARY:|==[0-9]+==ERROR)' "$build/logs/$id" || echo "see $build/logs/$id")
  fi
  # The figures of both campaigns; none of one that ended in a finding.
  row=$(awk -v id="$id" '/^stat::number_of_executed_units/ { runs += $2 }
    /^figures: / { seconds += $2; if ($3 > slowest) slowest = $3 }
    END { printf "%-24s %8d %8d %12d", id, runs, (seconds > 0) ? runs / seconds : 0, slowest }' "$build/logs/$id")
  table+=$'\n'"$row  $result"
  echo "$row  $result"
done
echo
echo "$table"
exit $failed
