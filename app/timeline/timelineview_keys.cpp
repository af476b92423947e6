// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelineview.h"

#include "coding/codepicker.h"
#include "editing/codingedits.h"
#include "editing/eventcopies.h"
#include "editing/reviewdocument.h"
#include "store/library.h"
#include "store/reviewrepository.h"
#include "timeline/inlineeditor.h"
#include "timeline/lanecommands.h"
#include "timeline/laneheaders.h"
#include "timeline/savedviewsbutton.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelineruler.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QToolButton>

#include <cmath>

namespace SecondStory::Ui {

namespace {

constexpr int kNameWidth = 240;

} // namespace

void TimelineView::buildCorner(QGridLayout &grid)
{
    m_savedViews = new SavedViewsButton(*this, this);
    auto *corner = new QHBoxLayout;
    corner->setContentsMargins(0, 0, 0, 0);
    corner->setSpacing(0);
    corner->addWidget(m_savedViews);
    corner->addStretch();
    grid.addLayout(corner, 3, 0);
    connect(m_savedViews, &SavedViewsButton::nameRequested, this,
            [this](const QString &name, const KeepName &keep) {
                m_editor->open(QRect(8, m_tracks->height() - 32, kNameWidth, 24), name,
                               tr("Name of the view"), keep);
            });
    connect(m_savedViews, &SavedViewsButton::refused, this, &TimelineView::refused);
}

void TimelineView::connectLanes()
{
    connect(&m_headers->commands(), &LaneCommands::refused, this, &TimelineView::refused);
    connect(m_headers, &LaneHeaders::left, m_tracks,
            [this] { m_tracks->setFocus(Qt::OtherFocusReason); });
    connect(m_headers, &LaneHeaders::nameRequested, this,
            [this](QRect place, const QString &text, const QString &placeholder,
                   const KeepName &keep) { m_headerEditor->open(place, text, placeholder, keep); });
}

std::optional<TimeSpan> TimelineView::selectedSpan() const
{
    if (m_selection.range())
        return m_selection.range();
    std::optional<TimeSpan> span;
    for (const EventRow &row : m_model->events().rows) {
        if (!m_selection.contains(row.seq))
            continue;
        if (!span)
            span = TimeSpan{ { row.start }, { row.end } };
        span->end.us = std::max(span->end.us, row.end);
    }
    return span;
}

void TimelineView::focusOrFit()
{
    const auto span = selectedSpan();
    if (!span) {
        m_navigation->fitAll();
        return;
    }
    focusSpan(*span);
}

void TimelineView::focusEvent(qint64 seq)
{
    const auto row = m_model->rowOf(seq);
    if (!row)
        return;
    const EventRow &event = m_model->events().rows[*row];
    m_selection.selectOnly(seq);
    focusSpan({ { event.start }, { event.end } });
}

void TimelineView::focusSpan(TimeSpan span)
{
    const Figures::TimeScale &scale = m_viewport->scale();
    const TimePoint middle{ span.start.us + span.length() / 2 };
    if (std::abs(scale.x(middle) - scale.width() / 2) < 1)
        m_navigation->fit(span);
    else
        m_viewport->jumpTo(scale.centredOn(middle));
}

void TimelineView::duplicateSelection()
{
    if (!m_editing->canEdit() || m_selection.isEmpty())
        return;
    Editing::ReviewDocument &document = *m_model->document();
    const auto copies = Editing::duplicateEvents(document, m_editing->selectedIds());
    if (!copies) {
        Q_EMIT refused(copies.error().toString());
        return;
    }
    QList<qint64> seqs;
    for (const EventId id : *copies)
        seqs.append(document.seqOf(id));
    m_selection.select(seqs);
}

void TimelineView::rangeFromSelection()
{
    m_selection.setRange({});
    auto span = selectedSpan();
    if (!span)
        return;
    if (span->length() == 0) {
        // An instant: a tick to both sides, so that there is something to take hold of.
        const auto tick = static_cast<qint64>(Figures::fineStep(m_viewport->scale()).length());
        span = TimeSpan{ { span->start.us - tick }, { span->end.us + tick } };
    }
    m_selection.setRange(span);
}

void TimelineView::growSelection(int direction)
{
    if (auto range = m_selection.range()) {
        const auto tick = static_cast<qint64>(Figures::fineStep(m_viewport->scale()).length());
        range->end.us = std::max(range->start.us, range->end.us + direction * tick);
        m_selection.setRange(range);
        return;
    }
    QList<qint64> seqs = m_selection.seqs();
    if (direction < 0) {
        if (seqs.size() > 1)
            seqs.removeLast();
        m_selection.clear();
        m_selection.add(seqs);
        return;
    }
    m_navigation->step(1, false);
    if (const qint64 next = m_selection.current(); next != 0 && !seqs.contains(next))
        seqs.append(next);
    // The last one taken in is the one to go on from.
    m_selection.clear();
    m_selection.add(seqs);
}

void TimelineView::goToMark(int number)
{
    for (const Figures::RulerInstant &instant : m_model->instants()) {
        if (instant.isFrame || number-- > 0)
            continue;
        m_selection.setCursor(instant.start);
        if (instant.end)
            m_navigation->fit({ instant.start, *instant.end });
        else
            m_viewport->jumpTo(m_viewport->scale().centredOn(instant.start));
        return;
    }
}

/// The codes that every selected event has already.
QSet<CodeId> TimelineView::codesOfSelection() const
{
    const QList<EventId> ids = m_editing->selectedIds();
    QHash<CodeId, QSet<EventId>> coded;
    for (const Coding &coding : m_model->document()->contents().codings) {
        const EventId event{ coding.target.id };
        if (coding.target.kind == TargetKind::Event && ids.contains(event))
            coded[coding.codeId].insert(event);
    }
    QSet<CodeId> codes;
    for (auto it = coded.cbegin(); it != coded.cend(); ++it) {
        if (it->size() == ids.size())
            codes.insert(it.key());
    }
    return codes;
}

void TimelineView::openCodePicker()
{
    if (!m_editing->canEdit() || m_selection.isEmpty())
        return;
    if (!m_codePicker) {
        m_codePicker = new CodePicker(this);
        connect(m_codePicker, &CodePicker::picked, this, [this](CodeId code) {
            QList<TargetRef> targets;
            for (const EventId id : m_editing->selectedIds())
                targets.append({ TargetKind::Event, id.value });
            if (const auto done = Editing::applyCode(*m_model->document(), code, targets); !done)
                Q_EMIT refused(done.error().toString());
        });
    }
    const auto codes = m_model->document()->library().reviews().codes();
    if (!codes)
        Q_EMIT refused(codes.error().toString());
    m_codePicker->setCodes(codes.value_or(QList<Code>()), codesOfSelection());
    m_codePicker->popUpUnder(m_ruler);
}

void TimelineView::openSavedViews()
{
    m_savedViews->open();
}

void TimelineView::focusLanes()
{
    m_headers->setFocus(Qt::ShortcutFocusReason);
    m_headers->setCurrent(std::max(0, m_headers->current()));
}

void TimelineView::requestKeySheet()
{
    Q_EMIT keySheetRequested();
}

} // namespace SecondStory::Ui
