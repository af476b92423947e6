// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/reviewtemplates.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace SecondStory::Ui {

/// Begins a review: title, zone, the triage questions, depth. A panel, not a wizard: everything on
/// one page.
class NewReviewPanel : public QWidget {
    Q_OBJECT
public:
    explicit NewReviewPanel(QWidget *parent = nullptr);
    /// Empties the form and puts the cursor into the title.
    void begin();
    [[nodiscard]] Services::NewReview request() const;
    void showProblem(const QString &problem);

Q_SIGNALS:
    void createRequested(const SecondStory::Services::NewReview &request);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void suggestDepth();
    void updateState();

    QLineEdit *m_title;
    QComboBox *m_zone;
    QComboBox *m_depth;
    QLabel *m_depthHint;
    QLabel *m_problem;
    QPushButton *m_create;
    QList<QCheckBox *> m_questions;
    bool m_isDepthChosen = false;
};

} // namespace SecondStory::Ui
