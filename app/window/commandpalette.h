// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QAction>
#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace SecondStory::Ui {

/// Reaches every action of the window by typing part of its name; shows its shortcut beside it.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *window);
    /// Opens over the window with these actions.
    void open(const QList<QAction *> &actions);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void filter(const QString &words);
    void runCurrent();

    QLineEdit *m_words;
    QListView *m_list;
    class Model;
    Model *m_model;
};

} // namespace SecondStory::Ui
