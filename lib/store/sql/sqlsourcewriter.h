// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/sourcewriter.h"
#include "store/sql/importlock.h"
#include "store/sql/sqlitebulkinsert.h"
#include "store/sql/sqlconnection.h"

#include <QSet>

namespace SecondStory::Store {

/// The writer of one import: events go in batches, each a short transaction of its own.
class SqlSourceWriter final : public SourceWriter {
public:
    /// `lock` is null inside somebody else's transaction, which protects enough.
    [[nodiscard]] static Result<std::unique_ptr<SourceWriter>>
    begin(SqlConnection &connection, std::unique_ptr<ImportLock> lock, ReviewId review,
          SourceId source);
    ~SqlSourceWriter() override;

    [[nodiscard]] Result<void> add(const Event &event) override;
    [[nodiscard]] Result<void> addPerson(const Person &person) override;
    [[nodiscard]] Result<void> addLane(const Lane &lane) override;
    [[nodiscard]] Result<void> addSeries(const Series &series,
                                         const std::vector<SeriesSample> &samples) override;
    [[nodiscard]] Result<void> keepBytes(const QByteArray &piece) override;
    [[nodiscard]] Result<void> finish(const EvidenceSource &source,
                                      const std::function<bool()> &goOn) override;

private:
    SqlSourceWriter(SqlConnection &connection, std::unique_ptr<ImportLock> lock, SourceId source);

    [[nodiscard]] Result<void> start(ReviewId review);
    [[nodiscard]] Result<void> flush();
    [[nodiscard]] Result<void> storeBatch();
    [[nodiscard]] Result<void> checkLanes();
    [[nodiscard]] Result<void> show(const EvidenceSource &source);

    SqlConnection &m_connection;
    std::unique_ptr<ImportLock> m_lock;
    std::unique_ptr<SqliteBulkInsert> m_insert;
    SourceId m_source;
    bool m_isAlone = false; ///< nobody else had the library open when the import began
    QList<Lane> m_lanes; ///< of the batch
    QList<Person> m_people;
    QSet<LaneId> m_usedLanes; ///< what the events so far refer to
    QList<LaneId> m_uncheckedLanes; ///< those of them that only this batch refers to
    int m_piece = 0;
};

} // namespace SecondStory::Store
