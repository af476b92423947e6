// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/zoneclock.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace SecondStory::Ui {

class ElidedLabel;

/// One record as its source has it: where it stands, its time as found and as understood, who, and
/// the words.
class RecordCard : public QFrame {
    Q_OBJECT
public:
    explicit RecordCard(QWidget *parent = nullptr);

    /// `shared` are words to mark in the text.
    void setRecord(const Event &event, const QString &source, const QStringList &people,
                   const ZoneClock &clock, const QStringList &shared);

Q_SIGNALS:
    void showRequested(SecondStory::EventId event);

private:
    void mark(const QStringList &words);

    EventId m_event;
    ElidedLabel *m_source = nullptr;
    QLabel *m_time = nullptr;
    QLabel *m_people = nullptr;
    QPlainTextEdit *m_words = nullptr;
    QPushButton *m_show = nullptr;
};

} // namespace SecondStory::Ui
