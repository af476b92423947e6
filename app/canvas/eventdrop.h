// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"

#include <QList>
#include <QMimeData>

namespace SecondStory::Ui {

/// Events being dragged: their UUIDs, one a line.
inline const QString kEventsMimeType = QStringLiteral("application/x-secondstory-events");

/// The events in dragged data; lines that are no UUID are left out.
[[nodiscard]] inline QList<EventId> eventsFrom(const QMimeData &data)
{
    QList<EventId> events;
    for (const QByteArray &line : data.data(kEventsMimeType).split('\n')) {
        const EventId id = EventId::fromString(QString::fromLatin1(line.trimmed()));
        if (!id.isNull())
            events.append(id);
    }
    return events;
}

} // namespace SecondStory::Ui
