// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QSet>
#include <QString>

namespace SecondStory::Importing {

/// Refuses the entry names by which archives reach out of their folder or hide one entry behind
/// another.
class EntryNames {
public:
    explicit EntryNames(QString fileName);

    /// Takes one more entry. Errors: BadInput naming the entry (absolute, "..", drive letter,
    /// backslash, control character, a name already there in other capitals, too many entries).
    [[nodiscard]] Result<void> add(const QString &name);

private:
    QString m_fileName;
    QSet<QString> m_seen; ///< in lower case
};

} // namespace SecondStory::Importing
