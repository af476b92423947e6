// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/moment.h"
#include "domain/savedview.h"
#include "figures/timeline/rangelimits.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace SecondStory::Ui {

class TimelineModel;
class TimelineViewport;

/// The stretches of time that other views of the same review keep to, striped on the ruler and on
/// the lanes: the filter (the table and reading through go by it), the saved view one came from and
/// the moment that is open.
class TimelineLimits : public QObject {
    Q_OBJECT
public:
    /// Stripes each of `surfaces`, whose left edges stand at the beginning of the viewport.
    TimelineLimits(TimelineModel &model, TimelineViewport &viewport,
                   const QList<QWidget *> &surfaces, QObject *parent);

    [[nodiscard]] const QList<Figures::RangeLimit> &limits() const { return m_limits; }
    /// The saved view one came from, until the next one or until clearSavedView().
    void setSavedView(SavedViewId view);
    /// Lets go of the saved view; false when there is none.
    bool clearSavedView();
    /// The moment that is open on its page; null: none.
    void setMoment(MomentId moment);

Q_SIGNALS:
    void changed();

private:
    class Stripes;
    void refresh();
    [[nodiscard]] QString spanWords(TimeSpan span) const;

    TimelineModel &m_model;
    TimelineViewport &m_viewport;
    QList<Stripes *> m_stripes;
    QList<Figures::RangeLimit> m_limits;
    SavedViewId m_savedView;
    MomentId m_moment;
};

} // namespace SecondStory::Ui
