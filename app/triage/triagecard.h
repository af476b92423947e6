// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/code.h"
#include "timeline/timelinemodel.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;

namespace SecondStory::Ui {

/// One event large: when with its zone and basis, who, where from, the whole text between what came
/// before and after it in its lane, and what has been said of it.
class TriageCard : public QFrame {
    Q_OBJECT
public:
    explicit TriageCard(QWidget *parent = nullptr);

    void showItem(TimelineModel &model, qint64 seq, const QList<Code> &codes, bool isRead);
    void showNothing(const QString &why);
    /// "2018-02-20 14:07:35, Ada, in #incident: …", for who listens instead of looking.
    [[nodiscard]] QString inWords() const { return m_words; }
    /// Moves the text by a share of its height.
    void scrollText(double share);
    /// What has been said of the event, in a line.
    [[nodiscard]] QString marksText() const;
    [[nodiscard]] QString fullText() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showTime(const Event &event, const ZoneClock &clock);
    void showOrigin(const TimelineModel &model, const Event &event);
    void showMarks(const TimelineModel &model, const Event &event, const QList<Code> &codes,
                   bool isRead);
    void showContext(TimelineModel &model, const Event &event, qint64 seq);

    QString m_words;
    QLabel *m_time;
    QLabel *m_basis;
    QLabel *m_origin;
    QLabel *m_before;
    QPlainTextEdit *m_text;
    QLabel *m_after;
    QLabel *m_marks;
    QLabel *m_note;
};

} // namespace SecondStory::Ui
