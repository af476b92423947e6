// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/targetref.h"
#include "timeline/timelineselection.h"
#include "window/navigationrail.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <memory>

class QTabWidget;
class QWidget;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Analysis {
struct CheckFinding;
}

namespace SecondStory::Ui {

class CanvasPage;
class ConsistencyPanel;
class EvidenceDrawer;
class EvidencePage;
class InspectorPanel;
class LibrarySession;
class MomentsPage;
class ReportPage;
class TimelineView;

/// All views of one open review, made when they are first wanted, and the wires between them.
class ReviewWorkspace : public QObject {
    Q_OBJECT
public:
    ReviewWorkspace(LibrarySession &session, QObject *parent);
    ~ReviewWorkspace() override;

    /// The page of a place of the review; belongs to whoever puts it into a layout.
    [[nodiscard]] QWidget *page(NavigationRail::Place place);
    [[nodiscard]] QWidget *inspector();
    [[nodiscard]] QTabWidget *lowerPanel();
    [[nodiscard]] TimelineSelection &selection() { return m_selection; }

    [[nodiscard]] TimelineView *timeline();
    [[nodiscard]] EvidencePage *evidence();
    [[nodiscard]] CanvasPage *canvas();
    [[nodiscard]] ReportPage *report();
    [[nodiscard]] MomentsPage *moments();

    /// Stores what is typed and not stored yet.
    void flush();
    /// Goes to a record, wherever it is shown.
    void reveal(const TargetRef &target);
    void showUndated();
    void showQuestions();
    void showChecks();
    void toggleSilences();
    /// Shows where the selected event stands in its source, below the timeline; when that is shown
    /// already, the keyboard goes there.
    void showDrawer();
    /// Takes the selected event for a point of the incident's frame.
    void frameFromSelection(FramePoint point);
    /// Takes the selected events as evidence for a point, and leaves its time as it is.
    void evidenceFromSelection(FramePoint point);

Q_SIGNALS:
    void placeRequested(SecondStory::Ui::NavigationRail::Place place);
    void lowerPanelRequested();
    void message(const QString &text, bool isError);
    void sampleRequested();
    void keysRequested();

private:
    [[nodiscard]] QWidget *makePage(NavigationRail::Place place);
    QWidget *makeTimeline();
    QWidget *makeCanvas();
    QWidget *makeEvidence();
    QWidget *makeReport();
    QWidget *makeOverview();
    QWidget *makePressures();
    QWidget *makeCast();
    QWidget *makeMoments();
    void showEvidence(EventId id);
    void showClock(EventId id);
    void inspectSelection();
    void makeFactorFrom(const QList<EventId> &events);
    void addToReport(const QList<EventId> &events);
    void makeMomentOf(const QList<EventId> &events);
    QWidget *makeChecks();
    void showFinding(const Analysis::CheckFinding &finding);
    QWidget *makeDrawer();
    void rememberLowerTab();

    LibrarySession &m_session;
    Editing::ReviewDocument &m_document;
    TimelineSelection m_selection;
    QHash<NavigationRail::Place, QPointer<QWidget>> m_pages;
    QPointer<InspectorPanel> m_inspector;
    QPointer<QTabWidget> m_lower;
    QPointer<ConsistencyPanel> m_checks;
    QPointer<EvidenceDrawer> m_drawer;
};

} // namespace SecondStory::Ui
