// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QHash>
#include <QSet>
#include <QString>

namespace SecondStory::Importing {

/// What the beginning of a file shows of its JSON: enough to tell formats apart, however long the
/// file is and wherever its beginning was cut off.
struct JsonSketch {
    enum class Shape : quint8 {
        None, ///< no JSON
        Object, ///< one object, perhaps cut off
        Array, ///< one array, perhaps cut off
        Lines, ///< several values one after another
    };

    Shape shape = Shape::None;
    /// Dotted paths of the members seen; "[]" stands for the items of an array within:
    /// "alerts[].labels.alertname". The items of a top-level array, and the values of a file of
    /// lines, count as the top level itself.
    QSet<QString> paths;
    QHash<QString, QString> texts; ///< the first string or number found at a path

    [[nodiscard]] bool isJson() const { return shape != Shape::None; }
    [[nodiscard]] bool has(const QString &path) const { return paths.contains(path); }
    [[nodiscard]] bool hasAll(std::initializer_list<QString> wanted) const;
    /// The first text seen at a path; empty when none was.
    [[nodiscard]] QString text(const QString &path) const { return texts.value(path); }
};

/// Cost: linear in `head`; at most 4,000 paths, 12 levels deep.
[[nodiscard]] JsonSketch sketchJson(QByteArrayView head);

} // namespace SecondStory::Importing
