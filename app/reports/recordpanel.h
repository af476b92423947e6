// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/recordmodel.h"

#include <QLabel>
#include <QLineEdit>
#include <QTableView>

namespace SecondStory::Ui {

/// A table of records with a line to add one. Delete removes, Alt and the arrows move, F2 or typing
/// edits.
class RecordPanel : public QWidget {
    Q_OBJECT
public:
    RecordPanel(RecordModel *model, const QString &title, const QString &hint,
                const QString &addHint, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QLineEdit *addLine() const { return m_add; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addFromLine();
    void moveCurrent(int by);

    RecordModel *m_model;
    QTableView *m_table;
    QLineEdit *m_add;
    QLabel *m_problem;
};

} // namespace SecondStory::Ui
