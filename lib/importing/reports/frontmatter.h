// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace SecondStory::Importing {

/// One key of a front matter with its value or values.
struct FrontMatterField {
    QString key; ///< "start_time"; of a TOML table: "extra.team"
    QStringList values; ///< one for a scalar; any number for a list
    bool isList = false;
    qint64 line = 0; ///< from 1
};

/// Something of a front matter that was left out, and why.
struct FrontMatterProblem {
    qint64 line = 0;
    QString what;
};

/// The keys that stand before a Markdown text, between "---" (YAML) or "+++" (TOML).
struct FrontMatter {
    QList<FrontMatterField> fields;
    QList<FrontMatterProblem> problems;
    qsizetype lineCount = 0; ///< of the whole block with its marks; 0: there is none

    [[nodiscard]] bool isEmpty() const { return lineCount == 0; }
    [[nodiscard]] const FrontMatterField *find(const QString &key) const;
    /// The first value of a key, trimmed; empty when it has none.
    [[nodiscard]] QString value(const QString &key) const;
};

/// Reads the small part of YAML (and of TOML) that front matter is written in: scalars plain and
/// quoted, lists in lines and in brackets, texts over several lines. Anchors, aliases, tags and
/// nested maps are left out with a problem: they could grow without bound, or mean something else.
/// A YAML block may lack its first mark when it begins with a well-known key.
/// Cost: linear; at most 2,000 lines and 500 keys.
[[nodiscard]] FrontMatter readFrontMatter(const QStringList &lines);

} // namespace SecondStory::Importing
