// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/zoneclock.h"
#include "services/importservice.h"

#include <QAbstractTableModel>

namespace SecondStory::Ui {

/// The first events of a file as they would be imported.
class PreviewModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        FoundColumn,
        TimeColumn,
        HowColumn,
        KindColumn,
        WhoColumn,
        LaneColumn,
        TitleColumn,
        ColumnCount
    };

    explicit PreviewModel(QObject *parent = nullptr);
    /// `lane` is the source's own, for events whose record names none.
    void setEvents(const QList<Importing::ParsedEvent> &events, const QString &zone,
                   Services::LaneRule rule, const QString &lane);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString textAt(const Importing::ParsedEvent &event, int column) const;
    [[nodiscard]] QString tipAt(const Importing::ParsedEvent &event, int column) const;

    QList<Importing::ParsedEvent> m_events;
    ZoneClock m_clock;
    Services::LaneRule m_rule = Services::LaneRule::Suggested;
    QString m_lane;
};

} // namespace SecondStory::Ui
