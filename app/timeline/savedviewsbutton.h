// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "domain/savedview.h"
#include "timeline/keepname.h"

#include <QToolButton>

class QMenu;

namespace SecondStory::Ui {

class TimelineView;

/// The views of a timeline that were kept: a stretch and a filter under a name, with digits to
/// choose them by.
class SavedViewsButton : public QToolButton {
    Q_OBJECT
public:
    SavedViewsButton(TimelineView &view, QWidget *parent = nullptr);

    /// Opens the list.
    void open();
    /// Fills a menu with the list and what can be done to it.
    void fill(QMenu &menu);
    /// The present stretch and filter, without a name.
    [[nodiscard]] SavedView present() const;
    void apply(SavedViewId id);

Q_SIGNALS:
    void nameRequested(const QString &name, const SecondStory::Ui::KeepName &keep);
    void refused(const QString &why);

private:
    void keepPresent();
    void fillChanges(QMenu &menu, const SavedView &view, int place);
    void report(const Result<void> &result);

    TimelineView &m_view;
};

} // namespace SecondStory::Ui
