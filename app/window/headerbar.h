// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/review.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace SecondStory::Ui {

/// The strip above everything: where one is, the review's status and zone, search, undo and redo.
class HeaderBar : public QWidget {
    Q_OBJECT
public:
    HeaderBar(QAction *undo, QAction *redo, QWidget *parent = nullptr);

    void showLibrary(const QString &path);
    void showReview(const Review &review);
    [[nodiscard]] QLineEdit *search() const { return m_search; }

Q_SIGNALS:
    void libraryRequested();
    void statusChosen(SecondStory::ReviewStatus status);
    void zoneChosen(const QString &zone);
    void searchRequested(const QString &words);
    void paletteRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *m_library;
    QLabel *m_arrow;
    QLabel *m_title;
    QComboBox *m_status;
    QComboBox *m_zone;
    QLineEdit *m_search;
};

} // namespace SecondStory::Ui
