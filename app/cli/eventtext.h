// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/reviewcontents.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

namespace SecondStory::Cli {

/// Names for the ids in a review's events, so that rows and objects can be written one by one.
class EventText {
public:
    EventText(const ReviewContents &contents, const QList<Code> &codes);

    /// The shape of `events --format jsonl`.
    [[nodiscard]] QJsonObject toJson(const Event &event) const;

    [[nodiscard]] static QStringList csvHeaders();
    [[nodiscard]] QStringList csvRow(const Event &event) const;
    [[nodiscard]] static QStringList tableHeaders();
    [[nodiscard]] QStringList tableRow(const Event &event) const;
    /// The effective time in UTC: "2018-02-20T13:17:00Z", with "~" where it is uncertain.
    [[nodiscard]] static QString timeText(const Event &event);

    [[nodiscard]] QStringList actors(const Event &event) const;
    [[nodiscard]] QString lane(const Event &event) const { return m_lanes.value(event.laneId); }
    [[nodiscard]] QString file(const Event &event) const { return m_files.value(event.sourceId); }
    [[nodiscard]] QStringList codes(const Event &event) const { return m_codes.value(event.id); }

private:
    QHash<PersonId, QString> m_people;
    QHash<LaneId, QString> m_lanes;
    QHash<SourceId, QString> m_files;
    QHash<EventId, QStringList> m_codes;
};

} // namespace SecondStory::Cli
