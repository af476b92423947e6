// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QLineEdit;

namespace SecondStory::Ui {

class TimelineFilterBar;
class TimelineView;

/// Enter and Shift+Enter in the search field go through the hits, F3 as well; the field keeps the
/// focus, so that one can go on typing.
class SearchHits : public QObject {
    Q_OBJECT
public:
    SearchHits(TimelineView &view, TimelineFilterBar &bar);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void go(int direction);

    TimelineView &m_view;
    QLineEdit *m_field;
};

} // namespace SecondStory::Ui
