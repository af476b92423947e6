// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/assertoffer.h"

#include "timeline/timelineview.h"

#include <QMenu>

namespace SecondStory::Ui {

namespace {

/// About `time`, lasting as long as it is taken to have lasted.
AssertedTime assertedAt(const Event &event, TimePoint time)
{
    AssertedTime asserted;
    asserted.start = time;
    asserted.certainty = Certainty::About;
    const auto start = event.effectiveStart();
    const auto end = event.effectiveEnd();
    if (start && end)
        asserted.end = TimePoint{ time.us + (end->us - start->us) };
    return asserted;
}

} // namespace

void offerAssertedTime(TimelineView &view, qint64 seq, TimePoint time, QPoint globalPlace)
{
    const auto event = view.model().eventBySeq(seq);
    if (!event || !event->isImported() || !view.editing().canEditTimes())
        return;
    auto *menu = new QMenu(&view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString at = view.model().clock().clockText(time);
    menu->addSection(TimelineView::tr("Evidence keeps the time it states"));
    const QAction *take = menu->addAction(TimelineView::tr("Assert about %1 beside it").arg(at));
    QObject::connect(take, &QAction::triggered, &view,
                     [&view, asserted = assertedAt(*event, time), id = event->id] {
                         view.editing().assertTime({ id }, asserted);
                     });
    const QAction *other = menu->addAction(TimelineView::tr("Assert another time…"));
    QObject::connect(other, &QAction::triggered, &view, &TimelineView::assertTimeOfSelection);
    menu->addAction(TimelineView::tr("Leave it as it is"));
    menu->popup(globalPlace);
}

} // namespace SecondStory::Ui
