// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/result.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class CodePicker;
class KnownPanel;
class LinkButton;

/// Several events at once: how many, over what time, and what may be said of all.
class EventsInspector : public QWidget {
    Q_OBJECT
public:
    explicit EventsInspector(QWidget *parent = nullptr);
    void showEventsOf(Editing::ReviewDocument *document, const QList<EventId> &events);

Q_SIGNALS:
    void statusMessage(const QString &text);

private:
    void build();
    void report(const Result<void> &done);

    QPointer<Editing::ReviewDocument> m_document;
    QList<EventId> m_events;
    QLabel *m_count = nullptr;
    QLabel *m_span = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_lane = nullptr;
    LinkButton *m_star = nullptr;
    LinkButton *m_unstar = nullptr;
    LinkButton *m_code = nullptr;
    CodePicker *m_picker = nullptr;
    KnownPanel *m_known = nullptr;
};

} // namespace SecondStory::Ui
