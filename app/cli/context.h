// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/command.h"
#include "cli/output.h"
#include "domain/ids.h"
#include "store/library.h"

namespace SecondStory::Cli {

/// What the commands of one call share: the library they speak of, and where words go.
class Context {
public:
    Output out;
    QString libraryPath; ///< as given with -L; empty: the usual one
    Task task; ///< what the line asked for

    /// The library's place. Errors: Usage, for places this version cannot open.
    [[nodiscard]] Result<QString> location() const;
    /// Opens the library at first use. Errors: as Store::Library::open.
    [[nodiscard]] Result<Store::Library *> library();
    /// The review named by `text`; the only one where the text is empty. Errors: NotFound, Usage.
    [[nodiscard]] Result<ReviewId> review(const QString &text);
    /// The reviews of a question: the one named, or all of them where the text is empty.
    [[nodiscard]] Result<QList<ReviewId>> reviewsOrAll(const QString &text);

private:
    std::unique_ptr<Store::Library> m_library;
};

} // namespace SecondStory::Cli
