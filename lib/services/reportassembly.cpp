// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reportassembly.h"

#include "domain/orphans.h"
#include "services/lanecurves.h"
#include "domain/eventtable.h"
#include "services/reportfigures.h"
#include "store/eventrepository.h"
#include "store/library.h"
#include "store/reviewrepository.h"

#include <algorithm>

namespace SecondStory::Services {

namespace {

using Reporting::SeenIn;

/// In how many of the reviews that are not archived each code was used.
Result<QHash<CodeId, SeenIn>> countCodes(Store::Library &library)
{
    const auto list = library.reviews().list();
    if (!list)
        return failure(list.error());
    const auto uses = library.reviews().pressureUses();
    if (!uses)
        return failure(uses.error());
    const int n = static_cast<int>(
        std::count_if(list->cbegin(), list->cend(), [](const Store::ReviewListing &listing) {
            return listing.review.status != ReviewStatus::Archived;
        }));
    QHash<CodeId, QSet<ReviewId>> reviews;
    for (const Store::PressureUse &use : *uses)
        reviews[use.code] << use.review;
    QHash<CodeId, SeenIn> seen;
    for (auto it = reviews.cbegin(); it != reviews.cend(); ++it)
        seen.insert(it.key(), { static_cast<int>(it->size()), n });
    return seen;
}

Result<QSet<qint64>> citedRows(Store::Library &library, const ReviewContents &contents)
{
    QSet<qint64> seqs;
    for (const EventId &id : Reporting::citedEvents(contents)) {
        const auto seq = library.events().seqOf(id);
        if (seq)
            seqs << *seq;
        else if (seq.error().code != ErrorCode::NotFound) // a link may outlive its event
            return failure(seq.error());
    }
    return seqs;
}

} // namespace

Result<ReportAssembly> assembleReport(Store::Library &library, ReviewId review,
                                      const Reporting::ReportOptions &options)
{
    ReportAssembly assembly;
    Reporting::ReportInput &input = assembly.input;
    auto contents = library.reviews().load(review);
    if (!contents)
        return failure(contents.error());
    input.contents = std::move(*contents);
    auto table = library.events().table(review);
    if (!table)
        return failure(table.error());
    (void)takeOrphans(input.contents, *table);
    input.contents.sources.removeIf([](const EvidenceSource &source) { return source.removed; });
    const auto cited = citedRows(library, input.contents);
    if (!cited)
        return failure(cited.error());
    const auto selection = Reporting::selectEvents(*table, *cited, options.timelineRows);
    auto events = library.events().bySeq(selection.seqs);
    if (!events)
        return failure(events.error());
    input.events = std::move(*events);
    input.datedTotal = selection.datedTotal;
    input.undatedTotal = selection.undatedTotal;

    auto codes = library.reviews().codes();
    if (!codes)
        return failure(codes.error());
    input.codes = std::move(*codes);
    auto seen = countCodes(library);
    if (!seen)
        return failure(seen.error());
    input.seenElsewhere = std::move(*seen);
    auto figures = readFigures(library, input.contents, std::move(*table), options.names);
    if (!figures)
        return failure(figures.error());
    assembly.figures = *figures;
    return assembly;
}

} // namespace SecondStory::Services
