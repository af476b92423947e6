#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Second Story authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Compares an import with the least that SQLite's own shell needs for the same table: rows, two
# indexes and a full-text index. Prints the processor time of both and their ratio.
# Usage: import_reference.sh FILE.csv [PROGRAM] [FILE to import instead, as .jsonl]
set -euo pipefail
file=$(realpath "$1")
program=$(realpath "${2:-build/release/bin/secondstory-bench-import}")
import=$(realpath "${3:-$1}")
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cd "$folder"
cat > reference.sql <<SQL
PRAGMA journal_mode=WAL;
.mode csv
.import $file ev
CREATE INDEX by_time ON ev(time);
CREATE INDEX by_lane ON ev(lane, time);
CREATE VIRTUAL TABLE words USING fts5(text, content='ev');
INSERT INTO words(words) VALUES('rebuild');
SQL
reference() {
    rm -f reference.db reference.db-*
    TIMEFORMAT='%U %S'
    { time sqlite3 reference.db < reference.sql > reference.log; } 2>&1 | tail -1 | awk '{ print $1 + $2 }'
}
# The machine's speed wanders: once before, once after.
first=$(reference)
ours=$(TMPDIR="$folder" "$program" --input "$import" --json)
second=$(reference)
cpu=$(sed 's/.*"cpuSeconds":\([0-9.]*\).*/\1/' <<< "$ours")
awk -v a="$first" -v b="$second" -v c="$cpu" 'BEGIN {
    printf "reference %.2f s and %.2f s, import %.2f s, ratio %.2f\n", a, b, c, 2 * c / (a + b) }'
echo "$ours"
