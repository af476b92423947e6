// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evidence/keptsource.h"

#include <QPlainTextEdit>

class QLabel;
class QToolButton;

namespace SecondStory::Ui {

class LinkButton;

/// Read-only plain text with line numbers that need not begin at one.
class NumberedText : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit NumberedText(QWidget *parent = nullptr);
    /// The number of the first line; none are drawn when 0.
    void setFirstNumber(int number);
    [[nodiscard]] int firstNumber() const { return m_firstNumber; }
    void paintNumbers(QPaintEvent *event, QWidget *area);
    [[nodiscard]] int numbersWidth() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *m_numbers = nullptr;
    int m_firstNumber = 1;
};

/// The text of a source as it was found, a window of it at a time.
class EvidenceViewer : public QWidget {
    Q_OBJECT
public:
    explicit EvidenceViewer(QWidget *parent = nullptr);

    void setSource(const KeptSource &kept);
    void clear();
    [[nodiscard]] SourceId sourceId() const { return m_kept.id; }
    /// Learns which events begin in which lines, beside those it knows.
    void placeEvents(const PlacedEvents &placed);
    /// Lines of the file itself are shown, not records that were read from it.
    [[nodiscard]] bool showsLines() const { return !m_kept.isRecords && !m_kept.lines.isEmpty(); }
    [[nodiscard]] NumberedText &text() const { return *m_text; }
    /// Scrolls to an event's line and marks it; shows its record alone when it is not among the
    /// lines.
    void showEvent(const Event &event, const QString &zone);
    /// Scrolls to a line, from 1, and marks it with those that follow. `count` is how many.
    void showLine(int line, int count = 1);
    /// The line that is marked, 0 for none.
    [[nodiscard]] int markedLine() const { return m_markedLine; }
    [[nodiscard]] QString markedText() const;
    /// The event of the line the cursor is in; null when none is known.
    [[nodiscard]] EventId eventAtCursor() const;

Q_SIGNALS:
    /// Somebody wants to see the event of a line elsewhere.
    void eventRequested(SecondStory::EventId event);
    /// Somebody knows that the event of a line was at another instant.
    void anchorRequested(SecondStory::EventId event);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using QWidget::showEvent;
    void showWindow(qsizetype first);
    void findInLine(const QString &words);
    void mark();
    void updateBar();
    void updateLink();

    KeptSource m_kept;
    qsizetype m_first = 0; ///< index of the first line in the window
    int m_markedLine = 0;
    int m_markedCount = 0;
    EventId m_markedEvent; ///< told from others of its line
    NumberedText *m_text = nullptr;
    QWidget *m_bar = nullptr;
    QLabel *m_where = nullptr;
    QLabel *m_note = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    LinkButton *m_anchor = nullptr;
    LinkButton *m_go = nullptr;
};

} // namespace SecondStory::Ui
