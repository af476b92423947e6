#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Second Story authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/fuzz/run.sh [runs] [importer…]
# Runs every fuzzer, or those named: so many times (100,000) with files of up to 4 KiB, which begin as
# the corpus in this folder, then a twentieth as often with files of about 64 KiB, which begin as the
# same files repeated. Prints a table at the end and fails when anything was found. build/fuzz holds
# what there is to look at: found/, slowest/, logs/, and learned/, from which the next run goes on.
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

# enlarge <importer>: the files of its corpus, each repeated to 60 KiB. From small files a fuzzer takes
# hours to reach large ones.
enlarge() {
  local file larger
  mkdir -p "$build/large/$1"
  for file in "$here/corpus/$1"/*; do
    [ -s "$file" ] || continue
    larger=$build/large/$1/$(basename "$file")
    cp "$file" "$larger"
    while [ "$(stat -c %s "$larger")" -lt 61440 ]; do
      cat "$larger" "$larger" >"$larger.twice"
      mv "$larger.twice" "$larger"
    done
    truncate -s 61440 "$larger"
  done
}

# campaign <importer> <runs> <largest file> <learned> <begun with>. The program itself takes more than
# a second of processor time for a finding; the time limit here is for what never ends, and the clock
# on the wall also counts a busy machine.
campaign() {
  mkdir -p "$4"
  # Reading what is there already counts as runs.
  local runs=$(($2 + $(find "$4" "$5" -type f | wc -l)))
  # Half the time would go into filling and keeping freed memory, into stacks nobody reads and into
  # weighing inputs.
  ASAN_OPTIONS=malloc_context_size=2:quarantine_size_mb=4:max_malloc_fill_size=0 \
    QT_QPA_PLATFORM=offscreen TZ=Pacific/Auckland SECONDSTORY_FUZZ_SLOWEST="$build/slowest/$1-$3" \
    "$build/bin/fuzz_$1" -runs="$runs" -max_len="$3" -timeout=120 -rss_limit_mb=2048 -entropic=0 -verbosity=0 \
    -print_final_stats=1 -artifact_prefix="$build/found/$1-" "$4" "$5" >>"$build/logs/$1" 2>&1
}

table=$(printf '%-24s %8s %8s %12s  %s' importer runs runs/s 'slowest, ms' result)
failed=0
for id in "${importers[@]}"; do
  echo "== $id"
  : >"$build/logs/$id"
  enlarge "$id"
  result=clean
  if ! campaign "$id" "$runs" 4096 "$build/learned/$id" "$here/corpus/$id" ||
    ! campaign "$id" $((runs / 20)) 65536 "$build/learned/$id-large" "$build/large/$id"; then
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
