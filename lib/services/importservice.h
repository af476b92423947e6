// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/enumnames.h"
#include "domain/evidencesource.h"
#include "importing/importerregistry.h"

#include <QDateTime>

#include <functional>
#include <memory>

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

/// The lane of a record under a rule; `sourceLane` is the source's own. Services::LanePlan does the
/// same afterwards for what is stored.
[[nodiscard]] QString laneNameOf(const Importing::ParsedEvent &event, LaneRule rule,
                                 const QString &sourceLane);

/// What a source calls its own lane where nobody named one: its file's name without the last
/// ending.
[[nodiscard]] QString ownLaneName(const QString &fileName);

/// One file, one entry of an archive or folder, or a bundle that belongs together.
struct ImportRequest {
    QString path;
    QString entry; ///< of the archive or folder at `path`; empty: all of it
    ReviewId review;
    LaneRule laneRule = LaneRule::Suggested;
    QString importerId; ///< empty: told from the file
    QString lane; ///< for events whose record names none; empty: the file's name
    QString by; ///< who brings it in, as they call themselves
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
    qint64 size = 0; ///< bytes; of a bundle: of its entries
    int entries = 0; ///< of a folder or archive
    bool isBundle = false;
    QStringList columns; ///< CSV columns or JSON keys, where the format has them
    QList<std::pair<QString, int>> candidates; ///< importer id and likelihood, likeliest first
    Importing::Needs missing;
    QList<Importing::ParsedEvent> events; ///< the first ones
    QList<ImportProblem> problems; ///< records among them that could not be taken as they stand
    QString problem; ///< what keeps it from being read, empty when nothing does
};

/// Opens what requests name and keeps the last archive open, since its entries come one by one.
/// Threads: one instance per thread.
class ImportInputs {
public:
    /// Errors: NotFound, BadInput, naming the file.
    [[nodiscard]] Result<std::shared_ptr<Importing::EvidenceInput>>
    open(const ImportRequest &request);

private:
    QString m_path;
    QDateTime m_modified;
    std::shared_ptr<Importing::EvidenceInput> m_bundle;
};

/// Reads the first `count` events without storing anything. Without a fallback zone in the request
/// a file that states no zone lacks one. Errors: NotFound, BadInput.
[[nodiscard]] Result<ImportPreview> previewImport(const Importing::ImporterRegistry &registry,
                                                  ImportInputs &inputs,
                                                  const ImportRequest &request, int count);

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
    Store::Library &m_library;
    ImportInputs m_inputs;
    const Importing::ImporterRegistry &m_registry;
};

} // namespace SecondStory::Services

namespace SecondStory {

template <>
struct EnumNames<Services::LaneRule> {
    static constexpr std::array entries{
        std::pair{ Services::LaneRule::Suggested, u"suggested" },
        std::pair{ Services::LaneRule::Source, u"source" },
        std::pair{ Services::LaneRule::Person, u"person" },
        std::pair{ Services::LaneRule::Kind, u"kind" },
    };
};

} // namespace SecondStory
