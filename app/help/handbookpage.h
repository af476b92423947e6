// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTextBrowser>
#include <QWidget>

class QTreeWidget;
class QTreeWidgetItem;

namespace SecondStory::Ui {

/// The user's handbook, read from the program's own resources and nowhere else. The formats that
/// can be imported stand as pages of their own under their chapter.
class HandbookPage : public QWidget {
    Q_OBJECT
public:
    explicit HandbookPage(QWidget *parent = nullptr);
    /// Opens a chapter by its file name without ending ("timeline", "formats/csv").
    void open(const QString &chapter);

private:
    void fill();
    void show(const QString &chapter);
    [[nodiscard]] QTreeWidgetItem *add(const QString &chapter, QTreeWidgetItem *above);

    QTreeWidget *m_chapters;
    QTextBrowser *m_text;
};

} // namespace SecondStory::Ui
