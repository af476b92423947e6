// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/timelineediting.h"
#include "timeline/timelinekeys.h"
#include "timeline/timelinenavigation.h"
#include "timeline/timelinetracks.h"

#include <QWidget>

class QMenu;
class QScrollBar;
class QToolButton;

namespace SecondStory::Ui {

class InlineEditor;
class LaneArranger;
class LaneHeaders;
class TimelineActivities;
class TriagePage;
class TimelineFilterBar;
class TimelineMinimap;
class TimelineNotice;
class TimelineRuler;

/// The timeline editor: filter bar, ruler, lane names, lanes and minimap over one review.
class TimelineView : public QWidget {
    Q_OBJECT
public:
    /// `selection` is shared with the other views of the same review and outlives this one.
    TimelineView(Editing::ReviewDocument &document, TimelineSelection &selection,
                 QWidget *parent = nullptr);
    /// A timeline to look at, without a review behind it.
    TimelineView(TimelineContent content, TimelineSelection &selection, QWidget *parent = nullptr);
    ~TimelineView() override;

    [[nodiscard]] TimelineModel &model() { return *m_model; }
    [[nodiscard]] TimelineViewport &viewport() { return *m_viewport; }
    [[nodiscard]] TimelineSelection &selection() { return m_selection; }
    [[nodiscard]] TimelineTracks &tracks() { return *m_tracks; }
    [[nodiscard]] TimelineNavigation &navigation() { return *m_navigation; }
    [[nodiscard]] TimelineEditing &editing() { return *m_editing; }
    [[nodiscard]] LaneArranger &arranger() { return *m_arranger; }
    [[nodiscard]] LaneHeaders &headers() { return *m_headers; }
    [[nodiscard]] TimelineActivities &activities() { return *m_activities; }
    /// The page that reads evidence item by item; null until it was opened.
    [[nodiscard]] TriagePage *triage() const { return m_triage; }
    /// Adds what can be done to activities with the selection.
    void addActivityMenus(QMenu &menu);
    /// Adds "Arrange lanes by", for all the evidence and for the source that brought `lane` in.
    void addArrangeMenus(QMenu &menu, LaneId lane = {});
    /// The keys of this view, for the sheet behind "?".
    [[nodiscard]] QList<KeyHelp> keyHelp() const { return timelineKeyHelp(); }
    /// "14:00 to 15:30, 212 events": the view in words, also its accessible name.
    [[nodiscard]] QString viewInWords() const;

public Q_SLOTS:
    void newEventAtCursor();
    void newEvent(SecondStory::TimePoint time, int laneRow);
    void editCurrent();
    void addNamedMark();
    void goToTime();
    void focusSearch();
    void copySelection();
    void assertTimeOfSelection();
    void requestFactor();
    void requestEvidence();
    void requestReport();
    /// Leaves one thing: the gesture, else the selection, else the range, else the filter.
    void peel();
    /// Reads the selected events, or all that is shown, item by item.
    void readThrough();
    /// Asks for a title and groups the selected events into an activity.
    void requestActivity();
    /// What can be done to the selection, as a menu at a place of the screen.
    void openSelectionMenu(QPoint globalPlace);
    /// Selects an event and brings it into view.
    void showEvent(SecondStory::EventId event);

Q_SIGNALS:
    void eventActivated(SecondStory::EventId event);
    void factorRequested(const QList<SecondStory::EventId> &events);
    void evidenceRequested(SecondStory::EventId event);
    void reportRequested(const QList<SecondStory::EventId> &events);
    void importRequested();
    void sampleRequested();
    void undatedRequested();
    /// Something was not done, in a sentence.
    void refused(const QString &why);
    void viewChanged(const QString &inWords);
    /// What was done, in a sentence.
    void statusMessage(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectParts();
    void connectEdits();
    void refusal(qint64 seq);
    void updateScrollBar();
    void fitFirst();
    void updateNotice();
    void updateWords();
    void noticeChosen(int action);
    void openMenu(QPoint globalPlace, QPointF place);
    void openLaneMenu(SecondStory::LaneId lane, QPoint globalPlace);

    enum class Notice { None, NoEvents, FilterHidesAll, OutOfView };

    TimelineSelection &m_selection;
    TimelineModel *m_model;
    TimelineViewport *m_viewport;
    TimelineTracks *m_tracks;
    TimelineNavigation *m_navigation;
    TimelineEditing *m_editing;
    LaneArranger *m_arranger;
    TimelineFilterBar *m_filterBar = nullptr;
    TimelineRuler *m_ruler = nullptr;
    LaneHeaders *m_headers = nullptr;
    TimelineMinimap *m_minimap = nullptr;
    TimelineNotice *m_notice = nullptr;
    InlineEditor *m_editor = nullptr;
    InlineEditor *m_headerEditor = nullptr;
    QScrollBar *m_scrollBar = nullptr;
    QToolButton *m_undated = nullptr;
    TimelineActivities *m_activities = nullptr;
    TriagePage *m_triage = nullptr;
    Notice m_shownNotice = Notice::None;
    bool m_isFitted = false;
    bool m_hasDefault = false; ///< an empty review has been given an hour to show
};

} // namespace SecondStory::Ui
