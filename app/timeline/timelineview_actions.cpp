// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelineview.h"

#include "editing/reviewdocument.h"
#include "timeline/asserttimedialog.h"
#include "timeline/inlineeditor.h"
#include "timeline/timelineactivities.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelinenotice.h"
#include "triage/triagepage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kEditorWidth = 280;

} // namespace

void TimelineView::newEventAtCursor()
{
    newEvent(m_editing->insertionTime(), m_editing->insertionLane());
}

void TimelineView::newEvent(TimePoint time, int laneRow)
{
    if (!m_editing->canEdit())
        return;
    const int row = std::max(0, laneRow);
    m_navigation->show(time);
    m_selection.setCursor(time);
    double y = 8;
    if (row < m_tracks->layout().count())
        y = m_tracks->layout().rows()[static_cast<size_t>(row)].middle() - m_viewport->scrollY()
            - 12;
    const QRect place(static_cast<int>(m_viewport->scale().x(time)) + 4, static_cast<int>(y),
                      kEditorWidth, 24);
    m_editor->open(
        place, {}, tr("What happened at %1?").arg(m_model->clock().clockText(time)),
        [this, time, row](const QString &title) { m_editing->addEvent(time, row, title); });
}

void TimelineView::editCurrent()
{
    const qint64 seq = m_selection.current();
    const auto event = seq == 0 ? std::nullopt : m_model->eventBySeq(seq);
    if (!event || !m_editing->canEdit())
        return;
    if (const auto start = event->effectiveStart())
        m_navigation->show(*start);
    QRectF at = m_tracks->rectOf(seq);
    if (!at.isValid())
        at = QRectF(m_tracks->width() / 2.0, m_tracks->height() / 2.0, 0, 0);
    const QRect place(static_cast<int>(at.right()) + 2, static_cast<int>(at.center().y()) - 12,
                      kEditorWidth, 24);
    m_editor->open(place, event->displayTitle(), tr("Your wording; the evidence keeps its own"),
                   [this, seq](const QString &text) { m_editing->caption(seq, text); });
}

void TimelineView::addNamedMark()
{
    const TimeMarkId mark = m_editing->addMark();
    if (mark.isNull())
        return;
    const TimeMark *known = findRecord<TimeMark>(m_model->document()->contents(), mark);
    const double x = known ? m_viewport->scale().x(known->start) : 0;
    m_editor->open(QRect(static_cast<int>(x), 4, kEditorWidth, 24), {}, tr("Name of the mark"),
                   [this, mark](const QString &text) { m_editing->renameMark(mark, text); });
}

void TimelineView::goToTime()
{
    const QRect place((m_tracks->width() - kEditorWidth) / 2, 8, kEditorWidth, 24);
    m_editor->open(place, {}, tr("14:07, +5m, 2h before detected"), [this](const QString &text) {
        if (text.isEmpty())
            return;
        const auto time = Analysis::goToTime(
            text, { m_model->clock(), m_editing->insertionTime(), m_model->frame() });
        if (!time) {
            Q_EMIT refused(time.error().toString());
            return;
        }
        m_selection.setCursor(*time);
        m_viewport->jumpTo(m_viewport->scale().centredOn(*time));
    });
}

void TimelineView::focusSearch()
{
    m_filterBar->focusSearch();
}

void TimelineView::copySelection()
{
    if (!m_selection.isEmpty())
        QGuiApplication::clipboard()->setText(m_editing->selectionAsText());
}

void TimelineView::assertTimeOfSelection()
{
    const auto event =
        m_selection.current() ? m_model->eventBySeq(m_selection.current()) : std::nullopt;
    if (!event || !m_editing->canEdit())
        return;
    const TimePoint reference = event->effectiveStart().value_or(m_editing->insertionTime());
    QString recorded = event->recorded.text;
    if (recorded.isEmpty())
        recorded = event->recorded.start ? m_model->clock().isoText(*event->recorded.start)
                                         : tr("no time");
    AssertTimeDialog dialog({ m_model->clock(), reference, m_model->frame() },
                            event->displayTitle(), recorded, this);
    if (event->asserted)
        dialog.setTime(*event->asserted);
    if (dialog.exec() == QDialog::Accepted && dialog.time())
        m_editing->assertTime({ event->id }, *dialog.time());
}

void TimelineView::requestFactor()
{
    if (!m_selection.isEmpty())
        Q_EMIT factorRequested(m_editing->selectedIds());
}

void TimelineView::requestEvidence()
{
    if (const auto event =
            m_selection.current() ? m_model->eventBySeq(m_selection.current()) : std::nullopt)
        Q_EMIT evidenceRequested(event->id);
}

void TimelineView::requestReport()
{
    if (!m_selection.isEmpty())
        Q_EMIT reportRequested(m_editing->selectedIds());
}

