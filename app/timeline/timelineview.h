// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/gototime.h"
#include "timeline/timelinecurtain.h"
#include "timeline/timelineediting.h"
#include "timeline/timelinekeymap.h"
#include "timeline/timelinekeys.h"
#include "timeline/timelinenavigation.h"
#include "timeline/timelinetracks.h"

#include <QWidget>

class QMenu;
class QGridLayout;
class QScrollBar;
class QToolButton;

namespace SecondStory::Ui {

class CodePicker;
class CurtainBar;
class CurtainLine;
class CurtainPlayer;
class GoToBar;
class InlineEditor;
class LaneArranger;
class LaneHeaders;
class MomentsStrip;
class SavedViewsButton;
class TimelineAnnouncer;
class TimelineActivities;
class TriagePage;
class TimelineFilterBar;
class TimelineMinimap;
class TimelineNotice;
class TimelineRuler;
class TimelineSearch;
class TimelineLimits;
class UndatedPlacing;

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
    [[nodiscard]] MomentsStrip &moments() { return *m_moments; }
    [[nodiscard]] LaneArranger &arranger() { return *m_arranger; }
    [[nodiscard]] LaneHeaders &headers() { return *m_headers; }
    [[nodiscard]] TimelineActivities &activities() { return *m_activities; }
    /// The page that reads evidence item by item; null until it was opened.
    [[nodiscard]] TriagePage *triage() const { return m_triage; }
    /// Adds what can be done to activities with the selection.
    void addActivityMenus(QMenu &menu);
    /// Adds "Arrange lanes by", for all the evidence and for the source that brought `lane` in.
    void addArrangeMenus(QMenu &menu, LaneId lane = {});
    [[nodiscard]] TimelineCurtain &curtain() { return *m_curtain; }
    [[nodiscard]] CurtainPlayer &curtainPlayer() { return *m_curtainPlayer; }
    /// The keys of this view, for the sheet behind "?".
    [[nodiscard]] QList<KeyHelp> keyHelp() const { return timelineKeyHelp(*m_keymap); }
    [[nodiscard]] TimelineKeymap &keymap() { return *m_keymap; }
    /// "14:00 to 15:30, 212 events": the view in words, also its accessible name.
    [[nodiscard]] QString viewInWords() const;
    [[nodiscard]] TimelineFilterBar &filterBar() { return *m_filterBar; }
    [[nodiscard]] TimelineSearch &search() { return *m_search; }
    [[nodiscard]] TimelineAnnouncer &announcer() { return *m_announcer; }
    /// The stretches that other views keep to.
    [[nodiscard]] TimelineLimits &limits() { return *m_limits; }

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
    /// Opens the legend under its button.
    void showLegend();
    void requestMoment();
    /// Asks in place why `events` stand at `time`, and asserts it.
    void placeUndated(const QList<SecondStory::EventId> &events, SecondStory::TimePoint time);
    /// Leaves one thing: the gesture, else the selection, else the range, else the filter.
    void peel();
    /// Goes to the next (1) or previous (-1) hit of the search; without one, to the field for it.
    void nextHit(int direction);
    /// Opens the menu at the event the keyboard stands on, else in the middle.
    void openMenuAtCurrent();
    /// Brings an event to the middle; when it is there already, fits it.
    void focusEvent(qint64 seq);
    void copyRange();
    void reportRange();
    /// Reads the selected events, or all that is shown, item by item.
    void readThrough();
    /// Asks for a title and groups the selected events into an activity.
    void requestActivity();
    /// What can be done to the selection, as a menu at a place of the screen.
    void openSelectionMenu(QPoint globalPlace);
    /// Collapses or expands the activities that hold some of the selected events.
    void toggleActivity();
    /// Asks for the evidence of the selected event to be shown below.
    void requestDrawer();
    /// Selects an event and brings it into view.
    void showEvent(SecondStory::EventId event);

