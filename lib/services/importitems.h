// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importerregistry.h"

#include <functional>

namespace SecondStory::Services {

/// One thing to import: a file, a bundle that belongs together, or an entry of an archive.
struct ImportItem {
    QString path;
    QString entry; ///< of the archive at `path`; empty: all of it
    /// Lane for events whose record names none, where a folder holds so many files that a lane for
    /// each would hide the rest; empty: the file's own name.
    QString lane;

    bool operator==(const ImportItem &) const = default;
    /// "folder/file.csv", or "archive.zip/logs/app.log".
    [[nodiscard]] QString label() const;
};

/// Something in a folder or archive that nobody would call evidence, with the reason in words.
struct LeftOutItem {
    QString path;
    QString why;
};

struct ImportItems {
    QList<ImportItem> items; ///< in the order given, those of a folder by name; no item twice
    QList<LeftOutItem> leftOut;
};

/// What stands behind paths that somebody dropped: folders are walked, hidden files, links, empty
/// and unreadable ones are left out; a folder or archive that some format knows as a whole stays
/// whole, any other archive is taken entry by entry. A path that was named itself is always an
/// item, so that reading it can say what is wrong. Stops early when `goOn` says no.
/// Threads: any. Cost: lists folders, looks at the head of each file, unpacks archives.
[[nodiscard]] ImportItems importItems(const QStringList &paths,
                                      const Importing::ImporterRegistry &registry,
                                      const std::function<bool()> &goOn = {});

} // namespace SecondStory::Services
