// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/reviewdocument.h"

#include <QFrame>
#include <QLineEdit>
#include <QListWidget>
#include <QTimer>

namespace SecondStory::Ui {

/// A popup to find an event by its words. Without words it offers what stands out: starred events
/// and decisions.
class EventPicker : public QFrame {
    Q_OBJECT
public:
    explicit EventPicker(Editing::ReviewDocument &document, QWidget *parent = nullptr);

    /// Opens below a point of the screen.
    void openAt(QPoint globalPosition);
    [[nodiscard]] QLineEdit *search() const { return m_search; }
    [[nodiscard]] QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void picked(SecondStory::EventId event, const QString &title);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void offer(const Event &event);
    void pickCurrent();
    [[nodiscard]] QList<Event> found() const;

    Editing::ReviewDocument &m_document;
    QLineEdit *m_search;
    QListWidget *m_list;
    QTimer m_timer;
};

} // namespace SecondStory::Ui
