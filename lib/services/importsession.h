// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/evidencesource.h"
#include "domain/reviewcontents.h"
#include "importing/importer.h"
#include "services/importservice.h"
#include "services/recordkeys.h"
#include "store/sourcewriter.h"

#include <QSet>

#include <array>

namespace SecondStory::Services {

/// The sink of a real import: gives records ids, people and lanes, tells duplicates, counts, and
/// stores.
class ImportSession final : public Importing::ImportSink {
public:
    ImportSession(const ReviewContents &contents, EvidenceSource source, QString defaultLane,
                  LaneRule laneRule, KeySet knownKeys, Store::SourceWriter &writer,
                  ProgressCallback progress, qint64 totalBytes);

    /// Where channels stand whose lanes have another name than they.
    void setLanesOfChannels(const QHash<QString, LaneId> &lanes);

    [[nodiscard]] Result<void> event(Importing::ParsedEvent event) override;
    [[nodiscard]] Result<void> series(Importing::ParsedSeries series) override;
    void skip(const QString &place, const QString &why) override;
    void remark(const QString &place, const QString &what) override;
    void advance(qint64 bytes) override;
    [[nodiscard]] bool isCancelled() const override { return m_isCancelled; }

    /// Tells how far the import is; false when it is to end.
    [[nodiscard]] bool goOn();

    /// The source with its report filled in.
    [[nodiscard]] EvidenceSource &source() { return m_source; }

private:
    /// Importers give a name that comes again as the same string: its address tells it quickly.
    template <class T>
    struct SeenName {
        QString name;
        T value;
    };

    /// False for what was imported before. Errors: Cancelled.
    template <class Parsed>
    Result<bool> isWanted(Parsed &parsed);
    /// A record of this source at the place it was read from.
    template <class Record, class Parsed>
    Record recordFrom(Parsed &parsed) const;
    Result<QList<PersonId>> peopleFor(const QList<Importing::ParsedActor> &actors);
    Result<LaneId> laneFor(const QString &name);
    Result<PersonId> findOrAdd(const Importing::ParsedActor &actor);
    Result<PersonId> findOrAddPerson(const Importing::ParsedActor &actor);
    Result<LaneId> findOrAdd(const QString &name);
    void note(const QString &place, const QString &what);
    void count(const Event &event);
    void noteSpan(std::optional<TimePoint> first, std::optional<TimePoint> last);
    void tell();

    EvidenceSource m_source;
    QString m_defaultLane;
    LaneRule m_laneRule = LaneRule::Suggested;
    RecordKeys m_keys;
    Store::SourceWriter &m_writer;
    ProgressCallback m_progress;
    ImportProgress m_state;
    QHash<QString, PersonId> m_people; ///< by handle and by name
    QHash<QString, LaneId> m_lanes; ///< by name
    QSet<PersonId> m_authors;
    /// Those who did something alone, as lists of one, shared by all they did.
    std::array<SeenName<QList<PersonId>>, 64> m_seenPeople;
    std::array<SeenName<LaneId>, 64> m_seenLanes;
    int m_nextLane = 0;
    bool m_isCancelled = false;
};

} // namespace SecondStory::Services
