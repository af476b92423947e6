// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/momentactions.h"

#include "editing/momentedits.h"
#include "timeline/timelineview.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kLongestMenu = 30;

void addTo(TimelineView &view, MomentId moment)
{
    const auto done =
        Editing::addToMoment(*view.model().document(), moment, view.editing().selectedIds());
    if (!done)
        Q_EMIT view.refused(done.error().toString());
}

} // namespace

void addMomentActions(QMenu &menu, TimelineView &view)
{
    if (!view.model().document() || view.selection().isEmpty())
        return;
    QAction *make = menu.addAction(TimelineView::tr("Make moment (Shift+O)"));
    QObject::connect(make, &QAction::triggered, &view, &TimelineView::requestMoment);
    QList<Moment> moments = view.model().document()->contents().moments;
    if (moments.isEmpty())
        return;
    std::stable_sort(moments.begin(), moments.end(), [](const Moment &a, const Moment &b) {
        return a.start && b.start ? *a.start < *b.start : a.start.has_value() && !b.start;
    });
    QMenu *add = menu.addMenu(TimelineView::tr("Add to moment"));
    for (const Moment &moment : moments.mid(0, kLongestMenu)) {
        QAction *one = add->addAction(QString(moment.title).replace(u'&', u"&&"_s));
        QObject::connect(one, &QAction::triggered, &view,
                         [&view, id = moment.id] { addTo(view, id); });
    }
}

} // namespace SecondStory::Ui
