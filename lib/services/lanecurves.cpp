// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/lanecurves.h"

#include "store/library.h"
#include "store/sourcewriter.h"

namespace SecondStory::Services {

Result<Figures::LaneCurves>
laneCurves(Store::Library &library, const ReviewContents &contents,
           QHash<SeriesId, std::shared_ptr<const Figures::SeriesCurve>> &known)
{
    Figures::LaneCurves curves;
    QHash<SeriesId, std::shared_ptr<const Figures::SeriesCurve>> current;
    for (const Series &series : contents.series) {
        const auto *source = findRecord<EvidenceSource>(contents, series.sourceId);
        if (!source || source->removed)
            continue;
        auto curve = known.value(series.id);
        // A skew moves the samples: then they begin elsewhere.
        const bool isCurrent = curve && !curve->isEmpty()
            && curve->samples().front().time == series.first.value_or(TimePoint{});
        if (!isCurrent) {
            auto samples = library.sources().samples(series.id);
            if (!samples)
                return failure(samples.error());
            curve = std::make_shared<const Figures::SeriesCurve>(series.name, series.unit,
                                                                 std::move(*samples));
        }
        current.insert(series.id, curve);
        curves[series.laneId].push_back(std::move(curve));
    }
    known = std::move(current);
    return curves;
}

} // namespace SecondStory::Services
