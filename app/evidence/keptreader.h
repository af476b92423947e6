// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evidence/keptsource.h"

#include <QCache>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace SecondStory::Ui {

/// Reads what stands around one event after the other, in another thread, and keeps the files read
/// last: within one of them the next event is there at once.
class KeptReader : public QObject {
    Q_OBJECT
public:
    explicit KeptReader(QString libraryPath, QObject *parent = nullptr);
    ~KeptReader() override;

    /// Reads for an event of a source, by its number. What was asked for before is not answered any
    /// more.
    void ask(const EvidenceSource &source, const Event &event, qint64 seq, const QString &zone);
    /// Answers nothing of what was asked.
    void forget();
    [[nodiscard]] bool isReading() const { return m_isReading; }

Q_SIGNALS:
    /// The lines of the file, or the records around the event when it has none.
    void ready(const SecondStory::Ui::KeptSource &kept);
    /// Which events begin in which lines of the file; comes after ready().
    void placed(const SecondStory::Ui::PlacedEvents &placed);

private:
    struct Question {
        quint64 number = 0;
        EvidenceSource source;
        qint64 seq = 0;
        QString zone;
    };
    [[nodiscard]] bool isOld(const Question &question) const;
    void readText(const Question &question);
    void readRecords(const Question &question);
    void readPlaces(const Question &question);
    void answer(const KeptSource &kept);

    QString m_libraryPath;
    QThreadPool m_pool;
    QCache<SourceId, KeptSource> m_files;
    QSet<SourceId> m_without; ///< sources whose file is not kept
    std::shared_ptr<std::atomic<quint64>> m_latest = std::make_shared<std::atomic<quint64>>(0);
    bool m_isReading = false;
};

} // namespace SecondStory::Ui
