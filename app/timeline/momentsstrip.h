// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/timeline/momentrows.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelineviewport.h"

#include <QWidget>

class QToolButton;

namespace SecondStory::Ui {

class LinkButton;

/// The moments of a review as brackets over their time, below the ruler. Left and Right go from one
/// to the next, Return opens it. Takes no room while there are none.
class MomentsStrip : public QWidget {
    Q_OBJECT
public:
    MomentsStrip(TimelineModel &model, TimelineViewport &viewport, QWidget *parent = nullptr);

    /// What stands at its left, beside the ruler: its name, and how many moments have no time.
    [[nodiscard]] QWidget *head() const;
    [[nodiscard]] const Figures::MomentRows &moments() const { return m_moments; }
    /// Moments to look at, without a review behind them.
    void setMoments(const Figures::MomentRows &moments);
    [[nodiscard]] MomentId current() const { return m_current; }
    /// Chooses a moment; null: none.
    void setCurrent(MomentId id);
    /// Where a moment's bracket is; null when it is out of view.
    [[nodiscard]] QRectF placeOf(MomentId id) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void momentChosen(SecondStory::MomentId id);
    void momentActivated(SecondStory::MomentId id);
    /// All moments, undated ones too.
    void allRequested();
    /// Focus is to go back to the lanes.
    void left();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void takeChange(const SecondStory::ChangeSet &applied);
    void reread();
    void say();
    void step(int by);
    void bringIntoView();
    void fit(TimeSpan span);
    [[nodiscard]] QFont wordsFont() const;
    [[nodiscard]] double rowHeight() const;
    [[nodiscard]] QList<Figures::MomentBracket> brackets() const;
    [[nodiscard]] std::optional<Figures::MomentBracket> bracketAt(QPointF place) const;
    [[nodiscard]] QString wordsFor(const Figures::MomentBracket &bracket) const;
    [[nodiscard]] QString inWords(const Figures::MomentSpan &moment) const;
    void paintBracket(QPainter &painter, const Figures::MomentBracket &bracket);

    TimelineModel &m_model;
    TimelineViewport &m_viewport;
    Figures::MomentRows m_moments;
    MomentId m_current;
    LinkButton *m_head;
};

} // namespace SecondStory::Ui
