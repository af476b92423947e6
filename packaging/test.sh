#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Second Story authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds everything and runs every test without a display; CTest's summary comes last.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/packages.sh
# shellcheck disable=SC2086
install_packages $build_packages $run_packages $test_packages

cmake --preset release -DSECONDSTORY_TESTS=ON >/dev/null
cmake --build --preset release
ctest --preset release -j "$(nproc)" "$@"
