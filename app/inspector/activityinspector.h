// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/activity.h"
#include "domain/result.h"
#include "domain/targetref.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class LinkButton;

/// Everything of one activity: its title and lane, to edit, and the events it is made of.
class ActivityInspector : public QWidget {
    Q_OBJECT
public:
    explicit ActivityInspector(QWidget *parent = nullptr);

    /// False when there is no such activity (any more).
    bool showActivityOf(Editing::ReviewDocument *document, ActivityId activity);
    [[nodiscard]] ActivityId activityId() const { return m_activity.id; }

Q_SIGNALS:
    /// An event of it that was chosen to be looked at.
    void targetRequested(const SecondStory::TargetRef &target);
    void statusMessage(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectEdits();
    void showLanes();
    void showEvents();
    [[nodiscard]] QList<EventId> chosen() const;
    void goToCurrent();
    void takeOut();
    void report(const Result<void> &done);

    QPointer<Editing::ReviewDocument> m_document;
    Activity m_activity;
    QLineEdit *m_title = nullptr;
    QLabel *m_span = nullptr;
    QComboBox *m_lane = nullptr;
    QLabel *m_count = nullptr;
    QListWidget *m_events = nullptr;
    QPushButton *m_go = nullptr;
    QPushButton *m_takeOut = nullptr;
    LinkButton *m_fold = nullptr;
    LinkButton *m_split = nullptr;
};

} // namespace SecondStory::Ui
