// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inspector/activityinspector.h"

#include "editing/activityedits.h"
#include "editing/reviewdocument.h"
#include "evidence/evidencewords.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kMostListed = 2'000;

QString spanText(const TimeSpan &span, const ZoneClock &clock)
{
    const QString start = clock.isoText(span.start);
    if (span.end == span.start)
        return start;
    const bool isSameDay = clock.isoDate(span.start) == clock.isoDate(span.end);
    return QString(start + u" – "_s
                   + (isSameDay ? clock.clockText(span.end) : clock.isoText(span.end)));
}

} // namespace

ActivityInspector::ActivityInspector(QWidget *parent)
    : QWidget(parent)
{
    build();
    connectEdits();
}

void ActivityInspector::build()
{
    m_title = new QLineEdit(this);
    m_title->setAccessibleName(tr("Title of the activity"));
    m_span = mutedLabel({}, 0.85, this);
    m_span->setWordWrap(true);
    m_lane = new QComboBox(this);
    m_lane->setAccessibleName(tr("Lane of the activity"));
    m_lane->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_lane->setMinimumContentsLength(6);
    m_count = mutedLabel({}, 0.85, this);
    m_events = new QListWidget(this);
    m_events->setAccessibleName(tr("Events of the activity"));
    m_events->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_events->setUniformItemSizes(true);
    m_events->setTextElideMode(Qt::ElideRight);
    m_events->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_events->installEventFilter(this);
    m_go = new QPushButton(tr("Go to event"), this);
    m_takeOut = new QPushButton(tr("Take out"), this);
    m_takeOut->setToolTip(tr("The event stays on the timeline (Delete)"));
    m_fold = new LinkButton({}, this);
    m_split = new LinkButton(tr("Ungroup"), this);
    m_split->setToolTip(tr("The activity goes, its events stay"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kPanel, Space::kPanel, Space::kPanel, Space::kPanel);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(mutedLabel(tr("Activity"), 0.85, this));
    layout->addWidget(m_title);
    layout->addWidget(m_span);
    layout->addWidget(mutedLabel(tr("Lane"), 0.85, this));
    layout->addWidget(m_lane);
    layout->addWidget(hairline(this));
    layout->addWidget(m_count);
    layout->addWidget(m_events, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_go);
    row->addWidget(m_takeOut);
    row->addStretch();
    layout->addLayout(row);
    layout->addWidget(hairline(this));
    layout->addWidget(m_fold, 0, Qt::AlignLeft);
    layout->addWidget(m_split, 0, Qt::AlignLeft);
}

void ActivityInspector::connectEdits()
{
    connect(m_title, &QLineEdit::editingFinished, this, [this] {
        if (m_document && m_title->text().simplified() != visibleText(m_activity.title))
            report(Editing::renameActivity(*m_document, m_activity.id, m_title->text()));
    });
    connect(m_lane, &QComboBox::activated, this, [this] {
        report(Editing::setActivityLane(*m_document, m_activity.id,
                                        LaneId::fromString(m_lane->currentData().toString())));
    });
    connect(m_events, &QListWidget::itemActivated, this, &ActivityInspector::goToCurrent);
    connect(m_events, &QListWidget::itemSelectionChanged, this, [this] {
        m_go->setEnabled(!chosen().isEmpty());
        m_takeOut->setEnabled(!chosen().isEmpty());
    });
    connect(m_go, &QPushButton::clicked, this, &ActivityInspector::goToCurrent);
    connect(m_takeOut, &QPushButton::clicked, this, &ActivityInspector::takeOut);
    connect(m_fold, &LinkButton::clicked, this, [this] {
        report(Editing::setActivityCollapsed(*m_document, m_activity.id, !m_activity.collapsed));
    });
    connect(m_split, &LinkButton::clicked, this,
            [this] { report(Editing::ungroup(*m_document, m_activity.id)); });
}

bool ActivityInspector::showActivityOf(Editing::ReviewDocument *document, ActivityId id)
{
    const auto *activity = document ? findRecord<Activity>(document->contents(), id) : nullptr;
    if (!activity)
        return false;
    // What stands in the field belongs to the activity that was shown.
    if (m_activity.id != id && m_title->hasFocus())
        m_title->clearFocus();
    m_document = document;
    m_activity = *activity;
    if (m_title->text() != visibleText(m_activity.title)) {
        m_title->setText(visibleText(m_activity.title));
        m_title->setCursorPosition(0);
    }
    m_fold->setText(m_activity.collapsed ? tr("Expand: show its events")
                                         : tr("Collapse into one bar"));
    showLanes();
    showEvents();
    return true;
}

void ActivityInspector::showLanes()
{
    const QSignalBlocker blocker(m_lane);
    m_lane->clear();
    m_lane->addItem(tr("No lane"), LaneId().toString());
    for (const Lane &lane : m_document->contents().lanes)
        m_lane->addItem(visibleText(lane.name), lane.id.toString());
    m_lane->setCurrentIndex(std::max(0, m_lane->findData(m_activity.laneId.toString())));
}

void ActivityInspector::showEvents()
{
    QList<Event> events;
    for (const EventId id : m_activity.events.mid(0, kMostListed)) {
        if (auto event = m_document->event(id))
            events << *event;
    }
    std::stable_sort(events.begin(), events.end(), [](const Event &a, const Event &b) {
        const auto start = a.effectiveStart();
        const auto other = b.effectiveStart();
        return start && (!other || *start < *other);
    });
    const ZoneClock &clock = m_document->clock();
    const int row = m_events->currentRow();
    const QSignalBlocker blocker(m_events);
    m_events->clear();
    std::optional<TimeSpan> span;
    for (const Event &event : std::as_const(events)) {
        const auto start = event.effectiveStart();
        const QString time = start ? clock.clockText(*start) : tr("undated");
        auto *item = new QListWidgetItem(
            QString(time + u"  "_s + visibleText(event.displayTitle().simplified())), m_events);
        item->setData(Qt::UserRole, event.id.toString());
        if (!start)
            continue;
        const TimePoint end = event.effectiveEnd().value_or(*start);
        span = span ? TimeSpan{ span->start, std::max(span->end, end) } : TimeSpan{ *start, end };
    }
    m_events->setCurrentRow(std::min(row, m_events->count() - 1));
    m_go->setEnabled(!chosen().isEmpty());
    m_takeOut->setEnabled(!chosen().isEmpty());
    m_count->setText(tr("%n event(s)", nullptr, static_cast<int>(m_activity.events.size())));
    m_span->setText(span ? spanText(*span, clock) : tr("undated"));
}

QList<EventId> ActivityInspector::chosen() const
{
    QList<EventId> ids;
    for (const QListWidgetItem *item : m_events->selectedItems())
        ids << EventId::fromString(item->data(Qt::UserRole).toString());
    return ids;
}

void ActivityInspector::goToCurrent()
{
    const QListWidgetItem *item = m_events->currentItem();
    if (item)
        emit targetRequested(
            { TargetKind::Event, EventId::fromString(item->data(Qt::UserRole).toString()).value });
}

void ActivityInspector::takeOut()
{
    const QList<EventId> ids = chosen();
    if (m_document && !ids.isEmpty())
        report(Editing::removeFromActivities(*m_document, ids));
}

bool ActivityInspector::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_events && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        takeOut();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ActivityInspector::report(const Result<void> &done)
{
    if (!done)
        emit statusMessage(done.error().toString());
}

} // namespace SecondStory::Ui