void TimelineView::peel()
{
    if (m_tracks->cancelGesture())
        return;
    if (!m_selection.isEmpty())
        m_selection.clear();
    else if (m_selection.range())
        m_selection.setRange({});
    else if (m_model->filter().isActive())
        m_filterBar->clearAll();
    else
        m_selection.setCursor({});
}

void TimelineView::showEvent(EventId id)
{
    if (!m_model->document())
        return;
    const qint64 seq = m_model->document()->seqOf(id);
    if (seq == 0)
        return;
    m_selection.selectOnly(seq);
    if (const auto row = m_model->rowOf(seq)) {
        const TimePoint start{ m_model->events().rows[*row].start };
        m_selection.setCursor(start);
        m_navigation->show(start);
    }
}

bool TimelineView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_tracks)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        // Plain letters belong to the timeline while it has the focus, before any window-wide
        // shortcut.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && key->key() >= Qt::Key_Space
            && key->key() <= Qt::Key_Z)
            event->accept();
    }
    if (event->type() == QEvent::Resize) {
        updateScrollBar();
        m_notice->centre();
    }
    return QWidget::eventFilter(watched, event);
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (m_editor->isVisible() || m_headerEditor->isVisible()) {
        // What a line of text does not want is not meant for the lanes behind it.
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_Space) {
        if (!event->isAutoRepeat())
            m_tracks->setPanning(true);
        return;
    }
    if (!handleTimelineKey(*this, *event))
        QWidget::keyPressEvent(event);
}

void TimelineView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat())
        m_tracks->setPanning(false);
    else
        QWidget::keyReleaseEvent(event);
}

void TimelineView::updateNotice()
{
    const qsizetype all = static_cast<qsizetype>(m_model->events().rows.size());
    const qsizetype shown = m_model->index().shown();
    const auto span = m_model->span();
    const Figures::TimeScale &scale = m_viewport->scale();
    if (all == 0) {
        m_shownNotice = Notice::NoEvents;
        m_notice->show(
            tr("No events on the line yet"),
            tr("Bring in chat, alerts and logs as they are; add what only people know; or look at "
               "a finished review."),
            { tr("Import evidence…"), tr("Add the first event (N)"), tr("Open a sample") });
    } else if (shown == 0) {
        m_shownNotice = Notice::FilterHidesAll;
        m_notice->show(tr("The filter hides everything"), m_filterBar->chips().join(u"  ·  "_s),
                       { tr("Clear the filter") });
    } else if (span && (span->end < scale.start() || span->start > scale.end())) {
        m_shownNotice = Notice::OutOfView;
        m_notice->show(tr("Nothing in this stretch of time"),
                       tr("%n event(s) outside this view.", nullptr, static_cast<int>(shown)),
                       { tr("Fit (Shift+F)") });
    } else {
        m_shownNotice = Notice::None;
        m_notice->hide();
    }
}

void TimelineView::noticeChosen(int action)
{
    switch (m_shownNotice) {
    case Notice::NoEvents:
        if (action == 0)
            Q_EMIT importRequested();
        else if (action == 1)
            newEventAtCursor();
        else
            Q_EMIT sampleRequested();
        break;
    case Notice::FilterHidesAll:
        m_filterBar->clearAll();
        break;
    case Notice::OutOfView:
        m_navigation->fitAll();
        break;
    case Notice::None:
        break;
    }
}

void TimelineView::readThrough()
{
    if (!m_model->document())
        return;
    if (!m_triage) {
        m_triage = new TriagePage(*m_model, m_selection, this);
        connect(m_triage, &TriagePage::refused, this, &TimelineView::refused);
        connect(m_triage, &TriagePage::left, this, [this] {
            if (const auto row = m_model->rowOf(m_selection.current()))
                m_navigation->show(TimePoint{ m_model->events().rows[*row].start });
            m_tracks->setFocus();
        });
    }
    m_triage->begin();
}

void TimelineView::requestActivity()
{
    if (m_selection.isEmpty() || !m_editing->canEdit())
        return;
    m_editor->open(QRect((m_tracks->width() - kEditorWidth) / 2, 8, kEditorWidth, 24), {},
                   tr("Title of the activity"),
                   [this](const QString &title) { m_activities->group(title); });
}

void TimelineView::addActivityMenus(QMenu &menu)
{
    m_activities->fillMenu(menu,
                           [this](const QString &label, const QString &text,
                                  std::function<void(const QString &)> take) {
                               const int x = (m_tracks->width() - kEditorWidth) / 2;
                               m_editor->open(QRect(x, 8, kEditorWidth, 24), text, label,
                                              std::move(take));
                           });
}

void TimelineView::openSelectionMenu(QPoint globalPlace)
{
    openMenu(globalPlace, QPointF(m_tracks->width() / 2.0, m_tracks->height() / 2.0));
}

} // namespace SecondStory::Ui
