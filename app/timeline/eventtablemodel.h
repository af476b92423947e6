// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/activity.h"
#include "domain/eventfact.h"
#include "domain/result.h"
#include "timeline/timelinemodel.h"

#include <QAbstractTableModel>
#include <QCache>

#include <vector>

namespace SecondStory::Ui {

/// The table twin of the timeline: the same events under the same filter, one a row, read page by
/// page as they are shown. Without a filter, a collapsed activity is one row in the place of its
/// dated events.
class EventTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Kind, LaneName, Actors, Title, Place, Note, ActivityName, ColumnCount };
    enum Role { SeqRole = Qt::UserRole, EventIdRole, ActivityIdRole };
    enum class Contents { All, UndatedOnly };

    explicit EventTableModel(TimelineModel &model, Contents contents = Contents::All,
                             QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;

    /// The number of a row's event; of the row of an activity something below zero.
    [[nodiscard]] qint64 seqAt(int row) const { return m_seqs[static_cast<size_t>(row)]; }
    /// The collapsed activity a row stands for; null for the row of an event.
    [[nodiscard]] ActivityId activityAt(int row) const;
    /// The events of a row: one, or those of its activity.
    [[nodiscard]] QList<qint64> eventsAt(int row) const;
    /// Says in words how much of an event could be seen ("not yet known"); empty for what could.
    /// Such rows step back and say it.
    void setSightWords(std::function<QString(const EventFact &)> words);
    /// Asks for those words anew.
    void refreshSight();

    /// The row of an event, or of the activity that stands for it, or -1. Cost: logarithmic; with a
    /// filter or collapsed activities once the rows have been sorted.
    [[nodiscard]] int rowOf(qint64 seq) const;

Q_SIGNALS:
    /// What was typed into a cell was not taken up, in a sentence.
    void refused(const QString &why);

private:
    void takeContent();
    /// The rows are those of the review, as they stand there.
    [[nodiscard]] bool isPlain() const;
    bool followEdits();
    void tellCells();
    [[nodiscard]] Result<void> edit(const Event &event, int column, const QString &text);
    [[nodiscard]] Result<void> editTime(const Event &event, const QString &text);
    [[nodiscard]] std::vector<qint64> currentSeqs();
    void fold(std::vector<qint64> &seqs) const;
    [[nodiscard]] const Figures::ActivityBar *barAt(int row) const;
    [[nodiscard]] QVariant activityData(const Figures::ActivityBar &bar, int column,
                                        int role) const;
    [[nodiscard]] QString laneName(LaneId id) const;
    [[nodiscard]] const Activity *activityOf(EventId event) const;
    [[nodiscard]] const Event *eventAt(int row) const;
    [[nodiscard]] QString textOf(const Event &event, int column) const;
    [[nodiscard]] QVariant sightData(const Event &event, const QModelIndex &index, int role) const;

    TimelineModel &m_model;
    Contents m_contents;
    std::vector<qint64> m_seqs;
    bool m_isPlain = false; ///< when m_seqs was made
    quint64 m_revision = 0; ///< of the review then
    mutable std::vector<std::pair<qint64, int>> m_rows; ///< by seq; sorted when asked for
    mutable QCache<int, QHash<qint64, Event>> m_pages;
    std::function<QString(const EventFact &)> m_sightWords;
};

} // namespace SecondStory::Ui
