// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTextBrowser>
#include <QWidget>

class QListWidget;

namespace SecondStory::Ui {

/// The user's handbook, read from the program's own resources and nowhere else.
class HandbookPage : public QWidget {
    Q_OBJECT
public:
    explicit HandbookPage(QWidget *parent = nullptr);
    /// Opens a chapter by its file name without ending ("timeline").
    void open(const QString &chapter);

private:
    QListWidget *m_chapters;
    QTextBrowser *m_text;
};

} // namespace SecondStory::Ui
