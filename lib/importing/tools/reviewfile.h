// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/jsonrecordstream.h"
#include "importing/parsedevent.h"
#include "importing/recordwriter.h"

#include <QHash>

namespace SecondStory::Importing {

/// What the reviews of a file say beside their events: who and what the events' ids mean.
class ReviewNames {
public:
    /// Takes what stands around the current record, and the record itself unless it is an event.
    /// Errors: BadInput for a format that is not ours, or too many people and lanes.
    [[nodiscard]] Result<void> look(JsonRecordStream &stream, const QString &file);
    /// The end of the file: what stands behind the last record.
    void lookAtEnd(JsonRecordStream &stream);

    [[nodiscard]] QString title(qint64 review) const { return m_titles.value(review); }
    [[nodiscard]] QString lane(qint64 review, const QString &id) const;
    [[nodiscard]] QString source(qint64 review, const QString &id) const;
    /// The person of that id; nothing when the file has none.
    [[nodiscard]] std::optional<ParsedActor> person(qint64 review, const QString &id) const;

private:
    using Key = std::pair<qint64, QString>;
    QHash<qint64, QString> m_titles;
    QHash<Key, QString> m_lanes;
    QHash<Key, QString> m_sources;
    QHash<Key, ParsedActor> m_people;
};

/// The arrays of a review, of which each item is a record of its own.
[[nodiscard]] QStringList reviewContainers();

/// Gives one event of a review on, or skips it with the reason. Errors: what the sink returned.
[[nodiscard]] Result<void> writeReviewEvent(const JsonValue &event, qint64 review,
                                            const ReviewNames &names, const QString &place,
                                            RecordWriter &writer);

} // namespace SecondStory::Importing
