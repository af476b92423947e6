// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/incidentframe.h"
#include "domain/ids.h"

#include <QWidget>

class QVBoxLayout;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

/// The events one point of the frame rests on: a click leads to each, its menu takes it back.
class FrameEvidence : public QWidget {
    Q_OBJECT
public:
    FrameEvidence(Editing::ReviewDocument &document, FramePoint point, QWidget *parent = nullptr);

    [[nodiscard]] int count() const { return m_count; }

Q_SIGNALS:
    void eventRequested(SecondStory::EventId event);
    void refused(const QString &why);

private:
    void refresh();
    void add(EvidenceLinkId link, EventId event);

    Editing::ReviewDocument &m_document;
    FramePoint m_point;
    QVBoxLayout *m_lines;
    QList<std::pair<EvidenceLinkId, EventId>> m_shown;
    int m_count = 0;
};

} // namespace SecondStory::Ui
