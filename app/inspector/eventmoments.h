// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/reviewcontents.h"

#include <QWidget>

class QVBoxLayout;

namespace SecondStory::Ui {

/// The moments an event is part of, each a way there. Not there while it is in none.
class EventMoments : public QWidget {
    Q_OBJECT
public:
    explicit EventMoments(QWidget *parent = nullptr);
    void showMomentsOf(const ReviewContents &contents, EventId event);

Q_SIGNALS:
    void targetRequested(const SecondStory::TargetRef &target);

private:
    QVBoxLayout *m_list;
};

} // namespace SecondStory::Ui
