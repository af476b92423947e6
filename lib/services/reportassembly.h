// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "reporting/figuresource.h"
#include "reporting/reportinput.h"

#include <memory>

namespace SecondStory::Store {
class Library;
}

namespace SecondStory::Services {

/// All that a report is written from, as values: may be handed to another thread.
struct ReportAssembly {
    Reporting::ReportInput input;
    std::shared_ptr<const Reporting::FigureSource> figures;
};

/// Reads from the library what a report of this review shows: the events it lists, the codes, in
/// how many reviews each was seen, and the drawings. Errors: NotFound, Storage. Cost: one pass over
/// the review's event rows; whole events only for those listed.
[[nodiscard]] Result<ReportAssembly> assembleReport(Store::Library &library, ReviewId review,
                                                    const Reporting::ReportOptions &options);

} // namespace SecondStory::Services