    /// Brings the selection (or the range) to the middle; when it is there already, fits it.
    void focusOrFit();
    /// Puts an own event beside each of the selected ones and selects those.
    void duplicateSelection();
    void rangeFromSelection();
    /// Moves the end of the range by a tick; without a range, takes the next event into the
    /// selection or lets go of its last.
    void growSelection(int direction);
    /// Goes to the mark of this number, from 0, in the order of time.
    void goToMark(int number);
    void openCodePicker();
    void openSavedViews();
    void focusLanes();
    void requestKeySheet();

Q_SIGNALS:
    void eventActivated(SecondStory::EventId event);
    void factorRequested(const QList<SecondStory::EventId> &events);
    void evidenceRequested(SecondStory::EventId event);
    void drawerRequested();
    void reportRequested(const QList<SecondStory::EventId> &events);
    void importRequested();
    void sampleRequested();
    void undatedRequested();
    void keySheetRequested();
    void momentRequested(const QList<SecondStory::EventId> &events);
    void momentActivated(SecondStory::MomentId moment);
    void momentsRequested();
    /// Something was not done, in a sentence.
    void refused(const QString &why);
    void viewChanged(const QString &inWords);
    /// What was done, in a sentence.
    void statusMessage(const QString &text);
    /// The clock of an event's source is to be looked at.
    void clockRequested(SecondStory::EventId event);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectParts();
    void connectEdits();
    void buildCurtain();
    bool handleCurtainKey(const QKeyEvent &event);
    void connectMoments();
    void veilMinimap();
    void refusal(qint64 seq);
    void updateScrollBar();
    void fitFirst();
    void updateNotice(bool isNews = false);
    void updateWords();
    void noticeChosen(int action);
    void openMenu(QPoint globalPlace, QPointF place);
    void buildCorner(QGridLayout &grid);
    void connectLanes();
    [[nodiscard]] std::optional<TimeSpan> selectedSpan() const;
    void focusSpan(TimeSpan span);
    [[nodiscard]] QSet<CodeId> codesOfSelection() const;
    void openLaneMenu(int row, QPoint globalPlace);
    void buildAccess();
    void showNoEvents();
    void showFilterHidesAll();
    [[nodiscard]] Analysis::GoToContext goToContext() const;
    [[nodiscard]] QList<qint64> seqsInRange() const;

    enum class Notice { None, NoEvents, NoTimes, FilterHidesAll, OutOfView };

    TimelineSelection &m_selection;
    TimelineModel *m_model;
    TimelineViewport *m_viewport;
    TimelineTracks *m_tracks;
    TimelineNavigation *m_navigation;
    TimelineEditing *m_editing;
    LaneArranger *m_arranger;
    TimelineFilterBar *m_filterBar = nullptr;
    TimelineRuler *m_ruler = nullptr;
    MomentsStrip *m_moments = nullptr;
    LaneHeaders *m_headers = nullptr;
    TimelineMinimap *m_minimap = nullptr;
    TimelineNotice *m_notice = nullptr;
    InlineEditor *m_editor = nullptr;
    InlineEditor *m_headerEditor = nullptr;
    QScrollBar *m_scrollBar = nullptr;
    TimelineSearch *m_search = nullptr;
    TimelineAnnouncer *m_announcer = nullptr;
    GoToBar *m_goTo = nullptr;
    QToolButton *m_legend = nullptr;
    TimelineCurtain *m_curtain = nullptr;
    CurtainPlayer *m_curtainPlayer = nullptr;
    CurtainLine *m_curtainLine = nullptr;
    CurtainBar *m_curtainBar = nullptr;
    QToolButton *m_curtainButton = nullptr;
    TimelineActivities *m_activities = nullptr;
    TriagePage *m_triage = nullptr;
    Notice m_shownNotice = Notice::None;
    TimelineKeymap *m_keymap = nullptr;
    SavedViewsButton *m_savedViews = nullptr;
    CodePicker *m_codePicker = nullptr;
    UndatedPlacing *m_placing = nullptr;
    TimelineLimits *m_limits = nullptr;
    bool m_isFitted = false;
    bool m_hasDefault = false; ///< an empty review has been given an hour to show
};

} // namespace SecondStory::Ui
