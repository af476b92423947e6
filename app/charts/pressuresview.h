// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/recurrence.h"
#include "domain/result.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace SecondStory::Ui {

class OverTimePanel;
class PressureRows;
class PressuresBar;
class PressuresEmpty;

/// Which pressures recur across the library, how surely, in which phases and when. Every mark leads
/// to the reviews behind it.
class PressuresView : public QWidget {
    Q_OBJECT

public:
    explicit PressuresView(QWidget *parent = nullptr);

    [[nodiscard]] const Analysis::RecurrenceTable &table() const { return m_table; }
    /// Writes a file by its ending: the picture as shown (.svg, .png) or the numbers of all codes
    /// (.csv).
    [[nodiscard]] Result<void> exportTo(const QString &path) const;

public slots:
    void setTable(const Analysis::RecurrenceTable &table);

signals:
    /// Somebody wants to see the reviews behind a mark; `why` says in words what they have in
    /// common.
    void reviewsRequested(const QList<SecondStory::ReviewId> &ids, const QString &why);
    /// Another question was asked: its answer is awaited in `setTable`.
    void queryChanged(const SecondStory::Analysis::RecurrenceQuery &query);
    /// From the empty state: somebody wants to go where pressures are noted.
    void libraryRequested();
    void exportFailed(const QString &message);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildForest();
    void connectParts();
    void rebuildFigure();
    void showState();
    void describeCurrent();
    void requestCode(int code);
    void askForFile(const QString &ending);
    void applyTheme();

    Analysis::RecurrenceTable m_table;
    PressuresBar *m_bar;
    QLabel *m_sample;
    QStackedWidget *m_states;
    PressuresEmpty *m_empty;
    PressureRows *m_header;
    PressureRows *m_rows;
    QScrollArea *m_scroll;
    QLabel *m_detail;
    QPushButton *m_open;
    OverTimePanel *m_overTime;
};

} // namespace SecondStory::Ui
