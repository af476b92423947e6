// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/series.h"

#include <QByteArray>
#include <QList>

namespace SecondStory::Store {

/// The samples of a series as compressed pieces: little-endian pairs of microseconds and double.
[[nodiscard]] QList<QByteArray> packSamples(const std::vector<SeriesSample> &samples);
/// Appends the samples of one piece; false when the piece is damaged.
[[nodiscard]] bool unpackSamples(const QByteArray &piece, std::vector<SeriesSample> &samples);

} // namespace SecondStory::Store
