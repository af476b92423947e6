// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace SecondStory::Importing {

/// Which column (CSV) or key (JSON Lines, dotted for nested ones) holds what. Empty: not there.
struct ColumnMapping {
    QString name; ///< of the preset, for menus
    QString time; ///< "date+time" joins two columns by a space
    QString endTime;
    QString title;
    QString text;
    QString kind;
    QString actor;
    QString lane;
    QString key; ///< the record's own id
    QString
        timeFormat; ///< empty: told from the values; "s", "ms", "us", "ns" for numbers since 1970
    QString fixedKind; ///< kind for every row when `kind` is empty

    bool operator==(const ColumnMapping &) const = default;
    /// True when something is to become an event's words.
    [[nodiscard]] bool hasWords() const { return !title.isEmpty() || !text.isEmpty(); }
    [[nodiscard]] bool isEmpty() const
    {
        return time.isEmpty() && title.isEmpty() && text.isEmpty();
    }
};

/// Guesses a mapping from a header; known presets (Timesketch, git CSV, our own CSV) come first.
/// The result is empty when nothing in the header looks like a time or a text.
[[nodiscard]] ColumnMapping guessMapping(const QStringList &columns);
/// The presets by name, for the mapping editor.
[[nodiscard]] QList<ColumnMapping> mappingPresets();
/// Reads a mapping file (JSON object with the field names above). Errors: BadInput with the place.
[[nodiscard]] Result<ColumnMapping> mappingFromJson(const QByteArray &json);
[[nodiscard]] QByteArray toJson(const ColumnMapping &mapping);

} // namespace SecondStory::Importing
