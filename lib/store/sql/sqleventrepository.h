// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/eventrepository.h"
#include "store/sql/sqlconnection.h"

namespace SecondStory::Store {

class SqlEventRepository final : public EventRepository {
public:
    explicit SqlEventRepository(SqlConnection &connection)
        : m_connection(connection)
    {
    }
    [[nodiscard]] Result<EventTable> table(ReviewId review) override;
    [[nodiscard]] Result<QList<Event>> bySeq(const QList<qint64> &seqs) override;
    [[nodiscard]] Result<QList<Event>> byId(const QList<EventId> &ids) override;
    [[nodiscard]] Result<qint64> seqOf(EventId id) override;
    [[nodiscard]] Result<void> visit(const EventQuery &query,
                                     const std::function<bool(const Event &)> &visit) override;
    [[nodiscard]] Result<void>
    visitNumbered(const EventQuery &query,
                  const std::function<bool(const Event &, qint64 seq)> &visit) override;
    [[nodiscard]] Result<void> visitActors(
        ReviewId review,
        const std::function<bool(const EventFact &, const QList<PersonId> &)> &visit) override;
    [[nodiscard]] Result<void> visitWords(
        ReviewId review, const QString &words,
        const std::function<bool(const EventFact &, const QString &title, const QString &text)>
            &visit) override;
    [[nodiscard]] Result<void>
    visitLanes(SourceId source, const std::function<bool(const LaneFacts &)> &visit) override;
    [[nodiscard]] Result<QHash<QString, LaneId>> lanesOfChannels(ReviewId review) override;
    [[nodiscard]] Result<KeySet> naturalKeys(ReviewId review, const QString &importerId) override;

private:
    SqlConnection &m_connection;
};

} // namespace SecondStory::Store
