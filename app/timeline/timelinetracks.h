// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/timeline/silentstretches.h"
#include "figures/timeline/trackpainter.h"
#include "timeline/codecolours.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelineprofile.h"
#include "timeline/timelineselection.h"
#include "timeline/timelineviewport.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace SecondStory::Ui {

class TrackTool;

/// The lanes of a timeline: draws them and hands the mouse to the gesture under way.
class TimelineTracks : public QWidget {
    Q_OBJECT
public:
    TimelineTracks(TimelineModel &model, TimelineViewport &viewport, TimelineSelection &selection,
                   QWidget *parent = nullptr);
    ~TimelineTracks() override;

    [[nodiscard]] TimelineModel &model() const { return m_model; }
    [[nodiscard]] TimelineViewport &viewport() const { return m_viewport; }
    [[nodiscard]] TimelineSelection &selection() const { return m_selection; }
    [[nodiscard]] const Figures::LaneLayout &layout() const { return m_layout; }
    /// What is drawn, built when it is asked for after a change.
    [[nodiscard]] const Figures::TrackGeometry &geometry();

    /// Times the lanes' own height; 1 fills the height there is.
    void setLaneZoom(double factor);
    [[nodiscard]] double laneZoom() const { return m_laneZoom; }
    /// Holds events back from the drawing and from the pointer, until another veil is set.
    void setVeil(Figures::TrackVeil veil);
    [[nodiscard]] const Figures::TrackVeil &veil() const { return m_veil; }
    /// Colours events by their codes instead of by their lanes; remembered for the user.
    void setColouredByCode(bool isByCode);
    [[nodiscard]] bool isColouredByCode() const { return m_isColouredByCode; }
    [[nodiscard]] const CodeColours &codeColours() const { return m_codeColours; }
    /// What lies under a place of this widget.
    [[nodiscard]] Figures::TrackHit hitAt(QPointF place);
    [[nodiscard]] TimePoint timeAt(double x) const { return m_viewport.scale().time(x); }
    /// The nearest tick, named instant or event's start within reach of `time`, leaving out the
    /// selected events.
    [[nodiscard]] TimePoint snapped(TimePoint time) { return snap(time).time; }
    /// The same, and what it is, in words.
    struct Snap {
        TimePoint time;
        QString what;
    };
    [[nodiscard]] Snap snap(TimePoint time);
    /// A short text beside the pointer while a gesture goes on; empty takes it away.
    void setHint(const QString &text, QPointF place = {});
    [[nodiscard]] const QString &hint() const { return m_hint; }
    /// Gives up the gesture under way; false when there is none.
    bool cancelGesture();
    /// While Space is held, the left button pans.
    void setPanning(bool isPanning);
    [[nodiscard]] QRectF rectOf(qint64 seq);
    /// Where the bar or bracket of an activity is drawn; invalid when it is not.
    [[nodiscard]] QRectF rectOf(ActivityId activity);
    /// Stretches to hatch, because their lane is silent there; none takes them away.
    void setSilences(const QList<Figures::SilentStretch> &silences);
    [[nodiscard]] const QList<Figures::SilentStretch> &silences() const { return m_silences; }

    /// What the plain wheel and drag do; as chosen when the view was made.
    void setProfile(TimelineProfile profile) { m_profile = profile; }
    [[nodiscard]] TimelineProfile profile() const { return m_profile; }
    /// From a height of this widget to one of the layout, and how far a row is scrolled: pinned
    /// rows are not.
    [[nodiscard]] double layoutY(double y) const;
    [[nodiscard]] double scrollOf(const Figures::LaneRow &row) const;
    /// Scrolls so that a row is in sight.
    void reveal(int row);
    void scrollBy(double pixels);
    /// Shows a lane at another height while its edge is dragged; a null lane: none.
    void previewStretch(LaneId lane, double stretch = 1);
    /// The height of a lane of stretch 1, as things are.
    [[nodiscard]] double usualHeight() const { return m_usualHeight; }

Q_SIGNALS:
    void eventActivated(qint64 seq);
    /// The bar or bracket of an activity was double-clicked.
    void activityActivated(SecondStory::ActivityId activity);
    void emptyActivated(SecondStory::TimePoint time, int laneRow);
    void clusterActivated(SecondStory::TimeSpan span);
    void menuRequested(QPoint globalPlace, QPointF place);
    void moveRequested(qint64 byMicroseconds);
    void moveRefused(qint64 seq);
    void endRequested(qint64 seq, SecondStory::TimePoint end);
    void layoutChanged();
    /// How long the last drawing took.
    void painted(qint64 nanoseconds);
    /// Evidence was dragged to `time`, where it may be asserted to have been.
    void assertionOffered(qint64 seq, SecondStory::TimePoint time, QPoint globalPlace);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();
    void invalidate();
    void restyle();
    void rebuildGeometry();
    void recolour();
    void fetchWords();
    [[nodiscard]] bool isOutOfReach() const;
    [[nodiscard]] std::unique_ptr<TrackTool> toolFor(const QMouseEvent &event);
    void updatePointer(const QMouseEvent &event);
    /// Rows that scroll together.
    struct Band {
        QRectF area; ///< of this widget
        double scroll = 0;
        int first = 0;
        int end = 0;
    };
    [[nodiscard]] QList<Band> bands() const;
    void paintBand(QPainter &painter, const Band &band);
    void paintGrounds(QPainter &painter, const Band &band);
    void paintCurves(QPainter &painter, const Band &band);
    [[nodiscard]] QString curvesText(QPointF place) const;
    void paintRange(QPainter &painter);
    void paintRangeTag(QPainter &painter);
    void wheel(const QWheelEvent &event);
    void paintCursor(QPainter &painter);
    void paintFocus(QPainter &painter, const Band &band);
    void paintHint(QPainter &painter);

    TimelineModel &m_model;
    TimelineViewport &m_viewport;
    TimelineSelection &m_selection;
    Figures::LaneLayout m_layout;
    Figures::TrackGeometry m_geometry;
    std::unique_ptr<Figures::TrackPainter> m_painter;
    std::unique_ptr<TrackTool> m_tool;
    Figures::RulerStyle m_rulerStyle;
    Figures::TrackVeil m_veil;
    CodeColours m_codeColours;
    bool m_isColouredByCode = false;
    QString m_hint;
    QPointF m_hintPlace;
    QList<Figures::SilentStretch> m_silences;
    double m_hoverX = -1;
    double m_laneZoom = 1;
    bool m_isStale = true;
    bool m_isPanning = false;
    TimelineProfile m_profile = timelineProfile();
    LaneId m_previewLane;
    double m_previewStretch = 1;
    double m_usualHeight = 0;
    QTimer m_wordsLater; ///< for the labels that one frame had no time to read

Q_SIGNALS:
    /// Undated events were dropped on the line.
    void datesDropped(const QList<SecondStory::EventId> &events, SecondStory::TimePoint time,
                      QPointF place);
};

/// The format in which events are dragged: their ids, one a line.
inline constexpr char16_t kEventsMime[] = u"application/x-secondstory-events";

} // namespace SecondStory::Ui
