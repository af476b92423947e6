// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/evidencesource.h"
#include "importing/importerregistry.h"

#include <functional>

namespace SecondStory::Store {
class Library;
}

namespace SecondStory::Services {

/// Which lane an event of a new source goes to.
enum class LaneRule {
    Suggested, ///< the channel, system or host its record names, else the source's own
    Source, ///< one lane for the source
    Person, ///< one for each author
    Kind, ///< one for each kind of event
};

/// One file, one entry of an archive or folder, or a bundle that belongs together.
struct ImportRequest {
    QString path;
    QString entry; ///< of the archive or folder at `path`; empty: all of it
    ReviewId review;
    LaneRule laneRule = LaneRule::Suggested;
    QString importerId; ///< empty: told from the file
    QString lane; ///< for events whose record names none; empty: the file's name
    Importing::ImportOptions options;
};

struct ImportOutcome {
    EvidenceSource source; ///< its report; read = imported + skipped + duplicates
    bool wasThere = false; ///< the very same file had been imported before; nothing was added
};

struct ImportProgress {
    qint64 bytes = 0;
    qint64 totalBytes = 0;
    qint64 records = 0;
};
/// Called every few thousand records; returning false cancels.
using ProgressCallback = std::function<bool(const ImportProgress &)>;

/// What a file looks like before it is imported.
struct ImportPreview {
    QList<std::pair<QString, int>> candidates; ///< importer id and likelihood, likeliest first
    Importing::Needs missing;
    QList<Importing::ParsedEvent> events; ///< the first ones
    QString problem; ///< what keeps it from being read, empty when nothing does
};

/// Brings evidence files into a library: all of a file or nothing of it.
/// Threads: that of the library it was given.
class ImportService {
public:
    ImportService(Store::Library &library, const Importing::ImporterRegistry &registry);

    /// Errors: BadInput (with file and place; an unknown format names those considered), Storage,
    /// Cancelled. On an error the library holds exactly what it held.
    [[nodiscard]] Result<ImportOutcome> run(const ImportRequest &request,
                                            const ProgressCallback &progress = {});
    /// Reads the first `count` events without storing anything. Errors: NotFound, BadInput.
    [[nodiscard]] Result<ImportPreview> preview(const ImportRequest &request, int count);

private:
    [[nodiscard]] static Result<std::unique_ptr<Importing::EvidenceInput>>
    openInput(const ImportRequest &request);
    Result<const Importing::Importer *> choose(const ImportRequest &request,
                                               const Importing::EvidenceInput &input) const;

    Store::Library &m_library;
    const Importing::ImporterRegistry &m_registry;
};

} // namespace SecondStory::Services
