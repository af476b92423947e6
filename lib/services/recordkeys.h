// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keyset.h"
#include "importing/parsedevent.h"

#include <QHash>

namespace SecondStory::Services {

/// Tells which records of a file are new. A record without a key of its own gets one made of what
/// it states ("~" and 22 characters); the second that states the very same gets "#2", and so on: so
/// a file that has grown adds what is new, and lines that come twice stay two.
class RecordKeys {
public:
    /// `expected`: about how many records the file holds.
    explicit RecordKeys(KeySet known, qint64 expected = 0);

    /// True when the record is new; a missing key is filled in.
    [[nodiscard]] bool isNew(Importing::ParsedEvent &event);
    [[nodiscard]] bool isNew(const Importing::ParsedSeries &series);

private:
    [[nodiscard]] bool makeKey(Importing::ParsedEvent &event);
    void state(const QString &text);
    void add(const QString &text);
    void add(qint64 number);

    KeySet m_known;
    QHash<QByteArray, int> m_repeated; ///< made keys that came more than once, and how often
    QByteArray m_text; ///< what a record states, or its key
};

} // namespace SecondStory::Services
