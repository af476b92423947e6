// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "domain/reviewcontents.h"
#include "figures/timeline/seriescurve.h"

namespace SecondStory::Store {
class Library;
}

namespace SecondStory::Services {

/// The curves of a review's lanes, those of sources taken out left out. Curves in `known` are used
/// again while their series are there. Errors: Storage. Cost: reads the samples of new series.
[[nodiscard]] Result<Figures::LaneCurves>
laneCurves(Store::Library &library, const ReviewContents &contents,
           QHash<SeriesId, std::shared_ptr<const Figures::SeriesCurve>> &known);

} // namespace SecondStory::Services
