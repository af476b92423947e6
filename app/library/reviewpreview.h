// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/reviewrepository.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace SecondStory::Ui {

/// What one needs to know of a review before opening it.
class ReviewPreview : public QWidget {
    Q_OBJECT
public:
    explicit ReviewPreview(QWidget *parent = nullptr);
    /// Shows a review, or a hint when there is none.
    void showReview(const Store::ReviewListing *listing, const QStringList &pressures);

Q_SIGNALS:
    void openRequested();

private:
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_summary;
    QLabel *m_frame;
    QLabel *m_pressuresTitle;
    QLabel *m_pressures;
    QPushButton *m_open;
};

/// The frame of an incident as lines: "began 14:02 · Thu 12 Mar 2026", unknown instants said as
/// such.
[[nodiscard]] QString frameText(const Review &review);

} // namespace SecondStory::Ui
