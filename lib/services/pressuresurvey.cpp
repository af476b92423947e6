// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/pressuresurvey.h"

#include "store/library.h"
#include "store/reviewrepository.h"

namespace SecondStory::Services {

std::optional<TimePoint> dateOf(const Review &review)
{
    const IncidentFrame &frame = review.frame;
    for (const auto &time :
         { frame.began, frame.detected, frame.declared, frame.mitigated, frame.resolved }) {
        if (time)
            return time;
    }
    return {};
}

Result<Analysis::RecurrenceTable> surveyPressures(Store::Library &library,
                                                  const Analysis::RecurrenceQuery &query)
{
    const auto list = library.reviews().list();
    if (!list)
        return failure(list.error());
    const auto codes = library.reviews().codes();
    if (!codes)
        return failure(codes.error());
    const auto uses = library.reviews().pressureUses();
    if (!uses)
        return failure(uses.error());
    QList<Analysis::ReviewFact> reviews;
    for (const Store::ReviewListing &listing : *list) {
        if (listing.review.status != ReviewStatus::Archived)
            reviews.append({ listing.review.id, listing.review.title, dateOf(listing.review) });
    }
    QList<Analysis::CodeFact> names;
    for (const Code &code : *codes)
        names.append({ code.id, code.key, code.name });
    QList<Analysis::PressureFact> facts;
    for (const Store::PressureUse &use : *uses)
        facts.append({ use.review, use.code, use.phases, use.polarity });
    return Analysis::recurrence(reviews, names, facts, query);
}

} // namespace SecondStory::Services
