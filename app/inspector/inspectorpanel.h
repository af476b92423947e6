// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/targetref.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QGridLayout;
class QLabel;
class QStackedWidget;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class ActivityInspector;
class EventInspector;
class EventsInspector;

/// The panel at the right: whatever is selected anywhere, with what may be said of it.
class InspectorPanel : public QWidget {
    Q_OBJECT
public:
    explicit InspectorPanel(QWidget *parent = nullptr);

    /// Shows one event, several events, an activity (with its events after it, for when it is
    /// gone), a page given for another kind, or, for nothing, the review in small. Null document:
    /// an empty panel.
    void showTargets(Editing::ReviewDocument *document, const QList<TargetRef> &targets);
    [[nodiscard]] const QList<TargetRef> &targets() const { return m_targets; }
    /// A page for targets of another kind; its owner fills it. Takes ownership.
    void setExtraPage(TargetKind kind, QWidget *page);

Q_SIGNALS:
    /// A factor, claim … that was clicked.
    void targetRequested(const SecondStory::TargetRef &target);
    /// The event's place in its source is to be shown.
    void evidenceRequested(SecondStory::EventId event);
    /// The event was really at another instant: its source's clock is to be corrected.
    void clockRequested(SecondStory::EventId event);
    void statusMessage(const QString &text);

private:
    void refresh();
    void showReview();
    void addFact(const QString &name, qint64 count);
    [[nodiscard]] QList<EventId> eventsOnly() const;
    [[nodiscard]] bool showsActivity();
    [[nodiscard]] QWidget *inScrollArea(QWidget *page);

    QPointer<Editing::ReviewDocument> m_document;
    QList<TargetRef> m_targets;
    QHash<TargetKind, QWidget *> m_extraPages;
    QStackedWidget *m_stack = nullptr;
    EventInspector *m_event = nullptr;
    EventsInspector *m_events = nullptr;
    ActivityInspector *m_activity = nullptr;
    QWidget *m_eventPage = nullptr;
    QWidget *m_eventsPage = nullptr;
    QWidget *m_reviewPage = nullptr;
    QLabel *m_hint = nullptr;
    QGridLayout *m_facts = nullptr;
};

} // namespace SecondStory::Ui
