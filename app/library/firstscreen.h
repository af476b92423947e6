// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace SecondStory::Ui {

/// What a newcomer sees: what this is, and three ways in, with one sentence each.
class FirstScreen : public QWidget {
    Q_OBJECT
public:
    explicit FirstScreen(QWidget *parent = nullptr);
    /// Shows how far the sample library has been built; below 0 hides it.
    void setSampleProgress(int percent);

Q_SIGNALS:
    void sampleRequested();
    void newReviewRequested();
    void evidenceRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Card;
    Card *m_sample;
};

} // namespace SecondStory::Ui
