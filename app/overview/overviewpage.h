// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "window/navigationrail.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class FigureWidget;

/// The page one starts a day on: what it is, its frame, its drawings in small, and what is still
/// missing.
class OverviewPage : public QWidget {
    Q_OBJECT
public:
    explicit OverviewPage(Editing::ReviewDocument &document, QWidget *parent = nullptr);

Q_SIGNALS:
    void placeRequested(SecondStory::Ui::NavigationRail::Place place);
    void undatedRequested();
    void eventRequested(SecondStory::EventId event);
    void questionsRequested();
    void refused(const QString &why);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeSide();
    void refresh();
    void showMoments();
    void takeTitle();
    void takeSummary();

    Editing::ReviewDocument &m_document;
    QLineEdit *m_title;
    QPlainTextEdit *m_summary;
    QLabel *m_durations;
    FigureWidget *m_timeline;
    FigureWidget *m_canvas;
    QVBoxLayout *m_moments;
    QVBoxLayout *m_missing;
    QVBoxLayout *m_questions;
};

} // namespace SecondStory::Ui
