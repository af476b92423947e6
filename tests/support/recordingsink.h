// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/timepoint.h"
#include "importing/importer.h"

#include <QStringList>

namespace SecondStory::Importing {

/// Keeps all that an importer says, for tests to look at.
class RecordingSink : public ImportSink {
public:
    [[nodiscard]] Result<void> event(ParsedEvent event) override
    {
        events.append(std::move(event));
        if (failAfter >= 0 && events.size() > failAfter)
            return failure(ErrorCode::Storage, QStringLiteral("the disk is full"));
        return {};
    }
    [[nodiscard]] Result<void> series(ParsedSeries one) override
    {
        seriesTaken.append(std::move(one));
        return {};
    }
    void skip(const QString &place, const QString &why) override
    {
        skipped.append(QString(place + QStringLiteral(": ") + why));
    }
    void remark(const QString &place, const QString &what) override
    {
        remarks.append(QString(place + QStringLiteral(": ") + what));
    }
    void advance(qint64 bytes) override { bytesRead = bytes; }
    [[nodiscard]] bool isCancelled() const override { return cancelled; }

    QList<ParsedEvent> events;
    QList<ParsedSeries> seriesTaken;
    QStringList skipped; ///< "place: why"
    QStringList remarks; ///< "place: what"
    qint64 bytesRead = 0;
    qsizetype failAfter = -1;
    bool cancelled = false;

    /// "2018-02-20T13:17:00Z", "… / …" for a range, "undated".
    [[nodiscard]] static QString timeOf(const ParsedEvent &event)
    {
        if (!event.time.start)
            return QStringLiteral("undated");
        const QString start = toRfc3339(*event.time.start);
        return event.time.end ? QString(start + QStringLiteral(" / ") + toRfc3339(*event.time.end))
                              : start;
    }
    [[nodiscard]] QStringList times() const
    {
        QStringList list;
        for (const ParsedEvent &event : events)
            list.append(timeOf(event));
        return list;
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList list;
        for (const ParsedEvent &event : events)
            list.append(event.title);
        return list;
    }
};

/// Reads bytes with one importer; the sink takes what comes.
[[nodiscard]] inline Result<ReadSummary>
readBytes(const Importer &importer, const QByteArray &bytes, RecordingSink &sink,
          const ImportOptions &options = {}, const QString &name = QStringLiteral("evidence.txt"))
{
    const auto input = EvidenceInput::fromBytes(name, bytes);
    return importer.read(*input, options, sink);
}

} // namespace SecondStory::Importing
