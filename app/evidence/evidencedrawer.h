// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evidence/keptsource.h"

#include <QTimer>
#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class ElidedLabel;
class EvidenceViewer;
class KeptReader;
class LinkButton;
class TimelineSelection;

/// Below the timeline: where the selected event stands in its source, with what stands around it.
/// Follows the selection while it is seen.
class EvidenceDrawer : public QWidget {
    Q_OBJECT
public:
    /// Both outlive the drawer.
    EvidenceDrawer(Editing::ReviewDocument &document, TimelineSelection &selection,
                   QWidget *parent = nullptr);

    [[nodiscard]] EvidenceViewer &viewer() const { return *m_viewer; }
    /// The event shown; null while there is none.
    [[nodiscard]] EventId eventId() const { return m_event.id; }
    /// What is shown is not yet what is selected.
    [[nodiscard]] bool isBusy() const;
    /// Puts the keyboard into the text, or onto what can be done instead.
    void enter();

Q_SIGNALS:
    /// The event is to be shown in the evidence viewer.
    void evidenceRequested(SecondStory::EventId event);
    /// Somebody wants the event of a line selected.
    void eventRequested(SecondStory::EventId event);
    /// Somebody knows that the event of a line was at another instant.
    void clockRequested(SecondStory::EventId event);
    /// The keyboard leaves for where it came from.
    void left();
    /// Something was not done, in a sentence.
    void refused(const QString &why);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *buildSeveral();
    [[nodiscard]] QWidget *buildFacts();
    [[nodiscard]] QWidget *buildEmpty();
    void connectParts();
    void followSelection();
    void refresh();
    void step(int direction);
    bool showTakenOut();
    void showNothing(const QString &title, const QString &words, bool canPutBack = false);
    void showFacts(const EvidenceSource &source);
    void showCount();
    void takeKept(const KeptSource &kept);
    void putBack();

    Editing::ReviewDocument &m_document;
    TimelineSelection &m_selection;
    KeptReader *m_reader = nullptr;
    QTimer m_later; ///< so that an arrow key held down is not slowed
    qsizetype m_index = 0; ///< which of the selected events
    Event m_event;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_emptyPage = nullptr;
    QLabel *m_emptyTitle = nullptr;
    QLabel *m_emptyWords = nullptr;
    QPushButton *m_putBack = nullptr;
    QWidget *m_page = nullptr;
    QWidget *m_several = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    ElidedLabel *m_file = nullptr;
    QLabel *m_place = nullptr;
    QGridLayout *m_facts = nullptr;
    LinkButton *m_open = nullptr;
    QLabel *m_reading = nullptr;
    EvidenceViewer *m_viewer = nullptr;
};

} // namespace SecondStory::Ui
