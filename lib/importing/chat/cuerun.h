// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"
#include "importing/chat/cuetext.h"

namespace SecondStory::Importing {

/// Reads the cues of a caption file as statements. Errors: as Importer::read(); Usage when nobody
/// said when the recording started.
[[nodiscard]] Result<ReadSummary> readCues(EvidenceInput &input, CueFormat format,
                                           const ImportOptions &options, ImportSink &sink);

} // namespace SecondStory::Importing
