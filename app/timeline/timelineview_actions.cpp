// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelineview.h"

#include "editing/reviewdocument.h"
#include "theme/theme.h"
#include "timeline/asserttimedialog.h"
#include "timeline/inlineeditor.h"
#include "timeline/momentsstrip.h"
#include "timeline/timelineactivities.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelinelegend.h"
#include "timeline/timelinelimits.h"
#include "timeline/timelinenotice.h"
#include "timeline/timelinesearch.h"
#include "triage/triagepage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QToolButton>
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
    if (!m_editing->canEditTimes())
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

void TimelineView::requestDrawer()
{
    Q_EMIT drawerRequested();
}

void TimelineView::requestReport()
{
    if (!m_selection.isEmpty())
        Q_EMIT reportRequested(m_editing->selectedIds());
}

void TimelineView::requestMoment()
{
    if (!m_selection.isEmpty() && m_editing->canEdit())
        Q_EMIT momentRequested(m_editing->selectedIds());
}

void TimelineView::connectMoments()
{
    connect(m_moments, &MomentsStrip::momentActivated, this, &TimelineView::momentActivated);
    connect(m_moments, &MomentsStrip::allRequested, this, &TimelineView::momentsRequested);
    connect(m_moments, &MomentsStrip::left, m_tracks, qOverload<>(&QWidget::setFocus));
    connect(m_moments, &MomentsStrip::momentChosen, this, [this](MomentId id) {
        Editing::ReviewDocument *document = m_model->document();
        const auto *moment = document ? findRecord<Moment>(document->contents(), id) : nullptr;
        if (!moment)
            return;
        QList<qint64> seqs;
        for (const EventId event : moment->events) {
            if (const qint64 seq = document->seqOf(event))
                seqs << seq;
        }
        if (!seqs.isEmpty())
            m_selection.select(seqs);
    });
}

void TimelineView::peel()
{
    if (m_tracks->cancelGesture())
        return;
    if (!m_selection.isEmpty())
        m_selection.clear();
    else if (m_selection.range())
        m_selection.setRange({});
    else if (!m_search->words().isEmpty())
        m_search->clear();
    else if (m_model->filter().isActive())
        m_filterBar->clearAll();
    else if (m_limits->clearSavedView())
        return;
    else if (m_curtain->isOn())
        m_curtain->setOn(false);
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
        const bool isPlain = key->modifiers() == Qt::NoModifier && key->key() >= Qt::Key_Space
            && key->key() <= Qt::Key_Z;
        if (isPlain || timelineCommandOf(*m_keymap, *key))
            event->accept();
    }
    if (event->type() == QEvent::ContextMenu
        && static_cast<QContextMenuEvent *>(event)->reason() == QContextMenuEvent::Keyboard) {
        openMenuAtCurrent();
        return true;
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
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) {
        openMenuAtCurrent();
        return;
    }
    if (handleCurtainKey(*event))
        return;
    if (event->key() == Qt::Key_Space) {
        if (!event->isAutoRepeat())
            m_tracks->setPanning(true);
        return;
    }
    if (!handleTimelineKey(*this, *m_keymap, *event))
        QWidget::keyPressEvent(event);
}

void TimelineView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat())
        m_tracks->setPanning(false);
    else
        QWidget::keyReleaseEvent(event);
}

void TimelineView::showLegend()
{
    auto *legend = new TimelineLegend(*m_tracks, this);
    legend->addLimits(m_limits->limits());
    legend->adjustSize();
    legend->move(m_legend->mapToGlobal(QPoint(Space::kSmall, m_legend->height())));
    legend->show();
    legend->setFocus(Qt::PopupFocusReason);
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

void TimelineView::toggleActivity()
{
    if (m_editing->canEdit())
        m_activities->toggleSelected();
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
