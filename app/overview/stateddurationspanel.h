// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/framedurations.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class StatedPlace;

/// What reports and people say of how long it took, each beside what the frame comes to.
class StatedDurationsPanel : public QWidget {
    Q_OBJECT
public:
    explicit StatedDurationsPanel(Editing::ReviewDocument &document, QWidget *parent = nullptr);

Q_SIGNALS:
    void eventRequested(SecondStory::EventId event);
    void refused(const QString &why);

private:
    void build();
    void refresh();
    void add(const Analysis::FrameDuration &duration);
    void state();

    Editing::ReviewDocument &m_document;
    QVBoxLayout *m_lines;
    QLineEdit *m_words;
    QComboBox *m_from;
    QComboBox *m_to;
    StatedPlace *m_place = nullptr;
    QList<Analysis::FrameDuration> m_shown;
};

} // namespace SecondStory::Ui
