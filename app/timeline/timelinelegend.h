// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/timeline/eventmarks.h"
#include "figures/timeline/rangelimits.h"

#include <QFrame>
#include <QList>

class QVBoxLayout;

namespace SecondStory::Ui {

class TimelineTracks;

/// Says what the marks, edges and colours of the timeline mean, with the marks themselves. Opens as
/// a popup; Escape closes it.
class TimelineLegend : public QFrame {
    Q_OBJECT
public:
    explicit TimelineLegend(TimelineTracks &tracks, QWidget *parent = nullptr);

    /// Says whose limits are striped on the lanes.
    void addLimits(const QList<Figures::RangeLimit> &limits);
    /// Every line in words, from top to bottom.
    [[nodiscard]] QStringList lines() const;

private:
    class Sample;
    void addColours(QVBoxLayout *column);
    void addHeading(QVBoxLayout *column, const QString &text);
    void addLine(QVBoxLayout *column, QWidget *sample, const QString &text);

    TimelineTracks &m_tracks;
    QVBoxLayout *m_edges;
    QStringList m_lines;
};

} // namespace SecondStory::Ui
